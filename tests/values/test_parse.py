"""What people write on a term sheet, and the one spelling that termscan gives it."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from termscan import values
from termscan.values.currencies import ALSO_WORDS, CURRENCIES, NOT_IN_PROSE

KEPT_AS_WRITTEN = [
    ("money", "USD 120,000"),
    ("money", "USD 99.50"),
    ("money", "USD 150 per hour"),
    ("money", "USD 500 per user per month"),
    ("percent", "30%"),
    ("percent", "1.5% per month"),
    ("percent", "1% over base rate per year"),
    ("duration", "30 days"),
    ("duration", "1 day"),
    ("duration", "10 business days"),
    ("duration", "2 weeks"),
    ("duration", "12 months"),
    ("duration", "during the term"),
    ("duration", "perpetual"),
    ("multiple", "100% of fees"),
    ("multiple", "12 months of fees"),
    ("multiple", "200% of 12 months of fees"),
    ("multiple", "the greater of USD 1,000,000 and 200% of fees"),
    ("multiple", "the lesser of USD 50,000 and 6 months of fees"),
    ("multiple", "unlimited"),
    ("party", "customer"),
    ("party", "joint"),
    ("party", "none"),
    ("date", "2026-12-01"),
    ("date", "December 2026"),
    ("date", "December 31"),
    ("date", "5th of the month"),
    ("date", "last day of the month"),
    ("number", "2"),
    ("number", "unlimited"),
    ("list", "indirect, consequential"),
    ("labelled", "Design: 30%, Launch: 70%"),
    ("labelled", "Senior: USD 150 per hour, Junior: USD 90 per hour"),
    ("place", "Delaware"),
    ("place", "England and Wales"),
    ("place", "New York County, New York"),
    ("text", "Customer may cancel after the pilot on 14 days' notice."),
    ("absent", "none"),
]

OTHER_SPELLINGS = [
    ("a dollar sign", "money", "$120,000", "USD 120,000"),
    ("a scale in words", "money", "EUR 1.2 million", "EUR 1,200,000"),
    ("a dollar sign and a scale", "money", "$5 million", "USD 5,000,000"),
    ("idle cents", "money", "US$ 5,000.00", "USD 5,000"),
    ("k for thousand", "money", "USD 5k", "USD 5,000"),
    ("m for million", "money", "€1.2m", "EUR 1,200,000"),
    ("pounds", "money", "£500", "GBP 500"),
    ("the code behind", "money", "5,000 USD", "USD 5,000"),
    ("all in words", "money", "five thousand dollars", "USD 5,000"),
    ("words and digits", "money", "Five Thousand Dollars ($5,000)", "USD 5,000"),
    ("cents over a hundred", "money", "Five Thousand and 00/100 Dollars ($5,000.00) per month", "USD 5,000 per month"),
    ("Canadian dollars by sign", "money", "C$500", "CAD 500"),
    ("Canadian dollars by name", "money", "500 Canadian dollars", "CAD 500"),
    ("dollars of nobody else", "money", "500 dollars", "USD 500"),
    ("Mexican pesos by sign", "money", "MX$500", "MXN 500"),
    ("Philippine pesos by sign", "money", "₱500", "PHP 500"),
    ("a country's name before dollars", "money", "Barbados Dollars 500", "BBD 500"),
    ("another country's pounds", "money", "Egyptian Pounds 500", "EGP 500"),
    ("another country's pesos", "money", "500 Argentine pesos", "ARS 500"),
    ("another country's rupees", "money", "500 Pakistani rupees", "PKR 500"),
    ("a dollar sign and whose it is", "money", "$500 (CAD)", "CAD 500"),
    ("a dollar sign and whose dollars", "money", "$5 million Jamaican dollars", "JMD 5,000,000"),
    ("a code and the sign", "money", "MXN $500", "MXN 500"),
    ("kroner", "money", "500 Danish kroner", "DKK 500"),
    ("a unit without its country", "money", "1,000 rand", "ZAR 1,000"),
    ("letters with accents", "money", "500 złotych", "PLN 500"),
    ("a sign behind", "money", "500 zł", "PLN 500"),
    ("a code that begins like a sign", "money", "RSD 500", "RSD 500"),
    ("a small sum of a code that is a word too", "money", "MAD 50", "MAD 50"),
    ("a code that is an English word", "money", "ALL 500", "ALL 500"),
    ("lakh", "money", "Rs. 10 lakh", "INR 1,000,000"),
    ("commas and points the European way", "money", "€ 1.000.000,50", "EUR 1,000,000.50"),
    ("a slash for per", "money", "$150/hour", "USD 150 per hour"),
    ("an hour", "money", "$150 an hour", "USD 150 per hour"),
    ("per annum", "money", "$86,400 per annum", "USD 86,400 per year"),
    ("monthly", "money", "$500 monthly", "USD 500 per month"),
    ("per month per user", "money", "$500 per month per User", "USD 500 per user per month"),
    ("percent in words", "percent", "five percent", "5%"),
    ("per cent", "percent", "5 per cent", "5%"),
    ("basis points", "percent", "50 basis points", "0.5%"),
    ("half of one percent", "percent", "one-half of one percent (0.5%)", "0.5%"),
    ("one and one-half", "percent", "one and one-half percent (1.5%) per month", "1.5% per month"),
    ("a fraction in digits", "percent", "1 1/2% per month", "1.5% per month"),
    ("a fraction in digits, alone", "percent", "1/2% per month", "0.5% per month"),
    ("a fraction sign", "percent", "1½%", "1.5%"),
    ("above prime", "percent", "2% above the prime rate", "2% over prime rate"),
    ("per annum percent", "percent", "15% p.a.", "15% per year"),
    ("net 30", "duration", "net 30", "30 days"),
    ("words and digits of time", "duration", "thirty (30) business days", "30 business days"),
    ("working days", "duration", "10 working days", "10 business days"),
    ("a year", "duration", "a year", "1 year"),
    ("half a year", "duration", "half a year", "6 months"),
    ("one and a half years", "duration", "one and a half years", "1.5 years"),
    ("years and months", "duration", "one year and six months", "18 months"),
    ("an adjective", "duration", "twelve-month", "12 months"),
    ("a fortnight", "duration", "a fortnight", "2 weeks"),
    ("indefinitely", "duration", "indefinitely", "perpetual"),
    ("twice the fees", "multiple", "2x fees", "200% of fees"),
    ("times in words", "multiple", "two times the fees", "200% of fees"),
    ("a year of fees", "multiple", "1 year of fees", "12 months of fees"),
    ("the fees", "multiple", "the total fees", "100% of fees"),
    (
        "whichever is higher",
        "multiple",
        "the higher of $100,000 or 12 months of fees",
        "the greater of USD 100,000 and 12 months of fees",
    ),
    ("no cap", "money or multiple", "none", "unlimited"),
    ("uncapped", "money or multiple", "uncapped", "unlimited"),
    ("either party", "party", "either party", "each"),
    ("both parties", "party", "both parties", "both"),
    ("capitals", "party", "Customer", "customer"),
    ("an American date", "date", "December 1, 2026", "2026-12-01"),
    ("a British date", "date", "1 December 2026", "2026-12-01"),
    ("an abbreviated month", "date", "1 Dec 2026", "2026-12-01"),
    ("a formal date", "date", "1st day of December, 2026", "2026-12-01"),
    ("slashes, month first", "date", "12/1/2026", "2026-12-01"),
    ("slashes that can only be day first", "date", "31/12/2026", "2026-12-31"),
    ("dots", "date", "31.12.2026", "2026-12-31"),
    ("the fifth of the month", "date", "the 5th of the following month", "5th of the month"),
    ("a number in words", "number", "two", "2"),
    ("what is counted", "number", "two (2) rounds", "2"),
    ("the State of", "place", "the State of Delaware", "Delaware"),
    ("the laws of", "place", "the laws of England and Wales", "England and Wales"),
    ("an adjective of law", "place", "English law", "England and Wales"),
    ("lower case", "place", "delaware", "Delaware"),
    ("a postal abbreviation", "place", "Austin, TX", "Austin, Texas"),
    ("a usual short name", "place", "UK", "United Kingdom"),
    ("a county", "place", "County of Santa Clara, California", "Santa Clara County, California"),
    ("letters with accents", "place", "Zürich", "Zurich"),
    ("a country that is called as a person is", "place", "jordan", "Jordan"),
    ("a country that is called as a state is", "place", "the Republic of Georgia", "Republic of Georgia"),
    ("which of the Congos", "place", "the Democratic Republic of the Congo", "Democratic Republic of the Congo"),
    ("a name in its own language", "place", "Côte d'Ivoire", "Ivory Coast"),
    ("an unknown town", "place", "Springfield, Illinois", "Springfield, Illinois"),
    ("commas in a list", "list", "indirect; consequential", "indirect, consequential"),
]


@pytest.mark.parametrize(("kind", "said"), KEPT_AS_WRITTEN, ids=[f"{k}: {s}" for k, s in KEPT_AS_WRITTEN])
def test_the_canonical_spelling_is_kept(kind: str, said: str) -> None:
    assert values.canonical(values.parse(kind, said)) == said


@pytest.mark.parametrize(
    ("kind", "said", "canonical"), [case[1:] for case in OTHER_SPELLINGS], ids=[c[0] for c in OTHER_SPELLINGS]
)
def test_another_spelling_is_understood(kind: str, said: str, canonical: str) -> None:
    value = values.parse(kind, said)
    assert values.canonical(value) == canonical
    assert values.parse(kind, canonical) == value


RENEWAL = ("automatic", "by agreement")
YES_NO = ("yes", "no")
TRANSFER = ("on creation", "on delivery", "on acceptance", "on payment")
FROM_YAML = [
    ("a whole number", "number", 2, (), "2"),
    ("a float", "number", 1.5, (), "1.5"),
    ("a date", "date", datetime.date(2026, 12, 1), (), "2026-12-01"),
    ("a date with time", "date", datetime.datetime(2026, 12, 1, 9, 30), (), "2026-12-01"),
    ("yes", "choice", True, YES_NO, "yes"),
    ("no", "choice", False, YES_NO, "no"),
    ("no where there is no choice of no", "duration", False, (), "none"),
    ("a list", "list", ["indirect", "consequential"], (), "indirect, consequential"),
    ("one item as a bare word", "list", "worldwide", (), "worldwide"),
    ("a list with one value for a scalar", "place", ["China"], (), "China"),
    ("a mapping", "money or labelled", {"Senior": "USD 150 per hour"}, (), "Senior: USD 150 per hour"),
    ("a list of mappings", "labelled", [{"Design": "30%"}, {"Launch": "70%"}], (), "Design: 30%, Launch: 70%"),
    ("a choice in other case and hyphens", "choice", "On-Payment", TRANSFER, "on payment"),
    ("renewal alone", "choice or duration", "automatic", RENEWAL, "automatic"),
    ("renewal with its length", "choice or duration", "automatic 1 year", RENEWAL, "automatic 1 year"),
    (
        "renewal with its length in words",
        "choice or duration",
        "automatic for twelve months",
        RENEWAL,
        "automatic 12 months",
    ),
    ("the length alone", "choice or duration", "1 year", RENEWAL, "1 year"),
    (
        "expenses as a choice",
        "choice or money",
        "reimbursed with approval",
        ("included", "reimbursed", "reimbursed with approval"),
        "reimbursed with approval",
    ),
    ("expenses as a ceiling", "choice or money", "USD 5,000", ("included", "reimbursed"), "USD 5,000"),
    ("delivery as a length", "date or duration", "6 weeks", (), "6 weeks"),
    ("a deposit as a share", "money or percent", "30%", (), "30%"),
    ("none for a choice", "choice", "none", TRANSFER, "none"),
]


@pytest.mark.parametrize(
    ("kind", "said", "choices", "canonical"), [c[1:] for c in FROM_YAML], ids=[c[0] for c in FROM_YAML]
)
def test_yaml_values_are_understood(kind: str, said: object, choices: tuple[str, ...], canonical: str) -> None:
    value = values.parse(kind, said, choices=choices)
    assert values.canonical(value) == canonical
    assert values.parse(kind, canonical, choices=choices) == value


LISTED = ("lost profits", "indirect", "consequential", "lost data")


def test_a_listed_item_gets_its_listed_spelling() -> None:
    value = values.parse("list", ["Lost-profit", "consequential damages", "goodwill"], items=LISTED)
    assert value == values.ListValue(("lost profits", "consequential", "goodwill"))


REFUSED = [
    ("money without currency", "money", "120,000", (), "write it like USD 120,000"),
    ("money as a bare YAML number", "money", 5000, (), "has no currency"),
    ("a percentage without its sign", "percent", 30, (), "write 30%"),
    ("a percentage with what it is of", "percent", "10% of the fees", (), "under `of`"),
    ("a duration without unit", "duration", 30, (), "write it like 30 days"),
    ("a misspelt unit", "duration", "30 dys", (), "did you mean 'days'"),
    ("a misspelt party", "party", "custmer", (), "did you mean 'customer'"),
    ("a misspelt choice", "choice", "on paymnt", TRANSFER, "did you mean 'on payment'"),
    ("every choice is named", "choice", "whenever", TRANSFER, "on creation, on delivery, on acceptance, on payment"),
    ("each of two types is named", "money or percent", "a lot", (), "money or a percentage"),
    ("choice or money", "choice or money", "perhaps", ("included", "reimbursed"), "included, reimbursed or money"),
    ("a duration where a number is wanted", "number", "30 days", (), "is not a number"),
    ("money where a number is wanted", "number", "5,000 USD", (), "is not a number; write it like 2"),
    ("money of no currency where a number is wanted", "number", "500 Ruritanian dollars", (), "is not a number"),
    ("a percentage where a number is wanted", "number", "five percent", (), "is not a number"),
    ("basis points where a number is wanted", "number", "50 basis points", (), "is not a number"),
    ("dollars of a country that has none", "money", "500 Ruritanian dollars", (), "is not money"),
    ("dollars of the Swiss", "money", "500 Swiss dollars", (), "is not money"),
    ("anybody's dinars", "money", "500 dinars", (), "is not money"),
    ("a code in small letters that is a word", "money", "500 mad", (), "is not money"),
    ("a length where no length goes", "choice", "automatic 1 year", RENEWAL, "not one of"),
    ("a date that is none", "date", "2026-02-30", (), "is not a date"),
    ("a number for a place", "place", "30 days", (), "is not a place"),
    ("a mapping for money", "money", {"Design": "30%"}, (), "a mapping is not money"),
    ("a list for a duration", "duration", ["30 days", "60 days"], (), "a list is not a duration"),
    ("a label without a value", "labelled", [{"Design": "soon"}], (), "Design: 'soon'"),
    ("nothing", "money", None, (), "there is no value"),
    ("an empty text", "text", "  ", (), "there is no value"),
    ("a range for one value", "duration", "5 to 10 days", (), "is not a duration"),
]


@pytest.mark.parametrize(("kind", "said", "choices", "hint"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_what_cannot_be_understood_is_refused_with_a_hint(
    kind: str, said: object, choices: tuple[str, ...], hint: str
) -> None:
    with pytest.raises(ValueError) as refusal:
        values.parse(kind, said, choices=choices)
    assert hint in str(refusal.value)


def test_a_misspelt_listed_item_is_refused_with_the_right_word() -> None:
    with pytest.raises(ValueError, match="did you mean 'consequential'"):
        values.parse("list", ["consequental"], items=LISTED)


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(ValueError, match="no type of value"):
        values.parse("colour", "red")


@pytest.mark.parametrize("code", CURRENCIES)
@pytest.mark.parametrize("amount", ["5", "0.50", "1998", "5000000"])
def test_every_currency_is_read_as_it_is_written(code: str, amount: str) -> None:
    for per in (None, "hour"):
        value = values.Money(Decimal(amount), code, per)
        assert values.parse("money", values.canonical(value)) == value


NAMES = [
    (code, whose, unit)
    for code, currency in CURRENCIES.items()
    for whose in currency.whose.split("|")
    for unit in f"{currency.units}|{currency.alone}".strip("|").split("|")
    if unit
]


def test_every_name_means_one_currency() -> None:
    assert len(NAMES) == len({(whose, unit) for _, whose, unit in NAMES})
    for code, whose, unit in NAMES:
        for said in (f"500 {whose} {unit}", f"500 {whose.upper()} {unit.upper()}S"):
            assert values.parse("money", said).currency == code, said


def test_the_words_that_are_no_codes_are_codes() -> None:
    assert CURRENCIES.keys() >= ALSO_WORDS | NOT_IN_PROSE


def test_amounts_are_exact() -> None:
    assert values.parse("money", "USD 0.10") == values.Money(Decimal("0.1"), "USD")


BOUNDS = [
    ("the agreed value itself", "duration", "30 days", ["30 days", "thirty (30) days"], ["31 days", "29 days"]),
    ("at most", "duration", "at most 45 days", ["45 days", "30 days", "6 weeks"], ["46 days", "2 months"]),
    ("at least", "duration", "at least 6 months", ["6 months", "1 year"], ["5 months", "30 days"]),
    ("between numbers", "number", "between 1 and 3", ["1", "2", "3"], ["0", "4"]),
    ("between with one unit", "duration", "between 30 and 45 days", ["30 days", "45 days"], ["29 days", "50 days"]),
    ("between with one currency", "money", "between USD 5,000 and 6,000", ["USD 5,500"], ["USD 4,999", "EUR 5,500"]),
    ("no more than", "percent", "no more than 5%", ["5%", "0%"], ["5.5%"]),
    (
        "a multiple",
        "money or multiple",
        "at most 150% of fees",
        ["100% of fees"],
        ["200% of fees", "unlimited", "USD 5"],
    ),
    ("at least a cap", "money or multiple", "at least USD 1,000", ["unlimited", "USD 1,000"], ["USD 999"]),
    ("a place", "place", "New York", ["New York County, New York"], ["Delaware"]),
    ("a date", "date", "not later than 2026-12-31", ["2026-12-01"], ["2027-01-01"]),
]


@pytest.mark.parametrize(("kind", "bound", "inside", "outside"), [c[1:] for c in BOUNDS], ids=[c[0] for c in BOUNDS])
def test_a_bound_takes_what_it_should(kind: str, bound: str, inside: list[str], outside: list[str]) -> None:
    limits = values.parse_bound(kind, bound)
    for said in inside:
        assert values.within(limits, values.parse(kind, said)), said
    for said in outside:
        assert not values.within(limits, values.parse(kind, said)), said
