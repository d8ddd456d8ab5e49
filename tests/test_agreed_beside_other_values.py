"""The agreed value stands in the draft, and another one near it: which of the two is the term's own."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("notice against renewal, where a cue reads another length", "term: {renewal_notice: 90 days}", "1. Renewal. This Agreement ends by either party, at the expiration of the Term then in effect, on written notice of termination which is given 90 calendar days or more before that expiration."),
    ("the law of a province, and of the country as it applies there", "general: {governing_law: Ontario}", "1. Law. Ontario law, together with such federal law of Canada as applies in that Province, governs this Agreement."),
    ("courts within the agreed place", "general: {venue: Delaware}", "1. Courts. Each party submits to the jurisdiction of the courts of the State of Delaware in and for Kent County.\n\n2. Objections. Each party waives any objection to the venue of the courts of the State of Delaware in and for Kent County."),
    ("where a judgment is enforced", "general: {venue: New York}", "1. Courts. Each party submits to the exclusive jurisdiction of the courts of the State of New York.\n\n2. Judgments. A final judgment may be enforced by Buyer in the courts of the State of Israel."),
    ("the end of an extension", "term: {end: 2024-12-31}", "1. Term. This Agreement ends on December 31, 2024.\n\n2. More. The term of this Agreement shall then be extended through December 31, 2025, unless a party objects."),
    ("a length for another payment", "payment: {due: {agreed: 30 days, for: bread orders, from: delivery}}", "1. Payment. Bread orders are paid by Buyer within 30 days from delivery.\n\n2. Repairs. Buyer shall pay the invoices of Studio for oven repairs within 60 days."),
    ("a term that may be drawn out", "term: {initial_term: 3 years}", "1. Term. This Agreement shall terminate three (3) years from the Effective Date.\n\n2. Handing over. The parties shall extend the Term of this Agreement for one or more ninety (90) day periods."),
    ("a torn length of something else", "payment: {due: {agreed: 45 days, from: issue of the invoice}}", "1. Royalties. Royalties shall be paid quarterly within thirty (45) days following the close of the quarter.\n\n2. Invoices. Buyer shall pay within forty-five (45) days from the issue of the invoice."),
    ("two days, of which none bears more on the start", "term: {start: 2024-05-01}", "1. Work. The baking begins, under this Agreement, with the first batch, and that is dated May 1, 2024.\n\n2. Ovens. Effective date of the oven list: June 1, 2024."),
    ("the day on which a contract is made, in a place", "term: {start: 2024-05-01}", "This Agreement (the \"Agreement\") is entered into in Lyon on May 1, 2024 between the two parties named above."),
    ("the day on which a contract is made, and a list's", "term: {start: 2024-05-01}", "This Agreement is entered into in Lyon on May 1, 2024 between the two parties named above.\n\n2. Ovens. Effective date of the oven list: June 1, 2024."),
    ("a yearly fee in monthly parts", "payment: {rate: {agreed: 'USD 18,000 per year', for: oven care}}", "1. Fees. Oven care (annual fee, payable monthly): $18,000.00."),
    ("a restraint without a length", "general: {non_compete: {agreed: during the term, by: provider}}", "1. Competition. Studio shall not compete with Buyer, nor bake for any competitor of Buyer."),
    ("secrecy in the passive", "general: {confidentiality: {agreed: perpetual, by: provider}}", "1. Confidentiality. All Confidential Information received by Studio shall be kept confidential and used only for this Agreement."),
]  # fmt: skip

REOPENED = [
    ("another length for the same payment", "payment: {due: {agreed: 30 days, for: bread orders, from: delivery}}", "1. Payment. Bread orders are paid by Buyer within 30 days from delivery.\n\n2. More. Buyer shall pay bread orders within 60 days from delivery.", "unclear"),
    ("a torn length of the very term", "payment: {due: 45 days}", "1. Invoices. Buyer shall pay each invoice within thirty (45) days of its receipt.", "unclear"),
    ("a fee for each month", "payment: {rate: {agreed: 'USD 18,000 per year', for: oven care}}", "1. Fees. Oven care (monthly fee): $18,000.00.", "changed"),
    ("a day of its own on which the contract starts", "term: {start: 2024-05-01}", "This Agreement is entered into in Lyon on April 1, 2024.\n\n2. Term. This Agreement takes effect on June 1, 2024.", "changed"),
    ("a restraint of two years", "general: {non_compete: {agreed: during the term, by: provider}}", "1. Competition. Studio shall not compete with Buyer for two years after the end of this Agreement.", "changed"),
]  # fmt: skip

test_the_other_value_is_of_something_else, test_the_other_value_is_the_terms_own = two_tests(KEPT, REOPENED)
