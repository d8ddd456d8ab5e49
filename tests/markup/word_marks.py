"""What a marked-up Word draft says, asked of its XML: which words a comment covers, in which form words are set."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from lxml import etree

from termscan import readers
from termscan.markup.notes import Note
from termscan.markup.pen import Pen
from termscan.markup.word import WordDraft
from termscan.model import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PEN = Pen("Ada Kite", datetime(2026, 9, 14, 8, tzinfo=UTC))
_WORDS = (f"{W}t", f"{W}delText")


def text_of(data: bytes, revisions: str = "accept") -> str:
    return readers.read("draft.docx", data=data, revisions=revisions).text  # type: ignore[arg-type]


def opened(data: bytes) -> tuple[WordDraft, Document]:
    """A draft to mark up, and what termscan reads in it."""
    draft = readers.read("draft.docx", data=data)
    return WordDraft(draft, data, PEN), draft


def commented(data: bytes, words: str, remark: str = "Agreed: 30 days.") -> bytes:
    """The draft with a comment on these words."""
    word, draft = opened(data)
    start = draft.text.index(words)
    word.comment(Note(start, start + len(words), ((remark, "Why so?"),)))
    return word.written()


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def covered(data: bytes, which: int = -1) -> str:
    """The words between the ends of a comment's range, the last one's unless told otherwise."""
    said, inside = [], False
    number = [c.get(f"{W}id") for c in part(data, "word/comments.xml").iter(f"{W}comment")][which]
    for element in part(data).iter():
        if element.get(f"{W}id") == number and element.tag in (f"{W}commentRangeStart", f"{W}commentRangeEnd"):
            inside = element.tag == f"{W}commentRangeStart"
        elif inside and element.tag in _WORDS:
            said.append(element.text or "")
    return "".join(said)


def set_in(data: bytes) -> list[tuple[str, bytes, bytes]]:
    """Every letter of the body with the properties of its run and of its paragraph."""
    return set_in_tree(part(data))


def set_in_tree(tree: etree._Element) -> list[tuple[str, bytes, bytes]]:
    out = []
    for text in tree.iter(*_WORDS):
        run, paragraph = text.getparent(), next(text.iterancestors(f"{W}p"))
        forms = [next(iter(e.findall(f"{W}{name}")), None) for e, name in ((run, "rPr"), (paragraph, "pPr"))]
        form = tuple(b"" if f is None else etree.tostring(f, method="c14n") for f in forms)
        out += [(letter, *form) for letter in text.text or ""]
    return out  # type: ignore[return-value]
