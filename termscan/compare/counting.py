"""When an agreed period begins to run, said by another clause: "the days that section 4 allows are counted from the order".

What starts the clock in the agreed words themselves is judged in `starts`, what counts as having happened in `fictions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .citations import Citation, citations
from .lexicon import phrases
from .matter import Judgement, Matter
from .novelty import capital, short, weakened

BEFORE = 60  # characters before a reference in which the period is named that the clause gives, and after it the verb

_RUNS = phrases(
    r"\b(?:counted|reckoned|computed|measured|calculated|runs?|running|begins?|begun|starts?|commences?|opens?)\b",
    re.IGNORECASE,
)
_PERIOD = phrases(r"\b(?:periods?|days?|hours?|weeks?|months?|years?|deadlines?)\b", re.IGNORECASE)


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """Another clause that says from when the period of a kept term runs; None where none does."""
    if not isinstance(term.agreed, values.Duration):
        return None
    proof = [s for _, s, _ in kept.spans]
    governing = {matter.sentence_at(s) for s in proof}
    counted = matter.once("counted elsewhere", lambda: tuple(_counted(matter)))
    places = [i for i, c in counted if i not in governing and any(c.reaches(s) for s in proof)]
    if term.kind == "term.convenience_notice":
        effects = matter.once("notices that take effect", lambda: tuple(_effects(matter)))
        places += [i for i, at in effects if _otherwise(matter, term, i, at)]
    for index in places:
        if index not in governing:
            start, end = matter.sentence_span(index)
            message = f'{matter.place(start)} says when that time runs: "{short(matter.text[start:end])}".'
            return weakened(term, kind, kept, start, end, capital(message), role="overrides")
    return None


def _counted(matter: Matter) -> Iterator[tuple[int, Citation]]:
    """References to a clause whose period the same sentence counts: "the year in section 9 starts to run when …"."""
    for index in range(len(matter.reading.masked)):
        start, end = matter.sentence_span(index)
        runs = [m.start() for m in _RUNS.finditer(matter.text, start, end)]
        for cited in citations(matter, start, end) if runs else ():
            if not cited.own and cited.numbers and any(_counts(matter.text, start, cited, at) for at in runs):
                yield index, cited


def _counts(text: str, first: int, cited: Citation, runs: int) -> bool:
    """Whether what is said to run is the period of the clause named just before."""
    named = cited.end <= runs <= cited.end + BEFORE and not re.search("[;.]", text[cited.end : runs])
    return named and _PERIOD.search(text, max(first, cited.start - BEFORE), cited.start) is not None


# "a notice by which Buyer ends this Agreement takes effect on the day it is sent": whatever length was agreed for it
_TAKES_EFFECT = phrases(
    r"(?:^|[;,.] |\b(?:that|and|where|but) )\W*(?:\d[\d.]*\W*)?(?:an?|any|the|such|each|every) (?:written |prior )?notice\b(?P<of>(?:(?! (?:shall|will|may|must|is|are)\b)[^.;]){0,160}?)"
    r" (?:(?:shall|will|does|do|is|are|be|not|only|itself|deemed|to) ){0,4}(?:takes? effect|becomes? effective|effective|ha(?:s|ve) effect|operates?)\b",
    re.IGNORECASE,
)
_ENDS = phrases(r"\b(?:terminat\w+|ends?|ending|convenience|without cause)\b", re.IGNORECASE)


_AT_ONCE = phrases(
    r"[^.;]{0,40}?\b(?:sen(?:ds|t|ding)|dispatch\w*|despatch\w*|post(?:s|ed|ing)|mail(?:s|ed|ing)|immediately|at once|forthwith)\b",
    re.IGNORECASE,
)


def _otherwise(matter: Matter, term: Term, index: int, at: int) -> bool:
    """Whether what follows gives the notice another length than agreed, or none."""
    _, end = matter.sentence_span(index)
    lengths = [
        f.value for i, f in matter.founds if i == index and f.start >= at and isinstance(f.value, values.Duration)
    ]
    other = any(values.compare(term.agreed, v) in ("more", "less") for v in lengths)
    return other or (not lengths and _AT_ONCE.match(matter.text, at, end) is not None)


def _effects(matter: Matter) -> Iterator[tuple[int, int]]:
    """The sentences that say when a notice of termination takes effect, and where they come to say it."""
    for index in range(len(matter.reading.masked)):
        m = _TAKES_EFFECT.search(matter.sentence_text(index))
        if m and _ENDS.search(m["of"]):
            yield index, matter.sentence_span(index)[0] + m.end()
