"""How Word writes the number of a list: 4, d, IV, fourth.

The formats are those of ST_NumberFormat in ECMA-376 part 1, 17.18.59, as far as contracts in English use them; the
rest are written as decimal digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
    )
)
_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}  # fmt: skip
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_LARGEST_ROMAN = 32767


def lower_letter(number: int) -> str:
    """a … z, then aa, bb: Word repeats the letter, it does not count on as a spreadsheet does."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 26 * 30 else str(number)


def lower_roman(number: int) -> str:
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    out = ""
    for worth, letters in _ROMAN:
        out += letters * (number // worth)
        number %= worth
    return out


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    return f"{number}{'th' if 10 < number % 100 < 14 else _ENDINGS.get(number % 10, 'th')}"


def cardinal_text(number: int) -> str:
    """one, twenty-one, one hundred five."""
    if not 0 <= number < 10_000:
        return str(number)
    for worth, name in ((1000, "thousand"), (100, "hundred")):
        if number >= worth:
            rest = f" {cardinal_text(number % worth)}" if number % worth else ""
            return f"{cardinal_text(number // worth)} {name}{rest}"
    if number < 20:
        return _UNITS[number]
    return _TENS[number // 10] + (f"-{_UNITS[number % 10]}" if number % 10 else "")


def ordinal_text(number: int) -> str:
    """first, twenty-first, one hundredth."""
    if not 0 < number < 10_000:
        return ordinal(number)
    head, last = re.fullmatch(r"(.*?)([a-z]+)", cardinal_text(number)).groups()  # type: ignore[union-attr]
    return head + _IRREGULAR.get(last, last[:-1] + "ieth" if last.endswith("y") else f"{last}th")


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": lower_letter,
    "upperLetter": lambda n: lower_letter(n).upper(),
    "lowerRoman": lower_roman,
    "upperRoman": lambda n: lower_roman(n).upper(),
    "ordinal": ordinal,
    "cardinalText": lambda n: cardinal_text(n).capitalize(),
    "ordinalText": lambda n: ordinal_text(n).capitalize(),
    "numberInDash": lambda n: f"- {n} -",
    "decimalEnclosedCircle": lambda n: chr(0x245F + n) if 0 < n <= 20 else str(n),
    "none": lambda n: "",
    "bullet": lambda n: "",
}


def written(number: int, name: str, pattern: str | None = None) -> str:
    """A number in one of Word's formats; `pattern` is that of a custom one ("001, 002, 003, ...")."""
    if name == "custom" and pattern:
        return str(number).zfill(len(pattern.split(",")[0].strip()))
    return _FORMATS.get(name, str)(number)
