"""An indemnity, or a cap, that answers for less than was agreed: for what was known, found by a court, insured or done by few.

A drafter who may not strike an indemnity narrows what sets it off: the degree of fault, the knowledge, whose fault it is,
which rights count, how long after or out of what it is paid (Adams, A Manual of Style for Contract Drafting, on knowledge
and materiality).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import phrases
from .matter import Judgement, Matter
from .novelty import short, weakened
from .sameness import harmed_by_less

BEFORE, AFTER = 8, 16  # sentences around the one that binds, among which its article goes on
SPEAKS, HEADED = 1, 2  # how sure a sentence speaks of a kind whose words it has, and that under the kind's own heading

_FAULT = r"(?:misconduct|negligence|fault|fraud\w*|acts?|breach|wil{1,2}ful\w*|gross|knowledge|default|failure)"
_SIGNING = r"(?:the )?(?:date|effective|execution|signing|signature|commencement|outset)"
_NARROWS = tuple(
    phrases(rf"\b(?:{narrows})\b", re.IGNORECASE)
    for narrows in (
        rf"(?:solely|exclusively|only)(?: \w+){{0,6}} {_FAULT}",
        r"(?:knowing(?:ly)?(?! or negligent)|actual(?:ly)? kn[eo]w\w*|known to (?!be )|had knowledge|knew|unaware|was aware|(?:inaccurate|incomplete|false|untrue|wrong\w*|misleading|incorrect|defective|unlawful|in breach|infring\w+)(?: \w+){0,3}? (?:to|within) (?:its|their|his|her) (?:own |actual |then )?(?:knowledge|belief))(?! of (?:an?|any|such|the|its|their) (?:claim|action|suit|proceeding|third|matter|event|breach))",
        rf"(?:issued|granted|registered|existing|published|known|in force|subsisting)(?: \w+){{0,5}} (?:on|as of|at|before|prior to)(?: or (?:before|prior to))? {_SIGNING}",
        r"(?:wil{1,2}ful(?:ly)?|deliberate(?:ly)?|intentional(?:ly)?|fraudulent(?:ly)?|gross(?:ly)?|serious) (?:(?:and|or) \w+ )?(?:breach|default|failure|non-?compliance|violation|infring|misappropriat|misrepresent|omission|wrongdoing|inaccura)\w*|(?:wil{1,2}ful|deliberate|intentional|gross) (?:non-?|non )performance",
        rf"{_FAULT} of (?:an?|its|any|the) (?:executive officer|director|senior \w+|board|principal)",
        r"beyond (?:further |any )?appeal|non-?appealable|no (?:further )?appeal",
    )
)
# what a court has to have found, not the exception of what one has found to be the other's fault
_FOUND = phrases(
    r"(?:found|determined|established|certified|adjudged|held) (?:to be )?(?:at fault|liable|responsible|the cause|guilty)[^.;]{0,40}?\bby\b[^.;]{0,30}?\b(?:courts?|tribunal|arbitrators?|award|judgment|authorit(?:y|ies)|police|experts?|insurers?)\b"
    r"|(?<!\w)(?:court|tribunal|arbitrator|judgment)\b[^.;]{0,80}?\b(?:found|finds|determined|determines|held|holds|decided|adjudged)\b[^.;]{0,70}?\b(?:caused|due|attributable|fault|result\w*|liable)\b",
    re.IGNORECASE,
)
_EXCEPTS = phrases(
    r"\b(?:except\w*|unless|excluding|other than|save|not apply|no obligation|no liability)\b[^;.]*$", re.IGNORECASE
)
# out of what, or how long after, it is paid: so odd a limit is meant for the indemnity wherever its words stand
_PAID = phrases(
    r"\b(?:to the extent|so far as|except|only|out of|limited to|unless|until|up to)\b[^.;]{0,100}?\b(?:recover\w*|proceeds|paid|pays|collect\w*|receiv\w+|reimburs\w+|cover(?:ed)?)\b[^.;]{0,80}?\b(?:insur\w+|polic(?:y|ies)|suppliers?|sub-?contractors?|licensors|manufacturers?)\b"
    r"|\b(?:more than|no later than|not later than|within|earlier than)\s+(?:[^.;,]{1,30}? )?(?:months?|years?)\b[^.;]{0,20}?\b(?:before|after|of|from|following)\b(?![^.;]{0,60}\b(?:accru|cause of action|aris|arose))",
    re.IGNORECASE,
)


def check(matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """What narrows a kept indemnity and the sheet does not say; None where nothing does."""
    if kind is not None and kind.name == "liability.cap":
        return _of_few_fees(matter, term, kind, governing, kept)
    if kind is None or kind.party_is != "bound" or "indemnity" not in kind.name:
        return None
    agreed = " ".join(x for x in (term.agreed_text, term.scope, term.note, *term.exceptions) if x)
    for index, patterns in (*((i, (*_NARROWS, _FOUND, _PAID)) for i in governing), *_beside(matter, term, governing)):
        start, end = matter.sentence_span(index)
        for narrows in patterns:
            m = narrows.search(matter.text, start, end)
            if (
                m
                and not narrows.search(agreed)
                and not (narrows is _FOUND and _EXCEPTS.search(matter.text[start : m.start()]))
            ):
                message = f'It answers for less than was agreed: "{short(matter.text[m.start() : end])}".'
                return weakened(term, kind, kept, m.start(), m.end(), message)
    return None


def _beside(matter: Matter, term: Term, governing: Sequence[int]) -> Iterator[tuple[int, tuple[re.Pattern[str], ...]]]:
    """The other sentences on the indemnity; that there is no appeal any more is said there of its exceptions."""
    near = {i for g in governing for i in range(g - BEFORE, g + AFTER)} & set(range(len(matter.reading.masked)))
    for index in sorted(near.difference(governing)):
        topical = matter.topical(term.kind, index)
        if topical >= SPEAKS:
            yield index, (*_NARROWS[:-1], _FOUND, _PAID) if topical >= HEADED else (_PAID,)


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
            found = weakened(term, kind, kept, m.start(), m.end(), message)
            return replace(found, harmed=harmed_by_less(kind))
    return None
