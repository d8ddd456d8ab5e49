"""The review as Markdown, for a terminal, a mail or a ticket: the answer, the scorecard, the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..model import SEVERITIES, Ask, DraftFault, Evidence, Review, TermRow
from . import Page


def write(review: Review, page: Page) -> str:
    """The whole review as Markdown."""
    return (
        "\n".join(
            [
                *_answer(review),
                *_scorecard(review),
                *_findings(review),
                *_asks(review),
                *_faults(review),
                *_coverage(review),
            ]
        )
        + "\n"
    )


def answer(review: Review) -> str:
    """The answer in one line."""
    count = Counter(r.verdict for r in review.terms)
    said = [f"{count[v]} {v}" for v in ("kept", "changed", "weakened", "unclear", "missing") if count[v]]
    said += [f"{len(review.asks)} new ask{'s' * (len(review.asks) != 1)}"] if review.asks else []
    said += [f"{len(review.faults)} drafting fault{'s' * (len(review.faults) != 1)}"] if review.faults else []
    return (
        f"{'READY TO SIGN' if review.verdict == 'ready' else 'NOT READY'}: {len(review.terms)} terms, {', '.join(said)}"
    )


def worst_first(rows: Sequence[TermRow]) -> list[TermRow]:
    """The rows that need attention, the most severe first, then in the sheet's order."""
    return sorted((r for r in rows if r.severity), key=lambda r: SEVERITIES.index(r.severity or "note"))


def place(e: Evidence) -> str:
    """Where words stand: section, heading, page."""
    parts = [
        f"section {e.section}" if e.section and e.section[0].isdigit() else e.section,
        e.heading,
        f"page {e.page}" if e.page else None,
    ]
    return ", ".join(p for p in parts if p) or "the opening"


def _answer(review: Review) -> list[str]:
    return [
        f"# {review.deal}",
        "",
        f"**{answer(review)}**",
        "",
        f"{review.draft.path}, read for the {review.our_side}.",
        "",
    ]


def _scorecard(review: Review) -> list[str]:
    rows = [f"| {r.term} | {_cell(r.agreed)} | {_cell(r.found or '–')} | {r.verdict} |" for r in review.terms]
    return ["## Scorecard", "", "| term | agreed | found | verdict |", "|---|---|---|---|", *rows, ""]


def _findings(review: Review) -> list[str]:
    out = ["## Findings", ""] if worst_first(review.terms) else []
    for r in worst_first(review.terms):
        out += [
            f"### {r.term}: {r.verdict} ({r.severity}{', ' + r.direction if r.direction else ''})",
            "",
            r.message,
            "",
        ]
        out += [f"- Agreed: {r.agreed}", *_quotes(r.evidence)]
        out += [f"- Why it matters: {r.why}"] if r.why else []
        out += [f"- Ask them: {r.question}"] if r.question else []
        out += [f"- Note: {r.note}"] if r.note else []
        out.append("")
    return out


def _asks(review: Review) -> list[str]:
    out = ["## New asks", ""] if review.asks else []
    for a in sorted(review.asks, key=lambda a: SEVERITIES.index(a.severity)):
        out += [
            f"### {a.ask} ({a.severity}, {a.direction})",
            "",
            a.message,
            "",
            *_quotes(a.evidence),
            *_ask_lines(a),
            "",
        ]
    return out


def _ask_lines(a: Ask) -> list[str]:
    return [f"- Why it matters: {a.why}"] * bool(a.why) + [f"- Ask them: {a.question}"] * bool(a.question)


def _faults(review: Review) -> list[str]:
    def line(f: DraftFault) -> str:
        return f"- {f.severity}: {f.message} ({place(f.evidence[0])})"

    return ["## Drafting faults", "", *map(line, review.faults), ""] if review.faults else []


def _coverage(review: Review) -> list[str]:
    read = ", ".join(f"{n} {what}" for what, n in (("words", review.draft.words), *review.draft.read))
    skipped = [f"- Not read: {s.what}, {s.where} ({s.why})" for s in review.draft.skipped]
    return [f"Read: {read}.", *skipped]


def _quotes(evidence: Sequence[Evidence]) -> list[str]:
    return [f"- {place(e)}: “{_cell(e.quote)}”" for e in evidence]


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "/")
