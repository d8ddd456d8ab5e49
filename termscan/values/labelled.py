"""Values with labels: milestones and rates (`[{Design: 30%}, {Launch: 70%}]`, `{Senior: USD 150 per hour}`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from termscan.values import amounts, date, duration, money, number, percent
from termscan.values.choice import fold
from termscan.values.date import DateValue
from termscan.values.duration import Duration
from termscan.values.money import Money
from termscan.values.number import Number
from termscan.values.percent import Percent
from termscan.values.reading import Relation

LIKE = "[{Design: 30%}, {Launch: 70%}]"
Entry = Money | Percent | Duration | DateValue | Number


@dataclass(frozen=True, slots=True)
class Labelled:
    """Labels and their values, in the order written."""

    entries: tuple[tuple[str, Entry], ...]


def parse(said: object) -> Labelled | None:
    """A mapping, a list of mappings, or words ("Design: 30%, Launch: 70%"). Raises ValueError for a wrong value."""
    pairs = list(_pairs(said))
    if not pairs:
        return None
    return Labelled(tuple((" ".join(label.split()), _entry(label, value)) for label, value in pairs))


def _pairs(said: object) -> Iterable[tuple[str, object]]:
    if isinstance(said, Mapping):
        return [(str(label), value) for label, value in said.items()]
    if isinstance(said, str):
        pairs = [part.rpartition(":") for part in re.findall(r"\s*(.+?:\s[^:]+?)\s*(?:[,;](?=\s)|\Z)", said)]
        return [(label.strip(), value.strip()) for label, _, value in pairs]
    if isinstance(said, Iterable):
        return [pair for part in said for pair in _pairs(part)]
    return []


def _entry(label: str, value: object) -> Entry:
    words = " ".join(str(value).split())
    for kind in (money.read, percent.read, duration.read):
        found = kind(words, 0)
        if found and found.value is not None and found.end == len(words):
            return found.value
    plain = date.parse(words) or (number.parse(words) if re.fullmatch(amounts.DIGITS, words) else None)
    if plain is None:
        raise ValueError(
            f"{label}: {words!r} is neither money nor percent; write it like {money.LIKE}, or {percent.LIKE}"
        )
    return plain


def canonical(value: Labelled) -> str:
    return ", ".join(f"{label}: {_write(entry)}" for label, entry in value.entries)


def _write(entry: Entry) -> str:
    match entry:
        case Money():
            return money.canonical(entry)
        case Percent():
            return percent.canonical(entry)
        case Duration():
            return duration.canonical(entry)
        case DateValue():
            return date.canonical(entry)
        case Number():
            return number.canonical(entry)


def compare(agreed: Labelled, found: Labelled) -> Relation:
    """Entry by entry under the same label; labels that came or went make it `different`."""
    mine, theirs = ({fold(label): entry for label, entry in value.entries} for value in (agreed, found))
    if mine.keys() != theirs.keys():
        return "different"
    relations = {_compare(entry, theirs[label]) for label, entry in mine.items()} - {"same"}
    return "same" if not relations else relations.pop() if len(relations) == 1 else "different"


def _compare(agreed: Entry, found: Entry) -> Relation:
    match agreed, found:
        case Money(), Money():
            return money.compare(agreed, found)
        case Percent(), Percent():
            return percent.compare(agreed, found)
        case Duration(), Duration():
            return duration.compare(agreed, found)
        case DateValue(), DateValue():
            return date.compare(agreed, found)
        case Number(), Number():
            return number.compare(agreed, found)
    return "different"
