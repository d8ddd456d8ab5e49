"""A draft that comes as a flow of paragraphs and rows (HTML, OpenDocument, RTF), collected into a Document.

A reader says words, then ends the paragraph that they are; what it reads aside (a cell, a footnote, a text box) it reads
in the same way, within `aside`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Literal, NamedTuple

from ..errors import DraftError
from ..model import Block, Document, Hidden, Skipped, Tracked
from .docx_words import SCAN, Piece, tidied
from .invisible import INSIDE, split_words, without_invisible
from .wording import Style, names_columns, short, style_of, title_of

MOST_COLUMNS = 300
A_PAGE = 36  # square inches: most of what the margins of a page leave
LONGEST_REPEATED = 200  # characters; a longer cell that spans rows is a passage, which is said once
_NAMED = re.compile(r"[A-Za-z]{4}")  # "Article IV" stands without words, "4.2" does not
_GLUED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}\.)(?=[“\"A-Z])|\((?:[a-z]{1,2}|[ivx]{1,5})\)(?=\w)")
_MARK = re.compile(r"(?:\(?[a-zA-Z0-9]{1,4}[.)]|\d{1,2}(?:\.\d{1,2})+|[•●▪·o-])")
_OF_NOTHING = re.compile(r"[\s|]*")


class Change(NamedTuple):
    """A tracked change that put words into the draft."""

    change: Literal["inserted", "moved"]
    author: str | None
    date: str | None


class Paragraph(NamedTuple):
    """A paragraph that was read, and what the format says of it."""

    said: tuple[Piece, ...]
    style: Style
    level: int | None
    label: str | None

    @property
    def words(self) -> str:
        return "".join(piece.said for piece in self.said)


@dataclass(frozen=True)
class Cell:
    """A cell of a table: what was said in it, over how many rows and columns it goes, whether it is marked as a heading."""

    story: tuple[Paragraph, ...] = ()
    down: int = 1
    across: int = 1
    heads: bool = False
    bold: bool = False

    @cached_property
    def said(self) -> tuple[Piece, ...]:
        """What it says, on one line."""
        parts: list[Piece] = []
        for paragraph in self.story:
            parts += [Piece(" ")] if parts else []
            parts += [Piece(f"{paragraph.label} ")] if paragraph.label and paragraph.said else []
            parts += [piece._replace(said=piece.said.replace("\n", " ")) for piece in paragraph.said]
        return tidied(parts)

    @cached_property
    def words(self) -> str:
        return "".join(piece.said for piece in self.said)


@dataclass
class Flow:
    """A draft while it is read."""

    skipped: list[Skipped] = field(default_factory=list)
    read: Counter[str] = field(default_factory=Counter)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _last: str = ""  # the words of the last paragraph
    _blocks: list[Block] = field(default_factory=list)
    _tracked: list[Tracked] = field(default_factory=list)
    _hidden: list[Hidden] = field(default_factory=list)
    _open: list[Piece] = field(default_factory=list)
    _aside: list[list[Paragraph]] = field(default_factory=list)  # the stories being read beside the draft's own
    _later: list[tuple[tuple[Paragraph, ...], Style]] = field(default_factory=list)  # what hangs on the open paragraph

    # ---- what a reader says ------------------------------------------------------------------------------------------

    def say(self, words: str, change: Change | None = None) -> None:
        """Words of the open paragraph."""
        if not words.isascii():
            for word in split_words(words):
                self._hidden.append(Hidden(word, INSIDE, self._length))
            words = without_invisible(words)
        if words:
            self._open.append(Piece(words, change))

    @property
    def is_aside(self) -> bool:
        """Whether something is read apart from the draft's own paragraphs."""
        return bool(self._aside)

    @property
    def ending(self) -> str:
        """How the open paragraph ends so far; empty where nothing is said."""
        return next((piece.said[-2:] for piece in reversed(self._open) if piece.said.strip(" ")), "")

    def end(
        self, level: int | None = None, label: str | None = None, *, titled: bool = False, depth: int | None = None
    ) -> bool:
        """End the open paragraph; whether it had words. `level` is that of a heading, `depth` that of a list."""
        said, self._open = tidied(self._open), []
        words = "".join(piece.said for piece in said)
        if not label and level is not None and (glued := _GLUED.match(words)):
            label, said = glued[0], _without(said, glued.end())
        if words or _NAMED.search(label or ""):
            style = style_of("".join(piece.said for piece in said), level, titled)
            self._apart([Paragraph(said, style, depth if level is None else level, label or None)])
        else:
            self._apart([])
        return bool(words)

    @contextmanager
    def aside(self) -> Iterator[list[Paragraph]]:
        """Read something apart from the open paragraph, which goes on afterwards."""
        before, self._open = self._open, []
        story: list[Paragraph] = []
        self._aside.append(story)
        try:
            yield story
            self.end()
        finally:
            self._aside.pop()
            self._open = before

    def hang(self, story: Sequence[Paragraph], style: Style, counted: str) -> None:
        """A note or a text box that stands behind the open paragraph."""
        if story:
            self.read[counted] += 1
            self._later.append((tuple(story), style))

    def table(self, rows: Sequence[Sequence[Cell]], *, marks: bool = False) -> None:
        """A table; with a single column it is only a box drawn round paragraphs.

        With `marks`, a row of a list's mark and words is a paragraph: pages set lists as tables.
        """
        self.end()
        spread = _without_idle_columns(list(_spread(rows)))
        if all(len(row) < 2 for row in spread):
            self._apart(p for row in rows for cell in row for p in cell.story)
            return
        if marks and (items := _items(spread)):
            self._apart(items)
            return
        self.read["tables"] += 1
        heading = True
        for at, (row, cells) in enumerate(zip(spread, rows)):
            heading = heading and _heads(row, cells, at, len(spread))
            self._row(row, heading, at > 0)
        self._hang()

    def unseen(self, words: str, how: str) -> None:
        """Words that the page does not show."""
        last = self._hidden[-1] if self._hidden else None
        if last and (last.how, last.at) == (how, self._length):
            words = self._hidden.pop().words + words
        self._hidden.append(Hidden(words, how, self._length))

    def picture(self, square_inches: float = 0) -> None:
        """A picture at this place; one of the size of a page may be a scan of one."""
        what = SCAN if square_inches > A_PAGE else "image"
        self.skip(what, "words in a picture are not read", unread=what == SCAN)

    def skip(self, what: str, why: str, *, unread: bool = False) -> None:
        """Something at this place that is not read; `unread` where it may say anything."""
        self.skipped.append(Skipped(what, _behind(self._last), why, unread, self._length))

    # ---- what comes of it --------------------------------------------------------------------------------------------

    def document(self, path: str, data: bytes, form: str) -> Document:
        """The draft.

        Raises:
            DraftError: it has no words.
        """
        self.end()
        text = "".join(self._parts)
        hidden = [Hidden(" ".join(h.words.split()), h.how, h.at) for h in self._hidden if h.words.strip()]
        ends = [block.end for block in self._blocks]
        for unseen in hidden:
            if unseen.how != INSIDE:
                why = f"nobody sees it, it is {unseen.how}: “{short(unseen.words)}”"
                before = bisect_right(ends, unseen.at) - 1
                words = text[self._blocks[before].start : ends[before]] if before >= 0 else ""
                self.skipped.append(Skipped("hidden text", _behind(words), why))
        if not text:
            held = self.skipped[0].what if self.skipped else None
            problem = f"has no words that show, only: {held}" if held else "has no words"
            raise DraftError(problem, path=path, hint="Check that this is the draft.")
        told = ("tables", "footnotes", "text boxes", "tracked changes", "comments")
        return Document(
            path=path,
            sha256=sha256(data).hexdigest(),
            format=form,
            text=text,
            blocks=tuple(self._blocks),
            tracked=tuple(self._tracked),
            title=title_of(text, self._blocks),
            read=tuple((what, self.read[what]) for what in told if self.read[what]),
            skipped=tuple(self.skipped),
            hidden=tuple(hidden),
        )

    def _apart(self, paragraphs: Iterable[Paragraph]) -> None:
        for paragraph in paragraphs:
            if self._aside:
                self._aside[-1].append(paragraph)
            else:
                self._add(paragraph)
        if not self._aside:
            self._hang()

    def _row(self, cells: Sequence[Cell], heads: bool, follows: bool) -> None:
        said: list[Piece] = [Piece("| ")]
        for at, cell in enumerate(cells):
            said += [Piece(" | ")] if at else []
            said += cell.said
        row = Paragraph((*said, Piece(" |")), "row", 0 if heads else 1, None)
        if _OF_NOTHING.fullmatch(row.words):
            return
        if self._aside:
            self._aside[-1] += [p for cell in cells for p in cell.story]
        else:
            self._add(row, "\n" if follows and self._blocks and self._blocks[-1].style == "row" else "\n\n")

    def _add(self, paragraph: Paragraph, gap: str = "\n\n") -> None:
        gap = gap if self._blocks else ""
        label = paragraph.label or ""
        lead = f"{label} " if label and paragraph.said else label
        start = at = self._length + len(gap)
        self._parts += [gap, lead]
        at += len(lead)
        for said, change, _ in paragraph.said:
            if change is not None:
                self._track(at, at + len(said), change)
            self._parts.append(said)
            at += len(said)
        self._length, self._last = at, lead + paragraph.words
        self._blocks.append(Block(start, at, paragraph.style, paragraph.level, paragraph.label))

    def _track(self, start: int, end: int, change: Change) -> None:
        last = self._tracked[-1] if self._tracked else None
        if last and last.end == start and (last.change, last.author, last.date) == tuple(change):
            start = self._tracked.pop().start
        else:
            self.read["tracked changes"] += 1
        self._tracked.append(Tracked(start, end, *change))

    def _hang(self) -> None:
        later, self._later = self._later, []
        for story, style in later:
            for paragraph in story:
                self._add(paragraph._replace(style=style))


def _behind(words: str) -> str:
    """A place in words that can be searched for."""
    return f"at “{short(words)}”" if words else "at the very start"


def _without(said: Sequence[Piece], length: int) -> tuple[Piece, ...]:
    """What was said without its first characters."""
    out: list[Piece] = []
    for piece in said:
        out.append(piece._replace(said=piece.said[length:]))
        length = max(0, length - len(piece.said))
    return tidied(out)


def _spread(rows: Sequence[Sequence[Cell]]) -> Iterator[list[Cell]]:
    """Rows in which a cell that goes over several says its words in each, unless they are a passage."""
    above: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        cells: list[Cell] = []
        column, queue, held = 0, list(row), dict(above)
        above = {}
        while (queue or any(at >= column for at in held)) and len(cells) < MOST_COLUMNS:
            if column in held:
                cell, left = held.pop(column)
                shown = cell if len(cell.words) <= LONGEST_REPEATED else Cell(heads=cell.heads)
            elif queue:
                cell = queue.pop(0)
                shown, left = cell, min(cell.down, len(rows))
            else:
                column = min(held)
                continue
            cells.append(shown)
            if left > 1:
                above[column] = (cell, left - 1)
            column += max(1, min(cell.across, 1000))
        yield cells


def _without_idle_columns(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Without the columns that only set others apart, where every row has the same ones."""
    if len({len(row) for row in rows}) != 1:
        return rows
    kept = [at for at in range(len(rows[0])) if any(row[at].words for row in rows)]
    return [[row[at] for at in kept] for row in rows]


def _items(rows: Sequence[Sequence[Cell]]) -> list[Paragraph]:
    """The items of a list that is set as a table: in each row a mark, and words."""
    items = []
    for row in rows:
        worded = [cell for cell in row if cell.words]
        if len(worded) != 2 or not _MARK.fullmatch(worded[0].words):
            return []
        first, *rest = worded[1].story
        items += [first._replace(label=worded[0].words, style="body"), *rest]
    return items


def _heads(row: Sequence[Cell], marked: Sequence[Cell], at: int, count: int) -> bool:
    if marked and all(cell.heads for cell in marked):
        return True
    return at == 0 and count > 1 and names_columns([cell.words for cell in row], all(cell.bold for cell in row))
