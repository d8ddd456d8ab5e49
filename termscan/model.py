"""The plain, frozen values that travel down the pipeline: Document, Clause, Review and their parts.

Offsets are in Unicode code points of `Document.text`, end exclusive. Read in order: what a reader returns, what
extraction returns, what a comparison returns.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Side = Literal["customer", "provider"]
Verdict = Literal["kept", "changed", "weakened", "unclear", "missing"]
Direction = Literal["against us", "for us", "neutral"]
Severity = Literal["blocker", "high", "medium", "low", "note"]
Role = Literal["states", "overrides", "limits", "defines", "conflicts"]
Priority = Literal["must", "important", "tradeable"]
SEVERITIES: tuple[Severity, ...] = ("blocker", "high", "medium", "low", "note")  # worst first


# ---- what a reader returns ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or table row of the draft, as the format itself marks it.

    `label` is the number that the reader of the page sees before the text ("4.2", "(b)", "Article IV"); it stands in
    `Document.text` at `start` as well. Plain text and PDF have no marks of their own: there `style` is "body" or
    "row", `label` and `level` are None, and the outline reads numbers and headings from the words.
    """

    start: int
    end: int
    style: Literal["body", "heading", "title", "row", "footnote", "textbox"] = "body"
    level: int | None = None  # depth in the list or of the heading, from 0
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Tracked:
    """A stretch of text that a tracked change inserted or moved here."""

    start: int
    end: int
    change: Literal["inserted", "moved"]
    author: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A part of the draft that was not read as contract text, and why ("image", "page 3", "no text and no OCR").

    `unread` is one that may say anything, for nobody could read it; `at` is where in the text it would stand.
    """

    what: str
    where: str
    why: str
    unread: bool = False
    at: int = 0


@dataclass(frozen=True, slots=True)
class Recognised:
    """A stretch of text that was read from a picture, and how sure the recognition is of it, from 0 to 1."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words that the file has and its pages do not show: no contract text. `at` is where in the text they would stand."""

    words: str
    how: str  # "hidden in Word", "white on white"
    at: int


@dataclass(frozen=True)
class Document:
    """A draft as text, whatever its format was.

    A table row is one line, `| cell | cell |`, in every format. Tracked insertions are in the text, tracked deletions,
    running heads, page numbers and comments are not.
    """

    path: str
    sha256: str
    format: str  # "docx", "pdf", "text"
    text: str
    blocks: tuple[Block, ...] = ()
    pages: tuple[int, ...] | None = None  # offset at which each page starts; None where the format has no pages
    tracked: tuple[Tracked, ...] = ()
    title: str | None = None
    read: tuple[tuple[str, int], ...] = ()  # what was read beside words: ("tables", 2), ("footnotes", 1)
    skipped: tuple[Skipped, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    recognised: tuple[Recognised, ...] = ()  # what was read from pictures of text

    @property
    def unread(self) -> tuple[Skipped, ...]:
        """The parts that may say anything, for they could not be read."""
        return tuple(part for part in self.skipped if part.unread)

    def confidence(self, start: int, end: int) -> float | None:
        """How sure the recognition is of a stretch at its worst place; None where it was no picture."""
        return min((r.confidence for r in self.recognised if r.start < end and start < r.end), default=None)

    @property
    def counted(self) -> tuple[tuple[str, int], ...]:
        """How much was read: pages where the format has them, words, and what else there is."""
        pages = (("pages", len(self.pages)),) if self.pages else ()
        return (*pages, ("words", self.words), *self.read)

    def page_at(self, offset: int) -> int | None:
        """The one-based page on which an offset stands, or None where there are no pages."""
        return bisect_right(self.pages, offset) if self.pages else None

    @cached_property
    def words(self) -> int:
        return len(self.text.split())


# ---- what extraction returns --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PartyName:
    """A party as the draft or the sheet names it, and what else it is called ("Client", "Studio North")."""

    name: str
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the draft that prove a point: `quote` is `text[start:end]` exactly, at most 800 characters."""

    role: Role
    section: str | None
    heading: str | None
    page: int | None
    quote: str
    start: int
    end: int
    tracked: Tracked | None = None
    confidence: float | None = None  # of words read from a picture, from 0 to 1


@dataclass(frozen=True, slots=True)
class Clause:
    """A kind of term that the draft states, with its value in canonical spelling, or None where it has none."""

    kind: str
    value: str | None
    evidence: tuple[Evidence, ...]
    beside: tuple[tuple[str, tuple[str, ...]], ...] = ()  # the keys by which a term sheet says it: from, by, of, except
    doubt: str | None = None  # why a term sheet could not say it so that the draft keeps it


@dataclass(frozen=True)
class Clauses:
    """All that was understood of one draft (`termscan.clauses/1`)."""

    draft: Document
    parties: tuple[tuple[Side, PartyName], ...]
    clauses: tuple[Clause, ...]


# ---- what a comparison returns ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Was:
    """Where a term stood in the round before."""

    verdict: Verdict
    found: str | None


@dataclass(frozen=True, slots=True)
class TermRow:
    """One agreed term and what became of it."""

    id: str
    term: str
    agreed: str
    priority: Priority
    verdict: Verdict
    found: str | None
    direction: Direction | None  # None where the term is kept
    severity: Severity | None  # None where the term is kept in the words agreed
    message: str
    why: str | None
    question: str | None
    evidence: tuple[Evidence, ...] = ()
    restore: str | None = None  # words that would bring the agreed term back
    note: str | None = None  # the sheet's own note
    was: Was | None = None
    trend: Literal["reopened", "restored", "still open", "settled"] | None = None
    outright: bool = True  # False: kept, as it seems; no clause says so in words that are read

    @property
    def otherwise(self) -> bool:
        """Whether the draft keeps it at another value than agreed, or against another place, as the sheet or a clause allows."""
        return self.verdict == "kept" and self.severity is not None and self.outright


@dataclass(frozen=True, slots=True)
class Ask:
    """A point that nobody agreed and that binds our side."""

    id: str
    ask: str
    direction: Direction
    severity: Severity
    message: str
    why: str | None
    question: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DraftFault:
    """A drafting defect that makes the draft unsafe to sign, whoever gains."""

    id: str
    fault: str
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A passage in which two rounds differ: words on both sides, and the agreed terms on which a change of substance bears.

    `tracked` is None where the new draft tracks nothing, False where it tracks changes but not this one.
    """

    change: Literal["inserted", "deleted", "reworded", "moved"]
    substantive: bool
    terms: tuple[str, ...]
    tracked: bool | None
    message: str
    evidence: tuple[Evidence, ...]
    previous: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that our side lets pass: which, why, who said so, until which day (both as the sheet says them).

    `state` is "idle" where this draft has no such finding.
    """

    finding: str
    reason: str
    by: str
    until: str
    state: Literal["in force", "expired", "idle"]


@dataclass(frozen=True)
class Review:
    """The answer: is the draft what was agreed (`termscan.review/1`)? It carries the draft, so no report re-reads it."""

    draft: Document
    sheet_path: str
    deal: str
    our_side: Side
    parties: tuple[tuple[Side, PartyName], ...]
    verdict: Literal["ready", "not ready"]
    terms: tuple[TermRow, ...]
    asks: tuple[Ask, ...] = ()
    faults: tuple[DraftFault, ...] = ()
    agreed_on: str | None = None
    fail_on: Severity = field(default="high")
    previous: Document | None = None  # the draft of the round before, where one was given
    changes: tuple[Change, ...] = ()
    checklist: tuple[Check, ...] | None = None  # the last look before signing, where it was asked for
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the checklist before signing: what was looked for, whether it passed, and what was found instead."""

    check: str
    passed: bool
    says: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """Two drafts without a term sheet (`termscan.comparison/1`)."""

    draft: Document
    previous: Document
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One round of a deal: its draft, how many agreed terms stand changed or weakened against us in it, what was not read."""

    path: str
    nibbles: int
    unread: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class TermPath:
    """One agreed term over the rounds: its path in words, and its row in each round."""

    term: str
    agreed: str
    path: str
    rows: tuple[TermRow, ...]


@dataclass(frozen=True)
class History:
    """Several rounds of a deal (`termscan.history/1`); each ask with the rounds in which it came and went."""

    deal: str
    sheet_path: str
    rounds: tuple[Stage, ...]
    terms: tuple[TermPath, ...]
    asks: tuple[tuple[Ask, int, int | None], ...]
