"""What a note says, where it stands, and what it keeps to itself: the other side may read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from termscan import pipeline
from termscan.markup.notes import LEFT_OPEN, noted, notes, paragraphs_of
from termscan.markup.places import Places
from termscan.model import Review, Waiver
from termscan.outline import outline
from termscan.reports.findings import Finding, findings

SAMPLES = Path(__file__).parents[2] / "sample_contracts"


@pytest.fixture(scope="module")
def review() -> Review:
    return pipeline.review(SAMPLES / "webshop" / "nibbled.docx", SAMPLES / "webshop" / "terms.yaml")


@pytest.fixture(scope="module")
def places(review) -> Places:
    return Places(review, outline(review.draft))


def said(finding: Finding, left_open: bool = False) -> str:
    return "\n".join(" ".join(filter(None, p)) for p in paragraphs_of(finding, left_open))


def named(review: Review, name: str) -> Finding:
    return next(f for f in findings(review) if f.name == name)


NOTES = [
    (
        "payment.due",
        "Payment, due. Agreed: 30 days. Payment is due in 60 days, not 30 days.\n"
        "Why it matters: We finance the work for another length of time.\n"
        "We had understood 30 days; was the change to 60 days intended?",
    ),
    ("term.cure_period[non-payment]", "Term, cure period (non-payment). Agreed: 10 days."),
    ("other.photographs", "Photographs. Agreed: Fenwick & Lowe supplies all product photographs"),
    ("liability.ip_indemnity_by", "Liability, IP indemnity by. Agreed: each."),
    ("deliverables.exclusivity", "Not in our term sheet. The provider may not deal with others."),
    ("blank", "A point of drafting. A blank is still to be filled in"),
    ("term.kill_fee", "Term, kill fee. Agreed: 15%. The draft says nothing of it"),
]


@pytest.mark.parametrize(("name", "words"), NOTES, ids=[n[0] for n in NOTES])
def test_a_note_says_what_was_agreed_why_it_matters_and_asks(review, name, words):
    assert said(named(review, name)).startswith(words)


def test_nothing_of_our_own_hand_is_in_a_note(review):
    everything = "\n".join(said(f, left_open=True) for f in findings(review)).lower()
    assert not [
        w for w in ("blocker", "priority", "tradeable", "freelancers at 45", "walk", "accept at") if w in everything
    ]
    assert " you " not in everything.replace("could you", "").replace("with you.", "")


def test_a_term_that_is_within_what_we_accept_does_not_tell_the_limit():
    sheet = SAMPLES / "webshop" / "terms.yaml"
    text = (SAMPLES / "webshop" / "nibbled.docx").read_bytes()
    draft = pipeline.review("draft.docx", sheet, data=text).draft.text.replace(
        "sixty (60) days of", "forty (40) days of"
    )
    row = next(r for r in pipeline.review("draft.txt", sheet, data=draft.encode()).terms if r.term == "payment.due")
    assert row.verdict == "kept" and "accept" in row.message
    found = next(
        f for f in findings(pipeline.review("draft.txt", sheet, data=draft.encode())) if f.name == "payment.due"
    )
    assert said(found) == "Payment, due. Agreed: 30 days. The draft says 40 days."


def test_a_point_left_open_says_so(review):
    assert said(named(review, "payment.due"), left_open=True).endswith(LEFT_OPEN)


def test_every_finding_is_noted_on_its_words_in_the_order_of_the_draft(review, places):
    written = notes(noted(review), places)
    assert [n.start for n in written] == sorted(n.start for n in written)
    spans = [(n.start, n.end) for n in written]
    for finding in findings(review):
        assert all(any(s < e.end and e.start < end for s, end in spans) for e in finding.evidence)


def test_words_that_two_findings_share_get_one_note_that_does_not_repeat_itself(review, places):
    words = [n for n in notes(noted(review), places) if "thirty (45)" in review.draft.text[n.start : n.end]]
    assert len(words) == 1 and str(words[0].paragraphs).count("says both") == 1


def test_the_note_is_whole_where_the_words_bite_and_points_there_elsewhere(review, places):
    cap = [n for n in notes(noted(review), places) if "ap" in n.paragraphs[0][1] or "cap" in n.paragraphs[0][0]]
    texts = {review.draft.text[n.start : n.end][:15]: n.paragraphs for n in cap}
    assert texts["Notwithstanding"][0][0] == "Liability, cap. Agreed: 100% of fees."
    assert texts["total liability"] == (("", "Cap: please see the comment at Schedule 3, 6, Availability."),)


def test_a_missing_term_is_noted_at_the_section_where_it_fits(review, places):
    note = next(n for n in notes(noted(review), places) if "kill fee" in n.paragraphs[0][0])
    assert review.draft.text[note.start : note.end] == "19. Termination"


def test_a_waived_finding_gets_no_note(review):
    waiver = Waiver(named(review, "payment.due").id, "fine", "Jo", "2027-01-01", "in force")
    from dataclasses import replace

    names = [f.name for f in noted(replace(review, waivers=(waiver,)))]
    assert "payment.due" not in names and len(names) == len(findings(review)) - 1
