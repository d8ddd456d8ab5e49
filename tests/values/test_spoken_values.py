"""Values as people say them: the tenth business day after, a year and a half, base rate plus four percent."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termscan import values
from termscan.values import Duration, Multiple, Percent, amounts, date

QUIET = [
    ("a day of the calendar", "The twentieth day of the month is a holiday.", "duration"),
    ("a date in words", "It begins on the third day of May 2027.", "duration"),
    ("the number of a thing", "The fourth shipment and the second carrier.", "duration"),
    ("the day of a plan", "On day 3 we meet in the yard.", "duration"),
    ("a numbered day of each month", "Reports go out by day 12 of each month.", "duration"),
    ("a rhythm", "They inspect the yard twice a year and once a fortnight.", "number"),
    ("a rhythm without an article", "They inspect it twice weekly, and thrice per season.", "number"),
    ("one and a half of something", "It took a year and a half of the budget.", "money"),
    ("a point that is made", "We come to point nine and stay on one point only.", "percent"),
    ("people from Wales", "The Welsh members and the South African team met.", "place"),
    ("a year with its number", "The fees paid in the year 2031 were low.", "multiple"),
    ("the last day of something else", "By the last day of the sale.", "date"),
    ("dollars that are no amount", "Dollars, Pounds and Euros are accepted; 5 tills are open.", "money"),
]


@pytest.mark.parametrize(("text", "kind"), [c[1:] for c in QUIET], ids=[c[0] for c in QUIET])
def test_it_is_not_read(text: str, kind: str) -> None:
    assert [text[one.start : one.end] for one in values.find(text) if one.type == kind] == []


# each sentence marks its value like ⟨this⟩
SPOKEN = [
    ("an ordinal business day", "not later than the ⟨twelfth Business Day⟩ after arrival", "12 business days"),
    ("an ordinal in digits", "by the ⟨21st working day⟩ thereafter", "21 business days"),
    ("an ordinal day that follows", "on the ⟨fortieth day⟩ following the handover", "40 days"),
    ("an ordinal day before", "no later than the ⟨sixth day⟩ before the fair", "6 days"),
    ("an ordinal day, counted", "on the ⟨fourteenth day⟩ counted from the order", "14 days"),
    ("a numbered day at the latest", "the keys come back, ⟨day 45⟩ at the latest", "45 days"),
    ("by a numbered day", "the keys come back by ⟨day 45⟩", "45 days"),
    ("a numbered business day", "by ⟨business day 3⟩ after the order", "3 business days"),
    ("a year and a half", "It lasts ⟨a year and a half⟩.", "18 months"),
    ("a year and a half, anywhere", "⟨A year and a half⟩ later it ends.", "18 months"),
    ("years and a half", "for ⟨three years and a half⟩", "42 months"),
    ("months and a half", "for ⟨two months and a half⟩", "2.5 months"),
    ("a length of time", "in ⟨fifteen months'⟩ time", "15 months"),
    ("a notice of a fortnight", "on ⟨a fortnight's⟩ written notice", "2 weeks"),
    ("a year that has passed", "once ⟨a year⟩ has passed since the sale", "1 year"),
    ("twice", "Changes may be asked for ⟨twice⟩.", "2"),
    ("twice and no more", "it is redrawn ⟨twice⟩ at no charge", "2"),
    ("thrice", "it is redrawn ⟨thrice⟩, and then no more", "3"),
    ("a point in words", "⟨ninety-eight point seven per cent (98.7%)⟩ of the hours", "98.7%"),
    ("a point and two digits", "⟨one point two five percent per month⟩", "1.25% per month"),
    ("a percentage of so much", "an uplift by a percentage of ⟨22⟩ on costs", "22%"),
    ("the percentage is so much", "That percentage is ⟨nine (9)⟩.", "9%"),
    ("cent with a full stop", "⟨6 per cent. per annum⟩", "6% per year"),
    ("base rate before", "at base rate plus ⟨3% a year⟩", "3% over base rate per year"),
    ("a benchmark and a sign", "at EURIBOR + ⟨2%⟩", "2% over euribor"),
    ("whose rate it is", "⟨5% per annum above the base rate of the National Bank of Poland⟩", "5% over base rate per year"),
    ("courts of two nations", "only the ⟨English and Welsh⟩ courts", "England and Wales"),
    ("a name of two words", "⟨South African⟩ law", "South Africa"),
    ("tribunals", "the ⟨Finnish⟩ tribunals", "Finland"),
    ("the name of the currency first", "It comes to ⟨US Dollars 7,500⟩.", "USD 7,500"),
    ("the last day of a month of a year", "until the ⟨last day of April 2029⟩", "2029-04-30"),
    ("the last day of a leap February", "until the ⟨last day of February 2028⟩", "2028-02-29"),
    ("a cap on what was paid", "at most ⟨what was paid and payable in fees over the six months before⟩ it", "6 months of fees"),
    ("the year before", "not more than ⟨the charges paid in the year preceding⟩ the loss", "12 months of fees"),
    ("twice the year before", "not exceed ⟨twice the fees paid in the previous calendar year⟩", "200% of 12 months of fees"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), [c[1:] for c in SPOKEN], ids=[c[0] for c in SPOKEN])
def test_it_is_read(marked: str, expected: str) -> None:
    text = marked.replace("⟨", "").replace("⟩", "")
    start, end = marked.index("⟨"), marked.index("⟩") - 1
    (found,) = (one for one in values.find(text) if one.start < end and start < one.end)
    assert (found.value and values.canonical(found.value), text[found.start : found.end]) == (expected, text[start:end])
    assert found.words_say is None


WHILE_IT_LASTS = [
    "for as long as this Agreement is in force",
    "so long as the Contract lasts",
    "until this Agreement ends",
    "throughout the Term",
    "over the whole of the Term",
    "during the currency of this Agreement",
    "and shall not cease before the expiry or termination of this Agreement",
]


@pytest.mark.parametrize("text", WHILE_IT_LASTS)
def test_what_goes_on_with_the_agreement_lasts_for_its_term(text: str) -> None:
    assert [one.value for one in values.find_open_ended(text)] == [Duration(None, "during the term")]


@pytest.mark.parametrize("text", ["until this Agreement is signed", "as long as the goods last", "the end of the term"])
def test_what_ends_otherwise_does_not(text: str) -> None:
    assert values.find_open_ended(text) == []


SAME_RATE = [
    ("the base rate, short", "4% over base rate per year", "4% over base per year", "same"),
    ("the bank named", "4% over base rate per year", "4% over bank of england base rate per year", "same"),
    ("prime", "2% over prime", "2% over prime rate", "same"),
    ("two banks", "2% over lloyds base rate", "2% over bank of england base rate", "different"),
    ("two rates", "2% over prime rate", "2% over base rate", "different"),
    ("no rate", "2% over base rate", "2%", "different"),
]


@pytest.mark.parametrize(("one", "other", "relation"), [c[1:] for c in SAME_RATE], ids=[c[0] for c in SAME_RATE])
def test_a_rate_has_more_than_one_name(one: str, other: str, relation: str) -> None:
    first, second = values.parse("percent", one), values.parse("percent", other)
    assert values.compare(first, second) == values.compare(second, first) == relation


TAKEN_OF = [
    ("nothing said", "100% of fees", None, "100% of fees"),
    ("all of them", "100% of fees", "fees paid under the agreement", "100% of fees"),
    ("those of some months", "150% of fees", "the fees paid in the six (6) months before the loss", "150% of 6 months of fees"),
    ("those of two years", "100% of fees", "fees payable during the last 2 years", "24 months of fees"),
    ("a length that is of no fees", "100% of fees", "what was lost in 12 months", "100% of fees"),
    ("days are no months", "100% of fees", "fees paid in the last 30 days", "100% of fees"),
    ("months said already", "12 months of fees", "fees paid in the last 6 months", "12 months of fees"),
    ("no limit", "unlimited", "fees paid in the last 6 months", "unlimited"),
]  # fmt: skip


@pytest.mark.parametrize(("agreed", "of", "value"), [c[1:] for c in TAKEN_OF], ids=[c[0] for c in TAKEN_OF])
def test_a_share_of_the_fees_with_what_it_is_taken_of(agreed: str, of: str | None, value: str) -> None:
    assert values.canonical(values.taken_of(values.parse("multiple", agreed), of)) == value


@given(st.sampled_from(sorted(date.NTH_WORDS - {"last"})), st.sampled_from(["after", "following", "thereafter"]))
def test_every_ordinal_day_after_something_is_so_many_days(word: str, after: str) -> None:
    (found,) = values.find(f"by the {word} day {after} it")
    assert found.value == Duration(Decimal(date.nth(word)), "days")


@given(st.integers(0, 99), st.lists(st.integers(0, 9), min_size=1, max_size=3))
def test_digits_after_a_point_read_back(whole: int, behind: list[int]) -> None:
    names = {value: word for word, value in (amounts.UNITS | amounts.ROUND).items() if word not in ("fourty", "ninty")}
    said = names.get(whole) or f"{names[whole - whole % 10]}-{names[whole % 10]}"
    (found,) = values.find(f"{said} point {' '.join(names[digit] for digit in behind)} percent")
    assert found.value == Percent(Decimal(f"{whole}.{''.join(map(str, behind))}"))


@given(st.integers(1, 1000), st.none() | st.integers(1, 120), st.integers(1, 120))
def test_months_that_are_said_are_not_said_again(percent: int, months: int | None, others: int) -> None:
    value = Multiple(Decimal(percent), None if months is None else Decimal(months))
    taken = values.taken_of(value, f"fees paid in the last {others} months")
    assert taken == Multiple(Decimal(percent), Decimal(months or others))
