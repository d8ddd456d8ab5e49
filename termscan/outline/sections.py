"""The section tree of a draft: numbers, headings, and where a passage is placed (body, recital, schedule …)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ..model import Block, Document
from .numbers import Marker, markers

Placement = Literal["body", "recital", "schedule"]

_TITLE = re.compile(
    r"[ \t]*[.:–—-]?[ \t]*(?P<h>(?:[A-Z][\w’'&/,-]*|\$?\d+|(?:of|and|or|the|to|for|in|on|by|with|from|a|an|upon|as|not|at|&|/|no|its|during)\b)"
    r"(?:[ ,;]{1,2}(?:[A-Z(][\w’'&/,()-]*|(?:of|and|or|the|to|for|in|on|by|with|from|a|an|upon|as|not|at|&|/|no|its|during)\b)){0,9}?)"
    r"(?P<stop>\s*[.:](?=\s|$)|[ \t]*(?=\n)|\s+[–—-]{1,2}\s|(?=\s+\(?\d{1,2}\.\d)|$)"
)
_CAPS = re.compile(r"[ \t]*[.:–—-]?[ \t]*(?P<h>[A-Z][A-Z’'&/,; -]{3,70}[A-Z)])(?P<stop>\s*[.:]|(?=\s))")
_SPEAKS = re.compile(r"\b(?:SHALL|WILL|MAY|MUST|IS|ARE|EXCEED|EXCEPT)\b")
_BARE = re.compile(r"^[ \t*_]*(?P<h>[A-Z][A-Za-z’'&/,() -]{2,68}[A-Za-z)])[ \t:*_]*$", re.MULTILINE)
_RECITAL = re.compile(r"(?im)^\W*(?:whereas\b|recitals?\b|background\b|witnesseth\b)|\bWHEREAS\b")
_OPERATIVE = re.compile(
    r"(?i)now,?\s+therefore|(?:the parties|it is|they)?\s*(?:hereby |hereto )?(?:mutually )?(?:agree|covenant)s?(?: and agree)?(?: as follows|:)|in consideration of"
)


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered or headed stretch of the draft; `number` is the whole path ("4.2(b)"), `heading` the nearest one."""

    start: int
    end: int
    number: str | None
    heading: str | None
    headings: tuple[str, ...]  # from the top down
    depth: int
    placement: Placement
    body: int  # offset at which the words after number and heading begin


def sections(document: Document) -> tuple[Section, ...]:
    """Cut a draft into its sections, in order and without gaps; the first holds what stands before any number."""
    text = document.text
    marks: list[Marker] = markers(text, document.blocks)
    taken = {m.start for m in marks}
    styled = {b.start: b for b in document.blocks if b.style == "heading" and b.label}
    cuts: list[tuple[int, Marker | None, str | None, int]] = [(0, None, None, 0)]
    for i, m in enumerate(marks):
        heading, body = _styled(text, styled.get(m.start)) or _heading(
            text, m, marks[i + 1].start if i + 1 < len(marks) else len(text)
        )
        cuts.append((m.start, m, heading, body))
    cuts += [(s, None, h, e) for s, e, h in _bare_headings(document, taken)]
    cuts.sort(key=lambda c: c[0])
    return tuple(_assemble(text, cuts))


def _styled(text: str, block: Block | None) -> tuple[str, int] | None:
    """The heading of a numbered block that the format itself calls one."""
    if block is None:
        return None
    words = " ".join(text[block.start : block.end].split()).removeprefix(block.label or "").strip(" .:–—-\t")
    return (words, block.end) if words else None


_SUBJECT = re.compile(r"[A-Z][A-Z.&'’-]*[ \t]*\Z")
_VERB = re.compile(
    r"[ \t]*(?:(?:hereby|also|further)[ \t]+)?(?:shall|will|may|must|agrees?|warrants?|represents?|grants?)\b"
)


def _heading(text: str, m: Marker, limit: int) -> tuple[str | None, int]:
    if m.label.startswith("(") and not text[m.end : m.end + 3].strip():
        return None, m.end
    window = text[m.end : min(limit, m.end + 120)]
    for pattern in (_CAPS, _TITLE):
        found = pattern.match(window)
        if not found:
            continue
        heading = " ".join(found["h"].split()).strip(" ,;-")
        if pattern is _CAPS and (_SPEAKS.search(heading) or re.match(r" +[A-Z]{2,}\b", window[found.end() :])):
            continue  # a clause in capitals ("IN NO EVENT SHALL …"), not a heading
        subject = _SUBJECT.search(window, found.start("h"), found.end("h"))
        if pattern is _CAPS and subject and _VERB.match(window, subject.end()):
            before = window[found.start("h") : subject.start()].strip(" ,;-")
            return before or None, m.end + subject.start() if before else m.end  # "9.1 ACME ACME shall pay …"
        ends_itself = (
            bool(found["stop"].strip())
            or found.end() >= len(window)
            or window[found.end("h") :].lstrip(" \t")[:1] in ("\n", "")
        )
        enough = len(heading) > 2 and (pattern is _CAPS or ends_itself)
        if enough and not re.match(
            r"(?:The|This|Each|Any|All|If|In|No|For|Upon|Such|Neither|Either|It)\b.*\b(?:shall|will|may|is|are)\b",
            heading,
        ):
            return heading, m.end + found.end()
    return None, m.end


def _bare_headings(document: Document, taken: set[int]) -> list[tuple[int, int, str]]:
    """Headings without a number: styled so by the format, or a short capitalised line of its own."""
    text, out = document.text, []
    styled = {b.start: b for b in document.blocks if b.style in ("heading", "title") and not b.label}
    out += [(b.start, b.end, text[b.start : b.end].strip()) for b in styled.values() if b.start not in taken]
    for m in _BARE.finditer(text):
        start, heading = m.start("h"), " ".join(m["h"].split())
        if start in styled or start in taken or len(heading.split()) > 8:
            continue
        before = text[: m.start()].rstrip(" \t")
        words = [w for w in re.findall(r"[A-Za-z’']+", heading) if len(w) > 3]
        capital = sum(w[0].isupper() for w in words)
        if (
            words
            and capital == len(words)
            and not _SPEAKS.search(heading)
            and before[-2:] in ("\n\n", "")
            and before.rstrip()[-1:] != ","
        ):
            out.append((start, m.end(), heading))
    return out


def _assemble(text: str, cuts: list[tuple[int, Marker | None, str | None, int]]) -> list[Section]:
    out: list[Section] = []
    path: list[tuple[int, str, str | None]] = []  # depth, label, heading
    schedule: str | None = None
    recital_until = _recitals(text, [c[0] for c in cuts if c[1] and _FIRST_CLAUSE.fullmatch(c[1].label)])
    bare: str | None = None
    for i, (start, marker, heading, body) in enumerate(cuts):
        end = cuts[i + 1][0] if i + 1 < len(cuts) else len(text)
        if marker and marker.schedule:
            schedule, path, bare = marker.label, [], None
            number: str | None = None
        elif marker:
            path = [p for p in path if p[0] < marker.depth]
            path.append((marker.depth, marker.label, heading))
            if heading and marker.depth == 0:
                bare = None  # a clause with a heading of its own does not stand under an earlier one without a number
            number = _number(path)
        else:
            bare, path, number = (None if re.search(r"(?i)\bagreement$", heading or "") else heading), [], None
        heads = tuple(
            h for h in (schedule, bare, *(p[2] for p in path), heading if marker and marker.schedule else None) if h
        )
        placement: Placement = (
            "recital" if recital_until[0] <= start < recital_until[1] else "schedule" if schedule else "body"
        )
        full = f"{schedule}, {number}" if schedule and number else schedule or number
        out.append(
            Section(
                start,
                end,
                full,
                heads[-1] if heads else None,
                heads,
                marker.depth if marker else 0,
                placement,
                max(body, start),
            )
        )
    return out


def _number(path: list[tuple[int, str, str | None]]) -> str:
    """ "4.2" with "(b)" below it is 4.2(b); a dotted number already holds the numbers above it."""
    number = ""
    for _, label, _ in path:
        number = number + label if label.startswith("(") else label
    return number


_FIRST_CLAUSE = re.compile(r"(?:article |section |clause )?(?:1|i|one)(?:\.0)?\.?", re.IGNORECASE)


def _recitals(text: str, first_clauses: list[int]) -> tuple[int, int]:
    """Where the recitals stand: from the first WHEREAS or their heading to the words, or the clause 1, that open the
    agreement proper."""
    first = _RECITAL.search(text, 0, max(4000, len(text) // 4))
    if not first:
        return (0, 0)
    last = [
        m.end()
        for m in re.finditer(
            r"\b(?:WHEREAS|whereas)\b(?!(?i:[^.;:]{0,90}\bas\s+follows\b))", text[: max(8000, len(text) // 3)]
        )
    ]
    begun = max([first.end(), *last])
    opened = _OPERATIVE.search(text, begun)
    ends = [at for at in (opened.start() if opened else None, *first_clauses) if at is not None and at >= begun]
    longest = 8000 if opened else 3000
    return (first.start(), min(ends)) if ends and min(ends) - first.start() < longest else (0, 0)
