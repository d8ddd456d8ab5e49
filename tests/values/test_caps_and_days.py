"""Values that prose puts in words of its own: ordinal days, shares of what was paid, the greater of two."""

from __future__ import annotations

import pytest

from termscan import values

CASES = [
    ("no later than the fifth business day after delivery", "5 business days"),
    ("by the 10th day following the end of each month", "10 days"),
    ("a royalty of one-tenth (10%) of the revenue", "10%"),
    ("shall not exceed the sum of all amounts received from Client under this Agreement", "100% of fees"),
    ("shall not exceed one half of the amount paid by Client", "50% of fees"),
    ("the total of the fees that Client has paid or is liable to pay to Studio in the twelve-month period before the claim", "12 months of fees"),
    ("| Cap | Whichever is higher: (1) the fees paid in the 12 months before the claim, or (2) $250,000 |", "the greater of 12 months of fees and USD 250,000"),
    ("shall not exceed $100,000 or the fees paid in the prior 12 months, whichever is greater", "the greater of USD 100,000 and 12 months of fees"),
    ("liability is confined to the total of what it has actually received under this Agreement", "100% of fees"),
    ("the liability of a party does not go beyond what that party earned under section 2.5 over the twelve months before the claim", "12 months of fees"),
    ("the most for which Studio can be liable is the amount actually due to it", "100% of fees"),
    ("is limited to the support charges for a three-month period", "3 months of fees"),
    ("may not exceed half of the fees for a period of six months", "50% of 6 months of fees"),
    ("is confined to the monthly payments over any sixty (60) days", "2 months of fees"),
    ("[x] USD 86,400.00 for each year", "USD 86,400 per year"),
    ("shall not exceed eighteen (18) times the monthly administrative fee", "18 months of fees"),
    ("shall not exceed 18 times the fee that Schedule B has Client pay each month", "18 months of fees"),
    ("shall continue for six (6) Contract Years", "6 years"),
    ("a price of CHF 4'200'000", "CHF 4,200,000"),
    ("Studio receives one half of all net profits", "50%"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), CASES)
def test_it_is_found(text, value):
    found = [f for f in values.find(text) if f.value is not None]
    assert [values.canonical(f.value) for f in found] == [value]
    assert found[0].words_say is None


@pytest.mark.parametrize("text", ["on the fifth anniversary", "a third party", "the second paragraph"])
def test_an_ordinal_alone_is_no_length(text):
    assert not [f for f in values.find(text) if f.type == "duration"]


def test_half_an_hour_is_thirty_minutes():
    assert values.compare(values.parse("duration", "30 minutes"), values.parse("duration", "0.5 hours")) == "same"
