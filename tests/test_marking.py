"""What `termscan extract` knows beyond its cues, from the sentences that lawyers marked."""

from __future__ import annotations

import pytest

from termscan.extract import Reading, read_statements, stated_clauses
from termscan.extract.marking import LIKELY, candidates, marked, sounds, told_value
from termscan.model import Document
from termscan.odds import learnt, marks
from termscan.outline import outline
from termscan.understanding import rules_of
from termscan.values import canonical

OPENING = "CONSULTING AGREEMENT\n\n1. Services. The Consultant shall advise the Company.\n\n2. "
CASES = [
    ("a cue that is right", "Rivals. The Consultant shall not for one year after the end own, manage or work for any business that competes with the Company.", {"general.non_compete": "1 year"}),
    ("no cue knows its words", "Length. This Agreement shall remain in force from the Effective Date through December 31, 2030.", {"term.initial_term": None}),
    ("a cue that means something else", "Tools. All tools, moulds and drawings lent to the Consultant shall remain the sole property of the Company.", {}),
    ("nothing of the sort", "Furniture. The Company owns the desks in the office and the Consultant owns its computer.", {}),
]  # fmt: skip


def read(clause: str) -> Reading:
    return read_statements(outline(Document("draft.txt", "", "text", f"{OPENING}{clause}\n")), rules_of(())[1])


@pytest.mark.parametrize(("clause", "shown"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_lawyers_would_mark_is_shown(clause: str, shown: dict[str, str | None]) -> None:
    said = {c.kind: c.value for c in stated_clauses(read(clause))}
    assert {kind: value for kind, value in said.items() if kind in marks()} == shown


def test_what_is_shown_of_a_kind_is_what_the_model_says() -> None:
    for _, clause, _ in CASES:
        reading, known = read(clause), marks()
        likely = {
            (kind, index)
            for kind, index, signs in candidates(reading, sounds(reading), known)
            if learnt("clauses").of(signs) >= LIKELY
        }
        assert {(kind, i) for kind, said in marked(reading).items() for i in said} == likely


@pytest.mark.parametrize(
    ("clause", "kind", "value"),
    [
        ("It renews for further terms of one year unless notice is given at least sixty days prior to its end.", "term.renewal_notice", "60 days"),
        ("It renews for further terms of one year.", "term.renewal", None),  # a length alone makes no choice
        ("It is governed by the laws of Ohio.", "general.governing_law", "Ohio"),
        ("It is governed by the law of the land.", "general.governing_law", None),
    ],
)  # fmt: skip
def test_the_value_is_the_one_whose_neighbours_speak_for_the_kind(clause: str, kind: str, value: str | None) -> None:
    reading = read(clause)
    found = told_value(reading, kind, len(reading.masked) - 1)
    assert (canonical(found.value) if found and found.value is not None else None) == value


def test_the_kinds_learnt_are_kinds_of_the_rules() -> None:
    assert marks().keys() <= rules_of(())[0].kinds.keys()
