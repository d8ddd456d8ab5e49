"""What a run of words looks like on its page, as far as it decides whether anybody sees it.

Word hides a run that is marked so; an author hides one by its colour, its size or its place. Where we cannot tell what
lies behind the words (a shape, a table style with colours), they count as seen.
"""

from __future__ import annotations

from functools import lru_cache

from .docx_styles import UNKNOWN, Styles, fill_of, six
from .docx_xml import Element, Marks, W, inner, is_on, value

_VANISH, _NAMED, _SIZE, _COLOUR, _VAL = (f"{W}{name}" for name in ("vanish", "rStyle", "sz", "color", "val"))
_MARKED, _SHADING = f"{W}highlight", f"{W}shd"
HIDDEN = "hidden in Word"
_TINY = 6  # half points: letters of less than 3 points are no print
_ALIKE = 24  # of 255, in every colour: what nobody tells apart on a page
_WHITE, _BLACK = "FFFFFF", "000000"  # black on black is no contract that anybody sends
_WIDEST = 22 * 914_400  # EMU: no page of Word is wider
_A_PAGE = 36 * 914_400**2  # EMU squared: 36 square inches, most of what the margins of a page leave
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
_USUAL = ("auto", _BLACK, None)


class Sight:
    """The runs of one paragraph, and how each is seen."""

    def __init__(self, styles: Styles, paragraph: Element) -> None:
        self._styles = styles
        self._form = styles.of(paragraph)
        self._paragraph = paragraph
        self._usual = styles.look(None, self._form.style)
        self._behind: str | None = None

    def unseen(self, marks: Marks) -> str | None:
        """How the page hides a run, or None where it shows it; `marks` are what its `w:rPr` holds, by tag."""
        named, vanish, sized, coloured = marks.get(_NAMED), marks.get(_VANISH), marks.get(_SIZE), marks.get(_COLOUR)
        look = self._usual if named is None else self._styles.look(named.get(_VAL), self._form.style)
        if look.hides if vanish is None else is_on(vanish):
            return HIDDEN
        size = look.size if sized is None else sized.get(_VAL) or look.size
        if size and size.isdecimal() and int(size) < _TINY:
            return f"only {int(size) / 2:g} points high"
        colour = look.colour if coloured is None else coloured.get(_VAL) or look.colour
        if colour in _USUAL or not (behind := self._under(marks)):
            return None
        if not _alike(colour, behind):
            return None
        return "white on white" if _alike(behind, _WHITE) else "in the colour of its background"

    def _under(self, marks: Marks) -> str:
        """The colour behind a run, as six digits."""
        marked = _HIGHLIGHTS.get(_val(marks, _MARKED) or "") or fill_of(marks.get(_SHADING))
        if marked is not None:
            return marked
        if self._behind is None:
            self._behind = self._behind_paragraph()
        return self._behind

    def _behind_paragraph(self) -> str:
        own = fill_of(self._form.own.get(_SHADING))
        if own is None:
            own = self._form.inherited.fill
        if own is not None:
            return own
        for above in self._paragraph.iterancestors(f"{W}tc", f"{W}tbl", f"{W}txbxContent"):
            fill = fill_of(inner(above, "tcPr/shd")) if above.tag == f"{W}tc" else None
            if fill is not None:
                return fill
            if above.tag == f"{W}txbxContent" or self._styles.has_shading(value(above, "tblPr/tblStyle")):
                return UNKNOWN
        return _page(self._paragraph)


def _val(marks: Marks, tag: str) -> str | None:
    mark = marks.get(tag)
    return None if mark is None else mark.get(_VAL)


def off_the_page(drawing: Element) -> str | None:
    """How a shape's place hides it, or None: Word lets one be put anywhere, on the page or not."""
    for anchor in drawing.iter(f"{_DRAWING}anchor"):
        if (anchor.get("hidden") or "0") in ("1", "true"):
            return HIDDEN
        extent = anchor.find(f"{_DRAWING}extent")
        for way, side in (("positionH", "cx"), ("positionV", "cy")):
            offset = _emu(anchor.findtext(f"{_DRAWING}{way}/{_DRAWING}posOffset"))
            length = _emu(None if extent is None else extent.get(side))
            at_page = (anchor.find(f"{_DRAWING}{way}").get("relativeFrom") or "") == "page" if offset else False
            if abs(offset) > _WIDEST or (at_page and offset < 0 and offset + length <= 0):
                return "outside the page"
    return None


def fills_a_page(drawing: Element) -> bool:
    """Whether a picture is so large that it may be a page of the contract, pasted in as a scan."""
    return any(_emu(e.get("cx")) * _emu(e.get("cy")) > _A_PAGE for e in drawing.iter(f"{_DRAWING}extent"))


def _emu(text: str | None) -> int:
    try:
        return int(text or 0)
    except ValueError:
        return 0


def _page(paragraph: Element) -> str:
    root = paragraph.getroottree().getroot()
    painted = next(root.iterchildren(f"{W}background"), None)  # of thousands of footnotes, `inner` would ask each
    return six(None if painted is None else painted.get(f"{W}color")) or _WHITE


@lru_cache(maxsize=256)
def _alike(one: str, other: str) -> bool:
    if six(one) is None or six(other) is None:
        return False
    pairs = zip(bytes.fromhex(one), bytes.fromhex(other))
    return all(abs(a - b) <= _ALIKE for a, b in pairs)
