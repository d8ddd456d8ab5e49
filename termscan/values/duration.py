"""Lengths of time: `30 days`, `10 business days`, `2 years`, `perpetual`, "twelve (12) months", "net 30".

A month is never a number of days: see `compare`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from termscan.values import amounts
from termscan.values.reading import Reading, Relation, by_size

LIKE = "30 days, 10 business days or 2 years"

_UNITS = {
    "minutes": r"minutes?|mins?", "hours": r"hours?|hrs?", "days": r"days?", "weeks": r"weeks?|wks?",
    "months": r"months?|mos?", "quarters": r"quarters?", "years": r"years?|yrs?|annum",
}  # fmt: skip
_IN_MINUTES = {"minutes": Decimal(1), "hours": Decimal(60), "days": Decimal(1440), "weeks": Decimal(10080)}
_IN_DAYS = {unit: minutes / 1440 for unit, minutes in _IN_MINUTES.items()}
IN_MONTHS = {"months": Decimal(1), "quarters": Decimal(3), "years": Decimal(12)}
PERPETUAL, DURING_THE_TERM = "perpetual", "during the term"
_ALWAYS = (
    r"perpetual(?:ly)?|in\s+perpetuity|indefinite(?:ly)?|forever|for\s+ever|"
    r"(?:for\s+an?\s+)?(?:indefinite|unlimited)\s+(?:period|time|duration|term)(?:\s+of\s+time)?|"
    r"without\s+limit(?:ation)?\s+(?:in|of|as\s+to)\s+time|"
    r"(?:for\s+)?(?:so|as)\s+long\s+as\s+[^.;,]{0,60}?\s(?:remains?|is|stays?)\s+(?:\w+\s+and\s+)?(?:proprietary|confidential|secret)|"
    r"at\s+(?:all\s+times|any\s+time)\s+(?:thereafter|after)|"
    r"(?:either\s+|both\s+)?(?:during|throughout|in)\s+(?:or|and)\s+after|"
    r"(?:both\s+)?(?:during|throughout)\b[^.;,]{0,60}?\s(?:or|and)\s+(?:at\s+any\s+time\s+|at\s+all\s+times\s+|also\s+|even\s+)?after\s+(?:its|the|this|that|such)\b(?!,?\s+for\b)|"
    r"(?:during|throughout)\s+(?:or|and)\s+(?:subsequent\s+to|following)(?!\s+for\b)|"
    r"(?:during|throughout|both|while|as long as)\b[^.;,]{0,60}?\s(?:or|and)\s+(?:(?:forever|always|also|any\s?time|at\s+any\s+time|at\s+all\s+times)\s+)?(?:thereafter|afterwards)(?!,?\s+for\b)"
)
_THE_AGREEMENT = r"(?:the|this)\s+(?:agreement|contract)"
_THE_TERM = (
    rf"(?!(?:for|over)\s+{_THE_AGREEMENT}\b)(?:for|during|throughout|over)\s+(?:all\s+of\s+)?(?:the\s+)?(?:entire\s+|full\s+|whole\s+)?"
    r"(?:(?:duration|term|life|lifetime|currency|continuance|whole|entirety)\s+of\s+)?"
    rf"(?:the|this)\s+(?:term|agreement|contract)(?:\s+of\s+{_THE_AGREEMENT})?|term\s+of\s+{_THE_AGREEMENT}|"
    rf"(?:for\s+)?(?:so|as)\s+long\s+as\s+{_THE_AGREEMENT}\s+(?:(?:is|remains|stays|continues|shall\s+(?:be|remain))"
    r"(?:\s+to\s+be)?\s+in\s+(?:full\s+)?(?:force|effect)|lasts|runs|continues)|"
    rf"until\s+{_THE_AGREEMENT}\s+(?:ends|expires|terminates|is\s+terminated|comes\s+to\s+an\s+end)|"
    r"not\s+(?:end|cease|lapse|expire)\s+(?:before|until|prior\s+to)\s+(?:the\s+)?(?:expiration|expiry|end|termination)"
    rf"(?:\s+or\s+(?:earlier\s+)?(?:termination|expiration|expiry))?\s+of\s+{_THE_AGREEMENT}"
)
OPEN_ENDED = re.compile(rf"\b(?:(?P<always>{_ALWAYS})|(?P<term>{_THE_TERM}))\b", re.IGNORECASE)

# "until the second (2nd) anniversary of the Effective Date": so many years
_NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip
ANNIVERSARY = re.compile(
    rf"\b(?:(?P<word>{'|'.join(_NTH)})|(?P<digits>\d{{1,2}})(?:st|nd|rd|th))(?:\s*\([^)]{{1,12}}\))?[\s-]+(?:year[\s-]+)?anniversary\b"
)  # in lower case

# "the end of the third Contract Year", "when Year 3 ends": so many years from the first day
_A_YEAR = r"(?:(?:contract|agreement|licen[cs]e|service|lease|full|calendar|operating|royalty)\s+){0,2}year"
END_OF_YEAR = re.compile(
    rf"\b(?:end|expiration|expiry|close|conclusion|last\s+day)\s+of\s+(?:the\s+)?(?:(?P<word>{'|'.join(_NTH)})(?:\s*\([^)]{{1,12}}\))?\s+{_A_YEAR}\b(?!\s+(?:after|following|from))|{_A_YEAR}\s+(?P<digits>\d{{1,2}})\b)"
    rf"|\b{_A_YEAR}\s+(?P<then>\d{{1,2}})\s+(?:ends|expires|closes|is\s+over|has\s+ended|comes\s+to\s+an\s+end)\b"
)  # in lower case

_WHICH_WORDS = (
    "full", "complete", "consecutive", "successive", "additional", "further", "more", "calendar", "clear", "continuous",
    "contiguous", "rolling", "whole", "elapsed", "natural", "contract", "agreement",
)  # fmt: skip
_BUSINESS = ("business", "working", "banking", "bank", "trading", "week")
_WHICH = rf"(?:(?:{'|'.join(_WHICH_WORDS)})[\s-]+)"
_UNIT = rf"(?P<unit>{'|'.join(_UNITS.values())})"
TAIL = re.compile(
    rf"[)\]]?\s*[-\u2010\u2011\u2013]?\s*{_WHICH}{{0,2}}(?:(?P<business>{'|'.join(_BUSINESS)})[\s-]*{_WHICH}?)?"
    rf"{_UNIT}(?:\(s\)|['’]s)?(?![\w])(?:['’](?=\s))?",
    re.IGNORECASE,
)
# the words that may follow the amount
FOLLOWING = frozenset(
    {
        *_WHICH_WORDS,
        *_BUSINESS,
        "businessday",
        "businessdays",
        "weekday",
        "weekdays",
        "fortnight",
        "to",
        "or",
        "and",
        "through",
    }
    | {
        form
        for units in _UNITS.values()
        for unit in units.split("|")
        for form in (unit.replace("?", ""), unit.replace("s?", ""))
    }
)
_NET = re.compile(
    rf"net[\s-]*(?P<amount>{amounts.DIGITS}|[a-z]+(?:-[a-z]+)?)(?:\s*\(\d+\))?(?:[\s-]*(?:calendar\s+)?days?\b)?", re.I
)
_ONE = re.compile(
    r"(?:an?|one)[\s-]+(?:(?:single|full|calendar)\s+)?(?:(?P<business>business|working|banking)\s+)?"
    r"(?P<unit>minute|hour|day|week|month|quarter|year|fortnight)(?:['’]s)?(?![\w-])"
    r"(?!\s+(?:on\s+which|that\s+is|when)\b)",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half\b(?!\s+(?:of|an?|the)\b|-)", re.IGNORECASE)
_AND_MORE = re.compile(r",?\s+(?:and\s+)?(?=\d|[a-z])", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:to|-|–|or|(?P<both>and)|through)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_WHICH_UNIT = [(re.compile(rf"(?:{words})\Z", re.I), unit) for unit, words in _UNITS.items()]


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as it is written: an amount of a unit, counted in business days or by the calendar.

    `unit` is "minutes", "hours", "days", "weeks", "months", "quarters" or "years"; "perpetual" and "during the term"
    have no amount.
    """

    amount: Decimal | None
    unit: str
    business: bool = False


def read(text: str, at: int, amount: Reading[Decimal] | None = None) -> Reading[Duration] | None:
    """A length of time that starts at an offset; `amount` spares a second reading of the number there."""
    amount = amount or amounts.read(text, at)
    if amount is None:
        return read_unnumbered(text, at)
    first = _one(text, amount)
    if first:
        return _with_second(text, _with_half(text, _with_months(text, first)))
    return _to(text, amount) or read_unnumbered(text, at)


def read_unnumbered(text: str, at: int) -> Reading[Duration] | None:
    """ "net 30", "a year", "a fortnight"."""
    net = _NET.match(text, at)
    days = _net_days(net["amount"]) if net else None
    if net and days:
        return Reading(Duration(days, "days"), at, net.end())
    one = _ONE.match(text, at)
    if one is None:
        return None
    unit = one["unit"].lower() + "s"
    value = Duration(Decimal(2), "weeks") if unit == "fortnights" else Duration(Decimal(1), unit, bool(one["business"]))
    return _with_half(text, Reading(value, at, one.end()))


def _net_days(said: str) -> Decimal | None:
    return amounts.number(said) if said[0].isdigit() else amounts.words(said)[0]


def _one(text: str, amount: Reading[Decimal]) -> Reading[Duration] | None:
    tail = TAIL.match(text, amount.end)
    if tail is None or (tail[0][0] in ")]" and text[amount.start - 1 : amount.start] not in ("(", "[")):
        return None
    unit = next(unit for pattern, unit in _WHICH_UNIT if pattern.match(tail["unit"]))
    if unit == "quarters" and text[amount.start].isalpha() and re.match(r"\s+of\b", text[tail.end() : tail.end() + 4]):
        return None  # "three quarters of the fees" is a share

    def duration(number: Decimal | None) -> Duration | None:
        return None if number is None else _duration(number, unit, bool(tail["business"]))

    value, said = duration(amount.value), duration(amount.words_say)
    return Reading(value, amount.start, tail.end(), said, amount.blank, amount.redacted)


_OPEN, _CLOSE = re.compile(r"\s*[(\[]\s*"), re.compile(r"\s*[)\]]")


def _with_second(text: str, first: Reading[Duration]) -> Reading[Duration]:
    """Joins "thirty days (30 days)" and "thirty days (30)": the digits count, and the words speak up if they differ."""
    opened = _OPEN.match(text, first.end)
    amount = amounts.read(text, opened.end()) if opened else None
    if amount is None or amount.value is None or first.value is None or first.words_say:
        return first
    if text[first.start].isdigit() == text[amount.start].isdigit():
        return first
    second = _one(text, amount)
    value = second.value if second else _duration(amount.value, first.value.unit, first.value.business)
    closed = _CLOSE.match(text, second.end if second else amount.end)
    if closed is None or value is None or (value.unit, value.business) != (first.value.unit, first.value.business):
        return first
    digits, said = (first.value, value) if text[first.start].isdigit() else (value, first.value)
    return Reading(digits, first.start, closed.end(), said if said != digits else None)


def _duration(number: Decimal, unit: str, business: bool) -> Duration:
    if unit == "years" and number in (Decimal("0.5"), Decimal("0.25"), Decimal("0.75")):  # nobody says "0.5 years"
        return Duration(number * 12, "months")
    return Duration(number, unit, business)


def _to(text: str, low: Reading[Decimal]) -> Reading[Duration] | None:
    """ "five to ten days", whose unit is written once."""
    to = _RANGE.match(text, low.end)
    if to and to["both"] and not _BETWEEN.search(text, max(0, low.start - 12), low.start):
        return None  # "Section 4 and thirty days"
    high = amounts.read(text, to.end()) if to else None
    whole = _one(text, high) if high else None
    if whole is None or whole.value is None or low.value is None or not low.value < (whole.value.amount or 0):
        return None
    lower = Duration(low.value, whole.value.unit, whole.value.business)
    return Reading(whole.value, low.start, whole.end, blank=low.blank or whole.blank, low=lower)


def _with_months(text: str, years: Reading[Duration]) -> Reading[Duration]:
    """Joins "one year and six months" to months."""
    if years.value is None or years.value.unit != "years" or years.words_say or years.value.amount is None:
        return years
    joint = _AND_MORE.match(text, years.end)
    amount = amounts.read(text, joint.end()) if joint else None
    months = _one(text, amount) if amount else None
    if months is None or months.value is None or months.value.unit != "months" or months.value.amount is None:
        return years
    total = years.value.amount * 12 + months.value.amount
    return Reading(Duration(total, "months"), years.start, months.end, blank=years.blank or months.blank)


def _with_half(text: str, length: Reading[Duration]) -> Reading[Duration]:
    """Joins "a year and a half" and "two years and a half"."""
    half = _AND_A_HALF.match(text, length.end)
    if half is None or length.value is None or length.value.amount is None or length.words_say:
        return length
    amount, unit = length.value.amount + Decimal("0.5"), length.value.unit
    value = Duration(amount * 12, "months") if unit == "years" else Duration(amount, unit, length.value.business)
    return Reading(value, length.start, half.end(), blank=length.blank, redacted=length.redacted)


def open_ended(match: re.Match[str]) -> Duration:
    """The length that a match of `OPEN_ENDED` says."""
    return Duration(None, PERPETUAL if match["always"] else DURING_THE_TERM)


def anniversary(match: re.Match[str]) -> Duration:
    """The length that a match of `ANNIVERSARY` or of `END_OF_YEAR` says."""
    digits = match["digits"] or match.groupdict().get("then")
    years = int(digits) if digits else _NTH.index(match["word"]) + 1
    return Duration(Decimal(years), "years")


def parse(text: str) -> Duration | None:
    """A length of time as a person writes it, or None. Raises ValueError for a bare number or a misspelt unit."""
    endless = OPEN_ENDED.fullmatch(text)
    if endless:
        return open_ended(endless)
    text = text.rstrip("'’ ")  # "thirty days' notice"
    found = read(text, 0)
    if found and found.value and found.end == len(text) and found.low is None:
        return found.value
    if re.fullmatch(amounts.DIGITS, text):
        raise ValueError(f"{text} has no unit; write it like {text} days")
    if found and found.value and re.match(r"\s+(?:from|after|of|before|following)\s", text[found.end :]):
        part = text[: found.end]
        raise ValueError(f"{text!r} says more than a length of time; write {part} and put what starts it under `from`")
    return None


def canonical(value: Duration) -> str:
    if value.amount is None:
        return value.unit
    unit = value.unit[:-1] if value.amount == 1 else value.unit
    return f"{amounts.write(value.amount)} {'business ' if value.business else ''}{unit}"


def compare(agreed: Duration, found: Duration) -> Relation:
    """Exact among hours, days and weeks, and among months, quarters and years; across them and for business days only
    where they are clearly apart (a month has 28 to 31 days), else `incomparable`.
    """
    if agreed.amount is None or found.amount is None:
        return _open_ended(agreed, found)
    if agreed.business == found.business:
        for exact in (_IN_MINUTES, IN_MONTHS):
            if agreed.unit in exact and found.unit in exact:
                return by_size(agreed.amount * exact[agreed.unit], found.amount * exact[found.unit])
    return _apart(agreed, found)


def _open_ended(agreed: Duration, found: Duration) -> Relation:
    if agreed.unit == found.unit:
        return "same"
    if PERPETUAL in (agreed.unit, found.unit):
        return "more" if found.unit == PERPETUAL else "less"
    return "incomparable"


def _apart(agreed: Duration, found: Duration) -> Relation:
    (low, high), (found_low, found_high) = _days(agreed), _days(found)
    if agreed.business != found.business:  # n business days are longer than n days even where no weekend falls between
        if found.business and found_low >= high:
            return "more"
        if agreed.business and low >= found_high:
            return "less"
    if found_low > high:
        return "more"
    return "less" if found_high < low else "incomparable"


def _days(value: Duration) -> tuple[Decimal, Decimal]:
    """The fewest and the most calendar days that a length of time can come to."""
    amount = value.amount or Decimal(0)
    if value.unit in IN_MONTHS:
        months = amount * IN_MONTHS[value.unit]
        return months * 28, months * 31
    days = amount * _IN_DAYS[value.unit]
    if not value.business or value.unit in ("hours", "minutes"):
        return days, days
    weeks_before, weeks_after = max(days - 1, Decimal(0)) // 5, -(-days // 5)
    return days + 2 * weeks_before, days + 2 * weeks_after + 1 + days // 10  # a public holiday now and then


def close(agreed: Duration, found: Duration) -> bool:
    """Whether two lengths in unlike units may well be meant to be the same ("30 days" and "1 month")."""
    if agreed.amount is None or found.amount is None:
        return agreed.unit == found.unit
    (low, high), (found_low, found_high) = _days(agreed), _days(found)
    slack = Decimal("1.03")  # 52 weeks and a year
    return low <= found_high * slack and found_low <= high * slack
