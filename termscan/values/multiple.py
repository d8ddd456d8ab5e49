"""Caps that move with the fees: `100% of fees`, `12 months of fees`, `the greater of USD 1,000,000 and 200% of fees`,
`unlimited`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from termscan.values import amounts, duration, money, percent
from termscan.values.duration import Duration
from termscan.values.money import Money
from termscan.values.reading import Relation, by_size, reversed_relation

LIKE = "100% of fees, 12 months of fees, 2x fees or unlimited"
Which = Literal["greater", "lesser"]

_FEES = (
    r"(?:the\s+)?(?:total\s+|aggregate\s+|annual\s+)?(?:fees?|amounts?|charges|payments|price|compensation)"
    r"(?:\s+(?:paid|payable|due|paid\s+or\s+payable|paid\s+and\s+payable))?"
)
_TIMES = {"once": 1, "one time": 1, "twice": 2, "double": 2, "thrice": 3, "triple": 3}
_MANY = re.compile(
    rf"(?:(?P<often>{'|'.join(_TIMES)})|(?P<number>{amounts.DIGITS}|[a-z]+(?:[\s-]+[a-z]+)*?)(?:\s*\(\d+\))?\s*(?:x|×|times))\s+",
    re.IGNORECASE,
)
_CHOOSE = re.compile(
    r"(?:the\s+)?(?P<which>greater|higher|larger|lesser|lower|smaller)\s+of\s*:?\s*(?P<first>.+?),?\s+(?:and|or)\s+(?P<second>.+)",
    re.I | re.S,
)
_LABEL = re.compile(r"^(?:\(?(?:[a-z]|[ivx]+|\d)\)\s*|the\s+(?:sum|amount)\s+of\s+)")


@dataclass(frozen=True, slots=True)
class Multiple:
    """A share of the fees (`percent` of those of `months`, or of all where that is None); the greater or lesser of two
    amounts (`which`, `parts`); or, with none of these, no limit at all.
    """

    percent: Decimal | None = None
    months: Decimal | None = None
    which: Which | None = None
    parts: tuple[Multiple | Money, ...] = ()


UNLIMITED = Multiple()
_HUNDRED = Decimal(100)


def parse(text: str) -> Multiple | None:
    """A multiple of the fees as a person writes it, or None."""
    if re.fullmatch(r"unlimited|uncapped|no\s+(?:cap|limit)|without\s+limit", text, re.IGNORECASE):
        return UNLIMITED
    choose = _CHOOSE.fullmatch(text)
    if choose:
        return _choose(choose)
    if re.fullmatch(rf"(?:all\s+)?{_FEES}", text, re.IGNORECASE):
        return Multiple(_HUNDRED)
    return _share(text)


def _choose(match: re.Match[str]) -> Multiple | None:
    which: Which = "greater" if match["which"].lower() in ("greater", "higher", "larger") else "lesser"
    parts = [_part(_LABEL.sub("", match[side].strip())) for side in ("first", "second")]
    if parts[0] is None or parts[1] is None:
        return None
    return Multiple(which=which, parts=(parts[0], parts[1]))


def _part(text: str) -> Money | Multiple | None:
    return money.parse(text) or parse(text)


def _share(text: str) -> Multiple | None:
    share, at = _HUNDRED, 0
    many, of = _MANY.match(text), percent.read(text, 0)
    if many:
        times = _TIMES.get((many["often"] or "").lower())
        number = Decimal(times) if times else _number(many["number"])
        if number is None:
            return None
        share, at = _HUNDRED * number, many.end()
    elif of and of.value:
        after = re.compile(r"\s+of\s+").match(text, of.end)
        if after is None:
            return None
        share, at = of.value.amount, after.end()
    rest = text[at:]
    if re.fullmatch(_FEES, rest, re.IGNORECASE):
        return Multiple(share) if at else None
    length = duration.read(rest, 0)
    if length is None or length.value is None or length.value.amount is None or length.value.business:
        return None
    if length.value.unit not in ("months", "quarters", "years"):
        return None
    if not re.fullmatch(rf"['’]?\s+(?:of\s+)?{_FEES}", rest[length.end :], re.IGNORECASE):
        return None
    return Multiple(share, length.value.amount * {"months": 1, "quarters": 3, "years": 12}[length.value.unit])


def taken_of(value: Multiple, words: str) -> Multiple:
    """A share of the fees with what it is taken of: 100%, of "fees paid in the 12 months before the claim"."""
    if (
        value.percent is None
        or value.months is not None
        or not re.search(r"\b(?:fees?|charges?|pa(?:id|yable))\b", words, re.I)
    ):
        return value
    lengths = [length for m in re.finditer(r"(?<![\w-])[\w]", words) if (length := duration.read(words, m.start()))]
    months = [_in_months(length.value) for length in lengths if length.value]
    return replace(value, months=months[0]) if months and months[0] else value


def _in_months(length: Duration) -> Decimal | None:
    times = duration.IN_MONTHS.get(length.unit)
    return length.amount * times if times and length.amount and not length.business else None


def _number(said: str) -> Decimal | None:
    return amounts.number(said) if said[0].isdigit() else amounts.words(said)[0]


def canonical(value: Multiple) -> str:
    if value.which:
        first, second = (money.canonical(part) if isinstance(part, Money) else canonical(part) for part in value.parts)
        return f"the {value.which} of {first} and {second}"
    if value.percent is None:
        return "unlimited"
    if value.months is None:
        return f"{amounts.write(value.percent)}% of fees"
    months = f"{amounts.write(value.months)} month{'' if value.months == 1 else 's'} of fees"
    return months if value.percent == _HUNDRED else f"{amounts.write(value.percent)}% of {months}"


def compare(agreed: Multiple | Money, found: Multiple | Money) -> Relation:
    """Money against a share of the fees is `incomparable`, as are all fees against those of some months."""
    if isinstance(agreed, Money) and isinstance(found, Money):
        return money.compare(agreed, found)
    if UNLIMITED in (agreed, found):
        return "same" if agreed == found else "more" if found == UNLIMITED else "less"
    if isinstance(found, Multiple) and found.which:
        return _against_choice(agreed, found)
    if isinstance(agreed, Multiple) and agreed.which:
        return reversed_relation(_against_choice(found, agreed))
    if isinstance(agreed, Money) or isinstance(found, Money):
        return "incomparable"
    return _shares(agreed, found)


def _shares(agreed: Multiple, found: Multiple) -> Relation:
    mine, theirs = agreed.percent or Decimal(0), found.percent or Decimal(0)
    if agreed.months == found.months:
        return by_size(mine, theirs)
    if agreed.months is None or found.months is None:
        return "incomparable"
    return by_size(mine * agreed.months, theirs * found.months)


def _against_choice(agreed: Multiple | Money, found: Multiple) -> Relation:
    """How "the greater of A and B" stands to another cap."""
    if isinstance(agreed, Multiple) and agreed.which:
        return _choices(agreed, found)
    relations = [compare(agreed, part) for part in found.parts]
    better: Relation = "more" if found.which == "greater" else "less"
    if better in relations or "same" in relations:
        return better  # the other part can only add to it, or take from it
    return relations[0] if len(set(relations)) == 1 else "incomparable"


def _choices(agreed: Multiple, found: Multiple) -> Relation:
    if agreed.which != found.which:
        if set(agreed.parts) == set(found.parts):
            return "more" if found.which == "greater" else "less"
        return "incomparable"
    orders = (found.parts, found.parts[::-1])
    relations = [{compare(mine, theirs) for mine, theirs in zip(agreed.parts, order)} - {"same"} for order in orders]
    fewest = min(relations, key=lambda found_relations: (len(found_relations), "incomparable" in found_relations))
    return "same" if not fewest else fewest.pop() if len(fewest) == 1 else "incomparable"
