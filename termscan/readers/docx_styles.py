"""Paragraph and character styles: what a paragraph inherits of numbering, heading level and hiding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple, TypeVar

from .docx_xml import Element, Marks, W, inner, marks_of, number, switch, value, whole

_STYLE, _LEVEL, _MARK, _VAL = (f"{W}{name}" for name in ("pStyle", "outlineLvl", "rPr", "val"))
UNKNOWN = ""  # a background that we cannot tell
_HEADING = re.compile(r"heading (\d)")
_BODY_LEVEL = 9  # the outline level of text that is no heading
_T = TypeVar("_T")


class Look(NamedTuple):
    """Whether styles hide a run, and the size (in half points) and the colour that they give it."""

    hides: bool
    size: str | None
    colour: str | None


class Inherited(NamedTuple):
    """What a paragraph has of its style, or of one that it is based on."""

    name: str  # the style's own in lower case; ids differ with the language of Word, built-in names do not
    level: int | None  # of the outline
    title: bool
    hides: bool | None
    fill: str | None  # the colour behind it


class Form(NamedTuple):
    """A paragraph's own properties, the id of its style, and what that gives."""

    own: Marks
    style: str | None
    inherited: Inherited


class Styles:
    """The styles of a draft, by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._all: dict[str, Element] = {
            s.get(f"{W}styleId", ""): s for s in ([] if root is None else root.iter(f"{W}style"))
        }
        self._chains: dict[str | None, tuple[tuple[str, Element], ...]] = {}
        self._inherited: dict[str | None, Inherited] = {}
        self._looks: dict[tuple[str | None, str | None], Look] = {}
        self._last: tuple[Element, Form] | None = None  # each paragraph is asked for several times in a row

    @cached_property
    def default(self) -> str | None:
        """The style of a paragraph that names none."""
        plain = (i for i, s in self._all.items() if s.get(f"{W}type") == "paragraph")
        return next((i for i in plain if self._all[i].get(f"{W}default") in ("1", "true", "on")), None)

    def of(self, paragraph: Element) -> Form:
        """A paragraph's form."""
        if self._last is None or self._last[0] is not paragraph:
            own = marks_of(inner(paragraph, "pPr"))
            style = (own[_STYLE].get(_VAL) if _STYLE in own else None) or self.default
            self._last = paragraph, Form(own, style, self.inherited(style))
        return self._last[1]

    def chain(self, style: str | None) -> tuple[tuple[str, Element], ...]:
        """A style and those it is based on, nearest first."""
        if style not in self._chains:
            self._chains[style] = tuple(self._based(style))
        return self._chains[style]

    def _based(self, style: str | None) -> Iterator[tuple[str, Element]]:
        seen: set[str] = set()
        while style and style in self._all and style not in seen:
            seen.add(style)
            yield style, self._all[style]
            style = value(self._all[style], "basedOn")

    def nearest(self, style: str | None, ask: Callable[[Element], _T | None]) -> _T | None:
        """The first answer that a style or one it is based on gives."""
        return next((a for _, s in self.chain(style) if (a := ask(s)) is not None), None)

    def inherited(self, style: str | None) -> Inherited:
        """What a style gives to its paragraphs, itself or by those it is based on."""
        if style not in self._inherited:
            self._inherited[style] = Inherited(
                name=(value(self._all.get(style or ""), "name") or "").lower(),
                level=self.nearest(style, _outline_level),
                title=any(value(s, "name") == "Title" for _, s in self.chain(style)),
                hides=self.nearest(style, lambda s: switch(s, "rPr/vanish")),
                fill=self.nearest(style, lambda s: fill_of(inner(s, "pPr/shd"))),
            )
        return self._inherited[style]

    def heading_level(self, paragraph: Element) -> int | None:
        """The outline level of a heading, from 0, or None."""
        form = self.of(paragraph)
        direct = whole(form.own.get(_LEVEL))
        level = direct if direct is not None else form.inherited.level
        return level if level is not None and 0 <= level < _BODY_LEVEL else None

    def look(self, run_style: str | None, style: str | None) -> Look:
        """What a run has of its styles, its own before its paragraph's."""
        if (run_style, style) not in self._looks:
            chains = (*self.chain(run_style), *self.chain(style))
            size, colour = (next((v for _, s in chains if (v := value(s, f"rPr/{n}"))), None) for n in ("sz", "color"))
            named = self.inherited(run_style).hides if run_style else None
            hides = self.inherited(style).hides if named is None else named
            self._looks[run_style, style] = Look(bool(hides), size, colour)
        return self._looks[run_style, style]

    def has_shading(self, style: str | None) -> bool:
        """Whether a table style, or one it is based on, colours cells."""
        return any(next(s.iter(f"{W}shd"), None) is not None for _, s in self.chain(style))

    def hides_mark(self, paragraph: Element) -> bool:
        """Whether the paragraph's own mark, and with it its number, is hidden."""
        form = self.of(paragraph)
        direct = switch(form.own.get(_MARK), "vanish")
        return bool(form.inherited.hides if direct is None else direct)


def fill_of(shading: Element | None) -> str | None:
    """The colour of a `w:shd`; a pattern of two colours is UNKNOWN, and none or "auto" says nothing."""
    if shading is None:
        return None
    if shading.get(f"{W}val") not in (None, "clear", "nil"):
        return six(shading.get(f"{W}color")) if shading.get(f"{W}val") == "solid" else UNKNOWN
    return six(shading.get(f"{W}fill"))


def six(colour: str | None) -> str | None:
    """A colour of six hexadecimal digits, or None."""
    try:
        return colour if colour and len(colour) == 6 and int(colour, 16) >= 0 else None
    except ValueError:
        return None


def _outline_level(style: Element) -> int | None:
    level = number(style, "pPr/outlineLvl")
    named = _HEADING.fullmatch((value(style, "name") or "").lower())
    return level if level is not None else int(named[1]) - 1 if named else None
