"""The rounds of a deal on one page: each term's path as a small picture, and where every ask came and went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import History, TermPath, TermRow
from .. import Page
from .. import wording as say
from .page import render

STEP, TOP, DEPTH = (
    44,
    14,
    20,
)  # of the picture: from round to round, down to the kept ones, and from there to the others
_FALL = {"kept": 0, "unclear": 1, "missing": 1, "changed": 2, "weakened": 2}
GLYPHS = {"kept": "✓", "changed": "✗", "weakened": "≈", "unclear": "?", "missing": "∅"}


@dataclass(frozen=True, slots=True)
class Dot:
    """A round of a term: where it stands in the picture, and what the draft then said."""

    x: int
    y: int
    verdict: str
    glyph: str
    says: str


def write_history(history: History, page: Page) -> str:
    """A whole HTML document; the terms that stand worst in the last round come first."""
    last = history.rounds[-1].nibbles if history.rounds else 0
    return render(
        "history.html",
        history=history,
        paths=[(term, list(dots(term))) for term in sorted(history.terms, key=_standing)],
        good=last == 0 and all(term.rows[-1].verdict == "kept" for term in history.terms),
        width=STEP * len(history.rounds),
        height=TOP * 2 + DEPTH * 2,
        glyphs=GLYPHS,
    )


def dots(term: TermPath) -> Iterator[Dot]:
    """The path of a term: kept on top, unclear and missing below, changed and weakened lowest."""
    for number, row in enumerate(term.rows, 1):
        x, y = STEP * number - STEP // 2, TOP + DEPTH * _fall(row)
        said = f"round {number}: {say.verdict_said(row)}{f', {say.clean(row.found)}' if row.found else ''}"
        yield Dot(x, y, row.verdict, GLYPHS[row.verdict], said)


def _standing(term: TermPath) -> tuple[int, int]:
    falls = [_fall(row) for row in term.rows]
    return -falls[-1], -max(falls)


def _fall(row: TermRow) -> int:
    return _FALL[row.verdict]
