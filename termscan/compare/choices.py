"""Choice terms: with consent or allowed, courts or arbitration, on payment or on creation."""

from __future__ import annotations

import re
from typing import cast

from .. import values
from ..extract.masking import ANYBODY, SIDES, SLOTS
from ..extract.statements import Statement
from ..model import Side
from ..rulebook import Kind
from ..termsheet import Term
from . import renewals
from .lexicon import concepts, phrases
from .likeness import choice_words
from .matter import SOUNDS_SURE, Harmed, Judgement, Matter, best, kept, other_side, reopened, spans_of, unsaid
from .propositions import actors, often
from .rivals import CASE, alike
from .sameness import binds
from .sides import freed, in_one_role

_DENIAL = re.compile(r"(?<!\S)(?:not|no|never|absence|nor|without|nobody|nothing|neither|none|cannot)(?!\S)")
RIVAL = 3  # words of another choice, and none of the agreed one, from which a sentence says the other


def judge(matter: Matter, term: Term, kind: Kind) -> Judgement:
    """Compare the choice that the draft makes with the one agreed."""
    stated = [s for s in matter.statements(term.kind) if binds(matter, term, s)]
    agreed = word(term.agreed)
    telling = [
        s for s in stated if s.value is not None and not (word(s.value) != agreed and _piecemeal(matter, term, s))
    ]
    equal = [s for s in telling if word(s.value) == agreed or _length_alone(term, s)]
    if equal:
        length = _length_differs(term, equal)
        if length is not None:
            return _changed(matter, term, kind, length)
        return (
            renewals.another_length(matter, term, kind, [(s.start, s.end) for s in equal])
            or _one_sided(matter, term, kind, equal)
            or _for_one_winner(matter, term, kind, equal)
            or _freed(matter, term, kind, equal)
            or _one_freed(matter, term, kind, equal, telling)
            or _made_harder(matter, term, kind, equal, telling)
            or renewals.at_will(matter, term, kind, ((s.start, s.end) for s in equal))
            or renewals.turned(matter, term, kind, ((s.start, s.end) for s in equal))
            or _torn(matter, term, kind, equal, telling)
            or kept(term, spans_of([best(_for_both(matter, term, kind, equal), matter, term)]))
        )
    also = _said_as_well(matter, kind, agreed, stated) or (_a_step_before(matter, term) if telling else None)
    if also is not None:
        here = [s for s in telling if s.sentence == matter.sentence_at(also[0])]
        return (
            renewals.another_length(matter, term, kind, [also])
            or (_torn(matter, term, kind, here, telling) if here else None)
            or kept(term, (("states", *also),))
        )
    if telling:
        return _changed(matter, term, kind, best(telling, matter, term))
    if stated:
        as_agreed = f"The draft speaks of it as agreed: {term.agreed_text}."
        return renewals.at_will(matter, term, kind, [(stated[0].start, stated[0].end)]) or Judgement(
            "kept", None, spans_of(stated[:1]), as_agreed
        )
    return _sounds_like(matter, term, kind, agreed)


def _piecemeal(matter: Matter, term: Term, s: Statement) -> bool:
    """Whether a statement is of one thing alone, outside the clause in which such a kind is settled for all."""
    return matter.has(term, "by the item") and matter.topical(term.kind, s.sentence) < HEADED


def _a_step_before(matter: Matter, term: Term) -> tuple[int, int] | None:
    """Where the draft speaks of mediation that was agreed to come first: how a dispute ends after it denies nothing of that."""
    if word(term.agreed) != "mediation first":
        return None
    steps = concepts(["mediation"])
    speaks = (i for _, i in matter.sounds(term) if steps & matter.sentence_concepts(i))
    return next((matter.sentence_span(i) for i in speaks), None)


def _for_both(matter: Matter, term: Term, kind: Kind, equal: list[Statement]) -> list[Statement]:
    """Of a rule for both sides, the statements that speak of both at once, where there are such: the others are special cases."""
    if kind.binds != "each" or term.by in ("customer", "provider"):
        return equal
    return [s for s in equal if _of_each(matter.reading.masked[s.sentence].words)] or equal


def _of_each(words: str) -> bool:
    """Whether a sentence speaks of both sides at once: "each party", "neither party"."""
    return SLOTS["each"] in words or SLOTS["neither"] in words


TWO = 2  # choices: so few that one denies the other
HEADED = 2  # how sure a sentence speaks of a kind whose words it has, under the kind's own heading
NEARLY = 0.3  # how much less a second place may bear on a term and still speak against the first


_NOT_OTHERWISE = re.compile(r"(?<!\S)(?:only|solely|exclusively|not otherwise|in no other way)(?!\S)")
_OF_THE_REST = re.compile(r"\b(?:no|any|all|the)\s+(?:other|further|additional)\b", re.IGNORECASE)


def _torn(matter: Matter, term: Term, kind: Kind, equal: list[Statement], telling: list[Statement]) -> Judgement | None:
    """Another place that says no where one says yes; of finer choices each may hold for a case of its own."""
    first = best(equal, matter, term)
    least = matter.bears(term, first.sentence) - NEARLY
    agreed = word(term.agreed)
    for s in telling:
        if s.weak or word(s.value) == agreed or any(e.sentence == s.sentence for e in equal) or _length_alone(term, s):
            continue
        if matter.has(term, "by the item") and _OF_THE_REST.search(matter.text, s.start, s.end):
            continue  # it goes on from what was said of the others
        same = _of_the_same(matter, term, kind, first, s)
        if not same if agreed not in ("yes", "no") else matter.bears(term, s.sentence) < least:
            continue
        if any(d.sentence == s.sentence for d in matter.reading.outline.definitions):
            continue  # what a definition says is put in its place, and judged there
        found = f"{agreed} or {word(s.value)}"
        message = f"{matter.place(first.start)} says {agreed}, {matter.place(s.start)} {word(s.value)}."
        spans = (*spans_of([first]), *spans_of([s], "conflicts"))
        return Judgement("unclear", found, spans, message[0].upper() + message[1:])
    return None


def _freed(matter: Matter, term: Term, kind: Kind, equal: list[Statement]) -> Judgement | None:
    """A choice that was to hold for both sides, and of which the draft frees one of them by name."""
    mutual = kind.binds in ("both", "each") and term.by not in ("customer", "provider")
    return freed(matter, term, equal) if mutual and word(term.agreed) != "allowed" else None


def _one_freed(
    matter: Matter, term: Term, kind: Kind, equal: list[Statement], telling: list[Statement]
) -> Judgement | None:
    """One choice for one side, and in the same breath another for the other, where the sheet makes no difference."""
    sided = term.by in ("customer", "provider") or (_done_by_one(kind) and len(kind.choices) != TWO)
    if sided or not (kind.order or len(kind.choices) == TWO):
        return None
    for first in equal:
        near = set(matter.beside(first.sentence, 0, 1))
        for s in telling:
            if s.weak or first.weak or word(s.value) == word(term.agreed) or s.sentence not in near:
                continue
            here, there = _actor(matter, first), _actor(matter, s)
            if {here, there} == {"customer", "provider"}:
                side = cast(Side, there)
                found = f"{term.agreed_text} for the {here}, {word(s.value)} for the {there}"
                message = (
                    f"Agreed for both sides was {term.agreed_text}; the draft says {word(s.value)} for the {side}."
                )
                return Judgement("changed", found, spans_of([first, s]), message, other_side(side))
    return None


def _made_harder(
    matter: Matter, term: Term, kind: Kind, equal: list[Statement], telling: list[Statement]
) -> Judgement | None:
    """What one side alone does, and in the same breath the same only under a condition: "reimbursed", "reimbursed with approval"."""
    if term.by in ("customer", "provider") or not _done_by_one(kind):
        return None
    near = {i for first in equal if not first.weak for i in matter.beside(first.sentence, 0, 1)}
    qualified = (s for s in telling if word(s.value).startswith(f"{word(term.agreed)} "))
    harder = next((s for s in qualified if not s.weak and s.sentence in near), None)
    return _changed(matter, term, kind, harder) if harder else None


def _done_by_one(kind: Kind) -> bool:
    return kind.binds in ("customer", "provider")


def _actor(matter: Matter, s: Statement) -> str | None:
    """Who acts in a statement: the last party that does so before or in its words."""
    masked = matter.reading.masked[s.sentence]
    end = masked.locate(s.start, s.end)[1]
    acts = [side for at, side in actors(masked.words) if at < end]
    return acts[-1] if acts else None


def _of_the_same(matter: Matter, term: Term, kind: Kind, first: Statement, s: Statement) -> bool:
    """Whether another statement bears on the term as much as the first, and on no case of its own."""
    opposite = {word(first.value), word(s.value)} == {"allowed", "prohibited"}
    ousted = (word(first.value), word(s.value)) == ("courts", "arbitration")
    if not (kind.order or opposite or ousted or len(kind.choices) == TWO):
        return False  # several may hold at once
    masked = matter.reading.masked[s.sentence]
    at, end = masked.locate(s.start, s.end)
    alone = not (CASE.search(masked.words) or _DENIAL.search(masked.words[:at]))
    if (ousted and alone) or _NOT_OTHERWISE.search(masked.words, at, end):
        return matter.bears(term, s.sentence) >= matter.bears(term, first.sentence) - NEARLY
    in_turn = "in turn" in kind.traits or (kind.acts and not opposite)
    if not in_turn and alike(matter, term, kind, first, s):
        return True
    sentences = matter.reading.outline.sentences
    if sentences[first.sentence].section == sentences[s.sentence].section:
        return False
    under = all(matter.topical(kind.name, i) >= HEADED for i in (first.sentence, s.sentence))
    return alone and under and matter.fit(term, s.sentence) >= matter.fit(term, first.sentence)


def _sounds_like(matter: Matter, term: Term, kind: Kind, agreed: str) -> Judgement:
    """No cue says it: which choice do the words of the sentence that speaks of it belong to?"""
    told = choice_words(kind)
    # of more than two choices the words of another deny nothing
    for score, index in matter.sounds(term)[:3] if len(kind.choices) == TWO else ():
        if score < SOUNDS_SURE:
            break
        said = matter.sentence_concepts(index)
        rival = max(told, key=lambda word: (len(told[word] & said), word == agreed), default=agreed)
        if len(told[rival] & said) >= RIVAL and not told.get(agreed, frozenset()) & said:
            span = matter.sentence_span(index)
            harms = harmed(term, kind, values.parse(kind.type, rival, choices=kind.allowed))
            return Judgement("changed", rival, (("states", *span),), reopened(term, kind, rival), harms)
    heard = unsaid(matter, term, lambda index: True)
    if heard.verdict != "kept":
        return heard
    at_will = renewals.at_will(matter, term, kind, [(s, e) for _, s, e in heard.spans])
    return at_will or _another_turn(matter, term, kind, heard) or heard


# "of the previous month": how often somebody accounts for something
_PAST = phrases(r"(?i)\b(?:calendar|previous|preceding|prior|last|past|following) (?P<unit>week|month|quarter|year)\b")


def _another_turn(matter: Matter, term: Term, kind: Kind, heard: Judgement) -> Judgement | None:
    """Something agreed for every month, where the place that sounds like it speaks of quarters alone."""
    agreed = often(word(term.agreed))
    for _, start, end in heard.spans[:1] if agreed else ():
        past = (m["unit"].lower() for m in _PAST.finditer(matter.text, start, end))
        found = often(matter.text[start:end].lower()).union(past)
        other = next((choice for choice in kind.choices if often(choice) & found), None)
        if other and not agreed & found:
            harms = harmed(term, kind, values.parse(kind.type, other, choices=kind.allowed))
            return Judgement("changed", other, heard.spans[:1], reopened(term, kind, other), harms)
    return None


def _one_sided(matter: Matter, term: Term, kind: Kind, equal: list[Statement]) -> Judgement | None:
    """A rule agreed for both that the draft lays on one alone: "neither party may assign" become "Client may not"."""
    allowed = word(term.agreed) == "allowed"
    if term.by in ("customer", "provider"):
        return _other_bound(matter, term, equal) if allowed or kind.binds == "each" else None
    if kind.binds != "each" or allowed:
        return None
    bound = {_laid_on(_from_here(matter, s)) for s in equal}
    if len(bound) != 1 or not bound <= {"customer", "provider"} or _of_both(matter, term, {s.sentence for s in equal}):
        return None
    side: Side = "customer" if "customer" in bound else "provider"
    message = f"Agreed for both sides was {term.agreed_text}; the draft lays it on the {side} alone."
    return Judgement("changed", f"{term.agreed_text}, {side} only", spans_of(equal[:1]), message, side)


def _for_one_winner(matter: Matter, term: Term, kind: Kind, equal: list[Statement]) -> Judgement | None:
    """What whoever wins was to have, that the draft gives to one of them by name: "Client, if it prevails, shall recover"."""
    if kind.binds != "both" or len(kind.choices) != TWO or term.by in ("customer", "provider"):
        return None
    return in_one_role(matter, term, equal)


def _of_both(matter: Matter, term: Term, here: set[int]) -> bool:
    """Whether another place states the kind of both sides at once: then what binds one alone is a case of its own."""
    least = max(matter.bears(term, i) for i in here) - NEARLY
    return any(
        _of_each(matter.reading.masked[s.sentence].words)
        for s in matter.statements(term.kind)
        if s.sentence not in here and not s.weak and s.value is not None and matter.bears(term, s.sentence) >= least
    )


_LEAVE = re.compile(
    rf"(?P<who>[{''.join(SIDES)}])(?: [^\s;]+){{0,2}}? (?:may|can|(?:is|are|shall be|will be) (?:entitled|free|permitted|allowed|at liberty)|(?:has|shall have) the right)(?!\S)"
)


def _other_bound(matter: Matter, term: Term, equal: list[Statement]) -> Judgement | None:
    """A rule agreed for one side that the draft lays on the other."""
    clauses = [_GIVER.sub("", _clause(matter, s)) for s in equal]
    acts = {side for words in clauses for _, side in actors(words)}
    if word(term.agreed) == "allowed":  # who may is told by the modal, whatever else the other side does in the clause
        acts = {SIDES[m["who"]] for words in clauses for m in _LEAVE.finditer(words)} or acts
    other = other_side(cast(Side, term.by))
    if acts != {other} or any(f"by {SLOTS[cast(Side, term.by)]}" in words for words in clauses):
        return None
    message = f"Agreed for the {term.by} was {term.agreed_text}; the draft lays it on the {other}."
    return Judgement("changed", f"{term.agreed_text}, {other} only", spans_of(equal[:1]), message, other)


def _clause(matter: Matter, s: Statement) -> str:
    """The masked words of a statement's sentence between the semicolons around it."""
    masked = matter.reading.masked[s.sentence]
    start, end = masked.locate(s.start, s.end)
    first, last = masked.words.rfind(";", 0, start) + 1, masked.words.find(";", end)
    return masked.words[first : last if last >= 0 else len(masked.words)]


_RULE_BEGINS = re.compile(r"; |(?<!\S)(?:provided|whereas)(?: however)?(?: that)? ")


def _from_here(matter: Matter, s: Statement) -> str:
    """The masked words of a statement's sentence from where its own rule begins: after a semicolon or "provided that"."""
    masked = matter.reading.masked[s.sentence]
    start, _ = masked.locate(s.start, s.end)
    return masked.words[max((m.end() for m in _RULE_BEGINS.finditer(masked.words, 0, start)), default=0) :]


# whose consent it takes, is not bound: "only if Maker has agreed to it may Buyer"
_GIVER = re.compile(
    rf"(?<!\S)(?:if|unless|until|once|when|where|after|before) [{''.join(SIDES)}](?: [^\s;]+){{0,10}}? (?:consent|approv|agree|permi)\S*"
)
_ASKED = re.compile(
    rf"(?<!\S)(?:consents?|approval|permission|leave) (?:\S+ ){{0,2}}?(?:of|from|by) [{SLOTS['each']}{SLOTS['other']}]"
)


_BARRED = re.compile(
    rf"(?P<who>{ANYBODY})(?: (?:hereby|also|further|(?:and|or|nor) its affiliates))? (?:(?:shall|may|will|must|can) (?:not|in no event|neither)|cannot|(?:agrees?|undertakes?|covenants?) not to)(?!\S)(?! (?:\S+ly )?(?:withh|refus|den(?:y|ied)|delay|be ))"
)


def _laid_on(words: str) -> str | None:
    """The one side that a sentence bars from something, whatever it says of both besides; else the one that it speaks of first."""
    barred = {SIDES.get(m["who"]) for m in _BARRED.finditer(words)}
    return _first_named(words) if not barred else barred.pop() if len(barred) == 1 else None


def _first_named(words: str) -> str | None:
    """The party that a sentence speaks of first; None where it speaks of both at once or of nobody."""
    words = _ASKED.sub("", words)  # whose consent it takes, is not bound
    if _of_each(words):
        return None
    return next((SIDES.get(c) for c in words if c in SIDES or c == SLOTS["other"]), None)


def _said_as_well(matter: Matter, kind: Kind, agreed: str, stated: list[Statement]) -> tuple[int, int] | None:
    """Several choices may hold at once ("annually, in advance"): is the agreed one said in the same sentence too?"""
    compiled = matter.compiled(kind.name)
    for s in stated:
        masked = matter.reading.masked[s.sentence]
        a, z = masked.locate(s.start, s.end)
        denied = len(kind.choices) == TWO and _DENIAL.search(masked.words[a:z])
        for cue in compiled.choices.get(agreed, ()) if compiled else ():
            m = cue.search(masked.words) if cue.possible(masked.keys) else None
            span = masked.span(*m.span()) if m else None
            # in an order of choices, words inside those that say another choice are only a part of them
            part = (kind.order or denied) and span and s.start <= span[0] and span[1] <= s.end
            if span and not part:
                return span
    return None


def word(value: values.Value | None) -> str:
    """The chosen word without its length ("automatic 1 year" is automatic)."""
    return value.word if isinstance(value, values.Choice) else values.canonical(value) if value is not None else ""


def _length_alone(term: Term, s: Statement) -> bool:
    """Whether a sentence gives the agreed length and leaves the choice to another: "for 12 months more"."""
    length = getattr(term.agreed, "length", None)
    return length is not None and isinstance(s.value, values.Duration) and values.compare(length, s.value) == "same"


def _length_differs(term: Term, equal: list[Statement]) -> Statement | None:
    length = getattr(term.agreed, "length", None)
    if length is None:
        return None
    with_length = [s for s in equal if getattr(s.value, "length", None) is not None]
    if any(values.compare(length, getattr(s.value, "length", length)) == "same" for s in with_length):
        return None
    return with_length[0] if with_length else None


def _changed(matter: Matter, term: Term, kind: Kind, s: Statement) -> Judgement:
    found = values.canonical(s.value)  # type: ignore[arg-type]
    return Judgement("changed", found, spans_of([s]), reopened(term, kind, found), harmed(term, kind, s.value))


def harmed(term: Term, kind: Kind, found: values.Value | None) -> Harmed:
    """Who loses by another choice: `order` runs from best for the provider to best for the customer."""
    a, f = word(term.agreed), word(found)
    if a not in kind.order or f not in kind.order:
        return "both"
    return "provider" if kind.order.index(f) > kind.order.index(a) else "customer"
