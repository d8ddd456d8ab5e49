"""Highlights lie on the very words of a PDF, each finding has its note, and the pages keep their bytes."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from termscan import readers
from termscan.markup import markup
from termscan.markup.notes import Note
from termscan.markup.pdf import annotated
from termscan.markup.pen import Pen
from tests.readers.tiny_pdf import lines, pdf

SAMPLES = Path(__file__).parents[2] / "sample_contracts"
PEN = Pen("Ada Kite", datetime(2026, 9, 14, 8, tzinfo=UTC))


def marks_of(data: bytes, password: str | None = None) -> list[tuple[int, dict[str, object]]]:
    pages = PdfReader(io.BytesIO(data), password=password).pages
    return [(n, a.get_object()) for n, page in enumerate(pages) for a in page.get("/Annots", ())]


def highlighted(data: bytes, which: int = 0) -> str:
    """The words under a highlight, line by line."""
    page, mark = [m for m in marks_of(data) if m[1]["/Subtype"] == "/Highlight"][which]
    corners = [float(n) for n in mark["/QuadPoints"]]  # type: ignore[attr-defined]
    words = pypdfium2.PdfDocument(data)[page].get_textpage()
    boxes = [corners[at : at + 8] for at in range(0, len(corners), 8)]
    said = [words.get_text_bounded(left=b[0], bottom=b[5], right=b[2], top=b[1]) for b in boxes]
    return " ".join(" ".join(said).split())


def noted(data: bytes, words: str, nth: int = 0, password: str | None = None) -> bytes:
    draft = readers.read("draft.pdf", data=data, password=password)
    start = -1
    for _ in range(nth + 1):
        start = draft.text.index(words, start + 1)
    note = Note(start, start + len(words), (("Agreed: 30 days.", "Why so?"),))
    return annotated(draft, data, [note], PEN, password)


PAGE = lines(
    "The Client shall pay each invoice within\nsixty (60) days of receipt, and shall pay\nthe deposit of $5,000 within sixty (60) days."
)


@pytest.mark.parametrize(
    ("words", "nth", "found"),
    [
        ("shall pay each invoice", 0, "shall pay each invoice"),
        ("within sixty (60) days of", 0, "within sixty (60) days of"),
        ("sixty (60) days", 0, "sixty (60) days"),
        ("sixty (60) days", 1, "sixty (60) days"),
        ("$5,000", 0, "$5,000"),
    ],
)
def test_the_highlight_lies_on_the_words(words, nth, found):
    assert " ".join(highlighted(noted(pdf(PAGE), words, nth)).split()) == found


def test_of_equal_words_it_takes_the_right_ones():
    tops = [float(marks_of(noted(pdf(PAGE), "sixty (60) days", nth))[0][1]["/Rect"][3]) for nth in (0, 1)]  # type: ignore[index]
    assert tops[0] > tops[1]


def test_a_word_that_the_line_breaks_is_found():
    data = pdf(lines("The Client shall pay the total re-\nmuneration of the work within sixty days of it."))
    assert highlighted(noted(data, "total remuneration")) == "total re muneration"


def test_words_that_go_on_on_the_next_page_are_highlighted_on_both():
    first = lines(
        "\n".join(f"This is line {n} of the agreement of the parties" for n in range(50)) + "\nwhich shall pay", y=700
    )
    data = pdf(first, lines("within sixty days of receipt of the invoice."))
    text = readers.read("draft.pdf", data=data).text
    start = text.index("shall pay")
    quote = text[start : text.index("sixty days") + 10]
    assert [page for page, _ in marks_of(noted(data, quote))] == [0, 1]


def test_the_note_its_author_and_its_date_are_there():
    mark = marks_of(noted(pdf(PAGE), "sixty (60) days"))[0][1]
    assert (mark["/Contents"], mark["/T"], mark["/M"]) == ("Agreed: 30 days. Why so?", "Ada Kite", "D:20260914080000Z")


def test_the_draft_keeps_its_bytes():
    data = pdf(PAGE)
    assert noted(data, "sixty (60) days").startswith(data)


def test_a_pdf_with_a_password_can_be_marked_up_with_it():
    marked = noted(pdf(PAGE, password="secret"), "sixty (60) days", password="secret")
    assert marks_of(marked)[0][1]["/Contents"] == "Agreed: 30 days. Why so?"


def test_the_text_is_as_before():
    marked = noted(pdf(PAGE), "sixty (60) days")
    assert readers.read("d.pdf", data=marked).text == readers.read("d.pdf", data=pdf(PAGE)).text


@pytest.mark.parametrize("draft", ["webshop/nibbled.pdf", "software/nibbled.pdf"])
def test_all_findings_of_a_sample_are_noted_on_their_words(draft):
    path = SAMPLES / draft
    made = markup(path, path.parent / "terms.yaml", author="Ada Kite")
    marks = marks_of(made.content)
    said = "\n".join(str(m.get("/Contents", "")) for _, m in marks)
    assert {m["/Subtype"] for _, m in marks if m["/Subtype"] != "/Link"} == {
        "/Highlight"
    }  # an icon would mean that words were not found
    assert (
        said.count("Agreed:") + said.count("Not in our term sheet") + said.count("A point of drafting")
        >= made.noted - 3
    )
