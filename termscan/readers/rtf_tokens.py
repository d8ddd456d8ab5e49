"""The marks of an RTF file: control words, braces, and characters that come as such or as bytes of a code page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?\ ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])"
    r"|[\r\n]+|(?P<text>[^\\{}\r\n]+)|\\"
)
TEXTS = {
    "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
SIGNS = {"~": "\xa0", "_": "-", "{": "{", "}": "}", "\\": "\\"}


class Token(NamedTuple):
    """A control word with its number, a brace, or characters (`byte` where they came as bytes)."""

    kind: str  # "word", "brace", "text", "byte", "sign"
    said: str
    number: int | None = None


def tokens(text: str) -> Iterator[Token]:
    """The marks of a text in which each byte of the file is a character; pictures as bare bytes are left out."""
    at = 0
    while found := _TOKEN.match(text, at):
        at = found.end()
        kind = found.lastgroup
        if found["word"]:
            number = int(found["number"]) if found["number"] else None
            if found["word"] == "bin":
                at += max(0, number or 0)
            else:
                yield Token("word", found["word"], number)
        elif found["hex"]:
            yield Token("byte", chr(int(found["hex"], 16)))
        elif kind is not None:
            yield Token(kind, found[kind])
