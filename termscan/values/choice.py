"""One of a kind's listed words: `on payment`, `with consent`; and for renewal with its length: `automatic 1 year`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from termscan.values import duration
from termscan.values.duration import Duration
from termscan.values.reading import Relation

LIKE = "one of the listed words"


@dataclass(frozen=True, slots=True)
class Choice:
    """A listed word, and the length that goes with it (renewals only)."""

    word: str
    length: Duration | None = None


def parse(text: str, choices: Sequence[str], with_length: bool = False) -> Choice | None:
    """The listed word that the text is, whatever its case and hyphens, or None."""
    folded = fold(text)
    for word in sorted(choices, key=len, reverse=True):
        if folded == fold(word):
            return Choice(word)
        if with_length and folded.startswith(fold(word) + " "):
            rest = " ".join(text.split())[len(" ".join(word.split())) :].strip(" ,:()")
            length = duration.parse(rest.removeprefix("for ").removeprefix("of "))
            if length:
                return Choice(word, length)
    return None


def fold(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").replace(",", " ").split())


def canonical(value: Choice) -> str:
    return f"{value.word} {duration.canonical(value.length)}" if value.length else value.word


def compare(agreed: Choice, found: Choice) -> Relation:
    """With the same word, the lengths decide where both are said; one that is said only once is `incomparable` when
    it was agreed, and nothing new when it was not.
    """
    if fold(agreed.word) != fold(found.word):
        return "different"
    if agreed.length is None or agreed.length == found.length:
        return "same"
    return duration.compare(agreed.length, found.length) if found.length else "incomparable"
