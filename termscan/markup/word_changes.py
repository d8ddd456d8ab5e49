"""Tracked changes in a Word draft: words struck out, words put in, a paragraph added, each under an author's name.

Accepting them all changes the draft as asked; rejecting them all gives back what was there, for nothing is removed.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise

from ..model import Block
from ..readers.docx_xml import Element, W, inner
from .word_text import SPACE, Atom, WordText

_MADE = ("ins", "del", "moveFrom", "moveTo")
_STRUCK = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_HOLD_OTHERS_WORDS = frozenset((f"{W}ins", f"{W}moveTo"))
_CODES = frozenset(f"{W}{name}" for name in ("rPr", "fldChar", "instrText"))
_AFTER_MARK_FORM = frozenset((f"{W}sectPr", f"{W}pPrChange"))
_NOT_INHERITED = ("sectPr", "pPrChange", "pageBreakBefore", "keepNext")  # of a paragraph that gets another after it


class Unmarkable(Exception):
    """Words that no tracked change can take out or stand at: in a text box, a footnote, a formula, nowhere."""


class Changes:
    """The tracked changes that one author makes in a draft."""

    def __init__(self, text: WordText, author: str, date: str) -> None:
        self._text, self._author, self._date = text, author, date
        ids = (e.get(f"{W}id", "") for e in text.document.iter(*(f"{W}{name}" for name in _MADE)))
        self._next = 1 + max((int(i) for i in ids if i.isdecimal()), default=0)

    def replace(self, start: int, end: int, words: str) -> None:
        """Strike out what stands from `start` to `end`, and put words in its place; either may be empty.

        Raises:
            Unmarkable: this is no place for tracked changes. The tree is as it was.
        """
        runs = self._runs(start, end) if start < end else []
        before = self._text.before(end)
        if before is None or (words and not self._holds_runs(before)):
            raise Unmarkable
        self._strike(runs)
        if words:
            self._insert(before, words)

    def strike_paragraph(self, block: Block) -> None:
        """Strike out a whole paragraph, its number too where Word lets a paragraph go.

        Raises:
            Unmarkable: as `replace` does.
        """
        self._strike(self._runs(block.start, block.end))
        for paragraph in {
            a.element: _paragraph(a.element) for a in self._text.between(block.start, block.end)
        }.values():
            following = paragraph.getnext()
            goes = following is not None and following.tag == f"{W}p" and inner(paragraph, "pPr/sectPr") is None
            if goes and not any(t.text for t in paragraph.iter(f"{W}t")) and inner(paragraph, "pPr/rPr/del") is None:
                self._mark_end(paragraph, "del")

    def add_paragraph(self, after: Block, like: Block, words: str) -> Element:
        """Add a paragraph after one, in the form of one; returns the tracked insertion with its words.

        Raises:
            Unmarkable: nothing can follow there.
        """
        last, model = self._text.before(after.end), self._text.before(like.end)
        if last is None or model is None or not self._holds_runs(last) or not self._holds_runs(model):
            raise Unmarkable
        paragraph, form = _paragraph(last.element), inner(_paragraph(model.element), "pPr")
        if inner(paragraph, "pPr/sectPr") is not None:
            raise Unmarkable
        added = paragraph.makeelement(f"{W}p", {})
        if form is not None:
            added.append(deepcopy(form))
        if after == like:  # as Word writes it when somebody goes on writing after a paragraph
            self._mark_end(paragraph, "ins")
        elif _is_last(paragraph):
            raise Unmarkable
        else:
            _leave_out(added, (*_MADE, *_NOT_INHERITED))
            self._mark_end(added, "ins")
        insertion = self._change("ins")
        insertion.append(_run_like(model, words))
        added.append(insertion)
        paragraph.addnext(added)
        return insertion

    # ---- the tree ----------------------------------------------------------------------------------------------------

    def _runs(self, start: int, end: int) -> list[Element]:
        """The runs that say these words, with those between them that show none (the codes of a field, say)."""
        atoms = self._text.between(start, end)
        if not atoms or not all(self._holds_runs(a) for a in atoms):
            raise Unmarkable
        runs = list(dict.fromkeys(a.outer for a in atoms))
        within = [r for one, other in pairwise(runs) for r in (one, *_between(one, other))] + runs[-1:]
        ahead, behind = list(_codes(runs[0].itersiblings(preceding=True))), list(_codes(runs[-1].itersiblings()))
        whole = (within, [*within, *behind], [*reversed(ahead), *within], [*reversed(ahead), *within, *behind])
        return next((some for some in whole if _whole_fields(some)), runs)

    def _holds_runs(self, atom: Atom) -> bool:
        in_body = atom.element.getroottree().getroot() is self._text.document
        boxed = next(atom.element.iterancestors(f"{W}txbxContent"), None) is not None
        return in_body and not boxed and atom.outer.tag == f"{W}r" and atom.outer.getparent() is not None

    def _strike(self, runs: list[Element]) -> None:
        open_change: Element | None = None
        for run in runs:
            if run.getparent().tag == f"{W}del":
                continue
            if open_change is None or open_change.getnext() is not run:
                open_change = self._change("del")
                run.addprevious(open_change)
            open_change.append(run)
            for text in list(run.iter(*_STRUCK)):
                text.tag = _STRUCK[text.tag]
                text.set(SPACE, "preserve")

    def _insert(self, before: Atom, words: str) -> None:
        """Put words after others; where these stand in somebody's tracked insertion, that is cut in two round ours."""
        at = before.outer
        if at.getparent().tag == f"{W}del":
            at = at.getparent()
        while at.getparent().tag in _HOLD_OTHERS_WORDS:
            holder = at.getparent()
            rest = list(at.itersiblings())
            if rest:
                second = holder.makeelement(holder.tag, {**holder.attrib, f"{W}id": self._id()})
                second.extend(rest)
                holder.addnext(second)
            at = holder
        insertion = self._change("ins")
        insertion.append(_run_like(before, words))
        at.addnext(insertion)

    def _mark_end(self, paragraph: Element, change: str) -> None:
        """Say that the mark at a paragraph's end came or goes, so that the paragraph does."""
        form = inner(paragraph, "pPr")
        if form is None:
            form = paragraph.makeelement(f"{W}pPr", {})
            paragraph.insert(0, form)
        mark = inner(form, "rPr")
        if mark is None:
            mark = form.makeelement(f"{W}rPr", {})
            later = next((c for c in form if c.tag in _AFTER_MARK_FORM), None)
            form.append(mark) if later is None else later.addprevious(mark)
        mark.insert(1 if inner(mark, "ins") is not None else 0, self._change(change))

    def _change(self, name: str) -> Element:
        marks = {"id": self._id(), "author": self._author, "date": self._date}
        change: Element = self._text.document.makeelement(f"{W}{name}", {f"{W}{k}": v for k, v in marks.items()})
        return change

    def _id(self) -> str:
        self._next += 1
        return str(self._next - 1)


def _run_like(before: Atom, words: str) -> Element:
    """A run with words, in the form of the run after which they stand."""
    run = before.element.makeelement(f"{W}r", {})
    form = inner(before.outer, "rPr")
    if form is not None:
        run.append(deepcopy(form))
        for change in run[0].findall(f"{W}rPrChange"):
            run[0].remove(change)
    text = run.makeelement(f"{W}t", {SPACE: "preserve"})
    text.text = words
    run.append(text)
    return run


def _paragraph(element: Element) -> Element:
    return next(element.iterancestors(f"{W}p"))


def _leave_out(paragraph: Element, names: tuple[str, ...]) -> None:
    for child in list(paragraph.iter(*(f"{W}{name}" for name in names))):
        child.getparent().remove(child)


def _is_last(paragraph: Element) -> bool:
    """Whether no paragraph or table of the same story comes after it: what is added there could not be rejected."""
    following = paragraph.getnext()
    while following is not None and following.tag not in (f"{W}p", f"{W}tbl", f"{W}sectPr"):
        following = following.getnext()
    return following is None or following.tag == f"{W}sectPr"


def _between(one: Element, other: Element) -> Iterator[Element]:
    """The runs between two of the same parent; none that holds the mark of a comment."""
    if one.getparent() is not other.getparent():
        return
    for sibling in one.itersiblings(f"{W}r"):
        if sibling is other:
            return
        if next(sibling.iter(f"{W}commentReference"), None) is None:
            yield sibling


def _codes(siblings: Iterator[Element]) -> Iterator[Element]:
    """The codes of fields that stand next, before any words."""
    for sibling in siblings:
        if sibling.tag != f"{W}r" or not all(c.tag in _CODES for c in sibling):
            return
        yield sibling


def _whole_fields(runs: list[Element]) -> bool:
    """Whether every field that begins among these runs ends there: of one that goes in part the codes have to stay."""
    open_fields = 0
    for mark in (f for r in runs for f in r.iter(f"{W}fldChar")):
        open_fields += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType", ""), 0)
        if open_fields < 0:
            return False
    return open_fields == 0
