"""Asks: what binds our side beyond the customary and was neither agreed nor left to counsel.

Which sentences ask for a kind is learnt from cases (`odds`): what they speak of, what a rule finds in them, whom they
bind, and how much of the field the sheet has settled (`asking`). Traps, and kinds of somebody's own, of which no case was
learnt, are what their rules find. On a sheet that says `unlisted: ask` whatever binds our side is an ask.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace

from .. import values
from ..extract.statements import CompiledKind
from ..model import Ask
from ..odds import learnt, topics
from ..rulebook import Kind
from ..termsheet import Term
from . import saying
from .asking import Candidate, candidates, unsettled
from .matter import Judgement, Matter, direction, other_side
from .mentions import Mention, beyond_custom, gone_through, mentions, quiet
from .novelty import brought_in
from .rows import short_id

LIKELY = 0.13  # odds from which a sentence is an ask
IN_HASTE = 0.3  # the same on a sheet that leaves most of the field open
AGREED_AWAY = 0.35  # the same of a kind of which it was agreed that there is none
AGREED = 0.3  # odds from which it says what was agreed in plain words
SAID = 0.07  # the same where a rule finds that it binds our side beyond what is customary
SAID_IN_HASTE = 0.02  # and the same on a sheet in haste, which makes everything less likely
WHOLE = 500  # characters: a longer sentence is quoted around the words that count


def asks(matter: Matter, came: Container[int] = ()) -> tuple[Ask, ...]:
    """One ask for each kind and trap that the draft brings up though nobody agreed it.

    Args:
        came: the sentences that came in since the draft before; what a rule finds in them needs no odds.
    """
    rules = {**matter.rulebook.kinds, **matter.rulebook.traps}
    if matter.sheet.unlisted == "ask":
        found = [*_mentioned(matter, rules, _binds)]
    else:
        unlearnt = {name: rule for name, rule in rules.items() if name not in topics()}
        read = [*_mentioned(matter, unlearnt, beyond_custom)]
        there = {c.sentence for c in read}
        found = [*read, *(c for c in _likely(matter, came) if c.mention or c.sentence not in there)]
    return tuple(sorted((_ask(matter, c) for c in found), key=lambda a: a.evidence[0].start))


def _mentioned(
    matter: Matter, rules: Mapping[str, Kind], counts: Callable[[Matter, CompiledKind, Mention], bool]
) -> Iterator[Candidate]:
    """Of each kind the first mention that counts."""
    for compiled, rule in unsettled(matter, rules):
        first = next((m for m in mentions(matter, compiled, rule) if counts(matter, compiled, m)), None)
        if first is not None:
            yield Candidate(compiled.kind, rule, first.sentence, first)


def _binds(matter: Matter, compiled: CompiledKind, mention: Mention) -> bool:
    """Whether a mention binds our side at all."""
    return mention.binds in (matter.sheet.our_side, "both") and not quiet(matter, compiled, mention)


def _likely(matter: Matter, came: Container[int]) -> Iterator[Candidate]:
    """Of each kind the likeliest sentence; a sentence asks for one kind only."""
    model = learnt("asks")
    thorough = gone_through(matter)
    least, said = (LIKELY, SAID) if thorough else (IN_HASTE, SAID_IN_HASTE)
    by_sentence: dict[int, tuple[float, Candidate]] = {}
    for candidate, signs in candidates(matter):
        if not _may_ask(signs, thorough):
            continue
        odds = model.of(signs)
        found = 0.0 if candidate.sentence in came else said
        if odds >= max(found if signs["beyond custom"] else least, by_sentence.get(candidate.sentence, (0.0,))[0]):
            by_sentence[candidate.sentence] = odds, candidate
    by_kind: dict[str, tuple[float, Candidate]] = {}
    for odds, candidate in by_sentence.values():
        likelier = odds > by_kind.get(candidate.kind.name, (0.0,))[0]
        if likelier and not _agreed_in_plain_words(matter, candidate.sentence):
            by_kind[candidate.kind.name] = odds, candidate
    yield from (candidate for _, candidate in by_kind.values())


def _agreed_in_plain_words(matter: Matter, index: int) -> bool:
    """Whether a sentence says what the sheet has in plain words, which belong to no kind or to another one."""
    plain = (t for t in matter.sheet.terms if isinstance(t.agreed, values.Text))
    return any(saying.likely(matter, saying.words_of(t), [index])[index] >= AGREED for t in plain)


def brought_up(matter: Matter, term: Term, kind: Kind) -> Judgement | None:
    """What a draft has of a kind of which it was agreed that there is none, in words that no cue reads; None where it has none."""
    odds, at = matter.once("asks for what was agreed away", lambda: _agreed_away(matter)).get(kind.name, (0.0, 0))
    if odds < AGREED_AWAY:
        return None
    return brought_in(matter, *matter.sentence_span(at), matter.sheet.our_side)


def _agreed_away(matter: Matter) -> dict[str, tuple[float, int]]:
    """Of each kind agreed to be none, how likely the likeliest sentence brings it up, and which sentence that is."""
    bare, none = without_none(matter)
    model = learnt("asks")
    out: dict[str, tuple[float, int]] = {}
    for candidate, signs in candidates(bare, none):
        name, found = candidate.kind.name, (model.of(signs), candidate.sentence)
        out[name] = max(out.get(name, (0.0, 0)), found)
    return out


def without_none(matter: Matter) -> tuple[Matter, set[str]]:
    """A draft beside its sheet without what was agreed to be none, and the kinds of that."""
    none = {t.kind for t in matter.sheet.terms if values.is_absent(t.agreed)}
    left = tuple(t for t in matter.sheet.terms if t.kind not in none)
    return replace(matter, sheet=replace(matter.sheet, terms=left)), none


def _may_ask(signs: Mapping[str, float], thorough: bool) -> bool:
    """Whether what a rule finds in a sentence leaves room for an ask: it may bind the other side alone, or be customary.

    Args:
        thorough: the sheet was gone through, so that what binds both counts, and what is customary too.
    """
    ours = signs["binds us"] or (thorough and signs["binds both"])
    return bool(ours or not signs["mentions"]) and (thorough or not signs["customary"])


def _ask(matter: Matter, candidate: Candidate) -> Ask:
    ours, kind = matter.sheet.our_side, candidate.kind
    start, end = matter.sentence_span(candidate.sentence)
    if end - start > WHOLE:
        m = candidate.mention
        start, end = (m.start, m.end) if m else (start, _word_end(matter.text, start + WHOLE))
    proof = matter.reading.outline.evidence(start, end)
    return Ask(
        id=short_id("A", kind.name, " ".join(proof.quote.split()).lower()),
        ask=kind.name,
        direction=direction(ours, ours),
        severity=candidate.rule.severity,
        message=_message(matter, candidate),
        why=kind.why.get(ours) if kind.why else None,
        question=f"This was not part of what we agreed ({kind.says}); may we take it out or talk about it?",
        evidence=(proof,),
    )


def _word_end(text: str, at: int) -> int:
    return text.rindex(" ", 0, at) if " " in text[:at] else at


def _message(matter: Matter, candidate: Candidate) -> str:
    """The rule's message with party and value filled in; where it asks for a value that the draft lacks, what the kind is."""
    kind, rule, mention = candidate.kind, candidate.rule, candidate.mention
    said = (rule.message or f"New: {kind.says}.").replace("{bound}", f"the {matter.sheet.our_side}")
    if kind.party_is:
        named = matter.sheet.our_side if kind.party_is == "bound" else other_side(matter.sheet.our_side)
        return said.replace("{found}", f"the {named}")
    if mention is not None and mention.value is not None:
        return said.replace("{found}", values.canonical(mention.value))
    return f"New: {kind.says}." if "{found}" in said else said
