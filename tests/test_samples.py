"""Two deals as lawyers write them, a consulting engagement and a software subscription, and what the other side did to each."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import termscan
from termscan.model import Review

SAMPLES = Path(__file__).parent.parent / "sample_contracts"
FAITHFUL = {"consulting": "draft-faithful.txt", "software": "faithful.pdf"}
NIBBLED = {"consulting": "draft-nibbled.txt", "software": "nibbled.pdf"}

# deal, term -> the verdicts that will do, and words of the draft by which it is shown (None: the words are gone)
REOPENED = {
    ("consulting", "payment.deposit"): ({"changed"}, "deposit of $5,000"),
    ("consulting", "payment.due"): ({"changed", "weakened"}, "project manager has approved it"),
    ("consulting", "payment.late_interest"): ({"changed"}, "1.5% per year"),
    ("consulting", "payment.expenses"): ({"weakened", "changed"}, "Notwithstanding Section 4.4, travel and lodging"),
    ("consulting", "deliverables.deemed_acceptance"): ({"changed"}, "deemed rejected"),
    ("consulting", "deliverables.revisions"): ({"missing"}, None),
    ("consulting", "ip.background_ip"): ({"weakened"}, "questionnaires, models and methods"),
    ("consulting", "term.initial_term"): ({"unclear"}, "eighteen (18) months"),
    ("consulting", "term.convenience"): ({"changed"}, "The Client may terminate"),
    ("consulting", "term.cure_period"): ({"unclear"}, "[___] days"),
    ("consulting", "term.kill_fee"): ({"weakened"}, "only the Fees for hours that the Client has booked"),
    ("consulting", "general.non_compete"): ({"changed"}, "shall not render services"),
    ("consulting", "other.sales_records"): (
        {"weakened", "changed", "missing"},
        "intends to give the Consultant access",
    ),
    ("software", "payment.due"): ({"changed"}, "Within twenty (20) days"),
    ("software", "payment.price_increase"): ({"unclear", "changed"}, "may increase the fees"),
    ("software", "deliverables.service_level"): ({"changed", "weakened"}, "99.8%"),
    ("software", "liability.cap"): ({"unclear", "weakened"}, "the fees paid for the three (3) months"),
    ("software", "liability.ip_indemnity_by"): ({"weakened"}, "forecasts, reports or other results"),
    ("software", "liability.insurance"): ({"unclear"}, "$[________]"),
    ("software", "term.renewal"): ({"changed"}, "[x] Automatic, for one (1) year"),
    ("software", "term.change_of_control"): ({"changed"}, "control of Customer passes"),
    ("software", "general.confidentiality"): ({"changed", "weakened"}, "from the Effective Date"),
    ("software", "general.data_ownership"): ({"weakened", "changed"}, "but not forecasts"),
    ("software", "general.ai_training"): ({"changed"}, "train, test and improve machine"),
    ("software", "other.downloads"): ({"missing", "weakened"}, None),
}
ASKS = {
    ("consulting", "payment.most_favoured_price"): "no higher than the rates",
    ("consulting", "trap.step_in"): "completed by others",
    ("software", "general.audit"): "inspect Customer",
    ("software", "trap.deemed_consent"): "deemed to have agreed",
}
FAULTS = {
    "consulting": {"blank": "[___] days", "conflicting-values": "twelve (12) months"},
    "software": {"blank": "$[________]", "conflicting-values": "Not more than 5%"},
}

# what stands where in the faithful drafts: terms whose words also stand elsewhere, or in a table or a box
SAID_AT = {
    ("consulting", "payment.rate"): "Associate | $145 per hour",
    ("consulting", "payment.due"): "within thirty (30) days",
    ("consulting", "ip.transfer"): "Ownership of each item",
    ("consulting", "term.kill_fee"): "twenty percent (20%)",
    ("consulting", "other.sales_records"): "Within two weeks after the Effective Date",
    ("software", "term.renewal"): "[x] Only by written agreement",
    ("software", "payment.invoicing"): "[x] Quarterly",
    ("software", "payment.rate"): "$4,200 per month",
    ("software", "general.governing_law"): "Governing law | Oregon",
    ("software", "general.data_return"): "sixty (60) days",
}


@cache
def reviewed(deal: str, draft: str) -> Review:
    return termscan.review(SAMPLES / deal / draft, terms=SAMPLES / deal / "terms.yaml")


def row(deal: str, draft: str, term: str):
    return next(t for t in reviewed(deal, draft).terms if t.term == term)


def quotes(found) -> str:
    return " ".join(" ".join(e.quote for e in found.evidence).split())


TERMS = [(deal, t.term) for deal in FAITHFUL for t in reviewed(deal, FAITHFUL[deal]).terms]


@pytest.mark.parametrize(("deal", "term"), TERMS)
def test_the_faithful_draft_keeps(deal, term):
    assert row(deal, FAITHFUL[deal], term).verdict == "kept"


@pytest.mark.parametrize("deal", FAITHFUL)
def test_the_faithful_draft_is_ready_and_asks_nothing(deal):
    review = reviewed(deal, FAITHFUL[deal])
    loud = [f.fault for f in review.faults if f.severity != "note"]
    assert ([a.ask for a in review.asks], loud, review.verdict) == ([], [], "ready")


@pytest.mark.parametrize(("deal", "term"), SAID_AT)
def test_the_faithful_draft_is_shown_where_it_keeps(deal, term):
    assert SAID_AT[deal, term] in quotes(row(deal, FAITHFUL[deal], term))


@pytest.mark.parametrize(("deal", "term"), [t for t in TERMS if t not in REOPENED])
def test_other_words_for_the_same_are_left_alone(deal, term):
    assert row(deal, NIBBLED[deal], term).verdict == "kept"


@pytest.mark.parametrize(("deal", "term"), REOPENED)
def test_the_nibbled_draft_reopens(deal, term):
    assert row(deal, NIBBLED[deal], term).verdict in REOPENED[deal, term][0]


@pytest.mark.parametrize(("deal", "term"), [t for t in REOPENED if REOPENED[t][1]])
def test_the_nibbled_draft_is_shown_by_the_words_that_reopen(deal, term):
    assert REOPENED[deal, term][1] in quotes(row(deal, NIBBLED[deal], term))


@pytest.mark.parametrize("deal", NIBBLED)
def test_the_nibbled_draft_asks_for_what_is_new_and_for_nothing_else(deal):
    asked = {a.ask: quotes(a) for a in reviewed(deal, NIBBLED[deal]).asks}
    wanted = {ask: words for (of, ask), words in ASKS.items() if of == deal}
    assert asked.keys() == wanted.keys() and all(words in asked[ask] for ask, words in wanted.items())


@pytest.mark.parametrize("deal", NIBBLED)
def test_the_nibbled_draft_is_faulty_where_it_was_made_so_and_is_not_ready(deal):
    review = reviewed(deal, NIBBLED[deal])
    said = {fault: " ".join(quotes(f) for f in review.faults if f.fault == fault) for fault in FAULTS[deal]}
    assert {f.fault for f in review.faults if f.severity != "note"} == FAULTS[deal].keys()
    assert all(words in said[fault] for fault, words in FAULTS[deal].items()) and review.verdict == "not ready"
