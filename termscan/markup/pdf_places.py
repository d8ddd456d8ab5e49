"""Where on the pages of a PDF words of its text stand, as the boxes of their lines.

The reader mends what pages break: hyphens, columns, running heads. So words are found by their letters and digits alone,
and among equal ones by what stands round them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from ..model import Document

_AROUND = 80  # letters that tell one of several equal passages
_FEWEST = 12  # letters of a part of a passage
_MOST_SIGNS = 6
_TICKED = re.compile(r"\[x\]")  # the page shows a box


class Box(NamedTuple):
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


class Lines(NamedTuple):
    """The lines of a passage on one page, counted from 0."""

    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class _Letters:
    """Letters and digits, each with where it came from."""

    text: str
    origins: tuple[int, ...]

    @classmethod
    def of(cls, signs: Iterator[tuple[int, str]]) -> _Letters:
        kept = [(c, at) for at, sign in signs for c in unicodedata.normalize("NFKC", sign).lower() if c.isalnum()]
        return cls("".join(c for c, _ in kept), tuple(at for _, at in kept))


class PdfPlaces:
    """The pages of a PDF, searched for words of the text that was read from them."""

    def __init__(self, draft: Document, pdf: Any) -> None:
        self._draft, self._pdf = draft, pdf
        self._letters = lru_cache(maxsize=4)(self._letters_of)

    def of(self, start: int, end: int) -> list[Lines]:
        """The lines that the words from `start` to `end` fill, page by page; none where they cannot be found."""
        found = (self._on_page(page, start, end) for page in self._pages(start, end))
        return [lines for lines in found if lines.boxes]

    def _pages(self, start: int, end: int) -> range:
        first = self._draft.page_at(start) or 1
        return range(first - 1, self._draft.page_at(max(start, end - 1)) or first)

    def _on_page(self, page: int, start: int, end: int) -> Lines:
        pages = (*(self._draft.pages or (0,)), len(self._draft.text))
        start, end = max(start, pages[page]), min(end, pages[page + 1])
        wanted = _letters_in(self._draft.text, start, end)
        shown, boxes = self._letters(page)
        wanted, places = _found(shown.text, wanted)
        if not places:
            return Lines(page, ())
        before = _letters_in(self._draft.text, max(0, start - 2 * _AROUND), start)
        after = _letters_in(self._draft.text, end, end + 2 * _AROUND)
        at = max(places, key=lambda p: _alike(shown.text, p, len(wanted), before, after))
        signs = shown.origins[at : at + len(wanted)]
        ahead, behind = _signs_round(self._draft.text[start:end])
        whole = (
            *range(max(0, signs[0] - ahead), signs[0]),
            *dict.fromkeys(signs),
            *range(signs[-1] + 1, min(len(boxes), signs[-1] + 1 + behind)),
        )
        return Lines(page, tuple(_lines(boxes[sign] for sign in whole)))

    def _letters_of(self, page: int) -> tuple[_Letters, list[Box]]:
        words = self._pdf[page].get_textpage()
        count = words.count_chars()
        shown = words.get_text_range(0, count) if count else ""
        if len(shown) != count:  # signs outside the basic plane or without a letter: one by one
            shown = [words.get_text_range(n, 1) for n in range(count)]
        boxes = [Box(*words.get_charbox(n, loose=True)) for n in range(count)]
        return _Letters.of(iter(enumerate(shown))), boxes


def _letters_in(text: str, start: int, end: int) -> str:
    return _Letters.of(iter(enumerate(_TICKED.sub("", text[start:end])))).text


def _signs_round(quote: str) -> tuple[int, int]:
    """How many signs stand before the first and after the last letter of a quote: a "$", a "%", a bracket."""
    ahead = next((n for n, sign in enumerate(quote) if sign.isalnum()), 0)
    behind = next((n for n, sign in enumerate(reversed(quote)) if sign.isalnum()), 0)
    return min(ahead, _MOST_SIGNS), min(behind, _MOST_SIGNS)


def _found(text: str, wanted: str) -> tuple[str, list[int]]:
    """A passage and where it stands; where a page has it in another order than the text, half of it will do."""
    half = len(wanted) // 2
    for part in (wanted, *(part for part in (wanted[:half], wanted[half:]) if len(part) >= _FEWEST)):
        places = list(_all(text, part)) if part else []
        if places:
            return part, places
    return wanted, []


def _all(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _alike(text: str, at: int, length: int, before: str, after: str) -> int:
    """How many letters before and after a passage are as they should be."""
    ahead = text[max(0, at - _AROUND) : at]
    behind = text[at + length : at + length + _AROUND]
    return _common(ahead[::-1], before[::-1]) + _common(behind, after)


def _common(one: str, other: str) -> int:
    return sum(accumulate((a == b for a, b in zip(one, other)), lambda so_far, same: so_far and same))


def _lines(boxes: Iterator[Box]) -> Iterator[Box]:
    """The boxes of signs as one box for each line."""
    line: Box | None = None
    for box in boxes:
        if line is not None and _on_line(line, box):
            line = Box(
                min(line.left, box.left),
                min(line.bottom, box.bottom),
                max(line.right, box.right),
                max(line.top, box.top),
            )
        else:
            if line is not None:
                yield line
            line = box
    if line is not None:
        yield line


def _on_line(line: Box, box: Box) -> bool:
    middle = (box.bottom + box.top) / 2
    return line.bottom <= middle <= line.top and box.left >= line.left
