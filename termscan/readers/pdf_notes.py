"""Annotations of a page: what readers put over it. None of it is the contract's own text, so it is counted and told."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

from .pdf_lines import clean

_MOST = 2000  # a page


class Notes(NamedTuple):
    """How many remarks and marks readers put on a page, and the words that they wrote over it."""

    remarks: int = 0
    written: tuple[str, ...] = ()  # seen on the page like its own words
    struck: int = 0  # words that somebody struck out by a mark, and that still stand in the text


def notes_on(page: Any) -> Notes:
    """The annotations of a page, but for links, form fields and the windows in which remarks open."""
    from pypdfium2 import raw

    remarks = (
        raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE,
        raw.FPDF_ANNOT_SQUIGGLY, raw.FPDF_ANNOT_STRIKEOUT, raw.FPDF_ANNOT_CARET, raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_STAMP,
    )  # fmt: skip
    kinds: list[int] = []
    written: list[str] = []
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
        note = raw.FPDFPage_GetAnnot(page, at)
        if not note:
            continue
        try:
            kinds.append(raw.FPDFAnnot_GetSubtype(note))
            if kinds[-1] == raw.FPDF_ANNOT_FREETEXT and (words := _contents(note)):
                written.append(words)
        finally:
            raw.FPDFPage_CloseAnnot(note)
    return Notes(sum(kind in remarks for kind in kinds), tuple(written), kinds.count(raw.FPDF_ANNOT_STRIKEOUT))


def _contents(note: Any) -> str:
    from pypdfium2 import raw

    length = raw.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
    if length <= 2:
        return ""
    units = (ctypes.c_ushort * (length // 2))()
    raw.FPDFAnnot_GetStringValue(note, b"Contents", units, length)
    return clean(bytes(units).decode("utf-16-le", "replace").rstrip("\0"))
