"""Money: `USD 120,000`, `$150 per hour`, `EUR 1.2 million`, "five thousand dollars ($5,000)".

Order to read in: the patterns, which are made of the table of currencies; `read`, then `_one`, which looks for what
stands before the amount (`_sign`, `_signed`) or behind it (`_named`); `parse` and `compare`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from termscan.values import amounts, period
from termscan.values.currencies import ALSO_WORDS, CURRENCIES, NOT_IN_PROSE
from termscan.values.reading import Reading, Relation, by_size

LIKE = "USD 120,000 or USD 150 per hour"

_SCALES = {
    "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mm": 1_000_000, "mn": 1_000_000, "mio": 1_000_000,
    "million": 1_000_000, "millions": 1_000_000, "b": 1_000_000_000, "bn": 1_000_000_000, "billion": 1_000_000_000,
    "lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000, "crores": 10_000_000,
}  # fmt: skip
_HUNDREDTHS = ("cent", "pence")


def _each(words: str) -> list[str]:
    return [word for word in words.split("|") if word]


def _by_sign_and_unit() -> tuple[dict[str, list[str]], dict[tuple[str, str], str]]:
    """The currencies of each sign, the first of the table first, and of each unit with and without its country."""
    by_sign: dict[str, list[str]] = {}
    by_unit: dict[tuple[str, str], str] = {}
    for code, currency in CURRENCIES.items():
        for sign in _each(currency.signs):
            by_sign.setdefault(sign.casefold(), []).append(code)
        for unit in _each(currency.alone):
            by_unit.setdefault(("", unit), code)
        for unit in (*_each(currency.units), *_each(currency.alone)):
            by_unit |= {(whose.lower(), unit): code for whose in _each(currency.whose)}
    return by_sign, by_unit


_BY_SIGN, _BY_UNIT = _by_sign_and_unit()
_SIGNS_SAID = [sign for currency in CURRENCIES.values() for sign in _each(currency.signs)]
_WHOSE_SAID = [whose for currency in CURRENCIES.values() for whose in _each(currency.whose)]
_UNITS = {unit for _, unit in _BY_UNIT}
_NOT_BEFORE_SUMS = (*_HUNDREDTHS, "sterling")
# the signs of one character, at each of which prose may name money
FIRST_SIGNS = "".join(sorted({sign for sign in _SIGNS_SAID if len(sign) == 1}))
_BEHIND = {sign for sign in _SIGNS_SAID if not (sign.isascii() or sign.endswith("$"))} | {"US$"}


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted({*words}, key=len, reverse=True))


_SIGN = re.compile(
    rf"(?:(?:{_any(_SIGNS_SAID)})(?:(?<![a-z])|(?![a-z]))|(?P<code>[A-Z]{{3}})(?![A-Z]))\s*", re.IGNORECASE
)
# whose units they are is looked up among the names of the table, which are too many for a pattern
_NAME = re.compile(
    rf"(?:lawful\s+)?(?P<whose>(?:[^\s\d,;:()]+\s+){{0,4}}?)(?P<unit>{_any(_UNITS)})s?(?:\s+sterling)?(?!\w)",
    re.IGNORECASE,
)
_SIGN_BEHIND = re.compile(
    rf"(?:(?P<sign>{_any(_BEHIND)})|(?<!\b0)(?P<code>[A-Z]{{3}}))(?!\w)", re.IGNORECASE
)  # 0xCD is a number
# "US Dollars 120,000": the name before the amount is looked for where a digit is near
_A_SUM_IS_NEAR, _THE_SUM = re.compile(r"[^\d,;:()]{3,45}\d"), re.compile(r"\s+(?=\d)")
# "Ruritanian Dollars 500" are no dollars that we know
_SOMEBODYS = re.compile(r"[A-Z][\w.]*\s+\Z")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?![\d,])")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")  # "3.000 €"; dollars have their thousands behind a comma
_SCALE = re.compile(
    r"(?:\s?-?\s?(?P<long>thousand|millions?|billion|lakhs?|crores?)|(?P<short>k|mm|mn|mio|m|bn|b))(?![a-z])",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s+(?P<opens>\()?")
_US = re.compile(r"\s+(?:US\b|\((?:US|U\.S\.)\)|U\.S\.(?=\)))", re.IGNORECASE)
_BEFORE_NAME = re.compile(
    rf"(?:\s+(?:and\s+)?(?P<cents>\d\d|no|zero)/100(?:ths?)?)?\s*-?\s*(?=[^\W\d_]|[{FIRST_SIGNS}])", re.IGNORECASE
)
_A_DIGIT = re.compile(r"\s*\d")
_NO_CENTS = re.compile(r"\s+and\s+(?:(?:no|zero)\s+cents|(?:no|00|xx)/100(?:ths?)?)", re.IGNORECASE)
_FIRST_WORD = re.compile(r"[^\W\d_]*(?:\.[A-Z]\.?)*")
# the words at which prose may begin to name money before its amount
FIRST_WORDS = frozenset(
    _FIRST_WORD.match(said)[0]  # type: ignore[index]
    for said in (*_SIGNS_SAID, *_WHOSE_SAID, *(CURRENCIES.keys() - NOT_IN_PROSE))
) | {
    form
    for whose, unit in _BY_UNIT
    if not whose and unit not in _NOT_BEFORE_SUMS
    for form in (unit.capitalize(), f"{unit.capitalize()}s")
}
FIRST_WORDS -= {""}
# the words that may follow the amount
FOLLOWING = frozenset(
    {form for unit in _UNITS for form in (unit.split()[0], unit + "s")}
    | {code.lower() for code in CURRENCIES.keys() - NOT_IN_PROSE}
    | {whose.split()[0].lower().rstrip(".") for whose in _WHOSE_SAID}
    | {sign.lower() for sign in _BEHIND if sign.isalpha()}
    | {"and", "us", "lawful", "thousand", "million", "millions", "billion", "lakh", "lakhs", "crore", "crores"}
)
_AND_CENTS = re.compile(r"\s+and\s+(?=\w)", re.IGNORECASE)
_CENTS = re.compile(r"\s+cents?\b", re.IGNORECASE)
_OPEN, _CLOSE = re.compile(r"\s*[(\[]\s*(?:i\.e\.,?\s*|or\s+)?"), re.compile(r"(?:\s*(?:only|each))?\s*[)\]]")


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of a currency (ISO 4217), and what it is paid per ("hour", "month", "user per month"), if anything."""

    amount: Decimal
    currency: str
    per: str | None = None


def signs(code: str) -> tuple[str, ...]:
    """The signs with which a currency is written, its own and those that it shares ("$", "A$")."""
    return tuple(_each(CURRENCIES[code].signs))


def names_currency(text: str, code: str) -> bool:
    """Whether a text names a currency so that no other can be meant: by its code, its own sign, or as "Danish kroner"."""
    currency = CURRENCIES[code]
    own = [code, *(sign for sign in signs(code) if sign[0].isalpha())]
    units = _any([*_each(currency.units), *_each(currency.alone)])
    named = rf"\b(?:{_any(_each(currency.whose))})\s+(?:{units})"
    return any(word in text for word in own) or bool(currency.whose and units and re.search(named, text, re.IGNORECASE))


def read(text: str, at: int, amount: Reading[Decimal] | None = None) -> Reading[Money] | None:
    """Money that starts at an offset; `amount` spares a second reading of the number there."""
    first = _one(text, at, amount)
    if first is None:
        return None
    first = _with_second(text, first)
    per, end = period.read(text, first.end)
    if per is None:
        return first
    return replace(first, end=end, value=_per(first.value, per), words_say=_per(first.words_say, per))


def _per(value: Money | None, per: str) -> Money | None:
    return value and replace(value, per=per)


def _one(text: str, at: int, amount: Reading[Decimal] | None = None) -> Reading[Money] | None:
    sign = None if amount else _sign(text, at)
    if sign:
        return _signed(text, at, *sign)
    amount = amount or amounts.read(text, at)
    return _named(text, amount) if amount else None


def _sign(text: str, at: int) -> tuple[str, int] | None:
    """The currency that is said before an amount, and where the amount begins."""
    name = _NAME.match(text, at) if _A_SUM_IS_NEAR.match(text, at) else None
    named = _name_first(text, name) if name else None
    if named:
        return named
    sign = _SIGN.match(text, at)
    if sign is None:
        return None
    if not sign["code"]:
        return _whose_sign(sign[0])[0], sign.end()
    code = _code(sign["code"])
    with_sign = _SIGN.match(text, sign.end())  # "CAD $500"
    if code is None or with_sign is None or with_sign["code"]:
        return (code, sign.end()) if code else None
    return (code, with_sign.end()) if code in _whose_sign(with_sign[0]) else None


def _name_first(text: str, name: re.Match[str]) -> tuple[str, int] | None:
    the_sum = _THE_SUM.match(text, name.end())
    if the_sum is None or name["unit"].lower() in _NOT_BEFORE_SUMS:
        return None
    if not name["whose"] and _SOMEBODYS.search(text, max(0, name.start() - 30), name.start()):
        return None
    currency = _named_currency(name)
    return (currency, the_sum.end()) if currency else None


def _code(said: str) -> str | None:
    code = said.upper()
    return code if code in CURRENCIES and (said == code or code not in ALSO_WORDS) else None


def _signed(text: str, at: int, currency: str, begins: int) -> Reading[Money] | None:
    european = _EUROPEAN.match(text, begins)
    if european:
        digits = european[0].replace(".", "").replace(",", ".")
        return Reading(Money(Decimal(digits), currency), at, european.end())
    amount = amounts.read(text, begins)
    if amount is None:
        return None
    times, end = _scale(text, amount.end)
    currency, end = _again(text, end, currency, text[at:begins])
    times *= _thousands(text, amount, currency)
    if text.startswith(currency, at) and not _is_sum(text, currency, amount, times, at, end):
        return None
    return _of(amount, currency, times, at, end)


def _again(text: str, at: int, currency: str, sign: str) -> tuple[str, int]:
    """ "$500 (CAD)", "$500 Canadian dollars": what follows says whose sign it is."""
    joint = _JOINT.match(text, at)
    said = _said(text, joint.end()) if joint else None
    if joint and said and said[0] in (currency, *_whose_sign(sign)):
        end = said[1].end()
        if not joint["opens"] or text.startswith(")", end):
            return said[0], end + (1 if joint["opens"] else 0)
    us = _US.match(text, at) if currency == "USD" else None
    return currency, us.end() if us else at


def _whose_sign(sign: str) -> list[str]:
    """The currencies of a sign, the likeliest first: "$" is the sign of many dollars and pesos."""
    return _BY_SIGN.get(" ".join(sign.split()).casefold(), [])


_YEAR = re.compile(r"(?:19|20)\d\d")
_WITH_CENTS = re.compile(r"\.\d\d\Z")
_COUNTS = re.compile(r"%|\s+(?!(?:was|has|this|plus|less|unless)\b)[a-z]{2,}s\b")  # "500 GEL capsules"


def _is_sum(text: str, code: str, amount: Reading[Decimal], times: Decimal, start: int, end: int) -> bool:
    """Whether an amount beside a code is money, rather than the number of what else the code stands for ("COP 26")."""
    if code not in ALSO_WORDS or times > 1 or (start, end) == (0, len(text)) or period.PERIOD.match(text, end):
        return True
    said = text[amount.start : amount.end]
    if amount.value is None or _YEAR.fullmatch(said) or _COUNTS.match(text, end):
        return False
    return amount.value >= 100 or _WITH_CENTS.search(said) is not None


def _scale(text: str, at: int) -> tuple[Decimal, int]:
    scale = _SCALE.match(text, at)
    return (Decimal(_SCALES[(scale["long"] or scale["short"]).lower()]), scale.end()) if scale else (Decimal(1), at)


def _thousands(text: str, amount: Reading[Decimal], currency: str) -> int:
    """By how much an amount in euros has to be multiplied whose thousands stand behind a point."""
    return 1000 if currency == "EUR" and _THOUSANDS.fullmatch(text, amount.start, amount.end) else 1


def _of(
    amount: Reading[Decimal], currency: str, times: Decimal, start: int, end: int, more: Decimal = Decimal(0)
) -> Reading[Money]:
    def money(number: Decimal | None) -> Money | None:
        return None if number is None else Money(number * times + more, currency)

    return Reading(money(amount.value), start, end, money(amount.words_say), amount.blank, amount.redacted)


def _named(text: str, amount: Reading[Decimal]) -> Reading[Money] | None:
    """ "5,000 USD", "five thousand and 00/100 dollars", "ten dollars and fifty cents"."""
    times, end = _scale(text, amount.end) if text[amount.end : amount.end + 1].isspace() else (Decimal(1), amount.end)
    before = _BEFORE_NAME.match(text, end)
    said = _said(text, before.end()) if before else None
    if before is None or said is None:
        return None
    currency, name = said
    if name.re is not _NAME and not _is_sum(text, currency, amount, times, amount.start, name.end()):
        return None
    if amount.blank and _A_DIGIT.match(text, name.end()):
        return None  # "[x] USD 500": the currency is that of the sum behind it
    times *= _thousands(text, amount, currency)
    cents = Decimal(before["cents"]) / 100 if before["cents"] and before["cents"].isdigit() else Decimal(0)
    if name.re is _NAME and name["unit"].lower() in _HUNDREDTHS:
        times = times / 100
    no_cents = _NO_CENTS.match(text, name.end())
    money = _of(amount, currency, times, amount.start, (no_cents or name).end(), cents)
    joint = _AND_CENTS.match(text, money.end) if times >= 1 else None
    small = amounts.read(text, joint.end()) if joint else None
    unit = _CENTS.match(text, small.end) if small and small.value and small.value < 100 else None
    if small and small.value and unit:
        return _of(amount, currency, times, amount.start, unit.end(), small.value / 100)
    return money


def _said(text: str, at: int) -> tuple[str, re.Match[str]] | None:
    """The currency of a unit, a sign or a code at an offset, and what says it."""
    said = _SIGN_BEHIND.match(text, at)
    if said and (said["sign"] or _code(said["code"])):
        return (_whose_sign(said["sign"])[0] if said["sign"] else said["code"].upper()), said
    name = _NAME.match(text, at)
    currency = _named_currency(name) if name else None
    return (currency, name) if currency and name else None


def _named_currency(name: re.Match[str]) -> str | None:
    """None for a unit that is no country's alone, or not that country's: "dinars", "Swiss dollars"."""
    whose, unit = (" ".join((name[part] or "").lower().split()) for part in ("whose", "unit"))
    return _BY_UNIT.get((whose, unit))


def _with_second(text: str, first: Reading[Money]) -> Reading[Money]:
    """Joins "five thousand dollars ($5,000)": the digits count, and the words speak up where they differ."""
    opened = _OPEN.match(text, first.end)
    second = _one(text, opened.end()) if opened else None
    closed = _CLOSE.match(text, second.end) if second else None
    if second is None or closed is None:
        return _said_in_words(text, first)
    digits, said = (first, second) if _in_digits(text, first) else (second, first)
    if digits.value is None or said.value is None:
        value, redacted = digits.value or said.value, first.redacted or second.redacted
        return Reading(value, first.start, closed.end(), blank=True, redacted=redacted)
    if _in_digits(text, said) and digits.value.currency != said.value.currency:
        return first  # what it comes to in another currency
    words_say = said.value if said.value.amount != digits.value.amount else digits.words_say
    if said.value.currency in _whose_sign(text[digits.start]):
        digits = replace(digits, value=replace(digits.value, currency=said.value.currency))
    return Reading(digits.value, first.start, closed.end(), words_say)


# "EUR 12 million (say: twelve million only)"
_SAY = re.compile(r"\s*\({1,2}\s*(?:say|in\s+words)\b[\s:,]*(?:[A-Z]{3}\s+|(?:US\s+)?dollars?\s+)?", re.IGNORECASE)


def _said_in_words(text: str, first: Reading[Money]) -> Reading[Money]:
    """Joins an amount and the words in which its bracket says it once more, where they say another."""
    opened = _SAY.match(text, first.end)
    said, end = amounts.words(text, opened.end()) if opened else (None, 0)
    if said is None or first.value is None or said == first.value.amount:
        return first
    return Reading(first.value, first.start, end, replace(first.value, amount=said))


def _in_digits(text: str, money: Reading[Money]) -> bool:
    sign = _SIGN.match(text, money.start)
    known = sign and (not sign["code"] or _code(sign["code"]))
    return text[sign.end() if sign and known else money.start] in ".0123456789"


def parse(text: str) -> Money | None:
    """Money as a person writes it, or None. Raises ValueError for a bare number: the currency must be said."""
    found = read(text, 0)
    if found and found.value and found.end == len(text) and not found.words_say:
        return found.value
    if re.fullmatch(amounts.DIGITS, text):
        raise ValueError(f"{text} has no currency; write it like USD {amounts.write(amounts.number(text))}")
    return None


def canonical(value: Money) -> str:
    amount = f"{value.amount:,.2f}" if _has_cents(value.amount) else amounts.write(value.amount)
    return f"{value.currency} {amount}" + (f" per {value.per}" if value.per else "")


def _has_cents(amount: Decimal) -> bool:
    return amount != amount.to_integral_value() and amount * 100 == (amount * 100).to_integral_value()


# an insured sum or a cap "per occurrence" is that sum
_EACH_TIME = {"occurrence", "claim", "incident", "event", "accident", "loss"}


def compare(agreed: Money, found: Money) -> Relation:
    """Another currency, or a unit that no calendar converts, is `different`."""
    if agreed.currency != found.currency:
        return "different"
    if agreed.per == found.per or {agreed.per, found.per} - {None} <= _EACH_TIME:
        return by_size(agreed.amount, found.amount)
    yearly, found_yearly = period.in_a_year(agreed.per), period.in_a_year(found.per)
    if yearly is None or found_yearly is None or yearly[0] != found_yearly[0]:
        return "different"
    return by_size(agreed.amount * yearly[1], found.amount * found_yearly[1])
