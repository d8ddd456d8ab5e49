"""The whole pipeline through the real command line, on the sample deal."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import termscan
from termscan import rulebook
from termscan.extract import selftest

SAMPLE = Path(__file__).parent / "short_deal"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "termscan", *arguments], capture_output=True, text=True)


def test_the_faithful_draft_keeps_every_term():
    review = termscan.review(SAMPLE / "draft-faithful.txt", terms=SAMPLE / "terms.yaml")
    assert {t.verdict for t in review.terms} == {"kept"} and not review.asks
    assert review.verdict == "ready"


@pytest.mark.parametrize(
    ("term", "verdict", "found"),
    [
        ("payment.due", "changed", "60 days"),
        ("payment.late_interest", "missing", None),
        ("liability.insurance", "kept", "none"),
        ("term.initial_term", "unclear", "12 months or 18 months"),
        ("term.cure_period", "unclear", None),
        ("general.governing_law", "changed", "Nevada"),
        ("general.assignment", "changed", "allowed"),
        ("general.non_compete", "changed", "2 years"),
    ],
)
def test_the_nibbled_draft_reopens(term, verdict, found):
    review = termscan.review(SAMPLE / "draft-nibbled.txt", terms=SAMPLE / "terms.yaml")
    row = next(t for t in review.terms if t.term == term)
    assert (row.verdict, row.found) == (verdict, found)


def test_every_quote_is_its_slice():
    review = termscan.review(SAMPLE / "draft-nibbled.txt", terms=SAMPLE / "terms.yaml")
    shown = [e for r in (*review.terms, *review.asks, *review.faults) for e in r.evidence]
    assert shown and all(review.draft.text[e.start : e.end] == e.quote for e in shown)


def test_the_command_line_answers_in_json_and_by_exit_code():
    done = run("review", str(SAMPLE / "draft-nibbled.txt"), "--terms", str(SAMPLE / "terms.yaml"), "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["verdict"] == "not ready"


@pytest.mark.parametrize(
    ("sheet", "says"),
    [
        ("", "is empty"),
        ("terms: {payment: {dew: 30 days}}", "payment.dew is no kind of term"),
        ("our_side: seller", "our_side is 'seller'"),
        ("terms: {payment: {total_fee: {agreed: USD 24,502, priority: must}}}", "quotes"),
        ("a: [", "is not YAML here"),
    ],
)
def test_a_mistaken_term_sheet_is_told_in_lines_without_a_traceback(tmp_path, sheet, says):
    (tmp_path / "terms.yaml").write_text(sheet)
    done = run("review", str(SAMPLE / "draft-faithful.txt"), "--terms", str(tmp_path / "terms.yaml"))
    assert done.returncode == 2 and says in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no zip", b"%PDF-1.4 damaged", b"Too short."])
def test_a_draft_that_is_none_is_one_line(tmp_path, content):
    (tmp_path / "draft.docx").write_bytes(content)
    done = run("review", str(tmp_path / "draft.docx"), "--terms", str(SAMPLE / "terms.yaml"))
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1 and "Traceback" not in done.stderr


def test_every_rule_proves_itself():
    assert selftest.run(rulebook.load()) == []
