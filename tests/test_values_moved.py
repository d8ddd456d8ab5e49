"""Values, turns and starts that moved: which place is the term's own, one of two measures, time that runs from elsewhere."""

from __future__ import annotations

import pytest
from wordings import two_tests

from termscan import values

KEPT = [
    ("the smaller of the rate and what the law allows", "payment: {late_interest: 2% per month}", "1. Late payment. Overdue sums bear interest at the lesser of 2% per month and the highest rate that the law allows."),
    ("the sooner of two days, as agreed", "deliverables: {delivery: {agreed: 2027-03-01, note: 'or ten days after the order if that comes first'}}", "1. Delivery. Studio shall deliver the oven on 1 March 2027 or ten days after the order, whichever is earlier."),
    ("a year that stands still in another matter", "general: {non_compete: {agreed: 1 year, by: provider}}", "1. Non-competition. For one year after termination Studio shall not bake for a competitor.\n\n2. Deliveries. The delivery period shall be suspended during a strike."),
    ("notice that counts when it is received", "term: {convenience_notice: 30 days}", "1. End. Either party may terminate this Agreement for convenience on 30 days' written notice.\n\n2. Notices. A notice is effective on the day on which it is received."),
    ("effect with the signature", "term: {start: 2026-12-01}", "This Agreement is made on 1 December 2026.\n\n1. Term. This Agreement takes effect when both parties have signed it."),
    ("a bill each month beside a yearly audit", "payment: {invoicing: monthly}", "1. Invoices. Studio shall submit an invoice at the end of each month. Each year Buyer may look at the books."),
    ("a turn of a year in months", "term: {renewal: automatic 1 year}", "1. Term. This Agreement runs for two years and shall automatically renew for successive periods of twelve months unless either party gives notice."),
    ("two cases with the right lengths", "term: {convenience_notice: {agreed: 90 days, for: the bread line}}", "1. End. Either party may terminate this Agreement without cause on notice of 90 days for the bread line and 30 days for the coffee line."),
    ("a rate for every day of delay", "payment: {late_interest: 0.1% per day}", "1. Late payment. For each day of delay Buyer shall pay interest of 0.1% of the overdue sum."),
    ("secrecy after termination", "general: {confidentiality: 3 years}", "1. Secrecy. The duty of confidentiality survives for three years after termination of this Agreement."),
    ("a start at the same end", "payment: {due: {agreed: 10 days, from: the end of each quarter}}", "1. Payment. Buyer shall pay the fee within ten days after the end of each quarter."),
]  # fmt: skip
REOPENED = [
    ("the greater of the rate and another", "payment: {late_interest: 2% per month}", "1. Late payment. Overdue sums bear interest at the greater of 2% per month and the rate that Buyer's bank charges.", "changed"),
    ("the later of two days instead of the sooner", "deliverables: {delivery: {agreed: 2027-03-01, note: 'or ten days after the order if that comes first'}}", "1. Delivery. Studio shall deliver the oven within ten days after the order or on 1 March 2027 (whichever is later).", "changed"),
    ("a year that stands still", "general: {non_compete: {agreed: 1 year, by: provider}}", "1. Non-competition. For one year after termination Studio shall not bake for a competitor. Such period shall be tolled for as long as Studio is in breach.", "weakened"),
    ("months left out of the count", "general: {non_compete: {agreed: 1 year, by: provider}}", "1. Non-competition. For one year after termination Studio shall not bake for a competitor. Months in which Studio bakes for nobody do not count towards that year.", "weakened"),
    ("notice counted from the end of a quarter", "term: {convenience_notice: 30 days}", "1. End. Either party may terminate this Agreement for convenience on 30 days' written notice, the thirty days being counted from the last day of the calendar quarter.", "changed"),
    ("the first of the days", "term: {convenience_notice: 30 days}", "1. End. Either party may terminate this Agreement for convenience on 30 days' written notice, the first of those days being the day on which the other party has acknowledged it.", "changed"),
    ("notices that take effect later", "term: {convenience_notice: 30 days}", "1. End. Either party may terminate this Agreement for convenience on 30 days' written notice.\n\n2. Notices. A notice is effective on receipt, but a notice of termination from the last day of the year in which it is received.", "weakened"),
    ("a running that begins later", "term: {convenience_notice: 30 days}", "1. End. Either party may terminate this Agreement for convenience on 30 days' written notice.\n\n2. Notices. The running of any period of notice begins on the first day of the year following its receipt.", "weakened"),
    ("effect on a day that is not before the agreed one", "term: {start: 2026-12-01}", "This Agreement is made between the parties.\n\n1. Term. This Agreement shall take effect on the day, not before 1 December 2026, on which Buyer has found a shop.", "changed"),
    ("effect once a board has ratified it", "term: {start: 2026-12-01}", "This Agreement is dated 1 December 2026.\n\n1. Copies. Every copy is an original of this instrument, which comes into operation when Buyer's board has ratified it.", "changed"),
    ("no effect until something happens", "term: {start: 2026-12-01}", "This Agreement is dated 1 December 2026.\n\n1. Term. This Agreement shall not become effective until the bank has approved the loan.", "changed"),
    ("a start left open", "term: {start: 2026-12-01}", 'This Agreement is made on 1 December 2026, with effect from [date to be agreed] (the "Effective Date").\n\n1. Work. Studio bakes.', "unclear"),
    ("a bill each quarter", "payment: {invoicing: monthly}", "1. Invoices. Studio shall submit an invoice on the first day of each calendar quarter. The minimum monthly fee is USD 500.", "changed"),
    ("a turn of another length", "term: {renewal: automatic 1 year}", "1. Term. This Agreement runs for two years and shall automatically renew for successive three-month periods unless either party gives notice.", "changed"),
    ("two cases with their lengths exchanged", "term: {convenience_notice: {agreed: 90 days, for: the bread line}}", "1. End. Either party may terminate this Agreement without cause on notice of 90 days for the coffee line and 30 days for the bread line.", "changed"),
    ("a rate for every month", "payment: {late_interest: 0.1% per day}", "1. Late payment. For each full month of delay Buyer shall pay interest of 0.1% of the overdue sum.", "changed"),
    ("secrecy from the effective date", "general: {confidentiality: 3 years}", "1. Secrecy. The duty of confidentiality lasts for three years from the Effective Date.", "changed"),
    ("the other end of the quarter", "payment: {due: {agreed: 10 days, from: the start of each quarter}}", "1. Payment. Buyer shall pay the fee within ten days after the end of each quarter.", "changed"),
    ("goods that pass to a carrier", "payment: {due: {agreed: 30 days, from: the day we receive the flour}}", "1. Payment. Buyer shall pay within 30 days after the flour is handed to the carrier.", "changed"),
    ("half a length as agreed", "term: {cure_period: 20 days}", "1. Breach. Either party may terminate this Agreement if the other fails to cure a material breach within twenty (5) days after written notice.", "unclear"),
]  # fmt: skip

test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("EUR 14 million (say fourteen million only)", None),
        ("EUR 14 million ((SAY: TWELVE MILLION ONLY)", "EUR 12,000,000"),
        ("USD 900 (in words: eight hundred)", "USD 800"),
    ],
)
def test_a_sum_said_once_more_in_its_bracket(text, says) -> None:
    found = values.find(text)[0]
    assert (values.canonical(found.words_say) if found.words_say else None) == says
