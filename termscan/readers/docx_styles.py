"""Paragraph and character styles: what a paragraph inherits of numbering, heading level and hiding."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TypeVar

from .docx_xml import Element, W, number, switch, value

_HEADING = re.compile(r"heading (\d)")
_BODY_LEVEL = 9  # the outline level of text that is no heading
_T = TypeVar("_T")


class Styles:
    """The styles of a draft, by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._all: dict[str, Element] = {
            s.get(f"{W}styleId", ""): s for s in ([] if root is None else root.iter(f"{W}style"))
        }
        self._hiding: dict[str | None, bool | None] = {}
        self._chains: dict[str | None, tuple[tuple[str, Element], ...]] = {}
        self._levels: dict[str | None, int | None] = {}
        self._titles: dict[str | None, bool] = {}
        self._runs: dict[tuple[str | None, str], str | None] = {}

    @cached_property
    def default(self) -> str | None:
        """The style of a paragraph that names none."""
        plain = (i for i, s in self._all.items() if s.get(f"{W}type") == "paragraph")
        return next((i for i in plain if self._all[i].get(f"{W}default") in ("1", "true", "on")), None)

    def of(self, paragraph: Element) -> str | None:
        """The id of a paragraph's style."""
        return value(paragraph, "pPr/pStyle") or self.default

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
        return (value(self._all.get(style or ""), "name") or "").lower()

    def heading_level(self, paragraph: Element) -> int | None:
        """The outline level of a heading, from 0, or None."""
        direct = number(paragraph, "pPr/outlineLvl")
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

    def hides(self, run_style: str | None, style: str | None) -> bool:
        """Whether its style or that of its paragraph hides a run."""
        named = self._hides(run_style) if run_style else None
        return bool(self._hides(style) if named is None else named)

    def _hides(self, style: str | None) -> bool | None:
        if style not in self._hiding:
            self._hiding[style] = self.nearest(style, _vanish)
        return self._hiding[style]

    def run_property(self, run_style: str | None, style: str | None, name: str) -> str | None:
        """The value that a run has of its styles, its own before its paragraph's."""
        found = self._inherited(run_style, name) if run_style else None
        return self._inherited(style, name) if found is None else found

    def _inherited(self, style: str | None, name: str) -> str | None:
        if (style, name) not in self._runs:
            self._runs[style, name] = self.nearest(style, lambda s: value(s, f"rPr/{name}"))
        return self._runs[style, name]

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
