"""Where a report goes: as many files as asked for, each in the format of its ending, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from termscan import console
from termscan.cli import cli

DEAL = Path(__file__).parent.parent / "short_deal"
BEGINS = {
    "a.html": b"<!doctype html>",
    "a.json": b"{",
    "a.csv": b"no.,",
    "a.xlsx": b"PK",
    "a.sarif": b"{",
    "a.xml": b"<?xml",
    "a.md": b"# ",
}


def review(*more: str):
    return CliRunner().invoke(
        cli, ["review", str(DEAL / "draft-nibbled.txt"), "--terms", str(DEAL / "terms.yaml"), *more]
    )


def test_one_review_many_files(tmp_path):
    done = review(*(part for name in BEGINS for part in ("-o", str(tmp_path / name))))
    assert (done.exit_code, done.output) == (1, "")
    assert {f.name: f.read_bytes()[: len(BEGINS[f.name])] for f in tmp_path.iterdir()} == BEGINS


def test_a_format_for_several_files_is_refused_for_each_has_its_own(tmp_path):
    done = review("--format", "json", "-o", str(tmp_path / "a.html"), "-o", str(tmp_path / "b.md"))
    assert done.exit_code == 2 and "ending" in done.output and not [*tmp_path.iterdir()]


def test_a_format_for_one_file_wins_over_its_ending(tmp_path):
    review("--format", "json", "-o", str(tmp_path / "a.html"))
    assert (tmp_path / "a.html").read_bytes().startswith(b"{")


def test_a_report_that_breaks_off_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    def broken():
        yield "half"
        raise KeyboardInterrupt

    old = tmp_path / "a.md"
    old.write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        console.write(broken(), old)
    assert [(f.name, f.read_text(encoding="utf-8")) for f in tmp_path.iterdir()] == [("a.md", "old")]


def test_the_last_look_before_signing_is_on_the_page(tmp_path):
    review("--final", "-o", str(tmp_path / "a.html"))
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "Before signing" in text and "not yet" in text


def test_without_it_the_page_has_no_checklist(tmp_path):
    review("-o", str(tmp_path / "a.html"))
    assert "Before signing" not in (tmp_path / "a.html").read_text(encoding="utf-8")
