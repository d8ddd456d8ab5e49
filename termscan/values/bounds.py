"""What would still be signed: a value, or `at most 45 days`, `at least 6 months`, `between 1 and 3`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from termscan.values.kinds import Value


@dataclass(frozen=True, slots=True)
class Bound:
    """The lowest and the highest value that would do, both included; where both are the same value, only that."""

    low: Value | None = None
    high: Value | None = None


_HIGHEST = re.compile(
    r"(?:at\s+most|not?\s+more\s+than|up\s+to|maximum(?:\s+of)?|max\.?|not\s+over|not\s+later\s+than|by|<=?|≤)\s+(?P<value>.+)"
    r"|(?P<before>.+?)\s+(?:or\s+less|or\s+fewer|at\s+most)",
    re.IGNORECASE,
)
_LOWEST = re.compile(
    r"(?:at\s+least|not?\s+less\s+than|no\s+fewer\s+than|minimum(?:\s+of)?|min\.?|not\s+earlier\s+than|>=?|≥)\s+(?P<value>.+)"
    r"|(?P<before>.+?)\s+(?:or\s+more|at\s+least)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:between|from)\s+(.+?)\s+(?:and|to)\s+(.+)", re.IGNORECASE)
_PARTS = re.compile(r"(?P<sign>\D*?)\s?(?P<number>[\d.,]+)(?P<unit>.*)")


def ends(words: str) -> tuple[str | None, str | None]:
    """The words for the lowest and for the highest value; None where that end is open, both None for no bound."""
    between = _BETWEEN.fullmatch(words)
    if between:
        return _with_sign_and_unit(between[1], between[2])
    highest, lowest = _HIGHEST.fullmatch(words), _LOWEST.fullmatch(words)
    if highest:
        return None, highest["value"] or highest["before"]
    return (lowest["value"] or lowest["before"], None) if lowest else (None, None)


def _with_sign_and_unit(low: str, high: str) -> tuple[str, str]:
    """Both ends with what may be written once ("between USD 5,000 and 6,000 per month")."""
    mine, theirs = _PARTS.fullmatch(low), _PARTS.fullmatch(high)
    if mine is None or theirs is None:
        return low, high
    sign, unit = mine["sign"] or theirs["sign"], theirs["unit"] or mine["unit"]
    return f"{sign} {mine['number']}{mine['unit'] or unit}", f"{theirs['sign'] or sign} {theirs['number']}{unit}"
