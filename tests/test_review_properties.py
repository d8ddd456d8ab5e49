"""What holds for every draft: quotes are slices, ids stay, the same input gives the same answer."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import termscan
from termscan import rulebook, termsheet
from termscan.model import Evidence, Review
from termscan.reports import Page, write_review

OPENING = """Services Agreement

This Services Agreement is made between Harbour Foods Ltd (the "Client") and Moreau Studio LLC (the "Consultant").

"""
CLAUSES = (
    "Payment. Client shall pay each invoice within {days} ({days}) days of receipt.",
    "Late Payment. Overdue amounts bear interest at {percent}% per month.",
    "Fees. The total fee for the Services is USD {thousands},000, payable on completion.",
    "Cure. If a party is in breach and does not cure it within {days} days of notice, the other may terminate.",
    "Term. This Agreement begins on 1 March 2027 and runs for {months} months.",
    "Liability. Neither party's liability shall exceed {percent}00% of the fees paid under this Agreement.",
    "Liability. The Consultant's liability is unlimited, notwithstanding Section 2.",
    "Governing Law. This Agreement is governed by the laws of {law}.",
    "Assignment. Neither party may assign this Agreement without the other's {consent}consent.",
    "Non-Competition. For {months} months after the end the Consultant shall not work for a competitor of the Client.",
    "Confidentiality. Each party keeps the other's information confidential for {months} months after the end – “all” of it.",
    "Invoices. The Consultant invoices monthly, and payment is due [●] days after the invoice.",
)
UNRELATED = (
    "Notices. Notices go by courier to the address at the head of this document. \U0001f58b Counterparts are originals."
)
SHEET = """parties:
  customer: Harbour Foods Ltd
  provider: Moreau Studio LLC
our_side: {side}
terms:
  payment: {{due: 30 days, late_interest: 1% per month, total_fee: "USD 40,000"}}
  liability: {{cap: 100% of fees}}
  term: {{initial_term: 12 months, cure_period: 30 days}}
  general: {{governing_law: Delaware, assignment: with consent, non_compete: none}}
"""
SETTINGS = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

clauses = st.lists(
    st.builds(
        str.format,
        st.sampled_from(CLAUSES),
        days=st.integers(1, 120),
        percent=st.integers(1, 9),
        thousands=st.integers(1, 900),
        months=st.integers(1, 60),
        law=st.sampled_from(["Delaware", "England and Wales", "New York"]),
        consent=st.sampled_from(["", "prior written "]),
    ),
    min_size=2,
    max_size=9,
    unique=True,
)
sides = st.sampled_from(["provider", "customer"])


@cache
def sheet(side: str, folder: str) -> termsheet.TermSheet:
    path = Path(folder) / f"{side}.yaml"
    path.write_text(SHEET.format(side=side), encoding="utf-8")
    return termsheet.load(path, rulebook.load())


def draft(numbered: list[str], more: str = "") -> bytes:
    text = OPENING + "\n\n".join(f"{n}. {clause}" for n, clause in enumerate(numbered, 1))
    return f"{text}\n\n{more}".encode()


def review(data: bytes, side: str, folder: Path) -> Review:
    return termscan.review("draft.txt", terms=sheet(side, str(folder)), data=data)


def evidence(found: Review) -> list[Evidence]:
    return [e for row in (*found.terms, *found.asks, *found.faults) for e in row.evidence]


def ids(found: Review) -> list[str]:
    return [row.id for row in (*found.terms, *found.asks, *found.faults)]


@SETTINGS
@given(written=clauses, side=sides)
def test_every_quote_is_the_slice_that_its_offsets_name(tmp_path_factory, written, side):
    found = review(draft(written, UNRELATED), side, tmp_path_factory.getbasetemp())
    text = found.draft.text
    assert all(text[e.start : e.end] == e.quote and 0 < len(e.quote) <= 800 for e in evidence(found))


@SETTINGS
@given(written=clauses, side=sides)
def test_a_row_for_every_term_and_no_id_twice(tmp_path_factory, written, side):
    found = review(draft(written), side, tmp_path_factory.getbasetemp())
    wanted = [t.name for t in sheet(side, str(tmp_path_factory.getbasetemp())).terms]
    assert [row.term for row in found.terms] == wanted
    assert len(set(ids(found))) == len(ids(found))


@SETTINGS
@given(written=clauses, side=sides)
def test_ids_and_verdicts_stay_when_unrelated_text_is_added(tmp_path_factory, written, side):
    before = review(draft(written), side, tmp_path_factory.getbasetemp())
    after = review(draft(written, f"{len(written) + 1}. {UNRELATED}"), side, tmp_path_factory.getbasetemp())
    assert [(row.id, row.verdict) for row in before.terms] == [(row.id, row.verdict) for row in after.terms]
    assert ids(before) == ids(after)


@SETTINGS
@given(written=clauses, side=sides)
def test_the_same_input_gives_the_same_answer(tmp_path_factory, written, side):
    shown = {
        hashlib.sha256(
            write_review("json", review(draft(written), side, tmp_path_factory.getbasetemp()), Page()).encode()
        ).hexdigest()
        for _ in range(2)
    }
    assert len(shown) == 1
