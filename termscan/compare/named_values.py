"""Another value that a sentence gives to the thing by its name: "the Base Fee, being USD 34,000", "the two years of the Initial Term".

No cue reads such words: they state nothing, and speak of something else. But a name and a value that stand together, with
no more than a copula between them, say what the thing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .definitions import named as in_use
from .lexicon import content, phrases
from .matter import Judgement, Matter
from .rivals import disagree
from .sameness import same

BEFORE, BEHIND = 90, 110  # characters about a value in which the name of the thing stands
ABOUT = 60  # characters about the agreed words in which it is defined

_COPULA = r"\s*(?:\([^)]{0,40}\))?[\s,:\"”]*(?:(?:is|are|being|of|shall|will|be|runs?|for|lasts?|continues?|amounts?|to|at|namely|equals?|stands?|comes?|the|sum|an?|period)[\s,:]+){0,5}\Z"
_WHICH_IS = r"[\s,]*(?:[^;.]{0,40},\s*)?(?:(?:of|that|which|is|are|being|as|makes?|up|constitut\w+|forms?)\s+){1,3}(?:the|its|this)?\s*(?:initial\s+)?"
# a part of it, or what is counted from it: "the last two months of the Term", "within ten days of the Term"
_PART = phrases(
    r"\b(?:first|last|final|each|any|every|next|initial|remaining|additional|further|within|after|before|following|preceding|at least|more than|less than)(?: a period of)?(?: the)? \Z",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"(?i)(?:term|period|phase|season)\Z")
_INITIAL = ("initial term", "initial period", "term of this agreement")
_BY_THE = {"hour": "hourly", "day": "daily", "month": "monthly", "year": "annual"}
_MAY_BE = (values.Duration, values.Money, values.Percent, values.Multiple)


def check(matter: Matter, term: Term, kind: Kind, kept: Judgement) -> Judgement | None:
    """A sentence that names what was agreed with another value; None where none does."""
    if not isinstance(term.agreed, _MAY_BE):
        return None
    governing = {matter.sentence_at(s) for _, s, _ in kept.spans}
    names = [_around(name) for name in dict.fromkeys(_names(matter, term, kept))]
    for index, found in matter.founds if names else ():
        if index in governing or found.value is None or matter.recital(found.start):
            continue
        if _another(matter, term, found.value) and any(_is(matter, index, found, name) for name in names):
            return disagree(matter, term, kind, kept.spans[0], found)
    return None


def _names(matter: Matter, term: Term, kept: Judgement) -> Iterator[str]:
    """What the thing is called: by the draft where it states it, by the sheet, by its kind."""
    own = set(content(term.kind.split(".")[1].replace("_", " ")))
    length = isinstance(term.agreed, values.Duration)
    for d in matter.reading.outline.definitions:
        beside = any(s < d.end + ABOUT and d.start - ABOUT < e for _, s, e in kept.spans)
        words = set(content(d.name))
        fits = not length or (_LENGTH.search(d.name) and words & own)
        if d.how in ("means", "hereby") and beside and fits and not words <= matter.party_concepts:
            yield d.name
    if term.kind == "term.initial_term":
        yield from _INITIAL
    if not length:
        yield from (x for x in (term.scope,) if x)
        if term.kind != "payment.rate":  # a contract has many
            yield term.kind.split(".")[1].replace("_", " ")
    by = _BY_THE.get(getattr(term.agreed, "per", None) or "")
    yield from (f"{by} {what}" for what in ("rate", "fee", "charge") if by and isinstance(term.agreed, values.Money))


@lru_cache(maxsize=4000)
def _around(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A name with a copula behind it, and with one before it; only a name in small letters may be written either way."""
    pattern = in_use(name).pattern if name[0].isupper() else f"(?i:{in_use(name).pattern})"
    return phrases(pattern + _COPULA), phrases(_WHICH_IS + pattern)


def _another(matter: Matter, term: Term, value: values.Value) -> bool:
    """Whether a value is of the agreed sort and another one, which the sheet does not have for something like it."""
    if type(value) is not type(term.agreed) or same(term.agreed, value):
        return False
    if isinstance(value, values.Money):
        return not matter.mentions(value) and value.per in (None, getattr(term.agreed, "per", None))
    alike = [t for t in matter.sheet.terms if t.kind.split(".")[0] == term.kind.split(".")[0]]
    return values.compare(term.agreed, value) in ("more", "less") and not any(same(t.agreed, value) for t in alike)


def _is(matter: Matter, index: int, found: values.Found, name: tuple[re.Pattern[str], re.Pattern[str]]) -> bool:
    """Whether the name stands before the value, or behind it, with nothing but a copula between them."""
    start, end = matter.sentence_span(index)
    before, behind = name
    words = matter.text[max(start, found.start - BEFORE) : found.start]
    if behind.match(matter.text, found.end, min(end, found.end + BEHIND)):
        return _PART.search(words) is None
    return before.search(words) is not None
