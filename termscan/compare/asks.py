"""Asks: what binds our side beyond the customary and was neither agreed nor left to counsel.

A kind is brought up by a statement (extract/statements.py) or, in words of a drafter's own, by a sign (extract/signs.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .. import values
from ..extract.burden import burdened
from ..extract.signs import quieted, signed
from ..extract.statements import CompiledKind, Statement
from ..model import Ask
from ..rulebook import AskRule, Kind
from .matter import Matter, direction, other_side
from .rows import short_id

GONE_THROUGH = (
    0.47  # of all kinds: a sheet that places so many was gone through, and what it passes over was never meant
)
WHOLE = 500  # characters: a longer sentence is quoted around the words that count


@dataclass(frozen=True)
class _Mention:
    """A passage that brings up a kind: its sentence, the words that do it, whom they bind, and the value they give."""

    sentence: int
    start: int
    end: int
    binds: str
    value: values.Value | None = None
    by_sign: bool = False


def asks(matter: Matter) -> tuple[Ask, ...]:
    """One ask for each kind and trap that the draft brings up though nobody agreed it."""
    agreed = {t.kind for t in matter.sheet.terms}
    everything = matter.sheet.unlisted == "ask"
    gone_through = everything or _gone_through(matter)
    out: list[Ask] = []
    for name, kind in {**matter.rulebook.kinds, **matter.rulebook.traps}.items():
        compiled = matter.compiled(name)
        if name in agreed or kind.ask is None or compiled is None or matter.sheet.left_to_counsel(name):
            continue
        found = next(
            (
                m
                for m in _mentions(matter, compiled, kind.ask)
                if _binds_us(matter, compiled, m, everything or (gone_through and m.by_sign))
            ),
            None,
        )
        if found:
            out.append(_ask(matter, kind, kind.ask, found))
    return tuple(sorted(out, key=lambda a: a.evidence[0].start))


def _gone_through(matter: Matter) -> bool:
    """Whether the sheet says of so many kinds what became of them that its silence on the rest is no haste."""
    return len(_placed(matter)) >= GONE_THROUGH * len(matter.rulebook.kinds)


def _mentions(matter: Matter, compiled: CompiledKind, rule: AskRule) -> Iterator[_Mention]:
    """What the draft says of a kind, statements first."""
    name = compiled.kind.name
    past = frozenset[int]() if name.startswith(("term.", "trap.")) else _of_course(matter)
    for s in matter.statements(name):
        binds = None if s.weak or s.sentence in past else _bound(matter, compiled.kind, rule, s)
        if binds is not None and not matter.recital(s.start) and _is_a_clause(matter, s):
            yield _Mention(s.sentence, s.start, s.end, binds, s.value)
    for index in _may_sign(matter).get(name, ()):
        masked = matter.reading.masked[index]
        for sign in signed(compiled, masked) if index not in past else ():
            start, end = masked.span(sign.start, sign.end)
            if not matter.recital(start) and not _states_a_term(matter, index, start, end):
                yield _Mention(index, start, end, sign.binds, by_sign=True)


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
    return any(s.start < end and start < s.end and name in _placed(matter) for name, s in matter.stated_in(index))


def _placed(matter: Matter) -> frozenset[str]:
    """The kinds of which the sheet says what became of them."""

    def find() -> frozenset[str]:
        agreed = {t.kind for t in matter.sheet.terms}
        return frozenset(n for n in matter.rulebook.kinds if n in agreed or matter.sheet.left_to_counsel(n))

    return matter.once("placed", find)


_VERB = re.compile(
    r"(?<!\S)(?:shall|will|must|may|can|cannot|is|are|be|has|have|agrees?|agreed|undertakes?|belongs?|passes|pass|vests?|owns?|"
    r"pays?|bears?|keeps?|gives?|grants?|waives?|warrants?|indemnif(?:y|ies)|does|do)(?!\S)"
)


def _is_a_clause(matter: Matter, s: Statement) -> bool:
    """Whether a statement is more than a heading or a reference: it has a verb, or an amount."""
    return s.found is not None or bool(_VERB.search(matter.reading.masked[s.sentence].words))


def _bound(matter: Matter, kind: Kind, rule: AskRule, s: Statement) -> str | None:
    """Whom a statement binds or burdens: as the rule says, else the party in its value, else as its words read."""
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


def _binds_us(matter: Matter, compiled: CompiledKind, mention: _Mention, strict: bool) -> bool:
    """Whether a mention binds our side: on a sheet that was gone through at all, else beyond what is customary."""
    masked = matter.reading.masked[mention.sentence]
    if quieted(compiled, masked.words, *masked.locate(mention.start, mention.end)):
        return False
    if mention.binds == matter.sheet.our_side:
        return strict or not any(c.search(masked.words) for c in compiled.customary)
    return strict and mention.binds == "both"


def _ask(matter: Matter, kind: Kind, rule: AskRule, mention: _Mention) -> Ask:
    ours = matter.sheet.our_side
    start, end = matter.sentence_span(mention.sentence)
    proof = matter.reading.outline.evidence(*((start, end) if end - start <= WHOLE else (mention.start, mention.end)))
    return Ask(
        id=short_id("A", kind.name, " ".join(proof.quote.split()).lower()),
        ask=kind.name,
        direction=direction(ours, ours),
        severity=rule.severity,
        message=_message(matter, kind, rule, mention),
        why=kind.why.get(ours) if kind.why else None,
        question=f"This was not part of what we agreed ({kind.says}); may we take it out or talk about it?",
        evidence=(proof,),
    )


def _message(matter: Matter, kind: Kind, rule: AskRule, mention: _Mention) -> str:
    """The rule's message with party and value filled in; where it asks for a value that the draft lacks, what the kind is."""
    said = (rule.message or f"New: {kind.says}.").replace("{bound}", f"the {matter.sheet.our_side}")
    if kind.party_is:
        named = matter.sheet.our_side if kind.party_is == "bound" else other_side(matter.sheet.our_side)
        return said.replace("{found}", f"the {named}")
    if mention.value is not None:
        return said.replace("{found}", values.canonical(mention.value))
    return f"New: {kind.says}." if "{found}" in said else said
