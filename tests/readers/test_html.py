"""HTML: what a browser shows is the draft, what it hides is told, and nothing of it is fetched."""

from __future__ import annotations

import pytest

from termscan.errors import DraftError
from termscan.readers import read

FEE = "The Client shall pay the fee."


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


def text(body: str, head: str = "") -> str:
    return read("draft.html", data=page(body, head).encode()).text


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<p>One  two\n three</p><p>Four</p>", "One two three\n\nFour"),
        ("<p>One<br>two</p>", "One\ntwo"),
        ("One<br><br>two", "One\n\ntwo"),
        ("<div>One<div>two</div>three</div>", "One\n\ntwo\n\nthree"),
        ("<h2>4. Fees</h2><p>Net 30</p>", "4. Fees\n\nNet 30"),
        ("<h2>4.1The fee is due</h2>", "4.1 The fee is due"),
        ("<ol><li>One<li>Two</ol>", "1. One\n\n2. Two"),
        ("<ol start=4 type=a><li>One<li value=9>Two</ol>", "d. One\n\ni. Two"),
        ("<ol type=I><li><p>One</p><p>more</p></li><li>Two</ol>", "I. One\n\nmore\n\nII. Two"),
        ("<ol><li>One<ol type=i><li>Two</ol><li>Three</ol>", "1. One\n\ni. Two\n\n2. Three"),
        ("<ul><li>One</ul>", "• One"),
        ("<ul style='list-style:none'><li>(a) One</ul>", "(a) One"),
        ("<table><tr><th>Stage<th>Share<tr><td>Design<td>30%</table>", "| Stage | Share |\n| Design | 30% |"),
        ("<table><tr><td>All in one box<p>and more</table>", "All in one box\n\nand more"),
        ("<table><tr><td>(a)<td>Net 30</table>", "(a) Net 30"),
        ("<table><tr><td rowspan=2>Fee<td>USD 1<tr><td>USD 2</table>", "| Fee | USD 1 |\n| Fee | USD 2 |"),
        ("<table><tr><td>A<td><td>B<tr><td>C<td>&nbsp;<td>D</table>", "| A | B |\n| C | D |"),
        ("<p>Name: <u>&nbsp;&nbsp;&nbsp;&nbsp;</u></p>", "Name: ____"),
        ("<p><input type=checkbox checked> yes <input type=checkbox> no", "[x] yes [ ] no"),
        ("<p>Term <input value='2 years'>", "Term 2 years"),
        ("<select><option>30<option selected>60</select> days", "60 days"),
        ("<p>30 <del>days</del><ins>months</ins></p>", "30 months"),
        ("<!--[if gte mso 9]><p>Word</p><![endif]--><p>Net 30<![if !x]> days<![endif]></p>", "Net 30 days"),
        ("<script>x()</script><style>p{}</style><p>Net 30</p><noscript>no</noscript>", "Net 30"),
        ("<div title='header'><p>Running head</p></div><p>Net 30</p>", "Net 30"),
        ("<p>A &amp; B &#8220;C&#8221; &eacute;</p>", "A & B “C” é"),
        ("<p>un<b>broken</b> <i>words</i></p>", "unbroken words"),
    ],
)
def test_a_page_reads_as_it_is_shown(body: str, shown: str) -> None:
    assert text(body) == shown


@pytest.mark.parametrize(
    ("body", "head", "how"),
    [
        ("<p style='display:none'>secret</p>", "", "hidden in the page"),
        ("<p hidden>secret</p>", "", "hidden in the page"),
        ("<p><span style='visibility: hidden'>secret</span></p>", "", "invisible in the page"),
        ("<div style='display:none'><p style='visibility:visible'>secret</p></div>", "", "hidden in the page"),
        ("<p class=x>secret</p>", "<style>.x { display: none }</style>", "hidden in the page"),
        (
            "<p class=x style='display:block'>secret</p>",
            "<style>.x{display:none!important}</style>",
            "hidden in the page",
        ),
        ("<div id=y><p>secret</p></div>", "<style>@media screen { #y {display:none} }</style>", "hidden in the page"),
        ("<p style='opacity:0'>secret</p>", "", "hidden in the page"),
        ("<div style='height:0;overflow:hidden'>secret</div>", "", "hidden in the page"),
        ("<p><font color=white>secret</font></p>", "", "white on white"),
        ("<p style='color:#fefefe'>secret</p>", "", "white on white"),
        ("<table bgcolor=black><tr><td><font color='#010101'>secret", "", "in the colour of its background"),
        ("<p style='font-size:1px'>secret</p>", "", "only 0.75 points high"),
        ("<p style='font-size:0'>secret</p>", "", "only 0 points high"),
        ("<p style='position:absolute; left:-9999px'>secret</p>", "", "outside the page"),
        ("<p style='text-indent:-9999px'>secret</p>", "", "outside the page"),
        ("<p style='clip-path: inset(100%)'>secret</p>", "", "hidden in the page"),
        ("<p style='clip-path: circle(0 at 50% 50%)'>secret</p>", "", "hidden in the page"),
        ("<p style='transform: scale(0)'>secret</p>", "", "hidden in the page"),
        ("<p style='mso-hide:all'>secret</p>", "", "hidden in the page"),
    ],
)
def test_what_a_page_hides_is_no_contract_text_and_is_told(body: str, head: str, how: str) -> None:
    draft = read("draft.html", data=page(f"<p>{FEE}</p>{body}", head).encode())
    assert draft.text == FEE
    assert [(h.words, h.how) for h in draft.hidden] == [("secret", how)]
    assert [s.what for s in draft.skipped] == ["hidden text"]


@pytest.mark.parametrize(
    "body",
    [
        "<div style='background:black'><p style='color:white'>Net 30</p></div>",
        "<p style='color:white; background:url(dark.png)'>Net 30</p>",
        "<table><tr bgcolor=navy><td><font color=white>Net 30",
        "<p style='font-size:4pt'>Net 30</p>",
        "<p style='transform: scale(0.9); clip-path: circle(90%)'>Net 30</p>",
        "<div style='visibility:hidden'><p style='visibility:visible'>Net 30</p></div>",
        "<p style='display:none'><p>Net 30",
        "<p style='color:nonsense'>Net 30",
        "<style>p{display:none}</style><p style='display:block'>Net 30",
        "<style>@media print { p {display:none} }</style><p>Net 30",
        "<body text=white bgcolor=black><p>Net 30",
    ],
)
def test_what_can_be_seen_is_read(body: str) -> None:
    draft = read("draft.html", data=page(body).encode())
    assert (draft.text, draft.hidden) == ("Net 30", ())


def test_footnotes_stand_behind_the_words_and_their_marks_are_left_out() -> None:
    body = (
        "<p>Net 30<a href='#sdfootnote1sym'><sup>1</sup></a> days.</p>"
        "<div id='sdfootnote1'><p><a href='#sdfootnote1anc'>1</a>Or less.</p></div>"
    )
    draft = read("draft.html", data=page(body).encode())
    assert draft.text == "Net 30 days.\n\nOr less."
    assert [b.style for b in draft.blocks] == ["body", "footnote"]
    assert dict(draft.read) == {"footnotes": 1}


def test_what_stands_elsewhere_is_told_as_not_read() -> None:
    draft = read(
        "draft.html", data=page(f"<p>{FEE}</p><iframe src='http://example.com/x'></iframe><img src=x>").encode()
    )
    assert [(s.what, s.unread) for s in draft.skipped] == [("linked file", True), ("image", False)]


@pytest.mark.parametrize("revisions", ["accept", "reject"])
def test_insertions_and_deletions_are_tracked_changes(revisions: str) -> None:
    body = "<p>Net <del>30</del><ins cite='Roe' datetime='2026-01-02'>60</ins> days</p>"
    draft = read("draft.html", data=page(body).encode(), revisions=revisions)  # type: ignore[arg-type]
    if revisions == "reject":
        assert (draft.text, draft.tracked) == ("Net 30 days", ())
    else:
        assert [(draft.text[t.start : t.end], t.author, t.date) for t in draft.tracked] == [("60", "Roe", "2026-01-02")]


@pytest.mark.parametrize(
    "data",
    [
        page("<p>£5 – “net”</p>").encode(),
        b"\xef\xbb\xbf" + page("<p>£5 – “net”</p>").encode(),
        page("<p>£5 – “net”</p>").encode("utf-16"),
        "<html><meta charset=windows-1252><p>£5 – “net”</p>".encode("cp1252"),
        "<html><meta charset=iso-8859-1><p>£5 – “net”</p>".encode("cp1252"),
        "<html><meta charset=nonsense><p>£5 – “net”</p>".encode(),
        "<html><p>£5 – “net” and more words of a contract</p>".encode("cp1252"),
    ],
)
def test_any_encoding_is_read(data: bytes) -> None:
    assert read("draft.html", data=data).text.startswith("£5 – “net”")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (page("").encode(), "has no words"),
        (page("<p style='display:none'>only this</p>").encode(), "has no words that show, only: hidden text"),
        (page("<img src=scan.png>").encode(), "has no words that show, only: image"),
    ],
)
def test_a_page_without_words_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(DraftError, match=words):
        read("draft.html", data=data)


def test_deep_nesting_ends_in_one_line_or_in_words() -> None:
    try:
        assert "deep" in read("draft.html", data=page("<div>" * 50_000 + "deep").encode()).text
    except DraftError as refused:
        assert "\n" not in str(refused)
