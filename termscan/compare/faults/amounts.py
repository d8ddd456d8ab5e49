"""Faults inside a value: words and digits that disagree, blanks, what was blacked out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import values
from ..matter import Matter
from .finding import Finding
from .signing import signature_page

# who signs, when and where is filled in at signing: no gap in the draft
_AT_SIGNING = re.compile(
    r"(?i)(?:\b(?:signature|signed|by|name|title|date|dated|its|e-?mail|witness|address|position|capacity|phone|fax|tel)\b[^\w]{0,12}|/s/[^\w]*)\Z"
)
_EMPTY_BOX = re.compile(r"\[\s*\]")  # among tick boxes it is one more of them
_A_LINE = 16  # asterisks from which they draw a line across the page


def number_mismatches(matter: Matter) -> Iterator[Finding]:
    """ "thirty (45) days"."""
    for _, found in matter.founds:
        if found.words_say is not None and found.value is not None:
            one, other = values.canonical(found.words_say), values.canonical(found.value)
            yield Finding("number-mismatch", ((found.start, found.end),), f"{one} or {other}", one, other)


def blanks(matter: Matter) -> Iterator[Finding]:
    """ "____ days", "[●]": left to be filled in, the signature block aside."""
    start, end = signature_page(matter.text)
    for _, found in matter.founds:
        before = matter.text[max(0, found.start - 40) : found.start]
        words = matter.text[found.start : found.end]
        if not found.blank or found.redacted or start <= found.start < end or _AT_SIGNING.search(before):
            continue
        if not (matter.reading.outline.boxes and _EMPTY_BOX.fullmatch(words)):
            yield Finding("blank", ((found.start, found.end),), matter.place(found.start))


def redactions(matter: Matter) -> Iterator[Finding]:
    """ "[***]": struck out on purpose."""
    for _, found in matter.founds:
        if found.blank and found.redacted and not _draws_a_line(matter.text, found.start, found.end):
            yield Finding("redaction", ((found.start, found.end),), matter.place(found.start))


def _draws_a_line(text: str, start: int, end: int) -> bool:
    """Whether asterisks only part two pieces of text: many of them, or a line of their own."""
    line = text[text.rfind("\n", 0, start) + 1 : start] + text[end : (text + "\n").find("\n", end)]
    return end - start >= _A_LINE or (text[start] == "*" and not line.strip())
