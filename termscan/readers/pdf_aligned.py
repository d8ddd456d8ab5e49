"""Tables without rules: lines one below the other whose words stand in columns, with the same gaps between them.

Only a table of figures counts as one (fees, rates, dates, percentages). Signatures, addresses and tables of contents
are set in columns too, and read as well line by line. A line that is set as prose is told by its letters alone: a gap
makes it wider than its letters are. So no character of it is asked for its place, which costs time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from .pdf_gutters import gaps
from .pdf_lines import Box, Piece, clean, split_at
from .pdf_tables import Table, row_of

Place = Callable[[int], Box]
Gutter = tuple[float, float]  # from where to where it is free of words
_FEWEST = 3  # rows
_LOOSE = 1.25  # times the usual width of a letter
_FULL = 0.6  # of the width of its column that a line fills at least before the next
_LONG = 18  # letters; where all columns have as many in most rows they are columns of prose
_NARROW = 5.0  # points that all rows leave free between two columns
_FIGURE = re.compile(
    r"[$€£¥]\s?\d|\b[A-Z]{3}\s?\d|\d\s?%|\b\d+\s(?:business |calendar |working )?(?:days?|hours?|weeks?|months?|years?)\b"
    r"|\d{1,4}[/-]\d{1,2}[/-]\d{2,4}|\b[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|^\d{1,3}(?:,\d{3})*(?:\.\d+)?$"
)
_PAGE = re.compile(r"\d{1,3}|[ivxl]{1,6}")


class _Row(NamedTuple):
    """A line of the page: the parts between its gaps, from left to right, and its place."""

    parts: tuple[Piece, ...]
    box: Box

    @property
    def gutters(self) -> list[Gutter]:
        return [(one.box[2], two.box[0]) for one, two in zip(self.parts, self.parts[1:])]


def aligned_tables(pieces: Sequence[Piece], place: Place) -> list[Table]:
    """The tables of figures on a page that has no rules; `place` gives a character's upright box."""
    lines = list(_lines(pieces))
    widths = [_width(line) for line in lines]
    usual = sorted(widths)[len(widths) // 2] if widths else 0
    if sum(len(line) > 1 or width > _LOOSE * usual for line, width in zip(lines, widths)) < _FEWEST:
        return []
    rows = [_row(line, place, loose=width > _LOOSE * usual) for line, width in zip(lines, widths)]
    right = max(row.box[2] for row in rows)
    return [table for run in _runs(rows, right) if (table := _table(*run)) is not None]


def _lines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each height, top to bottom; producers write a table cell by cell as often as line by line."""
    line: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: -p.box[1]):
        if line and line[0].box[1] - piece.box[1] > 0.3 * max(piece.box[3] - piece.box[1], 4):
            yield sorted(line, key=lambda p: p.box[0])
            line = []
        line.append(piece)
    if line:
        yield sorted(line, key=lambda p: p.box[0])


def _width(line: Sequence[Piece]) -> float:
    """Of a letter, gaps included."""
    return (line[-1].box[2] - line[0].box[0]) / sum(len(p.text) + 1 for p in line)


def _row(line: Sequence[Piece], place: Place, loose: bool) -> _Row:
    parts: list[Piece] = []
    for piece in line:
        cuts = [gap.first for gap in gaps(piece, place)] if loose else []
        parts += split_at(piece, cuts, place) if cuts else [piece]
    boxes = [p.box for p in parts]
    around = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
    return _Row(tuple(parts), around)


def _runs(rows: Sequence[_Row], right: float) -> Iterator[tuple[list[_Row], list[Gutter]]]:
    """Rows one below the other that leave the same gutters free, with these; the page's words end at `right`."""
    run: list[_Row] = []
    free: list[Gutter] = []
    for row in rows:
        common = _common(free, row.gutters) if run else row.gutters
        near = bool(run) and 0 < run[-1].box[1] - row.box[1] < 4 * (row.box[3] - row.box[1])
        if near and common and len(row.parts) > 1:
            run, free = [*run, row], common
        elif near and len(row.parts) == 1 and _wraps(run[-1], row.parts[0], free, right):
            run.append(row)
        else:
            yield run, free
            run, free = ([row], row.gutters) if len(row.parts) > 1 else ([], [])
    yield run, free


def _common(free: Sequence[Gutter], gutters: Sequence[Gutter]) -> list[Gutter]:
    both = ((max(a[0], b[0]), min(a[1], b[1])) for a in free for b in gutters)
    return [gutter for gutter in both if gutter[1] - gutter[0] >= _NARROW]


def _wraps(row: _Row, line: Piece, free: Sequence[Gutter], right: float) -> bool:
    """Whether a line is the rest of a cell of the row above it, which then fills its column."""
    if any(line.box[0] < end and line.box[2] > start for start, end in free):
        return False
    at = _column(line, free)
    above = [p.box for p in row.parts if _column(p, free) == at]
    if not above or abs(above[0][0] - line.box[0]) > 3:
        return False
    end = free[at][1] if at < len(free) else right
    return above[-1][2] - above[0][0] > _FULL * (end - above[0][0])


def _table(run: Sequence[_Row], free: Sequence[Gutter]) -> Table | None:
    if sum(len(row.parts) > 1 for row in run) < _FEWEST:
        return None
    cells: list[list[str]] = []
    bands: list[tuple[float, float]] = []
    for row in run:
        said = [" ".join(clean(p.text) for p in row.parts if _column(p, free) == at) for at in range(len(free) + 1)]
        if len(row.parts) == 1:
            cells[-1] = [" ".join(filter(None, pair)) for pair in zip(cells[-1], said, strict=True)]
            bands[-1] = (bands[-1][0], row.box[1])
        else:
            cells.append(said)
            bands.append((row.box[3], row.box[1]))
    if not _has_figures(cells) or min(median(map(len, column)) for column in zip(*cells, strict=True)) > _LONG:
        return None
    boxes = [row.box for row in run]
    box = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
    return Table(box, tuple((row_of(row), *band) for row, band in zip(cells, bands, strict=True)))


def _column(part: Piece, free: Sequence[Gutter]) -> int:
    middle = (part.box[0] + part.box[2]) / 2
    return sum(middle > (left + right) / 2 for left, right in free)


def _has_figures(cells: Sequence[Sequence[str]]) -> bool:
    """Whether a column behind the first holds figures in most rows, and is not that of a table of contents."""
    for column in list(zip(*cells, strict=True))[1:]:
        figures = sum(_FIGURE.search(cell) is not None for cell in column)
        pages = sum(_PAGE.fullmatch(cell) is not None for cell in column)
        if figures * 2 >= len(column) and pages * 2 < len(column):
            return True
    return False
