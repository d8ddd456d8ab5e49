"""PDF: the words of each page by pypdfium2, brought into reading order and joined to paragraphs.

The steps, each in a module of its own: lines with their places (pdf_lines), two columns (pdf_gutters), reading order
(pdf_order), what nobody sees (pdf_sight), ruled tables (pdf_rules, pdf_tables), what is no contract text (pdf_margins), paragraphs (pdf_paragraphs).
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from typing import Any

from ..errors import DraftError, PasswordNeeded
from ..model import Block, Document, Hidden
from .invisible import INSIDE, split_words
from .pdf_aligned import aligned_tables
from .pdf_coverage import Page, pages_said, recognitions, skipped
from .pdf_forms import filled_fields, with_fields
from .pdf_gutters import split_at_sides, split_columns
from .pdf_lines import Box, Line, char_box, read_page_text, ticks_in_place, turned
from .pdf_margins import without_margins
from .pdf_notes import notes_on
from .pdf_ocr import MISSING, recognise
from .pdf_order import in_reading_order
from .pdf_paragraphs import Paragraph, paragraphs
from .pdf_rules import has_grid
from .pdf_sight import Unseen, take_off_unseen
from .pdf_tables import MOST_RULED, fitting, rows_across_pages, ruled_tables, with_rows, without_lone_rows

_MOST_PAGES = 3000
_LITTLE = 300  # characters, below which a page may be a scan with a stamp or a running head on it
_FEW_WORDS = 20
_SHORT = 3.5  # letters of a word on average; English has more than 4.5
_STAMP = 60  # characters
_SMALL = 0.02  # share of the page that a picture takes at least which may hold words
_LARGE = 0.05  # share of the page that a picture of text takes at least
_MANY_SHAPES = 100
_ENOUGH = 30  # characters of a line to find it by
_MOSTLY = 0.4  # share of the page that a picture takes, from which it is the page, whatever little stands beside it
_NO_OCR = "Install termscan[ocr] and Tesseract (Debian: tesseract-ocr), or ask for the draft as a Word file."
_NO_WORDS = "Ask for the draft as a Word file."
_DAMAGED = "Open it in a PDF viewer and save it anew, or ask for it again."
_AGREEMENT = re.compile(r"(?i)\b(?:agreement|contract|terms|statement of work|order form|deed|lease|licen[cs]e)\b")


def read_pdf(path: str, data: bytes, password: str | None = None) -> Document:
    """Read a PDF.

    Args:
        path: the file as the user named it.
        data: its bytes.
        password: the password that opens it, where it needs one.

    Returns:
        A Document with "body" and "row" blocks and the offset of every page. Lines of a paragraph are joined, running
        heads and page numbers are left out, rows of ruled tables read `| cell | cell |`.

    Raises:
        DraftError: it is encrypted, damaged, or has no text.
    """
    try:
        return _document(path, data, password)
    except DraftError:
        raise
    except Exception as fault:  # whatever a library makes of a broken file, the user gets one line
        raise DraftError(f"cannot be read as a PDF ({type(fault).__name__})", path=path, hint=_DAMAGED) from fault


def _document(path: str, data: bytes, password: str | None) -> Document:
    pdf = _opened(path, data, password)
    try:
        count = len(pdf)
        pages: list[Page] = []
        ruled = 0
        for number in range(min(count, _MOST_PAGES)):
            pages.append(_page(pdf, number, look_for_rules=ruled < MOST_RULED))
            ruled += pages[-1].grid
        pictures = [n for n, page in enumerate(pages) if page.scan or page.broken or (page.picture and _is_bare(page))]
        recognised, without = recognise(pdf, pictures) if pictures else ({}, {})
    finally:
        pdf.close()
    for number, found in recognised.items():
        pages[number] = pages[number]._replace(lines=list(found.lines))
    if not any(page.lines for page in pages):
        raise _without_words(path, pages, without)
    drawn = {n: page.tables for n, page in enumerate(pages) if page.tables and n not in recognised}
    on_pages = {n: fitting(pages[n].lines, found) for n, found in without_lone_rows(drawn).items()}
    kept = without_margins([with_rows(page.lines, on_pages.get(number, ())) for number, page in enumerate(pages)])
    text, blocks, starts = _laid_out(paragraphs(rows_across_pages(kept)), len(pages))
    if not text:
        raise _without_words(path, pages, without)
    read = {
        "tables": sum(map(len, on_pages.values())),
        "comments": sum(page.notes.remarks for page in pages),
        "OCR pages": len(recognised),
        "scanned pages": sum(page.layered and n not in recognised for n, page in enumerate(pages)),
    }
    return Document(
        path=path,
        sha256=sha256(data).hexdigest(),
        format="pdf",
        text=text,
        blocks=blocks,
        pages=starts,
        title=_title(text, blocks),
        read=tuple((what, number) for what, number in read.items() if number),
        skipped=skipped(pages, kept, count, _MOST_PAGES, starts, recognised, without),
        hidden=tuple(_hidden(pages, text, starts)),
        recognised=tuple(recognitions(recognised, text, starts)),
    )


def _opened(path: str, data: bytes, password: str | None) -> Any:
    """The PDF, where need be without the password: one is given for a whole folder, of which not all files need it."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as fault:
        if "password" not in str(fault).lower():
            raise DraftError("damaged, or no PDF", path=path, hint=_DAMAGED) from None
        if password:
            with suppress(PasswordNeeded):
                return _opened(path, data, None)
            hint = "Ask for the password again, or for the draft without one."
            raise DraftError("encrypted, and the password does not open it", path=path, hint=hint) from None
        raise PasswordNeeded("encrypted", path=path, hint="Give its password with --password.") from None
    if len(pdf) == 0:
        pdf.close()
        raise DraftError("has no pages", path=path, hint=_DAMAGED)
    if pdf.get_formtype():
        pdf.init_forms()
    return pdf


def _page(pdf: Any, number: int, look_for_rules: bool) -> Page:
    import pypdfium2

    try:
        page = pdf[number]
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return Page([], False, False, damaged=True)
    try:
        seen = take_off_unseen(page, textpage)
        hidden = seen.unseen
        if hidden:
            textpage.close()
            textpage = page.get_textpage()
        read = read_page_text(textpage)
        fields = list(filled_fields(page, pdf.formenv, read.turn)) if pdf.formenv else []
        if not read.pieces and not fields:
            picture, scan = _pictured(page)
            unread = tuple((u, "") for u in hidden)
            return Page([], False, picture, scan=scan, unseen=unread, slanted=read.slanted)
        box, turn = char_box(textpage), read.turn

        def place(index: int) -> Box:
            return turned(box(index), turn)

        pieces, loose = with_fields(read.pieces, fields, place) if fields else (read.pieces, ())
        grid = look_for_rules and turn == 0 and has_grid(page)
        tables = ruled_tables(page) if grid else () if fields else tuple(aligned_tables(read.pieces, place))
        boxes = [table.box for table in tables] if grid else []
        apart = split_at_sides(split_columns(pieces, place), boxes, place)
        lines = in_reading_order([ticks_in_place(piece, place) for piece in apart], loose, boxes)
        little = sum(len(line.text) for line in lines) < _LITTLE
        unseen = [(u, _above(lines, u.bottom)) for u in hidden]
        unseen += [(Unseen(w, INSIDE, 0), w) for p in read.pieces for w in split_words(p.text)]
        picture, scan = _pictured(page) if little else (False, False)
        aside = _SMALL < seen.picture < _MOSTLY and not scan
        return Page(
            lines,
            grid,
            picture,
            scan=scan and not seen.scanned,
            unseen=tuple(unseen),
            slanted=read.slanted,
            aside=aside,
            layered=seen.scanned,
            broken=seen.scanned and _is_broken(lines),
            tables=tables,
            notes=notes_on(page),
        )
    finally:
        textpage.close()
        page.close()


def _is_bare(page: Page) -> bool:
    """Whether a page has no more words than a stamp or a page number."""
    return sum(len(line.text) for line in page.lines) <= _STAMP


def _is_broken(lines: Sequence[Line]) -> bool:
    """Whether a bad recognition tore the words of a scan apart ("Nort h Buon a Vist a")."""
    words = [word for line in lines for word in line.text.split()]
    return len(words) > _FEW_WORDS and sum(map(len, words)) < _SHORT * len(words)


def _above(lines: Sequence[Line], bottom: float) -> str:
    """The words of the nearest line above a height."""
    above = [line for line in lines if line.bottom >= bottom - 1]
    return min(above, key=lambda line: line.bottom).text if above else ""


def _hidden(pages: Sequence[Page], text: str, starts: Sequence[int]) -> Iterator[Hidden]:
    """The hidden words of all pages, each behind the line above it, else at the start of its page."""
    for page, start in zip(pages, starts):
        for unseen, above in page.unseen:
            at = text.find(above[:_ENOUGH], start) if above else -1
            yield Hidden(unseen.words, unseen.how, min(at + len(above), len(text)) if at >= 0 else start)


def _pictured(page: Any) -> tuple[bool, bool]:
    """Whether the page shows a large picture or letters drawn as shapes, and whether a picture is most of it."""
    from pypdfium2 import raw

    width, height = page.get_size()
    drawn, shares = 0, {raw.FPDF_PAGEOBJ_IMAGE: 0.0, raw.FPDF_PAGEOBJ_FORM: 0.0}
    edges = [ctypes.c_float() for _ in range(4)]
    for at in range(min(raw.FPDFPage_CountObjects(page), 1000)):
        shape = raw.FPDFPage_GetObject(page, at)
        kind = raw.FPDFPageObj_GetType(shape)
        drawn += kind == raw.FPDF_PAGEOBJ_PATH
        if kind in shares and raw.FPDFPageObj_GetBounds(shape, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            shares[kind] = max(shares[kind], (right - left) * (top - bottom) / max(width * height, 1))
    return drawn > _MANY_SHAPES or max(shares.values()) > _LARGE, shares[raw.FPDF_PAGEOBJ_IMAGE] > _MOSTLY


def _without_words(path: str, pages: Sequence[Page], without: dict[int, str]) -> DraftError:
    if MISSING in without.values():
        where = "" if len(without) == len(pages) else f" ({pages_said(sorted(without))})"
        return DraftError(f"has no text, only pictures of it{where}", path=path, hint=_NO_OCR)
    if any(page.picture for page in pages):
        return DraftError("has no text, only pictures in which no words were recognised", path=path, hint=_NO_WORDS)
    if any(page.damaged for page in pages):
        return DraftError("damaged: no page of it can be read", path=path, hint=_DAMAGED)
    return DraftError("has no text", path=path, hint="Check that this is the draft.")


def _laid_out(found: Iterable[Paragraph], count: int) -> tuple[str, tuple[Block, ...], tuple[int, ...]]:
    """The text of the paragraphs, their blocks, and the offset at which each page starts."""
    parts: list[str] = []
    blocks: list[Block] = []
    starts: dict[int, int] = {}
    at, row = 0, False
    for paragraph in found:
        if parts:
            parts.append("\n" if row and paragraph.row else "\n\n")
            at += len(parts[-1])
        for number, offset in paragraph.pages:
            starts.setdefault(number, at + offset)
        blocks.append(Block(at, at + len(paragraph.text), "row" if paragraph.row else "body"))
        parts.append(paragraph.text)
        at, row = at + len(paragraph.text), paragraph.row
    parts.append("\n")
    return "".join(parts) if blocks else "", tuple(blocks), _filled(starts, count, at)


def _filled(starts: dict[int, int], count: int, end: int) -> tuple[int, ...]:
    """A page without words starts where the next one does; the first starts the text."""
    out, after = [0] * count, end
    for number in reversed(range(count)):
        after = out[number] = starts.get(number, after)
    out[0] = 0
    return tuple(out)


def _title(text: str, blocks: Sequence[Block]) -> str | None:
    """Of the first paragraphs the short one that calls itself an agreement."""
    top = [text[b.start : b.end] for b in blocks[:8] if b.style == "body"]
    return next((t for t in top if len(t) <= 100 and t[-1] not in ".,;:" and _AGREEMENT.search(t)), None)
