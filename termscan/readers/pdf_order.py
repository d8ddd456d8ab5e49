"""The reading order of one page: from pieces in the order of the content stream to lines as a person reads them.

Producers mostly write in reading order, so that order is kept wherever the page allows it; geometry only decides where
the stream jumps (a footer written first, a cell beside a cell, one column after the other). Read in_reading_order first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from .pdf_lines import Box, Line, Piece, as_line, inside

_MOST_RUNS = 300  # beyond, the page is a drawing with labels, and going down it must do
_ORDINALS = ("st", "nd", "rd", "th")  # set above the line behind a number
_FEWEST = 8  # lines of a column
_MOSTLY = 0.8  # share of the lines of a page in two columns that stand in one of them
_FAR_ASIDE = 72.0  # points
_FAR_DOWN = 4.0  # line heights: beyond, what follows may be a footer written before the body


def in_reading_order(pieces: Sequence[Piece], loose: Iterable[Line] = (), tables: Sequence[Box] = ()) -> list[Line]:
    """The lines of an upright page, top to bottom and column after column.

    `loose` are lines with a place but no order (the values of form fields): each goes into the line it stands in.
    What stands in one of two `tables` makes no line with what stands in the other.
    """
    runs = list(_runs((as_line(piece) for piece in pieces), tables))
    if len(runs) > _MOST_RUNS:
        return sorted((line for run in runs for line in run), key=lambda line: (-round(line.bottom), line.left))
    for line in loose:
        if not _put_in_line(line, runs, tables):
            runs.append([line])
    if len(runs) > 1:
        runs = _ordered(_without_strays(runs, tables))
    lines = [line for run in runs for line in run]
    return _two_columns(lines) or [line for run in _columns(runs) for line in run]


def boxed(lines: Sequence[Line]) -> Box:
    return (
        min(line.left for line in lines),
        min(line.bottom for line in lines),
        max(line.right for line in lines),
        max(line.top for line in lines),
    )


def _runs(lines: Iterable[Line], tables: Sequence[Box]) -> Iterator[list[Line]]:
    """Stretches of the stream that go down the page without a jump; parts of one line become one line."""
    run: list[Line] = []
    for line in lines:
        if not line.text:
            continue
        if run and _same_line(run[-1], line, tables):
            run[-1] = _joined(run[-1], line)
        elif run and _follows(run[-1], line):
            run.append(line)
        else:
            if run:
                yield run
            run = [line]
    if run:
        yield run


def _table(line: Line, tables: Sequence[Box]) -> int | None:
    """Which of the tables the line stands in."""
    return next((n for n, box in enumerate(tables) if inside(line, box)), None)


def _follows(last: Line, line: Line) -> bool:
    """Whether the line goes on down the page; a line set far aside behind a gap may head another column."""
    down = last.bottom - line.bottom
    if abs(last.left - line.left) > _FAR_ASIDE and down > 1.6 * line.height:
        return False
    return -0.2 * line.height <= down <= _FAR_DOWN * max(line.height, 4.0)


def _same_line(one: Line, other: Line, tables: Sequence[Box]) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    if shared < 0.5 * min(one.height, other.height):
        return False
    slack = 0.3 * max(one.height, other.height)
    beside = other.left >= one.right - slack or one.left >= other.right - slack
    return beside and _table(one, tables) == _table(other, tables)


def _joined(one: Line, other: Line) -> Line:
    left, right = (one, other) if one.left <= other.left else (other, one)
    space = "" if right.left - left.right < 0.12 * left.height else " "
    return Line(left.text + space + right.text, *boxed((one, other)))


def _put_in_line(line: Line, runs: list[list[Line]], tables: Sequence[Box]) -> bool:
    """Joins the line with the nearest one of the runs on the same height; False where there is none."""
    if line.text in _ORDINALS and _put_behind_number(line, runs):
        return True
    beside = [
        (min(abs(there.left - line.right), abs(line.left - there.right)), run, at)
        for run in runs
        for at, there in enumerate(run)
        if _same_line(there, line, tables)
    ]
    if beside:
        _, run, at = min(beside, key=lambda found: found[0])
        run[at] = _joined(run[at], line)
    return bool(beside)


def _put_behind_number(ordinal: Line, runs: list[list[Line]]) -> bool:
    """Puts a raised "th" behind the number of the line it stands in, where that line has a gap for it."""
    for run in runs:
        for at, line in enumerate(run):
            if not (line.left < ordinal.left < line.right and line.bottom < ordinal.top and ordinal.bottom < line.top):
                continue
            near = (ordinal.left - line.left) / (line.right - line.left) * len(line.text)
            numbers = [m.end() for m in re.finditer(r"\b\d{1,2}(?=\s)", line.text) if abs(m.end() - near) < 8]
            if numbers:
                end = min(numbers, key=lambda n: abs(n - near))
                tail = re.sub(r"^\s+(?=[,.;])", "", line.text[end:])
                run[at] = line._replace(text=line.text[:end] + ordinal.text + tail)
                return True
    return False


def _without_strays(runs: list[list[Line]], tables: Sequence[Box]) -> list[list[Line]]:
    """Runs of one line that stands in a line of another run (a number set apart, a date filled in) are put there."""
    kept = [run for run in runs if len(run) > 1]
    for run in (run for run in runs if len(run) == 1):
        if not _put_in_line(run[0], kept, tables):
            kept.append(run)
    order = {id(run): at for at, run in enumerate(runs)}
    return sorted(kept, key=lambda run: order[id(run)])


def _ordered(runs: list[list[Line]]) -> list[list[Line]]:
    """Runs such that what is above or to the left comes first; the stream decides the rest."""
    boxes = [boxed(run) for run in runs]
    left = list(range(len(runs)))
    order: list[list[Line]] = []
    while left:
        free = (a for a in left if not any(b != a and _before(boxes[b], boxes[a]) for b in left))
        chosen = next(free, None)
        if chosen is None:  # a circle: no order is right, so the topmost
            chosen = max(left, key=lambda a: boxes[a][3])
        left.remove(chosen)
        order.append(runs[chosen])
    return order


def _before(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    if across > 2.0 and down <= 0.3 * min(one[3] - one[1], other[3] - other[1]):
        return one[1] + one[3] > other[1] + other[3]
    return down > 2.0 and across <= 2.0 and one[0] < other[0]


def _two_columns(lines: list[Line]) -> list[Line]:
    """The lines numbered 1 and 2 left and right of a gutter that few lines cross (those are 0); none without one."""
    lefts = Counter(round(line.left) for line in lines)
    best: tuple[int, int] | None = None
    for x in (x for x, often in lefts.items() if often >= 3):
        left = sum(line.right <= x for line in lines)
        right = sum(line.left >= x - 1 for line in lines)
        if min(left, right) >= _FEWEST and left + right >= _MOSTLY * len(lines):
            best = max(best or (0, 0), (left + right, x))
    if best is None:
        return []
    gutter = best[1]
    return [line._replace(column=1 if line.right <= gutter else 2 * (line.left >= gutter - 1)) for line in lines]


def _columns(runs: list[list[Line]]) -> list[list[Line]]:
    """Numbers the runs that stand beside another run; all others are column 0."""
    if len(runs) < 2:
        return runs
    boxes = [boxed(run) for run in runs]
    numbered = []
    for at, run in enumerate(runs):
        beside = any(b != at and (_before(boxes[at], box) or _before(box, boxes[at])) and _level(boxes[at], box)
                     for b, box in enumerate(boxes))  # fmt: skip
        numbered.append([line._replace(column=at + 1) for line in run] if beside else run)
    return numbered


def _level(one: Box, other: Box) -> bool:
    return min(one[3], other[3]) - max(one[1], other[1]) > 2.0 and min(one[2], other[2]) - max(one[0], other[0]) <= 2.0
