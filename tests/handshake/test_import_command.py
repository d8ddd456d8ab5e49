"""`termscan terms import`, and `--terms` with a term sheet that people have, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import termscan
from termscan.cli import cli

ROOT = Path(__file__).parent.parent.parent
WEBSHOP = ROOT / "sample_contracts" / "webshop"
DRAFT, SHEET, ROUND = (str(WEBSHOP / name) for name in ("faithful.docx", "terms.docx", "rounds/round-3.docx"))
NOTICE = f"{SHEET}: 26 points understood, 0 unsure, 0 left out"


def call(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


def test_the_sheet_goes_to_the_screen_and_the_count_to_standard_error():
    done = call("terms", "import", SHEET)
    assert done.exit_code == 0 and "agreed_on: 2026-10-05" in done.stdout
    assert done.stderr == f"{NOTICE}.\n"


def test_what_was_imported_passes_terms_check(tmp_path):
    made = tmp_path / "terms.yaml"
    assert call("terms", "import", SHEET, "-o", str(made)).exit_code == 0
    checked = call("terms", "check", str(made))
    assert checked.stdout == f"{made}: 26 terms, all understood.\n"


def test_the_readme_shows_what_the_command_says(monkeypatch, tmp_path):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = next(line for line in readme.splitlines() if "termscan terms import sample" in line).split()[1:-1]
    monkeypatch.chdir(ROOT)
    done = call(*command, str(tmp_path / "terms.yaml"))
    assert done.exit_code == 0 and f"```\n{done.stderr}```" in readme


def test_a_sheet_that_is_there_already_is_not_written_over(tmp_path):
    (tmp_path / "terms.yaml").write_text("mine")
    done = call("terms", "import", SHEET, "-o", str(tmp_path / "terms.yaml"))
    assert done.exit_code == 2 and "is there already" in done.stderr
    assert (tmp_path / "terms.yaml").read_text() == "mine"


def test_sides_and_names_may_be_given(tmp_path):
    (tmp_path / "notes.txt").write_text("Payment: net 30\n")
    given = ("--our-side", "provider", "--customer", "Acme, Inc.", "--provider", "Studio North LLC")
    done = call("terms", "import", str(tmp_path / "notes.txt"), *given)
    assert "customer: Acme, Inc." in done.stdout and "our_side: provider" in done.stdout


COMMANDS = {
    "review": ("review", DRAFT, "--terms", SHEET, "--format", "json"),
    "compare": ("compare", ROUND, ROUND, "--terms", SHEET),
    "history": ("history", ROUND, DRAFT, "--terms", SHEET),
}


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_every_command_takes_such_a_sheet_and_says_how_much_it_understood(arguments):
    done = call(*arguments)
    assert done.exit_code == call(*(a.replace("terms.docx", "terms.yaml") for a in arguments)).exit_code
    assert done.stderr == f"{NOTICE}; `termscan terms import` shows them.\n"


def test_a_review_names_the_file_as_its_term_sheet():
    shown = json.loads(call(*COMMANDS["review"]).stdout)["term_sheet"]
    assert shown == {"path": SHEET, "deal": "Web shop for Fenwick & Lowe", "our_side": "provider"}


def test_a_scan_takes_it_too_and_does_not_read_it_as_a_draft(tmp_path):
    for name, source in (("a.docx", DRAFT), ("terms.docx", SHEET)):
        (tmp_path / name).write_bytes(Path(source).read_bytes())
    done = call("scan", str(tmp_path), "--terms", str(tmp_path / "terms.docx"), "--format", "jsonl", "-q")
    assert done.exit_code == 0 and done.stderr.count("26 points understood") == 1
    assert [json.loads(line)["draft"]["path"] for line in done.stdout.splitlines()] == [str(tmp_path / "a.docx")]


def test_a_sheet_beside_the_same_one_in_our_format_is_no_draft():
    drafts = [json.loads(line)["draft"]["path"] for line in call("scan", str(WEBSHOP), "--format", "jsonl").stdout.splitlines()]  # fmt: skip
    assert len(drafts) == 6 and not [d for d in drafts if "terms" in d]


def test_python_takes_it_too():
    assert termscan.review(DRAFT, terms=SHEET).verdict == "ready"


REFUSED = {
    "a sheet that does not say our side": ("Payment: net 30\n", "does not say which side is yours. Add `--our-side"),
    "nothing": ("", "empty"),
}


@pytest.mark.parametrize(("text", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_used_is_one_line_and_exit_code_2(text, why, tmp_path):
    (tmp_path / "notes.txt").write_text(text)
    for arguments in (("terms", "import"), ("review", DRAFT, "--terms")):
        done = call(*arguments, str(tmp_path / "notes.txt"))
        assert done.exit_code == 2 and why in done.stderr and done.stderr.count("\n") == 1
