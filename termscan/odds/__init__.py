"""How likely it is that a reader would say yes: small models, learnt from cases that people wrote, shipped as data.

A rule says what a sign is; how much a sign tells beside the others is learnt, for people weigh a dozen of them badly by
hand. Each model is a sum of small decision trees (gradient boosting, Friedman 2001) over signs that the code
names. `benchmarks/learn.py` makes them anew; its cases lie in `benchmarks/rounds`, over contracts of CUAD v1 (The Atticus
Project, CC BY 4.0). `benchmarks/learn_clauses.py` makes those of clauses, from the marks of CUAD's lawyers, and
`benchmarks/learn_words.py` what `nearness` knows, from the words of those contracts; `benchmarks/learn_subjects.py` makes the weights
by which a passage is heard to speak of a kind, from sentences that were written for each.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

# a leaf is what it adds to the sum; any other node asks whether a sign is at most a bound, and names the nodes for yes and no
Node = float | tuple[int, float, int, int]


@dataclass(frozen=True)
class Odds:
    """A model: the signs that it knows, by their place, and its trees."""

    signs: Mapping[str, int]
    trees: Sequence[Sequence[Node]]

    def of(self, signs: Mapping[str, float]) -> float:
        """How likely a reader would say yes, given these signs: 0 to 1. A sign that is not named is 0."""
        seen = [signs.get(name, 0.0) for name in self.signs]
        return 1 / (1 + math.exp(-math.fsum(_leaf(tree, seen) for tree in self.trees)))


def _leaf(tree: Sequence[Node], seen: Sequence[float]) -> float:
    node = tree[0]
    while isinstance(node, tuple):
        sign, bound, yes, no = node
        node = tree[yes if seen[sign] <= bound else no]
    return node


@lru_cache(maxsize=8)
def learnt(name: str) -> Odds:
    """A model that comes with termscan: "saying", "substance", "bearing", "asks" or "clauses"."""
    said = _read(name)
    trees = [tuple(tuple(n) if isinstance(n, list) else float(n) for n in tree) for tree in said["trees"]]
    return Odds({sign: i for i, sign in enumerate(said["signs"])}, trees)


@dataclass(frozen=True)
class Marks:
    """What lawyers' marks tell of a kind: the weights of words and pairs of words by which its sentences sound like it,
    what to begin with, how usual a mark is (the log of the share of sentences), how often cues are right, and find it."""

    words: Mapping[str, float]
    bias: float
    usual: float
    right: float
    found: float


@lru_cache(maxsize=1)
def marks() -> Mapping[str, Marks]:
    """The kinds for which marks were learnt from."""
    return {kind: Marks(**said) for kind, said in _read("marks").items()}


@lru_cache(maxsize=1)
def topics() -> Mapping[str, Mapping[str, float]]:
    """For each kind of term, how much each concept speaks for it: the log of how much more often its clauses have it."""
    return {kind: {c: float(w) for c, w in said.items()} for kind, said in _read("topics").items()}


@dataclass(frozen=True)
class Subjects:
    """How much each feature of a text speaks for which kind, and what to begin with.

    `words` has, of each feature, places of kinds, and behind each its weight: as the data have them, for few are asked for.
    """

    kinds: Sequence[str]
    bias: Sequence[float]
    words: Mapping[str, Sequence[int | float]]


@lru_cache(maxsize=1)
def subjects() -> Subjects:
    """The weights by which a passage is heard to speak of a kind (`compare.subjects`)."""
    return Subjects(**_read("subjects"))


HEARD = 6  # words that speak for a kind most, beyond which more tell no more


def spoken_of(words: Iterable[str]) -> dict[str, float]:
    """The kinds of term for which words speak, each with how much: by those that speak for it most."""
    return most(words, _speaking(), HEARD)


@lru_cache(maxsize=1)
def _speaking() -> Mapping[str, Sequence[tuple[str, float]]]:
    return by_word(topics())


def by_word(kinds: Mapping[str, Mapping[str, float]]) -> dict[str, list[tuple[str, float]]]:
    """For each word the kinds that know it, with what it weighs for them."""
    out: dict[str, list[tuple[str, float]]] = {}
    for kind, words in kinds.items():
        for word, weight in words.items():
            out.setdefault(word, []).append((kind, weight))
    return out


def most(words: Iterable[str], known: Mapping[str, Sequence[tuple[str, float]]], limit: int) -> dict[str, float]:
    """For each kind that knows any of some words, the sum of the weightiest, `limit` at most."""
    told: dict[str, list[float]] = {}
    for word in words:
        for kind, weight in known.get(word, ()):
            told.setdefault(kind, []).append(weight)
    return {
        kind: math.fsum(said if len(said) <= limit else sorted(said, reverse=True)[:limit])
        for kind, said in told.items()
    }


def _read(name: str):  # type: ignore[no-untyped-def]
    return json.loads(files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8"))
