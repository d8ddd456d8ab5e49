"""Comparing: what a draft makes of each agreed term, what it asks on top, where it is faulty. Pure functions.

Read in this order: matter (the case in hand), one module for each shape of value (scalars, sides, choices, lists,
texts), conflicts and precedence (two places that disagree, and which of them governs), weakening (what takes a kept term away again), rows (how a judgement becomes a row), asks, faults.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from .. import values
from ..extract.statements import Statement
from ..model import SEVERITIES, Ask, DraftFault, Severity, Side, TermRow
from ..rulebook import Kind
from ..termsheet import Term
from . import (
    at_will,
    burdens,
    ceilings,
    choices,
    conflicts,
    dealings,
    freedom,
    labelled,
    lists,
    precedence,
    scalars,
    sides,
    texts,
    unread,
    weakening,
)
from .asks import asks, brought_up
from .faults import faults
from .lexicon import phrases
from .matter import Harmed, Judgement, Matter, other_side, side_of, spans_of
from .rows import row

__all__ = ["Matter", "compare", "verdict"]

_JUDGES: dict[type[values.Value], Callable[[Matter, Term, Kind], Judgement]] = {
    values.PartyValue: sides.judge,
    values.Choice: choices.judge,
    values.ListValue: lists.judge,
    values.Labelled: labelled.judge,
}


def compare(matter: Matter) -> tuple[tuple[TermRow, ...], tuple[Ask, ...], tuple[DraftFault, ...]]:
    """Judge every term of the sheet, in its order; then find the asks and the faults."""
    rows = tuple(
        row(matter, t, matter.kind(t.kind), unread.settle(matter, t, judge(matter, t))) for t in matter.sheet.terms
    )
    return rows, asks(matter), faults(matter, rows)


def judge(matter: Matter, term: Term) -> Judgement:
    """What the draft makes of one term."""
    kind = matter.kind(term.kind)
    if values.is_absent(term.agreed):
        return _absent(matter, term, kind)
    judged = _base(matter, term, kind)
    judged = precedence.settle(matter, term, kind, conflicts.check(matter, term, kind, judged) or judged)
    if judged.verdict != "kept":
        return judged
    return burdens.check(matter, term, kind, judged) or weakening.check(matter, term, kind, judged) or judged


def _base(matter: Matter, term: Term, kind: Kind | None) -> Judgement:
    if kind is None or isinstance(term.agreed, values.Text):
        return texts.judge(matter, term)
    return _JUDGES.get(type(term.agreed), scalars.judge)(matter, term, kind)


def _absent(matter: Matter, term: Term, kind: Kind | None) -> Judgement:
    """Agreed that there is no such thing: a draft that has one reopens the point."""
    stated = [
        s for s in matter.statements(term.kind) if (not s.weak or s.value is not None) and not matter.recital(s.start)
    ]
    stated = [s for s in stated if kind is None or not _excepts_another(matter, kind, s)]
    if kind is not None and kind.beside and not matter.statements(kind.beside):
        return Judgement("kept", "none", (), "The draft has none, as agreed.")  # there is nothing to be an exception to
    if kind is None or not stated:
        curtailed = _all_the_same(matter, term, kind) if kind else None
        return curtailed or Judgement("kept", "none", (), "The draft has none, as agreed.")
    first = stated[0]
    found = values.canonical(first.value) if first.value is not None else "yes"
    return Judgement(
        "changed", found, spans_of([first]), f"Agreed was none; the draft has one: {found}.", _loses_by(kind, first)
    )


def _loses_by(kind: Kind, s: Statement) -> Harmed:
    """Who loses by what a draft has of a kind: whom the kind binds, or the other of the one that it serves."""
    named = side_of(s.value) if isinstance(s.value, values.PartyValue) and kind.party_is else None
    side = named or kind.binds
    if side not in ("customer", "provider"):
        return "both"
    return other_side(cast(Side, side)) if named and kind.party_is == "served" else cast(Side, side)


def _all_the_same(matter: Matter, term: Term, kind: Kind) -> Judgement | None:
    """What a draft has of a kind of which it was agreed that there is none, though no cue reads it."""
    return (
        ceilings.check(matter, term, kind)
        or freedom.curtailed(matter, term, kind)
        or at_will.check(matter, term, kind)
        or dealings.bound_after_all(matter, term, kind)
        or brought_up(matter, term, kind)
    )


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


def verdict(rows: tuple[TermRow, ...], new: tuple[Ask, ...], defects: tuple[DraftFault, ...], fail_on: Severity) -> str:
    """Ready when nothing is as severe as `fail_on` or worse."""
    bad = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    found = [r.severity for r in rows if r.severity] + [a.severity for a in new] + [d.severity for d in defects]
    return "not ready" if any(s in bad for s in found) else "ready"
