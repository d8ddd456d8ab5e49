"""The draft's text in paragraphs, cut into pieces at the edges of every stretch of evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ...model import Document, Evidence

Spots = dict[tuple[int, int], int]  # a stretch of the draft, and its number on the page
_BREAK = re.compile(r"\n\s*\n|\n(?=\|)|(?<=\|)\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the draft; the numbers of the stretches that hold them, and of those that begin here."""

    text: str
    within: tuple[int, ...]
    begins: tuple[int, ...]
    tracked: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, its part in the draft ("body", "heading", "row" …), and the page that begins with it."""

    style: str
    page: int | None
    pieces: tuple[Piece, ...]


def spots(shown: Iterable[Evidence]) -> Spots:
    """A number for each stretch, the first for the first finding."""
    stretches = dict.fromkeys((one.start, one.end) for one in shown)
    return {stretch: number for number, stretch in enumerate(stretches, 1)}


def paragraphs(draft: Document, numbers: Spots) -> Iterator[Paragraph]:
    """All of the draft's text but the empty lines."""
    styles = {block.start: block.style for block in draft.blocks}
    stretches = sorted((start, end, number) for (start, end), number in numbers.items())
    before = None
    for start, end in _bounds(draft):
        page = draft.page_at(start)
        here = [s for s in stretches if s[0] < end and start < s[1]]
        yield Paragraph(styles.get(start, "body"), page if page != before else None, _pieces(draft, start, end, here))
        before = page


def _bounds(draft: Document) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in (*_BREAK.finditer(draft.text), None):
        end = gap.start() if gap else len(draft.text)
        if draft.text[start:end].strip():
            yield start, end
        start = gap.end() if gap else end


def _pieces(draft: Document, start: int, end: int, stretches: list[tuple[int, int, int]]) -> tuple[Piece, ...]:
    inserted = [(t.start, t.end) for t in draft.tracked if t.start < end and start < t.end]
    edges = {start, end, *(at for s in (*stretches, *inserted) for at in s[:2] if start < at < end)}
    cuts = sorted(edges)
    return tuple(
        Piece(
            draft.text[a:b],
            tuple(n for first, last, n in stretches if first <= a and b <= last),
            tuple(n for first, _, n in stretches if first == a or (first < start == a)),
            any(first <= a and b <= last for first, last in inserted),
        )
        for a, b in pairwise(cuts)
    )
