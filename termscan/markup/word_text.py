"""The words of a Word draft by their offsets in its text: cut at any character, so that a mark sits on the very words.

Cutting a run in two changes nothing on the page; both halves keep its properties.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from ..readers.docx import origins
from ..readers.docx_package import Package
from ..readers.docx_symbols import in_font
from ..readers.docx_xml import Element, W, inner

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RUN = f"{W}r"
HOLDERS = frozenset(
    f"{W}{name}"
    for name in (
        "p",
        "hyperlink",
        "ins",
        "del",
        "moveTo",
        "sdtContent",
        "smartTag",
        "customXml",
        "fldSimple",
        "dir",
        "bdo",
    )
)
"""What may hold a run, a tracked change or the end of a comment's range (ECMA-376, EG_PContent)."""


@dataclass(slots=True)
class Atom:
    """Words that stand in one element, from `start` to `end` in the draft's text."""

    start: int
    end: int
    element: Element

    @property
    def outer(self) -> Element:
        """The run round the words, or what else stands for them in their paragraph."""
        found = self.element
        while found.getparent() is not None and found.getparent().tag not in HOLDERS:
            found = found.getparent()
        return found


class WordText:
    """The text of a draft over its untouched tree.

    Args:
        said: the text, as the reader gives it.
        read: the package as the reader takes it apart.
        kept: the same package, opened a second time, in which marks are set.
    """

    def __init__(self, said: str, read: Package, kept: Package) -> None:
        self._said = said
        twins: dict[Element, Element] = {}
        trees = ((read.document, kept.document), (read.footnotes, kept.footnotes), (read.endnotes, kept.endnotes))
        for one, other in trees:
            if one is not None and other is not None:
                twins.update(zip(one.iter(), other.iter(), strict=True))
        found = origins(read)
        self.document = kept.document
        once = {o.element: o for o in reversed(found)}  # a cell merged downwards says its words in each row
        self._atoms = [
            Atom(o.start, o.end, twins[o.element]) for o in found if once[o.element] is o and o.element in twins
        ]
        self._starts = [a.start for a in self._atoms]

    def between(self, start: int, end: int) -> list[Atom]:
        """The words from `start` to `end`, cut free at both ends."""
        self.cut(start)
        self.cut(end)
        return list(self._within(start, end))

    def before(self, offset: int) -> Atom | None:
        """The words that end where this offset is, or are the last before it."""
        self.cut(offset)
        at = bisect_right(self._starts, offset - 1) - 1
        return self._atoms[at] if at >= 0 else None

    def cut(self, offset: int) -> None:
        """Make a run end where this offset is, if it lies within one."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._atoms[at].end:
            return
        atom = self._atoms[at]
        if offset > atom.start:
            rest = _split_text(atom, offset, self._said[atom.start : atom.end])
            if rest is None:
                return  # a sign that cannot be cut
            self._atoms.insert(at + 1, rest)
            self._starts.insert(at + 1, rest.start)
            atom = rest
        _split_run(atom.element)

    def _within(self, start: int, end: int) -> Iterator[Atom]:
        at = max(0, bisect_right(self._starts, start) - 1)
        while at < len(self._atoms) and self._atoms[at].start < end:
            if self._atoms[at].end > start:
                yield self._atoms[at]
            at += 1


def _split_text(atom: Atom, offset: int, said: str) -> Atom | None:
    """Cut a `w:t` in two; the atom keeps the first half."""
    text = atom.element
    if text.tag not in (f"{W}t", f"{W}delText"):
        return None
    words = text.text or ""
    at = _raw(words, said, offset - atom.start, _font(text))
    rest = deepcopy(text)
    text.text, rest.text = words[:at], words[at:]
    for half in (text, rest):
        half.set(SPACE, "preserve")
    rest.tail = None
    text.addnext(rest)
    second = Atom(offset, atom.end, rest)
    atom.end = offset
    return second


def _raw(words: str, said: str, wanted: int, font: str | None) -> int:
    """How many characters of a `w:t` say the first `wanted` of what the reader made of them.

    The reader folds blanks, drops what has no width and writes some signs out ("[x]").
    """
    done = 0
    for at, sign in enumerate(words):
        if done >= wanted:
            return at
        shown = in_font(sign, font)
        if said.startswith(shown, done):
            done += len(shown)
    return len(words)


def _font(text: Element) -> str | None:
    fonts = inner(text.getparent(), "rPr/rFonts")
    return None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")


def _split_run(element: Element) -> None:
    """Let a run begin with this element of it."""
    run = element.getparent()
    before = [c for c in element.itersiblings(preceding=True) if c.tag != f"{W}rPr"]
    if run is None or run.tag != _RUN or not before:
        return
    second = run.makeelement(_RUN, dict(run.attrib))
    form = inner(run, "rPr")
    if form is not None:
        second.append(deepcopy(form))
    second.extend([element, *element.itersiblings()])
    run.addnext(second)
