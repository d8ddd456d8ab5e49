"""List terms: excluded losses, what the cap does not limit, the rights of a licence, territories, scope of work."""

from __future__ import annotations

import re

from .. import values
from ..extract.statements import Statement, heading_words
from ..model import Side
from ..rulebook import Kind
from ..termsheet import Term
from .citations import citations
from .lexicon import content
from .matter import Harmed, Judgement, Matter, Span, missing, other_side, spans_of, unsaid
from .novelty import explained
from .sameness import same

BESIDE = 3  # so many sentences after the one that opens a list still belong to it
MOST = 0.7  # share of the agreed items from which a statement is the list that governs
HEAD = 50  # characters at the start of a clause that may be its heading
ENOUGH = 0.6  # share of an item's words that one place must have to say the item


def judge(matter: Matter, term: Term, kind: Kind) -> Judgement:
    """Look for each agreed item where the kind is stated; an item that is gone, or its opposite, changes the term."""
    agreed = items_of(term.agreed)
    # items in the sheet's own words stand in schedules, tables and bullets as well; each is looked for in the whole draft
    said = matter.statements(term.kind) if kind.items else ()
    stated = [s for s in said if not matter.recital(s.start)]
    if kind.items and not stated:
        for s in matter.statements(kind.beside or ""):
            if not s.weak and _has(matter, kind, agreed, s.sentence):
                return _whole(term, (("states", *matter.sentence_span(s.sentence)),))
        return unsaid(matter, term, lambda index: _has(matter, kind, agreed, index))
    proof, gone = [], []
    governing = _governing(matter, kind, agreed, stated)
    for item in agreed:
        place = _place(matter, kind, item, governing or stated, bool(governing))
        if place is None:
            gone.append(item)
        else:
            proof.append(place)
    if {matter.sentence_at(s) for s, _ in proof} & _defining(matter, stated):  # what uses the word is what binds
        proof = [(stated[0].start, stated[0].end), *proof]
    spans: tuple[Span, ...] = tuple(dict.fromkeys(("states", s, e) for s, e in proof))[:6]
    if not gone:
        return (
            _turned(matter, term, kind, agreed, stated)
            or _farther(matter, term, kind, spans)
            or _added(matter, term, kind, agreed, spans)
            or _whole(term, spans)
        )
    if len(gone) == len(agreed) and not stated:
        return missing(term)
    message = f"Gone from the draft: {', '.join(gone)}."
    found = ", ".join(i for i in agreed if i not in gone) or None
    return Judgement("changed", found, spans or spans_of(stated[:1]), message, _harmed(kind))


_OPPOSITES = {
    "exclusive": ("non-exclusive",),
    "transferable": ("non-transferable", "non-assignable"),
    "sublicensable": ("non-sublicensable",),
}


def _turned(
    matter: Matter, term: Term, kind: Kind, agreed: tuple[str, ...], stated: list[Statement]
) -> Judgement | None:
    """A statement with the opposite of an agreed item and most of the others: the item was turned round.

    Not where the sheet itself excepts the opposite: "non-exclusive abroad".
    """
    excepted = " ".join(term.exceptions).lower()
    for s in (s for s in stated if not _outside(matter, term, s)):
        here = set(items_of(s.value))
        for item, turned in _OPPOSITES.items():
            pairs = [(item, other) for other in turned] + [(other, item) for other in turned]
            for ours, theirs in pairs:
                if (
                    ours in agreed
                    and theirs in here
                    and ours not in here
                    and theirs not in excepted
                    and 2 * len(here & set(agreed)) >= len(agreed)
                ):
                    loser = _harmed(kind) if ours == item else _gains(kind)
                    found = ", ".join(i for i in items_of(s.value))
                    return Judgement("changed", found, spans_of([s]), f"The draft says {theirs}, not {ours}.", loser)
    return None


_OUTSIDE = re.compile(r"\b(?:outside|other than in)\s+(?:of\s+)?(?P<what>[\w\s]{2,40})", re.IGNORECASE)


def _outside(matter: Matter, term: Term, stated: Statement) -> bool:
    """Whether a statement speaks of what lies outside the term's scope: another licence, for "outside of Wales"."""
    scope = frozenset(content(term.scope or ""))
    found = _OUTSIDE.finditer(matter.text, *matter.sentence_span(stated.sentence))
    return any(scope & frozenset(content(m["what"])) for m in found)


# who may not assign a licence may not transfer it, and the other way round
_AS_GOOD = {"non-transferable": ("non-assignable",), "non-assignable": ("non-transferable",)}


# a bare "and" may stand inside an item ("planning and advice"); a comma seldom does
_COORDINATED = re.compile(r"(?:[,;:]|\s\([a-z0-9]{1,3}\)|\n)+\s*(?:and\s+)?")
_TRAILS = re.compile(
    r"^(?:as|which|that|in|for|to|at|by|with|under|including|if|where|when|on|from|until|whether|or)\b", re.IGNORECASE
)


def _added(
    matter: Matter, term: Term, kind: Kind, agreed: tuple[str, ...], spans: tuple[Span, ...]
) -> Judgement | None:
    """A case of an agreed list of work that nobody agreed, among the others in one sentence."""
    if kind.items or not kind.more or len(agreed) < 3:
        return None
    known = explained(matter, term, kind)
    for index in sorted({matter.sentence_at(s) for _, s, _ in spans}):
        found = _stranger(matter, agreed, index, known)
        if found is not None:
            start, end = found
            words = " ".join(matter.text[start:end].split())
            message = f'The draft has all of it and one more that was not agreed: "{words}".'
            return Judgement("changed", words, (("states", start, end),), message, _gains(kind))
    return None


_AND = re.compile(
    r"\s*(?:,|,?\s+(?:and|or|as\s+well\s+as|together\s+with|plus))\s+(?:(?:in|also|to|for|the|all\s+of)\s+)*",
    re.IGNORECASE,
)
_ANY_OTHER = re.compile(
    r"(?:every|any|all|such|each|certain)\s+(?:(?:other|further|additional|neighbou?ring|adjacent)\s+)*(?:countr|territor|place|region|market|state|jurisdiction)\w*",
    re.IGNORECASE,
)


def _farther(matter: Matter, term: Term, kind: Kind, spans: tuple[Span, ...]) -> Judgement | None:
    """A place more than those agreed, in one breath with one of them: "Wales and every country that it ships to"."""
    agreed = [values.parse("place", item) for item in items_of(term.agreed)] if _are_places(term) else []
    for index in sorted({matter.sentence_at(s) for _, s, _ in spans}) if agreed else ():
        _, end = matter.sentence_span(index)
        places = [f for f in matter.reading.masked[index].values.values() if f.type == "place" and f.value is not None]
        new = [f for f in places if not any(same(place, f.value) for place in agreed)]  # type: ignore[arg-type]
        for ours in (f for f in places if f not in new):
            coordinated = _AND.match(matter.text, ours.end, end)
            at = coordinated.end() if coordinated else end
            more = next((f.end for f in new if f.start == at), None)
            others = _ANY_OTHER.match(matter.text, at, end)
            if more or others:
                stop = more or others.end()  # type: ignore[union-attr]
                words = " ".join(matter.text[ours.start : stop].split())
                message = f'The draft goes farther than was agreed: "{words}".'
                return Judgement("changed", words, (("states", ours.start, stop),), message, _gains(kind))
    return None


def _are_places(term: Term) -> bool:
    found = [values.find(item) for item in items_of(term.agreed)]
    return all(len(f) == 1 and f[0].type == "place" for f in found)


def _stranger(matter: Matter, agreed: tuple[str, ...], index: int, known: frozenset[str]) -> tuple[int, int] | None:
    """The one part of a list that none of the agreed items accounts for, between parts that they do."""
    start, end = matter.sentence_span(index)
    cuts = [m.span() for m in _COORDINATED.finditer(matter.text, start, end)]
    edges = [start, *(at for cut in cuts for at in cut), end]
    parts = [(s, e) for s, e in zip(edges[::2], edges[1::2], strict=True) if matter.text[s:e].strip()]
    said = [set(content(matter.text[s:e])) for s, e in parts]
    items = [set(content(i)) for i in agreed]
    ours = [any(len(i & part) >= ENOUGH * len(i) > 0 for i in items) for part in said]
    if sum(any(len(i & part) >= ENOUGH * len(i) > 0 for part in said) for i in items) < MOST * len(agreed):
        return None
    inside = range(ours.index(True), len(ours))
    new = [parts[i] for i in inside if not ours[i] and _is_new(matter.text[slice(*parts[i])], known)]
    return new[0] if len(new) == 1 and not _REMARK.search(matter.text, *new[0]) else None


# what is said of the work is no item of it: "the Parties having agreed", "tools necessary therefor"
_REMARK = re.compile(r"\b(?:be|been|being|having|(?:shall|will)\s+not|there(?:for|to|of|with))\b", re.IGNORECASE)


def _is_new(words: str, known: frozenset[str]) -> bool:
    said = content(words)
    fresh = sum(w not in known for w in said)
    return not _TRAILS.match(words) and fresh >= 2 and fresh >= 0.6 * len(said)


def _listed(matter: Matter, kind: Kind, item: str) -> str:
    """The item of the kind's own list that an item in the sheet's words means: "third-party indemnities" is indemnification."""
    compiled = matter.compiled(kind.name)
    if compiled is None or item in compiled.items:
        return item
    words = " ".join(re.findall(r"[a-z0-9'’-]+", item.lower()))
    meant = [name for name, cues in compiled.items.items() if any(cue.search(words) for cue in cues)]
    return meant[0] if len(meant) == 1 else item


def _whole(term: Term, spans: tuple[Span, ...]) -> Judgement:
    return Judgement("kept", term.agreed_text, spans, f"The draft has all of it: {term.agreed_text}.")


def items_of(value: values.Value | None) -> tuple[str, ...]:
    """The items of a list value as words."""
    return tuple(str(i) for i in value.items) if isinstance(value, values.ListValue) else ()


def _governing(matter: Matter, kind: Kind, agreed: tuple[str, ...], stated: list[Statement]) -> list[Statement]:
    """The one statement that lists most of the agreed items: what it leaves out was left out, whatever others say."""
    meant = {_listed(matter, kind, item) for item in agreed}
    most = max(stated, key=lambda s: len(set(items_of(s.value)) & meant), default=None)
    if most is None or not kind.items:
        return []
    share = len(set(items_of(most.value)) & meant) / len(agreed)
    return [most] if len(agreed) >= 3 and share >= MOST else []


def _place(matter: Matter, kind: Kind, item: str, stated: list[Statement], whole: bool) -> tuple[int, int] | None:
    """Where an item is said: in a statement of the kind by its cue, or else anywhere by its words."""
    listed = _listed(matter, kind, item)
    for s in stated:
        if not {listed, *_AS_GOOD.get(listed, ())}.isdisjoint(items_of(s.value)):
            return s.start, s.end
    near = _by_cue(matter, kind, listed, stated, whole) or _cited(matter, kind, listed, stated)
    if near is not None:
        return near
    words = set(content(item)) - matter.party_concepts
    every = range(len(matter.reading.masked))
    pool = [i for i in every if any(0 <= i - s.sentence <= BESIDE for s in stated)] or every
    pool = [*pool, *_defining(matter, stated)]
    best: tuple[float, int] | None = None
    for index in pool:
        share = len(words & matter.sentence_concepts(index)) / len(words) if words else 0.0
        if share >= ENOUGH and (best is None or share > best[0]):
            best = (share, index)
    return matter.sentence_span(best[1]) if best else _in_its_words(matter, item, stated if whole else [])


def _in_its_words(matter: Matter, item: str, stated: list[Statement]) -> tuple[int, int] | None:
    """Where an item stands word for word, headings and rows of a table included: in the sections of `stated`, or anywhere."""
    words = re.findall(r"\w+", item)
    said = re.compile(r"(?i)\b" + r"\W+".join(words) + r"(?:s|es)?\b") if words else None
    homes = {matter.reading.outline.sentences[s.sentence].section for s in stated}
    for m in said.finditer(matter.text) if said else ():
        index = matter.sentence_at(m.start())
        if not matter.recital(m.start()) and (not homes or matter.reading.outline.sentences[index].section in homes):
            return m.span()
    return None


def _cited(matter: Matter, kind: Kind, item: str, stated: list[Statement]) -> tuple[int, int] | None:
    """Where a statement names an item by its clause: "a breach of Section 9", which is headed "Confidentiality"."""
    compiled = matter.compiled(kind.name)
    cues = compiled.items.get(item, ()) if compiled else ()
    for s in stated if cues else ():
        for cited in citations(matter, *matter.sentence_span(s.sentence)):
            heads = (_head(matter, start) for start, _ in cited.stretches)
            if any(cue.search(words) for words in heads for cue in cues):
                return s.start, max(s.end, cited.end)
    return None


def _head(matter: Matter, start: int) -> str:
    """The headings above a cited clause and its own first words: in running text they are the only heading that it has."""
    opens = " ".join(re.findall(r"[a-z0-9'’-]+", matter.text[start : start + HEAD].lower()))
    return f"{heading_words(matter.reading.outline.section_at(start))} {opens}"


def _has(matter: Matter, kind: Kind, agreed: tuple[str, ...], index: int) -> bool:
    """Whether a sentence has every agreed item, by its cue or by its words."""
    compiled, masked = matter.compiled(kind.name), matter.reading.masked[index]
    here = matter.sentence_concepts(index)
    return all(
        any(c.search(masked.words) for c in (compiled.items.get(_listed(matter, kind, item), ()) if compiled else ()))
        or set(content(item)) - matter.party_concepts <= here
        for item in agreed
    )


def _by_cue(matter: Matter, kind: Kind, item: str, stated: list[Statement], whole: bool) -> tuple[int, int] | None:
    """A list may go on in the sentences beside the one that opens it, in definitions and, unless one is `whole`, elsewhere."""
    compiled = matter.compiled(kind.name)
    names = (item, *_AS_GOOD.get(item, ()))
    cues = [cue for name in names for cue in compiled.items.get(name, ())] if compiled else []
    homes = {matter.reading.outline.sentences[s.sentence].section for s in stated}
    meant = _defining(matter, stated)
    for index, sentence in enumerate(matter.reading.outline.sentences):
        masked = matter.reading.masked[index]
        near = sentence.section in homes or index in meant or matter.topical(kind.name, index) >= (2 if whole else 1)
        if near and any(c.possible(masked.keys) and c.search(masked.words) for c in cues):
            return sentence.start, sentence.end
    return None


def _defining(matter: Matter, stated: list[Statement]) -> set[int]:
    """The sentences in which the words that the statements use are defined."""
    used = " ".join(matter.sentence_text(s.sentence) for s in stated)
    return {d.sentence for d in matter.reading.outline.definitions if d.name in used}


def _gains(kind: Kind) -> Harmed:
    """Who loses by one item more."""
    loser = _harmed(kind)
    return other_side(loser) if loser in ("customer", "provider") else "both"


def _harmed(kind: Kind) -> Harmed:
    """Who loses by an item that is gone: who would gain by one more."""
    more = kind.more or ""
    side: Side | None = "customer" if "customer" in more else "provider" if "provider" in more else None
    if side is None:
        return "both"
    return side if "better" in more else other_side(side)
