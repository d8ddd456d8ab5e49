"""Numbers that fields count and do not store: LISTNUM within a paragraph, AUTONUM and its kin at the start of one.

What each shows is told in ECMA-376 part 1, 17.16.5.32 (LISTNUM) and 17.16.5.4 to 17.16.5.6 (AUTONUM, AUTONUMLGL,
AUTONUMOUT), and in Microsoft's own description of field codes. LibreOffice shows nothing for any of them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .docx_numbering import Level, List, Numbering
from .docx_xml import Element

_KIND = re.compile(r"\s*(LISTNUM|AUTONUMLGL|AUTONUMOUT|AUTONUM)\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_SWITCH = re.compile(r"\\([A-Za-z*])\s*(\"[^\"]*\"|[^\s\\]+)?")
_LETTERS = {"arabic": "decimal", "alphabetic": "lowerLetter", "ALPHABETIC": "upperLetter", "roman": "lowerRoman", "ROMAN": "upperRoman"}  # fmt: skip


def _outline(*levels: tuple[str, str]) -> dict[int, Level]:
    return {at: Level(1, form, text=text.replace("%", f"%{at + 1}")) for at, (form, text) in enumerate(levels)}


_LEGAL = {at: Level(1, text=".".join(f"%{n + 1}" for n in range(at + 1)) + ".") for at in range(9)}
_BUILT_IN = {
    "numberdefault": _outline(
        ("decimal", "%)"), ("lowerLetter", "%)"), ("lowerRoman", "%)"), ("decimal", "(%)"), ("lowerLetter", "(%)"),
        ("lowerRoman", "(%)"), ("decimal", "%."), ("lowerLetter", "%."), ("lowerRoman", "%."),
    ),
    "outlinedefault": _outline(
        ("upperRoman", "%."), ("upperLetter", "%."), ("decimal", "%."), ("lowerLetter", "%)"), ("decimal", "(%)"),
        ("lowerLetter", "(%)"), ("lowerRoman", "(%)"), ("lowerLetter", "(%)"), ("lowerRoman", "(%)"),
    ),
    "legaldefault": _LEGAL,
}  # fmt: skip
_AUTOMATIC = {"AUTONUMLGL": _LEGAL, "AUTONUMOUT": _BUILT_IN["outlinedefault"]}


class Place(NamedTuple):
    """Where a field stands: its paragraph's list with the level there, and the level of the heading it is, if any."""

    listed: List | None
    level: int
    heading: int | None


def counts(instruction: str) -> bool:
    """Whether the instruction of a field is one of those that count."""
    return _KIND.match(instruction) is not None


class CountedFields:
    """Counts the fields of one draft; ask for each once, in the order of the draft."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._deepest: dict[str, int] = {}  # by kind: the level of the last heading that it numbered

    def shown(self, instruction: str, place: Place) -> str:
        """The number that a field shows there."""
        found = _KIND.match(instruction)
        if found is None:
            return ""
        kind, rest = found[1].upper(), found["rest"]
        switches = {name: (value or "").strip('"') for name, value in _SWITCH.findall(rest)}
        if kind == "LISTNUM":
            return self._listed(_SWITCH.sub(" ", rest).strip().strip('"'), switches, place)
        return self._automatic(kind, switches, place)

    def _listed(self, name: str, switches: dict[str, str], place: Place) -> str:
        level = 0
        if not name and place.listed is not None and place.level + 1 in place.listed.levels:
            listed, level = place.listed, place.level + 1
        else:
            built_in = _BUILT_IN.get(name.casefold()) or _BUILT_IN["numberdefault"]
            listed = self._numbering.named(name) or List.alone(name.casefold() or "numberdefault", built_in)
        level = _whole(switches.get("l"), level + 1) - 1
        start = switches.get("s")
        return self._numbering.counted(listed, min(max(level, 0), 8), _whole(start, 1) if start else None)

    def _automatic(self, kind: str, switches: dict[str, str], place: Place) -> str:
        """Text that is no heading counts below the last heading that was numbered in the same way."""
        if place.heading is not None:
            self._deepest[kind] = place.heading
        level = self._deepest.get(kind, -1) + 1 if place.heading is None else place.heading
        wanted = switches.get("*", "Arabic").split(" ")[0]
        form = _LETTERS.get(wanted, _LETTERS.get(wanted.casefold(), "decimal"))
        end = switches.get("s", ".")
        levels = _AUTOMATIC.get(kind) or {at: Level(1, form, text=f"%{at + 1}{end}") for at in range(9)}
        said = self._numbering.counted(List.alone(kind, levels), min(level, 8))
        return said.rstrip(".") if "e" in switches else said


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() else default


def place_of(paragraph: Element, numbering: Numbering, heading: int | None) -> Place:
    """Where the fields of a paragraph stand."""
    return Place(*numbering.list_of(paragraph), heading)
