"""The list of changes as it is shown: the words on both sides, what sort of change, whether tracked, on which terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from ..compare.novelty import short
from ..extract.statements import Reading
from ..model import Change, Evidence
from .differing import Passage
from .hunks import Stretch

AROUND = 60  # characters shown on either side of a place where words were only taken out
GAP = 20  # the same where a whole sentence was
MOST = 6  # stretches of one change that are shown


def changes(
    old: Reading,
    new: Reading,
    differ: Sequence[Passage],
    terms: Mapping[int, tuple[str, ...]],
    silent: frozenset[int] | None,
) -> tuple[Change, ...]:
    """Every difference of two drafts, in the order of the new one; text that only moved or was renumbered left out.

    Args:
        terms: the agreed terms on which each passage bears, by its index.
        silent: the passages that the new draft does not track; None where it tracks nothing.
    """
    return tuple(
        _change(old, new, p, terms.get(i, ()), None if silent is None else i not in silent)
        for i, p in enumerate(differ)
        if p.hunks
    )


def _change(old: Reading, new: Reading, passage: Passage, terms: tuple[str, ...], tracked: bool | None) -> Change:
    return Change(
        change=_sort(passage),
        substantive=passage.substantive,
        terms=terms,
        tracked=tracked,
        message=_message(old, new, passage),
        evidence=_shown(new, passage.new_spans, passage.pair.new) or _left(old, new, passage),
        previous=_shown(old, passage.old_spans, passage.pair.old),
    )


def _sort(passage: Passage) -> Literal["inserted", "deleted", "reworded", "moved"]:
    if passage.lower:
        return "moved"
    return "deleted" if not passage.pair.new else "inserted" if not passage.pair.old else "reworded"


def _shown(
    reading: Reading, spans: Sequence[Stretch], sentences: Sequence[int], around: int = AROUND
) -> tuple[Evidence, ...]:
    outline = reading.outline
    if not sentences:
        return ()
    first, last = outline.sentences[sentences[0]].start, outline.sentences[sentences[-1]].end
    out = []
    for start, end in spans[:MOST]:
        if start == end:
            start, end = _whole_words(outline.document.text, start, end, first, last, around)
        out.append(outline.evidence(start, end))
    return tuple(e for e in out if e.quote)


def _whole_words(text: str, start: int, end: int, first: int, last: int, around: int) -> Stretch:
    """The words around a place."""
    start, end = max(first, start - around), min(last, end + around)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    return start, end


def _left(old: Reading, new: Reading, passage: Passage) -> tuple[Evidence, ...]:
    """Where a passage was deleted, what is left of its clause, the number and heading above the gap ("10.3 Reserved."), or
    the words between which it stood."""
    if passage.pair.new:
        return ()
    sentence = old.outline.sentences[passage.pair.old[0]]
    was = old.outline.sections[sentence.section]
    text, before = new.outline.document.text, old.outline.document.text
    for section in new.outline.sections:
        if was.number and section.number == was.number:
            end = min(section.end, section.body + AROUND)
            if text[section.start : end].split() != before[was.start : was.body + AROUND].split():
                return (new.outline.evidence(section.start, end),)
    return _shown(new, ((passage.at, passage.at),), range(len(new.outline.sentences)), GAP)


def _message(old: Reading, new: Reading, passage: Passage) -> str:
    """What became of the words, in a line."""
    gone = _joined(old, passage.old_spans)
    came = _joined(new, passage.new_spans)
    if passage.lower:
        return f'Moved to a place that binds less ({passage.lower}): "{came or gone}".'
    if not passage.pair.new:
        return f'Taken out: "{gone}".'
    if not passage.pair.old:
        return f'New: "{came}".'
    if not passage.substantive:
        return f'Put in other words: "{came or gone}".'
    return f'"{gone}" became "{came}".' if gone and came else f'Put in: "{came}".' if came else f'Taken out: "{gone}".'


def _joined(reading: Reading, spans: Sequence[Stretch]) -> str:
    text = reading.outline.document.text
    return short(" … ".join(text[s:e] for s, e in spans if e > s), 90)
