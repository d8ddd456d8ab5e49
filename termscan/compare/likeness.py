"""How much a sentence sounds like a kind of term, where no cue matches: the kind's own vocabulary, weighed.

A kind's vocabulary is the words of its cues, examples and choices. A word weighs the more, the fewer kinds use it
(inverse document frequency, Spärck Jones 1972): "pay" says little, "set-off" says nearly all.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from ..odds import by_word, most
from ..rulebook import Kind, Rulebook
from .lexicon import content

TELLING = 4  # so many of a kind's weightiest words, in one sentence, say it for certain

_SYNTAX = re.compile(r"\{\w+\}|[*().|?]+")


@lru_cache(maxsize=4)
def vocabularies(rulebook: Rulebook) -> dict[str, dict[str, float]]:
    """The words of every kind, each with its weight: the fewer kinds use it the more; the weightiest few make 1."""
    said = {name: frozenset(_words(kind)) for name, kind in rulebook.kinds.items()}
    used = Counter(c for words in said.values() for c in words)
    return {name: _to_one({c: math.log((len(said) + 1) / used[c]) for c in words}) for name, words in said.items()}


def _to_one(weights: dict[str, float]) -> dict[str, float]:
    best = sum(sorted(weights.values(), reverse=True)[:TELLING])
    return {c: weight / best for c, weight in weights.items()} if best else weights


def _words(kind: Kind) -> list[str]:
    cues = (*kind.cues, *kind.weak, *kind.needs, *(c for cs in kind.choices.values() for c in cs))
    said = [_SYNTAX.sub(" ", c) for c in cues] + [e.text for e in kind.examples] + [kind.says]
    return [c for text in said for c in content(text)]


def choice_words(kind: Kind) -> dict[str, frozenset[str]]:
    """The words by which each choice of a kind is told from the others."""
    said = {
        word: frozenset(
            c
            for text in (*(_SYNTAX.sub(" ", cue) for cue in cues), *(e.text for e in kind.examples if e.value == word))
            for c in content(text)
        )
        for word, cues in kind.choices.items()
    }
    used = Counter(c for words in said.values() for c in words)
    return {word: frozenset(c for c in words if used[c] == 1) for word, words in said.items()}


@lru_cache(maxsize=4)
def _known(rulebook: Rulebook) -> dict[str, list[tuple[str, float]]]:
    return by_word(vocabularies(rulebook))


def heard(words: frozenset[str], rulebook: Rulebook) -> dict[str, float]:
    """How much a sentence with these concepts sounds like each kind, where it does at all."""
    return most(words, _known(rulebook), TELLING)


def likeness(words: frozenset[str], weights: Mapping[str, float]) -> float:
    """How much a sentence with these concepts sounds like a kind with these weights: 0 not at all, 1 for certain."""
    return sum(sorted((weights[c] for c in words if c in weights), reverse=True)[:TELLING])
