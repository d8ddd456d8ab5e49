"""A round against the one before: what is a change, which terms it reopens, what stays kept, what is asked."""

from __future__ import annotations

import pytest

from .deal import CLAUSES, draft, numbered, review

NO_CHANGE = [
    ("the draft itself", draft()),
    (
        "the clauses renumbered",
        draft(clauses=numbered(CLAUSES, 2)),
    ),
    ("line breaks elsewhere", draft().replace("under this Agreement", "under\nthis Agreement")),
    ("a clause at another place", draft(clauses=numbered(dict(reversed(CLAUSES.items()))))),
]


@pytest.mark.parametrize("new", [c[1] for c in NO_CHANGE], ids=[c[0] for c in NO_CHANGE])
def test_no_change_is_listed(tmp_path, new):
    found = review(tmp_path, draft(), new)
    assert found.changes == ()
    assert {r.trend for r in found.terms} == {"settled"}


REWORDED = {
    "2. Payment": "Every invoice is to be settled by the Client not later than 30 days after it has received it.",
    "6. Termination": "This Agreement may be terminated by either party for convenience on 60 days' notice in writing.",
    "8. Law": "The laws of Delaware govern this Agreement.",
}


def test_wording_is_listed_but_reopens_nothing(tmp_path):
    found = review(tmp_path, draft(), draft(REWORDED))
    assert len(found.changes) == 3 and not any(c.substantive for c in found.changes)
    assert {r.verdict for r in found.terms} == {"kept"} and not found.asks


HELD = [
    (
        "the interest in other words",
        {"3. Interest": "Should an amount be overdue, it carries interest of one percent (1%) for every month."},
    ),
    (
        "the cap turned round",
        {"4. Liability": "USD 50,000 is the most for which the Surveyor is liable in total under this Agreement."},
    ),
    (
        "the term in months",
        {
            "5. Term": "This Agreement begins on its effective date and runs for an initial term of twenty-four (24) months."
        },
    ),
    (
        "one sentence made two",
        {
            "6. Termination": "Either party may terminate this Agreement for convenience. It shall give sixty (60) days' written notice."
        },
    ),
]


@pytest.mark.parametrize("clauses", [c[1] for c in HELD], ids=[c[0] for c in HELD])
def test_what_the_draft_still_says_by_itself_no_rewording_reopens(tmp_path, clauses):
    found = review(tmp_path, draft(), draft(clauses))
    assert {r.term: r.verdict for r in found.terms if r.verdict != "kept"} == {}


def test_a_heading_put_otherwise_is_wording(tmp_path):
    found = review(tmp_path, draft(), draft().replace("3. Interest. ", "3. Late Payment. "))
    assert [(c.change, c.substantive) for c in found.changes] == [("reworded", False)]
    assert found.changes[0].evidence[0].quote == "Late Payment."


REOPENED = [
    (
        "a value changed",
        "2. Payment",
        "The Client shall pay each invoice within sixty (60) days after receipt.",
        "payment.due",
        "changed",
    ),
    (
        "a blank",
        "3. Interest",
        "Amounts that are overdue bear interest at ___% per month.",
        "payment.late_interest",
        "unclear",
    ),
    ("a clause taken out", "3. Interest", "", "payment.late_interest", "missing"),
    (
        "a law changed",
        "8. Law",
        "This Agreement is governed by the laws of Nevada.",
        "general.governing_law",
        "changed",
    ),
    (
        "an exception",
        "4. Liability",
        "The total liability of the Surveyor under this Agreement shall not exceed USD 50,000, except for errors in a report.",
        "liability.cap",
        "weakened",
    ),
    (
        "words and digits apart",
        "5. Term",
        "This Agreement has an initial term of two (5) years from its effective date.",
        "term.initial_term",
        "unclear",
    ),
]


@pytest.mark.parametrize(
    ("clause", "words", "term", "verdict"), [c[1:] for c in REOPENED], ids=[c[0] for c in REOPENED]
)
def test_a_change_of_substance_reopens_its_term(tmp_path, clause, words, term, verdict):
    found = review(tmp_path, draft(), draft({**REWORDED, clause: words}))
    row = next(r for r in found.terms if r.term == term)
    assert (row.verdict, row.trend) == (verdict, "reopened")
    assert row.was is not None and row.was.verdict == "kept"
    assert [r.term for r in found.terms if r.verdict != "kept"] == [term]
    assert any(c.substantive and term in c.terms for c in found.changes)


def test_the_way_back_is_restored(tmp_path):
    found = review(tmp_path, draft({"8. Law": "This Agreement is governed by the laws of Nevada."}), draft())
    row = next(r for r in found.terms if r.term == "general.governing_law")
    assert (row.verdict, row.trend, row.was.found) == ("kept", "restored", "Nevada")


def test_what_stands_open_in_both_rounds_is_still_open(tmp_path):
    open_ = draft({"8. Law": "This Agreement is governed by the laws of Nevada."})
    assert {r.term: r.trend for r in review(tmp_path, open_, open_).terms}["general.governing_law"] == "still open"


OPEN = {"2. Payment": "The Client shall pay each invoice within sixty (60) days after receipt."}
MOVES = [
    ("another nibble beside what was open", {"9. Receipt": "For the purposes of Section 2, an invoice is received when the Client has approved it in writing."}, "reopened"),
    ("a step towards what was agreed", {"2. Payment": "The Client shall pay each invoice within forty-five (45) days after receipt."}, "still open"),
    ("a change of something else", {"8. Law": "This Agreement is governed by the laws of Nevada."}, "still open"),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "trend"), [c[1:] for c in MOVES], ids=[c[0] for c in MOVES])
def test_what_was_open_is_reopened_by_a_new_nibble_only(tmp_path, changed, trend):
    found = review(tmp_path, draft(OPEN), draft({**OPEN, **changed}))
    row = next(r for r in found.terms if r.term == "payment.due")
    assert (row.was.verdict, row.verdict != "kept", row.trend) == ("changed", True, trend)


def test_a_sentence_that_was_taken_out_is_shown_by_the_words_around_its_place(tmp_path):
    clause = CLAUSES["6. Termination"]
    more = draft({"6. Termination": f"{clause} The Surveyor shall then hand over its notes."})
    (change,) = review(tmp_path, more, draft()).changes
    (gap,) = change.evidence
    assert change.change == "deleted" and clause[-12:] in gap.quote


def test_what_came_in_and_binds_us_is_an_ask(tmp_path):
    extra = {
        "9. Staff": "For two years after this Agreement ends the Surveyor shall not hire any employee of the Client."
    }
    found = review(tmp_path, draft(), draft(extra))
    assert [a.ask for a in found.asks] == ["general.non_solicit"]
    assert {r.verdict for r in found.terms} == {"kept"}


def test_quotes_are_slices_of_their_own_draft(tmp_path):
    found = review(
        tmp_path, draft(), draft({"3. Interest": "", "8. Law": "This Agreement is governed by the laws of Nevada."})
    )
    assert found.changes and found.previous is not None
    for change in found.changes:
        assert all(found.draft.text[e.start : e.end] == e.quote for e in change.evidence)
        assert change.previous and all(found.previous.text[e.start : e.end] == e.quote for e in change.previous)


def test_a_clause_that_moves_to_the_recitals_binds_less(tmp_path):
    recital = "Background\n\nWHEREAS " + CLAUSES["3. Interest"][0].lower() + CLAUSES["3. Interest"][1:]
    new = draft({"3. Interest": ""}).replace(
        "\n\n1. Services", f"\n\n{recital}\n\nNOW, THEREFORE, the parties agree as follows:\n\n1. Services"
    )
    found = review(tmp_path, draft(), new)
    assert any(c.change == "moved" and c.substantive for c in found.changes)
    assert next(r for r in found.terms if r.term == "payment.late_interest").verdict != "kept"
