"""On which agreed terms a change bears: by the words that prove a term, by what it speaks of, by definitions and references."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from .. import values
from ..compare import Matter
from ..compare.citations import citations
from ..compare.lexicon import content
from ..compare.novelty import said
from ..compare.passages import share_of, weights
from ..compare.saying import likely, words_of
from ..compare.subjects import heard_in
from ..model import TermRow
from ..odds import spoken_of, topics
from ..odds.nearness import Direction, direction, nearness
from ..termsheet import Term
from .alignment import Pair
from .atoms import parts
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
    _heard: dict[Pair, _Heard] = field(default_factory=dict, repr=False)
    _proven: dict[str, _Proven] = field(default_factory=dict, repr=False)

    def signs(self, passage: Passage, term: Term, agreed: Container[str]) -> dict[str, float]:
        """All that tells whether a change in a passage bears on a term, by name; `sum` is a first guess by hand.

        Args:
            agreed: the kinds that the sheet has; what the change says may be of another.
        """
        proof = self._proof(term)
        place, linked, fits = self._place(passage, proof), self._linked(passage, proof), self._fits(passage, term)
        seen = self._speaks(passage, term, proof, agreed)
        plain = term.kind.startswith("other.")  # it has no rule of its own to be recognised by
        whole = min(4.0, max(seen["bears before"], seen["bears now"]))
        told = 0.8 * whole + 0.8 * (whole >= 1) + 0.5 * seen["sounds"] + 1.4 * (seen["sounds"] - seen["sounds else"])
        told += 1.5 * seen["of its words"] + 0.6 * seen["of words around"] + 1.2 * plain
        return {
            "sum": place + linked + fits + told,
            "place": place,
            "touches": place == TOUCHES,
            "same sentence": place if SAME_SENTENCE <= place <= 2 * SAME_SENTENCE and bool(passage.pair.old) else 0.0,
            "linked": linked,
            "fits": fits,
            "in plain words": plain,
            "bears": whole,
            "unproven before": not proof,
            **self._values(passage, term),
            **seen,
        }

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

    def _values(self, passage: Passage, term: Term) -> dict[str, float]:
        """Whether the agreed value itself went or came where the words differ, and how many values of its sort, or only others."""
        agreed = set(parts(term.agreed))
        kind = self.old.rulebook.kinds.get(term.kind)
        heard = self._hear(passage)
        gone, got = (sum(kind is not None and sort in kind.types for sort in some) for some in (heard.went, heard.came))
        return {
            "agreed value went": any(a.key in agreed for a in passage.difference.lost),
            "agreed value came": any(a.key in agreed for a in passage.difference.gained),
            "values of its sort went": gone,
            "values of its sort came": got,
            "values of other sorts alone": bool(heard.went or heard.came) and not gone + got,
        }

    def _speaks(
        self, passage: Passage, term: Term, proof: Sequence[Stretch], agreed: Container[str]
    ) -> dict[str, float]:
        """How much the words that changed, and the sentences they stand in, speak of what the term is about."""
        proven = self._proven_in(term, proof)
        heard = self._hear(passage)
        return {
            "bears now": max((self.new.bears(term, i) for i in passage.pair.new), default=0.0),
            "bears before": max((self.old.bears(term, i) for i in passage.pair.old), default=0.0),
            "of its words": share_of(heard.telling, proven.sheet | proven.own),
            "of the sheet's words": share_of(heard.telling, proven.sheet),
            "of words around": share_of(heard.telling, proven.around),
            "topic known": term.kind in topics(),
            "says so": self._says_so(passage, term),
            **{
                f"{what} near {whose}": nearness(one, other)
                for what, one in (("changed", heard.changed), ("all", heard.whole))
                for whose, other in proven.directions.items()
            },
            **heard.of(term.kind, agreed),
        }

    def _says_so(self, passage: Passage, term: Term) -> float:
        """How likely what was there before said the term, where it was agreed in plain words."""
        if not isinstance(term.agreed, values.Text) or not passage.pair.old:
            return 0.0
        return max(likely(self.old, words_of(term), passage.pair.old).values())

    def _proven_in(self, term: Term, proof: Sequence[Stretch]) -> _Proven:
        """What the words that proved a term say, and their sentences: the same for every change."""
        if term.name not in self._proven:
            own = " ".join(self.old.text[s:e] for s, e in proof)
            around = " ".join(self.old.sentence_text(self.old.sentence_at(p[0])) for p in proof[:2])
            self._proven[term.name] = _Proven(said(term), frozenset(content(own)), frozenset(content(around)))
        return self._proven[term.name]

    def _hear(self, passage: Passage) -> _Heard:
        if passage.pair not in self._heard:
            changed = self._changed(passage) - self.new.party_concepts
            whole = changed.union(*(self.new.sentence_concepts(i) for i in passage.pair.new),
                                  *(self.old.sentence_concepts(i) for i in passage.pair.old))  # fmt: skip
            self._heard[passage.pair] = _Heard(
                weights(self.old, changed, unheard=1),
                self.new.heard(changed),
                spoken_of(changed),
                spoken_of(whole),
                tuple(_types(self.old, passage.pair.old, passage.old_spans)),
                tuple(_types(self.new, passage.pair.new, passage.new_spans)),
                direction(changed),
                direction(whole),
                self._told(self.new, passage.new_spans) or self._told(self.old, passage.old_spans),
                self._most_told(self.new, passage.pair.new) or self._most_told(self.old, passage.pair.old),
            )
        return self._heard[passage.pair]

    def _told(self, matter: Matter, spans: Iterable[Stretch]) -> Mapping[str, float]:
        """Of which kinds the words speak that came, or went."""
        words = " ".join(matter.text[s:e] for s, e in spans).strip()
        return heard_in(words) if words else {}

    def _most_told(self, matter: Matter, sentences: Iterable[int]) -> Mapping[str, float]:
        """Of which kinds the sentences speak in which they stand."""
        told = [matter.subjects(i)[0] for i in sentences]
        return {kind: max(odds[kind] for odds in told) for kind in told[0]} if told else {}

    def _changed(self, passage: Passage) -> frozenset[str]:
        words = [self.new.text[s:e] for s, e in passage.new_spans] + [self.old.text[s:e] for s, e in passage.old_spans]
        return frozenset(c for w in words for c in content(w))


@dataclass(frozen=True)
class _Proven:
    """The concepts of the sheet for a term, of the words that proved it, and of their sentences."""

    sheet: frozenset[str]
    own: frozenset[str]
    around: frozenset[str]

    @cached_property
    def directions(self) -> Mapping[str, Direction]:
        """Where they point, by what they mean."""
        told = {"the sheet": self.sheet, "its words": self.sheet | self.own, "words around": self.around}
        return {name: direction(words) for name, words in told.items()}


@dataclass(frozen=True)
class _Heard:
    """What is the same for every term: how telling each word of a change is, what its words sound like, which values it has."""

    telling: dict[str, float]
    sounds: Mapping[str, float]
    topic: Mapping[str, float]
    topic_of_all: Mapping[str, float]  # with the words of the sentences around
    went: tuple[str, ...]  # the types of the values that the old draft had there
    came: tuple[str, ...]
    changed: Direction  # where the words that changed point, by what they mean
    whole: Direction
    told: Mapping[str, float]  # of which kinds the words speak that came, or went
    told_of_all: Mapping[str, float]

    def of(self, kind: str, agreed: Container[str]) -> dict[str, float]:
        """How much a change sounds like a kind, and how much like the likeliest kind that nobody agreed."""
        out: dict[str, float] = {}
        heard = {
            "sounds": self.sounds,
            "topic": self.topic,
            "topic of all": self.topic_of_all,
            "told": self.told,
            "told of all": self.told_of_all,
        }
        for name, by_kind in heard.items():
            out[name] = by_kind.get(kind, 0.0)
            out[f"{name} else"] = max((p for other, p in by_kind.items() if other not in agreed), default=0.0)
            out[f"{name} beyond"] = out[name] - out[f"{name} else"]
        return out


def _types(matter: Matter, sentences: Iterable[int], spans: Sequence[Stretch]) -> Iterator[str]:
    """The types of the values that stand in some stretches of a draft."""
    for i in sentences:
        for found in matter.reading.masked[i].values.values():
            if any(found.start < end and start < found.end for start, end in spans):
                yield found.type


def _distance(one: Stretch, other: Stretch) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])
