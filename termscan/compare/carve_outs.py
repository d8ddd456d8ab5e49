"""Exceptions drafted as a rule of their own, or made for one side alone: what they put in the place of the agreed rule.

"Except tools, which Maker shall keep" needs no strange word to take something: whoever drafts another rule for a case means
the case not to follow the agreed one (Adams, A Manual of Style for Contract Drafting, on exceptions).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import values
from ..extract.masking import ONE_SIDE
from ..rulebook import Kind
from ..termsheet import Term
from .agreed_cases import paired
from .cases import LEADS_UP
from .conditions import accounted, relevant
from .lexicon import concepts, content, phrases
from .matter import Judgement, Matter, protects, side_of
from .novelty import CUSTOMARY, short, weakened
from .qualifiers import Qualifier
from .stance import harms

# ", none of which is refundable", ", which Buyer shall pay on top", "title to which passes to Maker"; not ", which it may not
# withhold", said of a consent
_ITS_OWN_RULE = phrases(
    r"(?:, (?:and )?(?:(?:(?:all|none|each|any|both|title|the \w+|ownership) )?(?:of|for|to|in|on|under) )?(?:which|whom)(?! (?:case|event))(?![^,;.]{0,60} (?:withh[eo]ld|refuse|delay|give|grant))|\bwhich (?:part|portion|share|sum|amount|losses|claims|items|works?)s?)\b"
    r"(?=[^,;.]{0,60}?\b(?:shall|will|may|can)\b|[^,;.]{0,60}?\bat [\w’' ]{2,30}(?:expense|cost)\b)[^;.]{4,}",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:shall|will|must)\b", re.IGNORECASE)  # the agreed rule stands between
OPENS = 8  # characters of a number, before an exception that opens its sentence
_NEXT = phrases(r"(?:[;]|\.(?!\w))")


def check(matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """An exception to a kept term that has a rule of its own, or is made for one side alone; None where there is none."""
    if kind is None or not kept.sure:
        return None
    for index in governing:
        for q in relevant(matter, *matter.sentence_span(index), kept):
            if q.sort != "exception" or accounted(matter, term, kind, q):
                continue
            end = _end(matter, q)
            if _is_the_rule(matter, term, kept, q.start, end):
                continue
            if _has_its_own_rule(matter, term, kind, q, end) or _for_one_side(matter, term, kind, q, end):
                words = short(matter.text[q.start : end])
                return weakened(term, kind, kept, q.start, end, f'A rule of its own holds for some of it: "{words}".')
    return None


def _is_the_rule(matter: Matter, term: Term, kept: Judgement, start: int, end: int) -> bool:
    """Whether the agreed words stand in the exception and nowhere else: "free, save that a transfer calls for consent"."""
    said = [(s, e) for _, s, e in kept.spans] + [(s.start, s.end) for s in matter.statements(term.kind)]
    sentence = matter.sentence_at(start)
    return all(start <= s for s, _ in said if matter.sentence_at(s) == sentence)


def _end(matter: Matter, q: Qualifier) -> int:
    """Where an exception ends with all that is said of its case; one that opens its sentence has the rule behind it."""
    first, last = matter.sentence_span(matter.sentence_at(q.start))
    stop = _NEXT.search(matter.text, q.end, last)
    opens = len(matter.text[first : q.start]) < OPENS
    return q.end if opens else stop.start() if stop else last


def _excused(matter: Matter, term: Term, kind: Kind, case: str) -> bool:
    """Whether most of what tells a case from the rule is in what the sheet or custom excepts; so is what tells nothing."""
    topic = concepts([re.sub(r"[*{}().|]", " ", w) for w in (*kind.needs, *kind.headings)])
    topic |= concepts(x for x in (term.agreed_text, term.scope, term.of) if x) | LEADS_UP | CUSTOMARY
    told = set(content(case)) - topic - matter.party_concepts
    customary = [k.customary_except for k in (kind, matter.kind(kind.beside or "")) if k is not None]
    return (
        2 * len(told & concepts([*term.exceptions, *(c for cases in customary for c in cases)])) > len(told) or not told
    )


def _has_its_own_rule(matter: Matter, term: Term, kind: Kind, q: Qualifier, end: int) -> bool:
    """Whether a clause behind an exception that nobody agreed says what holds for it instead, or how long or much it is."""
    m = _ITS_OWN_RULE.search(matter.text, q.start, end)
    case = matter.text[q.start + len(q.opener) : m.start()] if m else ""
    if m is None or _MODAL.search(case) or _excused(matter, term, kind, case):
        return False
    other = (f.value for _, f in matter.founds if m.start() <= f.start and f.end <= end)
    another = any(type(v) is type(term.agreed) and v is not None and not matter.mentions(v) for v in other)
    if term.exceptions and not another and paired(matter, term, kind, q, LEADS_UP):
        return False
    return another or harms(matter, m.start(), end, protects(term, kind)) is not False


_ONE_SIDE = re.compile(
    rf"(?<!\S)(?:(?P<acts>{ONE_SIDE}) (?:shall|may|is|need|will|must|can)(?!\S)|(?:in the case of|as regards|where|as against|avail|protect|benefit|excuse|limit) (?P<is>{ONE_SIDE})(?![^ ]))"
)


def _for_one_side(matter: Matter, term: Term, kind: Kind, q: Qualifier, end: int) -> bool:
    """Whether an exception to what was agreed for both speaks of what one of them may or owes."""
    if not isinstance(term.agreed, values.PartyValue) or side_of(term.agreed) not in ("both", "each"):
        return False
    masked = matter.reading.masked[matter.sentence_at(q.start)]
    m = _ONE_SIDE.search(masked.words, *masked.locate(q.start + len(q.opener), end))
    if m is None or paired(matter, term, kind, q, LEADS_UP):
        return False
    whose = bool(kind.beside) and not _excused(matter, term, kind, matter.text[q.start + len(q.opener) : end])
    return m["is"] is not None or whose
