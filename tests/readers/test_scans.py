"""Scans: pages that are pictures are recognised where Tesseract is there; else what depends on them is unclear."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner
from tiny_pdf import PICTURE, lines, pdf

from termscan.cli import cli
from termscan.errors import DraftError
from termscan.pipeline import review
from termscan.readers import pdf_ocr, read

needs_tesseract = pytest.mark.skipif(
    not pdf_ocr.is_there(), reason="Tesseract, or the extra termscan[ocr], is not installed"
)
SHEET = Path(__file__).parents[1] / "short_deal" / "terms.yaml"
DRAFT = (SHEET.parent / "draft-faithful.txt").read_text(encoding="utf-8")
PROSE = (
    "1. Fees. The Client shall pay the Agency a fee of USD 120,000 for the work.\n"
    "The fee is payable within thirty (30) days after receipt of the invoice.\n\n"
    "2. Term. This Agreement begins on 1 October 2026 and ends after one year.\n"
)


def scanned(*pages: str) -> bytes:
    """The pages as a scanner makes them: pictures in a PDF."""
    made = pypdfium2.PdfDocument(pdf(*(lines(page, size=11, step=14) for page in pages)))
    pictures = [page.render(scale=200 / 72, grayscale=True).to_pil() for page in made]
    out = io.BytesIO()
    pictures[0].save(out, "PDF", save_all=True, append_images=pictures[1:], resolution=200)
    return out.getvalue()


def typed_and_scanned(typed: str, picture: str) -> bytes:
    """A typed draft with a scanned page behind it."""
    whole = pypdfium2.PdfDocument(pdf(*(lines(page) for page in pages_of(typed))))
    whole.import_pages(pypdfium2.PdfDocument(scanned(picture)))
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def pages_of(text: str) -> list[str]:
    """A text on pages of 50 lines, each of at most 100 characters."""
    import textwrap

    rows = [row for line in text.split("\n") for row in (textwrap.wrap(line, 100) or [""])]
    return ["\n".join(rows[at : at + 50]) for at in range(0, len(rows), 50)]


@pytest.fixture
def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_ocr, "is_there", lambda: False)


@needs_tesseract
def test_a_scan_is_read_paragraph_by_paragraph() -> None:
    draft = read("scan.pdf", data=scanned(PROSE, "3. Law. The law of Oregon governs this Agreement."))
    assert [draft.text[b.start : b.end] for b in draft.blocks] == [
        "1. Fees. The Client shall pay the Agency a fee of USD 120,000 for the work. "
        "The fee is payable within thirty (30) days after receipt of the invoice.",
        "2. Term. This Agreement begins on 1 October 2026 and ends after one year.",
        "3. Law. The law of Oregon governs this Agreement.",
    ]
    assert dict(draft.read) == {"OCR pages": 2}
    assert draft.skipped == ()
    assert draft.page_at(draft.text.index("Oregon")) == 2


@needs_tesseract
def test_every_stretch_of_a_scan_says_how_sure_it_is() -> None:
    draft = read("scan.pdf", data=scanned(PROSE))
    assert (draft.recognised[0].start, draft.recognised[-1].end) == (0, len(draft.text))
    at = draft.text.index("thirty")
    assert 0.5 < (draft.confidence(at, at + 6) or 0) <= 1


@needs_tesseract
def test_a_typed_page_has_no_such_doubt() -> None:
    draft = read("draft.pdf", data=typed_and_scanned(PROSE, "3. Law. The law of Oregon governs this Agreement."))
    assert draft.confidence(0, 20) is None
    assert draft.confidence(draft.text.index("Oregon"), draft.text.index("Oregon") + 6) is not None
    assert dict(draft.read) == {"OCR pages": 1}


@needs_tesseract
def test_a_finding_from_a_scan_shows_its_confidence_in_every_report(tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(scanned(*pages_of(DRAFT)))
    told = json.loads(CliRunner().invoke(cli, ["review", str(file), "--terms", str(SHEET), "--format", "json"]).stdout)
    shown = [evidence["confidence"] for row in told["terms"] for evidence in row["evidence"]]
    assert shown and all(0.3 < sure <= 1 for sure in shown)
    assert [fault["severity"] for fault in told["faults"] if fault["fault"] == "recognised-page"] == ["note"]
    assert told["coverage"]["read"]["OCR pages"] == told["draft"]["pages"]
    screen = CliRunner().invoke(cli, ["review", str(file), "--terms", str(SHEET)]).stdout
    assert "read from a picture" in screen and "OCR page" in screen


@needs_tesseract
def test_a_page_that_takes_too_long_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_ocr, "SECONDS", 0.01)
    draft = read("draft.pdf", data=typed_and_scanned(PROSE, "3. Law."))
    assert [(s.where, s.unread) for s in draft.skipped] == [("page 2", True)]
    assert "took longer" in draft.skipped[0].why


@needs_tesseract
def test_a_page_that_tesseract_cannot_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_ocr, "_LANGUAGE", "none")
    draft = read("draft.pdf", data=typed_and_scanned(PROSE, "3. Law."))
    assert [(s.where, s.unread) for s in draft.skipped] == [("page 2", True)]
    assert "English data" in draft.skipped[0].why


@needs_tesseract
def test_more_pages_than_the_limit_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_ocr, "MOST_PAGES", 1)
    draft = read("scan.pdf", data=scanned(PROSE, PROSE, PROSE))
    assert [(s.where, s.why, s.unread) for s in draft.skipped] == [
        ("pages 2 to 3", "more than 1 pages to recognise", True)
    ]


@needs_tesseract
def test_what_was_recognised_badly_is_read_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("termscan.readers.pdf_coverage.FEWEST_SURE", 1.1)
    draft = read("draft.pdf", data=scanned(PROSE))
    assert "thirty" in draft.text
    assert [(s.where, s.unread) for s in draft.skipped] == [("page 1", True)]


# ---- without Tesseract -------------------------------------------------------------------------------------------------


def test_a_scan_without_tesseract_says_what_to_install(without_ocr: None) -> None:
    with pytest.raises(
        DraftError, match=r"only pictures of it\. Install termscan\[ocr\] and Tesseract \(Debian: tesseract-ocr\)"
    ):
        read("scan.pdf", data=scanned(PROSE))


def layered(words: str) -> bytes:
    """A picture with the words of somebody's recognition over it, which are drawn without ink."""
    rows = [f"BT 3 Tr /F 10 Tf 1 0 0 1 110 {590 - 12 * n} Tm ({row}) Tj ET" for n, row in enumerate(words.split("\n"))]
    return pdf([PICTURE.replace("200 0 0 200 100 400", "560 0 0 700 20 20"), *rows])


def test_the_words_over_a_scan_are_read_and_the_page_is_counted_as_one(without_ocr: None) -> None:
    draft = read("scan.pdf", data=layered(PROSE))
    assert "thirty (30) days" in draft.text
    assert dict(draft.read) == {"scanned pages": 1}
    assert (draft.skipped, draft.hidden) == ((), ())


def test_words_over_a_scan_that_were_torn_apart_are_told(without_ocr: None) -> None:
    torn = "\n".join(" ".join(row[at : at + 3].strip() for at in range(0, len(row), 3)) for row in PROSE.split("\n"))
    draft = read("scan.pdf", data=layered(torn))
    assert [(s.where, s.unread) for s in draft.skipped] == [("page 1", True)]
    assert draft.skipped[0].why.startswith("the words over its scan are broken")


def test_what_is_not_found_beside_an_unread_page_is_unclear(without_ocr: None) -> None:
    whole = review("draft.pdf", SHEET, data=pdf(*(lines(page) for page in pages_of(DRAFT))))
    without = DRAFT.replace("USD", "X").replace("Oregon", "X").replace("Delaware", "X")
    missing = {row.term for row in review("a.txt", SHEET, data=without.encode()).terms if row.verdict == "missing"}
    assert missing
    found = review("draft.pdf", SHEET, data=typed_and_scanned(without, PROSE))
    rows = {row.term: row for row in found.terms}
    assert whole.verdict == "ready" and found.verdict == "not ready"
    assert "missing" not in {row.verdict for row in found.terms}
    for term in missing:
        assert rows[term].verdict == "unclear"
        assert "not all could be: page" in rows[term].message


def test_an_unread_page_alone_makes_a_draft_not_ready(without_ocr: None, tmp_path: Path) -> None:
    file = tmp_path / "draft.pdf"
    file.write_bytes(typed_and_scanned(DRAFT, PROSE))
    done = CliRunner().invoke(
        cli, ["review", str(file), "--terms", str(SHEET), "--fail-on", "blocker", "--format", "json"]
    )
    told = json.loads(done.stdout)
    assert done.exit_code == 1 and told["verdict"] == "not ready"
    assert [fault["severity"] for fault in told["faults"] if fault["fault"] == "unread-part"] == ["blocker"]
    (part,) = told["coverage"]["skipped"]
    assert part["what"] == "page" and "install termscan[ocr]" in part["why"]


@pytest.mark.parametrize("command", ["text", "extract"])
def test_other_commands_say_so_too(command: str, without_ocr: None, tmp_path: Path) -> None:
    file = tmp_path / "draft.pdf"
    file.write_bytes(typed_and_scanned(DRAFT, PROSE))
    done = CliRunner().invoke(cli, [command, str(file)])
    assert done.exit_code in (1, 2)
    assert "not all of it could be read: page" in done.stderr
