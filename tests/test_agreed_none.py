"""Agreed that there is no such thing: a draft that says so in many words keeps it, and so does one with what the sheet lets be."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("there is no such thing", "term: {kill_fee: none}", "1. End. Buyer pays for the cakes delivered. There is no break charge and nothing is due for cakes that were not baked."),
    ("nothing of the kind is payable", "deliverables: {delay_damages: none}", "1. Delay. No liquidated damages, penalty or rebate of any sort is payable by Studio for a late cake, and the dates are not of the essence."),
    ("neither of them may", "term: {convenience: none}", "1. End. Neither party may terminate this Agreement for its convenience, nor otherwise than this section says."),
    ("no promise to buy", "payment: {minimum_commitment: none}", "1. Orders. Buyer makes no commitment to purchase any quantity of cakes."),
    ("nobody has to", "liability: {insurance: none}", "1. Insurance. Studio does not have to carry any insurance for this."),
    ("nothing is added", "payment: {cost_plus: none}", "1. Flour. Studio does not add any mark-up to the cost of the flour, and no handling fee is payable."),
    ("a restraint that restrains nobody", "general: {non_compete: none}", "1. Others. Neither Studio nor its bakers are restricted from working for any competitor of Buyer."),
    ("what the sheet lets be, by its sum", "payment: {minimum_commitment: {agreed: none, except: [EUR 900 of candles at the opening]}}", "1. Opening. Buyer shall purchase at least EUR 900 of candles for the opening."),
    ("what the sheet lets be, by its words", "term: {convenience: {agreed: none, except: [cooling off after signing]}}", "1. Cooling off. Within ten days after the signing Buyer may terminate this Agreement for any reason by telling Studio."),
    ("a least stock of the other side", "payment: {minimum_commitment: none}", "1. Stock. Studio shall maintain at its shop a quantity of cakes of not less than forty at all times."),
]  # fmt: skip
REOPENED = [
    ("none, but in one case", "term: {kill_fee: none}", "1. End. There is no cancellation fee unless Buyer cancels within ten days before the party, in which case Buyer shall pay a cancellation fee of 40% of the price.", "changed"),
    ("what has not been done is a case, and no denial", "deliverables: {delay_damages: none}", "1. Delay. For every day by which a delay that has not been announced outlasts a week, liquidated damages of 1% of the price fall due from Studio.", "changed"),
    ("a restraint is said by denying", "general: {non_compete: none}", "1. Others. Studio shall not work for any competitor of Buyer for two years after this Agreement ends.", "changed"),
    ("more than the sheet lets be", "payment: {minimum_commitment: {agreed: none, except: [EUR 900 of candles at the opening]}}", "1. Orders. Buyer shall purchase at least EUR 9,000 of cakes each year.", "changed"),
    ("a denial before, and a duty behind", "liability: {insurance: none}", "1. Insurance. Studio need not insure the vans, and shall maintain product liability insurance of not less than EUR 1,000,000.", "changed"),
]  # fmt: skip

test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
