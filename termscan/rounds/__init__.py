"""Rounds: what changed between two drafts, in substance or in wording, and which agreed terms that reopens.

Read in this order: comparing (the whole way), alignment (which passage answers to which), hunks and differing (where they differ), atoms, wording and
weighing and substance (whether that is substance), bearing and attributing (on which terms), reopening (what it does to
them), asking, changes; then silent (untracked edits), history (several rounds), signing (the last look).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..compare import Matter
from ..model import Ask, Change, DraftFault, TermRow

__all__ = ["Answer", "Round"]


@dataclass(frozen=True)
class Answer:
    """A matter with what was found in it: the rows of its terms and its asks.

    `by_round` names the terms whose verdict rests on a comparison with an earlier round, not on the draft alone.
    """

    matter: Matter
    rows: Sequence[TermRow]
    asks: Sequence[Ask]
    by_round: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Round:
    """What a round changed: the rows with `was` and `trend`, the asks, every difference, and the silent edits."""

    rows: tuple[TermRow, ...]
    asks: tuple[Ask, ...]
    changes: tuple[Change, ...] = ()
    silent_edits: tuple[DraftFault, ...] = ()
