"""Values in the sentences of contracts: what is found there, and what is not."""

from __future__ import annotations

import pytest

from termscan import values

QUIET = [
    ("the number of a section", "Subject to Section 4.2 and Section 9, nothing changes."),
    ("a subsection", "As set out in 4.2(b) and 7(c) above."),
    ("an article, a clause and a list of sections", "Article 5, clause 3.1 and Sections 4, 5 and 6 survive."),
    ("the number of a paragraph", "1. Definitions\n2. Payment\n3.1 Invoices are sent by post."),
    ("an exhibit in words", "Exhibit Two and Schedule 3 form part of it."),
    ("a year by itself", "The Arbitration Act 1996 applies, as it stood in 2020."),
    ("an hour of the day", "Notices received after 5:00 p.m. count as received the next morning."),
    ("one as a pronoun", "One of the parties, or one or more of them, or such one as they choose."),
    ("a compound with a number", "A two-way, third-party, one-time exchange."),
    ("a share of a vote", "Two thirds of the members, or two-thirds of the board."),
    ("a street", "The office is at 350 Fifth Avenue, Suite 1200."),
    ("a telephone number", "Telephone: 212-555-0100."),
    ("may is no month", "The parties may agree, and they march on."),
    ("a rhythm", "They meet twice a month and report several times a year."),
    ("the page of pages", "Page 3 of 12"),
    ("a perpetual licence", "A perpetual, irrevocable licence during the term."),
    ("a name with a number", "Three Rivers owns the Two Towers."),
    ("a form to fill in with words", "[Client] and [the Provider] agree."),
    ("someone and often contain no numbers", "Someone often attends to the tension."),
    ("an edition, a gauge and a licence", "PHP 8.1, NAD 1983, 12 AWG, the BSD 3-Clause Licence and NAD 83."),
    ("a number of another base", "The byte is 0xcd."),
    ("kilograms", "Loads of 12,000 KGS each."),
    ("dollars of a country that has none", "They pay 500 Ruritanian dollars at once."),
    ("people who are called like countries", "Chad Brown and Michael Jordan sign."),
    ("the fees themselves", "The fees paid under this Agreement shall be invoiced monthly."),
]


@pytest.mark.parametrize("text", [case[1] for case in QUIET], ids=[case[0] for case in QUIET])
def test_nothing_is_found(text: str) -> None:
    assert [text[one.start : one.end] for one in values.find(text)] == []


# each sentence marks its values like ⟨this⟩; the list says what they are
FOUND = [
    ("words and digits", "within ⟨thirty (30) days⟩ of receipt", ["duration 30 days"]),
    ("digits and words", "within ⟨30 (thirty) days⟩ of receipt", ["duration 30 days"]),
    ("digits alone", "within ⟨30 days⟩ of receipt", ["duration 30 days"]),
    ("the unit said twice", "within ⟨thirty days (30 days)⟩ or ⟨30 days (thirty)⟩", ["duration 30 days"] * 2),
    ("an explanation in brackets", "⟨two weeks⟩ (⟨14 days⟩)", ["duration 2 weeks", "duration 14 days"]),
    ("an adjective", "a ⟨thirty-day⟩ notice and a ⟨12-month⟩ term", ["duration 30 days", "duration 12 months"]),
    ("an adjective with digits", "a ⟨twelve (12)-month⟩ period", ["duration 12 months"]),
    ("a genitive", "on ⟨three months'⟩ notice", ["duration 3 months"]),
    ("the genitive of one", "on ⟨one month's⟩ notice", ["duration 1 month"]),
    (
        "business days",
        "⟨ten (10) business days⟩ or ⟨five (5) Working Days⟩",
        ["duration 10 business days", "duration 5 business days"],
    ),
    ("calendar days", "⟨ninety (90) calendar days⟩", ["duration 90 days"]),
    ("capitals", "⟨NINETY (90) DAYS⟩ AFTER NOTICE", ["duration 90 days"]),
    ("days in brackets", "within ⟨(30) days⟩ or ⟨[sixty (60)] days⟩", ["duration 30 days", "duration 60 days"]),
    ("a year", "for ⟨a year⟩ and then ⟨one (1) year⟩", ["duration 1 year", "duration 1 year"]),
    ("a year and a half", "for ⟨one and one-half years⟩", ["duration 1.5 years"]),
    ("half a year", "for ⟨half a year⟩", ["duration 6 months"]),
    ("years and months", "for ⟨two (2) years and six (6) months⟩", ["duration 30 months"]),
    ("net thirty", "terms are ⟨net 30⟩; or ⟨Net 45 days⟩", ["duration 30 days", "duration 45 days"]),
    ("hours", "within ⟨forty-eight (48) hours⟩", ["duration 48 hours"]),
    ("over a line", "within ⟨thirty\n(30)   days⟩", ["duration 30 days"]),
    ("an amount", "a fee of ⟨$5,000.00⟩, due at once", ["money USD 5,000"]),
    ("an amount in words", "⟨Five Thousand Dollars ($5,000)⟩", ["money USD 5,000"]),
    ("the currency between", "⟨Fifty Thousand ($50,000) Dollars⟩", ["money USD 50,000"]),
    ("cents over a hundred", "⟨Five Thousand and 00/100 Dollars ($5,000.00)⟩", ["money USD 5,000"]),
    ("no cents", "⟨Five Thousand Dollars and No Cents ($5,000.00)⟩", ["money USD 5,000"]),
    ("cents over a hundred behind", "⟨Five Thousand Dollars and 00/100 ($5,000.00)⟩", ["money USD 5,000"]),
    ("the words behind", "⟨$5,000 (five thousand dollars)⟩", ["money USD 5,000"]),
    (
        "a currency code",
        "⟨EUR 1.2m⟩ and ⟨5,000 GBP⟩ and ⟨US$ 10⟩",
        ["money EUR 1,200,000", "money GBP 5,000", "money USD 10"],
    ),
    (
        "a country's word before dollars and pounds",
        "⟨Jamaican Dollars 500⟩, ⟨New Taiwan Dollars 500⟩, ⟨Egyptian Pounds 500⟩ or ⟨Dollars 500⟩",
        ["money JMD 500", "money TWD 500", "money EGP 500", "money USD 500"],
    ),
    (
        "how a trade writes a currency beside its code",
        "⟨NTD 12 million⟩, ⟨NT Dollars 500⟩, ⟨NIS 5,000⟩, ⟨RM 3,000⟩ or ⟨Ksh 500⟩",
        ["money TWD 12,000,000", "money TWD 500", "money ILS 5,000", "money MYR 3,000", "money KES 500"],
    ),
    ("a country's word that we know not", "in Ruritanian Dollars ⟨500⟩ units", ["number 500"]),
    (
        "units of other countries",
        "⟨500 Danish kroner⟩, ⟨1,000 Polish zlotys⟩, ⟨1,000 SOUTH AFRICAN RAND⟩, ⟨500 lawful New Zealand dollars⟩",
        ["money DKK 500", "money PLN 1,000", "money ZAR 1,000", "money NZD 500"],
    ),
    (
        "signs of other countries",
        "⟨MX$500⟩, ⟨₱500⟩, ⟨TT$500⟩, ⟨₦5,000⟩ and ⟨KSh 5,000⟩",
        ["money MXN 500", "money PHP 500", "money TTD 500", "money NGN 5,000", "money KES 5,000"],
    ),
    (
        "whose dollars the sign means",
        "⟨$500 CAD per hour⟩, ⟨$500 (AUD)⟩, ⟨$500 (five hundred Jamaican dollars)⟩ and ⟨US$500⟩ CAD",
        ["money CAD 500 per hour", "money AUD 500", "money JMD 500", "money USD 500"],
    ),
    ("codes of other countries", "⟨XOF 500,000⟩ and ⟨5 JOD⟩", ["money XOF 500,000", "money JOD 5"]),
    (
        "a sum beside a code that is a word too",
        "⟨MAD 5,000⟩, ⟨500 PEN⟩, ⟨COP 5 million⟩, ⟨TRY 50.00⟩ and ⟨GHS 50 per hour⟩",
        ["money MAD 5,000", "money PEN 500", "money COP 5,000,000", "money TRY 50", "money GHS 50 per hour"],
    ),
    ("a number behind a code that is a word too", "at COP 26, with MAD ⟨3⟩ men and SOS 5", ["number 3"]),
    ("a count of tablets", "It sells GEL ⟨500⟩ tablets in boxes.", ["number 500"]),
    ("words in capitals that are codes", "ALL ⟨30 days⟩, and TRY ⟨3⟩ times", ["duration 30 days", "number 3"]),
    (
        "a rate",
        "⟨$150 per hour⟩ and ⟨US$8,500 per calendar month⟩",
        ["money USD 150 per hour", "money USD 8,500 per month"],
    ),
    ("a rate each month", "⟨$500 each month⟩ or ⟨€90/day⟩", ["money USD 500 per month", "money EUR 90 per day"]),
    ("a rate per user", "⟨$500 per User per month⟩", ["money USD 500 per user per month"]),
    (
        "a capital before",
        "TOTAL ⟨$50⟩; NOT EXCEED ⟨$1,000⟩; A fee of ⟨A$5⟩",
        ["money USD 50", "money USD 1,000", "money AUD 5"],
    ),
    ("two amounts", "from ⟨$5⟩ to ⟨$10⟩", ["money USD 5", "money USD 10"]),
    ("cents", "⟨fifty cents⟩.", ["money USD 0.50"]),
    ("percent", "⟨5%⟩, ⟨five percent (5%)⟩, ⟨five (5) percent⟩ or ⟨5 per cent⟩", ["percent 5%"] * 4),
    ("percent in the brackets", "⟨ten (10%) percent⟩ or ⟨ten (10)%⟩", ["percent 10%", "percent 10%"]),
    (
        "a fraction of a percent",
        "⟨one-half of one percent (0.5%)⟩, ⟨half of one percent⟩",
        ["percent 0.5%", "percent 0.5%"],
    ),
    (
        "a fraction in digits, alone",
        "⟨1/2% per month⟩, ⟨one-half percent (1/2%)⟩, ⟨3/4 of 1%⟩, but item 4.1/⟨2%⟩ and ⟨5/8/2026⟩",
        ["percent 0.5% per month", "percent 0.5%", "percent 0.75%", "percent 2%", "date 2026-05-08"],
    ),
    (
        "thousands behind a point, in euros",
        "⟨3.000 €⟩, ⟨EUR 1.500 per month⟩, but ⟨$3.125 per unit⟩",
        ["money EUR 3,000", "money EUR 1,500 per month", "money USD 3.125 per unit"],
    ),
    ("hundredths of a percent", "⟨twenty-five hundredths of one percent (0.25%)⟩", ["percent 0.25%"]),
    ("a point first", "by ⟨.5%⟩ more", ["percent 0.5%"]),
    ("interest", "⟨one and one-half percent (1.5%) per month⟩", ["percent 1.5% per month"]),
    ("interest on something per month", "⟨1.5%⟩ of the overdue amount per month", ["percent 1.5% per month"]),
    ("a service level measured by the month", "up ⟨99.5%⟩ of the time in use per month", ["percent 99.5%"]),
    (
        "interest over a rate",
        "⟨2% over the base rate⟩ or ⟨3% per annum above LIBOR⟩",
        ["percent 2% over base rate", "percent 3% over libor per year"],
    ),
    ("basis points", "⟨fifty basis points⟩", ["percent 0.5%"]),
    (
        "dates",
        "⟨December 31, 2026⟩, ⟨31 December 2026⟩, ⟨31st day of December, 2026⟩ and ⟨2026-12-31⟩",
        ["date 2026-12-31"] * 4,
    ),
    ("a raised ending that came apart", "on the ⟨17t h day of October, 2027⟩", ["date 2027-10-17"]),
    ("slashes", "by ⟨12/31/2026⟩, or ⟨7/1/98⟩", ["date 2026-12-31", "date 1998-07-01"]),
    (
        "a day of the month",
        "on the ⟨5th of the following month⟩ and the ⟨fifteenth (15th) day of each month⟩",
        ["date 5th of the month", "date 15th of the month"],
    ),
    ("the last of the month", "by the ⟨last day of each calendar month⟩", ["date last day of the month"]),
    ("a day without its year", "every ⟨December 31⟩", ["date December 31"]),
    ("a month of a year", "in ⟨May 2027⟩", ["date May 2027"]),
    ("ordinals in words", "the ⟨first day of January 2027⟩", ["date 2027-01-01"]),
    ("rounds", "⟨two (2)⟩ rounds, ⟨three⟩ revisions, up to ⟨2⟩ rounds", ["number 2", "number 3", "number 2"]),
    ("one of something", "⟨one (1)⟩ round of ⟨one⟩ revision", ["number 1", "number 1"]),
    ("a count of thousands", "⟨1,000⟩ units", ["number 1,000"]),
    ("a state", "the laws of ⟨the State of Delaware⟩", ["place Delaware"]),
    (
        "a country",
        "the laws of ⟨England and Wales⟩ and of ⟨the United States of America⟩",
        ["place England and Wales", "place United States"],
    ),
    ("an adjective of law", "⟨English⟩ law, ⟨Swiss⟩ law", ["place England and Wales", "place Switzerland"]),
    (
        "letters with accents",
        "the laws of ⟨Curaçao⟩, of ⟨Québec⟩, of ⟨TÜRKIYE⟩ and of ⟨Côte d’Ivoire⟩, in ⟨Düsseldorf, Germany⟩",
        ["place Curaçao", "place Quebec", "place Turkey", "place Ivory Coast", "place Düsseldorf, Germany"],
    ),
    (
        "countries whose names begin alike",
        "⟨Niger⟩, ⟨Nigeria⟩, ⟨Guinea-Bissau⟩, ⟨South Sudan⟩, ⟨American Samoa⟩ or ⟨the Republic of the Congo⟩",
        [
            *("place Niger", "place Nigeria", "place Guinea-Bissau", "place South Sudan", "place American Samoa"),
            "place Republic of the Congo",
        ],
    ),
    (
        "a country that is called as a state or a person is, with its style",
        "⟨the Republic of Georgia⟩ or ⟨the Hashemite Kingdom of Jordan⟩, and ⟨Georgia⟩",
        ["place Republic of Georgia", "place Jordan", "place Georgia"],
    ),
    (
        "a county",
        "courts of ⟨New York County, New York⟩ and of ⟨Santa Clara County⟩",
        ["place New York County, New York", "place Santa Clara County"],
    ),
    (
        "a city and its state",
        "in ⟨San Francisco, California⟩ or in ⟨Springfield, Illinois⟩",
        ["place San Francisco, California", "place Springfield, Illinois"],
    ),
    ("two states", "⟨Delaware⟩, ⟨New York⟩ and ⟨Texas⟩", ["place Delaware", "place New York", "place Texas"]),
    ("capital letters", "THE LAWS OF ⟨THE STATE OF NEW YORK⟩", ["place New York"]),
    ("a name over a line", "the laws of ⟨New\nYork⟩", ["place New York"]),
    (
        "a cap by the months",
        "not exceed ⟨the fees paid or payable in the twelve (12) months before⟩ the claim",
        ["multiple 12 months of fees"],
    ),
    (
        "a cap by the months that preceded",
        "exceed ⟨the total amounts paid by Client to Provider during the six-month period preceding⟩ it",
        ["multiple 6 months of fees"],
    ),
    ("a multiple", "⟨two (2) times the fees paid under this Agreement⟩", ["multiple 200% of fees"]),
    ("twice", "⟨twice the fees⟩", ["multiple 200% of fees"]),
    ("all fees as a cap", "shall be limited to ⟨the total fees paid under this Agreement⟩", ["multiple 100% of fees"]),
    ("months' fees", "limited to ⟨twelve months' fees⟩", ["multiple 12 months of fees"]),
    ("a share as a cap", "shall not exceed ⟨150% of the Fees⟩", ["multiple 150% of fees"]),
    ("a share as a deposit", "⟨50%⟩ of the Fees on signing", ["percent 50%"]),
    (
        "the greater of two",
        "⟨the greater of (a) $500,000 or (b) the fees paid in the twelve months preceding⟩ the event",
        ["multiple the greater of USD 500,000 and 12 months of fees"],
    ),
    (
        "the lesser of two",
        "⟨the lesser of $50,000 and 100% of the fees⟩",
        ["multiple the lesser of USD 50,000 and 100% of fees"],
    ),
]


@pytest.mark.parametrize(("marked", "expected"), [c[1:] for c in FOUND], ids=[c[0] for c in FOUND])
def test_a_value_is_found(marked: str, expected: list[str]) -> None:
    text = marked.replace("⟨", "").replace("⟩", "")
    found = values.find(text)
    assert [f"{one.type} {values.canonical(one.value)}" for one in found if one.value] == expected
    again = text
    for one in reversed(found):
        again = f"{again[: one.start]}⟨{again[one.start : one.end]}⟩{again[one.end :]}"
    assert again == marked
    assert not any(one.words_say or one.blank for one in found)
    for one in found:
        (alone,) = values.find(text[one.start : one.end])
        assert alone.type == one.type
        assert alone.value == one.value or "of the overdue amount per month" in text


BLANK = [
    ("a bullet", "within ⟨[●] days⟩", "duration"),
    ("underscores twice", "within ⟨____ (__) days⟩", "duration"),
    ("empty brackets", "for ⟨[ ] months⟩", "duration"),
    ("a number sign", "within ⟨[ # ] business days⟩", "duration"),
    ("to be decided", "a fee of ⟨$[TBD]⟩", "money"),
    ("a dollar line", "a fee of ⟨$______⟩", "money"),
    ("a currency and a bullet", "a fee of ⟨USD [●]⟩", "money"),
    ("a blank percentage", "interest at ⟨[●]%⟩", "percent"),
    ("a blank percentage in words", "interest at ⟨____ percent (__%)⟩", "percent"),
    ("a blank day", "on ⟨January __, 2027⟩", "date"),
    ("a blank date", "dated ⟨____ day of ______, 20__⟩", "date"),
    ("a bare blank", "the fee is ⟨[TBD]⟩", "blank"),
    ("what is to be inserted", "the fee is ⟨[insert amount]⟩", "blank"),
    ("what is to be named", "the laws of ⟨[State]⟩", "blank"),
]
REDACTED = [
    ("stars", "the fee is ⟨[***]⟩", "blank"),
    ("more stars", "within ⟨[*****] days⟩", "duration"),
    ("stars with spaces", "within ⟨[* * *] days⟩", "duration"),
    ("stars alone", "within ⟨*** days⟩", "duration"),
    ("money", "a fee of ⟨$[***]⟩", "money"),
    ("the word", "the fee is ⟨[REDACTED]⟩", "blank"),
]


@pytest.mark.parametrize(("marked", "kind"), [c[1:] for c in BLANK], ids=[c[0] for c in BLANK])
def test_a_blank_is_found(marked: str, kind: str) -> None:
    _expect_blank(marked, kind, redacted=False)


@pytest.mark.parametrize(("marked", "kind"), [c[1:] for c in REDACTED], ids=[c[0] for c in REDACTED])
def test_a_redaction_is_found(marked: str, kind: str) -> None:
    _expect_blank(marked, kind, redacted=True)


def _expect_blank(marked: str, kind: str, redacted: bool) -> None:
    text = marked.replace("⟨", "").replace("⟩", "")
    (found,) = values.find(text)
    assert (found.type, found.value, found.blank, found.redacted) == (kind, None, True, redacted)
    assert (found.start, found.end) == (marked.index("⟨"), marked.index("⟩") - 1)


def test_a_value_that_is_half_filled_in_is_both() -> None:
    (found,) = values.find("within thirty (__) days")
    assert found.blank and found.value == values.parse("duration", "30 days")


MISMATCH = [
    ("days", "thirty (45) days", "45 days", "30 days"),
    ("years", "three (2) years", "2 years", "3 years"),
    ("digits first", "30 (forty) days", "30 days", "40 days"),
    ("money, digits first", "$250,000 (seven hundred fifty thousand dollars)", "USD 250,000", "USD 750,000"),
    ("money, words first", "five thousand dollars ($6,000)", "USD 6,000", "USD 5,000"),
    ("money, currency between", "Fifty Thousand ($15,000) Dollars", "USD 15,000", "USD 50,000"),
    ("percent", "five percent (6%)", "6%", "5%"),
    ("a day", "the second (12th) day of March 2027", "2027-03-12", "2027-03-02"),
    ("a day of any month", "the tenth (11) day of each month", "11th of the month", "10th of the month"),
    ("percent behind", "five (6) percent", "6%", "5%"),
    ("the unit said twice", "thirty days (45 days)", "45 days", "30 days"),
    ("the unit said once before", "thirty days (45)", "45 days", "30 days"),
    ("a number", "two (3) rounds of revisions", "3", "2"),
]


@pytest.mark.parametrize(("text", "digits", "words"), [c[1:] for c in MISMATCH], ids=[c[0] for c in MISMATCH])
def test_words_and_digits_disagree(text: str, digits: str, words: str) -> None:
    (found,) = values.find(text)
    assert found.value and values.canonical(found.value) == digits
    assert found.words_say and values.canonical(found.words_say) == words


RANGES = [
    ("five to ten days", "5 days", "10 days"),
    ("30-60 days", "30 days", "60 days"),
    ("between 5 and 7 years", "5 years", "7 years"),
]


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_a_range_with_one_unit_has_two_ends(text: str, low: str, high: str) -> None:
    (found,) = values.find(text)
    assert found.low and found.value
    assert (values.canonical(found.low), values.canonical(found.value)) == (low, high)


def test_a_section_before_a_length_is_no_range() -> None:
    (found,) = values.find("under Section 4 or 30 days after it")
    assert found.low is None and found.value == values.parse("duration", "30 days")


def test_a_multiple_keeps_the_values_that_it_is_made_of() -> None:
    text = "the greater of $500,000 and 200% of the fees"
    (found,) = values.find(text)
    assert [(part.type, text[part.start : part.end]) for part in found.parts] == [
        ("money", "$500,000"),
        ("percent", "200%"),
    ]


def test_a_stretch_of_a_text_is_searched_with_offsets_of_the_text() -> None:
    text = "within 10 days. Then within 20 days. At last within 30 days."
    (found,) = values.find(text, 16, 36)
    assert text[found.start : found.end] == "20 days"
