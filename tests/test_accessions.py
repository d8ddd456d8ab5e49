"""What one side owns, or each, and another sentence lets fall to the other side."""

from __future__ import annotations

from wordings import two_tests

BUYERS = "1. Ownership. All title to and interest in the menus, being work product, shall belong to Buyer."
OWN = "1. Property. Buyer shall own and hereby retains all right and title in Buyer background technology.\n\n2. Property. Studio shall own and hereby retains all right and title in Studio background technology."
DATA = "1. Data. Buyer owns all customer data."

KEPT = [
    ("it falls to the one who was to own it", "ip: {ownership: customer}", f"{BUYERS}\n\n2. Proofs. Proofs vest in Buyer upon delivery."),
    ("what is only described", "ip: {background_ip: each}", f"{OWN}\n\n3. Colours. The ink becomes dark after the menu has been given to Buyer."),
    ("another thing than that of which the term speaks", "general: {data_ownership: customer}\n  ip: {background_ip: each}", f"{DATA}\n\n2. Tools. The tools, once paid for, are the property of Studio as background technology."),
]  # fmt: skip

REOPENED = [
    ("upon an event", "ip: {ownership: customer}", f"{BUYERS}\n\n2. Proofs. Menus that were never printed shall upon the end of the season belong to Studio.", "weakened"),
    ("among whose things it is reckoned", "ip: {background_ip: each}", f"{OWN}\n\n3. Ovens. A recipe that has been baked for a month counts as Buyer technology.", "weakened"),
    ("from then on its owner", "ip: {background_ip: each}", f"{OWN}\n\n3. Ovens. Drawings are handed to Studio, and Studio is thenceforth their owner.", "weakened"),
    ("once handed over", "ip: {background_ip: each}", f"{OWN}\n\n3. Lessons. Notes made by Studio for a lesson vest in Buyer once the lesson is over.", "weakened"),
    ("a copy as its own", "general: {data_ownership: customer}", f"{DATA}\n\n2. End. A copy of the customer data is kept as Studio's own property.", "weakened"),
]  # fmt: skip

test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
