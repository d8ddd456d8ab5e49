"""Lists: `[indirect, consequential]`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from termscan.values.choice import fold
from termscan.values.reading import Relation

LIKE = "[first, second]"


@dataclass(frozen=True, slots=True)
class ListValue:
    """Items in the order written; a listed item has its listed spelling."""

    items: tuple[str, ...]


def parse(said: str | Iterable[object], items: Sequence[str] = ()) -> ListValue | None:
    """A list as YAML gives it, or words divided by commas. Raises ValueError for a misspelt listed item."""
    if isinstance(said, str):
        plain = said.strip().removeprefix("[").removesuffix("]")
        said = re.split(r"\s*;\s*" if ";" in plain else r"\s*,\s*(?:and\s+)?", plain)
    known = {fold(item): item for item in items}
    spelt = [_spelt(" ".join(str(item).replace(";", ",").split()), known) for item in said]
    unique = tuple(dict.fromkeys(item for item in spelt if item))
    return ListValue(unique) if unique else None


def _spelt(item: str, known: dict[str, str]) -> str:
    folded = fold(item)
    for form in (
        folded,
        folded.removesuffix("s"),
        folded + "s",
        folded.removesuffix(" damages"),
        folded.removesuffix(" losses"),
    ):
        if form in known:
            return known[form]
    near = _near(folded, known)
    if near:
        raise ValueError(f"{item!r} is not in the list; did you mean {near!r}?")
    return item


def _near(folded: str, known: dict[str, str]) -> str | None:
    """The listed item that differs by a slip of the pen, and only by that."""
    if len(folded) < 6 or not known:
        return None
    from rapidfuzz.distance import DamerauLevenshtein

    for listed, item in known.items():
        if listed[0] == folded[0] and listed[-1] == folded[-1] and DamerauLevenshtein.distance(listed, folded) <= 2:
            return item
    return None


def canonical(value: ListValue) -> str:
    if not any("," in item for item in value.items):
        return ", ".join(value.items)
    return "; ".join(value.items) if len(value.items) > 1 else f"{value.items[0]};"


def _lacks(some: ListValue, others: ListValue) -> tuple[str, ...]:
    have = {fold(item) for item in others.items}
    return tuple(item for item in some.items if fold(item) not in have)


def added(agreed: ListValue, found: ListValue) -> tuple[str, ...]:
    """The items found that were not agreed."""
    return _lacks(found, agreed)


def dropped(agreed: ListValue, found: ListValue) -> tuple[str, ...]:
    """The items agreed that were not found."""
    return _lacks(agreed, found)


def compare(agreed: ListValue, found: ListValue) -> Relation:
    """`more` and `less` by items; where some came and others went, `different`."""
    more, fewer = added(agreed, found), dropped(agreed, found)
    if more and fewer:
        return "different"
    return "more" if more else "less" if fewer else "same"
