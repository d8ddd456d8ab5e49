"""A term sheet taken apart into points: one row of a table, one bullet, one line, with what it is called.

Order to read in: `points`, which goes through the blocks; `_rows` for tables; `_lines` for what is typed in lines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ..model import Block, Document
from .labels import fold
from .remarks import priority_of

LONGEST_LABEL = 60  # characters
MOST_LABEL_WORDS = 8
LONGEST_HEADING = 70  # characters
LONGEST_POINT, LONGEST_BLOCK = 2_000, 12_000  # characters
LONGEST_TITLE = 100  # characters
_HANGING = 4  # characters by which the rest of a point is indented below its beginning
_NEAR, _MANY, _NARROWEST = 12, 3, 50  # characters below the width, lines that come so near it, the least width

# what the columns of a term sheet are headed with
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "label": ("term", "terms", "point", "points", "item", "topic", "subject", "clause", "what", "heading", "issue", "key term", "provision", "matter", "description"),
    "words": ("agreed", "what we agreed", "agreed position", "position", "value", "deal", "details", "detail", "outcome", "agreement", "agreed terms", "summary", "what was agreed", "we agreed", "content", "agreed term", "terms agreed", "commercial terms"),
    "accept": ("accept", "we would accept", "fallback", "would also accept", "fall-back", "bottom line", "could live with", "acceptable", "we could accept", "would sign", "we would sign", "still ok", "also ok", "we accept"),
    "walk_away": ("walk away", "walk-away", "walkaway", "limit", "red line", "walk away at"),
    "priority": ("priority", "importance", "weight", "how important", "must", "rank", "prio", "must/nice", "matters"),
    "by": ("who", "by", "applies to", "binds", "party", "on whom"),
    "from": ("from", "starts", "runs from", "counted from"),
    "except": ("except", "exceptions", "carve-outs", "but not"),
    "note": ("note", "notes", "comment", "comments", "remarks", "remark", "why", "background"),
    "status": ("status", "state", "agreed?", "settled", "settled?", "ok?"),
    "number": ("no", "no.", "#", "nr", "ref", "number"),
}  # fmt: skip
_ROLE = {word: role for role, words in COLUMNS.items() for word in words}

_BULLET = re.compile(
    r"\s*(?:[-–—•●▪◦*·>o]|\(?\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|\(?[a-z][.)]|\[[ x]?\])\s+(?=\S)"
)
_NUMBER = re.compile(r"\(?\d{1,2}(?:\.\d{1,2})*[.)]?")
_LABEL = re.compile(
    r"(?P<label>[^\s:|][^:|\n]*?)\s*(?::\s+|:$|\t+\s*|\s{3,}|\s+[–—=]+>?\s+|\s+-{1,2}>?\s+)(?P<words>.*)", re.S
)
_SPEAKS = re.compile(
    r"(?i)\b(?:shall|will|may|must|is|are|was|were|has|have|can|does|do|agreed?|agrees|means?|pays?|gets?|keeps?|owns?|we|they|i)\b"
)
_FIGURE = re.compile(r"\d|[$€£%]")
_TYPED = ("email", "text", "markdown", "html")  # formats in which earlier mails are quoted below the last one
_QUOTED = re.compile(r"\s*>")
_WRITES = re.compile(
    r"(?im)^\s*(?:on .{6,120} wrote:|-{2,}\s*(?:original|forwarded) message\s*-{2,}|_{10,})\s*$|^\s*from:.*\n\s*(?:sent|date):"
)
# headings that sort points by how much they matter, or whether they are settled
_SORTS = re.compile(
    r"(?i)(?:our |the )?(?:must[- ]?haves?|musts?|nice[- ]to[- ]haves?|red lines?|deal[- ]?breakers?|non[- ]negotiables?|trade?ables?|important|open points?|still open|to be agreed|the rest|agreed|what we agreed|"
    r"not (?:yet )?(?:agreed|discussed)|left? (?:to|for) (?:the )?(?:lawyers|counsel)|for (?:the )?(?:lawyers|counsel))"
)
_TITLES = re.compile(
    r"(?i)\b(?:term ?sheet|heads of (?:terms|agreement)|what (?:we|was) (?:agreed|settled)|(?:agreed|key|commercial|main|deal) terms|recap|summary of|deal (?:memo|summary))\b"
)
_RULE = re.compile(r"[\s|:=_*~-]*")
_MARK_UP = re.compile(r"\*\*|__|`")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that the term sheet says, what it is called there, and the headings above it."""

    label: str
    words: str
    headings: tuple[str, ...] = ()
    where: str = ""  # "row 4", "line 12"
    columns: Mapping[str, str] = field(default_factory=dict)  # what further columns say, by their role
    mark: str = ""  # its bullet or number

    @property
    def said(self) -> str:
        """The point as its writer put it, on one line."""
        return f"{self.label}: {self.words}" if self.label else self.words


@dataclass(frozen=True)
class Points:
    """The points of a term sheet, and how many lines of earlier mails were passed over."""

    points: tuple[Point, ...]
    quoted: int = 0
    title: str = ""  # the first heading
    endless: tuple[str, ...] = ()  # lines too long for a point, which are not read


def points(document: Document, known: Callable[[str], bool] = lambda label: False) -> Points:
    """Every point of a term sheet, in its order. Earlier mails quoted below the last one are not read.

    Args:
        known: whether words are a label that term sheets have. A PDF has no lines of its own: what its reader made one
            paragraph is parted before such labels.
    """
    text, quoted = document.text, 0
    cut = _WRITES.search(text) if document.format in _TYPED else None
    end = cut.start() if cut and text[: cut.start()].strip() else len(text)
    quoted = sum(1 for line in text[end:].splitlines() if line.strip())
    out: list[Point] = []
    endless: list[str] = []
    wrapped = _width(text)
    table: list[tuple[int, str]] = []
    for block in (b for b in document.blocks if b.start < end):
        words = text[block.start : min(block.end, end)]
        if max(map(len, words.split("\n"))) > LONGEST_POINT or len(words) > LONGEST_BLOCK:
            endless.append(words)
            continue
        if block.style == "row" or words.lstrip().startswith("|"):
            table += [(text.count("\n", 0, block.start) + 1, line) for line in words.splitlines()]
            continue
        out += _rows(table)
        table = []
        lines = (
            (part, at) for line, at in _lines(text, block, words, wrapped) for part in _parted(line, document, known)
        )
        for line, number in lines:
            if _QUOTED.match(line) and document.format in _TYPED:
                quoted += 1
                continue
            out.append(_point(line, block, (), f"line {number}"))
    out += _rows(table)
    if out and _TITLES.search(out[0].said) and not _FIGURE.search(out[0].said) and len(out[0].said) <= LONGEST_TITLE:
        out[0] = Point(out[0].said, "")
    return Points(tuple(_under_headings(out)), quoted, _title(out), tuple(endless))


def _title(out: Sequence[Point]) -> str:
    return out[0].label if out and not out[0].words else ""


def _under_headings(out: Sequence[Point]) -> Iterator[Point]:
    """The points with the heading above each. A heading over nothing is a point without a label ("Delaware law")."""
    headings: tuple[str, ...] = ()
    for at, point in enumerate(out):
        if point.words:
            yield replace(point, headings=(*headings, *point.headings))
            continue
        following = out[at + 1] if at + 1 < len(out) else None
        over = following is not None and (
            bool(following.words) or following.mark.startswith(point.mark.rstrip(".") + ".")
        )
        numbered = bool(re.match(r"\(?\d", point.mark))
        alike = following is not None and numbered and _shape(following.mark) == _shape(point.mark)
        if at and (not over or alike):
            yield Point("", point.label, headings, point.where)
        else:
            headings = (point.label,)


def _shape(mark: str) -> str:
    return re.sub(r"\d+", "1", mark)


# ---- lines -----------------------------------------------------------------------------------------------------------


def _lines(text: str, block: Block, words: str, wrapped: int | None) -> Iterator[tuple[str, int]]:
    """The lines of a block as they were meant: what was wrapped is one line again. Each with its number in the text.

    Args:
        wrapped: the width at which the text was wrapped, or None where it was not.
    """
    first = text.count("\n", 0, block.start) + 1
    whole, at, before = "", first, ""
    for number, line in enumerate(words.split("\n"), first):
        if not line.strip() or _RULE.fullmatch(line):
            before = ""
            continue
        hangs = _BULLET.match(whole) and not _BULLET.match(line) and _indent(line) > _indent(whole)
        if whole and (hangs or _goes_on(before, line, wrapped)):
            whole = f"{whole} {line.strip()}"
        else:
            if whole:
                yield whole, at
            whole, at = line, number
        before = line
    if whole:
        yield whole, at


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _width(text: str) -> int | None:
    """The width at which a text was wrapped: several lines come near it, and none goes beyond."""
    lengths = [len(line.rstrip()) for line in text.split("\n") if "|" not in line]
    widest = max(lengths, default=0)
    near = sum(1 for length in lengths if length > widest - _NEAR)
    return widest if near >= _MANY and widest > _NARROWEST else None


def _parted(line: str, document: Document, known: Callable[[str], bool]) -> Iterator[str]:
    """A paragraph of a PDF parted before its known labels ("… per month Payment: 30 days Law: Oregon")."""
    at = 0
    for colon in re.finditer(r":\s", line) if document.format == "pdf" else ():
        words = list(re.finditer(r"\S+", line[at : colon.start()]))
        for first in words[-MOST_LABEL_WORDS:]:
            if first.start() and first[0][0].isupper() and known(line[at + first.start() : colon.start()]):
                yield line[at : at + first.start()].strip()
                at += first.start()
                break
    yield line[at:]


def _goes_on(before: str, line: str, wrapped: int | None) -> bool:
    """Whether a line is the rest of the one before it, in which its first word had no more room."""
    if _BULLET.match(line) or _QUOTED.match(line) or not before.strip():
        return False
    label = _LABEL.fullmatch(line.strip())
    if label and _is_label(label["label"]) and line.strip()[:1].isupper():
        return False
    if before.rstrip().endswith((",", "&", " and", " or", " of", " the")):
        return True
    if _indent(line) >= _indent(before) + _HANGING:
        return True
    full = wrapped is not None and len(before.rstrip()) + 1 + len(line.split()[0]) > wrapped
    return full and not before.rstrip().endswith((":", ";"))


def _point(line: str, block: Block, headings: tuple[str, ...], where: str) -> Point:
    """A line as a point; a heading has no words."""
    bare = _MARK_UP.sub("", _unmarked(line)).strip().lstrip("#").strip()
    bulleted = bool(_BULLET.match(line)) or block.label is not None
    headed = block.style in ("heading", "title") or line.lstrip().startswith("#")
    found = None if headed else _LABEL.fullmatch(bare)
    if found and found["words"] and _is_label(found["label"]):
        return Point(_clean(found["label"]), " ".join(found["words"].split()), headings, where)
    words = " ".join(bare.split())
    mark = (_BULLET.match(line) or [""])[0].strip()
    if headed or ((not bulleted or re.match(r"\(?\d", mark)) and _is_heading(words)):
        return Point(_clean(words), "", headings, where, {}, mark)
    if bare.endswith(":") and len(bare) <= LONGEST_HEADING:
        return Point(_clean(words), "", headings, where, {}, mark)
    return Point("", words, headings, where, {}, mark)


def _is_label(words: str) -> bool:
    plain = _unmarked(words).strip()
    short = 0 < len(plain) <= LONGEST_LABEL and len(plain.split()) <= MOST_LABEL_WORDS
    return short and any(c.isalpha() for c in plain) and not plain.endswith((".", ";")) and not _FIGURE.search(plain)


def _unmarked(line: str) -> str:
    """A line without its bullet or number."""
    mark = _BULLET.match(line)
    return line[mark.end() :] if mark else line


def _is_heading(words: str) -> bool:
    """A short line without figures and verbs, that is no sentence."""
    if _SORTS.fullmatch(words.rstrip(":")):
        return True
    if len(words) > LONGEST_HEADING or len(words.split()) > MOST_LABEL_WORDS or words.endswith((".", ",", "!", "?")):
        return False
    return not _FIGURE.search(words) and not _SPEAKS.search(words) and words[:1].isupper()


def _clean(label: str) -> str:
    return " ".join(_unmarked(_MARK_UP.sub("", label)).strip(" \t#:*_–—-").split())


# ---- tables ----------------------------------------------------------------------------------------------------------


def _rows(table: Sequence[tuple[int, str]]) -> Iterator[Point]:
    """The points of a table: by the headings of its columns where it has some, else label and words."""
    rows = [
        (number, [_MARK_UP.sub("", cell).strip(" |") for cell in line.strip()[1:-1].split(" | ")])
        for number, line in table
    ]
    firsts = [cells[0] for _, cells in rows if cells[0]]
    groups = {first for first in firsts if firsts.count(first) > 1}
    groups |= {
        cells[0] for (_, cells), (_, below) in pairwise(rows) if len(cells) > 2 and not below[0] and all(cells[:3])
    }
    roles: tuple[str, ...] = ()
    for number, cells in rows:
        said = [cell for cell in cells if cell]
        if not said or _RULE.fullmatch("".join(cells)):
            continue
        heads = _roles(cells)
        roles = heads or roles
        if heads:
            continue
        if len(said) == 1 and (len(cells) == 1 or cells[0]):
            yield _point(said[0], Block(0, 0), (), f"row {number}")
        else:
            yield _by_roles(cells, roles, number) if roles else _by_place(cells, groups, number)


def _roles(cells: Sequence[str]) -> tuple[str, ...]:
    """What the columns hold, where a row heads them; a column with another heading holds what follows."""
    roles = tuple(_ROLE.get(fold(cell.strip(" :*")) or cell.strip(), "") for cell in cells)
    known = [role for role in roles if role]
    strange = sum(1 for cell, role in zip(cells, roles) if cell and not role)
    good = len(known) >= 2 and len(set(known)) == len(known) and strange <= 1 and {"label", "words"} & set(known)
    return roles if good else ()


def _by_roles(cells: Sequence[str], roles: Sequence[str], number: int) -> Point:
    said: dict[str, str] = {}
    for at, cell in enumerate(cells):
        role = (
            roles[at] if at < len(roles) and roles[at] else ("label" if "label" not in roles and at == 0 else "words")
        )
        if cell:
            said[role] = f"{said[role]}; {cell}" if role in said else cell
    label, words = _clean(said.pop("label", "")), said.pop("words", "")
    said.pop("number", None)
    return Point(label, words, (), f"row {number}", said)


def _by_place(cells: Sequence[str], groups: set[str], number: int) -> Point:
    """Label, words, remarks; before the label may stand a number, or the name of a group of rows, which goes over several."""
    where, columns = f"row {number}", dict[str, str]()
    headings: tuple[str, ...] = ()
    kept = [cell for cell in cells if cell]
    if len(kept) > 2 and _NUMBER.fullmatch(kept[0]):
        kept = kept[1:]
    if len(kept) > 2 and cells[0] in groups:
        headings, kept = (_clean(kept[0]),), kept[1:]
    if len(kept) > 2 and len(kept[-1].split()) <= 4 and priority_of(kept[-1]):
        columns, kept = {"priority": kept[-1]}, kept[:-1]
    if len(kept) < 2:
        return Point("", " ".join(kept), headings, where, columns)
    return Point(_clean(kept[0]), "; ".join(kept[1:]), headings, where, columns)
