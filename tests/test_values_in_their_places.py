"""Amounts, lengths, days and places: whose the value is that a passage states, and whether two passages disagree."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("a duty of silence without an end", "general: {confidentiality: {agreed: perpetual, by: provider}}", "1. Confidentiality. Studio shall not disclose the Confidential Information of Buyer, which is marked as such within ten (10) days of its disclosure."),
    ("what neither side shall tell, then or later", "general: {confidentiality: perpetual}", "1. Confidentiality. Neither Buyer nor Studio shall disclose any Confidential Information at any time during or following the term of this Agreement."),
    ("a duty for the term or at any time thereafter", "general: {confidentiality: {agreed: perpetual, by: provider}}", "1. Confidentiality. Studio shall not, during the Term or at any time thereafter, disclose any Confidential Information."),
    ("a length of something else elsewhere", "general: {confidentiality: {agreed: perpetual, by: provider}}", "1. Shelf. Secret sauces get a three-week private show in the window.\n\n2. Confidentiality. Studio shall not disclose the Confidential Information of Buyer."),
    ("a longer warranty that is bought on top", "deliverables: {warranty: 36 months}", "1. Warranty. The warranty period for the ovens shall be thirty-six (36) months.\n\n2. More. Buyer may buy warranty coverage for an additional twenty-four (24) months."),
    ("what is repaired has a time of its own", "deliverables: {warranty: 12 months}", "1. Warranty. The warranty period for the ovens is twelve (12) months.\n\n2. Repair. Studio warrants that, following repair or replacement, the oven shall be free from defects for ninety (90) days."),
    ("notice in one case beside notice in all", "term: {convenience_notice: 90 days}", "1. End. Either party may terminate this Agreement without cause upon ninety (90) days prior written notice.\n\n2. Fame. In the event of any scandal about the recipes of Studio, Buyer may terminate this Agreement upon giving five (5) days prior written notice."),
    ("payment for goods that go another way", "payment: {due: {agreed: 60 days, from: delivery}}", "1. Payment. The price of loaves shall be paid by Buyer within 60 days of delivery.\n\n2. Fairs. For all loaves carried straight to a market stall of a third person, the price shall be paid by Buyer within 20 days."),
    ("the state and the country around it", "general: {governing_law: Ontario}", "1. Disputes. Disputes shall be decided by an arbitrator named by the Law Society of Canada.\n\n2. Law. This Agreement is governed by the laws of Ontario, Canada."),
    ("the law that somebody else obeys", "general: {governing_law: Ireland}", "1. Bribes. Neither party does what a person subject to United States law must leave alone.\n\n2. Law. This Agreement is governed by the laws of Ireland."),
    ("the country in brackets", "general: {governing_law: Delaware}", "1. Delaware (USA) law governs this Agreement."),
    ("a period for those who pay by wire", "payment: {due: {agreed: 30 days, except: 45 days for payment by wire}}", "1. Payment. Terms for loaves shipped to Buyer are net thirty (30) days unless Buyer pays by wire, in which case they are net forty-five (45) days."),
    ("a unit of two words", "payment: {rate: [{Recipe card: USD 2 per card}, {Loaf: USD 3 per loaf}]}", "1. Price. Buyer pays a fee of $2.00 per recipe card, and a fee of $3.00 per loaf."),
    ("a price before what it is for", "payment: {rate: [{Scone: USD 1 per tray}, {Loaf: USD 3 per loaf}]}", "1. Price. Buyer pays $3 per loaf, and $1 per tray for each scone baked, subject to a USD 900 minimum."),
    ("a ceiling of expenses", "payment: {expenses: 'USD 500 per day'}", "1. Expenses. Buyer will pay all reasonable expenses of Studio, which shall not exceed $500 per day unless Studio has Buyer's prior written approval."),
    ("a length by its last year", "term: {initial_term: 3 years}", "1. Term. The term of this Agreement begins on signature and, unless earlier terminated, ends automatically upon the end of Year 3."),
    ("a length by an ordinal year", "term: {initial_term: 4 years}", "1. Term. This Agreement shall continue until the end of the fourth Contract Year."),
    ("an anniversary beside a weak length", "term: {initial_term: 5 years}", "1. Term. This Agreement is effective on signature and shall continue in effect until the fifth (5th) anniversary of that day.\n\n2. Ruin. Either party may end it if a petition against the other remains pending for 90 days."),
    ("the last day of a year", "term: {end: 2034-12-31}", "1. Term. The term of this Agreement begins on signature and ends with the last day of the year 2034."),
    ("a scanned comma in a date", "term: {start: 2019-05-04}", "1. Start. This Agreement takes effect on this 4 day of May. 2019."),
    ("an item of a list without numbers above", "payment: {late_interest: 1% per month}", "Past due payments under this Agreement shall bear interest at the rate of: (a) 1% per month; or (b) the highest rate that the law permits, whichever is less."),
    ("a rate and its margin, far apart", "payment: {late_interest: 2% over prime rate per year}", "1. Late. Interest accrues on each sum not paid when due. The rate is the bank's prime rate on the due date plus two percentage points per annum."),
    ("a cap of royalties", "liability: {cap: 100% of fees}", "1. Liability. The aggregate liability of Studio shall in no event exceed the total royalties paid or payable by Studio under this Agreement."),
    ("a cap of what is to be paid", "liability: {cap: 100% of fees}", "1. Liability. Neither party shall be liable for damages hereunder beyond the amounts which Buyer is to pay to Studio hereunder."),
    ("a cap of the sum of what is payable", "liability: {cap: 100% of fees}", "1. Liability. Neither party shall be liable for damages, on any ground, beyond the sum of what is payable by Buyer to Studio under this Agreement."),
]  # fmt: skip

REOPENED = [
    ("a duty of silence with an end", "general: {confidentiality: {agreed: perpetual, by: provider}}", "1. Confidentiality. Studio shall not disclose the Confidential Information of Buyer for two years after the end.", "changed"),
    ("a duty during the term", "general: {confidentiality: {agreed: perpetual, by: provider}}", "1. Confidentiality. During the Term Studio shall not disclose the Confidential Information of Buyer.", "missing"),
    ("a clause that lasts no longer than so", "general: {confidentiality: {agreed: perpetual, by: provider}}", "1. Confidentiality. Studio shall not disclose the Confidential Information of Buyer.\n\n2. End. Sections 3 and 4 stay in force after the end, section 1, however, for no longer than eighteen (18) months.", "unclear"),
    ("a clause that lapses", "general: {confidentiality: {agreed: perpetual, by: provider}}", "1. Confidentiality. Studio shall not disclose the Confidential Information of Buyer.\n\n2. End. The duties under section 1 shall lapse eighteen (18) months after termination.", "unclear"),
    ("an article in Roman numerals", "general: {confidentiality: {agreed: perpetual, by: provider}}", "ARTICLE IX CONFIDENTIALITY\n\n9.1 Studio shall not disclose the Confidential Information of Buyer.\n\nARTICLE X END\n\n10.1 The duties under Article IX shall lapse two years after termination.", "unclear"),
    ("a time after which a clause is done with", "general: {confidentiality: {agreed: perpetual, by: provider}}", "1. Confidentiality. Studio shall not disclose the Confidential Information of Buyer.\n\n2. End. Two years after the end of this Agreement the duties under section 1 shall be regarded as discharged.", "unclear"),
    ("two warranties of the same things", "deliverables: {warranty: 36 months}", "1. Warranty. The warranty period for the ovens shall be thirty-six (36) months.\n\n2. More. The warranty period for the ovens is 24 months.", "unclear"),
    ("a length that counts only so", "term: {renewal_notice: 6 months}", "1. Term. This Agreement renews for a year unless either party gives written notice not to renew at least six (6) months before the end of the term.\n\n2. Post. A notice not to renew is of effect only if it is sent nine (9) months or more before the term ends.", "unclear"),
    ("another law for some disputes", "general: {governing_law: Ireland}", "1. Pies. In the event of any quarrel about pies at fairs, this Agreement shall be interpreted by the law of Scotland.\n\n2. Law. This Agreement is governed by the laws of Ireland.", "unclear"),
    ("another law beside one in other words", "general: {governing_law: Ireland}", "1. Fairs. Schedule A, and this Agreement with it, are to be enforced under the law of Scotland.\n\n2. Law. This Agreement and its meaning are subject to federal rules and, so far as these leave room, to Ireland's own law.", "unclear"),
    ("a blank, and the law for the arbitrators", "general: {governing_law: Ohio}", "1. Governing Law. This Agreement will be governed in all respects by the laws of the State of [to be confirmed by counsel].\n\n2. Quarrels. The umpire applies the substantive law of the State of Ohio.", "unclear"),
    ("only the period of the exception", "payment: {due: {agreed: 30 days, except: 45 days for payment by wire}}", "1. Payment. Terms are net forty-five (45) days.", "changed"),
    ("another price of a label", "payment: {rate: [{Scone: USD 1 per tray}, {Loaf: USD 3 per loaf}]}", "1. Price. Buyer pays $4 per loaf, and $1 per tray for each scone baked.", "changed"),
    ("another ceiling of expenses", "payment: {expenses: 'USD 500 per day'}", "1. Expenses. Buyer will pay all reasonable expenses of Studio, which shall not exceed $900 per day.", "changed"),
    ("another last year", "term: {initial_term: 3 years}", "1. Term. This Agreement shall continue until the end of the fifth Contract Year.", "changed"),
    ("a cap of half of the royalties", "liability: {cap: 100% of fees}", "1. Liability. The aggregate liability of Studio shall in no event exceed 50% of the royalties paid under this Agreement.", "changed"),
    ("another item of a list without numbers", "payment: {late_interest: 1% per month}", "Past due payments under this Agreement shall bear interest at the rate of: (a) 2% per month; or (b) the highest rate that the law permits, whichever is less.", "changed"),
]  # fmt: skip

test_a_value_that_is_the_terms_keeps_it, test_another_value_or_a_contradiction_reopens_it = two_tests(KEPT, REOPENED)
