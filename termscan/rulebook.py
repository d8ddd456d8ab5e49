"""The rulebook: what kinds of term exist, how each is recognised, whom it burdens, how to ask for it back.

Rules are data: `rules/*.yaml` beside the package, or inside it when it was installed from a wheel.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from . import values
from .errors import Fault, RuleError
from .model import Severity

# what a kind has in common with others, where it bears on how a draft is read or judged; a kind names its own under `traits`
TRAITS = {
    "forum": "says whose law holds or who decides, with which the law itself has to do",
    "courts": "says before whom one sues",
    "owned": "says whose a thing is",
    "undivided": "somebody has all of it; what becomes of the rest takes from it",
    "one sum": "a draft has one such sum, so that another contradicts it; of rates, policies and deposits it has many",
    "many": "a draft has many of it, each with a start of its own",
    "by the item": "a draft may say this for one thing and that for another",
    "in turn": "each of its choices may hold for a time or a work of its own",
    "paid": "whom its sentence is about pays",
    "left undone": "whom its sentence is about leaves something undone",
    "said by denying": "a draft says it by a denial as often as not: who answers for nothing, who sells to nobody else",
    "no duty": "a right, a bar or a limit, though its topic is one of duties",
}


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that must be recognised, with the value it yields, under a heading where that matters."""

    text: str
    value: object = None
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class AskRule:
    """When a draft brings a kind up that nobody agreed: how severe that is, whom it binds, and how else it is said."""

    severity: Severity = "medium"
    binds: str | None = None
    message: str | None = None
    customary: tuple[str, ...] = ()  # in such contracts as a rule: no surprise
    quiet: tuple[str, ...] = ()  # words with which nobody is burdened
    signs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by whom they bind: see extract/signs.py
    examples: tuple[Example, ...] = ()  # that bear a sign; their value is the party bound
    not_examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """One kind of term, as its rule describes it; the fields are those of the rule format."""

    name: str
    type: str = "text"
    says: str = ""
    binds: str | None = None
    serves: str | None = None
    higher: str | None = None
    lower: str | None = None
    party_is: str | None = None
    by_is: str | None = (
        None  # "served" where `by` names whom the term serves: whose liability it limits, who may set off
    )
    traits: tuple[str, ...] = ()  # of TRAITS
    beside: str | None = None  # the kind in whose sentence this one is said too ("whose cap" in that of the cap)
    order: tuple[str, ...] = ()
    more: str | None = None
    needs: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    friends: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()  # the act that a choice allows, prohibits or ties to consent: how it is said
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    items: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    customary_from: tuple[str, ...] = ()
    customary_except: tuple[str, ...] = ()
    message: str | None = None
    why: Mapping[str, str] = field(default_factory=dict)
    question: str | None = None
    restore: str | None = None
    ask: AskRule | None = None
    severity: Severity = "medium"
    many: str | None = None  # how a fault is told where several are told as one
    examples: tuple[Example, ...] = ()
    not_examples: tuple[str, ...] = ()

    @property
    def types(self) -> tuple[str, ...]:
        """The value types that will do ("money or percent" is two)."""
        return values.type_names(self.type)

    @property
    def allowed(self) -> tuple[str, ...]:
        """The words of a choice."""
        return tuple(self.choices) if "choice" in self.type else ()


@dataclass(frozen=True, eq=False)  # each is itself: what is worked out from one is kept by it
class Rulebook:
    """All kinds, traps and faults, by name."""

    kinds: Mapping[str, Kind]
    traps: Mapping[str, Kind]
    faults: Mapping[str, Kind]


_LISTS = ("traits", "order", "needs", "headings", "cues", "weak", "acts", "friends", "not_examples")
_WORDS = (
    "says",
    "binds",
    "serves",
    "higher",
    "lower",
    "party_is",
    "by_is",
    "beside",
    "more",
    "message",
    "many",
    "question",
    "restore",
    "severity",
    "type",
)
_KEYS = {*_LISTS, *_WORDS, "choices", "items", "customary", "why", "ask", "examples"}


def load(extra: Sequence[Path] = ()) -> Rulebook:
    """Load our rules, then the packs in `extra`, which override ours by id.

    Raises:
        RuleError: every mistake in the first file that has one.
    """
    entries: dict[str, Kind] = {}
    for folder in (_folder(), *extra):
        for path in sorted(folder.glob("*.yaml")):
            entries |= _pack(path)
    return Rulebook(
        {n: k for n, k in entries.items() if not n.startswith(("trap.", "fault."))},
        {n: k for n, k in entries.items() if n.startswith("trap.")},
        {n.removeprefix("fault."): k for n, k in entries.items() if n.startswith("fault.")},
    )


def _folder() -> Path:
    inside = Path(__file__).parent / "rules"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "rules"


def _pack(path: Path) -> dict[str, Kind]:
    try:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, OSError, UnicodeDecodeError) as e:
        mark = getattr(e, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise RuleError(str(path), (Fault(line, column, f"is not a rule pack ({getattr(e, 'problem', e)})"),)) from None
    if not isinstance(loaded, dict):
        raise RuleError(str(path), (Fault(1, 1, "is not a mapping of kinds"),))
    faults = tuple(_mistakes(path, loaded))
    if faults:
        raise RuleError(str(path), faults)
    return {name: _kind(name, entry) for name, entry in loaded.items()}


def _mistakes(path: Path, loaded: dict[str, Any]) -> list[Fault]:
    out = []
    for name, entry in loaded.items():
        if not isinstance(entry, dict):
            out.append(Fault(_line(path, name), 1, f"{name} is not a mapping", "Give it at least type, says and cues."))
            continue
        out += [
            Fault(_line(path, name), 1, f"{name} has an unknown key {key!r}", f"Known are {', '.join(sorted(_KEYS))}.")
            for key in entry
            if key not in _KEYS
        ]
        out += [
            Fault(_line(path, name), 1, f"{name} has an unknown trait {trait!r}", f"Known are {', '.join(TRAITS)}.")
            for trait in _texts(entry.get("traits"))
            if trait not in TRAITS
        ]
        try:
            values.type_names(str(entry.get("type", "text")))
        except ValueError as e:
            out.append(Fault(_line(path, name), 1, f"{name}: {e}"))
    return out


def _line(path: Path, name: str) -> int:
    """The line of a pack on which a kind begins."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((i for i, text in enumerate(lines, 1) if text.startswith(f"{name}:")), 1)


def _kind(name: str, entry: dict[str, Any]) -> Kind:
    customary = entry.get("customary") or {}
    words = {k: str(entry[k]) for k in _WORDS if entry.get(k) is not None}
    lists = {k: _texts(entry.get(k)) for k in _LISTS}
    ask = entry.get("ask")
    return Kind(
        name=name,
        **words,  # type: ignore[arg-type]
        **lists,  # type: ignore[arg-type]
        choices={_word(k): _texts(v) for k, v in (entry.get("choices") or {}).items()},
        items={str(k): _texts(v) for k, v in (entry.get("items") or {}).items()},
        customary_from=_texts(customary.get("from")),
        customary_except=_texts(customary.get("except")),
        why={str(k): str(v) for k, v in (entry.get("why") or {}).items()},
        ask=_ask_rule(ask) if ask else None,
        examples=tuple(Example(e["text"], e.get("value"), e.get("heading")) for e in entry.get("examples") or ()),
    )


def _ask_rule(entry: dict[str, Any]) -> AskRule:
    return AskRule(
        severity=entry.get("severity", "medium"),
        binds=entry.get("binds"),
        message=entry.get("message"),
        customary=_texts(entry.get("customary")),
        quiet=_texts(entry.get("quiet")),
        signs={str(binds): _texts(signs) for binds, signs in (entry.get("signs") or {}).items()},
        examples=tuple(Example(e["text"], e.get("value")) for e in entry.get("examples") or ()),
        not_examples=_texts(entry.get("not_examples")),
    )


def _texts(said: object) -> tuple[str, ...]:
    if said is None:
        return ()
    return (said,) if isinstance(said, str) else tuple(_word(x) for x in said)  # type: ignore[attr-defined]


def _word(said: object) -> str:
    """YAML reads a bare yes as true."""
    return {True: "yes", False: "no"}.get(said, str(said)) if isinstance(said, bool) else str(said)
