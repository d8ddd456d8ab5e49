"""Silent edits: what a draft changed since the round before without showing it as a tracked change.

A draft that tracks its changes says: take them back, and you have the last round. That is checked word for word.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..compare import Matter
from ..compare.rows import short_id
from ..extract.statements import Reading
from ..model import Change, Document, DraftFault, Tracked
from .alignment import align
from .differing import Passage, passages

AROUND = 1500  # characters within which a tracked change is around a silent one


def tracks(document: Document) -> bool:
    """Whether a draft tracks any change."""
    return dict(document.read).get("tracked changes", 0) > 0


def silent(old: Reading, rejected: Reading, differ: Sequence[Passage], new: Reading) -> frozenset[int]:
    """Which of the passages that differ are not among the tracked changes.

    Args:
        rejected: the new draft with all its tracked changes taken back.
        differ: the passages in which the new draft, with its changes accepted, differs from the old one.
    """
    hidden = passages(old, rejected, align(old, rejected))
    olds = {i for p in hidden for i in p.pair.old}
    text = rejected.outline.document.text
    every = rejected.outline.sentences
    came = {_key(text[every[j].start : every[j].end]) for p in hidden if not p.pair.old for j in p.pair.new}
    return frozenset(
        i
        for i, p in enumerate(differ)
        if olds.intersection(p.pair.old) or (not p.pair.old and any(_said(new, j) in came for j in p.pair.new))
    )


def _said(reading: Reading, sentence: int) -> str:
    s = reading.outline.sentences[sentence]
    return _key(reading.outline.document.text[s.start : s.end])


def _key(words: str) -> str:
    return " ".join(words.split()).lower()


def faults(new: Matter, changes: Sequence[Change]) -> tuple[DraftFault, ...]:
    """A fault for each change that the draft does not own up to."""
    return tuple(_fault(new, c) for c in changes if c.tracked is False)


def _fault(new: Matter, change: Change) -> DraftFault:
    document = new.reading.outline.document
    marks = _around(document, change.evidence[0].start if change.evidence else 0)
    who = f" The tracked changes around it: {marks}." if marks else ""
    message = f"Changed without being tracked: {change.message}{who}"
    own = () if change.change == "deleted" else change.evidence  # else the words beside a gap would be part of its name
    said = " ".join(e.quote for e in (*own, *change.previous))
    return DraftFault(short_id("F", "silent-edit", said), "silent-edit", "high", message, change.evidence)


def _around(document: Document, offset: int) -> str:
    """Who tracked what is near a place, and when: "J. Roe, 2026-09-20"."""
    near = [t for t in document.tracked if abs(t.start - offset) <= AROUND] or list(document.tracked)
    return "; ".join(dict.fromkeys(_who(t) for t in near if t.author or t.date))


def _who(mark: Tracked) -> str:
    return ", ".join(part for part in (mark.author, (mark.date or "")[:10]) if part)
