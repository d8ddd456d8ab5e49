"""Many drafts as a table for a spreadsheet: a row for each draft and term."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from ..model import Clauses, Evidence, Review
from ..outcome import Outcome, Unread
from . import Page
from .json import said_of
from .wording import clean

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
    else:
        yield from _clauses(outcome)


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


def _clauses(clauses: Clauses) -> Iterator[Row]:
    """A draft without a term sheet: what it states, a row for each clause; one row where it states nothing."""
    head: Row = {"path": clauses.draft.path, "verdict": "no term sheet"}
    for clause in clauses.clauses:
        yield {**head, "term": clause.kind, "found": clause.value, **_place(clause.evidence)}
    if not clauses.clauses:
        yield head


def _place(evidence: tuple[Evidence, ...]) -> Row:
    return {"section": evidence[0].section, "page": evidence[0].page} if evidence else {}


def _safe(row: Row) -> Row:
    """Words on one line; none that a spreadsheet would take for a formula, for the draft is not ours."""
    said = {name: clean(cell) if isinstance(cell, str) else cell for name, cell in row.items()}
    return {n: f"'{c}" if isinstance(c, str) and c.startswith(("=", "+", "-", "@")) else c for n, c in said.items()}
