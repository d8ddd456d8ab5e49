"""Tracked changes: accepted they say what was asked, rejected they leave no trace; the form of the words stays."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termscan.markup.counter import Edit
from termscan.markup.word import Unmarkable
from tests.markup.word_marks import W, opened, part, set_in, set_in_tree, text_of
from tests.readers.test_docx import CLAUSES, a_docx, gone, ins, num, p, r

BOLD = "<w:b/>"
LIST = CLAUSES + num(1, 0)


def changed(data: bytes, *changes: tuple[str, str]) -> bytes:
    """The draft with words put for words."""
    word, draft = opened(data)
    starts = [draft.text.index(old) for old, _ in changes]
    word.change(Edit(at, at + len(old), new) for at, (old, new) in zip(starts, changes, strict=True))
    return word.written()


CASES = {
    "words for words": (p("pay in sixty (60) days."), ("sixty (60)", "thirty (30)"), "pay in thirty (30) days."),
    "words taken out": (p("pay, if satisfied, in 60 days."), (", if satisfied,", ""), "pay in 60 days."),
    "words put in": (p("may terminate."), ("may", "may not"), "may not terminate."),
    "over three runs": (p(r("in six") + r("ty (6", BOLD) + r("0) days")), ("sixty (60)", "30"), "in 30 days"),
    "in a link": (p(f"<w:hyperlink>{r('in 60 days')}</w:hyperlink>"), ("60", "30"), "in 30 days"),
    "into a link": (p(r("due in ") + f"<w:hyperlink>{r('60 days')}</w:hyperlink>"), ("in 60", "by 30"), "due by 30 days"),
    "in a cell": (f"<w:tbl><w:tr><w:tc>{p('Due')}</w:tc><w:tc>{p('60 days')}</w:tc></w:tr></w:tbl>", ("60", "30"), "| Due | 30 days |"),
    "in what they inserted": (p(r("in ") + ins(r("60 business")) + r(" days")), ("60", "30"), "in 30 business days"),
    "in the result of a field": (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
          f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("section 4.2 below")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        ("4.2", "4.3"), "section 4.3 below",
    ),
    "across a whole field": (
        p(r("see ") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
          f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("4.2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r(" here")),
        ("see 4.2 ", ""), "here",
    ),
    "in a content control": (p(f"<w:sdt><w:sdtContent>{r('in 60 days')}</w:sdtContent></w:sdt>"), ("60", "30"), "in 30 days"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "change", "after"), CASES.values(), ids=CASES)
def test_accepted_it_says_so(body, change, after):
    assert text_of(changed(a_docx(body), change)) == after


@pytest.mark.parametrize(("body", "change", "after"), CASES.values(), ids=CASES)
def test_rejected_nothing_has_changed(body, change, after):
    draft = a_docx(body)
    assert text_of(changed(draft, change), "reject") == text_of(draft, "reject")


def test_every_change_bears_its_author_and_date():
    marked = changed(a_docx(p("pay in 60 days.")), ("60", "30"))
    changes = list(part(marked).iter(f"{W}ins", f"{W}del"))
    assert [c.tag.removeprefix(W) for c in changes] == ["del", "ins"]
    assert {(c.get(f"{W}author"), c.get(f"{W}date")) for c in changes} == {("Ada Kite", "2026-09-14T08:00:00Z")}
    assert len({c.get(f"{W}id") for c in changes}) == len(changes)


def test_a_field_goes_with_its_codes_or_keeps_them():
    body = CASES["across a whole field"][0]
    whole, partly = changed(a_docx(body), ("see 4.2 ", "")), changed(a_docx(body), ("see 4.2", ""))
    for marked in (whole, partly):
        assert {next(f.iterancestors(f"{W}del"), None) is not None for f in part(marked).iter(f"{W}fldChar")} == {True}
    into = changed(a_docx(body), ("4.2", "4.3"))
    assert {next(f.iterancestors(f"{W}del"), None) is not None for f in part(into).iter(f"{W}fldChar")} == {False}


def test_our_words_are_set_like_those_that_they_replace():
    marked = changed(a_docx(p(r("pay in ") + r("60", BOLD) + r(" days"))), ("60", "30"))
    assert {form for letter, form, _ in set_in(marked) if letter in "360"} == {
        form for letter, form, _ in set_in(marked) if letter == "6"
    }


def test_their_tracked_insertion_stays_theirs_on_both_sides_of_ours():
    marked = changed(a_docx(p(ins(r("in 60 business days")))), ("60", "30"))
    authors = [i.get(f"{W}author") for i in part(marked).iter(f"{W}ins")]
    assert authors.count("Ada Kite") == 1 and len(authors) == 3
    assert not [i for i in part(marked).iter(f"{W}ins") if next(i.iterancestors(f"{W}ins"), None) is not None]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (p("Fee due.") + p(f"<w:r><w:pict><w:txbxContent>{p('in 60 days')}</w:txbxContent></w:pict></w:r>"), "60"),
        (p("<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent/></w:sdt>" + r(" in 60 days")), "[ ]"),
    ],
    ids=["in a text box", "a tick box"],
)
def test_what_no_tracked_change_can_reach_is_said(body, words):
    word, draft = opened(a_docx(body))
    at = draft.text.index(words)
    with pytest.raises(Unmarkable):
        word.change([Edit(at, at + len(words), "30")])


# ---- paragraphs ------------------------------------------------------------------------------------------------------


def struck(data: bytes, which: int) -> bytes:
    word, draft = opened(data)
    block = draft.blocks[which]
    word.change([Edit(block.start, block.end, how="strike paragraph")])
    return word.written()


def added(data: bytes, after: int, words: str, like: int | None = None) -> bytes:
    word, draft = opened(data)
    block, form = draft.blocks[after], draft.blocks[after if like is None else like]
    word.change([Edit(block.start, block.end, words, "add paragraph", (form.start, form.end))])
    return word.written()


THREE = p("Fees", 1, 0) + p("Sixty days.", 1, 1) + p("No set-off.", 1, 1) + p("Law", 1, 0)


@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_struck_paragraph_goes_with_its_number(which):
    draft = a_docx(THREE, numbering=LIST)
    marked = struck(draft, which)
    words = ["Fees", "Sixty days.", "No set-off.", "Law"]
    assert [b.split(" ", 1)[1] for b in text_of(marked).split("\n\n")] == [w for n, w in enumerate(words) if n != which]
    assert text_of(marked, "reject") == text_of(draft)


@pytest.mark.parametrize(("after", "like"), [(1, 1), (2, 2), (3, 3), (2, 1), (0, 1)])
def test_an_added_paragraph_is_numbered_on_and_goes_when_rejected(after, like):
    draft = a_docx(THREE, numbering=LIST)
    marked = added(draft, after, "Interest runs.", like)
    blocks = text_of(marked).split("\n\n")
    assert blocks[after + 1].endswith(" Interest runs.") and blocks[after + 1][0].isdigit() and len(blocks) == 5
    assert text_of(marked, "reject") == text_of(draft)


def test_nothing_is_added_after_the_last_paragraph_in_the_form_of_another():
    with pytest.raises(Unmarkable):
        added(a_docx(THREE, numbering=LIST), 3, "Interest runs.", 1)


def test_a_paragraph_alone_in_its_cell_leaves_the_cell_whole():
    table = f"<w:tbl><w:tr><w:tc>{p('Due')}</w:tc><w:tc>{p('60 days')}</w:tc></w:tr></w:tbl>"
    word, draft = opened(a_docx(p("Fees") + table + p("Law")))
    at = draft.text.index("60 days")
    word.change([Edit(at, at + 7)])
    assert text_of(word.written()).split("\n\n")[1] == "| Due |  |"
    assert [len(c.findall(f"{W}p")) for c in part(word.written()).iter(f"{W}tc")] == [1, 1]


def test_a_cell_that_is_merged_downwards_is_changed_once():
    rows = "".join(
        f"<w:tr><w:tc><w:tcPr><w:vMerge{start}/></w:tcPr>{p(words)}</w:tc><w:tc>{p(other)}</w:tc></w:tr>"
        for start, words, other in ((' w:val="restart"', "Fee of 60 days", "Design"), ("", "", "Build"))
    )
    draft = a_docx(f"<w:tbl>{rows}</w:tbl>")
    assert text_of(draft).count("60 days") == 2
    marked = changed(draft, ("60", "30"))
    assert text_of(marked).count("30 days") == 2 and text_of(marked, "reject") == text_of(draft)


# ---- any draft, any change -------------------------------------------------------------------------------------------

WORD = st.text(alphabet="abcde", min_size=1, max_size=6)
FORMS = st.sampled_from(["", BOLD, "<w:i/>"])
WRAPS = st.sampled_from(["{}", "{}", "<w:hyperlink>{}</w:hyperlink>", "<w:smartTag>{}</w:smartTag>"])


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Paragraphs of runs, each in a form, a link or a tracked change of somebody else."""
    paragraphs = [p("Fees.")]
    for _ in range(draw(st.integers(1, 3))):
        runs = []
        for words in draw(st.lists(st.lists(WORD, min_size=1, max_size=3), min_size=1, max_size=5)):
            one = r(" ".join(words) + draw(st.sampled_from(["", " "])), draw(FORMS))
            kind = draw(st.integers(0, 5))
            runs.append(ins(one) if kind == 0 else draw(WRAPS).format(one))
            if kind == 1:
                runs.append(gone("zz"))
        paragraphs.append(p("".join(runs)))
    return "".join(paragraphs)


def tidy(text: str) -> str:
    return re.sub(r" *\n *", "\n", re.sub(" +", " ", text)).strip()


@given(bodies(), st.data())
def test_any_words_may_be_replaced_in_any_draft(body, data):
    draft = a_docx(body)
    text, (word, read) = text_of(draft), opened(draft)
    block = data.draw(st.sampled_from(read.blocks))
    start = data.draw(st.integers(block.start, block.end - 1))
    end = data.draw(st.integers(start + 1, block.end))
    new = data.draw(WORD)
    word.change([Edit(start, end, new)])
    marked = word.written()
    assert tidy(text_of(marked)) == tidy(text[:start] + new + text[end:])
    assert text_of(marked, "reject") == text_of(draft, "reject")
    assert _without(marked) == set_in(draft)


def _without(marked: bytes) -> list[tuple[str, bytes, bytes]]:
    """How every letter of theirs is set: all letters but those that we inserted."""
    tree = part(marked)
    for change in list(tree.iter(f"{W}ins")):
        if change.get(f"{W}author") == "Ada Kite":
            change.getparent().remove(change)
    return set_in_tree(tree)
