"""Signs that stand for a tick box or a bullet, in plain characters."""

from __future__ import annotations

import re

TICKED, UNTICKED = "[x]", "[ ]"

_TEXT = {
    "☐": UNTICKED, "□": UNTICKED, "❏": UNTICKED, "❑": UNTICKED, "❒": UNTICKED, "☑": TICKED, "☒": TICKED,
    "✓": TICKED, "✔": TICKED, "✗": TICKED, "✘": TICKED, "\u00a0": " ", "\u2011": "-", "\n": " ", "\t": " ",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
}  # fmt: skip
_ODD = re.compile(f"[{''.join(_TEXT)}]")

_WINGDINGS = {
    **dict.fromkeys((0x6F, 0x70, 0x71, 0x72, 0xA8), UNTICKED),
    **dict.fromkeys((0x78, 0xFB, 0xFC, 0xFD, 0xFE), TICKED),
}
_WINGDINGS_2 = {
    **dict.fromkeys((0x2A, 0x30, 0xA3), UNTICKED),
    **dict.fromkeys((0x4F, 0x50, 0x51, 0x52, 0x53, 0x54), TICKED),
}
_SYMBOL = {0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_DINGBATS = frozenset(("wingdings", "wingdings 2"))  # fonts whose letters are signs
_PRIVATE = range(0xF000, 0xF100)  # where Word keeps the characters of a symbol font
_IN_PRIVATE = re.compile("[\uf000-\uf0ff]")


def plain(text: str) -> str:
    """Words of a run with tick boxes as "[x]" and "[ ]", odd blanks as blanks, and no invisible characters."""
    return _ODD.sub(lambda sign: _TEXT[sign[0]], text)  # far faster than `translate`: few runs have any


def symbol(code: int, font: str | None) -> str:
    """A character of a symbol font; a bullet where we do not know what it shows."""
    known = _FONTS.get((font or "").lower(), {}).get(code & 0xFF)
    if known is not None:
        return known
    return "•" if code in _PRIVATE or font in ("Wingdings", "Wingdings 2", "Wingdings 3") else plain(chr(code))


def in_font(text: str, font: str | None) -> str:
    """Words as a run's font shows them."""
    if font and font.lower() in _DINGBATS:
        return "".join(c if c.isspace() else symbol(ord(c), font) for c in text)
    if text.isascii() and text.isprintable():  # as most are
        return text
    if not text.isascii():
        text = _IN_PRIVATE.sub(lambda sign: symbol(ord(sign[0]), font or "Wingdings"), text)
    return plain(text)
