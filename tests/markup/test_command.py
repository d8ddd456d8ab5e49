"""`termscan markup`: what it writes, what it says, and what it refuses."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from termscan import pipeline, readers
from termscan.cli import cli
from termscan.markup import markup
from termscan.reports.findings import findings
from tests.markup.word_marks import W, part

SAMPLES = Path(__file__).parents[2] / "sample_contracts"
WORD, PDF, TEXT = (
    SAMPLES / name for name in ("webshop/nibbled.docx", "software/nibbled.pdf", "consulting/draft-nibbled.txt")
)


@pytest.fixture(scope="module")
def found() -> int:
    """How many findings the Word sample has."""
    return len(findings(pipeline.review(WORD, WORD.parent / "terms.yaml")))


def run(draft, output, *more, terms=None):
    terms = terms or Path(draft).parent / "terms.yaml"
    return CliRunner().invoke(cli, ["markup", str(draft), "--terms", str(terms), "-o", str(output), *more])


def test_a_word_draft_gets_comments_and_no_changes(found, tmp_path):
    done = run(WORD, tmp_path / "out.docx")
    assert (done.exit_code, done.stdout) == (0, f"{found} findings noted in the draft.\n")
    marked = (tmp_path / "out.docx").read_bytes()
    assert readers.read(tmp_path / "out.docx").text == readers.read(WORD).text
    assert {c.get(f"{W}author") for c in part(marked, "word/comments.xml")} == {"Paper Kite Studio Limited"}
    assert not list(part(marked).iter(f"{W}ins", f"{W}del"))


def test_with_counter_it_says_what_it_restored(tmp_path):
    done = run(WORD, tmp_path / "out.docx", "--counter", "--author", "Ada Kite")
    assert done.exit_code == 0 and "Restored by tracked changes: payment.due, " in done.stdout
    marked = part((tmp_path / "out.docx").read_bytes())
    assert {c.get(f"{W}author") for c in marked.iter(f"{W}ins", f"{W}del")} == {"Ada Kite"}


def test_a_waived_finding_is_left_out_and_counted(found, tmp_path):

    terms = WORD.parent / "terms.yaml"
    said = CliRunner().invoke(cli, ["review", str(WORD), "--terms", str(terms), "--format", "json"]).stdout
    due = next(row["id"] for row in json.loads(said)["terms"] if row["term"] == "payment.due")
    waiver = f"waivers: [{{finding: {due}, reason: they pay early, by: Jo, until: 2999-01-01}}]\n"
    sheet = tmp_path / "terms.yaml"
    sheet.write_text(terms.read_text(encoding="utf-8") + waiver, encoding="utf-8")
    done = run(WORD, tmp_path / "out.docx", "--counter", terms=sheet)
    assert done.stdout.startswith(f"{found - 1} findings noted") and done.stdout.endswith(
        "1 waived finding left out.\n"
    )
    assert "within sixty (60) days" in readers.read(tmp_path / "out.docx").text


def test_quietly_it_only_writes(tmp_path):
    assert run(WORD, tmp_path / "out.docx", "-q").stdout == "" and (tmp_path / "out.docx").exists()


def test_a_pdf_gets_notes(tmp_path):
    assert run(PDF, tmp_path / "out.pdf").exit_code == 0
    assert (tmp_path / "out.pdf").read_bytes().startswith(PDF.read_bytes())


@pytest.mark.parametrize("name", ["terms.yaml", "terms.docx", "terms.xlsx", "terms.eml"])
def test_a_term_sheet_is_taken_in_every_form_from_python_too(found, name):
    marked = markup(WORD, WORD.parent / name)
    assert marked.noted == found and marked.content.startswith(b"PK")


def test_a_draft_may_come_from_standard_input(tmp_path):
    arguments = ["markup", "-", "--terms", str(WORD.parent / "terms.yaml"), "-o", str(tmp_path / "out.docx")]
    assert CliRunner().invoke(cli, arguments, input=WORD.read_bytes()).exit_code == 0


REFUSED = [
    ("a text", TEXT, "out.docx", (), "mark-up needs a Word draft or a PDF. Ask for the draft as .docx or .pdf."),
    ("a PDF as Word", PDF, "out.docx", (), "a PDF draft stays one when it is marked up. End -o in .pdf."),
    ("Word as a PDF", WORD, "out.pdf", (), "a Word draft stays one when it is marked up. End -o in .docx."),
    ("changes in a PDF", PDF, "out.pdf", ("--counter",), "tracked changes need a Word draft. Leave --counter out, or"),
    ("no such draft", Path("gone.docx"), "out.docx", (), "gone.docx: no such file. Check the name and the folder."),
]


@pytest.mark.parametrize(("draft", "output", "more", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_cannot_be_done_is_one_line(draft, output, more, words, tmp_path):
    done = run(draft, tmp_path / output, *more, terms=None if draft.exists() else WORD.parent / "terms.yaml")
    assert done.exit_code == 2 and words in done.stderr and done.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["draft.docx", "terms.yaml", "link.docx"])
def test_it_never_writes_over_what_it_reads(name, tmp_path):
    for source, copy in ((WORD, "draft.docx"), (WORD.parent / "terms.yaml", "terms.yaml")):
        shutil.copy(source, tmp_path / copy)
    (tmp_path / "link.docx").symlink_to(tmp_path / "draft.docx")
    before = (tmp_path / name).read_bytes()
    done = run(tmp_path / "draft.docx", tmp_path / name, terms=tmp_path / "terms.yaml")
    assert done.exit_code == 2 and "Name another file" in done.stderr and (tmp_path / name).read_bytes() == before
