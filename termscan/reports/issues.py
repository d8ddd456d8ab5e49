"""The issues list: a row for each finding, in the columns that a negotiator works through."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Review
from .findings import GAINS, Finding, findings
from .wording import clean, clip

COLUMNS: dict[str, int] = {
    "no.": 5,
    "section": 11,
    "page": 6,
    "topic": 13,
    "term": 29,
    "agreed": 26,
    "draft says": 44,
    "verdict": 12,
    "who gains": 12,
    "severity": 10,
    "question": 40,
    "our position": 40,
    "status": 12,
    "owner": 14,
}
"""The columns, with their width in a spreadsheet, in characters."""

LONGEST_QUOTE = 800
Cell = str | int | None


def issues(review: Review) -> Iterator[dict[str, Cell]]:
    """The rows of a review, worst first; no cell of text is a formula to a spreadsheet program."""
    for number, finding in enumerate(findings(review), 1):
        yield {name: defused(cell) for name, cell in _row(number, finding).items()}


def defused(cell: Cell) -> Cell:
    """Text on one line that no spreadsheet program takes for a formula, for the draft is not ours."""
    if not isinstance(cell, str):
        return cell
    said = clean(cell)
    return f"'{said}" if said.startswith(("=", "+", "-", "@")) else said


def _row(number: int, finding: Finding) -> dict[str, Cell]:
    first = finding.evidence[0] if finding.evidence else None
    return {
        "no.": number,
        "section": first.section if first else None,
        "page": first.page if first else None,
        "topic": finding.topic,
        "term": finding.name,
        "agreed": finding.agreed,
        "draft says": _says(finding),
        "verdict": finding.verdict,
        "who gains": GAINS[finding.direction],
        "severity": finding.severity,
        "question": finding.question or finding.message,
        "our position": finding.position,
        "status": "waived" if finding.silent else "open",
        "owner": finding.waiver.by if finding.waiver else None,
    }


def _says(finding: Finding) -> str:
    """The draft's value and its words, or that it says nothing."""
    quotes = " … ".join(f"“{clean(shown.quote)}”" for shown in finding.evidence)
    said = ": ".join(part for part in (finding.found, quotes) if part)
    return clip(said, LONGEST_QUOTE) or ("nothing on this" if finding.verdict == "missing" else "–")
