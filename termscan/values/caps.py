"""Multiples of the fees as prose writes them: "the fees paid in the twelve (12) months before the claim", "two times
the fees", "the greater of $1,000,000 and the fees paid".

They are made of values found already, so each of those is one character here (`_SIGN`) and the patterns stay short.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from termscan.values.duration import IN_MONTHS as _IN_MONTHS
from termscan.values.duration import Duration
from termscan.values.found import Found
from termscan.values.money import Money
from termscan.values.multiple import Multiple
from termscan.values.number import Number
from termscan.values.percent import Percent
from termscan.values.reading import in_lower_case

_WORDS = (
    "fee", "amount", "remuneration", "charges", "payment", "price", "consideration", "compensation", "sums", "monies", "greater of",
    "lesser of", "higher of", "lower of", "larger of", "smaller of", "whichever", "has paid", "have paid", "has received", "have received", "has actually", "have actually",
    "what was paid", "that was paid", "has been paid", "value of", "contractual value", "contract value",
    "commission", "royalt", "what is pa", "whatever is pa", "is to pay", "has to pay", "earned",
)  # fmt: skip
_MAY_STAND = re.compile("|".join(_WORDS))  # in lower case
_WITHOUT_VALUE = re.compile(
    r"\b(?:twice|double|triple|thrice|exceed\w*|excess|limited\s+to|than|beyond|above|equal\s+to|equivalent\s+to|up\s+to|most|confined\s+to)[\s,]|\A",
    re.I,
)
_SIGN = {"money": "\ue000", "percent": "\ue001", "duration": "\ue002", "number": "\ue003", "multiple": "\ue004"}
_M, _P, _D, _N, _X = _SIGN.values()
_OTHER = "\ue005"

_WHICH = (
    r"(?:(?:the|such|its|all|any|total|whole|full|entire|aggregate|annual|cumulative|gross|actual|recurring|monthly|administrative|basic|[a-z]+ing|subscription|maintenance|support|management|"
    r"services?|licen[cs]e|contract|(?<=the\s)[a-z]{3,20}(?=\s+(?:fees?|price|charges|premiums?|commission)\b))\s+)"  # "the Survey Price"
)
_NOUN = r"(?:fees?|amounts?|charges|payments?|price|consideration|compensation|remuneration|sums?|moneys|monies|commissions?|royalties|premiums?)"
_SUM_OF = r"(?:(?:(?:total|aggregate)\s+)?(?:amount|sum|total|aggregate|value|portion)\s+of\s+(?:the\s+|all\s+)?)"
_FEES = rf"(?:(?:the\s+)?{_SUM_OF}?{_WHICH}{{0,4}}{_NOUN}(?:,?\s+(?:and|or)\s+(?:{_NOUN}|expenses))?)"
_PAID = r"(?:(?:actually\s+|then\s+)?(?:paid|payable|received|receivable|due|owed|owing|invoiced|billed)\b)"
_ARE_PAID = (
    rf"(?:(?:,\s[^,.;]{{3,60}},)?\s+(?:(?:that|which)\s+(?:is|are|were|was|have\s+been|has\s+been)\s+)?{_PAID}"
    rf"(?:(?:,?\s+(?:and|or|and/or)\s+|\s*/\s*|,\s+)(?:to\s+be\s+)?{_PAID})*)"
)
_WHO = r"[^.;,|\ue000-\ue005]{1,40}?"
_HAS_PAID = (
    rf"(?:\s+(?:that\s+|which\s+)?{_WHO}\s+(?:(?:has|have|had)\s+)?(?:actually\s+)?(?:paid|pays|(?:is|are|has|have)\s+to\s+pay|received|collected|earned)"
    r"(?:\s+(?:or|and)\s+owes)?(?:\s+or\s+(?:is|was|are|were|had|has|have)\s+(?:(?:liable|obliged|required|due|bound)\s+)?to\s+pay)?)"
)
_WHAT_WAS_PAID = (  # "what was paid and payable in fees", "everything that has been paid"
    rf"(?:what(?:ever)?|all(?:\s+that)?|everything(?:\s+that)?)\s+(?:is|was|were|has\s+been|had\s+been)\s+{_PAID}"
    rf"(?:,?\s+(?:and|or|and/or)\s+(?:(?:is|was|were)\s+)?{_PAID})*"
)
_EVERYTHING_PAID = rf"{_SUM_OF}?(?:what(?:ever)?|that\s+which|all(?:\s+that)?|everything)\s+{_WHO}\s+(?:(?:has|have|had)\s+)?(?:actually\s+)?(?:paid|received|collected|earned)"
# what the contract is worth: all that is to be paid under it, or under the order in question
_WORTH = (
    r"(?:(?:the\s+)?(?:(?:total|full|aggregate|entire)\s+)?(?:contract(?:ual)?\s+(?:value|price|sum)\b|(?:value|price)\s+of\s+(?:the|this|such|that|each)\s+"
    r"(?:(?:relevant|applicable|respective|particular|affected)\s+)?(?:(?:purchase|work|service|task)\s+)?(?:orders?|agreement|contract|statement\s+of\s+work|SOW|engagement)\b)"
    r"(?:\s+under\s+which\s+the\s+(?:claim|liability)\s+(?:arose|arises))?)"
)
_BEFORE = r"(?:immediately\s+)?(?:preceding|previous|prior|last|past|first|most\s+recent)\s+"
_YEAR = rf"(?:{_BEFORE}(?:calendar\s+)?year|year\s+(?:immediately\s+|next\s+)?(?:preceding|prior|before|ending))\b"
_LENGTH = (
    rf"(?:the|any|a|each)?\s*(?:{_BEFORE}{_D}|{_D}(?:\s+(?:period|term))?,?\s+(?:immediately\s+|next\s+)?"
    rf"(?:preceding|prior|before|previous|ending|up\s+to|leading)|(?P<year>{_YEAR}))"
)
_A_YEAR = re.compile(_YEAR, re.IGNORECASE)  # "the year before the claim" has no number, and is twelve months
_WINDOW = (
    rf"(?:\s+(?:[^.;{_D}]|\.(?=\d)){{0,160}}?)??\s+(?:in|during|within|for|over|throughout)\s+{_LENGTH}"
    r"(?:\s+(?:to|the\s+(?:date|time)\s+of))?"
)
_SHARE = rf"(?P<share>[{_P}{_N}]\s+of\s+|(?:one[\s-]+)?(?:half|third|quarter)\s+(?:of\s+)?|{_N}\s*(?:x|×|times)\s+(?:\(\s*{_N}?\s*(?:x|×)\s*\)\s*|\(\d+\s*x\)\s*)?|(?:twice|double|triple|thrice)\s+)"
_TO_OR_BY = r"(?:\s+(?:to|by)\s+[^.;,]{1,60}?)??"
_OF_AGREEMENT = rf"{_TO_OR_BY}{_TO_OR_BY}\s+(?:under|pursuant\s+to|for|in\s+connection\s+with)\s+(?:this|the)\s+\w+"
_GATE = (
    r"(?P<gate>(?:exceed|exceeding|exceeds|limited\s+to|confined\s+to|greater\s+(?:of|than)|lesser\s+of|equal\s+to|in\s+excess\s+of|"
    r"in\s+excess\s+in\s+(?:the\s+)?aggregate\s+of|more\s+than|most\s+[^.;]{1,80}?\s+is|up\s+to|beyond|above|surpass|higher\s+than|equivalent\s+to)\s*[:,]?\s*(?:\([a-z0-9]+\)\s*)?)"
)
_TIMES_WORD = re.compile(r"\b(?:twice|double|triple|thrice|half|third|quarter)\b", re.IGNORECASE)
_TIMES = {"twice": 200, "double": 200, "triple": 300, "thrice": 300, "half": 50, "quarter": 25}  # percent

_OF_MONTHS = re.compile(
    rf"{_SHARE}?(?:{_FEES}(?:{_ARE_PAID}|{_HAS_PAID})|{_EVERYTHING_PAID}|{_WHAT_WAS_PAID}){_WINDOW}", re.IGNORECASE
)
# "limited to the charges for a two-month period": which two months is left open; only behind words that limit, for "the
# fees for twelve months are …" is a price
_FOR_MONTHS = re.compile(
    rf"{_GATE}(?P<all>{_SHARE}?{_FEES}(?:{_ARE_PAID}|{_HAS_PAID})?,?\s+(?:in|during|for|over)\s+(?:an?\s+|any\s+|one\s+|the\s+)?(?:period\s+of\s+)?{_D}(?:\s+(?:period|term))?)",
    re.IGNORECASE,
)
_MONTHS_OF = re.compile(
    rf"{_SHARE}?(?:the\s+)?{_D}['’]?\s+(?:of\s+|worth\s+of\s+)?{_WHICH}{{0,3}}(?:fees?|charges|compensation)\b(?!\s+period)",
    re.I,
)
_OF_ALL = re.compile(
    rf"{_SHARE}(?:{_WORTH}|{_EVERYTHING_PAID}|{_FEES}(?:{_ARE_PAID}|{_HAS_PAID})|{_WHICH}{{0,4}}(?:fees?|charges|price|compensation)\b)(?:{_OF_AGREEMENT})?",
    re.I,
)
_ALL_PAID = rf"(?:the\s+)?(?:{_WORTH}|{_EVERYTHING_PAID}|{_SUM_OF}?{_WHAT_WAS_PAID}|{_FEES}(?:{_ARE_PAID}|{_HAS_PAID})|the\s+(?:(?:total|whole|full|entire)\s+)?(?:fees?|price|charges)(?=\s*(?:[.;,)]|\Z)))(?:{_OF_AGREEMENT})?"
_ALL = re.compile(rf"(?:{_GATE}|(?P<only>\A))(?P<all>{_ALL_PAID})(?(only)\Z)", re.IGNORECASE)
_LABEL = r"(?:\(?(?:[a-z]|[ivx]+|\d)\)\s*|(?:the\s+)?(?:sum|amount)\s+of\s+)?"
_GREATER = re.compile(
    rf"(?:the\s+)?(?P<which>greater|higher|larger|lesser|lower|smaller)(?P<after>)\s+of\s*:?\s*{_LABEL}(?P<first>[{_M}{_X}])[^.;{_M}{_X}]{{0,80}}?"
    rf"[,;]?\s*(?:and|or)\s+{_LABEL}(?P<second>[{_M}{_X}])",
    re.IGNORECASE,
)
_WHICHEVER = re.compile(
    rf"whichever\s+is\s+(?:the\s+)?(?P<which>greater|higher|larger|more|lesser|lower|smaller|less)\s*:?\s*(?:of\s+)?{_LABEL}"
    rf"[{_M}{_X}][^.;{_M}{_X}]{{0,80}}?[,;]?\s*(?:and|or)\s+{_LABEL}[{_M}{_X}]"
    rf"|{_LABEL}[{_M}{_X}][^.;{_M}{_X}]{{0,80}}?[,;]?\s*(?:and|or)\s+{_LABEL}[{_M}{_X}][^.;{_M}{_X}]{{0,80}}?,?\s*\(?"
    r"whichever\s+(?:amount\s+|sum\s+)?is\s+(?:the\s+)?(?P<after>greater|higher|larger|more|lesser|lower|smaller|less)",
    re.IGNORECASE,
)


def join(text: str, found: list[Found]) -> list[Found]:
    """The values found, with those that make up a multiple of the fees joined to it."""
    joined: list[Found] = []
    done = 0
    for word in _MAY_STAND.finditer(in_lower_case(text)):
        if word.start() < done:
            continue
        start, done = _sentence(text, word.start(), _OF_TWO if word[0].endswith("er of") else _STOP)
        inside = found[bisect_left(found, start, key=_start) : bisect_left(found, done, key=_start)]
        if inside or _WITHOUT_VALUE.search(text, start, done):
            joined += _in_sentence(text[start:done], inside, start)
    if not joined:
        return found
    taken = {part for one in joined for part in one.parts}
    return sorted([*joined, *(one for one in found if one not in taken)], key=_start)


def _in_sentence(text: str, found: list[Found], start: int) -> list[Found]:
    """The multiples in one sentence, which begins at `start` of the whole text."""
    here = [one.moved(-start) for one in found]
    for pattern, needs, build in _FORMS:
        types: set[str | re.Pattern[str]] = {one.type for one in here}
        if not needs or types & needs or any(word.search(text) for word in _WITHOUT_NUMBER if word in needs):
            here = _joined(text, here, pattern, build)
    return [_flat(one).moved(start) for one in here if one.type == "multiple"]


def _flat(one: Found) -> Found:
    """With the values that a part is made of in place of that part."""
    parts = [inner for part in one.parts for inner in (part.parts or (part,))]
    return replace(one, parts=tuple(parts))


def _start(one: Found) -> int:
    return one.start


_STOP = re.compile(r"\. |; ")
_OF_TWO = re.compile(r"\. |; (?!(?:and|or)\b)", re.IGNORECASE)  # "the lesser of: the fees paid; or USD 500"


def _sentence(text: str, at: int, ends: re.Pattern[str]) -> tuple[int, int]:
    """The stretch around an offset in which a multiple may be written."""
    start = max(text.rfind(". ", 0, at), text.rfind("; ", 0, at), at - 600) + 1
    stop = ends.search(text, at, at + 600)
    return max(start, 0), stop.start() if stop else min(at + 600, len(text))


def _joined(text: str, found: list[Found], pattern: re.Pattern[str], build: _Build) -> list[Found]:
    masked, at, shift = _mask(text, found)
    new: list[Found] = []
    kept = 0
    for match in pattern.finditer(masked):
        first, last = bisect_left(at, match.start()), bisect_left(at, match.end())
        inside = tuple(found[first:last])
        start, end = _original(match.start(), at, shift), _original(match.end(), at, shift)
        if match.groupdict().get("all"):
            start = _original(match.start("all"), at, shift)
        value = build(match, inside)
        if value is not None:
            new += [
                *found[kept:first],
                Found("multiple", value, start, end, blank=any(p.blank for p in inside), parts=inside),
            ]
            kept = last
    return [*new, *found[kept:]] if new else found


def _mask(text: str, found: list[Found]) -> tuple[str, list[int], list[int]]:
    """The text with a sign for each value, the place of each sign, and how much shorter the text is before each."""
    pieces: list[str] = []
    at: list[int] = []
    done = gone = 0
    shift = [0]
    for one in found:
        pieces += (text[done : one.start], _SIGN.get(one.type, _OTHER))
        at.append(one.start - gone)
        gone += one.end - one.start - 1
        shift.append(gone)
        done = one.end
    return "".join([*pieces, text[done:]]), at, shift


def _original(position: int, at: list[int], shift: list[int]) -> int:
    return position + shift[bisect_left(at, position)]


_MONTH = (
    30  # days that a month of fees is taken to be, where they are counted in whole ones: "the charges of sixty days"
)


def _months(parts: tuple[Found, ...]) -> Decimal | None:
    for part in parts:
        length = part.value
        if isinstance(length, Duration) and length.unit in _IN_MONTHS and length.amount and not length.business:
            return length.amount * _IN_MONTHS[length.unit]
        if isinstance(length, Duration) and length.unit == "days" and length.amount and length.amount % _MONTH == 0:
            return length.amount / _MONTH
    return None


def _share(match: re.Match[str], parts: tuple[Found, ...]) -> Decimal | None:
    """How much of the fees is said, in percent, or None where a blank stands for it."""
    said = match["share"]
    if not said:
        return Decimal(100)
    value = parts[0].value if parts else None
    if isinstance(value, Percent):
        return value.amount
    if isinstance(value, Number) and value.amount is not None:
        part_of = said.split()[-1] == "of"  # "one half of", but "two of the fees" is none
        return value.amount * 100 if value.amount < 1 or not part_of else None
    times = next((_TIMES[w] for w in re.findall("[a-z]+", said.lower()) if w in _TIMES), None)
    return Decimal(times) if times else None


def _of_months(match: re.Match[str], parts: tuple[Found, ...]) -> Multiple | None:
    months, share = Decimal(12) if match.groupdict().get("year") else _months(parts), _share(match, parts)
    return Multiple(share, months) if months and share else None


_CAPS = re.compile(
    r"(?:exceed\w*|limited\s+to|limit\s+of|cap(?:ped)?\s+(?:at|of|to)|than|up\s+to|equal\s+to|maximum\s+of|excess\s+of|beyond|above|surpass|over)\s+\Z"
    r"|(?:greater|higher|larger|lesser|lower|smaller)\s+of\b[^.;]*\Z",
    re.IGNORECASE,
)


_EACH_MONTH = re.compile(r"[^.;,]{0,60}?\s(?:each|per|every)\s+month\b", re.IGNORECASE)


def _of_all(match: re.Match[str], parts: tuple[Found, ...]) -> Multiple | None:
    """A share of all fees, or so many times a month's; a percentage of them only as a cap ("50% of the fees on signing" is a deposit)."""
    share = _share(match, parts)
    if share is None:
        return None
    alone = match[0] == match.string
    if match["share"][0] == _P and not alone and not _CAPS.search(match.string, 0, match.start()):
        return None
    monthly = match["share"][0] == _N and (
        " monthly " in match[0].lower() or _EACH_MONTH.match(match.string, match.end())
    )
    return Multiple(Decimal(100), share / 100) if monthly else Multiple(share)


def _all(match: re.Match[str], parts: tuple[Found, ...]) -> Multiple | None:
    return Multiple(Decimal(100))


def _greater(match: re.Match[str], parts: tuple[Found, ...]) -> Multiple | None:
    values = [part.value for part in parts if isinstance(part.value, Money | Multiple)]
    if len(values) != 2:
        return None
    which = (match["which"] or match["after"]).lower()
    return Multiple(
        which="greater" if which in ("greater", "higher", "larger", "more") else "lesser", parts=tuple(values)
    )


_Build = Callable[[re.Match[str], tuple[Found, ...]], Multiple | None]
_WITHOUT_NUMBER = (_TIMES_WORD, _A_YEAR)
# each form with the types of value of which it needs one, or the words that stand for one ("twice" is no value)
_FORMS: list[tuple[re.Pattern[str], set[str | re.Pattern[str]], _Build]] = [
    (_OF_MONTHS, {"duration", _A_YEAR}, _of_months),
    (_FOR_MONTHS, {"duration"}, _of_months),
    (_MONTHS_OF, {"duration"}, _of_months),
    (_OF_ALL, {"percent", "number", _TIMES_WORD}, _of_all),
    (_ALL, set(), _all),
    (_GREATER, {"money", "multiple"}, _greater),
    (_WHICHEVER, {"money", "multiple"}, _greater),
]
