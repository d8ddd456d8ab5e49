"""A value that a statement does not say itself: it stands in the definition of a word of it, or is said by an anniversary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .. import values
from ..extract.statements import Statement
from ..rulebook import Kind
from ..termsheet import Term
from .matter import SOUNDS_SURE, Judgement, Matter, Span, kept
from .sameness import changed, same


def by_definition(matter: Matter, term: Term, kind: Kind, speaking: Sequence[Statement]) -> Judgement | None:
    """The value may stand in the definition of a word that the statement uses ("shall not exceed the Cap")."""
    other: Judgement | None = None
    for s, name, found in _defined_values(matter, kind, speaking):
        spans: tuple[Span, ...] = (("states", s.start, s.end), ("defines", found.start, found.end))
        if found.blank:
            blank = f"A blank stands where the draft says what {name} is; agreed was {term.agreed_text}."
            other = other or Judgement("unclear", None, spans, blank)
        elif same(term.agreed, found.value):  # type: ignore[arg-type]
            says = f"The draft says {term.agreed_text}, through what it calls {name}."
            return Judgement("kept", values.canonical(term.agreed), spans, says)
        elif other is None:
            other = replace(changed(matter, term, kind, replace(s, value=found.value, found=found)), spans=spans)
    return other


def _defined_values(
    matter: Matter, kind: Kind, speaking: Sequence[Statement]
) -> Iterator[tuple[Statement, str, values.Found]]:
    """The values of the kind's types in the definitions of the words that a statement uses."""
    outline = matter.reading.outline
    for s in speaking:
        words = matter.sentence_text(s.sentence)
        for d in sorted(outline.definitions, key=lambda d: -len(d.name)):
            if d.sentence == s.sentence or not re.search(rf"\b{re.escape(d.name)}\b", words):
                continue
            for found in matter.reading.masked[d.sentence].values.values():
                if found.type in kind.types and (found.value is not None or (found.blank and not found.redacted)):
                    yield s, d.name, found


def by_anniversary(matter: Matter, term: Term, kind: Kind, speaking: Sequence[Statement]) -> Judgement | None:
    """A length that is said by the day on which it ends: "until the second anniversary of the Effective Date"."""
    for s in speaking if isinstance(term.agreed, values.Duration) else ():
        for found in values.find_anniversaries(matter.text, *matter.sentence_span(s.sentence)):
            if found.value is not None and same(term.agreed, found.value):
                return kept(term, (("states", found.start, found.end),))
            return changed(
                matter, term, kind, replace(s, value=found.value, found=found, start=found.start, end=found.end)
            )
    return _sounding_alike(matter, term)


def _sounding_alike(matter: Matter, term: Term) -> Judgement | None:
    """The agreed length, said by its last day where no cue reads a statement: "expires when Year 2 ends"."""
    near = [index for score, index in matter.sounds(term)[:2] if score >= SOUNDS_SURE]
    for index in near if isinstance(term.agreed, values.Duration) else ():
        for found in values.find_anniversaries(matter.text, *matter.sentence_span(index)):
            if found.value is not None and same(term.agreed, found.value):
                return replace(kept(term, (("states", found.start, found.end),)), sure=False)
    return None
