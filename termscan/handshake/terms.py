"""What is made of the points: terms, sure or not, and what is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .. import values
from ..model import Priority

OWN, LABEL, HEADING, NEAR, CUE, WEAK = 3.0, 2.1, 1.5, 1.0, 2.0, 0.5  # what each speaks for a kind with
ENOUGH = 1.9  # from which a kind is told for sure

Keys = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Understood:
    """A term that a point states: its value, the further keys, and the point's own words."""

    kind: str  # "payment.due", or "other.hosting"
    value: values.Value
    keys: Keys
    said: str
    where: str
    score: float = OWN
    priority: Priority | None = None
    note: str | None = None
    doubt: str | None = None  # why a person has to settle it
    placed: bool = False  # its value stands in one place of the words


@dataclass(frozen=True, slots=True)
class Left:
    """A point, or a part of one, that went into no term, and why."""

    said: str
    where: str
    why: str
