"""What one side alone picks, added to what was agreed: "in Ohio, or in such other State as Maker may select".

An agreed value with a blank beside it that one side fills in is agreed no more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..extract.masking import SIDES, SLOTS
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import concepts
from .matter import Judgement, Matter, protects
from .novelty import said, short, weakened

NEAR = 300  # masked characters between the agreed words and what is picked
_WHO = f"(?P<who>[{SLOTS['customer']}{SLOTS['provider']}])"
_PICKS = r"(?:select|designate|appoint|choose|specif|name|direct|elect|reserve|exclude|withdraw|nominate|indicate|see|think|deem|consider|determine|prefer|decide|please|wish)\S*"
_AS_IT_MAY = re.compile(rf"(?<!\S)as {_WHO} (?:may|shall|so|then) (?:\S+ ){{0,5}}?{_PICKS}(?!\S)")
_AS_IT_SEES = re.compile(
    rf"{_WHO} (?:\S+ ){{0,2}}?(?:considers?|thinks?|deems?|sees fit|prefers?|chooses|finds|regards)(?!\S)"
)
_CHOICE = concepts(
    ["choice choose select designate appoint name prefer wish option discretion judgment consider elect"]
)


def check(matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """What one side may pick beside kept words; None where nothing is, where it was agreed, or where it is the one served."""
    if _CHOICE & said(term):
        return None
    served = protects(term, kind) if kind is not None else matter.sheet.our_side
    picks = _picks(kind, served)
    for index in governing:
        masked = matter.reading.masked[index]
        ends = [masked.locate(s, e)[1] for _, s, e in kept.spans if matter.sentence_at(s) == index]
        for m in (m for pick in picks for m in pick.finditer(masked.words)):
            if SIDES[m["who"]] != served and any(abs(m.start() - end) < NEAR for end in ends):
                start, end = masked.span(*m.span())
                message = f'One side alone picks what it comes to: "{short(matter.text[start:end])}".'
                return weakened(term, kind, kept, start, end, message)
    return None


def _picks(kind: Kind | None, served: str) -> tuple[re.Pattern[str], ...]:
    """How one side may pick what is agreed: which place is picked says nothing of courts or arbitrators, nor they of the place."""
    if served in ("customer", "provider") or (kind is not None and kind.type == "place"):
        return (_AS_IT_MAY,)
    return (_AS_IT_SEES,) if kind is not None and kind.name == "general.disputes" else (_AS_IT_MAY, _AS_IT_SEES)
