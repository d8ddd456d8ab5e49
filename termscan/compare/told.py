"""Consent that became mere notice: where the agreed act takes a yes, the draft only has the other side told of it.

"Without informing Client", "upon written advice to Client", "after consulting Client" ask nobody. What stands in the
place of a consent is a word of telling, and no word of consent stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from .. import values
from ..model import Side
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import phrases
from .matter import Judgement, Matter, other_side, protects
from .novelty import short
from .propositions import actors

NEAR = 80  # characters around a telling within which the bar stands that waits for it

_BARRED = phrases(
    r"\b(?:(?:shall|may|will|must|can) (?:not|never|neither|in no event)|cannot|agrees not to|undertakes not to|(?:neither|no|nor) [^.;]{1,40} (?:shall|may|will|must))\b",
    re.IGNORECASE,
)
# a yes, in whatever words
_YES = phrases(
    r"\b(?:consent\w*|approv\w+|permission|permit(?:s|ted)?|authori[sz]\w+|sanction\w*|assent\w*|accept\w*|cleared|clearance|sign(?:s|ed)? off|sign-off|go-ahead|green light|endors\w+|agreed|agrees|agree|concur\w*|leave of|(?:prior|written|express|mutual) agreement|waive\w*|satisf\w+|object\w*|veto\w*|blessing|says yes|allow(?:s|ed)?|licen[cs]e\w*)\b",
    re.IGNORECASE,
)
_TELLING = r"(?:notif(?:y|ies|ied|ying|ication)|inform(?:s|ed|ing|ation to)?|tell(?:s|ing)?|told|advis(?:e|es|ed|ing)|advice|notice|consult(?:s|ed|ing|ation)?|(?:an? |the )?(?:opportunity|chance) (?:to|of) comment\w*|(?:hear|heard|hearing)(?: from)?|mention\w*|copy(?:ing)?|copied|letting [^.;]{1,30} know|word to)"
_TOLD = phrases(
    rf"\bwithout (?:(?:first|having|prior|previously|so much as|even|any|giving|the|due|timely|reasonable|written|and|duly|sending) ){{0,5}}?{_TELLING}\b"
    rf"|\b(?:upon|on|by|with|after|subject to|once|having|following|against|only|provided|unless|until|before)\b(?: [\w’',-]+){{0,6}}? {_TELLING}\b",
    re.IGNORECASE,
)
_BARE = phrases(
    rf"\bwithout (?:(?:first|having|prior|previously|any|giving|due|timely|written|and|duly) ){{0,5}}?{_TELLING}\b",
    re.IGNORECASE,
)


def check(matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """A kept consent whose sentence has no yes in it, only a telling; None where a yes stands there or none was agreed."""
    if kind is None or not (isinstance(term.agreed, values.Choice) and term.agreed.word == "with consent"):
        return None
    for index, pattern in _places(matter, term, kind, governing, kept):
        start, end = matter.sentence_span(index)
        m = pattern.search(matter.text, start, end)
        if m is None or _YES.search(matter.text, start, end) or _of_the_other(matter, term, index):
            continue
        if pattern is _BARE and not _BARRED.search(matter.text, max(start, m.start() - NEAR), min(end, m.end() + NEAR)):
            continue
        message = f'Consent was agreed to be needed; the draft only has the other side told: "{short(matter.text[start:end])}".'
        return Judgement("changed", "allowed", (("states", start, end),), message, protects(term, kind))
    return None


def _places(
    matter: Matter, term: Term, kind: Kind, governing: Sequence[int], kept: Judgement
) -> Iterator[tuple[int, re.Pattern[str]]]:
    """Where the yes should stand; of a term that no clause says outright, every bar of its act that waits for a telling."""
    if kept.outright:
        yield from ((i, _TOLD) for i in governing)
    else:
        told = (i for i in range(len(matter.reading.masked)) if i in governing or matter.topical(kind.name, i) >= 1)
        yield from ((i, _BARE) for i in told)


def _of_the_other(matter: Matter, term: Term, index: int) -> bool:
    """Whether a sentence speaks of what the side does that the term does not bind."""
    first = next((side for _, side in actors(matter.reading.masked[index].words)), None)
    return term.by in ("customer", "provider") and first == other_side(cast(Side, term.by))
