"""What takes an agreed term away again: conditions beside it, definitions under it, overrides far from it, its place."""

from __future__ import annotations

from ..rulebook import Kind
from ..termsheet import Term
from . import (
    accessions,
    bases,
    carve_outs,
    ceilings,
    conditions,
    consent,
    costs,
    counting,
    deferrals,
    definitions,
    denials,
    discretion,
    effect,
    fictions,
    glosses,
    itemised,
    leave,
    measures,
    mutual,
    narrowed,
    overrides,
    picks,
    placement,
    plain_nots,
    pleas,
    pleasure,
    purposes,
    recoverable,
    remainders,
    sequels,
    starts,
    stipulations,
    strangers,
    told,
    turns,
)
from .matter import Judgement, Matter
from .novelty import explained


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """Look for what takes away a term whose words are there; None where nothing does."""
    governing = sorted({matter.sentence_at(s) for _, s, _ in kept.spans})
    known = explained(matter, term, kind)
    answers_itself = kind is None or not (kind.beside and kind.party_is)  # else the kind beside it answers
    for index in governing if answers_itself else ():
        found = conditions.beside(matter, term, kind, index, known, kept)
        if found:
            return found
    return (
        carve_outs.check(matter, term, kind, governing, kept)
        or discretion.check(matter, term, kind, kept)
        or consent.check(matter, term, kind, governing, known, kept)
        or measures.check(matter, term, kept)
        or turns.check(matter, term, kind, kept)
        or told.check(matter, term, kind, governing, kept)
        or mutual.check(matter, term, kind, governing, kept)
        or costs.check(matter, term, kind, governing, kept)
        or starts.check(matter, term, kind, kept, known)
        or effect.check(matter, term, kept)
        or counting.check(matter, term, kind, kept)
        or narrowed.check(matter, term, kind, governing, kept)
        or picks.check(matter, term, kind, governing, kept)
        or itemised.check(matter, term, kind, governing, kept)
        or pleas.check(matter, term, kind, governing, kept)
        or pleasure.check(matter, term, kind, kept)
        or recoverable.check(matter, term, kind, governing, kept)
        or strangers.check(matter, term, kind, kept)
        or deferrals.check(matter, term, kind, kept)
        or bases.check(matter, term, kept)
        or accessions.check(matter, term, kind, kept)
        or fictions.check(matter, term, kind, governing, known, kept)
        or definitions.check(matter, term, kind, governing, known, kept)
        or glosses.check(matter, term, kind, governing, known, kept)
        or stipulations.check(matter, term, kind, governing, known, kept)
        or overrides.check(matter, term, kind, governing, known, kept)
        or purposes.check(matter, term, kind, kept)
        or leave.check(matter, term, kind, governing, known, kept)
        or sequels.check(matter, term, kind, governing, known, kept)
        or placement.check(matter, term, kind, governing, kept)
        or remainders.check(matter, term, kind, governing, kept)
        or denials.check(matter, term, kind, governing, kept)
        or plain_nots.check(matter, term, kind, kept)
        or (ceilings.lower(matter, term, kind, kept) if kind is not None else None)
    )
