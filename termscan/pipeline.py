"""The pipeline, on one page: a path and a term sheet in, a Review out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Literal, cast

from . import readers, rulebook, termsheet
from .compare import Matter, compare, verdict
from .errors import DraftError
from .extract import Matcher, matcher, read_statements, stated_clauses
from .model import Clauses, Document, PartyName, Review, Severity, Side
from .outline import Outline, outline
from .rulebook import Rulebook
from .termsheet import TermSheet

FEWEST_WORDS = 20  # with fewer, a draft is no contract
SPEAKS_LIKE_ONE = 2  # of a contract's own words even the shortest letter agreement has so many
_ITS_WORDS = re.compile(
    r"(?i)\b(?:agreements?|contracts?|part(?:y|ies)|shall|hereby|herein|hereto|licen[cs]e[sd]?|clauses?|terminat\w+|liab\w+|"
    r"indemni\w+|governing law|confidential\w*|warrant\w+|invoices?|undertakes?|payable|terms and conditions)\b"
)


def review(
    draft: str | Path,
    terms: str | Path | TermSheet,
    *,
    rules: Sequence[Path] = (),
    fail_on: Severity = "high",
    data: bytes | None = None,
    password: str | None = None,
) -> Review:
    """Compare a draft with the agreed term sheet.

    Args:
        draft: the draft's path; with `data`, only its name.
        terms: the term sheet, or its path.
        rules: folders with rule packs of one's own, which override ours by id.
        fail_on: the severity from which a finding makes the draft not ready.
        data: the draft's bytes, where they are not in a file.
        password: for an encrypted PDF.

    Raises:
        DraftError, TermSheetError, RuleError: an input that cannot be used; `str()` says where and how to mend it.
    """
    book, kinds = _rules(tuple(rules))
    sheet = terms if isinstance(terms, TermSheet) else termsheet.load(terms, book)
    document = _document(draft, data, password)
    parts = outline(document, sheet.customer, sheet.provider)
    matter = Matter(sheet, read_statements(parts, kinds), book)
    rows, asks, faults = compare(matter)
    return Review(
        draft=document,
        sheet_path=str(sheet.path),
        deal=sheet.deal,
        our_side=sheet.our_side,
        parties=_named(parts),
        verdict=cast(Literal["ready", "not ready"], verdict(rows, asks, faults, fail_on)),
        terms=rows,
        asks=asks,
        faults=faults,
        agreed_on=str(sheet.agreed_on) if sheet.agreed_on else None,
        fail_on=fail_on,
    )


def extract(
    draft: str | Path, *, rules: Sequence[Path] = (), data: bytes | None = None, password: str | None = None
) -> Clauses:
    """All that is understood of a draft without a term sheet: its parties, and the terms that it states.

    Raises:
        DraftError, RuleError: an input that cannot be used.
    """
    _, kinds = _rules(tuple(rules))
    document = _document(draft, data, password)
    parts = outline(document)
    return Clauses(document, _named(parts), stated_clauses(read_statements(parts, kinds)))


@lru_cache(maxsize=4)
def _rules(extra: tuple[Path, ...]) -> tuple[Rulebook, Matcher]:
    book = rulebook.load(extra)
    return book, matcher(book)


def _document(draft: str | Path, data: bytes | None, password: str | None) -> Document:
    document = readers.read(draft, data=data, password=password)
    if document.words < FEWEST_WORDS:
        raise DraftError(
            f"only {document.words} words could be read, too few for a contract",
            path=str(draft),
            hint="Check that this is the draft, and that its text is not a picture.",
        )
    if sum(1 for _ in islice(_ITS_WORDS.finditer(document.text), SPEAKS_LIKE_ONE)) < SPEAKS_LIKE_ONE:
        raise DraftError("reads like no contract", path=str(draft), hint="Check that this is the draft.")
    return document


def _named(parts: Outline) -> tuple[tuple[Side, PartyName], ...]:
    return (("customer", parts.parties.customer), ("provider", parts.parties.provider))
