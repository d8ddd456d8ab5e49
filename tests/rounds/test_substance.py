"""Substance apart from wording: the same rule in other words is no change of substance, another rule is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termscan.rounds.alignment import align
from termscan.rounds.differing import passages

from .deal import CLAUSES, draft, numbered, reading, sentence

WORDING = [
    ("a number in digits", "The Client shall pay within thirty (30) days.", "The Client shall pay within 30 days."),
    ("years as months", "The term is two (2) years.", "The term is twenty-four (24) months."),
    (
        "the passive",
        "The Surveyor shall indemnify the Client against third-party claims.",
        "The Client shall be indemnified by the Surveyor against third-party claims.",
    ),
    (
        "another order",
        "On sixty days' written notice, either party may terminate this Agreement.",
        "Either party may terminate this Agreement on sixty days' written notice.",
    ),
    (
        "within for not later than",
        "The Client shall pay each invoice within 30 days after receipt.",
        "The Client shall pay each invoice not later than 30 days after it has received it.",
    ),
    (
        "synonyms of the trade",
        "The Client shall pay all invoices within 30 days of receipt.",
        "All bills shall be settled by the Client within 30 days of being received.",
    ),
    (
        "capitals",
        "THE SURVEYOR SHALL NOT BE LIABLE FOR LOST PROFITS.",
        "The Surveyor shall not be liable for lost profits.",
    ),
    ("except for save", "Except as agreed in writing, no fee is due.", "Save as agreed in writing, no fee is due."),
    (
        "not without for only with",
        "The Client may not assign this Agreement without the prior written consent of the Surveyor.",
        "The Client may assign this Agreement only with the prior written consent of the Surveyor.",
    ),
    (
        "once for after",
        "The Surveyor shall return all maps after the survey is complete.",
        "Once the survey is complete, the Surveyor shall return all maps.",
    ),
    (
        "ahead of for before",
        "The Client shall pay the deposit before the survey begins.",
        "The Client shall pay the deposit ahead of the start of the survey.",
    ),
    (
        "of its own accord for automatically",
        "This Agreement renews automatically for one year unless either party gives notice.",
        "Unless either party gives notice, this Agreement renews for one year of its own accord.",
    ),
    (
        "kept secret for not disclosed",
        "The Surveyor shall not disclose the boundaries of an orchard.",
        "The Surveyor shall keep the boundaries of an orchard confidential.",
    ),
    (
        "one month for a month",
        "Either party may end this Agreement on a month's notice in writing.",
        "Either party may end this Agreement on one (1) month's written notice.",
    ),
    (
        "reasonable grounds for not unreasonably",
        "The Client shall not unreasonably withhold its consent to a change of route.",
        "The Client shall not without good reason withhold its consent to a change of route.",
    ),
    (
        "its utmost for best efforts",
        "The Surveyor shall use its best efforts to finish before the harvest.",
        "The Surveyor shall do its utmost to finish before the harvest.",
    ),
    (
        "a number in words where no value is read",
        "The orchards to be surveyed number 40 in all.",
        "The orchards to be surveyed are forty (40) in number.",
    ),
    (
        "duties held rather than kept",
        "The Surveyor shall keep all samples in a cool place and perform its duties with care.",
        "All samples shall be held by the Surveyor in a cool place, and it shall perform its duties with care.",
    ),
    (
        "neither party for each party not",
        "Neither party shall sell the maps.",
        "Each party shall not sell the maps.",
    ),
    ("a slip of the pen", "The Client pays for accomodation.", "The Client pays for accommodation."),
]

SUBSTANCE = [
    ("a value", "The Client shall pay within 30 days.", "The Client shall pay within 45 days."),
    ("a unit", "Interest is 1% per month.", "Interest is 1% per year."),
    ("business days for days", "The Client shall pay within 10 days.", "The Client shall pay within 10 business days."),
    ("a start", "Payment is due 30 days after receipt.", "Payment is due 30 days after approval."),
    ("the party", "The Client shall bear all taxes.", "The Surveyor shall bear all taxes."),
    (
        "one more party",
        "The Client may terminate at any time.",
        "The Client or the Surveyor may terminate at any time.",
    ),
    ("may for shall", "The Client shall renew this Agreement.", "The Client may renew this Agreement."),
    ("a negation", "The report is confidential.", "The report is not confidential."),
    (
        "a condition",
        "The Client shall refund travel.",
        "The Client shall refund travel, provided that it approved the trip.",
    ),
    ("an exception", "Liability is limited to the fees.", "Liability is limited to the fees, except for data loss."),
    (
        "efforts",
        "The Surveyor shall deliver by May.",
        "The Client shall use reasonable efforts to see to delivery by May.",
    ),
    (
        "discretion",
        "The report is accepted when it is complete.",
        "The report is accepted when the Client, in its sole discretion, finds it complete.",
    ),
    (
        "an item of a list",
        "The Surveyor is not liable for indirect, consequential or punitive damages.",
        "The Surveyor is not liable for consequential or punitive damages.",
    ),
    (
        "a definition",
        '"Fees" means all amounts invoiced.',
        '"Fees" means all amounts invoiced and not contested by anybody.',
    ),
    ("a cross-reference", "Section 4 limits this duty.", "Section 7 limits this duty."),
    ("a blank", "The Client shall pay within 30 days.", "The Client shall pay within ___ days."),
    ("words against digits", "The term is three (3) years.", "The term is three (5) years."),
    (
        "values that changed places",
        "First 15% is due, at the end 5% is due.",
        "First 5% is due, at the end 15% is due.",
    ),
    ("how often", "The Surveyor reports every month.", "The Surveyor reports every quarter."),
    ("before for after", "Payment is due 30 days after the survey.", "Payment is due 30 days before the survey."),
    ("words taken out", "The duty lasts during the term and thereafter.", "The duty lasts during the term."),
    (
        "any other beside what was named",
        "The Surveyor may use a helper for drone flights.",
        "The Surveyor may use a helper for drone flights or any other work.",
    ),
    (
        "a definition that reaches less",
        '"Orchard" means any land of the Client on which fruit is grown.',
        '"Orchard" means a fenced land of the Client on which fruit is grown.',
    ),
    (
        "any or no reason",
        "Consent to a change of route shall not be unreasonably withheld.",
        "Consent to a change of route may be withheld for any or no reason.",
    ),
    (
        "efforts for a duty",
        "The Surveyor shall finish before the harvest.",
        "The Surveyor shall do its utmost to finish before the harvest.",
    ),
    (
        "a worse fault",
        "The Surveyor answers for negligence of its crew.",
        "The Surveyor answers for gross negligence of its crew.",
    ),
    (
        "only what is material",
        "Either party may leave upon a breach by the other.",
        "Either party may leave upon a material breach by the other.",
    ),
    (
        "a denial at another place",
        "The Surveyor shall have no duty to store the samples, which the Client shall collect.",
        "The Surveyor shall have a duty to store the samples, which the Client shall not have to collect.",
    ),
    ("exclusive no more", "The Client has the exclusive use of the maps.", "The Client has the use of the maps."),
]


def judged(old: str, new: str):
    before, after = sentence(old), sentence(new)
    return passages(before, after, align(before, after))


@pytest.mark.parametrize(("old", "new"), [c[1:] for c in WORDING], ids=[c[0] for c in WORDING])
def test_the_same_rule_in_other_words_is_wording(old, new):
    assert not [p for p in judged(old, new) if p.substantive]


@pytest.mark.parametrize(("old", "new"), [c[1:] for c in SUBSTANCE], ids=[c[0] for c in SUBSTANCE])
def test_another_rule_is_substance(old, new):
    assert [p for p in judged(old, new) if p.substantive]


@pytest.mark.parametrize(("old", "new"), [c[1:] for c in SUBSTANCE], ids=[c[0] for c in SUBSTANCE])
def test_many_rewordings_are_no_reason_to_pass_one_over(old, new):
    softly = {
        "2. Payment": "All invoices are to be settled by the Client not later than 30 days after it has received them.",
        "8. Law": "The laws of Delaware govern this Agreement.",
    }
    before = reading(draft({"9. More": old}))
    after = reading(draft({**softly, "9. More": new}))
    found = [p for p in passages(before, after, align(before, after)) if p.substantive]
    assert any((after.outline.section_at(p.at).number or "") == "9" for p in found)


@given(st.permutations(list(CLAUSES)))
def test_clauses_in_another_order_are_no_change(order):
    before, after = reading(draft()), reading(draft(clauses=numbered({heading: CLAUSES[heading] for heading in order})))
    assert not passages(before, after, align(before, after))
