"""From a judgement to a row of the review: id, direction, severity, the reason and the question."""

from __future__ import annotations

import hashlib
from typing import Literal

from ..model import Direction, Evidence, Severity, TermRow, Verdict
from ..rulebook import Kind
from ..termsheet import Term
from .matter import Harmed, Judgement, Matter, direction, protects
from .stance import loser
from .wills import relying

# term-sheet.md, section 2: severity by what happened and by priority (must, important, tradeable)
_AGAINST: dict[str, Severity] = {"must": "blocker", "important": "high", "tradeable": "medium"}
_NEUTRAL: dict[str, Severity] = {"must": "high", "important": "medium", "tradeable": "low"}

_QUESTIONS: dict[Verdict, str] = {
    "changed": "We had understood {agreed}; was the change to {found} intended?",
    "weakened": "We had understood {agreed} without that limit; may we take it out?",
    "unclear": "Could you confirm that {agreed} is what the draft should say here?",
    "missing": "We could not find {agreed} in the draft; could you add it?",
    "kept": "",
}


def short_id(letter: str, *parts: str) -> str:
    """An id that stays the same from run to run and when other parts of the draft change."""
    return f"{letter}-{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:6]}"


def row(matter: Matter, term: Term, kind: Kind | None, judged: Judgement) -> TermRow:
    """The row of one term."""
    known = judged.verdict in ("changed", "weakened") or (judged.verdict == "unclear" and judged.harmed != "nobody")
    harmed = judged.harmed if known else _relies(term, kind)
    if kind is not None and harmed == "both" and judged.verdict in ("changed", "weakened"):
        harmed = protects(term, kind)  # what is neither more nor less is worse for whom the term is there
    if kind is None and harmed in ("both", "nobody"):
        harmed = (
            relying(matter, term) or matter.sheet.our_side
        )  # who wanted it in plain words loses by what becomes of it
    if harmed == "both" and judged.verdict != "kept" and judged.spans:
        # a rule for both sides, and the words that change it take from one
        harmed = loser(matter, *judged.spans[-1][1:])
    way: Direction | None = None if judged.verdict == "kept" else direction(harmed, matter.sheet.our_side)
    reporting = judged.verdict != "kept"
    return TermRow(
        id=short_id("T", term.name),
        term=term.name,
        agreed=term.agreed_text,
        priority=term.priority,
        verdict=judged.verdict,
        found=judged.found,
        direction=way,
        severity=severity(judged, way, term.priority),
        message=_seems(matter, judged) if judged.seems and judged.spans else judged.message,
        why=_why(kind, matter, harmed) if reporting else None,
        question=_question(kind, term, judged) if reporting else None,
        evidence=evidence(matter, judged),
        restore=_restore(kind, term, matter) if reporting else None,
        note=term.note,
        outright=not judged.seems,
    )


def _seems(matter: Matter, judged: Judgement) -> str:
    """What to say of a term that is kept as far as can be seen: where to look."""
    return f"No clause says so in plain terms; {matter.place(judged.spans[0][1])} comes closest, please read it."


def unclear_severity(priority: str) -> Severity:
    """How severe it is that a term of this priority is unclear."""
    return _AGAINST[priority]


def severity(judged: Judgement, way: Direction | None, priority: str) -> Severity | None:
    """As the table of the formats says; a kept term has none unless it is kept in other words, or as it seems."""
    if judged.verdict == "kept":
        return None if judged.in_agreed_words and not judged.seems else "note"
    if judged.verdict in ("missing", "unclear") or way == "against us":
        return _AGAINST[priority]
    return "note" if way == "for us" else _NEUTRAL[priority]


def evidence(matter: Matter, judged: Judgement) -> tuple[Evidence, ...]:
    """The words that prove a judgement; none where the draft is silent."""
    if judged.verdict == "missing":
        return ()
    return tuple(matter.reading.outline.evidence(s, e, role) for role, s, e in dict.fromkeys(judged.spans))


def _relies(term: Term, kind: Kind | None) -> Harmed:
    """An unclear or missing term is against the side that would rely on it."""
    return protects(term, kind)


def _why(kind: Kind | None, matter: Matter, harmed: Harmed) -> str | None:
    if kind is None or not kind.why:
        return None
    side: Literal["customer", "provider"] = matter.sheet.our_side
    return kind.why.get(side if harmed in ("both", "nobody") else harmed)


def _question(kind: Kind | None, term: Term, judged: Judgement) -> str:
    template = _QUESTIONS[judged.verdict]
    other = judged.found not in (None, term.agreed_text)  # else the value stands, and what it runs from has moved
    if kind is not None and kind.question and judged.verdict == "changed" and other:
        template = kind.question
    elif judged.verdict == "changed" and not other:
        template = "We had understood {agreed}; was the change intended?"
    return template.replace("{agreed}", term.agreed_text).replace("{found}", judged.found or "this")


def _restore(kind: Kind | None, term: Term, matter: Matter) -> str | None:
    if kind is None or not kind.restore:
        return None
    who = matter.reading.outline.parties
    names = {
        "customer": (who.customer.called or (who.customer.name,))[0],
        "provider": (who.provider.called or (who.provider.name,))[0],
        "agreed": term.agreed_text,
    }
    text = kind.restore
    for slot, name in names.items():
        text = text.replace("{" + slot + "}", name or slot.title())
    return text
