"""A Word package written anew: the parts that were marked up are exchanged, all others keep their bytes."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping

from lxml import etree

from ..readers.docx_package import Package, parsed
from ..readers.docx_xml import Element, W

_TYPES = "[Content_Types].xml"
_TYPES_NS = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_LINKS_NS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def comments_of(data: bytes, package: Package) -> Element:
    """The comments of a draft, or a new part without any."""
    name = package.names.get("comments")
    if name is not None:
        with zipfile.ZipFile(io.BytesIO(data)) as members:
            return parsed(members.read(name).replace(_STRICT_W.encode(), W[1:-1].encode()))
    return etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})


def rewritten(data: bytes, package: Package, comments: Element | None) -> bytes:
    """The draft with the tree of `package` for its body, and these comments.

    Args:
        data: the draft as it came.
        package: its parts, opened with `open_package`; its document may have been marked up since.
        comments: the tree of all comments; None leaves that part, or its absence, as it is.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as members:
        new = _new_parts(members, package, comments)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
            for member in members.infolist():
                content = new.pop(member.filename) if member.filename in new else members.read(member)
                copy.writestr(member, content, zipfile.ZIP_DEFLATED)
            for name, content in new.items():
                copy.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _new_parts(members: zipfile.ZipFile, package: Package, comments: Element | None) -> dict[str, bytes]:
    main = package.names["document"]
    strict = _STRICT_W.encode() in members.read(main)
    new = {main: _written(package.document, strict)}
    if comments is None:
        return new
    name = package.names.get("comments")
    if name is None:
        name = _free_name(members, posixpath.join(posixpath.dirname(main), "comments.xml"))
        new |= _announced(members, main, name, _STRICT_RELATION if strict else _RELATION)
    return new | {name: _written(comments, strict)}


def _written(tree: Element, strict: bool) -> bytes:
    content: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return content.replace(W[1:-1].encode(), _STRICT_W.encode()) if strict else content


def _free_name(members: zipfile.ZipFile, name: str) -> str:
    taken = {n.lower() for n in members.namelist()}
    stem = name.removesuffix(".xml")
    numbered = (f"{stem}{n}.xml" for n in range(1, len(taken) + 2))
    return name if name.lower() not in taken else next(n for n in numbered if n.lower() not in taken)


def _announced(members: zipfile.ZipFile, main: str, name: str, relation: str) -> Mapping[str, bytes]:
    """The content types and the relationships of the body, with a new part for comments in both."""
    named = {n.lower(): n for n in members.namelist()}
    types_name = named.get(_TYPES.lower(), _TYPES)
    types = parsed(members.read(types_name))
    etree.SubElement(types, f"{_TYPES_NS}Override", PartName=f"/{name}", ContentType=_COMMENTS_TYPE)
    folder, base = posixpath.split(main)
    links_name = posixpath.join(folder, "_rels", f"{base}.rels")
    links_name = named.get(links_name.lower(), links_name)
    if links_name in members.namelist():
        links = parsed(members.read(links_name))
    else:
        links = etree.fromstring(f'<Relationships xmlns="{_LINKS_NS[1:-1]}"/>')
    taken = {link.get("Id") for link in links}
    free = next(i for n in range(1, len(taken) + 2) if (i := f"rIdC{n}") not in taken)
    etree.SubElement(
        links, f"{_LINKS_NS}Relationship", Id=free, Type=f"{relation}/comments", Target=posixpath.basename(name)
    )
    return {types_name: _written(types, False), links_name: _written(links, False)}
