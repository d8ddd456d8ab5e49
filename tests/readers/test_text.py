"""Plain text is read as it stands; only the encoding, the paragraphs and the pages are found."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termscan.readers import read
from termscan.readers.invisible import without_invisible

WORDS = "Client shall pay “Studio North” €5,000 – net 30.\n"

ENCODINGS = [
    ("UTF-8", WORDS.encode()),
    ("UTF-8 with a mark", b"\xef\xbb\xbf" + WORDS.encode()),
    ("UTF-16 with a mark", WORDS.encode("utf-16")),
    ("UTF-16 without a mark", (WORDS * 4).encode("utf-16-le")),
    ("UTF-16 big-endian without a mark", (WORDS * 4).encode("utf-16-be")),
    ("UTF-32 with a mark", WORDS.encode("utf-32")),
    ("Windows, western Europe", WORDS.encode("cp1252")),
    ("line ends of Windows", WORDS.replace("\n", "\r\n").encode()),
    ("line ends of an old Mac", WORDS.replace("\n", "\r").encode()),
]


@pytest.mark.parametrize("content", [c for _, c in ENCODINGS], ids=[n for n, _ in ENCODINGS])
def test_every_encoding_gives_the_same_words(content: bytes) -> None:
    text = read("draft.txt", data=content).text
    assert text in (WORDS, WORDS * 4)


def test_a_few_broken_bytes_are_told_and_the_rest_is_read() -> None:
    content = ("Café “Nord” – naïve. " * 20).encode() + b"\xff end\n"
    draft = read("draft.txt", data=content)
    assert draft.text.startswith("Café “Nord” – naïve.")
    assert [(s.what, s.where) for s in draft.skipped] == [("character", "line 1")]


def test_cyrillic_of_windows_is_recognised() -> None:
    words = "Заказчик оплачивает счета в течение тридцати дней с даты получения. " * 8
    assert read("draft.txt", data=words.encode("cp1251")).text == words


BLOCKS = [
    ("blank lines part paragraphs", "One\n\nTwo\n", ["One", "Two"]),
    ("a line of blanks parts them too", "One\n   \nTwo\n", ["One", "Two"]),
    ("wrapped lines are one paragraph", "Client shall\npay in full.\n", ["Client shall\npay in full."]),
    (
        "an amount at the start of a line is no number",
        "pay within\n30 days of receipt",
        ["pay within\n30 days of receipt"],
    ),
    ("a count in brackets is no number", "within thirty\n(30) days", ["within thirty\n(30) days"]),
    (
        "a reference that was wrapped",
        "as set out in Section\n4.2 Payment applies",
        ["as set out in Section\n4.2 Payment applies"],
    ),
    (
        "a section number begins a paragraph",
        "1. Fees\n1.1 Client pays.\n(a) at once",
        ["1. Fees", "1.1 Client pays.", "(a) at once"],
    ),
    ("an article begins a paragraph", "the end.\nARTICLE IV\nmore", ["the end.", "ARTICLE IV\nmore"]),
    ("a page ends a paragraph", "One\fTwo", ["One", "Two"]),
    (
        "rows stand alone",
        "Fees:\n| Design | 30% |\n| Launch | 70% |\nEnd",
        ["Fees:", "| Design | 30% |", "| Launch | 70% |", "End"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [(t, e) for _, t, e in BLOCKS], ids=[n for n, _, _ in BLOCKS])
def test_paragraphs(text: str, expected: list[str]) -> None:
    draft = read("draft.txt", data=text.encode())
    assert [draft.text[b.start : b.end] for b in draft.blocks] == expected


def test_rows_are_marked_so() -> None:
    draft = read("draft.txt", data=b"Fees:\n| Design | 30% |\n")
    assert [b.style for b in draft.blocks] == ["body", "row"]


def test_text_has_no_pages_of_its_own() -> None:
    draft = read("draft.txt", data=b"One\n\nTwo\n")
    assert draft.pages is None and draft.page_at(3) is None


def test_form_feeds_mark_pages_and_a_last_one_opens_none() -> None:
    draft = read("draft.txt", data=b"One\n\fTwo\n\f")
    assert draft.pages == (0, 5)
    assert (draft.page_at(0), draft.page_at(5)) == (1, 2)


TITLES = [
    ("a short first line", "Services Agreement\n\nThis agreement is made today.\n", "Services Agreement"),
    ("a line with a heading's mark", "# Services Agreement\n\nText.\n", "Services Agreement"),
    ("a sentence is no title", "This agreement is made today.\n", None),
    (
        "the agreement's name goes before an exhibit's",
        "Exhibit 10.1\n\nHOSTING AGREEMENT\n\nText.\n",
        "HOSTING AGREEMENT",
    ),
    ("a row is no title", "| a | b |\n", None),
]


@pytest.mark.parametrize(("text", "title"), [(t, e) for _, t, e in TITLES], ids=[n for n, _, _ in TITLES])
def test_title(text: str, title: str | None) -> None:
    assert read("draft.txt", data=text.encode()).title == title


@given(
    st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\r\f\t|1.( "), max_size=200)
)
def test_offsets_are_those_of_the_decoded_file(text: str) -> None:
    text += "x"
    draft = read("draft.txt", data=("\ufeff" + text).encode())
    assert draft.text == without_invisible(text.replace("\r\n", "\n").replace("\r", "\n"))
    ends = 0
    for block in draft.blocks:
        words = draft.text[block.start : block.end]
        assert ends <= block.start < block.end and words == words.strip()
        ends = block.end
    assert "".join(draft.text[b.start : b.end] for b in draft.blocks).split() or not draft.text.strip()


def test_a_file_on_disk(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(WORDS.encode())
    assert read(draft).text == WORDS and read(str(draft)).path == str(draft)
