"""A term sheet as people have it, in Word, PDF, Markdown, a spreadsheet or an e-mail, made one in our format.

Order to read in: `paper` (the file as text), `points` (what it says, one by one), `heads` (the parties and our side),
`understanding` (which kind each point speaks of, with `pieces`, `valued`, `beside` and `remarks`), `sheet` (the YAML).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from .. import termsheet
from ..errors import Fault, TermSheetError
from ..extract.statements import Matcher
from ..model import Document, PartyName, Side
from ..rulebook import Rulebook
from ..termsheet import TermSheet

__all__ = ["Imported", "Told", "is_ours", "make", "read"]

_OURS = re.compile(r"(?m)^(?:parties|our_side|terms|leave_to_counsel)[ \t]*:")


@dataclass(frozen=True, slots=True)
class Told:
    """What the user says of the sheet beside what stands in it."""

    our_side: Side | None = None
    customer: str | None = None
    provider: str | None = None


@dataclass(frozen=True)
class Imported:
    """A term sheet made from a file: as YAML, as read, and what became of the points of the file."""

    text: str
    sheet: TermSheet
    understood: int
    unsure: int
    left_out: int
    remarks: tuple[str, ...] = ()

    @property
    def notice(self) -> str:
        """One line on how much was understood."""
        points = "point" if self.understood == 1 else "points"
        return (
            f"{self.sheet.path}: {self.understood} {points} understood, {self.unsure} unsure, {self.left_out} left out"
        )


def is_ours(path: str | Path) -> bool:
    """Whether a file is a term sheet in our format, or is to be refused as one (it is not there, or is named so)."""
    if str(path).lower().endswith((".yaml", ".yml")):
        return True
    try:
        with Path(path).open("rb") as file:
            begins = file.read(200_000)
    except (OSError, ValueError):
        return True
    return not begins.startswith((b"PK", b"%PDF")) and len(set(_OURS.findall(begins.decode("utf-8", "replace")))) >= 2


def read(path: str | Path, rulebook: Rulebook, matcher: Matcher, told: Told | None = None) -> Imported:
    """A term sheet made from a file.

    Raises:
        DraftError: the file cannot be read.
        TermSheetError: nothing tells which side is ours.
    """
    from . import paper

    return make(paper.read(path), rulebook, matcher, told or Told())


def make(document: Document, rulebook: Rulebook, matcher: Matcher, told: Told = Told()) -> Imported:
    """A term sheet made from a file's text.

    Raises:
        TermSheetError: nothing tells which side is ours.
    """
    from .heads import heads, is_head
    from .labels import labels
    from .pieces import Named
    from .points import points
    from .sheet import write
    from .terms import Left
    from .understanding import understand

    name = document.path
    known = labels(rulebook)
    read = points(document, lambda label: is_head(label) or known.find(label).sure)
    titles = (document.title, read.title) if document.format == "email" else (read.title, document.title)
    head = heads(read.points, next((t for t in titles if t), ""), document.text, Path(name).stem)
    head.customer = PartyName(told.customer) if told.customer else head.customer
    head.provider = PartyName(told.provider) if told.provider else head.provider
    side = told.our_side or head.our_side
    if side is None:
        hint = "Add `--our-side customer` (who pays) or `--our-side provider` to `termscan terms import`, or write it into the file: `Our side: provider`."
        raise TermSheetError(name, (Fault(1, 1, "does not say which side is yours", hint),))
    writer = head.our_side or side
    named = Named(head.customer or PartyName("Customer"), head.provider or PartyName("Provider"), writer)
    unread = [Left(s.what, s.where, s.why) for s in document.skipped]
    unread += [Left(words[:200], "", "too long for a point, and not read") for words in read.endless]
    unread += [Left(hidden.words, "hidden", hidden.how) for hidden in document.hidden]
    found = understand(read.points, head.used, head.told, named, rulebook, matcher)
    found.left += unread
    written = write(name, head, side, found, read.quoted, rulebook)
    sheet = termsheet.parse(name, written.text, rulebook)
    unnamed = tuple(r for r in ("customer", "provider") if getattr(head, r) is None)
    remarks = tuple(f"does not name the {r}; add `--{r} NAME`" for r in unnamed)
    return Imported(written.text, sheet, written.understood, written.unsure, written.left_out, remarks)
