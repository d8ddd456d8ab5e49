"""The letter as plain text, for a mail."""

from __future__ import annotations

import textwrap

from ...model import Review
from .. import Page
from . import Letter, compose
from .points import Point

WIDTH = 78


def write(review: Review, page: Page) -> str:
    """The letter in lines that any mail program shows as they are."""
    return text_of(compose(review))


def text_of(letter: Letter) -> str:
    """The same of a letter already composed."""
    blocks = [f"Subject: {letter.subject}", letter.greeting, *map(_folded, letter.opening)]
    for part in letter.parts:
        blocks += [f"{part.heading.upper()}", *(block for point in part.points for block in _point(point))]
    blocks += [*map(_folded, letter.closing), "With kind regards,", letter.sender]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _point(point: Point) -> list[str]:
    head = f"{point.title}, {point.place}" if point.place else point.title
    said = textwrap.fill(f"- {head}: {point.says}", WIDTH, subsequent_indent="  ", break_long_words=False)
    return (
        [said, textwrap.indent(textwrap.fill(f"“{point.wording}”", WIDTH - 6), "      ")] if point.wording else [said]
    )


def _folded(paragraph: str) -> str:
    return textwrap.fill(paragraph, WIDTH, break_long_words=False)
