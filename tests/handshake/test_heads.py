"""Who the parties are, which side is ours, what the deal is called and when it was agreed, as people put it."""

from __future__ import annotations

import datetime

import pytest
from typed_sheets import imported

from termscan.errors import TermSheetError
from termscan.handshake import Told

WHO = {
    "labels": "Customer: Acme Retail Ltd\nProvider: Studio North LLC\nOur side: provider",
    "roles of their own": "Client: Acme Retail Ltd\nAgency: Studio North LLC (us)",
    "on one line": "- client: Acme Retail Ltd, agency: Studio North LLC (us)",
    "in brackets": "Between Acme Retail Ltd (customer) and Studio North LLC (provider). We are the provider.",
    "defined": 'Between:\n(1) Acme Retail Ltd (the "Client"); and\n(2) Studio North LLC (the "Studio").\nWe act for Studio North LLC.',
    "in a sentence": "Acme Retail Ltd (that's them) is the customer, Studio North LLC is the supplier. Our side is the supplier.",
    "by role and name": "We are the consultant (Studio North LLC). Client = Acme Retail Ltd",
    "by what they do": "Parties: Acme Retail Ltd and Studio North LLC\nStudio North LLC builds a shop for Acme Retail Ltd.\nOur side: Studio North",
    "in columns": "| Who | Name |\n| Buyer | Acme Retail Ltd |\n| Vendor | Studio North LLC |\n| We are | the vendor |",
    "a role that no form has": "Client: Acme Retail Ltd\nPhotographer: Studio North LLC (us)",
    "told from what is said": "Customer: Acme Retail Ltd\nSupplier: Studio North LLC\nThe client pays us in 30 days.",
}


@pytest.mark.parametrize("said", WHO.values(), ids=WHO)
def test_who_is_who(said):
    sheet = imported(f"{said}\n\nPayment: net 30\n").sheet
    assert (sheet.customer.name, sheet.provider.name, sheet.our_side) == (
        "Acme Retail Ltd",
        "Studio North LLC",
        "provider",
    )


def test_a_short_name_in_brackets_is_kept():
    sheet = imported("Customer: Acme Retail Ltd\nProvider: Studio North LLC (“North”, us)\nFee: USD 10").sheet
    assert sheet.provider.called == ("North",)


def test_we_are_whoever_writes_even_where_the_reader_is_the_other_side():
    text = "Customer: Acme Retail Ltd (us)\nProvider: Studio North LLC\nInsurance: you carry USD 1,000,000"
    sheet = imported(text, Told(our_side="provider")).sheet
    assert (sheet.our_side, sheet.terms[0].by) == ("provider", "provider")


WITHOUT_A_SIDE = "Customer: Acme Retail Ltd\nProvider: Studio North LLC\nPayment: net 30"


def test_where_nothing_tells_our_side_it_is_asked_for_in_one_line():
    with pytest.raises(TermSheetError) as refused:
        imported(WITHOUT_A_SIDE)
    assert "--our-side" in str(refused.value) and "\n" not in str(refused.value)
    assert imported(WITHOUT_A_SIDE, Told(our_side="customer")).sheet.our_side == "customer"


def test_a_party_that_is_not_named_is_asked_for_and_not_made_up():
    made = imported("Payment: net 30", Told(our_side="customer", customer="Acme Retail Ltd"))
    assert made.sheet.customer.name == "Acme Retail Ltd" and made.sheet.provider.name == "the provider"
    assert made.remarks == ("does not name the provider; add `--provider NAME`",)


DATES = {
    "Date: 14 September 2026": datetime.date(2026, 9, 14),
    "agreed on the phone 14 Sept 2026": datetime.date(2026, 9, 14),
    "Date agreed: 2026-09-14": datetime.date(2026, 9, 14),
    "Date: 5/10/2026": None,  # May or October: a remark asks
    "Delivery: 2026-12-01": None,
}


@pytest.mark.parametrize(("said", "day"), DATES.items(), ids=DATES)
def test_the_day_of_the_handshake(said, day):
    made = imported(f"{WHO['labels']}\n{said}\nPayment: net 30")
    assert made.sheet.agreed_on == day
    assert ("day or month first" in made.text) == ("5/10" in said)


DEALS = {
    "Deal: Web shop rebuild": "Web shop rebuild",
    "Project: Web shop rebuild": "Web shop rebuild",
    "Term sheet: Web shop rebuild": "Web shop rebuild",
    "Web shop rebuild: what we agreed": "Web shop rebuild",
    "HEADS OF TERMS": "Acme Retail and Studio North",
}


@pytest.mark.parametrize(("title", "deal"), DEALS.items(), ids=DEALS)
def test_what_the_deal_is_called(title, deal):
    assert imported(f"{title}\n\n{WHO['labels']}\nPayment: net 30").sheet.deal == deal
