"""Three rounds of each deal: what was given back, what was reopened, and what was changed in silence."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import termscan
from termscan.model import Review

SAMPLES = Path(__file__).parent.parent / "sample_contracts"
FORMAT = {"webshop": "docx", "consulting": "txt", "software": "pdf"}

# deal, round -> trend of every term that is not settled
TRENDS = {
    ("webshop", 2): {
        "payment.due": "restored",
        "payment.late_interest": "restored",
        "deliverables.acceptance_period": "restored",
        "term.kill_fee": "restored",
    },
    ("webshop", 3): {
        "deliverables.warranty": "reopened",
        "deliverables.support": "reopened",  # its months stand, its hours do not
        "term.cure_period[non-payment]": "reopened",
        "term.kill_fee": "reopened",
    },
    ("consulting", 2): {
        "payment.due": "restored",
        "payment.late_interest": "restored",
        "term.cure_period": "restored",
        "general.non_compete": "restored",
    },
    ("consulting", 3): {
        "payment.due": "reopened",
        "payment.expenses": "reopened",
        "general.non_compete": "reopened",
    },
    ("software", 2): {
        "payment.due": "restored",
        "liability.cap": "restored",
        "liability.insurance": "restored",
        "term.renewal": "restored",
        "general.ai_training": "restored",
    },
    ("software", 3): {
        "payment.price_increase": "reopened",
        "liability.cap": "reopened",
        "general.confidentiality": "reopened",
    },
}

# deal, round, words of the new draft: what says the same in other words
SAME = [
    ("consulting", 3, "In no event is a Party liable"),
    ("consulting", 3, "The law of Delaware governs"),
    ("software", 3, "a credit of ten percent (10%)"),
    ("software", 3, "three (3) days"),
]

SILENT = {"deliverables.warranty", "term.cure_period[non-payment]"}  # in the third round of the web shop


@cache
def reviewed(deal: str, number: int) -> Review:
    draft, before = (SAMPLES / deal / "rounds" / f"round-{n}.{FORMAT[deal]}" for n in (number, number - 1))
    return termscan.review(draft, terms=SAMPLES / deal / "terms.yaml", previous=before)


@pytest.mark.parametrize(("deal", "number"), TRENDS)
def test_the_rows_say_what_was_reopened_and_what_was_given_back(deal, number):
    moved = {row.term: row.trend for row in reviewed(deal, number).terms if row.trend != "settled"}
    assert moved == TRENDS[deal, number]


@pytest.mark.parametrize(("deal", "number", "words"), SAME)
def test_other_words_for_the_same_are_no_change_of_substance(deal, number, words):
    found = [c for c in reviewed(deal, number).changes if any(words in e.quote for e in c.evidence)]
    assert found and not any(c.substantive for c in found)


@pytest.mark.parametrize(("deal", "number"), [t for t in TRENDS if t[1] == 3])
def test_every_reopened_term_has_its_change(deal, number):
    bearing = {term for c in reviewed(deal, number).changes if c.substantive for term in c.terms}
    assert TRENDS[deal, number].keys() <= bearing


def test_in_the_second_round_of_the_web_shop_everything_is_tracked():
    assert all(c.tracked for c in reviewed("webshop", 2).changes)


def test_in_the_third_round_two_changes_are_not_tracked():
    silent = [c for c in reviewed("webshop", 3).changes if c.tracked is False]
    assert len(silent) == 2 and {term for c in silent for term in c.terms} == SILENT


@pytest.mark.parametrize("deal", ["consulting", "software"])
def test_where_nothing_is_tracked_no_change_is_silent(deal):
    assert {c.tracked for n in (2, 3) for c in reviewed(deal, n).changes} == {None}


def test_what_the_client_offers_in_the_third_round_and_we_accept_is_kept():
    row = next(t for t in reviewed("webshop", 3).terms if t.term == "payment.due")
    assert (row.verdict, row.found, row.severity) == ("kept", "45 days", "note")
