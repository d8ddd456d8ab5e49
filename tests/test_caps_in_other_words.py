"""Caps on liability: one that nobody agreed, in whatever words, and one taken of less than was agreed."""

from __future__ import annotations

from wordings import two_tests

CAP = "liability: {cap: 100% of fees}"
NONE = "liability: {cap: unlimited}"
KEPT = [
    ("losses listed without limitation", NONE, "1. Losses. Studio answers for all losses, including but not limited to costs and fees."),
    ("a price that may not rise", NONE, "1. Price. The price of a loaf shall not exceed EUR 4."),
    ("all the fees", CAP, "1. Liability. Studio's liability is limited to the fees paid under this Agreement."),
    ("a year's fees as agreed", "liability: {cap: 12 months of fees}", "1. Liability. Studio's liability is limited to the fees paid in the twelve months preceding the claim."),
    ("twice a price by its name", "liability: {cap: 2x fees}", "1. Price. Buyer shall pay EUR 4,000 (the \"Survey Price\").\n\n2. Liability. Studio's liability shall not exceed twice the Survey Price."),
    ("what was received of the fee", CAP, "1. Fee. Buyer shall pay EUR 4,000 (the \"Fee\").\n\n2. Liability. Studio's liability shall not exceed the portion of the Fee that it has actually received."),
    ("no more than the fee", CAP, "1. Fee. Buyer pays EUR 4,000 (the \"Fee\").\n\n2. Liability. Studio's liability for everything together won't be more than the fee."),
    ("a sum that is no liability", NONE, "1. Orders. Buyer may order loaves for up to EUR 900 a month and no more."),
]  # fmt: skip
REOPENED = [
    ("what may be had goes no further", NONE, "1. Storms. In all other cases what Buyer may have to pay to Studio in damages does not go beyond the fees of a month.", "changed"),
    ("no more than", NONE, "1. Storms. Whatever the cause, no more can be had from Studio, by way of redress or otherwise, than the price that it has received.", "changed"),
    ("stays within", NONE, "1. Storms. All that Studio may be called upon to pay shall in the aggregate stay within the charges of the last order.", "changed"),
    ("the fees of a quarter", CAP, "1. Liability. Studio's liability is limited to the fees paid under this Agreement in the quarter in which the claim arose.", "weakened"),
    ("the fees of an order", CAP, "1. Liability. Studio's liability is limited to the fees paid under this Agreement for the order concerned.", "weakened"),
    ("up to a sum and no further", NONE, "1. Ruin. A judgment against Studio is recoverable up to the fees of one season and no further.", "changed"),
    ("the aggregate is a sum", NONE, "1. Storms. For this and for all else the aggregate for which Studio can be made to answer is the sum of EUR 900.", "changed"),
]  # fmt: skip

test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
