"""What sets the agreed words aside from another place: "notwithstanding Section 4", "Clause 9 does not limit …".

A clause that names the agreed one and sets it aside is followed to what it names (citations). It takes something where
its words are news, and where it does not serve the side that the term protects (stance).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .. import values
from ..extract.masking import SIDES
from ..extract.statements import Statement
from ..rulebook import Kind
from ..termsheet import Term
from .agreed_cases import excepted
from .citations import Citation, Stretch, citations
from .lexicon import content, phrases
from .matter import Harmed, Judgement, Matter, of_a_forum, other_side, protects
from .naming import points, set_aside
from .novelty import novel, said, short, weakened
from .sameness import harmed_by, same
from .stance import harms

LONGEST = 420  # characters of a passage that sets something aside
ASIDE = 160  # characters between a clause that is named and a value that is given for it
NEWS = 2  # words of it that nothing explains
SHARE = 0.25  # their share of its words
MOSTLY = 0.4  # their share in a passage that only gives another value
CLAUSE = 900  # characters up to which what is cited is one clause, and what sets it aside need not repeat its words
SHARED = 2  # concepts that it must have in common with the words it sets aside
FREED_OF = 3  # words of the agreed clause that a sentence must have to free a side of what it owes there

# what sets aside everything else, without a number
_WHATEVER_ELSE = phrases(
    r"\b(?:notwithstanding|despite|regardless of|irrespective of|whatever)\s+(?:anything|any (?:other |contrary )?(?:provision|term|clause|thing)s?(?! (?:of|in|contained in) (?!this |these |the (?:Agreement|Contract|Terms)\b))|the (?:other|rest)|(?:[^.;,]{0,40})\b(?:says?|provides?|states?|contains?)\b)"
    r"|\banything (?:[^.;,]{0,40} )?to the contrary\b",
    re.IGNORECASE,
)
# what says in the same breath that all stays as it stands there
_AS_BEFORE = phrases(
    r"\bas (?:otherwise )?(?:provided|set (?:out|forth)|stated|described) (?:herein|hereunder|above)\b", re.IGNORECASE
)


def check(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """A passage that names the clause of a kept term and sets it aside; None where there is none."""
    proof = [s for _, s, _ in kept.spans]
    own = frozenset(c for i in governing for c in content(matter.sentence_text(i))) | said(term)
    alike = [s.start for s in matter.statements(term.kind) if s.value == term.agreed and not s.weak]
    for index, cited, manner in matter.once("set aside", lambda: tuple(set_aside(matter))):
        reached: Sequence[int] = [s for s in (*proof, *alike) if cited.reaches(s) and matter.sentence_at(s) != index]
        if manner == "denied":
            reached = reached or _lost(matter, term, index, cited, proof)
        if not reached or is_agreed(matter, term, index):
            continue
        start, end = passage(matter, index, cited)
        words = matter.text[start:end]
        narrow = _narrow(matter, index, cited, reached[0])
        plain = narrow and manner == "outright"
        if not (
            novel(words, known, 1 if plain else NEWS, SHARE / 2 if plain else SHARE)
            if cited.numbers
            else novel(words, known, NEWS + 1, 2 * SHARE)
        ):
            continue
        if not cited.numbers and manner == "denied" and matter.topical(term.kind, index) < 1:
            continue  # "the foregoing does not apply to …" ends what was spoken of last, whatever stands before that
        if not ((narrow and cited.numbers) or _about(matter, term, index, cited, words, own, manner != "told")):
            continue
        if not cited.numbers and _AS_BEFORE.search(words):
            continue
        if excepted(matter, term, kind, words) or (of_a_forum(kind) and _RELIEF.search(words)):
            continue
        if _of_another(matter, term, index, cited, (start, end), len(own & set(content(words)))):
            continue
        if not (plain and cited.numbers) and harms(matter, start, end, protects(term, kind)) is False:
            continue  # what names one clause and sets it aside is another deal, whomever it serves
        own_place = matter.place(reached[0])
        says = "what it says itself" if own_place == matter.place(start) else f"what {own_place} says"
        message = f'{matter.place(start)} sets aside {says}: "{short(words)}".'
        found = weakened(term, kind, kept, start, end, message, role="overrides")
        return replace(found, harmed=_loser(matter, term, kind, index) or found.harmed)
    return (
        _generally(matter, term, kind, governing, kept)
        or _freed(matter, term, kind, governing, own, known, kept)
        or _revalued(matter, term, kind, known, proof, kept)
    )


# what a court may order at once, whatever the law or the forum of the dispute
_RELIEF = phrases(
    r"\b(?:injuncti\w+|equitable|interim|interlocutory|provisional|specific performance|specifically enforced?)\b",
    re.IGNORECASE,
)


_OF_A_PART = phrases(
    r"\s*of (?:this|the|that|such) (?:exhibit|schedule|annex|appendix|attachment|order)\b", re.IGNORECASE
)


def _lost(matter: Matter, term: Term, index: int, cited: Citation, proof: Sequence[int]) -> Sequence[int]:
    """Where a term stands of which a sentence speaks that names a clause by a number which nothing in the draft bears."""
    if (
        cited.stretches
        or not cited.clause
        or matter.topical(term.kind, index) < 1
        or _OF_A_PART.match(matter.text, cited.end)
    ):
        return ()
    return [s for s in proof[:1] if matter.sentence_at(s) != index]


_VALUED = (values.Duration, values.Money, values.Percent)
# what follows says something of its own: "Section 1 survives, and the kit goes back within two months"
_ANOTHER_CLAUSE = phrases(
    r"[;.]|\b(?:and|but|while|whereas)\s+(?:the|an?|each|either|any|all|it|they|its)\b", re.IGNORECASE
)


def _revalued(
    matter: Matter, term: Term, kind: Kind | None, known: frozenset[str], proof: Sequence[int], kept: Judgement
) -> Judgement | None:
    """A sentence elsewhere that names the one clause of the term, and beside it a value of its sort that nobody agreed."""
    for index, cited, found in matter.once("valued", lambda: tuple(_valued(matter))):
        if (
            type(found.value) is not type(term.agreed)
            or cited.end > found.start + ASIDE
            or cited.start < found.start - ASIDE
            or _ANOTHER_CLAUSE.search(matter.text, min(cited.end, found.end), max(cited.start, found.start))
        ):
            continue
        reached = [s for s in proof if any(a <= s < e and e - a <= CLAUSE for a, e in cited.stretches)]
        if not reached or matter.sentence_at(reached[0]) == index or is_agreed(matter, term, index):
            continue
        span = passage(matter, index, cited)
        if not novel(matter.text[slice(*span)], known, NEWS, MOSTLY) or _of_another(
            matter, term, index, cited, span, 0
        ):
            continue
        if harms(matter, *span, protects(term, kind)) is False:
            continue
        message = f'{matter.place(span[0])} has another value for what {matter.place(reached[0])} says: "{short(matter.text[slice(*span)])}".'
        return weakened(term, kind, kept, *span, message, role="overrides")
    return None


def _valued(matter: Matter) -> Iterator[tuple[int, Citation, values.Found]]:
    """Every value of which the sheet knows nothing, with each clause that its sentence names and does not only point to."""
    for index, found in matter.founds:
        if not isinstance(found.value, _VALUED) or matter.mentions(found.value):
            continue
        start, end = matter.sentence_span(index)
        for cited in citations(matter, start, end):
            if cited.clause and not cited.own and not points(matter.text[start : cited.start]):
                yield index, cited, found


def _loser(matter: Matter, term: Term, kind: Kind | None, index: int) -> Harmed | None:
    """Whom a sentence harms that puts another value in place of the agreed one: a lower cap, the side that it protected less."""
    stated = [s.value for s in matter.statements(term.kind) if s.sentence == index and not s.weak]
    value = next((v for v in stated if v is not None and type(v) is type(term.agreed)), None)
    return harmed_by(term, kind, value) if kind is not None and value is not None else None


def _narrow(matter: Matter, index: int, cited: Citation, reached: int) -> bool:
    """Whether a reference means little else: a short clause, or of "the foregoing" the sentence before it."""
    if not cited.numbers:
        return matter.sentence_at(reached) >= index - 1
    return any(s <= reached < e and e - s <= CLAUSE for s, e in cited.stretches)


def is_agreed(matter: Matter, term: Term, index: int) -> bool:
    """Whether a sentence states another point of the sheet as it was agreed: then it sets aside what was to be set aside."""
    return any(
        other is not term and other.kind == name and s.value is not None and same(other.agreed, s.value)
        for name, s in matter.stated_in(index)
        for other in matter.sheet.terms
    )


# "nothing in this Agreement shall require Client to"
_FREED = phrases(
    r"(?<!\S)nothing (?:\S+ ){0,5}?(?:shall|will|is to) (?:be (?:construed|taken|read) (?:as|to) )?"
    rf"(?:requir(?:e|ing)|oblig(?:e|ing|ate)|compel|bind|commit) (?P<who>[{''.join(SIDES)}])(?!\S)"
)


def _freed(
    matter: Matter,
    term: Term,
    kind: Kind | None,
    governing: Sequence[int],
    own: frozenset[str],
    known: frozenset[str],
    kept: Judgement,
) -> Judgement | None:
    """A sentence elsewhere that frees the side that owes the term from what it owes."""
    side = protects(term, kind)
    if side not in ("customer", "provider"):
        return None
    for index, masked in enumerate(matter.reading.masked):
        m = _FREED.search(masked.words) if index not in governing else None
        if m is None or SIDES[m["who"]] != other_side(side):
            continue
        start, end = masked.span(m.start(), len(masked.words))
        words = matter.text[start:end]
        shared = (set(content(words)) & own) - matter.party_concepts
        if matter.topical(term.kind, index) < 1 or len(shared) < FREED_OF or not novel(words, known, NEWS, SHARE / 2):
            continue
        if excepted(matter, term, kind, words):
            continue
        message = f'{matter.place(start)} frees the {other_side(side)} of it: "{short(matter.text[start:end])}".'
        return weakened(term, kind, kept, start, min(end, start + LONGEST), message, role="overrides")
    return None


def _generally(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement
) -> Judgement | None:
    """Another statement of the kind, with another value, that sets aside whatever else the draft may say."""
    for s in matter.statements(term.kind) if kind is not None else ():
        if s.value is None or s.weak or s.sentence in governing or matter.recital(s.start):
            continue
        value = values.canonical(s.value)
        if type(s.value) is not type(term.agreed) or values.compare(term.agreed, s.value) == "same":
            continue
        if _is_half(term, s.value):
            continue  # of two who each promise it, this is one
        if matter.mentions(s.value) or (term.accept and values.within(term.accept, s.value)):
            continue
        start, end = matter.sentence_span(s.sentence)
        if excepted(matter, term, kind, matter.text[start:end]):
            continue
        if _WHATEVER_ELSE.search(matter.text, *_own_clause(matter.text, s, start, end)):
            message = f'{matter.place(start)} says {value}, whatever {matter.place(kept.spans[0][1])} says: "{short(matter.text[start:end])}".'
            return weakened(term, kind, kept, start, min(end, start + LONGEST), message, role="overrides")
    return None


def _is_half(term: Term, value: values.Value) -> bool:
    return isinstance(value, values.PartyValue) and values.canonical(term.agreed) in ("both", "each")


def _own_clause(text: str, s: Statement, start: int, end: int) -> tuple[int, int]:
    """The clause of a sentence in which a statement stands, up to so many characters from it."""
    first, last = max(start, s.start - LONGEST // 2), min(end, s.end + LONGEST // 2)
    stop = text.find(";", s.end, last)
    return max(first, text.rfind(";", first, s.start) + 1), stop if stop >= 0 else last


def _about(
    matter: Matter, term: Term, index: int, cited: Citation, words: str, own: frozenset[str], outright: bool
) -> bool:
    """A section says many things; what sets it aside must speak of the one that was agreed."""
    shared = set(content(words)) & own - matter.party_concepts
    about = matter.topical(term.kind, index) >= 1
    if cited.clause and outright and matter.in_its_words(term.kind, index):
        return True
    return len(shared) >= (SHARED if about or cited.numbers else SHARED + 1) or (about and bool(shared))


def _of_another(matter: Matter, term: Term, index: int, cited: Citation, span: Stretch, shared: int) -> bool:
    """Whether a passage rather speaks of another agreed term, which stands in what it sets aside as well.

    One clause often states several terms, and what sets it aside means that of which it speaks.
    """
    own = _speaks(matter, term.kind, index, span) if term.kind in matter.rulebook.kinds else min(shared // FREED_OF, 1)
    alike = _alike(matter, term, span)
    for other in matter.sheet.terms:
        speaks = _speaks(matter, other.kind, index, span)
        if other is term or other.kind == term.kind or speaks < own:
            continue
        reached = not cited.stretches or any(
            cited.reaches(s.start) for s in matter.statements(other.kind) if not s.weak
        )
        if reached and (speaks > own or _alike(matter, other, span) > alike):
            return True
    return False


def _alike(matter: Matter, term: Term, span: Stretch) -> int:
    """How many of a passage's concepts are those of a term and of its kind; a value of its sort counts as one."""
    of_it = said(term) | matter.key_words(term.kind)
    start, end = span
    found = matter.reading.masked[matter.sentence_at(start)].values.values()
    valued = any(type(f.value) is type(term.agreed) and start <= f.start < end for f in found)
    return len(of_it & set(content(matter.text[start:end])) - matter.party_concepts) + valued


def _speaks(matter: Matter, name: str, index: int, span: Stretch) -> int:
    """How plainly a passage speaks of a kind: 2 where it states it, 1 where it has its words."""
    start, end = span
    if any(n == name and s.start < end and start < s.end for n, s in matter.stated_in(index)):
        return 2
    return int(matter.topical(name, index) >= 1)


def passage(matter: Matter, index: int, cited: Citation) -> tuple[int, int]:
    """The words that set something aside: the bracket in which the reference stands, or its clause."""
    start, end = matter.sentence_span(index)
    text = matter.text
    opened, closed = text.rfind("(", start, cited.start), text.find(")", cited.end, end)
    if (
        opened >= 0
        and closed >= 0
        and ")" not in text[opened : cited.start]
        and "(" not in text[cited.end : closed]
        and closed - opened > 60
    ):
        return opened, closed + 1
    left = max(start, text.rfind(";", start, cited.start) + 1, text.rfind("\n\n", start, cited.start) + 2)
    stop = text.find(";", cited.end, end)
    right = stop if stop >= 0 else end
    if cited.start - left > LONGEST // 2:
        left = text.find(" ", cited.start - LONGEST // 2)
    return left + len(text[left:right]) - len(text[left:right].lstrip()), min(right, cited.end + LONGEST)
