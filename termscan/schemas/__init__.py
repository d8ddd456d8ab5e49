"""The JSON Schemas (draft 2020-12) of what termscan reads and writes, one file each."""

from __future__ import annotations

from importlib.resources import files

NAMES = ("review", "clauses", "terms", "error", "comparison", "history")


def text(name: str) -> str:
    """The schema of one of NAMES, as JSON."""
    return files(__name__).joinpath(f"{name}.json").read_text(encoding="utf-8")
