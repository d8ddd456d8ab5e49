"""Tracked changes and the trackers' word: taken back, the new draft must be the last one."""

from __future__ import annotations

import pytest

from termscan import pipeline
from tests.readers.test_docx import a_docx, gone, ins, p, r

from .deal import CLAUSES, OPENING, TERMS


def paragraphs(**changed: str) -> str:
    """The agreement as Word paragraphs; what a clause says may be runs."""
    head, first = OPENING.split("\n\n")
    body = [p(head), p(first)]
    for heading, words in CLAUSES.items():
        said = changed.get(heading.split(". ")[1].lower(), words)
        body.append(p(r(f"{heading}. ") + (said if said.startswith("<") else r(said))))
    return "".join(body).replace("Plumb & Line", "Plumb &amp; Line")


OWNED_UP = (
    r("The Client shall pay each invoice within ")
    + gone("thirty (30)")
    + ins(r("sixty (60)"))
    + r(" days after receipt.")
)
HIDDEN = CLAUSES["4. Liability"].replace("50,000", "500,000")


@pytest.fixture
def deal(tmp_path):
    (tmp_path / "terms.yaml").write_text(TERMS, encoding="utf-8")
    (tmp_path / "old.docx").write_bytes(a_docx(paragraphs()))

    def against(**changed: str):
        (tmp_path / "new.docx").write_bytes(a_docx(paragraphs(**changed)))
        return pipeline.review(tmp_path / "new.docx", tmp_path / "terms.yaml", previous=tmp_path / "old.docx")

    return against


def test_a_draft_that_tracks_nothing_is_not_asked_to(deal):
    found = deal(liability=HIDDEN)
    assert [c.tracked for c in found.changes] == [None]
    assert "silent-edit" not in {f.fault for f in found.faults}


def test_a_tracked_change_is_no_silent_edit(deal):
    found = deal(payment=OWNED_UP)
    assert [c.tracked for c in found.changes] == [True]
    assert "silent-edit" not in {f.fault for f in found.faults}
    assert next(t for t in found.terms if t.term == "payment.due").verdict == "changed"


def test_a_change_beside_tracked_ones_is_a_silent_edit(deal):
    found = deal(payment=OWNED_UP, liability=HIDDEN)
    assert [c.tracked for c in found.changes] == [True, False]
    (fault,) = (f for f in found.faults if f.fault == "silent-edit")
    assert fault.severity == "high" and "J. Roe, 2026-09-20" in fault.message
    assert "500,000" in fault.evidence[0].quote


def test_a_clause_taken_out_beside_tracked_changes_is_a_silent_edit(deal):
    found = deal(payment=OWNED_UP, interest="")
    assert [f.fault for f in found.faults if f.fault == "silent-edit"] == ["silent-edit"]


def test_with_its_changes_taken_back_the_draft_is_the_last_one(deal, tmp_path):
    deal(payment=OWNED_UP)
    back = pipeline.review(
        tmp_path / "new.docx", tmp_path / "terms.yaml", previous=tmp_path / "old.docx", revisions="reject"
    )
    assert back.changes == ()
