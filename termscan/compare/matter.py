"""The matter in hand: a term sheet and a draft as it was read, with the look-ups that every judgement needs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, TypeVar

from .. import values
from ..extract.masking import SLOTS
from ..extract.statements import CompiledKind, Reading, Statement, heading_words, under
from ..model import Role, Side, Verdict
from ..rulebook import Kind, Rulebook
from ..termsheet import Term, TermSheet
from .lexicon import concepts, content
from .likeness import heard, likeness, vocabularies
from .subjects import heard_and_spoken_of

GOES_ON = 30  # characters after the words of another kind that still belong to it
HEARD = 0.5  # likeness to a kind's vocabulary from which it counts

# "RECITALS WHEREAS the owner …", in a draft that has no heading of its own for them
_RECITES = re.compile(r"\W*(?:RECITALS?\W+|Recitals?\W+)?(?:WHEREAS|Whereas)\b(?![^.;:]{0,90}\b(?i:as follows))")
T = TypeVar("T")
Harmed = Side | Literal["both", "nobody"]
Span = tuple[Role, int, int]


@dataclass(frozen=True)
class Judgement:
    """What a draft makes of one term: verdict, the value found, the words that prove it, who loses, and why."""

    verdict: Verdict
    found: str | None
    spans: tuple[Span, ...]
    message: str
    harmed: Harmed = "nobody"
    in_agreed_words: bool = True  # False: kept, but not as agreed (within `accept`)
    sure: bool = True  # False: the place only sounds like the term, and what stands beside its words proves nothing
    outright: bool = True  # False: no clause says so in words that are read; this place comes closest

    @property
    def seems(self) -> bool:
        """Whether the term is kept only as far as can be seen, so that the reader should look."""
        return self.verdict == "kept" and not (self.sure and self.outright)


@dataclass(frozen=True)
class Matter:
    """A sheet and a draft."""

    sheet: TermSheet
    reading: Reading
    rulebook: Rulebook
    _memo: dict[int, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)
    _headed: dict[tuple[str, int], bool] = field(default_factory=dict, repr=False, compare=False)
    _once: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def text(self) -> str:
        return self.reading.outline.document.text

    def kind(self, name: str) -> Kind | None:
        """The rule of a kind, or None where none is known (`other`)."""
        return self.rulebook.kinds.get(name)

    def has(self, term: Term, trait: str) -> bool:
        """Whether the kind of a term has a trait (`rulebook.TRAITS`); a term in plain words has none."""
        kind = self.kind(term.kind)
        return kind is not None and trait in kind.traits

    def compiled(self, name: str) -> CompiledKind | None:
        return self.reading.matcher.kinds.get(name)

    def statements(self, name: str) -> tuple[Statement, ...]:
        return self.reading.statements.get(name, ())

    def once(self, what: str, find: Callable[[], T]) -> T:
        """What is found by going through the whole draft, whatever the sheet says, looked for only once."""
        if what not in self._once:
            self._once[what] = find()
        found: T = self._once[what]
        return found

    def sentence_text(self, index: int) -> str:
        s = self.reading.outline.sentences[index]
        return self.text[s.start : s.end]

    def sentence_span(self, index: int) -> tuple[int, int]:
        s = self.reading.outline.sentences[index]
        return s.start, s.end

    def sentence_concepts(self, index: int) -> frozenset[str]:
        """The concepts of a sentence and of the headings above it."""
        if index not in self._memo:
            section = self.section_of(index)
            self._memo[index] = frozenset(content(self.sentence_text(index))) | concepts(section.headings)
        return self._memo[index]

    def subjects(self, index: int) -> tuple[Mapping[str, float], Mapping[str, float]]:
        """Of which kinds a sentence speaks, by the likeliest of its pieces, and as a whole."""
        return self.once(f"subjects of {index}", lambda: heard_and_spoken_of(self.sentence_text(index)))

    def search(self, pattern: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
        """A pattern in the masked words of a stretch of one sentence, from `start` to `end` in the draft."""
        masked = self.reading.masked[self.sentence_at(start)]
        return pattern.search(masked.words, *masked.locate(start, end))

    @cached_property
    def spread(self) -> Counter[str]:
        """In how many sentences of the draft each concept stands."""
        return Counter(c for i in range(len(self.reading.masked)) for c in self.sentence_concepts(i))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.reading.outline.sentences]

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence in which an offset stands."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def section_of(self, index: int):  # type: ignore[no-untyped-def]
        outline = self.reading.outline
        return outline.sections[outline.sentences[index].section]

    def beside(self, index: int, *distances: int) -> Iterator[int]:
        """The sentences of the same section at these distances from one, in this order."""
        sentences = self.reading.outline.sentences
        for near in (index + d for d in distances):
            if 0 <= near < len(sentences) and sentences[near].section == sentences[index].section:
                yield near

    def place(self, offset: int) -> str:
        """A place as a reader says it: "section 4.2", or "the opening" where no number stands."""
        section = self.reading.outline.section_at(offset)
        if section.number:
            return section.number if section.number[0].isalpha() else f"section {section.number}"
        return f'"{section.heading}"' if section.heading else "the opening"

    def topical(self, name: str, index: int) -> float:
        """How sure a sentence speaks of a kind: 0 not at all; 1 its words; 1 more under its heading."""
        compiled = self.compiled(name)
        if compiled is None:
            return 0.0
        words = self.reading.masked[index].words
        score = 1.0 if compiled.needs and compiled.needs.search(words) else 0.0
        return score + (1.0 if self._under(name, self.reading.outline.sentences[index].section) else 0.0)

    def in_its_words(self, name: str, index: int) -> bool:
        """Whether a sentence has the words that a kind needs, whatever heading it stands under."""
        compiled = self.compiled(name)
        words = self.reading.masked[index].words
        return compiled is not None and compiled.needs is not None and compiled.needs.search(words) is not None

    def _under(self, name: str, section: int) -> bool:
        """Whether a section stands under the headings of a kind; asked for every sentence of it, answered once."""
        compiled = self.compiled(name)
        if (name, section) not in self._headed:
            words = heading_words(self.reading.outline.sections[section])
            self._headed[name, section] = compiled is not None and under(compiled, words)
        return self._headed[name, section]

    @cached_property
    def party_concepts(self) -> frozenset[str]:
        """Words that only name a party."""
        who = self.reading.outline.parties
        return concepts([n for p in (who.customer, who.provider) for n in (p.name, *p.called)])

    def fit(self, term: Term, index: int) -> float:
        """How much a sentence speaks of what the sheet says the term is for, from and of: 0 to 1."""
        wanted = concepts(x for x in (term.scope, term.start, term.of) if x) - self.party_concepts
        if not wanted:
            return 0.0
        return len(wanted & self.sentence_concepts(index)) / len(wanted)

    @cached_property
    def vocabulary(self) -> dict[str, dict[str, float]]:
        return vocabularies(self.rulebook)

    def heard(self, words: frozenset[str]) -> dict[str, float]:
        """How much words sound like each kind, where they do at all."""
        return heard(words, self.rulebook)

    def key_words(self, name: str) -> frozenset[str]:
        """The concepts that a kind turns on, as its rule says what it is and what it needs."""
        kind = self.kind(name)
        return concepts(w.replace("*", " ") for w in (*kind.needs, *kind.headings, kind.says)) if kind else frozenset()

    def bears(self, term: Term, index: int) -> float:
        """How much a sentence bears on a term: its kind's words, headings and vocabulary, and what the sheet says of it."""
        heard = likeness(self.sentence_concepts(index), self.vocabulary.get(term.kind, {}))
        return self.topical(term.kind, index) + 2 * self.fit(term, index) + (heard if heard >= HEARD else 0.0)

    def sounds(self, term: Term) -> list[tuple[float, int]]:
        """Sentences that sound like a term though no cue matches, surest first; 1.0 is as good as said.

        What counts: the kind's own vocabulary, its words and headings, and what the sheet says the term is for.
        """
        weights = self.vocabulary.get(term.kind, {})
        said = concepts(x for x in (term.scope, term.of, *term.exceptions) if x) - self.party_concepts
        out = []
        for index in range(len(self.reading.masked)):
            topical = self.topical(term.kind, index)
            if topical < 1 or self.recital(self.sentence_span(index)[0]):
                continue
            words = self.sentence_concepts(index)
            fit = len(said & words) / len(said) if said else 0.0
            out.append((likeness(words, weights) + 0.5 * fit + (0.35 if topical > 1 else 0.2), index))
        return sorted(out, key=lambda x: (-x[0], x[1]))

    def recital(self, offset: int) -> bool:
        """Whether an offset stands in the recitals, or in a sentence that opens as one of them does."""
        index = self.sentence_at(offset)
        return self.reading.outline.section_at(offset).placement == "recital" or (
            _RECITES.match(self.text, *self.sentence_span(index)) is not None
        )

    @cached_property
    def founds(self) -> tuple[tuple[int, values.Found], ...]:
        """Every typed value of the draft with the sentence in which it stands."""
        return tuple((i, f) for i, m in enumerate(self.reading.masked) for f in m.values.values())

    @cached_property
    def claimed(self) -> dict[tuple[int, int], str]:
        """Values that a cue reads for one kind alone: they say nothing of another. Money is left out: a fee has many names."""
        out: dict[tuple[int, int], set[str]] = {}
        for name, stated in self.reading.statements.items():
            for s in stated:
                if s.found is not None and not s.weak and s.found.type != "money":
                    out.setdefault((s.found.start, s.found.end), set()).add(name)
        return {span: names.pop() for span, names in out.items() if len(names) == 1}

    def said_of_another(self, kind: str, s: Statement) -> bool:
        """Whether a value stands in the words that a cue reads for another kind: the end that a renewal puts off."""
        if not isinstance(s.value, values.DateValue):
            return False
        return any(name != kind and o.start <= s.start < o.end + GOES_ON for name, o in self.stated_in(s.sentence))

    def stated_in(self, index: int) -> tuple[tuple[str, Statement], ...]:
        """What a sentence states for sure, of whatever kind: each statement with the name of its kind."""
        return self._stated_by_sentence.get(index, ())

    @cached_property
    def _stated_by_sentence(self) -> dict[int, tuple[tuple[str, Statement], ...]]:
        out: dict[int, tuple[tuple[str, Statement], ...]] = {}
        for name, stated in self.reading.statements.items():
            for s in stated:
                if not s.weak:
                    out[s.sentence] = (*out.get(s.sentence, ()), (name, s))
        return out

    @cached_property
    def placed(self) -> frozenset[str]:
        """The kinds of which the sheet says what became of them: agreed, or left to counsel."""
        agreed = {t.kind for t in self.sheet.terms}
        return frozenset(n for n in self.rulebook.kinds if n in agreed or self.sheet.left_to_counsel(n))

    def mentions(self, value: values.Value) -> bool:
        """Whether the sheet names a value anywhere, in whatever unit ("24 months" are the 2 years agreed).

        A country that it names is none of its towns.
        """
        return any(
            v == value or (values.compare(v, value) == "same" and not _lies_in(value, v)) for v in self._mentioned
        )

    @cached_property
    def _mentioned(self) -> tuple[values.Value, ...]:
        """Every value that the sheet mentions anywhere: what it names is no surprise."""
        said = [t.agreed_text for t in self.sheet.terms]
        for t in self.sheet.terms:
            said += [x for x in (t.scope, t.start, t.of, t.note, *t.exceptions) if x]
        return tuple(dict.fromkeys(f.value for words in said for f in values.find(words) if f.value is not None))


def _lies_in(narrow: values.Value, wide: values.Value) -> bool:
    """Whether a place is a town or a state of a country."""
    if not (isinstance(narrow, values.Place) and isinstance(wide, values.Place)):
        return False
    return values.is_country(wide) and values.covers(wide, narrow) and not values.covers(narrow, wide)


def kept(term: Term, spans: tuple[Span, ...], found: str | None = None) -> Judgement:
    """The draft says what was agreed, in these words."""
    return Judgement("kept", found or term.agreed_text, spans, f"The draft says {term.agreed_text}.")


def missing(term: Term) -> Judgement:
    """The draft is silent."""
    return Judgement("missing", None, (), f"The draft says nothing of it; agreed was {term.agreed_text}.")


def reopened(term: Term, kind: Kind, found: str) -> str:
    """What to say of a term that the draft gives another value: in the words of its rule."""
    said = kind.message or "The draft says {found}, not {agreed}."
    return said.replace("{agreed}", term.agreed_text).replace("{found}", found).replace("{term}", term.name)


AS_GOOD_AS_SAID = 0.85  # from which what stands beside such a sentence's words counts as well
SOUNDS_SURE = 0.65  # from which a sentence that only sounds like the term counts as speaking of it


# a right or a duty is denied, not an act: "has no right to", "need not", "under no obligation to"
_NO = rf"(?<!\S)(?:(?:no|without|{SLOTS['neither']} (?:shall|will) have|not have) (?:any |an? |the |further ){{0,2}}?"
_NO_DUTY = re.compile(
    _NO
    + r"(?:obligations?|duty|duties|commitment) |not (?:be |under ){0,2}(?:obliged|obligated|required|bound|obligation|duty) |need not )"
)
_NO_RIGHT = re.compile(_NO + r"(?:rights?|entitlement) |not (?:be )?entitled )")
_REACH = 5  # words after such a denial among which the word that a kind turns on stands


def _denied(matter: Matter, name: str, index: int) -> bool:
    """Whether a sentence denies the right or the duty that a kind is about; who has no right is bound by that."""
    compiled, words = matter.compiled(name), matter.reading.masked[index].words
    if compiled is None or compiled.needs is None:
        return False
    denials = (_NO_DUTY,) if compiled.kind.party_is == "bound" else (_NO_DUTY, _NO_RIGHT)
    ends = (m.end() for denial in denials for m in denial.finditer(words))
    near = (" ".join(words[end:].split(" ", _REACH)[:_REACH]).partition(";")[0] for end in ends)
    return any(content(m[0]) for after in near for m in compiled.needs.finditer(after))


def unsaid(matter: Matter, term: Term, tells: Callable[[int], bool]) -> Judgement:
    """No cue says the term: kept where a sentence sounds like it and `tells` of it what was agreed, else missing."""
    for score, index in matter.sounds(term)[:3]:
        if score >= SOUNDS_SURE and tells(index) and not _denied(matter, term.kind, index):
            start, end = matter.sentence_span(index)
            return replace(kept(term, (("states", start, end),)), sure=score >= AS_GOOD_AS_SAID, outright=False)
    return missing(term)


def other_side(side: Side) -> Side:
    return "provider" if side == "customer" else "customer"


def of_a_forum(kind: Kind | None) -> bool:
    """Whether a kind says whose law holds or who decides, which is what the law itself has to do with."""
    return kind is not None and "forum" in kind.traits


def protects(term: Term, kind: Kind | None) -> Harmed:
    """Whom a term protects: who loses when it is taken away."""
    if kind is not None and kind.party_is and isinstance(term.agreed, values.PartyValue):
        named = side_of(term.agreed)
        if named in ("customer", "provider"):
            return named if kind.party_is == "served" else other_side(named)  # type: ignore[return-value, arg-type]
        return "both"
    if term.by in ("customer", "provider") and kind is not None and kind.binds:
        return term.by if kind.by_is == "served" else other_side(term.by)  # type: ignore[return-value, arg-type]
    serves = kind.serves if kind is not None else None
    if (
        kind is not None
        and isinstance(term.agreed, values.Choice)
        and term.agreed.word in kind.order[:: len(kind.order) - 1]
    ):
        return (
            "provider" if term.agreed.word == kind.order[0] else "customer"
        )  # as `order` runs: best for the provider first
    return serves if serves in ("customer", "provider") else "both"  # type: ignore[return-value]


def side_of(value: values.Value) -> str:
    """The canonical word of a party value: customer, provider, both, each, joint."""
    return values.canonical(value)


def direction(harmed: Harmed, ours: Side) -> Literal["against us", "for us", "neutral"]:
    """Who loses, as seen from our side."""
    if harmed == ours:
        return "against us"
    return "for us" if harmed in ("customer", "provider") else "neutral"


def best(statements: Sequence[Statement], matter: Matter, term: Term) -> Statement:
    """The statement that fits a term best: not weak, fits the sheet's words, not in a recital, first."""
    return max(
        statements,
        key=lambda s: (not s.weak, not matter.recital(s.start), round(matter.bears(term, s.sentence), 2), -s.start),
    )


def spans_of(statements: Iterable[Statement], role: Role = "states") -> tuple[Span, ...]:
    return tuple((role, s.start, s.end) for s in statements)
