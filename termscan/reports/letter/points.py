"""One point of the letter: where the draft differs from what was agreed, a question, and words that would bring it back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle

from ...model import Ask, DraftFault, Evidence, Role, TermRow
from .. import wording as say
from .names import Names
from .phrases import CLAUSES, SMOOTHED, TITLES, WAYS

LONGEST_QUOTE, LONGEST_FIGURE = 300, 30
_START = re.compile(r"agreed was: (from .+)\.$")  # how a row says that a period begins elsewhere
_STOP = re.compile(r"[.;:]\s+|\n\s*\n")
_LABEL = re.compile(r"^(?:\d+(?:\.\d+)*\.?|\(\w{1,4}\))\s+")
_ROLES: dict[str, Role] = {"override": "overrides", "definition": "defines", "limit": "limits", "conflict": "conflicts"}
_WORDED = ("value", "wording", "missing", "soft", "start")  # the differences that a clause of ours would mend
# those whose words are quoted with the sentence round them
_WHOLE = ("wording", "wording, without a clause", "unwanted", "soft")
_PARTIES = {"customer", "provider", "both", "each", "joint"}


@dataclass(frozen=True, slots=True)
class Point:
    """What it is about, where it stands, what is said and asked, and a clause to use."""

    title: str
    place: str | None
    says: str
    wording: str | None = None


class Teller:
    """Tells points one after the other, each in another way than the last of its nature."""

    def __init__(self, names: Names, text: str) -> None:
        self._names, self._text = names, text
        self._ways: dict[str, Iterator[str]] = {nature: cycle(ways) for nature, ways in WAYS.items()}
        self._quoted: set[tuple[int, int]] = set()

    def term(self, row: TermRow) -> Point:
        """The point on a term that the draft does not keep."""
        nature, start = _nature(row), _START.search(row.message)
        wording, shown = self._wording(row, nature), _shown(row, nature)
        if nature == "definition" and shown and (shown.start, shown.end) in self._quoted:
            nature = "same definition"
        if wording is None and nature in ("missing", "wording"):
            nature += ", without a clause"
        other = self._names.place(shown) if shown else ""
        said = next(self._ways[nature]).format(
            agreed=self._names.in_value(row.agreed),
            aside=f" ({say.clean(row.agreed)})" if is_figure(row.agreed) else "",
            found=self._names.in_value(row.found or ""),
            quote=self._quote(shown, nature in _WHOLE) if shown else "",
            other=other,
            Other=other[:1].upper() + other[1:],
            start=start[1] if start else "",
        )
        first = row.evidence[0] if row.evidence else None
        return Point(heading_of(row.term), self._names.place(first, paged=True) if first else None, said, wording)

    def ask(self, ask: Ask) -> Point:
        """The point on something that nobody agreed."""
        [shown, *_] = ask.evidence
        said = next(self._ways["new"]).format(quote=self._quote(shown, whole=True))
        return Point(heading_of(ask.ask), self._names.place(shown, paged=True), said)

    def fault(self, fault: DraftFault) -> Point:
        """The point on a drafting fault."""
        place = self._names.place(fault.evidence[0], paged=True) if fault.evidence else None
        said = next(self._ways["fault"]).format(message=say.clean(fault.message))
        return Point(heading_of(f"faults.{fault.fault}"), place, said)

    def _quote(self, shown: Evidence, whole: bool) -> str:
        self._quoted.add((shown.start, shown.end))
        return quoted(_sentence(self._text, shown) if whole else shown.quote)

    def _wording(self, row: TermRow, nature: str) -> str | None:
        """Words that would bring the term back: those for an agreed choice, else the rule's, else a sentence agreed as such."""
        if nature not in _WORDED:
            return None
        kind = row.term.split("[")[0]
        clause = CLAUSES.get(kind, {}).get(row.agreed) or row.restore
        if clause is None:
            return say.clean(row.agreed) if kind.startswith("other.") else None
        if nature == "start" and not _begins_so(clause, row.message):
            return None
        for seam, smooth in SMOOTHED:
            clause = seam.sub(smooth, say.clean(clause))
        return self._names.in_draft_words(clause)


def title_of(term: str) -> str:
    """What a letter calls a term: "the cap on liability"; by its own name where nothing better is known."""
    kind, _, which = term.partition("[")
    name = TITLES.get(kind) or re.sub(r"[_-]", " ", kind.split(".", 1)[-1])
    return say.clean(f"{name} ({which.rstrip(']')})" if which else name)


def is_figure(value: str) -> bool:
    """Whether a value is short and says a number, so that a sentence can have it in brackets: "100% of fees"."""
    return any(c.isdigit() for c in value) and len(value) <= LONGEST_FIGURE


def heading_of(term: str) -> str:
    """The same at the head of a point: "Cap on liability"."""
    name = title_of(term).removeprefix("the ").removeprefix("a ")
    return name[:1].upper() + name[1:]


def quoted(words: str) -> str:
    """The draft's words inside quotation marks of ours: on one line, table cells apart, no full stop at the end."""
    said = say.clean(words).translate(str.maketrans("“”\"'", "‘’’’"))
    said = re.sub(r"^‘?’", "‘", said).strip("| ").replace(" | ", ": ")
    return say.clip(said, LONGEST_QUOTE).rstrip(" .;,:")


def _nature(row: TermRow) -> str:
    """What sort of difference it is."""
    roles = {shown.role for shown in row.evidence}
    if row.verdict == "missing":
        return "missing"
    if row.verdict == "unclear":
        return "conflict" if "conflicts" in roles else "mismatch" if row.found else "blank"
    if row.verdict == "weakened" and not _softened(row):
        return next((n for n in ("override", "definition", "limit") if _ROLES[n] in roles), "soft")
    if row.verdict == "weakened":
        return "soft"
    if row.agreed == "none":
        return "unwanted"
    if row.found == row.agreed:
        return "start" if _START.search(row.message) else "around"
    told = row.found and row.found not in _PARTIES and row.term.split("[")[0] not in CLAUSES
    return "value" if told else "wording"


def _shown(row: TermRow, nature: str) -> Evidence | None:
    """The words to quote: those that play the part which the nature of the difference names."""
    role = _ROLES.get(nature, "states")
    return next((e for e in row.evidence if e.role == role), row.evidence[0] if row.evidence else None)


def _softened(row: TermRow) -> bool:
    """Whether the limit lies within the promise itself ("shall use reasonable efforts to supply")."""
    first, *_ = row.evidence or (None,)
    return first is None or all(first.start <= shown.start and shown.end <= first.end for shown in row.evidence)


def _begins_so(clause: str, message: str) -> bool:
    """Whether a clause lets the period begin as agreed, for a rule's clause has the customary beginning."""
    start = _START.search(message)
    words = re.findall(r"[a-z]{4,}", start[1].lower().removeprefix("from ") if start else "")
    return any(word in clause.lower() for word in words)


def _sentence(text: str, shown: Evidence) -> str:
    """The sentence round the evidence; the evidence alone where that is long, or a row of a table."""
    start = max((m.end() for m in _STOP.finditer(text, 0, shown.start)), default=0)
    stop = _STOP.search(text, shown.end)
    words = _LABEL.sub("", text[start : stop.start() if stop else len(text)].strip())
    return words if len(words) <= LONGEST_QUOTE and "|" not in words else shown.quote
