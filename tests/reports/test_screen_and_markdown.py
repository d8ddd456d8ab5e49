"""What a negotiator reads first, second and third; and that no draft can draw on the page."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO

import pytest
import yaml
from factories import (
    a_clause,
    a_draft,
    a_full_review,
    a_kept_row,
    a_ready_review,
    a_review,
    a_row,
    clauses_of,
    words_of,
)

from termscan.errors import DraftError
from termscan.outcome import Unread
from termscan.reports import Page, write_extract, write_review, write_scan

FORMS = ("rich", "md")
EVIL = "a | b\x1b[31m *bold* [link](http://x) \u202egnirts <b>\nnext"


def shown(form: str, *parts: object, width: int = 80, **more: object) -> str:
    return write_review(form, *(parts or (a_full_review(),)), Page(width, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize("form", FORMS)
def test_the_answer_comes_first_then_the_scorecard_then_the_findings(form):
    text = shown(form)
    order = ["NOT READY: ", "Scorecard", "Findings", "payment.due: changed", "Asks", "Drafting faults", "Read: "]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


@pytest.mark.parametrize("form", FORMS)
def test_findings_come_worst_first(form):
    rows = (a_row("payment.due", severity="medium"), a_row("liability.cap", severity="blocker"), a_row("ip.transfer"))
    text = shown(form, a_review(*rows)).split("Findings", 1)[1]
    places = [text.index(f"{name}: changed") for name in ("liability.cap", "ip.transfer", "payment.due")]
    assert places == sorted(places)


@pytest.mark.parametrize("form", FORMS)
def test_a_ready_draft_has_no_findings(form):
    text = shown(form, a_ready_review())
    assert "READY: the agreed term kept" in text and "Findings" not in text and "Asks" not in text


@pytest.mark.parametrize("form", FORMS)
def test_brief_is_the_answer_alone(form):
    assert len(shown(form, brief=True).splitlines()) == 1


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "words", ["within sixty (60) days of receipt", "Section 4.2, Invoices", "You finance the work", "Client shall pay"]
)
def test_a_finding_has_quote_place_reason_and_remedy(form, words):
    assert words in shown(form, width=120)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("id", ["T-3f9a2c", "A-90c1d7", "F-11e0b2"])
def test_every_finding_has_the_id_by_which_a_waiver_names_it(form, id):
    assert id in shown(form)


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_no_line_is_wider_than_the_page(width):
    rows = (a_row("deliverables.acceptance_period"), a_kept_row("general.governing_law"))
    assert max(map(len, shown("rich", a_review(*rows), width=width).splitlines())) <= width


def test_a_long_name_is_broken_between_topic_and_kind():
    text = shown("rich", a_review(a_row("deliverables.acceptance_period")))
    assert re.search(r"✗ +deliverables\. .*\n +acceptance_period\b", text)


def test_without_a_screen_there_are_no_escape_codes():
    assert "\x1b" not in shown("rich") and "\x1b[1" in shown("rich", styled=True, colour=True)


def test_without_colour_bold_stays():
    text = shown("rich", styled=True, colour=False)
    assert "\x1b[1m" in text and "\x1b[1;31m" not in text


@pytest.mark.parametrize("form", FORMS)
def test_a_draft_cannot_draw_on_the_page(form):
    draft = a_draft(EVIL * 3)
    text = shown(form, a_review(a_row(evidence=(words_of(EVIL[:40], draft, heading=EVIL),)), draft=draft))
    assert "\x1b" not in text and "\u202e" not in text
    if form == "md":
        assert "a \\| b" in text and "](http" not in text and "<b>" not in text


# ---- many drafts -----------------------------------------------------------------------------------------------------


def test_the_spreadsheet_says_why_a_draft_was_not_read():
    gone = Unread("x.pdf", DraftError("damaged", path="x.pdf", hint="Save it anew."))
    (row,) = csv.DictReader(StringIO("".join(write_scan("csv", [gone], Page()))))
    assert (row["path"], row["verdict"], row["message"]) == ("x.pdf", "unread", "damaged. Save it anew.")


def test_a_cell_is_no_formula():
    text = "".join(write_scan("csv", [a_review(a_row(found="=HYPERLINK(1)"))], Page()))
    row, _ = csv.DictReader(StringIO(text))
    assert row["found"] == "'=HYPERLINK(1)"


def test_every_line_of_jsonl_is_an_object_though_the_draft_has_odd_breaks():
    odd = clauses_of(a_clause(value="a\u2028b"))
    lines = "".join(write_extract("jsonl", [odd, odd], Page())).splitlines()
    assert [json.loads(line)["schema"] for line in lines] == ["termscan.clauses/1"] * 2


def test_a_sheet_to_start_from_shows_what_the_draft_contradicts():
    text = "".join(write_extract("terms", [clauses_of(a_clause(), a_clause(value="30 days"))], Page()))
    assert yaml.safe_load(text)["terms"] == {"payment": {"due": "60 days"}}
    assert "# the draft also says 30 days  (Section 4.2, Invoices)" in text


@pytest.mark.parametrize(
    "value", ["yes", "2", "2026-12-01", "a: b", "# no", "[x", "'", "-", "a #b", "1:30", "null", "{"]
)
def test_a_sheet_to_start_from_keeps_every_value(value):
    loaded = yaml.safe_load("".join(write_extract("terms", [clauses_of(a_clause("x.y", value))], Page())))
    said = loaded["terms"]["x"]["y"]
    assert said is True if value == "yes" else str(said) == value


def test_a_draft_without_clauses_gives_an_empty_sheet():
    only = clauses_of(a_clause(value=None))
    loaded = yaml.safe_load("".join(write_extract("terms", [only], Page())))
    assert loaded["terms"] == {} and loaded["our_side"] == "provider"
