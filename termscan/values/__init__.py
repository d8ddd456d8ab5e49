"""Typed values of contract terms: read as people write them, write canonically, compare, find in prose.

To add a type: one module with a frozen dataclass, `LIKE`, `parse`, `canonical` and `compare`, and a line in `TYPES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as calendar_date
from typing import Any

from termscan.values import (
    absent,
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
from termscan.values.money import Money
from termscan.values.multiple import UNLIMITED, Multiple
from termscan.values.number import Number
from termscan.values.party import PartyValue
from termscan.values.percent import Percent
from termscan.values.place import Place, covers
from termscan.values.prose import find, find_open_ended
from termscan.values.reading import Relation
from termscan.values.text import Text

__all__ = [
    "TYPES", "UNLIMITED", "Absent", "Bound", "Choice", "DateValue", "Duration", "Found", "Labelled", "ListValue", "Money", "Multiple",
    "Number", "PartyValue", "Percent", "Place", "Relation", "Text", "Value", "added", "canonical", "close", "compare",
    "covers", "dropped", "find", "find_open_ended", "is_absent", "parse", "parse_bound", "within",
]  # fmt: skip


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
# the article is for the sentence "… is not a duration"
_CALLED = {"money": "money", "percent": "a percentage", "multiple": "a multiple of the fees", "list": "a list"}


def type_names(type_name: str) -> tuple[str, ...]:
    """The types of "money or percent". Raises ValueError for a name that is none."""
    names = tuple(name.strip() for name in type_name.replace(",", " or ").split(" or ") if name.strip())
    for name in names:
        if name not in TYPES:
            raise ValueError(f"{name!r} is no type of value; the types are {', '.join(TYPES)}")
    return names


def parse(type_name: str, said: object, choices: Sequence[str] = (), items: Sequence[str] = ()) -> Value:
    """A value of a type, or of one of several ("money or percent"), as YAML gives it or a person writes it.

    Args:
        said: words, a number, a boolean, a date, a list or a mapping.
        choices, items: the listed words of a choice, and the known items of a list.

    Raises:
        ValueError: what is wrong with it, and how to write it.
    """
    names = type_names(type_name)
    if isinstance(said, Mapping) or (
        isinstance(said, (list, tuple)) and any(isinstance(part, Mapping) for part in said)
    ):
        return _structured(names, said, items)
    if isinstance(said, (list, tuple)):
        return _listed(names, said, items)
    words = _words(said)
    if not words:
        raise ValueError(f"there is no value; write it like {_like(names, choices)}")
    if absent.parse(words):
        return UNLIMITED if "multiple" in names else Absent()
    if said is False and not _is_choice(words, choices):
        return Absent()
    return _first(names, words, choices, items)


def _first(names: Sequence[str], words: str, choices: Sequence[str], listed: Sequence[str]) -> Value:
    wrong: list[str] = []
    for name in names:
        try:
            value = _parse_one(name, words, choices, listed, with_length="duration" in names)
        except ValueError as error:
            wrong.append(str(error))
            continue
        if value is not None:
            return value
    raise ValueError(wrong[0] if wrong and len(names) == 1 else _refusal(names, words, choices))


def _parse_one(name: str, words: str, choices: Sequence[str], listed: Sequence[str], with_length: bool) -> Value | None:
    if name == "choice":
        return choice.parse(words, choices, with_length)
    if name == "list":
        return items.parse(words, listed)
    found: Value | None = TYPES[name].parse(words)
    return found


def _structured(names: Sequence[str], said: object, listed: Sequence[str]) -> Value:
    if "labelled" in names:
        value = labelled.parse(said)
        if value:
            return value
    raise ValueError(f"a mapping is not {_called(names)}; write it like {_like(names, ())}")


def _listed(names: Sequence[str], said: Sequence[object], listed: Sequence[str]) -> Value:
    if "list" in names:
        value = items.parse(said, listed)
        if value:
            return value
    if "labelled" in names:
        pairs = labelled.parse([str(part) for part in said])
        if pairs:
            return pairs
    if len(said) == 1:
        return parse(" or ".join(names), said[0])
    raise ValueError(f"a list is not {_called(names)}; write it like {_like(names, ())}")


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


def _is_choice(words: str, choices: Sequence[str]) -> bool:
    return choice.fold(words) in {choice.fold(word) for word in choices}


def _refusal(names: Sequence[str], words: str, choices: Sequence[str]) -> str:
    if "choice" in names and choices:
        near = _nearest(words, choices)
        hint = f"; did you mean {near!r}?" if near else ""
        others = [name for name in names if name != "choice"]
        either = f" or {_called(others)} ({_like(others, ())})" if others else ""
        return f"{words!r} is not one of: {', '.join(choices)}{either}{hint}"
    near = _nearest(words, _KNOWN_WORDS) if any(character.isalpha() for character in words) else None
    hint = f"; did you mean {near!r}?" if near and not set(names) & {"text", "place", "list"} else ""
    return f"{words!r} is not {_called(names)}; write it like {_like(names, choices)}{hint}"


_KNOWN_WORDS = (
    *(
        "days",
        "weeks",
        "months",
        "years",
        "business days",
        "quarters",
        "hours",
        "during the term",
        "perpetual",
        "unlimited",
    ),
    *(f"{word}" for word in party.WORDS),
)


def _nearest(words: str, choices: Sequence[str]) -> str | None:
    """The right word that was most likely meant."""
    from rapidfuzz import fuzz, process  # only where something is wrong

    said = re.sub(r"^[\d.,\s]+", "", words)
    best = process.extractOne(said, choices, scorer=fuzz.ratio, processor=choice.fold, score_cutoff=60)
    return str(best[0]) if best else None


def _called(names: Sequence[str]) -> str:
    return " or ".join(_CALLED.get(name) or f"a {name}" for name in names)


def _like(names: Sequence[str], choices: Sequence[str]) -> str:
    return ", or ".join(" or ".join(choices) if name == "choice" and choices else TYPES[name].like for name in names)


def canonical(value: Value) -> str:
    """The one spelling that the same value always has; `parse` reads it back."""
    return _TYPE_OF[type(value)].canonical(value)


def is_absent(value: Value) -> bool:
    """Whether a value says that there is no such thing (`none`, and `unlimited` for a cap)."""
    return isinstance(value, Absent) or value == UNLIMITED


def compare(agreed: Value, found: Value) -> Relation:
    """How the value found stands to the value agreed: `more` is a higher amount, a later date, an additional item."""
    if type(agreed) is type(found):
        return _TYPE_OF[type(agreed)].compare(agreed, found)
    if is_absent(agreed) or is_absent(found):
        return _with_absent(agreed, found)
    match agreed, found:
        case ((Money() | Multiple()), (Money() | Multiple())):
            return multiple.compare(agreed, found)
        case Duration(), Choice(length=Duration() as length):
            return duration.compare(agreed, length)
        case Choice(length=Duration() as length), Duration():
            return duration.compare(length, found)
        case ((Money() | Percent() | Number()), (Money() | Percent() | Multiple() | Number())):
            return "incomparable"
        case ((Duration() | DateValue() | Choice()), (Duration() | DateValue() | Choice())):
            return "incomparable"
    return "different"


def _with_absent(agreed: Value, found: Value) -> Relation:
    if is_absent(agreed) and is_absent(found):
        return "same"
    if UNLIMITED in (agreed, found):
        return "less" if agreed == UNLIMITED else "more"
    return "different"


_BOUNDS = (
    (re.compile(r"(?:at\s+most|no(?:t)?\s+more\s+than|up\s+to|maximum(?:\s+of)?|max\.?|not\s+over|not\s+later\s+than|by|<=?|≤)\s+(.+)", re.I), "high"),
    (re.compile(r"(?:at\s+least|not?\s+less\s+than|no\s+fewer\s+than|minimum(?:\s+of)?|min\.?|>=?|≥)\s+(.+)", re.I), "low"),
    (re.compile(r"(.+?)\s+(?:or\s+less|or\s+fewer|at\s+most)", re.I), "high"),
    (re.compile(r"(.+?)\s+(?:or\s+more|at\s+least)", re.I), "low"),
)  # fmt: skip
_BETWEEN = re.compile(r"(?:between|from)\s+(.+?)\s+(?:and|to)\s+(.+)", re.IGNORECASE)


def parse_bound(type_name: str, said: object, choices: Sequence[str] = (), items: Sequence[str] = ()) -> Bound:
    """What would still be signed: `at most 45 days`, `at least 6 months`, `between 1 and 3`, or a plain value.

    Raises:
        ValueError: what is wrong with it, and how to write it.
    """
    words = said if isinstance(said, str) else ""
    between = _BETWEEN.fullmatch(words)
    if between:
        low, high = _ends(between[1], between[2])
        return Bound(parse(type_name, low, choices, items), parse(type_name, high, choices, items))
    for pattern, end in _BOUNDS:
        match = pattern.fullmatch(words)
        if match:
            value = parse(type_name, match[1], choices, items)
            return Bound(high=value) if end == "high" else Bound(low=value)
    value = parse(type_name, said, choices, items)
    return Bound(value, value)


def _ends(low: str, high: str) -> tuple[str, str]:
    """Both ends with the sign and the unit that may be written once ("between USD 5,000 and 6,000 per month")."""
    mine, theirs = (re.fullmatch(r"(?P<sign>\D*?)\s?(?P<number>[\d.,]+)(?P<unit>.*)", end) for end in (low, high))
    if mine is None or theirs is None:
        return low, high
    sign, unit = mine["sign"] or theirs["sign"], theirs["unit"] or mine["unit"]
    return tuple(f"{end['sign'] or sign} {end['number']}{end['unit'] or unit}" for end in (mine, theirs))  # type: ignore[return-value]


def within(bound: Bound, value: Value) -> bool:
    """Whether a value keeps to a bound; one that cannot be compared with it does not."""
    if bound.low is not None and bound.low == bound.high:
        return compare(bound.low, value) == "same"
    above = bound.low is None or compare(bound.low, value) in ("same", "more")
    return above and (bound.high is None or compare(bound.high, value) in ("same", "less"))
