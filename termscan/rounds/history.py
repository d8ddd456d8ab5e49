"""Several rounds of one deal: the path of every term, the asks that came and went, the running count of nibbles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..model import Ask, History, Stage, TermPath, TermRow
from . import Answer, Round
from .comparing import compare_rounds


def history(deal: str, sheet_path: str, answers: Sequence[Answer]) -> History:
    """The rounds of a deal, from the first draft to the last, each already judged by itself."""
    rounds = list(_rounds(answers))
    stages = tuple(
        Stage(document.path, nibbles(this.rows), document.unread)
        for document, this in zip((a.matter.reading.outline.document for a in answers), rounds, strict=True)
    )
    terms = tuple(_path([this.rows[k] for this in rounds]) for k in range(len(rounds[0].rows) if rounds else 0))
    return History(deal, sheet_path, stages, terms, tuple(_asks([this.asks for this in rounds])))


def _rounds(answers: Sequence[Answer]) -> Iterator[Round]:
    """Each round in the light of the one before, whose verdicts are carried on."""
    before: Answer | None = None
    for answer in answers:
        this = Round(tuple(answer.rows), tuple(answer.asks)) if before is None else compare_rounds(before, answer)
        yield this
        by_itself = {r.term: r.verdict for r in answer.rows}
        moved = frozenset(r.term for r in this.rows if r.verdict != by_itself[r.term])
        before = replace(answer, rows=this.rows, asks=this.asks, by_round=moved)


def nibbles(rows: Sequence[TermRow]) -> int:
    """How many agreed terms stand changed or weakened against us."""
    return sum(r.verdict in ("changed", "weakened") and r.direction != "for us" for r in rows)


def _path(rows: Sequence[TermRow]) -> TermPath:
    says = [rows[0].verdict]
    for number, row in enumerate(rows[1:], 2):
        if row.trend in ("reopened", "restored"):
            says.append(f"{row.trend} in round {number}")  # type: ignore[arg-type]
    return TermPath(rows[0].term, rows[0].agreed, " → ".join(says), tuple(rows))


def _asks(by_round: Sequence[Sequence[Ask]]) -> Iterator[tuple[Ask, int, int | None]]:
    """Every ask with the round in which it came and the one in which it went."""
    open_since: dict[str, tuple[Ask, int]] = {}
    for number, asks in enumerate(by_round, 1):
        here = {a.id: a for a in asks}
        for known in [k for k in open_since if k not in here]:
            ask, came = open_since.pop(known)
            yield ask, came, number
        for known, ask in here.items():
            open_since.setdefault(known, (ask, number))
    yield from ((ask, came, None) for ask, came in open_since.values())
