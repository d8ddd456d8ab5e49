"""Reports: what was found, written for a reader or a program. A report sees only the model, and returns text.

To add one: a module with a function `write`, and a line in one of the tables below.

    REVIEW   write(review, page) -> str                  one draft against its term sheet
    SCAN     write(outcomes, page) -> Iterator[str]      many drafts; yields text as the results come
    EXTRACT  write(outcomes, page) -> Iterator[str]      what drafts state, without a term sheet
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the command line reads the tables without loading what the reports work on
    from ..model import Review
    from ..outcome import Outcome

REVIEW = {"rich": "terminal", "json": "json", "md": "markdown"}
SCAN = {"rich": "overview", "jsonl": "jsonl", "csv": "csv"}
EXTRACT = {"rich": "inventory", "jsonl": "jsonl", "terms": "terms"}

OF_ENDING = {".json": "json", ".md": "md", ".jsonl": "jsonl", ".csv": "csv", ".yaml": "terms", ".yml": "terms"}
"""The format that the ending of an output file asks for; any other file gets what a terminal shows."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a report is written on.

    Args:
        width: columns; only reports for the terminal fold their lines.
        styled: whether escape codes (bold, dim) may be written.
        colour: whether they may be colours.
        brief: the answer alone, without what led to it.
    """

    width: int = 80
    styled: bool = False
    colour: bool = False
    brief: bool = False


def write_review(form: str, review: Review, page: Page) -> str:
    """A review as a report of one of the REVIEW formats; ends with a line break."""
    text: str = import_module(f"{__name__}.{REVIEW[form]}").write(review, page)
    return text


def write_scan(form: str, outcomes: Iterable[Outcome], page: Page) -> Iterator[str]:
    """The outcomes of a scan as a report of one of the SCAN formats, piece by piece as they come."""
    pieces: Iterator[str] = import_module(f"{__name__}.{SCAN[form]}").write(outcomes, page)
    return pieces


def write_extract(form: str, outcomes: Iterable[Outcome], page: Page) -> Iterator[str]:
    """What drafts state as a report of one of the EXTRACT formats, piece by piece as they come."""
    pieces: Iterator[str] = import_module(f"{__name__}.{EXTRACT[form]}").write(outcomes, page)
    return pieces
