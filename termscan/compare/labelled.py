"""Terms with labels: milestones and rates. Each label must stand with its own value, in a sentence or in a table's row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .currency import in_its_currency
from .lexicon import content
from .matter import Judgement, Matter, Span, kept, protects
from .sameness import as_counted, mismatch, same
from .texts import judge as judge_words

AFTER = 240  # characters after a label in which its value may stand
BEFORE = 120  # the same before it: "20% on signature"
FAR = 4  # sentences from the other lines of a tariff within which one more of its lines may stand


@dataclass(frozen=True, slots=True)
class _Place:
    """A label as it stands in the draft, with the value beside it."""

    start: int
    end: int
    found: values.Found | None


def judge(matter: Matter, term: Term, kind: Kind) -> Judgement:
    """Compare label by label; where no label of the sheet stands in the draft, compare as words."""
    agreed = term.agreed.entries if isinstance(term.agreed, values.Labelled) else ()
    places = _places(matter, term, [label for label, _ in agreed])
    if not any(places):
        return judge_words(matter, term)
    spans: list[Span] = []
    wrong: list[tuple[str, values.Value, _Place]] = []
    silent: list[tuple[str, values.Value]] = []
    for (label, value), found in zip(agreed, places, strict=True):
        beside = [p for p in found if p.found is not None and _comparable(value, p.found)]
        right = next((p for p in beside if p.found is not None and _says(matter, value, p.found)), None)
        if right is not None and right.found is not None:
            if right.found.words_say is not None:
                return mismatch(right.found, matter, term)
            spans.append(("states", *_reach(right)))
        elif beside:
            wrong.append((label, value, beside[0]))
        else:
            silent.append((label, value))
    again = None if wrong else _said_again(matter, term, kind, agreed, places, spans)
    if again is not None:
        return again
    gone = [label for label, value in silent if not (spans and _stands_near(matter, value, spans))]
    return _verdict(matter, term, kind, spans, wrong, gone)


def _said_again(
    matter: Matter,
    term: Term,
    kind: Kind,
    agreed: Sequence[tuple[str, values.Value]],
    places: Sequence[Sequence[_Place]],
    spans: Sequence[Span],
) -> Judgement | None:
    """A label that stands with its value, and elsewhere with another of which the sheet knows nothing; None where none does."""
    governing = {matter.sentence_at(s) for _, s, _ in spans}
    for (label, value), at in zip(agreed, places, strict=True):
        here = next((p for p in at if p.found is not None and _says(matter, value, p.found)), None)
        for p in at if here is not None else ():
            f = p.found
            if f is None or f.value is None or not _comparable(value, f) or _says(matter, value, f):
                continue
            if matter.mentions(f.value) or matter.sentence_at(p.start) in governing or matter.recital(p.start):
                continue
            says = f"{values.canonical(value)} or {values.canonical(f.value)}"
            message = f"{label}: {matter.place(here.start)} says {values.canonical(value)}, {matter.place(p.start)} {values.canonical(f.value)}."  # type: ignore[union-attr]
            both: tuple[Span, ...] = (("states", *_reach(here)), ("conflicts", *_reach(p)))  # type: ignore[arg-type]
            return Judgement("unclear", f"{label}: {says}", both, message, protects(term, kind))
    return None


def _says(matter: Matter, value: values.Value, found: values.Found) -> bool:
    said = as_counted(matter.text, value, found.value, found.end)
    said = in_its_currency(matter, value, said, found)
    return said is not None and same(value, said)


def _stands_near(matter: Matter, value: values.Value, spans: Sequence[Span]) -> bool:
    """Whether a value stands not far from the others, under whatever label: the sheet calls a line by a name of its own."""
    homes = [matter.sentence_at(s) for _, s, _ in spans]
    return any(min(homes) - FAR <= i <= max(homes) + FAR and _says(matter, value, f) for i, f in matter.founds)


def _verdict(
    matter: Matter,
    term: Term,
    kind: Kind,
    spans: list[Span],
    wrong: Sequence[tuple[str, values.Value, _Place]],
    gone: Sequence[str],
) -> Judgement:
    for label, value, place in wrong:
        where: Span = ("states", *_reach(place))
        found = place.found
        said = values.canonical(value)
        if found is not None and found.blank:
            return Judgement("unclear", None, (where,), f"{label}: a blank stands where {said} was agreed.")
        says = values.canonical(found.value) if found is not None and found.value is not None else "something else"
        message = f"{label}: the draft says {says}, not {said}."
        return Judgement("changed", f"{label}: {says}", (where,), message, protects(term, kind))
    if gone and not spans:
        return judge_words(matter, term)
    if gone:
        says = f"The draft gives no figure for {', '.join(gone)}."
        return Judgement("changed", None, tuple(spans[:3]), says, protects(term, kind))
    return kept(term, tuple(dict.fromkeys(spans))[:6])


def _reach(place: _Place) -> tuple[int, int]:
    if place.found is None:
        return place.start, place.end
    return min(place.start, place.found.start), max(place.end, place.found.end)


_BY_TIME = ("hour", "day", "week", "month", "year")


def _comparable(value: values.Value, found: values.Found) -> bool:
    if found.blank and not found.redacted:
        return True
    other = found.value
    if isinstance(value, values.Money) and isinstance(other, values.Money):
        return value.per is not None or other.per not in _BY_TIME  # what an hour costs is no instalment
    return other is not None and type(other) is type(value)


# "USD 1 per scone", "5% for each late order"
_OF_THE_LABEL = re.compile(r"(?:\s+\w+)?\s+(?:per|for\s+(?:each|every|the|a|an)|each|a)\s+", re.IGNORECASE)


def _places(matter: Matter, term: Term, labels: Sequence[str]) -> list[list[_Place]]:
    """For each label every place where it stands, with the value that belongs to it: up to the next label, or before.

    A list puts its values all on one side of their labels: the side is taken on which more of them are the agreed ones.
    """
    marks = sorted(
        (m.start(), m.end(), i) for i, label in enumerate(labels) for m in _label(label).finditer(matter.text)
    )
    wanted = term.agreed.entries if isinstance(term.agreed, values.Labelled) else ()
    fitting = [[f for _, f in matter.founds if _comparable(value, f)] for _, value in wanted]
    return max(
        (_placed(matter, marks, fitting, after_first) for after_first in (True, False)),
        key=lambda places: sum(_right(matter, value, at) for (_, value), at in zip(wanted, places, strict=True)),
    )


def _right(matter: Matter, value: values.Value, places: Sequence[_Place]) -> bool:
    return any(p.found is not None and _says(matter, value, p.found) for p in places)


def _placed(
    matter: Matter, marks: Sequence[tuple[int, int, int]], fitting: Sequence[Sequence[values.Found]], after_first: bool
) -> list[list[_Place]]:
    """The places of each label, where values stand after their labels, or else before them."""
    out: list[list[_Place]] = [[] for _ in fitting]
    for n, (start, end, i) in enumerate(marks):
        limit = marks[n + 1][0] if n + 1 < len(marks) else len(matter.text)
        floor = marks[n - 1][1] if n else 0
        fits = fitting[i]
        after = [f for f in fits if end <= f.start < min(limit, end + AFTER) and _same_line(matter, end, f.start)]
        before = [f for f in fits if max(floor, start - BEFORE) <= f.start < start and _same_line(matter, f.end, start)]
        linked = [f for f in fits if f.start < start < f.end]  # "USD 2 per recipe card" names its label
        linked = linked or [f for f in before if _OF_THE_LABEL.fullmatch(matter.text, f.end, start)]
        beside = [*after[:1], *before[-1:]] if after_first else [*before[-1:], *after[:1]]
        found = linked[-1] if linked else next(iter(beside), None)
        out[i].append(_Place(start, end, found))
    return out


def _same_line(matter: Matter, start: int, end: int) -> bool:
    """A value belongs to a label of its own sentence or row, not of another paragraph."""
    between = matter.text[start:end]
    return "\n\n" not in between and not any(stop in between for stop in ("|\n", ". ", "; ", ";\n"))


def _label(label: str) -> re.Pattern[str]:
    """A label in the draft: its words that carry meaning, with little between them; singular or plural."""
    words = [w for w in re.findall(r"[A-Za-z0-9%]+", label) if content(w) or not w.isalpha()] or label.split()
    stems = [re.escape(w.rstrip("s") if len(w) > 3 else w) + r"(?:s|es)?" for w in words]
    return re.compile(r"(?<![A-Za-z])" + r"\b[^.;|\n]{0,20}?(?<![A-Za-z])".join(stems) + r"(?![A-Za-z])", re.IGNORECASE)
