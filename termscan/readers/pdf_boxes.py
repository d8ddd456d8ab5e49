"""Tick boxes printed on a page that is a picture: Tesseract takes them for letters ("O", "L]", "KI") or drops them.

A box is four straight sides about as long as each other that end where they meet: letters lack a side or have a round
one, the cells of a table share theirs with the next cell. Likely places are found on the picture at half its size, all
at once, and looked at one by one on the picture itself. Lengths are in pixels unless a name says points; y runs down.

Read `tick_boxes` first, then `_places` (where a box may be), `_is_box` (whether it is one) and `_ink_inside`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

Bits = Any  # a numpy array of two dimensions in which ink is True
Edges = tuple[int, int, int, int]  # left, top, right, bottom; the last two are just outside

_SMALLEST, _LARGEST = 5.2, 22.5  # points of a side: the box of an 8 point font is smaller than the font
_INK = 0.75  # of the brightness of the paper; thin sides are grey after a scan
_FEWEST = 9  # pixels of a side at half size, below which every letter looks like a box
_SQUARE = 0.75  # of one side to the other at least
_WHOLE = 0.92  # share of a side that has ink
_RUNS_ON = 0.7  # share of ink on the way beyond a corner, from which the side goes on as a rule
_CLEAR = 0.3  # share of ink beside a side, from which it is no edge but part of something
_EMPTY, _TICKED = 0.015, 0.05  # share of the inside that has ink: dust up to here, a mark from there
_THICK = 0.2  # of its width, a side at most
_SOLID = 0.6  # share from which a box may be a bullet
_MOST = 5000  # places that are looked at on a page; a page of text has some hundred, a photograph has any number
_BESIDE = 0.6  # sides between boxes that are the cells of one blank, a character in each


class TickBox(NamedTuple):
    """A box, in pixels from the upper left corner of the picture; `sure` is whether its ink tells that it is ticked or not."""

    left: int
    top: int
    right: int
    bottom: int
    ticked: bool
    sure: bool = True

    @property
    def side(self) -> float:
        return (self.right - self.left + self.bottom - self.top) / 2


def tick_boxes(picture: Any, dots: float) -> list[TickBox]:
    """Find the tick boxes of a page that have sides of 5 to 22 points.

    Args:
        picture: the page as a grey Pillow image.
        dots: pixels a point.

    Returns:
        The boxes from top to bottom. One that is full of ink is ticked where the page has another of its size that is
        not full; else it is a bullet.
    """
    import numpy as np

    shades = np.asarray(picture)
    ink = shades < int(_INK * float(np.median(shades[::8, ::8])))
    found: dict[TickBox, float] = {}  # and the share of its inside that has ink
    for place in islice(_places(ink, dots), _MOST):
        edges = _tight(ink, place)
        if edges and not any(_overlap(edges, other) for other in found) and _is_box(ink, edges, dots):
            whole = ink[edges[1] : edges[3], edges[0] : edges[2]]
            share = _ink_inside(whole)
            if share >= _SOLID or not _has_stems(whole):
                found[TickBox(*edges, ticked=share >= _TICKED, sure=not _EMPTY < share < _TICKED)] = share
    outlined = [box for box, share in found.items() if share < _SOLID]
    kept = [
        box
        for box, share in found.items()
        if (share < _SOLID or any(_SQUARE < box.side / other.side < 1 / _SQUARE for other in outlined))
        and not any(_in_one_blank(box, other) for other in found if other is not box)
    ]
    return sorted(kept, key=lambda box: (box.top, box.left))


def painted_over(picture: Any, boxes: Sequence[TickBox]) -> Any:
    """The picture without these boxes, so that nobody takes one for a letter."""
    import numpy as np

    paper = int(np.median(np.asarray(picture)[::8, ::8]))
    clean = picture.copy() if boxes else picture
    for box in boxes:
        rim = max(2, round(0.15 * box.side))  # a tick goes beyond its box
        clean.paste(paper, (box.left - rim, box.top - rim, box.right + rim, box.bottom + rim))
    return clean


def _places(ink: Bits, dots: float) -> Iterator[Edges]:
    """Where three sides of likely lengths are: an upper one, and one that goes down from each of its ends."""
    import numpy as np

    small = _halved(ink)
    least, most = max(_FEWEST, int(_SMALLEST * dots / 2) - 1), int(_LARGEST * dots / 2) + 2
    if min(small.shape) <= 2 * most:
        return
    level, upright = small.copy(), small.copy()  # a side that leans steps from one row to the next
    level[1:] |= small[:-1]
    level[:-1] |= small[1:]
    upright[:, 1:] |= small[:, :-1]
    upright[:, :-1] |= small[:, 1:]
    down = _lengths_down(upright)
    rows, starts, ends = _runs(level)
    fit = (ends - starts >= least) & (ends - starts <= most) & (rows + 2 < small.shape[0])
    rows, starts, ends = rows[fit], starts[fit], ends[fit]
    at, last = rows + 2, small.shape[1] - 1  # below the row that a lean added
    left = np.max([down[at, np.clip(starts + n, 0, last)] for n in (-1, 0, 1)], axis=0) + 2
    right = np.max([down[at, np.clip(ends - n, 0, last)] for n in (0, 1, 2)], axis=0) + 2
    wide = ends - starts
    shorter, longer = np.minimum(left, right), np.maximum(left, right)
    fit = (shorter >= _SQUARE * wide - 2) & (longer <= wide / _SQUARE + 4)
    for row, start, end, high in zip(rows[fit], starts[fit], ends[fit], ((left + right) // 2)[fit]):
        yield 2 * int(start), 2 * int(row) + 2, 2 * int(end), 2 * int(row + high)


def _halved(ink: Bits) -> Bits:
    """Half the size; ink stays ink, so that no thin side is lost."""
    import numpy as np

    high, wide = ink.shape[0] // 2 * 2, ink.shape[1] // 2 * 2
    both = ink[:high:2, :wide] | ink[1:high:2, :wide]
    return np.ascontiguousarray(both).view(np.uint16) != 0  # two pixels that lie side by side, read as one number


def _runs(bits: Bits) -> tuple[Any, Any, Any]:
    """The rows, first columns and ends of all runs of ink from left to right."""
    import numpy as np

    wide = bits.shape[1] + 2
    framed = np.zeros((bits.shape[0], wide), np.int8)
    framed[:, 1:-1] = bits
    steps = np.diff(framed.ravel())
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    return starts // wide, starts % wide, ends % wide


def _lengths_down(bits: Bits) -> Any:
    """How many pixels of ink follow each pixel down its column, itself included."""
    import numpy as np

    rows = np.arange(bits.shape[0], dtype=np.int32)[:, None]
    blank = np.where(bits, np.int32(bits.shape[0]), rows)
    return np.minimum.accumulate(blank[::-1], axis=0)[::-1] - rows


def _tight(ink: Bits, place: Edges) -> Edges | None:
    """The box at a place, to the pixel: from outside, where each side first has much ink; None where one has not."""
    left, top, right, bottom = place
    reach = 3 + (right - left) // 12
    across = ink[max(top - reach, 0) : bottom + reach, left:right].mean(axis=1) > 0.4
    along = ink[top:bottom, max(left - reach, 0) : right + reach].mean(axis=0) > 0.4
    rows, columns = across.nonzero()[0], along.nonzero()[0]
    if not len(rows) or not len(columns):
        return None
    over, before = max(top - reach, 0), max(left - reach, 0)
    return before + int(columns[0]), over + int(rows[0]), before + int(columns[-1]) + 1, over + int(rows[-1]) + 1


def _is_box(ink: Bits, edges: Edges, dots: float) -> bool:
    """Whether these are the four sides of a box that stands for itself."""
    left, top, right, bottom = edges
    shorter, longer = sorted((right - left, bottom - top))
    if shorter < max(_SMALLEST * dots, _SQUARE * longer) or longer > _LARGEST * dots:
        return False
    away = max(6, round(0.15 * (shorter + longer)))
    if min(left, top) <= away or right + away >= ink.shape[1] or bottom + away >= ink.shape[0]:
        return False  # at the rim of the page nobody writes, but a scanner draws
    near = ink[top - away : bottom + away, left - away : right + away]
    upper, lower, before, behind = (_Side(turned, away) for turned in (near, near[::-1], near.T, near.T[::-1]))
    sides = (upper, lower, before, behind)
    serifs = upper.jutting + lower.jutting > 1 and not before.jutting + behind.jutting  # a cross juts out all round
    rules = sum(side.going_on for side in sides) > 1  # one may be a tick
    alone = max(before.beside, behind.beside) <= _CLEAR
    return alone and not serifs and not rules and all(side.inked >= _WHOLE for side in sides)


class _Side:
    """The upper side of a box that has `away` pixels around it.

    `inked` is the share of it that has ink, `going_on` how many of its two ends go on as a rule does, `jutting` how many
    stand out a little, and `beside` the share of ink just outside of it.
    """

    def __init__(self, near: Bits, away: int) -> None:
        leaning = (near.shape[1] - 2 * away) // 30
        band = near[away - 1 : away + 2 + leaning].any(axis=0)
        ends = band[: away - 1][::-1], band[1 - away :]  # from the corners on
        self.inked = float(band[away:-away].mean())
        self.going_on = sum(bool(end.mean() > _RUNS_ON) for end in ends)
        self.jutting = sum(bool(end[:2].all()) for end in ends)
        self.beside = float(near[away // 3 : away - 2, away:-away].mean())


def _has_stems(box: Bits) -> bool:
    """Whether the left and the right side are as thick as the stems of letters whose serifs touch ("II", "n")."""
    upper, lower, before, behind = _thick(box)
    return bool(min(before, behind) > min(_THICK * box.shape[1], max(upper, lower) + 2))


def _ink_inside(box: Bits) -> float:
    """The share of the inside that has ink, without specks of a pixel."""
    rim = max(3, round(0.2 * box.shape[1]), 2 + max(_thick(box)))
    rim = min(rim, (min(box.shape) - 4) // 2)
    inside = box[rim:-rim, rim:-rim]
    return float((inside[1:, 1:] & inside[:-1, 1:] & inside[1:, :-1] & inside[:-1, :-1]).mean())


def _thick(box: Bits) -> list[int]:
    """How many rows of ink the upper, lower, left and right side have, up to a third of the box."""
    return [int((side[: len(side) // 3].mean(axis=1) > 0.9).sum()) for side in (box, box[::-1], box.T, box.T[::-1])]


def _overlap(edges: Edges, box: TickBox) -> bool:
    return edges[0] < box.right and box.left < edges[2] and edges[1] < box.bottom and box.top < edges[3]


def _in_one_blank(box: TickBox, other: TickBox) -> bool:
    """Whether two boxes stand side by side as the cells of a blank do that has one for each character."""
    level = abs(box.top - other.top) < 0.5 * box.side
    return level and max(box.left - other.right, other.left - box.right) < _BESIDE * box.side
