"""DOCX: paragraphs and tables in their order, tracked changes read as accepted. A first pass."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from ..errors import DraftError
from ..model import Document, Tracked

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LARGEST = 200_000_000  # bytes of XML; more is a bomb, not a contract


def read_docx(path: str, data: bytes, revisions: str = "accept") -> Document:
    """Read a Word draft.

    Args:
        revisions: "accept" or "reject", how tracked changes are read.

    Raises:
        DraftError: it is damaged, or holds what no draft has.
    """
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(i.file_size for i in package.infolist()) > _LARGEST:
                raise DraftError("unpacks to more than a contract can hold", path=path, hint="Save it anew from Word.")
            xml = package.read("word/document.xml")
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError):
        raise DraftError(
            "is damaged or no Word document", path=path, hint="Open it in Word and save it anew."
        ) from None
    if b"<!DOCTYPE" in xml[:2000]:
        raise DraftError("has a document type, which Word never writes", path=path, hint="Save it anew from Word.")
    try:
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError:
        raise DraftError("is damaged inside", path=path, hint="Open it in Word and save it anew.") from None
    gone = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}[revisions]
    text, tracked = "", []
    for line, spans in _lines(root.find(f"{_W}body"), gone):
        for start, end, change, node in spans:
            author, date = node.get(f"{_W}author"), node.get(f"{_W}date")
            tracked.append(Tracked(len(text) + start, len(text) + end, change, author, date))
        text += line + ("\n" if line.startswith("|") else "\n\n")
    if not text.strip():
        raise DraftError("has no text", path=path, hint="Check that this is the draft.")
    tables = len(root.findall(f".//{_W}tbl"))
    read = (("tables", tables), ("tracked changes", len(tracked)))
    return Document(path, hashlib.sha256(data).hexdigest(), "docx", text, tracked=tuple(tracked), read=read)


def _lines(body: Any, gone: tuple[str, ...]) -> Iterator[tuple[str, list[Any]]]:
    """Each paragraph and each table row as a line, with the tracked stretches in it."""
    for element in body.iter(f"{_W}p", f"{_W}tr"):
        inside = any(True for _ in element.iterancestors(f"{_W}tc"))
        if element.tag == f"{_W}tr":
            cells = [" ".join(_words(p, gone)[0] for p in c.iter(f"{_W}p")) for c in element.iterchildren(f"{_W}tc")]
            yield "| " + " | ".join(re.sub(r"\s+", " ", c).strip() for c in cells) + " |", []
        elif not inside:
            words, spans = _words(element, gone)
            if words.strip():
                yield words, spans


def _words(paragraph: Any, gone: tuple[str, ...]) -> tuple[str, list[Any]]:
    out, spans = "", []
    for run in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}delText", f"{_W}noBreakHyphen"):
        marks = [a for a in run.iterancestors() if a.tag in {f"{_W}{n}" for n in ("ins", "del", "moveTo", "moveFrom")}]
        if any(a.tag == f"{_W}{n}" for a in marks for n in gone):
            continue
        name = run.tag.removeprefix(_W)
        said = (run.text or "") if name in ("t", "delText") else "-" if name == "noBreakHyphen" else " "
        for a in marks:
            spans.append((len(out), len(out) + len(said), "moved" if a.tag.endswith("moveTo") else "inserted", a))
        out += said
    return out, spans
