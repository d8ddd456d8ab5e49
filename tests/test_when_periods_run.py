"""From when a period or a rate runs: said twice, said by another clause, or behind a percentage."""

from __future__ import annotations

from wordings import two_tests

END = "1. End. Either party may terminate this Agreement without cause on 60 days' written notice.\n\n2. Ovens. The parties keep a list of ovens.\n\n"
KEPT = [
    ("the same start said twice", "term: {cure_period: {agreed: 20 days, from: written notice}}", "1. Breach. Either party may end this Agreement for a breach not cured within 20 days after written notice or, where Studio is in breach, within 20 days after written notice by Buyer."),
    ("an invoice that came to hand", "payment: {due: {agreed: 20 days, from: receipt of the invoice}}", "1. Payment. Buyer shall pay each invoice by the twentieth day after it came to hand."),
    ("a receipt and the days that go by", "term: {cure_period: {agreed: 30 days, from: receipt of the notice}}", "1. Breach. Either party may end this Agreement if the other, having received notice of a breach, lets 30 days from such receipt go by without curing it."),
    ("the only definition of a day", "payment: {due: {agreed: 30 days, from: delivery date}}", '1. Payment. Buyer shall pay within 30 days after the Delivery Date.\n\n2. Words. "Delivery Date" for a batch means the day on which both sides have signed the sheet that lists its loaves.'),
    ("another deadline of the same length", "payment: {due: {agreed: 30 days, from: receipt of the invoice}}", "1. Payment. Prices are agreed within 30 days of the opening of a shop, and Buyer shall pay each invoice within 30 days of its receipt."),
    ("since the end", "general: {confidentiality: 2 years}", "1. Secrets. Each party keeps the other's recipes secret until two years have passed since it ended."),
    ("a notice that takes effect when its time is over", "term: {convenience_notice: 60 days}", END + "3. Notices. A notice by which a party ends this Agreement takes effect 60 days after its receipt."),
    ("another clause's term that begins", "term: {convenience_notice: 60 days}", END + "3. Term. The term of this Agreement begins on 1 May 2026 and runs until terminated under section 1."),
    ("interest from the day of default", "payment: {late_interest: {agreed: 6% per year, from: the due date}}", "1. Interest. Overdue sums bear interest of 6% per year from the due date until they are paid."),
    ("interest after the agreed days", "payment: {late_interest: {agreed: 1% per month, from: 30 days after the invoice date}}", "1. Interest. Overdue sums bear interest of 1% per month commencing thirty days after the invoice date."),
    ("another event that makes no difference", "payment: {due: {agreed: 20 days, from: receipt of the invoice}}", "1. Payment. Buyer shall pay each invoice within 20 days after its receipt, regardless of whether it has approved the loaves."),
    ("a yearly increase after the first anniversary", "payment: {price_increase: 4%}", "1. Prices. After the first anniversary of the effective date Studio may increase the fees by no more than 4% a year."),
    ("a yearly rate counted by the day", "payment: {late_interest: 6% per year}", "1. Interest. Overdue sums bear interest at an annual rate of 6%, reckoned for each day."),
    ("the sooner of two, as agreed", "payment: {due: {agreed: 45 days, from: 'receipt of invoice, or the end of the quarter if sooner'}}", "1. Payment. Buyer shall pay each invoice within 45 days of its receipt or by the end of the quarter, whichever comes first."),
]  # fmt: skip
REOPENED = [
    ("a second start for one side", "term: {cure_period: {agreed: 20 days, from: written notice}}", "1. Breach. Either party may end this Agreement for a breach not cured within 20 days after written notice or, where Studio is in breach, within 20 days of the day on which the breach first occurred.", "changed"),
    ("in plain words, the end and something after it", "other: {tins: Studio pays what it owes within six weeks of the end.}", "1. Tins. Studio shall pay what it owes within six weeks of the closing of the last sale of tins pending at termination.", "changed"),
    ("days that have passed since", "general: {non_solicit: 2 years}", "1. Bakers. Until two years have passed since the effective date neither party shall hire the other's bakers.", "changed"),
    ("a clause's period counted elsewhere", "term: {convenience_notice: 60 days}", END + "3. Addresses. The days for which section 1 provides are counted from the next market day.", "weakened"),
    ("a notice that takes effect at once", "term: {convenience_notice: 60 days}", END + "3. Addresses. A notice by which Buyer terminates this Agreement takes effect on the day Buyer sends it.", "weakened"),
    ("a notice that takes effect sooner", "term: {convenience_notice: 60 days}", END + "3. Addresses. Any notice of termination without cause becomes effective ten days after it is handed over.", "unclear"),
    ("interest without the agreed wait", "payment: {late_interest: {agreed: 1% per month, from: 30 days after the invoice date}}", "1. Interest. Overdue sums bear interest of 1% per month commencing on the invoice date.", "changed"),
    ("interest from a demand", "payment: {late_interest: {agreed: 6% per year, from: the due date}}", "1. Interest. Overdue sums bear interest of 6% per year from the day on which Studio notifies Buyer of them until they are paid.", "changed"),
    ("the agreed start makes no difference", "deliverables: {acceptance_period: {agreed: 10 days, from: delivery}}", "1. Acceptance. Buyer may test and reject the ovens within 10 days from the day on which Studio began to build them, whether or not they have been delivered.", "changed"),
    ("and not from the agreed start", "deliverables: {warranty: {agreed: 24 months, from: sale to the guest}}", "1. Warranty. Studio warrants the ovens for 24 months from the date of their firing, and not from their sale to the guest.", "changed"),
    ("the first day of another year", "term: {convenience_notice: 60 days}", "1. End. Either party may terminate this Agreement for convenience on 60 days' notice, which period begins to run on the first day of the calendar year after that in which it is given.", "changed"),
    ("insurance from an anniversary on", "liability: {insurance: 'USD 2,000'}", "1. Insurance. Studio shall carry insurance of USD 2,000 as from the second anniversary of the effective date.", "changed"),
    ("a minimum from a year of its own", "payment: {minimum_commitment: 'USD 900'}", "1. Minimum. Buyer shall buy loaves for a minimum of USD 900 a year, commencing with the year after that in which its stall first earns a profit.", "changed"),
    ("a yearly rate by the month", "payment: {late_interest: 6% per year}", "1. Interest. Overdue sums bear interest at a monthly rate of 6%.", "changed"),
    ("the sooner of two where one was agreed", "payment: {due: {agreed: 45 days, from: receipt of invoice}}", "1. Payment. Buyer shall pay each invoice within 45 days of its receipt or by the tenth day of the quarter, whichever comes first.", "changed"),
    ("a cure from the breach and not from the notice", "term: {cure_period: {agreed: 30 days, by: provider, from: notice of the breach}}", "1. Ending. Buyer may terminate this Agreement for a material breach of Studio which is not remedied within 30 days after it was committed.", "changed"),
]  # fmt: skip

test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
