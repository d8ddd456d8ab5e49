"""HTML: the words of a page as a browser shows them, with its headings, the numbers of its lists, and its tables.

Read `read_html` first, then `_Page.inside`, and the table at the end: which element is read in which way.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from ..errors import DraftError
from ..model import Document
from .docx_number_formats import lower_letter, lower_roman
from .docx_symbols import TICKED, UNTICKED, in_font
from .docx_words import BLANK
from .flow import Cell, Change, Flow
from .html_sight import Element, Look, Style, Styles, looked
from .text import decoded

LARGEST = 30_000_000  # bytes
MOST_CELLS = 50_000  # of a table
_CHARSET = re.compile(
    rb"(?i)<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w.:-]+)"
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
_BLANKS = re.compile(r"[ \t\r\n\f\xa0\u2002-\u200a]+")
_GAP = re.compile(r"\s{3,}")
_TO_NOTE = re.compile(r"(?i)#(?:sd(?:foot|end)note\d+(?:sym|anc)|_(?:ftn|edn)(?:ref)?\d+|fn(?:ref)?[-:]?\d[\d:]*)")
_NOTE = re.compile(r"(?i)(?:sd(?:foot|end)note|_?(?:ftn|edn)|fn[-:]?)\d+")
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "html", "legend", "main", "nav", "p",
    "pre", "section", "summary",
))  # fmt: skip
_SILENT = frozenset((
    "head", "script", "style", "template", "title", "meta", "link", "noscript", "datalist", "col", "colgroup",
    "base", "param",
))  # fmt: skip
_ELSEWHERE = frozenset(("iframe", "frame", "object", "embed", "applet"))
_NUMBERS: dict[str, Callable[[int], str]] = {
    "1": str, "decimal": str, "decimal-leading-zero": "{:02d}".format, "a": lower_letter, "lower-alpha": lower_letter,
    "lower-latin": lower_letter, "A": lambda n: lower_letter(n).upper(), "upper-alpha": lambda n: lower_letter(n).upper(),
    "upper-latin": lambda n: lower_letter(n).upper(), "i": lower_roman, "lower-roman": lower_roman,
    "I": lambda n: lower_roman(n).upper(), "upper-roman": lambda n: lower_roman(n).upper(),
}  # fmt: skip
_SMALL = 3  # pixels: a picture that counts who reads the page


def read_html(path: str, data: bytes, revisions: str = "accept", form: str = "html") -> Document:
    """Read a page of HTML.

    Args:
        path: the file as the user named it.
        data: its bytes, in the encoding that it declares, else in any that can be recognised.
        revisions: "accept" or "reject", how `ins` and `del` are read.
        form: the name of the format that the page was made from.

    Raises:
        DraftError: it is too large, nested too deep, or holds no words that show.
    """
    if len(data) > LARGEST:
        hint = f"Give the contract alone, in at most {LARGEST // 1_000_000} MB."
        raise DraftError("too large for a contract", path=path, hint=hint)
    try:
        root = _tree(path, data)
        page = _Page(Styles(root), revisions)
        page.inside(root, Look())
    except RecursionError:
        raise DraftError("nested deeper than any contract", path=path, hint="Save it as .docx or plain text.") from None
    return page.flow.document(path, data, form)


def _tree(path: str, data: bytes) -> Element:
    from lxml import etree, html

    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", _decoded(path, data).replace("\0", "")), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        raise DraftError("has no words", path=path, hint="Check that this is the draft.") from None
    return root


def _decoded(path: str, data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = (declared[1] or declared[2]).decode("ascii").lower()
        name = "cp1252" if name in ("iso-8859-1", "latin1", "us-ascii", "ascii") else name  # as every browser reads it
        try:
            return data.decode(name)
        except (LookupError, UnicodeError):
            pass  # it says so, and is not
    return decoded(path, data)[0]


@dataclass
class _List:
    """A list that is open: how it numbers, and the next number."""

    number: Callable[[int], str] | None
    next: int
    step: int = 1


@dataclass
class _Page:
    """A page while it is read."""

    styles: Styles
    revisions: str
    flow: Flow = field(default_factory=Flow)
    change: Change | None = None
    lists: list[_List] = field(default_factory=list)
    label: str | None = None  # of the list's item that begins here
    level: int | None = None  # of the heading that is open
    titled: bool = False

    def inside(self, element: Element, look: Look) -> None:
        self.say(element.text, look)
        for child in element:
            if isinstance(child.tag, str):
                self._element(child, look)
            self.say(child.tail, look)

    def say(self, words: str | None, look: Look) -> None:
        if not words:
            return
        if look.underlined and _GAP.fullmatch(words) and "\xa0" in words:
            words = f" {BLANK} "
        words = words.replace("\t", " ") if look.kept else _BLANKS.sub(" ", words)
        if (how := look.unseen) is not None:
            if words.strip():
                self.flow.unseen(words, how)
            return
        self.flow.say(in_font(words, look.font) if look.font or not words.isascii() else words, self.change)

    def end(self) -> None:
        """End the open paragraph; the number of a list's item goes with its first words."""
        depth = len(self.lists) - 1 if self.label else None
        if self.flow.end(self.level, self.label, titled=self.titled, depth=depth):
            self.label = None

    def _element(self, element: Element, look: Look) -> None:
        tag = element.tag
        if tag in _SILENT:
            return
        style = self.styles.of(element)
        look = looked(look, element, style)
        if read := _READ.get(tag):
            read(self, element, look, style)
        elif tag in _BLOCKS or style.get("display") in ("block", "list-item", "table", "table-row"):
            _block(self, element, look, style)
        elif _is_note(element):
            _note(self, element, look, style)
        else:
            self.inside(element, look)


def _is_note(element: Element) -> bool:
    return bool(_NOTE.fullmatch(element.get("id") or "")) and element.tag != "a"


def _block(page: _Page, element: Element, look: Look, style: Style) -> None:
    if element.get("title") in ("header", "footer") and element.tag == "div":
        return  # running heads, as LibreOffice writes them
    page.end()
    if _is_note(element):
        _note(page, element, look, style)
        return
    before, page.titled = page.titled, "title" in (element.get("class") or "").lower() and element.tag == "p"
    page.inside(element, look)
    page.end()
    page.titled = before


def _note(page: _Page, element: Element, look: Look, style: Style) -> None:
    page.end()
    label, page.label = page.label, None
    with page.flow.aside() as story:
        page.inside(element, look)
        page.end()
    page.label = label
    page.flow.hang(story, "footnote", "footnotes")


def _heading(page: _Page, element: Element, look: Look, style: Style) -> None:
    page.end()
    page.level = int(element.tag[1]) - 1
    page.inside(element, look)
    page.end()
    page.level = None


def _list(page: _Page, element: Element, look: Look, style: Style) -> None:
    page.end()
    shape = style.get("list-style-type") or element.get("type") or ("1" if element.tag == "ol" else "disc")
    shape = next((word for word in style.get("list-style", "").split() if word in _NUMBERS or word == "none"), shape)
    items = sum(1 for _ in element.iterchildren("li"))
    down = element.get("reversed") is not None
    number = None if shape == "none" else _NUMBERS.get(shape, _bullet if element.tag != "ol" else str)
    page.lists.append(_List(number, _whole(element.get("start"), items if down else 1), -1 if down else 1))
    page.inside(element, look)
    page.end()
    page.lists.pop()


def _bullet(number: int) -> str:
    return "•"


def _item(page: _Page, element: Element, look: Look, style: Style) -> None:
    page.end()
    if _is_note(element):
        _note(page, element, look, style)
        return
    inside = page.lists[-1] if page.lists else _List(_bullet, 1)
    at = _whole(element.get("value"), inside.next)
    inside.next = at + inside.step
    if inside.number is not None and style.get("list-style-type", style.get("list-style")) != "none" and not look.how:
        mark = inside.number(at)
        page.label = mark if mark == "•" else f"{mark}."
    page.inside(element, look)
    page.end()
    page.label = None


def _whole(said: str | None, otherwise: int) -> int:
    try:
        return max(-9999, min(int(said or otherwise), 99_999))
    except ValueError:
        return otherwise


def _break(page: _Page, element: Element, look: Look, style: Style) -> None:
    """A line; two in a row part paragraphs."""
    if page.flow.ending.rstrip(" ").endswith("\n"):
        page.end()
    else:
        page.flow.say("\n")


def _table(page: _Page, element: Element, look: Look, style: Style) -> None:
    page.end()
    label, page.label, level, page.level = page.label, None, page.level, None
    rows = []
    for row in _rows(element):
        row_look = looked(look, row, page.styles.of(row))
        rows.append([_cell(page, cell, row_look) for cell in row.iterchildren("td", "th")])
        if sum(map(len, rows)) > MOST_CELLS:
            page.flow.skip("table", "it has more cells than any contract's", unread=True)
            break
    page.label, page.level = label, level
    page.flow.table(rows, marks=True)


def _rows(table: Element) -> list[Element]:
    return [
        row for part in table for row in (part.iterchildren("tr") if part.tag in _PARTS else [part]) if row.tag == "tr"
    ]


def _cell(page: _Page, cell: Element, look: Look) -> Cell:
    look = looked(look, cell, page.styles.of(cell))
    with page.flow.aside() as story:
        page.inside(cell, look)
        page.end()
    page.label = None
    heads = cell.tag == "th" or next(cell.iterancestors("thead", "table")).tag == "thead"
    bold = look.bold or (next(cell.iter("b", "strong"), None) is not None)
    return Cell(tuple(story), _whole(cell.get("rowspan"), 1), _whole(cell.get("colspan"), 1), heads, bold)


def _link(page: _Page, element: Element, look: Look, style: Style) -> None:
    if not _TO_NOTE.fullmatch(element.get("href") or ""):  # the mark of a footnote
        page.inside(element, look)


def _inserted(page: _Page, element: Element, look: Look, style: Style) -> None:
    if page.revisions == "reject":
        return
    before = page.change
    page.change = Change("inserted", element.get("cite") or None, element.get("datetime") or None)
    page.inside(element, look)
    page.change = before


def _deleted(page: _Page, element: Element, look: Look, style: Style) -> None:
    if page.revisions == "reject":
        page.inside(element, look)
    else:
        page.flow.read["tracked changes"] += 1


def _picture(page: _Page, element: Element, look: Look, style: Style) -> None:
    width, height = (_whole(element.get(side), _SMALL + 1) for side in ("width", "height"))
    if not look.how and min(width, height) > _SMALL:
        page.flow.picture(width * height / 96**2)


def _elsewhere(page: _Page, element: Element, look: Look, style: Style) -> None:
    if not look.how:
        page.flow.skip("linked file", "its words are not in the draft", unread=True)


def _input(page: _Page, element: Element, look: Look, style: Style) -> None:
    kind = (element.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        page.say(TICKED if element.get("checked") is not None else UNTICKED, look)
    elif kind not in ("hidden", "submit", "button", "image", "reset", "password", "file"):
        page.say(element.get("value") or BLANK, look)


def _choice(page: _Page, element: Element, look: Look, style: Style) -> None:
    options = list(element.iter("option"))
    chosen = next((o for o in options if o.get("selected") is not None), options[0] if options else None)
    if chosen is not None:
        page.say("".join(chosen.itertext()), look)


def _rule(page: _Page, element: Element, look: Look, style: Style) -> None:
    page.end()


_PARTS = frozenset(("thead", "tbody", "tfoot"))
_READ: dict[str, Callable[[_Page, Element, Look, Style], None]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ol", "ul", "menu", "dir"), _list),
    **dict.fromkeys(_ELSEWHERE, _elsewhere),
    "li": _item,
    "br": _break,
    "hr": _rule,
    "table": _table,
    "a": _link,
    "ins": _inserted,
    "del": _deleted,
    "img": _picture,
    "input": _input,
    "select": _choice,
}
