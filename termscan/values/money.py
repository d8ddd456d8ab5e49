"""Money: `USD 120,000`, `$150 per hour`, `EUR 1.2 million`, "five thousand dollars ($5,000)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from termscan.values import amounts, period
from termscan.values.blanks import BLANK, is_redaction
from termscan.values.reading import Reading, Relation, by_size

LIKE = "USD 120,000 or USD 150 per hour"

_SYMBOLS = {
    "US$": "USD", "U.S.$": "USD", "U.S. $": "USD", "US $": "USD", "USD$": "USD", "USD $": "USD", "$": "USD",
    "CA$": "CAD", "C$": "CAD", "CAN$": "CAD", "CDN$": "CAD", "CAD$": "CAD", "CAD $": "CAD", "CDN": "CAD",
    "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "SG$": "SGD", "R$": "BRL",
    "NT$": "TWD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "Rs.": "INR", "Rs": "INR", "₩": "KRW", "₪": "ILS",
    "RMB": "CNY", "CN¥": "CNY", "NIS": "ILS", "Euro": "EUR", "Euros": "EUR",
}  # fmt: skip
_CODES = [
    "USD",
    "EUR",
    "GBP",
    "CAD",
    "AUD",
    "NZD",
    "CHF",
    "JPY",
    "CNY",
    "HKD",
    "SGD",
    "INR",
    "SEK",
    "NOK",
    "DKK",
    "PLN",
    "CZK",
    "HUF",
    "RON",
    "BGN",
    "ISK",
    "ILS",
    "KRW",
    "TWD",
    "ZAR",
    "MXN",
    "BRL",
    "ARS",
    "CLP",
    "COP",
    "PEN",
    "AED",
    "SAR",
    "QAR",
    "KWD",
    "BHD",
    "TRY",
    "RUB",
    "UAH",
    "THB",
    "PHP",
    "MYR",
    "IDR",
    "VND",
    "EGP",
    "NGN",
    "KES",
    "PKR",
    "BDT",
    "LKR",
]
_NAMES = {
    r"(?:lawful\s+)?(?:US|U\.S\.|USA|United\s+States|American)\s+dollars?": "USD", r"Canadian\s+dollars?": "CAD",
    r"Australian\s+dollars?": "AUD", r"New\s+Zealand\s+dollars?": "NZD", r"Hong\s+Kong\s+dollars?": "HKD",
    r"Singapore\s+dollars?": "SGD", r"dollars?": "USD", r"euros?": "EUR",
    r"(?:British\s+)?pounds?(?:\s+sterling)?": "GBP", r"sterling": "GBP", r"(?:Japanese\s+)?yen": "JPY",
    r"Swiss\s+francs?": "CHF", r"(?:Chinese\s+)?yuan": "CNY", r"renminbi": "CNY", r"(?:Indian\s+)?rupees?": "INR",
}  # fmt: skip
_CENTS = {r"cents?": "USD", r"pence": "GBP"}
_SCALES = {
    "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mm": 1_000_000, "mn": 1_000_000, "mio": 1_000_000,
    "million": 1_000_000, "millions": 1_000_000, "b": 1_000_000_000, "bn": 1_000_000_000, "billion": 1_000_000_000,
    "lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000, "crores": 10_000_000,
}  # fmt: skip
_ISO = {symbol.upper(): code for symbol, code in _SYMBOLS.items()} | {code: code for code in _CODES}


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


_SIGN = rf"(?:{_any([*_SYMBOLS])}|(?:{'|'.join(_CODES)})(?![a-z]))"
_SCALE = r"(?:\s?-?\s?(?P<scale>thousand|millions?|billion|lakhs?|crores?)|(?P<short>k|mm|mn|mio|m|bn|b))(?![a-z])"
_EUROPEAN = r"\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?![\d,])"
_SIGNED = re.compile(
    rf"(?P<sign>{_SIGN})\s*(?:(?P<european>{_EUROPEAN})|(?P<digits>{amounts.DIGITS})(?:{_SCALE})?|(?P<blank>{BLANK})|"
    rf"(?P<words>{amounts.WORDS}))(?:\s*(?:million)?\s*\(?(?:USD?|U\.S\.|dollars?|EUR|GBP|CAD|AUD)\b\)?)?",
    re.IGNORECASE,
)
_NAME = "|".join(_NAMES)
_NAMED = re.compile(
    rf"(?:\s+(?:and\s+)?(?P<cents>\d\d|no|zero)/100(?:ths?)?)?(?:\s?(?P<scale>thousand|million|billion))?\s*-?\s*"
    rf"(?:(?P<name>{_NAME})|(?P<code>{'|'.join(_CODES)}|€|£|US\$)|(?P<small>{'|'.join(_CENTS)}))(?!\w)"
    rf"(?:\s+and\s+(?P<more>{amounts.WORDS})\s+cents)?",
    re.IGNORECASE,
)
_ISO_OF_NAME = [(re.compile(name + r"\Z", re.IGNORECASE), code) for name, code in (_NAMES | _CENTS).items()]
FIRST_WORDS = frozenset([*_SYMBOLS, *_CODES, "US", "U.S.", "USD", "CAD", "Rs", "A", "C", "S"]) - {"$", "£", "€", "¥"}
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
    return Reading(_per(first.value, per), first.start, end, _per(first.words_say, per), first.blank, first.redacted)


def _per(value: Money | None, per: str) -> Money | None:
    return value and Money(value.amount, value.currency, per)


def _one(text: str, at: int, amount: Reading[Decimal] | None = None) -> Reading[Money] | None:
    signed = _SIGNED.match(text, at)
    if signed:
        return _signed(signed)
    amount = amount or amounts.read(text, at)
    named = _NAMED.match(text, amount.end) if amount else None
    return _named(amount, named) if amount and named else None


def _signed(match: re.Match[str]) -> Reading[Money]:
    currency = _ISO[re.sub(r"\s", " ", match["sign"]).upper()]
    if match["blank"]:
        return Reading(None, match.start(), match.end("blank"), blank=True, redacted=is_redaction(match["blank"]))
    if match["words"]:
        said, end = amounts.words(match["words"], match.start("words"))
        return Reading(None if said is None else Money(said, currency), match.start(), end)
    if match["european"]:
        digits = match["european"].replace(".", "").replace(",", ".")
        return Reading(Money(Decimal(digits), currency), match.start(), match.end())
    scale = _SCALES[(match["scale"] or match["short"]).lower()] if match["scale"] or match["short"] else 1
    return Reading(Money(amounts.number(match["digits"]) * scale, currency), match.start(), match.end())


def _named(amount: Reading[Decimal], match: re.Match[str]) -> Reading[Money] | None:
    name = match["name"] or match["small"]
    currency = _ISO_BY_NAME(name) if name else _ISO[match["code"].upper()]
    scale = Decimal(_SCALES[match["scale"].lower()] if match["scale"] else 1) / (100 if match["small"] else 1)
    extra = Decimal(match["cents"]) / 100 if match["cents"] and match["cents"].isdigit() else Decimal(0)
    extra += (amounts.words(match["more"])[0] or 0) / Decimal(100) if match["more"] else 0

    def money(number: Decimal | None) -> Money | None:
        return None if number is None else Money(number * scale + extra, currency)

    return Reading(
        money(amount.value), amount.start, match.end(), money(amount.words_say), amount.blank, amount.redacted
    )


def _ISO_BY_NAME(name: str) -> str:
    return next(code for pattern, code in _ISO_OF_NAME if pattern.match(name))


def _with_second(text: str, first: Reading[Money]) -> Reading[Money]:
    """Joins "five thousand dollars ($5,000)": the digits count, and the words speak up where they differ."""
    opened = _OPEN.match(text, first.end)
    second = _one(text, opened.end()) if opened else None
    closed = _CLOSE.match(text, second.end) if second else None
    if second is None or closed is None:
        return first
    in_digits = [
        text[part.start : part.end].strip("(").lstrip("$€£ USDEURGBP")[:1].isdigit() for part in (first, second)
    ]
    if in_digits == [True, True] and first.value != second.value:
        return first
    digits, said = (first, second) if in_digits[0] else (second, first)
    if digits.value is None or said.value is None:
        value, blank = digits.value or said.value, True
        return Reading(value, first.start, closed.end(), blank=blank, redacted=first.redacted or second.redacted)
    words_say = said.value if said.value.amount != digits.value.amount else None
    return Reading(digits.value, first.start, closed.end(), words_say or digits.words_say)


def parse(text: str) -> Money | None:
    """Money as a person writes it, or None. Raises ValueError for a bare number: the currency must be said."""
    found = read(text, 0)
    if found and found.value and found.end == len(text):
        return found.value
    if re.fullmatch(amounts.DIGITS, text):
        raise ValueError(f"{text} has no currency; write it like USD {text}")
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
