"""What a file is by its first bytes, and a plain word for each that is no draft we can read."""

from __future__ import annotations

import io
import zipfile
import zlib

from ..errors import DraftError

_AS_DOCX = "Open it in Word and save it as .docx."
_AS_GIVEN = "Give the draft as .docx, .pdf or plain text."
_AS_WORDS = "Give the draft as .docx, .pdf or plain text; a picture must go through OCR first."

# first bytes, what they are, how to mend it
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _AS_WORDS),
    (b"\xff\xd8\xff", "a JPEG picture", _AS_WORDS),
    (b"GIF8", "a GIF picture", _AS_WORDS),
    (b"II*\0", "a TIFF picture", _AS_WORDS),
    (b"MM\0*", "a TIFF picture", _AS_WORDS),
    (b"BM", "a BMP picture", _AS_WORDS),
    (b"{\\rtf", "an RTF document", _AS_DOCX),
    (b"MZ", "a program", _AS_GIVEN),
    (b"\x7fELF", "a program", _AS_GIVEN),
    (b"\x1f\x8b", "a compressed file", "Unpack it first."),
    (b"BZh", "a compressed file", "Unpack it first."),
    (b"\xfd7zXZ\0", "a compressed file", "Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "an archive", "Unpack it first."),
    (b"Rar!\x1a\x07", "an archive", "Unpack it first."),
    (b"SQLite format 3\0", "a database", _AS_GIVEN),
)
_LETTERS_ONLY = (b"BM", b"MZ", b"BZh", b"GIF8")  # a text may begin so; then it has no zero bytes

_MARKUP: tuple[tuple[bytes, str, str], ...] = (
    (b"<!doctype html", "a web page", "Open it in Word and save it as .docx, or as plain text."),
    (b"<html", "a web page", "Open it in Word and save it as .docx, or as plain text."),
    (b"mime-version:", "a web archive", _AS_DOCX),
    (b"<?xml", "an XML file", _AS_DOCX),
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_OLE: tuple[tuple[str, str, str], ...] = (  # a stream's name, what holds it, how to mend it
    ("EncryptedPackage", "protected with a password", "Open it in Word, take the password off and save it again."),
    ("WordDocument", "a .doc of the old Word format", "Open it in Word and save it as .docx."),
    ("Workbook", "a spreadsheet", _AS_GIVEN),
    ("PowerPoint Document", "a presentation", _AS_GIVEN),
    ("__properties_version1.0", "an e-mail message", "Save the attached draft and give that."),
)

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_IN_ZIP: tuple[tuple[str, str, str], ...] = (  # how a member's name begins, what has such members, how to mend it
    ("xl/", "a spreadsheet", _AS_GIVEN),
    ("ppt/", "a presentation", _AS_GIVEN),
    ("content.xml", "an OpenDocument file", "Save it as .docx."),
    ("Index/", "an Apple Pages document", "Export it as .docx."),
    ("word/", "a damaged Word document: the contract itself is not in it", "Open it in Word and save it anew."),
)


def is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def is_docx(data: bytes) -> bool:
    """Whether it is a package; what is in it was looked at by `refuse_foreign`."""
    return data.startswith(_ZIP)


def refuse_foreign(path: str, data: bytes) -> None:
    """Raise a DraftError that names what the file is, where it is nothing that we read."""
    if is_pdf(data):
        return
    if data.startswith(_OLE):
        _refuse_ole(path, data)
    if data.startswith(_ZIP):
        _refuse_zip(path, data)
    for begins, what, hint in _FOREIGN:
        if data.startswith(begins) and (begins not in _LETTERS_ONLY or b"\0" in data[:1024]):
            raise DraftError(f"{what}, not a draft", path=path, hint=hint)
    opening = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for begins, what, hint in _MARKUP:
        if opening.startswith(begins):
            raise DraftError(f"{what}, not a draft", path=path, hint=hint)


def _refuse_ole(path: str, data: bytes) -> None:
    for stream, what, hint in _IN_OLE:
        if stream.encode("utf-16-le") in data:
            raise DraftError(what, path=path, hint=hint)
    raise DraftError("an Office file of an old format", path=path, hint=_AS_DOCX)


def _refuse_zip(path: str, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, RuntimeError):
        raise DraftError(
            "damaged, and cannot be unpacked", path=path, hint="Ask for it again, or save it anew in Word."
        ) from None
    if "[Content_Types].xml" in names and any(n.startswith("word/document") for n in names):
        return
    for begins, what, hint in _IN_ZIP:
        if any(n.startswith(begins) for n in names):
            raise DraftError(what if begins == "word/" else f"{what}, not a draft", path=path, hint=hint)
    raise DraftError("a ZIP archive, not a draft", path=path, hint="Unpack it first.")
