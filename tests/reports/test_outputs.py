"""Where a report goes: as many files as asked for, each in the format of its ending, whole or not at all."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from factories import a_full_review

from termscan import console
from termscan.cli import cli
from termscan.reports import Page, write_letter, write_review

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


@pytest.mark.parametrize(
    ("write", "form"), [(write_letter, "docx"), (write_review, "xlsx")], ids=["a letter", "a list"]
)
def test_the_same_review_is_the_same_file_at_any_hour(write, form, monkeypatch):
    first = write(form, a_full_review(), Page())
    monkeypatch.setattr(time, "time", lambda: 1.7e9)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(1.7e9))
    assert write(form, a_full_review(), Page()) == first


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


# ---- a folder --------------------------------------------------------------------------------------------------------


def scan(*more: str):
    return CliRunner().invoke(cli, ["scan", str(DEAL), *more])


def test_a_page_over_many_drafts_has_the_reviews_in_a_folder_beside_it(tmp_path):
    done = scan("-o", str(tmp_path / "all.html"))
    assert (done.exit_code, done.output) == (1, "")
    assert sorted(f.name for f in tmp_path.iterdir()) == ["all-reviews", "all.html"]
    reviews = [f.read_text(encoding="utf-8") for f in (tmp_path / "all-reviews").iterdir()]
    assert len(reviews) == 2 and all("The draft" in text for text in reviews)


@pytest.mark.parametrize("name", ["there", "new/"], ids=["a folder that is there", "one that is not"])
def test_a_folder_gets_the_page_as_its_first(name, tmp_path):
    (tmp_path / "there").mkdir()
    assert scan("-o", str(tmp_path / name) + ("/" if name.endswith("/") else "")).exit_code == 1
    assert sorted(f.name for f in (tmp_path / name).iterdir()) == ["index-reviews", "index.html"]


def test_a_folder_takes_no_other_format(tmp_path):
    done = scan("--format", "csv", "-o", str(tmp_path))
    assert done.exit_code == 2 and "name a file" in done.output and not [*tmp_path.iterdir()]


def test_a_page_on_the_screen_is_one_file_that_holds_the_findings():
    done = scan("--format", "html")
    assert done.exit_code == 1 and 'href="#d1"' in done.output and "<article" in done.output


def test_other_formats_have_nothing_beside_them(tmp_path):
    scan("-o", str(tmp_path / "all.csv"))
    assert [f.name for f in tmp_path.iterdir()] == ["all.csv"]
