"""A draft as a Document, whatever its format is.

Which format it is, its content says: its name may be wrong, and standard input has none. Only a text with the marks of
Markdown stays plain text where it is named so. To add a format: one module here, and one line in FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..errors import DraftError
from ..model import Document
from . import signatures

__all__ = ["FORMATS", "Format", "Revisions", "Source", "read"]

Revisions = Literal["accept", "reject"]
LARGEST = 200_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Source:
    """A draft's bytes, and how to read them."""

    path: str
    data: bytes
    password: str | None
    revisions: Revisions


def _docx(source: Source) -> Document:
    from .docx import read_docx

    return read_docx(source.path, source.data, source.revisions)


def _pdf(source: Source) -> Document:
    from .pdf import read_pdf

    return read_pdf(source.path, source.data, source.password)


def _odt(source: Source) -> Document:
    from .odt import read_odt

    return read_odt(source.path, source.data, source.revisions)


def _rtf(source: Source) -> Document:
    from .rtf import read_rtf

    return read_rtf(source.path, source.data, source.revisions)


def _doc(source: Source) -> Document:
    from .doc import read_doc

    return read_doc(source.path, source.data, source.revisions)


def _html(source: Source) -> Document:
    from .html import read_html

    return read_html(source.path, source.data, source.revisions)


def _email(source: Source) -> Document:
    from .email import read_email

    return read_email(source.path, source.data, _attached(source))


def _markdown(source: Source) -> Document:
    from .markdown import read_markdown

    return read_markdown(source.path, source.data)


def _text(source: Source) -> Document:
    from .text import read_text

    return read_text(source.path, source.data)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how its content is told, and who reads it (the reader is imported when it is first needed)."""

    name: str
    is_it: Callable[[bytes], bool]
    read: Callable[[Source], Document]
    but_for: tuple[str, ...] = ()  # endings of names that say otherwise, where content alone cannot decide


FORMATS = (  # the first that fits; text takes what is left
    Format("pdf", signatures.is_pdf, _pdf),
    Format("odt", signatures.is_odt, _odt),
    Format("docx", signatures.is_docx, _docx),
    Format("doc", signatures.is_doc, _doc),
    Format("rtf", signatures.is_rtf, _rtf),
    Format("html", signatures.is_html, _html),
    Format("email", signatures.is_email, _email),
    Format("markdown", signatures.is_markdown, _markdown, but_for=(".txt", ".text")),
    Format("text", lambda data: True, _text),
)


def read(
    path: str | Path,
    *,
    data: bytes | None = None,
    password: str | None = None,
    revisions: Revisions = "accept",
) -> Document:
    """Read a draft.

    Args:
        path: the draft's path; with `data`, only its name.
        data: the draft's bytes, where they are not in a file.
        password: for an encrypted PDF.
        revisions: read tracked changes of a DOCX as accepted, or as rejected (the text before them).

    Raises:
        DraftError: the draft cannot be read; `str()` says why and how to mend it.
    """
    name = str(path)
    content = contents(name) if data is None else data
    if not content:
        raise DraftError("empty", path=name, hint="Check that the file was saved or downloaded in full.")
    if len(content) > LARGEST:
        raise DraftError("too large for a contract", path=name, hint=f"The limit is {LARGEST // 1_000_000} MB.")
    return _read(Source(name, content, password, revisions))


def _read(source: Source) -> Document:
    signatures.refuse_foreign(source.path, source.data)
    ending = Path(source.path).suffix.lower()
    reader = next(f for f in FORMATS if ending not in f.but_for and f.is_it(source.data))
    return reader.read(source)


def _attached(source: Source) -> Callable[[str, bytes], Document]:
    """How what is attached to a message is read."""
    return lambda name, data: _read(Source(name, data, source.password, source.revisions))


def contents(
    name: str,
    most: int = LARGEST,
    called: str = "a draft",
    in_folder: str = "Name a file in it, or use `termscan scan` for the whole folder.",
) -> bytes:
    """The bytes of a file, and one byte beyond `most` where it has more; what it cannot be read for in one line.

    Args:
        most: bytes.
        called: what the file should be, with its article.
        in_folder: what to do where it is a folder.

    Raises:
        DraftError: it is not there, a folder, or may not be read.
    """
    try:
        with Path(name).open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        problem, hint = "no such file", "Check the name and the folder."
    except IsADirectoryError:
        problem, hint = f"a folder, not {called}", in_folder
    except PermissionError:
        problem, hint = "may not be read", "Check its permissions, and that no other program holds it."
    except (OSError, ValueError) as fault:
        problem, hint = f"cannot be opened ({getattr(fault, 'strerror', None) or fault})", "Check the name."
    raise DraftError(problem, path=name, hint=hint)
