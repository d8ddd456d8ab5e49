"""What one side was to do, or was free to do, said of the other side: the choice stands, the bargain does not."""

from __future__ import annotations

from wordings import two_tests

HELPERS = "deliverables: {subcontracting: with consent}"
TRANSFER = "ip: {transfer: on creation}"
AUTHORS = "ip: {moral_rights: waived}"
SAMPLES = "ip: {portfolio_use: allowed}"

KEPT = [
    ("helpers of the one who bakes", HELPERS, "1. Helpers. Studio may not subcontract the baking without the prior written consent of Buyer."),
    ("helpers, and another party asked on the way", HELPERS, "1. Helpers. Studio may, having told Buyer of it, use subcontractors only with the prior written consent of Buyer."),
    ("rights that pass from who made the work", TRANSFER, "1. Rights. Studio hereby assigns to Buyer all right, title and interest in the recipes upon their creation."),
    ("authors who give up their rights", AUTHORS, "1. Authors. Studio hereby waives all moral rights in the recipes."),
    ("samples of who made them", SAMPLES, "1. Samples. Studio may show the cakes in its portfolio."),
]  # fmt: skip

REOPENED = [
    ("helpers of the one who pays", HELPERS, "1. Helpers. Buyer may not subcontract the baking without the prior written consent of Studio.", "changed"),
    ("rights that pass the other way", TRANSFER, "1. Rights. Buyer hereby assigns to Studio all right, title and interest in the recipes upon their creation.", "changed"),
    ("rights given up by who ordered the work", AUTHORS, "1. Authors. Buyer hereby waives all moral rights in the recipes.", "changed"),
    ("samples of who ordered the work", SAMPLES, "1. Samples. Buyer may show the cakes in its portfolio.", "changed"),
]  # fmt: skip

test_the_right_side_acts, test_the_other_side_acts = two_tests(KEPT, REOPENED)
