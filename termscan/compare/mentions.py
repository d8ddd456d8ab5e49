"""Mentions: where a draft brings up a kind of term, by a statement (extract/statements.py) or, in words of a drafter's own,
by a sign (extract/signs.py), and whom it binds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .. import values
from ..extract.burden import burdened
from ..extract.signs import quieted, signed
from ..extract.statements import CompiledKind, Statement
from ..rulebook import AskRule, Kind
from .burdens import payer
from .matter import Matter, other_side

GONE_THROUGH = 0.47  # of all kinds: a sheet that places so many was gone through; what it passes over was never meant


@dataclass(frozen=True)
class Mention:
    """A passage that brings up a kind: its sentence, the words that do it, whom they bind, and the value they give."""

    sentence: int
    start: int
    end: int
    binds: str
    value: values.Value | None = None
    by_sign: bool = False


def mentions(matter: Matter, compiled: CompiledKind, rule: AskRule) -> Iterator[Mention]:
    """What the draft says of a kind, statements first."""
    name = compiled.kind.name
    past = frozenset[int]() if name.startswith(("term.", "trap.")) else _of_course(matter)
    for s in matter.statements(name):
        binds = None if s.weak or s.sentence in past else _bound(matter, compiled.kind, rule, s)
        if binds is not None and not matter.recital(s.start) and _is_a_clause(matter, s):
            yield Mention(s.sentence, s.start, s.end, binds, s.value)
    for index in _may_sign(matter).get(name, ()):
        masked = matter.reading.masked[index]
        for sign in signed(compiled, masked) if index not in past else ():
            start, end = masked.span(sign.start, sign.end)
            if not matter.recital(start) and not _states_a_term(matter, index, start, end):
                binds = payer(matter, compiled.kind, index) or sign.binds
                yield Mention(index, start, end, binds, by_sign=True)


# what every contract has, in whose words a sign is easily seen: whom a receiver may be set over, which default ends it
_INSOLVENCY = re.compile(
    r"(?<!\S)(?:petition|receiver|receivership|insolvent|insolvency|bankrupt|bankruptcy)(?!\S)(?= .*(?<!\S)(?:petition|creditors|receiver|trustee|proceedings?|dismissed|appointed)(?!\S))"
)
_UNTRUE = re.compile(
    r"(?<!\S)(?:representations?|warrant(?:y|ies))(?: \S+){0,12}? (?:is|are|was|were|be|proves?) (?:\S+ ){0,3}?(?:untrue|incorrect|false|inaccurate|misleading)(?!\S)"
)


def _of_course(matter: Matter) -> frozenset[int]:
    """The sentences that bring up no kind: insolvency, or an untrue warranty as an event of default."""

    def find() -> frozenset[int]:
        said = enumerate(m.words for m in matter.reading.masked)
        return frozenset(i for i, words in said if _INSOLVENCY.search(words) or _UNTRUE.search(words))

    return matter.once("events of default", find)


def _may_sign(matter: Matter) -> dict[str, list[int]]:
    """The sentences that may bear a sign of each kind."""

    def find() -> dict[str, list[int]]:
        out: dict[str, list[int]] = {}
        for index, masked in enumerate(matter.reading.masked):
            for name in matter.reading.matcher.signing(masked):
                out.setdefault(name, []).append(index)
        return out

    return matter.once("signs", find)


def _states_a_term(matter: Matter, index: int, start: int, end: int) -> bool:
    """Whether the words already state a point of the sheet, agreed or left to counsel ("may terminate when control passes")."""
    return any(s.start < end and start < s.end and name in matter.placed for name, s in matter.stated_in(index))


_VERB = re.compile(
    r"(?<!\S)(?:shall|will|must|may|can|cannot|is|are|be|has|have|agrees?|agreed|undertakes?|belongs?|passes|pass|vests?|owns?|"
    r"pays?|bears?|keeps?|gives?|grants?|waives?|warrants?|indemnif(?:y|ies)|does|do)(?!\S)"
)


def _is_a_clause(matter: Matter, s: Statement) -> bool:
    """Whether a statement is more than a heading or a reference: it has a verb, or an amount."""
    return s.found is not None or bool(_VERB.search(matter.reading.masked[s.sentence].words))


def _bound(matter: Matter, kind: Kind, rule: AskRule, s: Statement) -> str | None:
    """Whom a statement binds or burdens: who pays by it, else as the rule says, the party in its value, or as its words read."""
    pays = payer(matter, kind, s.sentence)
    if pays:
        return pays
    if rule.binds in ("customer", "provider", "both"):
        return rule.binds
    if kind.party_is and s.value is not None:
        named = values.canonical(s.value)
        if named in ("customer", "provider"):
            return named if kind.party_is == "bound" else other_side(named)  # type: ignore[arg-type]
        return "both"
    masked = matter.reading.masked[s.sentence]
    read = burdened(masked.words, *masked.locate(s.start, s.end))
    return read or (kind.binds if kind.binds in ("customer", "provider", "both") else None)


def quiet(matter: Matter, compiled: CompiledKind, mention: Mention) -> bool:
    """Whether words in or beside a mention say that it burdens nobody."""
    masked = matter.reading.masked[mention.sentence]
    return quieted(compiled, masked.words, *masked.locate(mention.start, mention.end))


def customary(matter: Matter, compiled: CompiledKind, index: int) -> bool:
    """Whether a sentence has the words of what is customary in its kind."""
    masked = matter.reading.masked[index]
    return any(c.possible(masked.keys) and c.search(masked.words) for c in compiled.customary)


def gone_through(matter: Matter) -> bool:
    """Whether the sheet says of so many kinds what became of them that its silence on the rest is no haste."""
    return len(matter.placed) >= GONE_THROUGH * len(matter.rulebook.kinds)


def beyond_custom(matter: Matter, compiled: CompiledKind, mention: Mention) -> bool:
    """Whether a mention binds our side beyond what is customary; on a sheet that was gone through, whatever a sign finds."""
    if quiet(matter, compiled, mention):
        return False
    thorough = mention.by_sign and gone_through(matter)
    if mention.binds == matter.sheet.our_side:
        return thorough or not customary(matter, compiled, mention.sentence)
    return thorough and mention.binds == "both"
