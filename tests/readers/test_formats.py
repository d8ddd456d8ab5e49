"""A format is known by its content, whatever the name says; the same draft says the same in every format."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from test_docx import a_docx, p
from test_email import attached
from test_markdown import DRAFT as MARKDOWN
from test_rtf import rtf
from tiny_odt import odt
from tiny_pdf import lines, pdf

from termscan.errors import DraftError
from termscan.model import Review
from termscan.pipeline import review
from termscan.readers import FORMATS, doc, read

SAMPLE = Path(__file__).parents[2] / "sample_contracts" / "webshop"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")

CONTENTS = {
    "docx": a_docx(p("Net 30")),
    "pdf": pdf(lines("Net 30")),
    "odt": odt("<text:p>Net 30</text:p>"),
    "rtf": rtf("Net 30"),
    "html": b"<html><body><p>Net 30</p></body></html>",
    "markdown": MARKDOWN.encode(),
    "email": attached(body="Net 30"),
    "text": b"Net 30",
}


@pytest.mark.parametrize("name", ["draft", "draft.docx", "draft.pdf", "-"])
@pytest.mark.parametrize("form", CONTENTS)
def test_a_format_is_known_by_its_content(form: str, name: str) -> None:
    found = read(name, data=CONTENTS[form])
    assert found.format == form
    assert "30" in found.text


def test_every_format_has_an_example_here() -> None:
    assert {f.name for f in FORMATS} == {*CONTENTS, "doc"}


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b"  \n<!-- a page -->\n<div>Net 30</div>", "html"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x' 'y'><html><body>Net 30</body></html>", "html"),
        ("<html><body>Net 30</body></html>".encode("utf-16"), "html"),
        (b"\xef\xbb\xbf{\\rtf1 Net 30}", "rtf"),
        (b"< 30 days is net. <the Client> pays.", "text"),
        (b"From: the Client\nTo: the Studio\n\nNet 30", "text"),
    ],
)
def test_beginnings(data: bytes, form: str) -> None:
    assert read("draft", data=data).format == form


# ---- the old Word format -----------------------------------------------------------------------------------------------


def test_a_doc_without_libreoffice_says_how_to_mend_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc.shutil, "which", lambda name: None)
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")
    with pytest.raises(DraftError, match="install LibreOffice") as refused:
        read("draft.doc", data=data)
    assert "\n" not in str(refused.value)


def test_a_doc_with_a_password_is_refused_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc.shutil, "which", lambda name: "soffice")
    head = b"\xec\xa5\xc1\x00" + bytes(7) + b"\x01"
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + head + bytes(500) + "WordDocument".encode("utf-16-le")
    with pytest.raises(DraftError, match="protected with a password"):
        read("draft.doc", data=data)


@needs_office
def test_a_broken_doc_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(5000)
    with pytest.raises(DraftError):
        read("draft.doc", data=data)
    assert list(tmp_path.iterdir()) == []


# ---- the same draft in every format ------------------------------------------------------------------------------------


def converted(form: str, folder: Path) -> Path:
    profile = (folder / "profile").as_uri()
    call = [
        str(OFFICE),
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        str(folder),
    ]
    subprocess.run([*call, str(SAMPLE / "nibbled.docx")], check=True, capture_output=True, timeout=300)
    return folder / f"nibbled.{form}"


def judged(found: Review) -> list[tuple[str, str, str | None]]:
    return [(row.term, row.verdict, row.found) for row in found.terms]


@needs_office
@pytest.mark.parametrize("form", ["odt", "rtf", "html", "doc"])
def test_the_verdicts_are_those_of_the_word_draft(form: str, tmp_path: Path) -> None:
    other = review(converted(form, tmp_path), SAMPLE / "terms.yaml")
    assert other.draft.format == form
    assert judged(other) == judged(review(SAMPLE / "nibbled.docx", SAMPLE / "terms.yaml"))
    assert [fault for fault in other.faults if fault.fault == "hidden-text"] == []
