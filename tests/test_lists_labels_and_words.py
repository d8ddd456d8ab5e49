"""Lists, labelled values and terms in plain words: where an item or a value is said, and what is hollowed out."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("work that is only named in a heading", "deliverables: {scope: [whole solution, oven drawings]}", "1. Documents. Studio shall deliver the documents below.\n\nWhole Solution\n\nOven Drawings\n\nStudio keeps copies of them."),
    ("a place named where the licence is not granted", "ip: {territory: [Ireland]}", "1. Licence. Studio grants Buyer a licence to sell the pies in the Territory. Buyer bakes them. Buyer cools them. Buyer packs them. Buyer sells them.\n\n2. Shops. The shops of Buyer stand in Ireland."),
    ("who may not assign may not transfer", "ip: {licence: [non-exclusive, non-assignable]}", "1. Licence. Studio grants Buyer a non-exclusive and non-transferable licence to use the recipes."),
    ("an opposite that the sheet excepts", "ip: {licence: {agreed: [exclusive, sublicensable], except: [non-exclusive for cafes]}}", "1. Licence. Studio grants Buyer an exclusive, sublicensable licence to use the recipes.\n\n2. Cafes. In cafes the licence to use the recipes shall be non-exclusive and sublicensable."),
    ("an item in another clause of the same heading", "liability: {uncapped: [confidentiality, indemnity, fraud, gross negligence]}", "1. Limitation of Liability. Except for a breach of confidentiality, an indemnity or fraud, neither party's total liability shall exceed the fees paid.\n\n2. Limitation of Liability. Liability for gross negligence is not limited by section 1."),
    ("items named by the numbers of their clauses", "liability: {uncapped: [confidentiality, indemnity, fraud]}", "1. Liability. EXCEPT UNDER SECTIONS 2 AND 3 AND FOR FRAUD, IN NO EVENT SHALL THE LIABILITY OF EITHER PARTY EXCEED THE FEES PAID.\n\n2. Confidentiality. Each party keeps the recipes of the other to itself.\n\n3. Indemnity. Studio makes good what others claim from Buyer."),
    ("an item named by the number of a clause in running text", "liability: {uncapped: [confidentiality, fraud]}", "1. Ovens. Studio cleans the ovens.  2. Secrecy. Each party keeps the recipes of the other to itself.\n\n3. Liability. Except for a breach of Section 2 and for fraud, in no event shall the liability of either party exceed the fees paid."),
    ("the licence for what lies outside the scope", "ip: {licence: {agreed: [exclusive, non-transferable], for: baking in Ireland}}", "1. Licence. Studio grants Buyer an exclusive, non-transferable licence to use the recipes for baking in Ireland.\n\n2. Other. Studio grants Buyer a non-exclusive, non-transferable licence to use the recipes outside of Ireland."),
    ("values that stand before their labels", "payment: {milestones: [{signature: 'EUR 5,000'}, {opening day: 'EUR 2,000'}]}", "1. Fee. EUR 5,000 due upon signature EUR 2,000 due upon the opening day."),
    ("a dollar sign for the agreed dollar", "payment: {milestones: [{signature: 'CAD 5,000'}, {opening day: 'CAD 2,000'}]}", "1. Fee. On signature $5,000 and on the opening day $2,000."),
    ("a line of a tariff by another name", "payment: {rate: [{loaf: 'EUR 5 per unit'}, {bun: 'EUR 2 per unit'}, {tart: 'EUR 7 per unit'}]}", "1. Prices. Loaf: EUR 5 per unit. Bun: EUR 2 per unit. Fruit pastry: EUR 7 per unit."),
    ("a charge only where it was agreed", "other: {flour: No storage charge for the flour unless it is stored for over a month.}", "1. Flour. Where the flour is stored for over a month, Buyer shall pay a storage charge for the flour."),
    ("a freedom with its condition", "other: {rest: Studio may rest the oven when the bread is baked.}", "1. Rest. Studio may, when the bread is baked, rest the oven for a day."),
]  # fmt: skip

REOPENED = [
    ("work that is named nowhere", "deliverables: {scope: [whole solution, oven drawings]}", "1. Documents. Studio shall deliver the documents below.\n\nOven drawings", "changed"),
    ("what the sheet does not except", "ip: {licence: [exclusive, sublicensable]}", "1. Licence. Studio grants Buyer a non-exclusive, sublicensable licence to use the recipes.", "changed"),
    ("an item whose clause is not among those cited", "liability: {uncapped: [confidentiality, indemnity, fraud]}", "1. Liability. EXCEPT UNDER SECTION 3 AND FOR FRAUD, IN NO EVENT SHALL THE LIABILITY OF EITHER PARTY EXCEED THE FEES PAID.\n\n2. Secrecy. Each party keeps the recipes of the other to itself.\n\n3. Indemnity. Studio makes good what others claim from Buyer.", "missing"),
    ("values at one another's labels", "payment: {milestones: [{signature: 'EUR 5,000'}, {opening day: 'EUR 2,000'}]}", "1. Fee. On signature EUR 2,000; on the opening day EUR 5,000.", "changed"),
    ("the dollar of another country", "payment: {milestones: [{signature: 'CAD 5,000'}, {opening day: 'CAD 2,000'}]}", "1. Fee. On signature USD 5,000 and on the opening day USD 2,000.", "changed"),
    ("a line of a tariff that is gone", "payment: {rate: [{loaf: 'EUR 5 per unit'}, {bun: 'EUR 2 per unit'}, {tart: 'EUR 7 per unit'}]}", "1. Prices. Loaf: EUR 5 per unit. Bun: EUR 2 per unit.", "changed"),
    ("a denial with nothing to limit it", "other: {flour: Buyer pays no storage charge for the flour.}", "1. Flour. Buyer shall pay a storage charge for the flour.", "changed"),
    ("a duty that is done where it suits", "other: {labels: Our name is on each label and box of the bread.}", "1. Labels. The name of Studio may, where the printing works of Buyer leave room for it, appear on each label and box of the bread.", "weakened"),
]  # fmt: skip

test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
