"""What a file is by its first bytes, and a plain word for each that is no draft we can read."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from ..errors import DraftError

_AS_DOCX = "Open it in Word and save it as .docx."
_AS_GIVEN = "Give the draft as .docx, .pdf, .odt, .rtf, .html or plain text."
_AS_WORDS = "Give the draft as .docx, .pdf or plain text; a picture must go through OCR first, or into a PDF."

# first bytes, what they are, how to mend it
_FOREIGN: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _AS_WORDS),
    (b"\xff\xd8\xff", "a JPEG picture", _AS_WORDS),
    (b"GIF8", "a GIF picture", _AS_WORDS),
    (b"II*\0", "a TIFF picture", _AS_WORDS),
    (b"MM\0*", "a TIFF picture", _AS_WORDS),
    (b"BM", "a BMP picture", _AS_WORDS),
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

_PAGE = re.compile(
    rb"(?:<!--.*?-->|<\?xml[^>]*>|<!doctype\s[^>]*>|\s)*<(?:html|head|body|meta|title|div|p|h[1-6]|table|center|font|style|article|ol|ul)[\s>]",
    re.S,
)
_A_PAGE = re.compile(rb"(?i)<!doctype\s+html|<html[\s>]")
_FIELD = re.compile(
    rb"(?i)(from|to|cc|date|subject|sender|reply-to|mime-version|message-id|received|return-path|delivered-to|dkim-signature"
    rb"|content-type|content-transfer-encoding|in-reply-to|references|user-agent|x-[\w-]+|arc-[\w-]+|authentication-results):[ \t]?"
)
_MAILED = frozenset((b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to", b"content-type"))

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_OLE: tuple[tuple[str, str, str], ...] = (  # a stream's name, what holds it, how to mend it
    ("EncryptedPackage", "protected with a password", "Open it in Word, take the password off and save it again."),
    ("Workbook", "a spreadsheet", _AS_GIVEN),
    ("PowerPoint Document", "a presentation", _AS_GIVEN),
    (
        "__properties_version1.0",
        "an e-mail message of Outlook's own format",
        "Save it as .eml, or give its attachment.",
    ),
)

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_IN_ZIP: tuple[tuple[str, str, str], ...] = (  # how a member's name begins, what has such members, how to mend it
    ("xl/", "a spreadsheet", _AS_GIVEN),
    ("ppt/", "a presentation", _AS_GIVEN),
    ("content.xml", "an OpenDocument file of another kind", "Give the draft as .odt or .docx."),
    ("Index/", "an Apple Pages document", "Export it as .docx."),
    ("word/", "a damaged Word document: the contract itself is not in it", "Open it in Word and save it anew."),
)

_LOOKED_AT = 200_000  # bytes
_MD_HEADING = re.compile(rb"(?m)^ {0,3}#{1,6} +\S")
_RULED = re.compile(rb"(?m)^ {0,3}\|?(?: *:?-{3,}:? *\|)+ *(?::?-{3,}:?)? *\r?$")
_BOLD = re.compile(rb"(?<![*\w])\*\*[^\s*][^*\n]{0,200}[^\s*]?\*\*(?![*\w])")


def is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def is_docx(data: bytes) -> bool:
    """Whether it is a package; what is in it was looked at by `refuse_foreign`."""
    return data.startswith(_ZIP)


def is_odt(data: bytes) -> bool:
    """An OpenDocument text: its member of that name says so (OpenDocument 1.3 part 2, 3.3)."""
    if not data.startswith(_ZIP) or b"mimetype" not in data[:200]:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open("mimetype") as said:
            return said.read(100).startswith(b"application/vnd.oasis.opendocument.text")
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, NotImplementedError, OSError, RuntimeError, EOFError):
        return False


def is_rtf(data: bytes) -> bool:
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def is_doc(data: bytes) -> bool:
    """A .doc of Word 97 to 2003: a compound file with the stream of that name, and no encrypted package."""
    return data.startswith(_OLE) and _stream("WordDocument") in data and _stream("EncryptedPackage") not in data


def is_html(data: bytes) -> bool:
    """A page, or a piece of one, that begins with markup; UTF-16 is looked at without its zero bytes."""
    opening = data[:20_000].lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"")
    if not opening.lstrip().startswith(b"<"):
        return False
    return bool(_PAGE.match(opening.lower()) or _A_PAGE.search(opening[:2000]))


def is_email(data: bytes) -> bool:
    """Header fields of a message at the start (RFC 5322, 3.6): three that we know, one of which no person types."""
    head = re.split(rb"\r?\n\r?\n", data[:50_000].lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    lines = [line for line in head.splitlines() if line[:1] not in (b" ", b"\t")]
    if not lines or not (_FIELD.match(lines[0]) or lines[0].startswith(b"From ")):
        return False
    known = {found[1].lower() for line in lines if (found := _FIELD.match(line))}
    return len(known) > 2 and bool(known & _MAILED)


def is_markdown(data: bytes) -> bool:
    """Whether a text is marked up so: several headings, a ruled table, or a heading or two with words in bold."""
    opening = data[:_LOOKED_AT]
    if b"#" not in opening and b"**" not in opening and b"--" not in opening:
        return False
    headings, bold = len(_MD_HEADING.findall(opening)), len(_BOLD.findall(opening))
    return (
        headings > 1
        or (headings == 1 and bold > 0)
        or (bold > 2 and b"```" not in opening)
        or bool(_RULED.search(opening))
    )


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")


def refuse_foreign(path: str, data: bytes) -> None:
    """Raise a DraftError that names what the file is, where it is nothing that we read."""
    if is_pdf(data) or is_odt(data) or is_doc(data):
        return
    if data.startswith(_OLE):
        _refuse_ole(path, data)
    if data.startswith(_ZIP):
        _refuse_zip(path, data)
    for begins, what, hint in _FOREIGN:
        if data.startswith(begins) and (begins not in _LETTERS_ONLY or b"\0" in data[:1024]):
            raise DraftError(f"{what}, not a draft", path=path, hint=hint)
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(b"<?xml") and not is_html(data):
        raise DraftError("an XML file, not a draft", path=path, hint=_AS_DOCX)


def _refuse_ole(path: str, data: bytes) -> None:
    for stream, what, hint in _IN_OLE:
        if _stream(stream) in data:
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
