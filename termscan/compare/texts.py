"""Terms in plain words: taken apart into who, what, how much, how often and whether, and compared part by part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from .. import values
from ..extract.masking import SIDES
from ..model import Side
from ..termsheet import Term
from . import contrasts, for_whom, hurdles, no_longer_free, plain_nots, promises, small_counts
from .currency import in_its_currency
from .lexicon import content, phrases
from .matter import Harmed, Judgement, Matter, Span, other_side
from .novelty import said, short
from .passages import passages, share_of, weights
from .propositions import Clause, actors, clauses, denies, speakers
from .sameness import mismatch, same
from .saying import SAYS_SO, likely, words_of

LARGE = 1000  # from which a plain number is a figure of the deal
SAME_CLAUSE = 2  # shared concepts from which a clause says the same as the term, or the opposite
OUTRIGHT = 0.5  # odds below which a place only seems to say it, and the reader is asked to look
AS_LIKELY = 0.5  # of the odds of the best place: what may say it as well
AS_MUCH = 0.6  # of the words that were looked for: what has so many of them speaks of the same
ALL_BUT = 0.8  # of the concepts of a denial that a clause must have to say the same without the "not"
GOES_ON = 0.35  # share of the words that a sentence must have to go on with what the one before it says
SURE = 0.4  # share of the words from which a place is surely the one that speaks of the term
LEADS = 0.2  # by which a place that speaks of the whole term comes before one that speaks of the clause alone
FEW = 2  # with more values of one sort a term is a tariff, and another value is only another line of it
AROUND = 80  # characters before and behind a blank that say what is to be filled in
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
        _values(matter, term, places, near, proof)
        or _turned(matter, term, near[0])
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


# ---- how much -----------------------------------------------------------------------------------------------------


def _values(
    matter: Matter, term: Term, places: Sequence[tuple[float, int]], near: list[int], proof: list[Span]
) -> Judgement | None:
    """Every value of the term, looked for in the places that speak of the part of it in which the value stands."""
    wanted = [f for f in values.find(term.agreed_text) if f.value is not None and not _in_a_name(matter, term, f)]
    around = {j for i in near[:2] for j in (i, i + 1, i + 2) if j < len(matter.reading.masked)} | {i for _, i in places}
    for w in wanted:
        shares = _shares(matter, term, w, around)
        order = sorted(shares, key=lambda i: (-shares[i] - (LEADS if i in near else 0.0), i))
        here = [(i, f) for i in order for f in matter.reading.masked[i].values.values()]
        hit = next(((i, f) for i, f in here if _says(matter, w, f)), None)
        if hit is not None:
            i, f = hit
            if f.words_say is not None:
                return mismatch(f, matter, term)
            span: Span = ("states", *matter.sentence_span(i))
            proof += [span] if span not in proof else []
            continue
        sure = places[0][0] >= SURE
        valued = [i for i, f in here if f.type == w.type or f.blank][:1]
        closest = [i for i in valued if shares[i] >= (GOES_ON if sure and i == near[0] + 1 else AS_MUCH)]
        closest += near[:1] if sure else []
        instead = _instead(matter, term, w, [(i, f) for i, f in here if i in closest], proof, around)
        if instead is not None and sum(x.type == w.type for x in wanted) <= FEW:
            return instead
    return None


_NAME_BEFORE = re.compile(r"(?:(?<!^)(?<![.!?] )\b[A-Z]\w+|^(?P<first>\w+)) $")


def _in_a_name(matter: Matter, term: Term, found: values.Found) -> bool:
    """Whether a number is the last word of a name: Line 9, Schedule 2; of the first word of a text, only in a party's name."""
    number = found.type == "number" and not _telling(found)
    before = _NAME_BEFORE.search(term.agreed_text[: found.start]) if number else None
    if before is None or before["first"] is None:
        return before is not None
    who = matter.sheet
    called = " ".join(n for p in (who.customer, who.provider) for n in (p.name, *p.called))
    return f"{before[0]}{term.agreed_text[found.start : found.end]}".lower() in called.lower()


def _shares(matter: Matter, term: Term, wanted: values.Found, around: set[int]) -> dict[int, float]:
    """How much each place speaks of the clause of the term that has this value."""
    own = next(c for c in clauses(term.agreed_text, without=matter.party_concepts) if c.start <= wanted.start < c.end)
    weight = weights(matter, own.concepts)
    return {i: share_of(weight, matter.sentence_concepts(i)) for i in around}


def _instead(
    matter: Matter,
    term: Term,
    w: values.Found,
    here: list[tuple[int, values.Found]],
    proof: list[Span],
    around: set[int],
) -> Judgement | None:
    """What stands where a value was agreed: a blank, or another value of the same sort."""
    agreed = values.canonical(w.value) if w.value is not None else "a value"
    for _, f in here:
        if f.blank and not f.redacted and _about_a_blank(matter, term, f):
            message = f"A blank stands where {agreed} was agreed."
            return Judgement("unclear", None, (("states", f.start, f.end),), message)
    if _stands_unread(matter, w, around):
        return None
    for _, f in here:
        if f.type == w.type and f.value is not None and _telling(w) and _telling(f):
            if f.words_say is not None:
                return mismatch(f, matter, term)
            found = values.canonical(f.value)
            message = f"The draft says {found} where {agreed} was agreed."
            return Judgement("changed", found, (("states", f.start, f.end), *proof[:1]), message, "both")
    return None


def _stands_unread(matter: Matter, w: values.Found, around: set[int]) -> bool:
    """Whether the digits of a value stand in these sentences, and no value was read there: a break or a slip split it."""
    amount = getattr(w.value, "amount", None)
    if amount is None:
        return False
    digits = re.compile(rf"(?<![\d.,]){re.escape(f'{amount.normalize():f}')}(?![.,]?\d)")
    spans = [(matter.sentence_span(i), matter.reading.masked[i].values.values()) for i in around]
    return any(
        not any(f.start <= m.start() < f.end for f in read)
        for span, read in spans
        for m in digits.finditer(matter.text, *span)
    )


def _about_a_blank(matter: Matter, term: Term, blank: values.Found) -> bool:
    """Whether the words around a blank are some of the term's: a form has blanks for many things."""
    around = content(matter.text[max(0, blank.start - AROUND) : blank.end + AROUND])
    return bool(frozenset(around) & frozenset(content(term.agreed_text)))


def _says(matter: Matter, wanted: values.Found, found: values.Found) -> bool:
    """Whether a value is the wanted one, by its digits or by its words."""
    agreed = wanted.value
    said = (in_its_currency(matter, agreed, v, found) for v in (found.value, found.words_say) if agreed is not None)
    return any(v is not None and agreed is not None and same(agreed, v) for v in said)


def _telling(found: values.Found) -> bool:
    """Whether another value in its place is news: a small plain number may count anything ("two copies")."""
    amount = getattr(found.value, "amount", None)
    return found.type != "number" or (amount is not None and amount >= LARGE)


_OF_TWO = r"(?:the (?:{0}) of\b|whichever (?:\w+ )?is (?:the )?(?:{0})\b|if (?:that|this|it) is (?:the )?(?:{0})\b)"
_MORE, _LESS = (
    phrases("(?i)" + _OF_TWO.format(words))
    for words in ("higher|greater|larger|more|longer|later", "lower|lesser|smaller|less|shorter|earlier|sooner")
)
_MEASURED = phrases(r"(?i)\b(?:most|least|maximum|minimum|up to|whichever|of the two)\b")
_GREATER = phrases(r"(?i)\bthe (?:greater|higher|lesser|lower) of\b")


def _turned(matter: Matter, term: Term, index: int) -> Judgement | None:
    """Of two measures the greater where the lesser was agreed, or the other way round; or either of them where one was agreed."""
    start, end = matter.sentence_span(index)
    agreed = [which for which in (_MORE, _LESS) if which.search(term.agreed_text)]
    if not agreed:
        m = None if _MEASURED.search(term.agreed_text) else _GREATER.search(matter.text, start, end)
    else:
        kept = any(which.search(matter.text, start, end) for which in agreed)
        m = None if kept else (_MORE.search(matter.text, start, end) or _LESS.search(matter.text, start, end))
    if m is None:
        return None
    words = short(matter.text[m.start() : end])
    message = f'Of two measures the draft takes another than was agreed: "{words}".'
    return Judgement("changed", None, (("states", start, end),), message, "both")


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
