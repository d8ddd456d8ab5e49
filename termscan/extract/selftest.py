"""A rule's own proof: its examples must match with their value, its false friends must not, and no pattern is idle."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from .. import values
from ..model import Document, PartyName
from ..outline import outline
from ..rulebook import AskRule, Kind, Rulebook
from .cues import CueError
from .signs import signed
from .statements import CompiledKind, Matcher, Statement, compile_kind, read_statements

_CUSTOMER = PartyName("Acme Retail Ltd", ("Client", "Customer", "Company", "Licensee", "Buyer"))
_PROVIDER = PartyName(
    "Studio North LLC",
    ("Provider", "Consultant", "Supplier", "Licensor", "Contractor", "Vendor", "Developer", "Agency"),
)


def run(rulebook: Rulebook, only: str = "") -> list[str]:
    """Try every example of every kind and trap whose name begins with `only`; a line for each that fails."""
    out: list[str] = []
    for name, kind in {**rulebook.kinds, **rulebook.traps}.items():
        if name.startswith(only):
            out += failures(kind)
    return out


def failures(kind: Kind) -> list[str]:
    """What is wrong with one kind's examples."""
    try:
        rules = Matcher({kind.name: compile_kind(kind)})
    except (CueError, ValueError) as e:
        return [f"{kind.name}: {e}"]
    out = []
    for example in kind.examples:
        stated = _statements(rules, kind, example.text, example.heading)
        if not stated:
            out.append(f'{kind.name}: not recognised: "{example.text}"')
        elif example.value is not None and not any(_agrees(kind, example.value, s) for s in stated):
            got = ", ".join(str(values.canonical(s.value)) if s.value is not None else "no value" for s in stated)
            out.append(f'{kind.name}: "{example.text}" gives {got}, not {example.value}')
    for text in kind.not_examples:
        stated = _statements(rules, kind, text, None)
        if stated:
            out.append(f'{kind.name}: a false friend is taken for it by "{stated[0].cue}": "{text}"')
    return out + _ask_failures(rules.kinds[kind.name])


def _ask_failures(compiled: CompiledKind) -> list[str]:
    """What is wrong with the examples of a kind's ask."""
    kind = compiled.kind
    if kind.ask is None:
        return []
    out = []
    for example in kind.ask.examples:
        binds = _bound(compiled, example.text)
        if binds is None or binds != example.value:
            out.append(f'{kind.name}: as an ask binds {binds or "nobody"}, not {example.value}: "{example.text}"')
    for text in kind.ask.not_examples:
        if _bound(compiled, text) is not None:
            out.append(f'{kind.name}: taken for an ask: "{text}"')
    return out


def _bound(compiled: CompiledKind, text: str) -> str | None:
    """Whom a sentence binds by the first of the kind's signs that it bears."""
    document = Document("example", "", "text", text)
    reading = read_statements(outline(document, _CUSTOMER, _PROVIDER), Matcher({}))
    return next((sign.binds for masked in reading.masked for sign in signed(compiled, masked)), None)


def idle_patterns(kind: Kind) -> list[str]:
    """Patterns that can be removed without any example noticing."""
    return [
        f"{kind.name}: {what} is needed by no example" for what, without in _without_each(kind) if not failures(without)
    ]


def _with(kind: Kind, field: str, patterns: Any) -> Kind:
    """The kind with other patterns in a field that is known by name."""
    return replace(kind, **{field: patterns})


def _without_each(kind: Kind) -> Iterator[tuple[str, Kind]]:
    for field in ("cues", "weak", "acts", "friends"):
        patterns = getattr(kind, field)
        for i, p in enumerate(patterns):
            yield f'"{p}" of {field}', _with(kind, field, patterns[:i] + patterns[i + 1 :])
    for field in ("choices", "items"):
        table = getattr(kind, field)
        for label, patterns in table.items():
            for i, p in enumerate(patterns):
                yield (
                    f'"{p}" of {field}.{label}',
                    _with(kind, field, {**table, label: patterns[:i] + patterns[i + 1 :]}),
                )
    for what, ask in _asks_without_each(kind.ask) if kind.ask else ():
        yield what, _with(kind, "ask", ask)


def _asks_without_each(ask: AskRule) -> Iterator[tuple[str, AskRule]]:
    for i, p in enumerate(ask.quiet):
        yield f'"{p}" of ask.quiet', replace(ask, quiet=ask.quiet[:i] + ask.quiet[i + 1 :])
    for label, patterns in ask.signs.items():
        for i, p in enumerate(patterns):
            without = {**ask.signs, label: patterns[:i] + patterns[i + 1 :]}
            yield f'"{p}" of ask.signs.{label}', replace(ask, signs=without)


def _statements(rules: Matcher, kind: Kind, text: str, heading: str | None) -> tuple[Statement, ...]:
    head = f"{heading}\n\n" if heading else ""
    document = Document("example", "", "text", f"{head}{text}")
    return read_statements(outline(document, _CUSTOMER, _PROVIDER), rules).statements.get(kind.name, ())


def _agrees(kind: Kind, wanted: object, s: Statement) -> bool:
    if s.value is None:
        return wanted in ("blank", None) and bool(s.found is None or s.found.blank)
    try:
        agreed = values.parse(kind.type, wanted, choices=kind.allowed, items=tuple(kind.items))
    except ValueError:
        return False
    return values.compare(agreed, s.value) == "same"


def main() -> int:
    """Print the failures of all rules, or of those whose name begins with the argument."""
    from .. import rulebook

    book = rulebook.load()
    only = sys.argv[1] if len(sys.argv) > 1 else ""
    bad = run(book, only)
    if "--idle" in sys.argv:
        bad += [
            x for k in (*book.kinds.values(), *book.traps.values()) if k.name.startswith(only) for x in idle_patterns(k)
        ]
    print(*bad, sep="\n")
    print(f"{len(bad)} failures")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
