"""Paragraph and character styles: what a paragraph inherits of numbering, heading level and hiding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple, TypeVar

from .docx_xml import Element, W, inner, number, switch, value

_HEADING = re.compile(r"heading (\d)")
_BODY_LEVEL = 9  # the outline level of text that is no heading
_T = TypeVar("_T")


class Look(NamedTuple):
    """Whether styles hide a run, and the size (in half points) and the colour that they give it."""

    hides: bool
    size: str | None
    colour: str | None


class Styles:
    """The styles of a draft, by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._all: dict[str, Element] = {
            s.get(f"{W}styleId", ""): s for s in ([] if root is None else root.iter(f"{W}style"))
        }
        self._hiding: dict[str | None, bool | None] = {}
        self._chains: dict[str | None, tuple[tuple[str, Element], ...]] = {}
        self._levels: dict[str | None, int | None] = {}
        self._names: dict[str | None, str] = {}
        self._titles: dict[str | None, bool] = {}
        self._looks: dict[tuple[str | None, str | None], Look] = {}
        self._last: tuple[Element, Element | None, str | None] = (None, None, None)  # asked for again and again

    @cached_property
    def default(self) -> str | None:
        """The style of a paragraph that names none."""
        plain = (i for i, s in self._all.items() if s.get(f"{W}type") == "paragraph")
        return next((i for i in plain if self._all[i].get(f"{W}default") in ("1", "true", "on")), None)

    def of(self, paragraph: Element) -> str | None:
        """The id of a paragraph's style."""
        return self._formed(paragraph)[2]

    def form(self, paragraph: Element) -> Element | None:
        """A paragraph's own properties."""
        return self._formed(paragraph)[1]

    def _formed(self, paragraph: Element) -> tuple[Element, Element | None, str | None]:
        if paragraph is not self._last[0]:
            form = inner(paragraph, "pPr")
            self._last = paragraph, form, value(form, "pStyle") or self.default
        return self._last

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

    def name(self, style: str | None) -> str:
        """The style's own name in lower case; ids differ with the language of Word, built-in names do not."""
        if style not in self._names:
            self._names[style] = (value(self._all.get(style or ""), "name") or "").lower()
        return self._names[style]

    def heading_level(self, paragraph: Element) -> int | None:
        """The outline level of a heading, from 0, or None."""
        direct = number(self.form(paragraph), "outlineLvl")
        level = direct if direct is not None else self._level(self.of(paragraph))
        return level if level is not None and 0 <= level < _BODY_LEVEL else None

    def _level(self, style: str | None) -> int | None:
        if style not in self._levels:
            self._levels[style] = self.nearest(style, _outline_level)
        return self._levels[style]

    def is_title(self, paragraph: Element) -> bool:
        style = self.of(paragraph)
        if style not in self._titles:
            self._titles[style] = any(value(s, "name") == "Title" for _, s in self.chain(style))
        return self._titles[style]

    def look(self, run_style: str | None, style: str | None) -> Look:
        """What a run has of its styles, its own before its paragraph's."""
        if (run_style, style) not in self._looks:
            chains = (*self.chain(run_style), *self.chain(style))
            size, colour = (next((v for _, s in chains if (v := value(s, f"rPr/{n}"))), None) for n in ("sz", "color"))
            named = self._hides(run_style) if run_style else None
            self._looks[run_style, style] = Look(bool(self._hides(style) if named is None else named), size, colour)
        return self._looks[run_style, style]

    def _hides(self, style: str | None) -> bool | None:
        if style not in self._hiding:
            self._hiding[style] = self.nearest(style, _vanish)
        return self._hiding[style]

    def has_shading(self, style: str | None) -> bool:
        """Whether a table style, or one it is based on, colours cells."""
        return any(next(s.iter(f"{W}shd"), None) is not None for _, s in self.chain(style))

    def hides_mark(self, paragraph: Element) -> bool:
        """Whether the paragraph's own mark, and with it its number, is hidden."""
        direct = switch(paragraph, "pPr/rPr/vanish")
        return bool(self._hides(self.of(paragraph)) if direct is None else direct)


def _vanish(style: Element) -> bool | None:
    return switch(style, "rPr/vanish")


def _outline_level(style: Element) -> int | None:
    level = number(style, "pPr/outlineLvl")
    named = _HEADING.fullmatch((value(style, "name") or "").lower())
    return level if level is not None else int(named[1]) - 1 if named else None
