"""A second measure beside the agreed one, of which the greater, the smaller, the sooner or the later is to count.

"Within ten days or by the end of the month, whichever comes first" is no longer ten days; neither is "the greater of 2% and
the bank's own rate" 2%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import values
from ..termsheet import Term
from .lexicon import phrases
from .matter import Judgement, Matter
from .sameness import same

_OR_THE_OTHER = re.compile(
    r"[^.;]{0,60}?(?:,|\s|\()\s*or\b[^.;]{0,150}?\b(?:whichever|if\s+(?:that|this|it|they)\s+(?:is|are|be|comes?|occurs?|falls?|ends?|affords?)(?:\s+the)?\s+(?:later|earlier|sooner|first|longer|shorter)|if\s+(?:later|earlier|sooner|longer|shorter))\b(?P<which>[^.;,)]{0,30})",
    re.IGNORECASE,
)
_WHICHEVER = re.compile(r"[\s,(]*whichever(?P<which>[^.;,)]{0,30})", re.IGNORECASE)
_ONE_OF_TWO = re.compile(
    r"\b(?:whichever|later|latest|earlier|earliest|sooner|longer|shorter|greater|lesser|maximum|minimum|first|last|or)\b",
    re.IGNORECASE,
)
_MORE = r"(?:greater|greatest|higher|highest|larger|largest|longer|longest|more|later|latest|last)"
_LESS = r"(?:lesser|least|less|lower|lowest|smaller|smallest|shorter|shortest|earlier|earliest|sooner|soonest|first)"
_UP, _DOWN = phrases(rf"\b{_MORE}\b", re.IGNORECASE), phrases(rf"\b{_LESS}\b", re.IGNORECASE)
# "the greater of (i) 2% per month and …": the agreed value comes first, or behind "and", "or"
_OF_TWO = phrases(
    rf"\b(?P<which>{_MORE}|{_LESS}) (?:amount |sum |rate |of |to occur ){{0,3}}?of:?(?: \([a-z0-9]{{1,3}}\))?(?: an?| the| interest at)?(?: [^.;]{{3,120}}? (?:and|or)(?: \([a-z0-9]{{1,3}}\))?)? \Z",
    re.IGNORECASE,
)
_BEFORE = 190  # characters before the agreed value in which it is said that it is one of two
# no rate is ever more than the law lets it be
_LAWFUL = phrases(r"\b(?:law(?:ful|fully)?|legal(?:ly)?|permi\w+|allow(?:ed|able)|usury|statut\w+)\b", re.IGNORECASE)


def check(matter: Matter, term: Term, kept: Judgement) -> Judgement | None:
    """An agreed amount, rate, period or day beside another of which one is to count; None where it stands alone."""
    if not kept.sure or not isinstance(term.agreed, values.Duration | values.DateValue | values.Percent):
        return None
    sheet = " ".join(x for x in (term.agreed_text, term.start, term.of, term.note) if x)
    if _ONE_OF_TWO.search(" ".join(term.exceptions)):
        return None
    for found in _agreed(matter, term, kept):
        last = matter.sentence_span(matter.sentence_at(found.start))[1]
        place = _beside(matter, found, last, sheet) or _one_of(matter, term, found, last, sheet)
        if place:
            words = " ".join(matter.text[slice(*place)].split())
            message = f'Beside what was agreed the draft has another measure: "{words}".'
            return Judgement("changed", kept.found, (("states", *place),), message, "both")
    return None


def _agreed(matter: Matter, term: Term, kept: Judgement) -> Iterator[values.Found]:
    """The agreed value where it stands among the words that count."""
    for _, found in matter.founds:
        shown = any(s <= found.start and found.end <= e for _, s, e in kept.spans)
        if shown and found.value is not None and same(term.agreed, found.value):
            yield found


def _beside(matter: Matter, found: values.Found, last: int, sheet: str) -> tuple[int, int] | None:
    """The agreed value with another one behind it: "ten days or by the end of the month, whichever comes first"."""
    if isinstance(found.value, values.Percent):
        return None
    m = _OR_THE_OTHER.match(matter.text, found.end, last) or _WHICHEVER.match(matter.text, found.end, last)
    if m is None or (_ONE_OF_TWO.search(sheet) and not the_other_way(m["which"] or m[0][-40:], sheet)):
        return None
    return found.start, m.end()


def _one_of(matter: Matter, term: Term, found: values.Found, last: int, sheet: str) -> tuple[int, int] | None:
    """The agreed value as one of two, of which more than was agreed may come, or less: "the greater of 2% and …"."""
    first, _ = matter.sentence_span(matter.sentence_at(found.start))
    at = max(first, found.start - _BEFORE)
    m = _OF_TWO.search(matter.text[at : found.start])
    if m is None or (_ONE_OF_TWO.search(sheet) and not the_other_way(m["which"], sheet)):
        return None
    lawful = _LAWFUL.search(m[0]) or _LAWFUL.search(matter.text, found.end, last)
    return None if lawful and _DOWN.search(m["which"]) else (at + m.start(), found.end)


def the_other_way(which: str, sheet: str) -> bool:
    """Whether the draft takes the greater or later of two where the sheet takes the smaller or sooner, or the other way round."""
    up, down = _UP.search(which), _DOWN.search(which)
    ours_up, ours_down = _UP.search(sheet), _DOWN.search(sheet)
    return bool(up and not down and ours_down and not ours_up) or bool(down and not up and ours_up and not ours_down)
