"""The web shop deal: a whole draft as a firm would write it, and what the other side did to it in its turn."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import termscan
from termscan.model import Review

SAMPLE = Path(__file__).parent.parent / "sample_contracts" / "webshop"

# term -> (verdict, where it is said, what the draft says now; None: not one typed value)
REOPENED = {
    "payment.milestones": ("weakened", "1.1", "Signature: 20%, Design: 25%, Staging: 25%, Launch: 30%"),
    "payment.due": ("changed", "6.2", "60 days"),
    "deliverables.deemed_acceptance": ("weakened", "1.1", "yes"),
    "deliverables.warranty": ("changed", "10.1", "90 days"),
    "deliverables.service_level": ("unclear", "Schedule 3, 4", None),
    "liability.cap": ("weakened", "Schedule 3, 6", "100% of fees"),
    "liability.ip_indemnity_by": ("changed", "16.1", "provider"),
    "term.convenience_notice": ("unclear", "19.1", "30 days or 45 days"),
    "term.cure_period[non-payment]": ("changed", "19.2(a)", "10 business days"),
    "term.kill_fee": ("missing", None, None),
    "other.photographs": ("weakened", "4.1", None),
}
ASKS = {
    "deliverables.exclusivity": "shall not design, build or support",
    "trap.unilateral_change": "amend the Specification",
}
FAULTS = {"number-mismatch": "thirty (45) days", "blank": "[●]"}

# term -> where the faithful draft says it: the terms whose words also stand elsewhere, and those said in several places
SAID_AT = {
    "payment.milestones": "Schedule 1, 1",
    "payment.rate": "Schedule 1, 2",
    "ip.transfer": "11.2",
    "liability.cap": "17.2",
    "term.cure_period[non-payment]": "19.2(a)",
    "term.cure_period[other breach]": "19.2(b)",
    "other.hosting": "4.3",
    "other.photographs": "4.1",
}


@cache
def reviewed(draft: str) -> Review:
    return termscan.review(SAMPLE / draft, terms=SAMPLE / "terms.yaml")


def row(draft: str, term: str):
    return next(t for t in reviewed(draft).terms if t.term == term)


TERMS = [t.term for t in reviewed("faithful.docx").terms]


@pytest.mark.parametrize("term", TERMS)
def test_the_faithful_draft_keeps(term):
    assert row("faithful.docx", term).verdict == "kept"


@pytest.mark.parametrize("term", SAID_AT)
def test_the_faithful_draft_is_shown_where_it_keeps(term):
    assert SAID_AT[term] in [e.section for e in row("faithful.docx", term).evidence]


def test_the_faithful_draft_is_ready_and_asks_nothing():
    review = reviewed("faithful.docx")
    assert ([a.ask for a in review.asks], [f.fault for f in review.faults], review.verdict) == ([], [], "ready")


@pytest.mark.parametrize("term", [t for t in TERMS if t not in REOPENED])
def test_the_nibbled_draft_leaves_alone(term):
    assert row("nibbled.docx", term).verdict == "kept"


@pytest.mark.parametrize("term", REOPENED)
def test_the_nibbled_draft_reopens(term):
    verdict, _, found = REOPENED[term]
    assert (row("nibbled.docx", term).verdict, row("nibbled.docx", term).found) == (verdict, found)


@pytest.mark.parametrize("term", [t for t in REOPENED if REOPENED[t][1]])
def test_the_nibbled_draft_is_shown_where_it_was_reopened(term):
    assert REOPENED[term][1] in [e.section for e in row("nibbled.docx", term).evidence]


def test_the_nibbled_draft_asks_for_two_new_things():
    asked = {a.ask: a.evidence[0].quote for a in reviewed("nibbled.docx").asks}
    assert asked.keys() == ASKS.keys() and all(words in asked[ask] for ask, words in ASKS.items())


def test_the_nibbled_draft_has_two_faults_and_is_not_ready():
    faults = {f.fault: f.evidence[0].quote for f in reviewed("nibbled.docx").faults}
    assert len(reviewed("nibbled.docx").faults) == len(FAULTS) and faults.keys() == FAULTS.keys()
    assert all(words in faults[fault] for fault, words in FAULTS.items())
    assert reviewed("nibbled.docx").verdict == "not ready"


@pytest.mark.parametrize("term", TERMS)
def test_the_same_draft_as_pdf_gets_the_same_verdict(term):
    assert row("nibbled.pdf", term).verdict == (REOPENED[term][0] if term in REOPENED else "kept")
