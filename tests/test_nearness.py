"""How near words are in meaning: what a contract calls one thing lies nearer than what it calls another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termscan.compare.lexicon import content
from termscan.odds.nearness import UNKNOWN, direction, echo, nearness, telling

NEARER = [
    ("what is owed for an invoice", "The invoice falls due", "Sums are payable by wire", "The law of Spain governs"),
    ("secrets and who may see them", "Keep it confidential", "Disclose no secret", "Pay the royalty each quarter"),
    (
        "insurance and its certificates",
        "Carry insurance",
        "Policies and certificates of coverage",
        "Renew for one year",
    ),
    ("defects and their repair", "Repair defects", "Replace goods that do not conform", "Assign with consent"),
    ("who pays for a claim", "Indemnify against claims", "Defend every suit and settle it", "Ship within a week"),
    ("the end of the term", "The term expires", "Renewal for successive years", "Use the logo in brochures"),
]
KNOWN = sorted(
    set(content("invoice payment defect repair confidential disclose royalty renew term notice insurance claim"))
)
words = st.lists(st.sampled_from([*KNOWN, "zxqv", "frobnicate"]), max_size=8)


def _towards(text: str):
    return direction(content(text))


@pytest.mark.parametrize(("one", "near", "far"), [c[1:] for c in NEARER], ids=[c[0] for c in NEARER])
def test_what_speaks_of_one_thing_lies_nearer_than_what_speaks_of_another(one, near, far):
    assert nearness(_towards(one), _towards(near)) > nearness(_towards(one), _towards(far)) + 0.15


@pytest.mark.parametrize(("one", "near", "far"), [c[1:] for c in NEARER], ids=[c[0] for c in NEARER])
def test_words_are_echoed_by_those_of_the_same_thing(one, near, far):
    assert echo(content(one), content(near)).mean > echo(content(one), content(far)).mean


@given(words, words)
def test_nearness_lies_between_one_and_minus_one_whichever_way_round(one, other):
    there, back = nearness(direction(one), direction(other)), nearness(direction(other), direction(one))
    assert there == pytest.approx(back) and -1.000001 <= there <= 1.000001


@given(words)
def test_the_order_of_words_changes_nothing(some):
    assert direction(some) == direction(sorted(some, reverse=True))


@given(words, words)
def test_an_echo_misses_no_more_than_there_are_words(some, others):
    heard = echo(some, others)
    assert heard.least <= heard.mean + 1e-9 and -1e-6 <= heard.missing <= 2 * len(some)


def test_words_that_no_contract_had_point_nowhere_and_tell_most():
    assert direction(["zxqv"]) == () and nearness((), _towards("invoice")) == 0
    assert telling(["zxqv"]) == UNKNOWN > telling(content("invoice"))


def test_the_same_words_echo_each_other_wholly():
    assert echo(KNOWN, KNOWN).mean == pytest.approx(1)
