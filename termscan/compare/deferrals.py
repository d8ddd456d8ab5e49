"""A sum or a share that falls due later than agreed: after a period, an event or a reminder of the draft's own.

What starts the clock of a period is judged in `starts`.
"""

from __future__ import annotations

import re

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .events import event
from .lexicon import concepts, content
from .matter import Judgement, Matter, protects
from .starts import LONGEST, moved

_AFTER = re.compile(r"\s*(?:\([^)]{0,20}\)\s*)?(?:after|from|following|past|beyond|overdue|late)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?:commencing|beginning|starting|effective|with\s+effect)\s+(?:on|with|from|upon|as\s+of)\s+", re.IGNORECASE
)


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """A sum or share that the sheet dates and the draft begins later: after a period, or an event, of its own."""
    if kind is None or not isinstance(term.agreed, (values.Percent, values.Money)):
        return None
    if kind.name == "payment.late_interest":
        return _late(matter, term, kind, kept)
    if term.start is None:
        return None
    governing = {matter.sentence_at(s) for _, s, _ in kept.spans}
    for index, found in matter.founds:
        fresh = found.type == "duration" and found.value is not None
        fresh = fresh and not matter.mentions(found.value)  # type: ignore[arg-type]
        if index in governing and fresh and _AFTER.match(matter.text, found.end):
            return moved(
                matter, kept, found.start, found.start, found.end, term.start, protects(term, kind), "only after "
            )
    dated = any(f.type == "date" for f in values.find(term.start))
    for index in governing if dated else ():
        first, last = matter.sentence_span(index)
        m = _BEGINS.search(matter.text, first, last)
        if m and event(matter.text[m.end() : m.end() + LONGEST]):
            end = min(last, m.end() + LONGEST)
            comma = matter.text.find(",", m.end(), end)
            end = comma if comma > 0 else end
            return moved(matter, kept, m.start(), m.end(), end, term.start, protects(term, kind))
    return None


_RUNS_FROM = re.compile(
    r"\b(?:as\s+from|with\s+effect\s+from|(?:accru\w*|run\w*|counted|reckoned|payable|commencing|beginning|starting)\s+(?:[^.;,]{0,40}\s)?from|not\s+before)\s+(?P<start>the\s+[^.;]{5,110})",
    re.IGNORECASE,
)
_SO_MANY_DAYS_ON = re.compile(
    r"the\s+(?:[\w-]+\s+){1,5}?(?:day|week|month)s?\s+(?:after|following|from)\b", re.IGNORECASE
)
_NOT_IN_TIME = ("notice", "approval", "acceptance", "resolution", "receipt")


def _late(matter: Matter, term: Term, kind: Kind, kept: Judgement) -> Judgement | None:
    """Interest that does not run from the day on which payment was due, but from one later on, or from a reminder."""
    agreed = term.start or "the due date"
    for index in dict.fromkeys(i for _, s, _ in kept.spans for i in matter.beside(matter.sentence_at(s), 0, 1)):
        first, last = matter.sentence_span(index)
        m = _RUNS_FROM.search(matter.text, first, last)
        if m is None or (term.start and set(content(m["start"])) & concepts([term.start])):
            continue
        told = event(m["start"])
        if _SO_MANY_DAYS_ON.match(m["start"]) or (told is not None and told.name in _NOT_IN_TIME):
            span = m.span("start")
            return moved(matter, kept, m.start(), *span, agreed, protects(term, kind))
    return None
