"""Conditions, exceptions, limits and softenings in the words around a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Sort = Literal["exception", "condition", "softening", "start"]

# Connectives that open a qualifier, by what they do to the rule they follow. The lists are those of drafting manuals
# (Adams, A Manual of Style for Contract Drafting, on exceptions and conditions; Burnham on "provided that").
_OPENS: tuple[tuple[Sort, str], ...] = (
    ("exception", r"except(?:ing)?(?: that| for| as| where| when| if| to the extent| in)?|sav(?:e|ing)(?: that| for| as| where| in| only| to)?(?= )|other than|excluding|exclusive of|but not|with the exception of|apart from|does not (?:apply|extend|include)|do(?:es)? not keep|shall not (?:apply|extend)|will not (?:apply|extend)|not including|rather than|instead of|in lieu of|short of"),
    ("condition", r"provided(?:,? (?:however|further|always))?,? (?:that|however)|on (?:the )?condition that|if and (?:only|to the extent)|only (?:if|when|where|after|upon|to the extent|in so far|for|with)|(?:but )?only (?:as|to)|to the extent|so (?:far|long) as|as long as|in ?so ?far as|insofar as|subject to|contingent (?:up)?on|conditional (?:up)?on|once|unless and until|not before|though not|not earlier than|for (?:as|so) long as|while"),
    ("softening", r"(?:at|in) [^,;.]{0,30}?\b(?:option|election|discretion)|in (?:its|his|her|their|the)[^,;.]{0,30}?(?:opinion|judgment|judgement)|if [^,;.]{2,40} so (?:elects?|chooses?|wishes|decides|requests?)|(?:best|reasonable|commercially reasonable|good faith|diligent|all reasonable) (?:efforts|endeavou?rs)|"
     r"(?:sees?|thinks?|deems?|considers?|finds?) (?:it )?(?:fit|appropriate|necessary|proper|advisable)|to the satisfaction of|satisfactory to|may elect|(?:so )?elects?|may choose|endeavou?rs? to|with a view to|aims? to|where practicable|when convenient|"
     r"as (?:it|he|she|they) (?:(?:may )?(?:see|think|deem|decide|elect|wish|choose)s?)|from time to time (?:elect|determine|decide|allow|permit)|to (?:the|such) extent (?:as |that )?(?:it|he|she|they) (?:may|sees?|deems?|thinks?|reasonably)|"
     r"(?:in )?so far as (?:this |that |it )?(?:is |may be )?(?:practicable|possible|reasonable|convenient|[^,;.]{0,30}?(?:polic(?:y|ies)|practices?|circumstances|resources|staffing))|"
     r"consider(?:s|ing)? (?:in good faith|favou?rabl[ey]|any request)|in good faith (?:discuss|consider|seek|try|talk)|discuss in good faith|look(?:s|ing)? favou?rably|(?:will|shall|is to) (?:try|seek|aim|intend|hope|strive) to|"
     r"(?:is |are )?(?:presently |currently |at present )?(?:only )?estimated(?: at| to be)?|not (?:intended to be )?binding|indicative(?: only)?|for (?:guidance|information|planning) (?:purposes )?only"),
    ("start", r"(?:from|after|following|upon|of|as of)(?: the)?(?: date (?:of|on which|when))?(?= )"),
)  # fmt: skip
_OPEN = re.compile(
    "|".join(rf"(?P<{sort}>\b(?:{words})\b)" for sort, words in _OPENS if sort != "start"), re.IGNORECASE
)
_CLOSE = re.compile(r"[;.]|,(?! (?:however|if any|that|which|and without)\b)|\)|—| – ")


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A stretch of a sentence that takes from what the rest of it gives."""

    sort: Sort
    start: int  # in the draft
    end: int
    words: str
    opener: str  # the connective itself: "at its sole discretion"


def qualifiers(text: str, start: int, end: int) -> list[Qualifier]:
    """The qualifiers in a stretch of the draft, each to the next comma, bracket or connective."""
    chunk = text[start:end]
    opened = list(_OPEN.finditer(chunk))
    out = []
    for i, m in enumerate(opened):
        limit = opened[i + 1].start() if i + 1 < len(opened) else len(chunk)
        stop = _CLOSE.search(chunk, m.end() + 1)
        close = stop.start() if stop else len(chunk)
        if stop and close - m.end() < 12 and stop[0] == ",":  # "provided, however, that": the words come after
            again = _CLOSE.search(chunk, stop.end())
            close = again.start() if again else len(chunk)
        at = min(close, max(limit, m.end()))
        sort: Sort = m.lastgroup  # type: ignore[assignment]
        out.append(Qualifier(sort, start + m.start(), start + at, chunk[m.start() : at], m[0]))
    return out
