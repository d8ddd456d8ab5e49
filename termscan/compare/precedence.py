"""Which of two places governs: the draft's own order of precedence decides between values that disagree.

"In case of conflict Schedule B shall prevail over the body", "the Order Form takes precedence", "in the following order
of precedence: (a) the Order Form; (b) these terms". Only what the draft says is applied; no rule of law is supplied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..extract.statements import Statement
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import phrases
from .matter import Judgement, Matter, Span
from .novelty import capital
from .sameness import harmed_by, same

_PART = (
    r"(?:Schedule|Exhibit|Annex|Appendix|Attachment)s?(?:\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4})\b)?|Order Forms?|Statements? of Work|SOWs?|Work Orders?|Purchase Orders?|Cover Page|Key Terms|Special (?:Terms|Conditions)|"
    r"(?:main |body of (?:this|the) |this |the |these |Master |General |Standard )?(?:Services )?(?:[Aa]greement|[Tt]erms(?: and [Cc]onditions)?|[Cc]onditions)|body|main body|clauses"
)
_PREVAILS = r"(?:shall |will |is to |are to )?(?:also |always )?(?:prevails?|governs?|controls?|takes? (?:precedence|priority)|has (?:precedence|priority)|supersedes?)"
_ONE_OVER = phrases(
    rf"(?:terms of |provisions of )?(?:the |this |these |any |each |such )?(?P<first>{_PART})\s+{_PREVAILS}(?:\s+over\s+(?:the |this |these |any |each )?(?P<second>{_PART}))?"
)
_IN_ORDER = phrases(r"(?i)\border of (?:precedence|priority)\b[^:.]{0,60}:?\s*")
_EACH = phrases(rf"(?<![\w-])(?:{_PART})(?![\w-])")
_CONFLICT = phrases(
    r"(?i)\b(?:conflict|inconsisten\w+|discrepanc\w+|contradict\w*|precedence|priority|prevails?|supersedes?)\b"
)
BODY = "body"
LIST = 400  # characters of a list of parts


@dataclass(frozen=True, slots=True)
class Order:
    """Parts of the draft, the one that prevails first, and where that is said."""

    parts: tuple[str, ...]
    start: int
    end: int


def settle(matter: Matter, term: Term, kind: Kind | None, judged: Judgement) -> Judgement:
    """Two places that give a term different values: the one that prevails, where the draft says which; else as judged."""
    places = [(s, e) for role, s, e in judged.spans if role in ("states", "conflicts")]
    if judged.verdict != "unclear" or kind is None or len(places) != 2:
        return judged
    parts = [_part(matter, s) for s, _ in places]
    if parts[0] == parts[1]:
        return judged
    for order in matter.once("order of precedence", lambda: tuple(_orders(matter))):
        ranks = [_rank(order, part) for part in parts]
        if ranks[0] != ranks[1]:
            return _governed(matter, term, kind, judged, order, 0 if ranks[0] < ranks[1] else 1)
    return judged


def _governed(matter: Matter, term: Term, kind: Kind, judged: Judgement, order: Order, winner: int) -> Judgement:
    places = [(s, e) for role, s, e in judged.spans if role in ("states", "conflicts")]
    wins, loses = places[winner], places[1 - winner]
    stated = _statement(matter, term, wins)
    if stated is None or stated.value is None:
        return judged
    proof: tuple[Span, ...] = (("states", *wins), ("overrides", order.start, order.end))
    names = [matter.place(wins[0]), matter.place(loses[0]), matter.place(order.start)]
    says = f"{names[0]} prevails over {names[1]}, as {names[2]} says"
    if same(term.agreed, stated.value):
        message = f"The draft says {term.agreed_text}; {names[1]} says otherwise, but {says}."
        return replace(
            judged, verdict="kept", found=term.agreed_text, spans=proof, message=message, in_agreed_words=False
        )
    message = capital(f"{says}, and gives another value than the {term.agreed_text} agreed.")
    found = next((w for w in (judged.found or "").split(" or ") if w != term.agreed_text), judged.found)
    return Judgement("changed", found, (*proof, ("conflicts", *loses)), message, harmed_by(term, kind, stated.value))


def _statement(matter: Matter, term: Term, span: tuple[int, int]) -> Statement | None:
    return next((s for s in matter.statements(term.kind) if (s.start, s.end) == span), None)


def _part(matter: Matter, offset: int) -> str:
    """The part of the draft in which an offset stands: "schedule b", or the body."""
    section = matter.reading.outline.section_at(offset)
    if section.placement != "schedule" or not section.number:
        return BODY
    return section.number.partition(", ")[0].lower()


def _rank(order: Order, part: str) -> int:
    """The rank of a part in an order; what the order does not name comes last."""
    for rank, named in enumerate(order.parts):
        if named == part or (part != BODY and named == part.split()[0]):
            return rank
    return len(order.parts)


def _orders(matter: Matter) -> Iterator[Order]:
    for index in range(len(matter.reading.masked)):
        start, end = matter.sentence_span(index)
        if matter.text[end - 1] == ":":  # the parts stand in the list below
            stop = matter.text.find("\n\n", end)
            end = min(stop if stop >= 0 else len(matter.text), end + LIST)
        text = matter.text[start:end]
        if not _CONFLICT.search(text):
            continue
        listed = _IN_ORDER.search(text)
        if listed:
            parts = tuple(dict.fromkeys(_plain(m[0]) for m in _EACH.finditer(text, listed.end())))
            if len(parts) > 1:
                yield Order(parts, start, end)
                continue
        for m in _ONE_OVER.finditer(text):
            second = (_plain(m["second"]),) if m["second"] else ()
            yield Order((_plain(m["first"]), *second), start, end)


def _plain(part: str) -> str:
    """A part by one name: "Schedules" is schedule, "this Agreement" and "the body" are the body."""
    words = " ".join(part.lower().split())
    kind, _, label = words.partition(" ")
    if kind.rstrip("s") in ("schedule", "exhibit", "annex", "appendix", "attachment"):
        return f"{kind.rstrip('s')} {label}".strip()
    if re.search(r"agreement|terms|conditions|body|clauses", words) and not words.startswith(("key", "special")):
        return BODY
    return words.rstrip("s")
