"""OpenDocument: what the pages show is the draft, with the numbers that its lists and headings have on them."""

from __future__ import annotations

import pytest
from tiny_odt import odt, outline_style, package

from termscan.errors import DraftError
from termscan.readers import read

LEVELS = (
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>'
    '<text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
)
LIST = f'<text:list-style style:name="L">{LEVELS}</text:list-style>'
HEADS = outline_style(LEVELS.replace("list-level-style-number", "outline-level-style"))
BULLETS = '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="*"/></text:list-style>'


def p(words: str, style: str = "") -> str:
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{words}</text:p>"


def h(words: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{words}</text:h>'


def ul(*items: str, style: str = "L", more: str = "") -> str:
    held = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}"{more}>{held}</text:list>'


def inner(*items: str) -> str:
    return f"<text:list>{''.join(f'<text:list-item>{item}</text:list-item>' for item in items)}</text:list>"


def look(name: str, properties: str, family: str = "text", more: str = "") -> str:
    kind = "text" if family == "text" or "color=" not in properties or "background" not in properties else family
    return f'<style:style style:name="{name}" style:family="{family}"{more}><style:{kind}-properties {properties}/></style:style>'


def cell(words: str, more: str = "") -> str:
    return f"<table:table-cell{more}>{p(words)}</table:table-cell>"


def rows(*rows_: str, heads: str = "") -> str:
    held = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows_)
    first = (
        f"<table:table-header-rows><table:table-row>{heads}</table:table-row></table:table-header-rows>"
        if heads
        else ""
    )
    return f"<table:table>{first}{held}</table:table>"


CONTINUE = ' text:continue-numbering="true"'
INSERTED = (
    '<text:tracked-changes><text:changed-region text:id="i"><text:insertion><office:change-info><dc:creator>J. Roe</dc:creator>'
    "<dc:date>2026-09-14T09:00:00</dc:date></office:change-info></text:insertion></text:changed-region>"
    f'<text:changed-region text:id="d"><text:deletion>{p("30")}</text:deletion></text:changed-region></text:tracked-changes>'
)
CHANGED = p(
    'Net <text:change text:change-id="d"/><text:change-start text:change-id="i"/>60<text:change-end text:change-id="i"/> days'
)


@pytest.mark.parametrize(
    ("body", "styles", "shown"),
    [
        (p("Net 30.") + p("More."), "", "Net 30.\n\nMore."),
        (p("a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d"), "", "a b c\nd"),
        (p("see <text:a xlink:href='x'>the <text:span>fee</text:span></text:a>."), "", "see the fee."),
        (ul(p("One"), p("Two")), LIST, "1. One\n\n2. Two"),
        (ul(p("One") + inner(p("a") + inner(p("x"), p("y"))), p("Two") + inner(p("b"))), LIST,
         "1. One\n\n1.1 a\n\n(a) x\n\n(b) y\n\n2. Two\n\n2.1 b"),
        (ul(p("One")) + p("between") + ul(p("Two"), more=CONTINUE), LIST, "1. One\n\nbetween\n\n2. Two"),
        (ul(p("One")) + p("between") + ul(p("One")), LIST, "1. One\n\nbetween\n\n1. One"),
        (ul(p("S") + inner(p("a"))) + p("x") + ul(inner(p("b")), more=CONTINUE), LIST, "1. S\n\n1.1 a\n\nx\n\n1.2 b"),
        (ul(p("One") + p("still one"), p("Two")), LIST, "1. One\n\nstill one\n\n2. Two"),
        (ul(p("One"), style="B"), BULLETS, "• One"),
        (rows(cell("Design") + cell("30%"), heads=cell("Stage") + cell("Share")), "", "| Stage | Share |\n| Design | 30% |"),
        (rows(cell("Fee", ' table:number-rows-spanned="2"') + cell("1"), "<table:covered-table-cell/>" + cell("2")), "",
         "| Fee | 1 |\n| Fee | 2 |"),
        (rows(cell("a box")), "", "a box"),
        (p("x<text:bookmark text:name='b'/>y<office:annotation><text:p>no</text:p></office:annotation>"), "", "xy"),
        (p("A<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("B") + "</text:note-body></text:note> C"),
         "", "A C\n\nB"),
        (p("A<draw:frame><draw:text-box>" + p("B") + "</draw:text-box></draw:frame>"), "", "A\n\nB"),
        (p("A<draw:frame><draw:image/></draw:frame>"), "", "A"),
        ("<text:table-of-content><text:index-body>" + p("no") + "</text:index-body></text:table-of-content>" + p("A"), "", "A"),
    ],
)  # fmt: skip
def test_a_draft_reads_as_its_pages_show_it(body: str, styles: str, shown: str) -> None:
    assert read("draft.odt", data=odt(body, styles)).text == shown


def test_headings_are_numbered_by_the_outline_style() -> None:
    body = h("Fees") + h("Due", 2) + p("Net 30.") + h("Late", 2) + h("Term") + h("One year", 2)
    draft = read("draft.odt", data=odt(body, more={"styles.xml": HEADS}))
    assert draft.text.split("\n\n") == ["1. Fees", "1.1 Due", "Net 30.", "1.2 Late", "2. Term", "2.1 One year"]
    assert [(b.style, b.level, b.label) for b in draft.blocks][:2] == [("heading", 0, "1."), ("heading", 1, "1.1")]


@pytest.mark.parametrize(
    ("styles", "how"),
    [
        (look("S", 'text:display="none"'), "hidden in the document"),
        (look("S", 'fo:color="#ffffff"'), "white on white"),
        (look("S", 'fo:color="#101010" fo:background-color="#000000"'), "in the colour of its background"),
        (look("S", 'style:opacity="0%"'), "hidden in the document"),
        (look("S", 'fo:font-size="1pt"'), "only 1 points high"),
        (
            look("P", 'text:display="none"') + look("S", "", more=' style:parent-style-name="P"'),
            "hidden in the document",
        ),
    ],
)
def test_hidden_words_are_no_contract_text_and_are_told(styles: str, how: str) -> None:
    draft = read("draft.odt", data=odt(p('Net 30.<text:span text:style-name="S">secret</text:span>'), styles))
    assert draft.text == "Net 30."
    assert [(h.words, h.how) for h in draft.hidden] == [("secret", how)]


@pytest.mark.parametrize(
    "body",
    [
        p('Net 30.<text:hidden-text text:string-value="secret" text:condition="x"/>'),
        p("Net 30.") + '<text:section text:display="none">' + p("secret") + "</text:section>",
        p("Net 30.") + p('<text:hidden-paragraph text:is-hidden="true"/>secret'),
    ],
)
def test_hidden_fields_and_sections_are_told(body: str) -> None:
    draft = read("draft.odt", data=odt(body))
    assert draft.text == "Net 30."
    assert [h.words for h in draft.hidden] == ["secret"]


def test_white_words_on_a_dark_cell_are_seen() -> None:
    dark = look("D", 'fo:background-color="#000000"', "table-cell")
    body = rows(cell('<text:span text:style-name="S">Net</text:span>', ' table:style-name="D"') + cell("30"))
    assert read("draft.odt", data=odt(body, dark + look("S", 'fo:color="#ffffff"'))).hidden == ()


def test_tracked_changes_are_accepted_or_rejected() -> None:
    data = odt(INSERTED + CHANGED)
    accepted, rejected = read("draft.odt", data=data), read("draft.odt", data=data, revisions="reject")
    assert (accepted.text, rejected.text) == ("Net 60 days", "Net 30 days")
    assert [(t.author, t.date) for t in accepted.tracked] == [("J. Roe", "2026-09-14T09:00:00")]
    assert dict(accepted.read) == {"tracked changes": 2}


ENCRYPTED = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><office:document-content>&b;</office:document-content>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (odt(""), "has no words"),
        (odt(p("x"), more={"META-INF/manifest.xml": ENCRYPTED}), "protected with a password"),
        (package({"content.xml": BOMB}), "declares XML entities"),
        (package({"content.xml": b"<broken"}), "damaged inside"),
        (package({"other.xml": b"<x/>"}), "damaged, and cannot be unpacked"),
        (odt(p("x"))[:-30], "damaged, and cannot be unpacked"),
        (odt(p("x"), kind="spreadsheet"), "an OpenDocument file of another kind"),
        (odt("<text:section>" * 5000 + "x" + "</text:section>" * 5000), "nested deeper than any contract"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(DraftError, match=words) as refused:
        read("draft.odt", data=data)
    assert "\n" not in str(refused.value)
