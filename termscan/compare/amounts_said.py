"""How much a term in plain words says: its values, looked for where the draft speaks of the part in which each stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import values
from ..termsheet import Term
from .currency import in_its_currency
from .lexicon import content, phrases
from .matter import Judgement, Matter, Span
from .novelty import short
from .passages import share_of, weights
from .propositions import clauses
from .sameness import mismatch, same

LARGE = 1000  # from which a plain number is a figure of the deal
GOES_ON = 0.35  # share of the words that a sentence must have to go on with what the one before it says
FEW = 2  # with more values of one sort a term is a tariff, and another value is only another line of it
AROUND = 80  # characters before and behind a blank that say what is to be filled in
AS_MUCH = 0.6  # of the words that were looked for: what has so many of them speaks of the same
SURE = 0.4  # share of the words from which a place is surely the one that speaks of the term
LEADS = 0.2  # by which a place that speaks of the whole term comes before one that speaks of the clause alone


def judge_values(
    matter: Matter, term: Term, places: Sequence[tuple[float, int]], near: list[int], proof: list[Span]
) -> Judgement | None:
    """Every value of the term, looked for in the places that speak of the part of it in which the value stands."""
    wanted = [f for f in values.find(term.agreed_text) if f.value is not None and not _in_a_name(matter, term, f)]
    around = {j for i in near[:2] for j in (i, i + 1, i + 2) if j < len(matter.reading.masked)} | {i for _, i in places}
    for w in wanted:
        shares = _shares(matter, term, w, around)
        order = sorted(shares, key=lambda i: (-shares[i] - (LEADS if i in near else 0.0), i))
        here = [(i, f) for i in order for f in matter.reading.masked[i].values.values()]
        hit = next(((i, f) for i, f in here if _says(matter, w, f)), None)
        if hit is not None:
            i, f = hit
            if f.words_say is not None:
                return mismatch(f, matter, term)
            span: Span = ("states", *matter.sentence_span(i))
            proof += [span] if span not in proof else []
            continue
        sure = places[0][0] >= SURE
        valued = [i for i, f in here if f.type == w.type or f.blank][:1]
        closest = [i for i in valued if shares[i] >= (GOES_ON if sure and i == near[0] + 1 else AS_MUCH)]
        closest += near[:1] if sure else []
        instead = _instead(matter, term, w, [(i, f) for i, f in here if i in closest], proof, around)
        if instead is not None and sum(x.type == w.type for x in wanted) <= FEW:
            return instead
    return None


_NAME_BEFORE = re.compile(r"(?:(?<!^)(?<![.!?] )\b[A-Z]\w+|^(?P<first>\w+)) $")


def _in_a_name(matter: Matter, term: Term, found: values.Found) -> bool:
    """Whether a number is the last word of a name: Line 9, Schedule 2; of the first word of a text, only in a party's name."""
    number = found.type == "number" and not _telling(found)
    before = _NAME_BEFORE.search(term.agreed_text[: found.start]) if number else None
    if before is None or before["first"] is None:
        return before is not None
    who = matter.sheet
    called = " ".join(n for p in (who.customer, who.provider) for n in (p.name, *p.called))
    return f"{before[0]}{term.agreed_text[found.start : found.end]}".lower() in called.lower()


def _shares(matter: Matter, term: Term, wanted: values.Found, around: set[int]) -> dict[int, float]:
    """How much each place speaks of the clause of the term that has this value."""
    own = next(c for c in clauses(term.agreed_text, without=matter.party_concepts) if c.start <= wanted.start < c.end)
    weight = weights(matter, own.concepts)
    return {i: share_of(weight, matter.sentence_concepts(i)) for i in around}


def _instead(
    matter: Matter,
    term: Term,
    w: values.Found,
    here: list[tuple[int, values.Found]],
    proof: list[Span],
    around: set[int],
) -> Judgement | None:
    """What stands where a value was agreed: a blank, or another value of the same sort."""
    agreed = values.canonical(w.value) if w.value is not None else "a value"
    for _, f in here:
        if f.blank and not f.redacted and _about_a_blank(matter, term, f):
            message = f"A blank stands where {agreed} was agreed."
            return Judgement("unclear", None, (("states", f.start, f.end),), message)
    if _stands_unread(matter, w, around):
        return None
    for _, f in here:
        if f.type == w.type and f.value is not None and _telling(w) and _telling(f):
            if f.words_say is not None:
                return mismatch(f, matter, term)
            found = values.canonical(f.value)
            message = f"The draft says {found} where {agreed} was agreed."
            return Judgement("changed", found, (("states", f.start, f.end), *proof[:1]), message, "both")
    return None


def _stands_unread(matter: Matter, w: values.Found, around: set[int]) -> bool:
    """Whether the digits of a value stand in these sentences, and no value was read there: a break or a slip split it."""
    amount = getattr(w.value, "amount", None)
    if amount is None:
        return False
    digits = re.compile(rf"(?<![\d.,]){re.escape(f'{amount.normalize():f}')}(?![.,]?\d)")
    spans = [(matter.sentence_span(i), matter.reading.masked[i].values.values()) for i in around]
    return any(
        not any(f.start <= m.start() < f.end for f in read)
        for span, read in spans
        for m in digits.finditer(matter.text, *span)
    )


def _about_a_blank(matter: Matter, term: Term, blank: values.Found) -> bool:
    """Whether the words around a blank are some of the term's: a form has blanks for many things."""
    around = content(matter.text[max(0, blank.start - AROUND) : blank.end + AROUND])
    return bool(frozenset(around) & frozenset(content(term.agreed_text)))


def _says(matter: Matter, wanted: values.Found, found: values.Found) -> bool:
    """Whether a value is the wanted one, by its digits or by its words."""
    agreed = wanted.value
    said = (in_its_currency(matter, agreed, v, found) for v in (found.value, found.words_say) if agreed is not None)
    return any(v is not None and agreed is not None and same(agreed, v) for v in said)


def _telling(found: values.Found) -> bool:
    """Whether another value in its place is news: a small plain number may count anything ("two copies")."""
    amount = getattr(found.value, "amount", None)
    return found.type != "number" or (amount is not None and amount >= LARGE)


_OF_TWO = r"(?:the (?:{0}) of\b|whichever (?:\w+ )?is (?:the )?(?:{0})\b|if (?:that|this|it) is (?:the )?(?:{0})\b)"
_MORE, _LESS = (
    phrases("(?i)" + _OF_TWO.format(words))
    for words in ("higher|greater|larger|more|longer|later", "lower|lesser|smaller|less|shorter|earlier|sooner")
)
_MEASURED = phrases(r"(?i)\b(?:most|least|maximum|minimum|up to|whichever|of the two)\b")
_GREATER = phrases(r"(?i)\bthe (?:greater|higher|lesser|lower) of\b")


def turned(matter: Matter, term: Term, index: int) -> Judgement | None:
    """Of two measures the greater where the lesser was agreed, or the other way round; or either of them where one was agreed."""
    start, end = matter.sentence_span(index)
    agreed = [which for which in (_MORE, _LESS) if which.search(term.agreed_text)]
    if not agreed:
        m = None if _MEASURED.search(term.agreed_text) else _GREATER.search(matter.text, start, end)
    else:
        kept = any(which.search(matter.text, start, end) for which in agreed)
        m = None if kept else (_MORE.search(matter.text, start, end) or _LESS.search(matter.text, start, end))
    if m is None:
        return None
    words = short(matter.text[m.start() : end])
    message = f'Of two measures the draft takes another than was agreed: "{words}".'
    return Judgement("changed", None, (("states", start, end),), message, "both")
