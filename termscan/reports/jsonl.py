"""One JSON object a line, a line a draft: for `scan` and `extract`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..outcome import Outcome
from . import Page
from .json import outcome_object

_BREAKS = {
    ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"
}  # JSON allows them raw, but readers of lines split there


def write(outcomes: Iterable[Outcome], page: Page) -> Iterator[str]:
    """A line as soon as a draft's turn has come."""
    for outcome in outcomes:
        yield json.dumps(outcome_object(outcome), ensure_ascii=False).translate(_BREAKS) + "\n"
