"""What the words of a paragraph say about its part in a draft, in whatever format it came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from ..model import Block

Style = Literal["body", "heading", "title", "row", "footnote", "textbox"]

LONGEST_HEADING = 120  # characters; many drafts give whole clauses a heading's style for its number
LONGEST_COLUMN_NAME = 60  # characters
_MOST_WORDS = 5  # of a heading that reads like a sentence
_LONGEST_QUOTE = 60  # characters
_SENTENCE = re.compile(r"[a-z][.:;]\s+\S|\b(?:shall|will|must|may|is|are|has|have)\b|[,;]$")
_AGREEMENT = re.compile(r"(?i)\b(?:agreement|contract|terms|statement of work|order form|deed|lease|licen[cs]e)\b")
_FIGURE = re.compile(r"[$€£%\[]|\d{3}|___|[.;:]$")
_MEASURE = re.compile(
    r"(?i)\b(?:amounts?|costs?|dates?|due|fees?|payments?|prices?|rates?|totals?|hours|quantity|value)\b"
)


def style_of(words: str, level: int | None, titled: bool = False) -> Style:
    """What a paragraph is that the format calls a heading of this level, or a title: many are sentences all the same."""
    if level is None and not titled:
        return "body"
    many = len(words.split()) > _MOST_WORDS
    if len(words) > LONGEST_HEADING or words[:1].islower() or (many and is_sentence(words)):
        return "body"
    return "title" if titled else "body" if level is None else "heading"


def is_sentence(words: str) -> bool:
    """Whether words read on as a sentence does."""
    return _SENTENCE.search(words) is not None


def title_of(text: str, blocks: Sequence[Block]) -> str | None:
    """The paragraph styled as title; else the first of the first short ones that calls itself an agreement."""
    styled = (b for b in blocks if b.style == "title")
    short = (b for b in blocks[:8] if b.style != "row" and b.end - b.start < LONGEST_HEADING)
    named = (b for b in short if _AGREEMENT.search(text, b.start, b.end) and text[b.end - 1] not in ".,;:")
    block = next(styled, None) or next(named, None)
    return " ".join(text[block.start : block.end].split()) if block else None


def names_columns(cells: Sequence[str], bold: bool) -> bool:
    """Whether the first row of a table holds the headings of its columns: short names without figures.

    Of two columns the first row is as often a label with its value: there it must be bold, or name a measure.
    """
    if len(cells) < 2 or not all(cells[1:]):
        return False
    if any(len(cell) > LONGEST_COLUMN_NAME or _FIGURE.search(cell) for cell in cells):
        return False
    return len(cells) > 2 or bold or bool(_MEASURE.search(cells[-1]))


def short(words: str) -> str:
    """Words that a passage can be found by."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_QUOTE else words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
