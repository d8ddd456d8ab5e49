"""An indemnity, or a cap, that answers for less than was agreed: for what was known, issued already, found beyond appeal or done by few.

A drafter who may not strike an indemnity narrows what sets it off: the degree of fault, the knowledge, whose fault it is,
or which rights count (Adams, A Manual of Style for Contract Drafting, on knowledge and materiality).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import phrases
from .matter import Judgement, Matter
from .novelty import short, weakened

BEFORE, AFTER = 8, 16  # sentences around the one that binds, among which its article goes on
HEADED = 2  # how sure a sentence speaks of a kind whose words it has, under the kind's own heading

_FAULT = r"(?:misconduct|negligence|fault|fraud\w*|acts?|breach|wil{1,2}ful\w*|gross|knowledge|default|failure)"
_SIGNING = r"(?:the )?(?:date|effective|execution|signing|signature|commencement|outset)"
_NARROWS = tuple(
    phrases(rf"\b(?:{narrows})\b", re.IGNORECASE)
    for narrows in (
        rf"(?:solely|exclusively|only)(?: \w+){{0,6}} {_FAULT}",
        r"(?:knowing(?:ly)?(?! or negligent)|actual(?:ly)? kn[eo]w\w*|known to (?!be )|had knowledge|was aware)(?! of (?:an?|any|such|the|its|their) (?:claim|action|suit|proceeding|third|matter|event|breach))",
        rf"(?:issued|granted|registered|existing|published|known|in force|subsisting)(?: \w+){{0,5}} (?:on|as of|at|before|prior to)(?: or (?:before|prior to))? {_SIGNING}",
        rf"{_FAULT} of (?:an?|its|any|the) (?:executive officer|director|senior \w+|board|principal)",
        r"beyond (?:further |any )?appeal|non-?appealable|no (?:further )?appeal",
    )
)


def check(matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """What narrows a kept indemnity and the sheet does not say; None where nothing does."""
    if kind is not None and kind.name == "liability.cap":
        return _of_few_fees(matter, term, kind, governing, kept)
    if kind is None or kind.party_is != "bound" or "indemnity" not in kind.name:
        return None
    agreed = " ".join(x for x in (term.agreed_text, term.scope, term.note, *term.exceptions) if x)
    for index, patterns in (*((i, _NARROWS) for i in governing), *_beside(matter, term, governing)):
        start, end = matter.sentence_span(index)
        for narrows in patterns:
            m = narrows.search(matter.text, start, end)
            if m and not narrows.search(agreed):
                message = f'It answers for less than was agreed: "{short(matter.text[m.start() : end])}".'
                return weakened(term, kind, kept, m.start(), m.end(), message)
    return None


def _beside(matter: Matter, term: Term, governing: Sequence[int]) -> Iterator[tuple[int, tuple[re.Pattern[str], ...]]]:
    """The other sentences under the headings of the indemnity; that a court has to find it there is said of its exceptions."""
    near = {i for g in governing for i in range(g - BEFORE, g + AFTER)} & set(range(len(matter.reading.masked)))
    for index in sorted(near.difference(governing)):
        if matter.topical(term.kind, index) >= HEADED:
            yield index, _NARROWS[:-1]


_PERIOD = r"(?:quarter|months?|years?|period|week|annual\w*|twelve|event|claim)"
_FEES_OF = phrases(
    rf"\b(?:paid|payable|received|fees?|amounts?|charges|price|compensation)\b[^.;]{{0,110}}?\b(?:(?:in|during|for|over|within) (?:the|that|such|any|each) [^.;,]{{0,45}}?\b{_PERIOD}\b|(?:in respect of|attributable to|allocable to) the\b)",
    re.IGNORECASE,
)
_SAYS_WHICH = phrases(rf"\b{_PERIOD}\b", re.IGNORECASE)


def _of_few_fees(matter: Matter, term: Term, kind: Kind, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """A cap agreed as all the fees that is taken of those of one period, or of one thing, alone."""
    agreed = " ".join(x for x in (term.agreed_text, term.of, term.note, *term.exceptions) if x)
    for index in governing if isinstance(term.agreed, values.Multiple) and not _SAYS_WHICH.search(agreed) else ():
        m = _FEES_OF.search(matter.text, *matter.sentence_span(index))
        if m:
            message = f'The cap is taken of fewer fees than was agreed: "{short(m[0])}".'
            return weakened(term, kind, kept, m.start(), m.end(), message)
    return None
