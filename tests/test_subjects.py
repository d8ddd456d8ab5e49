"""Of which kind a passage speaks, in words that nobody would search for, and when it rides along with something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termscan.compare.subjects import NONE, features, heard_in, spoken_of

HEARD = [
    ("a fee on leaving", "term.kill_fee", "Should the Bakery call the order off, two fifths of the price falls due all the same."),
    ("a ban on hiring", "general.non_solicit", "For a year afterwards neither house shall tempt away a cook of the other."),
    ("serving nobody else", "deliverables.exclusivity", "The Mill shall grind for the Bakery alone and for no other house in the valley."),
    ("a limit on what is owed", "liability.cap", "No claim on the Mill shall ever come to more than the price of the sacks."),
    ("what a late sum grows by", "payment.late_interest", "A balance not settled on its day grows by one in a hundred for each month that it lingers."),
    ("money put down at first", "payment.deposit", "A third of the price is to be lodged with the Mill before the first sack is ground."),
    ("looking into the books", "general.audit", "On a week's warning the Bakery's accountant may go through the ledgers of the Mill."),
    ("as good a price as anybody's", "payment.most_favoured_price", "Whatever lower price the Mill gives to any other house, the Bakery shall have it too."),
    ("cover against mishaps", "liability.insurance", "The Mill shall hold a policy of at least $500,000 against fire and flood."),
    ("keeping a secret", "general.confidentiality", "The recipe shall be told to no one, and shown to no one, for three years after the end."),
]  # fmt: skip


def _rank(kind: str, text: str) -> int:
    odds = {k: p for k, p in heard_in(text).items() if k != NONE}
    return sorted(odds, key=lambda k: -odds[k]).index(kind)


@pytest.mark.parametrize(("kind", "text"), [c[1:] for c in HEARD], ids=[c[0] for c in HEARD])
def test_a_kind_is_heard_among_the_first_three_though_none_of_its_usual_words_stands_there(kind, text):
    assert _rank(kind, text) < 3


@pytest.mark.parametrize(("kind", "text"), [c[1:] for c in HEARD[:6]], ids=[c[0] for c in HEARD[:6]])
def test_it_is_heard_better_in_its_own_piece_when_it_rides_along_with_something_else(kind, text):
    host = (
        f"This Agreement may be signed in several counterparts, each of them an original; {text[0].lower()}{text[1:]}"
    )
    assert heard_in(host)[kind] > spoken_of(host)[kind]


def test_what_speaks_of_no_kind_is_told_from_what_does():
    nothing = "The headings of this Agreement serve convenience alone, and words in the singular include the plural."
    assert spoken_of(nothing)[NONE] > max(p for k, p in spoken_of(nothing).items() if k != NONE)


@given(st.text(max_size=200))
def test_the_odds_of_any_text_make_one(text):
    odds = spoken_of(text)
    assert sum(odds.values()) == pytest.approx(1.0) and all(0.0 <= p <= 1.0 for p in odds.values())


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=200))
def test_what_is_seen_of_a_text_has_a_length_of_one_or_none(text):
    seen = features(text)
    assert not seen or sum(count**2 for count in seen.values()) == pytest.approx(1.0)
