"""The styles of an OpenDocument text: what hides words, and how its lists and headings are numbered.

OpenDocument 1.3 part 3: styles inherit from their parents (16.2), lists are numbered by their styles (16.30 and following), headings
by the outline style (16.34).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from .docx_number_formats import lower_letter, lower_roman

Element = Any  # an lxml element

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, DRAW, STYLE = (_NS % name for name in ("office", "text", "table", "drawing", "style"))
FO, SVG = _NS % "xsl-fo-compatible", _NS % "svg-compatible"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"

HIDDEN = "hidden in the document"
_WHITE, _BLACK = "#ffffff", "#000000"
_ALIKE = 24  # of 255, in every colour
_TINY = 3.0  # points
_DEEPEST = 12  # styles that inherit from each other, and levels of a list
_LENGTH = re.compile(r"([\d.]+)(pt|in|cm|mm|px|%)")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}
_FORMATS: dict[str, Callable[[int], str]] = {
    "1": str, "a": lower_letter, "i": lower_roman,
    "A": lambda n: lower_letter(n).upper(), "I": lambda n: lower_roman(n).upper(),
}  # fmt: skip


class Look(NamedTuple):
    """How words are seen; None as `behind` is a background that we cannot tell."""

    how: str | None = None
    colour: str = _BLACK
    behind: str = _WHITE
    points: float = 12.0
    font: str | None = None
    underlined: bool = False

    @property
    def unseen(self) -> str | None:
        """How the page hides them, or None where it shows them."""
        if self.how:
            return self.how
        if self.points < _TINY:
            return f"only {self.points:g} points high"
        if not _alike(self.colour, self.behind):
            return None
        return "white on white" if _alike(self.behind, _WHITE) else "in the colour of its background"


class Styles:
    """The styles of a draft by family and name, its own and those of its template."""

    def __init__(self, content: Element, styles: Element | None) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self.lists: dict[str, Element] = {}
        self.outline: Element | None = None
        for tree in (styles, content):
            if tree is None:
                continue
            for style in tree.iter(f"{STYLE}style"):
                self._styles[style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")] = style
            for shape in tree.iter(f"{TEXT}list-style"):
                self.lists[shape.get(f"{STYLE}name", "")] = shape
            self.outline = next(tree.iter(f"{TEXT}outline-style"), self.outline)

    def look(self, name: str | None, family: str, above: Look) -> Look:
        """How words of a style are seen that stand in others of the look `above`."""
        for style in reversed(self._line(name, family)):
            for properties in style:
                above = _looked(above, properties)
        return above

    def paragraph_look(self, name: str | None, above: Look) -> Look:
        return self.look(name, "paragraph", above)

    def is_title(self, name: str | None) -> bool:
        return any(style.get(f"{STYLE}name") == "Title" for style in self._line(name, "paragraph"))

    def outline_level(self, name: str | None) -> int | None:
        """The level, from 0, of a paragraph that its style makes a heading."""
        for style in self._line(name, "paragraph"):
            level = style.get(f"{STYLE}default-outline-level")
            if level:
                return int(level) - 1 if level.isdecimal() else None
        return None

    def list_style(self, name: str | None) -> str | None:
        """The list style that a paragraph's style names; an empty name takes the number off."""
        return next(
            (found for s in self._line(name, "paragraph") if (found := s.get(f"{STYLE}list-style-name")) is not None),
            None,
        )

    def _line(self, name: str | None, family: str) -> list[Element]:
        """A style, its parent, and so on."""
        line: list[Element] = []
        while name and (style := self._styles.get((family, name))) is not None and len(line) < _DEEPEST:
            line.append(style)
            name = style.get(f"{STYLE}parent-style-name")
        return line


def _looked(look: Look, properties: Element) -> Look:
    clear = any(name.endswith("}opacity") and value == "0%" for name, value in properties.items())
    if clear or properties.get(f"{TEXT}display") == "none":
        look = look._replace(how=HIDDEN)
    elif properties.get(f"{TEXT}display") == "true":
        look = look._replace(how=None)
    behind = properties.get(f"{FO}background-color")
    if behind and behind != "transparent":
        look = look._replace(behind=behind)
    colour = properties.get(f"{FO}color")
    if properties.get(f"{STYLE}use-window-font-color") == "true":
        colour = _BLACK
    size = _LENGTH.fullmatch(properties.get(f"{FO}font-size") or "")
    line = properties.get(f"{STYLE}text-underline-style")
    return look._replace(
        colour=colour or look.colour,
        points=look.points if size is None else _size(size, look.points),
        font=properties.get(f"{STYLE}font-name") or look.font,
        underlined=look.underlined if line is None else line != "none",
    )


def _size(found: re.Match[str], above: float) -> float:
    try:
        return float(found[1]) * above / 100 if found[2] == "%" else float(found[1]) * _POINTS[found[2]]
    except ValueError:
        return above


def inches(said: str | None) -> float:
    """A length in inches; 0 where none is said."""
    found = _LENGTH.fullmatch(said or "")
    return _size(found, 0) / 72 if found else 0.0


def _alike(one: str, other: str) -> bool:
    try:
        pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
        return all(abs(a - b) <= _ALIKE for a, b in pairs)
    except ValueError:
        return False


# ---- numbers -----------------------------------------------------------------------------------------------------------


class Label(NamedTuple):
    """The number of a paragraph, or its bullet; its depth from 0."""

    text: str
    depth: int


@dataclass
class _Open:
    """The counters of a list style, by level."""

    counts: dict[int, int] = field(default_factory=dict)


@dataclass
class Numbering:
    """The numbers of lists and headings, counted as they are read."""

    styles: Styles
    _named: dict[str, _Open] = field(default_factory=dict)  # by style, or by the id of a list that another goes on
    _heads: _Open = field(default_factory=_Open)
    _stack: list[tuple[str, _Open]] = field(default_factory=list)

    def enter(self, element: Element, depth: int) -> None:
        """A list begins, inside `depth` others."""
        if depth:
            style, counters = self._stack[-1]
            own = element.get(f"{TEXT}style-name") or style
            self._stack.append((own, counters))
            return
        style = element.get(f"{TEXT}style-name") or ""
        goes_on = element.get(f"{TEXT}continue-list")
        before = f"#{goes_on}" if goes_on else style if element.get(f"{TEXT}continue-numbering") == "true" else ""
        counters = self._named.get(before) or _Open()
        self._named[style] = counters
        own = element.get("{http://www.w3.org/XML/1998/namespace}id")
        if own:
            self._named[f"#{own}"] = counters
        self._stack.append((style, counters))

    def leave(self, depth: int) -> None:
        self._stack.pop()

    def next(self, level: int, starts: str | None) -> Label | None:
        """The number of the next item of the list that is open."""
        style, counters = self._stack[-1]
        shape = self._level(self.styles.lists.get(style), level)
        return self._counted(self.styles.lists.get(style), shape, counters, level, starts)

    def of_heading(self, style: str | None, level: int) -> Label | None:
        """The number of a heading that stands in no list."""
        if self.styles.list_style(style) == "":
            return None
        shape = self._level(self.styles.outline, level)
        if shape is None or not (shape.get(f"{STYLE}num-format") or shape.get(f"{STYLE}num-prefix")):
            return None
        return self._counted(self.styles.outline, shape, self._heads, level, None)

    def _level(self, style: Element | None, level: int) -> Element | None:
        if style is None:
            return None
        return next((each for each in style if each.get(f"{TEXT}level") == str(level + 1)), None)

    def _counted(
        self, style: Element | None, shape: Element | None, counters: _Open, level: int, starts: str | None
    ) -> Label | None:
        if shape is None:
            return None
        counts = counters.counts
        first = _number(starts or shape.get(f"{TEXT}start-value"), 1)
        counts[level] = first if starts or level not in counts else counts[level] + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        if shape.tag.endswith("bullet"):
            return Label("•", level)
        text = self._text(style, shape, counts, level)
        return Label(text, level) if text else None

    def _text(self, style: Element | None, shape: Element, counts: dict[int, int], level: int) -> str:
        """The number with those above it, in the level's own template where the writer says one."""

        def at(one: int) -> str:
            made = self._level(style, one)
            form = "" if made is None else made.get(f"{STYLE}num-format", "")
            start = 1 if made is None else _number(made.get(f"{TEXT}start-value"), 1)
            return _FORMATS.get(form, str)(counts.get(one, start)) if form else ""

        template = next((v for k, v in shape.attrib.items() if k.endswith("}num-list-format")), None)
        if template is not None:
            return re.sub(r"%(\d{1,2})%", lambda found: at(int(found[1]) - 1), template).strip()
        shown = min(_number(shape.get(f"{TEXT}display-levels"), 1), level + 1, _DEEPEST)
        numbers = ".".join(n for one in range(level - shown + 1, level + 1) if (n := at(one)))
        return (
            f"{shape.get(f'{STYLE}num-prefix', '')}{numbers}{shape.get(f'{STYLE}num-suffix', '')}".strip()
            if numbers
            else ""
        )


def _number(said: str | None, otherwise: int) -> int:
    try:
        return max(0, min(int(said or otherwise), 99_999))
    except ValueError:
        return otherwise
