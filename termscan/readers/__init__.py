"""A draft as a Document, whatever its format is.

Which format it is, its content says: its name may be wrong, and standard input has none. To add a format: one module
here, and one line in FORMATS.
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


def _text(source: Source) -> Document:
    from .text import read_text

    return read_text(source.path, source.data)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how its content is told, and who reads it (the reader is imported when it is first needed)."""

    name: str
    is_it: Callable[[bytes], bool]
    read: Callable[[Source], Document]


FORMATS = (  # the first that fits; text takes what is left
    Format("pdf", signatures.is_pdf, _pdf),
    Format("docx", signatures.is_docx, _docx),
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
    content = _bytes(name) if data is None else data
    if not content:
        raise DraftError("empty", path=name, hint="Check that the file was saved or downloaded in full.")
    if len(content) > LARGEST:
        raise DraftError("too large for a contract", path=name, hint=f"The limit is {LARGEST // 1_000_000} MB.")
    signatures.refuse_foreign(name, content)
    reader = next(f for f in FORMATS if f.is_it(content))
    return reader.read(Source(name, content, password, revisions))


def _bytes(name: str) -> bytes:
    try:
        with Path(name).open("rb") as draft:
            return draft.read(LARGEST + 1)
    except FileNotFoundError:
        problem, hint = "no such file", "Check the name and the folder."
    except IsADirectoryError:
        problem, hint = "a folder, not a draft", "Name a file in it, or use `termscan scan` for the whole folder."
    except PermissionError:
        problem, hint = "may not be read", "Check its permissions, and that no other program holds it."
    except (OSError, ValueError) as fault:
        problem, hint = f"cannot be opened ({getattr(fault, 'strerror', None) or fault})", "Check the name."
    raise DraftError(problem, path=name, hint=hint)
