"""What was to be had freely, and now only by leave of the other side or at a price: terms in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from ..extract.masking import SIDES
from ..model import Side
from ..termsheet import Term
from .lexicon import concepts, content, phrases
from .matter import Judgement, Matter, other_side
from .novelty import short
from .propositions import actors, clauses, speakers

_PARTY = f"[{''.join(SIDES)}]"
# who "shall allow it" owes it
_LEAVE = re.compile(
    rf"(?P<lets>{_PARTY})(?: (?!{_PARTY})\S+){{0,9}}? (?:(?:may|can)(?: (?!{_PARTY})\S+){{0,9}}? (?:allow|permit|let|authori[sz]e)|(?:may|can|will|shall)(?: (?!{_PARTY})\S+){{0,9}}? consider(?:s|ing)? (?:a|any|the|such) requests? (?:of|by|from)) (?P<does>{_PARTY})(?!\S)"
    rf"|(?P<asks>{_PARTY})(?: (?!{_PARTY})\S+){{0,4}}? may(?: (?!{_PARTY} )\S+){{0,12}}? (?:ask|invite|request|apply to|propose to)(?: to)? (?P<asked>{_PARTY})(?!\S)"
)
# "if Buyer concurs", "as Buyer shall then have approved", "with the clearance of Buyer"; "not without its consent" bars another act
_CONSENT = r"(?:consent|approval|clearance|permission|agreement|authori[sz]ation|concurrence)"
_GRANTED = re.compile(
    rf"(?:with|subject to|upon|after|on)(?: (?!{_PARTY})\S+){{0,4}} (?P<of>{_PARTY})'s(?: \S+){{0,3}}? {_CONSENT}(?!\S)"
    rf"|{_CONSENT} (?:of|from|by)(?: the)? (?P<from>{_PARTY})(?!\S)"
    rf"|(?:if|as|once|where|provided that|to the extent)(?: that)? (?P<who>{_PARTY})(?: \S+){{0,3}}? (?:concurs?|agrees?|agreed|consents?|consented|approves?|approved|allows?|permits?|accepts?|cleared)(?!\S)"
)
_BARRED = re.compile(r"(?<!\S)(?:not|no|nor|without|unless)(?: \S+){0,14}$")
_FREEDOM = re.compile(r"(?i)\b(?:(?:may|can)(?! not)|free|right|option|allowed|permitted|entitled|choose|decides?)\b")
_AGREES = concepts(["consent, agree, authorize, permit"])


def by_leave(matter: Matter, term: Term, near: list[int]) -> Judgement | None:
    """What one side was free to do, and now only with the leave of the other: "may permit it to", "if it concurs"."""
    spoken = speakers(matter, term.agreed_text)
    said_free = (c.words.lower() for c in clauses(spoken) if _FREEDOM.search(c.words))
    powers = {side for words in said_free for _, side in actors(words)} & {"customer", "provider"}
    if len(powers) != 1 or _LEAVE.search(spoken.lower()):
        return None
    free = cast(Side, powers.pop())
    asks = not _AGREES & frozenset(content(term.agreed_text))
    for rank, index in enumerate(near):
        masked = matter.reading.masked[index]
        for lets, does in _leaves(masked.words, granted=asks and not rank):
            if lets == other_side(free) and does in (free, None):
                start, end = matter.sentence_span(index)
                message = f'Agreed was that the {free} is free to; now it needs the leave of the {lets}: "{short(matter.text[start:end])}".'
                return Judgement("weakened", None, (("states", start, end),), message, free)
    return None


def _leaves(words: str, granted: bool) -> Iterator[tuple[str, str | None]]:
    """Who gives leave in a masked sentence, and who needs it; with `granted` also any consent on which something hangs."""
    for m in _LEAVE.finditer(words):
        yield SIDES[m["lets"] or m["asked"]], SIDES[m["does"] or m["asks"]]
    for m in _GRANTED.finditer(words) if granted else ():
        if not _BARRED.search(words[: m.end()]):
            yield SIDES[m["of"] or m["from"] or m["who"]], None


_FREE = phrases(
    r"(?i)\b(?:free(?: of charge)?(?! (?:to|from)\b)|for nothing|no (?:extra |additional )?(?:cost|charge|fee)|without (?:\w+ )?charge|at no (?:\w+ )?(?:cost|charge)|at (?:its|their|our) (?:own )?(?:cost|expense))\b"
)
_PRICED = phrases(
    r"(?i)\b(?:(?:usual|standard|customary|then-current|normal|applicable) (?:fees?|charges?|rates?)|reimburse\w*|deducted|invoiced?|chargeable|charged to|for a fee|at (?:its|the) (?:then )?(?:usual|standard|current) \w+|at the rates?|rate card)\b"
)


_NOT = re.compile(r"\b(?:not|never|nor|no|nothing)\s+(?:be\s+)?$", re.IGNORECASE)


def at_a_price(matter: Matter, term: Term, index: int) -> Judgement | None:
    """What was to be had for nothing, and now is paid for."""
    start, end = matter.sentence_span(index)
    m = _PRICED.search(matter.text, start, end) if _FREE.search(term.agreed_text) else None
    if m is None or _FREE.search(matter.text, start, end) or _NOT.search(matter.text[start : m.start()]):
        return None
    message = f'Agreed was that it costs nothing; the draft says "{short(m[0])}".'
    return Judgement("changed", None, (("states", start, end),), message, "both")
