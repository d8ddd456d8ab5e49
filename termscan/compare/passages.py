"""Where a draft speaks of something that was said in plain words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from .lexicon import concepts, content
from .matter import Matter

SPEAKS_OF_IT = 0.22  # weighted share of the words that a place must have to speak of them
TOGETHER = 3  # so many sentences in a row may speak of them together
ALL_TOLD = 0.3  # the share that they must then have
UNHEARD = 0.4  # what a word weighs, beside others, that the draft uses nowhere: a sheet is written in other words


# words of plain speech that every sentence may have, rare as they are in contracts; and numbers, which values are read from
_OF_NOTHING = concepts(
    [
        "nothing, side, sides, away, anything, everything, nobody, anybody, somebody, someone, anyone, nowhere, alone",
        "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety",
        "hundred thousand million",
    ]
)


def passages(matter: Matter, words: str, recitals: bool = False) -> list[tuple[float, int]]:
    """Sentences that speak of these words, best first, with the weighted share of the words that each has.

    Recitals bind nobody and are left out; or, with `recitals`, everything else is.
    """
    weight = wanted(matter, words)
    here = [i for i in range(len(matter.reading.masked)) if matter.recital(matter.sentence_span(i)[0]) == recitals]
    shares = {i: share_of(weight, matter.sentence_concepts(i)) for i in here}
    scored = [(share, i) for i, share in shares.items() if share >= SPEAKS_OF_IT]
    return sorted(scored or _together(matter, weight, shares), key=lambda x: (-x[0], x[1]))


def wanted(matter: Matter, words: str) -> dict[str, float]:
    """The concepts by which words of a sheet are looked for, each with how much it tells."""
    return weights(matter, set(content(words)) - matter.party_concepts - _OF_NOTHING)


def _together(matter: Matter, weight: dict[str, float], shares: dict[int, float]) -> list[tuple[float, int]]:
    """Of sentences in a row that only together speak of the words, the one that has most of them."""
    best: tuple[float, int] | None = None
    for i in shares:
        row = [j for j in range(i, i + TOGETHER) if j in shares]
        share = share_of(weight, frozenset[str]().union(*(matter.sentence_concepts(j) for j in row)))
        if share >= ALL_TOLD and (best is None or share > best[0]):
            best = (share, max(row, key=lambda j: shares[j]))
    return [best] if best else []


def weights(matter: Matter, wanted: Iterable[str], unheard: float = UNHEARD) -> dict[str, float]:
    """How telling each concept is: the fewer sentences of the draft have it, the more (inverse document frequency)."""
    n = len(matter.reading.masked)
    return {
        c: (math.log((n + 1) / (1 + matter.spread[c])) + 0.1) * (1 if matter.spread[c] else unheard) for c in wanted
    }


def share_of(weight: Mapping[str, float], have: Iterable[str]) -> float:
    """The weighted share of the wanted concepts that are among those of a place: 0 to 1."""
    total = math.fsum(
        weight.values()
    )  # exact, so that the order of a set, which changes from run to run, does not matter
    return math.fsum(weight.get(c, 0.0) for c in set(have)) / total if total else 0.0
