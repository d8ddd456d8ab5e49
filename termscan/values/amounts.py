"""Numbers as contracts write them: digits, words, both, or a blank where a number should stand.

Order to read in: the words, the patterns, then `read`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from termscan.values.blanks import BLANK, is_redaction
from termscan.values.reading import Reading

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
UNITS = {word: number for number, word in enumerate(_UNITS)}
ROUND = {word: 10 + number for number, word in enumerate(_TEENS)} | {
    word: 20 + 10 * number for number, word in enumerate(_TENS)
}
ROUND["fourty"], ROUND["ninty"] = 40, 90  # drafters' misspellings that are never anything else
SCALES = {"dozen": 12, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
FRACTIONS = {"half": Decimal("0.5"), "halves": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}
FRACTIONS |= {
    "tenth": Decimal("0.1"),
    "tenths": Decimal("0.1"),
    "eighth": Decimal("0.125"),
    "eighths": Decimal("0.125"),
}
_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}

NUMBER_WORDS = (*UNITS, *ROUND, "hundred", *SCALES)
_WORD = rf"(?:{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
_SHARE = r"(?:halves|half|tenths?|eighths?)"
# "three quarters" is a length of time unless a hyphen or an "of" shows a share
_FRACTION = rf"(?:(?:an?|{_WORD})[\s-]+)?{_SHARE}\b|(?:an?|one|three)(?:-quarters?\b|\s+quarters?(?=\s+of\b))|quarter(?=\s+of\b)"
_JOINT = r"(?:\s*-\s*|\s+and\s+|,\s+|\s+)"
_NEXT = rf"(?:{_JOINT}{_WORD}\b(?![\s-]+{_SHARE})(?!-quarter))"
_WHOLE = rf"(?:an?\s+(?=hundred|thousand|million|billion|dozen)(?:hundred|thousand|million|billion|dozen)|{_WORD}\b(?!-th)){_NEXT}*"
WORDS = rf"(?:{_FRACTION}|{_WHOLE}(?:\s+and\s+(?:{_FRACTION}|(?:an?|one|three)\s+quarters?))?)"
DIGITS = r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?(?!\d))(?:\s?[½¼¾]|[\s-][13]/[248](?!\d))?|[½¼¾]"
_ONE_OF = r"(?:\s+of\s+(?:one|a)(?:\s*\(1\))?|\s+an?)(?=\s+(?:%|per\s?cent|year|month|day|hour|week|million|billion))"

AMOUNT = re.compile(
    rf"(?P<words>{WORDS})(?:{_ONE_OF})?(?:\s*[(\[]\s*(?P<sign>[^\w\s()\[\]%*]?|US\$|USD|EUR|GBP)\s*"
    rf"(?P<digits_too>{DIGITS}|{BLANK})\s*(?P<percent>%)?\s*[)\]])?"
    rf"|(?P<digits>{DIGITS})(?:\s*\(\s*(?P<words_too>{WORDS})\s*\))?"
    rf"|(?P<blank>{BLANK})(?:\s*\(\s*(?P<blank_too>{BLANK}|{DIGITS}|{WORDS})\s*\))?",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[a-z]+", re.IGNORECASE)


def read(text: str, at: int) -> Reading[Decimal] | None:
    """The amount that starts at an offset, with what stands in brackets behind it ("thirty (30)"), or None."""
    match = AMOUNT.match(text, at)
    if match is None:
        return None
    if match["blank"]:
        return _blank(match)
    if match["digits"]:
        return _both(match, match["digits"], match["words_too"], match.end())
    amount, end = words(match["words"], match.start())
    if amount is None:
        return None
    if end < match.end("words"):  # "two three-month periods": only the first number
        return Reading(amount, at, end)
    return _both(match, match["digits_too"], match["words"], match.end())


def _both(match: re.Match[str], digits: str | None, said: str | None, end: int) -> Reading[Decimal]:
    spoken = words(said)[0] if said else None
    if digits is None:
        return Reading(spoken, match.start(), end)
    if not any(sign.isdigit() or sign in _SIGNS for sign in digits):
        return Reading(spoken, match.start(), end, blank=True, redacted=is_redaction(digits))
    amount = number(digits)
    return Reading(amount, match.start(), end, words_say=spoken if spoken != amount else None)


def _blank(match: re.Match[str]) -> Reading[Decimal]:
    beside = match["blank_too"]
    amount = None
    if beside and beside[0].isdigit():
        amount = number(beside)
    elif beside and beside[0].isalpha():
        amount = words(beside)[0]
    return Reading(amount, match.start(), match.end(), blank=True, redacted=is_redaction(match["blank"]))


def number(digits: str) -> Decimal:
    """The value of digits with grouping commas and fractions: "1,250.50", "1 1/2", "1½"."""
    whole = re.match(r"[\d,.]*", digits)
    amount = Decimal((whole[0] if whole else "").replace(",", "").rstrip(".") or "0")
    rest = digits[whole.end() if whole else 0 :].strip(" -\u00a0\n")
    if rest in _SIGNS:
        return amount + _SIGNS[rest]
    if "/" in rest:
        above, below = rest.split("/")
        return amount + Decimal(above) / Decimal(below)
    return amount


def words(said: str, offset: int = 0) -> tuple[Decimal | None, int]:
    """The value of the longest number at the beginning of words, and where it ends (plus `offset`).

    "one and one-half" is 1.5, "two hundred and five" 205; None where the words begin with no number.
    """
    count = _Count()
    best: tuple[Decimal | None, int] = (None, offset)
    for token in _TOKEN.finditer(said):
        if not count.add(token[0].lower()):
            break
        if count.complete:
            best = (count.total, offset + token.end())
    return best


class _Count:
    """Adds up number words one after the other as they are spoken."""

    def __init__(self) -> None:
        self.done, self.group, self.share = 0, 0, Decimal(0)
        self.last = self.before = ""
        self.scale = 10**12
        self.numerator = False  # a number after a plain "and", which only a share makes part of this one

    @property
    def total(self) -> Decimal:
        return self.done + self.group + self.share

    @property
    def complete(self) -> bool:
        return self.last not in ("and", "a", "an") and not self.numerator

    def add(self, word: str) -> bool:
        """Whether the word goes on with the number."""
        taken = self._take(word)
        self.before, self.last = self.last, word
        return taken

    def _take(self, word: str) -> bool:
        if self.share or (self.numerator and word not in FRACTIONS):
            return False
        if word in ("and", "a", "an"):
            return self.last not in ("a", "an") and (self.last, word) != ("and", "and")
        if word in FRACTIONS:
            return self._take_share(FRACTIONS[word])
        if word in SCALES or word == "hundred":
            return self._take_scale(word)
        return self._take_number(UNITS.get(word, 0) or ROUND.get(word, 0), word)

    def _take_share(self, share: Decimal) -> bool:
        if self.last in UNITS and (self.before in ("", "and")):  # "one half", "two and three quarters"
            share, self.group = share * UNITS[self.last], self.group - UNITS[self.last]
        elif self.last not in ("", "a", "an"):
            return False
        self.share, self.numerator = share, False
        return True

    def _take_scale(self, word: str) -> bool:
        if self.last in ("a", "an") and not self.group:
            self.group = 1
        if word == "hundred":
            ready = 0 < self.group < 100
            self.group *= 100
            return ready
        if not self.group or SCALES[word] >= self.scale:
            return False
        self.scale = SCALES[word]
        self.done, self.group = self.done + self.group * self.scale, 0
        return True

    def _take_number(self, number: int, word: str) -> bool:
        room = self.group % 100
        if self.last == "and" and self.before not in ("hundred", "thousand", "million", "billion"):
            self.group, self.numerator = self.group + number, True
            return number < 10
        fits = room == 0 or (number < 10 and room >= 20 and room % 10 == 0)
        if not fits or (self.group and self.last in UNITS) or self.last in ("zero", "a", "an"):
            return False
        self.group += number
        return True


def write(amount: Decimal) -> str:
    """Plain digits with grouping commas and no idle zeros: 120,000 and 1.5."""
    plain = f"{amount:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
