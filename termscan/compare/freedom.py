"""Agreed that somebody is not bound: a draft that says he is free, except where it counts, binds him after all.

"Agency may work for other shops, though not for those that sell posters" is a restriction in the dress of a freedom.
"""

from __future__ import annotations

import re

from ..extract.masking import SIDES
from ..rulebook import Kind
from ..termsheet import Term
from .conditions import relevant, takes
from .lexicon import phrases
from .matter import Harmed, Judgement, Matter, protects
from .novelty import explained, short

# "may" and its like (Adams, A Manual of Style for Contract Drafting: language of discretion), said of dealing with others
_FREE = phrases(
    r"\b(?:(?:is|are|remains?|be)\s+free\b|at\s+liberty\b|may\s+(?!not\b|be\b)|(?:is|are|be)\s+not\s+(?:obligated|obliged|bound|restricted|prevented)\b"
    r"|nothing\b[^.;]{0,40}\b(?:prevents?|restricts?|prohibits?|precludes?|limits?)\b)",
    re.IGNORECASE,
)
_OTHERS = phrases(
    r"\b(?:other|others|another|anyone|anybody|similar|any\s+(?:third\s+)?(?:party|person)|third\s+part(?:y|ies)|competit\w+|elsewhere)\b",
    re.IGNORECASE,
)


NEAR_OTHERS = 40  # characters after "others" within which it may still be said what is done with them
_DEALS = phrases(
    r"\b(?:work|deal|sell|suppl|serv|provid|buy|purchas|engag|appoint|contract|compet|offer|market|distribut|licen[cs]|obtain|sourc|render|perform|act|enter|promot|do business|list|represent|cater|carr|ma[kn]|sponsor)\w*",
    re.IGNORECASE,
)
_ONLY_THEN = phrases(r"only|once|as\s+soon\s+as|not\s+before|unless", re.IGNORECASE)  # free, but not yet


def curtailed(matter: Matter, term: Term, kind: Kind) -> Judgement | None:
    """A freedom to deal with others that the draft curtails by an exception or condition; None where it stays whole."""
    if kind.party_is != "bound" or kind.order:
        return None
    known = explained(matter, term, kind)
    for index in range(len(matter.reading.masked)):
        start, end = matter.sentence_span(index)
        m = _FREE.search(matter.text, start, end) if matter.topical(kind.name, index) >= 1 else None
        others = _OTHERS.search(matter.text, m.end(), end) if m else None
        if m is None or others is None or _of_another(matter, kind, index):
            continue
        if not _DEALS.search(matter.text, m.end(), min(end, others.end() + NEAR_OTHERS)):
            continue  # what somebody may do besides is no dealing: "may keep other records"
        stated = Judgement("kept", "none", (("states", m.start(), end),), "")
        for q in relevant(matter, start, end, stated):
            if (q.sort == "exception" or _ONLY_THEN.match(q.opener)) and takes(matter, term, None, q, known):
                message = f'Agreed was none; the draft leaves only a freedom with a hole in it: "{short(q.words)}".'
                return Judgement(
                    "changed", short(q.words), (("states", q.start, q.end),), message, _hurt(matter, index, term)
                )
    return None


def _of_another(matter: Matter, kind: Kind, index: int) -> bool:
    """Whether the sentence states another kind, and this one not: what may be assigned is no dealing with others."""
    here = {name for name, _ in matter.stated_in(index)}
    return bool(here) and kind.name not in here


def _hurt(matter: Matter, index: int, term: Term) -> Harmed:
    """Whose freedom it is: the one side that the sentence names; both, where it names both or none."""
    words = matter.reading.masked[index].words
    named = {SIDES[w[0]] for w in words.split(" ") if w and w[0] in SIDES}
    side = named.pop() if len(named) == 1 else None
    return side if side in ("customer", "provider") else protects(term, None)  # type: ignore[return-value]
