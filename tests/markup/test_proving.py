"""Only what a second review finds kept is written; a stand-in for that review says what each edit does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest

from termscan.markup.counter import Edit
from termscan.markup.proving import proved
from termscan.model import Ask, Review, TermRow

GOOD, IDLE, HARMFUL, IMPOSSIBLE = (
    Edit(n, n + 5, name) for n, name in ((0, "good"), (10, "idle"), (20, "harm"), (30, "no"))
)
OTHER = Edit(40, 45, "other")
ASK_OUT = Edit(50, 55, "ask out")


def row(name: str, verdict: str) -> TermRow:
    return TermRow(f"T-{name}", name, "30 days", "must", verdict, None, None, None, "", None, None)  # type: ignore[arg-type]


ASK = Ask("A-1", "trap.step_in", "against us", "high", "", None, None, ())


@dataclass
class Reviewer:
    """A second review in which each edit does what its name says; it counts how often it is asked."""

    before: Review
    asked: int = 0

    def __call__(self, edits: Sequence[Edit]) -> Review | None:
        self.asked += 1
        if IMPOSSIBLE in edits:
            return None
        kept = {"T-due": GOOD in edits, "T-cap": OTHER in edits, "T-law": HARMFUL not in edits}
        rows = tuple(replace(r, verdict="kept" if kept[r.id] else "changed") for r in self.before.terms)
        return replace(self.before, terms=rows, asks=() if ASK_OUT in edits else (ASK,))


@pytest.fixture
def before() -> Review:
    rows = (row("due", "changed"), row("cap", "changed"), row("law", "kept"))
    draft: Any = None
    return Review(draft, "terms.yaml", "A deal", "provider", (), "not ready", rows, (ASK,))


CASES = [
    ("nothing to try", {"T-due": []}, set()),
    ("the first that holds", {"T-due": [(GOOD,)]}, {"T-due"}),
    ("the next where the first does nothing", {"T-due": [(IDLE,), (GOOD,)]}, {"T-due"}),
    ("none where none holds", {"T-due": [(IDLE,)]}, set()),
    ("not what harms another term", {"T-due": [(GOOD, HARMFUL)]}, set()),
    ("not what cannot be made", {"T-due": [(IMPOSSIBLE,), (GOOD,)]}, {"T-due"}),
    ("an ask that goes", {"A-1": [(ASK_OUT,)]}, {"A-1"}),
    ("several at once", {"T-due": [(GOOD,)], "T-cap": [(OTHER,)], "A-1": [(ASK_OUT,)]}, {"T-due", "T-cap", "A-1"}),
    ("the good ones beside an idle one", {"T-due": [(GOOD,)], "T-cap": [(IDLE,)]}, {"T-due"}),
    ("the good ones beside a harmful one", {"T-due": [(GOOD,)], "T-cap": [(OTHER, HARMFUL)]}, {"T-due"}),
    ("not two that touch the same words", {"T-due": [(GOOD,)], "T-cap": [(Edit(2, 9, "x"), OTHER)]}, {"T-due"}),
    ("one edit that mends two", {"T-due": [(GOOD, OTHER)], "T-cap": [(GOOD, OTHER)]}, {"T-due", "T-cap"}),
]


@pytest.mark.parametrize(("proposals", "taken"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_it_takes(proposals, taken, before):
    assert set(proved(before, proposals, Reviewer(before))) == taken


def test_where_all_hold_one_review_is_enough(before):
    reviewer = Reviewer(before)
    proved(before, {"T-due": [(GOOD,)], "T-cap": [(OTHER,)], "A-1": [(ASK_OUT,)]}, reviewer)
    assert reviewer.asked == 1


def test_it_goes_on_where_the_same_point_comes_up_elsewhere(before):
    def reviewer(edits):
        elsewhere = (replace(ASK, id="A-2"),) if OTHER not in edits else ()
        return replace(Reviewer(before)(edits), asks=elsewhere if ASK_OUT in edits else (ASK,))

    def again(finding, tried, after):
        return (*tried, OTHER) if any(ask.id == "A-2" for ask in after.asks) else None

    assert proved(before, {"A-1": [(ASK_OUT,)]}, reviewer) == {}
    assert proved(before, {"A-1": [(ASK_OUT,)]}, reviewer, again) == {"A-1": (ASK_OUT, OTHER)}


def test_it_does_not_go_on_for_ever(before):
    edits = [Edit(n, n + 1) for n in range(100, 200)]
    assert proved(before, {"T-due": [(IDLE,)]}, Reviewer(before), lambda f, tried, a: (*tried, edits[len(tried)])) == {}
