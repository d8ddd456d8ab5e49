"""One term from a piece: its value, with all that the piece, its headings and further columns say beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from .. import values
from ..model import Priority
from .pieces import Piece
from .remarks import Remarks, exceptions, priority_of, remarks
from .shorthand import written_out
from .terms import ENOUGH, Understood

_HEADED: tuple[tuple[Priority, re.Pattern[str]], ...] = (
    ("must", re.compile(r"(?i)\bmust[- ]?haves?\b|non[- ]negotiables?|red lines?|deal[- ]?breakers?")),
    (
        "tradeable",
        re.compile(r"(?i)\bnice[- ]to[- ]haves?\b|trade?ables?|can (?:give|trade)|give[- ]aways?|bargaining chips?"),
    ),
)
_OPEN = re.compile(
    r"(?i)\b(?:open (?:points?|issues?|questions?)|still open|not (?:yet )?agreed|to be (?:agreed|decided|discussed|confirmed)|"
    r"tbd|tbc|parked|outstanding|unresolved)\b"
)
_SETTLED = re.compile(r"(?i)(?:agreed|ok|okay|yes|y|settled|done|closed|final|confirmed|✓|✔|x)")
_CONTRARY = "says both that it is and that it is not"


def entry(piece: Piece, kind: str, value: values.Value, keys: Mapping[str, str], score: float) -> Understood:
    """A term as a piece states it.

    Args:
        keys: what its sentence says beside the value.
        score: how strongly the piece speaks of the kind.
    """
    point, cells = piece.point, piece.point.columns
    note, noted = _note(cells.get("note", ""))
    more: dict[str, str | tuple[str, ...]] = {key: words for key, words in keys.items() if key != "except"}
    if piece.by:
        more.setdefault("by", piece.by)
    listed = tuple(re.split(r"\s*[,;]\s*", cells["except"])) if cells.get("except") else noted.exceptions
    if excepted := (*((keys["except"],) if "except" in keys else ()), *piece.remarks.exceptions, *listed):
        more["except"] = excepted
    more |= {key: cells[key] for key in ("from", "by") if cells.get(key)}
    more |= {key: said for key, said in _bounds(cells, piece.remarks, noted).items() if said}
    label = piece.label if piece.label and point.label else point.label
    said = f"{label}: {piece.said}" if label else piece.said
    doubt = _CONTRARY if _contradicts(value) else _doubt(piece, score)
    priority = priority_of(cells.get("priority", "")) or piece.remarks.priority or noted.priority or _headed(piece)
    return Understood(kind, value, more, said, point.where, score, priority, note or None, doubt)


def _bounds(cells: Mapping[str, str], own: Remarks, noted: Remarks) -> dict[str, str | None]:
    return {
        "accept": cells.get("accept") or own.accept or noted.accept,
        "walk_away": cells.get("walk_away") or own.walk_away or noted.walk_away,
    }


def _headed(piece: Piece) -> Priority | None:
    """The priority that a heading gives to all that stands under it."""
    above = (*piece.point.headings, piece.point.label)
    return next((p for p, pattern in _HEADED if any(pattern.search(words) for words in above)), None)


def _note(cell: str) -> tuple[str, Remarks]:
    """A cell of remarks: what it says of exceptions, of priority and of what else would do, and the rest of it."""
    rest, found = remarks(written_out(cell)) if cell else ("", Remarks())
    bare, excepted = exceptions(rest)
    if found == Remarks() and not excepted:
        return cell, Remarks()
    return bare, replace(found, exceptions=excepted)


def _doubt(piece: Piece, score: float) -> str | None:
    """Why a person has to settle a term: its own words, where it stands, its status, or that its kind was guessed."""
    point, status = piece.point, piece.point.columns.get("status")
    if piece.remarks.doubt:
        return f'it says "{piece.remarks.doubt}"'
    if any(_OPEN.search(words) for words in (*point.headings, point.label)):
        return "it stands under open points"
    if status and not _SETTLED.fullmatch(status):
        return f'its status is "{status}"'
    if score >= ENOUGH:
        return None
    return f"its {'label is' if piece.label else 'words are'} none that surely means this"


def _contradicts(value: values.Value) -> bool:
    """Whether a list holds a thing and its contrary ("exclusive for two years, then non-exclusive")."""
    return isinstance(value, values.ListValue) and any(f"non-{item}" in value.items for item in value.items)
