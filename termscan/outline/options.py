"""Tick boxes: "[x] On payment  [ ] On creation". What is not ticked is not agreed, and nobody may read it as live text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

Span = tuple[int, int]

_TICKED = r"(?:\[[ \t]*[xX✓✔√][ \t]*\]|\([ \t]*[xX✓✔√][ \t]*\)|[☒☑✅🗹])"
_UNTICKED = r"(?:\[[ \t]*\]|\([ \t]*\)|[☐□❏❑])"
# an option begins a line or a cell, or stands in the middle of one before a word that begins it ("[ ] Fees rise by …"),
# beside a tick before any word ("[x] net 30 [ ] net 60")
_OPTION = re.compile(
    rf"(?m)(?:^[ \t]*(?:[•●▪–-][ \t]+)?|\|[ \t]*)({_TICKED}|{_UNTICKED})(?=[ \t]*\S)"
    rf"|(?<=\s)({_TICKED}|[☐□])(?=[ \t]*\S)|(?<=\s)({_UNTICKED})(?=[ \t]+[A-Za-z\d])"
)
# what goes on through empty brackets has a blank there, and no option: "within [ ] days"
_HAS_A_BLANK = re.compile(
    r"\b(?:within|of|at|than|least|most|for|to|by|in|on|from|after|before|up|is|are|be|the|an?|and|or|exceed|USD|EUR|GBP)\s+\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s+(?:business\s+|calendar\s+)?(?:hours?|days?|weeks?|months?|quarters?|years?|per\s?cent|times)\b"
)
_SMALL = re.compile(r"[ \t]+[a-z]")
_ENDS = re.compile(r"[\n|]")
_A_TICK = re.compile(_TICKED)
# "(ix) …; (x) …", "(w) …; (x) …": a number of a list, and no tick
_NUMBERED = re.compile(r"\((?:ix|IX|w|W)\)")
_NUMBER = re.compile(r"\([xX]\)")


def boxes(text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The boxes of a draft, and the options that are not ticked, box included.

    Where a draft ticks nothing at all its boxes are blanks to be filled in, and no option is ruled out.
    """
    if not _A_TICK.search(text):
        return (), ()
    found = [m.span(m.lastindex or 0) for m in _OPTION.finditer(text) if _stands(text, m)]
    if _NUMBERED.search(text):
        found = [(s, e) for s, e in found if not _NUMBER.fullmatch(text, s, e)]
    ticked = [re.fullmatch(_TICKED, text[s:e]) is not None for s, e in found]
    if not any(ticked):
        return (), ()
    ends = [_end(text, e, found[i + 1][0] if i + 1 < len(found) else len(text)) for i, (_, e) in enumerate(found)]
    out = tuple((s, end) for (s, _), end, on in zip(found, ends, ticked, strict=True) if not on)
    return tuple(found), out


def _stands(text: str, option: re.Match[str]) -> bool:
    """Whether empty brackets before a word in lower case are an option: one beside a tick, and no blank in a sentence."""
    start, end = option.span(option.lastindex or 0)
    if not option[3] or not _SMALL.match(text, end):
        return True
    first = max(text.rfind("\n", 0, start), text.rfind("|", 0, start)) + 1
    beside = _A_TICK.search(text, first, _end(text, end, len(text)))
    return bool(beside) and not _HAS_A_BLANK.search(text, first, start) and not _COUNTED.match(text, end)


def _end(text: str, at: int, limit: int) -> int:
    stop = _ENDS.search(text, at, limit)
    return stop.start() if stop else limit


def inside(spans: Sequence[Span], offset: int) -> bool:
    """Whether an offset stands in one of these spans, which are in order."""
    at = bisect_right(spans, (offset, len(spans) and spans[-1][1] + 1)) - 1
    return at >= 0 and spans[at][0] <= offset < spans[at][1]
