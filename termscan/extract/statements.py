"""Statements: every sentence of a draft that states a kind of term, with the value it gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from .. import values
from ..outline import Outline, Section
from ..rulebook import Kind, Rulebook
from .cues import Cue, compile_cue, rarity
from .masking import SIDES, Masked, Masker, keys_of
from .permission import permission
from .pointing import pointed, points_back
from .signs import Sign, compile_signs
from .statement import Statement as Statement


@dataclass(frozen=True)
class CompiledKind:
    """The cues of one kind, compiled."""

    kind: Kind
    cues: tuple[Cue, ...]
    weak: tuple[Cue, ...]
    acts: tuple[Cue, ...]
    friends: tuple[Cue, ...]
    choices: Mapping[str, tuple[Cue, ...]]
    items: Mapping[str, tuple[Cue, ...]]
    headings: tuple[Cue, ...]
    customary: tuple[Cue, ...] = ()  # statements of the kind that nobody needs to have agreed
    quiet: tuple[Cue, ...] = ()
    signs: tuple[Sign, ...] = ()

    @cached_property
    def needs(self) -> re.Pattern[str] | None:
        """Words of which one stands in any sentence on this kind."""
        words = [re.escape(w.rstrip("*").lower()) + (r"[^\s]*" if w.endswith("*") else "") for w in self.kind.needs]
        return re.compile(r"(?<!\S)(?:" + "|".join(words) + r")(?!\S)") if words else None


def compile_kind(kind: Kind) -> CompiledKind:
    """Compile the cues of a kind.

    Raises:
        CueError: a cue that does not follow the cue language.
    """

    def all_of(cues: Iterable[str]) -> tuple[Cue, ...]:
        return tuple(compile_cue(c, kind.types) for c in cues)

    return CompiledKind(
        kind,
        all_of(kind.cues),
        all_of(kind.weak),
        all_of(kind.acts),
        all_of(kind.friends),
        {c: all_of(cues) for c, cues in kind.choices.items()},
        {i: all_of(cues) for i, cues in kind.items.items()},
        all_of(kind.headings),
        all_of(kind.ask.customary if kind.ask else ()),
        all_of(kind.ask.quiet if kind.ask else ()),
        compile_signs(kind.ask.signs if kind.ask else {}),
    )


@dataclass
class Matcher:
    """All compiled kinds, with an index from a key to the cues that need it."""

    kinds: dict[str, CompiledKind]
    _index: dict[str, list[_Entry]] = field(default_factory=dict)
    _signs: dict[str, set[str]] = field(default_factory=dict)  # a key, and the kinds of which a sign needs it

    def __post_init__(self) -> None:
        cues = [(name, *entry) for name, kind in self.kinds.items() for entry in _entries(kind)]
        asked = Counter(key for *_, cue in cues for need in cue.needs for key in need)

        def often(need: frozenset[str]) -> tuple[int, int]:  # how many sentences and how many cues have it
            return rarity(need)[0], sum(asked[key] for key in need)

        index: dict[str, list[_Entry]] = defaultdict(list)
        for at, (name, sort, label, cue) in enumerate(cues):
            # under the keys that the fewest cues ask for, so that a sentence brings up few in vain
            rarest, *others = sorted(cue.needs, key=often)
            entry = _Entry(at, name, sort, label, cue, others[0] if others else rarest, tuple(others[1:]))
            for key in rarest:
                index[key].append(entry)
        self._index = dict(index)
        for name, kind in self.kinds.items():
            for sign in kind.signs:
                needs = [need for part in sign.parts for need in part.needs]
                for key in min(needs, key=often):
                    self._signs.setdefault(key, set()).add(name)

    def signing(self, masked: Masked) -> set[str]:
        """The kinds of which a sentence may bear a sign."""
        return set[str]().union(*(self._signs[key] for key in masked.keys & self._signs.keys()))

    def hits(self, masked: Masked) -> dict[str, list[_Entry]]:
        """The entries whose cue a sentence has, by kind, in the order of the rules."""
        keys, words, index = masked.keys, masked.words + " ", self._index
        likely: set[_Entry] = set()
        likely.update(*(index[key] for key in keys & index.keys()))
        able = [e for e in likely if not e.second.isdisjoint(keys)]  # hundreds in every sentence: the cheap test first
        possible = [e for e in able if not any(map(keys.isdisjoint, e.others))]
        hits = [e for e in possible if e.cue.pattern.search(words)]
        hits.sort(key=lambda entry: entry.at)
        out: dict[str, list[_Entry]] = defaultdict(list)
        for entry in hits:
            out[entry.kind].append(entry)
        return out


@dataclass(frozen=True, slots=True, eq=False)  # each is itself: compared by the hundred in every sentence
class _Entry:
    """A cue with what it is a cue of: its kind, its sort ("cue", "weak", "act", "choice") and a choice's word."""

    at: int  # its place in the rules
    kind: str
    sort: str
    label: str
    cue: Cue
    second: frozenset[str]  # the keys that the fewest cues ask for, after those under which it is indexed
    others: tuple[frozenset[str], ...]  # what else a sentence must have one each of


def _entries(kind: CompiledKind) -> Iterator[tuple[str, str, Cue]]:
    yield from (("cue", "", c) for c in kind.cues)
    yield from (("weak", "", c) for c in kind.weak)
    yield from (("act", "", c) for c in kind.acts)
    yield from (("choice", choice, c) for choice, cues in kind.choices.items() for c in cues)


def matcher(rulebook: Rulebook) -> Matcher:
    """Compile every kind and trap of a rulebook."""
    return Matcher({name: compile_kind(kind) for name, kind in {**rulebook.kinds, **rulebook.traps}.items()})


@dataclass(frozen=True)
class Reading:
    """A draft with its sentences masked and its statements found."""

    outline: Outline
    matcher: Matcher
    masked: tuple[Masked, ...]
    statements: Mapping[str, tuple[Statement, ...]]


def read_statements(outline: Outline, rules: Matcher) -> Reading:
    """Find every statement of every kind."""
    masker = Masker(outline)
    masked = tuple(masker.mask(s) for s in outline.sentences)
    found: dict[str, list[Statement]] = defaultdict(list)
    for index, sentence in enumerate(masked):
        heading = heading_words(outline.sections[outline.sentences[index].section])
        for name, entries in rules.hits(sentence).items():
            for statement in _states(rules.kinds[name], entries, sentence, index, heading):
                found[name].append(_from_its_item(statement, outline.document.text))
    for statement in pointed(found, masked, {name: rules.kinds[name].kind.types for name in found}):
        found[statement.kind].append(statement)
    for statement in _read_on(masker, outline, rules, masked, found):
        found[statement.kind].append(statement)
    return Reading(outline, rules, masked, {k: tuple(v) for k, v in found.items()})


def _read_on(
    masker: Masker, outline: Outline, rules: Matcher, masked: tuple[Masked, ...], found: Mapping[str, list[Statement]]
) -> list[Statement]:
    """What only a sentence and the one before it state together, of kinds to which the draft gives no value elsewhere."""
    valued = {name for name, stated in found.items() if any(s.value is not None for s in stated)}
    claimed = {(s.found.start, s.found.end) for stated in found.values() for s in stated if s.found}
    out: list[Statement] = []
    for index in range(1, len(masked)):
        if not points_back(masked, index):
            continue
        before, sentence = outline.sentences[index - 1 : index + 1]
        together = masker.mask(replace(sentence, lead=(before.start, before.end)))
        heading = heading_words(outline.sections[sentence.section])
        for name, entries in rules.hits(together).items():
            for s in _states(rules.kinds[name], entries, together, index, heading) if name not in valued else ():
                alike = [f for f in masked[index].values.values() if s.found and f.type == s.found.type]
                if alike == [s.found] and not s.weak and (alike[0].start, alike[0].end) not in claimed:
                    out.append(s)
    return out


_NEXT_ITEM = re.compile(r"[;,:]?(?: and| or)?\s*\n\s*\((?:[a-z]{1,3}|\d{1,2})\)\s*")


def _from_its_item(statement: Statement, text: str) -> Statement:
    """In a list the words that count begin with the item in which the value stands, not in the item before it."""
    if statement.found is None:
        return statement
    breaks = list(_NEXT_ITEM.finditer(text, statement.start, max(statement.start, statement.found.start)))
    if not breaks:
        return statement
    return replace(statement, start=breaks[-1].end(), end=max(statement.end, statement.found.end))


def heading_words(section: Section) -> str:
    """The headings above a passage as words that cues run on."""
    return _heading_words(section.headings)


@lru_cache(maxsize=10_000)
def _heading_words(headings: tuple[str, ...]) -> str:
    """Every sentence asks for them, and many stand under the same."""
    return " ".join(re.findall(r"[a-z0-9'’-]+", " ".join(headings).lower()))


def under(kind: CompiledKind, heading: str) -> bool:
    """Whether the headings above a sentence are those of the kind."""
    keys = keys_of(heading.split())
    return any(c.possible(keys) and c.search(heading) for c in kind.headings)


def _states(
    kind: CompiledKind, entries: Sequence[_Entry], sentence: Masked, index: int, heading: str
) -> list[Statement]:
    cued = [(e.sort, e.cue, m) for e in entries if e.sort in ("cue", "weak") for m in _matches(e.cue, sentence)]
    if any(s == "weak" for s, _, _ in cued) and not under(kind, heading):
        cued = [x for x in cued if x[0] != "weak"]
    chosen = [(e.label, e.cue, m) for e in entries if e.sort == "choice" for m in _matches(e.cue, sentence)]
    if kind.acts:
        chosen = [(_lifted(label, sentence, m), cue, m) for label, cue, m in chosen] or _permitted(entries, sentence)
    enough = not kind.cues or "party" in kind.kind.type  # else a choice only says which of the things that a cue reads
    if not cued and not (chosen and enough):
        return []
    friends = [m.span() for c in kind.friends if c.possible(sentence.keys) for m in _matches(c, sentence)]
    cued = [x for x in cued if not _within(x[2].span(), friends)]
    chosen = [x for x in chosen if not _within(x[2].span(), friends)]
    if chosen and (cued or enough):
        return [_choice(kind, label, cue, m, sentence, index) for label, cue, m in _longest(chosen)]
    if not cued:
        return []
    out = [_valued(kind, sort == "weak", cue, m, sentence, index) for sort, cue, m in cued]
    return _distinct(out)


# what follows is the exception, not the rule: "provided that either party may assign to an affiliate"
_PROVISO = re.compile(
    r"(?<!\S)(?:provided (?:however |further )?that|provided however|except that|save that|but (?:may|shall|either|each|such))(?!\S)"
)


def _permitted(entries: Sequence[_Entry], sentence: Masked) -> list[tuple[str, Cue, re.Match[str]]]:
    """What the sentence makes of the acts that it speaks of: allowed, with consent, prohibited."""
    acts = [(e.cue, m) for e in entries if e.sort == "act" for m in _matches(e.cue, sentence)]
    if not acts:
        return []
    proviso = _PROVISO.search(sentence.words)
    rule = [(c, m) for c, m in acts if proviso is None or m.start() < proviso.start()]
    said = [(permission(sentence.words, *m.span()), c, m) for c, m in rule or acts]
    return [(word, c, m) for word, c, m in said if word is not None]


def _lifted(label: str, sentence: Masked, m: re.Match[str]) -> str:
    """A bar that a consent named after it lifts asks for consent: "no sub-agents until Client has approved them"."""
    lifted = permission(sentence.words[m.start() :], 0, m.end() - m.start()) == "with consent"
    return "with consent" if label == "prohibited" and lifted else label


def _matches(cue: Cue, sentence: Masked) -> list[re.Match[str]]:
    first = cue.search(sentence.words)
    return [] if first is None else [_tight(cue, m) for m in cue.finditer(sentence.words)]


def _tight(cue: Cue, m: re.Match[str]) -> re.Match[str]:
    """Where a cue begins with a party, the party nearest to the rest of it: "as Maker has been told, Buyer may audit"."""
    while m[0][0] in SIDES:
        later = cue.pattern.search(m.string, m.start() + 1, m.end())
        if later is None or later.end() != m.end() or later[0][0] not in SIDES:
            return m
        m = later
    return m


def _within(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(s < span[1] and span[0] < e for s, e in others)


def _longest(chosen: list[tuple[str, Cue, re.Match[str]]]) -> list[tuple[str, Cue, re.Match[str]]]:
    """Where cues of two choices overlap, the one that reads more words says more exactly what is meant.

    Of two that read the same the later one: rules name the plain choice before the qualified one.
    """
    out: list[tuple[str, Cue, re.Match[str]]] = []
    for _, entry in sorted(enumerate(chosen), key=lambda x: (x[1][2].start() - x[1][2].end(), -x[0])):
        if not _within(entry[2].span(), [o[2].span() for o in out]):
            out.append(entry)
    best: dict[str, tuple[str, Cue, re.Match[str]]] = {}
    for entry in out:
        best.setdefault(entry[0], entry)
    return list(best.values())


# "from year to year" says how long each turn lasts
_IN_TURN = re.compile(r"(?<!\S)(?P<turn>year|month|quarter)(?:-to-| to )(?P=turn)(?!\S)")
IN_REACH = 30  # characters behind a cue in which it says so: "continue | from year to year"
_TURNS = {"year": "1 year", "month": "1 month", "quarter": "3 months"}


def _choice(kind: CompiledKind, label: str, cue: Cue, m: re.Match[str], sentence: Masked, index: int) -> Statement:
    start, end = sentence.span(*m.span())
    if label == "yes" and "no" in kind.choices and _denied(cue, m, sentence):
        label = "no"
    value = values.parse(kind.kind.type, label, choices=kind.kind.allowed)
    found, length = _found(m, sentence), None
    if found is not None and found.value is not None and isinstance(value, values.Choice) and found.type == "duration":
        length = values.canonical(found.value)
    elif found is None and "duration" in kind.kind.type:
        in_turn = _IN_TURN.search(sentence.words, m.start(), m.end() + IN_REACH)
        length = _TURNS[in_turn["turn"]] if in_turn else None
    if length:
        value = values.parse(kind.kind.type, f"{label} {length}", choices=kind.kind.allowed)
    return Statement(kind.kind.name, value, index, start, end, found, cue=cue.source)


# "shall not be deemed", "neither the site … shall be deemed"; but "if Client does not reject, it is deemed …" denies nothing
_DENIES = re.compile(
    r"(?<!\S)(?:(?:not|never) (?:be |have been |of itself )?(?:deemed|considered|treated|regarded|taken|construed|constitute|amount|count|operate|be)(?!\S)"
    r"|(?:neither|nor|no|nothing) (?!(?:later|less|more|longer|fewer)\b)(?:(?!if |unless |where |when |fails )\S+ ){0,12}?(?:shall|will|may|can|is|are) (?:be )?)"
)
_DENIAL = re.compile(r"(?<!\S)(?:not|never|neither|nor|no|nothing)(?!\S)")


# "if Client sends no comments, it is deemed …": the condition that a comma closes
_CONDITION = re.compile(r"(?<!\S)(?:if|where|when|unless|should|until)(?!\S)")


def _main_clause(sentence: Masked, end: int) -> str:
    """The words before an offset, without a condition that opens them and ends at a comma (which leaves a gap)."""
    opened = _CONDITION.search(sentence.words, 0, end)
    if opened is None:
        return sentence.words[:end]
    first, last = (bisect_left(sentence.starts, at) for at in (opened.end(), end))
    for i in range(last - 1, first, -1):
        if sentence.spans[i][0] - sentence.spans[i - 1][1] > 1:
            return sentence.words[: opened.start()] + sentence.words[sentence.starts[i] : end]
    return sentence.words[:end]


def _denied(cue: Cue, m: re.Match[str], sentence: Masked) -> bool:
    """Whether a denial that the cue does not itself ask for stands in or just before its words, in the same clause."""
    before = " ".join(_main_clause(sentence, m.start()).rsplit(";", 1)[-1].split()[-14:])
    if _DENIAL.search(re.sub(r"[()|]", " ", cue.source)):
        return bool(_DENIES.search(f"{before} {m[0].split()[0]}")) and not _DENIAL.search(m[0])
    return bool(_DENIES.search(f"{before} {m[0]}"))


def _found(m: re.Match[str], sentence: Masked) -> values.Found | None:
    if "value" not in m.re.groupindex or m["value"] is None:
        return None
    return sentence.values.get(m.start("value"))


def _valued(kind: CompiledKind, weak: bool, cue: Cue, m: re.Match[str], sentence: Masked, index: int) -> Statement:
    start, end = sentence.span(*m.span())
    if kind.items:
        listed = _items(kind, sentence)
        return Statement(kind.kind.name, listed, index, start, end, None, weak, cue.source)
    if "party" in kind.kind.type:
        slot = (m["value"] or "")[:1] if "value" in m.re.groupindex else ""
        if slot and cue.source.startswith("{value}"):
            slot = _subject(sentence.words, m.start("value"))
        side = SIDES.get(slot)
        value = values.parse("party", side) if side and side != "none" else None
        return Statement(kind.kind.name, value, index, start, end, None, weak, cue.source)
    found = _found(m, sentence) or _nearest(kind, m, sentence)
    return Statement(kind.kind.name, found.value if found else None, index, start, end, found, weak, cue.source)


_OBJECT = re.compile(r"(?<!\S)(?:to|with|by|for|of|from|between|against|and hereby|upon) $")
_AND_THEN = re.compile(r"(?:'s)? (?:and|or|but)(?!\S)")


def _subject(words: str, at: int) -> str:
    """The party that a verb has for its subject: in "Buyer outsources to Maker, and hereby appoints …" the Buyer."""
    if not (_OBJECT.search(words[:at]) and _AND_THEN.match(words, at + 1)):
        return words[at]
    before = [i for i in range(at) if words[i] in SIDES and not _OBJECT.search(words[:i])]
    return words[before[-1]] if before else words[at]


def _items(kind: CompiledKind, sentence: Masked) -> values.Value | None:
    present = [
        i for i, cues in kind.items.items() if any(c.possible(sentence.keys) and c.search(sentence.words) for c in cues)
    ]
    return values.parse(kind.kind.type, present, items=tuple(kind.items)) if present else None


def _nearest(kind: CompiledKind, m: re.Match[str], sentence: Masked) -> values.Found | None:
    """The value of the kind's type that stands nearest after the cue, else before it."""
    if "value" in m.re.groupindex:
        return None
    fit = {
        p: f
        for p, f in sentence.values.items()
        if f.type in kind.kind.types or (f.type == "multiple" and "multiple" in kind.kind.type)
    }
    after = [p for p in fit if p >= m.start()]
    return fit[min(after)] if after else fit[max(fit)] if fit else None


def _distinct(statements: list[Statement]) -> list[Statement]:
    """One statement for each value; of several cues for the same value the first that is not weak."""
    out: dict[object, Statement] = {}
    for s in sorted(statements, key=lambda s: (s.weak, s.start, s.end - s.start)):
        key = (s.found.start, s.found.end) if s.found else (s.value if s.value is not None else "")
        out.setdefault(key, s)
    if len(out) > 1:  # a match without any value says nothing beside one with
        out = {k: s for k, s in out.items() if s.value is not None or s.found is not None} or out
    return sorted(out.values(), key=lambda s: s.start)
