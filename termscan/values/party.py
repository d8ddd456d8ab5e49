"""The party that a term binds or serves: `customer`, `provider`, `both`, `each`, `joint`."""

from __future__ import annotations

from dataclasses import dataclass

from termscan.values.reading import Relation

LIKE = "customer, provider, both, each, joint or none"
WORDS = ("customer", "provider", "both", "each", "joint")
_ALSO = {"each party": "each", "both parties": "both", "either": "each", "either party": "each", "mutual": "both",
         "jointly": "joint", "each its own": "each"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PartyValue:
    """`who` is "customer", "provider", "both", "each" (each its own) or "joint"."""

    who: str


def parse(text: str) -> PartyValue | None:
    word = " ".join(text.lower().split())
    word = _ALSO.get(word, word).removeprefix("the ")
    return PartyValue(word) if word in WORDS else None


def canonical(value: PartyValue) -> str:
    return value.who


def compare(agreed: PartyValue, found: PartyValue) -> Relation:
    """`each` and `both` are one answer to "who may?", and so are `both` and `joint` to "who owns?"."""
    pair = {agreed.who, found.who}
    return "same" if len(pair) == 1 or ("both" in pair and pair <= {"both", "each", "joint"}) else "different"
