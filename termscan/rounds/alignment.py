"""Which passage of the new draft answers to which passage of the old one, wherever it stands and whatever its number.

Sentences that say the same words are anchors (longest common subsequence, Hunt and McIlroy 1976). Between two anchors the
rest is paired by the concepts that sentences share, one to one, one to two (split) or two to one (merged); what is then
left over on both sides and still alike has moved.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from .. import values
from ..compare.lexicon import content
from ..extract.masking import Masked
from ..extract.statements import Reading
from ..outline.options import inside

ALIKE = 0.3  # share of concepts in common from which two neighbours are the same passage
ABSORBED = 0.4  # share of a left-over sentence that its neighbour must say, for the two to have been merged or split
MOVED = 0.6  # the same for passages that no longer stand between the same neighbours
NEAR = 3  # passages between a left-over sentence and the one it was merged into
LARGEST = 60  # sentences of a stretch without anchors that are still paired each with each
_WORD = re.compile(r"[^\W_]+|[$€£%]")

Indices = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """The sentences of the old draft and of the new that are one passage; one side is empty where it came or went."""

    old: Indices
    new: Indices
    same: bool = False  # word for word
    moved: bool = False


def align(old: Reading, new: Reading) -> tuple[Pair, ...]:
    """Every passage of two drafts once, in the order of the new draft; what was deleted stands where it stood."""
    olds, news = _Side.of(old), _Side.of(new)
    pairs = _absorbed(list(_in_order(olds, news)), olds, news)
    return tuple(_with_moves(pairs, olds, news))


@dataclass(frozen=True)
class _Side:
    keys: list[str]
    bags: list[Counter[str]]

    @classmethod
    def of(cls, reading: Reading) -> _Side:
        text = reading.outline.document.text
        said = [text[s.start : s.end] for s in reading.outline.sentences]
        out = [inside(reading.outline.ruled_out, s.start) for s in reading.outline.sentences]
        keys = [
            " ".join([*_WORD.findall(words.lower()), *(("(not ticked)",) if ruled_out else ())])
            for words, ruled_out in zip(said, out, strict=True)
        ]
        bags = [Counter([*content(words), *_marks(masked)]) for words, masked in zip(said, reading.masked, strict=True)]
        return cls(keys, bags)

    def bag(self, indices: Sequence[int]) -> Counter[str]:
        total: Counter[str] = Counter()
        for i in indices:
            total += self.bags[i]
        return total


def _marks(masked: Masked) -> Iterator[str]:
    """The parties and the values of a sentence: what is most its own."""
    yield from (c for c in masked.words if "\ue000" <= c <= "\ue01f")
    yield from (values.canonical(f.value) for f in masked.values.values() if f.value is not None)


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of concepts that two passages have in common: 0 to 1 (Dice)."""
    total = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / total if total else 1.0


def _in_order(old: _Side, new: _Side) -> Iterator[Pair]:
    matcher = SequenceMatcher(None, old.keys, new.keys, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield from (Pair((i,), (j,), same=True) for i, j in zip(range(i1, i2), range(j1, j2), strict=True))
        else:
            yield from _gap(old, new, range(i1, i2), range(j1, j2))


def _gap(old: _Side, new: _Side, olds: range, news: range) -> Iterator[Pair]:
    """Pair the sentences between two anchors, by the path through them along which most is alike."""
    if not olds or not news or len(olds) > LARGEST or len(news) > LARGEST:
        yield from (Pair((i,), ()) for i in olds)
        yield from (Pair((), (j,)) for j in news)
        return
    steps = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1))
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for a in range(len(olds) + 1):
        for b in range(len(news) + 1):
            for da, db in steps:
                before = best.get((a - da, b - db))
                if before is None or a < da or b < db:
                    continue
                score = before[0] + _worth(old, new, olds[a - da : a], news[b - db : b])
                if (a, b) not in best or score > best[a, b][0]:
                    best[a, b] = (score, (da, db))
    at, path = (len(olds), len(news)), []
    while at != (0, 0):
        da, db = best[at][1]
        at = (at[0] - da, at[1] - db)
        path.append(Pair(tuple(olds[at[0] : at[0] + da]), tuple(news[at[1] : at[1] + db])))
    yield from reversed(path)


def _worth(old: _Side, new: _Side, olds: Sequence[int], news: Sequence[int]) -> float:
    """What it is worth to pair these: their likeness for every sentence that finds a place, less where one is split."""
    if not olds or not news:
        return 0.0
    alike = likeness(old.bag(olds), new.bag(news))
    if alike < ALIKE:
        return -1.0
    return alike if len(olds) == len(news) else alike - 0.5


def _absorbed(pairs: list[Pair], old: _Side, new: _Side) -> list[Pair]:
    """A sentence that is left over near a pair belongs to it where it says what the pair's other side says too much."""
    out = list(pairs)
    for extra in [p for p in pairs if not (p.old and p.new)]:
        at = out.index(extra)
        near = [k for k in range(max(0, at - NEAR), min(len(out), at + NEAR + 1)) if _belongs(out[k], extra, old, new)]
        if near:
            k = min(near, key=lambda k: abs(k - at))
            out[k] = Pair(tuple(sorted(out[k].old + extra.old)), tuple(sorted(out[k].new + extra.new)))
            del out[at]
    return out


def _belongs(pair: Pair, extra: Pair, old: _Side, new: _Side) -> bool:
    if pair.same or not pair.old or not pair.new or (extra.old and extra.new):
        return False
    lost, gained = old.bag(pair.old), new.bag(pair.new)
    spare, wanted = (gained - lost, old.bag(extra.old)) if extra.old else (lost - gained, new.bag(extra.new))
    return bool(wanted) and sum((spare & wanted).values()) >= ABSORBED * sum(wanted.values())


def _with_moves(pairs: list[Pair], old: _Side, new: _Side) -> Iterator[Pair]:
    gone = [p.old[0] for p in pairs if not p.new]
    came = [p.new[0] for p in pairs if not p.old]
    moved: dict[int, int] = {}
    for j in came:
        free = [i for i in gone if i not in moved.values()]
        best = max(free, key=lambda i: likeness(old.bags[i], new.bags[j]), default=None)
        if best is not None and old.bags[best] and likeness(old.bags[best], new.bags[j]) >= MOVED:
            moved[j] = best
    for p in pairs:
        if not p.old and p.new[0] in moved:
            i = moved[p.new[0]]
            yield Pair((i,), p.new, same=old.keys[i] == new.keys[p.new[0]], moved=True)
        elif p.new or p.old[0] not in moved.values():
            yield p
