"""Agreed that there is no such thing: a draft that has one reopens the point.

A draft may speak of the thing to say that there is none ("There is no cancellation charge"), of one that the sheet lets
be, or of one that burdens somebody else: none of these reopens anything.
"""

from __future__ import annotations

import re
from typing import cast

from .. import values
from ..extract.burden import burdened
from ..extract.masking import SLOTS
from ..extract.statements import Statement
from ..model import Side
from ..rulebook import Kind
from ..termsheet import Term
from . import at_will, ceilings, dealings, freedom
from .asks import brought_up
from .lexicon import content, phrases
from .matter import Harmed, Judgement, Matter, other_side, side_of, spans_of
from .sameness import same

LET_BE = 0.5  # of the concepts of an exception that a sentence has to have to be the case that was let be


def judge(matter: Matter, term: Term, kind: Kind | None) -> Judgement:
    """What a draft makes of a term that was agreed to be none."""
    kept = Judgement("kept", "none", (), "The draft has none, as agreed.")
    if kind is None or (kind.beside and not matter.statements(kind.beside)):
        return kept  # there is nothing to be an exception to
    stated = [
        s
        for s in matter.statements(term.kind)
        if (not s.weak or s.value is not None)
        and not matter.recital(s.start)
        and not _excepts_another(matter, kind, s)
        and not _lets_be(matter, term, s.sentence, s.value)
        and not says_none(matter, kind, s.sentence)
        and not _laid_on_the_other(matter, term, s.sentence)
    ]
    if not stated:
        return _all_the_same(matter, term, kind) or kept
    first = stated[0]
    found = values.canonical(first.value) if first.value is not None else "yes"
    return Judgement(
        "changed", found, spans_of([first]), f"Agreed was none; the draft has one: {found}.", _loses_by(kind, first)
    )


# ---- which of it is nothing ---------------------------------------------------------------------------------------

_NOBODY = rf"(?:no|neither|nor|none|nothing|nobody|{SLOTS['neither']})"
_VERB = re.compile(
    r"(?<!\S)(?:shall|will|must|may|can|cannot|need|needs|agrees?|undertakes?|is|are|does|do|don't|falls?|pays?|bears?|owes?|makes?|gives?|takes?|earns?|gets?|adds?|charges?|has no|have no)(?!\S)"
)
_DENIED = re.compile(r" (?:\S+ly )?(?:not|never|no|neither|in no event|nothing|nobody)(?!\S)")
_SUBJECT = re.compile(rf"(?:\S+ ){{0,3}}?{_NOBODY}(?!\S)")
_CLAUSE = re.compile(r"(?<!\S)(?:;|and|or|but)(?!\S) ?")
_IN_A_CASE = re.compile(
    r"(?<!\S)(?:if|should|where|when|unless|except|save|until|only|provided|(?<!otherwise )than|beyond|exceed\S*|in excess|but|however|(?:so|as) long as)(?!\S)"
)
# a restraint is denied by saying that nothing restrains: "Neither of them is restricted", "need not refrain"
_RESTRAINS = re.compile(
    r"(?<!\S)(?:restrict|restrain|prevent|prohibit|preclud|hinder|confin|debar|barred|oblig|bound|requir|limit|forbid|forbad|exclusiv|refrain|abstain)\S*"
)


def says_none(matter: Matter, kind: Kind, index: int) -> bool:
    """Whether all that a sentence says is that there is none: every verb of duty or right in it is denied, in no case alone."""
    words = matter.reading.masked[index].words
    if kind.beside or _IN_A_CASE.search(words):
        return False  # an exception to another kind is said by denying that one: "the cap does not apply to …"
    if {"left undone", "said by denying"} & set(kind.traits) and not _RESTRAINS.search(words):
        return False  # "shall not compete" is the thing itself
    starts = [0, *(m.end() for m in _CLAUSE.finditer(words))]
    verbs = list(_VERB.finditer(words))
    return bool(verbs) and all(
        m[0] in ("cannot", "don't", "has no", "have no")
        or _DENIED.match(words, m.end())
        or any(_SUBJECT.match(words, start, m.start()) for start in starts if start < m.start())
        for m in verbs
    )


def _lets_be(matter: Matter, term: Term, index: int, value: values.Value | None) -> bool:
    """Whether a sentence says what the sheet lets be beside the none: an exception of that value, or of those words."""
    here = matter.sentence_concepts(index)
    for exception in term.exceptions:
        said = frozenset(content(exception)) - matter.party_concepts
        found = [f.value for f in values.find(exception) if f.value is not None]
        if value is not None and any(same(v, value) for v in found):
            return True
        if said and len(said & here) >= max(1, LET_BE * len(said)):
            return True
    return False


def _all_the_same(matter: Matter, term: Term, kind: Kind) -> Judgement | None:
    """What a draft has of a kind of which it was agreed that there is none, though no cue reads it."""
    return (
        ceilings.check(matter, term, kind)
        or freedom.curtailed(matter, term, kind)
        or at_will.check(matter, term, kind)
        or dealings.bound_after_all(matter, term, kind)
        or _brought_up(matter, term, kind)
    )


def _brought_up(matter: Matter, term: Term, kind: Kind) -> Judgement | None:
    found = brought_up(matter, term, kind)
    if found is None:
        return None
    index = matter.sentence_at(found.spans[0][1])
    beside = _lets_be(matter, term, index, None) or _of_the_other(matter, kind, index)
    return None if beside or says_none(matter, kind, index) or _laid_on_the_other(matter, term, index) else found


def _of_the_other(matter: Matter, kind: Kind, index: int) -> bool:
    """Whether a sentence burdens the other side alone, which the kind never binds: what Maker has to keep in stock for us
    is no least order of ours.
    """
    ours = matter.sheet.our_side
    return kind.binds == ours and _burdened(matter, index) == other_side(ours)


def _laid_on_the_other(matter: Matter, term: Term, index: int) -> bool:
    """Whether the sheet says who has none, and a sentence lays it on the other alone."""
    return term.by in ("customer", "provider") and _burdened(matter, index) == other_side(cast(Side, term.by))


def _burdened(matter: Matter, index: int) -> str | None:
    words = matter.reading.masked[index].words
    return burdened(words, 0, len(words))


def _loses_by(kind: Kind, s: Statement) -> Harmed:
    """Who loses by what a draft has of a kind: whom the kind binds, or the other of the one that it serves."""
    named = side_of(s.value) if isinstance(s.value, values.PartyValue) and kind.party_is else None
    side = named or kind.binds
    if side not in ("customer", "provider"):
        return "both"
    return other_side(cast(Side, side)) if named and kind.party_is == "served" else cast(Side, side)


_POINTS_BACK = phrases(
    r"(?:however,? )?(?:this|the (?:foregoing|preceding|above)|such|these) (?:limitation|exclusion|restriction)s?\b",
    re.IGNORECASE,
)


def _excepts_another(matter: Matter, kind: Kind, s: Statement) -> bool:
    """Whether an exception points back to a rule of another kind: "This exclusion does not apply …" after the lost profits."""
    if not kind.beside or not _POINTS_BACK.match(matter.sentence_text(s.sentence)):
        return False
    before = {name for i in matter.beside(s.sentence, -1) for name, _ in matter.stated_in(i)}
    return bool(before) and kind.beside not in before
