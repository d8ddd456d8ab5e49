"""References that lead nowhere: to a clause that the draft does not have, or to an exhibit that is not attached.

What belongs to another instrument ("Section 365(n) of the Bankruptcy Code") is left alone, and so is a draft of
whose numbers we could read too few.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ...outline.numbers import roman
from ..matter import Matter
from .finding import Finding, Stretch

_ONE = r"(?:\d{1,2}(?:\.\d{1,3}){0,3}|[IVXL]{1,6}\b)(?:\s?\([A-Za-z0-9]{1,4}\))*"
_REFERENCE = re.compile(
    rf"\b(?:[Ss]ections?|SECTIONS?|[Cc]lauses?|[Aa]rticles?|ARTICLES?)\s(?P<numbers>{_ONE}(?:(?:,\s|,?\s(?:and|or|to|through)\s){_ONE})*)(?![\w%])"
)
_EACH = re.compile(_ONE)
# what follows a reference into another instrument, and what stands before one
_ELSEWHERE = re.compile(
    r"(?:,?\s(?:of|to|in|under)\s(?!(?:this|the (?:present|foregoing)|these)\b)|\s?thereof|\sof\sthe\s(?!(?:Agreement|Contract|Terms)\b)|\s(?:and|or)\s(?:the\s)?[A-Z][a-z]+\sof\s)"
)
_STATUTE = re.compile(
    r"(?:\b(?:Act|Code|FAR|DFARS?|Rules?|Regulations?|U\.?S\.?C\.?|C\.?F\.?R\.?|Law|Statutes?|Directive|GDPR),?\s|[A-Z]\w+ Agreement(?:'s)?,? )$"
)
_NUMBER = re.compile(
    r"(?<![\w.,$€£/-])(?P<n>\d{1,2}(?:\.\d{1,3})+)(?=\.?[)\]]?(?:\s|$|[A-Z\"“]))|(?m:^)[\s|*#(]*(?:(?:SECTION|Section|ARTICLE|Article|Clause|CLAUSE|§)\s{0,3})?(?P<line>\d{1,2}|[IVXL]{1,6})(?=[.):\s–—-])|(?:SECTION|ARTICLE)\s{1,3}(?P<caps>\d{1,2}|[IVXL]{1,6})\b|(?<=[.;:] )(?P<run>\d{1,2})\.(?=\s{1,3}[A-Z\"“])"
)
# "Section 3. [Reserved]", "Section 6.02 Conditions 25": a heading, or a line of the table of contents
_HEADING = re.compile(r"[.:–—-]?\s{1,3}[\[A-Z][\w-]+")
_MOST = 40  # clauses that a contract has; a "Section 365" is another's
_KNOWN_SHARE = 3  # so many references must be found for each that dangles

_KINDS = r"(?:Exhibit|Schedule|Annex|Appendix|Attachment|Addendum)"
_LABEL = r"(?:(?:[A-Z]|AA|BB|CC|DD)(?:-?\d{1,2})?|\d{1,2}|[IVX]{1,4})"
_ATTACHED = re.compile(rf"\b(?P<kind>{_KINDS}|(?i:{_KINDS.upper()}))\s+[\"“']?(?P<label>{_LABEL})\b[\"”']?(?![\w.]*\d)")
_OTHERS = re.compile(
    r"[,\s]{1,2}(?:of|to|in|under)\s+(?!(?:this|the\s+(?:present|Agreement|Contract))\b)(?:the\s|that\s|such\s|its\s|any\s)?[A-Z\w]|\s?thereto|\s?thereof"
)
_REPORTS = ("13", "14")  # Schedule 13D, 14A: a regulator's forms


def dangling(matter: Matter) -> Iterator[Finding]:
    """ "Section 14.9", where the clauses end with 12."""
    known = _numbers(matter)
    lost: dict[str, list[Stretch]] = defaultdict(list)
    followed = 0
    for m in _REFERENCE.finditer(matter.text):
        if _ELSEWHERE.match(matter.text, m.end()) or _STATUTE.search(matter.text[max(0, m.start() - 40) : m.start()]):
            continue
        if m[0][0].isupper() and _HEADING.match(matter.text, m.end()):
            continue
        for one in _EACH.finditer(m["numbers"]):
            number = _plain(one[0])
            if number in known or not number or ("." not in number and int(number) > _MOST):
                followed += 1
            else:
                start = m.start() if one.start() == 0 else m.start("numbers") + one.start()
                lost[number].append((start, m.start("numbers") + one.end()))
    if followed < _KNOWN_SHARE * sum(map(len, lost.values())):
        return
    for number, spans in lost.items():
        yield Finding("dangling-reference", tuple(spans), f"section {number}", f"section {number}")


def _plain(number: str) -> str:
    """A number without its letters: a list may be numbered in many ways, a clause in one. "IV" is 4."""
    head = re.split(r"\s?\(", number)[0]
    value = roman(head) if not head[0].isdigit() else None
    return str(value) if value else head.removesuffix(".0")


def _numbers(matter: Matter) -> frozenset[str]:
    """Every number that may begin a clause somewhere in the draft, with the numbers above it."""
    said = [(s.number or "").rpartition(", ")[2] for s in matter.reading.outline.sections]
    for m in _NUMBER.finditer(matter.text):
        before = matter.text[max(0, m.start() - 24) : m.start()]
        if not re.search(r"(?i)(?:sections?|clauses?|articles?|paragraphs?|and|or|to|through|,)\s*$", before):
            said.append(m[m.lastgroup or 0])
    out: set[str] = set()
    for number in said:
        plain = _plain(number) if number and (number[0].isdigit() or roman(number)) else ""
        parts = plain.split(".")
        out |= {".".join(parts[: i + 1]) for i in range(len(parts)) if plain}
    return frozenset(out)


def missing_exhibits(matter: Matter) -> Iterator[Finding]:
    """ "Exhibit C", where none is attached."""
    named: dict[str, list[re.Match[str]]] = defaultdict(list)
    there = {(s.number or "").split(",")[0] for s in matter.reading.outline.sections}
    for m in _ATTACHED.finditer(matter.text):
        label = f"{m['kind'].title()} {m['label']}"
        if _heads(matter.text, m):
            there.add(label)
        elif not _OTHERS.match(matter.text, m.end()) and m["label"] not in _REPORTS:
            named[label].append(m)
    for label, mentions in named.items():
        if label not in there and not any(t.split("-")[0] == label.split("-")[0] for t in there):
            yield Finding("missing-exhibit", tuple(m.span() for m in mentions), label, label)


def _heads(text: str, m: re.Match[str]) -> bool:
    """Whether a mention is the heading of what is attached: it opens a line, or stands in capitals after a full stop."""
    line = text[text.rfind("\n", 0, m.start()) + 1 : m.start()]
    rest = text[m.end() : m.end() + 80].split("\n")[0]
    if not line.strip(" \t|*#_[(") and not re.match(
        r"\s*(?:is|are|shall|will|and|or|to|hereto|hereof|of|attached|contains?|sets?|describes?|lists?|may|which|as|for the|by|in|shows?)\b|\s*[,;)]",
        rest,
    ):
        return True
    if re.match(r"[\s:.–—-]{1,4}[A-Z]{3,}\b\W+[A-Z]{2,}\b", rest):
        return True  # "Annex A FORM OF WARRANT" in running text
    return m["kind"].isupper() and text[max(0, m.start() - 3) : m.start()].rstrip()[-1:] in (
        ".",
        "",
        '"',
        "”",
        ":",
        "|",
        "-",
        "]",
        ")",
        "*",
        "_",
    )
