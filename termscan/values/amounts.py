"""Numbers as contracts write them: digits, words, both, or a blank where a number should stand.

Read `read` first, then `words`, then `_Count`, which adds the words up.
"""

from __future__ import annotations

import re
from decimal import Decimal

from termscan.values.blanks import A_BLANK, is_redaction
from termscan.values.reading import Reading

# fmt: off
UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}
ROUND = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "ninty": 90,
}
SCALES = {"dozen": 12, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SHARES = {
    "half": Decimal("0.5"), "halves": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25"),
    "tenth": Decimal("0.1"), "tenths": Decimal("0.1"), "eighth": Decimal("0.125"), "eighths": Decimal("0.125"),
    "hundredth": Decimal("0.01"), "hundredths": Decimal("0.01"),
}
# fmt: on
_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_ARTICLES = ("a", "an")

# "1/2%", "3/4 of 1%"; other digits with a stroke are dates and the numbers of sheets
_FRACTION = r"(?<![\d.,])[1-7]/[2-8](?:\s+of\s+(?:1|one))?(?=\s*(?:%|per\s?cent))"
DIGITS = (
    rf"{_FRACTION}|"
    r"(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)|\d{1,3}(?:['’]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?(?!\d)|\.\d+)"
    r"(?:\s?[½¼¾]|(?:\s?-\s?|\s)[13]/[248](?![\d/]))?|[½¼¾]"
)
_DIGITS = re.compile(DIGITS)
_TOKEN = re.compile(r"(?P<joint>\s*-\s*|,?\s+)?(?P<word>[a-z]+)", re.IGNORECASE)
# "one-half of one percent", "half a year"
_OF_ONE = re.compile(
    r"(?:\s+of\s+(?:one|a)(?:\s*\(1\))?|\s+an?)(?=\s+(?:%|per\s?cent|year|month|day|hour|week|million|billion))",
    re.IGNORECASE,
)
_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_OPEN = re.compile(r"\s*[(\[]\s*(?:[$€£]|US\$|(?:USD|EUR|GBP)\b)?\s*(?:_+(?=\d))?", re.IGNORECASE)
_CLOSE = re.compile(r"_*\s*%?\s*[)\]]")


def read(text: str, at: int) -> Reading[Decimal] | None:
    """The amount that starts at an offset, with what stands in brackets behind it ("thirty (30)"), or None."""
    first = _one(text, at)
    if first is None:
        return None
    opened = _OPEN.match(text, first.end)
    second = _one(text, opened.end()) if opened else None
    closed = _CLOSE.match(text, second.end) if second else None
    if opened is None or second is None or closed is None or (first.blank and "[" in opened[0]):
        return first
    if _is_digit(text[first.start]) and _is_digit(text[second.start]):
        return first
    return _both(text, first, second, closed.end())


def _one(text: str, at: int) -> Reading[Decimal] | None:
    """Digits, words or a blank."""
    digits = _DIGITS.match(text, at)
    if digits:
        return Reading(number(digits[0]), at, digits.end())
    amount, end = words(text, at)
    if amount is not None:
        of_one = _OF_ONE.match(text, end) if amount < 1 else None
        return Reading(amount, at, of_one.end() if of_one else end)
    blank = A_BLANK.match(text, at)
    return Reading(None, at, blank.end(), blank=True, redacted=is_redaction(blank[0])) if blank else None


def _both(text: str, first: Reading[Decimal], second: Reading[Decimal], end: int) -> Reading[Decimal]:
    if first.blank or second.blank:
        value = second.value if first.value is None else first.value
        return Reading(value, first.start, end, blank=True, redacted=first.redacted or second.redacted)
    digits, said = (first, second) if _is_digit(text[first.start]) else (second, first)
    return Reading(digits.value, first.start, end, words_say=said.value if said.value != digits.value else None)


def _is_digit(character: str) -> bool:
    return character.isdigit() or character in _SIGNS or character == "."


def number(digits: str) -> Decimal:
    """The value of digits with grouping commas (apostrophes in Swiss hands) and fractions: "1,250.50", "1'250", "1 1/2"."""
    whole = re.match(r"[\d,.'’]*", digits)
    end = whole.end() if whole else 0
    amount, rest = Decimal(re.sub(r"[,'’]", "", digits[:end]) or "0"), digits[end:].strip(" -\u00a0\n")
    if rest in _SIGNS:
        return amount + _SIGNS[rest]
    if rest.startswith("/"):
        return amount / Decimal(rest[1])
    if "/" in rest:
        above, below = rest.split("/")
        return amount + Decimal(above) / Decimal(below)
    return amount


def words(text: str, at: int = 0) -> tuple[Decimal | None, int]:
    """The longest number in words that starts at an offset, and where it ends.

    "one and one-half" is 1.5, "two hundred and five" 205; None where no number begins there.
    """
    count = _Count()
    best: tuple[Decimal | None, int] = (None, at)
    token = _TOKEN.match(text, at)
    while token and (at < token.start() or not token["joint"]):
        word, joint = token["word"].lower(), token["joint"] or ""
        if not count.add(word, joint, bool(word in _SHARES and _OF.match(text, token.end()))):
            break
        if count.complete:
            best = (count.total, token.end())
        token = _TOKEN.match(text, token.end())
    return _with_point(text, *best)


_POINT = re.compile(
    rf"\s+point((?:[\s-]+(?:{'|'.join(UNITS)}|oh|nought)\b){{1,4}})(?![\s-]+(?:hundred|thousand))", re.IGNORECASE
)


def _with_point(text: str, whole: Decimal | None, end: int) -> tuple[Decimal | None, int]:
    """ "ninety-nine point nine" is 99.9."""
    point = _POINT.match(text, end) if whole is not None and whole == whole.to_integral_value() else None
    if point is None or whole is None:
        return whole, end
    digits = "".join(str(UNITS.get(word.lower(), 0)) for word in re.findall(r"[a-z]+", point[1], re.IGNORECASE))
    return whole + Decimal(f"0.{digits}"), point.end()


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
        return self.last not in ("and", *_ARTICLES) and not self.numerator

    def add(self, word: str, joint: str, of: bool) -> bool:
        """Whether the word goes on with the number; `of` says that "of" follows it."""
        taken = bool(not self.last or joint) and self._take(word, joint, of)
        self.before, self.last = self.last, word
        return taken

    def _take(self, word: str, joint: str, of: bool) -> bool:
        if self.share or ("," in joint and self.last != "hundred" and self.last not in SCALES):
            return False
        if word in _SHARES:
            return self._take_share(word, shared="-" in joint or of or self.numerator or self.before == "and")
        if self.numerator:
            return False
        if word in _ARTICLES:
            return self.last in ("", "and")
        if word == "and":
            return self.last not in ("", "and", *_ARTICLES)
        if word in SCALES or word == "hundred":
            return self._take_scale(word)
        number = UNITS.get(word, ROUND.get(word))
        return number is not None and self._take_number(number)

    def _take_share(self, word: str, shared: bool) -> bool:
        if word.startswith("quarter") and not shared:  # "three quarters" is a length of time, "three-quarters" a share
            return False
        share = _SHARES[word]
        if word.startswith("hundredth") and self.group and not self.done:  # "twenty-five hundredths"
            share, self.group = share * self.group, 0
        elif self.last in UNITS and self.before in ("", "and"):  # "one half", "two and three quarters"
            share, self.group = share * UNITS[self.last], self.group - UNITS[self.last]
        elif self.last not in ("", *_ARTICLES):
            return False
        self.share, self.numerator = share, False
        return True

    def _take_scale(self, word: str) -> bool:
        if self.last in _ARTICLES:
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

    def _take_number(self, number: int) -> bool:
        room = self.group % 100
        if self.last == "and" and self.before != "hundred" and self.before not in SCALES:
            self.group, self.numerator = self.group + number, True
            return number < 10
        fits = room == 0 or (number < 10 and room >= 20 and room % 10 == 0)
        if not fits or (self.group and self.last in UNITS) or self.last in ("zero", *_ARTICLES):
            return False
        self.group += number
        return True


def write(amount: Decimal) -> str:
    """Plain digits with grouping commas and no idle zeros: 120,000 and 1.5."""
    plain = f"{amount:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
