"""Markdown is read as the page that it makes; a text file stays a text file."""

from __future__ import annotations

import pytest

from termscan.readers import read

DRAFT = """# Services Agreement

This **Agreement** is between Acme (the "Client") and Roe.[^1]

## 4. Fees

4.1 The Client pays USD 10.
4.2 Net 30 days.

1. One
2. Two

7. Seven

| Stage | Share |
| --- | ---: |
| Design | 30% |

By: ________
____________

[^1]: A company of Oregon.
"""


def test_headings_lists_tables_and_notes() -> None:
    draft = read("draft.md", data=DRAFT.encode())
    assert draft.format == "markdown"
    assert draft.text == (
        'Services Agreement\n\nThis Agreement is between Acme (the "Client") and Roe.\n\n4. Fees\n\n'
        "4.1 The Client pays USD 10.\n4.2 Net 30 days.\n\n1. One\n\n2. Two\n\n7. Seven\n\n| Stage | Share |\n| Design | 30% |\n\n"
        "By: ________\n____________\n\nA company of Oregon."
    )
    assert [b.style for b in draft.blocks][:3] == ["heading", "body", "heading"]
    assert dict(draft.read) == {"tables": 1, "footnotes": 1}
    assert draft.title == "Services Agreement"


def test_lazy_numbers_are_counted() -> None:
    assert "2. Two" in read("draft.md", data=b"# A\n\n## B\n\n1. One\n1. Two\n").text


def test_what_raw_html_hides_is_told() -> None:
    draft = read("draft.md", data=f"{DRAFT}\n\n<span style='display:none'>secret</span> Seen.\n".encode())
    assert "secret" not in draft.text and draft.text.rstrip().endswith("Oregon.")
    assert [h.words for h in draft.hidden] == ["secret"]


def test_a_file_named_as_text_keeps_its_words_as_they_stand() -> None:
    draft = read("draft.txt", data=DRAFT.encode())
    assert (draft.format, draft.text) == ("text", DRAFT)


@pytest.mark.parametrize(
    "text",
    [
        "SERVICES AGREEMENT\n\n1. Fees\n\nThe fee is USD 10.\n\n2. Term\n\nOne year.\n",
        "Order # 4 and order # 5 are ** urgent **.\n\n- one\n- two\n",
        "AGREEMENT\n=========\n\n* one\n* two\n\n----------\n\nBy: ____\n",
    ],
)
def test_a_text_without_markup_is_text_under_any_name(text: str) -> None:
    assert read("draft", data=text.encode()).format == "text"
