"""`none`: agreed that there is no such thing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from termscan.values.reading import Relation

LIKE = "none"


@dataclass(frozen=True, slots=True)
class Absent:
    """There is no such thing, whether the draft says so or is silent."""


def parse(text: str) -> Absent | None:
    return Absent() if re.fullmatch(r"none|no such thing", text, re.IGNORECASE) else None


def canonical(value: Absent) -> str:
    return "none"


def compare(agreed: Absent, found: Absent) -> Relation:
    return "same"
