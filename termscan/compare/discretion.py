"""What one side was to do, and now only may: the agreed words under "may" where a duty was agreed.

"Client shall reimburse the travel costs" and "Client may, where it finds them useful, reimburse the travel costs" have the
same words and not the same promise (Adams, A Manual of Style for Contract Drafting: obligation and discretion).
"""

from __future__ import annotations

import re

from ..extract.masking import SLOTS
from ..model import Side
from ..rulebook import Kind
from ..termsheet import Term
from .matter import Judgement, Matter
from .novelty import short, weakened

BEFORE = 130  # masked characters before the words that count within which their modal stands
_MODAL = r"(?:shall|will|must|may|can|agrees?|undertakes?|is|are)"
_TO_DO = ("payment.", "deliverables.", "liability.")  # topics whose terms somebody has to perform


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """A kept term whose performer may choose whether to perform; None where it has to, or nobody knows who it is."""
    side = _performs(term, kind)
    for _, start, end in kept.spans if side is not None else ():
        index = matter.sentence_at(start)
        masked = matter.reading.masked[index]
        first, last = masked.locate(start, end)
        before = masked.words[max(0, first - BEFORE) : last]
        m = _may(side).search(before) if side is not None else None
        if m and not re.search(rf"(?<!\S){_MODAL}(?!\S)", before[m.end() :]):
            whole = matter.sentence_span(index)
            return weakened(
                term, kind, kept, *whole, f'The {side} no longer has to: "{short(matter.text[slice(*whole)])}".'
            )
    return None


def _performs(term: Term, kind: Kind | None) -> Side | None:
    """Who has to perform a term: as the sheet says, else the side that its kind binds."""
    if kind is None or kind.acts or kind.party_is == "served":
        return None
    if not kind.name.startswith(_TO_DO) or "no duty" in kind.traits:
        return None
    side = term.by or kind.binds
    return side if side in ("customer", "provider") else None  # type: ignore[return-value]


def _may(side: Side) -> re.Pattern[str]:
    return re.compile(rf"{SLOTS[side]} (?:(?!{_MODAL}(?!\S))[^\s;]+ ){{0,3}}?may (?!not(?!\S))")
