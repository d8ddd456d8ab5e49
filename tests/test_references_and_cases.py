"""What a clause says through another place or in one case of several: references, definitions, cases, boilerplate."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("dollars in words, of the agreed country", "payment: {rate: 'CAD 900 per month'}", "1. Fee. Buyer shall pay Studio a monthly fee of nine hundred dollars for the care of the ovens."),
    ("a dollar sign that no cue reads", "payment: {rate: 'CAD 900 per month'}", "1. Fee. Buyer will pay Studio basic remuneration for its services in the sum of $900 per month."),
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
    ("the same places in another order", "ip: {territory: [Ireland, Scotland]}", "1. Licence. Studio grants Buyer a licence to sell the pies in Scotland and in Ireland, in each case through its own shops."),
    ("notice that is not late under another clause", "term: {convenience_notice: 60 days}", "1. End. Either party may terminate this Agreement without cause on 60 days' notice.\n\n2. Ovens. The parties keep a list of ovens.\n\n3. Effect. A party shall not be liable for giving notice under section 1."),
    ("a unit behind the tax", "payment: {rate: 'EUR 4 per crate'}", "1. Price. Buyer shall pay Studio a price of EUR 4, inclusive of all taxes, per one net crate."),
    ("how long it lasts, and who may end it before", "term: {initial_term: 1 year}", "1. Term. This Agreement shall have an initial term of one year. Studio may cancel this Agreement if the yearly sales of Buyer do not reach the forecast of loaves."),
    ("a condition that is the period itself", "term: {cure_period: 30 days}", "1. Breach. Either party may terminate this Agreement for a breach that goes on once 30 days have passed since notice was given."),
    ("affiliates where nothing turns on them", "deliverables: {exclusivity: customer}", "1. Words. \"Affiliate\" means any baker, miller or grocer that trades with Buyer anywhere in the world.\n\n2. Sale. Buyer and each Affiliate shall buy its bread exclusively from Studio."),
    ("a sign that several currencies share", "payment: {total_fee: 'CAD 41,000'}", "1. Fee. Buyer shall pay Studio a total fee of $41,000."),
    ("a cap of what the contract is worth", "liability: {cap: 100% of fees}", "1. Liability. Studio's liability is limited to a sum equal to the contract value as per the order."),
    ("a cap of several times an order", "liability: {cap: 200% of fees}", "1. Liability. Neither party's entire liability shall exceed two times (2x) the total value of the order under which the claim arose."),
    ("the lesser of two sums apart by a semicolon", "liability: {cap: 'the lesser of EUR 90,000 and 6 months of fees'}", "1. Liability. Studio's liability is limited to the lesser of: the fees paid in the six months preceding the cause of the claim; or EUR 90,000."),
    ("a word that means more where the context asks for it", "ip: {source_code: not delivered}", "1. Words. \"Oven Software,\" when the context so requires, shall include the screens of the ovens.\n\n2. Code. Buyer shall not be entitled to receive any source code of the Oven Software."),
    ("notice from whoever ends it as he pleases", "term: {convenience_notice: 30 days}", "1. End. Buyer may, in its unfettered discretion, terminate this Agreement at any time without cause on 30 days' notice."),
    ("rules as the same clause changes them", "general: {disputes: arbitration}", "1. Disputes. All disputes are settled by arbitration under the rules of the chamber, except as such rules are modified by this section."),
    ("a logo that somebody may use", "ip: {background_ip: provider}", "1. Names. Studio shall retain its pre-existing materials. Studio grants Buyer the right to use the logo of the ovens."),
]  # fmt: skip

REOPENED = [
    ("a currency that the draft names", "payment: {total_fee: 'CAD 41,000'}", "1. Fee. Buyer shall pay Studio a total fee of US$41,000.", "changed"),
    ("another dollar in words", "payment: {total_fee: 'CAD 41,000'}", "1. Fee. Buyer shall pay Studio a total fee of $41,000.\n\n2. Money. All sums are in United States dollars.", "changed"),
    ("another dollar elsewhere in the draft", "payment: {total_fee: 'CAD 41,000'}", "1. Fee. Buyer shall pay Studio a total fee of $41,000.\n\n2. Deposit. Buyer pays a deposit of USD 500.", "changed"),
    ("a place more", "ip: {territory: [Ireland, Scotland]}", "1. Licence. Studio grants Buyer a licence to sell the pies in Ireland, Scotland and Wales."  , "changed"),
    ("every other country that somebody serves", "ip: {territory: [Ireland]}", "1. Words. \"Territory\" means Ireland and every other country to which Buyer ships.\n\n2. Licence. Studio grants Buyer a licence to sell the pies in the Territory.", "changed"),
    ("a breach that attracts no time to cure", "term: {cure_period: 30 days}", "1. Breach. Either party may terminate this Agreement for a breach that is not cured within 30 days of notice.\n\n2. Ovens. The parties keep a list of ovens.\n\n3. Secrets. A leak of a recipe does not attract the period allowed by section 1.", "weakened"),
    ("no notice while orders are open", "term: {convenience_notice: 60 days}", "1. End. Either party may terminate this Agreement without cause on 60 days' notice.\n\n2. Ovens. The parties keep a list of ovens.\n\n3. Orders. Studio shall not serve notice under the first sentence of section 1 while an oven is on order.", "weakened"),
    ("revenue reckoned as direct loss", "liability: {excluded_losses: [indirect, lost profits]}", "1. Liability. Neither party is liable for indirect loss or lost profits.\n\n2. Late loaves. Revenue that Buyer loses while the loaves are late is to be reckoned as direct.", "weakened"),
    ("a unit behind the tax", "payment: {rate: 'EUR 4 per crate'}", "1. Price. Buyer shall pay Studio a price of EUR 4, inclusive of all taxes, per one net loaf.", "changed"),
    ("a case beside those agreed", "liability: {cap: {agreed: 'EUR 200,000', except: [money due, breach of confidentiality]}}", "1. Liability. Neither party's liability (other than in respect of any claim for money due or for spoiling of dough that Studio has supplied) shall exceed EUR 200,000.", "weakened"),
    ("a reference to another clause", "liability: {uncapped: [confidentiality, gross negligence]}", "1. Liability. Except for a breach of section 2 or gross negligence, neither party's total liability shall exceed the fees paid.\n\n2. Prices. Buyer pays the listed prices.", "changed"),
    ("the shorter period for all cases", "term: {cure_period: {agreed: 45 days, for: all but late payment}}", "1. Breach. Either party may terminate this Agreement for a material breach that remains uncured 10 days after notice.", "changed"),
    ("a territory defined as less", "ip: {territory: [Ireland, Scotland]}", "RECITALS\n\nA. WHEREAS Studio bakes and Buyer wishes to sell in the territories of Ireland (\"Territory\");\n\n1. Licence. Studio grants Buyer a licence to sell the pies in the Territory.", "changed"),
    ("a share, and a period from another day", "payment: {due: {agreed: 10 days, from: receipt of the invoice}}", "1. Payment. Buyer shall pay 70% of the price of an order within ten (10) days of the opening of the last shop.", "changed"),
    ("tax beside the price", "payment: {taxes: included}", "1. Price. Buyer shall pay Studio EUR 2 a loaf, exclusive of VAT.", "changed"),
]  # fmt: skip

test_what_stands_elsewhere_or_for_its_own_case_keeps_a_term, test_what_it_really_says_reopens_it = two_tests(
    KEPT, REOPENED
)
