"""A spreadsheet as a Document: each row is a line of cells, as the tables of other formats are."""

from __future__ import annotations

import csv
import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from typing import Any

from ..errors import DraftError
from ..model import Block, Document, Skipped
from ..readers.text import read_text

LARGEST = 10_000_000  # bytes unpacked
MOST_ROWS = 5_000
MOST_CELLS = 40  # of one row
MOST_SHEETS = 20
MOST_MERGED = 20_000  # cells below the first of a merged one
_SAVE_ANEW = "Open it in the spreadsheet program and save it anew as .xlsx or .csv."
_SIGNS = (("£", "GBP"), ("€", "EUR"), ("[$USD", "USD"), ("[$$", "USD"), ("$", "USD"))
_DELIMITERS = (",", ";", "\t")


def is_xlsx(data: bytes) -> bool:
    """Whether the bytes are a ZIP package that holds a workbook."""
    if not data.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return any(name.lower() == "xl/workbook.xml" for name in package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False


def read_xlsx(path: str, data: bytes) -> Document:
    """Read the visible rows of a workbook's visible sheets.

    Raises:
        DraftError: it is damaged, locked, or unpacks to more than a term sheet holds.
    """
    rows: list[list[str]] = []
    hidden: list[Skipped] = []
    try:
        from openpyxl import load_workbook

        _refuse_bomb(path, data)
        with warnings.catch_warnings(action="ignore"):  # of what it leaves out, as print areas
            book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        for sheet in book.worksheets[:MOST_SHEETS]:
            if sheet.sheet_state != "visible":
                hidden.append(Skipped("sheet", sheet.title, "hidden in the workbook"))
                continue
            rows += [*_rows(sheet), []]
    except DraftError:
        raise
    except Exception:  # openpyxl raises what the damaged part makes it stumble over
        raise DraftError("damaged, and cannot be read as a spreadsheet", path=path, hint=_SAVE_ANEW) from None
    return _document(path, data, "xlsx", rows, tuple(hidden))


def _refuse_bomb(path: str, data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        members = package.infolist()
        if any(m.flag_bits & 1 for m in members):
            raise DraftError("protected with a password", path=path, hint="Take the password off and save it again.")
        if sum(m.file_size for m in members) > LARGEST:
            hint = "Do not open it; ask who sent it."
            raise DraftError("unpacks to more than any term sheet holds", path=path, hint=hint)
        for name in package.namelist():
            with package.open(name) as part:
                if b"<!DOCTYPE" in part.read().replace(b"\0", b""):
                    raise DraftError("declares XML entities, which no spreadsheet needs", path=path, hint=_SAVE_ANEW)


def _rows(sheet: Any) -> Iterator[list[str]]:
    """The rows; a merged cell says its words in each row that it spans, as in Word tables."""
    below = (
        (row, area.min_col, sheet.cell(area.min_row, area.min_col))
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row + 1, min(area.max_row, MOST_ROWS) + 1)
    )
    spread = {(row, column): first for row, column, first in islice(below, MOST_MERGED)}
    last, widest = min(sheet.max_row, MOST_ROWS), min(sheet.max_column, MOST_CELLS)
    for row in sheet.iter_rows(max_row=last, max_col=widest):
        if row and sheet.row_dimensions[row[0].row].hidden:
            continue
        yield [_said(spread.get((cell.row, cell.column), cell)) for cell in row]


def _said(cell: Any) -> str:
    """A cell as the screen shows it, as far as terms need it: dates, percentages, sums of money."""
    value, shape = cell.value, str(cell.number_format or "")
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.date().isoformat() if isinstance(value, datetime.datetime) else value.isoformat()
    if isinstance(value, bool) or value is None:
        return "" if value is None else "yes" if value else "no"
    if isinstance(value, (int, float)):
        if "%" in shape:
            return f"{value * 100:.10g}%"
        currency = next((code for sign, code in _SIGNS if sign in shape), "")
        return f"{currency} {value:,.10g}".strip() if currency else f"{value:.10g}"
    return " ".join(str(value).replace("|", "/").split(" "))


# ---- comma-separated values ------------------------------------------------------------------------------------------


def csv_rows(text: str) -> list[list[str]] | None:
    """The rows of a text that is a table with one delimiter throughout, or None where it is none.

    A text counts as one where at least two lines have cells, all lines but a few have as many as the first that has
    two or more, and the first cells are as short as labels are.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    for delimiter in _DELIMITERS:
        if len(lines) < 2 or sum(delimiter in line for line in lines) < 0.8 * len(lines):
            continue
        try:
            rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(c.strip() for c in row)]
        except csv.Error:
            continue
        widths = [len(row) for row in rows]
        usual = max(dict.fromkeys(widths), key=widths.count) if widths else 0
        alike = usual > 1 and widths.count(usual) >= 0.8 * len(widths)
        if alike and all(len(row[0]) <= 60 for row in rows) and max(widths) <= MOST_CELLS:
            return rows[:MOST_ROWS]
    return None


def read_csv(path: str, data: bytes) -> Document | None:
    """A text file that is a table of comma-separated values, or None."""
    document = read_text(path, data)
    rows = None if re.search(r"(?m)^\s*\|", document.text) else csv_rows(document.text)
    return _document(path, data, "csv", [[cell.replace("|", "/") for cell in row] for row in rows]) if rows else None


def _document(
    path: str, data: bytes, form: str, rows: Iterable[list[str]], skipped: tuple[Skipped, ...] = ()
) -> Document:
    lines = ["| " + " | ".join(" ".join(cell.split()) for cell in row) + " |" if any(row) else "" for row in rows]
    blocks: list[Block] = []
    at = 0
    for line in lines:
        if line:
            blocks.append(Block(at, at + len(line), "row"))
        at += len(line) + 1
    return Document(path, sha256(data).hexdigest(), form, "\n".join(lines), tuple(blocks), skipped=skipped)
