"""A second statement of the same thing with another value: a contradiction, unless it is of a case of its own."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("another cap for another matter", "liability: {cap: 'USD 500,000'}", "1. Liability. The total liability of Studio under this Agreement shall not exceed USD 500,000.\n\n2. Fire. Where a fire in the ovens damages the shop, the landlord's cellar or a neighbour's stock of flour, the total liability of Studio shall not exceed USD 900,000."),
    ("a rule before the exception that was agreed", "payment: {expenses: reimbursed}", "1. Costs. Studio bears its own expenses. Buyer shall, however, reimburse Studio for the expenses of its journeys."),
    ("leave for what is excepted from consent", "general: {assignment: {agreed: with consent, except: [affiliates]}}", "1. Assignment. Neither party may assign this Agreement without the other's prior written consent. Notwithstanding the prior sentence, either party may assign this Agreement to an affiliate without consent."),
    ("automatic at first, by agreement in the end", "term: {renewal: automatic 1 year}", "1. Term. This Agreement renews automatically for one year.\n\n2. Longer. It may be renewed by written agreement of the parties."),
    ("a journey before the end", "general: {non_solicit: 1 year}", "1. Staff. For one year after the end of this Agreement neither party shall solicit any employee of the other who was at its ovens within the six months immediately preceding that end."),
    ("a ceiling on what is lost in a fire", "liability: {cap: 100% of fees}", "1. Liability. The total liability of Studio shall not exceed 100% of the fees.\n\n2. Fire. If the ovens burn, no more than half of the fees may be recovered."),
    ("another interest at another bank", "payment: {late_interest: 1% per month}", "1. Late. Late payments bear interest at 1% per month.\n\n2. Rent. The landlord raises the rent by 2% per month."),
    ("a rate of the same thing in the same row", "payment: {rate: {Rye loaf: USD 4, Oat loaf: USD 5}}", "1. Rates. Rye loaf: USD 4. Oat loaf: USD 5.\n\n2. Thanks. The rye loaf was praised."),
    ("courts for all and arbitration where both want it", "general: {disputes: courts}", "1. Disputes. All disputes shall be decided by the courts of Vermont.\n\n2. Peace. If both parties wish it in a given case, that dispute may be settled by arbitration."),
    ("each side may audit", "general: {audit: customer}", "1. Audit. Buyer may audit the books of Studio.\n\n2. Stock. Studio may audit the books of Buyer."),
    ("another thing, another owner", "ip: {ownership: customer}", "1. Menus. Buyer shall own the menus that Studio designs for it.\n\n2. Tools. Studio shall own its brushes, templates, presses and software, on whatever job it uses them."),
]  # fmt: skip

REOPENED = [
    ("a second cap", "liability: {cap: 'USD 500,000'}", "1. Liability. The total liability of Studio under this Agreement shall not exceed USD 500,000.\n\n2. Limit. Studio's aggregate liability for all claims is limited to USD 50,000.", "unclear"),
    ("a second total", "payment: {total_fee: 'USD 8,000'}", "1. Fee. Buyer shall pay Studio a total fee of USD 8,000.\n\n2. Dates. The total fee is USD 8,600.", "unclear"),
    ("a share of the fees beside a bare percentage", "payment: {price_increase: 2%}", "1. Prices. The yearly increase of the fee is limited to 2%.\n\n2. Review. Each year Studio may increase the fee by not more than 5% of the fee for the year before.", "unclear"),
    ("two rules on who pays the lawyers", "general: {attorneys_fees: each its own}", "1. Costs. Each party shall bear its own attorneys' fees.\n\n2. Suits. The prevailing party shall recover its attorneys' fees from the other.", "unclear"),
    ("a year that looks back", "general: {non_solicit: 1 year}", "1. Staff. For a period of two years after the end of this Agreement neither party shall solicit any employee of the other who was at its ovens within the one year period immediately preceding that end.", "changed"),
    ("a second ceiling in other words", "liability: {cap: 100% of fees}", "1. Liability. The total liability of Studio shall not exceed 100% of the fees.\n\n2. Claims. Whatever the ground of a claim for damages, no more than one tenth of the price paid is recoverable from Studio.", "unclear"),
    ("another interest by the month", "payment: {late_interest: 1% per month}", "1. Late. Late payments bear interest at 1% per month.\n\n2. Books. What the books show to be owed is paid with interest at 2% per month from the day of the market.", "unclear"),
    ("a label with another price", "payment: {rate: {Rye loaf: USD 4, Oat loaf: USD 5}}", "1. Rates. Rye loaf: USD 4. Oat loaf: USD 5.\n\n2. Fairs. For every rye loaf that it sends Studio may charge USD 3.", "unclear"),
    ("courts, and an arbitrator for all", "general: {disputes: courts}", "1. Disputes. All disputes shall be decided by the courts of Vermont.\n\n2. Peace. Any dispute between the parties shall be referred to and finally settled by arbitration in Boston.", "unclear"),
    ("of itself, and only by both", "term: {renewal: automatic 1 year}", "1. Term. This Agreement renews automatically for one year.\n\n2. Term. The term of one year is renewable only by an instrument signed by both parties.", "unclear"),
    ("what may not be done after all", "general: {assignment: {agreed: allowed, by: customer}}", "1. Assignment. Buyer may assign this Agreement to anyone.\n\n2. Transfer. Buyer shall not assign or transfer this Agreement.", "unclear"),
    ("rights kept, and waived further on", "ip: {moral_rights: kept}", "1. Rights. Studio keeps its moral rights in the menus and none of them is waived.\n\n2. Waiver. Studio hereby waives its moral rights in the menus.", "unclear"),
    ("one thing, two owners", "ip: {ownership: customer}", "1. Menus. All Work Product shall be the property of Buyer.\n\n2. Rights. All Work Product shall be owned by Studio.", "changed"),
]  # fmt: skip


test_kept, test_reopened = two_tests(KEPT, REOPENED)
