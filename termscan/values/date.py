"""Dates: `2026-12-01`, "December 31, 2026", "31st day of December, 2026", "the 5th of the following month"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as calendar_date

from termscan.values.blanks import BLANK, is_redaction
from termscan.values.reading import Reading, Relation

LIKE = "2026-12-01"

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH_NUMBER = {name.lower(): n for n, name in enumerate(MONTHS, 1)} | {
    name[:3].lower(): n for n, name in enumerate(MONTHS, 1)
}
_MONTH_NUMBER["sept"] = 9
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
MONTH_WORDS = frozenset([*MONTHS, *(m.upper() for m in MONTHS), *(m[:3] for m in MONTHS), "Sept"])
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
]
_ORDINAL_NUMBER = {word: n for n, word in enumerate(_ORDINALS, 1)}
ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)"
_NTH = rf"(?:{_DAY}\s?(?:st|nd|rd|th)\b|(?P<ordinal>{ORDINAL})\b(?:\s*\(\s*\d{{1,2}}\s?(?:st|nd|rd|th)?\s*\))?)"

_FORMS = [
    r"(?P<year>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<day>[0-2]\d|3[01])(?!\d)",
    r"(?P<first>\d{1,2})(?P<between>[/.])(?P<second>\d{1,2})(?P=between)(?P<years>(?:19|20)\d\d|\d\d)(?!\d)",
    rf"(?P<month>{_MONTH})\s+{_DAY}(?:st|nd|rd|th)?(?:\s*,?\s*{_YEAR})?",
    rf"(?P<month>{_MONTH})\s+(?P<ordinal>{ORDINAL})\b(?:\s*,?\s*{_YEAR})?",
    rf"(?P<month>{_MONTH})(?:\s+of|,)?\s+{_YEAR}",
    rf"(?:{_NTH}|(?P<plain>[12]\d|3[01]|0?[1-9])(?!\d))\s*(?:day\s+)?(?:of\s+)?(?P<month>{_MONTH})(?:\s*,?\s*(?:of\s+)?(?:the\s+year\s+)?{_YEAR})?",
    rf"(?:{_NTH}|(?P<last>last))\s+(?:calendar\s+)?(?:day\s+)?of\s+(?:the|each|every|any|that|a|such)\s+(?:\w+\s+){{0,3}}?month",
    rf"(?:{_NTH}|(?P<last>last))\s+of\s+(?:the|each|every)\s+month",
]  # fmt: skip
_PATTERNS = [re.compile(form, re.IGNORECASE) for form in _FORMS]
_UNFINISHED = re.compile(
    rf"(?P<month>{_MONTH})\s+(?P<blank>{BLANK})(?:\s*,\s*(?:(?:19|20)\d\d|20\s?{BLANK}|{BLANK}))?"
    rf"|(?P<blank2>{BLANK})\s*(?:st|nd|rd|th)?\s*(?:day\s+)?of\s+(?:{_MONTH}|{BLANK})(?:\s*,?\s*(?:(?:19|20)\d\d|20\s?{BLANK}|{BLANK}))?"
    rf"|(?P<blank3>{BLANK})\s*,?\s+(?:20{BLANK}|(?:19|20)\d\d(?!\d))|20_{{2,}}",
    re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date, or what is said of one: a month of a year, a day of a month without the year, a day of any month (31 is
    the last). What is not said is None.
    """

    year: int | None
    month: int | None
    day: int | None

    @property
    def calendar(self) -> calendar_date | None:
        """The day on the calendar, where all of it is said."""
        if self.year and self.month and self.day:
            return calendar_date(self.year, self.month, self.day)
        return None


def read(text: str, at: int) -> Reading[DateValue] | None:
    """A date that starts at an offset, or None; a month must be capitalised there ("may" is no month)."""
    for pattern in _PATTERNS:
        match = pattern.match(text, at)
        value = _value(match.groupdict()) if match else None
        if match and value:
            return Reading(value, at, match.end())
    unfinished = _UNFINISHED.match(text, at)
    if unfinished:
        blank = unfinished["blank"] or unfinished["blank2"] or unfinished["blank3"] or "__"
        return Reading(None, at, unfinished.end(), blank=True, redacted=is_redaction(blank))
    return None


def _value(part: dict[str, str | None]) -> DateValue | None:
    if part.get("first"):
        return _slashed(int(part["first"] or 0), int(part["second"] or 0), part["years"] or "")
    name = part.get("month")
    if name and not name[0].isupper():
        return None
    month = _MONTH_NUMBER[name.rstrip(".").lower()] if name else int(part.get("m") or 0) or None
    day = int(part.get("day") or part.get("plain") or 0) or _ORDINAL_NUMBER.get((part.get("ordinal") or "").lower())
    return _valid(int(part.get("year") or 0) or None, month, 31 if part.get("last") else day)


def _slashed(first: int, second: int, years: str) -> DateValue | None:
    """Month first, as in the United States, unless that cannot be."""
    year = int(years) if len(years) == 4 else 2000 + int(years)
    return _valid(year, first, second) if first <= 12 else _valid(year, second, first)


def _valid(year: int | None, month: int | None, day: int | None) -> DateValue | None:
    try:
        calendar_date(year or 2000, month or 1, day or 1)
    except ValueError:
        return None
    return DateValue(year, month, day)


def parse(text: str) -> DateValue | None:
    """A date as a person writes it, or None."""
    said = re.sub(r"^the\s+", "", text, flags=re.IGNORECASE)
    said = re.sub(rf"\b({_MONTH})", lambda month: month[0].capitalize(), said, flags=re.IGNORECASE)
    partial = re.fullmatch(r"(?P<year>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])", said)
    if partial:
        return DateValue(int(partial["year"]), int(partial["m"]), None)
    found = read(said, 0)
    return found.value if found and found.end == len(said) else None


def canonical(value: DateValue) -> str:
    if value.calendar:
        return value.calendar.isoformat()
    if value.month is None:
        return "last day of the month" if value.day == 31 else f"{value.day}{_suffix(value.day or 0)} of the month"
    name = MONTHS[value.month - 1]
    return f"{name} {value.year}" if value.day is None else f"{name} {value.day}"


def _suffix(day: int) -> str:
    return "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def compare(agreed: DateValue, found: DateValue) -> Relation:
    """A later date is `more`. Where one says less than the other, they are `incomparable` unless what both say differs."""
    if agreed == found:
        return "same"
    parts = list(zip((agreed.year, agreed.month, agreed.day), (found.year, found.month, found.day)))
    for mine, theirs in parts:
        if mine is None or theirs is None:
            break
        if mine != theirs:
            return "more" if theirs > mine else "less"
    both = [(mine, theirs) for mine, theirs in parts if mine is not None and theirs is not None]
    return "incomparable" if all(mine == theirs for mine, theirs in both) else "different"
