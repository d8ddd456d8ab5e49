"""What a clause says through another place or in one case of several: references, definitions, cases, boilerplate."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("an item named by its clause", "liability: {uncapped: [confidentiality, gross negligence]}", "1. Liability. Except for a breach of section 2 or gross negligence, neither party's total liability shall exceed the fees paid.\n\n2. Confidentiality. Each party keeps the other's recipes secret."),
    ("the exception that states the term", "liability: {uncapped: [confidentiality, indemnity]}", "1. Liability. Except for either side's violation of its confidentiality duties and its indemnity, neither party shall be liable in excess of the fees paid."),
    ("each case its own period", "term: {cure_period: {agreed: 45 days, for: all but late payment}}", "1. Breach. Either party may terminate this Agreement for a material breach that remains uncured 10 days in the case of a payment, or 45 days for all other breaches, after notice."),
    ("a share before a period with its start", "payment: {due: {agreed: 10 days, from: receipt of the invoice}}", "1. Payment. Buyer shall pay 70% of the price of an order within ten (10) days of receipt of the invoice."),
    ("a territory defined in a recital", "ip: {territory: [Ireland, Scotland]}", "RECITALS\n\nA. WHEREAS Studio bakes and Buyer wishes to sell in the territories of Ireland and Scotland (\"Territory\");\n\n1. Licence. Studio grants Buyer a licence to sell the pies in the Territory."),
    ("a reservation that every opinion makes", "general: {disputes: courts}", "1. Disputes. All disputes shall be settled by the courts, whose judgments are enforceable subject to applicable bankruptcy, insolvency and similar laws."),
    ("what the agreement itself says to the contrary", "deliverables: {subcontracting: with consent}", "1. Help. Except to the contrary specifically stated in this Agreement, Studio shall not subcontract the baking without Buyer's written consent."),
    ("orders that run out as they began", "term: {convenience: both}", "1. End. Either party may terminate this Agreement without cause, provided, however, that open orders shall continue to be governed by its terms."),
    ("a cap of the aggregate of the fees", "liability: {cap: 100% of fees}", "1. Liability. Neither party shall be liable under any theory for amounts in excess in the aggregate of the fees paid under this Agreement."),
    ("tax within the price", "payment: {taxes: included}", "1. Price. Buyer shall pay Studio EUR 2 a loaf, inclusive of VAT."),
    ("the foot of a page behind a definition", "deliverables: {exclusivity: customer}", "1. Words. \"Loaves\" means bread of rye or wheat. [*] Confidential treatment requested; certain information omitted and filed separately with the SEC.\n\n2. Sale. Buyer shall buy Loaves exclusively from Studio."),
    ("a heading that is the subject of its clause", "liability: {indemnity_by: both}", "1.1 STUDIO Studio shall indemnify Buyer against claims of third parties.\n\n1.2 BUYER BUYER shall indemnify Studio against claims of third parties."),
    ("a logo that somebody may use", "ip: {background_ip: provider}", "1. Names. Studio shall retain its pre-existing materials. Studio grants Buyer the right to use the logo of the ovens."),
]  # fmt: skip

REOPENED = [
    ("a reference to another clause", "liability: {uncapped: [confidentiality, gross negligence]}", "1. Liability. Except for a breach of section 2 or gross negligence, neither party's total liability shall exceed the fees paid.\n\n2. Prices. Buyer pays the listed prices.", "changed"),
    ("the shorter period for all cases", "term: {cure_period: {agreed: 45 days, for: all but late payment}}", "1. Breach. Either party may terminate this Agreement for a material breach that remains uncured 10 days after notice.", "changed"),
    ("a territory defined as less", "ip: {territory: [Ireland, Scotland]}", "RECITALS\n\nA. WHEREAS Studio bakes and Buyer wishes to sell in the territories of Ireland (\"Territory\");\n\n1. Licence. Studio grants Buyer a licence to sell the pies in the Territory.", "changed"),
    ("a share, and a period from another day", "payment: {due: {agreed: 10 days, from: receipt of the invoice}}", "1. Payment. Buyer shall pay 70% of the price of an order within ten (10) days of the opening of the last shop.", "changed"),
    ("tax beside the price", "payment: {taxes: included}", "1. Price. Buyer shall pay Studio EUR 2 a loaf, exclusive of VAT.", "changed"),
]  # fmt: skip

test_what_stands_elsewhere_or_for_its_own_case_keeps_a_term, test_what_it_really_says_reopens_it = two_tests(
    KEPT, REOPENED
)
