"""Typed values of contract terms: read as people write them, write canonically, compare, find in prose.

To add a type: one module with a frozen dataclass, `LIKE`, `parse`, `canonical` and `compare`, a line in `TYPES` and one
in `kinds.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as calendar_date
from typing import Any

from termscan.values import (
    absent,
    bounds,
    choice,
    date,
    duration,
    items,
    labelled,
    money,
    multiple,
    number,
    party,
    percent,
    place,
    text,
)
from termscan.values.absent import Absent
from termscan.values.bounds import Bound
from termscan.values.choice import Choice
from termscan.values.date import DateValue
from termscan.values.duration import Duration, close
from termscan.values.found import Found
from termscan.values.items import ListValue, added, dropped
from termscan.values.kinds import Value
from termscan.values.labelled import Labelled
from termscan.values.money import Money, names_currency, signs
from termscan.values.multiple import UNLIMITED, Multiple
from termscan.values.number import Number
from termscan.values.party import PartyValue
from termscan.values.percent import Percent
from termscan.values.place import Place, covers, is_country
from termscan.values.prose import find, find_anniversaries, find_open_ended
from termscan.values.reading import Relation
from termscan.values.refusals import Refusal
from termscan.values.text import Text

__all__ = [
    "TYPES",
    "UNLIMITED",
    "Absent",
    "Bound",
    "Choice",
    "DateValue",
    "Duration",
    "Found",
    "Labelled",
    "ListValue",
    "Money",
    "Multiple",
    "Number",
    "PartyValue",
    "Percent",
    "Place",
    "Relation",
    "Text",
    "Value",
    "added",
    "canonical",
    "close",
    "compare",
    "covers",
    "dropped",
    "find",
    "find_anniversaries",
    "find_open_ended",
    "is_absent",
    "is_country",
    "names_currency",
    "parse",
    "parse_bound",
    "signs",
    "taken_of",
    "type_names",
    "within",
]


@dataclass(frozen=True, slots=True)
class Type:
    """One type of value: its class and its module's functions."""

    value: type
    like: str
    parse: Callable[..., Any]
    canonical: Callable[[Any], str]
    compare: Callable[[Any, Any], Relation]


def _type(value: type, module: Any) -> Type:
    return Type(value, module.LIKE, module.parse, module.canonical, module.compare)


TYPES: dict[str, Type] = {
    "money": _type(Money, money),
    "percent": _type(Percent, percent),
    "duration": _type(Duration, duration),
    "multiple": _type(Multiple, multiple),
    "party": _type(PartyValue, party),
    "choice": _type(Choice, choice),
    "date": _type(DateValue, date),
    "number": _type(Number, number),
    "list": _type(ListValue, items),
    "labelled": _type(Labelled, labelled),
    "place": _type(Place, place),
    "text": _type(Text, text),
    "absent": _type(Absent, absent),
}
_TYPE_OF = {kind.value: kind for kind in TYPES.values()}
_LIKE = {name: kind.like for name, kind in TYPES.items()}


# ---- reading ---------------------------------------------------------------------------------------------------------


def type_names(type_name: str) -> tuple[str, ...]:
    """The types of "money or percent". Raises ValueError for a name that is none."""
    names = tuple(name.strip() for name in type_name.replace(",", " or ").split(" or ") if name.strip())
    for name in names:
        if name not in TYPES:
            raise ValueError(f"{name!r} is no type of value; the types are {', '.join(TYPES)}")
    return names


def parse(type_name: str, said: object, choices: Sequence[str] = (), items: Sequence[str] = ()) -> Value:
    """A value of a type, or of one of several ("money or percent"), as YAML gives it or a person writes it.

    `none` is `Absent` for every type, and `UNLIMITED` where the types have "multiple".

    Args:
        said: words, a number, a boolean, a date, a list or a mapping.
        choices, items: the listed words of a choice, and the known items of a list.

    Raises:
        ValueError: what is wrong with it, and how to write it.
    """
    names = type_names(type_name)
    if isinstance(said, (Mapping, list, tuple)):
        return _parse_structure(names, said, choices, items)
    words = _words(said)
    if not words:
        raise ValueError(Refusal(names, _LIKE, choices).of_nothing())
    if absent.parse(words) or (said is False and choice.parse(words, choices) is None):
        return UNLIMITED if "multiple" in names else Absent()
    return _parse_words(names, words, choices, items)


def _parse_words(names: Sequence[str], words: str, choices: Sequence[str], known: Sequence[str]) -> Value:
    """The first of the types that the words fit."""
    wrong: list[str] = []
    for name in names:
        try:
            value = _parse_as(name, words, choices, known, with_length="duration" in names)
        except ValueError as error:
            wrong.append(str(error))
            continue
        if value is not None:
            return value
    raise ValueError(wrong[0] if wrong and len(names) == 1 else Refusal(names, _LIKE, choices).of(words))


def _parse_as(name: str, words: str, choices: Sequence[str], known: Sequence[str], with_length: bool) -> Value | None:
    if name == "choice":
        return choice.parse(words, choices, with_length)
    if name == "list":
        return items.parse(words, known)
    value: Value | None = TYPES[name].parse(words)
    return value


def _parse_structure(
    names: Sequence[str], said: Mapping[Any, Any] | Sequence[Any], choices: Sequence[str], known: Sequence[str]
) -> Value:
    """A YAML list or mapping; a list of one stands for that one."""
    labels = isinstance(said, Mapping) or any(isinstance(part, Mapping) for part in said)
    value: Value | None = None
    if "list" in names and not isinstance(said, Mapping) and not labels:
        value = items.parse(said, known)
    elif "labelled" in names:
        value = labelled.parse(said)
    if value is not None:
        return value
    if len(said) == 1 and not labels and not isinstance(said, Mapping):
        return parse(" or ".join(names), said[0], choices, known)
    raise ValueError(Refusal(names, _LIKE, choices).of_shape("a mapping" if labels else "a list"))


def taken_of(value: Value, words: str | None) -> Value:
    """A value with what it is taken of: 100% of the fees, of "those of the last 12 months", is 12 months of fees."""
    return multiple.taken_of(value, words) if words and isinstance(value, Multiple) else value


def _words(said: object) -> str:
    if said is None:
        return ""
    if isinstance(said, bool):
        return "yes" if said else "no"
    if isinstance(said, calendar_date):
        return said.isoformat()[:10]
    if isinstance(said, float):
        return f"{said:.10f}".rstrip("0").rstrip(".")
    return " ".join(str(said).split())


def parse_bound(type_name: str, said: object, choices: Sequence[str] = (), items: Sequence[str] = ()) -> Bound:
    """What would still be signed: `at most 45 days`, `at least 6 months`, `between 1 and 3`, or a plain value.

    Raises:
        ValueError: what is wrong with it, and how to write it.
    """
    low, high = bounds.ends(said) if isinstance(said, str) else (None, None)
    if low is None and high is None:
        value = parse(type_name, said, choices, items)
        return Bound(value, value)
    return Bound(*(None if end is None else parse(type_name, end, choices, items) for end in (low, high)))


# ---- writing and comparing -------------------------------------------------------------------------------------------


def canonical(value: Value) -> str:
    """The one spelling that the same value always has; `parse` reads it back."""
    return _TYPE_OF[type(value)].canonical(value)


def is_absent(value: Value) -> bool:
    """Whether a value says that there is no such thing (`none`, and `unlimited` for a cap)."""
    return isinstance(value, Absent) or value == UNLIMITED


def compare(agreed: Value, found: Value) -> Relation:
    """How the value found stands to the value agreed: `more` is a higher amount, a later date, an additional item.

    `incomparable` says that no common scale measures the two, so that they may or may not come to the same.
    """
    if type(agreed) is type(found):
        return _TYPE_OF[type(agreed)].compare(agreed, found)
    if is_absent(agreed) or is_absent(found):
        return _compare_absent(agreed, found)
    match agreed, found:
        case ((Money() | Multiple()), (Money() | Multiple())):
            return multiple.compare(agreed, found)
        case Duration(), Choice(length=Duration() as length):
            return duration.compare(agreed, length)
        case Choice(length=Duration() as length), Duration():
            return duration.compare(length, found)
        case ((Money() | Percent() | Multiple() | Number()), (Money() | Percent() | Multiple() | Number())):
            return "incomparable"
        case ((Duration() | DateValue() | Choice()), (Duration() | DateValue() | Choice())):
            return "incomparable"
    return "different"


def _compare_absent(agreed: Value, found: Value) -> Relation:
    if is_absent(agreed) and is_absent(found):
        return "same"
    if UNLIMITED in (agreed, found):
        return "less" if agreed == UNLIMITED else "more"
    return "different"


def within(bound: Bound, value: Value) -> bool:
    """Whether a value keeps to a bound; one that cannot be compared with it does not."""
    if bound.low is not None and bound.low == bound.high:
        return compare(bound.low, value) == "same"
    above = bound.low is None or compare(bound.low, value) in ("same", "more")
    return above and (bound.high is None or compare(bound.high, value) in ("same", "less"))
