"""Parties that a cover page names in the columns of a table."""

from __future__ import annotations

import pytest

from termscan.model import PartyName
from termscan.outline.parties import parties

ACME, NORTH = PartyName("Acme Retail Ltd"), PartyName("Studio North LLC")
BODY = "\n\n1. Customer shall pay Provider for the Services."

COLUMNS = [
    ("a row of names", "| | Customer | Provider |\n| Name | Acme Retail Ltd | Studio North LLC |"),
    ("the columns exchanged", "| | Provider | Customer |\n| Legal name | Studio North LLC | Acme Retail Ltd |"),
    (
        "a row of what they are called",
        '| | Customer | Provider |\n| Name | Acme Retail Ltd | Studio North LLC |\n| Called | "Customer" | "Studio" |',
    ),
]


@pytest.mark.parametrize("page", [c[1] for c in COLUMNS], ids=[c[0] for c in COLUMNS])
def test_the_names_belong_to_the_heads_of_their_columns(page):
    found = parties(page + BODY)
    assert (found.customer.name, found.provider.name) == (ACME.name, NORTH.name)


@pytest.mark.parametrize("page", [c[1] for c in COLUMNS], ids=[c[0] for c in COLUMNS])
def test_each_party_of_the_sheet_is_called_what_heads_its_column(page):
    found = parties(page + BODY, ACME, NORTH)
    assert "Customer" in found.customer.called and "Provider" in found.provider.called
    assert "Customer" not in found.provider.called and "Provider" not in found.customer.called


def test_a_row_with_both_roles_names_nobody():
    found = parties("| Customer | Provider |\n\nThis Agreement is about a shop." + BODY)
    assert (found.customer.name, found.provider.name) == ("", "")


def test_a_row_for_each_party_still_names_it():
    found = parties("| Customer | Acme Retail Ltd |\n| Provider | Studio North LLC |" + BODY)
    assert (found.customer.name, found.provider.name) == (ACME.name, NORTH.name)
