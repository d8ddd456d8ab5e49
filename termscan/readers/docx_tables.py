"""Tables as rows in which every cell has its words: a cell merged downwards says them in each of its rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from .docx_revisions import inserted
from .docx_words import Words, joined
from .docx_xml import MC, Element, W, chosen, inner, marks_of, number, switch, whole
from .wording import names_columns

LONGEST_REPEATED = 200  # characters; a longer cell that spans rows is a passage, which is said once
_HOLDERS = frozenset({f"{W}{n}" for n in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "del", "moveFrom")})

_Cells = dict[int, Words]  # by the column of the grid in which a cell begins


@dataclass(frozen=True, slots=True)
class Row:
    """A row as one line, and whether it holds the headings of the columns."""

    words: Words
    heads: bool


def rows_of(table: Element, words: Callable[[Element], Words]) -> Iterator[Row]:
    """The rows of a table, empty ones left out; `words` reads a cell as one line, and is asked for each cell once and in order."""
    above: _Cells = {}
    heading = True  # while only rows of headings came
    rows = list(_within(table, f"{W}tr"))
    for at, row in enumerate(rows):
        cells = _cells(row, above, words)
        above = cells
        heading = heading and _heads(row, list(cells.values()), at, len(rows))
        if any(cells.values()):
            yield Row(_line(cells.values()).tracked(inserted(row)), heading)


def is_frame(table: Element) -> bool:
    """Whether a table has a single column, and so is only a box drawn round paragraphs."""
    return all(len(list(_within(row, f"{W}tc"))) < 2 for row in _within(table, f"{W}tr"))


def cells_of(table: Element) -> Iterator[Element]:
    """The cells of a table, row by row, without those of tables inside it."""
    for row in _within(table, f"{W}tr"):
        yield from _within(row, f"{W}tc")


def _within(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through content controls and tracked changes."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _HOLDERS:
            yield from _within(child, tag)
        elif child.tag == f"{MC}AlternateContent" and (branch := chosen(child)) is not None:
            yield from _within(branch, tag)


def _cells(row: Element, above: _Cells, words: Callable[[Element], Words]) -> _Cells:
    column, cells = number(row, "trPr/gridBefore") or 0, {}
    for cell in _within(row, f"{W}tc"):
        own, form = words(cell), marks_of(inner(cell, "tcPr"))
        if _goes_on(form.get(f"{W}vMerge")):
            upper = above.get(column, Words())
            own = upper.again() if len(upper.text) <= LONGEST_REPEATED else Words()
        if not _goes_on(form.get(f"{W}hMerge")):
            cells[column] = own
        column += max(1, whole(form.get(f"{W}gridSpan")) or 1)
    return cells


def _goes_on(merge: Element | None) -> bool:
    """Whether a cell is the continuation of one above or to the left: `w:vMerge` without a value means so too."""
    return merge is not None and merge.get(f"{W}val") in (None, "continue")


def _line(cells: Collection[Words]) -> Words:
    return joined(cells, " | ", "| ", " |")


def _heads(row: Element, cells: list[Words], at: int, count: int) -> bool:
    """Marked as headings in Word; else a first row that reads like them."""
    if switch(row, "trPr/tblHeader"):
        return True
    return at == 0 and count > 1 and names_columns([c.text for c in cells], _is_bold(row))


def _is_bold(row: Element) -> bool:
    runs = [r for r in row.iter(f"{W}r") if r.find(f"{W}t") is not None]
    return all(switch(r, "rPr/b") for r in runs)
