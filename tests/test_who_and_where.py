"""Whom a draft means, and which of its places states a term: aliases, rules for both sides, contents, plain words."""

from __future__ import annotations

import pytest
from wordings import two_tests

from termscan.model import PartyName
from termscan.outline import outline
from termscan.outline.parties import parties
from termscan.readers import read

LANE, KETTLE = PartyName("Birch Lane Bakeries Ltd", ("Baker",)), PartyName("Payment Kettle Studio LLC")
OPENS = 'This Agreement is made between Birch Lane Bakeries Ltd ("Baker") and Payment Kettle Studio LLC ("Studio").\n\n'

# what a draft says, and a word that is no name of this side
NOBODYS = [
    ("two columns of signatures", "Baker: Birch Lane Bakeries Ltd    Payment Kettle Studio LLC", "provider", "Baker"),
    ("a plain word", "Each payment is late. A payment is due. No payment stops. Payment Payment Payment Payment", "provider", "Payment"),
    (
        "whoever receives",
        '"Recipient" means each party when it is told a secret. Recipient shall, Recipient may, Recipient will be quiet.',
        "customer",
        "Recipient",
    ),
    (
        "the public",
        'the people of the town (the "Customers") buy bread. Customer shall pay, Customer may pay, Customer will pay.',
        "customer",
        "Customer",
    ),
    ("a thing made", 'Studio is to bake for it loaves (each, a "Loaf" and together, the "Loaves") of rye.', "provider", "Loaves"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "side", "word"), [c[1:] for c in NOBODYS], ids=[c[0] for c in NOBODYS])
def test_a_word_for_somebody_or_something_else_names_no_party(said, side, word):
    assert word not in parties(OPENS + said, LANE, KETTLE).of(side).called


def test_the_first_word_that_both_names_begin_with_names_neither():
    found = parties(
        "Copper Copper Copper Copper Copper", PartyName("Copper Lane Mills Ltd"), PartyName("Copper Kettle Arts LLC")
    )
    assert "Copper" not in (*found.customer.called, *found.provider.called)


def test_a_first_word_that_a_draft_keeps_using_alone_is_a_name():
    assert (
        "Birch" in parties(OPENS + "Birch pays. Birch bakes. Birch sells. Birch rests.", LANE, KETTLE).customer.called
    )


VENTURE = (
    "This Agreement is made between Birch Lane Bakeries Ltd and Payment Kettle Studio LLC "
    '(individually the "Venturer" and collectively the "Venturers").\n\n'
)


def test_a_word_for_either_party_is_the_name_of_none():
    found = parties(VENTURE, LANE, KETTLE)
    assert found.each == ("Venturer", "Venturers")
    assert not {"Venturer", "Venturers"} & {*found.customer.called, *found.provider.called}


def test_a_thing_that_is_one_or_many_is_no_party():
    assert parties(OPENS + 'loaves (each a "Loaf" and together the "Loaves")', LANE, KETTLE).each == ()


CONTENTS = "TABLE OF CONTENTS\n\n1.1 Exclusivity 3 1.2 Assignment 4 1.3 Audit 4 1.4 Fees 5\n\n"


def test_a_table_of_contents_states_nothing(tmp_path):
    (tmp_path / "draft.txt").write_text(CONTENTS + OPENS + "1.1 Exclusivity. Studio bakes.", encoding="utf-8")
    found = outline(read(tmp_path / "draft.txt"))
    assert not any("Audit" in found.document.text[s.start : s.end] for s in found.sentences)


def test_numbers_in_a_sentence_make_no_table_of_contents(tmp_path):
    said = "Studio shall bake as Section 3 says 4 Rye loaves, 5 Spelt loaves and 6 Oat loaves."
    (tmp_path / "draft.txt").write_text(OPENS + said, encoding="utf-8")
    found = outline(read(tmp_path / "draft.txt"))
    assert any("Oat" in found.document.text[s.start : s.end] for s in found.sentences)


KEEPS = [
    (
        "each owns its own, said twice and once in other words",
        "general: {data_ownership: each}",
        "1. Data. All data that shoppers enter on the pages of Buyer is owned by Buyer. Studio alone shall keep, as its "
        "sole owner, all data that shoppers enter on the pages of Studio.",
    ),
    (
        "a case that the sheet excepts",
        "general: {data_ownership: {agreed: customer, except: [summaries are owned jointly]}}",
        "1. Data. Data in the form of summaries shall be jointly owned by Buyer and Studio. Other data remains the "
        "property of Buyer.",
    ),
    (
        "a ban for one side beside the rule for both",
        "general: {assignment: with consent}",
        "1. Sale. Buyer shall not transfer any of the rights in the pictures without the consent of Studio.\n\n"
        "2. Assignment. Neither party may assign this Agreement without the consent of the other.",
    ),
    (
        "a name given in passing",
        "liability: {indemnity_by: both}",
        '1. Indemnity. Each party (as the case may be, the "Indemnifying Party") shall indemnify the other against claims '
        "of third parties.\n\n2. Duties. Buyer shall pay and indemnify Studio against the customs.",
    ),
    (
        "an exception to the losses, not to a cap",
        "liability: {uncapped: none}",
        "1. Losses. Neither party is liable for lost profits. This limitation does not apply to a duty to indemnify.\n\n"
        "2. Cap. The total liability of each party shall not exceed USD 9,000.",
    ),
    (
        "a freedom about other things",
        "deliverables: {exclusivity: none}",
        "1. Records. Studio is free to keep other records, except the recipes of the founding family and its cellar book.",
    ),
    (
        "who is the exclusive one binds the other",
        "deliverables: {exclusivity: customer}",
        "1. Appointment. Studio shall be the exclusive supplier of pictures of Buyer.",
    ),
    (
        "what may only be done with consent is no choice",
        "other: {guests: Studio brings guests to the bakehouse with the consent of Buyer.}",
        "1. Guests. Studio may bring guests to the bakehouse only with the consent of Buyer.",
    ),
    (
        "what has not been done is a case",
        "other: {mending: If Studio spoils a batch it has 5 business days from notice to bake the batch again.}",
        "1. Mending. This Agreement may end where notice of a spoilt batch was given and Studio has not baked the "
        "batch again within 5 business days from notice.",
    ),
    (
        "a number that is part of a name",
        "other: {oven: Studio cleans the oven called Oven 7 each night after the last batch.}",
        "1. Oven. Studio shall clean the oven called Oven VII each night after the last batch, and no later than [___].",
    ),
    (
        "plain words of no weight",
        "other: {pass: Either side may pass on a project for whatever reason and owes nothing.}",
        "1. Beneficiaries. Nothing here gives anything to anybody on either side, and nothing to others.\n\n"
        "2. Projects. Each party may decline a project for any reason.",
    ),
]
REOPENS = [
    (
        "each owned, and now one owns what both bring",
        "general: {data_ownership: each}",
        "1. Data. All data that shoppers enter on the pages is owned by Buyer. Studio shall keep the pages running.",
        "changed",
    ),
    (
        "both were to indemnify, and one lends a hand",
        "liability: {indemnity_by: both}",
        "1. Indemnity. Studio shall indemnify Buyer against claims of third parties arising from its negligence. Buyer "
        "will help Studio with claims of third parties arising from the negligence of Buyer.",
        "changed",
    ),
    (
        "a rule for both that binds one, with none for both",
        "general: {assignment: with consent}",
        "1. Assignment. Buyer may not assign this Agreement without the consent of Studio.",
        "changed",
    ),
    (
        "a freedom to deal with others with a hole in it",
        "deliverables: {exclusivity: none}",
        "1. Freedom. Studio is free to work for other shops, except those that sell pastries in the same town.",
        "changed",
    ),
    (
        "an exception to the cap",
        "liability: {uncapped: none}",
        "1. Cap. The total liability of each party shall not exceed USD 9,000. This limitation does not apply to a duty "
        "to indemnify.",
        "changed",
    ),
    (
        "may, without only",
        "other: {guests: Studio brings guests to the bakehouse on the first Monday.}",
        "1. Guests. Studio may bring guests to the bakehouse on the first Monday.",
        "weakened",
    ),
]

test_the_place_that_states_it_keeps_it, test_another_place_does_not_hide_what_is_reopened = two_tests(KEEPS, REOPENS)
