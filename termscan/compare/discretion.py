"""What one side was to do, and now only may: the agreed words under "may" where a duty was agreed.

"Client shall reimburse the travel costs" and "Client may, where it finds them useful, reimburse the travel costs" have the
same words and not the same promise (Adams, A Manual of Style for Contract Drafting: obligation and discretion).
"""

from __future__ import annotations

import re
from typing import cast

from .. import values
from ..extract.masking import SLOTS
from ..model import Side
from ..rulebook import Kind
from ..termsheet import Term
from .matter import Judgement, Matter
from .novelty import short, weakened
from .sides import named

BEFORE = 130  # masked characters before the words that count within which their modal stands
_MODAL = r"(?:shall|will|must|may|can|agrees?|undertakes?|is|are)"
_TO_DO = ("payment.", "deliverables.", "liability.")  # topics whose terms somebody has to perform


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """A kept term whose performer may choose whether to perform; None where it has to, or nobody knows who it is."""
    for side in _perform(term, kind):
        for start, end in _places(matter, term, kind, kept, side):
            index = matter.sentence_at(start)
            masked = matter.reading.masked[index]
            first, last = masked.locate(start, end)
            before = masked.words[max(0, first - BEFORE) : last]
            m = _may(side).search(before)
            if m and not re.search(rf"(?<!\S){_MODAL}(?!\S)", before[m.end() :]):
                whole = matter.sentence_span(index)
                return weakened(
                    term, kind, kept, *whole, f'The {side} no longer has to: "{short(matter.text[slice(*whole)])}".'
                )
    return None


def _perform(term: Term, kind: Kind | None) -> tuple[Side, ...]:
    """Who has to perform a term: whom it names where it binds a party, as the sheet says, else the side that its kind binds."""
    if kind is None or kind.acts or kind.party_is == "served":
        return ()
    if not kind.name.startswith(_TO_DO) or "no duty" in kind.traits:
        return ()
    if kind.party_is == "bound" and isinstance(term.agreed, values.PartyValue):
        return tuple(sorted(named(term.agreed)))
    side = term.by or kind.binds
    return (cast(Side, side),) if side in ("customer", "provider") else ()


def _places(matter: Matter, term: Term, kind: Kind | None, kept: Judgement, side: Side) -> list[tuple[int, int]]:
    """Where a side is said to perform: in the words that keep the term and, of a duty of both, in the half that is its own."""
    places = [(start, end) for _, start, end in kept.spans]
    if kind is None or not isinstance(term.agreed, values.PartyValue):
        return places
    own = [s for s in matter.statements(term.kind) if not s.weak and side in named(s.value)]
    firm = [s for s in own if not matter.recital(s.start)]
    least = max((matter.bears(term, s.sentence) for s in firm), default=0.0)
    return [*places, *((s.start, s.end) for s in firm if matter.bears(term, s.sentence) >= least)]


def _may(side: Side) -> re.Pattern[str]:
    return re.compile(rf"{SLOTS[side]} (?:(?!{_MODAL}(?!\S))[^\s;]+ ){{0,3}}?may (?!not(?!\S))")
