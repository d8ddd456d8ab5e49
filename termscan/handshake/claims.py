"""Which kinds a piece may speak of: what its label, its own words and the cues say for each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from .. import values
from ..extract.masking import SIDES
from ..rulebook import Kind
from .labels import NOTHING, Labels, Named, fold
from .pieces import Heard, Piece
from .price_lists import of_another_sort
from .scalars import read_as, scalars
from .terms import CUE, HEADING, LABEL, NEAR, OWN, WEAK

_VALUE_FOLLOWS = re.compile(
    r"(?i)(?:[:=–—-]|[\d$€£]|[A-Z]{3} ?\d|(?:of|is|are|at|to|for|net|by|with|in|on|up to|max|maximum|capped|limited|only|none|stays?|passes|goes|belongs?|remains?|"
    r"one|two|three|four|five|six|seven|ten|twelve|either|both|each|customer|client|provider|supplier)\b)"
)
_DOES = frozenset(
    [
        "gives",
        "give",
        "carries",
        "provides",
        "bears",
        "the",
        "an",
        "a",
        "by",
        "takes",
        "out",
        "has",
        "gets",
        "only",
        "for",
        "is",
    ]
)
_NOTICE = re.compile(r"['’]?\s+(?:\w+ )?notice\b", re.IGNORECASE)
_NOTICE_BONUS = 1.0  # what "notice" behind a period says for a kind of notice
_STEP = 0.005  # by which each further kind of a label has less of a claim
_OPENING = LABEL + 0.3  # what words that open or make up a piece say for a kind


@dataclass(frozen=True)
class Claims:
    """The kinds that a piece may speak of, and how strongly each claims it."""

    named: Named  # by its label
    inside: Named  # by its own words
    strength: Mapping[str, float]

    def to(self, kind: str, found: values.Found, piece: Piece, ear: Heard) -> float:
        """A kind's claim to one value of the piece: a cue that reads another value of it speaks for that one instead."""
        price = found.value
        if isinstance(price, values.Money) and of_another_sort(kind, price, f"{piece.label} {piece.words}"):
            return 0.0
        if self._far(kind, found):
            return WEAK * 3 if _cued(kind, ear) else 0.0
        stated = [s for s in ear.statements if s.kind == kind and s.value is not None]
        places = [(s.found.start - ear.offset, s.found.end - ear.offset) for s in stated if s.found]
        cued = _cued(kind, ear) + (
            _NOTICE_BONUS if kind.endswith("notice") and _NOTICE.match(piece.words, found.end) else 0
        )
        rest = self.strength[kind] - _cued(kind, ear)
        if any(start < found.end and found.start < end for start, end in places):
            return rest + cued + 0.5
        return rest if stated else rest + cued

    def _far(self, kind: str, found: values.Found) -> bool:
        """Whether a cue reads a period or a share for a kind of another topic than all that the label means."""
        kinds = (*self.inside.kinds, *(self.named.kinds if self.named.sure else ()))
        topics = {name.split(".")[0] for name in kinds}
        return found.type in ("duration", "percent") and bool(topics) and kind.split(".")[0] not in topics


@dataclass(frozen=True)
class Claimants:
    """All kinds, with the labels by which people call them."""

    kinds: Mapping[str, Kind]
    labels: Labels

    def of(self, piece: Piece, ear: Heard) -> Claims:
        """What speaks for each kind in a piece."""
        named = self.labels.within(piece.label) if piece.label else NOTHING
        inside = self._inside(piece, ear)
        strength: dict[str, float] = defaultdict(float)
        for at, kind in enumerate(named.kinds):
            strength[kind] = _by_label(piece, kind, named) - _STEP * at
        for at, kind in enumerate(inside.kinds):
            strength[kind] = max(strength[kind], _OPENING - _STEP * at)
        for kind in dict.fromkeys(s.kind for s in ear.statements):
            strength[kind] += _cued(kind, ear)
        return Claims(named, inside, strength)

    def anywhere(self, piece: Piece, found: values.Found) -> dict[str, float]:
        """The kinds of labels that stand anywhere in a piece, for a value that nothing else claims."""
        kinds = self.labels.anywhere(piece.words)
        return {kind: LABEL for kind in kinds if read_as(self.kinds[kind], found, piece.words) is not None}

    def _inside(self, piece: Piece, ear: Heard) -> Named:
        """The kinds that a piece's own words name: those they open with, or all that is left beside the value."""
        named, rest = self.labels.opening(piece.words)
        if named.kinds and _VALUE_FOLLOWS.match(rest):
            return named
        spans = [(f.start, f.end) for f in scalars(piece.words)]
        told = bool(piece.label) and bool(self.labels.within(piece.label).kinds)
        bare = "" if told else _without_parties(ear)
        named = self.labels.rest(piece.words, spans) if spans else self.labels.find(bare)
        return named if named.sure else NOTHING


def _by_label(piece: Piece, kind: str, named: Named) -> float:
    own = kind.endswith(f".{fold(piece.label).replace(' ', '_')}")
    weight = OWN if own else LABEL if named.sure else NEAR
    if not piece.point.label and len(named.kinds) > 1:  # the label is only the heading above
        weight = min(weight, HEADING)
    return weight if piece.first else min(weight, LABEL)


def _cued(kind: str, ear: Heard) -> float:
    return max((WEAK if s.weak else CUE for s in ear.statements if s.kind == kind), default=0.0)


def _without_parties(ear: Heard) -> str:
    """A piece's words without the parties and what they do ("Lanternfish gives the IP indemnity")."""
    words = ear.masked.words[ear.begin() :].split(" ")
    if not any(word[:1] in SIDES for word in words):
        return ""
    return " ".join(word for word in words if word[:1] not in SIDES and word not in _DOES)
