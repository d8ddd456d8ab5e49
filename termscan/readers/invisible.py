"""Characters that show nothing: inside a word or a number they make the file say what no eye reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

INSIDE = "parted by characters of no width"
_NOTHING = "\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f"
_PARTED = re.compile(rf"[\w.,$€£%]*\w[{_NOTHING}]+\w[\w.,%]*")
_TO_NOTHING = re.compile(f"[{_NOTHING}]+")


def split_words(text: str) -> Iterator[str]:
    """The words and numbers that invisible characters part, as they look without them."""
    if not text.isascii() and _TO_NOTHING.search(text):
        yield from (_TO_NOTHING.sub("", found[0]) for found in _PARTED.finditer(text))


def without_invisible(text: str) -> str:
    """The text as it looks."""
    return text if text.isascii() else _TO_NOTHING.sub("", text)
