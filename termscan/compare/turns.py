"""How often something comes round: what was agreed for every month, and the draft has for every week or quarter.

The word of the agreed turn stands in many a clause ("the minimum monthly fee"); what counts is the clause that says when
somebody accounts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rulebook import Kind
from ..termsheet import Term
from .choices import word
from .lexicon import phrases
from .matter import Judgement, Matter
from .propositions import often

_WHEN = (
    r"(?:(?:each|every|per|a|any|the (?:end|close|start|beginning|first|last)[^.;,]{0,25}? of (?:each|every|the|a|any)) (?:calendar |fiscal |contract |financial |following |preceding )?(?P<unit>week|fortnight|month|quarter|half[- ]year|year)s?\b"
    r"|(?P<ly>weekly|fortnightly|bi-?weekly|semi-?monthly|monthly|bi-?monthly|quarterly|semi-?annually|half-?yearly|annually|yearly)\b"
    r"|(?:every|each) (?P<count>other|second|two|three|six|twelve)[ -](?P<many>weeks?|months?|years?)\b"
    r"|(?:the|that) (?:prior|previous|preceding|past|last|following) (?:calendar )?(?P<past>week|fortnight|month|quarter|half[- ]year|year)\b)"
)
_TURN = phrases(_WHEN, re.IGNORECASE)
# "Client will be invoiced", "Maker shall submit its invoice", "shall bill"
_ACCOUNTS = phrases(
    r"\b(?:shall|will|must|may|agrees to|is to|are to|is entitled to)(?: [a-z]+){0,4}? (?:be )?(?:invoiced?|billed?|(?:submit|send|issue|render|provide|deliver|present|furnish)\b[^.;]{0,60}?\b(?:invoices?|bills?|statements? of account))\b",
    re.IGNORECASE,
)
_PLAIN = {"weekly": "week", "monthly": "month", "quarterly": "quarter", "annually": "year", "yearly": "year"}
_COUNTED = {"three month": "quarter", "six month": "half-year", "twelve month": "year"}
REACH = 160  # characters about the verb in which it is said how often


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """Another turn where the draft says when somebody accounts; None where the agreed one stands in such a place."""
    agreed = often(word(term.agreed)) if kind is not None and kind.choices else frozenset()
    if len(agreed) != 1 or kind is None:
        return None
    least = max((matter.fit(term, matter.sentence_at(s)) for _, s, _ in kept.spans), default=0.0)
    places = matter.once("turns of accounts", lambda: tuple(_accounts(matter)))
    if any(units & agreed for _, units, _, _ in places):
        return None
    for index, units, start, end in places:
        if units and matter.fit(term, index) >= least:
            found = ", ".join(sorted(units))
            message = f'The draft counts by the {found} there: "{" ".join(matter.text[start:end].split())}"; agreed was {term.agreed_text}.'
            return Judgement("changed", f"each {found}", (("states", start, end),), message, "both")
    return None


def _accounts(matter: Matter) -> Iterator[tuple[int, set[str], int, int]]:
    """Every sentence that says when somebody accounts, with the units by which it does, and where it says so."""
    for index in range(len(matter.reading.masked)):
        start, end = matter.sentence_span(index)
        m = _ACCOUNTS.search(matter.text, start, end)
        if m is None or matter.recital(start):
            continue
        first, last = max(start, m.start() - REACH), min(end, m.end() + REACH)
        turns = list(_TURN.finditer(matter.text, first, last))
        units = {_unit(t) for t in turns}
        if units:
            yield index, units, min(m.start(), turns[0].start()), max(m.end(), turns[-1].end())


def _unit(turn: re.Match[str]) -> str:
    counted = f"{turn['count'] or ''} {turn['many'] or ''}".lower().rstrip("s")
    if counted in _COUNTED:
        return _COUNTED[counted]
    said = (turn["unit"] or turn["ly"] or turn["past"] or "").lower()
    return _PLAIN.get(said, said) or counted
