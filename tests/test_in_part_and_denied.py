"""What keeps the agreed words for a part, or denies them in the same breath."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    # the rest
    ("the others of another thing", "deliverables: {revisions: 2}", "1. Revisions. Studio makes two rounds of revisions to every menu. All other duties of Buyer stay as they are."),
    ("what lies outside the agreed scope", "deliverables: {warranty: {agreed: 12 months, for: ovens}}", "1. Warranty. Studio warrants all ovens for twelve months. All other machines are sold with the maker's own promise."),
    ("a share of the rest of the fees", "term: {kill_fee: {agreed: 30%, by: customer}}", "1. End. If Buyer terminates for convenience it shall pay a cancellation fee of 30% of the fees for the rest of the initial term."),
    ("a payment among other payments", "payment: {due: 30 days}", "1. Payment. Buyer shall pay each invoice within thirty days. All other sums follow the order form."),
    ("rights that are kept", "general: {data_ownership: customer}", "1. Data. Buyer owns the data of its guests. All other rights are reserved by Studio."),
    # denials
    ("no more than was agreed", "deliverables: {warranty: 12 months}", "1. Warranty. Studio warrants the ovens for twelve months. It gives no other warranty."),
    ("nothing before a day", "deliverables: {revisions: 2}", "1. Revisions. Studio makes two rounds of revisions, and no revision begins before Buyer has sent its remarks."),
    ("a denial that the sheet excepts", "deliverables: {warranty: {agreed: 12 months, except: [glass doors]}}", "1. Warranty. Studio warrants the ovens for twelve months. No warranty covers glass doors."),
    ("nothing of the kind is meant elsewhere", "payment: {deposit: 20%}", "1. Deposit. Buyer shall pay a deposit of 20%. Nothing in this Agreement shall be read as making the parties partners."),
]  # fmt: skip

REOPENED = [
    # the rest
    ("the others as they come", "deliverables: {revisions: 2}", "1. Revisions. Studio makes two rounds of revisions to the lunch menu. All other menus are printed as they come.", "weakened"),
    ("the others later", "payment: {due: 30 days}", "1. Payment. Buyer shall pay invoices for bread within thirty days, and all other invoices within a hundred days.", "weakened"),
    ("outside the hours just named", "deliverables: {service_level: 99%}", "1. Service. The ordering page is available 99% of each month between nine and noon. Outside those hours it may be switched off.", "weakened"),
    ("the others for one side", "ip: {ownership: joint}", "1. Ownership. Recipes in the printed book are owned jointly by the parties. All other recipes are owned by Buyer alone.", "weakened"),
    # denials
    ("a part without what was promised", "deliverables: {warranty: 12 months}", "1. Warranty. Studio warrants the ovens for twelve months. Mixers are sold without any warranty.", "weakened"),
    ("the promise of others", "deliverables: {warranty: 12 months}", "1. Warranty. For twelve months the ovens are under warranty from their makers. Studio itself gives no warranty.", "weakened"),
    ("what need not be done for the old ones", "general: {data_return: 10 days}", "1. Data. Studio shall return the data of Buyer within ten days of its request. Data from past years need not be returned.", "weakened"),
    ("a denial that takes in the whole", "general: {attorneys_fees: each its own}", "1. Costs. It is not the case that each party bears its own attorneys' fees in a dispute.", "weakened"),
]  # fmt: skip


test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
