"""A term sheet as people have it, as a Document, whatever it was written in."""

from __future__ import annotations

from dataclasses import replace
from email import policy
from email.parser import BytesHeaderParser
from pathlib import Path

from .. import readers
from ..errors import DraftError
from ..model import Document
from ..readers import signatures
from . import spreadsheet

LARGEST = 50_000_000  # bytes
LONGEST = 60_000  # characters
MOST_WORDS = 4_000  # a contract of some length; nobody's term sheet


def read(path: str | Path, data: bytes | None = None) -> Document:
    """Read a term sheet from a spreadsheet, an e-mail, or any format that drafts come in.

    Raises:
        DraftError: it cannot be read, holds no words, or is far too long for a term sheet.
    """
    name = str(path)
    content = _bytes(name) if data is None else data
    document = _document(name, content)
    if not any(c.isalnum() for c in document.text):
        raise DraftError("holds no words", path=name, hint="Check that this is the term sheet.")
    if document.words > MOST_WORDS or len(document.text) > LONGEST:
        hint = "`termscan extract FILE --format terms` writes a term sheet from a draft."
        raise DraftError(f"too long for a term sheet ({document.words} words)", path=name, hint=hint)
    return document


def _document(name: str, content: bytes) -> Document:
    if spreadsheet.is_xlsx(content):
        return spreadsheet.read_xlsx(name, content)
    document = readers.read(name, data=content)
    if signatures.is_email(content):
        return replace(document, title=_subject(content) or document.title)
    return (spreadsheet.read_csv(name, content) if document.format == "text" else None) or document


def _subject(content: bytes) -> str | None:
    """What a mail is about."""
    try:
        said = BytesHeaderParser(policy=policy.default).parsebytes(content)["subject"]
    except Exception:  # the parser of old headers fails in many ways
        return None
    return " ".join(str(said).split()) if said else None


def _bytes(name: str) -> bytes:
    content = readers.contents(name, LARGEST, "a term sheet", "Name a file in it.")
    if len(content) > LARGEST:
        raise DraftError("too large for a term sheet", path=name, hint="Give the term sheet alone.")
    return content
