"""What becomes of the rest: "All other parcels are delivered when Maker finds the time".

A drafter who may not strike a term gives it to a part of what it covers, and says in the same breath what becomes of
the others. Such a sentence names the remainder of a thing of which the agreed words speak (the other, the rest, what
lies outside), and the term was agreed for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import concepts, content, phrases
from .matter import Judgement, Matter, protects
from .novelty import said, short, weakened
from .stance import harms

NEXT = (1, 2)  # how far after the agreed sentence, in its section, the rest is spoken of

_NOUN = r"(?:parts?\s+of\s+(?:the\s+)?)?(?P<noun>[\w’'-]+(?:\s+(?!(?:in|of|for|to|on|at|by|which|that|and|or|shall|will|is|are|may|must|including)\b)[\w’'-]+){0,2})"
_TERM_OR_SUM = r"(?:term|period|year|month|quarter|day|week|amount|price|fee|sum|payment|charge)s?\b"  # a term may be of the rest of it, or of no other
_CUSTOMARY = r"(?:right|title|interest|term|condition|provision|remed|warrant|representation|obligation|duty|duties|liabilit|claim|respect|purpose|case|matter)"  # "all other rights are reserved"
_REST = phrases(
    rf"\b(?:(?P<other>(?:all|every|each)\s+(?:the\s+)?other\s+|(?:all|any|every)\s+(?:older|earlier|later)\s+|all\s+further\s+)(?!(?:[\w’'-]+\s+)?(?:{_TERM_OR_SUM}|{_CUSTOMARY}))"
    rf"|the\s+(?:rest|remainder|balance)\s+of\s+(?!(?:[\w’'-]+\s+){{0,2}}{_TERM_OR_SUM})(?:the\s+)?){_NOUN}"
    r"|\boutside\s+(?:of\s+)?(?:those|these|that|this|such)\s+\w+",
    re.IGNORECASE,
)
_APART = ("deliverables.warranty",)  # other parts and goods customarily have their makers' own
_STOP = re.compile(r"[;.](?:\s|$)")


def check(matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """A clause on the rest of what a kept term covers; None where there is none."""
    if kind is None or kind.name in _APART or not ("undivided" in kind.traits or promises_an_amount(term, kind)):
        return None  # plain words speak of many things, and what lies beyond a territory was never given
    scope = concepts([term.scope]) - matter.party_concepts if term.scope else frozenset()
    for index in governing:
        own = (frozenset(content(matter.sentence_text(index))) | said(term)) - matter.party_concepts
        for first, last in goes_on(matter, index, governing, kept):
            for m in _REST.finditer(matter.text, first, last):
                start, end = m.start(), clause_end(matter, m.end(), last)
                noun = frozenset(content(m["noun"] or ""))
                inside = frozenset(content(matter.text[start:end])) - (noun if m["other"] else frozenset())
                if (m["noun"] and not noun & own) or (scope and not scope & inside):
                    continue  # the rest of something else; what lies outside the agreed `for`
                if harms(matter, start, end, protects(term, kind)) is not False:
                    message = f'The words are there for a part; of the rest the draft says: "{short(matter.text[start:end])}".'
                    return weakened(term, kind, kept, start, end, message)
    return None


def goes_on(matter: Matter, index: int, governing: Sequence[int], kept: Judgement) -> Iterator[tuple[int, int]]:
    """What an agreed sentence says after the words that count, and the next ones of its section; another row is another matter."""
    start, end = matter.sentence_span(index)
    yield max((e for _, s, e in kept.spans if start <= s and e < end), default=end), end
    after = (i for i in matter.beside(index, *NEXT) if i not in governing)
    yield from (matter.sentence_span(i) for i in after if not matter.reading.outline.sentences[i].row)


def clause_end(matter: Matter, at: int, last: int) -> int:
    """Where the clause ends in which an offset stands: at a semicolon or a full stop, and no later than `last`."""
    m = _STOP.search(matter.text, at, last)
    return m.start() if m else last


def promises_an_amount(term: Term, kind: Kind) -> bool:
    """Whether a term has one side do or give so much, or so long, which another clause may take back."""
    one_side = kind.binds in ("customer", "provider") and not kind.party_is and kind.name != "liability.cap"
    return one_side and not isinstance(term.agreed, values.Choice | values.Labelled | values.ListValue)
