r"""RTF: the words of a draft as Word shows them, with the numbers, tables, notes and tracked changes that its writer put in.

Control words are those of the Rich Text Format specification, version 1.9.1. Read `read_rtf` first, then `_Story.group`, then the
tables at the end: which control word does what, and which groups hold no words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

from ..errors import DraftError
from ..model import Document
from .docx_symbols import in_font
from .docx_words import BLANK
from .flow import LONGEST_REPEATED, Cell, Change, Flow, Paragraph
from .rtf_form import FORMS, Form
from .rtf_heads import Colour, Font, Style, colours_of, date_of, fonts_of, page_of, styles_of
from .rtf_tokens import SIGNS, TEXTS, Token, tokens

LARGEST = 150_000_000  # bytes, most of them pictures
_SAVE_ANEW = "Open it in Word and save it as .docx."
_GAP = re.compile(r"\s{3,}")
_BULLET = re.compile(r"[^\w(\[]")
_TINY = 6  # half points
_ALIKE = 24  # of 255, in every colour
_HIDDEN = "hidden in Word"


def read_rtf(path: str, data: bytes, revisions: str = "accept") -> Document:
    """Read a draft in Rich Text Format.

    Args:
        path: the file as the user named it.
        data: its bytes.
        revisions: "accept" or "reject", how tracked changes are read.

    Raises:
        DraftError: it is too large, nested too deep, or holds no words that show.
    """
    if len(data) > LARGEST:
        raise DraftError("too large for a contract", path=path, hint="Take the pictures out, or save it as .docx.")
    story = _Story(tokens(data.decode("latin-1")), revisions)
    try:
        with story.cell:
            story.group(Form())
            if story.depth > 1:  # the first is the file itself
                story.flow.skip("end of the draft", "the file breaks off here", unread=True)
            story.end_table()
    except RecursionError:
        raise DraftError("nested deeper than any contract", path=path, hint=_SAVE_ANEW) from None
    return story.flow.document(path, data, "rtf")


@dataclass
class _Story:
    """A draft while it is read."""

    tokens: Iterator[Token]
    revisions: str
    flow: Flow = field(default_factory=Flow)
    depth: int = 0  # of the groups that are open
    fonts: dict[int, Font] = field(default_factory=dict)
    colours: list[Colour | None] = field(default_factory=list)
    styles: dict[int, Style] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    label: str | None = None
    pending: list[str] = field(default_factory=list)  # bytes of a code page, which may need each other
    page: str = "cp1252"  # the code page of the file
    owed: int = 0  # characters still to come that stand for a Unicode character just said
    half: int | None = None  # of a character that comes in two
    dropping: bool = False  # the last words were deleted
    # the table that is open
    cell: ExitStack = field(default_factory=ExitStack)
    inside: list[Paragraph] | None = None
    cells: list[Cell] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    above: list[Cell] = field(default_factory=list)  # the last row, with what its merged cells take up
    merges: list[str] = field(default_factory=list)  # of the cells of the row as it is declared
    merge: str = ""
    heads: bool = False
    bold: bool = True

    # ---- groups ------------------------------------------------------------------------------------------------------

    def group(self, form: Form) -> None:
        """Read up to the end of a group."""
        starred = False
        self.depth += 1
        for token in self.tokens:
            if token.kind not in ("byte", "text") or self.owed:
                self._settle(form)
            if token.kind == "brace":
                if token.said == "}":
                    self.depth -= 1
                    return
                self.group(form)
            elif token.kind == "word":
                if token.said in _GROUPS:
                    _GROUPS[token.said](self, form)
                    return
                if starred:
                    self.pass_by()
                    return
                form = self._word(token, form)
            elif token.kind == "sign":
                starred = token.said == "*"
                self._say(SIGNS.get(token.said, ""), form)
                continue
            else:
                self._text(token, form)
            starred = False
        self._settle(form)

    def pass_by(self, sought: dict[str, int] | None = None) -> None:
        """Leave the rest of a group unread, but for the numbers of the control words that are sought."""
        depth = 1
        for token in self.tokens:
            if token.kind == "brace":
                depth += 1 if token.said == "{" else -1
                if depth == 0:
                    self.depth -= 1
                    return
            elif sought is not None and token.said in sought and token.number is not None:
                sought[token.said] = token.number

    def words(self) -> str:
        """The rest of a group as bare text, for tables and labels."""
        said, depth = [], 1
        for token in self.tokens:
            if token.kind == "brace":
                depth += 1 if token.said == "{" else -1
                if depth == 0:
                    self.depth -= 1
                    break
            elif token.kind in ("text", "byte"):
                said.append(token.said)
            elif token.kind == "word" and token.said == "u" and token.number is not None:
                said.append(chr(token.number % 0x10000) if not 0xD800 <= token.number % 0x10000 < 0xE000 else "")
            elif token.said == "tab":
                said.append(" ")
        return "".join(said)

    # ---- words -------------------------------------------------------------------------------------------------------

    def _word(self, token: Token, form: Form) -> Form:
        name, number = token.said, token.number
        if name in TEXTS:
            self._say(TEXTS[name], form)
        elif name == "u":
            self._unicode((number or 0) % 0x10000, form)
            self.owed = form.bytes_after
        elif name == "tab":
            self._say(f" {BLANK} " if form.underlined else " ", form)
        elif name in _ENDS:
            _ENDS[name](self, form)
        elif name in FORMS:
            return FORMS[name](form, number)
        elif name in _CELLS:
            self.merge += _CELLS[name]
        elif name == "cellx":
            self.merges.append(self.merge)
            self.merge = ""
        elif name == "ansicpg":
            self.page = page_of(number)
        elif name == "trowd":
            self.merges, self.merge, self.heads = [], "", False
        elif name == "trhdr":
            self.heads = True
        return form

    def _unicode(self, code: int, form: Form) -> None:
        """Say a character; one beyond the first 65,536 comes in two halves."""
        high, self.half = self.half, None
        if 0xD800 <= code < 0xDC00:
            self.half = code
        elif not 0xDC00 <= code < 0xE000:
            self._say(chr(code), form)
        elif high is not None:
            self._say(chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00), form)

    def _text(self, token: Token, form: Form) -> None:
        said = token.said
        if self.owed:
            taken = min(self.owed, len(said))
            self.owed -= taken
            said = said[taken:]
        if said:
            self.pending.append(said)

    def _settle(self, form: Form) -> None:
        """Say the characters that came as bytes of a code page."""
        if not self.pending:
            return
        raw, self.pending = "".join(self.pending), []
        self._say(self._font(form).shows(raw, self.page), form)

    def _say(self, said: str, form: Form) -> None:
        self.owed = 0
        if not said or self._taken_back(form):
            return
        self._into_table(form)
        if (how := self._unseen(form)) is not None:
            if said.strip():
                self.flow.unseen(said, how)
            return
        if form.underlined and _GAP.fullmatch(said):
            said = f" {BLANK} "
        self.bold = self.bold and (form.bold or not said.strip())
        self.flow.say(said if said.isascii() else in_font(said, self._font(form).name), self._change(form))

    def _font(self, form: Form) -> Font:
        return self.fonts.get(form.font or 0, Font())

    def _taken_back(self, form: Form) -> bool:
        """Whether a tracked change takes these words away, as the changes are read."""
        again, self.dropping = self.dropping, form.deleted
        self.flow.read["tracked changes"] += form.deleted and not again and self.revisions == "accept"
        return form.inserted if self.revisions == "reject" else form.deleted

    def _change(self, form: Form) -> Change | None:
        if not form.inserted:
            return None
        author = self.authors[form.author] if form.author is not None and form.author < len(self.authors) else None
        return Change("inserted", author, date_of(form.when))

    def _unseen(self, form: Form) -> str | None:
        """How the page hides words of this form, or None where it shows them."""
        if form.hidden:
            return _HIDDEN
        if 0 < form.size < _TINY:
            return f"only {form.size / 2:g} points high"
        colour, behind = self._colour(form.colour), self._colour(form.behind or form.shade) or (255, 255, 255)
        if colour is None or any(abs(a - b) > _ALIKE for a, b in zip(colour, behind)):
            return None
        return "white on white" if min(behind) > 255 - _ALIKE else "in the colour of its background"

    def _colour(self, number: int) -> Colour | None:
        return self.colours[number] if 0 < number < len(self.colours) else None

    # ---- paragraphs, cells and rows ----------------------------------------------------------------------------------

    def end(self, form: Form) -> None:
        """End the open paragraph."""
        self._into_table(form)
        name, of_style = self.styles.get(form.style, Style())
        level = form.level if form.level is not None else of_style
        if self.flow.end(level, self.label, titled=name.lower() == "title", depth=form.depth if self.label else None):
            self.label = None
        if not form.in_table:
            self.label = None

    def end_cell(self, form: Form) -> None:
        self._into_table(replace(form, in_table=True))
        self.end(replace(form, in_table=True))
        self.cell.close()
        self.cells.append(Cell(tuple(self.inside or ()), heads=self.heads, bold=self.bold))
        self.inside, self.label, self.bold = None, None, True

    def end_row(self, form: Form) -> None:
        """A cell merged downwards says the words of the one above."""
        if self.inside is not None:
            self.end_cell(form)
        row, whole = [], list[Cell]()
        for at, cell in enumerate(self.cells):
            merge = self.merges[at] if at < len(self.merges) else ""
            above = self.above[at] if at < len(self.above) else Cell()
            if "down" in merge and len(above.words) <= LONGEST_REPEATED:
                cell = above
            whole.append(cell)
            if "across" not in merge:
                row.append(replace(cell, heads=self.heads))
        if row:
            self.rows.append(row)
        self.cells, self.above = [], whole

    def end_table(self) -> None:
        """Give the rows of the table that is over to the draft."""
        if self.inside is not None or self.cells:
            self.end_row(Form(in_table=True))
        rows, self.rows, self.above = self.rows, [], []
        if rows:
            self.flow.table(rows)

    def _into_table(self, form: Form) -> None:
        """Open a cell, or close the table: only the paragraph itself says whether it stands in one."""
        if form.in_table and self.inside is None and not self.flow.is_aside:
            self.inside = self.cell.enter_context(self.flow.aside())
        elif not form.in_table and self.rows and self.inside is None and not self.flow.is_aside:
            self.end_table()


# ---- groups that are no words of the draft -----------------------------------------------------------------------------


def _fonts(story: _Story, form: Form) -> None:
    story.fonts = fonts_of(story.tokens)
    story.depth -= 1


def _colours(story: _Story, form: Form) -> None:
    story.colours = colours_of(story.tokens)
    story.depth -= 1


def _styles(story: _Story, form: Form) -> None:
    story.styles = styles_of(story.tokens)
    story.depth -= 1


def _authors(story: _Story, form: Form) -> None:
    story.authors = [name.strip() for name in story.words().split(";")]


def _label(story: _Story, form: Form) -> None:
    label = story.words().strip()
    story.label = "•" if len(label) == 1 and _BULLET.match(label) else label or None


def _note(story: _Story, form: Form) -> None:
    if form.hidden:
        story.pass_by()
        return
    _aside(story, "footnote", "footnotes")


def _box(story: _Story, form: Form) -> None:
    _aside(story, "textbox", "text boxes")


def _aside(story: _Story, style: str, counted: str) -> None:
    label, story.label = story.label, None
    with story.flow.aside() as said:
        story.group(Form())
        story.depth -= 1  # the group was counted when it was opened
        story.end(Form())
    story.label = label
    story.flow.hang(said, "footnote" if style == "footnote" else "textbox", counted)


def _picture(story: _Story, form: Form) -> None:
    sides = {"picwgoal": 0, "pichgoal": 0}  # in twips
    story.pass_by(sides)
    story.flow.picture(sides["picwgoal"] * sides["pichgoal"] / 1440**2)


def _object(story: _Story, form: Form) -> None:
    """A spreadsheet or the like; what Word shows of it is read."""
    story.flow.skip("embedded object", "its words are not in the draft", unread=True)
    _through(story, form)


def _comment(story: _Story, form: Form) -> None:
    story.flow.read["comments"] += 1
    story.pass_by()


def _through(story: _Story, form: Form) -> None:
    story.depth -= 1
    story.group(form)


def _for_others(story: _Story, form: Form) -> None:
    """Words twice: in a code page, for readers that know no Unicode, and then in Unicode."""
    if next(story.tokens, None) is not None:
        story.depth += 1
        story.pass_by()
    _through(story, form)


def _pass_by(story: _Story, form: Form) -> None:
    story.pass_by()


_PASSED = (
    "info", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "fldinst", "listtable",
    "listoverridetable", "listpicture", "nonshppict", "nonesttables", "shprslt", "sp", "xe", "tc", "rxe", "txe", "objdata", "objclass", "objname",
    "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "template", "filetbl", "rsidtbl", "themedata", "datastore",
)  # fmt: skip
_GROUPS: dict[str, Callable[[_Story, Form], None]] = {
    **dict.fromkeys(_PASSED, _pass_by),
    **dict.fromkeys(("shpinst", "shppict", "shp", "fldrslt", "ud", "nesttableprops", "shpgrp", "result"), _through),
    **dict.fromkeys(("listtext", "pntext"), _label),
    "fonttbl": _fonts,
    "colortbl": _colours,
    "stylesheet": _styles,
    "revtbl": _authors,
    "footnote": _note,
    "shptxt": _box,
    "dptxbxtext": _box,
    "upr": _for_others,
    "pict": _picture,
    "object": _object,
    "annotation": _comment,
}

# ---- control words -----------------------------------------------------------------------------------------------------

_CELLS = {"clvmrg": "down", "clmrg": "across"}
_ENDS: dict[str, Callable[[_Story, Form], None]] = {
    **dict.fromkeys(("par", "sect", "page", "nestcell", "nestrow", "column"), _Story.end),
    "cell": _Story.end_cell,
    "row": _Story.end_row,
}
