"""What was agreed for both sides alike, and of which a draft gives one of them less by name.

"Client may end it at any time, and Agency may where Client has failed" names both sides and gives them unlike rights; an
exception that both were to have is worth nothing to the one who is not named in it. Who is meant is read off the subject
of the modal verb, or stands behind "by" (Adams, A Manual of Style for Contract Drafting: language of discretion).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

from .. import values
from ..extract.masking import ANYBODY, ONE_SIDE, SIDES, SLOTS
from ..model import Side
from ..rulebook import Kind
from ..termsheet import Term
from .cases import LEADS_UP
from .lexicon import concepts, content
from .matter import Judgement, Matter, other_side
from .novelty import CUSTOMARY, short, topical, weakened
from .propositions import actors, speakers

HEARD = 3  # sentences that sound most like a term, looked at where no clause says it outright

# what makes a right hang on something; "where applicable" and its like make nothing hang on anything
_BARE = r"(?! (?:and when )?(?:applicable|appropriate|necessary|needed|required|relevant|the case|possible|practicable)(?!\S))"
_CAUSE = (
    r"(?:only|solely|if|where|when|once|unless|provided|should|after|not before|not earlier|subject to|as from|(?:in )?so far as|insofar as|to the extent"
    r"|(?:for|upon|on|with) (?!any |no |or )(?:\S+ ){0,2}?(?:cause|breach|default|grounds?)|in (?:the )?(?:case|event)|with the (?:\S+ ){0,3}?(?:consent|approval|agreement))"
    + _BARE
    + r"(?!\S)"
)
_PLAIN = rf"(?:(?! {_CAUSE}| {ONE_SIDE}) [^\s;]+){{0,14}}?"
_MAY = r"(?:may|can|shall have|will have|has|have|is|shall be|will be|shall|will)"
_AT_WILL = r"(?:for (?:any|no|whatever)|at (?:any time|will|its|pleasure)|without (?:any )?(?:cause|reason)|with or without|for convenience|in its (?:sole |own )?discretion|freely)"
# one free and the other held: by whom a thing may be done, or who may do it
_UNEVEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\S)by (?P<free>{ONE_SIDE}){_PLAIN} (?:or|and|but|whereas) (?:also |likewise )?by (?P<held>{ONE_SIDE}) (?:but |and )?{_CAUSE}",
        rf"(?<!\S)by (?P<held>{ONE_SIDE}) (?:but |and )?{_CAUSE}(?: (?!{ONE_SIDE})[^\s;]+){{0,14}}? (?:or|and|but|whereas) (?:also |likewise )?by (?P<free>{ONE_SIDE}) {_AT_WILL}(?!\S)",
        rf"(?<!\S)by (?P<free>{ONE_SIDE}) or {_CAUSE}(?: [^\s;]+){{1,14}}? by {SLOTS['each']}",
        rf"(?P<free>{ONE_SIDE}) {_MAY}(?:(?! {_CAUSE}) [^\s;]+){{0,20}}?(?: ;)? (?:and|but|whereas|while) (?P<held>{ONE_SIDE}) {_MAY}(?: [^\s;]+){{0,8}}? {_CAUSE}",
        rf"(?P<free>{ONE_SIDE}) (?:and|or) {_CAUSE}(?: [^\s;]+){{1,8}}? (?P<held>{ONE_SIDE}) {_MAY}(?!\S)",
    )
)


def check(matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """A kept term of both sides of which one has less than the other, or one side's that the other has; else None."""
    if kind is None:
        return None
    return (
        (
            _uneven(matter, term, kind, governing, kept)
            or _of_one(matter, term, kind, governing, kept)
            or _signed_by_one(matter, term, governing, kept)
            or _one_loser(matter, term, kind, kept)
        )
        if _of_both(term, kind)
        else None
    ) or _excepted_for_one(matter, term, kind, governing, kept)


def _of_both(term: Term, kind: Kind) -> bool:
    """Whether the sheet gives a term to both sides alike, and tells of no difference between them."""
    if isinstance(term.agreed, values.PartyValue):
        return values.canonical(term.agreed) in ("both", "each")
    return term.by in ("both", "each") or (term.by is None and kind.binds in ("both", "each"))


def _tells_apart(matter: Matter, term: Term) -> bool:
    """Whether the sheet itself names one side in what it says beside the agreed value."""
    said = (*term.exceptions, *(x for x in (term.scope, term.start, term.note) if x))
    return any(_named(matter, x) for x in said)


def _named(matter: Matter, words: str) -> set[str]:
    return {SIDES[c] for c in speakers(matter, words) if c in SIDES} & {"customer", "provider"}


def _uneven(matter: Matter, term: Term, kind: Kind, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """A right that one side has as it likes, and the other in the same breath only in some case."""
    if _tells_apart(matter, term) or not isinstance(term.agreed, values.PartyValue | values.Choice):
        return None
    heard = [] if kept.outright else [i for _, i in matter.sounds(term)[:HEARD]]
    for index in dict.fromkeys((*governing, *heard)):
        masked = matter.reading.masked[index]
        for m in (m for pattern in _UNEVEN for m in pattern.finditer(masked.words)):
            free = cast(Side, SIDES[m["free"]])
            if SIDES.get(m.groupdict().get("held") or "") == free:
                continue
            start, end = masked.span(*m.span())
            message = f'Agreed for both sides alike; the {other_side(free)} has less of it than the {free}: "{short(matter.text[start:end])}".'
            spans = (*kept.spans[:1], ("limits", start, end))
            return Judgement("changed", f"{kept.found}, {free} more", spans, message, other_side(free))
    return None


def _of_one(matter: Matter, term: Term, kind: Kind, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """What the sheet says in so many words of both sides, where every sentence that has it speaks of one alone."""
    if term.by not in ("both", "each") or isinstance(term.agreed, values.PartyValue):
        return None
    told = [matter.reading.masked[i].words for i in {*governing, *(s.sentence for s in matter.statements(kind.name))}]
    if any(SLOTS[x] in words for words in told for x in ("each", "neither", "other")):
        return None
    acting = {side for words in told for _, side in actors(words)}
    if len(acting) != 1 or not acting <= {"customer", "provider"}:
        return None
    side = cast(Side, acting.pop())
    message = f"Agreed for both sides; the draft says it of the {side} alone."
    return Judgement("changed", f"{kept.found}, {side}", kept.spans[:1], message, "both")


_BY_ONE = re.compile(
    rf"(?:signed|executed|subscribed|made|agreed|accepted|approved)(?: in writing)? by (?:(?!both|all)[^\s;]+ ){{0,6}}?(?P<who>{ONE_SIDE})(?!'s)(?! (?:and|or|nor|as well)(?! (?:\S+ )?(?:sent|notified|delivered|given|communicated|copied)(?!\S)))"
)


def _signed_by_one(matter: Matter, term: Term, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """A change that was to be made in a writing of both, for which the hand of one is enough."""
    if not isinstance(term.agreed, values.Choice) or term.agreed.word != "written":
        return None
    for index in governing:
        masked = matter.reading.masked[index]
        found = list(_BY_ONE.finditer(masked.words))
        both = any(SLOTS[x] in masked.words for x in ("each", "neither", "other"))
        if both or len({m["who"] for m in found}) != 1:
            continue
        side = cast(Side, SIDES[found[0]["who"]])
        start, end = masked.span(*found[0].span())
        message = (
            f'A writing of both was agreed; the hand of the {side} alone is enough: "{short(matter.text[start:end])}".'
        )
        return Judgement(
            "changed", f"{kept.found}, {side}", (*kept.spans[:1], ("limits", start, end)), message, other_side(side)
        )
    return None


# "Client, when in violation of any of this, pays the court fees": one named where whoever is in the wrong was to pay
_IN_THE_WRONG = re.compile(
    rf"(?P<who>{ONE_SIDE})(?: (?!{ANYBODY})[^\s;]+){{0,3}}? (?:when|if|where|once|being|should it be) (?:it is |found |itself )?(?:in (?:\S+ )?(?:violation|breach|default)|at fault|liable)(?!\S)"
    rf"|(?<!\S)(?:if|should|where|when) (?P<he>{ONE_SIDE}) (?:(?:is|be|has been|found|should|shall) ){{0,3}}(?:in (?:\S+ )?(?:violation|breach|default)|at fault|liable|breach(?:es)?|violates?|defaults?|loses?|fails?)(?!\S)"
)
_FEES = re.compile(r"(?<!\S)(?:pays?|reimburses?|bears?|liable)(?!\S)")


def _one_loser(matter: Matter, term: Term, kind: Kind, kept: Judgement) -> Judgement | None:
    """The costs of whoever loses, where no clause says so and one has a named side pay them when it is in the wrong."""
    if kept.outright or not isinstance(term.agreed, values.Choice) or term.agreed.word != "loser pays":
        return None
    found: dict[str, tuple[int, int]] = {}
    for index in range(len(matter.reading.masked)):
        words = matter.reading.masked[index].words
        if matter.topical(kind.name, index) >= 1 and _FEES.search(words):
            sides = {SIDES[m["who"] or m["he"]] for m in _IN_THE_WRONG.finditer(words)}
            found |= dict.fromkeys(sides, matter.sentence_span(index))
    if len(found) != 1:
        return None
    side, span = cast(Side, next(iter(found))), next(iter(found.values()))
    message = f"Agreed for both sides was {term.agreed_text}; the draft has only the {side} pay."
    return Judgement("changed", f"{term.agreed_text}, {side} only", (("states", *span),), message, side)


_PAIR = {"customer", "provider"}
_LEAVE = re.compile(
    rf"(?P<who>{ANYBODY}|(?<!\S)(?:it|they|he|she)(?!\S))(?: (?!{ANYBODY})[^\s;]+){{0,8}}? (?:may|can|(?:is|are|shall be|will be) (?:\S+ )?(?:free|entitled|permitted|allowed)|(?:has|have|shall have|will have) the (?:\S+ )?right)(?! not| neither| only)(?!\S)"
    rf"|(?<!\S)by (?P<by>{ANYBODY})(?!'s)(?= (?:to|in connection|without|with)(?!\S))"
)
_CLAUSE = re.compile(r"; |(?<!\S)(?:provided|whereas|except|save|but)(?: however)?(?: that)? ")


def _excepted_for_one(
    matter: Matter, term: Term, kind: Kind, governing: Sequence[int], kept: Judgement
) -> Judgement | None:
    """An exception to a restraint that both were to have, or one side, and that a draft makes for the other alone."""
    restrains = isinstance(term.agreed, values.Choice) and term.agreed.word in ("with consent", "prohibited")
    if not (kind.acts and restrains):
        return None
    topic = topical(term, kind) | matter.party_concepts | LEADS_UP | CUSTOMARY
    free = list(_leaves(matter, kind, governing)) if term.exceptions else []
    for case in term.exceptions:
        words = concepts([case]) - topic
        found = [(side, span) for side, said, span in free if words & said]
        sides = {side for side, _ in found}
        meant = _named(matter, case) or ({term.by or kind.binds} & _PAIR) or _PAIR
        if len(sides) != 1 or not sides <= {"customer", "provider"} or (len(meant) == 1 and sides == meant):
            continue
        side, (start, end) = cast(Side, found[0][0]), found[0][1]
        message = (
            f'Who may do so where it was excepted ({case}) is now the {side} alone: "{short(matter.text[start:end])}".'
        )
        return weakened(term, kind, kept, start, end, message)
    return None


def _leaves(
    matter: Matter, kind: Kind, governing: Sequence[int]
) -> Iterator[tuple[str, frozenset[str], tuple[int, int]]]:
    """Each clause that allows the act of a kind: whom ("both" where that is not one alone), its concepts, where it stands."""
    compiled = matter.compiled(kind.name)
    near = {i for g in governing for i in matter.beside(g, 0, 1, 2, 3)}
    for index in sorted(near | {s.sentence for s in matter.statements(kind.name)}):
        masked = matter.reading.masked[index]
        cuts = [0, *(m.end() for m in _CLAUSE.finditer(masked.words)), len(masked.words)]
        for first, last in pairwise(cuts):
            words = masked.words[first:last]
            if not words.strip() or compiled is None or compiled.needs is None or not compiled.needs.search(words):
                continue
            span = masked.span(first, last)
            sides = {SIDES.get(m["who"] or m["by"], "both") for m in _LEAVE.finditer(words)}
            alone = len(sides) == 1 and not any(SLOTS[x] in words for x in ("each", "neither"))
            yield (sides.pop() if alone else "both"), frozenset(content(matter.text[slice(*span)])), span
