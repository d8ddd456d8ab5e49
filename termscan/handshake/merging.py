"""Several points on one kind: the same, parts of one list, told apart, or at odds with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from .. import values
from .terms import ENOUGH, OWN, Understood


def merged(found: Iterable[Understood]) -> tuple[list[Understood], list[Understood]]:
    """The terms that are sure, one for each kind or repeated where they are told apart; and those that are not."""
    by_kind: dict[str, list[Understood]] = defaultdict(list)
    for term in found:
        by_kind[term.kind].append(term)
    sure: list[Understood] = []
    doubts: list[Understood] = []
    for kind, terms in by_kind.items():
        told = [t for t in terms if t.doubt is None]
        doubts += [t for t in terms if t.doubt is not None and not any(_says_no_more(t, s) for s in told)]
        agreed = _numbered(kind, told) if kind.startswith("other.") else _of_kind(told)
        (sure if all(t.doubt is None for t in agreed) else doubts).extend(agreed)
    return sure, doubts


def _numbered(kind: str, terms: Sequence[Understood]) -> list[Understood]:
    return [replace(t, kind=kind if at == 0 else f"{kind}_{at + 1}") for at, t in enumerate(terms)]


def _of_kind(terms: list[Understood]) -> list[Understood]:
    """What several terms of a kind come to; all of them with a doubt, where they are at odds."""
    apart = {str(t.keys.get("for") or t.keys.get("by") or "") for t in terms}
    if len(terms) > 1 and len(apart) == len(terms) and "" not in apart:
        return terms
    best = [t for t in terms if t.score >= OWN] or terms
    together = _together(best) if len(best) > 1 else None
    distinct = _distinct([together] if together else best)
    if len(distinct) < 2:
        return distinct
    said = " and ".join(dict.fromkeys(values.canonical(t.value) for t in distinct))
    return [replace(t, doubt=f"the file says {said}") for t in distinct]


def _distinct(terms: Iterable[Understood]) -> list[Understood]:
    """The terms with different values, the surest first; of the same value, one with all that they say beside it."""
    distinct: list[Understood] = []
    for term in sorted(terms, key=lambda t: -t.score):
        at = next((i for i, known in enumerate(distinct) if _same(known, term)), None)
        if at is None:
            distinct.append(term)
            continue
        known = distinct[at]
        priority, note = known.priority or term.priority, known.note or term.note
        distinct[at] = replace(known, keys={**term.keys, **known.keys}, priority=priority, note=note)
    return distinct


def _together(terms: Sequence[Understood]) -> Understood | None:
    """Lists of one kind as one list, and prices with labels as one price list; None where the values are no such."""
    first, said = terms[0], "; ".join(dict.fromkeys(t.said for t in terms))
    lists = [t.value for t in terms if isinstance(t.value, values.ListValue)]
    if len(lists) == len(terms):
        items = tuple(dict.fromkeys(item for value in lists for item in value.items))
        return replace(first, value=values.ListValue(items), said=said)
    entries = [e for t in terms if isinstance(t.value, values.Labelled) for e in t.value.entries]
    prices = all(isinstance(t.value, values.Labelled) for t in terms) and first.kind == "payment.rate"
    if not prices or len({label for label, _ in entries}) < len(set(entries)):
        return None
    return replace(first, value=values.Labelled(tuple(dict.fromkeys(entries))), said=said)


def _same(one: Understood, other: Understood) -> bool:
    return one.value == other.value or values.compare(one.value, other.value) == "same"


def _says_no_more(doubtful: Understood, sure: Understood) -> bool:
    return doubtful.score < ENOUGH and _same(doubtful, sure)
