"""Masked sentences: what a sentence says once number styles, party names and typography are out of the way.

A masked sentence is lower case, its words parted by single spaces, with one private-use character in place of each
typed value and each party. `at` leads from every character of it back to the draft.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from .. import values
from ..outline import Outline, Parties, Sentence

SLOTS = {
    "duration": "\ue000", "money": "\ue001", "percent": "\ue002", "number": "\ue003", "date": "\ue004",
    "place": "\ue005", "multiple": "\ue006", "blank": "\ue007",
    "customer": "\ue010", "provider": "\ue011", "each": "\ue012", "neither": "\ue013", "other": "\ue014",
}  # fmt: skip
SIDES = {SLOTS["customer"]: "customer", SLOTS["provider"]: "provider", SLOTS["each"]: "both", SLOTS["neither"]: "none"}

_EACH = r"each of the parties(?: hereto)?|each party(?: hereto)?|either party(?: hereto)?|either of the parties|both(?: of the)? parties|the parties(?: hereto)?|each side|either side|both sides|(?:customer|client|company) and (?:provider|supplier|consultant|contractor|licensor|vendor) each|each of us|any party|a party"
_NEITHER = r"neither party(?: hereto)?|neither of the parties|no party|neither side|neither of us"
_OTHER = r"(?:the )?other party(?:'s)?|the other(?= (?:shall|will|may|of)\b)|such (?:other )?party|that party|said party|(?:the )?(?:[a-z]+-)?(?:disclosing|receiving|breaching|defaulting|indemnifying|indemnified|terminating|non-breaching|nonbreaching|non-defaulting|protected|affected|aggrieved|requesting|assigning|impacted) party|(?:the )?(?:discloser|recipient|indemnitor|indemnitee)"
# what such words begin with is looked at first, for most words of a draft begin otherwise
_BY_PLACE = re.compile(
    r"(?i)\b(?=[abcdeinoprst]|[a-z]+-)(?:"
    + rf"(?P<neither>{_NEITHER})|(?P<each>{_EACH})|(?P<other>{_OTHER})".replace(" ", r"\s+")  # a line may break there
    + r")(?![\w-])"
)
_ENUMERATOR = re.compile(r"\((?:[a-z]{1,2}|[ivx]{1,5}|[A-H]|\d{1,2})\)(?=\s)")
_TOKEN = re.compile(
    r"[\ue000-\ue01f](?:['’]s?\b|['’](?=\s))?|[^\W_\ue000-\ue01f]+(?:[-'’./&][^\W_\ue000-\ue01f]+)*(?:\(s\))?['’]?|[;%$]"
)


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked sentence: `words` is what cues run on, `at[i]` the span in the draft of the token that has character i."""

    words: str
    starts: tuple[int, ...]  # where each token begins in `words`
    spans: tuple[tuple[int, int], ...]  # where each token stands in the draft
    values: dict[int, values.Found]  # by the position in `words`
    keys: frozenset[str]  # words, their first four letters, and slots: the cheap test before any cue
    lead: int = 0  # how many tokens at the front are those that open the list of which the sentence is an item

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the draft that a stretch of masked words came from; of an item and its lead, the item."""
        first = max(0, bisect_left(self.starts, start + 1) - 1)
        last = max(first, bisect_left(self.starts, end) - 1)
        first = self.lead if first < self.lead <= last else first
        return self.spans[first][0], self.spans[last][1]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """The masked words that a stretch of the draft became."""
        inside = [i for i, (s, e) in enumerate(self.spans) if i >= self.lead and s < end and start < e]
        if not inside:
            return 0, len(self.words)
        last = inside[-1]
        return self.starts[inside[0]], self.starts[last + 1] - 1 if last + 1 < len(self.starts) else len(self.words)


class Masker:
    """Masks the sentences of one draft."""

    def __init__(self, outline: Outline) -> None:
        text = outline.document.text
        self.text = text
        marks: list[tuple[int, int, str, values.Found | None]] = [
            (f.start, f.end, _slot(f), f) for f in values.find(text)
        ]
        named = _parties(text, outline.parties)
        # "the fees paid by Client in the last year" is one value; the place in "New York Web Ltd" is none
        wide = [(m[0], m[1]) for m in marks if m[2] == SLOTS["multiple"]]
        named = [n for n in named if not _overlaps(wide, n[0], n[1])]
        taken = [(s, e) for s, e, _ in named]
        marks = [m for m in marks if not _overlaps(taken, m[0], m[1])] + [(s, e, slot, None) for s, e, slot in named]
        self.dead = sorted({*outline.boxes, *outline.ruled_out})
        marks = [m for m in marks if not _overlaps(self.dead, m[0], m[1])]
        self.marks = sorted(marks, key=lambda m: m[0])
        self._starts = [m[0] for m in self.marks]

    def mask(self, sentence: Sentence) -> Masked:
        """Mask one sentence."""
        words: list[str] = []
        starts: list[int] = []
        spans: list[tuple[int, int]] = []
        found: dict[int, values.Found] = {}
        length = 0
        lead = self._tokens(*sentence.lead) if sentence.lead else []
        for token, start, end, value in [*lead, *self._tokens(sentence.start, sentence.end)]:
            starts.append(length)
            spans.append((start, end))
            if value:
                found[length] = value
            words.append(token)
            length += len(token) + 1
        joined = " ".join(words)
        return Masked(joined, tuple(starts), tuple(spans), found, _keys(words), len(lead))

    def _tokens(self, start: int, end: int) -> list[tuple[str, int, int, values.Found | None]]:
        out: list[tuple[str, int, int, values.Found | None]] = []
        at = start
        for s, e, slot, value in self.marks[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if s < at or e > end:
                continue
            out += self._plain(at, s)
            tail = re.match(r"['’]s?(?!\w)", self.text[e : e + 2]) if value is None else None
            e += len(tail[0]) if tail else 0
            out.append((slot + ("'s" if tail else ""), s, e, value))
            at = e
        return out + self._plain(at, end)

    def _plain(self, start: int, end: int) -> list[tuple[str, int, int, values.Found | None]]:
        chunk = self.text[start:end]
        for s, e in self.dead[max(0, bisect_left(self.dead, (start, start)) - 1) : bisect_left(self.dead, (end, end))]:
            s, e = max(s, start) - start, min(e, end) - start
            if s < e:
                chunk = chunk[:s] + " " * (e - s) + chunk[e:]
        if "(" in chunk:
            chunk = _ENUMERATOR.sub(lambda m: " " * len(m[0]), chunk)
        return [
            (m[0].lower().replace("’", "'"), start + m.start(), start + m.end(), None) for m in _TOKEN.finditer(chunk)
        ]


def _slot(found: values.Found) -> str:
    return SLOTS.get(found.type, SLOTS["number"])


def _keys(words: list[str]) -> frozenset[str]:
    return frozenset(key for word in set(words) for key in _keys_of(word))


@lru_cache(maxsize=50_000)
def _keys_of(word: str) -> tuple[str, ...]:
    """A word, and what a cue may ask for in its stead: its slot, or its first letters and those of its parts."""
    if "\ue000" <= word[0] <= "\ue01f":
        return word, word[0]
    return word, word[:4], word[:3], *(part[:4] for part in word.split("-")[1:])


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (start, start))
    return any(s < end and start < e for s, e in taken[max(0, at - 1) : at + 2])


def _parties(text: str, parties: Parties) -> list[tuple[int, int, str]]:
    """Every mention of a party, by name or by role; names keep their capitals ("the Company", not "a company")."""
    names: dict[str, str] = {}
    for side in ("provider", "customer"):
        party = parties.customer if side == "customer" else parties.provider
        for name in (party.name, *party.called):
            if name:
                names.setdefault(name, SLOTS[side])
                names.setdefault(name.upper(), SLOTS[side])
    out: list[tuple[int, int, str]] = []
    if names:
        one = re.compile(
            r"(?<![\w-])(?:[Tt]he |THE )?("
            + "|".join(_broken(n) for n in sorted(names, key=len, reverse=True))
            + r")(?![\w$€£-])"
        )
        whole = {"".join(n.split()): slot for n, slot in names.items()}
        out += [(m.start(), m.end(), whole["".join(m[1].split())]) for m in one.finditer(text)]
    out += [(m.start(), m.end(), SLOTS[m.lastgroup or "each"]) for m in _BY_PLACE.finditer(text)]
    out.sort(key=lambda m: (m[0], -m[1]))
    kept: list[tuple[int, int, str]] = []
    for m in out:
        if not kept or m[0] >= kept[-1][1]:
            kept.append(m)
    return _coordinated(text, kept)


_COORDINATED = re.compile(r"\s+(?:and|or|nor|and/or)\s+(?:by\s+)?")
_NEITHER_OF = re.compile(r"\b[Nn]either\s+(?:by\s+)?$")
_BOTH_OF = re.compile(r"\b(?:[Ee]ither|[Bb]oth|[Ee]ach\s+of)\s+(?:by\s+)?$")


def _coordinated(text: str, named: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Both parties named in one breath ("neither Buyer nor Seller", "by Buyer or by Seller") are each or neither of them."""
    both = {SLOTS["customer"], SLOTS["provider"]}
    out: list[tuple[int, int, str]] = []
    for start, end, slot in named:
        first = out[-1] if out else None
        if first and {first[2], slot} == both and _COORDINATED.fullmatch(text, first[1], start):
            lead = text[max(0, first[0] - 20) : first[0]]
            opened = _NEITHER_OF.search(lead) or _BOTH_OF.search(lead)
            begin = first[0] - (len(lead) - opened.start()) if opened else first[0]
            word = "neither" if opened and _NEITHER_OF.search(lead) else "each"
            out[-1] = (begin, end, SLOTS[word])
        else:
            out.append((start, end, slot))
    return out


def _broken(name: str) -> str:
    """A name as it stands where a line breaks in it, after a space or a hyphen."""
    return r"\s+".join(re.escape(word).replace(r"\-", r"-\s?") for word in name.split())
