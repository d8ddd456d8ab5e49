"""The parts of a DOCX package, opened once it is known to be no bomb.

A DOCX is a ZIP of XML parts that point at each other through relationships.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

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
    names: Mapping[str, str]  # of the parts in the package: "document", and what it points at ("styles", "comments")


def open_package(path: str, data: bytes) -> Package:
    """Open a Word draft.

    Raises:
        DraftError: it is damaged, encrypted, too large when unpacked, or no Word document.
    """
    with _refusals(path), zipfile.ZipFile(io.BytesIO(data)) as members:
        _refuse_bomb(path, members)
        return _parts(path, members)


class _DeclaresEntities(Exception):
    """Word never writes a document type; one is there to smuggle in entities."""


@contextmanager
def _refusals(path: str) -> Iterator[None]:
    """What the libraries raise over a broken package, said as one line."""
    from lxml import etree

    damaged = (etree.LxmlError, zipfile.BadZipFile, zlib.error, EOFError, OSError, UnicodeError)
    try:
        yield
    except etree.XMLSyntaxError as fault:
        deep = "depth" in str(fault).lower()
        problem = "nested deeper than any contract" if deep else "damaged inside"
        raise DraftError(problem, path=path, hint=_SAVE_ANEW) from None
    except _DeclaresEntities:
        raise DraftError("declares XML entities, which Word never writes", path=path, hint=_SAVE_ANEW) from None
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


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _parts(path: str, members: zipfile.ZipFile) -> Package:
    named = {name.lower(): name for name in members.namelist()}  # Word does not tell capitals apart
    main = _related(members, named, "").get("officeDocument")
    document = _tree(members, main)
    if main is None or document is None or document.find(f"{W}body") is None:
        raise DraftError("no Word document", path=path, hint="Give the draft as .docx, .pdf or plain text.")
    beside = _related(members, named, main)
    names = ("styles", "numbering", "footnotes", "endnotes")
    styles, numbering, footnotes, endnotes = (_tree(members, beside.get(name)) for name in names)
    return Package(document, styles, numbering, footnotes, endnotes, {**beside, "document": main})


def _related(members: zipfile.ZipFile, named: dict[str, str], source: str) -> dict[str, str]:
    """The parts that a part points at, by the last word of the relationship's type.

    That word is alike in the strict and the usual format. What is not in the package, or outside it, is left out: Word
    opens a draft whose picture some converter dropped.
    """
    folder, name = posixpath.split(source)
    links = named.get(posixpath.join(folder, "_rels", f"{name}.rels").lower())
    found: dict[str, str] = {}
    for link in parsed(members.read(links)) if links else ():
        target = posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/")
        part = named.get(target.lower())
        if part and link.get("TargetMode") != "External":
            found.setdefault(link.get("Type", "").rpartition("/")[2], part)
    return found


def _tree(members: zipfile.ZipFile, name: str | None) -> Element | None:
    if name is None:
        return None
    content = members.read(name)
    tree = parsed(content)
    return parsed(content.replace(*_STRICT)) if _STRICT[0].decode() in tree.nsmap.values() else tree


def parsed(content: bytes) -> Element:
    """A part's tree, without remarks of XML and without looking anything up."""
    from lxml import etree

    if b"<!DOCTYPE" in content[:_PROLOG].replace(b"\0", b""):
        raise _DeclaresEntities
    safe = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    return etree.fromstring(content, safe)
