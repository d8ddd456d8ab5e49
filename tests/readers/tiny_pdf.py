"""Small PDFs written by hand, so that a test shows where every word stands on its page."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

PICTURE = "q 200 0 0 200 100 400 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"
_PAD = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


@dataclass(frozen=True)
class Word:
    """A run of words at a place of the page, in points from its lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10


@dataclass(frozen=True)
class Field:
    """A form field and what was filled into it; True and False make a tick box."""

    x: float
    y: float
    value: str | bool


@dataclass(frozen=True)
class Note:
    """What a reader put over a page: "Text" (a remark), "FreeText", "StrikeOut", "Link" …"""

    kind: str
    words: str = ""


def lines(text: str, *, x: float = 72, y: float = 720, step: float = 12, size: float = 10) -> list[Word]:
    """The lines of a text one below the other; an empty line leaves its place free."""
    return [Word(x, y - step * n, line, size) for n, line in enumerate(text.split("\n")) if line]


def pdf(*pages: Sequence[Word | Field | Note | str], password: str | None = None) -> bytes:
    """A PDF in Helvetica; a string on a page is drawing code (rules, a picture)."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    fields = [[part for part in page if isinstance(part, Field)] for page in pages]
    notes = ["".join(_noted(part) for part in page if isinstance(part, Note)) for page in pages]
    numbers = iter(range(4 + 2 * count, 10_000))
    refs = [" ".join(f"{next(numbers)} 0 R" for _ in on_page) for on_page in fields]
    form = f"/AcroForm << /Fields [{' '.join(refs)}] >> " if any(refs) else ""
    objects: list[tuple[str, bytes | None]] = [
        (f"<< /Type /Catalog /Pages 2 0 R {form}>>", None),
        (f"<< /Type /Pages /Kids [{kids}] /Count {count} >>", None),
        ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", None),
    ]
    for n, page in enumerate(pages):
        drawn = "\n".join(p if isinstance(p, str) else _shown(p) for p in page if not isinstance(p, Field | Note))
        head = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Annots [{refs[n]} {notes[n]}] "
            f"/Resources << /Font << /F 3 0 R >> >> /Contents {5 + 2 * n} 0 R >>"
        )
        objects += [(head, None), ("", drawn.encode("cp1252"))]
    objects += [(_filled(f, n), None) for n, f in enumerate(field for on_page in fields for field in on_page)]
    return _written(objects, password)


def grid(xs: Sequence[float], ys: Sequence[float]) -> str:
    """Ruling lines at these places."""
    down = [f"{x} {min(ys)} m {x} {max(ys)} l S" for x in xs]
    across = [f"{min(xs)} {y} m {max(xs)} {y} l S" for y in ys]
    return "\n".join(down + across)


def _filled(field: Field, number: int) -> str:
    head = (
        f"<< /Type /Annot /Subtype /Widget /T (field{number}) /Rect [{field.x} {field.y} {field.x + 40} {field.y + 10}]"
    )
    if isinstance(field.value, str):
        return f"{head} /FT /Tx /V ({field.value}) >>"
    state = "Yes" if field.value else "Off"
    return f"{head} /FT /Btn /V /{state} /AS /{state} /AP << /N << /Yes null /Off null >> >> >>"


def _noted(note: Note) -> str:
    return f"<< /Type /Annot /Subtype /{note.kind} /Rect [100 500 160 520] /Contents ({note.words}) >> "


def _shown(word: Word) -> str:
    text = word.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F {word.size} Tf 1 0 0 1 {word.x} {word.y} Tm ({text}) Tj ET"


def _written(objects: Sequence[tuple[str, bytes | None]], password: str | None) -> bytes:
    key, trailer = _key(password) if password else (b"", "")
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, (head, stream) in enumerate(objects, 1):
        places.append(len(out))
        if stream is not None:
            content = _rc4(_object_key(key, number), stream) if key else stream
            body = f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"
        else:
            body = head.encode()
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start, size = len(out), len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer\n<< /Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _key(password: str) -> tuple[bytes, str]:
    """The key of the standard security handler (revision 2), and its entries in the trailer."""
    padded = (password.encode() + _PAD)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    identity = b"0123456789abcdef"
    key = hashlib.md5(padded + owner + (-4 & 0xFFFFFFFF).to_bytes(4, "little") + identity).digest()[:5]
    encrypt = f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{_rc4(key, _PAD).hex()}> /P -4 >>"
    return key, f"/Encrypt {encrypt} /ID [<{identity.hex()}> <{identity.hex()}>] "


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]


def _rc4(key: bytes, content: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
