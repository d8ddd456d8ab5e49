"""Typed values in the words of a point: sums, percentages, periods, dates, numbers, places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .. import values
from ..rulebook import Kind

SCALARS = ("money", "percent", "duration", "multiple", "date", "number", "place")
_OF_FEES = re.compile(
    r"['’]?\s*(?:of|in|from|worth of)?\s*(?:(?:the|all|total|annual|our|their|its|agreed|project)\s+)*"
    r"(?:fees?|charges|price|contract value|contract price)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=256)
def scalars(words: str) -> tuple[values.Found, ...]:
    """Every typed value in words, in order."""
    behind = f": {words}"  # a number that opens a line would be that of a paragraph
    found = [f for f in values.find(behind) if f.value is not None]
    both = sorted([*found, *_apart(values.find_open_ended(behind), found)], key=lambda f: f.start)
    return tuple(f.moved(-2) for f in both)


def _apart(more: Sequence[values.Found], found: Sequence[values.Found]) -> list[values.Found]:
    return [m for m in more if not any(m.start < f.end and f.start < m.end for f in found)]


def read_as(kind: Kind, found: values.Found, words: str) -> values.Value | None:
    """A typed value as one of the kind: "24 months" of fees for a cap, "15% of the fees" for a share of them; else None."""
    if found.value is None or found.type not in SCALARS:
        return None
    if found.type in kind.types:
        return found.value
    if "multiple" in kind.types and found.type in ("percent", "duration") and _OF_FEES.match(words, found.end):
        return parsed(kind, f"{values.canonical(found.value)} of fees")
    if found.type == "multiple" and "percent" in kind.types:
        return next((part.value for part in found.parts if part.type == "percent"), None)
    return None


def parsed(kind: Kind, said: object) -> values.Value | None:
    """A value as a person would type it into a sheet, or None where it is none of the kind."""
    try:
        return values.parse(kind.type, said, choices=kind.allowed, items=tuple(kind.items))
    except ValueError:
        return None
