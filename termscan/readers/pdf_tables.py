"""The rows of ruled tables.

pdfplumber finds the cells, in the rules and characters that pdfium tells of: by itself it would read the page anew,
token by token, which takes longer than all the rest of the draft.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from typing import Any, NamedTuple

from .pdf_lines import Box, Line, char_box, clean, inside, read_page_text
from .pdf_rules import rules

_LETTER, _WORD = re.compile(r"[^\W_]"), re.compile(r"[^\W_]+")
# what did not fit into a narrow cell: the last letter of a word, the last digits of a thousand
_CUT = re.compile(r"(?<=[a-z]{3})\n(?=[a-z](?:\s|$))|(?<=\d,\d)\n(?=\d\d(?!\d))|(?<=\d,\d\d)\n(?=\d(?!\d))")
MOST_RULED = 60  # pages of one draft that are looked at


class Table(NamedTuple):
    """Where a table stands on its page, and its rows, each with the top and the bottom of its band."""

    box: Box
    rows: tuple[tuple[str, float, float], ...]


class _Drawn(NamedTuple):
    """What pdfplumber asks of a page for its tables."""

    edges: list[dict[str, Any]]
    chars: list[dict[str, Any]]


def ruled_tables(page: Any) -> tuple[Table, ...]:
    """The tables of a page that has rules."""
    with suppress(Exception):  # its words are read all the same, only not as rows
        return tuple(_on(page))
    return ()


def fitting(lines: Sequence[Line], found: Sequence[Table]) -> list[Table]:
    """The tables whose rows have all the words of the lines they would replace, and no others."""
    return [table for table in found if (inside := _lines_of(lines, table)) and _same_words(inside, table)]


def without_lone_rows(found: Mapping[int, Sequence[Table]]) -> dict[int, list[Table]]:
    """The tables by page; a single row is one only where a table as wide stands on its page or on one beside it."""
    tall = {(n, round(t.box[2] - t.box[0])) for n, on_page in found.items() for t in on_page if len(t.rows) > 1}

    def belongs(number: int, table: Table) -> bool:
        wide = round(table.box[2] - table.box[0])
        return len(table.rows) > 1 or any((number + n, wide + w) in tall for n in (-1, 0, 1) for w in (-1, 0, 1))

    return {number: [t for t in on_page if belongs(number, t)] for number, on_page in found.items()}


def with_rows(lines: Sequence[Line], found: Sequence[Table]) -> list[Line]:
    """The lines of a page with those inside of a table replaced by its rows."""
    out = list(lines)
    for table in found:
        inside = _lines_of(out, table)
        if not inside:
            continue
        at = out.index(inside[0])
        left, _, right, _ = table.box
        rows = [Line(text, left, bottom, right, top, row=True) for text, top, bottom in table.rows]
        out = [*out[:at], *rows, *(line for line in out[at:] if line not in inside)]
    return out


def rows_across_pages(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of the pages, with the rest of a row that goes on over a page or column put into the row."""
    out: list[list[Line]] = []
    row: tuple[int, int] | None = None  # page and place of the row that was the last line
    for number, page in enumerate(pages):
        out.append([])
        for line in page:
            whole = out[row[0]][row[1]] if row else None
            broken = row is not None and whole is not None and (row[0] != number or line.bottom > whole.bottom)
            if row and whole and broken and line.row and (joined := _with_rest(whole.text, line.text)):
                out[row[0]][row[1]] = whole._replace(text=joined)
                continue
            out[-1].append(line)
            row = (number, len(out[-1]) - 1) if line.row else None
    return out


def _with_rest(row: str, rest: str) -> str | None:
    """A row with the rest of its cells; None where the second is a row of its own, as one with a first cell mostly is."""
    above, below = ([cell.strip() for cell in line[1:-1].split("|")] for line in (row, rest))
    if not any(above[len(below) :]):  # a last column that has no words on the next page
        below += [""] * (len(above) - len(below))
    if len(above) != len(below) or below[0] or not any(below):
        return None
    if any(cell and not head for head, cell in zip(above, below)) or all(
        h.endswith(".") for h, c in zip(above, below) if c
    ):
        return None
    return row_of([" ".join(filter(None, pair)) for pair in zip(above, below)])


def _lines_of(lines: Sequence[Line], table: Table) -> list[Line]:
    return [line for line in lines if not line.row and inside(line, table.box)]


def _same_words(lines: Sequence[Line], table: Table) -> bool:
    """Whether no words are lost, doubled or torn: rules may be drawn across words, and then they part no cells."""
    before = _CUT.sub("", "\n".join(line.text for line in lines))
    after = " ".join(row[0] for row in table.rows)
    letters, words = len(_LETTER.findall(before)), len(_WORD.findall(before))
    # A word that is broken within its cell counts three times: whole, and in two parts.
    return _apart(_LETTER, before, after) <= 0.01 * letters and _apart(_WORD, before, after) <= max(4, 0.03 * words)


def _apart(part: re.Pattern[str], one: str, other: str) -> int:
    """How many letters or words one text has and the other has not."""
    first, second = Counter(part.findall(one)), Counter(part.findall(other))
    return (first - second).total() + (second - first).total()


def _on(page: Any) -> Iterator[Table]:
    from pdfplumber.table import TableFinder

    if page.get_rotation():
        return
    drawn = _Drawn([_across_or_down(*rule) for rule in rules(page)], [])
    found = TableFinder(drawn).tables  # type: ignore[arg-type]
    drawn.chars.extend(_chars(page) if found else ())
    for table in found:
        cells = [[clean(_CUT.sub("", cell or "")) for cell in row] for row in table.extract()]
        used = [i for i in range(max(map(len, cells), default=0)) if any(len(r) > i and r[i] for r in cells)]
        if len(used) < 2:
            continue
        left, top, right, bottom = table.bbox
        rows = tuple(
            (row_of([row[i] for i in used]), -band.bbox[1], -band.bbox[3])
            for row, band in zip(cells, table.rows)
            if any(row)
        )
        yield Table((left, -bottom, right, -top), rows)


def _chars(page: Any) -> Iterator[dict[str, Any]]:
    with closing(page.get_textpage()) as textpage:
        place = char_box(textpage)
        for piece in read_page_text(textpage).pieces:
            _, bottom, _, top = piece.box
            for at, char in enumerate(piece.text, piece.start):
                left, low, right, high = place(at)
                if not char.isspace():  # a blank that pdfium put between two words has no height of its own
                    bottom, top = low, high
                yield {**_placed(left, bottom, right, top), "text": char, "upright": True}


def _across_or_down(left: float, bottom: float, right: float, top: float) -> dict[str, Any]:
    return {**_placed(left, bottom, right, top), "orientation": "h" if right - left > top - bottom else "v"}


def _placed(left: float, bottom: float, right: float, top: float) -> dict[str, Any]:
    """A place as pdfplumber has it: it counts heights from the top down, so that they are negative here."""
    down, up = -top, -bottom
    return {
        "x0": left, "x1": right, "top": down, "bottom": up, "doctop": down, "width": right - left, "height": up - down,
    }  # fmt: skip


def row_of(cells: Sequence[str]) -> str:
    """The cells of a row as one line."""
    return " ".join(("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |").split())
