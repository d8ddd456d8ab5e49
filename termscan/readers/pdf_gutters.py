"""Pages whose two columns of prose were written line by line across the gutter between them.

pdfium then gives one line for both columns. The gutter shows as a wide gap at the same place in most lines, with prose
that fills its column on either side; a table or a row of labels and values does not fill its columns and is left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from .pdf_lines import Box, Piece, split_at

Place = Callable[[int], Box]
_SAMPLE = 8  # wide lines looked at before the whole page is
_FEWEST = 6  # lines with the gap, below which two columns are not believed
_GAP = 1.2  # line heights
_MIDST = (0.25, 0.75)  # where in a line the gutter between two columns of prose is


class Gap(NamedTuple):
    """A wide gap in a line: the index of the first character behind it and where it begins and ends."""

    first: int
    left: float
    right: float


def split_columns(pieces: Sequence[Piece], place: Place) -> list[Piece]:
    """The pieces in the order of two columns where the page has them, else as they are."""
    if len(pieces) < _FEWEST:
        return list(pieces)
    left, right = min(p.box[0] for p in pieces), max(p.box[2] for p in pieces)
    wide = [p for p in pieces if p.box[2] - p.box[0] > 0.6 * (right - left)]
    if len(wide) < _FEWEST or not _sample_shows_gaps(wide, place):
        return list(pieces)
    found = {p: gaps(p, place) for p in wide}
    middle = _gutter([gap for of_piece in found.values() for gap in of_piece])
    if middle is None:
        return list(pieces)
    cuts = {p: [g for g in of_piece if g.left < middle < g.right] for p, of_piece in found.items()}
    halves = {p: tuple(split_at(p, [fitting[0].first], place)) for p, fitting in cuts.items() if fitting}
    if len(halves) < max(_FEWEST, 0.5 * len(wide)) or not _prose(list(halves.values())):
        return list(pieces)
    return column_after_column(pieces, halves, middle)


def _sample_shows_gaps(wide: Sequence[Piece], place: Place) -> bool:
    """Whether half of some lines do; most pages have none, and are not looked at longer than that takes to see."""
    sample = wide[:: max(1, len(wide) // _SAMPLE)][:_SAMPLE]
    without = 0
    for piece in sample:
        without += not gaps(piece, place, _MIDST)
        if without * 2 > len(sample):
            return False
    return True


def gaps(piece: Piece, place: Place, within: tuple[float, float] = (0.0, 1.0)) -> list[Gap]:
    """The wide gaps between the words of a piece, in a share of its text."""
    found = []
    height = piece.box[3] - piece.box[1]
    at, end = piece.text.find(" ", int(within[0] * len(piece.text))), within[1] * len(piece.text)
    while 0 < at < end:
        behind = at + 1
        while behind < len(piece.text) and piece.text[behind].isspace():
            behind += 1
        if behind < len(piece.text):
            before, after = place(piece.start + at - 1)[2], place(piece.start + behind)[0]
            if after - before > _GAP * height:
                found.append(Gap(piece.start + behind, before, after))
        at = piece.text.find(" ", behind)
    return found


def _gutter(gaps: Sequence[Gap]) -> float | None:
    """Where most gaps overlap."""
    gaps = gaps[:400]  # enough to see it by
    middles = [(gap.left + gap.right) / 2 for gap in gaps]
    counts = [(sum(gap.left < x < gap.right for gap in gaps), x) for x in middles]
    most = max(counts, default=(0, 0.0))
    return most[1] if most[0] >= _FEWEST else None


def _prose(halves: Sequence[tuple[Piece, ...]]) -> bool:
    """Whether both sides are filled as prose fills its column: most lines nearly as wide as the widest."""
    for side in (0, -1):
        widths = [pieces[side].box[2] - pieces[side].box[0] for pieces in halves]
        letters = [len(pieces[side].text) for pieces in halves]
        if median(letters) < 18 or median(widths) < 0.75 * max(widths):
            return False
    return True


def split_at_sides(pieces: Sequence[Piece], boxes: Sequence[Box], place: Place) -> Iterator[Piece]:
    """The pieces, cut where one runs over the side of a box (a table) that has words inside and outside of it."""
    for piece in pieces:
        left, bottom, right, top = piece.box
        y = (bottom + top) / 2
        sides = [x for box in boxes if box[1] < y < box[3] for x in (box[0], box[2]) if left < x < right]
        cuts = (
            [gap.first for gap in gaps(piece, place) if any(gap.left < x < gap.right for x in sides)] if sides else []
        )
        yield from split_at(piece, cuts, place) if cuts else [piece]


def column_after_column(pieces: Sequence[Piece], halves: dict[Piece, tuple[Piece, ...]], middle: float) -> list[Piece]:
    """Left column, then right, within each stretch of the page that no line spans."""
    ordered: list[Piece] = []
    left: list[Piece] = []
    right: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: -p.box[1]):
        parts = halves.get(piece, (piece,))
        if any(part.box[0] < middle - 6 and part.box[2] > middle + 6 for part in parts):
            ordered += [*left, *right, piece]
            left, right = [], []
            continue
        for part in parts:
            (left if part.box[0] < middle else right).append(part)
    return [*ordered, *left, *right]
