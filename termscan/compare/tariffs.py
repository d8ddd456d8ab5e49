"""Tables that are one term: what each stage pays, what each sort of hour costs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import values
from .matter import Matter

_ROWS = re.compile(r"(?m)(?:^\|.*\|[ \t]*\n?){2,}")
_SUM = re.compile(r"(?i)^(?:sub)?total|^sum\b")
_WHOLE = 100  # percent: what the shares of all stages come to
_LONGEST = 40  # characters of a label


def tariffs(matter: Matter) -> Iterator[tuple[str, str, int]]:
    """The kind, the labelled value in canonical spelling and the place of every such table in a draft."""
    for table in _ROWS.finditer(matter.text):
        lines = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in table[0].splitlines()]
        for column in range(1, max(map(len, lines))):
            found = _column(lines, column)
            kind = _kind([value for _, value in found])
            if kind is not None:
                said = ", ".join(f"{label}: {values.canonical(value)}" for label, value in found)
                yield kind, said, table.start()
                break


def _column(lines: list[list[str]], column: int) -> list[tuple[str, values.Value]]:
    """What stands in a column beside the label of its row: the first cell that is words."""
    out: list[tuple[str, values.Value]] = []
    for cells in lines:
        label = next((c for c in cells[:column] if re.search(r"[A-Za-z]{2}", c)), "")
        value = _whole(cells[column]) if column < len(cells) else None
        if value is not None and label and len(label) <= _LONGEST and ":" not in label and not _SUM.match(label):
            out.append((label.replace(",", ""), value))
    return out if len({label for label, _ in out}) == len(out) else []


def _whole(cell: str) -> values.Value | None:
    """The amount or share that a cell is, with nothing beside it."""
    found = next(iter(values.find(cell)), None)
    whole = found is not None and found.start == 0 and found.end == len(cell) and found.type in ("money", "percent")
    return found.value if found is not None and whole else None


def _kind(found: list[values.Value]) -> str | None:
    """Shares that make a whole are milestones, prices by the hour or the month are rates."""
    if len(found) < 2:
        return None
    if all(isinstance(v, values.Percent) for v in found):
        return "payment.milestones" if sum(v.amount for v in found if isinstance(v, values.Percent)) == _WHOLE else None
    return "payment.rate" if all(isinstance(v, values.Money) and v.per for v in found) else None
