"""A ceiling on liability in words that no cue reads: "what Buyer may have to pay in damages stays within a month's fees".

Three parts make one, wherever they stand in a sentence: what is owed for a wrong, that it goes no further, and a sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import phrases
from .matter import Judgement, Matter, Span
from .novelty import brought_in, capital, short
from .rivals import CASE
from .sameness import relies_on

OWED_WITHIN = 250  # characters before a limit in which it is said what it limits; a few behind it do as well
BEHIND, SUM_WITHIN = 60, 90

_OWED = phrases(
    r"\b(?:liab(?:le|ility|ilities)|accountable|answer(?:s|able)?|damages?|loss(?:es)?|redress|remed(?:y|ies)|sued|responsib(?:le|ility)|breach(?:es)?|claims?|recover(?:able|ed|y)?|had from|(?:have|called upon) to pay|compensat\w+)\b",
    re.IGNORECASE,
)
_NO_FURTHER = phrases(
    r"\b(?:(?:not|never|nor|no(?: \w+){0,4}|neither|none)\b[^.;]{0,160}?\b(?:exceed(?:s|ing)?|go(?:es)? beyond|in excess of|more\b[^.;]{0,90}? than|greater than|higher than|larger than|beyond)"
    r"|(?<!not )(?<!not be )(?:limited|confined|restricted|capped|held down) (?:in (?:the )?aggregate )?(?:to|at)|stays? within|at (?:the )?most|no more\b[^.;]{0,90}? than)\b"
    r"|\b(?=up to\b[^.;]{3,140}? and no (?:further|more|higher)\b)|\b(?=the (?:aggregate|most|utmost|total) (?:for|of|that|to) [^.;]{3,120}? (?:is|shall be|amounts to) )",
    re.IGNORECASE,
)
_SUM = phrases(
    r"(?:\b(?:fees?|amounts?|sums?|price|charges|payments?|paid|received|royalt\w+|commissions?|moneys?|consideration|per ?cent|USD|EUR)\b|[$€£])",
    re.IGNORECASE,
)


def check(matter: Matter, term: Term, kind: Kind) -> Judgement | None:
    """A ceiling in a draft of which it was agreed that nothing caps liability; None where there is none."""
    if kind.name != "liability.cap":
        return None
    for index, _ in _ceilings(matter):
        return brought_in(matter, *matter.sentence_span(index), "both")
    return None


def lower(matter: Matter, term: Term, kind: Kind, kept: Judgement) -> Judgement | None:
    """A second ceiling, in words that no cue reads, of another sum than the one that the draft has as agreed; else None."""
    if kind.name != "liability.cap":
        return None
    governing = {matter.sentence_at(s) for _, s, _ in kept.spans}
    for index, at in _ceilings(matter):
        start, end = matter.sentence_span(index)
        masked = matter.reading.masked[index]
        if index in governing or CASE.search(masked.words):
            continue  # a case of its own may have a ceiling of its own
        for f in masked.values.values():
            if not at <= f.start < at + SUM_WITHIN or not isinstance(f.value, values.Money | values.Multiple):
                continue
            if matter.mentions(f.value) or matter.claimed.get((f.start, f.end), kind.name) != kind.name:
                continue
            says = f'{matter.place(kept.spans[0][1])} says {term.agreed_text}, {matter.place(start)} has another ceiling: "{short(matter.text[start:end])}".'
            spans: tuple[Span, ...] = (*kept.spans[:1], ("conflicts", start, end))
            found = f"{term.agreed_text} or {values.canonical(f.value)}"
            return Judgement("unclear", found, spans, capital(says), relies_on(term, kind, f.value))
    return None


def _ceilings(matter: Matter) -> Iterator[tuple[int, int]]:
    """Every sentence that sets a ceiling to what is owed for a wrong, and where in it the sum begins."""
    for index in range(len(matter.reading.masked)):
        start, end = matter.sentence_span(index)
        for m in _NO_FURTHER.finditer(matter.text, start, end):
            owed = _OWED.search(matter.text, max(start, m.start() - OWED_WITHIN), min(end, m.end() + BEHIND))
            if owed and _SUM.search(matter.text, m.end(), min(end, m.end() + SUM_WITHIN)) and not matter.recital(start):
                yield index, m.end()
