"""The words with which reports tell changes and checklists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Change, Evidence
from . import wording as say


def head(changes: Sequence[Change]) -> str:
    """ "3 changes of substance, 12 of wording only"."""
    heavy = sum(c.substantive for c in changes)
    light = len(changes) - heavy
    return f"{say.counted(heavy, 'change')} of substance, {light} of wording only"


def substantive(changes: Sequence[Change]) -> list[Change]:
    """The changes that are listed; the others are folded away and counted."""
    return [c for c in changes if c.substantive]


def title(change: Change) -> str:
    """What happened, where, to which terms, and whether it was owned up to."""
    terms = f": {', '.join(change.terms)}" if change.terms else ""
    hidden = ", not tracked" if change.tracked is False else ""
    shown = [*change.previous] if change.change == "deleted" else [*change.evidence, *change.previous]
    place = f" ({say.place(shown[0])})" if shown else ""
    return f"{change.change}{hidden}{terms}{place}"


def sides(change: Change) -> Iterator[tuple[str, Sequence[Evidence]]]:
    """The words before and now, each with its label; of what was taken out, the place where it stood."""
    now = "Stood at" if change.change == "deleted" else "Now"
    yield from ((label, shown) for label, shown in (("Before", change.previous), (now, change.evidence)) if shown)


def quote(shown: Sequence[Evidence], longest: int) -> str:
    """The words on one side."""
    return say.clip(say.clean(" … ".join(e.quote for e in shown)), longest)
