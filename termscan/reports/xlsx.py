"""The issues list as a spreadsheet: heads that stay, filters, a colour for the severity, lists to choose from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from ..model import Review
from . import Page
from . import wording as say
from .issues import COLUMNS, Cell, defused, issues
from .package import undated

STATES = ("open", "raised", "agreed", "conceded", "waived")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0 has no way to say them
_MOST_ROWS = 1_048_576  # that a sheet holds
_TONES = {"blocker": "F4C7C3", "high": "FCE0C8", "medium": "FFF2CC", "low": "DCE9F5", "note": "ECEEF0"}
_LINE = Side(style="thin", color="D0D3D8")
_EDGES = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_MADE = datetime(2000, 1, 1)  # the same review, the same file


def write(review: Review, page: Page) -> bytes:
    """The file of a workbook with two sheets: the issues, and what was reviewed."""
    book = workbook()
    listed(book, "Issues", COLUMNS, issues(review))
    _about(book, review)
    return file_of(book)


def listed(book: Workbook, title: str, columns: Mapping[str, int], rows: Iterable[Mapping[str, Cell]]) -> None:
    """Add a sheet of rows under heads that stay in sight; the columns have their width in characters."""
    sheet: Any = book.create_sheet(title)  # a sheet of a write-only workbook: rows go to a file as they come
    for number, width in enumerate(columns.values(), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    last = get_column_letter(len(columns))
    sheet.auto_filter.ref = f"A1:{last}{_MOST_ROWS}"
    if "status" in columns:
        at = get_column_letter(list(columns).index("status") + 1)
        choice = DataValidation(type="list", formula1=f'"{",".join(STATES)}"', allow_blank=True)
        choice.add(f"{at}2:{at}{_MOST_ROWS}")
        sheet.data_validations.append(choice)
    sheet.append([_head(sheet, name) for name in columns])
    count = 1
    for row in rows:
        count += 1
        if count <= _MOST_ROWS:
            sheet.row_dimensions[count].height = _height(columns, row)
            sheet.append([_cell(sheet, name, row.get(name)) for name in columns])
            del sheet.row_dimensions[count]  # it is written; a sheet of many rows stays small in memory
    sheet.auto_filter.ref = f"A1:{last}{min(count, _MOST_ROWS)}"


def _height(columns: Mapping[str, int], row: Mapping[str, Cell]) -> float:
    """The height that shows every word, in points, for programs that do not work it out: 13 a line, at most a screen."""
    lines = max(ceil(len(str(row.get(name) or "")) * 1.15 / width) for name, width in columns.items())
    return float(min(max(lines, 1) * 13 + 4, 400))


def _head(sheet: Any, name: str) -> SheetCell:
    cell = WriteOnlyCell(sheet, name)
    cell.font, cell.border = Font(bold=True, color="FFFFFF"), _EDGES
    cell.fill = PatternFill("solid", fgColor="2B3A4A")
    return cell


def _cell(sheet: Any, name: str, value: Cell) -> SheetCell:
    cell = WriteOnlyCell(sheet, _UNWRITABLE.sub("�", value)[:32_000] if isinstance(value, str) else value)
    if isinstance(value, str):
        cell.data_type = "s"  # never a formula
    across = "center" if name in ("no.", "page") else None  # a number on the right would run into the section beside it
    cell.alignment, cell.border = Alignment(horizontal=across, wrap_text=True, vertical="top"), _EDGES
    if name == "severity" and value in _TONES:
        cell.fill = PatternFill("solid", fgColor=_TONES[str(value)])
    return cell


def _about(book: Workbook, review: Review) -> None:
    lines = {
        "Answer": say.answer(review),
        "Deal": review.deal,
        "Agreed on": review.agreed_on,
        "Parties": say.parties_said(review),
        "Draft": review.draft.path,
        "Term sheet": review.sheet_path,
        "Read": say.read_said(review.draft),
        **{f"Not read {n}": part for n, part in enumerate(say.skipped_said(review.draft), 1)},
    }
    rows: list[dict[str, Cell]] = [{"what": what, "says": defused(said)} for what, said in lines.items()]
    listed(book, "About", {"what": 14, "says": 90}, rows)


def workbook() -> Workbook:
    """A workbook whose rows are written as they come, so that it never stands whole in memory."""
    book = Workbook(write_only=True)
    book.properties.creator = "termscan"
    book.properties.created = book.properties.modified = _MADE
    return book


def file_of(book: Workbook) -> bytes:
    """The workbook as the bytes of its file."""
    made = BytesIO()
    book.save(made)
    return undated(made.getvalue())
