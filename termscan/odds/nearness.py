"""How near words are in meaning, as the company they keep in contracts tells.

Words that stand in the same surroundings mean similar things (Z. Harris, Distributional Structure, Word 10, 1954). Each word
has a place in a space of 64 dimensions, made of how much more often than by chance two words stand near each other
(positive pointwise mutual information, reduced to its greatest singular values: O. Levy and Y. Goldberg, Neural Word Embedding
as Implicit Matrix Factorization, NIPS 2014). Opposites keep the same company: this tells what words are about, and never
whether two statements agree. `benchmarks/learn_words.py` makes the places anew.
"""

from __future__ import annotations

import math
from array import array
from base64 import b64decode
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

from . import _read

UNKNOWN = 9.0  # what a word weighs that no contract had
Direction = tuple[float, ...]  # of length 1, or all 0 where no word is known
_NOWHERE: Direction = ()


@dataclass(frozen=True)
class Echo:
    """How far words find others near to them in meaning: weighted mean and least nearness, and how many find none."""

    mean: float
    least: float
    missing: float


@dataclass(frozen=True)
class _Words:
    weights: Mapping[str, float]
    places: Mapping[str, Direction]


@lru_cache(maxsize=1)
def _words() -> _Words:
    said = _read("words")
    size = said["dimensions"]
    every = array("b", b64decode(said["places"]))
    places = (every[i : i + size] for i in range(0, len(every), size))
    return _Words(
        dict(zip(said["words"], said["weights"], strict=True)),
        {word: _unit(place) for word, place in zip(said["words"], places, strict=True)},
    )


def _unit(place: Collection[float]) -> Direction:
    length = math.hypot(*place)
    return tuple(x / length for x in place) if length else _NOWHERE


def telling(words: Iterable[str]) -> float:
    """How much words tell together: each the log of how few sentences have it."""
    known = _words().weights
    return math.fsum(known.get(word, UNKNOWN) for word in words)


def direction(words: Iterable[str]) -> Direction:
    """Where words point together, each by what it tells; nowhere if none is known."""
    known = _words()
    told = sorted(word for word in words if word in known.places)  # the same sum in every order of a set
    placed = [(known.weights[word], known.places[word]) for word in told]
    return (
        _unit([sum(weight * place[i] for weight, place in placed) for i in range(len(placed[0][1]))]) if placed else ()
    )


def nearness(one: Direction, other: Direction) -> float:
    """How near two directions are: the cosine between them, -1 to 1; 0 if one is nowhere."""
    return math.fsum(map(mul, one, other))


@lru_cache(maxsize=1 << 16)
def _near(one: str, other: str) -> float:
    known = _words().places
    return nearness(known[one], known[other])


def echo(words: Iterable[str], others: Iterable[str]) -> Echo:
    """How far words are echoed by the nearest of others; those that no contract had are left out."""
    known = _words()
    said, heard = (sorted(w for w in some if w in known.places) for some in (words, others))
    if not said:
        return Echo(1.0, 1.0, 0.0)
    if not heard:
        return Echo(0.0, 0.0, float(len(said)))
    best = [max(_near(w, o) for o in heard) for w in said]
    weights = [known.weights[w] for w in said]
    return Echo(math.fsum(map(mul, best, weights)) / math.fsum(weights), min(best), math.fsum(1 - b for b in best))
