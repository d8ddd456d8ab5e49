"""What no eye sees on a PDF page, taken off the page before it is read.

Asked of pdfium's page objects, never of every character: drawn without ink (render mode 3), in the colour of what lies
behind, under 3 points, outside the page, or under a picture. A scan has its recognised words under or over its picture,
and those are what the eye sees: where most words of a page stand so, none of them counts as hidden.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from .pdf_lines import Box, clean

Colour = tuple[int, int, int]
_WHITE: Colour = (255, 255, 255)
_ALIKE = 10  # of 255, in every colour
_TINY = 3.0  # points
_SCAN = 0.5  # share of a page's letters that stand on a picture, from which the picture is a scan of them
_NO_INK = "drawn without ink"
_COVERED = "behind a picture"
_RECTANGLE = 5  # strokes of a path; a shape with more covers less than its box
_MOST = 20_000  # objects looked at on a page


class _Text(NamedTuple):
    handle: Any
    number: int  # of the object, in the order of drawing
    box: Box
    how: str | None
    letters: int


class _Surface(NamedTuple):
    """What was painted over a part of the page: a colour, or a picture (None)."""

    number: int
    box: Box
    colour: Colour | None
    covers: bool  # nothing shows through it
    picture: bool = False


class Unseen(NamedTuple):
    """Hidden words, how they are hidden, and their height on the page from its bottom."""

    words: str
    how: str
    bottom: float


class Sight(NamedTuple):
    """What of a page is not seen, the share of the page that its largest picture takes, and whether its words are a scan's."""

    unseen: list[Unseen]
    picture: float = 0.0
    scanned: bool = False


def take_off_unseen(page: Any, textpage: Any) -> Sight:
    """Take the text that nobody sees off the page, which is then to be read anew; what it said, and how it is hidden."""
    from pypdfium2 import raw

    texts, surfaces = _walked(page, textpage)
    hidden = [(text, how) for text in texts if (how := _how(text, surfaces))]
    picture = max((_area(s.box) for s in surfaces if s.picture), default=0.0) / max(_area(page.get_cropbox()), 1.0)
    if not hidden:
        return Sight([], picture)
    letters = sum(text.letters for text in texts)
    scanned = sum(text.letters for text, how in hidden if how in (_NO_INK, _COVERED) and _on_picture(text, surfaces))
    is_scan = scanned > _SCAN * letters
    if is_scan:
        hidden = [
            (text, how) for text, how in hidden if not (how in (_NO_INK, _COVERED) and _on_picture(text, surfaces))
        ]
    told = [Unseen(words, how, text.box[1]) for text, how in hidden if (words := _words(text, textpage))]
    if told:
        for text, _ in hidden:
            raw.FPDFPage_RemoveObject(page, text.handle)
    return Sight(told, picture, is_scan)


def _area(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def _walked(page: Any, textpage: Any) -> tuple[list[_Text], list[_Surface]]:
    from pypdfium2 import raw

    left, bottom, right, top = page.get_cropbox()
    texts: list[_Text] = []
    surfaces: list[_Surface] = []
    for number, (handle, kind, box) in enumerate(_objects(page)):
        if kind != raw.FPDF_PAGEOBJ_TEXT:
            surfaces += _surface(handle, kind, number, box)
            continue
        outside = box[2] < left or box[0] > right or box[3] < bottom or box[1] > top
        how = "outside the page" if outside else _ink(handle) or _small(handle) or _pale(handle, box, surfaces)
        texts.append(_Text(handle, number, box, how, int(max(box[2] - box[0], 1))))
    return texts, surfaces


def _objects(page: Any) -> Iterator[tuple[Any, int, Box]]:
    from pypdfium2 import raw

    edges = [ctypes.c_float() for _ in range(4)]
    places = [ctypes.byref(edge) for edge in edges]
    for at in range(min(raw.FPDFPage_CountObjects(page), _MOST)):
        handle = raw.FPDFPage_GetObject(page, at)
        if raw.FPDFPageObj_GetBounds(handle, *places):
            yield (
                handle,
                raw.FPDFPageObj_GetType(handle),
                (edges[0].value, edges[1].value, edges[2].value, edges[3].value),
            )


def _ink(handle: Any) -> str | None:
    from pypdfium2 import raw

    mode = raw.FPDFTextObj_GetTextRenderMode(handle)
    return _NO_INK if mode in (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP) else None


def _small(handle: Any) -> str | None:
    from pypdfium2 import raw

    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(handle, size)
    raw.FPDFPageObj_GetMatrix(handle, matrix)
    points = abs(size.value) * abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5
    return f"only {points:.1f} points high" if 0 < points < _TINY else None


def _pale(handle: Any, box: Box, surfaces: Sequence[_Surface]) -> str | None:
    """The same colour as what was painted last behind the words."""
    from pypdfium2 import raw

    colour = _colour(handle)
    if colour is None or not (surfaces or _alike(colour, _WHITE)):
        return None
    if raw.FPDFTextObj_GetTextRenderMode(handle) != raw.FPDF_TEXTRENDERMODE_FILL:
        return None  # its outline may have another colour
    under = next((s.colour for s in reversed(surfaces) if _holds(s.box, box)), _WHITE)
    if under is None or not _alike(colour, under):
        return None
    return "white on white" if _alike(under, _WHITE) else "in the colour of its background"


def _surface(handle: Any, kind: int, number: int, box: Box) -> Iterator[_Surface]:
    from pypdfium2 import raw

    clear = bool(raw.FPDFPageObj_HasTransparency(handle))
    if kind == raw.FPDF_PAGEOBJ_PATH:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(handle, mode, stroke)
        if mode.value != raw.FPDF_FILLMODE_NONE:
            plain = not clear and raw.FPDFPath_CountSegments(handle) <= _RECTANGLE
            colour = _colour(handle) if plain else None
            yield _Surface(number, box, colour, False)
    else:  # a picture, a shading or a form, of which we know no colour
        picture = kind == raw.FPDF_PAGEOBJ_IMAGE
        yield _Surface(number, box, None, picture and not clear and _opaque(handle), picture)


def _opaque(image: Any) -> bool:
    """Whether nothing shows through a picture: one with a mask (a signature, a stamp) is drawn with an alpha channel."""
    from pypdfium2 import raw

    bitmap = raw.FPDFImageObj_GetBitmap(image)
    if not bitmap:
        return False
    form = raw.FPDFBitmap_GetFormat(bitmap)
    raw.FPDFBitmap_Destroy(bitmap)
    return bool(form in (raw.FPDFBitmap_Gray, raw.FPDFBitmap_BGR, raw.FPDFBitmap_BGRx))


def _colour(handle: Any) -> Colour | None:
    from pypdfium2 import raw

    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
        return None
    return red.value, green.value, blue.value


def _how(text: _Text, surfaces: Sequence[_Surface]) -> str | None:
    covered = any(s.covers and s.number > text.number and _holds(s.box, text.box) for s in surfaces)
    return text.how or (_COVERED if covered else None)


def _on_picture(text: _Text, surfaces: Sequence[_Surface]) -> bool:
    return any(s.colour is None and _holds(s.box, text.box) for s in surfaces)


def _holds(outer: Box, inner: Box) -> bool:
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= _ALIKE for a, b in zip(one, other))


def _words(text: _Text, textpage: Any) -> str:
    from pypdfium2 import raw

    length = raw.FPDFTextObj_GetText(text.handle, textpage, None, 0)
    if length <= 2:
        return ""
    units = (ctypes.c_ushort * (length // 2 + 1))()
    raw.FPDFTextObj_GetText(text.handle, textpage, units, length)
    return clean(bytes(units)[:length].decode("utf-16-le", "replace").rstrip("\0"))
