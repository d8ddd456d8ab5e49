"""Two drafts, the rounds of a deal and the checklist before signing, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ..model import Change, Check, Comparison, History
from . import Page
from . import changes as tell
from . import wording as say
from .screen import VERDICT_STYLES, drawn, heading, table

LONGEST_QUOTE = 420


def write_comparison(comparison: Comparison, page: Page) -> str:
    """The changes of substance with their words on both sides; wording is counted. With `page.brief` the count alone."""
    parts: list[RenderableType] = [Text(tell.head(comparison.changes), style="bold")]
    if not page.brief:
        about = f"{say.clean(comparison.previous.path)}, then {say.clean(comparison.draft.path)}."
        parts += [Text(about, style="dim"), *listed(comparison.changes)]
    return drawn(parts, page)


def write_history(history: History, page: Page) -> str:
    """A table of the terms' paths, then the asks, then the nibbles of each round; the nibbles alone with `page.brief`."""
    counted = ", ".join(f"round {n}: {stage.nibbles}" for n, stage in enumerate(history.rounds, 1))
    parts: list[RenderableType] = [Text(f"Nibbles: {counted}.", style="bold")]
    if not page.brief:
        parts += [
            Text(f"Deal: {say.clean(history.deal)}.", style="dim"),
            heading("Terms"),
            _paths(history),
            *_asks(history),
        ]
    return drawn(parts, page)


def listed(changes: Sequence[Change]) -> Iterator[RenderableType]:
    """The changes of substance, each with its words before and now."""
    for change in tell.substantive(changes):
        yield Padding(Text(tell.title(change), style="bold"), (1, 0, 0, 0))
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(style="dim", no_wrap=True, width=8)
        grid.add_column(overflow="fold")
        for label, shown in tell.sides(change):
            grid.add_row(label, Text(f"“{tell.quote(shown, LONGEST_QUOTE)}”", style="italic"))
        yield Padding(grid, (0, 0, 0, 2))


def checked(checks: Sequence[Check]) -> Iterator[RenderableType]:
    """The checklist before signing, each line passed or not."""
    yield heading("Before signing")
    for c in checks:
        mark, style = ("✓", "green") if c.passed else ("✗", "bold red")
        yield Text.assemble((f"{mark} ", style), f"{c.check}: ", (say.clean(c.says), "dim" if c.passed else ""))


def _paths(history: History) -> Table:
    rows = table(
        ("Term", {"no_wrap": True}), ("Agreed", {"ratio": 4}), ("Path", {"ratio": 6}), ("Now", {"no_wrap": True})
    )
    rows.expand = True
    for term in history.terms:
        last = term.rows[-1].verdict
        rows.add_row(
            say.clean(term.term), say.clip(say.clean(term.agreed), 80), term.path, Text(last, VERDICT_STYLES[last])
        )
    return rows


def _asks(history: History) -> Iterator[RenderableType]:
    if history.asks:
        yield heading("Asks")
    for ask, came, went in history.asks:
        span = f"came in round {came}" + (f", went in round {went}" if went else "")
        yield Text(f"{ask.ask}: {span}. {say.clean(ask.message)}")
