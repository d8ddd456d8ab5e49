"""What a draft states, as a term sheet to start from: a person corrects it instead of typing it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import yaml

from .. import rulebook, values
from ..model import Clause, Clauses
from ..outcome import Outcome
from . import Page
from .wording import clean, clip, place

HEAD = """\
# What {path} states, as a term sheet. It is the draft's version, not yet what you agreed:
# correct each value, strike what was never discussed, add what is missing, then run
# `termscan terms check` on it.
"""


def write(outcomes: Iterable[Outcome], page: Page) -> Iterator[str]:
    """One sheet for each draft, divided as YAML divides documents."""
    sheets = (sheet(outcome) for outcome in outcomes if isinstance(outcome, Clauses))
    for number, words in enumerate(sheets):
        yield f"---\n{words}" if number else words


def sheet(clauses: Clauses) -> str:
    """A term sheet that `termscan terms check` accepts."""
    return "".join(f"{line}\n" for line in (*_head(clauses), *_terms(clauses.clauses)))


def _head(clauses: Clauses) -> Iterator[str]:
    yield from HEAD.format(path=clean(clauses.draft.path)).splitlines()
    yield f"deal: {scalar(clean(clauses.draft.title or '') or 'a name for the deal')}"
    yield "parties:"
    for side, party in clauses.parties:
        called = f", also_called: [{', '.join(map(_flow, party.called))}]" if party.called else ""
        name = _flow(clean(party.name) or f"the {side}")
        yield f"  {side}: {{name: {name}{called}}}"
    yield "our_side: provider  # or customer, who pays"
    yield ""


def _terms(clauses: Iterable[Clause]) -> Iterator[str]:
    by_kind = sorted(clauses, key=lambda clause: clause.kind)  # stable: within a kind in the draft's order
    known = [c for c in by_kind if c.value is not None]
    yield "terms:" if known else "terms: {}"
    for topic, found in groupby(by_kind, key=lambda clause: clause.kind.split(".")[0]):
        of_topic = list(found)
        yield f"  {topic}:" if any(c.value is not None for c in of_topic) else f"  # {topic}:"
        for _, stated in groupby(of_topic, key=lambda clause: clause.kind):
            yield from _kind(list(stated))


def _kind(stated: list[Clause]) -> Iterator[str]:
    """The first value that could be read; the others as remarks, for only a person knows which was agreed."""
    first = next((clause for clause in stated if clause.value is not None), None)
    for clause in sorted(stated, key=lambda clause: clause is not first):
        name = clause.kind.split(".", 1)[1]
        where = clip(place(clause.evidence[0]), 60)
        if clause is first:
            yield f"    {_term(clause)}  # {where}"
        elif clause.value is not None:
            yield f"    # the draft also says {clean(clause.value)}  ({where})"
        elif first is None:
            yield f"    # {name}: the draft has this, but no value that could be read  ({where})"


def _term(clause: Clause) -> str:
    """`name: value` as `terms check` takes it; a share of something ("10% of fees") may need two keys."""
    name, said = clause.kind.split(".", 1)[1], clause.value or ""
    share = re.fullmatch(r"(\S+%.*?) of (.+)", said)
    if share and not _parses(clause.kind, said):
        return f"{name}: {{agreed: {_flow(share[1])}, of: {_flow(share[2])}}}"
    return f"{name}: {scalar(said)}"


def _parses(name: str, said: str) -> bool:
    kind = rulebook.load().kinds.get(name)
    if kind is None:  # of a rule pack of one's own
        return True
    try:
        values.parse(kind.type, said, choices=kind.allowed, items=tuple(kind.items))
    except ValueError:
        return False
    return True


def scalar(words: str) -> str:
    """Words as YAML, bare where YAML leaves them as they are."""
    try:
        loaded = yaml.safe_load(f"a: {words}")["a"]
    except (yaml.YAMLError, TypeError, KeyError, ValueError):
        loaded = None
    bare = str(loaded) == words or words in ("yes", "no")
    return words if bare else json.dumps(words, ensure_ascii=False)


def _flow(words: str) -> str:
    """Words inside braces, where a comma or a bracket would end them."""
    plain = clean(words)
    return json.dumps(plain, ensure_ascii=False) if any(c in plain for c in ",[]{}") else scalar(plain)
