"""OpenDocument text: paragraphs, the numbers that its lists give them, tables and notes, as the pages show them.

Element and attribute names are those of OpenDocument 1.3, part 3. Read `read_odt` first, then `_Story`, and the table at the end:
which element is read in which way.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..errors import DraftError
from ..model import Document
from .docx_symbols import in_font
from .docx_words import BLANK
from .flow import Cell, Change, Flow
from .odt_styles import (
    DC,
    DRAW,
    HIDDEN,
    OFFICE,
    SVG,
    TABLE,
    TEXT,
    XLINK,
    Element,
    Label,
    Look,
    Numbering,
    Styles,
    inches,
)

LARGEST = 100_000_000  # bytes of XML, unpacked
MOST_REPEATED = 50  # blanks, cells and rows that are told by a number
_SAVE_ANEW = "Open it in LibreOffice and save it anew."


def read_odt(path: str, data: bytes, revisions: str = "accept") -> Document:
    """Read an OpenDocument text.

    Args:
        path: the file as the user named it.
        data: its bytes.
        revisions: "accept" or "reject", how tracked changes are read.

    Raises:
        DraftError: it is damaged, encrypted, a ZIP bomb, or holds no words that show.
    """
    content, styles = _opened(path, data)
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise DraftError("no text document", path=path, hint="Give the draft as .odt or .docx.")
    known = Styles(content, styles)
    story = _Story(known, Numbering(known), revisions)
    try:
        story.learn_changes(body)
        story.inside(body, Look())
    except RecursionError:
        raise DraftError("nested deeper than any contract", path=path, hint=_SAVE_ANEW) from None
    return story.flow.document(path, data, "odt")


def _opened(path: str, data: bytes) -> tuple[Element, Element | None]:
    """The trees of content and styles."""
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _refuse_encrypted(path, package)
            content = _part(path, package, "content.xml")
            styles = _part(path, package, "styles.xml") if "styles.xml" in package.namelist() else None
    except etree.XMLSyntaxError as fault:
        problem = "nested deeper than any contract" if "depth" in str(fault).lower() else "damaged inside"
        raise DraftError(problem, path=path, hint=_SAVE_ANEW) from None
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, ValueError, RuntimeError, etree.LxmlError):
        raise DraftError("damaged, and cannot be unpacked in full", path=path, hint=_SAVE_ANEW) from None
    return content, styles


def _refuse_encrypted(path: str, package: zipfile.ZipFile) -> None:
    """Encrypted parts are listed in the manifest, which itself is not encrypted (part 2, 4.3)."""
    if "META-INF/manifest.xml" not in package.namelist():
        return
    with package.open("META-INF/manifest.xml") as manifest:
        if b"encryption-data" in manifest.read(1_000_000):
            raise DraftError("protected with a password", path=path, hint="Take the password off and save it again.")


def _part(path: str, package: zipfile.ZipFile, name: str) -> Element:
    from lxml import etree

    if package.getinfo(name).file_size > LARGEST:
        raise DraftError("unpacks to more than any contract holds", path=path, hint="Do not open it; ask who sent it.")
    part = package.read(name)
    if b"<!DOCTYPE" in part[:4096].replace(b"\0", b""):
        raise DraftError("declares XML entities, which no writer of it does", path=path, hint=_SAVE_ANEW)
    return etree.fromstring(
        part, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    )


@dataclass
class _Story:
    """A draft while it is read."""

    styles: Styles
    numbering: Numbering
    revisions: str
    flow: Flow = field(default_factory=Flow)
    changes: dict[str, tuple[Element, Change]] = field(default_factory=dict)  # by id: the region, and who made it
    change: Change | None = None
    label: Label | None = None  # of the list's item that begins here
    depth: int = 0  # of the list that is open

    def inside(self, element: Element, look: Look) -> None:
        self.say(element.text, look)
        for child in element:
            if isinstance(child.tag, str):
                read = _READ.get(child.tag)
                if read is not None:
                    read(self, child, look)
                elif child.tag not in _SILENT:
                    self.inside(child, look)
            self.say(child.tail, look)

    def say(self, words: str | None, look: Look) -> None:
        if not words or (self.change is not None and self.revisions == "reject"):
            return
        words = " ".join(words.replace("\n", " ").split(" ")) if "\n" in words else words
        if (how := look.unseen) is not None:
            if words.strip():
                self.flow.unseen(words, how)
            return
        self.flow.say(in_font(words, look.font) if look.font or not words.isascii() else words, self.change)

    def learn_changes(self, body: Element) -> None:
        """The tracked changes of the draft, which stand before its words."""
        for region in body.iter(f"{TEXT}changed-region"):
            kind = next((c for c in region if isinstance(c.tag, str)), None)
            if kind is None:
                continue
            author, date = kind.findtext(f".//{DC}creator"), kind.findtext(f".//{DC}date")
            name = region.get(f"{TEXT}id") or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
            self.changes[name] = (kind, Change("inserted", author, date))
            self.flow.read["tracked changes"] += kind.tag == f"{TEXT}deletion"


def _paragraph(story: _Story, element: Element, look: Look) -> None:
    name = element.get(f"{TEXT}style-name")
    look = story.styles.paragraph_look(name, look)
    if any(mark.get(f"{TEXT}is-hidden") == "true" for mark in element.iter(f"{TEXT}hidden-paragraph")):
        look = look._replace(how=HIDDEN)
    heading = element.tag == f"{TEXT}h"
    level = _whole(element.get(f"{TEXT}outline-level"), 1) - 1 if heading else None
    label, story.label = story.label, None
    if label is None and heading and element.get(f"{TEXT}is-list-header") != "true":
        label = story.numbering.of_heading(name, level or 0)
    if label is None and not heading:
        level = story.styles.outline_level(name)
    story.inside(element, look)
    number = label.text if label and not look.how else None
    depth = label.depth if label else None
    if not story.flow.end(level, number, titled=story.styles.is_title(name), depth=depth) and label and not number:
        story.label = label


def _list(story: _Story, element: Element, look: Look) -> None:
    story.flow.end()
    story.numbering.enter(element, story.depth)
    story.depth += 1
    for item in element:
        if item.tag in (f"{TEXT}list-item", f"{TEXT}list-header"):
            first = next(iter(item), None)
            counted = first is not None and item.tag == f"{TEXT}list-item" and first.tag != f"{TEXT}list"
            starts = item.get(f"{TEXT}start-value")
            story.label = story.numbering.next(story.depth - 1, starts) if counted else None
            story.inside(item, look)
            story.label = None
    story.depth -= 1
    story.numbering.leave(story.depth)


def _span(story: _Story, element: Element, look: Look) -> None:
    story.inside(element, story.styles.look(element.get(f"{TEXT}style-name"), "text", look))


def _blanks(story: _Story, element: Element, look: Look) -> None:
    count = min(_whole(element.get(f"{TEXT}c"), 1), MOST_REPEATED)
    story.say(f" {BLANK} " if look.underlined and count > 2 else " ", look)


def _tab(story: _Story, element: Element, look: Look) -> None:
    story.say(f" {BLANK} " if look.underlined else " ", look)


def _break(story: _Story, element: Element, look: Look) -> None:
    if not look.unseen:
        story.flow.say("\n", story.change)


def _note(story: _Story, element: Element, look: Look) -> None:
    body = element.find(f"{TEXT}note-body")
    if body is None or look.unseen:
        return
    label, story.label = story.label, None
    with story.flow.aside() as said:
        story.inside(body, Look())
    story.label = label
    story.flow.hang(said, "footnote", "footnotes")


def _box(story: _Story, element: Element, look: Look) -> None:
    label, story.label = story.label, None
    with story.flow.aside() as said:
        story.inside(element, Look(look.how))
    story.label = label
    story.flow.hang(said, "textbox", "text boxes")


def _frame(story: _Story, element: Element, look: Look) -> None:
    """A frame holds one content in several forms; the first is what is shown."""
    for held in element:
        if held.tag == f"{DRAW}text-box":
            _box(story, held, look)
            return
        if held.tag == f"{DRAW}image":
            width, height = (inches(element.get(f"{SVG}{side}")) for side in ("width", "height"))
            story.flow.picture(width * height)
            return
        if held.tag in (f"{DRAW}object", f"{DRAW}object-ole"):
            story.flow.skip("embedded object", "its words are not in the draft", unread=True)
            return


def _shape(story: _Story, element: Element, look: Look) -> None:
    if next(element.iter(f"{TEXT}p"), None) is not None:
        _box(story, element, look)


def _table(story: _Story, element: Element, look: Look) -> None:
    story.flow.end()
    label, story.label = story.label, None
    rows = []
    for row, heads in _rows(element, False):
        cells = [cell for each in row for cell in _cells(story, each, heads, look)]
        rows += [cells] * (min(_whole(row.get(f"{TABLE}number-rows-repeated"), 1), MOST_REPEATED))
    story.label = label
    story.flow.table(rows)


def _rows(table: Element, heads: bool) -> Iterator[tuple[Element, bool]]:
    for part in table:
        if part.tag == f"{TABLE}table-row":
            yield part, heads
        elif part.tag in (f"{TABLE}table-rows", f"{TABLE}table-row-group", f"{TABLE}table-header-rows"):
            yield from _rows(part, heads or part.tag.endswith("header-rows"))


def _cells(story: _Story, cell: Element, heads: bool, look: Look) -> list[Cell]:
    """A cell, as often as it is repeated; one that another covers is left out."""
    if cell.tag != f"{TABLE}table-cell":
        return []
    look = story.styles.look(cell.get(f"{TABLE}style-name"), "table-cell", look)
    with story.flow.aside() as said:
        story.inside(cell, look)
    down, across = (_whole(cell.get(f"{TABLE}number-{way}-spanned"), 1) for way in ("rows", "columns"))
    found = Cell(tuple(said), down, across, heads)
    return [found] * min(_whole(cell.get(f"{TABLE}number-columns-repeated"), 1), MOST_REPEATED)


def _section(story: _Story, element: Element, look: Look) -> None:
    """A section may be hidden, or come from another file."""
    if element.find(f"{TEXT}section-source") is not None and element.find(f"{TEXT}section-source").get(f"{XLINK}href"):
        story.flow.skip("linked file", "its words may be others in the file that it comes from")
    display, condition = element.get(f"{TEXT}display"), element.get(f"{TEXT}is-hidden") == "true"
    hidden = display == "none" or (display == "condition" and condition)
    story.inside(element, look._replace(how=HIDDEN) if hidden else look)


def _contents(story: _Story, element: Element, look: Look) -> None:
    if not any(s.what == "table of contents" for s in story.flow.skipped):
        story.flow.skip("table of contents", "it repeats the headings")


def _hidden_text(story: _Story, element: Element, look: Look) -> None:
    words = element.get(f"{TEXT}string-value") or "".join(element.itertext())
    if element.get(f"{TEXT}is-hidden", "true") == "false":
        story.say(words, look)
    elif words.strip():
        story.flow.unseen(words, HIDDEN)


def _changed(story: _Story, element: Element, look: Look) -> None:
    """Where a change begins or ends, or where words were deleted."""
    region = story.changes.get(element.get(f"{TEXT}change-id") or "")
    if region is None:
        return
    kind, change = region
    if element.tag == f"{TEXT}change" and kind.tag == f"{TEXT}deletion":
        if story.revisions == "reject":
            for paragraph in kind.iter(f"{TEXT}p", f"{TEXT}h"):
                story.inside(paragraph, look)
    elif kind.tag == f"{TEXT}insertion":
        story.change = change if element.tag == f"{TEXT}change-start" else None


def _comment(story: _Story, element: Element, look: Look) -> None:
    story.flow.read["comments"] += 1


def _whole(said: str | None, otherwise: int) -> int:
    try:
        return max(0, min(int(said or otherwise), 99_999))
    except ValueError:
        return otherwise


_SILENT = frozenset(
    f"{TEXT}{name}"
    for name in (
        "tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls", "alphabetical-index-auto-mark-file",
        "note-citation", "number", "section-source", "ruby-text", "bookmark",
        "hidden-paragraph", "alphabetical-index-mark", "toc-mark", "user-index-mark",
    )
) | {f"{OFFICE}forms", f"{OFFICE}annotation-end", f"{OFFICE}event-listeners", f"{OFFICE}scripts"}  # fmt: skip
_READ: dict[str, Callable[[_Story, Element, Look], None]] = {
    **dict.fromkeys((f"{TEXT}p", f"{TEXT}h"), _paragraph),
    **dict.fromkeys((f"{TEXT}span", f"{TEXT}a"), _span),
    **dict.fromkeys((f"{TEXT}change", f"{TEXT}change-start", f"{TEXT}change-end"), _changed),
    **dict.fromkeys((f"{DRAW}{shape}" for shape in ("rect", "custom-shape", "ellipse", "circle", "polygon", "line", "path")), _shape),
    f"{TEXT}list": _list,
    f"{TEXT}s": _blanks,
    f"{TEXT}tab": _tab,
    f"{TEXT}line-break": _break,
    f"{TEXT}note": _note,
    f"{TEXT}section": _section,
    f"{TEXT}table-of-content": _contents,
    f"{TEXT}hidden-text": _hidden_text,
    f"{OFFICE}annotation": _comment,
    f"{DRAW}frame": _frame,
    f"{TABLE}table": _table,
}  # fmt: skip
