"""The numbers of lists, which Word computes and does not store: counted here as Word counts them.

A paragraph (or its style) names a `w:num` and a level. The num points at a `w:abstractNum`, which holds the levels.
Nums that share an abstractNum share one count; only a num's own `w:startOverride` begins a level anew, where the num
first uses that level. See ECMA-376 part 1, 17.9. Read in this order: Label, Level, Numbering.label.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from .docx_number_formats import written
from .docx_styles import Styles
from .docx_xml import MC, Element, W, chosen, inner, is_on, number, switch, value

BULLET = "•"
_DEEPEST = 9  # levels of a list
_NUMBERED = f"{W}numPr"
_LINKS = 8  # how often a list style may point on to another
_N = TypeVar("_N", int, None)
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Label:
    """The number in front of a paragraph as Word shows it; empty where its level shows none. Level counts from 0."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it starts, how its number is written, and after which level it starts anew."""

    start: int = 0
    format: str = "decimal"
    pattern: str | None = None
    text: str = ""
    restart: int | None = None  # one-based level; 0 is never, None is after any higher one
    legal: bool = False  # all numbers in digits
    shown: bool = True


def _level(element: Element) -> Level:
    said = {child.tag.removeprefix(W): child for child in element}
    form, legal = said.get("numFmt"), said.get("isLgl")
    if form is None and (alternate := said.get(f"{MC}AlternateContent")) is not None:
        form = inner(chosen(alternate), "numFmt")
    return Level(
        start=_number(said.get("start"), 0),
        format="decimal" if form is None else form.get(f"{W}val", "decimal"),
        pattern=None if form is None else form.get(f"{W}format"),
        text=said["lvlText"].get(f"{W}val", "") if "lvlText" in said else "",
        restart=_number(said.get("lvlRestart"), None),
        legal=legal is not None and is_on(legal),
        shown=not switch(said.get("rPr"), "vanish"),
    )


def _number(element: Element | None, default: _N) -> int | _N:
    try:
        return default if element is None else int(element.get(f"{W}val", ""))
    except ValueError:
        return default


_UNSAID = Level()  # a level that a list does not have


@dataclass(frozen=True)
class List:
    """A num with its levels: `count` names the count it shares, `starts` the levels it starts anew and with what."""

    count: str
    levels: dict[int, Level]
    starts: dict[int, int]
    styles: dict[str, int]  # the level a paragraph style belongs to

    @classmethod
    def alone(cls, count: str, levels: dict[int, Level]) -> List:
        """A list that no part of the draft describes."""
        return cls(count, levels, {}, {})


class Numbering:
    """Counts the paragraphs of one draft; ask for each paragraph once, in the order of the draft."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        found = [] if root is None else root
        self._styles = styles
        self._abstract = {a.get(f"{W}abstractNumId"): a for a in found if a.tag == f"{W}abstractNum"}
        self._nums = {n.get(f"{W}numId"): n for n in found if n.tag == f"{W}num"}
        self._lists: dict[str, List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._used: set[tuple[str, int]] = set()  # the levels of nums that have begun anew
        self._places: dict[str | None, tuple[str | None, int | None]] = {}  # by style

    def label(self, paragraph: Element) -> Label | None:
        """Count a paragraph and give its number, or None where it is in no list."""
        num, level = self._place(paragraph)
        listed = self._list(num) if num else None
        if num is None or listed is None or not 0 <= level < _DEEPEST:
            return None
        counts = self._counts.setdefault(listed.count, {})
        if level in listed.starts and (num, level) not in self._used:
            self._used.add((num, level))
            counts.pop(level, None)
        _count(listed, counts, level)
        return Label(_shown(listed, counts, level), level)

    def list_of(self, paragraph: Element) -> tuple[List | None, int]:
        """The list of a paragraph and its level in it, without counting it."""
        num, level = self._place(paragraph)
        return self._list(num) if num else None, level

    def named(self, name: str) -> List | None:
        """The list that the draft calls so."""
        ids = {i for i, a in self._abstract.items() if name and (value(a, "name") or "").casefold() == name.casefold()}
        nums = (n for n, element in self._nums.items() if value(element, "abstractNumId") in ids)
        return next((listed for n in nums if (listed := self._list(n))), None)

    def counted(self, listed: List, level: int, start: int | None = None) -> str:
        """Count on in a list at a level, or begin anew there with `start`, and give the number."""
        counts = self._counts.setdefault(listed.count, {})
        _count(listed, counts, level)
        counts[level] = counts[level] if start is None else start
        return _shown(listed, counts, level)

    def _place(self, paragraph: Element) -> tuple[str | None, int]:
        """The num and the level of a paragraph: its own, else those of its style."""
        form = self._styles.of(paragraph)
        own = form.own.get(_NUMBERED)
        num, level = (None, None) if own is None else (value(own, "numId"), number(own, "ilvl"))
        if num is None:
            num, of_style = self._place_of(form.style)
            level = of_style if level is None else level
        return num, level or 0

    def _place_of(self, style: str | None) -> tuple[str | None, int | None]:
        if style not in self._places:
            num = self._styles.nearest(style, lambda s: value(s, "pPr/numPr/numId"))
            self._places[style] = num, self._style_level(style, num)
        return self._places[style]

    def _style_level(self, style: str | None, num: str | None) -> int | None:
        listed = self._list(num) if num else None
        for name, element in self._styles.chain(style):
            if listed and name in listed.styles:
                return listed.styles[name]
            own = number(element, "pPr/numPr/ilvl")
            if own is not None:
                return own
        return None

    def _list(self, num: str) -> List | None:
        if num not in self._lists:
            self._lists[num] = self._read(num)
        return self._lists[num]

    def _read(self, num: str) -> List | None:
        element = self._nums.get(num)
        abstract = self._linked(value(element, "abstractNumId"))
        if element is None or abstract is None or num == "0":
            return None
        own = abstract.findall(f"{W}lvl")
        overrides = element.findall(f"{W}lvlOverride")
        changed = [o.find(f"{W}lvl") for o in overrides if o.find(f"{W}lvl") is not None]
        levels = {_depth(x): _level(x) for x in [*own, *changed]}
        starts = {_depth(o): start for o in overrides if (start := number(o, "startOverride")) is not None}
        styles = {s: _depth(x) for x in own if (s := value(x, "pStyle"))}
        return List(abstract.get(f"{W}abstractNumId"), levels, starts, styles)

    def _linked(self, abstract_id: str | None) -> Element | None:
        """The abstractNum that holds the levels: one may name a list style, which names a num, which points here."""
        abstract = self._abstract.get(abstract_id)
        for _ in range(_LINKS):
            style = value(abstract, "numStyleLink")
            if style is None:
                break
            num = self._styles.nearest(style, lambda s: value(s, "pPr/numPr/numId"))
            holders = (a for a in self._abstract.values() if value(a, "styleLink") == style)
            linked = self._abstract.get(value(self._nums.get(num), "abstractNumId"))
            abstract = linked if linked is not None and linked is not abstract else next(holders, None)
        return abstract


def _depth(element: Element) -> int:
    digits = element.get(f"{W}ilvl", "0")
    return int(digits) if digits.isdecimal() else 0


def _start(listed: List, level: int) -> int:
    return listed.starts.get(level, listed.levels.get(level, _UNSAID).start)


def _count(listed: List, counts: dict[int, int], level: int) -> None:
    for above in range(level):  # a level that was skipped counts as begun
        counts.setdefault(above, _start(listed, above))
    counts[level] = counts[level] + 1 if level in counts else _start(listed, level)
    for below in [depth for depth in counts if depth > level]:
        restart = listed.levels.get(below, _UNSAID).restart
        if restart is None or level < restart:
            counts.pop(below, None)


def _shown(listed: List, counts: dict[int, int], level: int) -> str:
    form = listed.levels.get(level)
    if form is None or not form.shown or not form.text.strip():
        return ""
    if form.format == "bullet":
        return BULLET

    def one(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        other = listed.levels.get(at, _UNSAID)
        digits = form.legal and other.format not in ("none", "bullet")
        return written(counts.get(at, _start(listed, at)), "decimal" if digits else other.format, other.pattern)

    return " ".join(_PLACE.sub(one, form.text).split())
