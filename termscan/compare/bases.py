"""What a percentage is taken of: ten percent of the profit is not ten percent of the revenue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import values
from ..termsheet import Term
from .lexicon import concepts, content
from .matter import Judgement, Matter
from .starts import meant

_BASE = re.compile(
    r"\s+(?:of|on)\s+((?:[\w’'-]+\s+){0,6}?[\w’'-]+)(?=[,;.)]|\s+(?:for|in|as|that|which|if|per|from|to|and|or|after)\b)"
)


def check(matter: Matter, term: Term, kept: Judgement) -> Judgement | None:
    """A kept percentage that the draft takes of something else than agreed; None where it does not, or does not say."""
    if term.of is None or not isinstance(term.agreed, values.Percent):
        return None
    wanted = concepts([term.of])
    for start, end in bases(matter, kept):
        said = frozenset(content(matter.text[start:end])) - matter.party_concepts
        if said and not said & wanted and not meant(matter, start, end) & wanted:
            words = " ".join(matter.text[start:end].split())
            message = f'The percentage is as agreed, but it is taken of "{words}"; agreed was: of {term.of}.'
            return Judgement("changed", kept.found, (*kept.spans[:1], ("states", start, end)), message, "both")
    return None


def bases(matter: Matter, judged: Judgement) -> Iterator[tuple[int, int]]:
    """Where the words stand of which the percentages that a judgement shows are taken."""
    for _, found in matter.founds:
        if found.type == "percent" and any(s <= found.start and found.end <= e for _, s, e in judged.spans):
            m = _BASE.match(matter.text, found.end)
            if m is not None:
                yield m.span(1)
