"""What was filled into the form fields of a page: pdfium keeps it apart from the text of the page."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from .pdf_lines import Box, Line, Piece, clean, split_at, turned

_MOST_FIELDS = 2000  # a page


def filled_fields(page: Any, form: Any, turn: int = 0) -> Iterator[Line]:
    """The values of the text and choice fields, and a tick box as [x] or [ ], each where it stands.

    `form` is the raw handle of pdfium's form environment; `turn` counts quarter turns, as in PageText.
    """
    from pypdfium2 import raw

    written = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
    ticked = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_FIELDS)):
        field = raw.FPDFPage_GetAnnot(page, at)
        if not field:
            continue
        try:
            kind = raw.FPDFAnnot_GetFormFieldType(form, field)
            text = ""
            if kind in written:
                text = clean(_value(form, field))
            elif kind in ticked:
                text = "[x]" if raw.FPDFAnnot_IsChecked(form, field) else "[ ]"
            if text:
                yield Line(text, *turned(_box(field), turn))
        finally:
            raw.FPDFPage_CloseAnnot(field)


def with_fields(
    pieces: Sequence[Piece], fields: Sequence[Line], place: Callable[[int], Box]
) -> tuple[list[Piece], list[Line]]:
    """The pieces with those fields put in that stand within one, in its gap, and the fields that stand elsewhere."""
    out = list(pieces)
    loose = []
    for field in fields:
        middle = (field.left + field.right) / 2
        at = next((n for n, piece in enumerate(out) if piece.end > piece.start and _within(piece, field)), None)
        cut = _cut(out[at], middle, place) if at is not None else None
        if at is None or cut is None:
            loose.append(field)
            continue
        before, *after = split_at(out[at], [cut], place)
        out[at : at + 1] = [before, Piece(field.text, 0, 0, field[1:5]), *after]
    return out, loose


def _within(piece: Piece, field: Line) -> bool:
    left, bottom, right, top = piece.box
    return left < field.left and field.right < right and bottom < (field.bottom + field.top) / 2 < top


def _cut(piece: Piece, middle: float, place: Callable[[int], Box]) -> int | None:
    """The index of the first character of the word that stands right of the middle."""
    words = (piece.start + found.start() for found in re.finditer(r"(?<=\s)\S", piece.text))
    return next((at for at in words if place(at)[0] > middle), None)


def _value(form: Any, field: Any) -> str:
    from pypdfium2 import raw

    length = raw.FPDFAnnot_GetFormFieldValue(form, field, None, 0)
    if length <= 2:
        return ""
    units = (ctypes.c_ushort * (length // 2))()
    raw.FPDFAnnot_GetFormFieldValue(form, field, units, length)
    return bytes(units).decode("utf-16-le", "replace").rstrip("\0")


def _box(field: Any) -> Box:
    from pypdfium2 import raw

    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(field, rect)
    return rect.left, rect.bottom, rect.right, rect.top
