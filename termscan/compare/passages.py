"""Where a draft speaks of something that was said in plain words."""

from __future__ import annotations

import math
from collections.abc import Iterable

from .lexicon import content
from .matter import Matter

SPEAKS_OF_IT = 0.27  # weighted share of the words that a place must have to speak of them


def passages(matter: Matter, words: str, recitals: bool = False) -> list[tuple[float, int]]:
    """Sentences that speak of these words, best first, with the weighted share of the words that each has.

    Recitals bind nobody and are left out; or, with `recitals`, everything else is.
    """
    weight = weights(matter, set(content(words)) - matter.party_concepts)
    scored = []
    for i in range(len(matter.reading.masked)):
        share = share_of(weight, matter.sentence_concepts(i))
        if share >= SPEAKS_OF_IT and matter.recital(matter.sentence_span(i)[0]) == recitals:
            scored.append((share, i))
    return sorted(scored, key=lambda x: (-x[0], x[1]))


def weights(matter: Matter, wanted: Iterable[str]) -> dict[str, float]:
    """How telling each concept is: the fewer sentences of the draft have it, the more (inverse document frequency)."""
    n = len(matter.reading.masked)
    return {c: math.log((n + 1) / (1 + matter.spread[c])) + 0.1 for c in wanted}


def share_of(weight: dict[str, float], have: Iterable[str]) -> float:
    """The weighted share of the wanted concepts that are among those of a place: 0 to 1."""
    total = math.fsum(
        weight.values()
    )  # exact, so that the order of a set, which changes from run to run, does not matter
    return math.fsum(weight.get(c, 0.0) for c in set(have)) / total if total else 0.0
