"""Where in a passage two readings differ: the stretches of both drafts that hold the words exchanged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..extract.statements import Reading

NEAR = 30  # characters that stay the same between two stretches, up to which they are shown as one
TOKEN = re.compile(r"\w+(?:[.,]\d+)*|[^\w\s]")

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch of the old draft and what stands for it in the new one; an empty one marks the place."""

    old: Stretch
    new: Stretch


def cuts(old: Reading, new: Reading, olds: Sequence[int], news: Sequence[int]) -> list[Hunk]:
    """The places at which the words of two passages differ, in order, each as narrow as it can be."""
    one, other = _tokens(old, olds), _tokens(new, news)
    words = [w for w, _, _ in one], [w for w, _, _ in other]
    codes = SequenceMatcher(None, *words, autojunk=False).get_opcodes()
    return [Hunk(_stretch(one, i1, i2), _stretch(other, j1, j2)) for tag, i1, i2, j1, j2 in codes if tag != "equal"]


def joined(cut: Sequence[Hunk]) -> list[Hunk]:
    """The places to show: what is close together is one."""
    out: list[Hunk] = []
    for found in cut:
        if out and found.old[0] - out[-1].old[1] <= NEAR and found.new[0] - out[-1].new[1] <= NEAR:
            out[-1] = Hunk((out[-1].old[0], found.old[1]), (out[-1].new[0], found.new[1]))
        else:
            out.append(found)
    return out


def _tokens(reading: Reading, sentences: Sequence[int]) -> list[tuple[str, int, int]]:
    text, every = reading.outline.document.text, reading.outline.sentences
    return [
        (m[0].lower(), m.start(), m.end())
        for i in sentences
        for m in TOKEN.finditer(text, every[i].start, every[i].end)
    ]


def _stretch(tokens: list[tuple[str, int, int]], first: int, last: int) -> Stretch:
    if first < last:
        return tokens[first][1], tokens[last - 1][2]
    at = tokens[first - 1][2] if first else tokens[0][1] if tokens else 0
    return at, at
