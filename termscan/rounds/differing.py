"""Every passage in which two drafts differ, with where it differs and whether that is substance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..extract.statements import Reading
from .alignment import Pair
from .hunks import Hunk, cuts, joined
from .substance import Difference, difference


@dataclass(frozen=True)
class Passage:
    """A passage of two drafts that is not the same word for word in both."""

    pair: Pair
    hunks: tuple[Hunk, ...]
    difference: Difference
    at: int  # where it stands in the new draft; what was deleted, where it stood
    lower: str | None = None  # the place that binds less to which it moved: "a recital"

    @property
    def substantive(self) -> bool:
        return self.difference.substantive or self.lower is not None

    @property
    def new_spans(self) -> tuple[tuple[int, int], ...]:
        """The stretches of the new draft that came; empty ones mark where words were taken out."""
        return tuple(h.new for h in self.hunks)

    @property
    def old_spans(self) -> tuple[tuple[int, int], ...]:
        """The stretches of the old draft that went."""
        return tuple(h.old for h in self.hunks)


def passages(old: Reading, new: Reading, pairs: Sequence[Pair]) -> tuple[Passage, ...]:
    """The passages that differ, in the order of the new draft. What only moved is left out, unless it binds less there."""
    out = []
    at = 0
    for pair, streams in _with_streams(old, new, pairs):
        at = new.outline.sentences[pair.new[0]].start if pair.new else at
        lower = _lower(old, new, pair)
        if lower or not (pair.same or _only_cut_otherwise(old, new, pair, streams)):
            both = pair.old and pair.new
            cut = cuts(old, new, pair.old, pair.new) if both else []
            where = [_whole(old, new, pair)] if lower else joined(cut) if both else _alone(old, new, pair, at)
            out.append(Passage(pair, tuple(where), difference(old, new, pair, cut), at, lower))
        elif renamed := _renamed(old, new, pair):
            out.append(Passage(pair, (renamed,), Difference((), (), (), (), 0.0), renamed.new[0]))
        at = new.outline.sentences[pair.new[-1]].end if pair.new else at
    return tuple(out)


BOX = 12  # characters before a sentence within which its tick box may stand
_WORD = re.compile(r"[^\W_]+|[$€£%]")
Streams = tuple[str, str]


def _with_streams(old: Reading, new: Reading, pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Streams]]:
    """Each pair with all words, headings too, that stand in both drafts between the nearest passages that are the same."""
    run: list[Pair] = []
    start = (0, 0)
    for pair in pairs:
        if pair.same and not pair.moved:
            olds, news = old.outline.sentences, new.outline.sentences
            stop = olds[pair.old[0]].start, news[pair.new[0]].start
            streams = _stream(old, start[0], stop[0]), _stream(new, start[1], stop[1])
            yield from ((p, streams) for p in run)
            yield pair, ("", "")
            run, start = [], (olds[pair.old[-1]].end, news[pair.new[-1]].end)
        else:
            run.append(pair)
    streams = (
        _stream(old, start[0], len(old.outline.document.text)),
        _stream(new, start[1], len(new.outline.document.text)),
    )
    yield from ((p, streams) for p in run)


def _stream(reading: Reading, start: int, end: int) -> str:
    return f" {' '.join(_WORD.findall(reading.outline.document.text[start:end].lower()))} "


def _only_cut_otherwise(old: Reading, new: Reading, pair: Pair, streams: Streams) -> bool:
    """Whether the words of a passage stand in the other draft too, at the same place: as a heading, or in one sentence
    with what stands beside them. Two exports of one draft are cut into sentences in two ways."""
    if _ticks(old, pair.old) or _ticks(new, pair.new):
        return False
    before = [_stream(old, old.outline.sentences[i].start, old.outline.sentences[i].end) for i in pair.old]
    after = [_stream(new, new.outline.sentences[j].start, new.outline.sentences[j].end) for j in pair.new]
    return all(words in streams[1] for words in before) and all(words in streams[0] for words in after)


def _renamed(old: Reading, new: Reading, pair: Pair) -> Hunk | None:
    """The headings above the first words of a section, where they are not the same; a number is no part of them."""
    if not (pair.old and pair.new):
        return None
    before, after = _head(old, pair.old[0]), _head(new, pair.new[0])
    if before is None or after is None:
        return None
    was, now = _stream(old, *before).strip(), _stream(new, *after).strip()
    return None if was in now or now in was else Hunk(before, after)


def _head(reading: Reading, sentence: int) -> tuple[int, int] | None:
    """Where the heading of a section stands, number and all, if a sentence is the section's first."""
    outline = reading.outline
    section = outline.sections[outline.sentences[sentence].section]
    first = not outline.document.text[section.body : outline.sentences[sentence].start].strip()
    if not (first and section.heading and section.number and section.body > section.start):
        return None
    words = outline.document.text[section.start : section.body + 1].lower()
    at = words.find(section.heading.lower()[:20])
    return (section.start + at, section.body) if at >= 0 else None


def _ticks(reading: Reading, sentences: Sequence[int]) -> bool:
    """Whether a passage has tick boxes: which of them are ticked, its words do not say."""
    every = reading.outline.sentences
    spans = [(every[i].start - BOX, every[i].end) for i in sentences]
    return any(s <= box[0] < e for box in reading.outline.boxes for s, e in spans)


def _alone(old: Reading, new: Reading, pair: Pair, at: int) -> list[Hunk]:
    """Where a passage stands that only one of the drafts has."""
    olds, news = old.outline.sentences, new.outline.sentences
    if pair.new:
        return [Hunk((0, 0), (news[j].start, news[j].end)) for j in pair.new]
    return [Hunk((olds[i].start, olds[i].end), (at, at)) for i in pair.old]


def _whole(old: Reading, new: Reading, pair: Pair) -> Hunk:
    olds, news = old.outline.sentences, new.outline.sentences
    return Hunk((olds[pair.old[0]].start, olds[pair.old[-1]].end), (news[pair.new[0]].start, news[pair.new[-1]].end))


# what stands there binds less than what stands in the body of an agreement
_RANKS: dict[str, int] = {"body": 0, "schedule": 1, "recital": 2}
_CALLED = {"schedule": "a schedule", "recital": "a recital"}


def _lower(old: Reading, new: Reading, pair: Pair) -> str | None:
    """The place that binds less to which a passage moved; None where it stands where it stood, or higher."""
    if not (pair.old and pair.new):
        return None
    was = old.outline.sections[old.outline.sentences[pair.old[0]].section].placement
    now = new.outline.sections[new.outline.sentences[pair.new[0]].section].placement
    return _CALLED[now] if pair.moved and _RANKS[now] > _RANKS[was] else None
