"""Substance or wording: what two readings of one passage say differently, weighed.

Each atom that one side has and the other lacks weighs what it is worth. Figures, blanks, parties and discretion decide by
themselves. Plain words decide together, and count for less the more of the sentence was put in other words: who rewrites
a sentence exchanges words; who changes one word of a sentence that otherwise stands means that word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from ..compare.propositions import actors
from ..extract.masking import SIDES
from ..extract.statements import Reading
from ..outline.options import inside
from .alignment import Pair
from .atoms import Atom, atoms

FAMILY = 6  # letters at the beginning by which two words are of one family ("represents", "representation")
BOX, OPTION = 12, 40  # characters between a tick box and its option; characters by which an option is known
DECISIVE = 1.7  # weight from which a difference is one of substance
# what an atom weighs that only the new side has, and one that only the old side had
_WEIGHTS: dict[str, tuple[float, float]] = {
    "value": (2.3, 2.0), "blank": (3.0, 1.0), "mismatch": (3.0, 1.0), "softening": (3.0, 1.0), "right": (1.5, 0.3),
    "party": (0.9, 0.6), "often": (1.2, 1.2), "reference": (1.2, 0.6),
}  # fmt: skip
_LIGHT: dict[str, tuple[float, float]] = {
    "exception": (0.4, 0.0), "condition": (0.3, 0.0), "only": (0.4, 0.5), "denial": (0.4, 0.6), "each": (0.3, 0.0),
    "most": (0.4, 0.0), "word": (0.8, 0.55), "plain": (0.45, 0.0),
}  # fmt: skip
_COUNTED = ("denial", "right", "exception", "condition")  # their number matters, not whether there is one
_CAP = {"word": 5, "plain": 4}
SWAPPED, ACTOR, DEFINING = 2.0, 0.8, 0.5
_MEANS = re.compile(r'["”’“][^"”“]{1,60}["”’“] (?:means|shall mean|is|refers to)\b')
_TIGHT = {1: 2.4, 2: 1.2, 3: 0.3}
_TOKEN = re.compile(r"\w+|[^\w\s]")
_HEADING_WORDS = 10


@dataclass(frozen=True)
class Difference:
    """What two readings of one passage say differently: the atoms gone, the atoms that came, and their weight."""

    old: tuple[Atom, ...]
    new: tuple[Atom, ...]
    lost: tuple[Atom, ...]
    gained: tuple[Atom, ...]
    weight: float

    @property
    def substantive(self) -> bool:
        return self.weight >= DECISIVE

    def has(self, sort: str) -> bool:
        """Whether the new side gained something of a sort."""
        return any(a.sort == sort for a in self.gained)


def difference(old: Reading, new: Reading, pair: Pair) -> Difference:
    """Weigh what a pair of passages says differently."""
    before, after = atoms(old, pair.old), atoms(new, pair.new)
    lost, gained = _told(_net(before, after), _net(after, before))
    if not any(a.sort == "value" for a in (*lost, *gained)):
        lost, gained = _told(lost + _exchanged(before, after), gained + _exchanged(after, before))
    weight = _weight(old, new, pair, before, after, lost, gained)
    return Difference(tuple(before), tuple(after), tuple(lost), tuple(gained), weight)


def _net(mine: Sequence[Atom], other: Sequence[Atom]) -> list[Atom]:
    """The atoms that only one side has; of those that count by number, the last ones beyond the other's number."""
    known = {(a.sort, a.key) for a in other}
    spare = Counter(a.sort for a in mine if a.sort in _COUNTED)
    spare.subtract(Counter(a.sort for a in other if a.sort in _COUNTED))
    out: list[Atom] = []
    for a in reversed(mine):
        if a.sort in _COUNTED:
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


def _weight(old: Reading, new: Reading, pair: Pair, before: Sequence[Atom], after: Sequence[Atom],
            lost: Sequence[Atom], gained: Sequence[Atom]) -> float:  # fmt: skip
    if not pair.old or not pair.new:
        return 0.0 if _only_heading(_words(new if pair.new else old, pair.new or pair.old), after or before) else 9.0
    was, now = _words(old, pair.old), _words(new, pair.new)
    hunks, rewritten = _rewriting(was, now)
    if _ticked_otherwise(old, new, pair):
        return 9.0
    renamed = (bool(gained) or not lost) and _only_heading(was, before) and _only_heading(now, after)
    if hunks == 0 or renamed:
        return 0.0
    swap = _swapped(before, after) and _agents(old, pair.old) == _agents(new, pair.new)
    acting = _acting(old, pair.old), _acting(new, pair.new)
    other_actor = bool(acting[0] - acting[1] and acting[1] - acting[0])
    more = Counter((a.sort, a.key) for a in after) - Counter((a.sort, a.key) for a in before)
    less = Counter((a.sort, a.key) for a in before) - Counter((a.sort, a.key) for a in after)
    if not (swap or other_actor or lost or gained or more or less or _reordered(before, after)):
        return 0.0
    strong = _sum(_WEIGHTS, gained, lost) + SWAPPED * swap + ACTOR * other_actor
    weak = _sum(_LIGHT, gained, lost)
    if hunks > 2:
        plain = min(4, len({a.key for a in lost if a.sort == "plain"}))
        weak -= 0.5 * plain + 0.35 * (min(hunks, 8) - 3) + 1.5 * rewritten
    if _reordered(before, after) and rewritten < 0.15:
        strong += 1.5 * SWAPPED
    if any(a.sort == "right" for a in gained) and sum(a.sort == "denial" for a in lost) == 1:
        strong += SWAPPED  # what was forbidden is allowed
    plain_only = all(a.sort == "plain" for a in (*lost, *gained)) and not (swap or other_actor)
    tight = _TIGHT.get(hunks, 0.0) if hunks == 1 or rewritten < 0.3 else 0.3
    inserted = hunks == 1 and bool(gained) and not lost and not plain_only
    removed = hunks == 1 and bool(lost) and not gained
    tight = min(tight, 1.2) if plain_only else tight
    return strong + max(weak, -0.3) + tight + 0.8 * (inserted or removed) + DEFINING * _defines(was, now)


def _defines(was: str, now: str) -> bool:
    """Whether a passage defines a word on both sides: whoever touches a definition means it."""
    return _MEANS.match(was) is not None and _MEANS.match(now) is not None


def _sum(weights: dict[str, tuple[float, float]], gained: Sequence[Atom], lost: Sequence[Atom]) -> float:
    total = 0.0
    for side, found in enumerate((gained, lost)):
        by_sort: dict[str, list[str]] = {}
        for a in found:
            by_sort.setdefault(a.sort, []).append(a.key)
        for sort, keys in by_sort.items():
            count = len(keys) if sort in _COUNTED else len(set(keys))
            total += weights.get(sort, (0.0, 0.0))[side] * min(count, _CAP.get(sort, 2))
    return total


def _words(reading: Reading, sentences: Sequence[int]) -> str:
    text, every = reading.outline.document.text, reading.outline.sentences
    return " ".join(text[every[i].start : every[i].end] for i in sentences)


def _rewriting(was: str, now: str) -> tuple[int, float]:
    """In how many places the words differ, and what share of the old words that makes: 0 to 1."""
    one, other = _TOKEN.findall(was.lower()), _TOKEN.findall(now.lower())
    cuts = [op for op in SequenceMatcher(None, one, other, autojunk=False).get_opcodes() if op[0] != "equal"]
    touched = sum(max(i2 - i1, j2 - j1) for _, i1, i2, j1, j2 in cuts)
    return len(cuts), min(1.0, touched / max(1, len(one)))


def _only_heading(words: str, found: Sequence[Atom]) -> bool:
    """Whether a passage is a heading: few words, capitalised, that state nothing."""
    said = re.findall(r"[A-Za-z][\w'’-]*", words)
    long = [w for w in said if len(w) > 3]
    quiet = not any(a.sort in ("value", "blank", "right", "denial", "softening") for a in found)
    return quiet and len(said) <= _HEADING_WORDS and all(w[0].isupper() for w in long) and "|" not in words


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


def _swapped(before: Sequence[Atom], after: Sequence[Atom]) -> bool:
    """Whether one party stands where the other stood, the words around them being the same."""
    one, other = ([(a.sort, a.key) for a in side if a.sort != "plain"] for side in (before, after))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        pairs = zip(one[i1:i2], other[j1:j2], strict=False)
        if tag == "replace" and i2 - i1 == j2 - j1 and any(a[0] == b[0] == "party" and a != b for a, b in pairs):
            return True
    return False


_AGENT = re.compile(rf"\bby (?:the )?[{''.join(SIDES)}](?!['’]s)")


def _agents(reading: Reading, sentences: Sequence[int]) -> int:
    """How many passives name who acts ("indemnified by Licensee"): another number is another voice, not another party."""
    return sum(len(_AGENT.findall(reading.masked[i].words)) for i in sentences)


def _reordered(before: Sequence[Atom], after: Sequence[Atom]) -> bool:
    """Whether the same values stand in another order: 15% and then 5% became 5% and then 15%."""
    one, other = ([a.key for a in side if a.sort == "value"] for side in (before, after))
    return one != other and sorted(one) == sorted(other)


def _acting(reading: Reading, sentences: Sequence[int]) -> set[str]:
    return {side for i in sentences for _, side in actors(reading.masked[i].words)}
