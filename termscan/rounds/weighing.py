"""How much two wordings of one passage differ: a weight of what came and went, and all that was seen beside it.

Figures, blanks, parties and discretion weigh most. Plain words decide together, and count for less the more of the
sentence was put in other words: who rewrites a sentence exchanges words; who changes one word of a sentence that otherwise
stands means that word. The weight is a sum by hand; how much it tells beside the other signs is learnt (`odds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from ..compare.lexicon import content
from ..compare.propositions import actors
from ..extract.masking import SIDES
from ..extract.statements import Reading
from ..odds.nearness import direction, echo, nearness, telling
from .alignment import Pair
from .atoms import Atom
from .hunks import TOKEN, Hunk, Stretch, joined

# what an atom weighs that only the new side has, and one that only the old side had
_WEIGHTS: dict[str, tuple[float, float]] = {
    "value": (2.3, 2.0), "blank": (3.0, 1.0), "mismatch": (3.0, 1.0), "softening": (3.0, 1.0), "right": (1.5, 0.3),
    "party": (0.9, 0.6), "often": (1.2, 1.2), "reference": (1.2, 0.6),
}  # fmt: skip
_LIGHT: dict[str, tuple[float, float]] = {
    "exception": (0.4, 0.0), "condition": (0.3, 0.0), "only": (0.4, 0.5), "denial": (0.4, 0.6), "each": (0.3, 0.0),
    "most": (0.4, 0.0), "degree": (0.8, 0.55), "word": (0.8, 0.55), "plain": (0.45, 0.0),
}  # fmt: skip
COUNTED = ("denial", "right", "exception", "condition")  # their number matters, not whether there is one
_CAP = {"word": 5, "plain": 4}
SWAPPED, ACTOR, DEFINING = 2.0, 0.8, 0.5
APART = 6  # atoms in one stretch, from which more tell no more
_MEANS = re.compile(r'["”’“][^"”“]{1,60}["”’“] (?:means|shall mean|is|refers to)\b')
_TIGHT = {1: 2.4, 2: 1.2, 3: 0.3}
_AGENT = re.compile(rf"\bby (?:the )?[{''.join(SIDES)}](?!['’]s)")
LONG = 40  # words of a long sentence
GROWTH = 15  # words by which a passage grows or shrinks much
MOST = 4  # of one sort of atom that still tell more than fewer


@dataclass(frozen=True)
class Rewriting:
    """A passage in two wordings, with the atoms of both and those that only one of them has."""

    old: Reading
    new: Reading
    pair: Pair
    before: Sequence[Atom]
    after: Sequence[Atom]
    lost: Sequence[Atom]
    gained: Sequence[Atom]
    cuts: Sequence[Hunk]  # the places at which the words differ

    @cached_property
    def was(self) -> str:
        return words_of(self.old, self.pair.old)

    @cached_property
    def now(self) -> str:
        return words_of(self.new, self.pair.new)

    @property
    def hunks(self) -> int:
        """In how many places the words differ."""
        return len(self.cuts)

    @cached_property
    def rewritten(self) -> float:
        """What share of the old words these places make: 0 to 1."""
        touched = sum(max(_words(self.old, c.old), _words(self.new, c.new)) for c in self.cuts)
        return min(1.0, touched / max(1, len(TOKEN.findall(self.was))))

    @cached_property
    def apart(self) -> dict[str, float]:
        """What came and went by itself, as one stretch: who puts a clause in other words rarely adds one in one piece.

        The most that one stretch gained beyond what it lost, and the other way round; and whether a denial left one place
        and came in at another.
        """
        seen = [
            ([a for a in self.lost if _within(a, h.old)], [a for a in self.gained if _within(a, h.new)],
             _denials(self.before, h.old), _denials(self.after, h.new))
            for h in joined(self.cuts)
        ]  # fmt: skip
        more, fewer = (max((sign * (len(new) - len(old)) for old, new, _, _ in seen), default=0) for sign in (1, -1))
        return {
            "came in one piece": min(more, APART),
            "went in one piece": min(fewer, APART),
            "denial elsewhere": any(a > b for _, _, a, b in seen) and any(a < b for _, _, a, b in seen),
        }

    @cached_property
    def swapped(self) -> bool:
        """Whether one party stands where the other stood, the words around them and the voice being the same."""
        agents = _agents(self.old, self.pair.old), _agents(self.new, self.pair.new)
        return _swapped(self.before, self.after) and agents[0] == agents[1]

    @cached_property
    def acting(self) -> tuple[bool, bool]:
        """Whether somebody acts who did not, and whether somebody acted who no longer does."""
        before, after = _acting(self.old, self.pair.old), _acting(self.new, self.pair.new)
        return bool(after - before), bool(before - after)

    @cached_property
    def reordered(self) -> bool:
        """Whether the same values stand in another order: 15% and then 5% became 5% and then 15%."""
        one, other = ([a.key for a in side if a.sort == "value"] for side in (self.before, self.after))
        return one != other and sorted(one) == sorted(other)

    @cached_property
    def defines(self) -> bool:
        """Whether the passage defines a word on both sides: whoever touches a definition means it."""
        return _MEANS.match(self.was) is not None and _MEANS.match(self.now) is not None

    @property
    def plain_only(self) -> bool:
        """Whether only words differ that carry little, and nobody acts for somebody else."""
        return all(a.sort == "plain" for a in (*self.lost, *self.gained)) and not (self.swapped or all(self.acting))

    @property
    def inserted(self) -> bool:
        return self.hunks == 1 and bool(self.gained) and not self.lost

    @property
    def removed(self) -> bool:
        return self.hunks == 1 and bool(self.lost) and not self.gained

    @property
    def alike(self) -> bool:
        """Whether nothing came and nothing went: at most something is said once more, or once less."""
        moved = self.swapped or all(self.acting) or self.reordered or self.apart["denial elsewhere"]
        return not (moved or self.lost or self.gained)

    @property
    def shared(self) -> float:
        """What share of all that the two wordings say both say: 0 to 1."""
        one, other = set(map(_key, self.before)), set(map(_key, self.after))
        return len(one & other) / max(1, len(one | other))


def weight(it: Rewriting) -> float:
    """What came and went, summed; the more the likelier it is substance."""
    strong = _sum(_WEIGHTS, it.gained, it.lost) + SWAPPED * it.swapped + ACTOR * all(it.acting)
    weak = _sum(_LIGHT, it.gained, it.lost)
    if it.hunks > 2:
        plain = min(4, len({a.key for a in it.lost if a.sort == "plain"}))
        weak -= 0.5 * plain + 0.35 * (min(it.hunks, 8) - 3) + 1.5 * it.rewritten
    if it.reordered and it.rewritten < 0.15:
        strong += 1.5 * SWAPPED
    if any(a.sort == "right" for a in it.gained) and sum(a.sort == "denial" for a in it.lost) == 1:
        strong += SWAPPED  # what was forbidden is allowed
    tight = _TIGHT.get(it.hunks, 0.0) if it.hunks == 1 or it.rewritten < 0.3 else 0.3
    tight = min(tight, 1.2) if it.plain_only else tight
    alone = it.removed or (it.inserted and not it.plain_only)
    return strong + max(weak, -0.3) + tight + 0.8 * alone + DEFINING * it.defines


def signs(it: Rewriting) -> dict[str, float]:
    """All that was seen of a rewriting, by name, for the odds that it is substance."""
    was, now = len(it.was.split()), len(it.now.split())
    more, fewer = it.acting
    return {
        "weight": weight(it),
        "hunks": min(it.hunks, 10),
        "rewritten": it.rewritten,
        "shared": it.shared,
        "grown": max(-2.0, min(2.0, (now - was) / GROWTH)),
        "length before": min(3.0, was / LONG),
        "length now": min(3.0, now / LONG),
        "swapped": it.swapped,
        "other acts": more and fewer,
        "acts": more,
        "acts no more": fewer,
        "reordered": it.reordered,
        "plain only": it.plain_only,
        "inserted": it.inserted,
        "removed": it.removed,
        "defines": it.defines,
        **it.apart,
        "several sentences": len(it.pair.new) > 1 or len(it.pair.old) > 1,
        "moved": it.pair.moved,
        **counted("gained", it.gained),
        **counted("lost", it.lost),
        **_in_other_words(it),
    }


def _in_other_words(it: Rewriting) -> dict[str, float]:
    """How far the words that came mean what those mean that went, and how much both tell."""
    before, after = set(content(it.was)), set(content(it.now))
    gone, came = before - after, after - before
    out: dict[str, float] = {}
    for side, words, others in (("lost", gone, came), ("gained", came, gone)):
        found = echo(words, others)
        out |= {f"{side} words echoed": found.mean, f"{side} word least echoed": found.least}
        out |= {f"{side} words unechoed": found.missing, f"{side} words tell": telling(words)}
    changed = ([text[s:e] for s, e in spans] for text, spans in _stretches(it))
    one, other = (direction({c for words in some for c in content(words)}) for some in changed)
    return out | {"changed words near": nearness(one, other)}


def _stretches(it: Rewriting) -> Iterator[tuple[str, list[Stretch]]]:
    """The texts of both rounds, each with the stretches at which their words differ."""
    places = joined(it.cuts)
    yield it.old.outline.document.text, [h.old for h in places]
    yield it.new.outline.document.text, [h.new for h in places]


def counted(side: str, found: Sequence[Atom]) -> dict[str, float]:
    """How many atoms of each sort a side has, as signs."""
    return {f"{side} {sort}": min(count, MOST) for sort, count in _counts(found).items()}


def _words(reading: Reading, stretch: Stretch) -> int:
    return len(TOKEN.findall(reading.outline.document.text, *stretch))


def _within(atom: Atom, stretch: Stretch) -> bool:
    return stretch[0] <= atom.start < stretch[1]


def _denials(found: Sequence[Atom], stretch: Stretch) -> int:
    return sum(a.sort == "denial" and _within(a, stretch) for a in found)


def words_of(reading: Reading, sentences: Sequence[int]) -> str:
    """The words of some sentences, one after the other."""
    text, every = reading.outline.document.text, reading.outline.sentences
    return " ".join(text[every[i].start : every[i].end] for i in sentences)


def _key(atom: Atom) -> tuple[str, str]:
    return atom.sort, atom.key


def _counts(found: Sequence[Atom]) -> dict[str, int]:
    """How many atoms of each sort there are; of most sorts, how many different ones."""
    by_sort: dict[str, list[str]] = {}
    for a in found:
        by_sort.setdefault(a.sort, []).append(a.key)
    return {sort: len(keys) if sort in COUNTED else len(set(keys)) for sort, keys in by_sort.items()}


def _sum(weights: dict[str, tuple[float, float]], gained: Sequence[Atom], lost: Sequence[Atom]) -> float:
    return sum(
        weights.get(sort, (0.0, 0.0))[side] * min(count, _CAP.get(sort, 2))
        for side, found in enumerate((gained, lost))
        for sort, count in _counts(found).items()
    )


def _swapped(before: Sequence[Atom], after: Sequence[Atom]) -> bool:
    """Whether one party stands where the other stood, the words around them being the same."""
    one, other = ([_key(a) for a in side if a.sort != "plain"] for side in (before, after))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        pairs = zip(one[i1:i2], other[j1:j2], strict=False)
        if tag == "replace" and i2 - i1 == j2 - j1 and any(a[0] == b[0] == "party" and a != b for a, b in pairs):
            return True
    return False


def _agents(reading: Reading, sentences: Sequence[int]) -> int:
    """How many passives name who acts ("indemnified by Licensee"): another number is another voice, not another party."""
    return sum(len(_AGENT.findall(reading.masked[i].words)) for i in sentences)


def _acting(reading: Reading, sentences: Sequence[int]) -> set[str]:
    """Who acts; that neither does something is said of both."""
    sides = {side for i in sentences for _, side in actors(reading.masked[i].words)}
    return {"both" if side == "none" else side for side in sides}
