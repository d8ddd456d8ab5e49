"""Two places that disagree, where no second statement of the kind gives it away.

Another clause may give the agreed one a value by its number ("the undertaking in Section 6.3 runs for four years"), and
the parts of a sum may make another total than the draft says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from . import backreferences, named_values
from .citations import Citation, citations
from .lexicon import phrases
from .matter import Judgement, Matter, Span
from .novelty import capital
from .purposes import in_common
from .rivals import disagree
from .sameness import relies_on, same

REACH = 70  # characters after a reference within which a value is given to it
BEFORE = 160  # characters before a reference within which a sentence may say when what it names is over
FEWEST = 2  # parts that make a sum

# what gives the clause just named a value; "within", "after" and the like count from it, and give it none
_GIVES = phrases(
    r"[^.;]{0,40}?\b(?:(?:shall|will|is to|does) (?:be|run|last|extend|continue|apply|hold|stand at|amount to)|runs?|lasts?|extends?|continues?|amounts? to|stands at|is|are|reads?)\b(?![^.;]{0,30}\b(?:within|after|before|prior|later|earlier|following|upon)\b)[^.;]{0,30}$"
    r"|[^.;]{0,40}?\b(?:lapses?|ends?|expires?|ceases?|falls? away)(?: no later than| at the end of)? $"
    r"|[^.;]{0,40}?\b(?:beyond|past|until|up to|not? (?:\w+ )?(?:outlast|outlive|survive)|but (?:only )?for|save for) (?:the |an? |only |about )?$"
    r"|[^.;]{0,25}?\b(?:for|during) (?:(?:only|but|a period of|no longer than|no more than|not more than|not longer than|at most|up to|a maximum of) ){1,2}$",
    re.IGNORECASE,
)
_AFTER = phrases(r"\s(?:after|following|from)\s", re.IGNORECASE)
_IS_OVER = phrases(
    r"[^.;,]{0,40}?\b(?:(?:shall |will )?(?:lapses?|ends?|ceases?|expires?|falls? away|no longer (?:apply|applies|bind|binds))|(?:shall |will |is |are )(?:to )?(?:be )?(?:(?:regarded|deemed|treated|taken) (?:as |to (?:be|have been) )?)?(?:fully )?(?:performed|discharged|satisfied|at an end|over))\b",
    re.IGNORECASE,
)
_TOTAL = phrases(r"(?i)\b(?:totals?|together|in all|altogether|sum|aggregate|grand total)\b")


def check(matter: Matter, term: Term, kind: Kind | None, judged: Judgement) -> Judgement | None:
    """A place that disagrees with a kept term, or with the value found in its stead; None where none does."""
    if kind is None:
        return None
    summed = _sum(matter, term, kind, judged) if isinstance(term.agreed, values.Money) else None
    if summed is not None:
        return summed
    if judged.verdict != "kept" or not judged.spans:
        return None
    return (
        _by_reference(matter, term, kind, judged)
        or backreferences.check(matter, term, kind, judged)
        or named_values.check(matter, term, kind, judged)
        or _another_rate(matter, term, kind, judged)
    )


def _another_rate(matter: Matter, term: Term, kind: Kind, kept: Judgement) -> Judgement | None:
    """Another percentage for the same time in a sentence that speaks of the kind, though no cue reads it there.

    Of a share there are many; so much a month is hardly said of anything but what is owed too late.
    """
    if not isinstance(term.agreed, values.Percent) or term.agreed.per is None:
        return None
    governing = {matter.sentence_at(s) for _, s, _ in kept.spans}
    for index, f in matter.founds:
        if index in governing or not isinstance(f.value, values.Percent) or f.value.per != term.agreed.per:
            continue
        if same(term.agreed, f.value) or matter.mentions(f.value) or matter.topical(term.kind, index) < 1:
            continue
        if matter.claimed.get((f.start, f.end), kind.name) == kind.name and not matter.recital(f.start):
            return disagree(matter, term, kind, kept.spans[0], f)
    return None


def _by_reference(matter: Matter, term: Term, kind: Kind, kept: Judgement) -> Judgement | None:
    proof = [s for _, s, _ in kept.spans]
    governing = {matter.sentence_at(s) for s in proof}
    for index, cited, found in matter.once("given by reference", lambda: tuple(_given(matter))):
        value = found.value
        if index in governing or value is None or type(value) is not type(term.agreed) or same(term.agreed, value):
            continue
        if matter.mentions(value) or (term.accept and values.within(term.accept, value)):
            continue
        shared, most = in_common(matter, term, index, cited) if any(map(cited.reaches, proof)) else (-1, 0)
        if shared >= most:
            place, own = matter.place(cited.start), matter.place(proof[0])
            message = capital(f"{own} says {term.agreed_text}, {place} gives it {values.canonical(value)}.")
            spans: tuple[Span, ...] = (
                *kept.spans[:1],
                ("conflicts", min(cited.start, found.start), max(cited.end, found.end)),
            )
            found_says = f"{term.agreed_text} or {values.canonical(value)}"
            return Judgement("unclear", found_says, spans, message, relies_on(term, kind, value))
    return None


def _given(matter: Matter) -> Iterator[tuple[int, Citation, values.Found]]:
    """Every reference to a clause to which its own sentence gives a value."""
    by_sentence: dict[int, list[values.Found]] = {}
    for index, found in (*matter.founds, *_anniversaries(matter)):
        by_sentence.setdefault(index, []).append(found)
    for index, founds in by_sentence.items():
        for cited in citations(matter, *matter.sentence_span(index)):
            near = next((f for f in founds if cited.end <= f.start <= cited.end + REACH), None)
            if near is not None and not cited.own and _GIVES.match(matter.text[cited.end : near.start]):
                yield index, cited, near
            before = next((f for f in founds if cited.start - BEFORE <= f.start < cited.start), None)
            if before is not None and not cited.own and _ends_then(matter.text, before, cited):
                yield index, cited, before


def _anniversaries(matter: Matter) -> Iterator[tuple[int, values.Found]]:
    for found in values.find_anniversaries(matter.text, 0, len(matter.text)):
        yield matter.sentence_at(found.start), found


def _ends_then(text: str, length: values.Found, cited: Citation) -> bool:
    """Whether a clause is over so long after an event: "a year after the end the duties in Article 4 lapse"."""
    later = length.type == "duration" and _AFTER.match(text, length.end)
    return bool(later) and _IS_OVER.match(text, cited.end) is not None


@dataclass(frozen=True, slots=True)
class _Sum:
    """A total as a line of the draft says it, and the amounts in the lines above."""

    total: values.Found
    parts: tuple[values.Found, ...]

    @property
    def amount(self) -> Decimal:
        return sum((_amount(p) for p in self.parts), Decimal(0))


def _sum(matter: Matter, term: Term, kind: Kind, judged: Judgement) -> Judgement | None:
    """A total that is not what its parts come to, or that is the agreed one where the text says another."""
    if judged.verdict not in ("kept", "changed") or not isinstance(term.agreed, values.Money):
        return None
    for table in matter.once("sums", lambda: tuple(_sums(matter))):
        total, whole = _amount(table.total), table.amount
        if term.agreed.amount not in (total, whole) or term.agreed.currency != getattr(
            table.total.value, "currency", None
        ):
            continue
        if total != whole:
            first, last = table.parts[0], table.parts[-1]
            message = f"The draft says {values.canonical(table.total.value)} in all, but its parts come to {whole:,}."  # type: ignore[arg-type]
            spans: tuple[Span, ...] = (
                ("states", table.total.start, table.total.end),
                ("conflicts", first.start, last.end),
            )
            other = values.Money(whole if total == term.agreed.amount else total, term.agreed.currency)
            return Judgement("unclear", f"{total:,} or {whole:,}", spans, message, relies_on(term, kind, other))
        if judged.verdict == "changed" and judged.spans:
            message = (
                f"{matter.place(judged.spans[0][1])} says {judged.found}, but its parts come to {term.agreed_text}."
            )
            where: Span = ("conflicts", table.parts[0].start, table.total.end)
            says = f"{judged.found} or {term.agreed_text}"
            return replace(
                judged, verdict="unclear", found=says, spans=(*judged.spans[:1], where), message=capital(message)
            )
    return None


def _amount(found: values.Found) -> Decimal:
    return Decimal(str(found.value.amount)) if isinstance(found.value, values.Money) else Decimal(0)


def _sums(matter: Matter) -> Iterator[_Sum]:
    """Lines that name a total, below lines with one amount each in the same currency."""
    lines = _lines(matter)
    for n, (words, founds) in enumerate(lines):
        if len(founds) != 1 or not _TOTAL.search(words):
            continue
        parts: list[values.Found] = []
        for above, amounts in reversed(lines[:n]):
            if not above.strip(" |-\t:"):
                continue
            if len(amounts) != 1 or _TOTAL.search(above) or _currency(amounts[0]) != _currency(founds[0]):
                break
            parts.insert(0, amounts[0])
        if len(parts) >= FEWEST and _a_table(matter, parts, founds[0]):
            yield _Sum(founds[0], tuple(parts))


def _a_table(matter: Matter, parts: list[values.Found], total: values.Found) -> bool:
    """Sentences under one another are no table: what adds up stands in rows or columns."""
    between = matter.text[parts[0].start : total.end]
    return between.count("|") > len(parts) or between.count("\t") >= len(parts)


def _currency(found: values.Found) -> str | None:
    return getattr(found.value, "currency", None)


def _lines(matter: Matter) -> list[tuple[str, list[values.Found]]]:
    """The lines of the draft, each with the amounts of money in it."""
    text = matter.text
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    out: list[tuple[str, list[values.Found]]] = [
        (text[s:e], []) for s, e in zip(starts, [*starts[1:], len(text)], strict=True)
    ]
    for _, found in matter.founds:
        if isinstance(found.value, values.Money):
            out[bisect_right(starts, found.start) - 1][1].append(found)
    return out
