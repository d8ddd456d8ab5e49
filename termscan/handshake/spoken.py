"""The cues of spoken language beside those of the rules: `spoken.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from typing import Any

import yaml

from ..extract.statements import Matcher, compile_kind
from ..rulebook import Kind, Rulebook


def spoken(rulebook: Rulebook) -> Matcher:
    """The kinds of a rulebook with the cues by which people speak of them in notes and mails."""
    source = files(__package__).joinpath("spoken.yaml").read_text(encoding="utf-8")
    entries = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    known = {name: entry for name, entry in entries.items() if name in rulebook.kinds}
    return Matcher({name: compile_kind(_kind(rulebook.kinds[name], entry)) for name, entry in known.items()})


def _kind(kind: Kind, entry: Mapping[str, Any]) -> Kind:
    return replace(
        kind,
        cues=tuple(entry.get("cues", ())),
        friends=tuple(entry.get("friends", ())),
        choices={str(word): tuple(cues) for word, cues in entry.get("choices", {}).items()},
        weak=(),
        acts=(),
        ask=None,
        needs=(),
    )
