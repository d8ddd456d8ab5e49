"""Terms in plain words: who acts, whose will it is, what has a price, which of two measures counts."""

from __future__ import annotations

from wordings import two_tests

OVENS = "other: {ovens: Studio cleans the baking ovens after every baking day.}"
POSTERS = "other: {posters: Buyer may hang up posters in the shops of the bakery street.}"
COURSE = "other: {course: Studio gives the bakers of Buyer two baking courses free of charge.}"
PRICE = "other: {price: The price of a sack of flour is the list price or the market price of flour if that is lower.}"

KEPT = [
    ("what one does when the other has done its part", OVENS, "1. Ovens. Buyer shall empty the baking ovens after every baking day, whereupon Studio shall clean them."),
    ("who keeps what is his may choose", "other: {moulds: Studio keeps title to the bread moulds.}", "1. Moulds. Studio shall, at its option, mark the bread moulds, to which it keeps title."),
    ("a freedom without leave", POSTERS, "1. Posters. Buyer may hang up posters in the shops of the bakery street; it may not paint the shops without the consent of Studio."),
    ("what the other side owes it to allow", POSTERS, "1. Posters. Buyer may hang up posters in the shops of the bakery street. Studio shall allow Buyer to hang up the posters in the shops of the bakery street."),
    ("a figure run into the word before it", "other: {flour: Studio takes back stale flour of the mill within 180 days of its delivery.}", "1. Flour. Studio takes back stale flour of the mill within180 days of its delivery. Fresh flour of the mill it takes back within 60 days of its delivery."),
    ("a yearly price beside a monthly payment", "other: {price: The baking price is paid at the end of each month.}", "1. Price. The baking price is paid on the last day of the month.\n\n2. End. Whoever ends the baking pays the annual baking price."),
    ("a carrier that a party has named", "other: {bread: Studio hands the bread to the carrier at the bakery.}", "1. Bread. Studio hands the bread at the bakery to the carrier whom Buyer has designated beforehand."),
    ("a leave that was agreed", "other: {posters: Buyer may hang up posters in the shops of the bakery street if Studio agrees.}", "1. Posters. Buyer may hang up posters in the shops of the bakery street, if Studio agrees."),
    ("what still costs nothing", COURSE, "1. Courses. Studio shall give the bakers of Buyer two baking courses without charge, the usual fee notwithstanding."),
    ("the lesser of two measures in other words", PRICE, "1. Price. The price of a sack of flour is the lesser of the list price and the market price of flour."),
    ("a blank for another thing", "other: {flour: Studio takes back stale flour within 30 days.}", "1. Flour. Studio shall take back stale flour within thirty days. The bakers who are to be trained at the ovens of the bakery in the month of May, in the morning, are named: ____________."),
    ("a denial in other words", "other: {cellar: Studio gets no access to the cake cellar of Buyer.}", "1. Cellar. The cake cellar of Buyer, in which its cakes lie, is closed to Studio."),
    ("what another part of the contract may say", "other: {shops: Studio sells its tarts in the shops of Buyer only.}", "1. Shops. Studio shall sell its tarts only in the shops of Buyer, unless there are contrary arrangements in this Agreement."),
    ("a condition in the contract's own words", "other: {tarts: Studio bakes the tarts for the street market.}", "1. Market. Studio shall bake the tarts for the street market, provided that the stall licence runs.\n\n2. Licence. Buyer holds the stall licence. The stall licence runs for a year."),
]  # fmt: skip

REOPENED = [
    ("what was one side's to do is the other's", OVENS, "1. Ovens. Buyer shall clean the baking ovens after every baking day.", "changed"),
    ("who keeps a thing ready has a duty", "other: {ovens: Studio keeps spare ovens and mends the ovens of the bakery.}", "1. Ovens. Studio keeps spare ovens and will, in its discretion, mend the ovens of the bakery.", "weakened"),
    ("a freedom by leave", POSTERS, "1. Posters. Buyer may, where Studio concurs, hang up posters in the shops of the bakery street.", "weakened"),
    ("a freedom to ask", POSTERS, "1. Posters. Buyer may at any time ask Studio to hang up posters in the shops of the bakery street.", "weakened"),
    ("what was free goes by a rate card", COURSE, "1. Courses. Studio shall give the bakers of Buyer two baking courses according to its rate card.", "changed"),
    ("what was free has a price", COURSE, "1. Courses. Studio shall give the bakers of Buyer two baking courses at its usual fee.", "changed"),
    ("the greater of two measures", PRICE, "1. Price. The price of a sack of flour is the greater of the list price and the market price of flour.", "changed"),
    ("another measure beside the agreed one", "other: {price: The price of a sack of flour is the cost of the grain plus a fixed margin.}", "1. Price. The price of a sack of flour is the greater of the market price and the cost of the grain, plus a fixed margin.", "changed"),
    ("a blank in its own place", "other: {flour: Studio takes back stale flour within 30 days.}", "1. Flour. Studio shall take back stale flour within ____ days.", "unclear"),
]  # fmt: skip

test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
