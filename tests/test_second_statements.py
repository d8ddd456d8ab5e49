"""A second statement of the same thing with another value: a contradiction, unless it is of a case of its own."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("another cap for another matter", "liability: {cap: 'USD 500,000'}", "1. Liability. The total liability of Studio under this Agreement shall not exceed USD 500,000.\n\n2. Fire. Where a fire in the ovens damages the shop, the landlord's cellar or a neighbour's stock of flour, the total liability of Studio shall not exceed USD 900,000."),
    ("a rule before the exception that was agreed", "payment: {expenses: reimbursed}", "1. Costs. Studio bears its own expenses. Buyer shall, however, reimburse Studio for the expenses of its journeys."),
    ("leave for what is excepted from consent", "general: {assignment: {agreed: with consent, except: [affiliates]}}", "1. Assignment. Neither party may assign this Agreement without the other's prior written consent. Notwithstanding the prior sentence, either party may assign this Agreement to an affiliate without consent."),
    ("automatic at first, by agreement in the end", "term: {renewal: automatic 1 year}", "1. Term. This Agreement renews automatically for one year.\n\n2. Longer. It may be renewed by written agreement of the parties."),
    ("each side may audit", "general: {audit: customer}", "1. Audit. Buyer may audit the books of Studio.\n\n2. Stock. Studio may audit the books of Buyer."),
    ("another thing, another owner", "ip: {ownership: customer}", "1. Menus. Buyer shall own the menus that Studio designs for it.\n\n2. Tools. Studio shall own its brushes, templates, presses and software, on whatever job it uses them."),
]  # fmt: skip

REOPENED = [
    ("a second cap", "liability: {cap: 'USD 500,000'}", "1. Liability. The total liability of Studio under this Agreement shall not exceed USD 500,000.\n\n2. Limit. Studio's aggregate liability for all claims is limited to USD 50,000.", "unclear"),
    ("a second total", "payment: {total_fee: 'USD 8,000'}", "1. Fee. Buyer shall pay Studio a total fee of USD 8,000.\n\n2. Dates. The total fee is USD 8,600.", "unclear"),
    ("a share of the fees beside a bare percentage", "payment: {price_increase: 2%}", "1. Prices. The yearly increase of the fee is limited to 2%.\n\n2. Review. Each year Studio may increase the fee by not more than 5% of the fee for the year before.", "unclear"),
    ("two rules on who pays the lawyers", "general: {attorneys_fees: each its own}", "1. Costs. Each party shall bear its own attorneys' fees.\n\n2. Suits. The prevailing party shall recover its attorneys' fees from the other.", "unclear"),
    ("what may not be done after all", "general: {assignment: {agreed: allowed, by: customer}}", "1. Assignment. Buyer may assign this Agreement to anyone.\n\n2. Transfer. Buyer shall not assign or transfer this Agreement.", "unclear"),
    ("rights kept, and waived further on", "ip: {moral_rights: kept}", "1. Rights. Studio keeps its moral rights in the menus and none of them is waived.\n\n2. Waiver. Studio hereby waives its moral rights in the menus.", "unclear"),
    ("one thing, two owners", "ip: {ownership: customer}", "1. Menus. All Work Product shall be the property of Buyer.\n\n2. Rights. All Work Product shall be owned by Studio.", "changed"),
]  # fmt: skip


test_kept, test_reopened = two_tests(KEPT, REOPENED)
