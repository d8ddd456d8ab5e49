"""Where the words that name a start stand: "within 30 days after [receipt of the invoice], by cheque"."""

from __future__ import annotations

import re

LONGEST = 110  # characters of a draft that may name a start

_START = re.compile(
    r"\s*(?:\([^)]{0,40}\)\s*)?(?:period\s+)?(?:(?:have|has|had|shall\s+have)\s+(?:passed|elapsed|expired|gone\s+by|run)\s+)?(?P<from>after|from|since|following|(?:which|that)\s+follows?|upon|of|as\s+of|beginning\s+(?:on|with|from|upon)|commencing\s+(?:on|with|from|upon)|"
    r"starting\s+(?:on|with|from|upon)|(?:counted|running|reckoned|computed|measured|calculated)\s+from|once|when)\s+(?P<start>(?:[^,;.()|]|\.(?=\d)){3,})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?<=\s)(?:we|you|they|he|she)\s+(?:may|shall|will|must|can)\b|\b(?:shall|will|may|must|can|is|are|was|and|or|to|for|unless|except|provided|if|without|by\s+(?:giving|electronic|wire|bank|direct|cheque|check|telegraphic|transfer)|in\s+which|whichever|go(?:es)?\s+by|elapses?)\b|\n\s*\n",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:it|they|that|this)\s+(?:was|were|is|are|has|have)\b", re.IGNORECASE)  # "after it was sent"
# "the date on which each invoice is approved"
_DAY_WHEN = re.compile(
    r"(?:the\s+)?(?:date|day|time|moment)\s+(?:(?:on|at|in)\s+which|when)\s+[^,;.()]{3,60}?\s(?:is|are|was|were|has|have)\s+(?:been\s+)?(?:[a-z]+ly\s+)?[a-z]+\b",
    re.IGNORECASE,
)
_CUT = re.compile(r"[,;()]|\.(?!\d)")  # the point in "Section 5.1.2" ends nothing


def named(text: str, at: int) -> tuple[int, int] | None:
    """Where the words that name a start stand, after a period that ends at `at`."""
    m = _START.match(text, at, at + LONGEST + 40)
    return words_of(text, m.start("start"), m.end("start")) if m else None


def words_of(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words that name a start come to their end, from where they begin."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    told = _PRONOUN.match(text, start, end) or _DAY_WHEN.match(text, start, end)
    stop = _ENDS.search(text, told.end() if told else start, end)
    cut = _CUT.search(text, start)
    end = min(stop.start() if stop else end, start + LONGEST, cut.start() if cut else end)
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if end - start >= 3 else None
