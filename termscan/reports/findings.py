"""Terms, asks and faults as rows of one shape, for the reports that list them side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Ask, Direction, DraftFault, Evidence, Review, Severity, TermRow, Waiver, Was
from . import wording as say

LONGEST_QUOTE = 320
GAINS: dict[Direction | None, str] = {"against us": "other side", "for us": "us", "neutral": "nobody", None: ""}


@dataclass(frozen=True, slots=True)
class Finding:
    """Whatever needs a word with the other side, or was let pass on purpose.

    `verdict` is that of a term, "new" for an ask or "fault"; `topic` is the first part of its name, "drafting" for a fault.
    """

    id: str
    name: str
    topic: str
    verdict: str
    said: str
    severity: Severity
    direction: Direction | None
    agreed: str | None
    found: str | None
    message: str
    why: str | None
    question: str | None
    restore: str | None
    note: str | None
    evidence: tuple[Evidence, ...]
    was: Was | None
    trend: str | None
    waiver: Waiver | None

    @property
    def silent(self) -> bool:
        """Whether a waiver in force silences it."""
        return self.waiver is not None and self.waiver.state == "in force"

    @property
    def position(self) -> str:
        """What we would put to them: the words that restore the term, else the agreed value, else to leave it out."""
        if self.restore or self.agreed:
            return self.restore or f"As agreed: {self.agreed}"
        return "Leave it out" if self.verdict == "new" else "Mend the drafting"

    @property
    def theirs(self) -> str | None:
        """What stands in the draft where the agreed value should: its value, else its words."""
        return self.found or (say.clip(say.clean(self.evidence[0].quote), LONGEST_QUOTE) if self.evidence else None)

    @property
    def takes_away(self) -> Evidence | None:
        """The words that take the agreed value away though the draft states it; those it is stated in, if they moved it."""
        if self.verdict not in ("changed", "weakened") or (self.verdict == "changed" and self.found != self.agreed):
            return None
        bearing = [e for e in self.evidence if e.role != "states"] or (self.evidence[:1] if self.found else ())
        return bearing[0] if bearing else None


def findings(review: Review) -> list[Finding]:
    """All findings, worst first, those that a waiver silences last."""
    waivers = {waiver.finding: waiver for waiver in review.waivers}
    return sorted(say.worst_first(_all(review, waivers)), key=lambda finding: finding.silent)


def _all(review: Review, waivers: dict[str, Waiver]) -> Iterator[Finding]:
    for row in review.terms:
        if row.severity is not None:
            yield _term(row, waivers.get(row.id))
    for ask in review.asks:
        yield _ask(ask, waivers.get(ask.id))
    for fault in review.faults:
        yield _fault(fault, waivers.get(fault.id))


def _term(row: TermRow, waiver: Waiver | None) -> Finding:
    return Finding(
        id=row.id,
        name=row.term,
        topic=row.term.split(".")[0],
        verdict=row.verdict,
        said=say.verdict_said(row),
        severity=row.severity or "note",
        direction=row.direction,
        agreed=row.agreed,
        found=row.found,
        message=row.message,
        why=row.why,
        question=row.question,
        restore=row.restore,
        note=row.note,
        evidence=row.evidence,
        was=row.was,
        trend=row.trend,
        waiver=waiver,
    )


def _ask(ask: Ask, waiver: Waiver | None) -> Finding:
    return Finding(
        id=ask.id,
        name=ask.ask,
        topic="traps" if ask.ask.startswith("trap.") else ask.ask.split(".")[0],
        verdict="new",
        said=f"new, {ask.direction}",
        severity=ask.severity,
        direction=ask.direction,
        agreed=None,
        found=None,
        message=ask.message,
        why=ask.why,
        question=ask.question,
        restore=None,
        note=None,
        evidence=ask.evidence,
        was=None,
        trend=None,
        waiver=waiver,
    )


def _fault(fault: DraftFault, waiver: Waiver | None) -> Finding:
    return Finding(
        id=fault.id,
        name=fault.fault,
        topic="drafting",
        verdict="fault",
        said="drafting fault",
        severity=fault.severity,
        direction=None,
        agreed=None,
        found=None,
        message=fault.message,
        why=None,
        question=None,
        restore=None,
        note=None,
        evidence=fault.evidence,
        was=None,
        trend=None,
        waiver=waiver,
    )
