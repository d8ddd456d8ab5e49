"""Paragraphs out of lines: which line begins a new one, across columns and pages, and how lines are joined.

A line begins a paragraph where the page shows it (a gap, an indent, a short line before) or where a clause number
stands at its start. A line that goes on in lower case after a line without a full stop never does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .pdf_hyphens import made_ready, vocabulary
from .pdf_lines import SOFT_HYPHEN, Line

_NUMBER = re.compile(
    r"""(?:
      (?:\d{1,2}(?:\.\d{1,3})+[.)]?|\d{1,3}[.)])(?:\s|$)
    | (?:ARTICLE|Article|SECTION|Section|SCHEDULE|Schedule|EXHIBIT|Exhibit|ANNEX|Annex|APPENDIX|Appendix)
      \s(?:[IVXLC]{1,6}|\d{1,3}(?:\.\d{1,3})*|[A-Z])(?:[.:)]|\s*$|\s[-–—]\s)
    | [IVX]{1,5}\.\s[A-Z] | [A-Z]\.\s[A-Z]
    | (?:\[\s?[xX]?\s?\]|\(\s?[xX]?\s?\))\s[A-Z0-9$€£]
    | [•●▪◦]\s?\S
    )""",
    re.VERBOSE,
)
_LETTER = re.compile(r"\((?:[a-z]{1,2}|[ivxlc]{1,6}|[A-Z]|\d{1,2})\)(?:\s|$)")
# After these words a number at the start of the next line is a reference or an amount that was wrapped.
_REFERS = re.compile(
    r"(?i)(?:\b(?:sections?|clauses?|articles?|paragraphs?|items?|schedules?|exhibits?|and|or|to|of|in|under|by|than"
    r"|least|within|section|no|nos|this)|[,(§$€£-])\s*$"
)
_AMOUNT = re.compile(r"\(\d[\d,.]*%?\)(?=\s[a-z])")  # the "(30) days" of a wrapped "thirty (30) days"
_DANGLES = re.compile(r"(?i)\s(?:the|of|this|by|an?|to|for|with|such|any|its|at|on|from|other|our)$")
_FIELD = re.compile(  # what is to be filled in by the one who signs
    r"(?:By|Name|Title|Date|Signature|Signed|E-?mail|Phone|Tel|Fax|Address|Attention|Attn|Its)\.?\s?:|Signed (?:for|by)|_{3}",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}\.|\((?:[a-z]{1,2}|[ivx]{1,5})\))(?=[“\"A-Z])")
_CLOSED = re.compile(r"[.;:!?][”\"’')\]]*(?:\s(?:and|or|and/or))?$")
_RULE = re.compile(r"[-=–—~*]{3,}(?:\s+[-=–—~*]{3,})*")  # an underline typed as characters, on a line of its own


_TELLING = 6  # lines of a column that tell its usual step from line to line


class Paragraph(NamedTuple):
    """Its text, whether it is a table row, and where in it a new page begins: (page from 0, offset)."""

    text: str
    row: bool
    pages: tuple[tuple[int, int], ...]


class _Frame(NamedTuple):
    """What is usual in a column of a page, in points: its edges, the step from line to line, the height of a line."""

    left: float
    right: float
    step: float
    height: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[Paragraph]:
    """The paragraphs and table rows of a draft, in order; typed underlines are left out."""
    kept = [[_spaced(line) for line in _without_rules(page)] for page in pages]
    words = vocabulary(line.text for page in kept for line in page)
    lines: list[tuple[int, Line]] = []
    for number, page, line, after in _walk(kept):
        if lines and _begins(lines, number, line, after, page):
            yield _joined(lines, words)
            lines = []
        lines.append((number, line))
    if lines:
        yield _joined(lines, words)


def _without_rules(page: Sequence[Line]) -> Iterator[Line]:
    """The lines without typed underlines; where one parts two lines of a sentence, the gap it leaves is closed."""
    rules = {at for at, line in enumerate(page) if _RULE.fullmatch(line.text)}
    if not rules:
        yield from page
        return
    widest, up = max(line.right - line.left for line in page), 0.0
    for at, line in enumerate(page):
        if at in rules:
            last = page[at - 1] if at else line
            if last.right - last.left > 0.6 * widest and not _closed(last.text):
                up += max(last.bottom - line.bottom, 0)
        else:
            yield line._replace(bottom=line.bottom + up, top=line.top + up) if up else line


def _walk(pages: Sequence[Sequence[Line]]) -> Iterator[tuple[int, dict[int, _Frame], Line, Line | None]]:
    """Each line with its page, the frames of that page's columns, and the line after it."""
    for number, page in enumerate(pages):
        frames = _frames(page)
        for at, line in enumerate(page):
            yield number, frames, line, page[at + 1] if at + 1 < len(page) else None


def _frames(page: Sequence[Line]) -> dict[int, _Frame]:
    columns: dict[int, list[Line]] = {}
    for line in page:
        if not line.row:
            columns.setdefault(line.column, []).append(line)
    return {column: _frame(lines) for column, lines in columns.items()}


def _frame(lines: Sequence[Line]) -> _Frame:
    rights = sorted(line.right for line in lines)
    steps = Counter(
        round((one.bottom - two.bottom) * 2) / 2
        for one, two in pairwise(lines)
        if 0 < one.bottom - two.bottom < 4 * max(one.height, 4)
    )
    enough = max(steps.values(), default=0) * 0.4
    step = min((s for s, n in steps.items() if n >= enough), default=1.3 * max(lines[0].height, 4))
    if len(lines) < _TELLING:  # two lines of a title page are two paragraphs as likely as one
        step = min(step, 1.3 * max(lines[0].height, 4))
    return _Frame(
        min(line.left for line in lines),
        rights[round(0.9 * (len(rights) - 1))],
        step,
        sorted(line.height for line in lines)[len(lines) // 2],
    )


def _begins(
    before: Sequence[tuple[int, Line]], number: int, line: Line, after: Line | None, frames: dict[int, _Frame]
) -> bool:
    """Whether a line begins a paragraph; `before` are the lines of the open paragraph."""
    page, last = before[-1]
    if last.row or line.row:
        return True
    if _goes_on(last, line):
        return False
    if page != number or last.column != line.column or line.bottom > last.bottom + 0.5 * line.height:
        return (
            _numbered(last.text, line)
            or _closed(last.text)
            or _FIELD.match(line.text) is not None
            or ((_is_title(last) or _is_title(line)) and not _in_capitals(before, line))
        )
    frame = frames[line.column]
    if _wrapped_title(last, line, frame):
        return False
    if _FIELD.match(line.text):
        return True
    if last.bottom - line.bottom > 1.3 * frame.step + 0.1 or abs(last.height - line.height) > 0.3 * line.height:
        return True
    if len(before) == 1 and last.text.isupper() and not line.text.isupper() and last.right < line.right - line.height:
        return True  # a heading in capitals
    full = not _had_room(last, line, frame) or _runs_on(before, frame)
    if _LETTER.match(line.text) and full and abs(last.left - line.left) < 2 and not _closed(last.text):
        return False
    return _numbered(last.text, line) or not full or _indented(before, line, after)


def _goes_on(last: Line, line: Line) -> bool:
    """Whether the line can only be the rest of a sentence or of a word."""
    if last.text.endswith(SOFT_HYPHEN):
        return True
    if _DANGLES.search(last.text[-12:]) and len(last.text) > 20 and not _numbered("", line):
        return True
    if not line.text[:1].islower():
        return _AMOUNT.match(line.text) is not None and not _closed(last.text)
    if last.text.endswith("-") and last.text[-2:-1].isalpha():
        return True
    return (
        not _closed(last.text)
        and (len(last.text.split()) > 3 or last.text.endswith(","))
        and not re.match(r"[a-z]\.\s", line.text)
    )


def _closed(text: str) -> bool:
    """Whether the text ends a sentence or an item of a list."""
    return _CLOSED.search(text[-16:]) is not None


def _numbered(before: str, line: Line) -> bool:
    if not (_NUMBER.match(line.text) or _LETTER.match(line.text)):
        return False
    return _closed(before) or not _REFERS.search(before[-20:])


def _is_title(line: Line) -> bool:
    return line.text.isupper() and len(line.text) < 100


def _in_capitals(before: Sequence[tuple[int, Line]], line: Line) -> bool:
    """Whether a line goes on in a paragraph that is set in capitals throughout and not yet at its end."""
    said = [last.text for _, last in before[-_TELLING // 2 :]]
    return len(said) > 2 and line.text.isupper() and all(map(str.isupper, said)) and not _closed(said[-1])


def _had_room(last: Line, line: Line, frame: _Frame) -> bool:
    """Whether the first word of the line would have fitted behind the line before, so that the break was wanted."""
    width = frame.right - frame.left
    if last.left > max(line.left, frame.left) + 0.2 * width and last.right - last.left < 0.6 * width:
        return True  # set to the middle or to the right
    letter = (line.right - line.left) / max(len(line.text), 1)
    word = len(line.text.split(" ", 1)[0]) + 1
    slack = 2 if _closed(last.text) else 8
    return last.right + (word + slack) * letter < frame.right


def _runs_on(before: Sequence[tuple[int, Line]], frame: _Frame) -> bool:
    """Whether the last of several lines is long and ends within a sentence: a page has lines of more than one width."""
    last = before[-1][1]
    wide = last.right > frame.left + 0.6 * (frame.right - frame.left)
    return len(before) > 1 and wide and last.text[-1:].isalpha() and not last.text.isupper()


def _wrapped_title(last: Line, line: Line, frame: _Frame) -> bool:
    """Two lines in large letters, both set to the middle."""
    middles = abs(last.left + last.right - line.left - line.right) / 2
    large = min(last.height, line.height) > 1.25 * frame.height and abs(last.height - line.height) < 0.5
    near = last.bottom - line.bottom < 1.8 * line.height
    return large and near and middles < 3 and abs(last.left - line.left) > 3


def _indented(before: Sequence[tuple[int, Line]], line: Line, after: Line | None) -> bool:
    """A first line set in, or the line after a hanging paragraph set out; only behind the end of a sentence."""
    last = before[-1][1]
    if not _closed(last.text):
        return False
    indent = 0.8 * line.height
    if line.left > last.left + indent:
        return after is None or after.left < line.left - indent
    return line.left < last.left - indent and len(before) > 1


def _spaced(line: Line) -> Line:
    """Sets the blank between a clause number and its words that stands on the page as a mere distance."""
    glued = None if line.row else _GLUED.match(line.text)
    return line._replace(text=f"{glued[0]} {line.text[glued.end() :]}") if glued else line


def _joined(lines: Sequence[tuple[int, Line]], words: frozenset[str]) -> Paragraph:
    text, marks, seen = "", [], -1
    for number, line in lines:
        text = made_ready(text, line.text, words) if text else ""
        if number != seen:
            marks.append((number, len(text)))
            seen = number
        text += line.text
    return Paragraph(text.rstrip(SOFT_HYPHEN), lines[0][1].row, tuple(marks))
