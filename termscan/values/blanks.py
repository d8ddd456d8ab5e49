"""Blanks and redactions: places where a value should stand and none does."""

from __future__ import annotations

import re

# what template drafters write between square brackets for the value to come
_ASKED_FOR = (
    r"insert|enter|specify|state|fill[\s-]in|complete|to\s+be|tbd|tbc|tba|amount|number|date|percentage|percent|rate|sum|price|"
    r"name|address|jurisdiction|country|currency|period|days|months|years|quantity|value|fee|x{1,4}|n|y{2,4}|mm|dd|\.{2,}|…"
)
_REDACTED = (
    r"\[\s*(?:\*[\s*]*+|redacted[^\]]{0,40}|omitted[^\]]{0,40}|confidential[^\]]{0,40})\]"
    r"|\{\s*\*[\s*]*+\}|\*(?:\s?\*){2,}+"
)
BLANK = (
    rf"(?:{_REDACTED}|\[\s*(?:[●•■○∙·#?_\uf0b7\s–—-]*+|(?:{_ASKED_FOR})(?:[^\w\]][^\]]{{0,60}})?)\]"
    r"|<\s*[●•_#]+\s*>|_{2,}+(?:\s_++)*+|[●•](?=\s*(?:%|days|months|years|business))|\b(?:TBD|TBC)\b)"
)
_REDACTION = re.compile(_REDACTED, re.IGNORECASE)
A_BLANK = re.compile(BLANK, re.IGNORECASE)


def is_redaction(text: str) -> bool:
    """Whether the words were struck out on purpose ("[***]") rather than left to be filled in ("[●]")."""
    return _REDACTION.match(text) is not None
