"""Findings written into a copy of the draft itself: Word comments and tracked changes, PDF highlights and notes.

Read in this order: `markup`; notes (what is said), word (comments and tracked changes), counter (what would restore the
agreed words), proving (whether it does), pdf.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .. import pipeline
from ..errors import DraftError
from ..model import Document, Review
from ..outline import outline
from ..reports import wording as say
from ..termsheet import TermSheet
from .counter import Counter, Edit, Proposal
from .notes import noted, notes, paragraphs_of
from .pen import Pen
from .places import Places
from .proving import proved
from .restoring import asked_again, concerns, proposals
from .word import Unmarkable, WordDraft

_ENDINGS = {"docx": ".docx", "pdf": ".pdf"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked-up draft.

    Args:
        content: the file.
        noted: how many findings have a note.
        restored: the findings whose agreed words tracked changes restore, by their names.
        left_open: those that were to be restored and have only a note.
        waived: how many findings have none, because our side lets them pass.
    """

    content: bytes
    noted: int
    restored: tuple[str, ...] = ()
    left_open: tuple[str, ...] = ()
    waived: int = 0

    @property
    def said(self) -> str:
        """What was done, a line each."""
        lines = [f"{say.counted(self.noted, 'finding')} noted in the draft."]
        if self.restored:
            lines.append(f"Restored by tracked changes: {', '.join(self.restored)}.")
        if self.left_open:
            lines.append(f"Only noted, the words are yours to find: {', '.join(self.left_open)}.")
        if self.waived:
            lines.append(f"{say.counted(self.waived, 'waived finding')} left out.")
        return "\n".join(lines)


def check_output(draft: str | Path, output: Path, others: Sequence[Path] = ()) -> None:
    """Refuse to write over what was given.

    Raises:
        DraftError: the output is the draft, or one of the other files.
    """
    for given in (Path(draft), *others):
        if output.exists() and given.exists() and output.samefile(given):
            problem = "the same file as the draft or the term sheet"
            raise DraftError(problem, path=str(output), hint="Name another file for the copy.")


def markup(
    draft: str | Path,
    terms: str | Path | TermSheet,
    *,
    counter: bool = False,
    author: str | None = None,
    rules: Sequence[Path] = (),
    data: bytes | None = None,
    password: str | None = None,
    suffix: str | None = None,
    now: datetime.datetime | None = None,
) -> Marked:
    """Mark up a copy of a draft with what a review finds.

    Args:
        draft: a Word draft or a PDF; with `data`, only its name.
        terms: the term sheet, or its path: in our format, or in one that `termscan terms import` reads.
        counter: restore the agreed words by tracked changes, where a second review shows that they do; only in Word.
        author: under whose name; without one, our side's as the term sheet has it.
        rules: folders with rule packs of one's own.
        data: the draft's bytes, where they are not in a file.
        password: of an encrypted PDF.
        suffix: of the file that the mark-up is for, which must be that of the draft's format.
        now: the time that the marks bear; without it, that of the computer's clock.

    Raises:
        DraftError, TermSheetError, RuleError: an input that cannot be used, or a draft that cannot be marked up.
    """
    sheet = pipeline.term_sheet(terms, rules=rules)
    review = pipeline.review(draft, sheet, rules=rules, data=data, password=password)
    data = Path(draft).read_bytes() if data is None else data
    ours = sheet.provider if sheet.our_side == "provider" else sheet.customer
    pen = Pen(author or ours.name, (now or datetime.datetime.now(datetime.UTC)).astimezone(datetime.UTC))
    _check_format(review.draft, counter, suffix)
    if review.draft.format == "docx":
        return _Word(review, data, pen, sheet, tuple(rules)).marked(counter)
    from .pdf import annotated

    found = noted(review)
    content = annotated(review.draft, data, notes(found, _places(review, sheet)), pen, password)
    return Marked(content, len(found), waived=len(say.silenced(review)))


def _check_format(draft: Document, counter: bool, suffix: str | None) -> None:
    ending = _ENDINGS.get(draft.format)
    if ending is None:
        problem, hint = "mark-up needs a Word draft or a PDF", "Ask for the draft as .docx or .pdf."
    elif counter and draft.format != "docx":
        problem, hint = "tracked changes need a Word draft", "Leave --counter out, or ask for the draft as .docx."
    elif suffix is not None and suffix.lower() != ending:
        problem, hint = f"a {say.FORMATS[draft.format]} draft stays one when it is marked up", f"End -o in {ending}."
    else:
        return
    raise DraftError(problem, path=draft.path, hint=hint)


def _places(review: Review, sheet: TermSheet) -> Places:
    return Places(review, outline(review.draft, sheet.customer, sheet.provider))


@dataclass(frozen=True)
class _Word:
    """A Word draft with what it is marked up from."""

    review: Review
    data: bytes
    pen: Pen
    sheet: TermSheet
    rules: tuple[Path, ...]

    def marked(self, counter: bool) -> Marked:
        places = _places(self.review, self.sheet)
        found = noted(self.review)
        making = Counter(places, {term.name: term for term in self.sheet.terms})
        tried = {f.id: proposals(making, f) for f in found if counter and concerns(f)}
        taken = proved(self.review, tried, self._reviewed, partial(asked_again, making))
        left_open = [finding for finding in found if finding.id in tried and finding.id not in taken]
        word = WordDraft(self.review.draft, self.data, self.pen)
        word.change(dict.fromkeys(edit for proposal in taken.values() for edit in proposal))
        added = _added(taken)
        for finding in found:
            if finding.id in added:
                word.comment_on(added[finding.id], paragraphs_of(finding))
        for note in notes([f for f in found if f.id not in added], places, {f.id for f in left_open}):
            word.comment(note)
        names = (tuple(f.name for f in found if f.id in taken), tuple(f.name for f in left_open))
        return Marked(word.written(), len(found), *names, waived=len(say.silenced(self.review)))

    def _reviewed(self, edits: Sequence[Edit]) -> Review | None:
        """The review of the draft with these edits accepted; None where no tracked change can make them."""
        word = WordDraft(self.review.draft, self.data, self.pen)
        try:
            word.change(edits)
        except Unmarkable:
            return None
        return pipeline.review(self.review.draft.path, self.sheet, rules=self.rules, data=word.written())


def _added(taken: Mapping[str, Proposal]) -> dict[str, Edit]:
    """The paragraphs that proposals add, by the finding: there its note goes."""
    return {finding: edit for finding, proposal in taken.items() for edit in proposal if edit.how == "add paragraph"}
