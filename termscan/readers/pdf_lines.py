"""The lines of one PDF page, with where each stands.

pdfium gives the text of a page in one call; only the first and the last character of a line are asked for their place,
since asking for every character costs more than all the rest of reading. Lengths are in points (1/72 inch); a page is
turned so that its text stands upright, whatever the producer did with it.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

Box = tuple[float, float, float, float]  # left, bottom, right, top

SOFT_HYPHEN = "\u00ad"
_PDFIUM_HYPHEN = "\ufffe"  # stands for a hyphen and the line end behind it
_PIECE = re.compile(f"[^\r\n{_PDFIUM_HYPHEN}]+{_PDFIUM_HYPHEN}?")
_GLYPHS = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
        "☐": "[ ]", "□": "[ ]", "❏": "[ ]", "❑": "[ ]", "\uf06f": "[ ]", "\uf071": "[ ]", "\uf0a8": "[ ]",
        "☑": "[x]", "☒": "[x]", "✓": "[x]", "✔": "[x]", "✗": "[x]", "✘": "[x]",
        "\uf0fc": "[x]", "\uf0fd": "[x]", "\uf0fe": "[x]", "\uf0fb": "[x]", "\uf078": "[x]",
        "\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", _PDFIUM_HYPHEN: "-",
        "\u037e": ";",  # the Greek question mark, which some producers write for a semicolon
        "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None, "\ufffd": None,
    }
)  # fmt: skip
_TICK = re.compile("[☐□❏❑☑☒✓✔✗✘\uf06f\uf071\uf0a8\uf0fc\uf0fd\uf0fe\uf0fb\uf078]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


class Line(NamedTuple):
    """A line, or a part of one: its text with single spaces, and its place on the upright page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    column: int = 0  # lines are compared in width and indent only with those of the same column
    row: bool = False  # a row of a ruled table, whole

    @property
    def height(self) -> float:
        return self.top - self.bottom


class Piece(NamedTuple):
    """A run of characters that pdfium holds for one line: character indices, end exclusive, and its upright place."""

    text: str
    start: int
    end: int
    box: Box


class PageText(NamedTuple):
    """What pdfium's text of one page amounts to; `turn` counts the quarter turns by which its lines were turned."""

    pieces: tuple[Piece, ...]
    turn: int
    slanted: tuple[str, ...]  # stamps and watermarks that stand at an angle


def clean(text: str) -> str:
    """The text with ligatures, tick boxes and odd blanks in plain characters, and with single spaces.

    A soft hyphen stays only where it ends the text.
    """
    if not text.isascii():
        text = text.translate(_GLYPHS)
        if SOFT_HYPHEN in text:
            tail = SOFT_HYPHEN if text.rstrip().endswith(SOFT_HYPHEN) else ""
            text = text.replace(SOFT_HYPHEN, "") + tail
    return " ".join(_CONTROL.sub("", text).split())


def turned(box: Box, turn: int) -> Box:
    """The box after `turn` quarter turns clockwise about the origin."""
    left, bottom, right, top = box
    for _ in range(turn % 4):
        left, bottom, right, top = bottom, -right, top, -left
    return left, bottom, right, top


def char_box(textpage: Any) -> Callable[[int], Box]:
    """A function that gives the box of a character by its index, on the page as it lies."""
    from pypdfium2 import raw

    ask, rect = raw.FPDFText_GetLooseCharBox, raw.FS_RECTF()
    reference = ctypes.byref(rect)

    def box(index: int) -> Box:
        if not ask(textpage, index, reference):
            return (0.0, 0.0, 0.0, 0.0)
        return rect.left, rect.bottom, rect.right, rect.top

    return box


def read_page_text(textpage: Any) -> PageText:
    """Reads all pieces of a page in the order of its content stream."""
    from pypdfium2 import raw

    box = char_box(textpage)
    found = []
    for text, start, last in _runs(textpage):
        angle = raw.FPDFText_GetCharAngle(textpage, start)
        found.append((text, start, last, _quarter(angle), _around(box(start), box(last))))
    turns: Counter[int | None] = Counter()
    for text, _, _, quarter, _ in found:
        turns[quarter] += len(text)
    turn = max((q for q in turns if q is not None), key=lambda q: turns[q], default=0)
    upright: list[Piece] = []
    aside: list[Piece] = []
    slanted: list[str] = []
    for text, start, last, quarter, place in found:
        if quarter is None:
            slanted.append(clean(text))
        else:
            (upright if quarter == turn else aside).append(Piece(text, start, last + 1, turned(place, turn)))
    return PageText((*upright, *aside), turn, tuple(slanted))


def split_at(piece: Piece, cuts: Iterable[int], place: Callable[[int], Box]) -> Iterator[Piece]:
    """Cuts a piece before the characters of the given indices; `place` gives a character's upright box."""
    edges = [piece.start, *cuts, piece.end]
    for start, end in pairwise(edges):
        text = piece.text[start - piece.start : end - piece.start]
        lead = len(text) - len(text.lstrip())
        if lead < len(text):
            first, last = start + lead, start + len(text.rstrip()) - 1
            yield Piece(text.strip(), first, last + 1, _around(place(first), place(last)))


def ticks_in_place(piece: Piece, place: Callable[[int], Box]) -> Piece:
    """The piece with its tick boxes where they stand: some producers write those of a line before all of its words."""
    if not _TICK.search(piece.text):
        return piece
    words = [(place(piece.start + word.start())[0], word[0]) for word in re.finditer(r"\S+", piece.text)]
    return piece._replace(text=" ".join(word for _, word in sorted(words, key=lambda found: found[0])))


def inside(line: Line, box: Box) -> bool:
    """Whether the middle of a line stands in a box, or a point beside it."""
    x, y = (line.left + line.right) / 2, (line.bottom + line.top) / 2
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def as_line(piece: Piece) -> Line:
    return Line(clean(piece.text), *piece.box)


def _runs(textpage: Any) -> Iterator[tuple[str, int, int]]:
    """Each run without blanks at its ends, with the character indices of its first and last character."""
    from pypdfium2 import raw

    count = raw.FPDFText_CountChars(textpage)
    if count <= 0:
        return
    units = (ctypes.c_ushort * (2 * count + 2))()
    written = raw.FPDFText_GetText(textpage, 0, count, units)
    page = bytes(units)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    # Characters outside the basic plane and characters without a meaning shift the indices; both are rare.
    shifted = len(page) != count
    for match in _PIECE.finditer(page):
        text = match[0].rstrip()
        lead = len(text) - len(text.lstrip())
        if lead == len(text):
            continue
        first, last = match.start() + lead, match.start() + len(text) - 1
        if shifted:
            first, last = (len(page[:at].encode("utf-16-le", "replace")) // 2 for at in (first, last))
        start, end = first, last
        if shifted:
            start, end = (raw.FPDFText_GetCharIndexFromTextIndex(textpage, at) for at in (first, last))
        if start >= 0 and end >= 0:
            yield text.lstrip(), start, end


def _quarter(angle: float) -> int | None:
    """How many quarter turns the text is turned; None at any other angle."""
    quarters = angle / (math.pi / 2)
    nearest = round(quarters)
    return nearest % 4 if abs(quarters - nearest) < 0.06 else None


def _around(first: Box, last: Box) -> Box:
    return min(first[0], last[0]), min(first[1], last[1]), max(first[2], last[2]), max(first[3], last[3])
