"""What a draft states, as a term sheet to start from: a person corrects it instead of typing it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby

import yaml

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
        called = f", also_called: [{', '.join(map(flow, party.called))}]" if party.called else ""
        name = flow(clean(party.name) or f"the {side}")
        yield f"  {side}: {{name: {name}{called}}}"
    yield "our_side: provider  # or customer, who pays"
    yield ""


def _terms(clauses: Iterable[Clause]) -> Iterator[str]:
    """Topic by topic; a topic of which nothing could be written is a remark as a whole."""
    by_kind = sorted(clauses, key=lambda clause: clause.kind)  # stable: within a kind as they come
    topics = {
        topic: [line for _, stated in groupby(found, key=lambda clause: clause.kind) for line in _kind(list(stated))]
        for topic, found in groupby(by_kind, key=lambda clause: clause.kind.split(".")[0])
    }
    live = {topic for topic, lines in topics.items() if any(not line.lstrip().startswith("#") for line in lines)}
    yield "terms:" if live else "terms: {}"
    for topic, lines in topics.items():
        yield f"  {topic}:" if topic in live else f"  # {topic}:"
        yield from lines


def _kind(stated: list[Clause]) -> Iterator[str]:
    """The first value that could be read; the others as remarks, for only a person knows which was agreed."""
    first = next((clause for clause in stated if clause.value is not None), None)
    for clause in sorted(stated, key=lambda clause: clause is not first):
        name = clause.kind.split(".", 1)[1]
        where = clip(place(clause.evidence[0]), 60)
        if clause is first and clause.doubt is not None:
            yield f"    # {_term(clause)}  # {where}; left out: {clip(clean(clause.doubt), 160)}"
        elif clause is first:
            yield f"    {_term(clause)}  # {where}"
        elif clause.value is not None:
            yield f"    # the draft also says {clean(clause.value)}  ({where})"
        elif first is None:
            yield f"    # {name}: the draft has this, but no value that could be read  ({where})"


def _term(clause: Clause) -> str:
    """`name: value` as `terms check` takes it, or `name: {agreed: value, from: …}` where there is more to say."""
    name, value = clause.kind.split(".", 1)[1], clause.value or ""
    if not clause.beside:
        return f"{name}: {_labelled(value) or scalar(value)}"
    more = "".join(f", {key}: {_said(words)}" for key, words in clause.beside)
    return f"{name}: {{agreed: {_labelled(value) or flow(value)}{more}}}"


def _labelled(words: str) -> str | None:
    """Values with labels as a person types them: `[{Design: 30%}, {Launch: 70%}]`."""
    pairs = [part.rpartition(": ") for part in words.split(", ")]
    if len(pairs) < 2 or not all(label and value for label, _, value in pairs):
        return None
    return f"[{', '.join(f'{{{flow(label)}: {flow(value)}}}' for label, _, value in pairs)}]"


def _said(words: tuple[str, ...]) -> str:
    return flow(words[0]) if len(words) == 1 else f"[{', '.join(map(flow, words))}]"


def scalar(words: str) -> str:
    """Words as YAML, bare where YAML leaves them as they are."""
    try:
        loaded = yaml.safe_load(f"a: {words}")["a"]
    except (yaml.YAMLError, TypeError, KeyError, ValueError):
        loaded = None
    bare = str(loaded) == words or words in ("yes", "no")
    return words if bare else json.dumps(words, ensure_ascii=False)


def flow(words: str) -> str:
    """Words inside braces, where a comma or a bracket would end them."""
    plain = clean(words)
    return json.dumps(plain, ensure_ascii=False) if any(c in plain for c in ",[]{}") else scalar(plain)
