"""Exceptions with a rule of their own, exceptions for one side of a rule for both, and what does not count."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("a customary case with its own rule", "ip: {ownership: customer}", "1. Recipes. All rights in the recipes belong to Buyer, except background material of Studio, which Studio shall keep."),
    ("an agreed case with its own rule", "payment: {expenses: {agreed: included, except: [flour and eggs]}}", "1. Expenses. The fee includes all expenses of Studio other than flour and eggs, which Buyer shall pay for at the market price."),
    ("a consent that may not be withheld", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement except with the prior consent of the other, which the other may not withhold without reason."),
    ("how the notice is given", "term: {renewal: automatic}", "1. Term. This Agreement is renewed automatically for one year, save upon notice by either party, which must be in writing."),
    ("an exception that states the term", "general: {assignment: with consent}", "1. Assignment. This Agreement binds the successors of both, save that an assignment to a third party requires the other's consent, which the other may give by letter."),
    ("an exception before the rule", "term: {initial_term: 3 years}", "1. Term. Unless ended sooner under the next section, this Agreement runs for three years, on the last day of which it shall end."),
    ("a customary case of one side", "liability: {cap_applies_to: both}", "1. Liability. The liability of each party is limited to the fees, except that Buyer shall pay the fees."),
    ("taxes outside the fee", "payment: {total_fee: 'USD 900'}", "1. Fee. Buyer shall pay Studio a total fee of USD 900. Sales taxes are not included in that sum."),
    ("what one side believes in good faith", "payment: {due: {agreed: 10 days, from: receipt of the invoice}}", "1. Payment. Buyer shall pay each invoice within 10 days after receipt, except amounts that Buyer disputes because it believes in good faith that they are wrong."),
    ("each in its own case", "general: {audit: both}", "1. Audit. Each party may audit the books of the other at its own office or, in the case of Studio, at its mill."),
    ("not less than", "liability: {insurance: 'USD 2,000'}", "1. Insurance. Studio shall carry insurance of not less than USD 2,000 against fire."),
]  # fmt: skip

REOPENED = [
    ("paid on top", "payment: {expenses: included}", "1. Expenses. The fee includes all expenses of Studio except ovens, aprons and tablecloths, which Buyer shall pay for on top.", "weakened"),
    ("none of it", "payment: {refunds: pro rata}", "1. Refunds. On early termination prepaid fees shall be refunded pro rata, except the fees for the stall, none of which can be claimed back.", "weakened"),
    ("the part that the other one keeps", "ip: {ownership: customer}", "1. Recipes. Buyer shall own all right, title and interest in the recipes, excluding any part with a use at another fair, which part Studio shall own.", "weakened"),
    ("another length for a part", "payment: {due: {agreed: 10 days, from: receipt of the invoice}}", "1. Payment. Buyer shall pay each invoice within 10 days after receipt, except for one half of it, which Buyer shall pay two months after receipt.", "weakened"),
    ("at the other's expense", "deliverables: {warranty: 12 months}", "1. Warranty. Studio warrants the ovens for 12 months, except for cracks in the tiles, which are mended at Buyer's expense.", "weakened"),
    ("one side may not rely on it", "liability: {cap_applies_to: both}", "1. Liability. The liability of each party is limited to the fees, save that Studio may not invoke this limit against Buyer.", "weakened"),
    ("in the case of one side", "liability: {excluded_losses_apply_to: both}", "1. Liability. Neither party shall be liable for consequential damages, except, in the case of Studio, those that a late oven brings.", "weakened"),
    ("outside the promise", "deliverables: {warranty: 12 months}", "1. Warranty. Studio warrants the ovens for 12 months, it being understood that doors, tiles and chimneys of any make are outside this warranty.", "weakened"),
    ("set apart by the next sentence", "payment: {total_fee: 'USD 900'}", "1. Fee. Buyer shall pay Studio a total fee of USD 900. Musicians, awnings and posters are not comprised in that sum and are charged at Studio's list prices.", "weakened"),
    ("what one side considers useful", "general: {confidentiality: 3 years}", "1. Secrets. During the term and for three years thereafter neither party shall disclose the other's Confidential Information, except such as the recipient considers worth telling.", "weakened"),
    ("another law for some questions", "general: {governing_law: Ohio}", "1. Law. This Agreement is governed by the laws of Ohio, save that any question as to the extent of a debt of Studio, and any claim for rent, shall be decided under the laws of Nevada.", "weakened"),
    ("what is not counted", "deliverables: {service_level: 99%}", "1. Ovens. Studio shall keep the ovens available 99% of each month, not counting stops caused by the wiring or bricks that Studio chose.", "weakened"),
    ("a fee less what one side has spent", "term: {kill_fee: 'USD 900'}", "1. End. If Buyer cancels the fair, it shall pay Studio a cancellation fee of USD 900, less any sum that Buyer spent on posters and musicians.", "weakened"),
]  # fmt: skip

test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
