"""Faults that words give away, by the cues of their rules: notes to the drafter, points put off, notices of redaction."""

from __future__ import annotations

from collections.abc import Iterator

from ...extract.masking import Masked
from ...extract.statements import CompiledKind, compile_kind
from ..matter import Matter
from .finding import Finding, Stretch


def phrases(matter: Matter) -> Iterator[Finding]:
    """Every sentence that a cue of a fault matches, outside the cue's false friends."""
    for name, rule in matter.rulebook.faults.items():
        compiled = compile_kind(rule) if rule.cues else None
        for masked in matter.reading.masked if compiled else ():
            said = _said(compiled, masked) if compiled else None
            if said:
                yield Finding(name, (said,), matter.place(said[0]))


def _said(rule: CompiledKind, masked: Masked) -> Stretch | None:
    """The words of a sentence that a cue matches, in the draft."""
    apart = [m.span() for c in rule.friends if c.possible(masked.keys) for m in c.finditer(masked.words)]
    for cue in rule.cues:
        m = cue.search(masked.words) if cue.possible(masked.keys) else None
        if m and not any(s < m.end() and m.start() < e for s, e in apart):
            return masked.span(*m.span())
    return None
