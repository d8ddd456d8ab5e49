"""What other drafts taught: starts by their verbs, sums in brackets, towns of a named country, turns, and whose attempt it is."""

from __future__ import annotations

import pytest
from wordings import row, two_tests

from termscan import values

KEPT = [
    ("the day on which something is done", "deliverables: {delivery: {agreed: 5 days, from: approval of the drawing}}", "1. Delivery. Studio shall deliver the sign within five days from the day on which the drawing concerned is approved."),
    ("a deed by its root", "payment: {due: {agreed: 30 days, from: countersignature of the hall contract}}", "1. Payment. Buyer shall pay within 30 days from the date on which each such contract is countersigned."),
    ("a deed of which the sheet has the thing", "deliverables: {acceptance_period: {agreed: 10 days, from: its tasting of the cake}}", "1. Acceptance. Buyer shall accept or reject a cake within ten days after such party has conducted tasting."),
    ("a sum by its unit, in words of its own", "payment: {rate: 'USD 6,100 per month'}", "1. Studio. Studio will receive $6,100 per month for as long as this lasts."),
    ("secrecy to which nobody sets an end", "general: {confidentiality: perpetual}", "1. Secrecy. The content of this Agreement will remain confidential between Buyer and Studio."),
    ("a county and its bare name", "general: {venue: Brookvale}", "1. Courts. Any suit shall be brought in the courts of Brookvale County."),
    ("talks of an extension", "term: {renewal: by agreement}", "1. Term. The Parties may negotiate for an extension of this Agreement six months before its expiry."),
    ("money that stays, and comes back in one case", "payment: {refunds: {agreed: non-refundable, except: [where Studio is the cause]}}", "1. Deposits. Where Buyer does not go on, it agrees that the deposits paid will not be refunded. Where Studio is the cause, Studio shall refund the deposits in full."),
    ("a contract that takes effect when it is signed", "term: {start: 2026-03-02}", "This Agreement is dated as of 2 March 2026.\n\n1. Effect. This Agreement shall become effective when it has been signed and delivered by both parties."),
    ("an attempt of the one whom the plain words serve", "other: {oven: Studio repairs the oven within two days.}", "1. Oven. Buyer shall report a fault of the oven to Studio and shall try to keep it dry. Studio shall repair the oven within two days."),
    ("the agreed start word for word, and the way of paying", "payment: {due: {agreed: 20 days, from: invoice date}}", "1. Payment. Invoices are payable within twenty days of the invoice date by electronic funds transfer, without holdback."),
    ("a dollar sign in a sheet of Canadian dollars", "liability: {cap: the greater of CAD 900000 and 150% of fees}", "1. Liability. Studio's liability shall not exceed the greater of nine hundred thousand dollars ($900,000) and one hundred and fifty per cent (150%) of the fees paid."),
    ("a dollar sign in plain words", "other: {rebate: 'Studio pays back 4% of what Buyer buys above CAD 6,000 a year.'}", "1. Rebate. When Buyer buys for more than $6,000 in a year, Studio shall pay back four per cent of what it buys above that."),
    ("an hour's price is no instalment", "payment: {milestones: [{sketch approved: 'EUR 2,900'}, {sign delivered: 'EUR 4,100'}]}", "1. Price. Buyer shall pay EUR 2,900 once the sketch is approved and EUR 4,100 once the sign is delivered.\n\n2. Changes. Changes to the sketch once approved are charged at EUR 65 per hour."),
    ("deductions that the sheet names", "payment: {revenue_share: {agreed: 4%, of: 'income from cakes less sales tax, refunds, card fees and up to 10% dealer commission'}}", "1. Share. Buyer shall pay Studio 4% of Net Income. \"Net Income\" means the income from cakes, less sales taxes, refunds granted, card fees and dealer commissions not exceeding ten percent (10%)."),
    ("a turn of the same length", "payment: {invoicing: {agreed: monthly, for: statements}}", "1. Compensation. Studio shall submit to Buyer itemized statements, in a form satisfactory to Buyer, of such expenses incurred in the previous month."),
]  # fmt: skip
REOPENED = [
    ("secrecy from each disclosure, and not from the end", "general: {confidentiality: {agreed: 2 years, from: termination}}", "1. Secrecy. For a period of two years after each disclosure neither party shall use or disclose the other's confidential information.", "changed"),
    ("two sums of one currency", "liability: {insurance: {agreed: 'USD 2,000,000', by: provider}}", "1. Insurance. Studio shall carry liability insurance of not less than USD 2 million (USD 200,000).", "unclear"),
    ("a number of shares behind a name", "other: {shares: 'Buyer sells Anna 1,230,000 common shares of Buyer at their par value.'}", "1. Shares. Buyer shall issue and sell to Anna 1,320,000 shares of common stock of Buyer at their par value.", "changed"),
    ("shares of a maker in words and digits", "other: {shares: 'Studio earns 700,000 BIRCH shares for every ten shops that open.'}", "1. Shares. For every ten shops that open, Seven Hundred Thousand (600,000) shares of BIRCH stock are awarded to Studio as it earns them.", "unclear"),
    ("at the written election of one", "term: {renewal: by agreement 1 year}", "1. Term. Upon Buyer's written election, this Agreement may be renewed for one additional year.", "changed"),
    ("the written election said the other way round", "term: {renewal: by agreement 1 year}", "1. Term. At the written election of Buyer this Agreement may be renewed for one additional year.", "changed"),
    ("a town of a country that the sheet names", "general: {venue: Singapore, governing_law: Japan}", "1. Disputes. Any suit is brought in the courts of Singapore. All language used in such proceedings shall be Malay, and their seat and hearings shall be in Osaka.", "unclear"),
    ("effect once somebody has approved", "term: {start: 2026-03-02}", "This Agreement is dated as of 2 March 2026.\n\n1. Effect. This Agreement shall become effective on the date on which the last of the permits has been received and shall continue thereafter.", "changed"),
    ("outlays that the payer has agreed to", "payment: {expenses: reimbursed}", "1. Expenses. Buyer shall reimburse Studio for expenses. Studio accounts for its expenses each week, and Buyer shall reimburse Studio within ten days for those items to which Buyer had agreed beforehand.", "changed"),
    ("quarters for months", "payment: {invoicing: {agreed: monthly, for: statements}}", "1. Compensation. Studio shall submit to Buyer itemized statements, in a form satisfactory to Buyer, of such outlays made in the previous calendar quarter.", "changed"),
    ("a misstatement that has to be deliberate", "liability: {indemnity_by: {agreed: provider, for: misrepresentation}}", "1. Indemnity. Studio shall indemnify and hold Buyer harmless against all losses arising out of any deliberate misrepresentation by Studio.", "weakened"),
    ("fault that the police have found", "liability: {indemnity_by: {agreed: provider, for: accidents of the vans}}", "1. Indemnity. Studio shall indemnify Buyer against claims from accidents of the vans to the extent that its driver is found at fault by the police.", "weakened"),
    ("an attempt in the second half of a sentence", "other: {van: 'Buyer shall tell Studio within two hours when its van breaks down, and shall still send the flour.'}", "1. Van. Should the van break down, Buyer shall tell Studio within two hours and shall, as far as conditions permit, try to send the flour.", "weakened"),
]  # fmt: skip

test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)


def test_a_state_that_the_sheet_names_still_names_its_towns(tmp_path) -> None:
    """A sheet under the law of Texas is not surprised by the courts of Austin."""
    found = row(
        tmp_path, "general: {venue: Texas}", "1. Courts. Any suit is brought in the courts of Texas, in Austin, Texas."
    )
    assert found.verdict == "kept"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("600,000 Acme Holdings shares", "600,000"),
        ("4,000 North Mill crates", "4,000"),
    ],
)
def test_a_count_before_a_name_is_read(text, found) -> None:
    assert [values.canonical(f.value) for f in values.find(text) if f.value] == [found]
