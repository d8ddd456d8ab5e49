"""Terms in plain words: taken apart into who, what, how much, how often and whether, and compared part by part."""

from __future__ import annotations

import re
from typing import cast

from ..extract.masking import SIDES
from ..model import Side
from ..termsheet import Term
from . import contrasts, for_whom, hurdles, no_longer_free, plain_nots, promises, small_counts
from .amounts_said import AS_MUCH, LEADS, SURE, judge_values, turned
from .lexicon import content, phrases
from .matter import Harmed, Judgement, Matter, Span, other_side
from .novelty import said, short
from .passages import passages
from .propositions import Clause, actors, clauses, denies, speakers
from .saying import SAYS_SO, likely, words_of

SAME_CLAUSE = 2  # shared concepts from which a clause says the same as the term, or the opposite
OUTRIGHT = 0.5  # odds below which a place only seems to say it, and the reader is asked to look
AS_LIKELY = 0.5  # of the odds of the best place: what may say it as well
ALL_BUT = 0.8  # of the concepts of a denial that a clause must have to say the same without the "not"
NEAR = 6  # places at most that speak of it so much


def judge(matter: Matter, term: Term, about: str | None = None) -> Judgement:
    """Find the places that speak of the term, then compare its parts with what they say.

    Args:
        about: the words by which to look for it, where they are not the agreed ones.
    """
    words = about or words_of(term)
    places = passages(matter, words)
    told = passages(matter, words, recitals=True)
    if told and told[0][0] >= max(SURE, places[0][0] + LEADS if places else 0.0):
        start, end = matter.sentence_span(told[0][1])
        message = "The words stand in a recital, which tells what is intended and binds nobody to it."
        actor = {side for _, side in actors(speakers(matter, term.agreed_text).lower())} & {"customer", "provider"}
        harmed: Harmed = other_side(cast(Side, actor.pop())) if len(actor) == 1 else "both"
        return Judgement("weakened", None, (("states", start, end),), message, harmed)
    if not places:
        return Judgement("missing", None, (), f"The draft says nothing of it; agreed was: {term.agreed_text}")
    odds = likely(matter, words, [i for _, i in places])
    likeliest = max(odds, key=lambda i: odds[i])
    if odds[likeliest] < SAYS_SO:
        return _merely_mentioned(matter, term, likeliest)
    near = sorted((i for i in odds if odds[i] >= AS_LIKELY * odds[likeliest]), key=lambda i: (-odds[i], i))[:NEAR]
    proof: list[Span] = [("states", *matter.sentence_span(near[0]))]
    return (
        judge_values(matter, term, places, near, proof)
        or turned(matter, term, near[0])
        or _denied(matter, term, near[0])
        or plain_nots.in_plain_words(matter, term, near[0])
        or _deemed_otherwise(matter, term, near[:2])
        or _left_to_choice(matter, term, near[0])
        or _so_far_as_it_suits(matter, term, near[:2])
        or no_longer_free.by_leave(matter, term, near)
        or no_longer_free.at_a_price(matter, term, near[0])
        or _acts(matter, term, near)
        or _often(matter, term, near)
        or _narrowed(matter, term, near[0])
        or contrasts.check(matter, term, near)
        or for_whom.check(matter, term, near)
        or promises.check(matter, term, near)
        or hurdles.check(matter, term, near)
        or small_counts.check(matter, term, near)
        or Judgement("kept", None, tuple(proof[:3]), "The draft says so.", outright=odds[near[0]] >= OUTRIGHT)
    )


def _merely_mentioned(matter: Matter, term: Term, index: int) -> Judgement:
    closest = matter.place(matter.sentence_span(index)[0])
    message = f"The draft does not say so; closest to it comes {closest}. Agreed was: {term.agreed_text}"
    return Judgement("missing", None, (), message)


# ---- whether, who, how often --------------------------------------------------------------------------------------


# a bound or a condition in the dress of a denial: "not to exceed", "shall not extend beyond", "no … until"
_BOUND = phrases(
    r"(?i)\b(?:not (?:to )?(?:exceed|extend beyond|go beyond|surpass)|until|unless|before|without|free (?:of|from)|except|only|save|otherwise|nothing|no (?:charge|cost|fee|expense))\b"
)


def _bounds(words: str) -> set[str]:
    """The bounds and conditions in some words; where both wordings have the same, as "free of charge", they tell nothing."""
    return {m[0].lower() for m in _BOUND.finditer(words)}


# words that deny without a "not"
_IN_EFFECT = phrases(
    r"(?i)\bnon-|\b(?:without|only|solely|exclusive\w*|exclu[ds]\w*|waive\w*|void|unless|except|fail\w*|laps\w*|ceas\w*|refus\w*|declin\w*|prevent\w*|restrict\w*|refrain\w*|releas\w*|reliev\w*|instead|alone|retain\w*|keep\w*|remain\w*|includ\w*)\b"
)
_LIMITS = re.compile(r"(?i)\b(?:unless|until|except|only)\b")


def _denied(matter: Matter, term: Term, index: int) -> Judgement | None:
    """A clause that says what was agreed with a "not" too many, or too few."""
    whole = matter.sentence_text(index).lower()
    for agreed in clauses(term.agreed_text, without=matter.party_concepts):
        match = _closest(matter, agreed, [index]) if len(agreed.concepts) >= SAME_CLAUSE else None
        if (
            match is not None
            and agreed.denied
            and (
                denies(whole)
                or _IN_EFFECT.search(whole)
                or len(match.concepts & agreed.concepts) < ALL_BUT * len(agreed.concepts)
            )
        ):
            continue  # the denial may stand in another part of the sentence, and reach this one; or be said by other words
        if _LIMITS.search(term.agreed_text):
            continue  # "no fee unless it rains" says "a fee when it rains"; "only here" says "not elsewhere"
        if match is None or match.denied == agreed.denied or _bounds(match.words) != _bounds(agreed.words):
            continue
        says = "denies" if match.denied else "no longer denies"
        message = f'The draft {says} what was agreed: "{_folded(match.words)}".'
        return Judgement("changed", None, (("states", match.start, match.end),), message, "both")
    return None


# what silence comes to: "counts as accepted"; "is deemed an objection", "is deemed not to have accepted"
_YES = r"(?:accept|approv|agree|consent)"
_COUNTS = phrases(
    rf"(?i)\b(?:count|deem|taken|treat|consider|regard|presum|is|are)\w* (?:as |to (?:be|have) |then )*(?:an? )?{_YES}"
)
_COUNTS_NOT = phrases(
    rf"(?i)\b(?:deemed|treated as|regarded as|taken (?:as|to)|considered)\b[^.;]{{0,20}}?\b(?:(?:not|never) to (?:have|be)\b[^.;]{{0,20}}?\b{_YES}"
    r"|(?:an? |to be an? |to be |to have )?(?:\w+ )?(?:objection|refusal|rejection|rejected|refused|declined|disapprov))"
)


def _deemed_otherwise(matter: Matter, term: Term, near: list[int]) -> Judgement | None:
    """What was to count as a yes, and counts in the draft as a no."""
    if not _COUNTS.search(term.agreed_text):
        return None
    m = next((m for i in near if (m := _COUNTS_NOT.search(matter.text, *matter.sentence_span(i)))), None)
    if m is None:
        return None
    message = f'What was to count as a yes counts as a no: "{_folded(m[0])}".'
    return Judgement("changed", None, (("states", m.start(), m.end()),), message, "both")


_MAY = re.compile(
    r"(?i)\b(?:may|can|is free to|is entitled to|has the right to|has the option|at (?:its|his|her|their) option)\b(?!\s+not\b)(?![^.;]{0,80}\bonly (?:with|if|when|where|after|on|upon|by|for|to)\b)"
)  # what somebody "may only" do is a bar
_POWER = re.compile(r"(?i)\b(?:may|can|free|right|option|allowed|permitted|entitled|choose|decides?|if)\b")


def _left_to_choice(matter: Matter, term: Term, index: int) -> Judgement | None:
    """What somebody was to do, and now only may: the same act, done by the same side, in the language of discretion."""
    for agreed in clauses(speakers(matter, term.agreed_text), without=matter.party_concepts):
        acts = {side for _, side in actors(agreed.words.lower())}
        if len(acts) != 1 or len(agreed.concepts) < SAME_CLAUSE or agreed.denied or _POWER.search(agreed.words):
            continue
        match = _closest(matter, agreed, [index])
        if match is None or match.denied or _actor(matter, match) not in acts:
            continue
        m = _MAY.search(match.words)
        if m:
            side = cast(Side, acts.pop())
            message = f'Agreed was that the {side} does it; in the draft it only may: "{_folded(match.words)}".'
            return Judgement("weakened", None, (("states", match.start, match.end),), message, other_side(side))
    return None


# a permission with its condition broken in: "may, where its ovens leave room for it, bake …"
_MAY_ASIDE = phrases(
    r"(?i)\b(?:may|can),\s+(?:as|at|if|in|should|so|subject|to|when|where|wherever)\b[^;:.()]{3,120}?,\s+(?P<act>[^;:.]{3,})"
)


def _so_far_as_it_suits(matter: Matter, term: Term, near: list[int]) -> Judgement | None:
    """What was agreed outright, and the draft leaves to be done where it suits: the act of a permission with a condition."""
    if _MAY.search(term.agreed_text) or denies(term.agreed_text):
        return None
    wanted = _whole(matter, term).concepts
    for index in near:
        for m in _MAY_ASIDE.finditer(matter.text, *matter.sentence_span(index)):
            if len(wanted & frozenset(content(m["act"]))) >= SAME_CLAUSE:
                message = f'Agreed was that it is so; in the draft it only may be: "{_folded(m[0])}".'
                return Judgement("weakened", None, (("states", m.start(), m.end()),), message, "both")
    return None


_GETS = re.compile(r"(?i)\b(?:gets?|receives?|is paid|are paid|earns?|obtains?|collects?|benefits?|takes?)\b")


def _acts(matter: Matter, term: Term, near: list[int]) -> Judgement | None:
    """Somebody else does what one side was to do."""
    spoken = speakers(matter, term.agreed_text).lower()
    told = {side for _, side in actors(spoken)}
    if len({c for c in spoken if c in SIDES}) > 1:
        return _exchanged(matter, term, near)  # what each of them does is said in turn
    if _GETS.search(term.agreed_text):
        return None  # who gets is said as well by who gives
    if len(told) != 1 or not told <= {"customer", "provider"}:
        return None
    agreed = cast(Side, told.pop())
    match = _closest(matter, _whole(matter, term), near)
    if match is None:
        return None
    who = _actor(matter, match)
    if who != other_side(agreed) or any(agreed == side for i in near for side in _acting(matter, i)):
        return None  # where both act, what the other does is another act
    message = f'Agreed was that the {agreed} does it; the draft lays it on the {who}: "{_folded(match.words)}".'
    return Judgement("changed", who, (("states", match.start, match.end),), message, "both")


def _exchanged(matter: Matter, term: Term, near: list[int]) -> Judgement | None:
    """Each side stands where the other was to stand: Owner keeps the keys of Maker, and not Maker those of Owner."""
    agreed = _sides_in_turn(speakers(matter, term.agreed_text).lower())
    for index in near[:1] if len(agreed) in _IN_TURN else ():
        masked, wanted = matter.reading.masked[index], _whole(matter, term).concepts
        if len(wanted & frozenset(content(matter.sentence_text(index)))) < ALL_BUT * len(wanted):
            continue
        if _sides_in_turn(masked.words) == tuple(other_side(side) for side in agreed):
            start, end = matter.sentence_span(index)
            message = f'Each side stands where the other was to stand: "{short(matter.text[start:end])}".'
            return Judgement("changed", None, (("states", start, end),), message, "both")
    return None


_IN_TURN = (2, 3, 4)  # sides named one after the other, of which the order can be compared
_BY_ONE = re.compile(rf"\bby [a-z ]{{0,12}}?[{''.join(SIDES)}]")


def _sides_in_turn(words: str) -> tuple[Side, ...]:
    """The sides that some words name, in turn, where the first one alone acts; none in the passive, or where both are named as one."""
    named = [SIDES[c] for c in words if c in SIDES]
    acts = {side for _, side in actors(words)}
    alone = all(side in ("customer", "provider") for side in named) and acts == set(named[:1])
    return tuple(cast(Side, side) for side in named) if alone and not _BY_ONE.search(words) else ()


def _acting(matter: Matter, index: int) -> set[str]:
    return {side for _, side in actors(matter.reading.masked[index].words)}


def _actor(matter: Matter, clause: Clause) -> str | None:
    """Who acts in a clause of the draft, or, where it names nobody who does, last before it in its sentence."""
    masked = matter.reading.masked[matter.sentence_at(clause.start)]
    acting = [(masked.span(at, at + 1)[0], side) for at, side in actors(masked.words)]
    inside = [side for at, side in acting if clause.start <= at < clause.end]
    before = [side for at, side in acting if at < clause.start]
    return inside[0] if inside else before[-1] if before else None


def _often(matter: Matter, term: Term, near: list[int]) -> Judgement | None:
    """Something agreed once a day that the draft does once a week."""
    agreed = _whole(matter, term)
    match = _closest(matter, agreed, near)
    if match is None or not agreed.often or not match.often or agreed.often & match.often:
        return None
    found = f"every {min(match.often)}"
    message = f"The draft says {found}, not every {min(agreed.often)}."
    return Judgement("changed", found, (("states", match.start, match.end),), message, "both")


_RELATIVE = phrases(r"(?P<noun>\b[A-Za-z]+) (?:who|whose) (?P<case>[^,.;()]{12,140})", re.IGNORECASE)


def _narrowed(matter: Matter, term: Term, index: int) -> Judgement | None:
    """A person or thing of which the term speaks, and the draft only where it is of some sort: "a sponsor whose …"."""
    start, end = matter.sentence_span(index)
    known = said(term) | matter.party_concepts
    for m in _RELATIVE.finditer(matter.text, start, end):
        words = content(m["case"])
        if set(content(m["noun"])) & said(term) and sum(w not in known for w in words) >= max(2, 0.7 * len(words)):
            message = f'The draft says so only of some: "{_folded(m[0])}".'
            return Judgement("weakened", None, (("states", m.start(), m.end()),), message, "both")
    return None


def _whole(matter: Matter, term: Term) -> Clause:
    words = term.agreed_text
    return Clause(
        0, len(words), words, frozenset(c for x in clauses(words, without=matter.party_concepts) for c in x.concepts)
    )


def _closest(matter: Matter, agreed: Clause, near: list[int]) -> Clause | None:
    """The clause of these sentences that shares most concepts with the agreed one, where it shares enough to be its match."""
    wanted = agreed.concepts - matter.party_concepts
    found = [
        c
        for i in near
        for c in clauses(matter.sentence_text(i), matter.sentence_span(i)[0], without=matter.party_concepts)
    ]
    match = max(found, key=lambda c: len(wanted & c.concepts), default=None)
    shared = len(wanted & match.concepts) if match else 0
    return match if shared >= SAME_CLAUSE and shared >= AS_MUCH * len(wanted) else None


def _folded(words: str) -> str:
    return " ".join(words.split())
