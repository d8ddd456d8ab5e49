"""How many, how often and which one, in small numbers: plain words that only a noun tells apart.

A small number alone may count anything ("two copies"), and another one in a sentence is no news. A number with the thing
that it counts is: five bakers and three bakers, twice a year and once a year, the first order and the third order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ..termsheet import Term
from ..values.amounts import words
from .lexicon import content, phrases
from .matter import Judgement, Matter
from .novelty import short

_TIMES_SAID = {"once": Decimal(1), "twice": Decimal(2), "thrice": Decimal(3)}
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|\d{1,2})(?![\d.,:]*\d)(?!\s*%)"
_ASIDE = r"(?: \(\d+\))?(?: (?:such|further|new|more|additional|other|separate|free|of its|of their|of our|of your))*"
# typed values, which are compared as such, and things that every sentence counts
_UNTOLD = frozenset([
    "day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years", "hour", "hours",
    "minute", "minutes", "percent", "per", "cent", "of", "and", "or", "in", "to", "at", "by", "the", "other",
    "party", "parties", "side", "sides", "half", "halves", "third", "thirds", "business", "working", "calendar",
    "million", "billion", "thousand", "hundred", "dollars", "copies", "consecutive", "times", "am", "pm",
    "clock", "is", "are", "which", "that",
])  # fmt: skip
_COUNT = phrases(
    rf"(?<![\d.,$€£-])\b(?P<number>{_NUMBER}){_ASIDE} (?P<thing>[a-z]+(?:-[a-z]+)?)(?: (?P<next>[a-z]+))?",
    re.IGNORECASE,
)
_ANY_NUMBER = phrases(rf"\b(?P<number>{_NUMBER})\b|\((?P<digits>\d+)\)", re.IGNORECASE)
_TIMES = phrases(
    r"\b(?:(?P<adverb>once|twice|thrice)|(?P<count>[a-z]+|\d+)(?: \(\d+\))? times) (?:a|an|per|each|every|in each|in every|in any|during each|during any|in a|in one)(?: calendar| contract| business)? (?P<unit>day|week|month|quarter|year)\b",
    re.IGNORECASE,
)
_ORDINAL = phrases(
    r"\b(?P<which>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?: (?:full|complete|calendar|contract|renewal|such|two|three|four|five|few))* (?P<thing>[a-z]+)\b",
    re.IGNORECASE,
)


class Other(NamedTuple):
    """What the sheet counts, and the draft otherwise."""

    agreed: str
    says: str


def check(matter: Matter, term: Term, near: list[int]) -> Judgement | None:
    """Another small number of the very thing that plain words count; None where there is none."""
    start, end = matter.sentence_span(near[0])
    found = otherwise(term.agreed_text, matter.text[start:end])
    if found is None:
        return None
    message = f'Agreed was "{found.agreed}"; the draft says "{short(found.says)}".'
    return Judgement("changed", found.says, (("states", start, end),), message, "both")


def otherwise(agreed: str, text: str) -> Other | None:
    """The first count of a text that is another than the agreed one of the same thing."""
    return next((x for find in (_how_often, _how_many, _which) for x in find(agreed, text)), None)


def _how_often(agreed: str, text: str) -> Iterator[Other]:
    said = [(_times(m), m["unit"].lower(), m[0]) for m in _TIMES.finditer(text)]
    for m in _TIMES.finditer(agreed):
        others = [x for x in said if x[1] == m["unit"].lower()]
        if others and all(x[0] != _times(m) for x in others):
            yield Other(m[0], others[0][2])


def _times(m: re.Match[str]) -> Decimal | None:
    return _number(m["adverb"] or m["count"])


def _how_many(agreed: str, text: str) -> Iterator[Other]:
    numbers = {_number(m["number"] or m["digits"]) for m in _ANY_NUMBER.finditer(text)}
    counts = [
        (_number(m["number"]), _thing(m), m[0]) for m in _COUNT.finditer(text) if m["thing"].lower() not in _UNTOLD
    ]
    for m in _COUNT.finditer(agreed):
        number = _number(m["number"])
        if m["thing"].lower() in _UNTOLD or number in numbers or number in (None, 1):
            continue
        thing = set(content(m["thing"]))
        yield from (Other(m[0], says) for n, things, says in counts if thing & things and n not in (None, 1))


def _number(word: str) -> Decimal | None:
    return Decimal(word) if word.isdigit() else _TIMES_SAID.get(word.lower()) or words(word)[0]


def _thing(m: re.Match[str]) -> set[str]:
    return set(content(" ".join(x for x in (m["thing"], m["next"]) if x)))


def _which(agreed: str, text: str) -> Iterator[Other]:
    said = [(m["which"].lower(), set(content(m["thing"])), m[0]) for m in _ORDINAL.finditer(text)]
    for m in _ORDINAL.finditer(agreed):
        thing = set(content(m["thing"]))
        if thing and m["which"].lower() not in text.lower():
            yield from (Other(m[0], says) for _, things, says in said if thing & things)
