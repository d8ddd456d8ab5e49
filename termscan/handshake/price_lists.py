"""Values with labels ("20% on signature, 80% at launch"), and prices per unit ("Day rate: $1,400")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from .. import values
from .scalars import scalars

_JOINTS = re.compile(r"^[\s,;/&+.–—:=-]+|[\s,;/&+.–—:=(@-]+$")
_LEADS = re.compile(
    r"(?i)^(?:on|upon|at|when|after|once|with|for|by|as|of|due|paid|falls|payable|is|are|to|per|and|then|each|the|a|an|another|in)\b\s*"
)
_TRAILS = re.compile(r"(?i)\s*\b(?:and|then|at|is|are|on|upon|for|of|a|an|the|to|another|final|with|plus|:)$")
_MOST_WORDS = 6  # of a label
_UNITS = (
    ("hour", "hourly|hours?"),
    ("day", "day|daily|days"),
    ("week", "week|weekly"),
    ("month", "month|monthly"),
    ("quarter", "quarterly"),
    ("year", "year|yearly|annual|annually"),
)


class PriceList(NamedTuple):
    """Labels with their values, and the stretch of words that they take."""

    pairs: list[tuple[str, values.Found]]
    start: int
    end: int

    @property
    def shares(self) -> bool:
        """Whether the values are percentages."""
        return self.pairs[0][1].type == "percent"

    @property
    def whole(self) -> bool:
        """Whether they are percentages that make up the whole, as those of instalments do."""
        return self.shares and sum(getattr(found.value, "amount", 0) for _, found in self.pairs) == 100

    @property
    def per_unit(self) -> bool:
        return all(getattr(found.value, "per", None) for _, found in self.pairs)

    def said(self) -> list[dict[str, str]]:
        """The pairs as a term sheet lists them."""
        return [{label: values.canonical(found.value)} for label, found in self.pairs if found.value is not None]


def price_list(words: str) -> PriceList | None:
    """The values of words with their labels, where all values stand before their labels or all after; else None."""
    found = _of_one_sort([f for f in scalars(words) if f.type in ("money", "percent")])
    if len(found) < 2:
        return None
    gaps = [words[a.end : b.start] for a, b in pairwise(found)]
    lead = re.split(r"[:;,]", words[: found[0].start].rstrip(" :–—-"))[-1]
    tail = re.split(r"[;.]", words[found[-1].end :])[0]
    after, before = ([_label(gap) for gap in stretch] for stretch in ((*gaps, tail), (lead, *gaps)))
    behind = all(after) and not (_label(lead) and all(before))
    labels = after if behind else before
    apart = len({label.lower() for label in labels}) == len(labels)
    if not all(labels) or not apart or any(len(label.split()) > _MOST_WORDS for label in labels):
        return None
    start = found[0].start - (0 if behind else len(lead))
    return PriceList(list(zip(labels, found, strict=True)), max(0, start), len(words) if behind else found[-1].end)


def _of_one_sort(found: Sequence[values.Found]) -> list[values.Found]:
    """The sums or the percentages, whichever are more; none where some sums are per unit and others are not."""
    sorts = [f.type for f in found]
    most = [f for f in found if f.type == max(dict.fromkeys(sorts), key=sorts.count)]
    return most if len({bool(getattr(f.value, "per", None)) for f in most}) == 1 else []


def _label(gap: str) -> str:
    """The words between two values as a label: without the joints and the little words at its ends."""
    words, before = gap.strip(), None
    while words != before:
        before = words
        words = _TRAILS.sub("", _LEADS.sub("", _JOINTS.sub("", words).strip()).strip()).strip()
    return words[:1].upper() + words[1:]


def per_unit(rate: values.Money, words: str) -> values.Money:
    """A rate with the unit that its label or its sentence says ("day rate", "monthly fee")."""
    if getattr(rate, "per", None):
        return rate
    unit = next((unit for unit, said in _UNITS if re.search(rf"(?i)\b(?:{said})\b", words)), None)
    found = values.find(f"{values.canonical(rate)} per {unit}") if unit else []
    return found[0].value if found and isinstance(found[0].value, values.Money) else rate


def per_period(share: values.Percent, after: str) -> values.Percent:
    """A percentage with the period that stands further on ("5% late fee per year")."""
    m = re.search(r"(?i)\b(?:per|a|each|every) (day|week|month|year)\b", after)
    found = values.find(f"{values.canonical(share)} per {m[1].lower()}") if m and not share.per else []
    return found[0].value if found and isinstance(found[0].value, values.Percent) else share


def of_another_sort(kind: str, price: values.Money, words: str) -> bool:
    """Whether a price per hour is taken for a price in all, or one without any unit for a rate."""
    if kind == "payment.rate":
        return getattr(per_unit(price, words), "per", None) is None and not re.search(r"(?i)\brates?\b", words)
    return kind in ("payment.total_fee", "payment.deposit") and getattr(price, "per", None) is not None
