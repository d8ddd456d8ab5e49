"""Two drafts, and the rounds of a deal, as JSON objects."""

from __future__ import annotations

import json

from ..model import Comparison, Document, History, TermPath
from . import Page
from .json import Object, ask_object, change_object


def write_comparison(comparison: Comparison, page: Page) -> str:
    """`termscan.comparison/1`."""
    told = {
        "schema": "termscan.comparison/1",
        "draft": _draft(comparison.draft),
        "previous": _draft(comparison.previous),
        "changes": [change_object(c) for c in comparison.changes],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def write_history(history: History, page: Page) -> str:
    """`termscan.history/1`."""
    told = {
        "schema": "termscan.history/1",
        "term_sheet": {"path": history.sheet_path, "deal": history.deal},
        "rounds": [{"draft": {"path": stage.path}, "nibbles": stage.nibbles} for stage in history.rounds],
        "terms": [_path(term) for term in history.terms],
        "asks": [{**ask_object(ask), "came": came, "went": went} for ask, came, went in history.asks],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _draft(document: Document) -> Object:
    return {"path": document.path, "sha256": document.sha256, "format": document.format, "words": document.words}


def _path(term: TermPath) -> Object:
    rounds = [
        {"verdict": r.verdict, "found": r.found, "direction": r.direction, "trend": r.trend, "message": r.message}
        for r in term.rows
    ]
    return {"term": term.term, "agreed": term.agreed, "path": term.path, "rounds": rounds}
