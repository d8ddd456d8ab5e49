"""The rules drawn on a PDF page: whether they form a grid, and where each runs.

A grid is told by the outlines of what is drawn, which is cheap; only on such pages each stroke is followed.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from .pdf_lines import Box

_THIN = 3.0  # points: a rule, not a surface
_STRAIGHT = 0.1  # points that a rule may stray from its course
_MOST_PATHS = 4000  # beyond, the page is a drawing
_MOST_CELLS = 2000  # a page; squared paper has more


def has_grid(page: Any) -> bool:
    """Whether rules across and down the page meet often enough for a table of two rows and two columns."""
    across: set[int] = set()  # by their height on the page, in steps of 4 points
    down: set[int] = set()
    cells = 0
    for paths, (_, (left, bottom, right, top)) in enumerate(_paths(page)):
        wide, high = right - left, top - bottom
        if paths > _MOST_PATHS:
            return False
        if high <= _THIN < wide:
            across.add(round(bottom / 4))
        elif wide <= _THIN < high:
            down.add(round(left / 4))
        elif wide > 12 and high > 6:
            cells += 1
    if len(across) * len(down) > _MOST_CELLS or cells > _MOST_CELLS:
        return False
    return cells >= 4 or (len(across) >= 2 and len(down) >= 3) or (cells >= 1 and len(down) >= 1)


def _paths(page: Any) -> Iterator[tuple[Any, Box]]:
    """The lines and surfaces drawn on a page, and their places."""
    from pypdfium2 import raw

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for at in range(raw.FPDFPage_CountObjects(page)):
        shape = raw.FPDFPage_GetObject(page, at)
        drawn = raw.FPDFPageObj_GetType(shape) == raw.FPDF_PAGEOBJ_PATH
        if drawn and raw.FPDFPageObj_GetBounds(shape, left, bottom, right, top):
            yield shape, (left.value, bottom.value, right.value, top.value)


def rules(page: Any) -> Iterator[Box]:
    """The straight strokes across and down a page; the sides of a surface are such too."""
    for path, _ in _paths(page):
        for (x, y), (to_x, to_y) in _strokes(path):
            if abs(x - to_x) < _STRAIGHT or abs(y - to_y) < _STRAIGHT:
                yield min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)


def _strokes(path: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """From where to where on the page each straight stroke of a path runs."""
    from pypdfium2 import raw

    matrix, x, y = raw.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    raw.FPDFPageObj_GetMatrix(path, matrix)
    first = last = (0.0, 0.0)
    for at in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        if raw.FPDFPathSegment_GetClose(segment):
            yield point, first
        last = point
