"""References from one place of a draft to another: "Section 8.01(d)", "Articles II and VI", "Schedule B", "the foregoing".

A reference is followed to the stretch of the draft that it names, so that it does not matter how the draft numbers
its clauses, or whether a number stands on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..outline.numbers import roman
from .lexicon import phrases
from .matter import Matter

_ONE = r"(?:(?:[A-Z]\.)?\d{1,3}(?:[A-Z]\b)?(?:\.(?:\d{1,3}|[a-z]\b))*|[IVXL]{1,6}\b)(?:\.?\([A-Za-z0-9]{1,4}\))*"
_MANY = rf"{_ONE}(?:\s*(?:,\s*(?:and|or|AND|OR)?|and|or|AND|OR|to|through|&)\s*{_ONE})*"
_NUMBERED = phrases(
    rf"\b(?P<own>[Tt]h(?:is|ese)\s+)?(?:(?:[Ss]ub-?)?(?:SECTION|[Ss]ection|CLAUSE|[Cc]lause|ARTICLE|[Aa]rticle|PARAGRAPH|[Pp]aragraph|[Ii]tem|[Pp]oint)[Ss]?|§§?)\s*(?P<numbers>{_MANY})"
)
_ATTACHED = phrases(
    r"\b(?P<own>[Tt]his\s+)?(?P<label>(?:Schedule|Exhibit|Annex|Appendix|Attachment|SCHEDULE|EXHIBIT|ANNEX|APPENDIX|ATTACHMENT)\s+[A-Z0-9]{1,4}(?:[-.]\d{1,2})?)\b"
)
# the part of the draft that stands before: "the foregoing", "the preceding sentence"
_BEFORE = phrases(
    r"\b(?:the (?:foregoing|above|(?:immediately )?(?:preceding|previous) (?:sentence|provision|paragraph|section|clause)s?)|(?:this|that|such) (?:exclusion|limitation|limit|cap|restriction|sentence|right|rule|obligation|prohibition|provision|warranty))\b",
    re.IGNORECASE,
)
# a clause of another instrument: "Section 3 of the License Agreement", "Section 17A of the Exchange Act"
_OTHER = phrases(
    r"\s*(?:of|to|in|under)\s+(?:the|that|such|its)\s+(?P<name>(?:[A-Z][\w&.-]*\s+){1,6}?(?:Agreement|Act|Code|Plan|Lease|Rules?|Regulations?|Law|Contract|Note|Loan))\b"
)
_STATUTE = re.compile(r"\d{3}")  # no contract has a hundred sections
_SIDE = phrases(r"[\s,]{1,3}(above|below)\b", re.IGNORECASE)
_EACH = phrases(_ONE)
LONGEST = 4000  # characters of a numbered stretch whose end is not to be seen
NEAR = 900  # characters before "the foregoing" that it may mean
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference in the draft, and the stretches that it names; none where they could not be found."""

    start: int
    end: int
    numbers: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    own: bool = False  # "this Section 4": the place where it stands
    clause: bool = False  # a clause by its number, and no schedule

    def reaches(self, offset: int) -> bool:
        """Whether an offset stands in what is referred to."""
        return any(s <= offset < e for s, e in self.stretches)


def citations(matter: Matter, start: int, end: int) -> tuple[Citation, ...]:
    """The references in a stretch of the draft: numbered clauses first, then what is attached, then "the foregoing"."""
    return matter.once(f"references {start} {end}", lambda: tuple(_citations(matter, start, end)))


def clauses_named(matter: Matter) -> tuple[tuple[int, Citation], ...]:
    """Every reference of the draft to a clause by its number, with its sentence."""
    return matter.once("clauses named", lambda: tuple(_clauses_named(matter)))


def _clauses_named(matter: Matter) -> Iterator[tuple[int, Citation]]:
    for index in range(len(matter.reading.masked)):
        yield from ((index, c) for c in citations(matter, *matter.sentence_span(index)) if not c.own and c.numbers)


def _citations(matter: Matter, start: int, end: int) -> Iterator[Citation]:
    text = matter.text
    for m in _NUMBERED.finditer(text, start, end):
        numbers = tuple(_EACH.findall(m["numbers"]))
        if _STATUTE.match(numbers[0]) or _is_another(matter, m.end()):
            continue
        named = [s for n in numbers for s in stretches(matter, n)]
        yield Citation(m.start(), m.end(), numbers, tuple(_on_its_side(text, m, named)), m["own"] is not None, True)
    for m in _ATTACHED.finditer(text, start, end):
        attached = tuple(_attached(matter, m["label"]))
        yield Citation(m.start(), m.end(), (m["label"],), attached, m["own"] is not None)
    for m in _BEFORE.finditer(text, start, end):
        yield Citation(m.start(), m.end(), (), (_before(matter, m.start()),))


def _is_another(matter: Matter, offset: int) -> bool:
    """Whether a reference that ends at an offset goes on to name another instrument than the draft."""
    m = _OTHER.match(matter.text, offset)
    if m is None:
        return False
    name = " ".join(m["name"].split()).lower()
    called = " ".join((matter.reading.outline.document.title or "").split()).lower()
    return name not in called and not phrases(rf"\bthis {re.escape(name)}\b", re.IGNORECASE).search(matter.text)


def _on_its_side(text: str, m: re.Match[str], named: list[Stretch]) -> Iterator[Stretch]:
    """ "Article 4 below" stands after the reference, "Section 4 above" before it: another instrument has a 4 as well."""
    side = _SIDE.match(text, m.end())
    for start, end in named:
        if side is None or (start < m.start()) == (side[1].lower() == "above"):
            yield start, end


def stretches(matter: Matter, number: str) -> list[Stretch]:
    """Where the clause of a number stands: its section with all below it, or the letter within the section above."""
    return matter.once(f"clause {number}", lambda: _stretches(matter, number.replace(".(", "(").removesuffix(".")))


def _stretches(matter: Matter, wanted: str) -> list[Stretch]:
    out = _sections(matter, wanted)
    if out:
        return out
    if "(" in wanted:
        above, _, letter = wanted.rpartition("(")
        inside = [s for outer in stretches(matter, above) for s in _lettered(matter.text, outer, letter.rstrip(")"))]
        return inside or _without_minor(matter, wanted)
    if wanted[-1].isupper() and wanted[0].isdigit():
        return _stretches(matter, f"{wanted[:-1]}({wanted[-1]})") or _stretches(matter, wanted[:-1])
    return _unmarked(matter.text, wanted)


_MINOR = re.compile(r"^(?P<major>\d{1,2})\.\d{1,2}(?P<rest>(?:\([A-Za-z0-9]{1,4}\))+)$")


def _without_minor(matter: Matter, number: str) -> list[Stretch]:
    """Where a draft has lost its second-level numbers, "2.2(a)" is the letter (a) of 2."""
    m = _MINOR.match(number)
    return _sections(matter, m["major"] + m["rest"]) if m else []


def _sections(matter: Matter, number: str) -> list[Stretch]:
    out: list[Stretch] = []
    arabic = roman(number) if number.isalpha() else None  # the sections of Article IX are 9.1, 9.2 …
    below = (f"{number}.", f"{number}(", f"{arabic}." if arabic else f"{number}.")
    for section in matter.reading.outline.sections:
        own = (section.number or "").rpartition(", ")[2]
        if own == number or own.startswith(below):
            if out and out[-1][1] == section.start:
                out[-1] = (out[-1][0], section.end)
            else:
                out.append((section.start, section.end))
    return out


def _lettered(text: str, outer: Stretch, letter: str) -> list[Stretch]:
    """A "(d)" inside a section that the outline left whole, to the next mark of the same list."""
    m = phrases(rf"\({re.escape(letter)}\)\s").search(text, *outer)
    if not m:
        return []
    following = chr(ord(letter) + 1) if len(letter) == 1 else letter + "i"
    stop = phrases(rf"\({re.escape(following)}\)\s").search(text, m.end(), outer[1])
    return [(m.start(), stop.start() if stop else outer[1])]


def _unmarked(text: str, number: str) -> list[Stretch]:
    """A number that the outline took for no section: "5.4 Liability. …" in running text, "11. Ownership" on its line."""
    if not number[0].isdigit():
        return []
    m = _mark(number).search(text)
    if not m:
        return []
    major, dot, minor = number.rpartition(".")
    after = _mark(f"{major}{dot}{int(minor) + 1}").search(text, m.end(), m.end() + LONGEST) if minor.isdigit() else None
    return [(m.start(), after.start() if after else min(len(text), m.end() + LONGEST))]


def _mark(number: str) -> re.Pattern[str]:
    opens = r"(?<![\w.])" if "." in number else r"(?m)(?:^|[ \t]{2})[ \t]*"
    return phrases(rf"{opens}{re.escape(number)}\.?\s+(?=[\"“A-Z])")


def _attached(matter: Matter, label: str) -> Iterator[Stretch]:
    wanted = " ".join(label.split()).title()
    for section in matter.reading.outline.sections:
        if (section.number or "").startswith(wanted) and (section.number or "")[len(wanted) : len(wanted) + 1] in (
            "",
            ",",
        ):
            yield section.start, section.end


def _before(matter: Matter, offset: int) -> Stretch:
    """What stands before an offset in its section, or in the section above a list item."""
    outline = matter.reading.outline
    section = outline.section_at(offset)
    start = section.start
    if not matter.text[section.body : offset].strip(" \n\t(") and section.start:
        start = outline.section_at(section.start - 1).start
    return max(start, offset - NEAR), offset
