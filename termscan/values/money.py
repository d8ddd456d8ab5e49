"""Money: `USD 120,000`, `$150 per hour`, `EUR 1.2 million`, "five thousand dollars ($5,000)"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from termscan.values import amounts, period
from termscan.values.reading import Reading, Relation, by_size

LIKE = "USD 120,000 or USD 150 per hour"

# fmt: off
_SYMBOLS = {
    "US$": "USD", "U.S.$": "USD", "U.S. $": "USD", "US $": "USD", "USD$": "USD", "USD $": "USD", "$": "USD",
    "CA$": "CAD", "C$": "CAD", "CAN$": "CAD", "CDN$": "CAD", "Cdn$": "CAD", "CAD$": "CAD", "CAD $": "CAD",
    "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "R$": "BRL",
    "NT$": "TWD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "Rs.": "INR", "Rs": "INR", "₩": "KRW", "₪": "ILS",
    "RMB": "CNY", "CN¥": "CNY", "NIS": "ILS", "Euro": "EUR", "Euros": "EUR",
}
_CODES = (
    "USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "JPY", "CNY", "HKD", "SGD", "INR", "SEK", "NOK", "DKK", "PLN",
    "CZK", "HUF", "RON", "BGN", "ISK", "ILS", "KRW", "TWD", "ZAR", "MXN", "BRL", "ARS", "CLP", "COP", "PEN", "AED",
    "SAR", "QAR", "KWD", "BHD", "TRY", "RUB", "UAH", "THB", "PHP", "MYR", "IDR", "VND", "EGP", "NGN", "KES", "PKR",
    "BDT", "LKR",
)
_NAMES = {  # the second word of a name that has two is the key; "dollars" alone are those of the United States
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "sterling": "GBP", "yen": "JPY", "franc": "CHF", "yuan": "CNY",
    "renminbi": "CNY", "rupee": "INR", "cent": "USD", "pence": "GBP", "peso": "MXN",
}
_DOLLARS = {"canadian": "CAD", "australian": "AUD", "new zealand": "NZD", "hong kong": "HKD", "singapore": "SGD"}
_SCALES = {
    "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mm": 1_000_000, "mn": 1_000_000, "mio": 1_000_000,
    "million": 1_000_000, "millions": 1_000_000, "b": 1_000_000_000, "bn": 1_000_000_000, "billion": 1_000_000_000,
    "lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000, "crores": 10_000_000,
}
# fmt: on
_ISO = {symbol.upper(): code for symbol, code in _SYMBOLS.items()} | {code: code for code in _CODES}
FIRST_WORDS = frozenset(word.strip(" $¥") for word in (*_SYMBOLS, *_CODES)) - {"", "£", "€", "₹", "₩", "₪"}
FIRST_WORDS |= {"U.S.", "Dollars", "Pounds", "Francs", "Canadian", "Australian", "Swiss", "British"}


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


_SIGN = re.compile(rf"(?:{_any([*_SYMBOLS])}|(?:{'|'.join(_CODES)})(?![a-z]))\s*", re.IGNORECASE)
# "US Dollars 120,000": the name before the amount
_NAME_FIRST = re.compile(
    r"(?P<whose>(?:US|U\.S\.|United\s+States|Canadian|Australian|New\s+Zealand|Hong\s+Kong|Singapore|British|Swiss|Japanese)\s+)?"
    r"(?P<name>dollar|euro|pound|franc|yen)s?(?:\s+sterling)?\s+(?=\d)",
    re.IGNORECASE,
)
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?![\d,])")
_SCALE = re.compile(
    r"(?:\s?-?\s?(?P<long>thousand|millions?|billion|lakhs?|crores?)|(?P<short>k|mm|mn|mio|m|bn|b))(?![a-z])",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\s+(?:\((?:USD?|U\.S\.|EUR|GBP|CAD|AUD)\)|(?:USD?|EUR|GBP|CAD|AUD|dollars)\b|U\.S\.(?=\)))", re.I)
_NAMED = re.compile(
    r"(?:\s+(?:and\s+)?(?P<cents>\d\d|no|zero)/100(?:ths?)?)?\s*-?\s*"
    r"(?:(?P<whose>(?:lawful\s+)?(?:US|U\.S\.|USA|United\s+States|American|Canadian|Australian|New\s+Zealand|Hong\s+Kong|"
    r"Singapore|British|Japanese|Swiss|Chinese|Indian|Mexican|Brazilian)\s+)?"
    r"(?P<name>dollar|euro|pound|sterling|yen|franc|yuan|renminbi|rupee|cent|pence|peso)s?(?:\s+sterling)?"
    rf"|(?P<code>{'|'.join(_CODES)}|€|£|US\$))(?!\w)(?:\s+and\s+(?:no|zero)\s+cents|\s+and\s+(?:no|00|xx)/100(?:ths?)?)?",
    re.IGNORECASE,
)
# the words that may follow the amount
FOLLOWING = frozenset(
    {form for name in _NAMES for form in (name, name + "s")}
    | {code.lower() for code in _CODES}
    | {whose.split()[0] for whose in _DOLLARS}
    | {"and", "us", "u.s", "usa", "united", "american", "british", "japanese", "swiss", "chinese", "indian", "mexican"}
    | {"brazilian", "lawful", "thousand", "million", "millions", "billion", "lakh", "lakhs", "crore", "crores"}
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
    sign = None if amount else _NAME_FIRST.match(text, at) or _SIGN.match(text, at)
    if sign:
        return _signed(text, sign)
    amount = amount or amounts.read(text, at)
    return _named(text, amount) if amount else None


def _signed(text: str, sign: re.Match[str]) -> Reading[Money] | None:
    named = sign.re is _NAME_FIRST
    currency = _named_currency(sign) if named else _ISO[re.sub(r"\s+", " ", sign[0].strip()).upper()]
    european = _EUROPEAN.match(text, sign.end())
    if european:
        digits = european[0].replace(".", "").replace(",", ".")
        return Reading(Money(Decimal(digits), currency), sign.start(), european.end())
    amount = amounts.read(text, sign.end())
    if amount is None:
        return None
    times, end = _scale(text, amount.end)
    again = _AGAIN.match(text, end)
    return _of(amount, currency, times, sign.start(), again.end() if again else end)


def _scale(text: str, at: int) -> tuple[Decimal, int]:
    scale = _SCALE.match(text, at)
    return (Decimal(_SCALES[(scale["long"] or scale["short"]).lower()]), scale.end()) if scale else (Decimal(1), at)


def _of(
    amount: Reading[Decimal], currency: str, times: Decimal, start: int, end: int, more: Decimal = Decimal(0)
) -> Reading[Money]:
    def money(number: Decimal | None) -> Money | None:
        return None if number is None else Money(number * times + more, currency)

    return Reading(money(amount.value), start, end, money(amount.words_say), amount.blank, amount.redacted)


def _named(text: str, amount: Reading[Decimal]) -> Reading[Money] | None:
    """ "5,000 USD", "five thousand and 00/100 dollars", "ten dollars and fifty cents"."""
    times, end = _scale(text, amount.end) if text[amount.end : amount.end + 1].isspace() else (Decimal(1), amount.end)
    name = _NAMED.match(text, end)
    if name is None:
        return None
    cents = Decimal(name["cents"]) / 100 if name["cents"] and name["cents"].isdigit() else Decimal(0)
    if name["name"] and name["name"].lower() in ("cent", "pence"):
        times = times / 100
    money = _of(amount, _currency(name), times, amount.start, name.end(), cents)
    joint = _AND_CENTS.match(text, money.end) if times >= 1 else None
    small = amounts.read(text, joint.end()) if joint else None
    unit = _CENTS.match(text, small.end) if small and small.value and small.value < 100 else None
    if small and small.value and unit:
        return _of(amount, _currency(name), times, amount.start, unit.end(), small.value / 100)
    return money


def _currency(name: re.Match[str]) -> str:
    if name["code"]:
        return _ISO[name["code"].upper()]
    return _named_currency(name)


def _named_currency(name: re.Match[str]) -> str:
    whose = " ".join((name["whose"] or "").lower().split())
    return _DOLLARS.get(whose, _NAMES[name["name"].lower()])


def _with_second(text: str, first: Reading[Money]) -> Reading[Money]:
    """Joins "five thousand dollars ($5,000)": the digits count, and the words speak up where they differ."""
    opened = _OPEN.match(text, first.end)
    second = _one(text, opened.end()) if opened else None
    closed = _CLOSE.match(text, second.end) if second else None
    if second is None or closed is None:
        return first
    digits, said = (first, second) if _in_digits(text, first) else (second, first)
    if digits.value is None or said.value is None:
        value, redacted = digits.value or said.value, first.redacted or second.redacted
        return Reading(value, first.start, closed.end(), blank=True, redacted=redacted)
    if _in_digits(text, said) and digits.value != said.value:
        return first  # two sums, not one said twice
    words_say = said.value if said.value.amount != digits.value.amount else digits.words_say
    return Reading(digits.value, first.start, closed.end(), words_say)


def _in_digits(text: str, money: Reading[Money]) -> bool:
    sign = _SIGN.match(text, money.start)
    return text[sign.end() if sign else money.start] in ".0123456789"


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
