"""What became of one draft of many: a Review, an inventory of its clauses, or the reason why it could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from .errors import TermscanError
from .model import Clauses, Review


@dataclass(frozen=True, slots=True)
class Unread:
    """A draft that could not be read, or whose term sheet could not; it travels with the results of the others."""

    path: str
    error: TermscanError


Outcome = Review | Clauses | Unread


def path_of(outcome: Outcome) -> str:
    """The draft's path as the user named it."""
    return outcome.path if isinstance(outcome, Unread) else outcome.draft.path
