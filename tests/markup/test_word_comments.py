"""Comments sit on the very words, wherever Word has put them, and change nothing else of the draft."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from termscan.markup.notes import Note
from tests.markup.word_marks import W, commented, covered, opened, part, set_in, text_of
from tests.readers.test_docx import a_docx, gone, ins, p, r

BOLD = "<w:b/>"


def run(words: str, form: str = "") -> str:
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


CASES = {
    "in one run": (p("Client shall pay within sixty (60) days of receipt."), "sixty (60) days"),
    "a whole paragraph": (p("Client shall pay."), "Client shall pay."),
    "split over three runs": (p(run("pay within six") + run("ty (6", BOLD) + run("0) days of it")), "sixty (60) days"),
    "with a tab and a break between": (
        p("<w:r><w:t>within</w:t><w:tab/><w:t>sixty</w:t><w:br/><w:t>days of receipt</w:t></w:r>"),
        "sixty\ndays",
    ),
    "in a link": (p(run("see ") + f"<w:hyperlink>{run('the fees of 60 days')}</w:hyperlink>"), "60 days"),
    "from before a link into it": (p(run("within ") + f"<w:hyperlink>{run('60 days')}</w:hyperlink>"), "within 60"),
    "in a cell": (f"<w:tbl><w:tr><w:tc>{p('Due')}</w:tc><w:tc>{p('in 60 days net')}</w:tc></w:tr></w:tbl>", "60 days"),
    "over two cells": (
        f"<w:tbl><w:tr><w:tc>{p('Due date')}</w:tc><w:tc>{p('60 days net')}</w:tc></w:tr></w:tbl>",
        "date | 60 days",
    ),
    "in what somebody else inserted": (p(run("pay within ") + ins(run("sixty days")) + run(" of it")), "sixty"),
    "across what somebody else struck out": (p(run("pay in ") + gone("30") + ins(run("60")) + run(" days")), "in 60 days"),
    "in the result of a field": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("section 4.2 below")}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        "4.2",
    ),
    "in a content control": (p(f"<w:sdt><w:sdtContent>{run('within 60 days')}</w:sdtContent></w:sdt>"), "60 days"),
    "over two paragraphs": (p("Client shall") + p("pay in 60 days."), "shall\n\npay in"),
    "after folded blanks": (p(run("pay   within  60   days")), "within 60 days"),
    "after a soft hyphen and a hard blank": (p(run("pay\u00adment in\u00a060 days")), "in 60 days"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "words"), CASES.values(), ids=CASES)
def test_a_comment_covers_the_words(body, words):
    marked = commented(a_docx(body), words)
    meant = "".join(words.replace(" | ", "").split())
    struck = "30" if "30" in covered(marked) else ""
    assert "".join(covered(marked).split()).replace(struck, "", 1) == meant


@pytest.mark.parametrize(("body", "words"), CASES.values(), ids=CASES)
def test_it_changes_neither_the_text_nor_how_a_letter_is_set(body, words):
    draft = a_docx(body)
    marked = commented(draft, words)
    assert text_of(marked) == text_of(draft) and text_of(marked, "reject") == text_of(draft, "reject")
    assert set_in(marked) == set_in(draft)


def test_words_in_a_footnote_are_commented_at_its_mark():
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Only within 60 days.</w:t></w:r></w:p></w:footnote>'
    body = p(run("The fee is due.") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" Always."))
    marked = commented(a_docx(body, footnotes=note), "60 days")
    mark = next(part(marked).iter(f"{W}footnoteReference")).getparent()
    assert mark.getprevious().tag == f"{W}commentRangeStart" and mark.getnext().tag == f"{W}commentRangeEnd"


def test_words_in_a_text_box_are_commented_at_the_box():
    box = f"<w:r><w:pict><w:txbxContent>{p('Only within 60 days.')}</w:txbxContent></w:pict></w:r>"
    marked = commented(a_docx(p(run("The fee is due.") + box)), "60 days")
    holder = next(part(marked).iter(f"{W}pict")).getparent()
    assert holder.getprevious().tag == f"{W}commentRangeStart"


def test_the_mark_of_a_comment_stands_outside_tracked_changes():
    marked = commented(a_docx(p(run("pay ") + ins(run("in sixty days")))), "sixty")
    mark = next(part(marked).iter(f"{W}commentReference"))
    assert not [above.tag for above in mark.iterancestors(f"{W}ins", f"{W}del")]


def test_two_comments_may_overlap():
    word, draft = opened(a_docx(p("pay within sixty (60) days of receipt")))
    for words in ("within sixty (60)", "sixty (60) days"):
        start = draft.text.index(words)
        word.comment(Note(start, start + len(words), (("", words),)))
    marked = word.written()
    assert [covered(marked, which) for which in (0, 1)] == ["within sixty (60)", "sixty (60) days"]


# ---- the package -----------------------------------------------------------------------------------------------------


def test_a_draft_without_comments_gets_the_part_and_all_that_points_at_it():
    marked = commented(a_docx(p("Client shall pay in 60 days.")), "60 days")
    found = list(docx.Document(io.BytesIO(marked)).comments)
    assert [(c.author, c.initials, c.text) for c in found] == [("Ada Kite", "AK", "Agreed: 30 days. Why so?")]
    assert found[0].timestamp is not None and found[0].timestamp.isoformat() == "2026-09-14T08:00:00+00:00"


def test_comments_that_are_there_stay_and_ids_are_not_used_twice():
    once = commented(a_docx(p("Client shall pay in 60 days.")), "60 days", "The first.")
    twice = commented(once, "shall pay", "The second.")
    comments = docx.Document(io.BytesIO(twice)).comments
    assert [c.text.split(".")[0] for c in comments] == ["The first", "The second"]
    assert (covered(twice, 0), covered(twice, 1)) == ("60 days", "shall pay")


def test_every_other_part_keeps_its_bytes():
    draft = a_docx(p("Client shall pay in 60 days."), styles="", numbering="")
    before, after = (zipfile.ZipFile(io.BytesIO(data)) for data in (draft, commented(draft, "60 days")))
    new = {"word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert {n for n in after.namelist() if n not in before.namelist() or after.read(n) != before.read(n)} == new


def test_a_strict_draft_stays_strict():
    loose = a_docx(p("Client shall pay in 60 days."))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(loose)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            new.writestr(name, content)
    marked = commented(out.getvalue(), "60 days")
    with zipfile.ZipFile(io.BytesIO(marked)) as package:
        for name in ("word/document.xml", "word/comments.xml"):
            assert b"purl.oclc.org" in package.read(name) and W[1:-1].encode() not in package.read(name)
        assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in package.read(
            "word/_rels/document.xml.rels"
        )
    assert text_of(marked) == text_of(loose)


def test_ids_that_are_no_numbers_are_no_obstacle():
    body = p('<w:commentRangeStart w:id="x"/>' + r("Client shall pay in 60 days."))
    assert covered(commented(a_docx(body), "60 days")) == "60 days"
