"""Where words of the old draft stand in the new one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ..extract.statements import Reading
from .alignment import Pair
from .hunks import Stretch


@dataclass(frozen=True)
class Carried:
    """The sentences of two drafts, each with the one that answers to it."""

    old: Reading
    new: Reading
    pairs: Sequence[Pair]

    @cached_property
    def _by_old(self) -> dict[int, Pair]:
        return {i: p for p in self.pairs for i in p.old}

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.old.outline.sentences]

    @cached_property
    def _before(self) -> dict[int, int]:
        """For each sentence that came, the old offset behind which it was put."""
        out, at = {}, 0
        for p in self.pairs:
            if p.old and not p.moved:
                at = self.old.outline.sentences[p.old[-1]].end
            elif not p.old:
                out[p.new[0]] = at
        return out

    def put_behind(self, sentence: int) -> int:
        """The offset of the old draft behind which a sentence came in."""
        return self._before.get(sentence, 0)

    def pair_at(self, offset: int) -> Pair | None:
        """The passage to which an offset of the old draft belongs."""
        return self._by_old.get(max(0, bisect_right(self._starts, offset) - 1))

    def place(self, start: int, end: int) -> Stretch | None:
        """Where a stretch of the old draft stands in the new one; None where its passage was deleted.

        In a passage that was put in other words it is the whole passage.
        """
        pair = self.pair_at(start)
        if pair is None or not pair.new:
            return None
        olds, news = self.old.outline.sentences, self.new.outline.sentences
        first, last = news[pair.new[0]].start, news[pair.new[-1]].end
        words = self.old.outline.document.text[start:end]
        at = self.new.outline.document.text.find(words, first, last)
        if at >= 0:
            return at, at + len(words)
        if pair.same:
            moved = first - olds[pair.old[0]].start
            return max(first, start + moved), min(last, end + moved)
        return first, last
