"""YAML as a person typed it: a tree whose every node knows its line and column, and faults in plain words."""

from .builder import read_tree
from .files import read_text
from .nodes import Mapping, Node, NotYaml, Scalar, Sequence, plain

__all__ = ["Mapping", "Node", "NotYaml", "Scalar", "Sequence", "plain", "read_text", "read_tree"]
