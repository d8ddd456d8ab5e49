"""What the reports for a terminal share: the canvas they are drawn on, colours, small tables."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from . import Page

SEVERITY_STYLES = {"blocker": "bold white on red", "high": "bold red", "medium": "yellow", "low": "cyan", "note": "dim"}
VERDICT_STYLES = {
    "kept": "green",
    "changed": "bold red",
    "weakened": "bold red",
    "unclear": "yellow",
    "missing": "yellow",
    "ready": "bold green",
    "not ready": "bold red",
    "unread": "bold magenta",
}
MARKS = {"kept": "✓", "changed": "✗", "weakened": "✗", "unclear": "?", "missing": "–"}


def drawn(parts: Iterable[RenderableType], page: Page) -> str:
    """Text, with escape codes where the page takes them, and no blanks at the ends of lines."""
    canvas = StringIO()
    console = Console(
        file=canvas,
        width=page.width,
        force_terminal=page.styled,
        no_color=not page.colour,
        color_system="standard" if page.styled else None,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in canvas.getvalue().splitlines())


def table(*columns: tuple[str, dict[str, object]]) -> Table:
    """A table without walls: a heading, a line, rows."""
    drawn_table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold", show_edge=False)
    for name, options in columns:
        drawn_table.add_column(name, overflow="fold", **options)  # type: ignore[arg-type]
    return drawn_table


def heading(words: str) -> Text:
    """The heading of a part, with an empty line above."""
    return Text(f"\n{words}", style="bold")
