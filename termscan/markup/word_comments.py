"""Word comments: their words in one part, their place in the body round the very words they speak of.

Comments cannot stand in a text box, and not every program shows those in a footnote: there they sit on what the body
has for it, the box or the mark of the footnote.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..readers.docx_xml import Element, W
from .word_text import SPACE, WordText

_CHANGES = frozenset(f"{W}{name}" for name in ("ins", "del", "moveTo", "moveFrom"))
_NOTES = {"footnote": "footnoteReference", "endnote": "endnoteReference"}


class Comments:
    """The comments of a draft, with new ones by one author.

    Args:
        part: the tree of the comments that are there.
        text: the draft's words.
        author: who comments.
        date: when, as Word writes it ("2026-09-14T08:00:00Z").
    """

    def __init__(self, part: Element, text: WordText, author: str, date: str) -> None:
        self.part, self._text, self._author, self._date = part, text, author, date
        ids = [*part.iter(f"{W}comment"), *text.document.iter(f"{W}commentReference", f"{W}commentRangeStart")]
        self._next = 1 + max((int(i) for i in (e.get(f"{W}id", "") for e in ids) if i.isdecimal()), default=-1)

    def on_words(self, start: int, end: int, paragraphs: Sequence[Sequence[str]]) -> bool:
        """Put a comment on the words from `start` to `end`; False where the body shows none of them."""
        atoms = self._text.between(start, end)
        inside = [a for a in atoms if self._stands_in_body(a.element)]
        outer = [a.outer for a in inside] or [e for a in atoms if (e := self._instead(a.element)) is not None]
        if not outer:
            return False
        self.on_elements(outer[0], outer[-1], paragraphs)
        return True

    def on_elements(self, first: Element, last: Element, paragraphs: Sequence[Sequence[str]]) -> None:
        """Put a comment on what stands from one element of a paragraph to another, of the same or a later one."""
        number = str(self._next)
        self._next += 1
        first.addprevious(first.makeelement(f"{W}commentRangeStart", {f"{W}id": number}))
        last = _put_for(last)
        end = last.makeelement(f"{W}commentRangeEnd", {f"{W}id": number})
        _after(last, end)
        mark = last.makeelement(f"{W}r", {})
        mark.append(mark.makeelement(f"{W}commentReference", {f"{W}id": number}))
        _after(_out_of_changes(end), mark)
        self.part.append(self._comment(number, paragraphs))

    def _comment(self, number: str, paragraphs: Sequence[Sequence[str]]) -> Element:
        initials = "".join(word[0] for word in self._author.split() if word[0].isalnum())[:4]
        marks = {"id": number, "author": self._author, "date": self._date, "initials": initials}
        comment = self.part.makeelement(f"{W}comment", {f"{W}{k}": v for k, v in marks.items()})
        for lead, words in paragraphs:
            paragraph = _add(comment, "p")
            for said, bold in ((lead, True), (words, False)):
                if said:
                    run = _add(paragraph, "r")
                    if bold:
                        _add(_add(run, "rPr"), "b")
                    text = _add(run, "t")
                    text.text = f"{said} " if bold and words else said
                    text.set(SPACE, "preserve")
        return comment

    def _stands_in_body(self, element: Element) -> bool:
        boxed = next(element.iterancestors(f"{W}txbxContent"), None) is not None
        return not boxed and element.getroottree().getroot() is self._text.document

    def _instead(self, element: Element) -> Element | None:
        """What the body shows for words in a note or a text box."""
        for above in element.iterancestors(*(f"{W}{name}" for name in _NOTES)):
            tag = f"{W}{_NOTES[above.tag.removeprefix(W)]}"
            marks = (r for r in self._text.document.iter(tag) if r.get(f"{W}id") == above.get(f"{W}id"))
            return next((mark.getparent() for mark in marks), None)
        boxes = list(element.iterancestors(f"{W}txbxContent"))
        return next(boxes[-1].iterancestors(f"{W}r"), None) if boxes else None


def _put_for(element: Element) -> Element:
    """The tracked insertion that stands for a deletion in which an element is; else the element."""
    holder = element.getparent()
    following = holder.getnext() if holder.tag == f"{W}del" else None
    return following if following is not None and following.tag == f"{W}ins" else element


def _out_of_changes(element: Element) -> Element:
    """A mark that stood in a tracked change would come and go with it."""
    while element.getparent().tag in _CHANGES:
        element = element.getparent()
    return element


def _after(element: Element, new: Element) -> None:
    tail, element.tail = element.tail, None
    element.addnext(new)
    new.tail = tail


def _add(parent: Element, name: str) -> Element:
    child = parent.makeelement(f"{W}{name}", {})
    parent.append(child)
    return child
