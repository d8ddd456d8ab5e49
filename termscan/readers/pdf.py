"""PDF: the words of each page by pypdfium2, brought into reading order and joined to paragraphs.

The steps, each in a module of its own: lines with their places (pdf_lines), two columns (pdf_gutters), reading order
(pdf_order), what nobody sees (pdf_sight), ruled tables (pdf_tables), what is no contract text (pdf_margins), paragraphs (pdf_paragraphs).
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from ..errors import DraftError
from ..model import Block, Document, Hidden, Skipped
from .invisible import INSIDE, split_words
from .pdf_forms import filled_fields, with_fields
from .pdf_gutters import split_columns
from .pdf_lines import Box, Line, char_box, read_page_text, turned
from .pdf_margins import without_margins
from .pdf_order import in_reading_order
from .pdf_paragraphs import Paragraph, paragraphs
from .pdf_sight import Unseen, take_off_unseen
from .pdf_tables import fitting, has_grid, tables, with_rows

_MOST_PAGES = 3000
_LITTLE = 300  # characters, below which a page may be a scan with a stamp or a running head on it
_LARGE = 0.05  # share of the page that a picture of text takes at least
_MANY_SHAPES = 100
_ENOUGH = 30  # characters of a line to find it by
_NO_WORDS = "Run text recognition (OCR) on it first, or ask for the draft as a Word file."
_DAMAGED = "Open it in a PDF viewer and save it anew, or ask for it again."
_AGREEMENT = re.compile(r"(?i)\b(?:agreement|contract|terms|statement of work|order form|deed|lease|licen[cs]e)\b")


class _Page(NamedTuple):
    lines: list[Line]
    grid: bool  # it may hold a ruled table
    picture: bool  # it is mostly a picture
    damaged: bool = False
    unseen: tuple[tuple[Unseen, str], ...] = ()  # hidden words, and the line above them


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
        pages = [_page(pdf, number) for number in range(min(count, _MOST_PAGES))]
    finally:
        pdf.close()
    if not any(page.lines for page in pages):
        raise _without_words(path, pages)
    ruled = [number for number, page in enumerate(pages) if page.grid]
    found = tables(data, password, ruled) if ruled else {}
    found = {number: fitting(pages[number].lines, on_page) for number, on_page in found.items()}
    kept = without_margins([with_rows(page.lines, found.get(number, ())) for number, page in enumerate(pages)])
    text, blocks, starts = _laid_out(paragraphs(kept), len(pages))
    if not text:
        raise _without_words(path, pages)
    return Document(
        path=path,
        sha256=sha256(data).hexdigest(),
        format="pdf",
        text=text,
        blocks=blocks,
        pages=starts,
        title=_title(text, blocks),
        read=(("tables", known),) if (known := sum(map(len, found.values()))) else (),
        skipped=_skipped(pages, kept, count),
        hidden=tuple(_hidden(pages, text, starts)),
    )


def _opened(path: str, data: bytes, password: str | None) -> Any:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as fault:
        if "password" not in str(fault).lower():
            raise DraftError("damaged, or no PDF", path=path, hint=_DAMAGED) from None
        wrong = "encrypted, and the password does not open it" if password else "encrypted"
        raise DraftError(wrong, path=path, hint="Give its password with --password.") from None
    if len(pdf) == 0:
        pdf.close()
        raise DraftError("has no pages", path=path, hint=_DAMAGED)
    if pdf.get_formtype():
        pdf.init_forms()
    return pdf


def _page(pdf: Any, number: int) -> _Page:
    import pypdfium2

    try:
        page = pdf[number]
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        return _Page([], False, False, damaged=True)
    try:
        hidden = take_off_unseen(page, textpage)
        if hidden:
            textpage.close()
            textpage = page.get_textpage()
        read = read_page_text(textpage)
        fields = list(filled_fields(page, pdf.formenv, read.turn)) if pdf.formenv else []
        if not read.pieces and not fields:
            return _Page([], False, _is_picture(page), unseen=tuple((u, "") for u in hidden))
        box, turn = char_box(textpage), read.turn

        def place(index: int) -> Box:
            return turned(box(index), turn)

        pieces, loose = with_fields(read.pieces, fields, place) if fields else (read.pieces, ())
        lines = in_reading_order(split_columns(pieces, place), loose)
        little = sum(len(line.text) for line in lines) < _LITTLE
        unseen = [(u, _above(lines, u.bottom)) for u in hidden]
        unseen += [(Unseen(w, INSIDE, 0), w) for p in read.pieces for w in split_words(p.text)]
        return _Page(lines, turn == 0 and has_grid(page), little and _is_picture(page), unseen=tuple(unseen))
    finally:
        textpage.close()
        page.close()


def _above(lines: Sequence[Line], bottom: float) -> str:
    """The words of the nearest line above a height."""
    above = [line for line in lines if line.bottom >= bottom - 1]
    return min(above, key=lambda line: line.bottom).text if above else ""


def _hidden(pages: Sequence[_Page], text: str, starts: Sequence[int]) -> Iterator[Hidden]:
    """The hidden words of all pages, each behind the line above it, else at the start of its page."""
    for page, start in zip(pages, starts):
        for unseen, above in page.unseen:
            at = text.find(above[:_ENOUGH], start) if above else -1
            yield Hidden(unseen.words, unseen.how, min(at + len(above), len(text)) if at >= 0 else start)


def _is_picture(page: Any) -> bool:
    """Whether the page shows a large picture, or letters drawn as shapes."""
    from pypdfium2 import raw

    width, height = page.get_size()
    drawn = 0
    edges = [ctypes.c_float() for _ in range(4)]
    for at in range(min(raw.FPDFPage_CountObjects(page), 1000)):
        shape = raw.FPDFPage_GetObject(page, at)
        kind = raw.FPDFPageObj_GetType(shape)
        drawn += kind == raw.FPDF_PAGEOBJ_PATH
        if kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM) and raw.FPDFPageObj_GetBounds(shape, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            if (right - left) * (top - bottom) > _LARGE * width * height:
                return True
    return drawn > _MANY_SHAPES


def _without_words(path: str, pages: Sequence[_Page]) -> DraftError:
    if any(page.picture for page in pages):
        return DraftError("has no text, only pictures of it", path=path, hint=_NO_WORDS)
    if any(page.damaged for page in pages):
        return DraftError("damaged: no page of it can be read", path=path, hint=_DAMAGED)
    return DraftError("has no text", path=path, hint="Check that this is the draft.")


def _skipped(pages: Sequence[_Page], kept: Sequence[Sequence[Line]], count: int) -> tuple[Skipped, ...]:
    out = []
    for number, (page, lines) in enumerate(zip(pages, kept), 1):
        if page.damaged:
            out.append(Skipped("page", f"page {number}", "damaged"))
        elif page.picture and not lines:
            out.append(Skipped("page", f"page {number}", "no text and no OCR"))
    if count > len(pages):
        out.append(Skipped("page", f"pages {len(pages) + 1} to {count}", f"more than {_MOST_PAGES} pages"))
    for number, page in enumerate(pages, 1):
        for unseen, _ in page.unseen:
            if unseen.how != INSIDE:
                out.append(Skipped("hidden text", f"page {number}", f"nobody sees it, it is {unseen.how}"))
    return tuple(out)


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
