"""A plain "not" in the words that keep a term denies them; one that tells which, how, when or how much does not."""

from __future__ import annotations

from wordings import two_tests

LICENCE = "ip: {licence: [perpetual, irrevocable]}"
RENEWAL = "term: {renewal: automatic 1 year}"
AGREED = "term: {renewal: by agreement}"
FEES = "general: {attorneys_fees: loser pays}"
DATA = "general: {data_ownership: customer}"
EXPENSES = "payment: {expenses: reimbursed}"
TAXES = "payment: {taxes: excluded}"
SPARES = "other: {spares: Studio keeps spare parts of the ovens ready for ten years.}"
TRAYS = "other: {trays: Buyer gives the empty trays back to Studio every Friday.}"

KEPT = [
    ("a condition that tells which", "general: {disputes: arbitration}", "1. Disputes. A dispute which cannot be settled by talks, and is not settled by the directors, shall be finally settled by arbitration in Dublin."),
    ("a rule that needs the denial", TAXES, "1. Prices. The prices do not include value added tax."),
    ("a list of what is not granted", "ip: {licence: [non-exclusive]}", "1. Licence. Studio grants Buyer a licence that is not exclusive and may not be sold."),
    ("only the manner is denied", AGREED, "1. Term. This Agreement shall not renew automatically; the parties may extend it by written agreement."),
    ("a part is denied", EXPENSES, "1. Expenses. Buyer shall reimburse the travel expenses of Studio, and shall not reimburse other expenses."),
    ("more of it is denied", "general: {audit: customer}", "1. Books. Buyer may audit the books of Studio, and shall not audit them more than once a year."),
    ("a thing that is said by denying", "deliverables: {exclusivity: provider}", "1. Bakers. Studio shall not sell its cakes other than to Buyer."),
    ("a time that passes without", "term: {cure_period: 30 days}", "1. End. A party may terminate this Agreement if the other commits a material breach that is not cured within 30 days after notice."),
    ("plain words, and another thing denied", SPARES, "1. Spares. Studio shall keep spare parts of the ovens ready for ten years. Studio is not to be blamed for rust."),
    ("plain words that deny", "other: {cellar: Studio does not enter the cellar of Buyer.}", "1. Cellar. Studio shall not enter the cellar of Buyer."),
    ("plain words, and no more than they say", TRAYS, "1. Trays. Buyer shall give the empty trays back to Studio every Friday, and is not to give them back sooner."),
]  # fmt: skip

REOPENED = [
    ("a licence that is not granted", LICENCE, "1. Licence. Buyer is not hereby granted a perpetual and irrevocable licence to bake by the recipes.", "changed"),
    ("a renewal, unless nobody asks for it", RENEWAL, "1. Term. This Agreement shall not automatically renew for one year at a time, unless a party gives notice.", "changed"),
    ("an extension that nobody may agree", AGREED, "1. Term. The term of this Agreement may not be extended by mutual written agreement.", "changed"),
    ("a winner who recovers nothing", FEES, "1. Disputes. The prevailing party shall not be entitled to recover its attorneys' fees from the losing party.", "changed"),
    ("data that are nobody's property", DATA, "1. Data. All data of the tills shall not be the property of Buyer.", "changed"),
    ("expenses that are not reimbursed", EXPENSES, "1. Expenses. Buyer will not reimburse Studio for its reasonable travel expenses.", "changed"),
    ("prices that are not net of tax", TAXES, "1. Prices. The prices of the loaves are not exclusive of value added tax.", "changed"),
    ("a duty that never falls due", "payment: {due: 30 days}", "1. Payment. Buyer shall not pay the invoices of Studio within 30 days of receipt.", "changed"),
    ("plain words denied", SPARES, "1. Spares. Studio shall not keep spare parts of the ovens ready for ten years.", "changed"),
    ("plain words denied in the passive", TRAYS, "1. Trays. The empty trays will not be given back to Studio by Buyer on Fridays.", "changed"),
]  # fmt: skip

test_it_takes_nothing, test_it_denies_what_was_agreed = two_tests(KEPT, REOPENED)
