"""How a clause is to be read, said by another one: "for the purposes of section 4 a half-baked loaf is a loaf".

A sentence that opens or closes with the purposes, the sense or the words of a single clause has no other office than to
give that clause a meaning; it speaks of the term of that clause with which it has most words in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .citations import Citation, citations
from .lexicon import content, phrases
from .matter import Judgement, Matter, protects
from .novelty import capital, said, short, weakened
from .stance import harms

LONGEST = 400  # characters of a sentence that says no more than this
IN_COMMON = 2  # words that it shares with a term in plain words, which may be said anywhere in the clause

_PURPOSE = phrases(
    r"\b(?:(?:for|in) (?:the |any )?(?:purposes?|sense|meaning) of(?: \w+ing (?:\w+ ){0,4}?(?:by|in|under))?|within the meaning of"
    r"|(?:as|where) (?:(?:those|these|that|this) (?:words?|terms?|expressions?) (?:is|are) )?(?:used|understood|named|meant|mentioned) (?:in|by)"
    r"|(?:in|when) (?:reading|applying|construing))(?: (?:this|the) \w+(?:,| of))? ",
    re.IGNORECASE,
)


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """A sentence elsewhere that says how the clause of a kept term is to be read; None where none does."""
    proof = [s for _, s, _ in kept.spans]
    governing = {matter.sentence_at(s) for s in proof}
    for index, cited in matter.once("read for a purpose", lambda: tuple(_read(matter))):
        if index in governing or not any(cited.reaches(s) for s in proof):
            continue
        start, end = matter.sentence_span(index)
        if not _speaks_of(matter, term, kind, index, cited) or harms(matter, start, end, protects(term, kind)) is False:
            continue
        message = f'{matter.place(start)} says how that is to be read: "{short(matter.text[start:end])}".'
        return weakened(term, kind, kept, start, end, capital(message), role="defines")
    return None


def _read(matter: Matter) -> Iterator[tuple[int, Citation]]:
    """Short sentences that name a single clause for whose purposes they are written."""
    for index in range(len(matter.reading.masked)):
        start, end = matter.sentence_span(index)
        named = {m.end() for m in _PURPOSE.finditer(matter.text, start, end)} if end - start <= LONGEST else set[int]()
        for cited in citations(matter, start, end) if named else ():
            if len(cited.numbers) == 1 and not cited.own and cited.start in named:
                yield index, cited


def _speaks_of(matter: Matter, term: Term, kind: Kind | None, index: int, cited: Citation) -> bool:
    """Whether a sentence speaks of a term of the clause that it names, and of no other more than of this one."""
    shared, most = in_common(matter, term, index, cited)
    return shared >= max(most, 1 if kind is not None and most else IN_COMMON) and (kind is None or most > 0)


def in_common(matter: Matter, term: Term, index: int, cited: Citation) -> tuple[int, int]:
    """How many words a sentence has in common with a term, and at most with one that is stated in the clause it names."""
    words = frozenset(content(matter.sentence_text(index))) - matter.party_concepts
    stated = [t for t in matter.sheet.terms if any(cited.reaches(s.start) for s in matter.statements(t.kind))]
    return len(words & _own(matter, term)), max((len(words & _own(matter, t)) for t in stated), default=0)


def _own(matter: Matter, term: Term) -> frozenset[str]:
    """The words of a term and of its kind."""
    if values.is_absent(term.agreed):
        return frozenset()
    return said(term) | matter.key_words(term.kind)
