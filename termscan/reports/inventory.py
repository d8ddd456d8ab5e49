"""What drafts state, without a term sheet, on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Clauses
from ..outcome import Outcome, Unread, path_of
from . import Page


def write(outcomes: Iterable[Outcome], page: Page) -> Iterator[str]:
    """The clauses of each draft: kind, value, section, words."""
    for outcome in outcomes:
        if isinstance(outcome, Unread):
            yield f"could not be read: {outcome.error}\n"
        elif isinstance(outcome, Clauses):
            yield f"{path_of(outcome)}\n"
            for c in outcome.clauses:
                e = c.evidence[0]
                yield f"  {c.kind:32} {c.value or '–':22} {e.section or '':10} {' '.join(e.quote.split())[:60]}\n"
