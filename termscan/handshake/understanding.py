"""Points into terms: cut into pieces, each piece read, and what several say of one kind brought together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from ..extract.statements import Matcher
from ..rulebook import Rulebook
from .claims import Claimants
from .counsel import left_to_counsel
from .duties import courtesy, duty
from .introductions import introduces
from .labels import Labels, labels
from .merging import merged
from .pieces import Joints, Named, Piece, heard, pieces
from .points import Point
from .price_lists import price_list
from .reading import Reader
from .scalars import scalars
from .shorthand import written_out
from .spoken import spoken
from .terms import Left, Understood

_EMPTY = re.compile(r"(?i)(?:n/?a|not applicable|-+|–|—|\.+|see (?:above|below|contract|agreement).*)")
_BEGINS = re.compile(
    r"(?:[\d$€£]|[A-Z]{3} ?\d|(?i:net|is|are|to|by|in|with|at|for|up|capped|limited|max|only|stays?|passes|one|two|three|"
    r"four|five|six|ten)\b)"
)


@dataclass
class Understanding:
    """All that was made of the points."""

    terms: list[Understood] = field(default_factory=list)
    doubts: list[Understood] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    counsel: list[str] = field(default_factory=list)


def understand(
    points: Sequence[Point], used: set[int], told: set[int], named: Named, rulebook: Rulebook, matcher: Matcher
) -> Understanding:
    """Make terms of points.

    Args:
        used: the points that the head of the sheet took, which are not read again.
        told: those that told it something beside what else they say.
        named: the parties.
    """
    known = labels(rulebook)
    reader, out = Reader(Claimants(rulebook.kinds, known)), Understanding()
    topics = {kind.split(".")[0] for kind in rulebook.kinds}
    cut: list[Piece] = []
    for at, point in enumerate(points):
        counsel = None if at in used else left_to_counsel(point, known, topics)
        if counsel is not None:
            out.counsel += counsel.kinds
            why = "named as left to the lawyers, but no kind of term"
            out.left += [Left(name, point.where, why) for name in counsel.strange]
        elif at not in used:
            label = point.label or next((h for h in reversed(point.headings) if known.within(h).kinds), "")
            cut += (
                replace(p, told=at in told and introduces(p.raw))
                for p in pieces(point, label, named, joints(known, rulebook, label))
            )
    found = _read(cut, reader, named, (matcher, spoken(rulebook)), out)
    out.terms, out.doubts = merged(found)
    agreed = {t.kind for t in out.terms}
    out.counsel = [kind for kind in dict.fromkeys(out.counsel) if kind not in agreed]
    return out


def _read(
    cut: Sequence[Piece], reader: Reader, named: Named, matchers: Sequence[Matcher], out: Understanding
) -> list[Understood]:
    """The terms of all pieces. A piece is read without its exceptions; where that says nothing, with them."""
    found: list[Understood] = []
    entire = [replace(p, words=p.whole or p.words, remarks=replace(p.remarks, exceptions=())) for p in cut]
    ears, wider = heard(cut, named, matchers), heard([p for p in entire if p.whole], named, matchers)
    again = iter(wider)
    for piece, whole, ear in zip(cut, entire, ears, strict=True):
        other = (whole, next(again)) if piece.whole else None
        if sum(c.isalnum() for c in f"{piece.point.label}{piece.said}") < 3:
            continue
        if (not piece.words and other is None) or _EMPTY.fullmatch(piece.words):
            if piece.first:
                out.left.append(Left(piece.point.said, piece.point.where, "says nothing that could be agreed"))
            continue
        terms, left = reader.read(piece, ear)
        if not terms and other is not None:
            piece, ear = other
            terms, left = reader.read(piece, ear)
        if terms:
            out.left += left
            found += terms
        elif _goes_on(piece, found):
            found = _doubted(piece, found)
        elif plain := duty(piece, ear):
            found.append(plain)
        else:
            out.left += _nothing(piece, reader.labels)
    return found


def _goes_on(piece: Piece, found: Sequence[Understood]) -> bool:
    """Whether a piece only doubts what stands before it ("You said you'd need to check with your insurer")."""
    last = found[-1] if found else None
    doubts = bool(piece.remarks.doubt) and not piece.first and not scalars(piece.words)
    return doubts and last is not None and last.where == piece.point.where


def _doubted(piece: Piece, found: Sequence[Understood]) -> list[Understood]:
    last = found[-1]
    doubt = f'it goes on: "{piece.said}"'
    return [replace(t, doubt=doubt) if (t.where, t.said) == (last.where, last.said) else t for t in found]


def _nothing(piece: Piece, known: Labels) -> list[Left]:
    """What to say of a piece in which no term was found; nothing, where it only greets, or told who is who."""
    named = bool(known.within(piece.label).kinds)
    if (piece.told and not named) or courtesy(piece):
        return []
    why = "states no value that could be read" if named else "is no kind of term, and obliges nobody"
    said = f"{piece.label}: {piece.said}" if piece.label and piece.point.label else piece.said
    return [Left(said, piece.point.where, why)]


# ---- where words may be parted ---------------------------------------------------------------------------------------


def joints(known: Labels, rulebook: Rulebook, label: str) -> Joints:
    """Where the words of a point with this label may be parted."""
    return Joints(partial(_begins, known), partial(_listed, known, rulebook, label), partial(_known, known))


def _listed(known: Labels, rulebook: Rulebook, label: str, words: str) -> bool:
    """Whether words are values with labels under a label that takes such ("20% on signature; 80% at launch")."""
    takes = any("labelled" in rulebook.kinds[kind].types for kind in known.within(label).kinds)
    prices = price_list(written_out(words)) if takes else None
    return prices is not None and prices.start <= 3


def _known(known: Labels, words: str) -> bool:
    return known.find(words).sure


def _begins(known: Labels, words: str) -> bool:
    """Whether words begin with a label, with a value and its label, or with "no" and a label: a statement of their own."""
    bare = re.sub(r"(?i)^(?:no|the|a|an|any) ", "", words)
    denied = words.lower().startswith("no ")
    spelt = written_out(bare)
    first = next(iter(scalars(spelt)), None)
    if first is not None and first.start == 0:
        after = re.sub(r"[.,;!']+", " ", spelt[first.end :])
        if known.opening(f"{after} .")[0].kinds:
            return True
    named, rest = known.opening(spelt)
    if not named.kinds:
        return denied and bool(known.find(bare).kinds)
    return denied or bool(_BEGINS.match(rest)) or any(f.start == 0 for f in scalars(rest))
