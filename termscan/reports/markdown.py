"""The review as Markdown, for a mail or a ticket: the answer, the scorecard, the findings worst first, what was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model import Ask, DraftFault, Evidence, Review, TermRow
from . import Page
from . import wording as say

LONGEST_QUOTE = 420


def write(review: Review, page: Page) -> str:
    """The whole review as Markdown; with `page.brief` the answer alone."""
    parts = [f"**{say.answer(review)}**"] if page.brief else _parts(review)
    return "".join(f"{line}\n" for line in parts)


def _parts(review: Review) -> Iterator[str]:
    yield from _head(review)
    yield from _scorecard(review)
    yield from _part("Findings, worst first", map(_term, say.reported(review)))
    yield from _kept_with_note(review)
    yield from _part("Asks: nobody agreed these, and they bind you", map(_ask, say.worst_first(review.asks)))
    yield from _part("Drafting faults", map(_fault, say.worst_first(review.faults)))
    yield from _part("Waived", (iter([f"- {words(said)}"]) for said in say.waivers_said(review)))
    yield from _round(review)
    yield f"Read: {say.read_said(review.draft)}."
    yield from (f"- Not read: {words(part)}" for part in say.skipped_said(review.draft))


def _round(review: Review) -> Iterator[str]:
    """What changed since the last round, and the checklist before signing, where they were asked for."""
    from . import changes, rounds_markdown

    if review.changes:
        yield from (f"## Since the last round: {changes.head(review.changes)}", "")
        yield from rounds_markdown.listed(review.changes)
    if review.checklist is not None:
        yield from rounds_markdown.checked(review.checklist)


def _head(review: Review) -> Iterator[str]:
    agreed_on = f", agreed on {review.agreed_on}" if review.agreed_on else ""
    yield from (f"# {words(review.deal)}", "", f"**{say.answer(review)}**", "")
    yield from (f"Severity: {say.weights(review) or 'nothing found'}; not ready from {review.fail_on} up.", "")
    yield from (say.stopped(f"{words(say.parties_said(review))}{agreed_on}"), "")
    yield from (f"Draft {words(review.draft.path)}, against {words(review.sheet_path)}.", "")


def _scorecard(review: Review) -> Iterator[str]:
    yield from ("## Scorecard", "", "| term | agreed | draft | verdict | severity |", "|---|---|---|---|---|")
    for row in review.terms:
        cells = (row.term, row.agreed, row.found or "–", row.verdict, row.severity or "")
        yield f"| {' | '.join(map(words, cells))} |"
    yield ""


def _part(title: str, findings: Iterable[Iterator[str]]) -> Iterator[str]:
    for number, finding in enumerate(findings):
        if number == 0:
            yield from (f"## {title}", "")
        yield from (*finding, "")


def _term(row: TermRow) -> Iterator[str]:
    yield from (
        f"### {words(row.term)}: {say.verdict_said(row)} ({row.severity or 'note'}, {row.id})",
        "",
        words(row.message),
        "",
    )
    yield f"- Agreed: {words(row.agreed)}"
    yield from _quotes(row.evidence)
    yield from _said(("Why", row.why), ("Ask them", row.question), ("Put back", row.restore), ("Our note", row.note))


def _ask(ask: Ask) -> Iterator[str]:
    yield from (f"### {words(ask.ask)}: new, {ask.direction} ({ask.severity}, {ask.id})", "", words(ask.message), "")
    yield from _quotes(ask.evidence)
    yield from _said(("Why", ask.why), ("Ask them", ask.question))


def _fault(fault: DraftFault) -> Iterator[str]:
    yield from (f"### {words(fault.fault)} ({fault.severity}, {fault.id})", "", words(fault.message), "")
    yield from _quotes(fault.evidence)


def _kept_with_note(review: Review) -> Iterator[str]:
    rows = say.kept_with_note(review)
    if rows:
        yield from ("## Kept, with a note", "")
        for row in rows:
            yield f"- {words(row.term)}: {words(row.message)}"
            yield from (f"  {line}" for line in _quotes(row.evidence[:1]))
        yield ""


def _quotes(evidence: Iterable[Evidence]) -> Iterator[str]:
    for shown in evidence:
        where = "; ".join(part for part in (say.place(shown), say.tracked_said(shown.tracked)) if part)
        label = say.LABELS[shown.role]
        yield f"- {label}: “{words(say.clip(say.clean(shown.quote), LONGEST_QUOTE))}” ({words(where)})"


def _said(*lines: tuple[str, str | None]) -> Iterator[str]:
    yield from (f"- {label}: {words(said)}" for label, said in lines if said)


def words(text: str) -> str:
    """Text on one line that Markdown shows as it is: no mark-up, link or table cell of the draft's making."""
    return re.sub(r"[\\`*<>|]|(?<!\w)_|_(?!\w)|(?<=\])\(", r"\\\g<0>", say.clean(text))
