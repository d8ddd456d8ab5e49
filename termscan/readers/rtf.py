r"""RTF: the words of a draft as Word shows them, with the numbers, tables, notes and tracked changes that its writer put in.

Control words are those of the Rich Text Format specification, version 1.9.1. Read `read_rtf` first, then `_Story.group`, then the
tables at the end: which control word does what, and which groups hold no words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..errors import DraftError
from ..model import Document
from .docx_symbols import in_font
from .docx_words import BLANK
from .flow import LONGEST_REPEATED, Cell, Change, Flow, Paragraph

LARGEST = 150_000_000  # bytes, most of them pictures
_SAVE_ANEW = "Open it in Word and save it as .docx."
_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?\ ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])"
    r"|[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\"
)
_HEADING = re.compile(r"(?i)heading (\d)")
_GAP = re.compile(r"\s{3,}")
_BULLET = re.compile(r"[^\w(\[]")
_TINY = 6  # half points
_ALIKE = 24  # of 255, in every colour
_DEFAULT_SIZE = 24  # half points
_HIDDEN = "hidden in Word"
_PAGES = {  # code page by the charset of a font; the rest is Windows' Latin
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_SYMBOLS = 2  # the charset of fonts of signs, whose letters are at U+F000

Colour = tuple[int, int, int]


class _Token(NamedTuple):
    """A control word with its number, a brace, or characters (`byte` where they came as bytes)."""

    kind: str  # "word", "brace", "text", "byte", "sign"
    said: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class _Form:
    """What holds in a group: of characters, and of the paragraph."""

    hidden: bool = False
    colour: int = 0
    behind: int = 0
    size: int = _DEFAULT_SIZE
    font: int | None = None
    underlined: bool = False
    bold: bool = False
    bytes_after: int = 1  # that stand for a Unicode character, for readers that know none
    deleted: bool = False
    inserted: bool = False
    author: int | None = None
    when: int | None = None
    style: int = 0
    level: int | None = None
    depth: int | None = None
    shade: int = 0
    in_table: bool = False

    def plain(self) -> _Form:
        """The characters as at the start."""
        return _Form(
            bytes_after=self.bytes_after, style=self.style, level=self.level, depth=self.depth, shade=self.shade,
            in_table=self.in_table,
        )  # fmt: skip


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
    story = _Story(_tokens(data.decode("latin-1")), revisions)
    try:
        with story.cell:
            story.group(_Form())
            if story.depth > 1:  # the first is the file itself
                story.flow.skip("end of the draft", "the file breaks off here", unread=True)
            story.end_table()
    except RecursionError:
        raise DraftError("nested deeper than any contract", path=path, hint=_SAVE_ANEW) from None
    return story.flow.document(path, data, "rtf")


def _tokens(text: str) -> Iterator[_Token]:
    at = 0
    while found := _TOKEN.match(text, at):
        at = found.end()
        kind = found.lastgroup
        if found["word"]:
            number = int(found["number"]) if found["number"] else None
            if found["word"] == "bin":
                at += max(0, number or 0)
            else:
                yield _Token("word", found["word"], number)
        elif found["hex"]:
            yield _Token("byte", chr(int(found["hex"], 16)))
        elif kind is not None:
            yield _Token(kind, found[kind])


@dataclass
class _Story:
    """A draft while it is read."""

    tokens: Iterator[_Token]
    revisions: str
    flow: Flow = field(default_factory=Flow)
    depth: int = 0  # of the groups that are open
    fonts: dict[int, tuple[int, str]] = field(default_factory=dict)  # charset and name
    colours: list[Colour | None] = field(default_factory=list)
    styles: dict[int, tuple[str, int | None]] = field(default_factory=dict)  # name, and level of a heading
    authors: list[str] = field(default_factory=list)
    label: str | None = None
    pending: list[str] = field(default_factory=list)  # bytes of a code page, which may need each other
    owed: int = 0  # characters still to come that stand for a Unicode character just said
    dropping: bool = False  # the last words were deleted
    # the table that is open
    cell: ExitStack = field(default_factory=ExitStack)
    inside: list[Paragraph] | None = None
    cells: list[Cell] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[str] = field(default_factory=list)  # of the cells of the row as it is declared
    merge: str = ""
    heads: bool = False
    bold: bool = True

    # ---- groups ------------------------------------------------------------------------------------------------------

    def group(self, form: _Form) -> None:
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
                self._say(_SIGNS.get(token.said, ""), form)
                continue
            else:
                self._text(token, form)
            starred = False
        self._settle(form)

    def pass_by(self) -> None:
        """Leave the rest of a group unread."""
        depth = 1
        for token in self.tokens:
            if token.kind == "brace":
                depth += 1 if token.said == "{" else -1
                if depth == 0:
                    self.depth -= 1
                    return

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
                said.append(chr(token.number % 0x10000))
            elif token.said == "tab":
                said.append(" ")
        return "".join(said)

    # ---- words -------------------------------------------------------------------------------------------------------

    def _word(self, token: _Token, form: _Form) -> _Form:
        name, number = token.said, token.number
        if name in _TEXTS:
            self._say(_TEXTS[name], form)
        elif name == "u":
            self._say(chr((number or 0) % 0x10000), form)
            self.owed = form.bytes_after
        elif name == "tab":
            self._say(f" {BLANK} " if form.underlined else " ", form)
        elif name in _ENDS:
            _ENDS[name](self, form)
        elif name in _FORMS:
            return _FORMS[name](form, number)
        elif name in _CELLS:
            self.merge += _CELLS[name]
        elif name == "cellx":
            self.merges.append(self.merge)
            self.merge = ""
        elif name == "trowd":
            self.merges, self.merge, self.heads = [], "", False
        elif name == "trhdr":
            self.heads = True
        return form

    def _text(self, token: _Token, form: _Form) -> None:
        said = token.said
        if self.owed:
            taken = min(self.owed, len(said))
            self.owed -= taken
            said = said[taken:]
        if said:
            self.pending.append(said)

    def _settle(self, form: _Form) -> None:
        """Say the characters that came as bytes of a code page."""
        if not self.pending:
            return
        raw, self.pending = "".join(self.pending), []
        charset, name = self.fonts.get(form.font or 0, (0, ""))
        if charset == _SYMBOLS:
            said = (
                raw
                if name.lower() == "symbol" and raw.isascii()
                else "".join(chr(0xF000 + ord(c)) if c > " " else c for c in raw)
            )
        else:
            said = (
                raw
                if raw.isascii()
                else raw.encode("latin-1", "replace").decode(_PAGES.get(charset, "cp1252"), "replace")
            )
        self._say(said, form)

    def _say(self, said: str, form: _Form) -> None:
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
        self.flow.say(
            in_font(said, self.fonts.get(form.font or 0, (0, ""))[1]) if not said.isascii() else said,
            self._change(form),
        )

    def _taken_back(self, form: _Form) -> bool:
        """Whether a tracked change takes these words away, as the changes are read."""
        again, self.dropping = self.dropping, form.deleted
        self.flow.read["tracked changes"] += form.deleted and not again and self.revisions == "accept"
        return form.inserted if self.revisions == "reject" else form.deleted

    def _change(self, form: _Form) -> Change | None:
        if not form.inserted:
            return None
        author = self.authors[form.author] if form.author is not None and form.author < len(self.authors) else None
        return Change("inserted", author, _date(form.when))

    def _unseen(self, form: _Form) -> str | None:
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

    def end(self, form: _Form) -> None:
        """End the open paragraph."""
        self._into_table(form)
        name, of_style = self.styles.get(form.style, ("", None))
        level = form.level if form.level is not None else of_style
        if self.flow.end(level, self.label, titled=name.lower() == "title", depth=form.depth if self.label else None):
            self.label = None
        if not form.in_table:
            self.label = None

    def end_cell(self, form: _Form) -> None:
        self._into_table(replace(form, in_table=True))
        self.end(replace(form, in_table=True))
        self.cell.close()
        self.cells.append(Cell(tuple(self.inside or ()), heads=self.heads, bold=self.bold))
        self.inside, self.label, self.bold = None, None, True

    def end_row(self, form: _Form) -> None:
        """A cell merged downwards says the words of the one above."""
        if self.inside is not None:
            self.end_cell(form)
        row = []
        for at, cell in enumerate(self.cells):
            merge = self.merges[at] if at < len(self.merges) else ""
            above = self.rows[-1][at] if self.rows and at < len(self.rows[-1]) else Cell()
            if "down" in merge and len(above.words) <= LONGEST_REPEATED:
                cell = above
            if "across" not in merge:
                row.append(replace(cell, heads=self.heads))
        if row:
            self.rows.append(row)
        self.cells = []

    def end_table(self) -> None:
        """Give the rows of the table that is over to the draft."""
        if self.inside is not None or self.cells:
            self.end_row(_Form(in_table=True))
        rows, self.rows = self.rows, []
        if rows:
            self.flow.table(rows)

    def _into_table(self, form: _Form) -> None:
        """Open a cell, or close the table: only the paragraph itself says whether it stands in one."""
        if form.in_table and self.inside is None and not self.flow.is_aside:
            self.inside = self.cell.enter_context(self.flow.aside())
        elif not form.in_table and self.rows and self.inside is None and not self.flow.is_aside:
            self.end_table()


def _date(packed: int | None) -> str | None:
    """The date and time that RTF packs into a number: minute, hour, day, month, year from 1900, weekday."""
    if not packed:
        return None
    packed %= 1 << 32
    minute, hour, day = packed & 63, packed >> 6 & 31, packed >> 11 & 31
    return f"{1900 + (packed >> 20 & 511)}-{packed >> 16 & 15:02d}-{day:02d}T{hour:02d}:{minute:02d}:00"


# ---- groups that are no words of the draft -----------------------------------------------------------------------------


def _fonts(story: _Story, form: _Form) -> None:
    number, charset, depth, name = 0, 0, 1, ""
    for token in story.tokens:
        if token.kind == "brace":
            depth += 1 if token.said == "{" else -1
            if depth == 0:
                story.depth -= 1
                return
        elif token.said == "f" and token.number is not None:
            number, charset, name = token.number, 0, ""
        elif token.said == "fcharset":
            charset = token.number or 0
        elif token.kind == "text" and depth < 3:
            name += token.said
            if name.rstrip().endswith(";"):
                story.fonts[number] = (charset, name.strip().rstrip(";"))


def _colours(story: _Story, form: _Form) -> None:
    parts: dict[str, int] = {}
    for token in story.tokens:
        if token.kind == "brace":
            story.depth -= 1
            return
        if token.kind == "word":
            parts[token.said] = min(max(token.number or 0, 0), 255)
        else:
            for _ in range(token.said.count(";")):
                known = "red" in parts
                story.colours.append((parts["red"], parts.get("green", 0), parts.get("blue", 0)) if known else None)
                parts = {}


def _styles(story: _Story, form: _Form) -> None:
    number, level, depth, name = 0, None, 1, ""
    for token in story.tokens:
        if token.kind == "brace":
            depth += 1 if token.said == "{" else -1
            if depth == 0:
                story.depth -= 1
                return
            if token.said == "{" and depth == 2:
                number, level, name = 0, None, ""
        elif token.said == "s" and token.kind == "word":
            number = token.number or 0
        elif token.said in ("cs", "ds", "ts") and token.kind == "word":
            number = -1
        elif token.said == "outlinelevel":
            level = token.number
        elif token.kind == "text" and depth == 2:
            name += token.said
            if name.rstrip().endswith(";") and number >= 0:
                name = name.strip().rstrip(";")
                named = _HEADING.fullmatch(name)
                story.styles[number] = (name, int(named[1]) - 1 if named else _level(level))


def _level(said: int | None) -> int | None:
    return said if said is not None and 0 <= said < 9 else None


def _authors(story: _Story, form: _Form) -> None:
    story.authors = [name.strip() for name in story.words().split(";")]


def _label(story: _Story, form: _Form) -> None:
    label = story.words().strip()
    story.label = "•" if len(label) == 1 and _BULLET.match(label) else label or None


def _note(story: _Story, form: _Form) -> None:
    if form.hidden:
        story.pass_by()
        return
    _aside(story, "footnote", "footnotes")


def _box(story: _Story, form: _Form) -> None:
    _aside(story, "textbox", "text boxes")


def _aside(story: _Story, style: str, counted: str) -> None:
    label, story.label = story.label, None
    with story.flow.aside() as said:
        story.group(_Form())
        story.depth -= 1  # the group was counted when it was opened
        story.end(_Form())
    story.label = label
    story.flow.hang(said, "footnote" if style == "footnote" else "textbox", counted)


def _picture(story: _Story, form: _Form) -> None:
    story.flow.skip("image", "words in a picture are not read")
    story.pass_by()


def _object(story: _Story, form: _Form) -> None:
    """A spreadsheet or the like; what Word shows of it is read."""
    story.flow.skip("embedded object", "its words are not in the draft", unread=True)
    _through(story, form)


def _comment(story: _Story, form: _Form) -> None:
    story.flow.read["comments"] += 1
    story.pass_by()


def _through(story: _Story, form: _Form) -> None:
    story.depth -= 1
    story.group(form)


def _for_others(story: _Story, form: _Form) -> None:
    """Words twice: in a code page, for readers that know no Unicode, and then in Unicode."""
    if next(story.tokens, None) is not None:
        story.depth += 1
        story.pass_by()
    _through(story, form)


def _pass_by(story: _Story, form: _Form) -> None:
    story.pass_by()


_PASSED = (
    "info", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "fldinst", "listtable",
    "listoverridetable", "listpicture", "nonshppict", "nonesttables", "shprslt", "sp", "xe", "tc", "rxe", "txe", "objdata", "objclass", "objname",
    "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "template", "filetbl", "rsidtbl", "themedata", "datastore",
)  # fmt: skip
_GROUPS: dict[str, Callable[[_Story, _Form], None]] = {
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

_TEXTS = {
    "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
_SIGNS = {"~": "\xa0", "_": "-", "{": "{", "}": "}", "\\": "\\"}
_CELLS = {"clvmrg": "down", "clmrg": "across"}
_ENDS: dict[str, Callable[[_Story, _Form], None]] = {
    **dict.fromkeys(("par", "sect", "page", "nestcell", "nestrow", "column"), _Story.end),
    "cell": _Story.end_cell,
    "row": _Story.end_row,
}


def _on(number: int | None) -> bool:
    return number != 0


_FORMS: dict[str, Callable[[_Form, int | None], _Form]] = {
    **dict.fromkeys(("highlight", "chcbpat", "cb"), lambda form, n: replace(form, behind=n or 0)),
    **dict.fromkeys(("ul", "uld", "uldash", "uldb", "ulth", "ulw"), lambda form, n: replace(form, underlined=_on(n))),
    "ulnone": lambda form, n: replace(form, underlined=False),
    "plain": lambda form, n: form.plain(),
    "pard": lambda form, n: replace(form, style=0, level=None, depth=None, shade=0, in_table=False),
    "v": lambda form, n: replace(form, hidden=_on(n)),
    "b": lambda form, n: replace(form, bold=_on(n)),
    "cf": lambda form, n: replace(form, colour=n or 0),
    "fs": lambda form, n: replace(form, size=_DEFAULT_SIZE if n is None else n),
    "f": lambda form, n: replace(form, font=n),
    "uc": lambda form, n: replace(form, bytes_after=max(0, min(1 if n is None else n, 100))),
    "deleted": lambda form, n: replace(form, deleted=_on(n)),
    "revised": lambda form, n: replace(form, inserted=_on(n)),
    "revauth": lambda form, n: replace(form, author=n),
    "revdttm": lambda form, n: replace(form, when=n),
    "s": lambda form, n: replace(form, style=n or 0),
    "outlinelevel": lambda form, n: replace(form, level=_level(n)),
    "ilvl": lambda form, n: replace(form, depth=max(0, n or 0)),
    "cbpat": lambda form, n: replace(form, shade=n or 0),
    "intbl": lambda form, n: replace(form, in_table=True),
}
