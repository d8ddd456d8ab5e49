"""Files that nobody wants to get, made here: each with what must become of it. `benchmarks/files.py` lists them too.

"read" says that the contract's words are read, and which words are told as hidden; "refused" says a part of the reason.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from test_docx import NS, a_docx, p, r
from test_email import attached
from test_rtf import rtf
from tiny_odt import odt, package
from tiny_pdf import PICTURE, lines, pdf

CLAUSE = "This Agreement binds the parties. The Client shall pay USD 10 within 30 days."
SECRET = "The fee doubles each year."
WORDS = lines(CLAUSE)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


class Case(NamedTuple):
    """A file: its name, how it is made, whether it is "read" or "refused", and what is said of it."""

    name: str
    make: Callable[[], bytes]
    outcome: str
    says: str = ""  # refused: a part of the reason; read: the words that are told as hidden


def packed(members: dict[str, bytes], like: bytes | None = None) -> bytes:
    """A ZIP with these members, beside those of another."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        if like is not None:
            with zipfile.ZipFile(io.BytesIO(like)) as old:
                for name in old.namelist():
                    if name not in members:
                        made.writestr(name, old.read(name))
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def word(*more: str) -> bytes:
    return a_docx(p(r(CLAUSE)) + "".join(more))


def hidden_run(form: str) -> bytes:
    return word(p(r("The end. ") + r(SECRET, form)))


def nested_tables(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + p(CLAUSE) + "</w:tc></w:tr></w:tbl>" * depth


def bomb() -> bytes:
    return packed({"word/media/zero.bin": bytes(450_000_000)}, word())


def xml_bomb() -> bytes:
    return packed({"word/document.xml": f"<w:document {NS}><w:body>".encode() + b"<w:p/>" * 20_000_000}, word())


def entities() -> bytes:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    return a_docx(p("&c;"), prolog=laughs)


def outside_entity() -> bytes:
    return a_docx(p("&f;"), prolog='<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>')


def outside_template() -> bytes:
    link = '<Relationship Id="r7" Type="http://x/attachedTemplate" Target="http://example.com/t.dotm" TargetMode="External"/>'
    return a_docx(p(r(CLAUSE)), links=link)


def box_off_the_page() -> bytes:
    place = f'<w:r><w:drawing><wp:anchor xmlns:wp="{WP}"><wp:positionH relativeFrom="page"><wp:posOffset>-9000000</wp:posOffset>'
    place += '</wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    shape = f"<wp:extent cx='900000' cy='900000'/><a:graphic><wps:txbx><w:txbxContent>{p(SECRET)}</w:txbxContent></wps:txbx>"
    return word(p(r("The end.") + place + shape + "</a:graphic></wp:anchor></w:drawing></w:r>"))


def cyclic_pages() -> bytes:
    return pdf(WORDS, WORDS).replace(b"/Kids [4 0 R 6 0 R]", b"/Kids [4 0 R 2 0 R]")


def cyclic_contents() -> bytes:
    return pdf(WORDS, WORDS).replace(b"/Contents 5 0 R", b"/Contents 4 0 R")


def many_pages() -> bytes:
    return pdf(*([WORDS] * 5000))


def drawn(*code: str) -> bytes:
    return pdf([*WORDS, *code])


def script() -> bytes:
    return pdf(WORDS).replace(
        b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    )


def shown(x: float, y: float, form: str = "", size: float = 10) -> str:
    return f"q {form} BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({SECRET}) Tj ET Q"


def ole(stream: str) -> bytes:
    return OLE + bytes(1000) + stream.encode("utf-16-le") + bytes(4000)


def page(body: str) -> bytes:
    return f"<html><head><meta charset=utf-8></head><body><p>{CLAUSE}</p>{body}</body></html>".encode()


COVER = "q 400 0 0 40 72 680 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha">]><office:document-content>&a;</office:document-content>'
ENCRYPTED = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
P = f"<text:p>{CLAUSE}</text:p>"
GONE = '<style:style style:name="S" style:family="text"><style:text-properties text:display="none"/></style:style>'
WHITE = '<style:style style:name="S" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>'
SPAN = f'<text:p>The end. <text:span text:style-name="S">{SECRET}</text:span></text:p>'

CASES = (
    # Word
    Case("zip-bomb.docx", bomb, "refused", "unpacks to more than any contract holds"),
    Case("xml-bomb.docx", xml_bomb, "refused", "unpacks to more than any contract holds"),
    Case("entities.docx", entities, "refused", "declares XML entities"),
    Case("external-entity.docx", outside_entity, "refused", "declares XML entities"),
    Case("external-template.docx", outside_template, "read"),
    Case("paths-in-archive.docx", lambda: packed({"../../../etc/evil": b"x", "/etc/evil": b"x"}, word()), "read"),
    Case("members-without-end.docx", lambda: packed({f"x/{n}": b"" for n in range(10_001)}, word()), "refused", "unpacks to"),
    Case("recursive-tables.docx", lambda: a_docx(nested_tables(30)), "read"),
    Case("recursive-tables-5000.docx", lambda: a_docx(nested_tables(5000)), "refused", "nested deeper"),
    Case("half.docx", lambda: word()[:900], "refused", "damaged"),
    Case("no-body.docx", lambda: packed({"word/document.xml": b"<x/>"}, word()), "refused", "no Word document"),
    Case("macros.docm", lambda: packed({"word/vbaProject.bin": b"Attribute VB_Name"}, word()), "read"),
    Case("password.docx", lambda: ole("EncryptedPackage"), "refused", "protected with a password"),
    Case("spreadsheet.docx", lambda: packed({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "refused", "a spreadsheet"),
    Case("picture.docx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "refused", "a PNG picture"),
    Case("program.docx", lambda: b"MZ" + bytes(500), "refused", "a program"),
    Case("empty.docx", lambda: b"", "refused", "empty"),
    Case("hidden.docx", lambda: hidden_run("<w:vanish/>"), "read", SECRET),
    Case("white.docx", lambda: hidden_run('<w:color w:val="FFFFFF"/>'), "read", SECRET),
    Case("tiny.docx", lambda: hidden_run('<w:sz w:val="2"/>'), "read", SECRET),
    Case("black-on-black.docx", lambda: hidden_run('<w:color w:val="010101"/><w:shd w:val="clear" w:fill="000000"/>'), "read", SECRET),
    Case("off-the-page.docx", box_off_the_page, "read", SECRET),
    # PDF
    Case("cyclic-pages.pdf", cyclic_pages, "read"),
    Case("cyclic-contents.pdf", cyclic_contents, "read"),
    Case("5000-pages.pdf", many_pages, "read"),
    Case("encrypted.pdf", lambda: pdf(WORDS, password="sesame"), "refused", "encrypted"),
    Case("half.pdf", lambda: pdf(WORDS)[:60], "refused", "damaged"),
    Case("no-table-of-objects.pdf", lambda: pdf(WORDS).split(b"xref")[0], "refused", "damaged"),
    Case("wrong-table-of-objects.pdf", lambda: pdf(WORDS).replace(b"00000 n", b"00009 n").replace(b"startxref\n", b"startxref\n9"), "read"),
    Case("script.pdf", script, "read"),
    Case("only-a-name.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)), "refused", "damaged"),
    Case("white.pdf", lambda: drawn(shown(72, 600, "1 1 1 rg")), "read", SECRET),
    Case("no-ink.pdf", lambda: drawn(shown(72, 600, "3 Tr")), "read", SECRET),
    Case("tiny.pdf", lambda: drawn(shown(72, 600, size=1)), "read", SECRET),
    Case("off-the-page.pdf", lambda: drawn(shown(72, 900)), "read", SECRET),
    Case("behind-a-picture.pdf", lambda: drawn(shown(72, 690), COVER), "read", SECRET),
    Case("painted-over.pdf", lambda: drawn("0.5 g 72 595 300 20 re f", shown(80, 600, "0.5 g")), "read", SECRET),
    Case("blank.pdf", lambda: pdf([]), "refused", "has no text"),
    Case("grey-picture.pdf", lambda: pdf([PICTURE]), "refused", "has no text, only pictures"),
    # the others
    Case("entities.odt", lambda: package({"content.xml": LAUGHS}), "refused", "declares XML entities"),
    Case("password.odt", lambda: odt(P, more={"META-INF/manifest.xml": ENCRYPTED}), "refused", "protected with a password"),
    Case("half.odt", lambda: odt(P)[:-40], "refused", "damaged"),
    Case("hidden.odt", lambda: odt(P + SPAN, GONE), "read", SECRET),
    Case("white.odt", lambda: odt(P + SPAN, WHITE), "read", SECRET),
    Case("hidden.rtf", lambda: rtf(CLAUSE + r"\par{\v " + SECRET + "}"), "read", SECRET),
    Case("white.rtf", lambda: rtf(CLAUSE + r"\par{\cf2 " + SECRET + "}"), "read", SECRET),
    Case("deep.rtf", lambda: rtf("{" * 100_000 + CLAUSE), "refused", "nested deeper"),
    Case("object.rtf", lambda: rtf(CLAUSE + r"{\object\objemb{\*\objdata 0105000002}{\result }}"), "read"),
    Case("hidden.html", lambda: page(f"<p style='display:none'>{SECRET}</p>"), "read", SECRET),
    Case("white.html", lambda: page(f"<font color=white>{SECRET}</font>"), "read", SECRET),
    Case("off-the-page.html", lambda: page(f"<p style='position:absolute;left:-9999px'>{SECRET}</p>"), "read", SECRET),
    Case("fetches.html", lambda: page("<iframe src='http://example.com'></iframe><script src='http://example.com'></script>"), "read"),
    Case("deep.html", lambda: page("<div>" * 3000), "read"),
    Case("mail-with-a-program.eml", lambda: attached(("draft.docx", b"MZ" + bytes(100))), "refused", "a program"),
    Case("mail-with-a-bomb.eml", lambda: attached(("draft.docx", xml_bomb())), "refused", "unpacks to"),
    Case("message.msg", lambda: ole("__properties_version1.0"), "refused", "Outlook"),
    Case("archive.zip", lambda: packed({"draft.docx": word()}), "refused", "a ZIP archive"),
    Case("control-characters.txt", lambda: bytes(range(1, 32)) * 50, "refused", "not a text file"),
    Case("no-width.txt", lambda: f"{CLAUSE} It ends after 3\u200b0 days.".encode(), "read", "30"),
    Case("other-letters.txt", lambda: CLAUSE.replace("Client", "\u0421lient").encode(), "read"),
    Case("xml.txt", lambda: b"<?xml version='1.0'?><a>x</a>", "refused", "an XML file"),
)  # fmt: skip
