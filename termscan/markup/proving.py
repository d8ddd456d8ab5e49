"""Which proposals are written: those after which a second review finds the term kept and nothing else worse.

All findings are tried at once, each with its next proposal. Where together they do harm, they are tried one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Review
from .counter import Edit, Proposal

Reviewed = Callable[[Sequence[Edit]], "Review | None"]
"""Reviews the draft with these edits accepted; None where it cannot be edited so."""

Again = Callable[[str, Proposal, Review], "Proposal | None"]
"""A longer proposal for a finding, after the review of the draft with a first one; None where there is none."""

_LONGEST = 5  # edits of a proposal that goes on and on


def proved(
    before: Review, proposals: Mapping[str, Sequence[Proposal]], reviewed: Reviewed, again: Again | None = None
) -> dict[str, Proposal]:
    """The proposal for each finding after which the draft says what was agreed; findings without one are left out.

    Args:
        before: the review of the draft as it came.
        proposals: for each finding, by its id, what to try in this order.
        reviewed: reviews the draft with edits accepted.
        again: goes on with a proposal that only brought up the same point elsewhere.
    """
    trial = _Trial(before, reviewed)
    waiting = {finding: list(tried) for finding, tried in proposals.items() if tried}
    while waiting:
        now = {finding: tried.pop(0) for finding, tried in waiting.items()}
        after = trial.take(now)
        if again is not None and after is not None:
            for finding, proposal in now.items():
                longer = None if finding in trial.taken else again(finding, proposal, after)
                if longer is not None and len(longer) <= _LONGEST:
                    waiting[finding].insert(0, longer)
        waiting = {finding: tried for finding, tried in waiting.items() if tried and finding not in trial.taken}
    return trial.taken


@dataclass
class _Trial:
    """A draft with the proposals that were taken so far."""

    before: Review
    reviewed: Reviewed
    taken: dict[str, Proposal] = field(default_factory=dict)

    def take(self, proposals: dict[str, Proposal]) -> Review | None:
        """Take what holds of these: together, else without those that mend nothing, else one by one.

        Returns the review of the draft with all of them together, where that could be made.
        """
        together = _apart(proposals, self._edits({}))
        after = self._after(together)
        mended = self._mended(together, after)
        good = {finding: together[finding] for finding in mended or ()}
        singly = proposals
        if good and (len(good) == len(together) or self._holds(good)):
            self.taken |= good
            singly = {f: p for f, p in proposals.items() if f not in together}
        elif mended is not None and not good:
            singly = {f: p for f, p in proposals.items() if f not in together}
        for finding, proposal in singly.items():
            alone = _apart({finding: proposal}, self._edits({}))
            if alone and self._holds(alone):
                self.taken |= alone
        return after

    def _holds(self, more: dict[str, Proposal]) -> bool:
        return self._mended(more, self._after(more)) == set(more)

    def _after(self, more: dict[str, Proposal]) -> Review | None:
        return self.reviewed(self._edits(more)) if more else None

    def _mended(self, more: dict[str, Proposal], after: Review | None) -> set[str] | None:
        """The findings among these that their proposals mend; None where these do harm elsewhere or cannot be made."""
        ours = {*self.taken, *more}
        if after is None or self._harmed(after, ours):
            return None
        left = {row.id for row in after.terms if row.verdict != "kept"} | {ask.id for ask in after.asks}
        asked = {ask.ask for ask in after.asks}
        left |= {ask.id for ask in self.before.asks if ask.id in ours and ask.ask in asked}
        return {finding for finding in more if finding not in left}

    def _harmed(self, after: Review, ours: set[str]) -> bool:
        stood = {row.id: row.verdict for row in self.before.terms}
        others = [row for row in after.terms if row.id not in ours and row.verdict not in ("kept", stood[row.id])]
        worse = any(stood[row.id] == "kept" or row.verdict == "missing" for row in others)
        lost = any(row.verdict != "kept" for row in after.terms if row.id in self.taken)
        known = {ask.ask for ask in self.before.asks} | {fault.id for fault in self.before.faults}
        return worse or lost or not known >= {ask.ask for ask in after.asks} | {fault.id for fault in after.faults}

    def _edits(self, more: dict[str, Proposal]) -> list[Edit]:
        return list(dict.fromkeys(edit for p in (*self.taken.values(), *more.values()) for edit in p))


def _apart(proposals: dict[str, Proposal], taken: Sequence[Edit]) -> dict[str, Proposal]:
    """Those that touch neither each other's words nor what is taken, in the order given."""
    out: dict[str, Proposal] = {}
    for finding, proposal in proposals.items():
        if not _collides(proposal, [*taken, *(edit for p in out.values() for edit in p)]):
            out[finding] = proposal
    return out


def _collides(proposal: Proposal, others: Sequence[Edit]) -> bool:
    return any(
        edit != other and edit.start < other.end and other.start < edit.end
        for edit in proposal
        for other in others
        if "add paragraph" not in (edit.how, other.how)
    )
