"""What a percentage is taken of: ten percent of the profit is not ten percent of the revenue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import values
from ..termsheet import Term
from .lexicon import concepts, content, phrases
from .matter import Judgement, Matter
from .novelty import said, short
from .sameness import harmed_by_less
from .starts import meant

_BASE = re.compile(
    r"\s+(?:of|on)\s+((?:[\w’'-]+\s+){0,6}?[\w’'-]+)(?=[,;.)]|\s+(?:for|in|as|that|which|if|per|from|to|and|or|after)\b)"
)


def check(matter: Matter, term: Term, kept: Judgement) -> Judgement | None:
    """A kept percentage that the draft takes of something else than agreed; None where it does not, or does not say."""
    if isinstance(term.agreed, values.Multiple):
        return _of_a_part(matter, term, term.agreed, kept)
    if term.of is None or not isinstance(term.agreed, values.Percent):
        return None
    wanted = concepts([term.of])
    for start, end in bases(matter, kept):
        here = frozenset(content(matter.text[start:end])) - matter.party_concepts
        if here and not here & wanted and not meant(matter, start, end) & wanted:
            words = " ".join(matter.text[start:end].split())
            message = f'The percentage is as agreed, but it is taken of "{words}"; agreed was: of {term.of}.'
            return Judgement("changed", kept.found, (*kept.spans[:1], ("states", start, end)), message, "both")
    return _eaten(matter, term, kept)


# "paid in the quarter in which the claim arose", "fees for the order concerned": some of the fees, not all
_PART = phrases(
    r"\b(?:paid|received|due|payable|owed|earned|fees|charges|price|amounts?|collected|remuneration|invoiced)\b[^.;]{0,90}?\b(?P<part>(?:in respect of|with respect to|in connection with|in relation to|relating to|attributable to|allocable to|for|in|during|over|within|under|of)(?: [\w’'-]+){0,6}? "
    r"(?:(?P<time>quarter|month|year|week|period)|(?P<thing>order|shipment|batch|customer|project|product|invoice|item|delivery|unit|site|store|transaction))s?\b[^.;)]{0,50}?\b(?:claims?|cause|event|loss|concerned|in question|relates|affected|giving rise|gave rise|arose|arises|accrued|complained|occurred|breach|last|preceding)\b)",
    re.IGNORECASE,
)


def _of_a_part(matter: Matter, term: Term, agreed: values.Multiple, kept: Judgement) -> Judgement | None:
    """A cap on the fees, of a time or not, that the draft takes of the fees of one case or of a time that nobody agreed."""
    for _, first, _ in kept.spans:
        m = _PART.search(matter.text, first, matter.sentence_span(matter.sentence_at(first))[1])
        if m is None or (m["time"] and agreed.months is not None):
            continue
        if not set(content(m["time"] or m["thing"])) & said(term):
            words = short(m["part"])
            message = f'The cap is taken of a part of it: "{words}"; agreed was {term.agreed_text}.'
            harmed = harmed_by_less(matter.kind(term.kind))
            return Judgement("weakened", kept.found, (*kept.spans[:1], ("limits", *m.span("part"))), message, harmed)
    return None


# "net of returns", "less commissions", "after deduction of the cost of collection"
_DEDUCTS = phrases(
    r"\b(?:net of|less(?! than\b)|minus|reduced by|deducting|after (?:the )?(?:deduction|deducting|subtracting)(?: of)?|after(?= [^.;]{0,60}\b(?:charges|costs|commissions|fees|taxes)\b))\s+",
    re.IGNORECASE,
)
_PARTS = re.compile(r",\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+")
_CUSTOMARY = concepts(
    [
        "granted, allowed, exceeding, percent, returns, refunds, credits, allowances, discounts, rebates, taxes, value added tax, sales tax, shipping, freight, insurance, duties, customs, actually, applicable, price, amount"
    ]
)
_PROFIT = concepts(["profit"])
_COSTS = concepts(["costs, expenses, incurred, directly, generating, generation, revenues"])  # what a profit is free of
NEWS = 2  # words of the deductions that nothing explains


def _eaten(matter: Matter, term: Term, kept: Judgement) -> Judgement | None:
    """Deductions from that of which the percentage is taken, in the clause or in the definition of its base, that nobody agreed."""
    governing = {matter.sentence_at(s) for _, s, _ in kept.spans}
    used = " ".join(matter.sentence_text(i) for i in governing)
    places = governing | {d.sentence for d in matter.reading.outline.definitions if d.name in used}
    known = said(term) | _CUSTOMARY | matter.party_concepts
    if term.of and concepts([term.of]) & _PROFIT:
        known |= _COSTS
    for index in sorted(places):
        start, end = matter.sentence_span(index)
        for m in _DEDUCTS.finditer(matter.text, start, end):
            stop = re.compile(r"[;()]|\.(?!\w)|,?\s+but\b|$").search(matter.text, m.end(), end)
            close = stop.start() if stop else end
            parts = [frozenset(content(p)) - known for p in _PARTS.split(matter.text[m.end() : close])]
            if sum(len(p) for p in parts) >= NEWS and any(p for p in parts):
                message = f'More is taken off before the percentage than was agreed: "{short(matter.text[m.start() : close])}".'
                return Judgement(
                    "weakened", kept.found, (*kept.spans[:1], ("limits", m.start(), close)), message, "both"
                )
    return None


def bases(matter: Matter, judged: Judgement) -> Iterator[tuple[int, int]]:
    """Where the words stand of which the percentages that a judgement shows are taken."""
    for _, found in matter.founds:
        if found.type == "percent" and any(s <= found.start and found.end <= e for _, s, e in judged.spans):
            m = _BASE.match(matter.text, found.end)
            if m is not None:
                yield m.span(1)
