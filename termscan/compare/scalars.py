"""Amounts, percentages, lengths of time, dates, numbers, places: is the agreed value the one that the draft states?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .. import values
from ..extract.masking import SLOTS
from ..extract.statements import Statement
from ..rulebook import Kind
from ..termsheet import Term
from .matter import SOUNDS_SURE, Harmed, Judgement, Matter, Span, best, kept, missing, other_side, reopened, spans_of

CLOSE = 1.7  # how much less a second statement may bear on a term and still contradict the first
LOOSE = 0.5  # topical, fit and likeness together, from which a sentence with the agreed value counts as stating it


def judge(matter: Matter, term: Term, kind: Kind) -> Judgement:
    """Verify first: look for the agreed value where its kind is stated; only then ask what the draft says instead."""
    stated = [_in_its_currency(matter, term, s) for s in matter.statements(term.kind) if binds(matter, term, s)]
    torn = next((f for s in stated if not s.weak for f in _all_of(s.found) if f.words_say is not None), None)
    if torn is not None:
        return mismatch(torn, matter, term)
    equal = [s for s in stated if s.value is not None and same(term.agreed, s.value)]
    if equal:
        return (
            _conflict(matter, term, kind, equal, stated)
            or _for_each_another(matter, term, kind, equal)
            or _kept(matter, term, equal)
        )
    allowed = [s for s in stated if s.value is not None and term.accept and values.within(term.accept, s.value)]
    other = [s for s in stated if s.value is not None and not s.weak]
    blank = [s for s in stated if s.found is not None and s.found.blank and not s.found.redacted]
    loose = _loose(matter, term)
    if blank:
        return _blank(matter, term, kind, best(blank, matter, term))
    if loose and (not other or loose[0][0] > max(matter.bears(term, s.sentence) for s in other)):
        own = _each_its_own(matter, term, kind, [matter.sentence_at(loose[0][1])])
        return own or _said_at(matter, term, *loose[0][1:])
    if allowed:
        found = values.canonical(allowed[0].value)  # type: ignore[arg-type]
        message = f"The draft says {found}; that is not the {term.agreed_text} agreed, but within what we accept."
        return Judgement("kept", found, spans_of(allowed[:1]), message, in_agreed_words=False)
    candidates = other or [s for s in stated if s.value is not None]
    if candidates:
        own = _in_its_case(matter, term, candidates)
        if own is not None:
            return own
        return _changed(matter, term, kind, best(candidates, matter, term))
    if loose:
        return _said_at(matter, term, *loose[0][1:])
    open_ended = _open_ended(matter, term, stated)
    if open_ended is not None:
        return open_ended
    speaking = [s for s in stated if not s.weak]
    if speaking:
        return (
            _by_definition(matter, term, kind, speaking)
            or _by_anniversary(matter, term, kind, speaking)
            or _among(matter, term)
            or _unread(matter, term, best(speaking, matter, term))
        )
    return _among(matter, term) or missing(term)


_SIGN = re.compile(r"[$£¥]")


def _in_its_currency(matter: Matter, term: Term, s: Statement) -> Statement:
    """A sum with a sign that several currencies share is in the agreed one, where the draft names no other by its own name."""
    ours, theirs = term.agreed, s.value
    if not (isinstance(ours, values.Money) and isinstance(theirs, values.Money)) or s.found is None:
        return s
    sign = _SIGN.match(matter.text, s.found.start)
    shared = sign and sign[0] in values.signs(ours.currency) and sign[0] in values.signs(theirs.currency)
    if ours.currency == theirs.currency or not shared:
        return s
    code = theirs.currency
    if matter.once(f"names {code}", lambda: values.names_currency(matter.text, code)):
        return s
    return replace(s, value=replace(theirs, currency=ours.currency))


BESIDE = 0.9  # how much a sentence must bear on a term for the agreed value in the next ones to be the term's


def _among(matter: Matter, term: Term) -> Judgement | None:
    """The agreed value in a sentence that speaks of the term, or a sentence or two after it, whatever else it may say."""
    found = []
    for index, f in matter.founds if not isinstance(term.agreed, values.Place) else ():
        if f.value is None or f.words_say is not None or not same(term.agreed, f.value) or matter.recital(f.start):
            continue
        if _spoken_for(matter, term, f) or not _may_bind(matter, term, index):
            continue
        score = max(matter.bears(term, i) for i in matter.beside(index, -2, -1, 0))
        if score >= BESIDE:
            found.append((-score, f.start, f.end))
    if not found:
        return None
    _, start, end = min(found)
    return replace(kept(term, (("states", start, end),), values.canonical(term.agreed)), sure=False)


def _said_at(matter: Matter, term: Term, start: int, end: int) -> Judgement:
    another = {name for name, _ in matter.stated_in(matter.sentence_at(start))} - {term.kind}
    found = kept(term, (("states", start, end),), values.canonical(term.agreed))
    return replace(found, sure=not another)  # what states another kind is hardly the place where this one is said


def _all_of(found: values.Found | None) -> tuple[values.Found, ...]:
    """A value and the values that it is made of."""
    return (found, *found.parts) if found is not None else ()


def _conflict(
    matter: Matter, term: Term, kind: Kind, equal: Sequence[Statement], stated: Sequence[Statement]
) -> Judgement | None:
    """Another place that says the same thing with another value, which nothing on the sheet explains.

    Money is left out: a contract has many prices and rates, and another one contradicts nothing.
    """
    first = best(equal, matter, term)
    if first.weak or isinstance(first.value, values.Money):
        return None
    least = matter.bears(term, first.sentence)
    for s in stated:
        rival = (
            s.value is not None and not s.weak and type(s.value) is type(first.value) and not same(term.agreed, s.value)
        )
        if not rival or s.value is None or matter.mentions(s.value):
            continue
        if getattr(term.agreed, "per", None) is not None and getattr(s.value, "per", None) is None:
            continue  # a share of something, not a rate for a time
        if (term.accept and values.within(term.accept, s.value)) or matter.said_of_another(term.kind, s):
            continue
        if any(o.sentence == s.sentence and ";" in matter.text[slice(*sorted((o.start, s.start)))] for o in equal):
            continue  # it stands beside the agreed one, for a case of its own
        if s.sentence != first.sentence and matter.bears(term, s.sentence) >= least - CLOSE:
            found = f"{values.canonical(first.value)} or {values.canonical(s.value)}"  # type: ignore[arg-type]
            message = f"{matter.place(first.start)} says {term.agreed_text}, {matter.place(s.start)} {values.canonical(s.value)}."
            spans: tuple[Span, ...] = (("states", first.start, first.end), ("conflicts", s.start, s.end))
            return Judgement("unclear", found, spans, message[0].upper() + message[1:], relies_on(term, kind, s.value))
    return None


_LENGTH = SLOTS["duration"]
_WHOSE = r"(?:in the case of|given by|by|for|from|as regards|of)"
_ONE_SIDE = f"[{SLOTS['customer']}{SLOTS['provider']}]"
_EACH_ITS_OWN = re.compile(
    rf"{_LENGTH}(?: \S+){{0,4}}? {_WHOSE} (?P<first>{_ONE_SIDE})(?: \S+){{0,4}}? (?:and|but|or|while) (?:\S+ ){{0,4}}?(?P<length>{_LENGTH})(?: \S+){{0,4}}? {_WHOSE} (?P<second>{_ONE_SIDE})"
)


_EACH_WITH_ITS_OWN = re.compile(
    rf"by (?P<first>{_ONE_SIDE}) (?:with|on|upon|giving)(?: \S+){{0,3}}? (?P<own>{_LENGTH})(?: \S+){{0,6}}? (?:and|but|or|while)(?: \S+){{0,2}}? by (?P<second>{_ONE_SIDE}) (?:with|on|upon|giving)(?: \S+){{0,3}}? (?P<length>{_LENGTH})"
)


def _for_each_another(matter: Matter, term: Term, kind: Kind, equal: Sequence[Statement]) -> Judgement | None:
    """A length agreed for both that the draft gives to one of them only: "90 days for Buyer and 30 for Maker"."""
    if not isinstance(term.agreed, values.Duration):
        return None
    split = _in_one_case_another(matter, term, kind, equal)
    return split or _each_its_own(matter, term, kind, (s.sentence for s in equal))


def _each_its_own(matter: Matter, term: Term, kind: Kind, sentences: Iterable[int]) -> Judgement | None:
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
            if (
                inside
                and type(f.value) is type(term.agreed)
                and f.value is not None
                and not _of_the_term(term, f.value)
            ):
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


def _in_its_case(matter: Matter, term: Term, stated: Sequence[Statement]) -> Judgement | None:
    """A value agreed for some cases (`for`), in a sentence that has one for each: "ten days for rent and 45 for all else"."""
    for s in stated if term.scope else ():
        for f in matter.reading.masked[s.sentence].values.values():
            if f.value is not None and same(term.agreed, f.value) and _ITS_CASE.match(matter.text, f.end):
                return kept(term, (("states", min(s.start, f.start), f.end),), values.canonical(term.agreed))
    return None


def _of_the_term(term: Term, value: values.Value) -> bool:
    """Whether a value is one that the sheet names for this very term."""
    said = (term.agreed_text, term.scope, term.start, term.of, term.note, *term.exceptions)
    return any(f.value is not None and same(f.value, value) for words in said if words for f in values.find(words))


def relies_on(term: Term, kind: Kind, rival: values.Value) -> Harmed:
    """Who relies on the agreed value against another one: whoever would lose by that; nobody where that is not known."""
    harmed = harmed_by(term, kind, rival)
    return "nobody" if harmed == "both" else harmed


def _open_ended(matter: Matter, term: Term, stated: Sequence[Statement]) -> Judgement | None:
    """A length without a number ("at all times thereafter", "during the Term") where the kind is spoken of."""
    if not isinstance(term.agreed, values.Duration) or term.agreed.amount is not None:
        return None
    near = [s.sentence for s in stated] + [i for score, i in matter.sounds(term)[:4] if score >= SOUNDS_SURE - 0.2]
    for index in dict.fromkeys(near):
        start, end = matter.sentence_span(index)
        for found in values.find_open_ended(matter.text, start, end):
            if found.value is not None and values.compare(term.agreed, found.value) == "same":
                return kept(term, (("states", start, end),))
    return _without_end(matter, term, near)


_DUTY = re.compile(
    r"(?<!\S)(?:shall|will|must|may|agrees?|undertakes?|covenants?)(?: \S+){0,3}? (?:not|never|keep|hold|maintain|treat|preserve|refrain|protect)(?!\S)"
    r"|(?<!\S)(?:agrees?|undertakes?|covenants?)(?: \S+){0,24}? (?:keep|hold|maintain|treat|preserve)(?: \S+){0,4}? (?:confidential|secret|confidence|private)(?!\S)"
    r"|(?<!\S)(?:remains?|continues?) (?:in (?:full )?(?:force|effect)|binding)(?: and effect)? (?:after|beyond|following)(?!\S)"
)


def _without_end(matter: Matter, term: Term, near: Sequence[int]) -> Judgement | None:
    """A duty to which the draft sets no end lasts for ever: agreed was just that."""
    if getattr(term.agreed, "unit", None) != "perpetual":
        return None
    ended = [i for i in near if any(f.type == "duration" for f in matter.reading.masked[i].values.values())]
    duties = [i for i in near if _DUTY.search(matter.reading.masked[i].words)]
    if ended or not duties or any(values.find_open_ended(matter.text, *matter.sentence_span(i)) for i in near):
        return None
    proof: Span = ("states", *matter.sentence_span(duties[0]))
    return Judgement("kept", values.canonical(term.agreed), (proof,), "The draft sets no end to it.")


def same(agreed: values.Value, found: values.Value) -> bool:
    """Whether two values say the same; a period or unit that the draft leaves to its context is not held against it."""
    if values.compare(agreed, found) == "same":
        return True
    if isinstance(agreed, values.Percent) and isinstance(found, values.Multiple):
        return agreed.amount == found.percent and found.months is None
    if isinstance(agreed, values.Percent) and isinstance(found, values.Percent):
        return agreed.amount == found.amount and None in (found.per, agreed.per)
    if isinstance(agreed, values.DateValue) and isinstance(found, values.DateValue) and found.year is None:
        return (agreed.month, agreed.day) == (found.month, found.day)
    if isinstance(agreed, values.Money) and isinstance(found, values.Money):
        return (
            agreed.amount == found.amount
            and agreed.currency == found.currency
            and (found.per is None or agreed.per is None)
        )
    return False


def binds(matter: Matter, term: Term, s: Statement) -> bool:
    """Leave out statements about somebody else: where the sheet says `by`, the sentence must not name only the other side."""
    return not matter.recital(s.start) and _may_bind(matter, term, s.sentence)


def _may_bind(matter: Matter, term: Term, index: int) -> bool:
    if term.by not in ("customer", "provider"):
        return True
    words = matter.reading.masked[index].words
    return SLOTS[term.by] in words or SLOTS[other_side(term.by)] not in words  # type: ignore[arg-type]


def _kept(matter: Matter, term: Term, equal: Sequence[Statement]) -> Judgement:
    first = best(equal, matter, term)
    if first.found is not None and first.found.words_say is not None:
        return mismatch(first.found, matter, term)
    unit = _other_unit(matter, term, first)
    if unit is not None:
        says = f"The draft counts by the {unit}; agreed was {term.agreed_text}."
        return Judgement("changed", f"{values.canonical(first.value)} per {unit}", spans_of([first]), says, "both")  # type: ignore[arg-type]
    return kept(term, spans_of([first]), values.canonical(term.agreed))


_COUNTED_BY = re.compile(
    r"(?i)\b(half[\s-]+hour|hour|day|week|month|quarter|year)(?:ly|s)?\b(?!\s+(?:after|from|of\s+receipt))"
)


# "EUR 4, inclusive of VAT, per one net crate"
_PER_BEHIND = re.compile(
    r"\s*,[^,;.\d]{3,50},\s+per\s+(?:one\s+|each\s+)?(?:(?:net|gross|metric|full|single)\s+)?([a-z]{3,20})\b",
    re.IGNORECASE,
)


def _other_unit(matter: Matter, term: Term, s: Statement) -> str | None:
    """The unit by which a statement counts a rate whose amount names none ("for each half-hour: $90"), if not the agreed one."""
    agreed, found = getattr(term.agreed, "per", None), getattr(s.value, "per", None)
    if agreed is None or found is not None or not isinstance(s.value, values.Money):
        return None
    named = [m[1] for m in _COUNTED_BY.finditer(matter.text, s.start, s.end)]
    behind = _PER_BEHIND.match(matter.text, s.found.end) if s.found is not None else None
    units = {" ".join(re.split(r"[\s-]+", unit.lower())) for unit in (*named, *((behind[1],) if behind else ()))}
    return min(units) if units and not any(unit in agreed.split() for unit in units) else None


def _by_definition(matter: Matter, term: Term, kind: Kind, speaking: Sequence[Statement]) -> Judgement | None:
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
            other = replace(_changed(matter, term, kind, replace(s, value=found.value, found=found)), spans=spans)
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


def _by_anniversary(matter: Matter, term: Term, kind: Kind, speaking: Sequence[Statement]) -> Judgement | None:
    """A length that is said by the day on which it ends: "until the second anniversary of the Effective Date"."""
    for s in speaking if isinstance(term.agreed, values.Duration) else ():
        for found in values.find_anniversaries(matter.text, *matter.sentence_span(s.sentence)):
            if found.value is not None and same(term.agreed, found.value):
                return kept(term, (("states", found.start, found.end),))
            return _changed(
                matter, term, kind, replace(s, value=found.value, found=found, start=found.start, end=found.end)
            )
    return None


def _unread(matter: Matter, term: Term, s: Statement) -> Judgement:
    """What could not be judged is said to be unclear, never kept or missing."""
    says = f"{matter.place(s.start)} speaks of it, but its value could not be read; agreed was {term.agreed_text}."
    return Judgement("unclear", None, spans_of([s]), says[0].upper() + says[1:])


def mismatch(found: values.Found, matter: Matter, term: Term) -> Judgement:
    """Words and digits disagree: "thirty (45) days"."""
    digits = values.canonical(found.value) if found.value is not None else "?"
    words = values.canonical(found.words_say) if found.words_say is not None else "?"
    quote = " ".join(matter.text[found.start : found.end].split())
    message = f'"{quote}" says both {words} and {digits}; agreed was {term.agreed_text}.'
    return Judgement("unclear", f"{words} or {digits}", (("states", found.start, found.end),), message)


def _blank(matter: Matter, term: Term, kind: Kind, s: Statement) -> Judgement:
    message = f"A blank stands in {matter.place(s.start)} where {term.agreed_text} was agreed."
    return Judgement("unclear", None, spans_of([s]), message)


def _spoken_for(matter: Matter, term: Term, found: values.Found) -> bool:
    """Whether a value is that of a kind near the term's own, or of another term of the sheet, as a cue reads it."""
    kind = matter.claimed.get((found.start, found.end), term.kind)
    if kind == term.kind or found.value is None:
        return False
    alike = kind.split(".")[0] == term.kind.split(".")[0]
    return alike or any(t.kind == kind and same(t.agreed, found.value) for t in matter.sheet.terms)


def _loose(matter: Matter, term: Term) -> list[tuple[float, int, int]]:
    """Places where the agreed value stands in words on its kind, though no cue matches: score and span, best first."""
    out = []
    for index, found in matter.founds:
        if (
            found.value is None
            or found.words_say is not None
            or not same(term.agreed, found.value)
            or matter.recital(found.start)
            or matter.claimed.get((found.start, found.end), term.kind) != term.kind
            or not _may_bind(matter, term, index)
        ):
            continue
        score = matter.bears(term, index)
        if score >= LOOSE:
            out.append((score, found.start, found.end))
    return sorted(out, key=lambda x: (-x[0], x[1]))


def _changed(matter: Matter, term: Term, kind: Kind, s: Statement) -> Judgement:
    if s.found is not None and s.found.words_say is not None:
        return mismatch(s.found, matter, term)
    found = values.canonical(s.value)  # type: ignore[arg-type]
    return Judgement("changed", found, spans_of([s]), reopened(term, kind, found), harmed_by(term, kind, s.value))


def harmed_by(term: Term, kind: Kind, found: values.Value | None) -> Harmed:
    """Who loses by another value: as the rule says for a higher or a lower one."""
    relation = values.compare(term.agreed, found) if found is not None else "different"
    if relation not in ("more", "less"):
        return "both"
    rule = kind.higher if relation == "more" else kind.lower
    if rule:
        return "customer" if "customer" in rule else "provider" if "provider" in rule else "both"
    mirror = kind.lower if relation == "more" else kind.higher
    if mirror:
        return (
            other_side("customer" if "customer" in mirror else "provider")
            if "er" in mirror and "both" not in mirror and "neither" not in mirror
            else "both"
        )
    return "both"
