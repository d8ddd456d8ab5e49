"""PDF: the text of each page by pypdfium2. A first pass: lines are joined to paragraphs, page numbers left out."""

from __future__ import annotations

import hashlib
import re

from ..errors import DraftError
from ..model import Document, Skipped

_PAGE_NUMBER = re.compile(r"^\s*(?:-\s*)?(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?(?:\s*-)?\s*$", re.IGNORECASE)
_BEGINS = re.compile(
    r"^\s*(?:\d{1,2}(?:\.\d{1,3})*[.)]?\s|\([a-z]{1,4}\)\s|(?:ARTICLE|Article|SECTION|Section|EXHIBIT|Exhibit|SCHEDULE|Schedule)\s)"
)


def read_pdf(path: str, data: bytes, password: str | None = None) -> Document:
    """Read a PDF.

    Raises:
        DraftError: it is encrypted, damaged, or has no text.
    """
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data, password=password)
    except pypdfium2.PdfiumError as e:
        if "password" in str(e).lower():
            raise DraftError("is encrypted", path=path, hint="Give its password with --password.") from None
        raise DraftError("is damaged or no PDF", path=path, hint="Open it in a reader and save it anew.") from None
    starts, skipped, text = [], [], ""
    try:
        for number in range(len(pdf)):
            starts.append(len(text))
            page = pdf[number].get_textpage()
            words = _paragraphs(page.get_text_range())
            page.close()
            if not words.strip():
                skipped.append(Skipped("image", f"page {number + 1}", "no text and no OCR"))
            text += words + "\n\n"
    finally:
        pdf.close()
    if not text.strip():
        raise DraftError("has no text, only pictures of it", path=path, hint="Run text recognition (OCR) on it first.")
    return Document(path, hashlib.sha256(data).hexdigest(), "pdf", text, pages=tuple(starts), skipped=tuple(skipped))


def _paragraphs(raw: str) -> str:
    """Join the lines of a page to paragraphs: a new one begins after a full stop at a short line, or with a number."""
    lines = [x.replace("\ufffe", "-").rstrip() for x in raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    lines = [x for i, x in enumerate(lines) if not (_PAGE_NUMBER.match(x) and (i < 2 or i > len(lines) - 4))]
    width = max((len(x) for x in lines), default=0)
    out = ""
    for before, line in zip(["", *lines], lines):
        if not line.strip():
            out = out.rstrip(" ") + "\n\n"
        elif _BEGINS.match(line) or (before and len(before) < 0.7 * width and before[-1:] in ".:;)"):
            out = out.rstrip() + "\n\n" + line.strip() + " "
        elif out.endswith("- ") and line[:1].islower():
            out = out[:-2] + line.strip() + " "
        else:
            out += line.strip() + " "
    return out.strip()
