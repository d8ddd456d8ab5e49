"""Markdown: read as the page that it makes, so that what a page hides is hidden here too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..model import Document
from .html import read_html
from .text import LARGEST, decoded

if TYPE_CHECKING:
    from markdown_it.token import Token

_SIGNATURE_LINE = re.compile(r"(?m)^( {0,3})(?=_{4,}[ \t]*$)")


def read_markdown(path: str, data: bytes) -> Document:
    """Read Markdown (CommonMark with tables and footnotes).

    Args:
        path: the file as the user named it.
        data: its bytes, in any encoding.

    Raises:
        DraftError: it is too large or holds no words that show.
    """
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    text = _SIGNATURE_LINE.sub(r"\1\\", decoded(path, data[: LARGEST + 1])[0])
    maker = MarkdownIt("commonmark", {"breaks": True}).enable("table").use(footnote_plugin).disable("code")
    tokens = maker.parse(text)
    _keep_numbers(tokens)
    page = maker.renderer.render(tokens, maker.options, {})
    return read_html(path, f'<meta charset="utf-8">{page}'.encode(), form="markdown")


def _keep_numbers(tokens: Sequence[Token]) -> None:
    """An item keeps the number that was typed; where all have the same, they are counted."""
    before: dict[int, str] = {}  # by depth
    for token in tokens:
        if token.type == "ordered_list_open":
            before.pop(token.level, None)
        elif token.type == "list_item_open" and token.info.isdecimal():
            if token.info != before.get(token.level - 1):
                token.attrSet("value", token.info)
            before[token.level - 1] = token.info
