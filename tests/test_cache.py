"""What a second scan need not read again, and what it must."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from termscan import batch, cache
from termscan.cli import cli

DEAL = Path(__file__).parent / "short_deal"
NIBBLED, TERMS = ((DEAL / name).read_text(encoding="utf-8") for name in ("draft-nibbled.txt", "terms.yaml"))


@pytest.fixture
def drafts(tmp_path):
    """A folder of three drafts and their term sheet."""
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"{NIBBLED}\n{name}\n", encoding="utf-8")
    (tmp_path / "terms.yaml").write_text(TERMS, encoding="utf-8")
    return tmp_path


def scan(folder, *more):
    return CliRunner().invoke(cli, ["scan", str(folder), "--format", "jsonl", *more])


def read_again(folder, **job):
    """The drafts that are not known."""
    kept = cache.Cache()
    jobs = [batch.Job(d, folder / "terms.yaml", **job) for d in batch.drafts_below(folder)]
    return [one.draft.name for one in jobs if kept.get(cache.key(batch._parts(one))) is None]


def test_after_a_scan_nothing_is_read_again_and_the_answer_is_the_same(drafts):
    first = scan(drafts)
    assert read_again(drafts) == [] and scan(drafts).stdout == first.stdout


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ("nothing", []),
        ("a draft", ["b.txt"]),
        ("the term sheet", ["a.txt", "b.txt", "c.txt"]),
        ("the options", ["a.txt", "b.txt", "c.txt"]),
        ("the rules", ["a.txt", "b.txt", "c.txt"]),
    ],
)
def test_what_is_read_again_after_a_change(drafts, tmp_path_factory, change, again):
    rules = tmp_path_factory.mktemp("rules")
    scan(drafts, "--rules", str(rules))
    options = {"rules": (rules,)}
    if change == "a draft":
        (drafts / "b.txt").write_text(NIBBLED + "\nchanged\n", encoding="utf-8")
    elif change == "the term sheet":
        (drafts / "terms.yaml").write_text(TERMS + "\n# changed\n", encoding="utf-8")
    elif change == "the options":
        options["fail_on"] = "low"
    elif change == "the rules":
        (rules / "own.yaml").write_text("# changed\n", encoding="utf-8")
    assert read_again(drafts, **options) == again


def test_without_cache_nothing_is_kept(drafts):
    scan(drafts, "--no-cache")
    assert read_again(drafts) == ["a.txt", "b.txt", "c.txt"]


def test_a_draft_that_could_not_be_read_is_tried_again(drafts):
    (drafts / "a.txt").write_text("", encoding="utf-8")
    scan(drafts)
    assert read_again(drafts) == ["a.txt"]


def test_a_sheet_with_waivers_is_another_one_every_day(drafts, monkeypatch):
    job = batch.Job(drafts / "a.txt", drafts / "terms.yaml")
    plain = cache.key(batch._parts(job))
    (drafts / "terms.yaml").write_text(f"{TERMS}\nwaivers: []\n", encoding="utf-8")
    today = cache.key(batch._parts(job))
    monkeypatch.setattr(cache, "_day", lambda file: b"tomorrow")
    assert len({plain, today, cache.key(batch._parts(job))}) == 3


def test_clear_removes_all_that_was_kept(drafts):
    scan(drafts)
    assert "MB removed" in CliRunner().invoke(cli, ["cache", "clear"]).output
    assert read_again(drafts) == ["a.txt", "b.txt", "c.txt"]
    assert CliRunner().invoke(cli, ["cache", "clear", "-q"]).output == ""


@pytest.mark.parametrize("damage", ["no database", "no pickle", "a file in its place"])
def test_a_damaged_cache_is_an_empty_one(drafts, damage):
    first = scan(drafts).stdout
    base = cache.folder() / "outcomes.sqlite3"
    if damage == "no pickle":
        with sqlite3.connect(base) as opened:
            opened.execute("UPDATE outcome SET value = ?", (b"damaged",))
        opened.close()
    else:
        cache.clear()
        base.write_bytes(b"no database" * 1000) if damage == "no database" else base.mkdir()
    done = scan(drafts)
    assert (done.exit_code, done.stdout) == (1, first)


@pytest.mark.skipif(os.name != "posix", reason="signals of its own")
def test_a_scan_that_was_broken_off_goes_on_where_it_stopped(tmp_path):
    for number in range(60):
        (tmp_path / f"{number:03}.txt").write_text(NIBBLED * 3 + str(number), encoding="utf-8")
    (tmp_path / "terms.yaml").write_text(TERMS, encoding="utf-8")
    command = [sys.executable, "-m", "termscan", "scan", str(tmp_path), "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as broken:
        assert broken.stdout
        for _ in range(3):
            broken.stdout.readline()
        os.killpg(broken.pid, signal.SIGINT)
        broken.communicate(timeout=30)
    assert broken.returncode == 130
    with sqlite3.connect(cache.folder() / "outcomes.sqlite3") as base:
        (kept,) = base.execute("SELECT count(*) FROM outcome").fetchone()
    base.close()
    assert 3 <= kept < 60
    assert len(scan(tmp_path).stdout.splitlines()) == 60


def test_the_results_that_wait_for_their_turn_are_few():
    from termscan import workers

    asked = []
    results = workers.in_order(
        str, str, range(1000), 1, known=lambda piece: asked.append(piece) or (piece and f"{piece}")
    )
    next(results)
    assert len(asked) <= workers.AHEAD + 2
    results.close()


def test_a_thousand_known_drafts_take_seconds(tmp_path):
    kept = cache.Cache()
    jobs = []
    outcome = batch.one(batch.Job(DEAL / "draft-nibbled.txt", DEAL / "terms.yaml"))
    for number in range(1000):
        draft = tmp_path / f"{number}.txt"
        draft.write_text(f"{NIBBLED}{number}", encoding="utf-8")
        jobs.append(batch.Job(draft, DEAL / "terms.yaml"))
        kept.put(cache.key(batch._parts(jobs[-1])), outcome)
    began = time.process_time()
    assert sum(1 for _ in batch.run(jobs, 1, kept)) == 1000
    assert time.process_time() - began < 5
