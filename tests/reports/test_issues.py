"""The issues list as a negotiator opens it: columns, order, filters, and no cell that computes."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import openpyxl
import pytest
from factories import a_draft, a_fault, a_full_review, a_ready_review, a_review, a_row, an_ask, at, clauses_of, words_of
from goldens import the_review

from termscan.errors import DraftError
from termscan.model import Skipped
from termscan.outcome import Unread
from termscan.reports import Page, write_review, write_scan

HEADS = [
    *("no.", "section", "page", "topic", "term", "agreed", "draft says", "verdict"),
    *("who gains", "severity", "question", "our position", "status", "owner"),
]
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1+1", "\r=1+1", " =1")


def whole_csv(review):
    return list(csv.DictReader(StringIO(str(write_review("csv", review, Page())))))


def as_csv(review):
    """The rows of findings; what was read stands below them."""
    return [row for row in whole_csv(review) if row["topic"] != "coverage"]


def as_sheet(review):
    book = openpyxl.load_workbook(BytesIO(write_review("xlsx", review, Page())))  # type: ignore[arg-type]
    return book["Issues"]


def test_a_ready_draft_has_no_row_of_a_finding():
    assert as_csv(a_ready_review()) == [] and as_sheet(a_ready_review()).max_row == 1


def test_both_lists_have_the_columns_a_negotiator_works_through():
    text = str(write_review("csv", a_full_review(), Page()))
    assert text.splitlines()[0].split(",") == HEADS
    assert [cell.value for cell in as_sheet(a_full_review())[1]] == HEADS


def test_a_row_a_finding_worst_first_and_the_waived_last():
    rows = as_csv(the_review())
    assert [row["severity"] for row in rows] == ["blocker", "high", "medium", "low", "high"]
    assert [row["status"] for row in rows] == ["open"] * 4 + ["waived"]
    assert [row["no."] for row in rows] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    ("finding", "who"),
    [
        ({"direction": "against us"}, "other side"),
        ({"direction": "for us"}, "us"),
        ({"direction": "neutral"}, "nobody"),
    ],
)
def test_who_gains(finding, who):
    assert as_csv(a_review(a_row(**finding)))[0]["who gains"] == who


def test_our_position_is_the_words_that_restore_else_what_was_agreed_else_to_leave_it_out():
    rows = as_csv(a_review(a_row(), a_row(restore=None, agreed="30 days"), asks=(an_ask(),), faults=(a_fault(),)))
    told = [row["our position"] for row in rows]
    assert told[1:] == ["As agreed: 30 days", "Leave it out", "Mend the drafting"] and told[0].startswith(
        "Client shall"
    )


def test_the_sheet_has_filters_frozen_heads_wrapped_text_and_states_to_choose_from():
    sheet = as_sheet(a_full_review())
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == (f"A1:N{sheet.max_row}", "A2")
    assert all(cell.alignment.wrap_text for cell in sheet[2])
    assert "M2" in str(sheet.data_validations.dataValidation[0].sqref)


def test_the_same_review_is_the_same_rows_in_both():
    sheet = [[cell.value for cell in row] for row in as_sheet(the_review()).iter_rows(min_row=2)]
    assert [["" if v is None else str(v) for v in row] for row in sheet] == [
        list(r.values()) for r in as_csv(the_review())
    ]


def test_at_its_foot_a_csv_says_what_was_read_and_a_row_for_each_part_that_was_not():
    skipped = (Skipped("page", "page 3", "=no text", unread=True), Skipped("image", "page 4", "words are not read"))
    foot = whole_csv(a_review(draft=a_draft(skipped=skipped)))[-3:]
    assert [(row["topic"], row["term"], row["status"]) for row in foot] == [
        ("coverage", "read", ""),
        ("coverage", "not read", "open"),
        ("coverage", "not read", ""),
    ]
    assert foot[0]["draft says"].endswith("2 tables, 1 footnote")
    assert [row["draft says"] for row in foot[1:]] == ["page, page 3: =no text", "image, page 4: words are not read"]
    assert {(row["no."], row["severity"]) for row in foot} == {("", "")}


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_is_a_formula_whatever_the_draft_says(words):
    draft = a_draft(f"{words} is what the draft says.")
    row = a_row(words, agreed=words, found=words, question=words, restore=words, evidence=(words_of(words, draft),))
    review = a_review(row, draft=draft, asks=(an_ask(words),))
    for sheet_row in as_sheet(review).iter_rows(min_row=2):
        assert all(cell.data_type != "f" and not str(cell.value).startswith(tuple("=+-@")) for cell in sheet_row)
    assert not any(cell.startswith(tuple("=+-@")) for line in as_csv(review) for cell in line.values())


def test_characters_that_no_spreadsheet_can_hold_are_replaced():
    row = a_row(question="a\x00b\x0bc\ud800d\uffff")
    assert "c" in as_sheet(a_review(row))["K2"].value


def test_a_folder_is_one_list_and_a_sheet_of_drafts_with_errors_as_rows():
    outcomes = [a_full_review(), at("b.txt", clauses_of()), Unread("=c.pdf", DraftError("is empty", path="=c.pdf"))]
    (made,) = write_scan("xlsx", outcomes, Page())
    book = openpyxl.load_workbook(BytesIO(made))  # type: ignore[arg-type]
    assert {row[0].value for row in book["Issues"].iter_rows(min_row=2)} == {a_full_review().draft.path}
    assert [row[1].value for row in book["Drafts"].iter_rows(min_row=2)] == ["not ready", "no term sheet", "unread"]
    assert book["Drafts"]["A4"].value == "'=c.pdf"
