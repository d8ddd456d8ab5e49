"""The letter as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Review
from .. import Page
from ..markdown import words
from . import Letter, compose
from .points import Point


def write(review: Review, page: Page) -> str:
    """The letter, with suggested words as quotations."""
    return "\n\n".join(_blocks(compose(review))) + "\n"


def _blocks(letter: Letter) -> Iterator[str]:
    yield f"# {words(letter.subject)}"
    yield from map(words, (letter.greeting, *letter.opening))
    for part in letter.parts:
        yield f"## {words(part.heading)}"
        yield from map(_point, part.points)
    yield from map(words, letter.closing)
    yield f"With kind regards,  \n{words(letter.sender)}"


def _point(point: Point) -> str:
    place = f" ({words(point.place)})" if point.place else ""
    said = f"- **{words(point.title)}**{place}. {words(point.says)}"
    return f"{said}\n\n  > {words(point.wording)}" if point.wording else said
