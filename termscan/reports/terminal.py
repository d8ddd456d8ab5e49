"""A review for the terminal: the answer, the scorecard, the findings worst first, asks, faults, what was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ..model import Ask, DraftFault, Evidence, Review, TermRow
from . import Page, changes, rounds_screen
from . import wording as say
from .screen import MARKS, SEVERITY_STYLES, VERDICT_STYLES, drawn, heading, table

LONGEST_CELL = 110  # characters of an agreed sentence in the scorecard; whole in its finding
LONGEST_QUOTE = 420

Line = tuple[str, Text]


def write(review: Review, page: Page) -> str:
    """The report on one page; only the first line with `page.brief`."""
    return drawn([_answer(review)] if page.brief else _parts(review, page), page)


def _parts(review: Review, page: Page) -> Iterator[RenderableType]:
    yield _answer(review)
    yield _about(review)
    yield heading("Scorecard")
    yield _scorecard(review, page.width)
    yield from _part("Findings, worst first", map(_term, say.reported(review)))
    yield from _kept_with_note(review)
    yield from _part("Asks: nobody agreed these, and they bind you", map(_ask, say.worst_first(review.asks)))
    yield from _part("Drafting faults", map(_fault, say.worst_first(review.faults)))
    yield from _part("Waived", ([_message(said)] for said in say.waivers_said(review)))
    if review.changes:
        yield heading(f"Since the last round: {changes.head(review.changes)}")
        yield from rounds_screen.listed(review.changes)
    if review.checklist is not None:
        yield from rounds_screen.checked(review.checklist)
    yield _coverage(review)


# ---- head ------------------------------------------------------------------------------------------------------------


def _answer(review: Review) -> Text:
    verdict, rest = say.answer(review).split(":", 1)
    return Text.assemble((f"{verdict}:", VERDICT_STYLES[review.verdict]), (rest, "bold"))


def _about(review: Review) -> Text:
    draft = review.draft
    form = say.FORMATS.get(draft.format, draft.format)
    agreed_on = f", agreed on {review.agreed_on}" if review.agreed_on else ""
    lines = [
        f"Severity: {say.weights(review) or 'nothing found'}; not ready from {review.fail_on} up.",
        say.stopped(f"Deal: {say.clean(review.deal)}{agreed_on}; {say.parties_said(review)}"),
        f"Draft: {say.clean(draft.path)} ({form}), against {say.clean(review.sheet_path)}.",
    ]
    return Text("\n".join(lines), style="dim")


def _scorecard(review: Review, width: int) -> Table:
    rows = table(
        ("", {"width": 1}),
        ("Term", {"no_wrap": True}),
        ("Agreed", {"ratio": 6}),
        ("Draft", {"ratio": 6}),
        ("Verdict", {"no_wrap": True}),
    )
    rows.expand = True
    for row in review.terms:
        style = VERDICT_STYLES[row.verdict]
        rows.add_row(
            Text(MARKS[row.verdict], style=style),
            _name(row.term, width // 4 + 1),
            _cell(row.agreed),
            _cell(row.found or "–"),
            Text(row.verdict, style=style) + _severity(row),
        )
    return rows


def _severity(row: TermRow) -> Text:
    if row.severity is None:
        return Text("")
    return Text.assemble(" ", (row.severity, SEVERITY_STYLES[row.severity]))


def _cell(value: str) -> Text:
    return Text(say.clip(say.clean(value), LONGEST_CELL))


def _name(term: str, room: int) -> Text:
    """A term's name; where it is too long for its column, topic and kind on a line each, never cut inside a word."""
    name = say.clean(term)
    return Text(name if len(name) <= room else name.replace(".", ".\n  ", 1).replace("[", "\n  [", 1))


# ---- findings --------------------------------------------------------------------------------------------------------


def _part(title: str, findings: Iterable[Iterable[RenderableType]]) -> Iterator[RenderableType]:
    for number, finding in enumerate(findings):
        if number == 0:
            yield heading(title)
        yield from finding


def _term(row: TermRow) -> Iterator[RenderableType]:
    yield _title(row, row.term, say.verdict_said(row))
    yield _message(row.message)
    yield _lines(
        [
            ("Agreed", Text(say.clean(row.agreed))),
            (
                "Draft",
                Text(say.clean(row.found or "says nothing on this" if row.verdict == "missing" else row.found or "–")),
            ),
            *_quotes(row.evidence),
            *_said("Why", row.why),
            *_said("Ask them", row.question),
            *_said("Put back", row.restore),
            *_said("Our note", row.note),
        ]
    )


def _ask(ask: Ask) -> Iterator[RenderableType]:
    yield _title(ask, ask.ask, f"new, {ask.direction}")
    yield _message(ask.message)
    yield _lines([*_quotes(ask.evidence), *_said("Why", ask.why), *_said("Ask them", ask.question)])


def _fault(fault: DraftFault) -> Iterator[RenderableType]:
    yield _title(fault, fault.fault, "drafting fault")
    yield _message(fault.message)
    yield _lines([("Draft says" if label else "", words) for label, words in _quotes(fault.evidence)])


def _title(finding: say.Weighed, name: str, verdict: str) -> RenderableType:
    """Severity, name and verdict, and the id by which a waiver names the finding."""
    severity = finding.severity or "note"
    title = Text.assemble(
        (f" {severity.upper()} ", SEVERITY_STYLES[severity]),
        f" {say.clean(name)}: {verdict} ",
        (f"{finding.id} ", "dim"),
    )
    return Padding(Rule(title, align="left", characters="─", style="dim"), (1, 0, 0, 0))


def _message(message: str) -> Text:
    return Text(say.clean(message), style="bold")


def _said(label: str, words: str | None) -> list[Line]:
    return [(label, Text(say.clean(words)))] if words else []


def _quotes(evidence: Iterable[Evidence]) -> Iterator[Line]:
    """The draft's own words, each with where it stands."""
    for shown in evidence:
        yield say.LABELS[shown.role], Text(f"“{say.clip(say.clean(shown.quote), LONGEST_QUOTE)}”", style="italic")
        where = "; ".join(part for part in (say.place(shown), say.tracked_said(shown.tracked)) if part)
        yield "", Text(where, style="dim")


def _lines(lines: list[Line]) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True, width=10)
    grid.add_column(overflow="fold")
    for label, words in lines:
        grid.add_row(label, words)
    return Padding(grid, (0, 0, 0, 2))


def _kept_with_note(review: Review) -> Iterator[RenderableType]:
    rows = say.kept_with_note(review)
    if rows:
        yield heading("Kept, with a note")
        for row in rows:
            yield Padding(Text(f"{row.term}: {say.clean(row.message)}"), (0, 0, 0, 2))
            yield _lines(list(_quotes(row.evidence[:1])))


# ---- foot ------------------------------------------------------------------------------------------------------------


def _coverage(review: Review) -> Text:
    return Text("\n".join(["", *say.coverage_said(review.draft)]), style="dim")
