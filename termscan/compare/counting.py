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
from .events import event
from .lexicon import concepts, phrases
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
    if kind is not None and _NOTICE.search(" ".join((*kind.customary_from, term.start or ""))):
        places += matter.once("notice counted elsewhere", lambda: tuple(_notice_counted(matter)))
    if kind is not None and _END & concepts(kind.customary_from):
        places += _stopped(matter, term, governing)
    if term.kind == "term.convenience_notice":
        effects = matter.once("notices that take effect", lambda: tuple(_effects(matter)))
        places += [i for i, at in effects if _otherwise(matter, term, i, at)]
    for index in places:
        if index not in governing and not matter.recital(matter.sentence_span(index)[0]):
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
    if runs < cited.end or re.search("[;.]", text[cited.end : runs]):
        return False
    near = runs <= cited.end + BEFORE and _PERIOD.search(text, max(first, cited.start - BEFORE), cited.start)
    between = _PERIOD.search(
        text, cited.end, runs
    )  # "a notice under section 4: the days stated there are reckoned from …"
    return bool(near) or (between is not None and runs <= between.end() + BEFORE and runs <= cited.end + 2 * BEFORE)


_STATED_THERE = phrases(
    r"\b(?:periods?|days?|weeks?|months?|years?|time) (?:stated|named|given|set out|allowed|provided|mentioned) (?:there|therein|in it)\b",
    re.IGNORECASE,
)
_NOTICE = phrases(r"\b(?:notice|reminder|demand)\b", re.IGNORECASE)
# "the period of any such notice begins on …", "a notice period runs only from …", whichever clause gives it
_NOTICE_PERIOD = phrases(
    r"\b(?:(?:periods?|days?|weeks?|months?|length|time|running) of (?:(?:an?|any|the|such|that|each|every|said|this|prior|written) ){0,3}(?:periods? of )?notices?|notice periods?)\b",
    re.IGNORECASE,
)
_RUNS_FROM = phrases(
    r"(?:[^.;]|\.(?=\d)){0,120}?\b(?:counted|reckoned|computed|measured|calculated|run|runs|running|begin|begins|begun|start|starts|commence|commences)"
    r"(?: to run)?(?: only)? (?:from|on|at|with|upon|when|once|after|as of|until)\b(?P<start>[^.;]{3,160})",
    re.IGNORECASE,
)
_GIVEN = ("notice", "receipt", "issue", "delivery")  # what every notice runs from


_ANY = r"(?:[^.;]|\.(?=\d))"
# "a default notice takes effect from the first day of the failure", "… or, for a notice under section 4, on the last day of the year"
_NOTICE_LATER = phrases(
    rf"\bnotices?\b{_ANY}{{0,120}}?\b(?:from|on|as of|upon|until|at) the (?:first|last|final|end|close|beginning|start|expiry)\b(?: business| working)?(?: day)? of (?:the|each|any|that|a|its)\b",
    re.IGNORECASE,
)
# a clause on how notices travel
_TRAVELS = phrases(
    r"\bnotices?\b[^;]{0,240}?\b(?:effective|take effect|takes effect|deemed|treated as|regarded as)\b[^;]{0,80}?\b(?:receipt|received|deliver\w*|sent|sending|posted|mailed)\b",
    re.IGNORECASE,
)


def _notice_counted(matter: Matter) -> Iterator[int]:
    """Sentences by which whatever notice is given runs from something else than that it was given."""
    for index in range(len(matter.reading.masked)):
        start, end = matter.sentence_span(index)
        period = _NOTICE_PERIOD.search(matter.text, start, end)
        runs = _RUNS_FROM.match(matter.text, period.end(), end) if period else None
        told = event(runs["start"]) if runs else None
        later = _NOTICE_LATER.search(matter.text, start, end)
        if (told is not None and told.name not in _GIVEN) or (later and _TRAVELS.search(matter.text, start, end)):
            yield index


_POINTS = r"(?:such|that|this|these|those|the|said|any|its|their|how long)(?: (?:[a-z-]+ ){0,2}?)?"
_LASTS = rf"{_POINTS}\b(?:period|restriction|covenant|obligation|undertaking|term|time|year|months?|days?|duration)s?\b"
_STOPS = r"(?:(?:shall|will|is|are|be|to be|does|do) )*(?:toll(?:ed|s)|suspended|stay(?:ed|s)|stops? running|ceases? to run|stands? still|not (?:to )?run|interrupted|(?:extended|lengthened|prolonged) by (?:any|the|each|such|as))\b"
_LEFT_OUT = (
    r"\b(?:left out|excluded|disregarded|ignored|omitted|not (?:be )?(?:counted|reckoned|included|taken into account)|do(?:es)? not count|shall not count|will not count)"
    r"[^.;]{0,40}?\b(?:reckon|comput|calculat|count|determin|measur|toward|against|for the purposes? of)\w*[^.;]{0,40}"
)
# time that does not run: "that year stands still while …", "months in which … are left out in reckoning such period"
_STOPPED = phrases(
    rf"\b{_LASTS}[^.;,]{{0,60}}? {_STOPS}|{_LEFT_OUT}?(?:{_LASTS}|how long it (?:has |shall )?(?:runs?|lasts?))",
    re.IGNORECASE,
)
_END = concepts(["end, termination, expiration"])
NEAR = tuple(range(-12, 13))  # sentences of the same section


def _stopped(matter: Matter, term: Term, governing: set[int]) -> list[int]:
    """Sentences beside that of the period, or on its kind, by which it does not run for some time."""
    stopped = matter.once("time that does not run", lambda: tuple(_standing_still(matter)))
    near = {i for g in governing for i in matter.beside(g, *NEAR)}
    return [i for i in stopped if i in near or matter.topical(term.kind, i) >= 1]


def _standing_still(matter: Matter) -> Iterator[int]:
    for index in range(len(matter.reading.masked)):
        if _STOPPED.search(matter.sentence_text(index)):
            yield index


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
