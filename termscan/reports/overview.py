"""Many drafts on a screen: a line a draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Review
from ..outcome import Outcome, Unread, path_of
from . import Page


def write(outcomes: Iterable[Outcome], page: Page) -> Iterator[str]:
    """What became of each draft, in the order given."""
    for outcome in outcomes:
        yield f"{_said(outcome, path_of(outcome))}\n"


def _said(outcome: Outcome, path: str) -> str:
    if isinstance(outcome, Unread):
        return f"could not be read  {outcome.error}"
    if isinstance(outcome, Review):
        reopened = ", ".join(t.term for t in outcome.terms if t.verdict != "kept")
        return f"{outcome.verdict:17}  {path}: {reopened or 'all terms kept'}; new asks: {len(outcome.asks)}"
    return f"no term sheet      {path}: {len(outcome.clauses)} clauses understood"
