"""A term in two sentences: the first says what, the second, which points back at it, how much, how long or who else."""

from __future__ import annotations

import pytest

from termscan import rulebook, values
from termscan.extract import matcher, read_statements
from termscan.model import Document, PartyName
from termscan.outline import outline

GROVE, QUAY = PartyName("Grove Ltd", ("Customer",)), PartyName("Quay Inc", ("Provider",))
RULES = matcher(rulebook.load())
POACH = "Customer shall not hire away the staff of Provider."
LATE = "Overdue sums bear interest."
LEAVE = "Customer may terminate this Agreement for convenience."

QUIET = [
    ("the agreement is no such thing", "general.non_solicit", f"{POACH} This Agreement lasts two years.", []),
    ("a sentence about something else", "general.non_solicit", f"{POACH} Paint is kept for two years.", []),
    ("a noun that was not spoken of", "general.non_solicit", f"{POACH} The exhibition runs for two years.", []),
    ("a sentence in between", "general.non_solicit", f"{POACH} Staff are people. This applies for two years.", []),
    ("a value of another type", "general.non_solicit", f"{POACH} This applies up to USD 500.", []),
    ("two values", "general.non_solicit", f"{POACH} This applies for two years or, if sold, for three years.", []),
    ("who has the right already", "term.convenience", f"{LEAVE} The same right belongs to Customer.", ["customer"]),
    ("another right", "term.convenience", f"{LEAVE} The right to paint belongs to Provider.", ["customer"]),
]
POINTED = [
    ("this applies", "general.non_solicit", f"{POACH} This applies for two years after the end.", ["2 years"]),
    ("that prohibition", "general.non_solicit", f"{POACH} That ban shall end eight months after this Agreement.", ["8 months"]),
    ("such and what it is", "general.non_solicit", f"{POACH} Such restriction ends two years after this Agreement.", ["2 years"]),
    ("a noun of the sentence", "general.non_solicit", f"{POACH} This staff is to be left alone for two years.", ["2 years"]),
    ("it comes to", "payment.late_interest", f"{LATE} It comes to 2% a month.", ["2% per month"]),
    ("a price that shrinks", "deliverables.delay_damages", "Delay gives rise to delay damages. They amount to 2% of the price of the late Work per week.", ["2% per week"]),
    ("the same right of the other", "term.convenience", f"{LEAVE} The same right belongs to Provider.", ["customer", "provider"]),
    ("the other has the same right", "term.convenience", f"{LEAVE} Provider has the same right.", ["customer", "provider"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "text", "said"), [c[1:] for c in [*QUIET, *POINTED]], ids=[c[0] for c in [*QUIET, *POINTED]]
)
def test_the_second_sentence_has_the_value(kind: str, text: str, said: list[str]) -> None:
    reading = read_statements(outline(Document("d.txt", "", "text", text), GROVE, QUAY), RULES)
    found = reading.statements.get(kind, ())
    assert [values.canonical(s.value) for s in found if s.value is not None] == said


def test_the_words_that_count_are_those_of_the_second_sentence() -> None:
    text = f"{LATE} It comes to 2% a month."
    reading = read_statements(outline(Document("d.txt", "", "text", text), GROVE, QUAY), RULES)
    (one,) = (s for s in reading.statements["payment.late_interest"] if s.value is not None)
    assert text[one.start : one.end] == "It comes to 2% a month"
