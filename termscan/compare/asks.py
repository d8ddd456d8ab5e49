"""Asks: what binds our side beyond the customary and was neither agreed nor left to counsel."""

from __future__ import annotations

from .. import values
from ..extract.masking import SLOTS
from ..extract.statements import Statement
from ..model import Ask, Side
from ..rulebook import Kind
from .matter import Matter, direction, other_side
from .rows import short_id


def asks(matter: Matter) -> tuple[Ask, ...]:
    """One ask for each kind and trap that the draft brings up though nobody agreed it."""
    agreed = {t.kind for t in matter.sheet.terms}
    out: list[Ask] = []
    for name, kind in {**matter.rulebook.kinds, **matter.rulebook.traps}.items():
        if name in agreed or matter.sheet.left_to_counsel(name) or kind.ask is None:
            continue
        for s in matter.statements(name):
            found = _ask(matter, kind, s)
            if found:
                out.append(found)
                break
    return tuple(sorted(out, key=lambda a: a.evidence[0].start))


def _ask(matter: Matter, kind: Kind, s: Statement) -> Ask | None:
    if s.weak or kind.ask is None or matter.recital(s.start):
        return None
    bound = _bound(matter, kind, s)
    if bound is None or (bound != "both" and bound != matter.sheet.our_side):
        return None
    if bound == "both" and matter.sheet.unlisted != "ask":
        return None
    if matter.sheet.unlisted != "ask" and _customary(matter, kind, s):
        return None
    ours = matter.sheet.our_side
    message = (kind.ask.message or f"New: {kind.says}.").replace("{bound}", f"the {ours}")
    if s.value is not None:
        message = message.replace("{found}", values.canonical(s.value)).replace("{value}", values.canonical(s.value))
    span = matter.sentence_span(s.sentence)
    shown = span if span[1] - span[0] <= 500 else (s.start, s.end)
    proof = matter.reading.outline.evidence(*shown)
    return Ask(
        id=short_id("A", kind.name, " ".join(proof.quote.split()).lower()),
        ask=kind.name,
        direction=direction(ours, ours),
        severity=kind.ask.severity,
        message=message.replace("{found}", "").replace("{value}", ""),
        why=kind.why.get(ours) if kind.why else None,
        question=f"This was not part of what we agreed ({kind.says}); may we take it out or talk about it?",
        evidence=(proof,),
    )


def _bound(matter: Matter, kind: Kind, s: Statement) -> Side | str | None:
    """Whom the statement binds or burdens: as the rule says, else the party in its value or its words."""
    if kind.ask is not None and kind.ask.binds in ("customer", "provider", "both"):
        return kind.ask.binds
    if kind.party_is and s.value is not None:
        named = values.canonical(s.value)
        if named in ("customer", "provider"):
            return named if kind.party_is == "bound" else other_side(named)  # type: ignore[arg-type]
        return "both"
    words = matter.reading.masked[s.sentence].words
    first = next((c for c in words if "\ue010" <= c <= "\ue014"), None)
    if first == SLOTS["customer"]:
        return "customer"
    if first == SLOTS["provider"]:
        return "provider"
    if first in (SLOTS["each"], SLOTS["neither"]):
        return "both"
    return kind.binds if kind.binds in ("customer", "provider", "both") else None


def _customary(matter: Matter, kind: Kind, s: Statement) -> bool:
    compiled, words = matter.compiled(kind.name), matter.reading.masked[s.sentence].words
    return compiled is not None and any(c.search(words) for c in compiled.customary)
