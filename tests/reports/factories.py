"""Reviews and their parts with good defaults, so that a test names only what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from termscan.model import Ask, Clause, Clauses, Document, DraftFault, Evidence, PartyName, Review, TermRow, Tracked

TEXT = """Services Agreement

This Agreement is between Acme Retail Ltd (the "Client") and Studio North LLC (the "Agency").

4.2 Invoices. Client shall pay each invoice within sixty (60) days of receipt.
7.1 Cap. Each party's liability is limited to the fees paid under this Agreement.
9.4 Exclusivity. During the Term the Agency shall not work for any competitor of the Client.
11. Governing law. This Agreement is governed by the laws of Delaware.
"""
PARTIES = (
    ("customer", PartyName("Acme Retail Ltd", ("Client",))),
    ("provider", PartyName("Studio North LLC", ("Agency",))),
)


def a_draft(text: str = TEXT, **parts: Any) -> Document:
    """A draft of a services agreement, as plain text."""
    given = {"path": "draft-v2.docx", "sha256": "0" * 64, "format": "docx", "title": "Services Agreement"}
    return Document(text=text, **{**given, "read": (("tables", 2), ("footnotes", 1)), **parts})


def words_of(quote: str, draft: Document | None = None, **parts: Any) -> Evidence:
    """Evidence for words that stand in the draft."""
    start = (draft or a_draft()).text.index(quote)
    given = {"role": "states", "section": "4.2", "heading": "Invoices", "page": None}
    return Evidence(quote=quote, start=start, end=start + len(quote), **{**given, **parts})


def a_tracked_change(quote: str = "sixty (60) days", author: str = "J. Roe") -> Tracked:
    """A tracked insertion of words of the draft."""
    start = TEXT.index(quote)
    return Tracked(start, start + len(quote), "inserted", author, "2026-09-20T10:00:00Z")


def a_row(term: str = "payment.due", **parts: Any) -> TermRow:
    """A term that was changed against us."""
    given: dict[str, Any] = {
        "id": "T-3f9a2c",
        "agreed": "30 days",
        "priority": "important",
        "verdict": "changed",
        "found": "60 days",
        "direction": "against us",
        "severity": "high",
        "message": "Payment is due in 60 days, not 30 days.",
        "why": "You finance the work for longer.",
        "question": "We had understood 30 days; was the change to 60 days intended?",
        "evidence": (words_of("within sixty (60) days of receipt"),),
        "restore": "Client shall pay each invoice within 30 days after receipt of the invoice.",
    }
    return TermRow(term=term, **{**given, **parts})


def a_kept_row(term: str = "general.governing_law", **parts: Any) -> TermRow:
    """A term that the draft keeps in the words agreed."""
    given: dict[str, Any] = {
        "agreed": "Delaware",
        "found": "Delaware",
        "verdict": "kept",
        "direction": None,
        "severity": None,
        "message": "The draft says Delaware, as agreed.",
        "why": None,
        "question": None,
        "restore": None,
        "evidence": (words_of("governed by the laws of Delaware", section="11", heading="Governing law"),),
    }
    return a_row(term, **{"id": "T-77ab01", **given, **parts})


def a_missing_row(term: str = "deliverables.acceptance_period", **parts: Any) -> TermRow:
    """A term on which the draft is silent."""
    given: dict[str, Any] = {
        "agreed": "10 business days",
        "found": None,
        "verdict": "missing",
        "direction": "against us",
        "message": "The draft does not say how long acceptance may take.",
        "evidence": (),
    }
    return a_row(term, **{"id": "T-0c0c0c", **given, **parts})


def an_ask(ask: str = "deliverables.exclusivity", **parts: Any) -> Ask:
    """A point that nobody agreed and that binds us."""
    quote = "the Agency shall not work for any competitor of the Client"
    given: dict[str, Any] = {
        "id": "A-90c1d7",
        "direction": "against us",
        "severity": "high",
        "message": "New: the provider may not work for competitors.",
        "why": "You give up other work.",
        "question": "This was not part of what we agreed; may we take it out?",
        "evidence": (words_of(quote, section="9.4", heading="Exclusivity"),),
    }
    return Ask(ask=ask, **{**given, **parts})


def a_fault(fault: str = "number-mismatch", **parts: Any) -> DraftFault:
    """A drafting fault."""
    given: dict[str, Any] = {
        "id": "F-11e0b2",
        "severity": "medium",
        "message": '"thirty (45) days" says both 30 and 45.',
        "evidence": (words_of("sixty (60) days"),),
    }
    return DraftFault(fault=fault, **{**given, **parts})


def a_review(*terms: TermRow, **parts: Any) -> Review:
    """A review for the provider; without terms, one that is kept and one that is changed, so not ready."""
    rows = terms or (a_row(), a_kept_row())
    bad = any(one.severity in ("blocker", "high") for one in (*rows, *parts.get("asks", ()), *parts.get("faults", ())))
    given: dict[str, Any] = {
        "draft": a_draft(),
        "sheet_path": "terms.yaml",
        "deal": "Acme web shop rebuild",
        "our_side": "provider",
        "parties": PARTIES,
        "verdict": "not ready" if bad else "ready",
        "agreed_on": "2026-09-14",
    }
    return Review(terms=rows, **{**given, **parts})


def a_full_review(**parts: Any) -> Review:
    """A review with every kind of finding."""
    given: dict[str, Any] = {"asks": (an_ask(),), "faults": (a_fault(),)}
    return a_review(a_row(), a_missing_row(), a_kept_row(), **{**given, **parts})


def a_ready_review(**parts: Any) -> Review:
    """A review in which the only term is kept."""
    return a_review(a_kept_row(), **parts)


def a_clause(kind: str = "payment.due", value: str | None = "60 days", **parts: Any) -> Clause:
    """A clause that the draft states."""
    return Clause(kind, value, **{"evidence": (words_of("within sixty (60) days of receipt"),), **parts})


def clauses_of(*clauses: Clause, **parts: Any) -> Clauses:
    """What was understood of a draft; without clauses, when payment is due and which law governs."""
    law = words_of("the laws of Delaware", section="11", heading="Governing law")
    default = (a_clause(), a_clause("general.governing_law", "Delaware", evidence=(law,)))
    return Clauses(**{"draft": a_draft(), "parties": PARTIES, "clauses": clauses or default, **parts})


def at(path: str, outcome: Any) -> Any:
    """The same outcome for a draft of another path."""
    return replace(outcome, draft=replace(outcome.draft, path=path))
