"""Drafting faults: number mismatches, blanks, conflicting values."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from .. import values
from ..model import DraftFault, Severity, TermRow
from .matter import Matter
from .rows import short_id

# who signs, when and where is filled in at signing: no gap in the draft
_SIGNED = re.compile(
    r"(?i)(?:\b(?:signature|signed|by|name|title|date|dated|its|e-?mail|witness|address|position|capacity|phone|fax|tel)\b[^\w]{0,12}|/s/[^\w]*)\Z"
)


def faults(matter: Matter, rows: tuple[TermRow, ...]) -> tuple[DraftFault, ...]:
    """Every fault of the draft, in its order. One in the words of an unclear term is as severe as that term."""
    out = [*_in_values(matter, rows), *_conflicts(matter, rows)]
    return _told_apart(sorted(out, key=lambda f: f.evidence[0].start))


def _told_apart(found: list[DraftFault]) -> tuple[DraftFault, ...]:
    """The same fault in the same words twice (two equal clauses with a blank): the second has an id of its own."""
    seen: Counter[str] = Counter()
    out = []
    for fault in found:
        seen[fault.id] += 1
        again = seen[fault.id]
        out.append(fault if again == 1 else replace(fault, id=short_id("F", fault.id, str(again))))
    return tuple(out)


def _conflicts(matter: Matter, rows: tuple[TermRow, ...]) -> list[DraftFault]:
    """Two places that give an agreed term different values: as severe as the term, which is unclear."""
    rule = matter.rulebook.faults.get("conflicting-values")
    return [
        DraftFault(
            short_id("F", "conflicting-values", row.term),
            "conflicting-values",
            row.severity or (rule.severity if rule is not None else "high"),
            row.message,
            row.evidence,
        )
        for row in rows
        if row.verdict == "unclear" and any(e.role == "conflicts" for e in row.evidence)
    ]


def _in_values(matter: Matter, rows: tuple[TermRow, ...]) -> list[DraftFault]:
    out = []
    for _, found in matter.founds:
        quote = " ".join(matter.text[found.start : found.end].split())
        if found.words_say is not None and found.value is not None:
            says = f'"{quote}" says both {values.canonical(found.words_say)} and {values.canonical(found.value)}.'
            out.append(_fault(matter, rows, "number-mismatch", found.start, found.end, says))
        elif (
            found.blank
            and not found.redacted
            and not _SIGNED.search(matter.text[max(0, found.start - 40) : found.start])
        ):
            out.append(
                _fault(matter, rows, "blank", found.start, found.end, f'A blank is still to be filled in: "{quote}".')
            )
    return out


def _fault(matter: Matter, rows: tuple[TermRow, ...], name: str, start: int, end: int, message: str) -> DraftFault:
    rule = matter.rulebook.faults.get(name)
    severity: Severity = rule.severity if rule is not None else "medium"
    for row in rows:
        if row.verdict == "unclear" and row.severity and any(e.start < end and start < e.end for e in row.evidence):
            severity = row.severity
    proof = matter.reading.outline.evidence(start, end, "conflicts")
    context = matter.text[max(0, start - 40) : start]
    return DraftFault(short_id("F", name, " ".join((context + proof.quote).split())), name, severity, message, (proof,))
