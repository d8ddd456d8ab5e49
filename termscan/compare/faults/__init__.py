"""Drafting faults: what makes a term unsafe to sign, whoever gains.

One module for each sort of finding; rules/faults.yaml says how severe each is and how it is told. Here findings are
weighed: one in the words of an agreed term is as severe as that term unclear, many of one sort are told as one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ...model import SEVERITIES, DraftFault, Severity, TermRow
from ...rulebook import Kind
from ..matter import Matter
from ..rows import short_id, unclear_severity
from .amounts import blanks, number_mismatches, redactions
from .defined import doubly_defined, other_sense, undefined
from .finding import Finding
from .names import party_names
from .phrases import phrases
from .references import dangling, missing_exhibits
from .signing import signature_blocks
from .unseen import hidden_words, passing_letters, recognised_pages, unread_parts

_FIND: tuple[Callable[[Matter], Iterator[Finding]], ...] = (
    number_mismatches,
    blanks,
    redactions,
    phrases,
    dangling,
    missing_exhibits,
    undefined,
    doubly_defined,
    other_sense,
    party_names,
    signature_blocks,
    hidden_words,
    passing_letters,
    unread_parts,
    recognised_pages,
)
FEW = 2  # findings of one sort that are told each by itself; more are told as one
LISTED = 6  # of them that a message names
SHOWN = 8  # stretches of evidence that a finding shows
_ON_PURPOSE = ("redaction",)  # both sides know what stood there: no worse for standing in a term's words
_CONTEXT = 40  # characters before a finding that tell it from another in the same words


def faults(matter: Matter, rows: tuple[TermRow, ...]) -> tuple[DraftFault, ...]:
    """Every fault of the draft, in its order."""
    by_sort: dict[str, list[Finding]] = defaultdict(list)
    for find in _FIND:
        for finding in find(matter):
            by_sort[finding.fault].append(finding)
    told = [f for name, found in by_sort.items() for f in _told(matter, rows, name, found)]
    told += _contradicted(matter, rows)
    return _told_apart(sorted(told, key=lambda f: f.evidence[0].start))


def _told(matter: Matter, rows: tuple[TermRow, ...], name: str, found: list[Finding]) -> Iterator[DraftFault]:
    """The findings of one sort: those in the words of a term each by itself, the rest as one where they are many."""
    rule = matter.rulebook.faults.get(name) or Kind(name)
    rest = []
    for finding in found:
        term = None if name in _ON_PURPOSE else _worst(r for r in rows if _rests_on(r, finding))
        if term is None:
            rest.append(finding)
        else:
            severity = min(rule.severity, term, key=SEVERITIES.index)
            yield _fault(matter, rule, (finding,), severity)
    if rule.many and len(rest) > FEW:
        yield _fault(matter, rule, tuple(rest), rule.severity)
    else:
        for finding in rest:
            yield _fault(matter, rule, (finding,), rule.severity)


def _worst(rows: Iterable[TermRow]) -> Severity | None:
    return min((unclear_severity(r.priority) for r in rows), key=SEVERITIES.index, default=None)


def _rests_on(row: TermRow, finding: Finding) -> bool:
    """Whether the faulty words are among those that a term rests on."""
    return any(e.start < end and start < e.end for e in row.evidence for start, end in finding.spans[:1])


def _fault(matter: Matter, rule: Kind, found: tuple[Finding, ...], severity: Severity) -> DraftFault:
    name = rule.name.removeprefix("fault.")
    spans = found[0].spans if len(found) == 1 else tuple(f.spans[0] for f in found)
    proof = tuple(matter.reading.outline.evidence(*span, "conflicts") for span in spans[:SHOWN])
    if len(found) == 1:
        context = matter.text[max(0, spans[0][0] - _CONTEXT) : spans[0][0]]
        key = " ".join((context + proof[0].quote).split())
    else:
        key = "all"
    return DraftFault(short_id("F", name, key), name, severity, _message(rule, found, proof[0].quote), proof)


def _message(rule: Kind, found: tuple[Finding, ...], quote: str) -> str:
    """The rule's words, filled in."""
    if len(found) == 1:
        fill = {"{quote}": " ".join(quote.split()), "{a}": found[0].a, "{b}": found[0].b}
        said = rule.message or rule.says
    else:
        about = list(dict.fromkeys(f.about for f in found))
        more = f" and {len(about) - LISTED} more" if len(about) > LISTED else ""
        fill = {"{count}": str(len(found)), "{list}": ", ".join(about[:LISTED]) + more}
        said = rule.many or rule.says
    for slot, words in fill.items():
        said = said.replace(slot, words)
    return said[0].upper() + said[1:]


def _contradicted(matter: Matter, rows: tuple[TermRow, ...]) -> Iterator[DraftFault]:
    """Two places that give an agreed term different values: as severe as the term, which is unclear."""
    name = "conflicting-values"
    rule = matter.rulebook.faults.get(name) or Kind(name, severity="high")
    for row in rows:
        if row.verdict == "unclear" and any(e.role == "conflicts" for e in row.evidence):
            yield DraftFault(
                short_id("F", name, row.term), name, row.severity or rule.severity, row.message, row.evidence
            )


def _told_apart(found: list[DraftFault]) -> tuple[DraftFault, ...]:
    """The same fault in the same words twice (two equal clauses with a blank): the second has an id of its own."""
    seen: Counter[str] = Counter()
    out = []
    for fault in found:
        seen[fault.id] += 1
        again = seen[fault.id]
        out.append(fault if again == 1 else replace(fault, id=short_id("F", fault.id, str(again))))
    return tuple(out)
