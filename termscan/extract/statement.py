"""A statement: a kind of term as one sentence of a draft states it."""

from __future__ import annotations

from dataclasses import dataclass

from .. import values


@dataclass(frozen=True)
class Statement:
    """A kind of term as one sentence states it.

    `value` is None where the sentence speaks of the kind without a value, or leaves a blank (`found.blank`).
    `start` and `end` are the words that say it, in the draft.
    """

    kind: str
    value: values.Value | None
    sentence: int
    start: int
    end: int
    found: values.Found | None = None
    weak: bool = False
    cue: str = ""
