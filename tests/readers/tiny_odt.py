"""Small OpenDocument texts, of the parts that a test needs."""

from __future__ import annotations

import io
import zipfile

_NAMES = "".join(
    f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip


def odt(body: str, styles: str = "", more: dict[str, bytes] | None = None, kind: str = "text") -> bytes:
    """An OpenDocument text; `styles` are those of the draft itself, `more` are other members."""
    content = (
        f"<office:document-content{_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return package({"content.xml": content.encode(), **(more or {})}, kind)


def package(members: dict[str, bytes], kind: str = "text") -> bytes:
    """A package of these members, with the one that says what it is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        for name, content in members.items():
            made.writestr(name, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def outline_style(levels: str) -> bytes:
    """A `styles.xml` by which headings are numbered."""
    shown = f"<office:styles><text:outline-style>{levels}</text:outline-style></office:styles>"
    return f"<office:document-styles{_NAMES}>{shown}</office:document-styles>".encode()
