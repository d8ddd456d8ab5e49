"""Percentages: `30%`, `1.5% per month`, `1% over base rate per year`, "one-half of one percent (0.5%)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from termscan.values import amounts, period
from termscan.values.reading import Reading, Relation, by_size

LIKE = "30% or 1.5% per month"

_SAYS = r"(?P<points{}>basis\s+points?|bps?\b)|%|per\s?cent(?:um|age\s+points?)?\b(?:\.(?=\s+(?-i:[a-z(])))?|percentage\s+points?|pct\b"
_SIGN = re.compile(rf"\s*-?\s*(?:\((?:{_SAYS.format(1)})\)|(?:{_SAYS.format(2)}))", re.IGNORECASE)
FOLLOWING = frozenset(
    {"basis", "bp", "bps", "percent", "per", "percentage", "percentum", "pct"}
)  # words after the amount
_RATE = r"(?P<rate>(?:[A-Za-z.&'’-]+\s+){0,5}?(?:rate|LIBOR|SOFR|EURIBOR|SONIA|prime|base)(?:\s+rate)?)\b"
# whose rate it is ("of the Bank of England") is no part of what the percentage is taken of
_WHOSE = r"(?:\s+of\s+(?:the\s+)?(?-i:[A-Z])[\w.&'’-]*(?:\s+(?:of\s+)?(?:the\s+)?(?-i:[A-Z])[\w.&'’-]*){0,4})?"
_OVER = re.compile(
    rf",?\s+(?:over|above|plus|more\s+than|higher\s+than|in\s+excess\s+of)\s+(?:the\s+)?{_RATE}{_WHOSE}", re.IGNORECASE
)
# "base rate plus 4%": the rate may stand before
_OVER_BEFORE = re.compile(
    r"\b(?P<rate>(?:(?:bank|prime|base|repo|discount|reference|lending)\s+){1,2}rate|LIBOR|SOFR|EURIBOR|SONIA|prime|base)"
    rf"{_WHOSE}(?:\s+(?:as\s+)?(?:on|at|in\s+effect|in\s+force|from|published|quoted|for)\b[^.;%]{{0,50}}?)?"
    r",?\s*(?:plus|\+|increased\s+by|with\s+an\s+addition\s+of)\s*\Z",
    re.IGNORECASE,
)
_A_PERCENTAGE = re.compile(
    r"\bpercentage\s*(?:of|is|being|shall\s+be|will\s+be|equal\s+to|equals|amounts?\s+to|:)\s*\Z", re.IGNORECASE
)
_OF_GAINS = re.compile(
    r"\s+of\s+(?:[a-z]+\s+){0,4}?(?:revenues?|profits?|proceeds|income|receipts|margins?|turnover|earnings)\b",
    re.IGNORECASE,
)
# the period may stand behind what the percentage is taken of: "1.5% of the overdue amount per month"
_LATER = re.compile(
    r"(?:\s+(?:of|on|upon)\s+(?:[A-Za-z'’-]+\s+){0,4}?(?:amounts?|balances?|sums?|invoices?|fees?|payments?|principal|price|value)\s+"
    r"(?:[A-Za-z'’-]+\s+){0,4}?|\s*,?\s*(?:simple|compound|compounded)?\s*(?:interest\s+)?)"
    r"(?=per\s+(?:calendar\s+)?(?:month|annum|year|quarter|week|day)\b|monthly\b|annually\b)"
)
# or be what it is measured over: "99.8% of each calendar month", "5% in any year"; a year's fees are no period
_OVER_EACH = re.compile(
    r"\s+(?:of|in|during|over|for|within)\s+(?:each|every|any|a)\s+(?:(?:given|calendar|billing|contract|full)\s+){0,2}"
    r"(?P<time>month|quarter|year)\b(?!\s*['’])",
    re.IGNORECASE,
)
_OPEN, _CLOSE = re.compile(r"\s*[(\[]\s*"), re.compile(r"\s*[)\]]")


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage, the period it falls due per ("month"), and the rate it comes on top of ("base rate")."""

    amount: Decimal
    per: str | None = None
    over: str | None = None


def read(text: str, at: int, amount: Reading[Decimal] | None = None) -> Reading[Percent] | None:
    """A percentage that starts at an offset; `amount` spares a second reading of the number there."""
    amount = amount or amounts.read(text, at)
    first = _one(text, amount) if amount else None
    if first is None:
        return None
    first = _with_second(text, first)
    return _with_terms(text, first)


def read_bare(text: str, amount: Reading[Decimal]) -> Reading[Percent] | None:
    """A number without a sign where the words say that it is a percentage: "a percentage of 18", "half of the profits"."""
    if amount.value is not None and 0 < amount.value < 1 and _OF_GAINS.match(text, amount.end):
        return Reading(Percent(amount.value * 100), amount.start, amount.end)
    if amount.value is None or not _A_PERCENTAGE.search(text, max(0, amount.start - 30), amount.start):
        return None
    if _SIGN.match(text, amount.end) or "%" in text[amount.start : amount.end]:
        return None
    return _with_terms(text, amount)


def _one(text: str, amount: Reading[Decimal]) -> Reading[Decimal] | None:
    sign = _SIGN.match(text, amount.end)
    if sign is None:
        if not text[amount.start : amount.end].rstrip(")] \n").endswith("%"):
            return None  # "ten (10%)" carries its sign inside
        end, share = amount.end, Decimal(1)
    else:
        end, share = sign.end(), Decimal("0.01") if sign["points1"] or sign["points2"] else Decimal(1)
    value = None if amount.value is None else amount.value * share
    said = None if amount.words_say is None else amount.words_say * share
    if said is not None and value is not None and said * 100 == value:
        said = None  # "one-tenth (10%)"
    return Reading(value, amount.start, end, said, amount.blank, amount.redacted)


def _with_second(text: str, first: Reading[Decimal]) -> Reading[Decimal]:
    """Joins "five percent (5%)": the digits count, and the words speak up where they differ."""
    opened = _OPEN.match(text, first.end)
    amount = amounts.read(text, opened.end()) if opened else None
    second = _one(text, amount) if amount else None
    if amount and second is None and amounts.words(text[first.start : first.end])[0] is not None:
        second = amount  # "five percent (5)"
    closed = _CLOSE.match(text, second.end) if second else None
    if second is None or closed is None:
        return first
    if first.value is None or second.value is None:
        redacted = first.redacted or second.redacted
        return Reading(first.value or second.value, first.start, closed.end(), blank=True, redacted=redacted)
    digits, said = (first, second) if text[first.start].isdigit() else (second, first)
    words_say = said.value if said.value != digits.value else None
    return Reading(digits.value, first.start, closed.end(), words_say or digits.words_say)


def _with_terms(text: str, first: Reading[Decimal]) -> Reading[Percent]:
    end, over = first.end, None
    per, end = (
        period.read(text, end)
        if not re.match(r"\s*(?:per|/)\s*(?:share|unit|cent)", text[end : end + 12])
        else (None, end)
    )
    above = _OVER.match(text, end)
    before = _OVER_BEFORE.search(text, max(0, first.start - 120), first.start)
    if above:
        over, end = re.sub(r"\s+", " ", above["rate"].lower()), above.end()
        if per is None:
            per, end = period.read(text, end)
    elif before:
        over = re.sub(r"\s+", " ", before["rate"].lower())
    if per is None:
        later = _LATER.match(text, end)
        each = _OVER_EACH.match(text, end)
        per = period.read(text, later.end())[0] if later else each["time"].lower() if each else None

    def percent(number: Decimal | None) -> Percent | None:
        return None if number is None else Percent(number, per, over)

    return Reading(percent(first.value), first.start, end, percent(first.words_say), first.blank, first.redacted)


def parse(text: str) -> Percent | None:
    """A percentage as a person writes it, or None. Raises ValueError for a bare number, and for one "of" something."""
    found = read(text, 0)
    if found and found.value and found.end == len(text) and not found.words_say:
        return found.value
    if found and found.value and re.match(r"\s+(?:of|on)\s", text[found.end :]):
        part = text[: found.end].strip()
        raise ValueError(f"{text!r} says more than a percentage; write {part} and put what it is taken of under `of`")
    if re.fullmatch(amounts.DIGITS, text):
        raise ValueError(f"{text} has no unit; write {text}%")
    return None


def canonical(value: Percent) -> str:
    over = f" over {value.over}" if value.over else ""
    return f"{amounts.write(value.amount)}%{over}" + (f" per {value.per}" if value.per else "")


def compare(agreed: Percent, found: Percent) -> Relation:
    """Months, quarters and years are converted without compounding; a period against none is `incomparable`."""
    if not _same_rate(agreed.over, found.over):
        return "different"
    if agreed.per == found.per:
        return by_size(agreed.amount, found.amount)
    if agreed.per is None or found.per is None:
        return "incomparable"
    yearly, found_yearly = period.in_a_year(agreed.per), period.in_a_year(found.per)
    if yearly is None or found_yearly is None or yearly[0] != found_yearly[0]:
        return "different"
    return by_size(agreed.amount * yearly[1], found.amount * found_yearly[1])


def _same_rate(agreed: str | None, found: str | None) -> bool:
    """Whether two names mean one rate: "base" is the base rate, and the bank whose it is may be left out."""
    if agreed is None or found is None:
        return agreed == found
    short, long = sorted((name.removesuffix(" rate") for name in (agreed, found)), key=len)
    return long == short or long.endswith(" " + short)
