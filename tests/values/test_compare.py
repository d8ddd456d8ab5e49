"""How a value found in a draft stands to the value agreed."""

from __future__ import annotations

import pytest

from termscan import values

SAME = [
    ("a year and twelve months", "duration", "1 year", "12 months"),
    ("a quarter and three months", "duration", "1 quarter", "3 months"),
    ("two weeks and fourteen days", "duration", "2 weeks", "14 days"),
    ("a day and 24 hours", "duration", "1 day", "24 hours"),
    ("a yearly fee by the month", "money", "USD 120,000 per year", "USD 10,000 per month"),
    ("a quarterly fee by the year", "money", "USD 3,000 per quarter", "USD 12,000 per year"),
    ("per user, by the month", "money", "USD 120 per user per year", "USD 10 per user per month"),
    ("an insured sum per occurrence", "money", "USD 1,000,000", "USD 1,000,000 per occurrence"),
    ("interest by the year", "percent", "1.5% per month", "18% per year"),
    ("idle zeros", "percent", "5%", "5.0%"),
    ("each and both", "party", "each", "both"),
    ("a county of the state", "place", "New York", "New York County, New York"),
    ("a city of the state", "place", "California", "San Francisco, California"),
    ("a known city without its state", "place", "California", "San Francisco"),
    ("England and its law", "place", "England", "England and Wales"),
    ("two names of a country", "place", "USA", "United States of America"),
    ("the order of a list", "list", "indirect, consequential", "consequential, indirect"),
    ("none and unlimited", "money or multiple", "none", "unlimited"),
    (
        "the order of the greater of two",
        "multiple",
        "the greater of USD 5 and 100% of fees",
        "the greater of 100% of fees and USD 5",
    ),
    ("a year of fees", "multiple", "12 months of fees", "1 year of fees"),
    ("none", "duration", "none", "none"),
    ("a text with another full stop", "text", "No exclusivity", "no exclusivity."),
    ("labels in another order", "labelled", "Design: 30%, Launch: 70%", "Launch: 70%, Design: 30%"),
]

MORE = [  # the second is more than the first
    ("days", "duration", "30 days", "60 days"),
    ("days and a clearly longer year", "duration", "60 days", "12 months"),
    ("business days are longer", "duration", "30 days", "30 business days"),
    ("even few of them", "duration", "1 day", "1 business day"),
    ("weeks and a clearly longer month", "duration", "3 weeks", "1 month"),
    ("perpetual", "duration", "3 years", "perpetual"),
    ("perpetual after the term", "duration", "during the term", "perpetual"),
    ("money", "money", "USD 100", "USD 101"),
    ("money by the month", "money", "USD 1,000 per year", "USD 100 per month"),
    ("percent", "percent", "1% per month", "1.5% per month"),
    ("unlimited", "money or multiple", "USD 100", "unlimited"),
    ("unlimited over fees", "multiple", "100% of fees", "unlimited"),
    ("fees", "multiple", "100% of fees", "150% of fees"),
    ("months of fees", "multiple", "6 months of fees", "12 months of fees"),
    ("shares of months of fees", "multiple", "12 months of fees", "200% of 12 months of fees"),
    (
        "the greater of the same and something",
        "money or multiple",
        "USD 100",
        "the greater of USD 100 and 100% of fees",
    ),
    ("greater for lesser", "multiple", "the lesser of USD 5 and 100% of fees", "the greater of USD 5 and 100% of fees"),
    (
        "one side of the greater of two",
        "multiple",
        "the greater of USD 5 and 100% of fees",
        "the greater of USD 5 and 200% of fees",
    ),
    ("a later date", "date", "2026-12-01", "2027-01-01"),
    ("a later month", "date", "December 2026", "2027-01-01"),
    ("rounds", "number", "2", "3"),
    ("any number of rounds", "number", "2", "unlimited"),
    ("one more item", "list", "indirect", "indirect, consequential"),
    ("the country for its state", "place", "Delaware", "United States"),
    ("the world", "place", "United States", "worldwide"),
    ("one rate of two", "labelled", "A: USD 5, B: USD 6", "A: USD 5, B: USD 7"),
]

APART = [
    ("30 days and a month", "duration", "30 days", "1 month", "incomparable"),
    ("52 weeks and a year", "duration", "52 weeks", "1 year", "incomparable"),
    ("ten business days and 14 days", "duration", "10 business days", "14 days", "incomparable"),
    ("during the term and a year", "duration", "during the term", "1 year", "incomparable"),
    ("money and fees", "money or multiple", "USD 100", "100% of fees", "incomparable"),
    ("all fees and those of a year", "multiple", "100% of fees", "12 months of fees", "incomparable"),
    ("a deposit as money and as a share", "money or percent", "USD 5", "5%", "incomparable"),
    ("interest with no period", "percent", "1.5% per month", "1.5%", "incomparable"),
    ("a date and a length", "date or duration", "2026-12-01", "6 weeks", "incomparable"),
    ("a date and a day of the month", "date", "2026-12-05", "5th of the month", "incomparable"),
    ("another text", "text", "No exclusivity", "Exclusive", "incomparable"),
    ("currencies", "money", "USD 100", "EUR 100", "different"),
    ("per hour and per month", "money", "USD 100 per hour", "USD 100 per month", "different"),
    ("per hour and in all", "money", "USD 100", "USD 100 per hour", "different"),
    ("over another rate", "percent", "1% over base rate", "1% over prime rate", "different"),
    ("parties", "party", "customer", "provider", "different"),
    ("each its own and joint", "party", "each", "joint", "different"),
    ("states", "place", "Delaware", "New York", "different"),
    ("two cities of a state", "place", "San Francisco, California", "Los Angeles, California", "different"),
    ("items exchanged", "list", "indirect", "consequential", "different"),
    ("labels", "labelled", "A: 5%", "B: 5%", "different"),
    ("none and something", "duration", "none", "30 days", "different"),
    ("something and none", "party", "customer", "none", "different"),
]


@pytest.mark.parametrize(("kind", "agreed", "found"), [c[1:] for c in SAME], ids=[c[0] for c in SAME])
def test_the_same(kind: str, agreed: str, found: str) -> None:
    one, other = values.parse(kind, agreed), values.parse(kind, found)
    assert values.compare(one, other) == values.compare(other, one) == "same"


@pytest.mark.parametrize(("kind", "agreed", "found"), [c[1:] for c in MORE], ids=[c[0] for c in MORE])
def test_more_one_way_is_less_the_other(kind: str, agreed: str, found: str) -> None:
    one, other = values.parse(kind, agreed), values.parse(kind, found)
    assert (values.compare(one, other), values.compare(other, one)) == ("more", "less")


@pytest.mark.parametrize(("kind", "agreed", "found", "relation"), [c[1:] for c in APART], ids=[c[0] for c in APART])
def test_what_no_scale_measures(kind: str, agreed: str, found: str, relation: str) -> None:
    one, other = values.parse(kind, agreed), values.parse(kind, found)
    assert values.compare(one, other) == values.compare(other, one) == relation


RENEWAL = ("automatic", "by agreement")
CHOICES = [
    ("the same word", "automatic", "automatic", "same"),
    ("a length nobody agreed", "automatic", "automatic 1 year", "same"),
    ("an agreed length that the draft does not say", "automatic 1 year", "automatic", "incomparable"),
    ("a longer renewal", "automatic 1 year", "automatic 2 years", "more"),
    ("a length alone against the same", "1 year", "automatic 12 months", "same"),
    ("another word", "automatic 1 year", "by agreement", "different"),
]


@pytest.mark.parametrize(("agreed", "found", "relation"), [c[1:] for c in CHOICES], ids=[c[0] for c in CHOICES])
def test_renewals(agreed: str, found: str, relation: str) -> None:
    one, other = (values.parse("choice or duration", said, choices=RENEWAL) for said in (agreed, found))
    assert values.compare(one, other) == relation


def test_business_days_become_days_is_less() -> None:
    for days in ("1", "5", "10", "30", "90"):
        business, calendar = (values.parse("duration", f"{days}{unit}") for unit in (" business days", " days"))
        assert values.compare(business, calendar) == "less"


CLOSE = [
    ("30 days", "1 month", True),
    ("52 weeks", "1 year", True),
    ("10 business days", "14 days", True),
    ("60 days", "12 months", False),
]


@pytest.mark.parametrize(("one", "other", "close"), CLOSE)
def test_lengths_that_may_be_meant_to_be_the_same(one: str, other: str, close: bool) -> None:
    first, second = values.parse("duration", one), values.parse("duration", other)
    assert isinstance(first, values.Duration) and isinstance(second, values.Duration)
    assert values.close(first, second) is values.close(second, first) is close


def test_what_was_added_and_dropped() -> None:
    agreed, found = values.ListValue(("indirect", "lost profits")), values.ListValue(("Lost Profits", "goodwill"))
    assert values.added(agreed, found) == ("goodwill",)
    assert values.dropped(agreed, found) == ("indirect",)


def test_a_place_covers_what_lies_in_it() -> None:
    covered = [
        ("United States", "Delaware"),
        ("Worldwide", "France"),
        ("European Union", "Germany"),
        ("California", "San Francisco"),
    ]
    for wide, narrow in covered:
        assert values.covers(values.Place((wide,)), values.Place((narrow,)))
        assert not values.covers(values.Place((narrow,)), values.Place((wide,)))


def test_none_is_absent_and_so_is_no_cap() -> None:
    assert values.is_absent(values.parse("duration", "none"))
    assert values.is_absent(values.parse("money or multiple", "unlimited"))
    assert not values.is_absent(values.parse("number", "unlimited"))
