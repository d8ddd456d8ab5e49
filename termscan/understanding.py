"""A draft understood by itself: read, taken apart, its statements found; without a term sheet, and without what compares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path

from . import readers, rulebook
from .errors import DraftError
from .extract import Matcher, matcher, read_statements, stated_clauses
from .model import Clauses, Document, PartyName, Side
from .outline import Outline, outline
from .readers import Revisions
from .rulebook import Rulebook

FEWEST_WORDS = 20  # with fewer, a draft is no contract
SPEAKS_LIKE_ONE = 2  # of a contract's own words even the shortest letter agreement has so many
_ITS_WORDS = re.compile(
    r"(?i)\b(?:agreements?|contracts?|part(?:y|ies)|shall|hereby|herein|hereto|licen[cs]e[sd]?|clauses?|terminat\w+|liab\w+|"
    r"indemni\w+|governing law|confidential\w*|warrant\w+|invoices?|undertakes?|payable|terms and conditions)\b"
)


def extract(
    draft: str | Path,
    *,
    rules: Sequence[Path] = (),
    data: bytes | None = None,
    password: str | None = None,
    as_terms: bool = False,
    revisions: Revisions = "accept",
) -> Clauses:
    """All that is understood of a draft without a term sheet: its parties, and the terms that it states.

    With `as_terms` the clauses also say what a term sheet has to say beside their values, which takes longer.

    Raises:
        DraftError, RuleError: an input that cannot be used.
    """
    book, kinds = rules_of(tuple(rules))
    document = document_of(draft, data, password, revisions)
    parts = outline(document)
    reading = read_statements(parts, kinds)
    clauses = stated_clauses(reading)
    if as_terms:
        from .compare.drafted import drafted  # a comparison's own parts are not there where nobody compares

        clauses = drafted(clauses, reading, book)
    return Clauses(document, named(parts), clauses)


def prepare() -> None:
    """Read our own rules ahead of the first draft.

    Raises:
        RuleError: they cannot be used.
    """
    rules_of(())


@lru_cache(maxsize=4)
def rules_of(extra: tuple[Path, ...]) -> tuple[Rulebook, Matcher]:
    """Our own rules with those of these folders, as data and ready to be matched."""
    book = rulebook.load(extra)
    return book, matcher(book)


def document_of(
    draft: str | Path, data: bytes | None, password: str | None, revisions: Revisions = "accept"
) -> Document:
    """A draft that has been read and is a contract.

    Raises:
        DraftError: it cannot be read, or it is none.
    """
    document = readers.read(draft, data=data, password=password, revisions=revisions)
    if document.words < FEWEST_WORDS:
        raise DraftError(
            f"only {document.words} words could be read, too few for a contract",
            path=str(draft),
            hint="Check that this is the draft, and that its text is not a picture.",
        )
    if sum(1 for _ in islice(_ITS_WORDS.finditer(document.text), SPEAKS_LIKE_ONE)) < SPEAKS_LIKE_ONE:
        raise DraftError("reads like no contract", path=str(draft), hint="Check that this is the draft.")
    return document


def named(parts: Outline) -> tuple[tuple[Side, PartyName], ...]:
    """The parties by their side."""
    return (("customer", parts.parties.customer), ("provider", parts.parties.provider))
