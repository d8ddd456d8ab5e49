"""A sum or a share that falls due later than agreed: after a period, an event or a reminder of the draft's own.

What starts the clock of a period is judged in `starts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .events import event
from .lexicon import concepts, content
from .matter import Judgement, Matter, protects
from .start_words import LONGEST
from .starts import moved

_AFTER = re.compile(r"\s*(?:\([^)]{0,20}\)\s*)?(?:after|from|following|past|beyond|overdue|late)\b", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?:commencing|beginning|starting|effective|with\s+effect)\s+(?:on|with|from|upon|as\s+of)\s+", re.IGNORECASE
)


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """A sum or share that the sheet dates and the draft begins later: after a period, or an event, of its own."""
    if kind is None:
        return None
    late = _years_on(matter, term, kind, kept)
    if late is not None or not isinstance(term.agreed, (values.Percent, values.Money)):
        return late
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


# "as from the third anniversary", "after the twentieth anniversary of their acceptance", "from the year after that in which"
_YEARS_ON = re.compile(
    r"\b(?:as\s+from|with\s+effect\s+from|only\s+from|not\s+before|no\s+earlier\s+than|after|(?:commencing|beginning|starting)\s+(?:on|with|from))\s+"
    r"(?P<start>(?:the|its)\s+(?:[\w-]+\s+)?(?:anniversary|(?:(?:contract|calendar)\s+)?year\s+(?:after|following)|season\s+(?:after|following))\b[^,;.]{0,90})",
    re.IGNORECASE,
)


def _years_on(matter: Matter, term: Term, kind: Kind, kept: Judgement) -> Judgement | None:
    """What was to hold from the beginning, and in the draft holds only from an anniversary or another year on."""
    dated = isinstance(term.agreed, (values.Duration, values.DateValue)) or kind.name.startswith(("term.", "general."))
    said = " ".join(x for x in (term.agreed_text, term.scope, term.start, term.note, *kind.customary_from) if x)
    if dated or re.search(r"\banniversar", said):
        return None
    for index in sorted({matter.sentence_at(s) for _, s, _ in kept.spans}):
        m = _YEARS_ON.search(matter.text, *matter.sentence_span(index))
        if m:
            agreed = term.start or "the beginning"
            return moved(matter, kept, m.start(), *m.span("start"), agreed, protects(term, kind), "only from ")
    return None


_RUNS_FROM = re.compile(
    r"\b(?:as\s+from|with\s+effect\s+from|(?:accru\w*|run\w*|counted|reckoned|payable|commencing|beginning|starting)\s+(?:[^.;,]{0,40}\s)?from|not\s+before)\s+(?P<start>the\s+[^.;]{5,110})",
    re.IGNORECASE,
)
# "1% a month from the date of the invoice": what follows the percentage itself
_FROM = re.compile(
    r"[^.;]{0,90}?\b(?:(?:commencing|beginning|starting)\s+(?:on|with|from)|from|as\s+of|since)\s+(?P<start>(?:the|that|such|its)\s+[^.;]{5,110})",
    re.IGNORECASE,
)
_SO_MANY_DAYS_ON = re.compile(
    r"the\s+(?:[\w-]+\s+){1,5}?(?:day|week|month)s?\s+(?:after|following|from)\b", re.IGNORECASE
)
_UNTIL = re.compile(r"\s(?:to|until|till)\s")
_WHEN = concepts(["date, day, time"])
_NOT_IN_TIME = ("notice", "approval", "acceptance", "resolution", "receipt")


def _late(matter: Matter, term: Term, kind: Kind, kept: Judgement) -> Judgement | None:
    """Interest that does not run from the day on which payment was due, but from one later on, or from a reminder."""
    agreed = term.start or "the due date"
    for m in _runs(matter, kept):
        from_when = _UNTIL.split(m["start"], maxsplit=1)[0]
        told = event(from_when)
        if term.start and set(content(from_when)) & concepts([term.start]) - _WHEN:
            continue
        if _SO_MANY_DAYS_ON.match(m["start"]) or (told is not None and told.name in _NOT_IN_TIME):
            return moved(matter, kept, m.start(), *m.span("start"), agreed, protects(term, kind))
    return _without_the_wait(matter, term, kept)


def _runs(matter: Matter, kept: Judgement) -> Iterator[re.Match[str]]:
    """Where the words say from when interest runs: behind the percentage, or by a verb in its sentence or the next."""
    for _, start, end in kept.spans:
        index = matter.sentence_at(start)
        places = [_FROM.match(matter.text, end, matter.sentence_span(index)[1])]
        places += [_RUNS_FROM.search(matter.text, *matter.sentence_span(i)) for i in matter.beside(index, 0, 1)]
        yield from (m for m in places if m is not None)


def _without_the_wait(matter: Matter, term: Term, kept: Judgement) -> Judgement | None:
    """Interest agreed to run only so many days after something, that the draft has run from the first."""
    waits = [f.value for f in values.find(term.start or "") if f.type == "duration" and f.value is not None]
    for _, start, end in kept.spans if waits else ():
        index = matter.sentence_at(start)
        _, last = matter.sentence_span(index)
        said = [f.value for i, f in matter.founds if abs(i - index) <= 1 and f.type == "duration"]
        m = _FROM.match(matter.text, end, last)
        if m and not any(v is not None and values.compare(w, v) == "same" for w in waits for v in said):
            return moved(matter, kept, start, *m.span("start"), term.start or "", "both")
    return None
