"""A PDF with highlights on the words of every finding, each with its note; the pages themselves stay as they are."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from ..errors import DraftError
from ..model import Document
from .notes import Note
from .pdf_places import Box, Lines, PdfPlaces
from .pen import Pen

_YELLOW = "ffd54f"
_ICON = 18  # points
_PRINTED = 4  # the flag of an annotation that is printed with its page


def annotated(draft: Document, data: bytes, notes: Iterable[Note], pen: Pen, password: str | None) -> bytes:
    """The PDF with these notes.

    Raises:
        DraftError: it can be read, and not be written to.
    """
    import pypdfium2
    from pypdf.errors import DependencyError, PyPdfError

    pdf = pypdfium2.PdfDocument(data, password=password)
    try:
        places = PdfPlaces(draft, pdf)
        placed = [(note, places.of(note.start, note.end)) for note in notes]
    finally:
        pdf.close()
    try:
        return _written(draft, data, placed, pen, password)
    except (PyPdfError, DependencyError, NotImplementedError) as fault:
        hint = "Print it to a PDF anew, and mark that up."
        raise DraftError(
            f"no notes can be written into it ({type(fault).__name__})", path=draft.path, hint=hint
        ) from None


def _written(
    draft: Document, data: bytes, placed: list[tuple[Note, list[Lines]]], pen: Pen, password: str | None
) -> bytes:
    from pypdf import PdfReader, PdfWriter

    locked = PdfReader(io.BytesIO(data)).is_encrypted
    if locked:
        writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data), password=password or ""))
    else:  # what is there keeps its bytes, and a signature its worth
        writer = PdfWriter(io.BytesIO(data), incremental=True)
    for note, found in placed:
        if found:
            for at, lines in enumerate(found):
                _highlight(writer, lines, note if at == 0 else None, pen)
        else:
            _icon(writer, (draft.page_at(note.start) or 1) - 1, note, pen)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _highlight(writer: Any, lines: Lines, note: Note | None, pen: Pen) -> None:
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject

    corners = [n for b in lines.boxes for n in (b.left, b.top, b.right, b.top, b.left, b.bottom, b.right, b.bottom)]
    mark = Highlight(
        rect=_round(lines.boxes),
        quad_points=ArrayObject(FloatObject(round(n, 2)) for n in corners),
        highlight_color=_YELLOW,
        printing=True,
    )
    _signed(mark, note, pen)
    writer.add_annotation(lines.page, mark)


def _icon(writer: Any, page: int, note: Note, pen: Pen) -> None:
    """A note at the upper edge of a page, for words that could not be found on it."""
    from pypdf.annotations import Text

    box = writer.pages[page].cropbox
    top, left = float(box.top) - _ICON, float(box.left) + _ICON
    mark = Text(rect=(left, top - _ICON, left + _ICON, top), text="", open=False)
    _signed(mark, note, pen)
    writer.add_annotation(page, mark)


def _signed(mark: Any, note: Note | None, pen: Pen) -> None:
    from pypdf.generic import NameObject, NumberObject, TextStringObject

    words = "\n".join(" ".join(filter(None, paragraph)) for paragraph in note.paragraphs) if note else ""
    mark[NameObject("/F")] = NumberObject(_PRINTED)
    for key, said in (("/Contents", words), ("/T", pen.author), ("/M", pen.pdf_date), ("/CreationDate", pen.pdf_date)):
        mark[NameObject(key)] = TextStringObject(said)


def _round(boxes: tuple[Box, ...]) -> tuple[float, float, float, float]:
    """The rectangle round all boxes."""
    lefts, bottoms, rights, tops = zip(*boxes)
    return (min(lefts), min(bottoms), max(rights), max(tops))
