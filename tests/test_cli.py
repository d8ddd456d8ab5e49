"""The command line: what each call answers, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from termscan import __version__, pipeline
from termscan.cli import cli

SAMPLE = Path(__file__).parent / "short_deal"
FAITHFUL, NIBBLED, TERMS = (str(SAMPLE / n) for n in ("draft-faithful.txt", "draft-nibbled.txt", "terms.yaml"))
SECRET = "thirty-one thousand crowns"


def call(*arguments: str, **more: object) -> Result:
    return CliRunner().invoke(cli, list(arguments), **more)  # type: ignore[arg-type]


def really(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "termscan", *arguments], capture_output=True, text=True, **more)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(
    ("arguments", "code", "begins"),
    [
        (["--version"], 0, f"termscan, version {__version__}"),
        (["--help"], 0, "Usage: "),
        (["review", "--help"], 0, "Usage: "),
        (["review", FAITHFUL, "--terms", TERMS], 0, "READY: all 8 agreed terms kept"),
        (["review", NIBBLED, "--terms", TERMS], 1, "NOT READY: "),
        (["review", NIBBLED, "--terms", TERMS, "-q"], 1, "NOT READY: "),
        (["review", NIBBLED, "--terms", TERMS, "--format", "json"], 1, "{\n"),
        (["review", NIBBLED, "--terms", TERMS, "--format", "md"], 1, "# "),
        (["review", FAITHFUL, "--terms", TERMS, "--fail-on", "note"], 0, "READY"),
        (["scan", str(SAMPLE)], 1, ""),
        (["scan", str(SAMPLE), "--format", "csv"], 1, "path,verdict,term,agreed,found,"),
        (["extract", FAITHFUL], 0, FAITHFUL),
        (["extract", FAITHFUL, "--format", "jsonl"], 0, '{"schema": "termscan.clauses/1"'),
        (["extract", FAITHFUL, "--format", "terms"], 0, "# What "),
        (["text", FAITHFUL], 0, ""),
        (["terms", "check", TERMS], 0, f"{TERMS}: 8 terms, all understood."),
        (["terms", "check", TERMS, "-q"], 0, ""),
        (["terms", "new"], 0, "# A term sheet"),
        (["rules", "list"], 0, ""),
        (["rules", "show", "payment.due"], 0, "payment.due (duration)"),
        (["rules", "test", "general.venue", "-q"], 0, ""),
        (["schema", "review"], 0, "{\n"),
    ],
    ids=lambda x: " ".join(x).replace(str(SAMPLE), "") if isinstance(x, list) else "",
)
def test_a_call_answers(arguments, code, begins):
    done = call(*arguments)
    assert (done.exit_code, done.stderr) == (code, "")
    assert done.stdout.startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["review", FAITHFUL], "Missing option '--terms'"),
        (["review", "no-such.docx", "--terms", TERMS], "no-such.docx: no such file"),
        (["review", FAITHFUL, "--terms", "no-such.yaml"], "no-such.yaml:1:1: no such file"),
        (["review", str(SAMPLE), "--terms", TERMS], "a folder, not a draft"),
        (["review", FAITHFUL, "--terms", TERMS, "--format", "xml"], "'xml' is not one of"),
        (["review", FAITHFUL, "--terms", TERMS, "-o", "/no/such/folder/x.md"], "cannot be written"),
        (["review", FAITHFUL, "--terms", TERMS, "--fail-on", "severe"], "'severe' is not one of"),
        (["scan", "no-such-folder"], "does not exist"),
        (["scan", str(SAMPLE), "--terms", "no-such.yaml"], "no-such.yaml:1:1: no such file"),
        (["extract", FAITHFUL, NIBBLED, "--format", "terms"], "comes from one draft"),
        (["extract", "no-such.docx", "--format", "terms"], "no such file"),
        (["terms", "check", "no-such.yaml"], "no such file"),
        (["rules", "show", "payment.dew"], "payment.dew is no kind of term"),
        (["schema", "reviews"], "'reviews' is not one of"),
        (["frobnicate"], "No such command 'frobnicate'"),
        (["--frobnicate"], "No such option"),
    ],
    ids=lambda x: " ".join(x).replace(str(SAMPLE), "") if isinstance(x, list) else "",
)
def test_an_unusable_call_is_one_line_and_code_2(arguments, says):
    done = call(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert says in done.stderr and len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(("severity", "code"), [("blocker", 0), ("high", 0), ("medium", 1), ("low", 1), ("note", 1)])
def test_fail_on_moves_the_line(tmp_path, severity, code):
    """Nevada's law for Delaware's, of importance, worse for neither: medium."""
    (tmp_path / "terms.yaml").write_text(
        "parties: {customer: Harbour Lane Foods Ltd, provider: Tilda Moreau Consulting LLC}\nour_side: provider\n"
        "leave_to_counsel: ['*']\nterms: {general: {governing_law: {agreed: Delaware, priority: important}}}\n"
    )
    done = call("review", NIBBLED, "--terms", str(tmp_path / "terms.yaml"), "--fail-on", severity, "--format", "json")
    found = json.loads(done.stdout)
    assert found["terms"][0]["severity"] == "medium"
    assert found["verdict"] == ("ready" if code == 0 else "not ready") and done.exit_code == code


def test_a_draft_comes_from_standard_input():
    done = call("review", "-", "--terms", TERMS, "--format", "json", input=Path(NIBBLED).read_bytes())
    assert done.exit_code == 1 and json.loads(done.stdout)["draft"]["path"] == "-"
    assert call("text", "-", input=Path(NIBBLED).read_bytes()).stdout == call("text", NIBBLED).stdout


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        ("json", "{"),
        ("md", "# "),
        ("txt", "NOT READY"),
        ("csv", "no.,"),
        ("html", "<!doctype html>"),
        ("xml", "<?xml"),
        ("sarif", "{"),
        ("", "NOT READY"),
    ],
)
def test_an_output_file_is_written_in_the_format_of_its_ending(tmp_path, ending, begins):
    to = tmp_path / f"review.{ending}"
    done = call("review", NIBBLED, "--terms", TERMS, "-o", str(to))
    assert (done.exit_code, done.stdout) == (1, "")
    assert to.read_text(encoding="utf-8").startswith(begins)


def test_quiet_leaves_the_answer_alone():
    assert len(call("review", NIBBLED, "--terms", TERMS, "-q").stdout.splitlines()) == 1


def test_the_offsets_of_a_review_count_in_the_text_command():
    text = call("text", NIBBLED).stdout
    found = json.loads(call("review", NIBBLED, "--terms", TERMS, "--format", "json").stdout)
    shown = [e for row in (*found["terms"], *found["asks"], *found["faults"]) for e in row["evidence"]]
    assert shown and all(text[e["start"] : e["end"]] == e["quote"] for e in shown)


@pytest.mark.parametrize("source", ["new", "extract"])
def test_a_sheet_that_termscan_writes_is_one_that_it_reads(tmp_path, source):
    to = str(tmp_path / "terms.yaml")
    arguments = ["terms", "new", "-o", to] if source == "new" else ["extract", NIBBLED, "-o", to]
    assert call(*arguments).exit_code == 0
    assert call("terms", "check", to).exit_code == 0


def test_a_new_sheet_replaces_none(tmp_path):
    (tmp_path / "terms.yaml").write_text("mine")
    assert call("terms", "new", "-o", str(tmp_path / "terms.yaml")).exit_code == 2
    assert (tmp_path / "terms.yaml").read_text() == "mine"


def test_the_sheet_drawn_from_the_faithful_draft_is_kept_by_it(tmp_path):
    to = str(tmp_path / "terms.yaml")
    call("extract", FAITHFUL, "-o", to)
    found = json.loads(call("review", FAITHFUL, "--terms", to, "--format", "json").stdout)
    assert {t["verdict"] for t in found["terms"]} == {"kept"}


# ---- faults of ours --------------------------------------------------------------------------------------------------


def breaks(fault: BaseException):
    def broken(*_: object, **__: object) -> None:
        raise fault

    return broken


def test_an_unforeseen_fault_is_one_line_that_names_the_draft_and_quotes_nothing(monkeypatch):
    monkeypatch.setattr(pipeline, "review", breaks(KeyError(SECRET)))
    done = call("review", NIBBLED, "--terms", TERMS)
    assert done.exit_code == 2 and len(done.stderr.splitlines()) == 1
    assert NIBBLED in done.stderr and "report" in done.stderr and "KeyError" in done.stderr
    assert SECRET not in done.output and "Traceback" not in done.output


def test_debug_shows_the_traceback(monkeypatch):
    monkeypatch.setattr(pipeline, "review", breaks(KeyError(SECRET)))
    done = call("--debug", "review", NIBBLED, "--terms", TERMS)
    assert done.exit_code == 2 and "Traceback" in done.stderr


def test_ctrl_c_ends_with_one_line_and_130(monkeypatch):
    monkeypatch.setattr(pipeline, "review", breaks(KeyboardInterrupt()))
    done = call("review", NIBBLED, "--terms", TERMS)
    assert (done.exit_code, done.output) == (130, "Interrupted.\n")


# ---- a real process --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("draft", "terms", "code"), [(FAITHFUL, TERMS, 0), (NIBBLED, TERMS, 1), (NIBBLED, "no-such.yaml", 2)]
)
def test_a_process_ends_with_the_code(draft, terms, code):
    done = really("review", draft, "--terms", terms)
    assert done.returncode == code and "Traceback" not in done.stderr and "\x1b" not in done.stdout


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal")
@pytest.mark.parametrize("no_colour", [False, True])
def test_a_terminal_gets_colours_unless_no_color_is_set(no_colour):
    ours, theirs = os.openpty()
    env = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm-256color", "COLUMNS": "80"}
    with subprocess.Popen(
        [sys.executable, "-m", "termscan", "review", NIBBLED, "--terms", TERMS, "-q"],
        stdout=theirs,
        env=env | ({"NO_COLOR": "1"} if no_colour else {}),
    ):
        os.close(theirs)
        shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "NOT READY" in shown and ("\x1b[1;31m" in shown) is not no_colour


def test_a_draft_that_is_no_contract_is_told_in_one_line(tmp_path):
    recipe = tmp_path / "recipe.txt"
    recipe.write_text(
        "Boil the water, add two eggs, wait ten minutes, and serve them warm with bread. " * 4, encoding="utf-8"
    )
    sheet = Path(__file__).parent.parent / "sample_contracts" / "webshop" / "terms.yaml"
    done = CliRunner().invoke(cli, ["review", str(recipe), "--terms", str(sheet)])
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "reads like no contract" in done.stderr
