"""Signs that stand for a tick box or a bullet, in plain characters."""

from __future__ import annotations

TICKED, UNTICKED = "[x]", "[ ]"

_TEXT = str.maketrans(
    {
        "☐": UNTICKED, "□": UNTICKED, "❏": UNTICKED, "❑": UNTICKED, "❒": UNTICKED, "☑": TICKED, "☒": TICKED,
        "✓": TICKED, "✔": TICKED, "✗": TICKED, "✘": TICKED, "\u00a0": " ", "\u2011": "-", "\n": " ", "\t": " ",
        "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None,
    }
)  # fmt: skip

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
_PRIVATE = range(0xF000, 0xF100)  # where Word keeps the characters of a symbol font


def plain(text: str) -> str:
    """Words of a run with tick boxes as "[x]" and "[ ]", odd blanks as blanks, and no invisible characters."""
    return text if text.isascii() and text.isprintable() else text.translate(_TEXT)


def symbol(code: int, font: str | None) -> str:
    """A character of a symbol font; a bullet where we do not know what it shows."""
    known = _FONTS.get((font or "").lower(), {}).get(code & 0xFF)
    if known is not None:
        return known
    return "•" if code in _PRIVATE or font in ("Wingdings", "Wingdings 2", "Wingdings 3") else plain(chr(code))


def in_font(text: str, font: str | None) -> str:
    """Words as a run's font shows them."""
    if (font or "").lower() in ("wingdings", "wingdings 2"):
        return "".join(c if c.isspace() else symbol(ord(c), font) for c in text)
    if not text.isascii() and any(ord(c) in _PRIVATE for c in text):
        text = "".join(symbol(ord(c), font or "Wingdings") if ord(c) in _PRIVATE else c for c in text)
    return plain(text)
