"""The issues of many drafts as one spreadsheet, and a sheet with what became of each draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import Review
from ..outcome import Outcome, Unread, path_of
from . import Page
from . import wording as say
from .issues import COLUMNS, Cell, defused, issues
from .json import said_of
from .xlsx import file_of, listed, workbook


def write(outcomes: Iterable[Outcome], page: Page) -> Iterator[bytes]:
    """The file of a workbook with the issues of every draft, and a line for each draft on a second sheet."""
    book = workbook()
    drafts: list[dict[str, Cell]] = []
    listed(book, "Issues", {"draft": 30, **COLUMNS}, _scanned(outcomes, drafts))
    listed(book, "Drafts", {"draft": 40, "verdict": 14, "what": 80}, drafts)
    yield file_of(book)


def _scanned(outcomes: Iterable[Outcome], drafts: list[dict[str, Cell]]) -> Iterator[dict[str, Cell]]:
    for outcome in outcomes:
        path = defused(path_of(outcome))
        if isinstance(outcome, Unread):
            drafts.append({"draft": path, "verdict": "unread", "what": defused(said_of(outcome))})
        elif isinstance(outcome, Review):
            drafts.append({"draft": path, "verdict": outcome.verdict, "what": say.answer(outcome).split(": ", 1)[1]})
            yield from ({"draft": path, **row} for row in issues(outcome))
        else:
            drafts.append({"draft": path, "verdict": "no term sheet", "what": f"{len(outcome.clauses)} clauses"})
