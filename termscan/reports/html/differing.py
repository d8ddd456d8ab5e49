"""Which words of two wordings differ."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

Pieces = list[tuple[str, bool]]  # words, and whether the other wording lacks them

_WORDS = re.compile(r"\S+\s*")


def differing(agreed: str, found: str) -> tuple[Pieces, Pieces]:
    """Both wordings in pieces; "30 days" and "30 business days" differ in one word."""
    left, right = _WORDS.findall(agreed), _WORDS.findall(found)
    same = SequenceMatcher(None, [w.strip().lower() for w in left], [w.strip().lower() for w in right], autojunk=False)
    ours: Pieces = []
    theirs: Pieces = []
    for what, a, b, c, d in same.get_opcodes():
        ours += [("".join(left[a:b]), what != "equal")] if b > a else []
        theirs += [("".join(right[c:d]), what != "equal")] if d > c else []
    return ours, theirs
