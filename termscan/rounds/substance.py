"""Substance or wording: what two readings of one passage say differently, weighed.

What one side says and the other does not is weighed (`weighing`); whether a reader would call it substance is learnt from
cases (`odds`). What came or went whole, or was ticked otherwise, is substance; a heading is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz

from ..extract.statements import Reading
from ..odds import learnt
from ..outline.options import inside
from .alignment import Pair
from .atoms import Atom, atoms
from .hunks import Hunk
from .weighing import COUNTED, Rewriting, signs, words_of

FAMILY = 6  # letters at the beginning by which two words are of one family ("represents", "representation")
BOX, OPTION = 12, 40  # characters between a tick box and its option; characters by which an option is known
HEADING_WORDS = 10
LIKELY = 0.115  # odds from which a difference is one of substance: one passed over costs more than one shown too many
SURE, LIGHT = 0.2, 1.2  # the same where what differs weighs next to nothing, less than this
CERTAIN = 9.0  # weight of what came, went or was ticked otherwise: no model is asked


@dataclass(frozen=True)
class Difference:
    """What two readings of one passage say differently: the atoms gone, the atoms that came, and their weight."""

    old: tuple[Atom, ...]
    new: tuple[Atom, ...]
    lost: tuple[Atom, ...]
    gained: tuple[Atom, ...]
    weight: float
    signs: Mapping[str, float] = field(default_factory=dict)  # none where it is settled without a model

    @cached_property
    def odds(self) -> float:
        """How likely it is that a reader would call it substance: 0 to 1."""
        return learnt("substance").of(self.signs) if self.signs else float(self.weight > 0)

    @property
    def substantive(self) -> bool:
        return self.odds >= (SURE if self.weight < LIGHT else LIKELY)

    def has(self, sort: str) -> bool:
        """Whether the new side gained something of a sort."""
        return any(a.sort == sort for a in self.gained)


def difference(old: Reading, new: Reading, pair: Pair, cut: Sequence[Hunk]) -> Difference:
    """Weigh what a pair of passages says differently.

    Args:
        cut: the places at which their words differ.
    """
    before, after = atoms(old, pair.old), atoms(new, pair.new)
    lost, gained = _told(_net(before, after), _net(after, before))
    if not any(a.sort == "value" for a in (*lost, *gained)):
        lost, gained = _told(lost + _exchanged(before, after), gained + _exchanged(after, before))
    settled = _settled(old, new, pair, before, after, gained, lost)
    it = Rewriting(old, new, pair, before, after, lost, gained, cut)
    if settled is None and (it.hunks == 0 or (it.alike and _as_often(before, after))):
        settled = 0.0
    seen = signs(it) if settled is None else {}
    heavy = seen["weight"] if settled is None else settled
    return Difference(tuple(before), tuple(after), tuple(lost), tuple(gained), heavy, seen)


def _as_often(before: Sequence[Atom], after: Sequence[Atom]) -> bool:
    """Whether two wordings say everything the same number of times, a word that is only spelt otherwise left out."""
    more, fewer = Counter((a.sort, a.key) for a in after), Counter((a.sort, a.key) for a in before)
    odd = [[Atom(*key, 0, 0) for key in (one - other).elements()] for one, other in ((more, fewer), (fewer, more))]
    return not any(_told(odd[1], odd[0]))


def _settled(old: Reading, new: Reading, pair: Pair, before: Sequence[Atom], after: Sequence[Atom],
             gained: Sequence[Atom], lost: Sequence[Atom]) -> float | None:  # fmt: skip
    """The weight of a difference that needs no weighing: what came or went, was ticked otherwise, or is a heading."""
    if not pair.old or not pair.new:
        words = words_of(new if pair.new else old, pair.new or pair.old)
        return 0.0 if _only_heading(words, after or before) else CERTAIN
    if _ticked_otherwise(old, new, pair):
        return CERTAIN
    headings = _only_heading(words_of(old, pair.old), before) and _only_heading(words_of(new, pair.new), after)
    return 0.0 if headings and (gained or not lost) else None


def _net(mine: Sequence[Atom], other: Sequence[Atom]) -> list[Atom]:
    """The atoms that only one side has; of those that count by number, the last ones beyond the other's number."""
    known = {(a.sort, a.key) for a in other}
    spare = Counter(a.sort for a in mine if a.sort in COUNTED)
    spare.subtract(Counter(a.sort for a in other if a.sort in COUNTED))
    out: list[Atom] = []
    for a in reversed(mine):
        if a.sort in COUNTED:
            if spare[a.sort] > 0:
                spare[a.sort] -= 1
                out.append(a)
        elif (a.sort, a.key) not in known:
            out.append(a)
    return out[::-1]


def _told(lost: Sequence[Atom], gained: Sequence[Atom]) -> tuple[list[Atom], list[Atom]]:
    """Without what says the same after all: a word spelt otherwise, and "not … without" for "only if"."""
    same = [(a, b) for a in lost for b in gained if _one_thing(a, b) or _one_thing(b, a)]
    gone, came = {id(a) for a, _ in same}, {id(b) for _, b in same}
    denials = sum(a.sort == "denial" for a in lost)
    if denials == 2 and any(b.sort in ("condition", "only", "exception") for b in gained):
        gone |= {id(a) for a in lost if a.sort == "denial"}
        came |= {id(b) for b in gained if b.sort in ("right", "condition", "only", "exception")}
    return [a for a in lost if id(a) not in gone], [b for b in gained if id(b) not in came]


def _one_thing(one: Atom, other: Atom) -> bool:
    """Whether two atoms say the same in two ways: a word spelt otherwise, "exclusive" for "only", "a month" for "one month"."""
    if one.sort == other.sort == "word":
        return _spelt(one.key, other.key)
    if one.sort == "value" and other.sort == "value":
        return one.key.split(" ")[0] == other.key and not one.key.endswith("months")
    if (one.sort, other.sort) == ("value", "often"):
        return one.key == _ONCE.get(other.key)
    return (one.sort, one.key, other.sort, other.key) in _EQUAL


_ONCE = {"day": "24 hours", "week": "168 hours", "month": "1 months", "quarter": "3 months", "year": "12 months"}
_EQUAL = frozenset(
    [("word", "exclusive", "only", "only"), ("value", "fees", "word", "fee"), ("word", "automatic", "denial", "denial")]
)


def _spelt(one: str, other: str) -> bool:
    return (one[:FAMILY] == other[:FAMILY] and len(one) >= FAMILY) or (
        one[:3] == other[:3] and fuzz.ratio(one, other) >= 85
    )


def _exchanged(mine: Sequence[Atom], other: Sequence[Atom]) -> list[Atom]:
    """Values of which one side has more than the other, where the other has more of another value: 20% for 40%."""
    more = Counter(a.key for a in mine if a.sort == "value")
    more.subtract(Counter(a.key for a in other if a.sort == "value"))
    if sum(more.values()) or not any(more.values()):
        return []
    return [a for a in mine if a.sort == "value" and more[a.key] > 0]


def _only_heading(words: str, found: Sequence[Atom]) -> bool:
    """Whether a passage is a heading: few words, capitalised, that state nothing."""
    said = re.findall(r"[A-Za-z][\w'’-]*", words)
    long = [w for w in said if len(w) > 3]
    quiet = not any(a.sort in ("value", "blank", "right", "denial", "softening") for a in found)
    return quiet and len(said) <= HEADING_WORDS and all(w[0].isupper() for w in long) and "|" not in words


def _ticked_otherwise(old: Reading, new: Reading, pair: Pair) -> bool:
    """Whether an option that both have is ticked in one and not in the other."""
    before, after = _options(old, pair.old), _options(new, pair.new)
    return any(ticked != after.get(option, ticked) for option, ticked in before.items())


def _options(reading: Reading, sentences: Sequence[int]) -> dict[str, bool]:
    """The options in and just before a passage, by their first words, and whether they are ticked."""
    outline, text = reading.outline, reading.outline.document.text
    spans = [(outline.sentences[i].start - BOX, outline.sentences[i].end) for i in sentences]
    return {
        " ".join(text[box[1] : box[1] + OPTION].split()): not inside(outline.ruled_out, box[0])
        for box in outline.boxes
        if any(start <= box[0] < end for start, end in spans)
    }
