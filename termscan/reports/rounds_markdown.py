"""Two drafts as Markdown: the changes of substance with their words on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Change, Check, Comparison
from . import Page
from . import changes as tell
from .markdown import words

LONGEST_QUOTE = 420


def write_comparison(comparison: Comparison, page: Page) -> str:
    """The whole comparison; with `page.brief` the count alone."""
    lines = [f"**{tell.head(comparison.changes)}**"]
    if not page.brief:
        lines = [f"# {words(comparison.previous.path)} and {words(comparison.draft.path)}", "", *lines, ""]
        lines += listed(comparison.changes)
    return "".join(f"{line}\n" for line in lines)


def listed(changes: Sequence[Change]) -> Iterator[str]:
    """The changes of substance, one below the other."""
    for change in tell.substantive(changes):
        yield from (f"### {words(tell.title(change))}", "", words(change.message), "")
        for label, shown in tell.sides(change):
            yield f"- {label}: “{words(tell.quote(shown, LONGEST_QUOTE))}”"
        yield ""


def checked(checks: Sequence[Check]) -> Iterator[str]:
    """The checklist before signing."""
    yield from ("## Before signing", "")
    yield from (f"- [{'x' if c.passed else ' '}] {words(c.check)}: {words(c.says)}" for c in checks)
    yield ""
