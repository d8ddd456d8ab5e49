"""Many drafts on one page: a matrix of verdicts, worst first, charts of what is raised, and a way to each review.

Where the page is a file, the reviews are pages beside it (`page.beside`); on its own it holds the findings of each draft.
The drafts pass one by one through a file of the system's own, so that no number of them has to stand in memory.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby
from os.path import commonpath
from tempfile import TemporaryFile
from typing import IO, Any
from urllib.parse import quote

from ...model import SEVERITIES, Review
from ...outcome import Outcome, Unread, path_of
from .. import Page
from .. import wording as say
from ..findings import Finding, findings
from ..json import said_of
from .page import pieces

LONGEST_QUOTE = 300
LONGEST_NAME = 50  # of a draft in the name of its review's file, which may take 255 bytes
_ORDER = ("not ready", "unread", "no term sheet", "ready")
_TOPICS = ("payment", "deliverables", "ip", "liability", "term", "general", "other", "traps", "drafting")
_KINDS = ("changed", "weakened", "unclear", "missing", "new", "fault")
_STANDING = {"unread": "could not be read", "no term sheet": "without a term sheet"}
_WIDTH = 280  # of the longest bar, in the units of the picture
_OFTEN = 9  # kinds that the chart shows

Told = dict[str, Any]


def write(outcomes: Iterable[Outcome], page: Page) -> Iterator[str]:
    """The page, piece by piece, once all drafts are read."""
    with TemporaryFile("w+", encoding="utf-8", errors="surrogatepass") as file:
        shelf = _Shelf(file, page.beside)
        for outcome in outcomes:
            shelf.add(outcome)
        columns = sorted(shelf.columns, key=_column)
        yield from pieces(
            "portfolio.html",
            good=set(shelf.standing) == {"ready"},
            beside=page.beside is not None,
            folder=shelf.folder,
            drafts=shelf.worst_first,
            columns=columns,
            topics=[
                (topic, len(list(names))) for topic, names in groupby(columns, key=lambda name: name.split(".")[0])
            ],
            standing={verdict: shelf.standing[verdict] for verdict in _ORDER if shelf.standing[verdict]},
            said=_STANDING,
            charts=[("topic", list(_bars(shelf.counts))), ("kind", list(_bars(shelf.names))[:_OFTEN])],
            kinds=_KINDS,
        )


def name_of_review(path: str) -> str:
    """The file in which the review of a draft stands beside the page: the draft's own name, told from its namesakes."""
    name = re.sub(r"[^\w.-]+", "-", path.replace("\\", "/").rsplit("/", 1)[-1])[-LONGEST_NAME:]
    return f"{name}-{sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}.html"


@dataclass
class _Shelf:
    """What the page says of each draft, on file; in memory only the order and the counts."""

    file: IO[str]
    beside: str | None
    order: list[tuple[tuple[object, ...], int]] = field(default_factory=list)
    columns: set[str] = field(default_factory=set)
    standing: Counter[str] = field(default_factory=Counter)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    names: Counter[tuple[str, str]] = field(default_factory=Counter)
    above: str | None = None  # the folder that all drafts are in

    @property
    def folder(self) -> str:
        """The same with its last slash; nothing where there is none."""
        return f"{self.above}/" if self.above else ""

    def add(self, outcome: Outcome) -> None:
        told = _told(outcome, self.beside)
        above = told["path"].rpartition("/")[0]
        self.above = above if self.above is None else commonpath((self.above, above))
        self.columns |= told["terms"].keys()
        self.standing[told["verdict"]] += 1
        for one in told["findings"]:
            if one["verdict"] in _KINDS and not one["silent"]:
                self.counts[one["topic"], one["verdict"]] += 1
                self.names[one["name"].split("[")[0], one["verdict"]] += 1
        self.order.append((_rank(told), self.file.tell()))
        if self.beside is not None:
            told["findings"] = []  # they are in the review
        self.file.write(json.dumps(told, ensure_ascii=False) + "\n")

    def worst_first(self) -> Iterator[Told]:
        """The drafts, each with its number on the page."""
        for number, (_, place) in enumerate(sorted(self.order), 1):
            self.file.seek(place)
            told = json.loads(self.file.readline())
            yield {"number": number, "name": told["path"].removeprefix(self.folder), **told}


def _told(outcome: Outcome, beside: str | None) -> Told:
    told: Told = {"path": say.clean(path_of(outcome)), "terms": {}, "findings": [], "page": None}
    if isinstance(outcome, Unread):
        return {**told, "verdict": "unread", "says": said_of(outcome), "hint": outcome.error.hint}
    if not isinstance(outcome, Review):
        return {**told, "verdict": "no term sheet", "says": f"{len(outcome.clauses)} clauses understood", "hint": None}
    page = f"{quote(beside)}/{quote(name_of_review(path_of(outcome)))}" if beside is not None else None
    return {
        **told,
        "page": page,
        "verdict": outcome.verdict,
        "says": say.answer(outcome).split(": ", 1)[1],
        "hint": None,
        "terms": {row.term: row.verdict for row in outcome.terms},
        "findings": [_finding(one) for one in findings(outcome)],
    }


def _finding(finding: Finding) -> Told:
    shown = finding.evidence[0] if finding.evidence else None
    return {
        "id": finding.id,
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
    """A bar for each name, longest first, in stretches: what is raised, of which verdict, and where the stretch lies."""
    totals: Counter[str] = Counter()
    for (name, _), number in counts.items():
        totals[name] += number
    longest = max(totals.values(), default=1)
    for name in sorted(totals, key=lambda one: (-totals[one], one)):
        at = 0.0
        stretches = []
        for kind in _KINDS:
            width = counts[name, kind] * _WIDTH / longest
            if width:
                stretches.append({"kind": kind, "at": round(at, 1), "width": round(width, 1)})
            at += width
        parts = ", ".join(f"{counts[name, kind]} {kind}" for kind in _KINDS if counts[name, kind])
        yield {"name": say.clean(name), "total": totals[name], "stretches": stretches, "says": parts}
