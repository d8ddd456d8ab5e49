"""The words of the agreed term with a "not" in them: denied to the side that was to have it, or where the choice is made."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("an end at will for one, none for the other", "term: {convenience: customer}", "1. End. Buyer may terminate this Agreement for convenience on 30 days' notice. Studio may not terminate this Agreement for convenience."),
    ("an audit, and no second one in a year", "general: {audit: customer}", "1. Books. Buyer may audit the books of Studio on ten days' notice, and Buyer may not audit them twice in a year."),
    ("an end at will, and not before a day", "term: {convenience: customer}", "1. End. Buyer may terminate this Agreement for convenience on 30 days' notice, but Buyer may not terminate it before May 2027."),
    ("a renewal that nobody need ask for", "term: {renewal: automatic 1 year}", "1. Term. This Agreement shall automatically renew for one year at a time, unless a party gives notice that it will not renew."),
    ("what one side does not acquire of the other's", "ip: {background_ip: each}", "1. Own things. Each party retains all right, title and interest in the intellectual property that it owned before this Agreement, and Studio shall not acquire any title to that of Buyer."),
    ("a price that is not higher than others pay", "payment: {most_favoured_price: customer}", "1. Prices. Studio shall charge Buyer no more than its lowest price to any other customer. Buyer will not be charged a higher price than any other customer of Studio."),
    ("costs of which some are not charged", "payment: {expenses: reimbursed}", "1. Expenses. Buyer shall reimburse the travel expenses of Studio. The receipts will not in every case show all expenses."),
]  # fmt: skip

REOPENED = [
    ("an end at will denied to the one who was to have it", "term: {convenience: customer}", "1. End. Buyer may not terminate this Agreement for convenience on 30 days' notice.", "changed"),
    ("an indemnity denied", "liability: {indemnity_by: provider}", "1. Indemnity. Studio shall not defend, indemnify and hold harmless Buyer from claims of third parties that arise from the bread.", "changed"),
    ("works that are not the property of whose they were to be", "ip: {ownership: customer}", "1. Works. All recipes made under this Agreement shall not be the sole property of Buyer.", "changed"),
    ("books that are not opened", "general: {audit: customer}", "1. Books. Studio shall not permit an accountant of Buyer to audit its books and records.", "changed"),
    ("a winner that recovers nothing", "general: {attorneys_fees: loser pays}", "1. Disputes. The prevailing party shall not recover its reasonable attorneys' fees from the losing party.", "changed"),
]  # fmt: skip

test_the_denial_is_of_something_else, test_the_denial_is_of_the_term = two_tests(KEPT, REOPENED)
