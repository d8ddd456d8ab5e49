"""The letter as a Word file, to be looked over and sent."""

from __future__ import annotations

import datetime
from io import BytesIO
from typing import Any

import docx
from docx.shared import Cm, Pt, RGBColor

from ...model import Review
from .. import Page
from ..package import undated
from . import Letter, compose
from .points import Point

_MADE = datetime.datetime(2000, 1, 1)  # the same review, the same letter
_FONT = "Calibri"


def write(review: Review, page: Page) -> bytes:
    """The file of a letter on plain paper, in Word's own styles."""
    letter = compose(review)
    made = docx.Document()
    _dressed(made, letter)
    made.add_paragraph(letter.subject, style="Title")
    for paragraph in (letter.greeting, *letter.opening):
        made.add_paragraph(paragraph)
    for part in letter.parts:
        made.add_paragraph(part.heading, style="Heading 2")
        for point in part.points:
            _point(made, point)
    for number, paragraph in enumerate((*letter.closing, f"With kind regards,\n{letter.sender}")):
        made.add_paragraph(paragraph).paragraph_format.space_before = Pt(0 if number else 14)
    file = BytesIO()
    made.save(file)
    return undated(file.getvalue())


def _point(made: Any, point: Point) -> None:
    said = made.add_paragraph()
    said.add_run(point.title).bold = True
    said.add_run(f" ({point.place}). " if point.place else ". ")
    said.add_run(point.says)
    said.paragraph_format.keep_with_next = point.wording is not None
    if point.wording:
        made.add_paragraph(f"“{point.wording}”", style="Quote")


def _dressed(made: Any, letter: Letter) -> None:
    """One quiet font, a narrow sheet, and the names of the writers instead of a program's."""
    about = made.core_properties
    about.author, about.title, about.comments = letter.sender, letter.subject, ""
    about.created = about.modified = _MADE
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    page.top_margin = page.bottom_margin = Cm(2.2)
    for name, size, before, after in (
        ("Normal", 11, 0, 8),
        ("Title", 16, 0, 12),
        ("Heading 2", 12, 12, 4),
        ("Quote", 11, 0, 10),
    ):
        style = made.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), RGBColor(0x1D, 0x23, 0x2B)
        style.element.rPr.rFonts.attrib.clear()
        style.font.name = _FONT
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    made.styles["Quote"].paragraph_format.left_indent = Cm(1)
