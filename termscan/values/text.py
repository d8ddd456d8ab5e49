"""A term in plain words, which only a reader can judge."""

from __future__ import annotations

from dataclasses import dataclass

from termscan.values.reading import Relation

LIKE = "a sentence in plain words"


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words, white space folded."""

    text: str


def parse(text: str) -> Text | None:
    return Text(" ".join(text.split())) if text.strip() else None


def canonical(value: Text) -> str:
    return value.text


def compare(agreed: Text, found: Text) -> Relation:
    """The same words are the same; whether others mean the same cannot be told here."""
    return "same" if agreed.text.casefold().rstrip(".") == found.text.casefold().rstrip(".") else "incomparable"
