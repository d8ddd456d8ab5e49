"""Which kinds of term a passage speaks of, however it puts it: odds learnt from sentences that were written for each kind.

Logistic regression over concepts, words and pairs of words (D. Jurafsky and J. Martin, Speech and Language Processing,
3rd ed., chapter 5): one answer of many, among them that it speaks of none. Rules and vocabularies hear the words of the
trade; this also hears what nobody would search for ("neither shall tempt away a cook of the other" of a ban on hiring).
`benchmarks/learn_subjects.py` makes the weights anew.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from ..odds import subjects as learnt
from .lexicon import content

NONE = "none"  # what speaks of no kind
WORD, PAIR = 0.6, 0.7  # what a word and a pair of words count beside a concept, before all are made a length of 1
PIECE = 6  # words of the shortest piece of a sentence that is heard by itself
_WORD = re.compile(r"[a-z]+")
_PIECES = re.compile(r"[;:,()]|\s[-–—]+\s")


def features(text: str) -> dict[str, float]:
    """What is seen of a text: its concepts, words and pairs of words, with what each counts."""
    words = _WORD.findall(text.lower())
    seen = {f"{one} {other}": PAIR for one, other in pairwise(words)}
    seen |= {f".{word}": WORD for word in words} | dict.fromkeys(content(text), 1.0)
    length = math.hypot(*seen.values())
    return {name: count / length for name, count in seen.items()} if length else {}


def spoken_of(text: str) -> Mapping[str, float]:
    """For every kind, and for "none", how likely a text speaks of it: 0 to 1, all together 1."""
    return dict(zip(learnt().kinds, _odds(text), strict=True))


def heard_in(text: str) -> Mapping[str, float]:
    """For every kind how likely any piece of a text speaks of it, or the whole: a rider is about something else than its host."""
    return heard_and_spoken_of(text)[0]


def heard_and_spoken_of(text: str) -> tuple[Mapping[str, float], Mapping[str, float]]:
    """Both, for no more than the work of the first."""
    kinds, whole = learnt().kinds, _odds(text)
    most = [max(odds) for odds in zip(whole, *map(_odds, _pieces(text)), strict=True)]
    return dict(zip(kinds, most, strict=True)), dict(zip(kinds, whole, strict=True))


def _odds(text: str) -> tuple[float, ...]:
    model = learnt()
    total = list(model.bias)
    for name, count in features(text).items():
        told = model.words.get(name, ())
        for kind, weight in zip(told[::2], told[1::2], strict=True):
            total[kind] += count * weight  # type: ignore[index]
    odds = [math.exp(t) for t in total]
    whole = math.fsum(odds)
    return tuple(p / whole for p in odds)


def _pieces(text: str) -> Iterator[str]:
    """The pieces between the commas and the like of a sentence that has several; a short one goes with what follows."""
    pieces, start = [], 0
    for m in (*_PIECES.finditer(text), None):
        end = len(text) if m is None else m.start()
        if m is None or text.count(" ", start, end) >= PIECE:
            pieces.append(text[start:end])
            start = end
    if len(pieces) > 1:
        yield from pieces
