"""Amounts, percentages, lengths of time, dates, numbers, places: is the agreed value the one that the draft states?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .. import values
from ..extract.statements import Statement
from ..rulebook import Kind
from ..termsheet import Term
from .currency import in_its_currency
from .endless import open_ended
from .indirect import by_anniversary, by_definition
from .lexicon import concepts, phrases
from .matter import Judgement, Matter, best, kept, missing, spans_of
from .own_place import elsewhere, of_another_case
from .rivals import another_law, in_its_own_case, lies_in, rival
from .sameness import as_counted, binds, changed, may_bind, mismatch, same
from .sameness import harmed_by as harmed_by  # where rounds look for it
from .splits import each_its_own, for_each_another, in_its_case, of_the_term

LOOSE = 0.5  # topical, fit and likeness together, from which a sentence with the agreed value counts as stating it


def judge(matter: Matter, term: Term, kind: Kind) -> Judgement:
    """Verify first: look for the agreed value where its kind is stated; only then ask what the draft says instead."""
    stated = [
        _ahead(matter, term, kind, _as_sheets_write(matter, term, s))
        for s in matter.statements(term.kind)
        if binds(matter, term, s)
    ]
    equal = [s for s in stated if s.value is not None and same(term.agreed, s.value)]
    torn = _torn(matter, term, stated, equal)
    if torn is not None:
        return mismatch(torn, matter, term)
    if equal:
        return (
            _left_open(matter, term, kind, equal, stated)
            or of_another_case(matter, term, kind, _first(matter, term, equal))
            or rival(matter, term, kind, equal, stated)
            or for_each_another(matter, term, kind, equal)
            or _kept(matter, term, equal)
        )
    return _with_another_value(matter, term, kind, stated) or _without_value(matter, term, kind, stated)


def _first(matter: Matter, term: Term, equal: Sequence[Statement]) -> int:
    """Where the agreed value stands in the statement that bears on the term most."""
    first = best(equal, matter, term)
    return first.found.start if first.found is not None else first.start


HALF = 1.0  # how much less a place may bear on a term where one half of its torn value is the agreed one


def _torn(matter: Matter, term: Term, stated: Sequence[Statement], equal: Sequence[Statement]) -> values.Found | None:
    """A value whose words and digits disagree, unless the agreed one stands whole where more bears on the term."""
    whole = [matter.bears(term, s.sentence) for s in equal if not s.weak and not any(map(_disagrees, _all_of(s.found)))]
    least = max(whole, default=0.0)
    for s in stated:
        for f in _all_of(s.found) if not s.weak else ():
            half = any(v is not None and same(term.agreed, v) for v in (f.value, f.words_say))  # half of it as agreed
            if _disagrees(f) and matter.bears(term, s.sentence) >= least - (HALF if half else 0):
                return f
    return None


def _disagrees(found: values.Found) -> bool:
    return found.words_say is not None


def _with_another_value(matter: Matter, term: Term, kind: Kind, stated: Sequence[Statement]) -> Judgement | None:
    """No statement has the agreed value: a blank, the value in words that no cue reads, an allowed one, or another."""
    blank = _blanks(stated)
    if blank:
        return _blank(matter, term, kind, best(blank, matter, term))
    valued = [s for s in stated if s.value is not None]
    other = [s for s in valued if not s.weak and not of_the_term(term, s.value)]
    loose = _loose(matter, term)
    if loose and _outbids(matter, term, loose[0], other):
        there = elsewhere(matter, term, kind, loose)
        if there is not None:
            return there
        own = each_its_own(matter, term, kind, [matter.sentence_at(loose[0][1])])
        return own or another_law(matter, term, kind, loose[0][1:], other) or _said_at(matter, term, *loose[0][1:])
    allowed = [s for s in valued if term.accept and values.within(term.accept, s.value)]  # type: ignore[arg-type]
    if allowed:
        found = values.canonical(allowed[0].value)  # type: ignore[arg-type]
        message = f"The draft says {found}; that is not the {term.agreed_text} agreed, but within what we accept."
        return Judgement("kept", found, spans_of(allowed[:1]), message, in_agreed_words=False)
    said_else = by_anniversary(matter, term, kind, [s for s in stated if not s.weak])
    if said_else is not None and (said_else.verdict == "kept" or not other):
        return said_else
    candidates = other or valued
    if candidates:
        own = in_its_case(matter, term, candidates)
        return own or changed(matter, term, kind, best(candidates, matter, term))
    return (elsewhere(matter, term, kind, loose) or _said_at(matter, term, *loose[0][1:])) if loose else None


NEARLY = 0.1  # how much less a length or rate of which the sheet knows nothing may bear on a term, where a cue reads it
SLIGHTLY = 0.3  # how much less the agreed value's place may bear on a term than one that speaks for a case of its own


def _outbids(matter: Matter, term: Term, loose: tuple[float, int, int], other: Sequence[Statement]) -> bool:
    """Whether the agreed value stands where more bears on the term than where another value is stated."""
    score, start, _ = loose
    at = matter.sentence_at(start)
    for s in other:
        if s.value is not None and lies_in(term.agreed, s.value):
            continue  # "the law of Ontario and such law of Canada as applies there"
        beside = s.sentence == at and type(s.value) is not type(term.agreed)  # "reimbursed", and up to how much
        theirs = matter.bears(term, s.sentence)
        own_case = in_its_own_case(matter, term, at, s)
        even = theirs == score and not isinstance(term.agreed, values.Money | values.Place) and not _recounted(term, s)
        dated = isinstance(s.value, values.DateValue) and not _bears_date(matter, term, at, start)
        news = not own_case and (dated or isinstance(s.value, values.Duration | values.Percent))
        news = news and s.value is not None and not matter.mentions(s.value)
        least = score + SLIGHTLY if own_case else score - NEARLY if news else score
        if not beside and (news or not even) and theirs >= least:
            return False
    return True


def _recounted(term: Term, s: Statement) -> bool:
    """Whether a statement has the agreed number in another unit, as only the altered term has it."""
    ours, theirs = term.agreed, s.value
    return isinstance(ours, values.Duration) and isinstance(theirs, values.Duration) and ours.amount == theirs.amount


def _without_value(matter: Matter, term: Term, kind: Kind, stated: Sequence[Statement]) -> Judgement:
    """The kind is spoken of without a value that can be read, or not at all."""
    without_number = open_ended(matter, term, stated)
    if without_number is not None:
        return without_number
    speaking = [s for s in stated if not s.weak]
    if not speaking:
        return _among(matter, term) or _alone(matter, term) or missing(term)
    return (
        by_definition(matter, term, kind, speaking)
        or _among(matter, term)
        or _unread(matter, term, best(speaking, matter, term))
    )


def _as_sheets_write(matter: Matter, term: Term, s: Statement) -> Statement:
    """A statement with its value in the currency and by the unit in which the sheet has it, where it means the same."""
    if s.found is None:
        return s
    value = in_its_currency(matter, term.agreed, s.value, s.found)
    return replace(s, value=as_counted(matter.text, term.agreed, value, s.found.end))


# "who was a guest of the other within the year before that": how far somebody looks back, not how long a duty lasts
_BACK = phrases(r"(?: period| term)?,? (?:immediately |next |just )?(?:preceding|prior to|before)\b", re.IGNORECASE)
_WITHIN = phrases(r"\b(?:within|during|in|throughout|over) (?:the |a |any )?$", re.IGNORECASE)
_END = concepts(["end, termination, expiration"])


def _ahead(matter: Matter, term: Term, kind: Kind, s: Statement) -> Statement:
    """A statement of how long a duty lasts after the end, with the length that runs on and not with the one that looks back."""
    if s.found is None or not _looks_back(matter.text, kind, s.found):
        return s
    for f in matter.reading.masked[s.sentence].values.values():
        if f.type == "duration" and f.start < s.found.start and not _looks_back(matter.text, kind, f):
            return replace(s, value=f.value, found=f, start=f.start, end=f.end)
    return s


def _looks_back(text: str, kind: Kind | None, found: values.Found) -> bool:
    """Whether a length, in a kind that runs from the end of the agreement, is one before it."""
    back = _BACK.match(text, found.end) and _WITHIN.search(text[max(0, found.start - 20) : found.start])
    return bool(back and kind is not None and _END & concepts(kind.customary_from))


SURELY = 2  # from which a sentence's value may be the term's although a cue reads it for a kind nearby
BESIDE = 0.9  # how much a sentence must bear on a term for the agreed value in the next ones to be the term's


def _agreed(matter: Matter, term: Term, found: values.Found) -> bool:
    """Whether a value of the draft is the agreed one, in whole and in the agreed currency."""
    value = in_its_currency(matter, term.agreed, found.value, found)
    return value is not None and found.words_say is None and same(term.agreed, value)


def _among(matter: Matter, term: Term) -> Judgement | None:
    """The agreed value in a sentence that speaks of the term, or a sentence or two after it, whatever else it may say."""
    found = []
    for index, f in matter.founds if not isinstance(term.agreed, values.Place) else ():
        if not _agreed(matter, term, f) or matter.recital(f.start):
            continue
        if _spoken_for(matter, term, f) or not may_bind(matter, term, index):
            continue
        score = max(matter.bears(term, i) for i in matter.beside(index, -2, -1, 0))
        if score >= BESIDE:
            found.append((-score, f.start, f.end))
    if not found:
        return None
    _, start, end = min(found)
    return replace(kept(term, (("states", start, end),), values.canonical(term.agreed)), sure=False)


def _alone(matter: Matter, term: Term) -> Judgement | None:
    """The agreed sum by its agreed unit, which nothing else in the draft is paid: "Star will receive $6,000 per month"."""
    if not isinstance(term.agreed, values.Money) or term.agreed.per is None:
        return None
    found = [(i, f) for i, f in matter.founds if _agreed(matter, term, f) and not matter.recital(f.start)]
    if len(found) != 1 or _spoken_for(matter, term, found[0][1]) or not may_bind(matter, term, found[0][0]):
        return None
    start, end = found[0][1].start, found[0][1].end
    return replace(kept(term, (("states", start, end),), values.canonical(term.agreed)), sure=False)


def _said_at(matter: Matter, term: Term, start: int, end: int) -> Judgement:
    half = next((f for _, f in matter.founds if f.blank and (f.start, f.end) == (start, end)), None)
    if half is not None:
        return _half_blank(matter, term, half)
    another = {name for name, _ in matter.stated_in(matter.sentence_at(start))} - {term.kind}
    found = kept(term, (("states", start, end),), values.canonical(term.agreed))
    return replace(found, sure=not another)  # what states another kind is hardly the place where this one is said


def _all_of(found: values.Found | None) -> tuple[values.Found, ...]:
    """A value and the values that it is made of."""
    return (found, *found.parts) if found is not None else ()


def _kept(matter: Matter, term: Term, equal: Sequence[Statement]) -> Judgement:
    first = best(equal, matter, term)
    if first.found is not None and first.found.words_say is not None:
        return mismatch(first.found, matter, term)
    if first.found is not None and first.found.blank:
        return _half_blank(matter, term, first.found)
    unit = _other_unit(matter, term, first)
    if unit is not None:
        says = f"The draft counts by the {unit}; agreed was {term.agreed_text}."
        return Judgement("changed", f"{values.canonical(first.value)} per {unit}", spans_of([first]), says, "both")  # type: ignore[arg-type]
    return kept(term, spans_of([first]), values.canonical(term.agreed))


_COUNTED_BY = re.compile(
    r"(?i)\b(half[\s-]+hour|hour|day|week|month|quarter|year|annual|annum)(?:ly|s)?\b(?!\s+(?:after|from|of\s+receipt))"
)
_YEARLY = re.compile(r"annu(?:al|m)", re.IGNORECASE)

# "for each full month of delay … at 0.5 percent"
_EACH_UNIT = re.compile(
    r"\b(?:for|in|per|over|on)\s+(?:each|every|any)\s+(?:(?:full|whole|complete|started|calendar|further|additional|commenced)\s+){0,2}(day|week|month|quarter|year)\b",
    re.IGNORECASE,
)
EACH_BEFORE = 60  # characters before a statement in which it may say for what time its rate is
RATE_OF = 35  # characters before a percentage in which its rate may be called monthly
_FOR_EACH = re.compile(r"[^.;,]{0,60}?\b(?:for\s+each|for\s+every|per|each|every)\s+\w+", re.IGNORECASE)


# "EUR 4, inclusive of VAT, per one net crate"
_PER_BEHIND = re.compile(
    r"\s*,[^,;.\d]{3,50},\s+per\s+(?:one\s+|each\s+)?(?:(?:net|gross|metric|full|single)\s+)?([a-z]{3,20})\b",
    re.IGNORECASE,
)


def _other_unit(matter: Matter, term: Term, s: Statement) -> str | None:
    """The unit by which a statement counts a rate whose amount names none ("for each half-hour: $90"), if not the agreed one."""
    agreed, found = getattr(term.agreed, "per", None), getattr(s.value, "per", None)
    if agreed is None or found is not None or not isinstance(s.value, values.Money | values.Percent):
        return None
    start, end = (s.start, s.end) if isinstance(s.value, values.Money) else _phrase(matter, s)
    named = [_YEARLY.sub("year", m[1]) for m in _COUNTED_BY.finditer(matter.text, start, end)]
    behind = _PER_BEHIND.match(matter.text, s.found.end) if s.found is not None else None
    first = max(matter.sentence_span(s.sentence)[0], s.start - EACH_BEFORE)
    each = _EACH_UNIT.finditer(matter.text, first, s.end) if isinstance(s.value, values.Percent) else ()
    named += [m[1] for m in each]
    units = {" ".join(re.split(r"[\s-]+", unit.lower())) for unit in (*named, *((behind[1],) if behind else ()))}
    return min(units) if units and not any(unit in agreed.split() for unit in units) else None


def _phrase(matter: Matter, s: Statement) -> tuple[int, int]:
    """The few words about a percentage that may say for what time it is: "a monthly rate of 2%", "2% for every month"."""
    if s.found is None:
        return s.start, s.start
    first, last = matter.sentence_span(s.sentence)
    behind = _FOR_EACH.match(matter.text, s.found.end, last)
    return max(first, s.found.start - RATE_OF), behind.end() if behind else s.found.end


def _unread(matter: Matter, term: Term, s: Statement) -> Judgement:
    """What could not be judged is said to be unclear, never kept or missing."""
    says = f"{matter.place(s.start)} speaks of it, but its value could not be read; agreed was {term.agreed_text}."
    return Judgement("unclear", None, spans_of([s]), says[0].upper() + says[1:])


def _blanks(stated: Sequence[Statement]) -> list[Statement]:
    return [s for s in stated if s.found is not None and s.found.blank and not s.found.redacted]


def _left_open(
    matter: Matter, term: Term, kind: Kind, equal: Sequence[Statement], stated: Sequence[Statement]
) -> Judgement | None:
    """A blank where more bears on the term than where the agreed value stands, which is then said of something else."""
    if isinstance(term.agreed, values.Money):
        return None  # a contract has many sums, and one left open is hardly this one
    blank = [s for s in _blanks(stated) if not s.weak]
    least = max(matter.bears(term, s.sentence) for s in equal)
    there = best(blank, matter, term) if blank else None
    return _blank(matter, term, kind, there) if there and matter.bears(term, there.sentence) >= least else None


def _blank(matter: Matter, term: Term, kind: Kind, s: Statement) -> Judgement:
    message = f"A blank stands in {matter.place(s.start)} where {term.agreed_text} was agreed."
    return Judgement("unclear", None, spans_of([s]), message)


def _half_blank(matter: Matter, term: Term, found: values.Found) -> Judgement:
    """Only the words or only the digits are filled in: "thirty (____) days"."""
    quote = " ".join(matter.text[found.start : found.end].split())
    message = f'"{quote}" is filled in by half; agreed was {term.agreed_text}.'
    return Judgement("unclear", None, (("states", found.start, found.end),), message)


def _spoken_for(matter: Matter, term: Term, found: values.Found) -> bool:
    """Whether a value is that of a kind near the term's own, or of another term of the sheet, as a cue reads it."""
    kind = matter.claimed.get((found.start, found.end), term.kind)
    if kind == term.kind or found.value is None:
        return False
    near = kind.split(".")[0] == term.kind.split(".")[0]
    alike = near and matter.bears(term, matter.sentence_at(found.start)) < SURELY
    return alike or any(t.kind == kind and same(t.agreed, found.value) for t in matter.sheet.terms)


def _loose(matter: Matter, term: Term) -> list[tuple[float, int, int]]:
    """Places where the agreed value stands in words on its kind, though no cue matches: score and span, best first."""
    out = []
    for index, found in matter.founds:
        if (
            not _agreed(matter, term, found)
            or matter.recital(found.start)
            or _looks_back(matter.text, matter.kind(term.kind), found)
            or matter.claimed.get((found.start, found.end), term.kind) != term.kind
            or not may_bind(matter, term, index)
        ):
            continue
        score = max(matter.bears(term, index), 1.0 if _bears_date(matter, term, index, found.start) else 0.0)
        if score >= LOOSE:
            out.append((score, found.start, found.end))
    return sorted(out, key=lambda x: (-x[0], x[1]))


# "This Lease (the "Lease") is entered into in Lyon on 3 May 2026"
_MADE = re.compile(
    r"\bthis\b[^.;]{0,120}?\b(?:made|entered\s+into|dated|executed|signed|concluded)\b[^.;]{0,60}\Z", re.IGNORECASE
)


def _bears_date(matter: Matter, term: Term, index: int, at: int) -> bool:
    """Whether a day is the one on which the contract says that it was made: it starts then, if nothing else is said."""
    start, _ = matter.sentence_span(index)
    return term.kind == "term.start" and _MADE.search(matter.text, start, at) is not None
