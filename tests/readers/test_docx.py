"""Word drafts, built here part by part: what a page of Word shows is what is read."""

from __future__ import annotations

import io
import zipfile

import pytest

from termscan.errors import DraftError
from termscan.model import Document
from termscan.readers import Revisions, read

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'


def a_docx(body: str, prolog: str = "", links: str = "", **parts: str) -> bytes:
    """A Word file; `parts` are the inner XML of styles, numbering, footnotes and endnotes."""
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}
    kinds = {"document": "document.main", **roots}
    types = "".join(
        f'<Override PartName="/word/{p}.xml" ContentType="{TYPE}.{kinds[p]}+xml"/>' for p in ("document", *parts)
    )
    related = "".join(f'<Relationship Id="r{p}" Type="{REL}/{p}" Target="{p}.xml"/>' for p in parts) + links
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        f'Extension="png" ContentType="image/png"/>{types}</Types>',
        "_rels/.rels": f'<Relationships {RELS}><Relationship Id="r1" Type="{REL}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f"<Relationships {RELS}>{related}</Relationships>",
        "word/document.xml": f"{prolog}<w:document {NS}><w:body>{body}</w:body></w:document>",
        **{f"word/{p}.xml": f"<w:{roots[p]} {NS}>{xml}</w:{roots[p]}>" for p, xml in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in members.items():
            package.writestr(name, xml)
    return out.getvalue()


def p(words: str, num: int | None = None, level: int | None = None, style: str = "", mark: str = "") -> str:
    """A paragraph: its words plain, or as runs; `mark` is a property of its end."""
    listed = "" if num is None else f'<w:numId w:val="{num}"/>'
    listed = ("" if level is None else f'<w:ilvl w:val="{level}"/>') + listed
    form = (f'<w:pStyle w:val="{style}"/>' if style else "") + (f"<w:numPr>{listed}</w:numPr>" if listed else "")
    form += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{form}</w:pPr>{words if words.startswith('<') or not words else r(words)}</w:p>"


def r(words: str, form: str = "") -> str:
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def lvl(depth: int, text: str, form: str = "decimal", more: str = "", start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def anew(depth: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(name: str, form: str = "", based: str = "", called: str = "", run: str = "", kind: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{called or name}"/>{based}'
        f"<w:pPr>{form}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def lines(draft: Document) -> list[str]:
    return [line for line in draft.text.split("\n") if line]


def read_lines(body: str, revisions: Revisions = "accept", **parts: str) -> list[str]:
    return lines(read("draft.docx", data=a_docx(body, **parts), revisions=revisions))


CLAUSES = abstract(0, lvl(0, "%1."), lvl(1, "%1.%2"), lvl(2, "(%3)", "lowerLetter"), lvl(3, "(%4)", "lowerRoman"))
ONE_NUM = CLAUSES + num(1, 0)
LISTED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'

NUMBERS = [
    ("no list at all", p("Fees"), "", "", ["Fees"]),
    ("a list that is missing", p("Fees", 7, 0), ONE_NUM, "", ["Fees"]),
    ("num 0 switches a number off", p("A", 1, 0) + p("B", 0, 0) + p("C", 1, 0), ONE_NUM, "", ["1. A", "B", "2. C"]),
    (
        "levels below start anew after one above",
        p("A", 1, 0) + p("B", 1, 1) + p("C", 1, 2) + p("D", 1, 3) + p("E", 1, 2) + p("F", 1, 1) + p("G", 1, 2),
        ONE_NUM,
        "",
        ["1. A", "1.1 B", "(a) C", "(i) D", "(b) E", "1.2 F", "(a) G"],
    ),
    ("a level that was skipped counts as begun", p("A", 1, 1) + p("B", 1, 0), ONE_NUM, "", ["1.1 A", "2. B"]),
    (
        "nums of one list share its count",
        p("A", 1, 0) + p("B", 2, 0) + p("C", 1, 0),
        ONE_NUM + num(2, 0),
        "",
        ["1. A", "2. B", "3. C"],
    ),
    (
        "a start of its own begins the count anew, once",
        p("A", 1, 0) + p("B", 1, 0) + p("C", 2, 0) + p("D", 2, 0),
        ONE_NUM + num(2, 0, anew(0, 1)),
        "",
        ["1. A", "2. B", "1. C", "2. D"],
    ),
    (
        "a start of its own holds for its level when that comes, and not before",
        p("A", 1, 0) + p("B", 1, 1) + p("C", 2, 1) + p("D", 2, 0) + p("E", 2, 0),
        ONE_NUM + num(2, 0, anew(0, 5)),
        "",
        ["1. A", "1.1 B", "1.2 C", "5. D", "6. E"],
    ),
    ("a start of its own may be any number", p("A", 2, 0), ONE_NUM + num(2, 0, anew(0, 14)), "", ["14. A"]),
    (
        "a level replaced for one num",
        p("A", 1, 0) + p("B", 2, 0),
        ONE_NUM + num(2, 0, f'<w:lvlOverride w:ilvl="0">{lvl(0, "Section %1", "upperRoman")}</w:lvlOverride>'),
        "",
        ["1. A", "Section II B"],
    ),
    (
        "a level that never starts anew",
        p("A", 1, 0) + p("B", 1, 1) + p("C", 1, 0) + p("D", 1, 1),
        abstract(0, lvl(0, "%1."), lvl(1, "(%2)", "lowerLetter", '<w:lvlRestart w:val="0"/>')) + num(1, 0),
        "",
        ["1. A", "(a) B", "2. C", "(b) D"],
    ),
    (
        "a level that starts anew only after the first",
        p("A", 1, 0) + p("B", 1, 1) + p("C", 1, 2) + p("D", 1, 1) + p("E", 1, 2) + p("F", 1, 0) + p("G", 1, 2),
        abstract(0, lvl(0, "%1."), lvl(1, "%1.%2"), lvl(2, "%3)", more='<w:lvlRestart w:val="1"/>')) + num(1, 0),
        "",
        ["1. A", "1.1 B", "1) C", "1.2 D", "2) E", "2. F", "1) G"],
    ),
    (
        "legal numbers are all in digits",
        p("A", 1, 0) + p("B", 1, 1),
        abstract(0, lvl(0, "Article %1", "upperRoman", start=4), lvl(1, "%1.%2", more="<w:isLgl/>")) + num(1, 0),
        "",
        ["Article IV A", "4.1 B"],
    ),
    (
        "a letter shown with its clause",
        p("A", 1, 0) + p("B", 1, 1),
        abstract(0, lvl(0, "%1.", start=4), lvl(1, "%1(%2)", "lowerLetter")) + num(1, 0),
        "",
        ["4. A", "4(a) B"],
    ),
    ("a bullet", p("A", 1, 0), abstract(0, lvl(0, "&#xF0B7;", "bullet")) + num(1, 0), "", ["• A"]),
    ("a level without a number", p("A", 1, 0), abstract(0, lvl(0, "", "none")) + num(1, 0), "", ["A"]),
    (
        "an article alone on its line",
        p("", 1, 0) + p("PAYMENT"),
        abstract(0, lvl(0, "Article %1", "upperRoman")) + num(1, 0),
        "",
        ["Article I", "PAYMENT"],
    ),
    ("an empty paragraph is counted", p("", 1, 0) + p("A", 1, 0), ONE_NUM, "", ["2. A"]),
    (
        "one that only ends a section is not",
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:sectPr/></w:pPr></w:p>' + p("A", 1, 0),
        ONE_NUM,
        "",
        ["1. A"],
    ),
    (
        "from the style, and from the style it is based on",
        p("A", style="H1") + p("B", style="H2") + p("C", style="H2a"),
        ONE_NUM,
        style("H1", LISTED.format(0)) + style("H2", LISTED.format(1)) + style("H2a", based="H2"),
        ["1. A", "1.1 B", "1.2 C"],
    ),
    (
        "from the level that a style belongs to",
        p("A", style="H1") + p("B", style="H2"),
        abstract(0, lvl(0, "%1."), lvl(1, "%1.%2", more='<w:pStyle w:val="H2"/>')) + num(1, 0),
        style("H1", LISTED.format(0)) + style("H2", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
        ["1. A", "1.1 B"],
    ),
    ("switched off against the style", p("A", 0, style="H1"), ONE_NUM, style("H1", LISTED.format(0)), ["A"]),
    (
        "through a list style",
        p("A", 2, 0) + p("B", 1, 0),
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>' + lvl(0, "%1)") + "</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>' + num(1, 0) + num(2, 1),
        style("L", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering"),
        ["1) A", "2) B"],
    ),
    (
        "in the cells of a table",
        "<w:tbl><w:tr><w:tc>" + p("A", 1, 0) + "</w:tc><w:tc>" + p("B", 1, 0) + "</w:tc></w:tr></w:tbl>" + p("C", 1, 0),
        ONE_NUM,
        "",
        ["| 1. A | 2. B |", "3. C"],
    ),
]


@pytest.mark.parametrize(("body", "numbering", "styles", "said"), [c[1:] for c in NUMBERS], ids=[c[0] for c in NUMBERS])
def test_a_list_is_numbered_as_word_numbers_it(body: str, numbering: str, styles: str, said: list[str]) -> None:
    assert read_lines(body, numbering=numbering, styles=styles) == said


FORMATS = [
    ("decimal", 4, "4"),
    ("decimalZero", 4, "04"),
    ("decimalZero", 12, "12"),
    ("lowerLetter", 3, "c"),
    ("lowerLetter", 28, "bb"),
    ("upperLetter", 26, "Z"),
    ("lowerRoman", 9, "ix"),
    ("upperRoman", 44, "XLIV"),
    ("ordinal", 1, "1st"),
    ("ordinal", 12, "12th"),
    ("ordinal", 23, "23rd"),
    ("cardinalText", 21, "Twenty-one"),
    ("cardinalText", 105, "One hundred five"),
    ("ordinalText", 1, "First"),
    ("ordinalText", 12, "Twelfth"),
    ("ordinalText", 20, "Twentieth"),
    ("ordinalText", 32, "Thirty-second"),
    ("decimalEnclosedCircle", 3, "③"),
    ("decimalEnclosedCircle", 21, "21"),
    ("chicago", 5, "5"),
]


@pytest.mark.parametrize(("form", "start", "said"), FORMATS, ids=[f"{f} {n}" for f, n, _ in FORMATS])
def test_every_format_of_number(form: str, start: int, said: str) -> None:
    draft = read(
        "draft.docx", data=a_docx(p("A", 1, 0), numbering=abstract(0, lvl(0, "%1", form, start=start)) + num(1, 0))
    )
    assert draft.text == f"{said} A"
    assert [(b.start, b.label, b.level) for b in draft.blocks] == [(0, said, 0)]


FIELD = '<w:r><w:fldChar w:fldCharType="begin">{}</w:fldChar></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
BOX = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
LEGACY_BOX = "<w:ffData><w:checkBox><w:default w:val='0'/>{}</w:checkBox></w:ffData>"
TEXT_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><a:graphic><wps:txbx><w:txbxContent>{0}"
    "</w:txbxContent></wps:txbx></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)

PARAGRAPHS = [
    ("runs make one sentence", p(r("Client shall ") + r("pay.")), ["Client shall pay."]),
    ("a link", p(r("See ") + f'<w:hyperlink r:id="r9">{r("the terms")}</w:hyperlink>'), ["See the terms"]),
    ("a field shows its result", p(r("Section ") + FIELD.format("", r("4.2"))), ["Section 4.2"]),
    (
        "a field without an end swallows nothing",
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("Fees are due.")),
        ["Fees are due."],
    ),
    ("a simple field", p(f'<w:fldSimple w:instr="REF y">{r("Client")}</w:fldSimple>'), ["Client"]),
    ("tabs are blanks", p("<w:r><w:t>4.2</w:t><w:tab/><w:t>Fees</w:t></w:r>"), ["4.2 Fees"]),
    (
        "an underlined tab is a gap",
        p(r("Due in ") + "<w:r><w:rPr><w:u w:val='single'/></w:rPr><w:tab/></w:r>" + r("days")),
        ["Due in ____ days"],
    ),
    ("a line break", p("<w:r><w:t>Acme</w:t><w:br/><w:t>Ltd</w:t></w:r>"), ["Acme", "Ltd"]),
    (
        "hyphens",
        p("<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>exclu</w:t><w:softHyphen/><w:t>sive</w:t></w:r>"),
        ["non-exclusive"],
    ),
    ("a symbol", p(r("Fee ") + '<w:r><w:sym w:font="Symbol" w:char="F0A3"/></w:r>' + r(" 5%")), ["Fee ≤ 5%"]),
    (
        "a content control",
        p(
            r("Term: ")
            + f"<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{r('12 months')}</w:sdtContent></w:sdt>"
        ),
        ["Term: 12 months"],
    ),
    ("a ticked box", p(BOX.format(1, r("☒")) + r(" Net 30")), ["[x] Net 30"]),
    ("an empty box", p(BOX.format(0, r("☐")) + r(" Net 60")), ["[ ] Net 60"]),
    ("tick boxes as signs", p("☒ Net 30 ☐ Net 60"), ["[x] Net 30 [ ] Net 60"]),
    (
        "tick boxes in Wingdings",
        p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + r(" Net 30")),
        ["[x] Net 30"],
    ),
    ("an old tick box", p(FIELD.format(LEGACY_BOX.format("<w:checked/>"), "") + r(" Net 30")), ["[x] Net 30"]),
    ("an old empty box", p(FIELD.format(LEGACY_BOX.format(""), "") + r(" Net 60")), ["[ ] Net 60"]),
    ("a text box is read once", p(r("Fees") + TEXT_BOX.format(p("Net 30"))), ["Fees", "Net 30"]),
    ("a whole paragraph in a content control", f"<w:sdt><w:sdtContent>{p('Fees')}</w:sdtContent></w:sdt>", ["Fees"]),
    (
        "a style separator keeps heading and clause in one line",
        p("Fees.", mark="<w:vanish/><w:specVanish/>") + p(r(" Net 30.")),
        ["Fees. Net 30."],
    ),
]


@pytest.mark.parametrize(("body", "said"), [c[1:] for c in PARAGRAPHS], ids=[c[0] for c in PARAGRAPHS])
def test_a_paragraph_reads_as_its_page_shows_it(body: str, said: list[str]) -> None:
    assert read_lines(body) == said


def tc(words: str, form: str = "") -> str:
    return f"<w:tc><w:tcPr>{form}</w:tcPr>{words if words.startswith('<') else p(words)}</w:tc>"


def tr(*cells: str, form: str = "") -> str:
    return f"<w:tr><w:trPr>{form}</w:trPr>{''.join(c if c.startswith('<w:tc') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


TABLES = [
    ("rows and cells", tbl(tr("Phase", "Fee"), tr("Design", "$5,000")), ["| Phase | Fee |", "| Design | $5,000 |"]),
    ("an empty cell keeps its place", tbl(tr("A", "", "C")), ["| A |  | C |"]),
    ("an empty row is left out", tbl(tr("A", "B"), tr("", "")), ["| A | B |"]),
    (
        "a cell over two columns is said once",
        tbl(tr(tc("Fees", '<w:gridSpan w:val="2"/>')), tr("A", "B")),
        ["| Fees |", "| A | B |"],
    ),
    (
        "a cell over two rows is said in both",
        tbl(tr(tc("Design", '<w:vMerge w:val="restart"/>'), "$5"), tr(tc("", "<w:vMerge/>"), "$6")),
        ["| Design | $5 |", "| Design | $6 |"],
    ),
    (
        "also below a wider one",
        tbl(
            tr(tc("W", '<w:gridSpan w:val="2"/>'), tc("X", '<w:vMerge w:val="restart"/>')),
            tr("A", "B", tc("", "<w:vMerge/>")),
        ),
        ["| W | X |", "| A | B | X |"],
    ),
    ("paragraphs of a cell", tbl(tr(tc(p("Net") + p("30")), "B")), ["| Net 30 | B |"]),
    ("a table in a cell", tbl(tr(tc(tbl(tr("1", "2"), tr("3", "4")) + p("")), "B")), ["| 1 2 3 4 | B |"]),
    ("a single column is a frame round paragraphs", tbl(tr("Fees"), tr("Term")), ["Fees", "Term"]),
    ("text after a table", tbl(tr("A", "B")) + p("C"), ["| A | B |", "C"]),
]


@pytest.mark.parametrize(("body", "said"), [c[1:] for c in TABLES], ids=[c[0] for c in TABLES])
def test_a_table_is_a_line_for_each_row(body: str, said: list[str]) -> None:
    assert read_lines(body) == said


HEADS = [
    ("a label and its value", tbl(tr("Term", "twelve months"), tr("Fees", "$9,000")), [1, 1]),
    (
        "bold names above others",
        tbl(tr(tc(p(r("Item", "<w:b/>"))), tc(p(r("By", "<w:b/>")))), tr("Logo", "May")),
        [0, 1],
    ),
    ("three columns with a blank corner", tbl(tr("", "Year 1", "Year 2"), tr("Fee", "$5", "$6")), [0, 1]),
    ("figures alone", tbl(tr("Design", "$5,000"), tr("Build", "$9,000")), [1, 1]),
    ("short names above figures", tbl(tr("Phase", "Fee"), tr("Build", "$9,000")), [0, 1]),
    ("marked in Word", tbl(tr("Fees 2026", "$", form="<w:tblHeader/>"), tr("Build", "$9,000")), [0, 1]),
]


@pytest.mark.parametrize(("body", "levels"), [c[1:] for c in HEADS], ids=[c[0] for c in HEADS])
def test_the_row_with_the_headings_of_a_table_is_known(body: str, levels: list[int]) -> None:
    blocks = read("draft.docx", data=a_docx(body)).blocks
    assert [(b.style, b.level) for b in blocks] == [("row", level) for level in levels]


BY = 'w:author="J. Roe" w:date="2026-09-20T10:00:00Z"'


def ins(inner: str) -> str:
    return f"<w:ins {BY}>{inner}</w:ins>"


def gone(words: str) -> str:
    return f"<w:del {BY}><w:r><w:delText xml:space='preserve'>{words}</w:delText></w:r></w:del>"


CHANGES = [
    ("nothing tracked", p("Net 30"), ["Net 30"], ["Net 30"]),
    ("words inserted", p(r("Net 30") + ins(r(" days"))), ["Net 30 days"], ["Net 30"]),
    ("words replaced", p(r("Net ") + gone("30") + ins(r("60"))), ["Net 60"], ["Net 30"]),
    (
        "words moved",
        p(r("A ") + f"<w:moveFrom {BY}>{r('B ')}</w:moveFrom>" + r("C ") + f"<w:moveTo {BY}>{r('B')}</w:moveTo>"),
        ["A C B"],
        ["A B C"],
    ),
    ("a paragraph's end deleted", p("Net 30", mark=f"<w:del {BY}/>") + p(" days"), ["Net 30 days"], ["Net 30", "days"]),
    (
        "a paragraph's end inserted",
        p("Net 30", mark=f"<w:ins {BY}/>") + p(" days"),
        ["Net 30", "days"],
        ["Net 30 days"],
    ),
    (
        "two ends in a row deleted",
        p("Net", mark=f"<w:del {BY}/>") + p(" 30", mark=f"<w:del {BY}/>") + p(" days") + p("Next"),
        ["Net 30 days", "Next"],
        ["Net", "30", "days", "Next"],
    ),
    (
        "a whole clause deleted does not count",
        p("A", 1, 0) + p(gone("B"), 1, 0, mark=f"<w:del {BY}/>") + p("C", 1, 0),
        ["1. A", "2. C"],
        ["1. A", "2. B", "3. C"],
    ),
    (
        "a row inserted",
        tbl(tr("A", "B"), tr("C", "D", form=f"<w:ins {BY}/>")),
        ["| A | B |", "| C | D |"],
        ["| A | B |"],
    ),
    (
        "a row deleted",
        tbl(tr("A", "B"), tr(tc(p(gone("C"))), tc(p(gone("D"))), form=f"<w:del {BY}/>")),
        ["| A | B |"],
        ["| A | B |", "| C | D |"],
    ),
    (
        "a number taken off",
        f'<w:p><w:pPr><w:pPrChange {BY}><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        f"</w:pPrChange></w:pPr>{r('A')}</w:p>",
        ["A"],
        ["1. A"],
    ),
]


@pytest.mark.parametrize(("body", "accepted", "rejected"), [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES])
def test_tracked_changes_are_accepted_or_rejected(body: str, accepted: list[str], rejected: list[str]) -> None:
    assert read_lines(body, numbering=ONE_NUM) == accepted
    assert read_lines(body, "reject", numbering=ONE_NUM) == rejected


def test_tracked_words_keep_who_put_them_there() -> None:
    body = p(
        r("Pay in ") + gone("30") + ins(r("60")) + ins(r(" days")) + f"<w:moveTo {BY}>{r(' net')}</w:moveTo>", 1, 0
    )
    draft = read("draft.docx", data=a_docx(body, numbering=ONE_NUM))
    told = [(draft.text[t.start : t.end], t.change, t.author, t.date) for t in draft.tracked]
    who = ("J. Roe", "2026-09-20T10:00:00Z")
    assert told == [("60 days", "inserted", *who), (" net", "moved", *who)]
    assert read("draft.docx", data=a_docx(body), revisions="reject").tracked == ()


def test_a_footnote_follows_the_paragraph_that_refers_to_it() -> None:
    body = p(r("Net 30") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" days.")) + p("Next")
    notes = f'<w:footnote w:id="1">{p("Unused")}</w:footnote><w:footnote w:id="2">{p("Not on holidays.")}</w:footnote>'
    draft = read("draft.docx", data=a_docx(body, footnotes=notes))
    assert [(draft.text[b.start : b.end], b.style) for b in draft.blocks] == [
        ("Net 30 days.", "body"),
        ("Not on holidays.", "footnote"),
        ("Next", "body"),
    ]
    assert ("footnotes", 1) in draft.read


STYLES = (
    style("H", called="heading 2")
    + style("Mine", based="H")
    + style("T", called="Title")
    + style("Gone", run="<w:vanish/>")
)


def test_headings_and_the_title_are_known_by_their_style() -> None:
    body = p("Services Agreement", style="T") + p("Fees", style="H") + p("Term", style="Mine") + p("Text")
    draft = read("draft.docx", data=a_docx(body, styles=STYLES))
    assert [(b.style, b.level) for b in draft.blocks] == [
        ("title", None),
        ("heading", 1),
        ("heading", 1),
        ("body", None),
    ]
    assert draft.title == "Services Agreement"


CLAUSES_AS_HEADINGS = [
    ("a long one", "Client shall pay each invoice within thirty days after it has received the invoice. " * 2),
    ("a short sentence", "Client shall pay each invoice in full."),
    ("a heading and a sentence", "Fees. Client pays in full and on time."),
    ("the rest of a sentence", "for any reason"),
]


@pytest.mark.parametrize("words", [c[1] for c in CLAUSES_AS_HEADINGS], ids=[c[0] for c in CLAUSES_AS_HEADINGS])
def test_a_whole_clause_in_a_heading_style_is_no_heading(words: str) -> None:
    assert [b.style for b in read("draft.docx", data=a_docx(p(words, style="H"), styles=STYLES)).blocks] == ["body"]


HIDDEN = [
    ("a run", p(r("Net 30") + r(" secret", "<w:vanish/>"))),
    ("a character style", p(r("Net 30") + r(" secret", '<w:rStyle w:val="Gone"/>'))),
    ("a paragraph's style", p("Net 30") + p("secret", style="Gone")),
]


@pytest.mark.parametrize("body", [c[1] for c in HIDDEN], ids=[c[0] for c in HIDDEN])
def test_hidden_words_are_told_but_not_read(body: str) -> None:
    draft = read("draft.docx", data=a_docx(body, styles=STYLES))
    assert draft.text == "Net 30"
    assert [(s.what, s.where) for s in draft.skipped] == [("hidden text", "at “Net 30”")]
    assert "secret" in draft.skipped[0].why


def test_a_hidden_clause_is_not_counted() -> None:
    body = p("A", 1, 0) + p(r("secret", "<w:vanish/>"), 1, 0, mark="<w:vanish/>") + p("B", 1, 0)
    assert read_lines(body, numbering=ONE_NUM) == ["1. A", "2. B"]


def test_a_hidden_end_joins_one_paragraph_only() -> None:
    assert read_lines(p("A.", mark="<w:vanish/>") + p(" B.") + p("C.")) == ["A. B.", "C."]


def test_a_picture_is_told() -> None:
    draft = read("draft.docx", data=a_docx(p(r("Logo") + "<w:r><w:drawing><a:blip/></w:drawing></w:r>")))
    assert [s.what for s in draft.skipped] == ["image"]


def fld(instruction: str, result: str | None = None) -> str:
    """A field; without a result where Word counts it anew each time."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    stored = "" if result is None else mark.format("separate") + r(result)
    return f"{mark.format('begin')}<w:r><w:instrText> {instruction} </w:instrText></w:r>{stored}{mark.format('end')}"


def head(level: int, words: str) -> str:
    """A heading by its outline level alone."""
    return f'<w:p><w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>{words}</w:p>'


TWO_LEVELS = num(1, 1) + abstract(1, lvl(0, "%1."), lvl(1, "(%2)", "lowerLetter"))

COUNTED_BY_FIELDS = [
    ("a reference shows what it stores", p(fld("REF fees", "4.2") + r(" Fees")), ["4.2 Fees"]),
    ("a stored number is not counted twice", p(fld("LISTNUM", "(c)") + r(" Fees")), ["(c) Fees"]),
    (
        "items within a sentence",
        p(r("To ") + fld("LISTNUM") + r(" pay; ") + fld("LISTNUM") + r(" test")),
        ["To 1) pay; 2) test"],
    ),
    (
        "below the number of their paragraph",
        p(r("To ") + fld("LISTNUM") + r(" pay"), num=1, level=0),
        ["1. To (a) pay"],
    ),
    (
        "the next paragraph begins them anew",
        p(fld("LISTNUM") + r(" pay"), num=1, level=0) + p(fld("LISTNUM") + r(" test"), num=1, level=0),
        ["1. (a) pay", "2. (a) test"],
    ),
    ("with a level and a start", p(fld("LISTNUM NumberDefault \\l 5 \\s 3") + r(" Fees")), ["(c) Fees"]),
    (
        "of Word's own outline and legal lists",
        p(fld('LISTNUM "OutlineDefault"') + fld("LISTNUM LegalDefault \\l 2")),
        ["I.1.1."],
    ),
    (
        "paragraphs one after the other",
        p(fld("AUTONUM") + r(" Fees")) + p(fld("AUTONUM") + r(" Tax")),
        ["1. Fees", "2. Tax"],
    ),
    ("in capital letters", p(fld("AUTONUM \\* ALPHABETIC") + r(" Fees")), ["A. Fees"]),
    (
        "headings of two levels, and the text below them",
        head(0, fld("AUTONUMLGL") + r(" Fees"))
        + head(1, fld("AUTONUMLGL \\e") + r(" Due"))
        + p(fld("AUTONUMLGL") + r(" On time.")),
        ["1. Fees", "1.1 Due", "1.1.1. On time."],
    ),
    (
        "as an outline",
        head(0, fld("AUTONUMOUT") + r(" Fees")) + head(1, fld("AUTONUMOUT") + r(" Due")),
        ["I. Fees", "A. Due"],
    ),
]


@pytest.mark.parametrize(("body", "said"), [c[1:] for c in COUNTED_BY_FIELDS], ids=[c[0] for c in COUNTED_BY_FIELDS])
def test_a_field_that_counts_shows_its_number(body: str, said: list[str]) -> None:
    assert read_lines(body, numbering=TWO_LEVELS) == said


def test_a_table_of_contents_is_not_read_as_clauses() -> None:
    line = r("1. Fees") + "<w:r><w:tab/></w:r>" + r("3")
    clause = r("Fees are capped at") + "<w:r><w:tab/></w:r>" + r("500")
    body = p(line, style="TOC1") + p(clause, style="TOC1")
    draft = read("draft.docx", data=a_docx(body, styles=style("TOC1", called="toc 1")))
    assert draft.text == "Fees are capped at 500"
    assert [s.what for s in draft.skipped] == ["table of contents"]


def test_a_footnote_that_refers_to_itself_is_read_once() -> None:
    refers = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    notes = f'<w:footnote w:id="1">{p(r("Net 30") + refers)}</w:footnote>'
    assert read_lines(p(r("Fees") + refers), footnotes=notes) == ["Fees", "Net 30"]


def test_a_relationship_to_a_missing_picture_does_no_harm() -> None:
    link = f'<Relationship Id="r8" Type="{REL}/image" Target="media/gone.png"/>'
    assert read("draft.docx", data=a_docx(p("Fees"), links=link)).text == "Fees"


def test_the_strict_format_of_word_is_read() -> None:
    data = a_docx(p("Fees"))
    usual, strict = REL.removesuffix("/relationships").encode(), b"http://purl.oclc.org/ooxml/officeDocument"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            xml = old.read(name).replace(usual, strict)
            new.writestr(
                name,
                xml.replace(
                    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                ),
            )
    assert read("draft.docx", data=out.getvalue()).text == "Fees"


def test_a_draft_made_with_python_docx() -> None:
    import docx

    made = docx.Document()
    made.add_heading("Services Agreement", 0)
    made.add_heading("Fees", 1)
    made.add_paragraph("Design", style="List Number")
    made.add_paragraph("Build", style="List Number")
    table = made.add_table(2, 2)
    for cell, words in zip((c for row in table.rows for c in row.cells), ("Phase", "Fee", "Design", "$5,000")):
        cell.text = words
    out = io.BytesIO()
    made.save(out)
    draft = read("draft.docx", data=out.getvalue())
    assert lines(draft) == [
        "Services Agreement",
        "Fees",
        "1. Design",
        "2. Build",
        "| Phase | Fee |",
        "| Design | $5,000 |",
    ]
    assert all(draft.text[b.start :].startswith(b.label or "") for b in draft.blocks)


def a_bomb() -> bytes:
    """Half a gigabyte of zeros beside a harmless draft."""
    out = io.BytesIO(a_docx(p("Fees")))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package, package.open("word/media/a.png", "w") as member:
        for _ in range(500):
            member.write(bytes(1_000_000))
    return out.getvalue()


def without(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(a_docx(p("Fees")))) as old, zipfile.ZipFile(out, "w") as new:
        for kept in old.namelist():
            if kept != name:
                new.writestr(kept, old.read(kept))
    return out.getvalue()


def broken_inside() -> bytes:
    """A package whose directory is whole, but not the words it points at."""
    data = bytearray(a_docx(p("Fees are due within thirty days. " * 50)))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as package:
        at = package.getinfo("word/document.xml").header_offset
    data[at + 60 : at + 90] = bytes(30)
    return bytes(data)


ENTITY = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
REFUSED = [
    ("a package cut short", lambda: a_docx(p("Fees"))[:400], "unpacked"),
    ("broken inside", broken_inside, "damaged"),
    ("no XML", lambda: a_docx("<w:p>"), "damaged inside"),
    ("no words", lambda: a_docx(p("")), "no words"),
    ("only a picture", lambda: a_docx(p("<w:r><w:drawing><a:blip/></w:drawing></w:r>")), "image"),
    ("no relationships", lambda: without("_rels/.rels"), "no Word document"),
    ("no content types", lambda: without("[Content_Types].xml"), "Word document"),
    ("entities", lambda: a_docx(p("&e;"), prolog=ENTITY), "entities"),
    ("nested without end", lambda: a_docx("<w:sdt>" * 400 + "</w:sdt>" * 400), "nested"),
    ("a bomb", a_bomb, "unpacks to more"),
]


@pytest.mark.parametrize(("data", "said"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_what_is_no_draft_is_refused_in_one_line(data: object, said: str) -> None:
    with pytest.raises(DraftError) as refusal:
        read("draft.docx", data=data())  # type: ignore[operator]
    assert said in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert refusal.value.hint


WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:shd w:val="clear" w:fill="1F3864"/>'
UNSEEN = [
    ("marked as hidden", r(" secret", "<w:vanish/>"), "hidden in Word"),
    ("white", r(" secret", WHITE), "white on white"),
    ("nearly white", r(" secret", '<w:color w:val="FDFDFD"/>'), "white on white"),
    ("white by its character style", r(" secret", '<w:rStyle w:val="Pale"/>'), "white on white"),
    ("as yellow as its marker", r(" secret", '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'), "background"),
    ("one point high", r(" secret", '<w:sz w:val="2"/>'), "only 1 points"),
]


@pytest.mark.parametrize(("run", "how"), [c[1:] for c in UNSEEN], ids=[c[0] for c in UNSEEN])
def test_words_that_nobody_sees_are_told_and_not_read(run: str, how: str) -> None:
    pale = style("Pale", run=WHITE, kind="character")
    draft = read("draft.docx", data=a_docx(p(r("Net 30") + run), styles=pale))
    assert draft.text == "Net 30"
    assert [(h.words, how in h.how, h.at) for h in draft.hidden] == [("secret", True, 6)]


SEEN = [
    ("black words", p("Fees")),
    ("grey words", p(r("Fees", '<w:color w:val="999999"/>'))),
    ("fine print of six points", p(r("Fees", '<w:sz w:val="12"/>'))),
    ("white words in a dark marker", p(r("Fees", f'{WHITE}<w:highlight w:val="darkBlue"/>'))),
    ("white words on dark shading", p(r("Fees", WHITE + DARK))),
    ("white words in a dark cell", tbl(tr(tc(p(r("Fees", WHITE)), DARK), "$5"))),
    (
        "white words in a table whose style may be dark",
        '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/></w:tblPr>' + tr(tc(p(r("Fees", WHITE))), "$5") + "</w:tbl>",
    ),
]


@pytest.mark.parametrize("body", [c[1] for c in SEEN], ids=[c[0] for c in SEEN])
def test_words_that_everybody_sees_are_read(body: str) -> None:
    grid = f'<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:tblPr/><w:tcPr>{DARK}</w:tcPr></w:style>'
    draft = read("draft.docx", data=a_docx(body, styles=grid))
    assert "Fees" in draft.text
    assert draft.hidden == ()


def test_a_number_parted_by_characters_of_no_width_is_read_as_it_looks_and_told() -> None:
    draft = read("draft.docx", data=a_docx(p("Net 3\u200b0 days, non\u200b exclusive")))
    assert draft.text == "Net 30 days, non exclusive"
    assert [h.words for h in draft.hidden] == ["30"]


OFF_PAGE = (
    '<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:positionH relativeFrom="page"><wp:posOffset>{}</wp:posOffset></wp:positionH><wp:extent cx="900000" cy="900000"/>'
    "<a:graphic><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></a:graphic></wp:anchor></w:drawing></w:r>"
)


def test_a_text_box_on_the_page_is_read_and_one_beside_it_is_told() -> None:
    assert read_lines(p(r("Net 30") + OFF_PAGE.format(500000, p("Late fees")))) == ["Net 30", "Late fees"]
    draft = read("draft.docx", data=a_docx(p(r("Net 30") + OFF_PAGE.format(-9000000, p("secret")))))
    assert (draft.text, [(h.words, h.how) for h in draft.hidden]) == ("Net 30", [("secret", "outside the page")])
