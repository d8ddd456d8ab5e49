"""The tricks that anybody would try first: on one side's will, paper, doing or hope, or with the sides exchanged."""

from __future__ import annotations

import pytest
from wordings import two_tests

from termscan.compare.qualifiers import qualifiers

KEPT = [
    ("an approval that the sheet has", "general: {publicity: with consent}", "1. News. Neither party shall issue a press release except subject to the approval of the other party."),
    ("a choice between two ways to pay", "payment: {due: 30 days}", "1. Payment. Buyer shall pay each invoice within 30 days, unless Buyer chooses to pay by standing order at the start of the month."),
    ("expenses by the other's travel policy", "payment: {expenses: reimbursed}", "1. Expenses. Buyer shall reimburse Studio for its reasonable travel expenses, subject to the travel policy issued by Buyer."),
    ("duties of the one who is indemnified", "liability: {indemnity_by: provider}", "1. Indemnity. Studio shall indemnify Buyer against all claims of third parties, provided that Buyer has complied with its obligations in this Section."),
    ("what is hoped for, and what is owed", "payment: {due: 30 days}", "1. Payment. The parties anticipate that orders will grow, and Buyer shall pay each invoice within 30 days."),
    ("an aim, and then a duty", "deliverables: {warranty: 90 days}", "1. Warranty. The parties expect that the ovens will be in use all year, therefore Studio will repair defects free of charge for 90 days after delivery."),
    ("an address as somebody may name it", "payment: {due: 30 days}", "1. Payment. Buyer shall pay each invoice within 30 days to the account of Studio or such other account as Studio may name."),
    ("a day on which both agree", "payment: {due: 30 days}", "1. Payment. Buyer shall pay each invoice within 30 days or such longer period as the parties agree in writing."),
    ("no duty to do another thing", "payment: {due: 30 days}", "1. Payment. Buyer shall not be obliged to sign for loaves; it shall pay each invoice within 30 days."),
    ("both sides, each in its own turn", "other: {oven: 'Buyer heats the oven and Studio cleans it.'}", "1. Oven. Studio shall clean the oven, which Buyer heats."),
    ("free of charge on both sides", "other: {flour: 'Studio stores the flour of Buyer free of charge.'}", "1. Flour. Studio shall store the flour of Buyer free of charge."),
    ("a firm's name with a comma", "term: {convenience_notice: 60 days}", "1. End. Either party may terminate this Agreement for convenience on 60 days' notice, subject to the rights of Mill, Inc. in its own ovens under Section 4."),
]  # fmt: skip

REOPENED = [
    ("subject to a board", "general: {governing_law: Ohio}", "1. Law. This Agreement is governed by the laws of Ohio, subject to the approval of the board of Studio.", "weakened"),
    ("subject to the other's own approval", "payment: {deposit: USD 5000}", "1. Deposit. Buyer shall pay a deposit of USD 5,000, subject to Buyer's prior approval.", "weakened"),
    ("as a handbook of the other says", "payment: {due: 30 days}", "1. Payment. Buyer shall pay each invoice within 30 days, except as set out in any supplier handbook issued by Buyer.", "weakened"),
    ("as its rate card says", "deliverables: {warranty: 90 days}", "1. Warranty. Studio shall repair defects free of charge for 90 days after delivery, save as Studio's current service guidelines provide.", "weakened"),
    ("unless the other determines otherwise", "liability: {insurance: USD 1 million}", "1. Insurance. Studio shall carry liability insurance of USD 1,000,000, except where Studio reasonably determines otherwise.", "weakened"),
    ("unless one side directs otherwise", "general: {confidentiality: 5 years}", "1. Secrecy. Each party shall keep the other's information confidential for five years, unless Studio otherwise directs.", "weakened"),
    ("paid when paid", "payment: {due: 30 days}", "1. Payment. Buyer shall pay each invoice within 30 days, if and to the extent that Buyer has been paid by its own guests.", "weakened"),
    ("only once a paper was handed in", "payment: {due: 30 days}", "1. Payment. Buyer shall pay each invoice within 30 days, only once Studio has lodged a hygiene certificate with the guild.", "weakened"),
    ("a target that binds nobody", "payment: {due: 30 days}", "1. Payment. As a non-binding target, Buyer shall pay each invoice within 30 days.", "weakened"),
    ("an expectation of both", "general: {governing_law: Ohio}", "1. Law. It is the current expectation of the parties that the laws of Ohio will govern this Agreement.", "weakened"),
    ("what the parties hope", "term: {initial_term: 3 years}", "1. Term. The parties hope that this Agreement will run for an initial term of 3 years.", "weakened"),
    ("without a commitment", "deliverables: {exclusivity: provider}", "1. Exclusivity. Without any commitment, Studio shall not supply any competitor of Buyer during the term.", "weakened"),
    ("what it intends", "liability: {indemnity_by: provider}", "1. Indemnity. Studio intends to indemnify Buyer against all claims of third parties.", "weakened"),
    ("what it intends not to do", "general: {non_compete: 1 year}", "1. Competition. Studio intends not to compete with Buyer for one year after the end of this Agreement.", "weakened"),
    ("or what the other thinks right", "payment: {deposit: USD 5000}", "1. Deposit. Buyer shall pay a deposit of USD 5,000, or such lower sum as Buyer thinks right.", "weakened"),
    ("or any longer time that it names", "payment: {due: 30 days}", "1. Payment. Buyer shall pay each invoice within 30 days or such longer period as Buyer may name.", "weakened"),
    ("no duty to pay in time", "payment: {due: 30 days}", "1. Payment. Buyer shall not be obliged to pay an invoice within 30 days.", "changed"),
    ("need not mend for so long", "deliverables: {warranty: 90 days}", "1. Warranty. Studio need not repair defects free of charge within 90 days after delivery.", "changed"),
    ("each in the other's place", "other: {flour: 'Studio stores the flour of Buyer.'}", "1. Flour. Buyer stores the flour of Studio.", "changed"),
    ("each in the other's place, with a duty", "other: {keys: 'Buyer leaves the keys of the cellar with Studio.'}", "1. Keys. Studio shall leave the keys of the cellar with Buyer.", "changed"),
    ("not, free of charge", "other: {flour: 'Studio stores the flour of Buyer free of charge.'}", "1. Flour. Studio shall not store the flour of Buyer free of charge.", "changed"),
]  # fmt: skip

test_what_only_looks_like_a_trick_keeps_a_term, test_a_plain_trick_reopens_a_term = two_tests(KEPT, REOPENED)

FIRMS = [
    (
        "a comma in it",
        "Paid, only once Mill, Inc. has lodged a paper, and so on.",
        "once Mill, Inc. has lodged a paper",
    ),
    ("a stop in it", "Paid, only once Mill S.A. has lodged a paper. It ends.", "once Mill S.A. has lodged a paper"),
    (
        "at the end of the sentence",
        "Paid, subject to the rights of Mill, Inc. It ends.",
        "subject to the rights of Mill, Inc",
    ),
]


@pytest.mark.parametrize(("text", "words"), [c[1:] for c in FIRMS], ids=[c[0] for c in FIRMS])
def test_the_name_of_a_firm_closes_no_condition(text, words):
    assert words in [q.words for q in qualifiers(text, 0, len(text))]
