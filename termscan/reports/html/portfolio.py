"""Many drafts on one page: a matrix of verdicts, worst first, a chart of what is raised, and the findings of each draft.

The drafts pass one by one through a file of the system's own, so that no number of them has to stand in memory.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from typing import IO, Any

from ...model import SEVERITIES, Review
from ...outcome import Outcome, Unread, path_of
from .. import Page
from .. import wording as say
from ..findings import Finding, findings
from ..json import said_of
from .page import pieces

LONGEST_QUOTE = 300
_ORDER = ("not ready", "unread", "no term sheet", "ready")
_TOPICS = ("payment", "deliverables", "ip", "liability", "term", "general", "other", "traps", "drafting")
_KINDS = ("changed", "weakened", "unclear", "missing", "new", "fault")
_WIDTH = 480  # of the longest bar, in the units of the picture

Told = dict[str, Any]


def write(outcomes: Iterable[Outcome], page: Page) -> Iterator[str]:
    """The page, piece by piece, once all drafts are read."""
    with TemporaryFile("w+", encoding="utf-8", errors="surrogatepass") as file:
        shelf = _Shelf(file)
        for outcome in outcomes:
            shelf.add(outcome)
        yield from pieces(
            "portfolio.html",
            drafts=shelf.worst_first,
            columns=sorted(shelf.columns, key=_column),
            standing={verdict: shelf.standing[verdict] for verdict in _ORDER if shelf.standing[verdict]},
            bars=list(_bars(shelf.counts)),
            kinds=_KINDS,
            often=shelf.names.most_common(10),
        )


@dataclass
class _Shelf:
    """What the page says of each draft, on file; in memory only the order and the counts."""

    file: IO[str]
    order: list[tuple[tuple[object, ...], int]] = field(default_factory=list)
    columns: set[str] = field(default_factory=set)
    standing: Counter[str] = field(default_factory=Counter)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: Outcome) -> None:
        told = _told(outcome)
        self.columns |= told["terms"].keys()
        self.standing[told["verdict"]] += 1
        for one in told["findings"]:
            if one["verdict"] in _KINDS and not one["silent"]:
                self.counts[one["topic"], one["verdict"]] += 1
                self.names[one["name"].split("[")[0]] += 1
        self.order.append((_rank(told), self.file.tell()))
        self.file.write(json.dumps(told, ensure_ascii=False) + "\n")

    def worst_first(self) -> Iterator[Told]:
        """The drafts, each with its number on the page."""
        for number, (_, place) in enumerate(sorted(self.order), 1):
            self.file.seek(place)
            yield {"number": number, **json.loads(self.file.readline())}


def _told(outcome: Outcome) -> Told:
    told: Told = {"path": say.clean(path_of(outcome)), "terms": {}, "findings": []}
    if isinstance(outcome, Unread):
        return {**told, "verdict": "unread", "says": said_of(outcome), "hint": outcome.error.hint}
    if not isinstance(outcome, Review):
        return {**told, "verdict": "no term sheet", "says": f"{len(outcome.clauses)} clauses understood", "hint": None}
    return {
        **told,
        "verdict": outcome.verdict,
        "says": say.answer(outcome).split(": ", 1)[1],
        "hint": None,
        "terms": {row.term: row.verdict for row in outcome.terms},
        "findings": [_finding(one) for one in findings(outcome)],
    }


def _finding(finding: Finding) -> Told:
    shown = finding.evidence[0] if finding.evidence else None
    return {
        "name": finding.name,
        "topic": finding.topic,
        "verdict": finding.verdict,
        "said": finding.said,
        "severity": finding.severity,
        "silent": finding.silent,
        "message": say.clean(finding.message),
        "question": finding.question,
        "quote": say.clip(say.clean(shown.quote), LONGEST_QUOTE) if shown else None,
        "place": say.place(shown) if shown else None,
        "waiver": say.waiver_said(finding.waiver) if finding.waiver else None,
    }


def _rank(told: Told) -> tuple[object, ...]:
    found = Counter(one["severity"] for one in told["findings"] if not one["silent"])
    return (_ORDER.index(told["verdict"]), *(-found[severity] for severity in SEVERITIES), told["path"])


def _column(name: str) -> tuple[int, str]:
    topic = name.split(".")[0]
    return (_TOPICS.index(topic) if topic in _TOPICS else len(_TOPICS), name)


def _bars(counts: Counter[tuple[str, str]]) -> Iterator[Told]:
    """A bar for each topic, in stretches: what is raised, of which verdict, and where the stretch lies."""
    totals: Counter[str] = Counter()
    for (topic, _), number in counts.items():
        totals[topic] += number
    longest = max(totals.values(), default=1)
    for topic in sorted(totals, key=lambda name: -totals[name]):
        at = 0.0
        stretches = []
        for kind in _KINDS:
            width = counts[topic, kind] * _WIDTH / longest
            if width:
                stretches.append({"kind": kind, "at": round(at, 1), "width": round(width, 1)})
            at += width
        parts = ", ".join(f"{counts[topic, kind]} {kind}" for kind in _KINDS if counts[topic, kind])
        yield {"topic": topic, "total": totals[topic], "stretches": stretches, "says": parts}
