"""Plain text: its encoding, its paragraphs and its pages. The words stay as they stand in the file."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from hashlib import sha256

from ..errors import DraftError
from ..model import Block, Document, Hidden, Skipped
from .invisible import INSIDE, split_words, without_invisible

LARGEST = 50_000_000  # bytes; the longest contract on public file is some 5 million characters
MOST_CONTROL = 0.005  # share of control characters from which a file is no text
MOST_ACCENTED = 0.1  # share of accented letters in a language of western Europe; another alphabet has more

_MARKS = (  # the longer first: the UTF-32 mark begins with the UTF-16 one
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What an English contract typed on Windows has beyond ASCII: quotes, dashes, bullets, signs, accented names.
_WINDOWS = re.compile(
    rb"[\x00-\x7f\x80\x82\x84\x85\x91-\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb6\xb7\xbb-\xbe\xc0-\xff]*"
)
_ACCENTED = re.compile(rb"[\xc0-\xff]")
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")
_NUMBER = re.compile(
    r"""[ \t]*(?:
      (?:\d{1,2}(?:\.\d{1,3})+[.)]?|\d{1,3}[.)])[ \t]+["“'‘(\[]?[A-Z]
    | \((?:[a-z]{1,2}|[ivxlc]{1,6}|[A-Z])\)[ \t]
    | (?:ARTICLE|Article|SECTION|Section|SCHEDULE|Schedule|EXHIBIT|Exhibit|ANNEX|Annex|APPENDIX|Appendix)
      [ \t]+(?:[IVXLC]{1,6}|\d{1,3}(?:\.\d{1,3})*|[A-Z])(?:[.:)]|[ \t]*$|[ \t]+[-–—][ \t])
    | [-•●▪◦*][ \t]+\S
    )""",
    re.VERBOSE,
)
# After these words a number at the start of the next line is a reference that was wrapped.
_REFERS = re.compile(
    r"(?i)\b(?:sections?|clauses?|articles?|paragraphs?|items?|schedules?|exhibits?|and|or|to|of|in|under)\s*$"
)
_AGREEMENT = re.compile(r"(?i)\b(?:agreement|contract|terms|statement of work|order form|deed|lease|licen[cs]e)\b")
_TITLE_ENDS = (".", ",", ";", ":")
_LONGEST_TITLE = 100  # characters


def read_text(path: str, data: bytes) -> Document:
    """Read plain text.

    Args:
        path: the file as the user named it.
        data: its bytes, in any encoding.

    Returns:
        A Document whose text is the decoded file with universal newlines, without a byte-order mark and without
        characters of no width; it has pages only where form feeds mark them.

    Raises:
        DraftError: the file is too large, empty, or no text.
    """
    if len(data) > LARGEST:
        raise DraftError(
            f"too large for a contract ({len(data) // 1_000_000} MB of text)",
            path=path,
            hint=f"Give the contract alone, in at most {LARGEST // 1_000_000} MB.",
        )
    text, skipped = decoded(path, data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise DraftError("holds no words", path=path, hint="Check that this is the draft.")
    if len(_CONTROL.findall(text)) > MOST_CONTROL * len(text):
        raise _no_text(path)
    parted = tuple(split_words(text))
    text = without_invisible(text)
    blocks = tuple(_blocks(text))
    return Document(
        path=path,
        sha256=sha256(data).hexdigest(),
        format="text",
        text=text,
        blocks=blocks,
        pages=_pages(text),
        title=_title(text, blocks),
        skipped=skipped,
        hidden=tuple(Hidden(word, INSIDE, max(text.find(word), 0)) for word in parted),
    )


def _no_text(path: str) -> DraftError:
    return DraftError("not a text file", path=path, hint="Give the draft as .docx, .pdf or plain text.")


def decoded(path: str, data: bytes) -> tuple[str, tuple[Skipped, ...]]:
    """The characters of a file in any encoding, and what of it was lost.

    Raises:
        DraftError: it is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    if b"\0" in data[:4096]:
        return _without_mark(path, data), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        return _not_utf8(path, data, fault)


def _without_mark(path: str, data: bytes) -> str:
    """UTF-16 that lacks its mark: every second byte of English is zero."""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if data[first:4096:2].count(0) > 0.6 * len(data[first:4096:2]) and data[1 - first : 4096 : 2].count(0) < 8:
            return data.decode(encoding, "replace")
    raise _no_text(path)


def _not_utf8(path: str, data: bytes, fault: UnicodeDecodeError) -> tuple[str, tuple[Skipped, ...]]:
    accented = len(_ACCENTED.findall(data))
    if _WINDOWS.fullmatch(data) and not _MULTIBYTE.search(data) and accented < MOST_ACCENTED * len(data):
        return data.decode("cp1252"), ()
    repaired = data.decode("utf-8", "replace")
    broken = repaired.count("\ufffd")
    if len(_MULTIBYTE.findall(data)) > 4 * broken:  # UTF-8 with a few bytes lost, not another encoding
        line = data.count(b"\n", 0, fault.start) + 1
        return repaired, (Skipped("character", f"line {line}", f"not valid UTF-8, {broken} in all"),)
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise DraftError("in an encoding that cannot be recognised", path=path, hint="Save it as UTF-8.")
    return str(best), ()


def _pages(text: str) -> tuple[int, ...] | None:
    if "\f" not in text:
        return None
    starts = [0, *(m.end() for m in re.finditer("\f", text))]
    return tuple(s for i, s in enumerate(starts) if i == 0 or text[s:].strip())


def _blocks(text: str) -> Iterator[Block]:
    """Paragraphs: blank lines and rows part them, and so does a line that begins with a section's number."""
    start = end = -1  # of the paragraph that is open
    for line in re.finditer(r"[^\n\f]+", text):
        words = line[0].strip()
        row = bool(_ROW.fullmatch(line[0]))
        first = line.start() + len(line[0]) - len(line[0].lstrip())
        last = first + len(words)
        apart = not words or row or start < 0 or _parted(text, end, first, line[0])
        if apart and start >= 0:
            yield Block(start, end)
            start = -1
        if row:
            yield Block(first, last, "row")
        elif words:
            start, end = (first if start < 0 else start), last
    if start >= 0:
        yield Block(start, end)


def _parted(text: str, end: int, first: int, line: str) -> bool:
    between = text[end:first]
    if between.count("\n") > 1 or "\f" in between:
        return True
    return bool(_NUMBER.match(line)) and not _REFERS.search(text, max(0, end - 20), end)


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    """Of the first lines the one that calls itself an agreement; else the very first, where it is no sentence."""
    top = [line for b in blocks[:6] if b.style != "row" for line in text[b.start : b.end].split("\n", 3)[:3]]
    lines = [line.strip(" \t#*_") for line in top]
    short = [line for line in lines if 0 < len(line) <= _LONGEST_TITLE and not line.endswith(_TITLE_ENDS)]
    named = next((line for line in short if _AGREEMENT.search(line)), None)
    return named or (short[0] if short and short[0] == lines[0] else None)
