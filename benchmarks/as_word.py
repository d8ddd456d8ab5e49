"""A plain text as a Word file: the same words, with the marks that Word has for them.

"typed" leaves every number as the text has it. "listed" gives headings their style and hands every number to Word's
own lists, which must then show the very numbers of the text; "columns" sets that in two columns. Rows between bars
become tables in all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_COLUMN = docx.shared.Inches(2.8)
LAYOUTS = ("typed", "listed", "columns")
_ROW, _RULE = re.compile(r"\|.*\|"), re.compile(r"\|[\s|:-]+\|")
_DECIMAL = re.compile(
    r"(?P<before>(?:Section |Article |ARTICLE |SECTION )?)(?P<places>\d{1,3}(?:\.\d{1,3}){0,3})(?P<after>[.)]?)\s+(?=\S)"
)
_LETTER = re.compile(r"(?P<before>\(?)(?P<places>[a-z])(?P<after>[.)])\s+(?=\S)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SMALL_ROMAN = re.compile(rf"(?P<before>\()(?P<places>{'|'.join(_ROMAN)})(?P<after>\))\s+(?=\S)")
_WORD = r"(?:[A-Z][\w’'&/-]*|of|and|or|the|to|for|in|on|by|with|a|an)"
_HEADING = re.compile(rf"#{{1,4}}\s+|(?=[A-Z][\w’'&/-]*(?: {_WORD}){{0,7}}$)")


class Shape(NamedTuple):
    """How a number is written: "(", "lowerLetter" and ")"."""

    before: str
    format: str
    after: str


class Label(NamedTuple):
    """A number at the start of a paragraph: how it is written, its count on each level, and its length."""

    shape: Shape
    counts: tuple[int, ...]
    length: int


def write(text: str, target: Path, layout: str) -> None:
    """Write a text, of which every line is a paragraph, as a Word file."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Liberation Serif"
    if layout == "columns":
        _two_columns(document)
    writer = _Writer(document, listed=layout != "typed", width=_COLUMN if layout == "columns" else None)
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for is_row, group in groupby(lines, lambda line: _ROW.fullmatch(line) is not None):
        if is_row:
            writer.table(list(group))
        else:
            for line in group:
                writer.paragraph(line)
    target.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(target))


def labels(line: str) -> Iterator[Label]:
    """The readings of a number at the start of a line: a lone "(i)" may be a letter or a Roman number."""
    if found := _DECIMAL.match(line):
        counts = tuple(int(n) for n in found["places"].split("."))
        plain = ".".join(map(str, counts)) == found["places"]  # no "1.01", which no list writes
        if plain and (len(counts) > 1 or found["after"] or found["before"]):
            yield Label(Shape(found["before"], "decimal", found["after"]), counts, found.end())
    if found := _SMALL_ROMAN.match(line):
        yield Label(
            Shape(found["before"], "lowerRoman", found["after"]), (_ROMAN.index(found["places"]) + 1,), found.end()
        )
    if found := _LETTER.match(line):
        yield Label(Shape(found["before"], "lowerLetter", found["after"]), (ord(found["places"]) - 96,), found.end())


@dataclass
class _List:
    """A list of Word's in use: its num, where its count stands, and how each level writes its number."""

    num: int
    last: tuple[int, ...]
    shapes: dict[int, Shape]


@dataclass
class _Writer:
    document: Any
    listed: bool
    width: int | None = None  # of a table, where it is not that of the page
    lists: dict[str, _List] = field(default_factory=dict)  # by the format of their numbers
    abstracts: int = 100

    def paragraph(self, line: str) -> None:
        if not self.listed:
            self.document.add_paragraph(line)
            return
        label = self._likeliest(list(labels(line)))
        heading = None if next(labels(line), None) else _HEADING.match(line)
        words = line[label.length :] if label else line[heading.end() :] if heading else line
        paragraph = self.document.add_paragraph(words, style="Heading 2" if heading else None)
        if label:
            self._number(paragraph, label)

    def table(self, rows: list[str]) -> None:
        cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows if not _RULE.fullmatch(row)]
        table = self.document.add_table(len(cells), max(map(len, cells)), style="Table Grid")
        for row, words in zip(table.rows, cells):
            for cell, said in zip(row.cells, words):
                cell.text = said
                if self.width:
                    cell.width = self.width // len(row.cells)
        for column in table.columns if self.width else ():
            column.width = self.width // len(table.columns)

    def _likeliest(self, readings: list[Label]) -> Label | None:
        """The reading that counts on, else one that can begin a list; a "2.1" without its "2." stays typed."""
        going_on = (r for r in readings if self._goes_on(r))
        return next(going_on, None) or next((r for r in readings if len(r.counts) == 1), None)

    def _goes_on(self, label: Label) -> bool:
        listed = self.lists.get(label.shape.format)
        if listed is None or listed.shapes.setdefault(len(label.counts) - 1, label.shape) != label.shape:
            return False
        return _next(listed.last, label.counts)

    def _number(self, paragraph: Any, label: Label) -> None:
        if not self._goes_on(label):
            self.lists[label.shape.format] = self._restarted(label)
        listed = self.lists[label.shape.format]
        listed.last = label.counts
        self._level(listed, len(label.counts) - 1)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = len(label.counts) - 1
        properties.get_or_add_numId().val = listed.num

    def _restarted(self, label: Label) -> _List:
        """A list that starts where the text does, as a person restarts one in Word."""
        numbering = self.document.part.numbering_part.element
        self.abstracts += 1
        abstract = _element("w:abstractNum", abstractNumId=self.abstracts)
        abstract.append(_element("w:multiLevelType", val="multilevel"))
        numbering.insert(0, abstract)
        num = numbering.add_num(self.abstracts)
        num.add_lvlOverride(0).add_startOverride(label.counts[0])
        return _List(int(num.numId), (), {0: label.shape})

    def _level(self, listed: _List, depth: int) -> None:
        """Gives the list this level, where it has it not."""
        numbering = self.document.part.numbering_part.element
        abstract_id = next(n for n in numbering.num_lst if n.numId == listed.num).abstractNumId.val
        abstract = next(
            a for a in numbering.iter(qn("w:abstractNum")) if a.get(qn("w:abstractNumId")) == str(abstract_id)
        )
        if len(abstract.findall(qn("w:lvl"))) > depth:
            return
        shape = listed.shapes[depth]
        level = _element("w:lvl", ilvl=depth)
        text = shape.before + ".".join(f"%{n + 1}" for n in range(depth + 1)) + shape.after
        for name, value in (("start", 1), ("numFmt", shape.format), ("lvlText", text), ("lvlJc", "left")):
            level.append(_element(f"w:{name}", val=value))
        abstract.append(level)


def _next(last: tuple[int, ...], counts: tuple[int, ...]) -> bool:
    """Whether Word would count on to this number by itself."""
    depth = len(counts) - 1
    padded = (*last, 0)
    return len(last) >= depth and counts == (*padded[:depth], padded[depth] + 1)


def _element(tag: str, **attributes: object) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    return element


def _two_columns(document: Any) -> None:
    section = document.sections[0]._sectPr
    columns = section.find(qn("w:cols"))
    if columns is None:
        columns = OxmlElement("w:cols")
        section.append(columns)
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "500")
    assert document.styles["Normal"].type == WD_STYLE_TYPE.PARAGRAPH
    document.styles["Normal"].font.size = docx.shared.Pt(9)
