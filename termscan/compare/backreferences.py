"""A length that is said a second time by pointing back ("within such thirty-day period"), and is no longer the one pointed at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .matter import Judgement, Matter
from .rivals import disagree
from .sameness import same

BACK = 900  # characters before a length that points back in which the one that it points at stands

_POINTS = re.compile(
    r"(?i)\b(?:(?P<such>such(?: an?)?)|this|that|(?:the )?(?:said|same|aforesaid|foregoing|indicated)|the)\s+$"
)
# "the twelve-month period before the claim" is one of its own, and points at nothing
_PERIOD = re.compile(
    r"(?i)[\s'’-]*(?:(?:calendar|cure|notice|remedy|grace|review|renewal|initial|acceptance|payment|prior|written)[\s-]+){0,2}"
    r"(?:period|notice|deadline|interval)s?\b(?!\s+(?:\w+ly\s+)?(?:preceding|prior|following|after|before|end(?:ed|ing)|beginning|commencing|immediately|starting|from|of|thereafter|set|in|during|to)\b)"
)


def check(matter: Matter, term: Term, kind: Kind, judged: Judgement) -> Judgement | None:
    """A kept length beside which the same sentences have another, of which one is said to be the other; None where none is."""
    if not isinstance(term.agreed, values.Duration):
        return None
    governing = {matter.sentence_at(start) for _, start, _ in judged.spans}
    for first, again in matter.once("lengths pointed at", lambda: tuple(_torn(matter))):
        if governing & {matter.sentence_at(first.start), matter.sentence_at(again.start)}:
            ours = [f for f in (first, again) if f.value is not None and same(term.agreed, f.value)]
            if ours:
                other = again if ours[0] is first else first
                return disagree(matter, term, kind, ("states", ours[0].start, ours[0].end), other)
    return None


def _torn(matter: Matter) -> Iterator[tuple[values.Found, values.Found]]:
    """Each length that points back, with the one before it, where nothing near has its number.

    Business days are days here, for a reference seldom repeats which.
    """
    lengths = [(f, f.value) for _, f in matter.founds if isinstance(f.value, values.Duration)]
    for i, (again, said) in enumerate(lengths):
        points = _POINTS.search(matter.text[max(0, again.start - 20) : again.start])
        if points is None or (not points["such"] and not _PERIOD.match(matter.text, again.end)):
            continue
        section = matter.reading.outline.section_at(again.start)
        before = [
            (f, length)
            for f, length in lengths[:i]
            if again.start - f.end < BACK and matter.reading.outline.section_at(f.start) is section
        ]
        alike = [f for f, length in before if length.unit == said.unit]
        if alike and all(length.amount != said.amount for _, length in before):
            yield alike[-1], again
