"""The review and the clauses as JSON, to the letter of the formats."""

from __future__ import annotations

import json
from typing import Any

from ..model import Clauses, Document, Evidence, PartyName, Review, Side


def review_object(review: Review) -> dict[str, Any]:
    """A review as the object `termscan.review/1`."""
    d = review.draft
    return {
        "schema": "termscan.review/1",
        "draft": {"path": d.path, "sha256": d.sha256, "format": d.format, "pages": _pages(d), "words": d.words, "title": d.title},
        "term_sheet": {"path": review.sheet_path, "deal": review.deal, "our_side": review.our_side},
        "parties": _parties(review.parties),
        "verdict": review.verdict,
        "terms": [
            {
                "id": r.id, "term": r.term, "agreed": r.agreed, "priority": r.priority, "verdict": r.verdict, "found": r.found,
                "direction": r.direction, "severity": r.severity, "message": r.message, "why": r.why, "question": r.question,
                "evidence": [_evidence(e) for e in r.evidence],
            }
            for r in review.terms
        ],
        "asks": [
            {
                "id": a.id, "ask": a.ask, "direction": a.direction, "severity": a.severity, "message": a.message, "why": a.why,
                "question": a.question, "evidence": [_evidence(e) for e in a.evidence],
            }
            for a in review.asks
        ],
        "faults": [
            {"id": f.id, "fault": f.fault, "severity": f.severity, "message": f.message, "evidence": [_evidence(e) for e in f.evidence]}
            for f in review.faults
        ],
        "coverage": {
            "read": {"words": d.words, **dict(d.read)},
            "skipped": [{"what": s.what, "where": s.where, "why": s.why} for s in d.skipped],
        },
    }  # fmt: skip


def clauses_object(clauses: Clauses) -> dict[str, Any]:
    """What was understood of a draft as the object `termscan.clauses/1`."""
    d = clauses.draft
    shown = [{"kind": c.kind, "value": c.value, "evidence": [_evidence(e) for e in c.evidence]} for c in clauses.clauses]
    return {
        "schema": "termscan.clauses/1",
        "draft": {"path": d.path, "sha256": d.sha256, "pages": _pages(d), "title": d.title},
        "parties": _parties(clauses.parties),
        "clauses": shown,
    }


def error_object(path: str, problem: str, hint: str | None) -> dict[str, Any]:
    """A draft that could not be read as the object `termscan.error/1`."""
    return {"schema": "termscan.error/1", "draft": {"path": path}, "error": problem, "hint": hint}


def render(review: Review) -> str:
    """The review as an indented JSON text."""
    return json.dumps(review_object(review), indent=2, ensure_ascii=False) + "\n"


def _pages(document: Document) -> int | None:
    return len(document.pages) if document.pages else None


def _parties(parties: tuple[tuple[Side, PartyName], ...]) -> dict[str, Any]:
    return {side: {"name": p.name, "called": list(p.called)} for side, p in parties}


def _evidence(e: Evidence) -> dict[str, Any]:
    tracked = {"change": e.tracked.change, "author": e.tracked.author, "date": e.tracked.date} if e.tracked else None
    return {
        "role": e.role, "section": e.section, "heading": e.heading, "page": e.page, "quote": e.quote, "start": e.start,
        "end": e.end, "tracked": tracked,
    }  # fmt: skip
