"""What a value's grammar yields at a place in a text, and how two values of one type stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, Literal, TypeVar

Relation = Literal["same", "more", "less", "different", "incomparable"]
V = TypeVar("V", covariant=True)


@dataclass(frozen=True, slots=True)
class Reading(Generic[V]):
    """A value read from `text[start:end]`.

    `value` is None where a blank or a redaction stands for it. Where words and digits disagree ("thirty (45) days"),
    `value` is what the digits say and `words_say` what the words say. `low` is the lower end of a range whose unit is
    written once ("five to ten days"); `value` is then its upper end.
    """

    value: V | None
    start: int
    end: int
    words_say: V | None = None
    blank: bool = False
    redacted: bool = False
    low: V | None = None


def in_lower_case(text: str) -> str:
    """The text in lower case, with every character where it was: "İ" would become two."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(char.lower()[0] for char in text)


def by_size(agreed: Decimal, found: Decimal) -> Relation:
    """How `found` stands to `agreed`."""
    if found == agreed:
        return "same"
    return "more" if found > agreed else "less"


def reversed_relation(relation: Relation) -> Relation:
    """The relation seen from the other side."""
    return {"more": "less", "less": "more"}.get(relation, relation)  # type: ignore[return-value]
