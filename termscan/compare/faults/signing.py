"""The signature block: who has signed, who has not, and whether those who sign are the parties."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz

from ...outline.parties import short_name
from ..matter import Matter
from .finding import Finding, Stretch

_OPENS = re.compile(
    r"(?i)\bin witness (?:whereof|of which)\b|\b(?:signed|executed|accepted and agreed|agreed and accepted)\b[^.\n]{0,60}\b(?:for and on behalf of|by(?: the parties)?:)|"
    r"\b(?:have|has) (?:caused (?:this|these)|executed|signed|duly executed)\b"
)
_LABEL = re.compile(
    r"(?P<label>\b(?:By|BY|Signature|SIGNATURE|Signed|Print(?:ed)? Name|Name|NAME|Title|TITLE|Its|Date|DATE|Dated))\b[ \t]*(?::|(?=[ \t]*(?:_{3}|-{3}|/s/)))"
)
_SORTS = {
    "by": "signature",
    "signature": "signature",
    "signed": "signature",
    "name": "name",
    "print name": "name",
    "printed name": "name",
}
_EMPTY = re.compile(r"[\s_.|\-–—:\[\]●]*\Z")
_COMPANY = re.compile(
    r"\b(?P<name>[A-Z][\w&'’-]*(?:\.[A-Z]\w*)?(?:,? (?:[A-Z][\w&'’-]*|of|and|&)){0,6}?,? (?:Inc|INC|Ltd|LTD|Limited|LIMITED|LLC|L\.L\.C|LLP|Corp|CORP|Corporation|CORPORATION|GmbH|plc|PLC|B\.V|S\.A)\b\.?)"
)
_LATE = 0.4  # signatures stand in the rest of the draft
_LONG = 4000  # characters from "in witness whereof" to the first signature
_APART = 600  # characters between two lines of a signature block
_ALIKE = 80  # of 100


def signature_page(text: str) -> Stretch:
    """Where the parties sign; nowhere, at the draft's end, where nobody does."""
    late = int(len(text) * _LATE)
    labels = list(_LABEL.finditer(text, late))
    first = next((m.start() for m in labels if m["label"].lower() in ("by", "signature", "signed")), None)
    opens = [m.start() for m in _OPENS.finditer(text, late)]
    if first is None:
        return (opens[-1], len(text)) if opens else (len(text), len(text))
    for m in reversed(labels):  # "Dated: … Acme Retail Ltd" above the line to sign on
        if first - _APART // 2 < m.start() < first:
            first = m.start()
    end = first
    for m in labels:
        if end <= m.start() < end + _APART:
            end = m.end()
    before = [at for at in opens if first - _LONG < at < first]
    line = text.find("\n", end)
    return before[-1] if before else max(0, text.rfind("\n", 0, first)), line if line >= 0 else len(text)


def signature_blocks(matter: Matter) -> Iterator[Finding]:
    """A block that one side has filled in and the other has not, or one for somebody else.

    One that waits for both is what a draft should have.
    """
    start, end = signature_page(matter.text)
    if start == end:
        return
    filled, empty = _places(matter.text, start, end)
    for sort, spans in empty.items():
        if filled.get(sort):
            yield Finding(
                "signature-block",
                (spans[0], filled[sort][0]),
                f"a {sort} is missing",
                f"one {sort} is filled in, another is not",
            )
            return
    yield from _strangers(matter, start, end)


def _places(text: str, start: int, end: int) -> tuple[dict[str, list[Stretch]], dict[str, list[Stretch]]]:
    """Where a signature or a name is filled in, and where it is not, by what is asked for there."""
    labels = list(_LABEL.finditer(text, start, end))
    filled: dict[str, list[Stretch]] = defaultdict(list)
    empty: dict[str, list[Stretch]] = defaultdict(list)
    for i, m in enumerate(labels):
        sort = _SORTS.get(m["label"].lower())
        if sort is None:
            continue
        line = text.find("\n", m.end(), end)
        stop = min(labels[i + 1].start() if i + 1 < len(labels) else end, line if line >= 0 else end)
        into = empty if _EMPTY.match(text[m.end() : stop]) else filled
        into[sort].append((m.start(), stop))
    return filled, empty


def _strangers(matter: Matter, start: int, end: int) -> Iterator[Finding]:
    """A company that signs and is no party, in the place of a party that does not sign."""
    who, block = matter.reading.outline.parties, matter.text[start:end]
    names = {
        side: (p.name, *p.called) for side, p in (("customer", who.customer), ("provider", who.provider)) if p.name
    }
    absent = [n[0] for n in names.values() if not any(short_name(x).lower() in block.lower() for x in n if x)]
    for m in _COMPANY.finditer(block) if absent else ():
        known = max(
            fuzz.partial_ratio(short_name(m["name"]).lower(), short_name(x).lower())
            for n in names.values()
            for x in n
            if x
        )
        if known < _ALIKE:
            who_signs = f'"{m["name"]}" is to sign, "{absent[0]}" is not'
            yield Finding("signature-block", ((start + m.start(), start + m.end()),), who_signs, who_signs)
            return
