"""The tables at the head of an RTF file: fonts, colours, styles; and how a font and a date are written."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from .rtf_form import level_of
from .rtf_tokens import Token

Colour = tuple[int, int, int]

_HEADING = re.compile(r"(?i)heading (\d)")
_PAGES = {  # code page by the charset of a font; the rest is Windows' Latin
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_OF_THE_FILE = 1  # the charset of fonts that have that of the whole file
_SYMBOLS = 2  # the charset of fonts of signs, whose letters are at U+F000


class Font(NamedTuple):
    """A font: its charset, and its name."""

    charset: int = _OF_THE_FILE
    name: str = ""

    def shows(self, raw: str, page: str) -> str:
        """What bytes of a code page, each of them a character, are in this font; `page` is that of the whole file."""
        if self.charset == _SYMBOLS and not (self.name.lower() == "symbol" and raw.isascii()):
            return "".join(chr(0xF000 + ord(c)) if c > " " else c for c in raw)
        if raw.isascii():
            return raw
        page = page if self.charset == _OF_THE_FILE else _PAGES.get(self.charset, "cp1252")
        return raw.encode("latin-1", "replace").decode(page, "replace")


class Style(NamedTuple):
    """A style of paragraphs: its name, and the level of the heading that it makes."""

    name: str = ""
    level: int | None = None


def fonts_of(tokens: Iterator[Token]) -> dict[int, Font]:
    """The fonts by their numbers, read up to the end of their group."""
    found: dict[int, Font] = {}
    number, charset, depth, name = 0, _OF_THE_FILE, 1, ""
    for token in tokens:
        if token.kind == "brace":
            depth += 1 if token.said == "{" else -1
            if depth == 0:
                break
        elif token.said == "f" and token.number is not None:
            number, charset, name = token.number, _OF_THE_FILE, ""
        elif token.said == "fcharset":
            charset = token.number or 0
        elif token.kind == "text" and depth < 3:
            name += token.said
            if name.rstrip().endswith(";"):
                found[number] = Font(charset, name.strip().rstrip(";"))
    return found


def colours_of(tokens: Iterator[Token]) -> list[Colour | None]:
    """The colours in their order; None is the one that the reader chooses."""
    found: list[Colour | None] = []
    parts: dict[str, int] = {}
    for token in tokens:
        if token.kind == "brace":
            break
        if token.kind == "word":
            parts[token.said] = min(max(token.number or 0, 0), 255)
        else:
            for _ in range(token.said.count(";")):
                known = "red" in parts
                found.append((parts["red"], parts.get("green", 0), parts.get("blue", 0)) if known else None)
                parts = {}
    return found


def styles_of(tokens: Iterator[Token]) -> dict[int, Style]:
    """The styles of paragraphs by their numbers."""
    found: dict[int, Style] = {}
    number, level, depth, name = 0, None, 1, ""
    for token in tokens:
        if token.kind == "brace":
            depth += 1 if token.said == "{" else -1
            if depth == 0:
                break
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
                found[number] = Style(name, int(named[1]) - 1 if named else level_of(level))
    return found


def page_of(number: int | None) -> str:
    """The code page of a file by its number; Windows' Latin where there is none of that number."""
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"


def date_of(packed: int | None) -> str | None:
    """The date and time that RTF packs into a number: minute, hour, day, month, year from 1900, weekday."""
    if not packed:
        return None
    packed %= 1 << 32
    minute, hour, day = packed & 63, packed >> 6 & 31, packed >> 11 & 31
    return f"{1900 + (packed >> 20 & 511)}-{packed >> 16 & 15:02d}-{day:02d}T{hour:02d}:{minute:02d}:00"
