"""Section numbers as they stand in the words of a draft: which of the digits in front of a capital begin a section."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Block

# A number counts at the start of a line, or in running text after the end of a sentence: contracts that were
# flattened to one line a page still have their numbers there.
_BEFORE = r"(?:(?<=\n)|(?<=^)|(?<=[.;:,)\"”|] )|(?<=[.;:)\"”]  )|(?<=\n\|)|(?<= [A-Z]{4} )|(?<= [A-Z]{5} )|(?<=-- )|(?<=and )|(?<=or ))"
_MARKER = re.compile(
    rf"""(?=[ \t*_]*(?:[AES§\d(]|[a-z][.)])){_BEFORE}[ \t*_]*(?:
      (?P<article>(?:ARTICLE|Article|SECTION|Section|§)\s{{0,3}}(?P<articleno>[IVXLC]{{1,6}}|\d{{1,3}}(?:\.\d{{1,3}}){{0,3}})[.:)]?)(?=[\s:.–—-])
    | (?P<dotted>\d{{1,2}}(?:\.\d{{1,3}}){{1,4}})[.)]?(?=\s{{1,12}}["“'(\[A-Za-z])
    | (?P<whole>\d{{1,2}})[.)](?=\s{{1,12}}["“'(\[A-Z])
    | \((?P<letter>[a-z]{{1,2}}|[ivx]{{1,5}}|[A-Z]|\d{{1,2}})\)(?=\s)
    | (?P<point>[a-z])[.)](?=\s{{1,8}}["“'(\[A-Z])
    | (?P<schedule>(?:EXHIBIT|Exhibit|SCHEDULE|Schedule|ANNEX|Annex|APPENDIX|Appendix|ATTACHMENT|Attachment)\s+["“]?(?P<scheduleno>[A-Z]{{1,2}}|[IVX]{{1,4}}|\d{{1,2}}(?:\.\d{{1,2}})?)(?:-\d+)?["”]?)(?=[\s:.–—-])
    )""",
    re.VERBOSE,
)
# "Clauses 3.2(d) and 4.4 do not apply" refers; its second number begins nothing
_REFERS = re.compile(
    r"\b(?i:sections?|clauses?|articles?|paragraphs?)\s[\d.()a-zA-Z]{1,12}(?:\s*,\s*[\d.()a-zA-Z]{1,12})*,?\s+(?:and|or)\s+$"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Marker:
    """A number that begins a section: where it stands, what it says, and how deep it lies (0 is the top)."""

    start: int
    end: int
    label: str
    depth: int
    schedule: bool = False


def roman(text: str) -> int | None:
    """The value of a roman numeral, or None."""
    text, total = text.lower(), 0
    if not text or any(c not in _ROMAN for c in text):
        return None
    for here, after in zip(text, text[1:] + " "):
        step = _ROMAN[here]
        total += -step if _ROMAN.get(after, 0) > step else step
    return total


def markers(text: str, blocks: tuple[Block, ...]) -> list[Marker]:
    """Every number that begins a section, in order. Labels that the format computed come first; the rest is read."""
    given = {b.start: b for b in blocks if b.label}
    return list(_plausible(text, given))


def _plausible(text: str, given: dict[int, Block]) -> Iterator[Marker]:
    """Drop digits that do not carry on a count ("within 5. The", a page number), and give the rest their depth."""
    whole = 0  # the last top-level number
    letters: list[tuple[str, int]] = []  # open lists of letters: style and last value
    base = 0
    for m in _MARKER.finditer(text):
        start, end = m.start(m.lastgroup or 0), m.end()
        trusted = start in given or m.start() in given
        if not trusted and _REFERS.search(text[max(0, start - 60) : start]):
            continue
        if m["schedule"]:
            if not _alone(text, m.start(), m.end()):
                continue
            whole, letters, base = 0, [], 0
            yield Marker(m.start("schedule"), end, " ".join(m["schedule"].replace('"', "").split()).title(), 0, True)
        elif m["article"]:
            number = m["articleno"]
            value = roman(number) if not number[0].isdigit() else int(number.split(".")[0])
            if value is None or not (trusted or _opens(text, m)):
                continue
            whole, letters, base = value, [], number.count(".")
            yield Marker(m.start("article"), end, number, base)
        elif m["dotted"]:
            major = int(m["dotted"].split(".")[0])
            if not (trusted or major in (whole, whole + 1) or (_line_start(text, m.start()) and major <= whole + 3)):
                continue
            whole, letters, base = major, [], m["dotted"].count(".")
            label = m["dotted"].removesuffix(".0")
            yield Marker(m.start("dotted"), end, label, base)
        elif m["whole"]:
            value = int(m["whole"])
            if not (
                trusted or value == whole + 1 or (_line_start(text, m.start()) and 0 < value <= whole + 2) or value == 1
            ):
                continue
            whole, letters, base = value, [], 0
            yield Marker(m.start("whole"), end, m["whole"], 0)
        else:
            label = m["letter"] or m["point"]
            if _in_a_row(text, m.start()):
                continue  # "(1)" in a cell numbers what the cell lists
            depth = _depth(label, letters)
            if depth is None:
                continue
            yield Marker(m.start(), end, f"({label})", base + 1 + depth)


def _depth(label: str, letters: list[tuple[str, int]]) -> int | None:
    """How deep in the open lists a letter lies, carrying on a list where it can, else opening one at its first member."""
    readings = _readings(label)
    for depth in range(len(letters) - 1, -1, -1):
        style, last = letters[depth]
        if any(s == style and v == last + 1 for s, v in readings):
            del letters[depth + 1 :]
            letters[depth] = (style, last + 1)
            return depth
    for style, value in readings:
        if value == 1:
            letters[:] = [x for x in letters if x[0] != style]
            letters.append((style, 1))
            return len(letters) - 1
    return None


def _readings(label: str) -> list[tuple[str, int]]:
    if label.isdigit():
        return [("digit", int(label))]
    out = [("upper" if label.isupper() else "letter", ord(label[0].lower()) - 96)] if len(set(label)) == 1 else []
    value = roman(label)
    if value is not None and value < 40:
        out.append(("roman", value))
    return out


def _line_start(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()


def _in_a_row(text: str, at: int) -> bool:
    """Whether an offset stands in a table's row, behind its first cell mark."""
    line = text[text.rfind("\n", 0, at) + 1 : at].lstrip()
    return line.startswith("|") and bool(line[1:].strip())


def _alone(text: str, start: int, end: int) -> bool:
    """A schedule begins where its name opens a line that is no sentence about it."""
    if not _line_start(text, start) or start < 200:  # an exhibit number on top is the filing's, not the draft's
        return False
    rest = text[end : text.find("\n", end) if "\n" in text[end:] else len(text)].strip()
    return len(rest) < 90 and not re.match(r"(?:is|are|shall|and|or|to|hereto|of|attached|contains|sets)\b", rest)


def _opens(text: str, m: re.Match[str]) -> bool:
    """ "Section 4 of this Agreement" refers; "Section 4. Payment" and "ARTICLE 4 PAYMENT" begin a section."""
    rest = text[m.end() : m.end() + 40].lstrip(" \t.:–—-")
    if re.match(r"(?:of|above|below|hereof|and|or|shall|is|are|to|through|,|\()", rest):
        return False
    return _line_start(text, m.start("article")) or (m["article"][0].isupper() and rest[:1].isupper())
