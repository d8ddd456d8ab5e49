"""The pipeline, on one page: a path and a term sheet in, a Review out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from . import handshake, termsheet
from .compare import Matter, compare, verdict
from .compare.waiving import standing, waivers
from .extract import Matcher, read_statements
from .extract.statements import Reading
from .handshake import Imported, Told
from .model import Comparison, Document, DraftFault, History, Review, Severity
from .outline import outline
from .readers import Revisions
from .rounds import Answer, Round
from .rulebook import Rulebook
from .termsheet import TermSheet
from .understanding import document_of, named, rules_of


def review(
    draft: str | Path,
    terms: str | Path | TermSheet,
    *,
    rules: Sequence[Path] = (),
    fail_on: Severity = "high",
    data: bytes | None = None,
    password: str | None = None,
    previous: str | Path | None = None,
    revisions: Revisions = "accept",
    final: bool = False,
    today: datetime.date | None = None,
) -> Review:
    """Compare a draft with the agreed term sheet.

    Args:
        draft: the draft's path; with `data`, only its name.
        terms: the term sheet, or its path.
        rules: folders with rule packs of one's own, which override ours by id.
        fail_on: the severity from which a finding makes the draft not ready.
        data: the draft's bytes, where they are not in a file.
        password: for an encrypted PDF.
        previous: the draft of the round before; the rows then say where they stood, and the changes are listed.
        revisions: read the draft with its tracked changes accepted, or rejected.
        final: add the checklist before signing; the verdict is then whether all of it passed.
        today: the day on which waivers count; without it, that of the computer's clock.

    Raises:
        DraftError, TermSheetError, RuleError: an input that cannot be used; `str()` says where and how to mend it.
    """
    book, kinds = rules_of(tuple(rules))
    sheet = _sheet(terms, book, kinds)
    reader = _Reader(sheet, book, kinds)
    answer, faults = reader.judge(document_of(draft, data, password, revisions))
    before = reader.judge(document_of(previous, None, password))[0] if previous is not None else None
    rejected = reader.rejected(draft, data, password, answer, revisions) if before is not None else None
    this = _round(before, answer, rejected)
    faults = (*this.silent_edits, *faults)
    found = {row.id for row in this.rows if row.severity} | {a.id for a in this.asks} | {f.id for f in faults}
    waived = waivers(sheet.waivers, found, today or datetime.date.today())
    left = (standing(this.rows, waived), standing(this.asks, waived), standing(faults, waived))
    listed = this.changes if before is not None else None
    checks = None
    if final:
        from .rounds.signing import checklist

        checks = checklist(answer.matter, *left, listed, fail_on)
    ready = all(c.passed for c in checks) if checks else verdict(*left, fail_on) == "ready"
    return Review(
        draft=answer.matter.reading.outline.document,
        sheet_path=str(sheet.path),
        deal=sheet.deal,
        our_side=sheet.our_side,
        parties=named(answer.matter.reading.outline),
        verdict="ready" if ready else "not ready",
        terms=this.rows,
        asks=this.asks,
        faults=faults,
        agreed_on=str(sheet.agreed_on) if sheet.agreed_on else None,
        fail_on=fail_on,
        previous=before.matter.reading.outline.document if before is not None else None,
        changes=this.changes,
        checklist=checks,
        waivers=waived,
    )


def compare_two(
    old: str | Path,
    new: str | Path,
    terms: str | Path | TermSheet | None = None,
    *,
    rules: Sequence[Path] = (),
    data: bytes | None = None,
    password: str | None = None,
    revisions: Revisions = "accept",
) -> Comparison:
    """Every difference of two drafts; with a term sheet, the agreed terms on which each bears.

    Args:
        data: the new draft's bytes, where they are not in a file.

    Raises:
        DraftError, TermSheetError, RuleError: an input that cannot be used.
    """
    if terms is not None:
        reviewed = review(new, terms, rules=rules, data=data, password=password, previous=old, revisions=revisions)
        return Comparison(reviewed.draft, cast(Document, reviewed.previous), reviewed.changes)
    from .rounds.comparing import compare_drafts
    from .rounds.silent import tracks

    _, kinds = rules_of(tuple(rules))
    newer = document_of(new, data, password, revisions)
    before, after = document_of(old, None, password), None
    readings = [read_statements(outline(d), kinds) for d in (before, newer)]
    if revisions == "accept" and tracks(newer):
        after = read_statements(outline(document_of(new, data, password, "reject")), kinds)
    return Comparison(newer, before, compare_drafts(readings[0], readings[1], after))


def follow(
    drafts: Sequence[str | Path],
    terms: str | Path | TermSheet,
    *,
    rules: Sequence[Path] = (),
    password: str | None = None,
    revisions: Revisions = "accept",
) -> History:
    """The rounds of a deal, from the first draft to the last, against one term sheet.

    Raises:
        DraftError, TermSheetError, RuleError: an input that cannot be used.
    """
    from .rounds.history import history

    book, kinds = rules_of(tuple(rules))
    sheet = _sheet(terms, book, kinds)
    reader = _Reader(sheet, book, kinds)
    answers = [reader.judge(document_of(d, None, password, revisions))[0] for d in drafts]
    return history(sheet.deal, str(sheet.path), answers)


def _round(before: Answer | None, answer: Answer, rejected: Reading | None) -> Round:
    """What changed since the draft of the round before, where there is one."""
    if before is None:
        return Round(tuple(answer.rows), tuple(answer.asks))
    from .rounds.comparing import compare_rounds  # it takes its time to load, and most reviews are of one draft

    return compare_rounds(before, answer, rejected)


@dataclass(frozen=True)
class _Reader:
    """What every draft of a deal is judged against."""

    sheet: TermSheet
    book: Rulebook
    kinds: Matcher

    def judge(self, document: Document) -> tuple[Answer, tuple[DraftFault, ...]]:
        """A draft judged by itself."""
        matter = Matter(self.sheet, self._reading(document), self.book)
        rows, asks, faults = compare(matter)
        return Answer(matter, rows, asks), faults

    def rejected(
        self, draft: str | Path, data: bytes | None, password: str | None, answer: Answer, revisions: Revisions
    ) -> Reading | None:
        """The draft with its tracked changes taken back, where it was read with them and has any."""
        from .rounds.silent import tracks

        if revisions == "reject" or not tracks(answer.matter.reading.outline.document):
            return None
        return self._reading(document_of(draft, data, password, "reject"))

    def _reading(self, document: Document) -> Reading:
        return read_statements(outline(document, self.sheet.customer, self.sheet.provider), self.kinds)


def import_terms(file: str | Path, *, rules: Sequence[Path] = (), told: Told | None = None) -> Imported:
    """Make a term sheet in our format of one that people have: a Word, PDF, Markdown, spreadsheet or mail file.

    Args:
        told: which side is ours and what the parties are called, where the file does not say.

    Raises:
        DraftError, TermSheetError, RuleError: an input that cannot be used.
    """
    book, kinds = rules_of(tuple(rules))
    return handshake.read(file, book, kinds, told)


def term_sheet(terms: str | Path | TermSheet, *, rules: Sequence[Path] = ()) -> TermSheet:
    """The agreed term sheet: as it is, from a file in our format, or made of one that people have (Word, spreadsheet, mail).

    Raises:
        DraftError, TermSheetError, RuleError: an input that cannot be used.
    """
    return _sheet(terms, *rules_of(tuple(rules)))


def _sheet(terms: str | Path | TermSheet, book: Rulebook, kinds: Matcher) -> TermSheet:
    if isinstance(terms, TermSheet):
        return terms
    return termsheet.load(terms, book) if handshake.is_ours(terms) else handshake.read(terms, book, kinds).sheet
