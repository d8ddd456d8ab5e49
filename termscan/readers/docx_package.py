"""The parts of a DOCX package, opened with python-docx once it is known to be no bomb.

A DOCX is a ZIP of XML parts that point at each other through relationships.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from ..errors import DraftError
from .docx_xml import Element, W

LARGEST = 400_000_000  # bytes unpacked; zipfile never unpacks more of a member than its directory declares
LARGEST_XML = 100_000_000  # bytes of XML; the longest contracts have some 20 million
MOST_MEMBERS = 10_000
_PROLOG = 4096  # bytes in which a document type would be declared

_SAVE_ANEW = "Open it in Word and save it anew."
_STRICT = (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode())


@dataclass(frozen=True)
class Package:
    """The trees of the parts that hold words or say how words are numbered and shown; None where a part is missing."""

    document: Element
    styles: Element | None
    numbering: Element | None
    footnotes: Element | None
    endnotes: Element | None


def open_package(path: str, data: bytes) -> Package:
    """Open a Word draft.

    Raises:
        DraftError: it is damaged, encrypted, too large when unpacked, or no Word document.
    """
    with _refusals(path):
        with zipfile.ZipFile(io.BytesIO(data)) as members:
            _refuse_bomb(path, members)
            _refuse_entities(path, members)
            whole = _without_dangling(members, data)
        return _parts(path, whole)


@contextmanager
def _refusals(path: str) -> Iterator[None]:
    """What the libraries raise over a broken package, said as one line."""
    from docx.opc.exceptions import OpcError
    from lxml import etree

    damaged = (OpcError, etree.LxmlError, zipfile.BadZipFile, zlib.error, EOFError, OSError, UnicodeError)
    try:
        yield
    except etree.XMLSyntaxError as fault:
        deep = "depth" in str(fault).lower()
        problem = "nested deeper than any contract" if deep else "damaged inside"
        raise DraftError(problem, path=path, hint=_SAVE_ANEW) from None
    except damaged:
        raise DraftError("damaged, and cannot be unpacked in full", path=path, hint=_SAVE_ANEW) from None
    except (KeyError, AttributeError, ValueError, TypeError, IndexError, NotImplementedError):
        raise DraftError("damaged: a part of the Word document is missing", path=path, hint=_SAVE_ANEW) from None


def _refuse_bomb(path: str, members: zipfile.ZipFile) -> None:
    listed = members.infolist()
    if any(m.flag_bits & 1 for m in listed):
        raise DraftError("protected with a password", path=path, hint="Take the password off and save it again.")
    xml = sum(m.file_size for m in listed if _is_xml(m.filename))
    if sum(m.file_size for m in listed) > LARGEST or xml > LARGEST_XML or len(listed) > MOST_MEMBERS:
        raise DraftError("unpacks to more than any contract holds", path=path, hint="Do not open it; ask who sent it.")


def _refuse_entities(path: str, members: zipfile.ZipFile) -> None:
    """Word never writes a document type; one is there to smuggle in entities."""
    for name in filter(_is_xml, members.namelist()):
        with members.open(name) as part:
            if b"<!DOCTYPE" in part.read(_PROLOG).replace(b"\0", b""):
                raise DraftError("declares XML entities, which Word never writes", path=path, hint=_SAVE_ANEW)


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _without_dangling(members: zipfile.ZipFile, data: bytes) -> bytes:
    """The package without relationships to parts that are not in it.

    Word opens such a package (a picture that some converter dropped), python-docx does not.
    """
    from docx.opc.packuri import PackURI
    from lxml import etree

    present, mended = set(members.namelist()), {}
    for name in (n for n in present if n.endswith(".rels")):
        folder = "/" + name.rpartition("_rels/")[0].rstrip("/")
        tree = etree.fromstring(members.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
        gone = [
            link
            for link in tree
            if link.get("TargetMode") != "External"
            and PackURI.from_rel_ref(folder, link.get("Target", "")).membername not in present
        ]
        for link in gone:
            tree.remove(link)
        if gone:
            mended[name] = etree.tostring(tree)
    return _rewritten(members, mended) if mended else data


def _rewritten(members: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as copy:
        for name in members.namelist():
            copy.writestr(name, changed.get(name) or members.read(name))
    return out.getvalue()


def _parts(path: str, data: bytes) -> Package:
    from docx.opc.package import OpcPackage

    package = OpcPackage.open(io.BytesIO(data))
    main = _related(package, "officeDocument")
    document = None if main is None else _tree(main)
    if document is None or document.find(f"{W}body") is None:
        raise DraftError("no Word document", path=path, hint="Give the draft as .docx, .pdf or plain text.")
    names = ("styles", "numbering", "footnotes", "endnotes")
    return Package(document, *(_tree(_related(main, name)) for name in names))


def _related(source: Any, kind: str) -> Any:
    """The part that a relationship of a kind points at; its type ends alike in the strict and the usual format."""
    links = source.rels.values()
    return next((r.target_part for r in links if not r.is_external and r.reltype.endswith(f"/{kind}")), None)


def _tree(part: Any) -> Element | None:
    from docx.oxml.parser import parse_xml

    if part is None:
        return None
    tree = part.element if hasattr(part, "element") else parse_xml(part.blob)
    if _STRICT[0].decode() in tree.nsmap.values():
        return parse_xml(part.blob.replace(*_STRICT))
    return tree
