"""From text to nodes.

The tree is built from parser events without recursion, and its depth and size are bounded, so that neither deep nesting
nor aliases of aliases can exhaust anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..errors import Fault
from .nodes import Mapping, Node, NotYaml, Scalar, Sequence
from .syntax import syntax_fault

MOST_DEPTH = 40
MOST_NODES = 50_000  # aliases counted as what they stand for


def read_tree(text: str) -> Node | None:
    """The one document of a YAML text, or None where it is empty.

    Raises:
        NotYaml: what is wrong, where, in plain words.
    """
    import yaml

    tabs = tuple(_tabs(text))
    if tabs:
        raise NotYaml(*tabs)
    builder = _Builder()
    try:
        for event in yaml.parse(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            builder.take(event)
    except yaml.YAMLError as error:
        raise NotYaml(syntax_fault(error, text)) from None
    return builder.root


def _tabs(text: str) -> Iterator[Fault]:
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent and line.strip() and not line.lstrip().startswith("#"):
            yield Fault(number, indent.index("\t") + 1, "a tab at the beginning of the line", "Indent with spaces.")


_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_YES_OR_NO = {
    form: said
    for said, words in ((True, ("yes", "true", "on")), (False, ("no", "false", "off")))
    for word in words
    for form in (word, word.capitalize(), word.upper())
}
_KNOWN_TAG = "tag:yaml.org,2002:"


@dataclass(slots=True)
class _Open:
    """A list or mapping that is not closed yet."""

    event: Any
    children: list[Node]
    size: int = 1


class _Builder:
    """Builds the tree event by event."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}

    def take(self, event: Any) -> None:
        match type(event).__name__:
            case "DocumentStartEvent" if self.root is not None:
                raise NotYaml(_fault(event, "a second document begins here", 'Delete the line "---".'))
            case "ScalarEvent":
                self._add(_scalar(event), 1, event.anchor)
            case "AliasEvent":
                self._add(*self._meant_by(event), None)
            case "SequenceStartEvent" | "MappingStartEvent":
                if len(self._open) >= MOST_DEPTH:
                    raise NotYaml(_fault(event, f"this is nested more than {MOST_DEPTH} deep"))
                _refuse_tag(event)
                self._open.append(_Open(event, []))
            case "SequenceEndEvent" | "MappingEndEvent":
                done = self._open.pop()
                self._add(_closed(done, event), done.size, done.event.anchor)

    def _add(self, node: Node, size: int, anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = (node, size)
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        parent.children.append(node)
        parent.size += size
        if parent.size > MOST_NODES:
            raise NotYaml(Fault(node.line, node.column, f"more than {MOST_NODES:,} values, aliases (*name) counted"))

    def _meant_by(self, event: Any) -> tuple[Node, int]:
        if event.anchor not in self._anchors:
            hint = "Put text that begins with * in quotes."
            raise NotYaml(_fault(event, f'"*{event.anchor}" stands for nothing above it', hint))
        return self._anchors[event.anchor]


def _fault(event: Any, problem: str, hint: str | None = None) -> Fault:
    return Fault(event.start_mark.line + 1, event.start_mark.column + 1, problem, hint)


def _refuse_tag(event: Any) -> None:
    if event.tag and not (event.tag == "!" or (event.tag.startswith(_KNOWN_TAG) and ":python" not in event.tag)):
        raise NotYaml(_fault(event, f'"{event.tag}" is a YAML tag', "Put text that begins with ! in quotes."))


def _scalar(event: Any) -> Scalar:
    _refuse_tag(event)
    words: str = event.value
    value: str | bool | None = words
    if event.implicit[0]:  # typed without quotes
        value = None if words in _NOTHING else _YES_OR_NO.get(words, words)
    start, end = event.start_mark, event.end_mark
    return Scalar(value, words, start.line + 1, start.column + 1, start.index, end.index)


def _closed(done: _Open, end: Any) -> Node:
    mark = done.event.start_mark
    place = (bool(done.event.flow_style), mark.line + 1, mark.column + 1, mark.index, end.end_mark.index)
    if type(end).__name__ == "SequenceEndEvent":
        return Sequence(tuple(done.children), *place)
    keys, values = done.children[::2], done.children[1::2]
    for key in keys:
        if not isinstance(key, Scalar):
            raise NotYaml(Fault(key.line, key.column, "a list or mapping stands where a name should"))
    return Mapping(tuple(zip(keys, values)), *place)  # type: ignore[arg-type]
