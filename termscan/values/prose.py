"""Finds every typed value in contract prose.

Order to read in: `find`, which looks at each place where a value might begin (`_STARTS`); the readers for what begins
there (`_READERS`); last the plain numbers, which are what is left when nothing better fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from termscan.values import amounts, blanks, caps, date, duration, money, percent, place
from termscan.values.found import Found
from termscan.values.kinds import Value
from termscan.values.number import Number
from termscan.values.reading import Reading

_TIME = (
    r"(?:single\s+|full\s+|calendar\s+|business\s+|working\s+)?(?:minute|hour|day|week|month|quarter|year|fortnight)\b"
)
_LOWER = "|".join(sorted({*amounts.UNITS, *amounts.ROUND, "half", "quarter(?=\\s+of)"}, key=len, reverse=True))
_STARTS = re.compile(
    r"(?<![^\W_])(?:(?P<digit>\d)"
    rf"|(?P<word>(?:{_LOWER})\b)"
    rf"|(?P<article>an?\s+(?=half\b|hundred\b|thousand\b|million\b|dozen\b|quarter\b|{_TIME}))"
    rf"|(?P<nth>(?:{date.ORDINAL}|last)\b(?=\s*\(|\s+(?:calendar\s+)?day|\s+of\s))"
    r"|(?P<net>net(?=[\s-]+\d))"
    r"|(?P<state>(?:state|commonwealth|province|city|county)\s+of\s+(?=[A-Z]))"
    r"|(?P<name>[A-Z][A-Za-z]*(?:\.[A-Z]\.?)*\s?\$?))"
    r"|(?P<sign>[$€£¥₹₩₪½¼¾])|(?P<blank>\[|__|\*\s?\*\s?\*|[●•]|<[●•_#])"
)


def find(text: str, start: int = 0, end: int | None = None) -> list[Found]:
    """Every typed value in `text[start:end]`, in order, none overlapping another; offsets count from the text's start."""
    stretch = text[start:end]
    found = caps.join(stretch, list(_singly(stretch)))
    return [one.moved(start) for one in found] if start else found


def _singly(text: str) -> Iterator[Found]:
    done = 0
    for match in _STARTS.finditer(text):
        if match.start() < done:
            continue
        found = _READERS[match.lastgroup or ""](text, match, done)
        if found:
            done = found.end
            yield found


def _of(kind: str, reading: Reading[Value] | None) -> Found | None:
    if reading is None:
        return None
    return Found(
        kind, reading.value, reading.start, reading.end, reading.words_say, reading.blank, reading.redacted, reading.low
    )


# ---- what begins with a number or a blank -----------------------------------------------------------------------------

_MAY_BE_DATE = re.compile(r"\d{1,4}(?:[-/.]\d|\s?(?:st|nd|rd|th)\b|\s+(?:day|of\s|[A-Z][a-z]{2}|[A-Z]{3,9}\b))")


def _at_digit(text: str, match: re.Match[str], done: int) -> Found | None:
    at = match.start()
    if _MAY_BE_DATE.match(text, at):
        dated = _of("date", date.read(text, at))
        if dated:
            return dated
    return _counted(text, at, done)


def _at_word(text: str, match: re.Match[str], done: int) -> Found | None:
    return _counted(text, match.start(), done)


def _counted(text: str, at: int, done: int) -> Found | None:
    """A value that begins with an amount: what follows the amount says of which type."""
    amount = amounts.read(text, at)
    if amount is None:
        return _of("duration", duration.read_unnumbered(text, at))
    found = (
        _of("percent", percent.read(text, at, amount))
        or _of("money", money.read(text, at, amount))
        or _of("duration", duration.read(text, at, amount))
    )
    if found:
        return _with_bracket(text, found, done)
    return _plain(text, amount)


def _with_bracket(text: str, found: Found, done: int) -> Found:
    """Takes in the bracket before "(30) days" and "[thirty] days", whose other half stands inside the value."""
    inside = text[found.start : found.end]
    for opens, closes in ("()", "[]"):
        if found.start > done and text[found.start - 1] == opens and inside.count(closes) > inside.count(opens):
            return replace(found, start=found.start - 1)
    return found


_ONCE = re.compile(r"\b(?:times|once|twice|thrice|per|hours|days|each)\s+\Z", re.IGNORECASE)


def _at_article(text: str, match: re.Match[str], done: int) -> Found | None:
    if _ONCE.search(text, max(0, match.start() - 12), match.start()):
        return None  # "twice a year" is a rhythm
    return _counted(text, match.start(), done)


def _at_net(text: str, match: re.Match[str], done: int) -> Found | None:
    return _of("duration", duration.read_unnumbered(text, match.start()))


def _at_nth(text: str, match: re.Match[str], done: int) -> Found | None:
    return _of("date", date.read(text, match.start()))


def _at_sign(text: str, match: re.Match[str], done: int) -> Found | None:
    return _of("money", money.read(text, match.start())) or _counted(text, match.start(), done)


def _at_blank(text: str, match: re.Match[str], done: int) -> Found | None:
    at = match.start()
    if blanks.A_BLANK.match(text, at) is None:
        return None
    return _of("date", date.read(text, at)) or _counted(text, at, done)


# ---- what begins with a capital ------------------------------------------------------------------------------------

_CURRENCIES = money.FIRST_WORDS
_NUMBER_WORDS = frozenset([*amounts.UNITS, *amounts.ROUND, "half"])


def _at_name(text: str, match: re.Match[str], done: int) -> Found | None:
    word, at = match["name"].rstrip(), match.start()
    if word in date.MONTH_WORDS:
        return _of("date", date.read(text, at))
    if word in place.FIRST_WORDS:
        return _placed(text, at, done)
    if word in _CURRENCIES:
        return _of("money", money.read(text, at))
    lower = word.lower()
    if lower in _NUMBER_WORDS:
        return _counted(text, at, done)
    if word in ("A", "An") and _STARTS.match(text.lower(), at) if len(text) < 2000 else False:
        return _at_article(text, match, done)
    if lower == "net":
        return _at_net(text, match, done)
    if lower in ("tbd", "tbc"):
        return _at_blank(text, match, done)
    return _of("date", date.read(text, at)) if lower in _NTH else None


_NTH = frozenset([*date.ORDINAL.split("|"), "last"])


def _at_state(text: str, match: re.Match[str], done: int) -> Found | None:
    return _placed(text, match.start(), done)


def _placed(text: str, at: int, done: int) -> Found | None:
    reading = place.read(text, at) or place.read_county(text, at, done)
    if reading is None:
        return None
    return _of("place", place.with_city(text, reading, done))


# ---- plain numbers and plain blanks ----------------------------------------------------------------------------------

_REFERENCE = re.compile(
    r"(?:\b(?:section|sec|article|art|clause|paragraph|para|subsection|subparagraph|sub-?clause|exhibit|schedule|appendix|annex|"
    r"attachment|part|rule|item|number|no|nos|chapter|title|form|page|phase|version|amendment|addendum|statement\s+of\s+work|sow|"
    r"regulation|directive|act|code|suite|room|floor|unit|box|building|bldg|apt|level|tier|stage|step|order|ISO|IEC|SOC|PCI|"
    r"incoterms|days?|fiscal|year|calendar|ext|telephone|tel|fax|phone|zip)(?:s|\(s\))?\.?|§+|#)\s*"
    r"(?:[\w.()-]{1,9}(?:,\s*|,?\s+(?:and|or|to|through|&)\s+|\s*[-–]\s*))*\Z",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:[(][a-z0-9]{1,4}[)]|[.:/]\d|[-–/'’.]?[A-Za-z]|['’]\d)")
_COUNTS = re.compile(r"\s+(?!a\.m|p\.m|am\b|pm\b|o['’]clock|(?:st|nd|rd|th)\b)[a-z]{2}|\s?(?:x\b|×)")
_SAID = re.compile(
    r"\b(?:is|are|be|of|to|than|exceed|exceeding|equals?|least|most|only|total|totaling|:|=)\s*\Z", re.IGNORECASE
)
_TIMES_AHEAD = re.compile(r"\s*(?:x\b|×|times\b)")
# "one" is a pronoun as often as a number
_NO_COUNT = re.compile(
    r"\s*(?:of|or|and|another|such|side|hand|time|who|which|that|way|the|to|is|party|parties|party['’]s|for)\b|[-–][a-z]|\s+thirds?\b",
    re.IGNORECASE,
)


def _plain(text: str, amount: Reading[Decimal]) -> Found | None:
    if amount.blank and amount.value is None:
        return Found("blank", None, amount.start, amount.end, blank=True, redacted=amount.redacted)
    if amount.value is None or _REFERENCE.search(text, max(0, amount.start - 60), amount.start):
        return None
    said = text[amount.start : amount.end]
    if not (
        _is_count(text, amount, said) if said.isdigit() or "." in said or "," in said else _is_word(text, amount, said)
    ):
        return None
    return Found(
        "number", Number(amount.value), amount.start, amount.end,
        None if amount.words_say is None else Number(amount.words_say), amount.blank, amount.redacted,
    )  # fmt: skip


def _is_count(text: str, amount: Reading[Decimal], digits: str) -> bool:
    """Whether bare digits count something, rather than number a section, a street or a year."""
    if _TIMES_AHEAD.match(text, amount.end):
        return True
    before = text[max(0, amount.start - 1) : amount.start]
    if before not in ("", " ", "\n", "\t", "\u00a0", "(", '"', "“") or "." in digits or digits.startswith("0"):
        return False
    if len(digits) == 4 and digits[:2] in ("19", "20"):
        return False
    if not text[text.rfind("\n", 0, amount.start) + 1 : amount.start].strip(" \t(") and amount.start:
        return False  # the number of a paragraph
    if _GOES_ON.match(text, amount.end) and not _COUNTS.match(text, amount.end):
        return False
    return bool(_COUNTS.match(text, amount.end) or _SAID.search(text, max(0, amount.start - 12), amount.start))


def _is_word(text: str, amount: Reading[Decimal], said: str) -> bool:
    if "(" in said or "[" in said:
        return True
    if said.lower() in ("one", "half", "zero") and _NO_COUNT.match(text, amount.end):
        return False
    return not re.match(r"[-–][a-z]|\s+thirds?\b", text[amount.end : amount.end + 8], re.IGNORECASE)


_READERS: dict[str, Callable[[str, re.Match[str], int], Found | None]] = {
    "digit": _at_digit, "word": _at_word, "article": _at_article, "nth": _at_nth, "net": _at_net, "state": _at_state,
    "name": _at_name, "sign": _at_sign, "blank": _at_blank,
}  # fmt: skip
