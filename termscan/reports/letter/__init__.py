"""The letter: a friendly note to the other side about what was agreed and where the draft differs.

It is made from the review alone, and it tells the other side nothing that is ours: no note, reason, priority, limit
of what we accept, or finding that we let pass. What came out better for us is left out as well.

Read in this order: phrases (what is said), names (parties and places), points (one difference), and `compose` here; text,
markdown and word write the result down.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...model import Ask, Review, TermRow
from .. import wording as say
from .names import Names, named
from .phrases import DRAFTING, NEW, TOPICS
from .points import Point, Teller, is_figure, title_of

MOST_KEPT = 6  # terms that the thanks name
_WEIGHT = {"must": 0, "important": 1, "tradeable": 2}


@dataclass(frozen=True, slots=True)
class Part:
    """The points under one heading."""

    heading: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in the order in which it is read."""

    subject: str
    greeting: str
    opening: tuple[str, ...]
    parts: tuple[Part, ...]
    closing: tuple[str, ...]
    sender: str


def compose(review: Review) -> Letter:
    """The letter to the other side: thanks, then what differs by topic with must-haves first, then what is new."""
    names = named(review)
    parts = tuple(part for part in (*_by_topic(review, names), _new(review, names), _drafting(review, names)) if part)
    return Letter(
        subject=f"{say.clean(review.deal)}: the draft agreement",
        greeting=names.greeting,
        opening=(_thanks(review), *(_intended(parts) if parts else _nothing())),
        parts=parts,
        closing=_closing(parts),
        sender=names.ours,
    )


def raised(review: Review) -> list[TermRow]:
    """The terms that the letter is about, must-haves first: neither kept, nor better for us, nor waived."""
    silent = say.silenced(review)
    rows = [r for r in review.terms if r.verdict != "kept" and r.severity != "note" and r.id not in silent]
    return sorted(rows, key=lambda row: _WEIGHT[row.priority])


def left_out(review: Review) -> list[str]:
    """What differs and is not in the letter, each with the reason: "payment.due, better for us"."""
    silent = say.silenced(review)
    better = [
        f"{say.clean(r.term)}, better for us" for r in review.terms if r.verdict != "kept" and r.severity == "note"
    ]
    named = (
        {r.id: r.term for r in review.terms}
        | {a.id: a.ask for a in review.asks}
        | {f.id: f.fault for f in review.faults}
    )
    return [*better, *(f"{say.clean(name)}, waived" for id, name in named.items() if id in silent)]


# ---- parts -----------------------------------------------------------------------------------------------------------


def _by_topic(review: Review, names: Names) -> list[Part]:
    """A part for each topic; that with a must-have comes first."""
    rows = raised(review)
    tell = Teller(names, review.draft.text)
    topics = dict.fromkeys(row.term.split(".")[0] for row in rows)
    return [
        Part(TOPICS.get(topic, topic.capitalize()), tuple(tell.term(r) for r in rows if r.term.split(".")[0] == topic))
        for topic in topics
    ]


def _new(review: Review, names: Names) -> Part | None:
    silent = say.silenced(review)
    asks: list[Ask] = [a for a in review.asks if a.id not in silent and a.direction != "for us"]
    tell = Teller(names, review.draft.text)
    return Part(NEW, tuple(tell.ask(ask) for ask in say.worst_first(asks))) if asks else None


def _drafting(review: Review, names: Names) -> Part | None:
    """Faults that no point above has dealt with already."""
    silent = say.silenced(review)
    told = [(shown.start, shown.end) for row in raised(review) for shown in row.evidence]
    left = [
        fault
        for fault in review.faults
        if fault.id not in silent
        and not any(start <= f.start < end or f.start <= start < f.end for f in fault.evidence for start, end in told)
    ]
    tell = Teller(names, review.draft.text)
    return Part(DRAFTING, tuple(tell.fault(fault) for fault in say.worst_first(left))) if left else None


# ---- what stands round them ------------------------------------------------------------------------------------------


def _thanks(review: Review) -> str:
    agreed = f"what we both agreed{f' on {_day(review.agreed_on)}' if review.agreed_on else ''}"
    kept = sorted((r for r in review.terms if r.severity is None), key=lambda row: _WEIGHT[row.priority])
    opening = f"Thank you for the draft. We have read it beside {agreed}"
    if len(kept) == len(review.terms):
        return f"{opening}, and every point of it is there. We appreciate the care you took."
    listed = enumerated([_with_value(row) for row in kept if row.agreed != "none"][:MOST_KEPT])
    if not listed:
        return f"{opening}."
    if 2 * len(kept) >= len(review.terms):
        count = (
            f"{len(kept)} of the {say.counted(len(review.terms), 'point')} {'is' if len(kept) == 1 else 'are'} there"
        )
        among = f"{count} just as we left {_them(kept)}{', among them ' if len(kept) > MOST_KEPT else ': '}{listed}"
    else:
        many = "a good number of points" if len(kept) > MOST_KEPT else listed
        among = f"were glad to find {many} just as we left {_them(kept)}"
        among += f", among them {listed}" if len(kept) > MOST_KEPT else ""
    return f"{opening}, and {among}. We appreciate that."


def _them(kept: Sequence[TermRow]) -> str:
    return "it" if len(kept) == 1 else "them"


def _with_value(row: TermRow) -> str:
    value = say.clean(row.agreed)
    shown = is_figure(value) and not row.term.startswith("other.")
    return f"{title_of(row.term)} ({value})" if shown else title_of(row.term)


def _intended(parts: Sequence[Part]) -> Iterable[str]:
    count = sum(len(part.points) for part in parts)
    if count == 1:
        yield "There is one point that we would like to ask you about."
        return
    yield (
        "The points below read differently from our notes. They may well be slips on either side, so we give the place "
        "of each and, where it helps, words that would bring it back."
    )


def _nothing() -> Iterable[str]:
    yield "We have no points to raise on what we agreed."


def _closing(parts: Sequence[Part]) -> tuple[str, ...]:
    if not parts:
        return ("We look forward to working together.",)
    return (
        "If we have misread or forgotten anything, please tell us. Would a short call suit you, or would you rather send us "
        "a new draft? We are glad of either, and look forward to working together.",
    )


def enumerated(words: Sequence[str]) -> str:
    """ "one, two and three"."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _day(written: str) -> str:
    """A date as letters have it: "14 September 2026"; whatever is no date, as it is written."""
    try:
        day = datetime.date.fromisoformat(written)
    except ValueError:
        return say.clean(written)
    return f"{day.day} {day:%B %Y}"
