"""How likely a place says what was agreed in plain words, and does not merely speak of the same things.

A sheet is written in other words than a contract, so that a share of the words alone does not tell: what stands before and
behind a place, how close together its words stand, how near the others are in meaning and whether the agreed values are
there are weighed together (`termscan.odds`, learnt from terms whose place in a draft is known, from its other places, and
from terms of other sheets).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from .. import values
from ..odds import learnt, spoken_of
from ..odds.nearness import Direction, direction, nearness, telling
from ..termsheet import Term
from .lexicon import content
from .matter import Matter
from .passages import share_of, wanted
from .propositions import clauses
from .sameness import same

MOST = 12  # places, those that have most of the words, of which one may say it
ROW, STEP = 15, 4  # words in a row that are looked at together, and from one row to the next
AROUND = 6  # sentences before and behind a place, of its section, that may each say a part
FEWEST = 3  # words of a clause that tell what it is about
SAYS_SO = 0.05  # odds below which a place merely speaks of the same things


def words_of(term: Term) -> str:
    """The words of a sheet by which a term is looked for."""
    return " ".join(x for x in (term.agreed_text, term.scope, term.of) if x)


def likely(matter: Matter, words: str, places: Sequence[int]) -> dict[int, float]:
    """The odds, 0 to 1, that each of some sentences says what these words say; only the first few are asked for."""
    odds = learnt("saying")
    return {index: odds.of(seen) for index, seen in signs(matter, words, places).items()}


def signs(matter: Matter, words: str, places: Sequence[int]) -> dict[int, dict[str, float]]:
    """What is seen of each place, as the model knows it by name."""
    asked = _Asked(matter, words)
    return {index: asked.signs(index) for index in places[:MOST]}


@dataclass(frozen=True)
class _Asked:
    """Words of a sheet, looked for in a draft."""

    matter: Matter
    words: str

    @cached_property
    def weight(self) -> Mapping[str, float]:
        return wanted(self.matter, self.words)

    @cached_property
    def heard(self) -> Mapping[str, float]:
        """Those that the draft uses anywhere."""
        return {c: w for c, w in self.weight.items() if self.matter.spread[c]}

    @cached_property
    def values(self) -> tuple[values.Value, ...]:
        return tuple(f.value for f in values.find(self.words) if f.value is not None)

    @cached_property
    def direction(self) -> Direction:
        return direction(self.weight)

    @cached_property
    def kinds(self) -> Mapping[str, float]:
        return spoken_of(self.weight)

    def signs(self, index: int) -> dict[str, float]:
        """What is seen of a sentence; every share is of the weight of the wanted words, 0 to 1."""
        matter, here = self.matter, self.matter.sentence_concepts(index)
        row = content(matter.sentence_text(index))
        said, behind = frozenset(row), [*matter.beside(index, 1, 2)]
        around = self._of(matter.beside(index, *range(-AROUND, AROUND + 1)))
        lacking = self._lacking([index, *behind])
        return {
            "share": share_of(self.weight, here),
            "heard": share_of(self.heard, here),
            "before": share_of(self.weight, here | self._of(matter.beside(index, -1))),
            "next": share_of(self.weight, here | self._of(behind)),
            "around": share_of(self.weight, here | around),
            "row": max(share_of(self.weight, row[i : i + ROW]) for i in range(0, max(1, len(row) - ROW // 2), STEP)),
            "back": max((self._wanted_of(c.concepts) for c in clauses(matter.sentence_text(index))), default=0.0),
            "near": nearness(self.direction, direction(said - matter.party_concepts)),
            "kinds": _alike(self.kinds, spoken_of(said)),
            "values said": len(self.values) - lacking,
            "values lacking": lacking,
            "telling": telling(self.weight),
            "length": len(said),
        }

    def _of(self, sentences: Iterable[int]) -> frozenset[str]:
        return frozenset(c for i in sentences for c in content(self.matter.sentence_text(i)))

    def _wanted_of(self, concepts: frozenset[str]) -> float:
        """The share of what a clause tells that was wanted."""
        told = concepts - self.matter.party_concepts
        return telling(told & self.weight.keys()) / telling(told) if len(told) >= FEWEST else 0.0

    def _lacking(self, sentences: Iterable[int]) -> int:
        """How many of the agreed values are not said there."""
        said = [
            f.value for i in sentences for f in self.matter.reading.masked[i].values.values() if f.value is not None
        ]
        return sum(not any(same(agreed, value) for value in said) for agreed in self.values)


def _alike(some: Mapping[str, float], others: Mapping[str, float]) -> float:
    """How far words speak for the same kinds of term: the cosine, 0 to 1."""
    size = math.hypot(*some.values()) * math.hypot(*others.values())
    return math.fsum(weight * others.get(kind, 0.0) for kind, weight in some.items()) / size if size else 0.0
