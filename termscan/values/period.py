"""The period or unit that an amount is counted by: "per month", "a year", "/hour", "per User per month"."""

from __future__ import annotations

import re
from decimal import Decimal

_TIMES = {
    "minute": "minutes?|mins?", "hour": "hours?|hrs?", "day": "days?|diem", "week": "weeks?|wks?",
    "month": "months?|mos?", "quarter": "quarters?|qtrs?", "year": "years?|annum|yrs?",
}  # fmt: skip
_ADVERBS = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter",
    "annually": "year", "yearly": "year", "annualized": "year", "p.a.": "year",
}  # fmt: skip
IN_A_YEAR = {"month": Decimal(12), "quarter": Decimal(4), "year": Decimal(1)}
_TIME = "|".join(_TIMES.values())
_KIND = (
    r"(?:(?:calendar|contract|license|licence|business|working|fiscal|full|single|new|[a-z]+(?:ed|al|ive|able)|such)"
    r"(?:\s*,\s*|\s+)(?=[a-z])){0,3}"
)
_NO_UNIT = (
    r"(?:the|se|this|that|section|clause|exhibit|schedule|appendix|annex|attachment|article|paragraph|our|your|its|an?|"
    r"each|cent|and|or|of|for|in|on|to|at|by|with|as|plus)\b"
)
_PER = rf"(?:per|/)\s*{_KIND}(?!{_NO_UNIT})[a-z][a-z-]*"
_EACH = rf"(?:an?|each|every|for\s+each|in\s+each)\s+{_KIND}(?:{_TIME})\b"
_ONE = rf"(?:{_PER}|{_EACH})"
PERIOD = re.compile(
    rf"[\s,]*[(\s]?(?P<units>{_ONE}(?:[\s,]*{_ONE})?)|\s*\(?(?P<adverb>{'|'.join(_ADVERBS).replace('.', '[.]')})(?!\w)",
    re.IGNORECASE,
)
_UNIT = re.compile(rf"(?:per|/|each|every|an?)\s*{_KIND}(?P<unit>[a-z][a-z-]*)", re.IGNORECASE)
_WHICH_TIME = [(re.compile(rf"(?:{words})\Z"), unit) for unit, words in _TIMES.items()]


def read(text: str, at: int) -> tuple[str | None, int]:
    """The unit that begins at an offset in canonical spelling ("hour", "user per month") and where it ends."""
    match = PERIOD.match(text, at)
    if match is None:
        return None, at
    if match["adverb"]:
        return _ADVERBS[match["adverb"].lower()], match.end()
    units = [_unit(found["unit"].lower()) for found in _UNIT.finditer(match["units"])]
    units.sort(key=lambda unit: unit in _TIMES)  # "per month per user" is "user per month"
    return " per ".join(units), match.end()


def _unit(word: str) -> str:
    return next((unit for pattern, unit in _WHICH_TIME if pattern.match(word)), word)


def in_a_year(per: str | None) -> tuple[str, Decimal] | None:
    """What is counted and how often a year it falls due, or None where that cannot be told ("per hour")."""
    if per is None:
        return None
    what, _, time = per.rpartition(" per ") if " per " in per else ("", "", per)
    return (what, IN_A_YEAR[time]) if time in IN_A_YEAR else None
