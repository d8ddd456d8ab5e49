"""Many drafts: which are taken, which sheet is whose, and that one bad draft takes no other with it."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from importlib import import_module
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from termscan import batch, understanding, workers
from termscan.cli import cli

SAMPLE = Path(__file__).parent / "short_deal"
FAITHFUL, NIBBLED, TERMS = (
    (SAMPLE / n).read_text(encoding="utf-8") for n in ("draft-faithful.txt", "draft-nibbled.txt", "terms.yaml")
)


def call(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(a) for a in arguments])


def folder(top: Path, **files: str) -> Path:
    """Files by name; two underscores are a slash, and the last one before the ending is a dot."""
    for name, text in files.items():
        path = top / name.replace("__", "/")
        path = path.with_name(path.name.replace("_", "."))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return top


def rows(done: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("name", "include", "taken"),
    [
        ("draft.txt", [], True),
        ("draft.PDF", [], True),
        ("deep/er/draft.docx", [], True),
        ("draft.md", [], False),
        ("terms.yaml", [], False),
        ("~$draft.docx", [], False),
        ("draft.md", ["*.md"], True),
        ("deep/draft.md", ["deep/*"], True),
        ("deep/draft.md", ["*.rtf"], False),
    ],
)
def test_which_files_are_drafts(tmp_path, name, include, taken):
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("x")
    assert batch.drafts_below(tmp_path, include) == ([tmp_path / name] if taken else [])


@pytest.mark.parametrize(
    ("sheets", "whose"),
    [
        ([], None),
        (["terms.yaml"], "terms.yaml"),
        (["terms.yaml", "a/terms.yaml"], "a/terms.yaml"),
        (["a/terms.yaml", "a/draft.terms.yaml"], "a/draft.terms.yaml"),
        (["a/other.terms.yaml"], None),
        (["b/terms.yaml"], None),
    ],
)
def test_which_sheet_is_a_drafts(tmp_path, sheets, whose):
    for sheet in sheets:
        (tmp_path / sheet).parent.mkdir(exist_ok=True)
        (tmp_path / sheet).write_text("x")
    found = batch.sheet_of(tmp_path / "a" / "draft.txt", tmp_path)
    assert found == (tmp_path / whose if whose else None)


def test_a_folder_of_ready_drafts_is_0(tmp_path):
    done = call("scan", folder(tmp_path, a_txt=FAITHFUL, terms_yaml=TERMS), "--format", "jsonl")
    assert done.exit_code == 0 and [r["verdict"] for r in rows(done)] == ["ready"]


def test_a_line_a_draft_in_path_order_whatever_became_of_it(tmp_path):
    top = folder(
        tmp_path,
        a__d_txt=FAITHFUL,
        a__terms_yaml=TERMS,
        b__d_txt=NIBBLED,
        b__terms_yaml=TERMS,
        c__d_txt="",
        d_txt=NIBBLED,
    )
    done = call("scan", top, "--format", "jsonl")
    found = [(Path(r["draft"]["path"]).relative_to(top).as_posix(), r["schema"]) for r in rows(done)]
    assert found == [
        ("a/d.txt", "termscan.review/1"),
        ("b/d.txt", "termscan.review/1"),
        ("c/d.txt", "termscan.error/1"),
        ("d.txt", "termscan.clauses/1"),
    ]
    assert done.exit_code == 2


def test_a_bad_sheet_is_its_drafts_row(tmp_path):
    top = folder(tmp_path, a__d_txt=FAITHFUL, a__terms_yaml=TERMS, b__d_txt=NIBBLED, b__terms_yaml="terms: 3")
    done = call("scan", top, "--format", "jsonl")
    assert [r["schema"] for r in rows(done)] == ["termscan.review/1", "termscan.error/1"] and done.exit_code == 2
    assert "terms.yaml" in str(rows(done)[1]["error"])


def test_a_spreadsheet_has_a_row_for_each_term_ask_and_fault_of_a_draft_and_for_each_unread_draft(tmp_path):
    top = folder(tmp_path, a_txt=FAITHFUL, b_txt=NIBBLED, c_txt="", terms_yaml=TERMS)
    done = call("scan", top, "--format", "csv")
    table = list(csv.DictReader(StringIO(done.stdout)))
    coverage = [table.pop(at) for at in reversed(range(len(table))) if table[at]["term"] == "coverage"]
    assert [Path(r["path"]).name for r in reversed(coverage)] == ["a.txt", "b.txt"]
    assert all("Read: " in r["message"] and r["term_verdict"] == "read" for r in coverage)
    more = [r for r in table if r["term_verdict"] in ("new", "fault")]
    assert [Path(r["path"]).name for r in table if r not in more] == ["a.txt"] * 8 + ["b.txt"] * 8 + ["c.txt"]
    assert more and all(r["severity"] and r["message"] for r in more)
    due = next(r for r in table if r["verdict"] == "not ready" and r["term"] == "payment.due")
    told = [due[n] for n in ("agreed", "found", "term_verdict", "severity", "direction", "section", "page")]
    assert told == ["30 days", "60 days", "changed", "blocker", "against us", "2.2", ""]
    assert (table[-1]["verdict"], table[-1]["term"]) == ("unread", "") and table[-1]["message"]


def test_no_cell_of_a_spreadsheet_is_a_formula(tmp_path):
    (tmp_path / "=cmd.txt").write_text("")
    done = CliRunner().invoke(cli, ["scan", str(tmp_path), "--format", "csv"])
    assert not any(c.startswith("=") for r in csv.reader(StringIO(done.stdout)) for c in r)


def test_more_files_are_taken_on_request(tmp_path):
    top = folder(tmp_path, a_md=FAITHFUL, terms_yaml=TERMS)
    assert call("scan", top).exit_code == 2  # there is nothing to read
    assert call("scan", top, "--include", "*.md").exit_code == 0


# ---- faults of ours --------------------------------------------------------------------------------------------------


def test_an_unforeseen_fault_in_a_draft_is_its_row_without_its_words(tmp_path, monkeypatch):
    def broken(*_: object, **__: object) -> None:
        raise IndexError("secret words")

    monkeypatch.setattr(understanding, "extract", broken)
    done = call("extract", folder(tmp_path, a_txt=FAITHFUL), "--format", "jsonl")
    (row,) = rows(done)
    assert row["schema"] == "termscan.error/1" and "IndexError" in str(row["error"]) and "report" in str(row["hint"])
    assert done.exit_code == 2 and "secret" not in done.output


def answer(piece: str) -> str:
    """The piece itself, unless it is the one that ends the process."""
    if piece == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    return piece


def gone(piece: str) -> str:
    return f"{piece}: gone"


@pytest.mark.parametrize("at_once", [1, 2])
@pytest.mark.parametrize("work", [["a", "dies", "b", "c"], ["dies", "dies", "a"], ["a", "b", "dies"], []])
def test_a_process_that_dies_takes_only_its_own_work(work, at_once):
    expected = ["dies: gone" if piece == "dies" else piece for piece in work]
    done = list(workers.in_order(answer, gone, work, at_once))
    assert done == [(piece, result, False) for piece, result in zip(work, expected)]


def begun(piece: tuple[str, float]) -> tuple[str, float]:
    """The piece, and when it was begun."""
    started = time.monotonic()
    time.sleep(0.05)
    return piece[0], started


@pytest.mark.parametrize(
    ("weights", "order"),
    [
        ({"a": 1, "b": 1, "c": 1, "d": 1}, "abcd"),
        ({"a": 1, "b": 1, "c": 9, "d": 5}, "acdb"),  # the first is begun before the others are known
    ],
)
def test_of_the_work_that_waits_the_heaviest_is_begun_first_and_the_results_keep_their_order(weights, order):
    work = list(weights.items())
    done = [result for _, result, _ in workers.in_order(begun, begun, work, 1, weight=lambda piece: piece[1])]
    assert [name for name, _ in done] == list(weights)
    assert "".join(name for name, _ in sorted(done, key=lambda each: each[1])) == order


def test_what_the_processes_import_ahead_can_be_imported():
    """The server that imports it keeps silent where it cannot."""
    assert import_module(batch.PRELOADED).understanding is understanding
    assert import_module(batch.COMPARING).review
    assert import_module(batch.ROUNDS).compare_rounds


def slow(piece: str) -> str:
    """Takes its time over one piece."""
    if piece == "slow":
        time.sleep(60)
    return piece


def untidy(folder: str) -> str:
    """Begins a file and a program, and takes both away when it is done, or told to end."""
    import tempfile

    with tempfile.TemporaryDirectory(dir=folder), subprocess.Popen(["sleep", "60"]) as program:
        try:
            (Path(folder) / "begun").write_text(str(program.pid))
            time.sleep(60)
        finally:
            program.kill()
    return folder


def hungry(piece: str) -> str:
    """Takes more memory than there is for one piece."""
    try:
        return piece if piece != "hungry" else str(len(bytearray(3_000_000_000)))
    except MemoryError:
        return f"{piece}: no more"


def test_work_that_takes_too_long_is_ended_and_the_rest_goes_on():
    limits = workers.Limits(seconds=3)
    done = workers.in_order(slow, gone, ["a", "slow", "b"], 1, limits=limits, late=lambda piece: f"{piece}: late")
    assert [result for _, result, _ in done] == ["a", "slow: late", "b"]


@pytest.mark.skipif(os.name != "posix", reason="signals of its own")
@pytest.mark.parametrize(("how", "seconds"), [("it takes too long", 2), ("Ctrl-C", None)])
def test_work_that_is_ended_takes_its_files_and_programs_with_it(tmp_path, how, seconds):
    done = workers.in_order(untidy, gone, [str(tmp_path)], 1, limits=workers.Limits(seconds))
    if how == "Ctrl-C":
        threading.Timer(2, os.kill, (os.getpid(), signal.SIGINT)).start()
        with pytest.raises(KeyboardInterrupt):
            next(done)
    else:
        assert [result for _, result, _ in done] == [gone(str(tmp_path))]
    assert [left.name for left in tmp_path.iterdir()] == ["begun"]
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "begun").read_text()), 0)


@pytest.mark.skipif(sys.platform != "linux", reason="only there the memory of a process can be limited")
def test_work_that_takes_too_much_memory_is_ended_and_the_rest_goes_on():
    limits = workers.Limits(megabytes=2000)
    done = workers.in_order(hungry, gone, ["a", "hungry", "b"], 1, limits=limits)
    assert [result for _, result, _ in done] == ["a", "hungry: no more", "b"]


def test_a_draft_that_was_not_read_in_time_is_a_row_that_says_so():
    row = batch.late(batch.Job(Path("draft.pdf")))
    assert "too long" in str(row.error) and "--timeout" in row.error.hint  # type: ignore[union-attr]


def test_a_draft_whose_process_died_is_a_row_that_says_so():
    row = batch.died(batch.Job(Path("draft.pdf")))
    assert row.path == "draft.pdf" and "crashed" in str(row.error) and row.error.hint  # type: ignore[union-attr]


@pytest.mark.skipif(os.name != "posix", reason="signals of its own")
def test_ctrl_c_ends_a_scan_with_one_line_and_130_and_leaves_no_process(tmp_path):
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(NIBBLED * 3)
    with subprocess.Popen(
        [sys.executable, "-m", "termscan", "extract", str(tmp_path), "--format", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as scan:
        assert scan.stdout and scan.stdout.readline()  # it is at work
        os.killpg(scan.pid, signal.SIGINT)
        try:
            _, told = scan.communicate(timeout=20)  # until no process holds the pipe
        finally:
            with suppress(ProcessLookupError):
                os.killpg(scan.pid, signal.SIGKILL)  # a test that fails is not one that hangs
    assert (scan.returncode, told) == (130, "Interrupted.\n")
