"""Plain numbers: `2`, "two (2) rounds", `unlimited`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from termscan.values import amounts, duration, money, percent
from termscan.values.reading import Relation, by_size

LIKE = "2"


@dataclass(frozen=True, slots=True)
class Number:
    """A count; `amount` is None where there is no limit."""

    amount: Decimal | None


# "5 per day"; "500 Ruritanian dollars", which are money though of no currency that we know
_NO_COUNT = re.compile(r"\A\s*per\b|\b(?:dollars?|euros?|pounds?|francs?|pesos?|rupees?|dinars?)\Z", re.IGNORECASE)


def parse(text: str) -> Number | None:
    """A number, which may name what it counts ("2 rounds"), or None; "2 days", "2%" and "2 USD" are no numbers."""
    if re.fullmatch(r"unlimited|no\s+limit|any\s+number", text, re.IGNORECASE):
        return Number(None)
    found = amounts.read(text, 0)
    if found is None or found.value is None or any(kind.read(text, 0, found) for kind in (duration, money, percent)):
        return None
    counted = re.fullmatch(r"(?:\s+[a-z-]+){0,4}", text[found.end :], re.IGNORECASE)
    return Number(found.value) if counted and not _NO_COUNT.search(counted[0]) else None


def canonical(value: Number) -> str:
    return "unlimited" if value.amount is None else amounts.write(value.amount)


def compare(agreed: Number, found: Number) -> Relation:
    if agreed.amount is None or found.amount is None:
        return "same" if agreed == found else "more" if found.amount is None else "less"
    return by_size(agreed.amount, found.amount)
