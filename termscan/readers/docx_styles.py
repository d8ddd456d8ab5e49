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

    @cached_property
    def default(self) -> str | None:
        """The style of a paragraph that names none."""
        plain = (i for i, s in self._all.items() if s.get(f"{W}type") == "paragraph")
        return next((i for i in plain if self._all[i].get(f"{W}default") in ("1", "true", "on")), None)

    def of(self, paragraph: Element) -> str | None:
        """The id of a paragraph's style."""
        return value(paragraph, "pPr/pStyle") or self.default

    def chain(self, style: str | None) -> Iterator[tuple[str, Element]]:
        """A style and those it is based on, nearest first."""
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
        level = direct if direct is not None else self.nearest(self.of(paragraph), _outline_level)
        return level if level is not None and 0 <= level < _BODY_LEVEL else None

    def is_title(self, paragraph: Element) -> bool:
        return any(value(s, "name") == "Title" for _, s in self.chain(self.of(paragraph)))

    def hidden(self, form: Element | None, style: str | None) -> bool:
        """Whether Word shows a run not at all; `form` is its `w:rPr`, `style` that of its paragraph."""
        direct = switch(form, "vanish")
        if direct is not None:
            return direct
        named = None if form is None else self._hides(value(form, "rStyle"))
        return bool(self._hides(style) if named is None else named)

    def _hides(self, style: str | None) -> bool | None:
        if style not in self._hiding:
            self._hiding[style] = self.nearest(style, _vanish)
        return self._hiding[style]

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
