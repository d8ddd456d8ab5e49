"""Sentences of a draft: the units in which something is stated. A list of items belongs to the sentence that opens it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .options import Span, inside
from .sections import Section

LONGEST = 1600  # characters; a longer sentence is cut at its semicolons

_ABBREVIATION = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|LLC|L\.L\.C|No|Nos|Mr|Mrs|Ms|Dr|St|Sec|Art|Sr|Jr|vs?|e\.g|i\.e|etc|cf|approx|est|Attn|Ave|Blvd|Dept|Bros|Pty|S\.A|N\.A|N\.Y|U\.S|U\.K|U\.S\.A|D\.C|a\.m|p\.m|A\.M|P\.M|viz|incl|para|ref|Ph|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z]|\b\d{1,2}(?:\.\d+)*)\.$"
)
_DEFINITION = r"[ \t]*[\"“][A-Z][^\"”\n]{1,60}[\"”](?:\s+(?:shall|will))?\s+(?:means?|has|refers?)\b"
_DEFINES = re.compile(_DEFINITION)
_STOP = re.compile(
    r"[.!?][\"”’')\]]{0,2}(?=\s+[\"“‘'(\[]{0,2}[A-Z0-9(\[•☐☒|])|\n[ \t]*\n\s*|\n(?=[ \t]*\|)|\n(?="
    + _DEFINITION
    + r")|\n(?=[A-Z][A-Za-z/&-]*(?: [A-Za-z/&-]+){0,4}:[ \t]+\S)|(?<=\|)\n|[.!?][\"”')\]]{0,2}\s*$"
)
# a scanned comma is now and then a full stop: "the 4th day of May. 2009"
_MONTH = re.compile(r"\b(?:Jan|Febr|Septem|Octo|Novem|Decem)?(?:uary|March|April|May|June|July|August|ber)\.$")
_A_YEAR = re.compile(r"\s(?:19|20)\d\d\b")
_GOES_ON = re.compile(r"(?:[:;,]|\b(?:and|or|and/or|the|of|to|that|by|following|hereby|shall|will|with|any|in))\s*$")
_SPEAKS = re.compile(r"\b(?:shall|will|may|must|is|are|was|were|has|have|can|does|do|agrees?|means?)\b", re.IGNORECASE)
_MOST_WORDS = 9  # of a label; a longer line without a verb is a value, or no English
_CONTINUES = re.compile(r"\s*(?:[a-z]|\((?:[a-z]{1,3}|\d{1,2})\)\s*[a-z]|(?:and|or)\b)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the draft that states something, without the number and heading before it."""

    start: int
    end: int
    section: int  # index into the sections
    row: bool = False  # a table row
    lead: Span | None = None  # the words that open the list of which this is an item ("Client shall:")


def sentences(
    text: str, all_sections: tuple[Section, ...], boxes: Sequence[Span] = (), ruled_out: Sequence[Span] = ()
) -> tuple[Sentence, ...]:
    """Every sentence, in order. Sub-items that begin in the middle of a sentence stay in it.

    Args:
        boxes, ruled_out: the tick boxes, and the options that are not ticked. A ticked option belongs to the label
            above its group, and ends with its line.
    """
    out: list[Sentence] = []
    open_from: tuple[int, int] | None = None  # start and section of a sentence that goes on in the next section
    for index, section in enumerate(all_sections):
        at = _from_label(text, section)
        if open_from and not _joins(text, open_from[0], section):
            _add(out, text, open_from[0], section.start, open_from[1])
            open_from = None
        start, owner = open_from or (at, index)
        open_from = None
        for end in _stops(text, at, section.end, boxes, ruled_out):
            _add(out, text, start, end, owner)
            start, owner = end, index
        if text[start : section.end].strip():
            open_from = (start, owner)
    if open_from:
        _add(out, text, open_from[0], len(text), open_from[1])
    return tuple(_with_leads(text, out, all_sections))


_OPENS = re.compile(r"[:—](?=\s*(?:$|\(?(?:[a-z]{1,3}|\d{1,2})[).]\s))")
_IS_PART = re.compile(
    r"[a-z]|(?:[$£€]\s?)?\d[\d,.]*\s*(?:%|[a-z]|[,;]|\()"
)  # "two loaves", "3% of the price", "$400 for …"
_LEAD = range(12, 501)  # characters before what opens a list


def _with_leads(text: str, found: list[Sentence], all_sections: tuple[Section, ...]) -> Iterator[Sentence]:
    """An item that begins in lower case or with a figure is a part of a sentence; the words that open its list are read before it."""
    opened: dict[str, Span] = {}  # by the number of the section that has the list
    hung: Span | None = None  # what opened the list at hand where no number stands above "(a)"
    for sentence in found:
        number = all_sections[sentence.section].number or ""
        above = next((opened[n] for n in _above(number) if n in opened), hung if number[:1] == "(" else None)
        if above is not None and _IS_PART.match(text, sentence.start):
            yield replace(sentence, lead=above)
            continue
        lead = _lead(text, sentence)
        hung = lead if lead and text[sentence.end - 1] == ":" else None
        if lead:
            opened[number] = lead
        yield sentence


def _lead(text: str, sentence: Sentence) -> Span | None:
    """The words that open a list: up to a colon with an item after it, or all of a sentence that breaks off."""
    colon = _OPENS.search(text, sentence.start + _LEAD[0], sentence.end)
    last = text[sentence.end - 1]
    if colon:
        end = colon.end()
    elif last.isalnum() or last in "_,)":
        end = sentence.end
    else:
        return None
    return (sentence.start, end) if end - 1 - sentence.start in _LEAD else None


def _above(number: str) -> list[str]:
    """The numbers of the sections above one: "6.1(b)(ii)" stands below "6.1(b)" and "6.1"."""
    return [number[:i] for i in range(len(number) - 1, 0, -1) if number[i] == "("]


def _from_label(text: str, section: Section) -> int:
    """Where a section's first sentence begins: with the heading, where that is the label of a value below it.

    "Governing Law" over "The laws of Oregon" says what the two say in one line or in the cells of one row.
    """
    label = text[section.start : section.body]
    below = text[section.body : section.end].strip().split("\n\n", 1)[0]
    bare = section.heading is not None and label.split() == section.heading.split()
    value = bool(below) and not below.endswith(".") and not _SPEAKS.search(below)  # a full stop ends a sentence
    return section.start if bare and value and _is_label(label) else section.body


def _is_label(line: str) -> bool:
    """Whether a line of its own only names what follows it."""
    words = line.split()
    return 0 < len(words) <= _MOST_WORDS and words[-1][-1] not in ".!?;|" and not _SPEAKS.search(line)


def _names_the_next(text: str, start: int, at: int, after: int, end: int) -> bool:
    """Whether the line that ends here is a label, and the next paragraph what it labels."""
    line = text[max(text.rfind("\n", start, at) + 1, start) : at]
    stop = text.find("\n", after, end)
    below = text[after : stop if stop >= 0 else end]
    return _is_label(line) and bool(below.strip()) and not _SPEAKS.search(below)


def _joins(text: str, start: int, section: Section) -> bool:
    """A list item joins the sentence before it when that sentence has not come to its end."""
    before = text[start : section.start].rstrip()
    if section.heading and section.body > section.start + 12 and text[section.start : section.start + 1] != "(":
        return False
    return text[section.start : section.start + 1] == "(" and (
        bool(_GOES_ON.search(before))
        or bool(_CONTINUES.match(text[section.body : section.body + 6]) and before[-1:] not in ".!?")
    )


def _stops(text: str, start: int, end: int, boxes: Sequence[Span], ruled_out: Sequence[Span]) -> list[int]:
    """Offsets at which sentences end between two offsets."""
    ticked = [b for b in boxes[bisect_left(boxes, (start, start)) :] if b[1] < end and not inside(ruled_out, b[0])]
    lines = [text.find("\n", b[1], end) for b in ticked]
    plain = [at for at in _plain_stops(text, start, end) if not inside(ruled_out, at - 1)]
    if ticked:  # the options of one group, whether lines of a paragraph or paragraphs
        firsts, lasts = {b[0] for b in boxes}, {r[1] for r in ruled_out}
        plain = [at for at in plain if not (at in firsts and len(text[:at].rstrip()) in lasts)]
    return sorted({*plain, *(at + 1 for at in lines if at >= 0)})


def _plain_stops(text: str, start: int, end: int) -> list[int]:
    out = []
    for m in _STOP.finditer(text, start, end):
        blank = not m[0].strip() or m[0].startswith("\n")
        stop = m.start() + (0 if blank else 1)
        before = text[max(start, stop - 24) : stop]
        if (
            not blank
            and m[0][0] == "."
            and _ABBREVIATION.search(before)
            and text[m.end() : m.end() + 1].strip() == ""
            and not _really_ends(text, m.end())
        ):
            continue
        if not blank and _MONTH.search(before) and _A_YEAR.match(text, m.end()):
            continue
        if blank and "|" not in text[max(start, m.start() - 2) : m.end() + 2]:
            tail = text[max(start, m.start() - 60) : m.start()]
            goes_on = (
                _GOES_ON.search(tail)
                or _CONTINUES.match(text[m.end() : m.end() + 6])
                or _names_the_next(text, start, m.start(), m.end(), end)
            )
            if goes_on and not _DEFINES.match(text, m.end()):
                continue
        out.append(m.end())
    return out


def _really_ends(text: str, at: int) -> bool:
    """After "Inc." or "10." a new sentence begins only with a word that sentences begin with."""
    return bool(
        re.match(
            r"\s+(?:The|This|These|Each|Any|All|If|In the|No|Upon|Such|Neither|Either|Except|Nothing|It)\b",
            text[at : at + 24],
        )
    )


def _add(out: list[Sentence], text: str, start: int, end: int, section: int) -> None:
    chunk = text[start:end]
    start += len(chunk) - len(chunk.lstrip())
    end = start + len(chunk.strip())
    row = text[start : start + 1] == "|"
    if not any(c.isalnum() for c in text[start:end]) or _is_contents(text[start:end]):
        return
    for s, e in _cut(text, start, end):
        out.append(Sentence(s, e, section, row))


# "… Fees 4 Section 3.2 Records 5 ARTICLE IV …": a page, and the number and title of the next line
_PAGE = re.compile(
    r"(?<=[^\W\d]\s)\s*(?P<page>\d{1,3})\s+(?=(?:(?:section|article|clause|schedule|exhibit)\s+)?(?:\d{1,2}(?:\.\d{1,2})*\.?|[ivxlA-Z]{1,5})\s+[A-Z\[(])",
    re.IGNORECASE,
)
_LINES_OF_CONTENTS = 3


def _is_contents(words: str) -> bool:
    """Whether a stretch is a piece of a table of contents: it names clauses with their pages, and states none of them."""
    pages = [int(m["page"]) for m in _PAGE.finditer(words)]
    return len(pages) >= _LINES_OF_CONTENTS and pages == sorted(pages) and not _SPEAKS.search(words)


def _cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if end - start <= LONGEST:
        return [(start, end)]
    cut = text.rfind(";", start + 200, start + LONGEST)
    cut = cut + 1 if cut > 0 else text.rfind(" ", start + 200, start + LONGEST) + 1 or start + LONGEST
    return [(start, cut), *_cut(text, cut + len(text[cut:end]) - len(text[cut:end].lstrip()), end)]
