"""Which row of a table heads its columns, so that what a cell says is read with the words above it.

A draft gives no sign of it in its text. A row is taken for a head where it names columns in short words, and what
stands below them bears that out: one column has the same sort of thing in every row (amounts, lengths, parties).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ..outline import Sentence

Span = tuple[int, int]
SlotOf = Callable[[int, int], str]  # the slot that a stretch of the draft begins with, or ""

_CELL = re.compile(r"[^|]+")
_AFTER_A_NUMBER = re.compile(r"[\w.()]{1,9}\s+(?P<row>\|.*\|)")
_LONGEST = 60  # characters of the name of a column
_ALIKE = 2 / 3  # of the cells of a column; the rest may be blank, or say "none"
_SENTENCE = re.compile(r"[.;:?!]\s*$|[\d$€£%]|\b(?:shall|will|must|may|is|are|has|have)\b")
# Of two columns the first row is as often a label with its value ("Services", "Hosting"): there it must name one of these
_NAMES_A_COLUMN = re.compile(
    r"(?i)\b(?:amounts?|costs?|dates?|due|fees?|payments?|prices?|rates?|totals?|charges?|hours|quantity|value|number|"
    r"owners?|ownership|who|whom|whose|time|deadline|periods?|liability|limits?|maximum|minimum|caps?|share|percentage|"
    r"person|party|responsible|availability|level|belongs?|length|duration|notice|royalty|discount|credit)\b"
)

# "Fee" over a price list is no clause on the fee: its rows are parts of one
_A_PRICE = re.compile(
    r"(?i)(?:amounts?|costs?|fees?|payments?|prices?|totals?|charges?|sums?|values?)(?:\s*[(\[,]?\s*(?:in\s+)?[A-Z]{3}[)\]]?|\s*\([$€£]\))?"
)


def heads(text: str, sentences: Sequence[Sentence], slot_of: SlotOf) -> dict[int, tuple[Span, ...]]:
    """The head cells of every row that has a head above it, by where the row begins."""
    out: dict[int, tuple[Span, ...]] = {}
    for rows in _tables(text, sentences):
        first, *below = [cells(text, row) for row in rows]
        if below and _heads(text, first, below, slot_of):
            lent = tuple((end, end) if _A_PRICE.fullmatch(text, start, end) else (start, end) for start, end in first)
            out |= {row.start: lent for row in rows[1:]}
    return out


def cells(text: str, row: Sentence) -> list[Span]:
    """Where each cell of a row stands, without the space around its words."""
    return [_trimmed(text, *m.span()) for m in _CELL.finditer(text, row.start, row.end) if m[0] != "\n"]


def _trimmed(text: str, start: int, end: int) -> Span:
    said = text[start:end]
    start += len(said) - len(said.lstrip())
    return start, start + len(said.strip())


def _tables(text: str, sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """The rows that stand one under the other; a number may stand before the first ("3.1 | Item | Owner |")."""
    rows: list[Sentence] = []
    for sentence in sentences:
        if rows and not (sentence.row and not text[rows[-1].end : sentence.start].strip(" \t\n")):
            yield rows
            rows = []
        if sentence.row:
            rows.append(sentence)
        elif numbered := _AFTER_A_NUMBER.fullmatch(text, sentence.start, sentence.end):
            rows.append(replace(sentence, start=numbered.start("row")))
    if rows:
        yield rows


def _heads(text: str, first: list[Span], below: list[list[Span]], slot_of: SlotOf) -> bool:
    said = [text[start:end] for start, end in first]
    if len(first) < 2 or not all(said[1:]) or any(len(one) > _LONGEST or _SENTENCE.search(one) for one in said):
        return False
    if any(slot_of(*cell) for cell in first) or any(len(row) > len(first) for row in below):
        return False
    alike = [at for at in range(1, len(first)) if _alike([slot_of(*row[at]) for row in below if at < len(row)])]
    return any(len(first) > 2 or _NAMES_A_COLUMN.search(said[at]) for at in alike)


def _alike(slots: list[str]) -> bool:
    """Whether most cells of a column begin with a value of one type, or with a party."""
    return bool(slots) and max(slots.count(slot) for slot in set(slots) - {""} or {"-"}) >= _ALIKE * len(slots)
