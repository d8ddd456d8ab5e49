"""To which agreed terms each change of a round is put down.

What is seen of a change and a term (`bearing`), and how the new draft by itself reads there, goes into odds that were learnt
from cases. A change bears on every term for which the odds are good, and on none that is far less likely than another.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .. import values
from ..compare.matter import Matter
from ..model import Ask, Evidence, TermRow
from ..odds import learnt
from ..termsheet import Term
from .atoms import Sort, parts
from .bearing import CITES, Bearing
from .differing import Passage
from .weighing import counted

LIKELY = 0.25  # odds from which a change bears on a term
SURE = 0.5  # odds from which what came in is put down to a term and is no ask besides
BESIDE = 0.7  # the least share of the best odds that another term must have to be touched by the same change
BOTH = 0.1  # odds that a change is one of substance, times those that it bears on a term, from which it does
ENOUGH = 0.15  # odds with which a change bears on a term that the new draft by itself no longer keeps
MAY = 0.06  # odds from which a change that was put down to no term is mentioned with the likeliest
SLIGHT = 2.0  # weight of a difference below which a passage that still gives an exact value, unlimited, keeps it
_LIMITS: tuple[Sort, ...] = ("softening", "condition", "exception", "only", "right", "denial", "blank", "mismatch")
_EXACT = (values.DateValue, values.Duration, values.Money, values.Percent)  # read for certain, if they are read
_NEAR = [f"{what} near {whose}" for what in ("changed", "all") for whose in ("the sheet", "its words", "words around")]
# compared with the same of the other terms
_COMPARED = ("sum", "topic", "topic of all", "told", "told of all", "of its words", "sounds", "bears", *_NEAR)


@dataclass(frozen=True)
class Attribution:
    """Which changes of a round bear on which terms, with the odds of each."""

    bearing: Bearing
    passages: Sequence[Passage]
    now: Mapping[str, TermRow]
    asks: Sequence[Ask] = ()
    _odds: dict[int, dict[str, float]] = field(default_factory=dict)

    def odds(self, index: int) -> Mapping[str, float]:
        """For every term how likely the change in a passage bears on it: 0 to 1."""
        if index not in self._odds:
            model = learnt("bearing")
            seen = self.signs(index) if self.passages[index].substantive else {}
            held = self.passages[index].difference.weight < SLIGHT and not self._limits(index)
            self._odds[index] = {n: 0.0 if held and _still_says(s) else model.of(s) for n, s in seen.items()}
        return self._odds[index]

    def _limits(self, index: int) -> bool:
        """Whether anything came in that takes from what a passage says."""
        return any(self.passages[index].difference.has(sort) for sort in _LIMITS)

    def terms(self, index: int) -> tuple[str, ...]:
        """The terms to which the change in a passage is put down."""
        odds, passage = self.odds(index), self.passages[index]  # no odds where nothing of substance changed
        of_substance = 1.0 if passage.lower else passage.difference.odds
        least = max(LIKELY, BESIDE * max(odds.values(), default=0.0), BOTH / of_substance if odds else 0.0)
        return tuple(name for name, p in odds.items() if p >= least or index == self._reopened.get(name))

    def settled(self, index: int) -> bool:
        """Whether a change surely bears on a term that was agreed."""
        return bool(self.terms(index)) and max(self.odds(index).values()) >= SURE

    @cached_property
    def _reopened(self) -> dict[str, int]:
        """For each term that the new draft by itself no longer keeps, the change that is likeliest to have done it."""
        out = {}
        for name, row in self.now.items():
            if row.verdict != "kept" and self.bearing.was[name].verdict == "kept":
                p, i = max(((self.odds(i).get(name, 0.0), -i) for i in range(len(self.passages))), default=(0.0, 0))
                if p >= ENOUGH:
                    out[name] = -i
        return out

    def causes(self, name: str) -> list[Passage]:
        """The changes that are put down to a term, the likeliest first."""
        return [self.passages[i] for i in self._causes(name)]

    def _causes(self, name: str) -> list[int]:
        found = [i for i in range(len(self.passages)) if name in self.terms(i)]
        return sorted(found, key=lambda i: -self.odds(i)[name])

    def borne(self, name: str) -> bool:
        """Whether any change is put down to a term, or may be, in a draft that by itself does not keep it."""
        return name in self._reopened or any(name in self.terms(i) for i in range(len(self.passages)))

    def near(self, name: str) -> Passage | None:
        """A change that was put down to no term and stands with the words that prove this one, or may bear on it."""
        proof = self.bearing.was[name].evidence
        for i, p in enumerate(self.passages):
            odds = self.odds(i)
            likely = bool(odds) and odds[name] >= max(MAY, *odds.values())
            if (
                p.substantive
                and name not in self.terms(i)
                and (likely or overlaps(self.bearing.old, proof, p.pair.old))
            ):
                return p
        return None

    def signs(self, index: int, without: Container[str] = ()) -> dict[str, dict[str, float]]:
        """For each term all that tells whether the change in a passage bears on it, by name.

        Args:
            without: terms to leave out, as if nobody had agreed them.
        """
        passage = self.passages[index]
        change = {
            "odds of substance": passage.difference.odds,
            "weight": min(9.0, passage.difference.weight),
            "came whole": not passage.pair.old,
            "went whole": not passage.pair.new,
            "lower": passage.lower is not None,
            "an ask": self._asks(passage),
            **counted("gained", passage.difference.gained),
            **counted("lost", passage.difference.lost),
        }
        terms = [t for t in self.bearing.new.sheet.terms if t.name not in without]
        agreed = {t.kind for t in terms}
        seen = {t.name: self.bearing.signs(passage, t, agreed) | self._read(passage, t) for t in terms}
        return {name: change | own | _beside(name, seen) for name, own in seen.items()}

    def _read(self, passage: Passage, term: Term) -> dict[str, float]:
        """How the two drafts, each by itself, read the term where the change stands."""
        now, was = self.now[term.name], self.bearing.was[term.name]
        new, old = self.bearing.new, self.bearing.old
        proven, proves = overlaps(old, was.evidence, passage.pair.old), overlaps(new, now.evidence, passage.pair.new)
        return {
            "not kept": now.verdict != "kept",
            "not kept before": was.verdict != "kept",
            "proven here before": proven,
            "proven here": proves,
            "shown here": proven or proves,
            "value came": _gives(passage, now.found),
            "kept otherwise": now.verdict != "kept" or now.otherwise,
            "exact": isinstance(term.agreed, _EXACT),
            "same value still": self.still_says(term),
        }

    def still_says(self, term: Term) -> bool:
        """Whether both drafts, each by itself, give the term the same exact value."""
        now, was = self.now[term.name], self.bearing.was[term.name]
        return isinstance(term.agreed, _EXACT) and was.found == now.found is not None

    def _asks(self, passage: Passage) -> bool:
        """Whether all that changed is words that came in and state something that nobody agreed."""
        came = [h.new for h in passage.hunks if h.new[1] > h.new[0]]
        if not came or any(h.old[1] > h.old[0] for h in passage.hunks):
            return False
        matter = self.bearing.new
        agreed = {t.kind for t in matter.sheet.terms}
        others = [s for name in matter.reading.statements if name not in agreed for s in matter.statements(name)]
        asked = [e for a in self.asks for e in a.evidence]
        return any(
            any(start <= e.start < end for e in asked)
            or any(not s.weak and s.start < end and start < s.end for s in others)
            for start, end in came
        )


def _beside(name: str, seen: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """How a term stands beside the other terms for the same change."""
    others = [s for n, s in seen.items() if n != name]
    own = seen[name]
    ahead = {f"{sign} ahead": own[sign] - max((s[sign] for s in others), default=0.0) for sign in _COMPARED}
    return {
        **ahead,
        "terms": len(seen),
        "another proven there": any(s["touches"] for s in others),
        "another not kept there": any(s["not kept"] and s["shown here"] for s in others),
        "another cited": any(s["linked"] >= CITES for s in others),
    }


def _still_says(signs: Mapping[str, float]) -> bool:
    """Whether the draft still gives a term its exact value in the very passage that proved it."""
    return all(signs[s] for s in ("same value still", "proven here before", "proven here")) and not signs["not kept"]


def _gives(passage: Passage, found: str | None) -> bool:
    """Whether the value that the new draft now gives a term came in with this passage."""
    came = {a.key for a in passage.difference.gained if a.sort == "value"}
    said = values.find(found) if found and came else []
    return any(f.value is not None and came.intersection(parts(f.value)) for f in said)


def overlaps(matter: Matter, shown: Iterable[Evidence], sentences: Sequence[int]) -> bool:
    """Whether any of the words shown stand in these sentences."""
    spans = [matter.sentence_span(i) for i in sentences]
    return any(s < e.end and e.start < end for e in shown for s, end in spans)
