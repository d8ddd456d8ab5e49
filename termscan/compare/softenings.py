"""Softenings beside an agreed term, which make of a promise an attempt or a choice: which of them take anything.

A choice of the one whom the term serves takes nothing, nor does one between two ways to keep the promise.
"""

from __future__ import annotations

import re

from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import concepts, content
from .matter import Matter, other_side, protects
from .qualifiers import Qualifier
from .wills import holder, own_choice

# "the dates are only a guide", "estimates, and not binding"
_NO_PROMISE = re.compile(
    r"\b(?:estimat\w+|indicativ\w+|approximat\w+|guidance|forecasts?|not\s+binding|non-binding|(?:binds?|holds?|ties?)\s+(?:nobody|neither|no\s+one))\b",
    re.IGNORECASE,
)
_TRIES = re.compile(r"\b(?:try|tries|attempts?|efforts?|endeavou?rs?|best|seeks?|strives?)\b", re.IGNORECASE)
_POWER = re.compile(r"\b(?:may|can|has the right to|is free to)\b")


def softens(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether a softening takes something that nobody agreed from the side that the term protects."""
    if _one_of_two(matter, term, q) or _in_a_case(matter, q) or _to_settle(kind, q):
        return False
    if kind is None and _POWER.search(term.agreed_text):
        return False  # what somebody may do is his choice
    if kind is None and any(sort.search(term.agreed_text) and sort.search(q.words) for sort in (_NO_PROMISE, _TRIES)):
        return False  # that it promises nothing, or an attempt, is what was agreed
    said = concepts([*term.exceptions, term.agreed_text]) - matter.party_concepts
    if kind is None and not said & set(content(_part(matter, q))):
        return False  # it softens another matter of a sentence that says many
    if _to_end_it(matter, term, q) and not _asks_leave(matter, term, kind, q):
        return False  # whose it is to end the agreement may well choose
    if term.kind.startswith("term.convenience") and (_CHOICE.search(q.opener) or _OPINION.match(q.opener)):
        return False  # to end it without a reason is nothing else
    return not own_choice(matter, term, kind, q) and not said & concepts([q.opener])


def _asks_leave(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether it is the other side whose choice it is: "Maker may, if Owner is agreeable, end it"."""
    side = protects(term, kind)
    return side in ("customer", "provider") and holder(matter, q) == other_side(side)


_ENDS_IT = re.compile(r",?\s*(?:to\s+)?(?:terminate|cancel|end|rescind)\b", re.IGNORECASE)
_MAY_END = re.compile(r"\b(?:terminate|cancel|end|rescind)\b[^,;.]{0,60}$", re.IGNORECASE)
_RENEWS = re.compile(r"\b(?:renew|extend)(?:ed|al)?\b", re.IGNORECASE)


def _to_end_it(matter: Matter, term: Term, q: Qualifier) -> bool:
    """Whether the choice is to end the agreement, or to go on with it where the term says no more than how long before."""
    if not term.kind.startswith("term."):
        return False
    if _ENDS_IT.match(q.body) or (
        _CHOICE.search(q.opener) and _MAY_END.search(matter.text, max(0, q.start - 120), q.start)
    ):
        return True
    around = matter.text[max(0, q.start - 60) : q.end]
    return term.kind == "term.renewal_notice" and bool(_CHOICE.search(q.opener) and _RENEWS.search(around))


_PARTS = re.compile(r"[;•]|\.\s|\n\s*\n|\s[o*-]\s")


def _part(matter: Matter, q: Qualifier) -> str:
    """The part of a sentence in which a qualifier stands: what it is that it softens."""
    start, end = matter.sentence_span(matter.sentence_at(q.start))
    before = [m.end() for m in _PARTS.finditer(matter.text, start, q.start)]
    after = _PARTS.search(matter.text, q.start, end)
    return matter.text[before[-1] if before else start : after.start() if after else end]


_OR = re.compile(r"\b(?:or|either)\b", re.IGNORECASE)


def _one_of_two(matter: Matter, term: Term, q: Qualifier) -> bool:
    """A choice between ways to do it softens nothing: "defend, or at its option settle", "at its option, repair or replace"."""
    start, _ = matter.sentence_span(matter.sentence_at(q.start))
    lead = matter.text[max(start, q.start - 12) : q.start].lower().split()
    choice = _CHOICE.search(q.opener)
    chosen = choice and _OR.search(term.agreed_text) and _OR.search(q.body)
    return lead[-1:] == ["or"] or bool(chosen or (choice and _YES_OR_NO.search(matter.text, start, q.start)))


# who is asked may say no: "approve or reject each draft, in its discretion"
_YES_OR_NO = re.compile(
    r"\b(?:accept|approve|grant|give|allow)\s+or\s+(?:reject|disapprove|refuse|decline|deny|withhold)\b[^;.]*$",
    re.IGNORECASE,
)


def _to_settle(kind: Kind | None, q: Qualifier) -> bool:
    """Whether it is an attempt to settle a dispute, which nobody can promise to be more than one."""
    return kind is not None and kind.name == "general.disputes" and _SETTLES.match(q.body) is not None


_SETTLES = re.compile(
    r"\s+to\s+(?:(?!arbitrat)[^,;.]){0,40}?\b(?:settle|resolve|meet|negotiate|mediate)\b(?![^;.]*\barbitrat)",
    re.IGNORECASE,
)
_CASE = re.compile(r"\b(?:if|whether|where|when|whenever|should|once|in\s+the\s+event)\s[^,;.]*$", re.IGNORECASE)


_CHOICE = re.compile(r"\b(?:option|election|discretion|elects?|chooses?|choose|choice)\b", re.IGNORECASE)


def _in_a_case(matter: Matter, q: Qualifier) -> bool:
    """A choice inside a condition says when the rule holds, and softens it not: "if Client elects to go on, it pays …"."""
    start, _ = matter.sentence_span(matter.sentence_at(q.start))
    case = None if _OPINION.match(q.opener) else _CASE.search(matter.text[start : q.start])
    if _FAILS.search(matter.text, start, q.start):
        return True  # a want of efforts is a breach
    if _EXCEPTS_FIRST.match(matter.text[start : q.start]) and not _MODAL.search(
        matter.text, start, q.start + len(q.opener)
    ):
        return True  # it belongs to the exception with which the sentence begins
    return case is not None and not _AMID.search(matter.text[start : start + case.start()])


_FAILS = re.compile(r"\bfail(?:s|ed|ure)?\s+to\s+(?:use|make|exert)\s+(?:\w+\s+)?$", re.IGNORECASE)
_EXCEPTS_FIRST = re.compile(r"\W*(?:\d[\d.]*\s+)?(?:other\s+than|except|save|unless|apart\s+from)\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:shall|will|may|must|can|agrees?)\b", re.IGNORECASE)
_OPINION = re.compile(
    r"(?:thinks?|sees?|considers?|deems?|judges?|finds?)\b", re.IGNORECASE
)  # no case: what somebody wants
# "may, where the Board sees fit, be set": what breaks into the very promise softens it
_AMID = re.compile(r"\b(?:may|shall|will|should|must|can)\b,?\s*$", re.IGNORECASE)
