"""Reports: what was found, written for a reader or a program. A report sees only the model, and returns text.

To add one: a module with a function `write`, and a line in one of the tables below.

    REVIEW   write(review, page) -> str | bytes          one draft against its term sheet
    SCAN     write(outcomes, page) -> Iterator[str|bytes]  many drafts; yields text as the results come
    EXTRACT  write(outcomes, page) -> Iterator[str]      what drafts state, without a term sheet
    COMPARISON  write_comparison(comparison, page) -> str   two drafts
    HISTORY  write_history(history, page) -> str         several rounds of one deal
    LETTER   write(review, page) -> str | bytes          the review as a note to the other side
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line reads the tables without loading what the reports work on
    from ..model import Comparison, History, Review
    from ..outcome import Outcome

REVIEW = {
    "rich": "terminal",
    "json": "json",
    "md": "markdown",
    "html": "html",
    "csv": "issues_csv",
    "xlsx": "xlsx",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
}
SCAN = {"rich": "overview", "jsonl": "jsonl", "csv": "csv", "html": "html.portfolio", "xlsx": "portfolio_xlsx"}
EXTRACT = {"rich": "inventory", "jsonl": "jsonl", "terms": "terms"}
COMPARISON = {"rich": "rounds_screen", "json": "rounds_json", "md": "rounds_markdown"}
HISTORY = {"rich": "rounds_screen", "json": "rounds_json", "html": "html.history"}
LETTER = {"txt": "letter.text", "md": "letter.markdown", "docx": "letter.word"}

OF_ENDING = {
    ".json": "json",
    ".md": "md",
    ".html": "html",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".sarif": "sarif",
    ".xml": "junit",
    ".jsonl": "jsonl",
    ".yaml": "terms",
    ".yml": "terms",
    ".txt": "txt",
    ".docx": "docx",
}
"""The format that the ending of an output file asks for; any other file gets what a terminal shows."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a report is written on.

    Args:
        width: columns; only reports for the terminal fold their lines.
        styled: whether escape codes (bold, dim) may be written.
        colour: whether they may be colours.
        brief: the answer alone, without what led to it.
        beside: for a page over many drafts, the folder beside it that has a page for each review; None where there is none.
    """

    width: int = 80
    styled: bool = False
    colour: bool = False
    brief: bool = False
    beside: str | None = None


def write_review(form: str, review: Review, page: Page) -> str | bytes:
    """A review as a report of one of the REVIEW formats; text ends with a line break, a spreadsheet is bytes."""
    report: str | bytes = import_module(f"{__name__}.{REVIEW[form]}").write(review, page)
    return report


def write_letter(form: str, review: Review, page: Page) -> str | bytes:
    """A review as a letter in one of the LETTER formats; text ends with a line break, a Word file is bytes."""
    letter: str | bytes = import_module(f"{__name__}.{LETTER[form]}").write(review, page)
    return letter


def write_scan(form: str, outcomes: Iterable[Outcome], page: Page) -> Iterator[str | bytes]:
    """The outcomes of a scan as a report of one of the SCAN formats, piece by piece as they come."""
    pieces: Iterator[str | bytes] = import_module(f"{__name__}.{SCAN[form]}").write(outcomes, page)
    return pieces


def write_extract(form: str, outcomes: Iterable[Outcome], page: Page) -> Iterator[str]:
    """What drafts state as a report of one of the EXTRACT formats, piece by piece as they come."""
    pieces: Iterator[str] = import_module(f"{__name__}.{EXTRACT[form]}").write(outcomes, page)
    return pieces


def write_comparison(form: str, comparison: Comparison, page: Page) -> str:
    """Two drafts as a report of one of the COMPARISON formats; ends with a line break."""
    text: str = import_module(f"{__name__}.{COMPARISON[form]}").write_comparison(comparison, page)
    return text


def write_history(form: str, history: History, page: Page) -> str:
    """The rounds of a deal as a report of one of the HISTORY formats; ends with a line break."""
    text: str = import_module(f"{__name__}.{HISTORY[form]}").write_history(history, page)
    return text
