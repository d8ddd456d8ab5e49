"""Each sample deal has its term sheet in Word, in a spreadsheet and in a mail too: a review against any of them is the same."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from termscan import pipeline, rulebook, termsheet
from termscan.model import Review

SAMPLES = Path(__file__).parent.parent.parent / "sample_contracts"
DRAFTS = {
    "webshop": ("faithful.docx", "nibbled.docx"),
    "software": ("faithful.pdf", "nibbled.pdf"),
    "consulting": ("draft-faithful.txt", "draft-nibbled.txt"),
}
SHEETS = ("terms.docx", "terms.xlsx", "terms.eml")
EACH = [(deal, sheet) for deal in DRAFTS for sheet in SHEETS]


@cache
def review(deal: str, draft: str, sheet: str) -> Review:
    return pipeline.review(SAMPLES / deal / draft, SAMPLES / deal / sheet)


def answer(reviewed: Review) -> tuple[object, ...]:
    rows = [(t.term, t.verdict, t.severity, t.direction) for t in reviewed.terms]
    asks = [(a.ask, a.severity) for a in reviewed.asks]
    return reviewed.verdict, sorted(rows), sorted(asks), sorted(f.fault for f in reviewed.faults)


@pytest.mark.parametrize(("deal", "sheet"), EACH, ids=lambda x: x)
@pytest.mark.parametrize("which", (0, 1), ids=("faithful", "nibbled"))
def test_a_review_against_the_sheet_that_people_have_is_that_against_ours(deal, sheet, which):
    draft = DRAFTS[deal][which]
    assert answer(review(deal, draft, sheet)) == answer(review(deal, draft, "terms.yaml"))


@pytest.mark.parametrize(("deal", "sheet"), EACH, ids=lambda x: x)
def test_all_of_a_sheet_is_understood(deal, sheet):
    made = pipeline.import_terms(SAMPLES / deal / sheet)
    ours = termsheet.load(SAMPLES / deal / "terms.yaml", rulebook.load())
    assert (made.unsure, len(made.sheet.terms)) == (0, len(ours.terms))
    assert (made.sheet.our_side, made.sheet.agreed_on) == (ours.our_side, ours.agreed_on)
    assert (made.sheet.customer.name, made.sheet.provider.name) == (ours.customer.name, ours.provider.name)
    assert set(made.sheet.leave_to_counsel) == set(ours.leave_to_counsel)
