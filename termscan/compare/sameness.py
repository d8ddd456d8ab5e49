"""Whether a value is the agreed one, whom another one would harm, and what is said of one that is not."""

from __future__ import annotations

import re
from dataclasses import replace

from .. import values
from ..extract.masking import SLOTS
from ..extract.statements import Statement
from ..rulebook import Kind
from ..termsheet import Term
from .matter import Harmed, Judgement, Matter, other_side, reopened, spans_of


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
    if isinstance(agreed, values.Duration) and isinstance(found, values.Choice) and found.length is not None:
        return values.compare(agreed, found.length) == "same"
    if isinstance(agreed, values.Money) and isinstance(found, values.Money):
        return (
            agreed.amount == found.amount
            and agreed.currency == found.currency
            and (found.per is None or agreed.per is None)
        )
    return False


_NOUN_GOES_ON = re.compile(r"\s+([a-z][\w-]*)(?:\s+([a-z][\w-]*))?")


def as_counted(text: str, agreed: values.Value, value: values.Value | None, end: int) -> values.Value | None:
    """A rate with the unit that its words come to: "USD 2 per recipe card" is counted by the card."""
    if not (isinstance(agreed, values.Money) and isinstance(value, values.Money) and agreed.per and value.per):
        return value
    goes_on = _NOUN_GOES_ON.match(text, end)
    named = [word for word in goes_on.groups() if word] if goes_on else []
    return replace(value, per=agreed.per) if agreed.per.split()[-1] in (w.rstrip("s") for w in named) else value


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


def harmed_by_less(kind: Kind | None) -> Harmed:
    """Who loses where a value is in effect lower than was agreed, as the rule says."""
    side = (kind.lower or "").removeprefix("worse for ") if kind is not None else ""
    return side if side in ("customer", "provider") else "both"  # type: ignore[return-value]


def relies_on(term: Term, kind: Kind, rival: values.Value) -> Harmed:
    """Who relies on the agreed value against another one: whoever would lose by that; nobody where that is not known."""
    harmed = harmed_by(term, kind, rival)
    return "nobody" if harmed == "both" else harmed


def binds(matter: Matter, term: Term, s: Statement) -> bool:
    """Leave out statements about somebody else: where the sheet says `by`, the sentence must not name only the other side."""
    return not matter.recital(s.start) and may_bind(matter, term, s.sentence)


def may_bind(matter: Matter, term: Term, index: int) -> bool:
    if term.by not in ("customer", "provider"):
        return True
    words = matter.reading.masked[index].words
    return SLOTS[term.by] in words or SLOTS[other_side(term.by)] not in words  # type: ignore[arg-type]


def changed(matter: Matter, term: Term, kind: Kind, s: Statement) -> Judgement:
    if s.found is not None and s.found.words_say is not None:
        return mismatch(s.found, matter, term)
    found = values.canonical(s.value)  # type: ignore[arg-type]
    return Judgement("changed", found, spans_of([s]), reopened(term, kind, found), harmed_by(term, kind, s.value))


def mismatch(found: values.Found, matter: Matter, term: Term) -> Judgement:
    """Words and digits disagree: "thirty (45) days"."""
    digits = values.canonical(found.value) if found.value is not None else "?"
    words = values.canonical(found.words_say) if found.words_say is not None else "?"
    quote = " ".join(matter.text[found.start : found.end].split())
    message = f'"{quote}" says both {words} and {digits}; agreed was {term.agreed_text}.'
    return Judgement("unclear", f"{words} or {digits}", (("states", found.start, found.end),), message)
