"""At whose cost: where the sheet says beside a term who pays for it, and the draft has the other side pay.

Who pays is whose cost it is ("at Client's expense", "for the account of Client"), by whom it is borne, or who bears it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from ..extract.masking import ONE_SIDE, SIDES
from ..model import Side
from ..rulebook import Kind
from ..termsheet import Term
from .cases import LEADS_UP
from .lexicon import concepts, content
from .matter import Judgement, Matter, other_side
from .novelty import CUSTOMARY, short, topical, weakened
from .propositions import speakers

NEAR = (0, 1, 2, 3)  # sentences of the section, from the one that has the term, in which it is said who pays

_COST = r"(?:costs?|expenses?|charges?|account|risk)"
_AT_COST = re.compile(
    rf"(?<!\S)(?:at|for|on|to) (?P<whose>{ONE_SIDE})'s (?:(?:own|sole|full|entire|reasonable|exclusive|and) ){{0,3}}{_COST}(?!\S)"
    rf"|(?<!\S)(?:at|for|to) the (?:(?:own|sole|full|entire|reasonable|exclusive|and|costs?) ){{0,4}}{_COST} of (?P<of>{ONE_SIDE})(?!'s)"
    rf"|(?<!\S)(?:borne|paid for|met|defrayed|absorbed|covered|payable|paid) (?:\S+ly |alone )?by (?P<by>{ONE_SIDE})(?!'s)"
    rf"|(?<!of )(?<!to )(?<!by )(?P<who>{ONE_SIDE}) (?:(?:shall|will|must|alone|itself|also|solely) ){{0,3}}(?:bears?|pays?|meets?|defrays?|covers?|absorbs?) (?:[^\s;]+ ){{0,4}}?(?:costs?|expenses?|charges?|for)(?!\S)"
)
_PAYS = concepts(["at the cost, expense, charge, account, risk, pay, bear, own"])


def check(matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """A kept typed term at the cost of the other side than the sheet says; None where the draft says no such thing."""
    if kind is None:
        return None
    for said in (*term.exceptions, *(x for x in (term.scope, term.note) if x)):
        agreed = _payers(speakers(matter, said).lower())
        if len(agreed) != 1:
            continue
        side = cast(Side, next(iter(agreed)))
        about = concepts([said]) - topical(term, kind) - matter.party_concepts - LEADS_UP - CUSTOMARY - _PAYS
        for index in _places(matter, governing, about):
            found = _payers(matter.reading.masked[index].words)
            if found == {other_side(side)}:
                start, end = matter.sentence_span(index)
                message = f'Agreed was that the {side} pays ({said}); here the {other_side(side)} does: "{short(matter.text[start:end])}".'
                return weakened(term, kind, kept, start, end, message)
            if side in found:
                break
    return None


def _places(matter: Matter, governing: Sequence[int], about: frozenset[str]) -> list[int]:
    """The sentences that have the thing for which somebody pays; where the sheet names none, those of the term."""
    if not about:
        return list(dict.fromkeys(i for g in governing for i in matter.beside(g, *NEAR)))
    sentences = range(len(matter.reading.masked))
    return [i for i in sentences if about <= set(content(matter.sentence_text(i)))]


def _payers(words: str) -> set[str]:
    return {SIDES[m[m.lastgroup or "who"]] for m in _AT_COST.finditer(words)}
