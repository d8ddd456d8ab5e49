"""Draw docs/markup.png, the README's picture of a marked-up Word page: the sample's counter-draft as LibreOffice prints it.

    python docs/picture_markup.py

Needs `soffice`. LibreOffice shows the number of a changed paragraph twice where Word shows it once; so the numbers are typed
into the draft first, and the page shows what Word does.
"""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
from pathlib import Path

import docx
import pypdfium2
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from termscan import readers
from termscan.markup import markup

SAMPLE = Path("sample_contracts") / "webshop"
PAGE = 6  # from 0: the clause on termination
SCALE = 1.35
CROP = (0.03, 0.125, 0.985, 0.79)  # left, top, right and bottom, as shares of the page
COLOURS = 64
NOTES_IN_THE_MARGIN = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item '
    'oor:path="/org.openoffice.Office.Writer/Print/Content"><prop oor:name="Note" oor:op="fuse"><value>4</value></prop>'
    "</item></oor:items>"
)


def main() -> None:
    os.chdir(Path(__file__).parent.parent)
    made = markup("nibbled.docx", SAMPLE / "terms.yaml", counter=True, author="Paper Kite", data=numbers_typed())
    with tempfile.TemporaryDirectory() as work:
        page = printed(made.content, Path(work))[PAGE].render(scale=SCALE).to_pil()
    shown = page.crop(tuple(round(share * side) for share, side in zip(CROP, page.size * 2)))
    shown.quantize(COLOURS).save("docs/markup.png", optimize=True)


def numbers_typed() -> bytes:
    """The sample with the numbers that Word computes as words."""
    draft, read = docx.Document(str(SAMPLE / "nibbled.docx")), readers.read(SAMPLE / "nibbled.docx")
    labels = {read.text[b.start + len(b.label) + 1 : b.end]: b.label for b in read.blocks if b.label}
    for paragraph in draft.paragraphs:
        label = labels.get(" ".join(paragraph.text.split()))
        if label:
            number = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            number.get_or_add_numId().val = 0
            deeper = 1 if label.startswith("(") else 0
            paragraph.paragraph_format.left_indent = Cm(1.25 + deeper)
            paragraph.paragraph_format.first_line_indent = Cm(-1.25 + 0.25 * deeper)
            run = OxmlElement("w:r")
            for tag in ("w:t", "w:tab"):
                run.append(OxmlElement(tag))
            run.find(qn("w:t")).text = label
            paragraph._p.insert(1, run)
    for code in list(draft.element.body.iter(qn("w:fldChar"), qn("w:instrText"))):  # of numbers that are no more
        code.getparent().remove(code)
    out = io.BytesIO()
    draft.save(out)
    return out.getvalue()


def printed(content: bytes, work: Path) -> pypdfium2.PdfDocument:
    """The pages of a Word file with its comments in the margin."""
    (work / "user").mkdir()
    (work / "user" / "registrymodifications.xcu").write_text(NOTES_IN_THE_MARGIN, encoding="utf-8")
    (work / "draft.docx").write_bytes(content)
    command = [
        "soffice",
        f"-env:UserInstallation=file://{work}",
        "--headless",
        "--print-to-file",
        "--outdir",
        str(work),
    ]
    subprocess.run([*command, str(work / "draft.docx")], check=True, capture_output=True)
    return pypdfium2.PdfDocument((work / "draft.pdf").read_bytes())


if __name__ == "__main__":
    main()
