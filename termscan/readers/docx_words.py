"""The words of one paragraph as its page shows them: runs, links, field results, content controls, tick boxes.

Read `Words` first, then the tables at the end: which element is read in which way. What they do not name is not words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby
from typing import NamedTuple

from .docx_sight import Sight, fills_a_page, off_the_page
from .docx_styles import Styles
from .docx_symbols import TICKED, UNTICKED, in_font, symbol
from .docx_xml import DRAWING, MATH, MC, VML, W14, Element, Marks, W, chosen, inner, marks_of, number, switch
from .invisible import INSIDE, split_words


class Piece(NamedTuple):
    """Words, the tracked change that put them here, and the element that says them (none: a number, a bar of a table)."""

    said: str
    change: Element | None = None
    source: Element | None = None


BLANK = "____"  # an underlined gap to be filled in
SCAN, EMBEDDED = "page-sized picture", "embedded object"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_FORM, _FONT, _LINE, _ASCII, _ANSI, _VAL = (f"{W}{name}" for name in ("rPr", "rFonts", "u", "ascii", "hAnsi", "val"))
_GAP = re.compile(r"\s{3,}")
_SPACES = re.compile(r" {2,}")
_BREAK = re.compile(r" *\n *")
_PICTURES = {
    f"{DRAWING}blip": "image",
    f"{VML}imagedata": "image",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart": "chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": "diagram",
}


class Unseen(NamedTuple):
    """Words that the page does not show, and how they are hidden."""

    words: str
    how: str


class Note(NamedTuple):
    """A reference to a footnote or an endnote, by its id."""

    kind: str  # "footnotes" or "endnotes"
    id: str


class Words(NamedTuple):
    """Words with what hangs on them: notes, text boxes, the names of what cannot be read, and unseen words."""

    pieces: tuple[Piece, ...] = ()
    notes: tuple[Note, ...] = ()
    boxes: tuple[Element, ...] = ()
    unread: tuple[str, ...] = ()
    hidden: tuple[Unseen, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is said, or hangs on it."""
        return bool(self.pieces or self.notes or self.boxes or self.unread or self.hidden)

    @property
    def text(self) -> str:
        return "".join([piece.said for piece in self.pieces])

    def led_by(self, label: str) -> Words:
        if not label:
            return self
        led = (Piece(f"{label} "), *self.pieces)
        return self._with(led if self.pieces and not self.pieces[0].said[0].isspace() else tidied(led))

    def tracked(self, change: Element | None) -> Words:
        """The same words, all put here by one change."""
        return self._with(piece._replace(change=change) for piece in self.pieces) if change is not None else self

    def again(self) -> Words:
        """The words alone: what hangs on them was read where they first stood."""
        return Words(self.pieces)

    def on_one_line(self) -> Words:
        if "\n" not in self.text:
            return self._with(tidied(self.pieces))
        return self._with(tidied(p._replace(said=p.said.replace("\n", " ")) for p in self.pieces))

    def _with(self, pieces: Iterable[Piece]) -> Words:
        return self._replace(pieces=tuple(pieces))


def joined(parts: Collection[Words], between: str, before: str = "", after: str = "") -> Words:
    """Words set one after the other, with `between` between any two, and something before and after them all."""
    pieces = [Piece(before)] if before else []
    for at, part in enumerate(parts):
        pieces += [Piece(between), *part.pieces] if at else part.pieces
    pieces += [Piece(after)] if after else []
    hanging = zip(*((part.notes, part.boxes, part.unread, part.hidden) for part in parts))
    return Words(tuple(pieces), *(tuple(chain.from_iterable(each)) for each in hanging))


def tidied(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Single blanks between words, none at a line's ends and none at either end of the whole."""
    pieces = [p for p in pieces if p.said]
    whole = "".join([p.said for p in pieces])
    if "  " not in whole and "\n" not in whole and whole == whole.strip():
        return tuple(pieces)  # as most are
    out: list[Piece] = []
    open_end = " "  # what the words before end with
    for said, change, source in pieces:
        if "  " in said:
            said = _SPACES.sub(" ", said)
        if "\n" in said:
            said = _BREAK.sub("\n", said)
        if open_end in " \n":
            said = said.lstrip(" ") if open_end == "\n" or out else said.lstrip(" \n")
        if said.startswith("\n") and out:
            out[-1] = out[-1]._replace(said=out[-1].said.rstrip(" "))
        if said:
            out.append(Piece(said, change, source))
            open_end = said[-1]
    while out and not out[-1].said.strip():
        out.pop()
    if out:
        out[-1] = out[-1]._replace(said=out[-1].said.rstrip())
    return tuple(p for p in out if p.said)


def words_of(paragraph: Element, styles: Styles, counted: Callable[[str], str] = lambda instruction: "") -> Words:
    """The words of a paragraph, without its number; `counted` gives what a field shows that stores no result."""
    said = _Reading(paragraph, Sight(styles, paragraph), counted)
    said.inside(paragraph, _Where())
    return Words(tidied(said.pieces), tuple(said.notes), tuple(said.boxes), tuple(said.unread), _together(said.hidden))


def _together(hidden: Sequence[Unseen]) -> tuple[Unseen, ...]:
    """Runs that are hidden alike, as one stretch each."""
    if not hidden:
        return ()
    alike = ((how, " ".join("".join(h.words for h in runs).split())) for how, runs in groupby(hidden, lambda h: h.how))
    return tuple(Unseen(words, how) for how, words in alike if words)


def _balanced(paragraph: Element) -> bool:
    """Whether every field that begins here ends here; in a broken one nothing counts as instruction, so no word is lost."""
    kinds = [f.get(f"{W}fldCharType") for f in paragraph.iter(f"{W}fldChar")]
    return kinds.count("begin") == kinds.count("end")


class _Where(NamedTuple):
    """What holds for the words being read."""

    change: Element | None = None
    hidden: str | None = None  # how the page hides them
    font: str | None = None
    underlined: bool = False


@dataclass
class _Field:
    """A field that is open: its instruction, and whether that is what is being read; `before` pieces came before it."""

    before: int
    instructing: bool = True
    instruction: str = ""


@dataclass(slots=True)
class _Reading:
    """A paragraph while it is read; `fields` are those that are open."""

    paragraph: Element
    sight: Sight
    counted: Callable[[str], str]
    balanced: bool = True
    pieces: list[Piece] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    hidden: list[Unseen] = field(default_factory=list)
    fields: list[_Field] = field(default_factory=list)

    def inside(self, element: Element, where: _Where) -> None:
        for child in element:
            read = _READ.get(child.tag)
            if read:
                read(self, child, where)

    def say(self, words: str, where: _Where, source: Element) -> None:
        if self.fields and self.balanced and any(f.instructing for f in self.fields):
            return
        if where.hidden:
            self.hidden.append(Unseen(words, where.hidden))
        else:
            self.pieces.append(Piece(words, where.change, source))


def _run(said: _Reading, run: Element, where: _Where) -> None:
    shown = None
    for child in run:  # its form comes first, where it has one
        tag = child.tag
        if tag == _FORM:
            shown = _formed(said, marks_of(child), where)
        elif read := _READ.get(tag):
            shown = shown or _formed(said, {}, where)
            read(said, child, shown)


def _formed(said: _Reading, marks: Marks, where: _Where) -> _Where:
    font, line = marks.get(_FONT), marks.get(_LINE)
    return _Where(
        where.change,
        said.sight.unseen(marks),
        None if font is None else font.get(_ASCII) or font.get(_ANSI),
        line is not None and line.get(_VAL) not in (None, "none"),
    )


def _text(said: _Reading, text: Element, where: _Where) -> None:
    words = text.text or ""
    if not words.isascii():
        said.hidden += (Unseen(word, INSIDE) for word in split_words(words))
    words = in_font(words, where.font)
    said.say(BLANK if where.underlined and _GAP.fullmatch(words) else words, where, text)


def _tab(said: _Reading, tab: Element, where: _Where) -> None:
    said.say(f" {BLANK} " if where.underlined else " ", where, tab)


def _symbol(said: _Reading, sign: Element, where: _Where) -> None:
    try:
        code = int(sign.get(f"{W}char", ""), 16)
    except ValueError:
        return
    if 0 < code < 0x110000:
        said.say(symbol(code, sign.get(f"{W}font")), where, sign)


def _changed(said: _Reading, change: Element, where: _Where) -> None:
    said.inside(change, where._replace(change=change))


def _field(said: _Reading, mark: Element, where: _Where) -> None:
    kind = mark.get(f"{W}fldCharType")
    if kind == "begin":
        form = inner(mark, "ffData")
        shown = None if form is None else _form_value(form)
        if shown is not None:
            said.say(shown, where, mark)
        said.balanced = _balanced(said.paragraph)
        said.fields.append(_Field(len(said.pieces)))
    elif kind == "separate" and said.fields:
        said.fields[-1].instructing = False
    elif kind == "end" and said.fields:
        _count(said, said.fields.pop(), where, mark)


def _instruction(said: _Reading, instruction: Element, where: _Where) -> None:
    if said.fields:
        said.fields[-1].instruction += instruction.text or ""


def _simple_field(said: _Reading, simple: Element, where: _Where) -> None:
    before = len(said.pieces)
    said.inside(simple, where)
    _count(said, _Field(before, False, simple.get(f"{W}instr") or ""), where, simple)


def _count(said: _Reading, ended: _Field, where: _Where, end: Element) -> None:
    """A field that counts takes part in the count always, and says its number where no result is stored."""
    number = said.counted(ended.instruction)
    if number and not "".join(piece.said for piece in said.pieces[ended.before :]).strip():
        said.say(number, where, end)


def _form_value(form: Element) -> str | None:
    """What a legacy form field shows: a tick box or the chosen line of a list; None for a text field, which has a result."""
    box, choices = inner(form, "checkBox"), inner(form, "ddList")
    if box is not None:
        checked = switch(box, "checked")
        return TICKED if (switch(box, "default") if checked is None else checked) else UNTICKED
    if choices is not None:
        at = number(choices, "result") or number(choices, "default") or 0
        lines = [x.get(f"{W}val", "") for x in choices.findall(f"{W}listEntry")]
        return lines[at] if at < len(lines) else ""
    return None


def _control(said: _Reading, control: Element, where: _Where) -> None:
    box = control.find(f"{W}sdtPr/{W14}checkbox")
    if box is None:
        said.inside(control, where)
        return
    state = box.find(f"{W14}checked")
    ticked = state is not None and state.get(f"{W14}val", "1") in ("1", "true")
    change = next(control.iter(f"{W}ins", f"{W}moveTo"), where.change)
    said.say(TICKED if ticked else UNTICKED, where._replace(change=change), control)


def _alternate(said: _Reading, alternate: Element, where: _Where) -> None:
    branch = chosen(alternate)
    if branch is not None:
        said.inside(branch, where)


def _note(said: _Reading, reference: Element, where: _Where) -> None:
    kind = "footnotes" if reference.tag == f"{W}footnoteReference" else "endnotes"
    if not where.hidden:
        said.notes.append(Note(kind, reference.get(f"{W}id", "")))


def _drawing(said: _Reading, drawing: Element, where: _Where) -> None:
    for found in _drawn(drawing):
        if found.tag == f"{W}txbxContent":
            how = where.hidden or off_the_page(drawing)
            if how:
                said.hidden.append(Unseen(" ".join(t.text or "" for t in found.iter(f"{W}t")), how))
            else:
                said.boxes.append(found)
        else:
            what = _PICTURES[found.tag]
            embedded = next(drawing.iter(f"{_OFFICE}OLEObject"), None)
            if embedded is not None and not embedded.get("ProgID", "").startswith("Equation"):
                what = EMBEDDED
            said.unread.append(SCAN if what == "image" and fills_a_page(drawing) else what)


def _drawn(element: Element) -> Iterator[Element]:
    """The text boxes and pictures of a drawing; of two branches with the same content one."""
    for child in element:
        if child.tag == f"{MC}AlternateContent":
            branch = chosen(child)
            yield from () if branch is None else _drawn(branch)
        elif child.tag == f"{W}txbxContent" or child.tag in _PICTURES:
            yield child
        else:
            yield from _drawn(child)


def _formula(said: _Reading, formula: Element, where: _Where) -> None:
    said.say("".join(t.text or "" for t in formula.iter(f"{MATH}t")), where, formula)


def _says(words: str) -> Callable[[_Reading, Element, _Where], None]:
    return lambda said, element, where: said.say(words, where, element)


def _inside(said: _Reading, element: Element, where: _Where) -> None:
    said.inside(element, where)


_HOLDERS = (
    "hyperlink", "smartTag", "customXml", "dir", "bdo", "sdtContent", "del", "moveFrom", "ruby", "rubyBase",
)  # fmt: skip
_READ: dict[str, Callable[[_Reading, Element, _Where], None]] = {
    **{f"{W}{name}": _inside for name in _HOLDERS},
    f"{W}r": _run,
    f"{W}t": _text,
    f"{W}ins": _changed,
    f"{W}moveTo": _changed,
    f"{W}sdt": _control,
    f"{W}tab": _tab,
    f"{W}ptab": _says(" "),
    f"{W}br": _says("\n"),
    f"{W}cr": _says("\n"),
    f"{W}noBreakHyphen": _says("-"),
    f"{W}sym": _symbol,
    f"{W}fldChar": _field,
    f"{W}instrText": _instruction,
    f"{W}fldSimple": _simple_field,
    f"{W}footnoteReference": _note,
    f"{W}endnoteReference": _note,
    f"{W}drawing": _drawing,
    f"{W}pict": _drawing,
    f"{W}object": _drawing,
    f"{MC}AlternateContent": _alternate,
    f"{MATH}oMath": _formula,
    f"{MATH}oMathPara": _formula,
}
