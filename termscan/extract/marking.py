"""Which sentences a lawyer would mark as a clause of a kind, of kinds for which lawyers' marks were learnt from.

A cue knows a clause by its words, and a kind by the cues that were thought of; a reader of many contracts has heard other
words too, and knows of some cues that they often mean something else. Both are weighed here: what a sentence sounds
like, by its words and pairs of words, and what the cues find in it and in the rest of the draft. Learnt by
`benchmarks/learn_clauses.py` from the labels of CUAD v1 (The Atticus Project, CC BY 4.0).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from struct import Struct

from ..odds import Marks, learnt, marks
from ..values import Found
from .statements import Reading, heading_words, under

LIKELY = 0.3  # from here on it is shown: who looks for a clause would rather pass over one than miss one
SOUNDS = 1.0  # what a sentence sounds like at least, to be looked at where no cue finds anything
FEW_WORDS = 12  # a sentence with fewer words and pairs is not taken to say more with each of them
FINE = 1000  # steps of a weight
_BITS = 32  # for what is told of one kind, among the bits of what is told of all
_HALF = 1 << _BITS - 1  # added to each, so that none is less than nothing
_NEAR = 6  # words of a heading, the last ones, that are heard with the sentence

Gram = str | tuple[str, str]  # a word, or two that stand side by side
Sounds = Mapping[str, Sequence[float]]  # for each kind, what each sentence of a draft sounds like: the log of the odds


def marked(reading: Reading) -> dict[str, frozenset[int]]:
    """For each kind with marks learnt from, the sentences that state it."""
    known = {kind: said for kind, said in marks().items() if kind in reading.matcher.kinds}
    model = learnt("clauses")
    out: dict[str, set[int]] = {kind: set() for kind in known}
    for kind, index, signs in candidates(reading, sounds(reading), known):
        if model.of(signs) >= LIKELY:
            out[kind].add(index)
    return {kind: frozenset(said) for kind, said in out.items()}


def sounds(reading: Reading) -> dict[str, list[float]]:
    """What each sentence of a draft sounds like, for each kind."""
    weights, known = _weights(), marks()
    biases, fields = [said.bias for said in known.values()], Struct(f"<{len(known)}I")
    zero = sum(_HALF << _BITS * place for place in range(len(known)))
    out: list[list[float]] = []
    for heard in grams(reading):
        told = fields.unpack(
            sum(map(weights.__getitem__, heard & weights.keys()), zero).to_bytes(fields.size, "little")
        )
        by = FINE * length(heard)
        out.append([bias + (t - _HALF) / by for bias, t in zip(biases, told, strict=True)])
    return {kind: [of[place] for of in out] for place, kind in enumerate(known)}


@lru_cache(maxsize=1)
def _weights() -> Mapping[Gram, int]:
    """For each word and pair of words what it tells of all kinds, side by side in one whole number: what a sentence tells
    of every kind is one sum, and the same in any order."""
    out: dict[Gram, int] = {}
    for place, said in enumerate(marks().values()):
        for written, weight in said.words.items():
            first, _, second = written.partition(" ")
            gram = (first, second) if second else first
            out[gram] = out.get(gram, 0) + (round(weight * FINE) << _BITS * place)
    return out


def length(heard: frozenset[Gram]) -> float:
    """What the weights of a sentence's words are divided by, so that a long one does not sound like everything."""
    return math.sqrt(max(len(heard), FEW_WORDS))


def grams(reading: Reading) -> Iterator[frozenset[Gram]]:
    """Of each sentence its words, its pairs of words, and the last words of the headings above it, each behind a "#"."""
    for index, masked in enumerate(reading.masked):
        words = masked.words.split()
        yield frozenset((*words, *pairwise(words), *_above(_heading(reading, index))))


@lru_cache(maxsize=10_000)
def _above(heading: str) -> tuple[Gram, ...]:
    return tuple(("#", word) for word in heading.split()[-_NEAR:])


def candidates(
    reading: Reading, heard: Sounds, known: Mapping[str, Marks]
) -> Iterator[tuple[str, int, dict[str, float]]]:
    """The sentences that may state a kind, each with what tells whether it does."""
    for kind, said in known.items():
        stated: dict[int, list[bool]] = {}  # by sentence, and whether more than a weak cue
        valued: set[int] = set()
        for s in reading.statements.get(kind, ()):
            stated.setdefault(s.sentence, []).append(not s.weak)
            if s.value is not None:
                valued.add(s.sentence)
        most = max(heard[kind], default=0.0)
        sure = sum(sum(strong) for strong in stated.values())
        for index, sound in enumerate(heard[kind]):
            if sound <= SOUNDS and index not in stated:
                continue
            here = stated.get(index, [])
            yield (
                kind,
                index,
                {
                    "statements": len(here),
                    "strong statements": sum(here),
                    "with a value": index in valued,
                    "statements in the draft": sure,
                    "sound": sound,
                    "less than the loudest": sound - most,
                    "beside it": max(heard[kind][i] for i in (index - 1, index + 1) if 0 <= i < len(heard[kind])),
                    "under its heading": under(reading.matcher.kinds[kind], _heading(reading, index)),
                    "words": reading.masked[index].words.count(" ") + 1,
                    "usual": said.usual,
                    "cues right": said.right,
                    "cues find": said.found,
                },
            )


def told_value(reading: Reading, kind: str, index: int) -> Found | None:
    """Of the values of a sentence that fit a kind, the one whose neighbours speak for it most: "180 days prior"; none for
    a kind that is a choice, which a length of time alone does not make."""
    masked, types = reading.masked[index], reading.matcher.kinds[kind].kind.types
    if "choice" in types:
        return None
    words, weights = masked.words.split(), marks()[kind].words
    at = {start: i for i, start in enumerate(masked.starts)}
    told = {}
    for start, found in masked.values.items():
        if found.type in types and found.value is not None:
            beside = (f"{a} {b}" for a, b in pairwise(words[max(0, at[start] - 1) : at[start] + 2]))
            told[start] = math.fsum(weights.get(pair, 0.0) for pair in beside)
    best = max(told, key=lambda start: (told[start], -start), default=None)
    return masked.values[best] if best is not None and told[best] > 0 else None


def _heading(reading: Reading, index: int) -> str:
    return heading_words(reading.outline.sections[reading.outline.sentences[index].section])
