r"""RTF: what Word shows is the draft; hidden words, deletions, pictures and instructions are not."""

from __future__ import annotations

import pytest

from termscan.errors import DraftError
from termscan.readers import read

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset2 Symbol;}{\f2\fcharset204 Arial Cyr;}}"
    r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Title;}{\*\cs3 Strong;}}"
    r"{\*\revtbl{Unknown;}{J. Roe;}}{\info{\title Not this}}"
)
ROW = r"\trowd\cellx100\cellx200\pard\intbl %s\cell %s\cell\row"


def rtf(body: str) -> bytes:
    return (HEAD + body + "}").encode("cp1252")


def text(body: str) -> str:
    return read("draft.rtf", data=rtf(body)).text


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (r"Net 30.\par More.\par", "Net 30.\n\nMore."),
        (r"Net\line 30\tab days", "Net\n30 days"),
        (r"\u8220?Fee\u8221? of \'a35 \endash  10", "“Fee” of £5 – 10"),
        (r"\uc2\u8364??5\uc0\u163 6", "€5£6"),
        (r"{\f2 \'cf\'f0\'e0\'e2\'ee}", "Право"),
        (r"a\~b\_c \{d\} \\", "a b-c {d} \\"),
        (r"{\listtext 4.2\tab}\ilvl1 Fees are due.\par", "4.2 Fees are due."),
        (r"{\pntext\f1\'b7\tab}Point.\par", "• Point."),
        (r"{\*\unknown words}{\header Head}{\footer Foot}Net 30", "Net 30"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt see x}} now", "see x now"),
        (r"\u-10179?\u-8704? x", "😀 x"),
        (r"half\u-10179? a sign", "half a sign"),
        (r"{\*\bkmkstart _a}Net 30{\*\bkmkend _a}", "Net 30"),
        (r"{\upr{old}{\*\ud new}}", "new"),
        (r"{\pict\pngblip 89504e47}Net 30", "Net 30"),
        (r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt In a box\par}}{\shprslt again}}Net 30\par", "Net 30\n\nIn a box"),
        (r"Net 30{\footnote \chftn  Or less.} days.\par More.", "Net 30 days.\n\nOr less.\n\nMore."),
        (ROW % ("Stage", "Share") + ROW % ("Design", "30%") + r"\pard After.", "| Stage | Share |\n| Design | 30% |\n\nAfter."),
        (r"\trowd\clvmgf\cellx1\cellx2\pard\intbl Fee\cell 1\cell\row\trowd\clvmrg\cellx1\cellx2\pard\intbl\cell 2\cell\row",
         "| Fee | 1 |\n| Fee | 2 |"),
        (r"\trowd\cellx1\clmrg\cellx2\clvmgf\cellx3\pard\intbl A\cell\cell Fee\cell\row"
         r"\trowd\cellx1\cellx2\clvmrg\cellx3\pard\intbl B\cell C\cell\cell\row", "| A | Fee |\n| B | C | Fee |"),
        (r"\trowd\cellx1\pard\intbl Only a frame.\par Of two.\cell\row", "Only a frame.\n\nOf two."),
        (r"Name: {\ul \tab}", "Name: ____"),
        (r"{\annotation Not this}Net 30", "Net 30"),
        (r"\bin4 ab{}Net 30", "Net 30"),
    ],
)  # fmt: skip
def test_a_draft_reads_as_word_shows_it(body: str, shown: str) -> None:
    assert text(body) == shown


def test_the_code_page_of_the_file_holds_for_fonts_that_name_none() -> None:
    assert (
        read("a.rtf", data=rb"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}\f0 \'cf\'f0\'e0\'e2\'ee}").text == "Право"
    )
    assert read("a.rtf", data=rb"{\rtf1\ansi\ansicpg99999 \'a35}").text == "£5"


def test_styles_make_headings_and_the_title() -> None:
    draft = read(
        "draft.rtf", data=rtf(r"\pard\s2 The Agreement\par\pard\s1{\listtext 1.\tab}Fees\par\pard Net 30.\par")
    )
    assert [(b.style, b.level, b.label) for b in draft.blocks] == [
        ("title", None, None), ("heading", 0, "1."), ("body", None, None)
    ]  # fmt: skip
    assert draft.title == "The Agreement"


@pytest.mark.parametrize(
    ("body", "how"),
    [
        (r"{\v secret}", "hidden in Word"),
        (r"{\cf2 secret}", "white on white"),
        (r"{\cf1\highlight1 secret}", "in the colour of its background"),
        (r"{\fs4 secret}", "only 2 points high"),
        (r"{\cs3\b\v secret\v0}", "hidden in Word"),
    ],
)
def test_hidden_words_are_no_contract_text_and_are_told(body: str, how: str) -> None:
    draft = read("draft.rtf", data=rtf(rf"Net 30.{body}\par"))
    assert draft.text == "Net 30."
    assert [(h.words, h.how) for h in draft.hidden] == [("secret", how)]


@pytest.mark.parametrize(
    "body", [r"{\cf2\highlight1 Net 30}", r"\pard\cbpat1{\cf2 Net 30}", r"{\v0 Net 30}", r"{\v x\plain Net 30}"]
)
def test_what_can_be_seen_is_read(body: str) -> None:
    assert text(body) == "Net 30"


def test_tracked_changes_are_accepted_or_rejected() -> None:
    data = rtf(r"Net {\deleted\revauthdel1 30}{\revised\revauth1\revdttm669610560 60} days")
    accepted, rejected = read("draft.rtf", data=data), read("draft.rtf", data=data, revisions="reject")
    assert (accepted.text, rejected.text) == ("Net 60 days", "Net 30 days")
    assert [(t.change, t.author) for t in accepted.tracked] == [("inserted", "J. Roe")]
    assert accepted.tracked[0].date == "2026-09-14T09:00:00" and rejected.tracked == ()
    assert dict(accepted.read) == {"tracked changes": 2}


def test_a_file_that_breaks_off_says_so() -> None:
    draft = read("draft.rtf", data=(HEAD + r"Net 30{\b  days").encode())
    assert draft.text == "Net 30 days"
    assert [(s.what, s.unread) for s in draft.skipped] == [("end of the draft", True)]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (rtf(""), "has no words"),
        (rtf(r"{\pict 00}"), "has no words that show, only: image"),
        (rtf("{" * 5000 + "x" + "}" * 5000), "nested deeper than any contract"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(DraftError, match=words):
        read("draft.rtf", data=data)
