"""The clauses of a draft, as `termscan extract` shows them."""

from __future__ import annotations

from .. import values
from ..model import Clause
from .statements import Reading, Statement


def stated_clauses(reading: Reading) -> tuple[Clause, ...]:
    """One clause for each kind and value that the draft states, in the order of the draft."""
    out: list[tuple[int, Clause]] = []
    for name, stated in reading.statements.items():
        if name.startswith("trap."):
            continue
        groups: dict[str | None, list[Statement]] = {}
        for s in stated:
            groups.setdefault(values.canonical(s.value) if s.value is not None else None, []).append(s)
        for value, group in groups.items():
            proof = tuple(reading.outline.evidence(*_shown(reading, s)) for s in group[:4])
            out.append((group[0].start, Clause(name, value, proof)))
    return tuple(c for _, c in sorted(out, key=lambda x: (x[0], x[1].kind)))


def _shown(reading: Reading, s: Statement) -> tuple[int, int]:
    """The whole sentence where it is short enough to read, else the words that say it."""
    sentence = reading.outline.sentences[s.sentence]
    return (sentence.start, sentence.end) if sentence.end - sentence.start <= 600 else (s.start, s.end)
