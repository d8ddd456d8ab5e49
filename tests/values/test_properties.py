"""What holds for every value and every text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termscan import values
from termscan.values import (
    Absent,
    Bound,
    Choice,
    DateValue,
    Duration,
    Labelled,
    ListValue,
    Money,
    Multiple,
    Number,
    PartyValue,
    Percent,
    Place,
    Text,
    Value,
    amounts,
)

CHOICES = ("automatic", "by agreement", "on payment")
whole = st.integers(min_value=0, max_value=10**9).map(Decimal)
positive = st.integers(min_value=1, max_value=10**6).map(Decimal)
exact = st.decimals(min_value=0, max_value=10**9, places=2)
months = st.integers(min_value=1, max_value=600).map(Decimal)

moneys = st.builds(
    Money,
    exact,
    st.sampled_from(["USD", "EUR", "GBP", "CAD", "CHF", "INR"]),
    st.sampled_from([None, "hour", "day", "month", "year", "quarter", "user", "user per month", "occurrence"]),
)
percents = st.builds(
    Percent,
    st.decimals(min_value=0, max_value=1000, places=3),
    st.sampled_from([None, "month", "year", "quarter", "day"]),
    st.sampled_from([None, "base rate", "prime rate", "libor"]),
)
durations = st.one_of(
    st.builds(Duration, positive, st.sampled_from(["hours", "days"]), st.booleans()),
    st.builds(Duration, positive, st.sampled_from(["minutes", "weeks", "months", "quarters", "years"])),
    st.sampled_from([Duration(None, "perpetual"), Duration(None, "during the term")]),
)
shares = st.builds(Multiple, positive, st.none() | months)
plain_moneys = st.builds(Money, exact, st.sampled_from(["USD", "EUR"]))
multiples = st.one_of(
    st.just(values.UNLIMITED),
    shares,
    st.builds(Multiple, which=st.sampled_from(["greater", "lesser"]), parts=st.tuples(plain_moneys, shares)),
)
dates = st.dates().filter(lambda day: 1900 <= day.year < 2100).map(lambda day: DateValue(day.year, day.month, day.day))
some_dates = st.one_of(
    dates,
    st.builds(DateValue, st.integers(1900, 2099), st.integers(1, 12), st.none()),
    st.builds(DateValue, st.none(), st.integers(1, 12), st.integers(1, 28)),
    st.builds(DateValue, st.none(), st.none(), st.integers(1, 31)),
)
numbers = st.builds(Number, st.none() | whole)
words = st.from_regex(r"[a-z]{3,9}( [a-z]{3,9}){0,2}", fullmatch=True)
items = words | st.tuples(words, words).map(", ".join)
lists = st.lists(items, min_size=1, max_size=5, unique=True).map(lambda items: ListValue(tuple(items)))
labelled = st.lists(st.tuples(items, moneys | percents), min_size=1, max_size=4, unique_by=lambda entry: entry[0]).map(
    lambda entries: Labelled(tuple(entries))
)
places = st.sampled_from(
    ["Delaware", "England and Wales", "New York County, New York", "San Francisco, California", "India"]
).map(lambda name: Place(tuple(name.split(", "))))

OF_TYPE: dict[str, st.SearchStrategy[Value]] = {
    "money": moneys,
    "percent": percents,
    "duration": durations,
    "multiple": multiples,
    "party": st.sampled_from(["customer", "provider", "both", "each", "joint"]).map(PartyValue),
    "choice": st.sampled_from(CHOICES).map(Choice),
    "choice or duration": st.builds(Choice, st.sampled_from(CHOICES), st.none() | durations),
    "date": some_dates,
    "number": numbers,
    "list": lists,
    "labelled": labelled,
    "place": places,
    "text": words.map(Text),
    "absent": st.just(Absent()),
    "money or multiple": plain_moneys | multiples,
    "money or percent": moneys | percents,
}


@pytest.mark.parametrize("kind", OF_TYPE)
def test_the_canonical_spelling_reads_back(kind: str) -> None:
    @given(OF_TYPE[kind])
    def reads_back(value: Value) -> None:
        assert values.parse(kind, values.canonical(value), choices=CHOICES) == value

    reads_back()


def test_every_type_is_tried() -> None:
    assert set(values.TYPES) <= set(OF_TYPE)


@pytest.mark.parametrize("kind", OF_TYPE)
def test_comparing_is_even_handed(kind: str) -> None:
    mirrored = {"more": "less", "less": "more"}

    @given(OF_TYPE[kind], OF_TYPE[kind])
    def even_handed(one: Value, other: Value) -> None:
        assert values.compare(one, one) == "same"
        assert values.within(Bound(one, one), one)
        there, back = values.compare(one, other), values.compare(other, one)
        if not isinstance(one, Choice):  # an agreed length that is not said is more open than one nobody agreed
            assert back == mirrored.get(there, there)

    even_handed()


@given(st.integers(min_value=1, max_value=999_999_999))
def test_number_words_read_back(number: int) -> None:
    said = _in_words(number)
    assert amounts.words(said) == (Decimal(number), len(said))


def _in_words(number: int) -> str:
    """The number as an English contract writes it out."""
    for scale, word in ((10**6, "million"), (10**3, "thousand"), (10**2, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if word == "hundred" else " "
            return f"{_in_words(number // scale)} {word}" + (f"{joint}{_in_words(rest)}" if rest else "")
    names = {value: word for word, value in (amounts.UNITS | amounts.ROUND).items() if word not in ("fourty", "ninty")}
    return names[number] if number in names else f"{names[number - number % 10]}-{names[number % 10]}"


PIECES = [
    "thirty (30) days", "$5,000", "five percent (5%)", "[●]", "____", "Section 4.2", "the fees paid", "in the",
    "twelve months", "preceding", "the greater of", "and", "or", "two times", "of", "Delaware", "New York County,",
    "New York", "December 31, 2026", "the 5th of each month", "one", "a year", "(b)", "[***]", "\n", ".", ";", ",",
    "may", "USD", "1.5", "10", "1/2", "per month", "%", "business days", "net", "County", "in Austin, Texas", "A",
    "half", "hundred", "½", "€", "(", ")", "[", "]", "-", "to", "20__", "January __", "English law", "x", "cents",
    "million", "and a half",
]  # fmt: skip
TYPES = {"money", "percent", "duration", "multiple", "date", "number", "place", "blank"}


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=14).map(" ".join))
def test_what_is_found_stands_in_the_text_and_does_not_overlap(text: str) -> None:
    done = 0
    for one in values.find(text):
        assert one.type in TYPES
        assert done <= one.start < one.end <= len(text)
        assert text[one.start : one.end].strip()
        assert one.value is not None or one.blank
        done = one.end


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join), st.text(alphabet="ab \n", max_size=20))
def test_offsets_count_from_the_start_of_the_text(text: str, before: str) -> None:
    whole_text = f"{before}. {text}"
    start = len(before) + 2
    assert values.find(whole_text, start) == [one.moved(start) for one in values.find(text)]


WRITTEN = st.one_of(moneys, percents, durations, shares, dates, places)


@given(WRITTEN, st.sampled_from(["within {} of it", "It is {}.", "({})", "{}, or more", '"{}"']))
def test_a_canonical_value_is_found_in_a_sentence_and_alone(value: Value, sentence: str) -> None:
    said = values.canonical(value)
    if said in ("perpetual", "during the term"):
        return
    text = sentence.format(said)
    (found,) = (one for one in values.find(text) if one.type != "number")
    assert text[found.start : found.end] == said or isinstance(value, Multiple)
    alone = text[found.start : found.end]
    assert [one.value for one in values.find(alone)] == [found.value]


@pytest.mark.parametrize(
    "text",
    [
        "_" * 20_000,
        "[" * 5_000,
        "* " * 10_000,
        "one hundred " * 2_000,
        "1,000" * 3_000,
        "the fees " * 3_000,
        "New " * 5_000,
        "(30 " * 4_000,
    ],
)
def test_odd_texts_take_no_longer(text: str) -> None:
    values.find(text)  # a pattern that backtracks would not come back
