"""Many drafts as a table for a spreadsheet: a row for each draft and term, ask and fault, and one for what was read of it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from ..model import Clauses, Document, Evidence, Review
from ..outcome import Outcome, Unread
from . import Page
from . import wording as say
from .issues import defused
from .json import said_of

COLUMNS = (
    "path",
    "verdict",
    "term",
    "agreed",
    "found",
    "term_verdict",
    "severity",
    "direction",
    "section",
    "page",
    "message",
)
_UNASKED = "no term sheet"
Row = dict[str, str | int | None]


def write(outcomes: Iterable[Outcome], page: Page) -> Iterator[str]:
    """The heading, then the rows of each draft as its turn comes."""
    yield ",".join(COLUMNS) + "\n"
    for outcome in outcomes:
        lines = StringIO()
        csv.DictWriter(lines, COLUMNS, restval="", lineterminator="\n").writerows(map(_safe, _rows(outcome)))
        yield lines.getvalue()


def _rows(outcome: Outcome) -> Iterator[Row]:
    if isinstance(outcome, Unread):
        hint = f". {outcome.error.hint}" if outcome.error.hint else ""
        yield {"path": outcome.path, "verdict": "unread", "message": f"{said_of(outcome)}{hint}"}
    elif isinstance(outcome, Review):
        yield from _terms(outcome)
        yield from _new_and_faulty(outcome)
        yield _coverage(outcome.draft, outcome.verdict)
    else:
        yield from _clauses(outcome)
        yield _coverage(outcome.draft, _UNASKED)


def _terms(review: Review) -> Iterator[Row]:
    for row in review.terms:
        yield {
            "path": review.draft.path,
            "verdict": review.verdict,
            "term": row.term,
            "agreed": row.agreed,
            "found": row.found,
            "term_verdict": row.verdict,
            "severity": row.severity,
            "direction": row.direction,
            "message": row.message,
            **_place(row.evidence),
        }


def _new_and_faulty(review: Review) -> Iterator[Row]:
    head: Row = {"path": review.draft.path, "verdict": review.verdict}
    for ask in review.asks:
        told: Row = {"term": ask.ask, "term_verdict": "new", "severity": ask.severity, "direction": ask.direction}
        yield {**head, **told, "message": ask.message, **_place(ask.evidence)}
    for fault in review.faults:
        told = {"term": fault.fault, "term_verdict": "fault", "severity": fault.severity}
        yield {**head, **told, "message": fault.message, **_place(fault.evidence)}


def _clauses(clauses: Clauses) -> Iterator[Row]:
    """A draft without a term sheet: what it states, a row for each clause."""
    head: Row = {"path": clauses.draft.path, "verdict": _UNASKED}
    for clause in clauses.clauses:
        yield {**head, "term": clause.kind, "found": clause.value, **_place(clause.evidence)}


def _coverage(draft: Document, verdict: str) -> Row:
    read = "not all read" if draft.unread else "read"
    told = " ".join(say.coverage_said(draft))
    return {"path": draft.path, "verdict": verdict, "term": "coverage", "term_verdict": read, "message": told}


def _place(evidence: tuple[Evidence, ...]) -> Row:
    return {"section": evidence[0].section, "page": evidence[0].page} if evidence else {}


def _safe(row: Row) -> Row:
    return {name: defused(cell) for name, cell in row.items()}
