"""The term sheet: YAML that a person typed, read into typed values, with line and column for every mistake."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal

import yaml
from rapidfuzz import process

from . import values
from .errors import Fault, TermSheetError
from .model import PartyName, Priority, Side
from .rulebook import Kind, Rulebook

TOP = ("deal", "agreed_on", "parties", "our_side", "terms", "leave_to_counsel", "unlisted", "waivers")
KEYS = ("agreed", "accept", "priority", "walk_away", "value_to_us", "by", "from", "for", "of", "except", "note", "text")
PRIORITIES = ("must", "important", "tradeable")
WAIVER_KEYS = ("finding", "reason", "by", "until")
LARGEST = 1_000_000  # characters; nobody types more, and an alias bomb stays small


@dataclass(frozen=True, slots=True)
class Term:
    """One agreed term. `name` is its row in the review, `kind` its entry in the rules."""

    name: str
    kind: str
    agreed: values.Value
    agreed_text: str
    accept: values.Bound | None = None
    priority: Priority = "important"
    walk_away: str | None = None
    value_to_us: float | None = None
    by: str | None = None
    start: str | None = None  # `from`
    scope: str | None = None  # `for`
    of: str | None = None
    exceptions: tuple[str, ...] = ()
    only_exceptions: bool = False  # the exceptions stand instead of the customary ones
    no_exceptions: bool = False
    note: str | None = None
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding, by its id, that our side lets pass: why, who said so, and until which day."""

    finding: str
    reason: str
    by: str
    until: datetime.date


@dataclass(frozen=True)
class TermSheet:
    """What both sides shook hands on."""

    path: str
    deal: str
    agreed_on: datetime.date | None
    customer: PartyName
    provider: PartyName
    our_side: Side
    terms: tuple[Term, ...]
    leave_to_counsel: tuple[str, ...] = ()
    unlisted: Literal["customary", "ask"] = "customary"
    waivers: tuple[Waived, ...] = ()

    def left_to_counsel(self, kind: str) -> bool:
        """Whether a kind was left to the lawyers, by name or by wildcard (`deliverables.*`)."""
        return any(fnmatchcase(kind, pattern) for pattern in self.leave_to_counsel)


def load(path: str | Path, rulebook: Rulebook) -> TermSheet:
    """Read a term sheet.

    Raises:
        TermSheetError: every mistake in it, in the order of the file.
    """
    name = str(path)
    return parse(name, _text_of(name), rulebook)


def parse(name: str, text: str, rulebook: Rulebook) -> TermSheet:
    """Read a term sheet from its text; `name` is what faults call it.

    Raises:
        TermSheetError: every mistake in it, in the order of the text.
    """
    root = _compose(name, text)
    reader = _Reader(rulebook)
    sheet = reader.sheet(name, root)
    if reader.faults or sheet is None:
        raise TermSheetError(name, tuple(sorted(reader.faults, key=lambda f: (f.line, f.column))))
    return sheet


def _refusal(name: str, line: int, column: int, problem: str, hint: str | None = None) -> TermSheetError:
    return TermSheetError(name, (Fault(line, column, problem, hint),))


def _text_of(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise _refusal(name, 1, 1, "no such file", "Check the name and the folder.") from None
    except UnicodeDecodeError:
        hint = "`termscan terms import` makes a term sheet of a Word, PDF, spreadsheet or mail file."
        raise _refusal(name, 1, 1, "is not a text file", hint) from None
    except OSError as e:
        raise _refusal(name, 1, 1, f"cannot be read ({e.strerror})") from None


def _compose(name: str, text: str) -> yaml.Node:
    def refuse(line: int, column: int, problem: str, hint: str | None = None) -> TermSheetError:
        return _refusal(name, line, column, problem, hint)

    if len(text) > LARGEST:
        raise refuse(1, 1, "is too long for a term sheet")
    if re.search(r"(?m)(?:^|[:\s\[])&\w+|(?:[:\s\[,])\*\w+\s*$", text):
        raise refuse(1, 1, "uses YAML anchors", "Write the value out where it is needed.")
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as e:
        mark = getattr(e, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise refuse(
            line,
            column,
            f"is not YAML here ({getattr(e, 'problem', None) or 'it cannot be read'})",
            "Check the indentation, and quote values that have a colon.",
        ) from None
    if root is None:
        raise refuse(1, 1, "is empty", "`termscan terms new` writes a term sheet to start from.")
    if not isinstance(root, yaml.MappingNode):
        raise refuse(1, 1, "is no term sheet", "It begins with deal, parties, our_side and terms.")
    return root


class _Reader:
    """Reads nodes into values and gathers the mistakes."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.kinds = rulebook.kinds
        self.topics = sorted({k.split(".")[0] for k in rulebook.kinds} | {"other"})
        self.faults: list[Fault] = []

    def fault(self, node: yaml.Node, problem: str, hint: str | None = None) -> None:
        self.faults.append(Fault(node.start_mark.line + 1, node.start_mark.column + 1, problem, hint))

    def pairs(self, node: yaml.Node, what: str) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
        """Key, its node and the value's, with duplicates reported."""
        if not isinstance(node, yaml.MappingNode):
            self.fault(
                node, f"{what} is not a list of names and values", "Write each on a line of its own, as `name: value`."
            )
            return
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                self.fault(
                    key,
                    f"{name} stands here twice",
                    "Keep one, or make it a list of mappings told apart by by, for or from.",
                )
            seen.add(name)
            yield name, key, value

    def sheet(self, path: str, root: yaml.Node) -> TermSheet | None:
        top: dict[str, yaml.Node] = {}
        for name, key, value in self.pairs(root, "the term sheet"):
            if name not in TOP:
                self.fault(key, f"{name} is no part of a term sheet", _near(name, TOP))
            top[name] = value
        for name in ("parties", "our_side", "terms"):
            if name not in top:
                self.fault(root, f"{name} is missing")
        parties = self.parties(top["parties"]) if "parties" in top else {}
        terms = tuple(self.terms(top["terms"])) if "terms" in top else ()
        side = self.choice(top.get("our_side"), ("customer", "provider"), "our_side")
        unlisted = self.choice(top.get("unlisted"), ("ask", "customary"), "unlisted") or "customary"
        left = tuple(self.left(top["leave_to_counsel"])) if "leave_to_counsel" in top else ()
        waivers = tuple(self.waivers(top["waivers"])) if "waivers" in top else ()
        agreed_on = _day(_plain(top["agreed_on"])) if "agreed_on" in top else None
        if agreed_on is not None and not isinstance(agreed_on, datetime.date):
            self.fault(top["agreed_on"], f"{agreed_on} is no date", "Write it like 2026-09-14.")
            agreed_on = None
        if self.faults or side is None:
            return None
        deal = str(_plain(top["deal"])) if "deal" in top else Path(path).stem
        who = parties["customer"], parties["provider"]
        return TermSheet(path, deal, agreed_on, *who, side, terms, left, unlisted, waivers)  # type: ignore[arg-type]

    def choice(self, node: yaml.Node | None, words: tuple[str, ...], what: str) -> str | None:
        if node is None:
            return None
        said = str(_plain(node))
        if said in words:
            return said
        self.fault(node, f"{what} is {said!r}, but it is one of: {', '.join(words)}", _near(said, words))
        return None

    def parties(self, node: yaml.Node) -> dict[str, PartyName]:
        out: dict[str, PartyName] = {}
        for name, key, value in self.pairs(node, "parties"):
            if name not in ("customer", "provider"):
                self.fault(key, f"{name} is no role", "The roles are customer (who pays) and provider (who performs).")
                continue
            said = _plain(value)
            if isinstance(said, dict):
                also = said.get("also_called") or ()
                out[name] = PartyName(
                    str(said.get("name", "")), (also,) if isinstance(also, str) else tuple(map(str, also))
                )
            else:
                out[name] = PartyName(str(said))
        for name in ("customer", "provider"):
            if name not in out:
                self.fault(node, f"the {name} is missing from parties")
        return out

    def left(self, node: yaml.Node) -> Iterator[str]:
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for item in nodes:
            name = str(_plain(item))
            if not any(fnmatchcase(k, name) for k in self.kinds) and not name.startswith("other"):
                self.fault(
                    item, f"leave_to_counsel names {name}, which is no kind of term", _near(name, tuple(self.kinds))
                )
            yield name

    def waivers(self, node: yaml.Node) -> Iterator[Waived]:
        example = "Write `- {finding: T-3f9a2c, reason: they pay early anyway, by: Jo, until: 2026-12-31}`."
        if not isinstance(node, yaml.SequenceNode):
            self.fault(node, "waivers is not a list", example)
            return
        for item in node.value:
            said: dict[str, Any] = {}
            for name, key, value in self.pairs(item, "a waiver"):
                if name not in WAIVER_KEYS:
                    self.fault(key, f"{name} is no part of a waiver", _near(name, WAIVER_KEYS))
                said[name] = _day(_plain(value)) if name == "until" else _plain(value)
            lacking = [name for name in WAIVER_KEYS if name not in said or said[name] in (None, "")]
            if lacking:
                self.fault(item, f"the waiver has no {' and no '.join(lacking)}", example)
            elif not isinstance(said["until"], datetime.date):
                self.fault(item, f"until is {said['until']}, which is no date", "Write it like 2026-12-31.")
            else:
                yield Waived(str(said["finding"]), str(said["reason"]), str(said["by"]), said["until"])

    def terms(self, node: yaml.Node) -> Iterator[Term]:
        for topic, key, kinds in self.pairs(node, "terms"):
            if topic not in self.topics:
                self.fault(key, f"{topic} is no topic", _near(topic, tuple(self.topics)))
                continue
            for kind, at, value in self.pairs(kinds, topic):
                full = f"{topic}.{kind}"
                rule = self.kinds.get(full)
                has_text = isinstance(value, yaml.MappingNode) and any(k.value == "text" for k, _ in value.value)
                if rule is None and topic != "other" and not has_text:
                    self.fault(at, f"{full} is no kind of term", _near(full, tuple(self.kinds)))
                    continue
                yield from self.kind(full, rule, at, value)

    def kind(self, full: str, rule: Kind | None, key: yaml.Node, node: yaml.Node) -> Iterator[Term]:
        several = isinstance(node, yaml.SequenceNode) and any(
            isinstance(n, yaml.MappingNode) and any(k.value == "agreed" for k, _ in n.value) for n in node.value
        )
        seen: set[str] = set()
        for item in node.value if several else [node]:
            term = self.term(full, rule, key, item, several)
            if term is None:
                continue
            if several and (term.name == full or term.name in seen):
                again = f"{full} stands here more than once, told apart by nothing" if term.name == full else ""
                self.fault(
                    item,
                    again or f"{term.name} stands here twice; its repetitions have to be told apart",
                    "Say with each what it applies to, as `for: non-payment`, or give it another by or from.",
                )
            seen.add(term.name)
            yield term

    def term(self, full: str, rule: Kind | None, key: yaml.Node, node: yaml.Node, several: bool) -> Term | None:
        more: dict[str, yaml.Node] = {}
        agreed: yaml.Node = node
        if isinstance(node, yaml.MappingNode) and any(k.value in ("agreed", "text") for k, _ in node.value):
            more = {n: v for n, k, v in self.pairs(node, full) if self.known(full, n, k, v, node)}
            agreed = more.get("agreed") or more["text"]
        elif isinstance(node, yaml.MappingNode) and (rule is None or "labelled" not in rule.type):
            self.fault(node, f"{full} has no agreed value", "Give it `agreed: VALUE`.")
            return None
        types = "text" if rule is None or "text" in more else rule.type
        value = self.value(full, types, rule, agreed)
        if value is None:
            return None
        said = {k: _plain(v) for k, v in more.items()}
        listed = self.exceptions(more.get("except"))
        apart = next((str(said[k]) for k in ("for", "by", "from") if k in said), None) if several else None
        of = _text(said.get("of"))
        value = values.taken_of(value, of)
        accept = self.bound(full, types, rule, more, "accept")
        if accept:
            accept = values.Bound(*(end and values.taken_of(end, of) for end in (accept.low, accept.high)))
        self.bound(full, types, rule, more, "walk_away")
        return Term(
            name=f"{full}[{apart}]" if apart else full,
            kind=full,
            agreed=value,
            agreed_text=values.canonical(value),
            accept=accept,
            priority=self.choice(more.get("priority"), PRIORITIES, "priority") or "important",  # type: ignore[arg-type]
            walk_away=_text(said.get("walk_away")),
            value_to_us=self.weight(more.get("value_to_us")),
            by=self.choice(more.get("by"), ("customer", "provider", "both", "each"), "by"),
            start=_text(said.get("from")),
            scope=_text(said.get("for")),
            of=of,
            exceptions=() if listed == ("none",) else listed,
            only_exceptions=any(e.lower().startswith("only") for e in listed),
            no_exceptions=listed == ("none",),
            note=_text(said.get("note")),
            line=key.start_mark.line + 1,
            column=key.start_mark.column + 1,
        )

    def known(self, full: str, name: str, key: yaml.Node, value: yaml.Node, node: yaml.MappingNode) -> bool:
        if name in KEYS:
            return True
        if (isinstance(value, yaml.ScalarNode) and value.value == "") or re.match(r"[\d.]", name):
            before = [(k.value, _plain(v)) for k, v in node.value if k.end_mark.index < key.start_mark.index]
            cut, words = before[-1] if before else ("agreed", "USD 24")
            between = "" if name[0].isdigit() else " "
            self.fault(
                key,
                f"a comma cuts the value of {full} in two inside the braces",
                f'Put the whole in quotes: `{cut}: "{words},{between}{name}"`.',
            )
        else:
            self.fault(key, f"{name} is no key of a term", _near(name, KEYS))
        return False

    def value(self, full: str, types: str, rule: Kind | None, node: yaml.Node) -> values.Value | None:
        choices = rule.allowed if rule else ()
        try:
            return values.parse(types, _plain(node), choices=choices, items=tuple(rule.items) if rule else ())
        except ValueError as e:
            if types == "list":  # lists are open: another spelling of an item is an item of its own
                return values.parse(types, _plain(node))
            self.fault(node, f"{full}: {e}")
            return None

    def bound(
        self, full: str, types: str, rule: Kind | None, more: dict[str, yaml.Node], key: str
    ) -> values.Bound | None:
        """The value or bound under a key (`accept`, `walk_away`), which is of the type of the term itself."""
        node = more.get(key)
        if node is None:
            return None
        try:
            return values.parse_bound(
                types, _plain(node), choices=rule.allowed if rule else (), items=tuple(rule.items) if rule else ()
            )
        except ValueError as e:
            self.fault(node, f"{full}, {key}: {e}")
            return None

    def weight(self, node: yaml.Node | None) -> float | None:
        if node is None:
            return None
        said = _plain(node)
        if isinstance(said, (int, float)) and not isinstance(said, bool) and 0 <= said <= 100:
            return float(said)
        self.fault(node, f"value_to_us is {said!r}, but it is a number from 0 to 100", "Write it like 40.")
        return None

    def exceptions(self, node: yaml.Node | None) -> tuple[str, ...]:
        said = _plain(node) if node is not None else []
        listed = said if isinstance(said, list) else [said]
        if node is not None and any(isinstance(e, (dict, list)) or e is None for e in listed):
            self.fault(node, "except is not in plain words", "Write it like `except: [affiliates, merger]`, or `none`.")
            return ()
        return tuple(str(e) for e in listed)


def _plain(node: yaml.Node) -> Any:
    """A node as Python has it; a bare yes or no stays the word it is."""
    if isinstance(node, yaml.ScalarNode) and node.value.lower() in ("yes", "no") and node.style is None:
        return node.value.lower()
    if isinstance(node, yaml.SequenceNode):
        return [_plain(n) for n in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(_plain(k)): _plain(v) for k, v in node.value}
    try:
        return yaml.SafeLoader("").construct_object(node)
    except (yaml.YAMLError, ValueError):
        return node.value


def _day(said: Any) -> Any:
    """A day, in quotation marks too; whatever is none, as it is."""
    try:
        return datetime.date.fromisoformat(said) if isinstance(said, str) else said
    except ValueError:
        return said


def _text(said: object) -> str | None:
    if said is None:
        return None
    return ", ".join(str(x) for x in said) if isinstance(said, list) else str(said)


def _near(said: str, words: tuple[str, ...]) -> str | None:
    best = process.extractOne(said, words, score_cutoff=55)
    return f"Did you mean {best[0]}?" if best else None
