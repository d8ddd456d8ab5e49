"""Where in the plain text an offset stands, for programs that count lines."""

from __future__ import annotations


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """One-based line and column of an offset in code points."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
