"""The nodes of the tree: words, lists and mappings, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import Fault


@dataclass(frozen=True, slots=True)
class Scalar:
    """Words. `value` is None for nothing, a boolean for a bare yes or no, else the words."""

    value: str | bool | None
    words: str
    line: int
    column: int
    start: int  # offsets in the text, end exclusive
    end: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `flow` says that it is written in [ ]."""

    items: tuple[Node, ...]
    flow: bool
    line: int
    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order written, keys that stand twice included; `flow` says that it is written in { }."""

    pairs: tuple[tuple[Scalar, Node], ...]
    flow: bool
    line: int
    column: int
    start: int
    end: int

    def get(self, name: str) -> Node | None:
        """The value of the first key with that name."""
        return next((value for key, value in self.pairs if key.words == name), None)


Node = Scalar | Sequence | Mapping


class NotYaml(Exception):
    """Text that is no YAML, or none that we read; `faults` says where and why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(faults[0].problem)
        self.faults = faults


def plain(node: Node) -> object:
    """A node as the words, booleans, lists and dictionaries that it stands for."""
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.words: plain(value) for key, value in node.pairs}
