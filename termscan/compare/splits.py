"""A length that the draft gives to one side only, or to one case only, and another to the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .. import values
from ..extract.masking import SLOTS
from ..extract.statements import Statement
from ..rulebook import Kind
from ..termsheet import Term
from .matter import Judgement, Matter, Span, kept, spans_of
from .sameness import harmed_by, same

_LENGTH = SLOTS["duration"]
_WHOSE = r"(?:in the case of|given by|by|for|from|as regards|of)"
_ONE_SIDE = f"[{SLOTS['customer']}{SLOTS['provider']}]"
_EACH_ITS_OWN = re.compile(
    rf"{_LENGTH}(?: \S+){{0,4}}? {_WHOSE} (?P<first>{_ONE_SIDE})(?: \S+){{0,4}}? (?:and|but|or|while) (?:\S+ ){{0,4}}?(?P<length>{_LENGTH})(?: \S+){{0,4}}? {_WHOSE} (?P<second>{_ONE_SIDE})"
)
_EACH_WITH_ITS_OWN = re.compile(
    rf"by (?P<first>{_ONE_SIDE}) (?:with|on|upon|giving)(?: \S+){{0,3}}? (?P<own>{_LENGTH})(?: \S+){{0,6}}? (?:and|but|or|while)(?: \S+){{0,2}}? by (?P<second>{_ONE_SIDE}) (?:with|on|upon|giving)(?: \S+){{0,3}}? (?P<length>{_LENGTH})"
)


def for_each_another(matter: Matter, term: Term, kind: Kind, equal: Sequence[Statement]) -> Judgement | None:
    """A length agreed for both that the draft gives to one of them only: "90 days for Buyer and 30 for Maker"."""
    if not isinstance(term.agreed, values.Duration):
        return None
    split = _in_one_case_another(matter, term, kind, equal)
    return split or each_its_own(matter, term, kind, (s.sentence for s in equal))


def each_its_own(matter: Matter, term: Term, kind: Kind, sentences: Iterable[int]) -> Judgement | None:
    """A sentence that gives each side a length of its own, where the sheet gives both the same."""
    for index in sentences if term.by not in ("customer", "provider") else ():
        masked = matter.reading.masked[index]
        m = _EACH_ITS_OWN.search(masked.words) or _EACH_WITH_ITS_OWN.search(masked.words)
        first = m.start("own") if m and "own" in m.groupdict() else m.start() if m else 0
        lengths = [masked.values.get(at) for at in (first, m.start("length"))] if m else []
        told = [f.value for f in lengths if f is not None and f.value is not None]
        if m is None or m["first"] == m["second"] or len(told) < 2 or same(told[0], told[1]):
            continue
        other = told[1] if same(term.agreed, told[0]) else told[0]
        found = f"{values.canonical(told[0])} or {values.canonical(told[1])}"
        message = f"Agreed for both sides was {term.agreed_text}; the draft gives each its own: {found}."
        span: Span = ("states", *masked.span(*m.span()))
        return Judgement("changed", found, (span,), message, harmed_by(term, kind, other))
    return None


_OR_WHERE = re.compile(
    r"[^.;,(]{0,30}?[,(]?\s*or,?\s+(?:where|if|when|in\s+the\s+case\s+of|in\s+the\s+event|as\s+regards)\b(?:[^.;()]|\([^)]{0,12}\)){0,160}",
    re.IGNORECASE,
)


def _in_one_case_another(matter: Matter, term: Term, kind: Kind, equal: Sequence[Statement]) -> Judgement | None:
    """The agreed length, and beside it another for a case of its own: "ten days (or, where Buyer is in default, two)"."""
    for s in equal:
        m = _OR_WHERE.match(matter.text, s.found.end) if s.found is not None else None
        for f in matter.reading.masked[s.sentence].values.values() if m else ():
            inside = m is not None and m.start() < f.start and f.end <= m.end() + 1
            if inside and type(f.value) is type(term.agreed) and f.value is not None and not of_the_term(term, f.value):
                other = values.canonical(f.value)
                message = f"The draft says {term.agreed_text}, but in one case {other}."
                spans: tuple[Span, ...] = (*spans_of([s]), ("limits", m.start(), m.end()))  # type: ignore[union-attr]
                return Judgement(
                    "changed", f"{term.agreed_text} or {other}", spans, message, harmed_by(term, kind, f.value)
                )
    return None


_ITS_CASE = re.compile(
    r"\s*,?\s*(?:for|in\s+the\s+case\s+of|in\s+case\s+of|in\s+respect\s+of|with\s+respect\s+to|where|if|when|as\s+to|as\s+regards|upon|after)\b",
    re.IGNORECASE,
)


def in_its_case(matter: Matter, term: Term, stated: Sequence[Statement]) -> Judgement | None:
    """A value agreed for some cases (`for`), in a sentence that has one for each: "ten days for rent and 45 for all else"."""
    for s in stated if term.scope else ():
        for f in matter.reading.masked[s.sentence].values.values():
            if f.value is not None and same(term.agreed, f.value) and _ITS_CASE.match(matter.text, f.end):
                return kept(term, (("states", min(s.start, f.start), f.end),), values.canonical(term.agreed))
    return None


def of_the_term(term: Term, value: values.Value | None) -> bool:
    """Whether a value is one that the sheet names for this very term."""
    if value is None:
        return False
    said = (term.agreed_text, term.scope, term.start, term.of, term.note, *term.exceptions)
    return any(f.value is not None and same(f.value, value) for words in said if words for f in values.find(words))
