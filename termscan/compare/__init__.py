"""Comparing: what a draft makes of each agreed term, what it asks on top, where it is faulty. Pure functions.

Read in this order: matter (the case in hand), one module for each shape of value (scalars, sides, choices, lists,
texts), conflicts and precedence (two places that disagree, and which of them governs), weakening (what takes a kept term away again), rows (how a judgement becomes a row), asks, faults.
"""

from __future__ import annotations

from collections.abc import Callable

from .. import values
from ..model import SEVERITIES, Ask, DraftFault, Severity, TermRow
from ..rulebook import Kind
from ..termsheet import Term
from . import (
    absent,
    burdens,
    choices,
    conflicts,
    labelled,
    lists,
    precedence,
    scalars,
    sides,
    texts,
    unread,
    weakening,
)
from .asks import asks
from .faults import faults
from .matter import Judgement, Matter
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
        return absent.judge(matter, term, kind)
    judged = _base(matter, term, kind)
    judged = precedence.settle(matter, term, kind, conflicts.check(matter, term, kind, judged) or judged)
    if judged.verdict != "kept":
        return judged
    return burdens.check(matter, term, kind, judged) or weakening.check(matter, term, kind, judged) or judged


def _base(matter: Matter, term: Term, kind: Kind | None) -> Judgement:
    if kind is None or isinstance(term.agreed, values.Text):
        return texts.judge(matter, term)
    return _JUDGES.get(type(term.agreed), scalars.judge)(matter, term, kind)


def verdict(rows: tuple[TermRow, ...], new: tuple[Ask, ...], defects: tuple[DraftFault, ...], fail_on: Severity) -> str:
    """Ready when nothing is as severe as `fail_on` or worse."""
    bad = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    found = [r.severity for r in rows if r.severity] + [a.severity for a in new] + [d.severity for d in defects]
    return "not ready" if any(s in bad for s in found) else "ready"
