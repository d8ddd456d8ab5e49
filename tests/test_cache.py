"""What a second scan need not read again, and what it must."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from termscan import batch, cache, workers
from termscan.cli import cli
from termscan.model import Skipped
from termscan.readers import pdf_ocr

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


# ---- what the reading depends on beside the files ---------------------------------------------------------------------


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A folder for programs, the only one that is searched for them."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    batch._surroundings.cache_clear()
    yield folder
    batch._surroundings.cache_clear()


def install(folder, name, content="#!/bin/sh\n"):
    (folder / name).write_text(content)
    (folder / name).chmod(0o755)
    batch._surroundings.cache_clear()


def scan_one(job, outcome, meanwhile=lambda: None):
    """Scan one draft, of which this becomes; what is known of it afterwards."""

    def one_read(one, died, jobs, at_once, known, *_):
        for each in jobs:
            assert known(each) is None
            meanwhile()
            yield each, outcome, False

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "in_order", one_read)
        list(batch.run([job], cache=cache.Cache()))
    return cache.Cache().get(cache.key(batch._parts(job)))


def job_in(folder):
    return batch.Job(folder / "a.txt", folder / "terms.yaml")


def with_a_part_unread(folder, why):
    read = batch.one(job_in(folder))
    return replace(read, draft=replace(read.draft, skipped=(Skipped("page", "page 2", why, unread=True),)))


@pytest.mark.skipif(os.name != "posix", reason="programs without an ending")
@pytest.mark.parametrize(
    ("change", "again"),
    [
        ("nothing", False),
        ("a program that reads no draft is installed", False),
        ("Tesseract is installed", True),
        ("LibreOffice is installed", True),
        ("Tesseract is replaced by a newer one", True),
        ("Tesseract is removed", True),
    ],
)
def test_what_can_be_read_here_decides_whether_a_draft_is_read_again(drafts, programs, change, again):
    if "replaced" in change or "removed" in change:
        install(programs, "tesseract")
    assert scan_one(job_in(drafts), with_a_part_unread(drafts, pdf_ocr.MISSING))
    if change == "Tesseract is removed":
        (programs / "tesseract").unlink()
    elif change != "nothing":
        name = "soffice" if "LibreOffice" in change else "tesseract" if "Tesseract" in change else "another"
        install(programs, name, f"#!/bin/sh\n# {change}\n")
    batch._surroundings.cache_clear()
    assert ("a.txt" in read_again(drafts)) == again


@pytest.mark.parametrize(
    ("why", "kept"),
    [
        ("words in a picture are not read", True),
        (pdf_ocr.MISSING, True),
        (pdf_ocr.NOTHING, True),
        (pdf_ocr.MANY.format(pages=200), True),
        ("a .doc of the old Word format; the draft was taken from the message itself", True),
        (pdf_ocr.LATE.format(seconds=60), False),
        (pdf_ocr.FAILED, False),
        ("took LibreOffice too long to open; the draft was taken from the message itself", False),
    ],
)
def test_a_draft_of_which_a_part_was_not_read_is_kept_unless_it_may_be_read_the_next_time(drafts, why, kept):
    assert (scan_one(job_in(drafts), with_a_part_unread(drafts, why)) is not None) == kept


def test_a_reader_says_in_these_words_that_it_may_read_a_part_the_next_time():
    """The words above are the readers' own."""
    readers = Path(pdf_ocr.__file__).parent
    assert '"took LibreOffice too long to open"' in (readers / "doc.py").read_text(encoding="utf-8")
    assert "only pictures in which no words were recognised" in (readers / "pdf.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("limit", [batch.late, batch.died], ids=["of time", "of memory"])
def test_a_draft_that_met_a_limit_is_tried_again(drafts, limit):
    assert scan_one(job_in(drafts), limit(job_in(drafts))) is None


def test_a_draft_that_changed_while_it_was_read_is_not_kept(drafts):
    before = (drafts / "a.txt").read_text(encoding="utf-8")
    job = job_in(drafts)
    assert scan_one(job, batch.one(job), lambda: job.draft.write_text(before + "changed", encoding="utf-8")) is None
    job.draft.write_text(before, encoding="utf-8")
    assert cache.Cache().get(cache.key(batch._parts(job))) is None


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
