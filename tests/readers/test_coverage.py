"""Coverage: every report says what was read and what was not; "no finding" never means "not read"."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_docx import a_docx, p, r
from tiny_odt import odt
from tiny_pdf import lines, pdf

from termscan import console
from termscan.cli import cli
from termscan.readers import read

SHEET = Path(__file__).parents[1] / "short_deal" / "terms.yaml"
DRAFT = (SHEET.parent / "draft-faithful.txt").read_text(encoding="utf-8")
PARAGRAPHS = "".join(p(line.replace("&", "&amp;")) for line in DRAFT.split("\n") if line.strip())
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
INCH = 914_400
TABLE = "<w:tbl><w:tr><w:tc>" + p("Stage") + "</w:tc><w:tc>" + p("Share") + "</w:tc></w:tr></w:tbl>"
BOX = "<w:r><w:pict><v:textbox><w:txbxContent>" + p("Boxed words.") + "</w:txbxContent></v:textbox></w:pict></w:r>"
NOTED = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTE = f'<w:footnote w:id="2">{p("Noted words.")}</w:footnote>'
CHANGED = '<w:p><w:ins w:author="J. Roe" w:date="2026-09-14T09:00:00Z">' + r("Changed words.") + "</w:ins></w:p>"
OFFICE = "urn:schemas-microsoft-com:office:office"
SHEET_INSIDE = f'<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject xmlns:o="{OFFICE}" ProgID="Excel.Sheet.12"/></w:object></w:r>'
ELSEWHERE = '<w:altChunk r:id="r9"/>'


def picture(width: float, height: float) -> str:
    extent = f'<wp:extent cx="{int(width * INCH)}" cy="{int(height * INCH)}"/>'
    return f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}">{extent}<a:blip/></wp:inline></w:drawing></w:r>'


def reviewed(folder: Path, data: bytes, *options: str, name: str = "draft.docx") -> Result:
    (folder / name).write_bytes(data)
    return CliRunner().invoke(cli, ["review", str(folder / name), "--terms", str(SHEET), *options])


def test_the_json_counts_what_was_read(tmp_path: Path) -> None:
    body = PARAGRAPHS + TABLE + p(r("A box.") + BOX) + p(r("A note.") + NOTED) + CHANGED
    told = json.loads(reviewed(tmp_path, a_docx(body, footnotes=NOTE), "--format", "json").stdout)
    counted = told["coverage"]["read"]
    assert counted.pop("words") == told["draft"]["words"]
    assert counted == {"tables": 1, "footnotes": 1, "text boxes": 1, "tracked changes": 1}


def test_the_json_counts_pages_where_there_are_any(tmp_path: Path) -> None:
    data = pdf(*(lines(page, step=10) for page in DRAFT.split("\n\n\n")))
    told = json.loads(reviewed(tmp_path, data, "--format", "json", name="draft.pdf").stdout)
    assert told["coverage"]["read"]["pages"] == told["draft"]["pages"] == len(DRAFT.split("\n\n\n"))


@pytest.mark.parametrize("form", ["rich", "md", "html"])
def test_every_report_says_it_at_its_foot(form: str, tmp_path: Path) -> None:
    said = reviewed(tmp_path, a_docx(PARAGRAPHS + p(r("A box.") + BOX + picture(1, 1))), "--format", form).stdout
    assert "1 text box" in said
    assert "words in a picture are not read" in " ".join(said.split())


WHOLE = [
    ("nothing left out", p("The end.")),
    ("a small picture, as a logo", p(r("The end.") + picture(2, 1))),
]


@pytest.mark.parametrize("more", [c[1] for c in WHOLE], ids=[c[0] for c in WHOLE])
def test_a_draft_that_was_read_is_ready(more: str, tmp_path: Path) -> None:
    assert reviewed(tmp_path, a_docx(PARAGRAPHS + more)).exit_code == 0


IN_PART = [
    ("a picture of a page", p(r("The end.") + picture(6.5, 9))),
    ("another file that Word would put in", ELSEWHERE),
    ("a spreadsheet set into the draft", p(r("The end.") + SHEET_INSIDE)),
]


@pytest.mark.parametrize("more", [c[1] for c in IN_PART], ids=[c[0] for c in IN_PART])
def test_a_draft_that_was_read_in_part_is_not_ready_whatever_the_limit(more: str, tmp_path: Path) -> None:
    done = reviewed(tmp_path, a_docx(PARAGRAPHS + more), "--fail-on", "blocker")
    assert done.exit_code == 1
    assert "A part of the file was not read" in " ".join(done.stdout.split())


PICTURES = [
    ("a.html", b"<html><body><p>Net 30</p><img width=%d height=%d></body></html>", 96),
    ("a.rtf", rb"{\rtf1 Net 30{\pict\picwgoal%d\pichgoal%d 00}}", 1440),
]


@pytest.mark.parametrize(("name", "form", "inch"), PICTURES, ids=[c[0] for c in PICTURES])
def test_a_picture_of_the_size_of_a_page_may_be_a_scan(name: str, form: bytes, inch: int) -> None:
    small, large = (read(name, data=form % (side * inch, side * inch)) for side in (2, 7))
    assert [(s.what, s.unread) for s in small.skipped] == [("image", False)]
    assert [(s.what, s.unread) for s in large.skipped] == [("page-sized picture", True)]


def test_a_picture_in_an_odt_may_be_a_scan() -> None:
    body = '<text:p>Net 30<draw:frame svg:width="7in" svg:height="20cm"><draw:image/></draw:frame></text:p>'
    assert [s.unread for s in read("a.odt", data=odt(body)).skipped] == [True]


def test_drafts_read_in_part_are_not_kept_in_the_cache(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(a_docx(PARAGRAPHS + ELSEWHERE))
    codes = [CliRunner().invoke(cli, ["scan", str(tmp_path)]).exit_code for _ in range(2)]
    assert codes == [2, 2]  # inventoried, for there is no term sheet: a part could not be


def test_comparing_a_draft_that_was_read_in_part_is_not_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(a_docx(PARAGRAPHS))
    (tmp_path / "b.docx").write_bytes(a_docx(PARAGRAPHS + ELSEWHERE))
    assert CliRunner().invoke(cli, ["compare", str(tmp_path / "a.docx"), str(tmp_path / "a.docx")]).exit_code == 0
    assert CliRunner().invoke(cli, ["compare", str(tmp_path / "a.docx"), str(tmp_path / "b.docx")]).exit_code == 1


def test_the_rounds_of_a_deal_are_not_settled_while_a_part_is_unread(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(a_docx(PARAGRAPHS))
    (tmp_path / "b.docx").write_bytes(a_docx(PARAGRAPHS + ELSEWHERE))
    for last, code in (("a.docx", 0), ("b.docx", 1)):
        done = CliRunner().invoke(
            cli, ["history", str(tmp_path / "a.docx"), str(tmp_path / last), "--terms", str(SHEET)]
        )
        assert done.exit_code == code


# ---- passwords ---------------------------------------------------------------------------------------------------------

SECRET = pdf(*(lines(page, step=10) for page in DRAFT.split("\n\n\n")), password="sesame")


def test_a_password_is_asked_for_on_a_terminal_and_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "answers", lambda: True)
    file = tmp_path / "draft.pdf"
    file.write_bytes(SECRET)
    done = CliRunner().invoke(cli, ["text", str(file)], input="sesame\n")
    assert done.exit_code == 0
    assert done.stdout == read(file, password="sesame").text
    assert done.stderr.startswith(f"Password of {file}:") and "sesame" not in done.output


def test_without_a_terminal_nobody_is_asked(tmp_path: Path) -> None:
    file = tmp_path / "draft.pdf"
    file.write_bytes(SECRET)
    done = CliRunner().invoke(cli, ["text", str(file)], input="sesame\n")
    assert (done.exit_code, done.stderr) == (2, f"{file}: encrypted. Give its password with --password.\n")


@pytest.mark.parametrize("command", ["text", "extract", "scan"])
def test_a_password_opens_the_draft_and_stands_in_no_message(command: str, tmp_path: Path) -> None:
    (tmp_path / "draft.pdf").write_bytes(SECRET)
    named = tmp_path if command == "scan" else tmp_path / "draft.pdf"
    done = CliRunner().invoke(cli, [command, str(named), "--password", "sesame"])
    wrong = CliRunner().invoke(cli, [command, str(named), "--password", "hunter2"])
    assert (done.exit_code, wrong.exit_code) == (0, 2)
    assert "sesame" not in done.output and "hunter2" not in wrong.output
