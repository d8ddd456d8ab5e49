"""The clauses of a draft, as `termscan extract` shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .. import values
from ..model import Clause
from .marking import marked, told_value
from .statements import Reading, Statement


def stated_clauses(reading: Reading) -> tuple[Clause, ...]:
    """One clause for each kind and value that the draft states, in the order of the draft."""
    out: list[tuple[int, Clause]] = []
    likely = marked(reading)
    for name in (*reading.statements, *(likely.keys() - reading.statements.keys())):
        if name.startswith("trap."):
            continue
        stated: Sequence[Statement] = reading.statements.get(name, ())
        if name in likely:
            said = [s for s in stated if s.sentence in likely[name]]
            valued = any(s.value is not None for s in said)
            stated = said if valued else [*said, *_unsaid(reading, name, stated, likely[name])]
        groups: dict[str | None, list[Statement]] = {}
        for s in stated:
            groups.setdefault(values.canonical(s.value) if s.value is not None else None, []).append(s)
        for value, group in groups.items():
            proof = tuple(reading.outline.evidence(*_shown(reading, s)) for s in group[:4])
            out.append((group[0].start, Clause(name, value, proof)))
    return tuple(c for _, c in sorted(out, key=lambda x: (x[0], x[1].kind)))


def _unsaid(reading: Reading, kind: str, stated: Iterable[Statement], likely: frozenset[int]) -> Iterator[Statement]:
    """Sentences that state a kind in words that no cue knows: whole, with the value in them that fits best."""
    for index in sorted(likely - {s.sentence for s in stated}):
        sentence = reading.outline.sentences[index]
        found = told_value(reading, kind, index)
        yield Statement(kind, found.value if found else None, index, sentence.start, sentence.end, found)


def _shown(reading: Reading, s: Statement) -> tuple[int, int]:
    """The whole sentence where it is short enough to read, else the words that say it."""
    sentence = reading.outline.sentences[s.sentence]
    return (sentence.start, sentence.end) if sentence.end - sentence.start <= 600 else (s.start, s.end)
