"""Tick boxes: "[x] On payment  [ ] On creation". What is not ticked is not agreed, and nobody may read it as live text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

Span = tuple[int, int]

_TICKED = r"(?:\[[ \t]*[xX✓✔√][ \t]*\]|\([ \t]*[xX✓✔√][ \t]*\)|[☒☑✅🗹])"
_UNTICKED = r"(?:\[[ \t]*\]|\([ \t]*\)|[☐□❏❑])"
# an option begins a line or a cell, or stands in the middle of one before a word that begins it ("[ ] Fees rise by …")
_OPTION = re.compile(
    rf"(?m)(?:^[ \t]*(?:[•●▪–-][ \t]+)?|\|[ \t]*)({_TICKED}|{_UNTICKED})(?=[ \t]*\S)"
    rf"|(?<=\s)({_TICKED}|[☐□])(?=[ \t]*\S)|(?<=\s)({_UNTICKED})(?=[ \t]+[A-Z\d])"
)
_ENDS = re.compile(r"[\n|]")
_A_TICK = re.compile(_TICKED)


def boxes(text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The boxes of a draft, and the options that are not ticked, box included.

    Where a draft ticks nothing at all its boxes are blanks to be filled in, and no option is ruled out.
    """
    if not _A_TICK.search(text):
        return (), ()
    found = [(m.start(m.lastindex or 0), m.end(m.lastindex or 0)) for m in _OPTION.finditer(text)]
    ticked = [re.fullmatch(_TICKED, text[s:e]) is not None for s, e in found]
    if not any(ticked):
        return (), ()
    ends = [_end(text, e, found[i + 1][0] if i + 1 < len(found) else len(text)) for i, (_, e) in enumerate(found)]
    out = tuple((s, end) for (s, _), end, on in zip(found, ends, ticked, strict=True) if not on)
    return tuple(found), out


def _end(text: str, at: int, limit: int) -> int:
    stop = _ENDS.search(text, at, limit)
    return stop.start() if stop else limit


def inside(spans: Sequence[Span], offset: int) -> bool:
    """Whether an offset stands in one of these spans, which are in order."""
    at = bisect_right(spans, (offset, len(spans) and spans[-1][1] + 1)) - 1
    return at >= 0 and spans[at][0] <= offset < spans[at][1]
