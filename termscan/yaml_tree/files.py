"""From the bytes of a file to its text."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from ..errors import Fault
from .nodes import NotYaml

MOST_BYTES = 1_000_000
_OTHER_FILES = {b"PK\x03\x04": "a Word file or an archive", b"%PDF": "a PDF", b"\xd0\xcf\x11\xe0": "an old Word file"}
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NOT_YAML_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def read_text(path: Path, what: str) -> str:
    """The text of a YAML file: UTF-8, or UTF-16 with its mark.

    Args:
        path: the file.
        what: what the file should be, with its article ("a term sheet").

    Raises:
        NotYaml: it is missing, too long, a folder, or no text.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise NotYaml(Fault(1, 1, "there is no such file", "Check the name and the folder.")) from None
    except IsADirectoryError:
        raise NotYaml(Fault(1, 1, f"this is a folder, not {what}", "Name the file in it.")) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise NotYaml(Fault(1, 1, f"cannot be read ({reason})")) from None
    if len(raw) > MOST_BYTES:
        raise NotYaml(Fault(1, 1, f"{len(raw):,} bytes are too many for {what}", f"At most {MOST_BYTES:,} are read."))
    return _decoded(raw, what)


def _decoded(raw: bytes, what: str) -> str:
    for mark, name in _OTHER_FILES.items():
        if raw.startswith(mark):
            raise NotYaml(Fault(1, 1, f"this is {name}, not {what}", f"Give {what} as a YAML text file."))
    try:
        text = raw.decode("utf-16" if raw.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        if b"\0" in raw:
            raise NotYaml(Fault(1, 1, f"this is no text, so not {what}", f"Give {what} as a YAML text file.")) from None
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        raise NotYaml(Fault(line, column, "a character that is not UTF-8", "Save the file as UTF-8.")) from None
    odd = _NOT_YAML_TEXT.search(text)
    if odd:
        line, column = _position(text, odd.start())
        hint = "Delete it." if text.count("\0") == 0 else f"Give {what} as a YAML text file."
        raise NotYaml(Fault(line, column, f"a character (code {ord(odd[0])}) that no text has", hint))
    # word processors leave hard spaces, which YAML takes for letters
    return text.replace("\xa0", " ").replace("\u202f", " ")


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
