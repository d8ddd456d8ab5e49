"""Hyphens at line ends: whether the word was only broken there, or has its hyphen anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .pdf_lines import SOFT_HYPHEN

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)-$")
# First parts that keep their hyphen when the draft says nothing else; never one that begins plain words ("pre", "in").
_COMPOUND = frozenset((
    "non", "self", "third", "cross", "long", "short", "half", "well", "royalty", "mid", "quasi", "day", "month", "year",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "know", "one", "two", "three", "four", "five",
))  # fmt: skip


def vocabulary(lines: Iterable[str]) -> frozenset[str]:
    """The words of the draft that no line end breaks."""
    found: set[str] = set()
    for line in lines:
        inner = line.casefold()
        broken = _BROKEN.search(inner) if inner.endswith("-") else None
        found.update(_WORD.findall(inner[: broken.start()] if broken else inner))
    return frozenset(found)


def made_ready(text: str, addition: str, words: frozenset[str]) -> str:
    """The text made ready for what follows it: a blank behind it, or a hyphen kept or taken off."""
    if text.endswith(SOFT_HYPHEN):
        return text.rstrip(SOFT_HYPHEN)
    if text[-1] not in "-/":
        return text + " "
    broken = _BROKEN.search(text[-40:])
    if broken is None:
        return text if text[-2:-1].isalnum() and addition[:1].isalnum() else text + " "
    rest = _WORD.match(addition)
    if rest is None or not addition[0].islower():
        return text
    return text if _keeps_hyphen(broken[1].casefold(), rest[0].casefold(), words) else text[:-1]


def _keeps_hyphen(first: str, rest: str, words: frozenset[str]) -> bool:
    if first + rest in words:
        return False
    if f"{first}-{rest}" in words or first in _COMPOUND or "-" in rest:
        return True
    return first in words and rest in words
