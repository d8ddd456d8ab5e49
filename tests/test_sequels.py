"""What stands around the agreed words: the next sentence, a gloss of one of them, another subject, a start named later."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("a remedy against default is customary", "deliverables: {support: 12 months}", "1. Support. Studio shall support the ovens' software for 12 months. Studio may suspend support while an invoice is overdue."),
    ("a freedom of the side that the term protects", "deliverables: {support: 12 months}", "1. Support. Studio shall support the ovens' software for 12 months. Buyer may at any time dispense with the support."),
    ("whoever assigns is released", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement without the other's written consent. Upon an assignment each party is released from its duties so far as the assignee takes them over."),
    ("a renewal that may be declined", "term: {renewal: automatic 1 year}", "1. Term. This Agreement renews automatically for one year. Buyer may by notice in spring cancel such renewal."),
    ("what may be changed stands in a recital", "term: {start: 2026-11-02}", "This Agreement begins on 2 November 2026.\n\nWHEREAS Studio sells the ovens of the list that starts this Agreement, as such list may be changed by Buyer from time to time;\n\n1. Sale. Studio sells ovens."),
    ("another thing that it may change", "deliverables: {support: 12 months}", "1. Support. Studio shall support the ovens' software for 12 months. Studio may by notice given at any time change its bank."),
    ("a power of the side that the term protects", "liability: {cap: {agreed: 'USD 9,000', by: provider}}", "1. Liability. Studio's total liability to Buyer is limited to USD 9,000. Studio may, by a letter to Buyer, replace that figure with a higher one."),
    ("what it may do beside, at its discretion", "deliverables: {support: 12 months}", "1. Support. Studio shall support the ovens' software for 12 months. Studio may in its sole discretion bring along an engineer of its own for such support."),
    ("a gloss that says what was agreed to be left out", "general: {non_solicit: {agreed: 1 year, except: [answers to a job advertisement]}}", "1. Staff. Neither party shall solicit employees of the other during this Agreement and for one year thereafter. Here \"solicit\" means to approach an employee first, and does not include hiring one who answers a job advertisement in the press."),
    ("relief from a court beside an arbitration", "general: {disputes: arbitration}", "1. Disputes. All disputes under this Agreement shall be settled by arbitration.\n\n2. Relief. Notwithstanding section 1, each party may bring an action in any court of competent jurisdiction for equitable relief that protects its recipes."),
    ("what an estimate is of", "deliverables: {revisions: 3}", "1. Menus. The fee includes three rounds of revisions of each menu. Such rounds are the target of every kitchen."),
    ("what is hoped, and what is owed all the same", "deliverables: {delivery: {agreed: 8 weeks, from: order}}", "1. Ovens. Buyer hopes that the fair opens in May, and Studio shall deliver the ovens within eight weeks of the order."),
    ("a renewal on which both agree", "term: {renewal: by agreement}", "1. Term. This Agreement is not renewed of itself; should both parties so agree, it is renewed for one year."),
    ("another matter in the next sentence", "payment: {due: 30 days}", "1. Payment. Buyer shall pay each invoice within 30 days of its receipt. Studio may at any time change its bank."),
    ("a new clause is no sequel", "general: {audit: customer}", "1. Audit. Buyer may audit Studio's records of the sales.\n\n2. Records. Studio may at any time change the way in which its ledgers are kept."),
    ("a wide definition beside it", "general: {confidentiality: 3 years}", "1. Secrecy. Each party shall keep the other's Recipes secret for three years after the end of this Agreement. \"Recipes\" means any and all formulas, methods, lists and drawings of a party, on paper or otherwise."),
    ("business days as everybody knows them", "payment: {due: 10 business days}", "1. Payment. Buyer shall pay each invoice within 10 business days of its receipt. \"Business day\" means a day other than a Saturday, a Sunday or a public holiday."),
    ("another side's insurance beside the agreed one", "liability: {insurance: {agreed: 'USD 500,000', by: provider}}", "1. Insurance. Studio shall maintain liability insurance of USD 500,000. Buyer insures its own shops."),
    ("one rule for each, in two sentences", "general: {non_solicit: 1 year}", "1. Staff. Buyer shall not solicit employees of Studio during this Agreement and for one year thereafter. Studio shall not solicit employees of Buyer during this Agreement and for one year thereafter."),
    ("the first of many payments", "payment: {due: {agreed: 30 days, from: the end of each month}}", "1. Royalty. Buyer shall pay the royalty within 30 days of the end of each month, commencing with the first full month of sales."),
    ("prices that come without a set-off protect who is paid", "payment: {set_off: prohibited}", "1. Payment. Buyer shall pay every invoice without set-off. Studio may at any time waive that."),
]  # fmt: skip

REOPENED = [
    ("a freedom to stop", "deliverables: {support: 12 months}", "1. Support. Studio shall support the ovens' software for 12 months. It is understood that Studio may withdraw such support at any time on a week's notice.", "weakened"),
    ("a power over what a mere \"that figure\" names", "liability: {cap: {agreed: 'USD 9,000', by: provider}}", "1. Liability. Studio's total liability to Buyer is limited to USD 9,000. Buyer may, by a letter that reaches Studio on any day, replace that figure with the loss that its shops report.", "weakened"),
    ("a power over the percentage", "deliverables: {service_level: 99%}", "1. Shop. The web shop shall be available for 99% of each month. Studio may lower this percentage by an entry in the kitchen diary.", "weakened"),
    ("a power in the passive", "deliverables: {support: 12 months}", "1. Support. Studio shall support the ovens' software for 12 months. The support may be withdrawn on any Monday by Studio.", "weakened"),
    ("people that may be changed like shirts", "deliverables: {key_people: [Ada Brook, Tom Reed]}", "1. People. Ada Brook and Tom Reed are the key people and shall perform the services. Studio may replace both of them without reason by other staff.", "weakened"),
    ("both released of what was to last", "general: {confidentiality: 3 years}", "1. Secrecy. Each party shall keep the other's recipes secret for three years after the end of this Agreement. Upon the end, however, each party is released from these duties.", "weakened"),
    ("a covenant that ends when it was to begin", "general: {non_compete: {agreed: 1 year, by: customer}}", "1. Rivals. Buyer shall not compete with Studio during this Agreement and for one year thereafter. This covenant shall cease to bind Buyer upon termination.", "weakened"),
    ("a restraint that lapses", "general: {non_solicit: 1 year}", "1. Staff. Neither party shall solicit employees of the other during this Agreement and for one year thereafter. This undertaking lapses when the last shop has been fitted out.", "weakened"),
    ("a duty that is none", "deliverables: {revisions: 3}", "1. Menus. Studio offers three rounds of revisions of each menu. It is under no duty to carry out such rounds where its kitchen diary is full.", "weakened"),
    ("a figure that is only a forecast", "payment: {total_fee: 'EUR 9,000'}", "1. Fee. Buyer shall pay a total fee of EUR 9,000. The said sum is a first forecast, and Studio bills the hours that the ovens take.", "weakened"),
    ("a sum from which nothing follows", "payment: {minimum_commitment: 'EUR 9,000 per year'}", "1. Loaves. Buyer shall order loaves for at least EUR 9,000 per year, it being agreed that no penalty arises where it orders fewer.", "weakened"),
    ("what is expected to be done", "deliverables: {key_people: [Anna Berg, Tom Ash]}", "1. Bakers. Studio presently expects that Anna Berg and Tom Ash will bake the loaves.", "weakened"),
    ("a sum that is expected, beside prices that are owed", "payment: {total_fee: 'EUR 9,000'}", "1. Fee. The total fee is expected to be EUR 9,000, and Buyer shall pay what the ovens have cost.", "weakened"),
    ("a right given away again", "general: {audit: customer}", "1. Audit. Buyer may audit Studio's records of the sales. Buyer hereby waives this right of audit for every month in which its shops stay open on Sundays.", "weakened"),
    ("what the next words allow nevertheless", "general: {publicity: prohibited}", "1. Publicity. Neither party shall use the other's name in publicity. Studio may nevertheless publish pictures of the fitted shops under the name of Buyer.", "weakened"),
    ("a right by which a distant clause takes back what it names", "deliverables: {support: 12 months}", "1. Support. Studio shall support the ovens' software for 12 months.\n\n2. Diary. The parties keep a diary.\n\n3. Kitchens. Studio may discontinue the support described in section 1 whenever one of its kitchens closes.", "weakened"),
    ("a word that then means next to nothing", "deliverables: {revisions: 3}", "1. Menus. The fee includes three rounds of revisions of each menu. A 'round' is the correction of one misprint.", "weakened"),
    ("a word glossed without quotation marks", "general: {audit: customer}", "1. Audit. Buyer may audit the Ledgers of Studio. For this purpose Ledgers are the printed price lists alone, and not the books of account.", "weakened"),
    ("a gloss within the sentence", "deliverables: {service_level: 99%}", "1. Shop. The web shop shall be available for 99% of each month, \"available\" meaning that the electricity of the bakery is switched on.", "weakened"),
    ("an event said to have happened when another has", "payment: {due: {agreed: 30 days, from: delivery}}", "1. Payment. Buyer shall pay within 30 days after delivery. Ovens are 'delivered' when the first loaf has been sold from the last of them.", "weakened"),
    ("insurance laid on the other side", "liability: {insurance: {agreed: 'USD 500,000', by: provider}}", "1. Insurance. For the benefit of Studio, Buyer shall maintain liability insurance of USD 500,000.", "changed"),
    ("a fee that runs the other way", "term: {kill_fee: 'USD 4,000'}", "1. End. If Buyer ends this Agreement early for convenience, Studio shall pay to Buyer an early termination fee of USD 4,000.", "changed"),
    ("a restraint of both laid on one", "general: {non_solicit: 1 year}", "1. Staff. Buyer shall not solicit employees of Studio during this Agreement and for one year thereafter.", "changed"),
    ("support that the customer gives itself", "deliverables: {support: 12 months}", "1. Support. For 12 months Buyer shall support the ovens' software at its own cost.", "changed"),
    ("a period that a later clause of the sentence starts", "term: {convenience_notice: 60 days}", "1. End. Either party may terminate this Agreement without cause on sixty days' notice, which period shall begin to run on the first day of the next calendar year.", "changed"),
    ("a period that the next sentence starts", "deliverables: {warranty: {agreed: 12 months, from: acceptance}}", "1. Warranty. Studio warrants the ovens for twelve months. That period is reckoned from the shipment of the ovens from the works.", "changed"),
]  # fmt: skip


test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
