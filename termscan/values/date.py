"""Dates: `2026-12-01`, "December 31, 2026", "31st day of December, 2026", "the 5th of the following month"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as calendar_date

from termscan.values.blanks import A_BLANK, is_redaction
from termscan.values.reading import Reading, Relation

LIKE = "2026-12-01"

# fmt: off
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ORDINALS = (
    *_UNITS, "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
    *(
        word
        for ten in ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
        for word in (f"{ten}ieth", *(f"{ten}y-{unit}" for unit in _UNITS))
    ),
)
# fmt: on
_NUMBER_OF = {name.lower(): n for n, name in enumerate(MONTHS, 1)} | {"sept": 9}
_NUMBER_OF |= {name[:3].lower(): n for n, name in enumerate(MONTHS, 1)}
_NTH_OF = {word: n for n, word in enumerate(_ORDINALS, 1)} | {"last": 31}
MONTH_WORDS = frozenset(form for name in _NUMBER_OF for form in (name.capitalize(), name.upper()))
NTH_WORDS = frozenset(_NTH_OF)


def nth(word: str) -> int:
    """Which one an ordinal names: "fifth" is 5."""
    return _NTH_OF[word.lower()]


_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_MONTH = r"(?P<month>[A-Za-z]{3,9})\b\.?"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)"
_SUFFIX = r"(?P<suffix>\s?(?:st|nd|rd|th|t\sh)\b)"  # raised letters come out as "17t h"
_WORD = r"(?P<word>[a-z]+(?:-[a-z]+)?)\b(?:\s*\(\s*(?P<figure>\d{1,2})\s?(?:st|nd|rd|th)?\s*\))?"
_WITH_YEAR = rf"(?:[\s-]*[,.]?\s*(?:of\s+)?(?:(?:in\s+)?the\s+year\s+)?{_YEAR})?"
_IN_A_MONTH = r"\s+(?:calendar\s+)?(?:day\s+)?of\s+(?:the|each|every|any|that|a|such)\s+(?:\w+\s+){0,3}?month\b"


def _compiled(*forms: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


_FROM_DIGIT = _compiled(
    r"(?P<year>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<day>[0-2]\d|3[01])(?!\d)",
    r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<years>(?:19|20)\d\d|\d\d)(?!\d)",
    r"(?P<first>\d{1,2})[.](?P<second>\d{1,2})[.](?P<years>(?:19|20)\d\d)(?!\d)",
    rf"{_DAY}{_SUFFIX}?[\s-]*(?:day\s+)?(?:of\s+)?{_MONTH}{_WITH_YEAR}",
    rf"{_DAY}{_SUFFIX}{_IN_A_MONTH}",
)
_FROM_MONTH = _compiled(
    rf"{_MONTH}\s+{_DAY}{_SUFFIX}?(?:\s*,?\s*{_YEAR})?",
    rf"{_MONTH}(?:\s+of|,)?\s+{_YEAR}",
    rf"{_MONTH}\s+{_WORD}(?:\s*,?\s*{_YEAR})?",
)
_FROM_WORD = _compiled(
    rf"last\s+day\s+of\s+(?:the\s+)?(?:calendar\s+)?(?:year\s+)?{_YEAR}(?P<whole>)",
    rf"{_WORD}\s+(?:day\s+)?(?:of\s+)?{_MONTH}{_WITH_YEAR}",
    rf"{_WORD}{_IN_A_MONTH}",
)
_GAP = r"(?:\[[^\]\n]{0,30}\]|_{2,}+(?:\s_++)*+|[●•])"
_SOME_YEAR = rf"(?:(?:19|20)\d\d(?!\d)|(?:20\s?)?{_GAP})"
_UNFINISHED = re.compile(
    rf"(?P<month>[A-Z][A-Za-z]{{2,8}})\s+(?P<gap>{_GAP})(?:\s*,\s*{_SOME_YEAR})?"
    rf"|(?P<day>{_GAP})\s*(?:st|nd|rd|th)?\s*(?:day\s+)?of\s+(?:[A-Z][a-z]{{2,8}}|{_GAP})(?:\s*,?\s*{_SOME_YEAR})?"
    rf"|(?P<all>{_GAP})\s*,?\s+(?:20{_GAP}|(?:19|20)\d\d(?!\d))|20_{{2,}}"
)


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
    for pattern in _patterns(text[at : at + 1]):
        match = pattern.match(text, at)
        said = match.groupdict() if match else {}
        value = _value(said) if match else None
        if match and value:
            digits = _value({**said, "word": None, "day": said["figure"]}) if said.get("figure") else None
            if digits and digits != value:  # "the tenth (12th) day"
                return Reading(digits, at, match.end(), words_say=value)
            return Reading(value, at, match.end())
    return _unfinished(text, at)


def _patterns(first: str) -> Iterable[re.Pattern[str]]:
    if first.isdigit():
        return _FROM_DIGIT
    return (*_FROM_MONTH, *_FROM_WORD) if first.isupper() else _FROM_WORD if first.isalpha() else ()


def _unfinished(text: str, at: int) -> Reading[DateValue] | None:
    match = _UNFINISHED.match(text, at)
    if match is None or (match["month"] and match["month"].lower() not in _NUMBER_OF):
        return None
    gap = match["gap"] or match["day"] or match["all"]
    if gap and not A_BLANK.match(gap):
        return None
    return Reading(None, at, match.end(), blank=True, redacted=bool(gap and is_redaction(gap)))


def _value(part: dict[str, str | None]) -> DateValue | None:
    if part.get("first"):
        return _slashed(int(part["first"] or 0), int(part["second"] or 0), part["years"] or "")
    if part.get("whole") is not None:
        return _valid(int(part["year"] or 0), 12, 31)
    name = part.get("month")
    month = _NUMBER_OF.get(name.lower()) if name and name[0].isupper() else int(part.get("m") or 0) or None
    word = (part.get("word") or "").lower()
    day = int(part.get("day") or 0) or _NTH_OF.get(word)
    year = int(part.get("year") or 0) or None
    if (name and month is None) or (word and day is None):
        return None
    if word == "last" and month:
        day = monthrange(year, month)[1] if year else None
    return _valid(year, month, day) if day or word != "last" else None


def _slashed(first: int, second: int, years: str) -> DateValue | None:
    """Month first, as in the United States, unless that cannot be."""
    year = int(years) if len(years) == 4 else int(years) + (2000 if int(years) < 70 else 1900)
    return _valid(year, first, second) if first <= 12 else _valid(year, second, first)


def _valid(year: int | None, month: int | None, day: int | None) -> DateValue | None:
    try:
        calendar_date(year or 2000, month or 1, day or 1)
    except ValueError:
        return None
    return DateValue(year, month, day)


def parse(text: str) -> DateValue | None:
    """A date as a person writes it, or None."""
    said = re.sub(r"[A-Za-z]{3,9}", lambda word: _capitalised(word[0]), re.sub(r"^[Tt]he\s+", "", text))
    if re.fullmatch(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", said):
        return DateValue(int(said[:4]), int(said[5:]), None)
    found = read(said, 0)
    if found is None and said.startswith("last day of the month"):
        return DateValue(None, None, 31)
    return found.value if found and found.end == len(said) else None


def _capitalised(word: str) -> str:
    return word.capitalize() if word.lower() in _NUMBER_OF else word


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
    """A later date is `more`. Where one says less than the other, they are `incomparable` unless what both say
    differs.
    """
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
