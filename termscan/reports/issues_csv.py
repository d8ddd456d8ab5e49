"""The issues list of one draft as comma-separated values.

A spreadsheet sorts and filters such a list, so that what was read stands in rows of its own at the foot, under a topic of its own.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from ..model import Document, Review
from . import Page
from . import wording as say
from .issues import COLUMNS, Cell, defused, issues


def write(review: Review, page: Page) -> str:
    """The heads, a row for each finding, then what was read and a row for each part that was not."""
    lines = StringIO()
    table = csv.DictWriter(lines, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(issues(review))
    table.writerows(_coverage(review.draft))
    return lines.getvalue()


def _coverage(draft: Document) -> Iterator[dict[str, Cell]]:
    yield {"topic": "coverage", "term": "read", "draft says": say.read_said(draft)}
    for part, said in zip(draft.skipped, say.skipped_said(draft)):
        status = "open" if part.unread else None  # somebody has to look at what may say anything
        yield {"topic": "coverage", "term": "not read", "draft says": defused(said), "status": status}
