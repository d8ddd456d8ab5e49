"""The review, the clauses and the error as JSON objects: every key is always there, what does not apply is null."""

from __future__ import annotations

import json
from typing import Any

from ..errors import TermscanError, TermSheetError
from ..model import (
    Ask,
    Change,
    Check,
    Clause,
    Clauses,
    Document,
    DraftFault,
    Evidence,
    PartyName,
    Review,
    Side,
    TermRow,
    Tracked,
)
from ..outcome import Outcome, Unread
from . import Page

Object = dict[str, Any]


def write(review: Review, page: Page) -> str:
    """One object, indented for the eye."""
    return json.dumps(review_object(review), ensure_ascii=False, indent=2) + "\n"


def outcome_object(outcome: Outcome) -> Object:
    """The object for whatever became of a draft."""
    if isinstance(outcome, Unread):
        return error_object(outcome)
    return review_object(outcome) if isinstance(outcome, Review) else clauses_object(outcome)


def review_object(review: Review) -> Object:
    """`termscan.review/1`."""
    draft = review.draft
    told: Object = {
        "schema": "termscan.review/1",
        "draft": {
            "path": draft.path,
            "sha256": draft.sha256,
            "format": draft.format,
            "pages": _page_count(draft.pages),
            "words": draft.words,
            "title": draft.title,
        },
        "term_sheet": {"path": review.sheet_path, "deal": review.deal, "our_side": review.our_side},
        "parties": _parties(review.parties),
        "verdict": review.verdict,
        "terms": [_term(row) for row in review.terms],
        "asks": [ask_object(ask) for ask in review.asks],
        "faults": [_fault(fault) for fault in review.faults],
        "coverage": coverage_object(draft),
    }
    if review.previous is not None:  # only where an earlier round was given
        told["changes"] = [change_object(change) for change in review.changes]
    if review.checklist is not None:  # only for the last look before signing
        told["checklist"] = [_check(check) for check in review.checklist]
    if review.waivers:  # only where the sheet has any
        told["waivers"] = [
            {"finding": w.finding, "reason": w.reason, "by": w.by, "until": w.until, "state": w.state}
            for w in review.waivers
        ]
    return told


def coverage_object(draft: Document) -> Object:
    """What of a draft was read, and what was not and why."""
    return {
        "read": dict(draft.counted),
        "skipped": [{"what": part.what, "where": part.where, "why": part.why} for part in draft.skipped],
    }


def change_object(change: Change) -> Object:
    """One entry of `changes`."""
    return {
        "change": change.change,
        "substantive": change.substantive,
        "terms": list(change.terms),
        "tracked": change.tracked,
        "message": change.message,
        "evidence": [_stretch(shown) for shown in change.evidence],
        "previous": [_stretch(shown) for shown in change.previous],
    }


def clauses_object(clauses: Clauses) -> Object:
    """`termscan.clauses/1`."""
    draft = clauses.draft
    return {
        "schema": "termscan.clauses/1",
        "draft": {
            "path": draft.path,
            "sha256": draft.sha256,
            "pages": _page_count(draft.pages),
            "title": draft.title,
        },
        "parties": _parties(clauses.parties),
        "clauses": [_clause(clause) for clause in clauses.clauses],
    }


def error_object(unread: Unread) -> Object:
    """`termscan.error/1`; an error in another file than the draft says in which."""
    return {
        "schema": "termscan.error/1",
        "draft": {"path": unread.path},
        "error": said_of(unread),
        "hint": unread.error.hint,
    }


def said_of(unread: Unread) -> str:
    """What is wrong, on one line, without the hint and without the path of the draft itself."""
    error = unread.error
    path = None if error.path == unread.path else error.path
    said = str(TermscanError(error.problem, path=path, line=error.line, column=error.column))
    more = len(error.faults) - 1 if isinstance(error, TermSheetError) else 0
    return f"{said} (and {more} more)" if more else said


def _term(row: TermRow) -> Object:
    told: Object = {
        "id": row.id,
        "term": row.term,
        "agreed": row.agreed,
        "priority": row.priority,
        "verdict": row.verdict,
        "found": row.found,
        "direction": row.direction,
        "severity": row.severity,
        "message": row.message,
        "why": row.why,
        "question": row.question,
        "evidence": [_evidence(shown) for shown in row.evidence],
    }
    if row.was is not None:  # only where an earlier round was given
        told |= {"was": {"verdict": row.was.verdict, "found": row.was.found}, "trend": row.trend}
    return told


def ask_object(ask: Ask) -> Object:
    """One entry of `asks`."""
    return {
        "id": ask.id,
        "ask": ask.ask,
        "direction": ask.direction,
        "severity": ask.severity,
        "message": ask.message,
        "why": ask.why,
        "question": ask.question,
        "evidence": [_evidence(shown) for shown in ask.evidence],
    }


def _fault(fault: DraftFault) -> Object:
    return {
        "id": fault.id,
        "fault": fault.fault,
        "severity": fault.severity,
        "message": fault.message,
        "evidence": [_evidence(shown) for shown in fault.evidence],
    }


def _evidence(shown: Evidence) -> Object:
    return {"role": shown.role, **_place(shown), "tracked": _tracked(shown.tracked)}


def _clause(clause: Clause) -> Object:
    return {"kind": clause.kind, "value": clause.value, "evidence": [_place(shown) for shown in clause.evidence]}


def _place(shown: Evidence) -> Object:
    told: Object = {
        "section": shown.section,
        "heading": shown.heading,
        "page": shown.page,
        "quote": shown.quote,
        "start": shown.start,
        "end": shown.end,
    }
    if shown.confidence is not None:  # only of words that were read from a picture
        told["confidence"] = round(shown.confidence, 2)
    return told


def _check(check: Check) -> Object:
    return {
        "check": check.check,
        "passed": check.passed,
        "says": check.says,
        "evidence": [_stretch(shown) for shown in check.evidence],
    }


def _stretch(shown: Evidence) -> Object:
    place = _place(shown)
    del place["heading"]
    return place


def _tracked(tracked: Tracked | None) -> Object | None:
    if tracked is None:
        return None
    return {"change": tracked.change, "author": tracked.author, "date": tracked.date}


def _parties(parties: tuple[tuple[Side, PartyName], ...]) -> Object:
    return {side: {"name": party.name or None, "called": list(party.called)} for side, party in parties}


def _page_count(pages: tuple[int, ...] | None) -> int | None:
    return None if pages is None else len(pages)
