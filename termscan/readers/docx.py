"""DOCX: the body of a Word draft, paragraph by paragraph and row by row, as its pages show it.

Read in this order: `read_docx`, then `_Draft`, which walks the body. What each part does, its module says: docx_package
(opening), docx_revisions (tracked changes), docx_styles, docx_numbering, docx_words (one paragraph), docx_tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal, NamedTuple

from ..errors import DraftError
from ..model import Block, Document, Hidden, Skipped, Tracked
from .docx_counted_fields import CountedFields, counts, place_of
from .docx_numbering import Label, Numbering
from .docx_package import Package, open_package
from .docx_revisions import join_hidden_marks, settle
from .docx_styles import Styles
from .docx_tables import cells_of, is_frame, rows_of
from .docx_words import EMBEDDED, SCAN, Note, Piece, Words, joined, words_of
from .docx_xml import MC, Element, W, chosen
from .invisible import INSIDE
from .wording import LONGEST_HEADING, Style, is_sentence, short, style_of, title_of

_NAMED = re.compile(r"[A-Za-z]{4}")  # "Article IV" stands without words, "4.2" does not
_CONTENTS = re.compile(r"\s(?:\d{1,3}|[ivx]{1,5})$")  # a line of a table of contents ends with its page
_HOLDERS = frozenset({f"{W}{n}" for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "del", "moveFrom")})
_ELSEWHERE = {f"{W}altChunk": "inserted file", f"{W}subDoc": "linked file"}
_BLOCKS = frozenset((f"{W}p", f"{W}tbl", *_ELSEWHERE))
_WHY = {EMBEDDED: "its words are not in the draft"}
_NEXT_ROW = "\n"
_NEXT_BLOCK = "\n\n"


def read_docx(path: str, data: bytes, revisions: str = "accept") -> Document:
    """Read a Word draft.

    Args:
        path: the file as the user named it.
        data: its bytes.
        revisions: "accept" or "reject", how tracked changes are read.

    Returns:
        A Document whose text holds the numbers that Word computes. Of a table the rows are blocks of style "row": those
        with the headings of its columns have level 0, the others level 1.

    Raises:
        DraftError: it is damaged, encrypted, a ZIP bomb, or holds no words.
    """
    package = open_package(path, data)
    try:
        draft = _Draft(package, revisions)
        draft.walk(package.document.find(f"{W}body"))
    except RecursionError:
        raise DraftError("nested deeper than any contract", path=path, hint="Save it anew from Word.") from None
    text = "".join(draft.said)
    if not text:
        held = draft.skipped[0].what if draft.skipped else None
        problem = f"has no words that show, only: {held}" if held else "has no words"
        raise DraftError(problem, path=path, hint="Check that this is the draft.")
    return Document(
        path=path,
        sha256=sha256(data).hexdigest(),
        format="docx",
        text=text,
        blocks=tuple(draft.blocks),
        tracked=tuple(draft.tracked) if revisions == "accept" else (),
        title=title_of(text, draft.blocks),
        read=tuple((name, count) for name, count in draft.read.items() if count),
        skipped=tuple(draft.skipped),
        hidden=tuple(draft.hidden),
    )


class Origin(NamedTuple):
    """A stretch of the text, and the element of the draft's tree that says it (a `w:t`, a `w:tab`, a `w:sym` …)."""

    start: int
    end: int
    element: Element


def origins(package: Package) -> list[Origin]:
    """Where in the draft's own trees its text comes from, in the order of the text; its tracked changes get accepted.

    Numbers that Word computes and the bars between cells come from nowhere.
    """
    placed: list[tuple[int, tuple[Piece, ...]]] = []
    _Draft(package, "accept", placed=placed).walk(package.document.find(f"{W}body"))
    return [origin for start, pieces in placed for origin in _origins(start, pieces)]


def _origins(at: int, pieces: Iterable[Piece]) -> Iterator[Origin]:
    for said, _, source in pieces:
        if source is not None:
            yield Origin(at, at + len(said), source)
        at += len(said)


@dataclass
class _Draft:
    """A draft while it is read: its text so far, and what was found in it."""

    package: Package
    revisions: str
    said: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    tracked: list[Tracked] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    placed: list[tuple[int, tuple[Piece, ...]]] | None = None  # kept only for `origins`, for it holds the whole tree
    read: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._styles = Styles(self.package.styles)
        self._numbering = Numbering(self.package.numbering, self._styles)
        self._fields = CountedFields(self._numbering)
        self._open_table: Element | None = None
        self.read["tables"] = self.read["footnotes"] = self.read["text boxes"] = 0  # told in this order
        notes = (("footnotes", self.package.footnotes), ("endnotes", self.package.endnotes))
        self._notes = {Note(kind, n.get(f"{W}id", "")): n for kind, story in notes if story is not None for n in story}
        for story in (self.package.document, self.package.footnotes, self.package.endnotes):
            if story is not None:
                self.read["tracked changes"] += settle(story, self.revisions)
                self.read["comments"] += sum(1 for _ in story.iter(f"{W}commentReference"))
                join_hidden_marks(story)

    def walk(self, story: Element, style: Style | None = None) -> None:
        """Read what stands in a body, a note or a text box; `style` is that of all its paragraphs."""
        for element in _blocks(story):
            if element.tag == f"{W}p":
                self._paragraph(element, style)
            elif element.tag in _ELSEWHERE:
                why = "its words are not in the draft"
                self.skipped.append(Skipped(_ELSEWHERE[element.tag], self._here(), why, unread=True, at=self.length))
            elif is_frame(element):
                for cell in cells_of(element):
                    self.walk(cell, style)
            else:
                self._table(element)

    def _paragraph(self, paragraph: Element, style: Style | None) -> None:
        words, label = self._words(paragraph)
        text = words.text
        if self._is_contents(paragraph, text):
            return
        number = label.text if label else ""
        if text or _NAMED.search(number):
            level = self._styles.heading_level(paragraph)
            kind = style or style_of(text, level, self._styles.of(paragraph).inherited.title)
            level = label.level if label else level
            self._add(words.led_by(number), kind, level, number or None, _NEXT_BLOCK)
        self._hanging(words)

    def _words(self, paragraph: Element) -> tuple[Words, Label | None]:
        """The words of a paragraph and its number. Word does not count one that is hidden whole or only ends a section."""
        early: list[Label | None] = []  # a field in a paragraph counts after the paragraph's own number

        def counted(instruction: str) -> str:
            if not counts(instruction):
                return ""
            if not early:
                early.append(self._numbering.label(paragraph))
            heading = self._styles.heading_level(paragraph)
            return self._fields.shown(instruction, place_of(paragraph, self._numbering, heading))

        words = words_of(paragraph, self._styles, counted)
        if early:
            return words, early[0]
        hidden = bool(words.hidden) and self._styles.hides_mark(paragraph)
        if not words.pieces and (hidden or f"{W}sectPr" in self._styles.of(paragraph).own):
            return words, None
        return words, self._numbering.label(paragraph)

    def _is_contents(self, paragraph: Element, text: str) -> bool:
        """A line of the table of contents repeats a heading, and is told as skipped once."""
        if not self._styles.of(paragraph).inherited.name.startswith("toc "):
            return False
        paged = next(paragraph.iter(f"{W}tab", f"{W}ptab"), None) is not None and _CONTENTS.search(text)
        if not paged or len(text) > LONGEST_HEADING or is_sentence(text):
            return False
        if not any(s.what == "table of contents" for s in self.skipped):
            self.skipped.append(Skipped("table of contents", self._here(), "it repeats the headings"))
        return True

    def _table(self, table: Element) -> None:
        self.read["tables"] += 1
        for row in rows_of(table, self._cell):
            follows = bool(self.blocks) and self.blocks[-1].style == "row" and self._open_table is table
            if row.words.text.strip("| "):
                self._add(row.words, "row", 0 if row.heads else 1, None, _NEXT_ROW if follows else _NEXT_BLOCK)
            self._open_table = table
            self._hanging(row.words)

    def _cell(self, cell: Element) -> Words:
        """The words of a cell, with those of tables inside it."""
        parts = []
        for element in _blocks(cell):
            if element.tag == f"{W}p":
                words, label = self._words(element)
                parts.append(words.led_by(label.text) if label and words.pieces else words)
            elif element.tag == f"{W}tbl":
                parts += [self._cell(inside) for inside in cells_of(element)]
        return joined([part for part in parts if part], " ").on_one_line()

    def _add(self, words: Words, style: Style, level: int | None, label: str | None, gap: str) -> None:
        gap = gap if self.blocks else ""
        start = at = self.length + len(gap)
        for piece in words.pieces:
            if piece.change is not None:
                self._track(at, at + len(piece.said), piece.change)
            at += len(piece.said)
        if self.placed is not None:
            self.placed.append((start, words.pieces))
        self.said += [gap, words.text]
        self.length = at
        self.blocks.append(Block(start, at, style, level, label))

    def _track(self, start: int, end: int, mark: Element) -> None:
        change: Literal["inserted", "moved"] = "moved" if mark.tag == f"{W}moveTo" else "inserted"
        author, date = mark.get(f"{W}author"), mark.get(f"{W}date")
        last = self.tracked[-1] if self.tracked else None
        if last and last.end == start and (last.change, last.author, last.date) == (change, author, date):
            start = self.tracked.pop().start
        self.tracked.append(Tracked(start, end, change, author, date))

    def _hanging(self, words: Words) -> None:
        """What hangs on words that were just added: footnotes, text boxes, and what cannot be read."""
        for unseen in words.hidden:
            self.hidden.append(Hidden(unseen.words, unseen.how, self.length))
            if unseen.how == INSIDE:
                continue  # the word itself is read
            why = f"nobody sees it, it is {unseen.how}: “{short(unseen.words)}”"
            self.skipped.append(Skipped("hidden text", self._here(), why))
        for what in words.unread:
            why = _WHY.get(what, "words in a picture are not read")
            self.skipped.append(Skipped(what, self._here(), why, unread=what in (SCAN, EMBEDDED), at=self.length))
        for note in words.notes:
            story = self._notes.pop(note, None)  # once: a note that refers to itself would never end
            if story is not None:
                self.read["footnotes"] += 1
                self.walk(story, "footnote")
        for box in words.boxes:
            self.read["text boxes"] += 1
            self.walk(box, "textbox")

    def _here(self) -> str:
        """Where in the draft the last words stand, in words that can be searched for."""
        return f"at “{short(self.said[-1])}”" if self.said else "at the very start"


def _blocks(story: Element) -> Iterator[Element]:
    """Paragraphs, tables and files from elsewhere, in their order, through content controls."""
    for element in story:
        if element.tag in _BLOCKS:
            yield element
        elif element.tag in _HOLDERS:
            yield from _blocks(element)
        elif element.tag == f"{MC}AlternateContent" and (branch := chosen(element)) is not None:
            yield from _blocks(branch)
