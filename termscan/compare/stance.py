"""Whom a passage serves: its rights, duties and bars, read off the modal verb that follows each party.

A provision that gives the protected side a right, or lays a duty on the other, takes nothing from an agreed term, however
loudly it sets other clauses aside. The verbs are those of Adams, A Manual of Style for Contract Drafting, on the
categories of contract language (obligation, discretion, prohibition).
"""

from __future__ import annotations

import re

from ..extract.masking import SLOTS
from ..model import Side
from .matter import Harmed, Matter, other_side

_FREE = (
    r"(?:may (?!not )|(?:is|are|shall be|will be|be) (?:entitled|free|permitted|allowed|authori[sz]ed) |(?:has|have|shall have|will have) (?:the|a|full|sole|every) (?:\S+ )?(?:right|option|privilege|discretion)"
    r"|(?:carries|bears|owes|assumes|takes|(?:shall|will) (?:carry|bear|owe|assume|pay)) (?:no|nothing) |need not |(?:is|are|shall|will) not (?:be )?(?:obliged|obligated|required|liable|bound|responsible|under)|(?:shall|will)? ?(?:retains?|keeps?|owns?|reserves?) |(?:shall|will) have no (?:obligation|duty|liability))"
)
_BARRED = r"(?:(?:may|shall|will|must|can) not |cannot |(?:is|are) not (?:entitled|permitted|allowed|authori[sz]ed)|waives? |forgoes? |(?:has|have|shall have|will have) no (?:right|claim|remedy))"
_BOUND = r"(?:(?:(?:shall|will)(?! (?:\S+ )?have \S+(?:ed|en|wn|de) )|must|has to|have to|is to|are to|agrees? to|undertakes? to|(?:is|are|be|remains?) (?:obliged|obligated|required|liable|responsible|bound)|bears?|pays?|answers?|carries|warrants?|guarantees?|indemnif\w+) )"
_WORDS = r"(?:(?:also|likewise|moreover|further|then|therefore|hereby|at any time|in that event|in such event|however|nevertheless|always|itself|alone|only|in addition) )*"
_SHIELDS = r"not (?:\S+ )?(?:limits?|caps?|reduces?|restricts?|avails?|protects?|excuses?|relieves?|shields?) (?:\S+ ){0,2}?"  # taken from the one it named
_LOADS = r"not (?:\S+ )?(?:obliges?|obligates?|requires?|binds?|burdens?|compels?|bars?|prevents?|keeps?|precludes?) (?:\S+ ){0,2}?"
_OWNED = r"(?:belongs? to|property of|vests? in|owned by|discretion of|option of|election of) "


def harms(matter: Matter, start: int, end: int, protected: Harmed) -> bool | None:
    """Whether a stretch of the draft takes from the protected side: True, False, or None where that cannot be told."""
    if protected not in ("customer", "provider"):
        return None
    words = _words(matter, start, end)
    other = other_side(protected)
    loses = _loses(words, protected) or _gains(words, other)
    gains = _gains(words, protected) or _loses(words, other)
    if loses == gains:
        return True if loses else None
    return loses


def loser(matter: Matter, start: int, end: int) -> Harmed:
    """From which of the sides a stretch of the draft takes; "both" where that cannot be told."""
    sides: list[Side] = [side for side in ("customer", "provider") if harms(matter, start, end, side)]
    return sides[0] if len(sides) == 1 else "both"


def _words(matter: Matter, start: int, end: int) -> str:
    """The masked words of a stretch of one sentence."""
    masked = matter.reading.masked[matter.sentence_at(start)]
    inside = [w for w, (s, e) in zip(masked.words.split(), masked.spans, strict=True) if s < end and start < e]
    return " ".join(inside) + " "


def _gains(words: str, side: Side) -> bool:
    return _says(words, side, _FREE) or re.search(f"(?:{_OWNED}|{_LOADS}){SLOTS[side]}", words) is not None


def _loses(words: str, side: Side) -> bool:
    bound = _says(words, side, _BARRED) or _says(words, side, _BOUND)
    return bound or re.search(_SHIELDS + SLOTS[side], words) is not None


def _says(words: str, side: Side, verb: str) -> bool:
    """Whether a verb of this sort follows a party; a bare duty is not a right or a bar in other words."""
    found = re.search(rf"{SLOTS[side]} {_WORDS}(?:{verb})", words)
    if found is None or verb is not _BOUND:
        return found is not None
    return any(
        not re.match(rf"{_WORDS}(?:{_FREE}|{_BARRED})", words[m.end() :])
        for m in re.finditer(rf"{SLOTS[side]} (?={_WORDS}(?:{verb}))", words)
    )
