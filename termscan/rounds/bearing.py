"""On which agreed terms a change bears: by the words that prove a term, by what it speaks of, by definitions and references."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .. import values
from ..compare import Matter
from ..compare.citations import citations
from ..compare.lexicon import content
from ..compare.likeness import likeness
from ..compare.novelty import said
from ..compare.passages import share_of, weights
from ..model import TermRow
from ..termsheet import Term
from .carrying import Carried
from .differing import Passage
from .hunks import Stretch

# how sure each sign makes it that a change bears on a term
TOUCHES, SAME_SENTENCE, CITES, DEFINES, NEXT_TO, SAME_SECTION = 3.5, 1.4, 1.4, 0.8, 1.8, 0.6
FITS = 1.5  # the change is of the sort of which the term's value is: a party, an amount
REACH = 300.0  # characters between the words changed and those that prove a term, at which being near counts no more


@dataclass(frozen=True)
class Bearing:
    """Two rounds of a matter, and where each of its terms was proven before."""

    old: Matter
    new: Matter
    carried: Carried
    was: Mapping[str, TermRow]
    by_round: frozenset[str] = (
        frozenset()
    )  # terms whose verdict before rests on a comparison, not on the old draft alone
    _told: dict[frozenset[str], tuple[dict[str, float], float]] = field(default_factory=dict, repr=False)

    def scores(self, passage: Passage) -> list[tuple[float, Term]]:
        """Every term with how surely the passage bears on it, surest first."""
        found = [(self.score(passage, term), term) for term in self.new.sheet.terms]
        return sorted(found, key=lambda x: -x[0])

    def score(self, passage: Passage, term: Term) -> float:
        """How surely a change in a passage bears on a term: 0 not at all, from 4 on as good as certain."""
        proof = self._proof(term)
        place = self._place(passage, proof)
        return place + self._linked(passage, proof) + self._speaks(passage, term, proof) + self._fits(passage, term)

    def _proof(self, term: Term) -> list[Stretch]:
        row = self.was[term.name]
        return [(e.start, e.end) for e in row.evidence]

    def _place(self, passage: Passage, proof: Sequence[Stretch]) -> float:
        """How near the change is to the words that proved the term in the draft before."""
        if passage.pair.old:
            sentences = self.old.reading.outline.sentences
            own = [
                p for p in proof if any(sentences[i].start < p[1] and p[0] < sentences[i].end for i in passage.pair.old)
            ]
            if own:
                away = min(_distance(s, p) for s in passage.old_spans or ((0, 0),) for p in own)
                return TOUCHES if away == 0 else SAME_SENTENCE + SAME_SENTENCE * max(0.0, 1 - away / REACH)
        here = self._old_place(passage)
        section = self.old.reading.outline.section_at(here)
        near = [p for p in proof if section.start <= p[0] < section.end]
        if not near:
            return 0.0
        return NEXT_TO if any(abs(p[1] - here) < REACH for p in near) else SAME_SECTION

    def _old_place(self, passage: Passage) -> int:
        if passage.pair.old:
            return self.old.sentence_span(passage.pair.old[0])[0]
        return self.carried.put_behind(passage.pair.new[0])

    def _linked(self, passage: Passage, proof: Sequence[Stretch]) -> float:
        """Whether the passage cites the clause of a term, or defines a word that it uses."""
        if not proof:
            return 0.0
        total = 0.0
        for i in passage.pair.new:
            start, end = self.new.sentence_span(i)
            if any(c.reaches(o) and not c.own for c in citations(self.new, start, end) for o in self._moved(proof)):
                total = max(total, CITES)
        if total < DEFINES and self._defines(passage, proof):
            total = DEFINES
        return total

    def _moved(self, proof: Iterable[Stretch]) -> Iterator[int]:
        """Where the words that proved a term stand in the new draft."""
        for start, end in proof:
            place = self.carried.place(start, end)
            if place is not None:
                yield place[0]

    def _defines(self, passage: Passage, proof: Sequence[Stretch]) -> bool:
        outline = self.new.reading.outline
        names = [d.name for d in outline.definitions if d.sentence in passage.pair.new and d.how != "hereby"]
        used = " ".join(self.old.sentence_text(self.old.sentence_at(p[0])) for p in proof)
        return any(name in used for name in names)

    def _fits(self, passage: Passage, term: Term) -> float:
        """Whether what changed is of the sort that the term is: "either party" for a party, another period for a notice."""
        diff = passage.difference
        sorts = {a.sort for a in (*diff.lost, *diff.gained)} & {"party", "value", "often", "blank", "mismatch"}
        if not passage.pair.old or not sorts:
            return 0.0
        of_party = isinstance(term.agreed, values.PartyValue)
        if sorts == {"party"}:
            return FITS if of_party else 0.0
        return -FITS if of_party else 0.0

    def _speaks(self, passage: Passage, term: Term, proof: Sequence[Stretch]) -> float:
        """How much the words that changed, and the sentence they stand in, speak of what the term is about."""
        changed = self._changed(passage) - self.new.party_concepts
        own = said(term) | frozenset(content(" ".join(self.old.text[s:e] for s, e in proof)))
        around = frozenset(content(" ".join(self.old.sentence_text(self.old.sentence_at(p[0])) for p in proof[:2])))
        weigh, elsewhere = self._telling(changed)
        whole = max((self.new.bears(term, i) for i in passage.pair.new), default=0.0)
        whole = min(4.0, max(whole, max((self.old.bears(term, i) for i in passage.pair.old), default=0.0)))
        sounds = likeness(changed, self.new.vocabulary.get(term.kind, {}))
        plain = 1.2 if term.kind.startswith("other.") else 0.0  # it has no rule of its own to be recognised by
        shares = 1.5 * share_of(weigh, own) + 0.6 * share_of(weigh, around)
        return 0.8 * whole + 0.8 * (whole >= 1) + 0.5 * sounds + 1.4 * (sounds - elsewhere) + shares + plain

    def _telling(self, changed: frozenset[str]) -> tuple[dict[str, float], float]:
        """How telling each of the words that changed is, and how much they sound like a kind that nobody agreed."""
        if changed not in self._told:
            agreed = {t.kind for t in self.new.sheet.terms}
            other = (likeness(changed, w) for name, w in self.new.vocabulary.items() if name not in agreed)
            self._told[changed] = weights(self.old, changed, unheard=1), max(other, default=0.0)
        return self._told[changed]

    def _changed(self, passage: Passage) -> frozenset[str]:
        words = [self.new.text[s:e] for s, e in passage.new_spans] + [self.old.text[s:e] for s, e in passage.old_spans]
        return frozenset(c for w in words for c in content(w))


def _distance(one: Stretch, other: Stretch) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])
