"""The issues list of one draft as comma-separated values."""

from __future__ import annotations

import csv
from io import StringIO

from ..model import Review
from . import Page
from .issues import COLUMNS, issues


def write(review: Review, page: Page) -> str:
    """The heads, then a row for each finding."""
    lines = StringIO()
    table = csv.DictWriter(lines, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(issues(review))
    return lines.getvalue()
