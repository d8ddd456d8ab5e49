"""Two drafts compared: what goes into a round, and what comes out of it.

Nobody imports this who has one draft only: what compares rounds takes its time to load.
"""

from __future__ import annotations

from ..compare.asks import asks as find_asks
from ..extract.statements import Reading
from ..model import Change
from . import Answer, Round
from .alignment import align
from .asking import asks_of
from .attributing import Attribution
from .bearing import Bearing
from .carrying import Carried
from .changes import changes
from .differing import passages
from .reopening import reopen
from .silent import faults, silent


def compare_rounds(old: Answer, new: Answer, rejected: Reading | None = None) -> Round:
    """Compare the draft of the round before with the new one, both already judged by themselves.

    Args:
        rejected: the new draft with its tracked changes taken back, where it tracks any.
    """
    borne = attribute(old, new)
    differ = borne.passages
    rows = reopen(borne)
    terms = {i: names for i in range(len(differ)) if (names := borne.terms(i))}
    settled = {i for i in terms if borne.settled(i)}
    came = frozenset(j for p in differ if p.substantive for j in p.pair.new)
    asks = asks_of(rows, old.asks, find_asks(new.matter, came), new.matter, differ, settled)
    hidden = None if rejected is None else silent(old.matter.reading, rejected, differ, new.matter.reading)
    found = changes(old.matter.reading, new.matter.reading, differ, terms, hidden)
    return Round(rows, asks, found, faults(new.matter, found))


def attribute(old: Answer, new: Answer) -> Attribution:
    """Every difference of two drafts that were judged by themselves, and on which agreed terms each may bear."""
    before, after = old.matter.reading, new.matter.reading
    pairs = align(before, after)
    bearing = Bearing(
        old.matter, new.matter, Carried(before, after, pairs), {r.term: r for r in old.rows}, old.by_round
    )
    asked = {a.ask for a in old.asks}
    added = [a for a in new.asks if a.ask not in asked]
    return Attribution(bearing, passages(before, after, pairs), {r.term: r for r in new.rows}, added)


def compare_drafts(old: Reading, new: Reading, rejected: Reading | None = None) -> tuple[Change, ...]:
    """Every difference of two drafts, without a term sheet."""
    differ = passages(old, new, align(old, new))
    hidden = None if rejected is None else silent(old, rejected, differ, new)
    return changes(old, new, differ, {}, hidden)
