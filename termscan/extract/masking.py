"""Masked sentences: what a sentence says once number styles, party names and typography are out of the way.

A masked sentence is lower case, its words parted by single spaces, with one private-use character in place of each
typed value and each party. `at` leads from every character of it back to the draft.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, zip_longest

from .. import values
from ..model import Side
from ..outline import Outline, Parties, Sentence
from ..outline.pronouns import other
from ..values.reading import in_lower_case
from .table_heads import cells, heads

SLOTS = {
    "duration": "\ue000", "money": "\ue001", "percent": "\ue002", "number": "\ue003", "date": "\ue004",
    "place": "\ue005", "multiple": "\ue006", "blank": "\ue007",
    "customer": "\ue010", "provider": "\ue011", "each": "\ue012", "neither": "\ue013", "other": "\ue014",
}  # fmt: skip
SIDES = {SLOTS["customer"]: "customer", SLOTS["provider"]: "provider", SLOTS["each"]: "both", SLOTS["neither"]: "none"}
# what patterns of masked words look for: one side by name; whoever is named, one side, both or another
ONE_SIDE = f"[{SLOTS['customer']}{SLOTS['provider']}]"
ANYBODY = f"[{''.join(SIDES)}{SLOTS['other']}]"

# "an arrangement to which it is a party" names nobody
_NOT_BEFORE_PARTY = "".join(
    rf"(?<!\b{word}\s)" for word in ("is", "are", "was", "be", "being", "become", "becomes", "as", "not")
)
_EACH = (
    r"each of the parties(?: hereto)?|each party(?: hereto)?|either party(?: hereto)?|either of the parties|both(?: of the)? parties|the parties(?: hereto)?|each side|either side|both sides|(?:either|both|one) of us|we both|we each|you (?:and|or) (?:we|us)|(?:we|us) (?:and|or) you|(?:customer|client|company) and (?:provider|supplier|consultant|contractor|licensor|vendor) each|each of us|any party|"
    + _NOT_BEFORE_PARTY
    + "a party"
)
_NEITHER = r"neither party(?: hereto)?|neither of the parties|no party|neither side|neither of us"
_OTHER = r"(?:the )?other party(?:'s)?|the other(?= (?:shall|will|may|of)\b)|such (?:other )?party|that party|said party|(?:the )?(?:[a-z]+-)?(?:disclosing|receiving|breaching|defaulting|indemnifying|indemnified|terminating|non-breaching|nonbreaching|non-defaulting|protected|affected|aggrieved|requesting|assigning|impacted) party|(?:the )?(?:discloser|recipient|indemnitor|indemnitee)"
# what such words begin with is looked at first, for most words of a draft begin otherwise; in lower case, which runs
# twice as fast as a pattern that minds no case
_BY_PLACE = re.compile(
    r"\b(?=[abcdeinoprstwy]|[a-z]+-)(?:"
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
    # the tokens that stand elsewhere: what opens the list of which the sentence is an item, the heads over its cells
    borrowed: frozenset[int] = frozenset()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the draft that a stretch of masked words came from; of an item and its lead, the item."""
        first = max(0, bisect_left(self.starts, start + 1) - 1)
        last = max(first, bisect_left(self.starts, end) - 1)
        own = [i for i in range(first, last + 1) if i not in self.borrowed] if self.borrowed else [first, last]
        first, last = (own[0], own[-1]) if own else (first, last)
        return self.spans[first][0], self.spans[last][1]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """The masked words that a stretch of the draft became."""
        inside = [i for i, (s, e) in enumerate(self.spans) if i not in self.borrowed and s < end and start < e]
        if not inside:
            return 0, len(self.words)
        last = inside[-1]
        return self.starts[inside[0]], self.starts[last + 1] - 1 if last + 1 < len(self.starts) else len(self.words)


Token = tuple[str, tuple[int, int], values.Found | None]  # a word or a slot, where it stands, the value
Mark = tuple[int, int, str, values.Found | None]  # from, to, the token that stands there, the value


class Masker:
    """Masks the sentences of one draft."""

    def __init__(self, outline: Outline) -> None:
        text = outline.document.text
        self.text = text
        marks: list[Mark] = [(_without_net(text, f), f.end, _slot(f), f) for f in values.find(text)]
        marks = sorted([*(_rhythm(text, m) for m in marks), *_until_anniversaries(text)], key=lambda m: m[0])
        marks = sorted([*marks, *_alone_in_cells(text, outline.sentences, marks)], key=lambda m: m[0])
        named = _parties(text, outline.parties)
        named = _with_pronouns(text, named, outline.parties.we or _we_beside(text, outline.sentences, named))
        # "the fees paid by Client in the last year" is one value; the place in "New York Web Ltd" is none
        wide = [(m[0], m[1]) for m in marks if m[2] == SLOTS["multiple"]]
        named = [n for n in named if not _overlaps(wide, n[0], n[1])]
        taken = [(s, e) for s, e, _ in named]
        marks = [m for m in marks if not _overlaps(taken, m[0], m[1])] + [(s, e, slot, None) for s, e, slot in named]
        at_large = (m.span("at_large") for m in _AT_LARGE.finditer(in_lower_case(text)))
        names = (m.span() for m in _NAMES_HIM.finditer(text))
        self.dead = sorted({*outline.boxes, *outline.ruled_out, *names, *at_large})
        marks = [m for m in marks if not _overlaps(self.dead, m[0], m[1])]
        self.marks = sorted(marks, key=lambda m: m[0])
        self._starts = [m[0] for m in self.marks]
        self.heads = heads(text, outline.sentences, self._slot_at)

    def mask(self, sentence: Sentence) -> Masked:
        """Mask one sentence."""
        tokens: list[Token] = []
        borrowed: list[int] = []
        for lends, some in self._read_together(sentence):
            borrowed += range(len(tokens), len(tokens) + len(some)) if lends else ()
            tokens += some
        words = [word for word, _, _ in tokens]
        starts = tuple(accumulate((len(word) + 1 for word in words), initial=0))[: len(words)]
        found = {start: value for start, (_, _, value) in zip(starts, tokens) if value}
        spans = tuple(span for _, span, _ in tokens)
        return Masked(" ".join(words), starts, spans, found, keys_of(words), frozenset(borrowed))

    def _read_together(self, sentence: Sentence) -> Iterator[tuple[bool, list[Token]]]:
        """The tokens of a sentence, with those that it borrows where they are read: a row has its heads before its cells."""
        lent = self.heads.get(sentence.start, ())
        own = cells(self.text, sentence) if lent else [(sentence.start, sentence.end)]
        above = (sentence.lead,) if sentence.lead else lent
        for head, cell in zip_longest(above, own):
            if head and cell:
                yield True, self._tokens(*head)
            if cell:
                yield False, self._tokens(*cell)

    def _slot_at(self, start: int, end: int) -> str:
        """The slot of the value that a stretch begins with; one slot for every party."""
        at = bisect_left(self._starts, start)
        slot = self.marks[at][2] if at < len(self.marks) and self.marks[at][0] == start < end else ""
        return SLOTS["each"] if slot in SIDES else slot

    def _tokens(self, start: int, end: int) -> list[Token]:
        out: list[Token] = []
        at = start
        for s, e, slot, value in self.marks[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if s < at or e > end:
                continue
            out += self._plain(at, s)
            tail = re.match(r"['’]s?(?!\w)", self.text[e : e + 2]) if value is None else None
            e += len(tail[0]) if tail else 0
            out.append((slot + ("'s" if tail else ""), (s, e), value))
            at = e
        return out + self._plain(at, end)

    def _plain(self, start: int, end: int) -> list[Token]:
        dead = self.dead[max(0, bisect_left(self.dead, (start, start)) - 1) : bisect_left(self.dead, (end, end))]
        if not dead and self.text.find("(", start, end) < 0:
            return [(_word(m[0]), m.span(), None) for m in _TOKEN.finditer(self.text, start, end)]
        chunk = self.text[start:end]
        for s, e in dead:
            s, e = max(s, start) - start, min(e, end) - start
            if s < e:
                chunk = chunk[:s] + " " * (e - s) + chunk[e:]
        chunk = _ENUMERATOR.sub(lambda m: " " * len(m[0]), chunk)
        return [(_word(m[0]), (start + m.start(), start + m.end()), None) for m in _TOKEN.finditer(chunk)]


# "including, but not limited to," says no more than "including", and limits nothing
_AT_LARGE = re.compile(
    r"\binclud(?:es?|ed|ing)\b[\s,(]*(?P<at_large>(?:but\s+)?(?:(?:is|are)\s+)?(?:not\s+(?:necessarily\s+)?limited\s+to\b|without\s+(?:limitation|being\s+limited\s+to)\b))"
)
# "each Party (as the case may be, the "Indemnifying Party") shall": only a name for the one who is just being spoken of
_NAMES_HIM = re.compile(
    r"\(\s*[^()\"“]{0,40}[\"“](?:[A-Z][\w-]*\s+){1,2}Party[\"”]\s*\)|\(\s*[^()\"“]{0,40}[\"“](?:Indemnitor|Indemnitee|Discloser|Recipient)[\"”]\s*\)"
)
_NET = re.compile(r"net\b[\s-]*", re.IGNORECASE)


def _without_net(text: str, found: values.Found) -> int:
    """Where a value begins; of "net 30" the number, for the word says what the days are for."""
    net = _NET.match(text, found.start, found.end) if found.type == "duration" else None
    return net.end() if net else found.start


_EVERY = re.compile(
    r"\b(?:for\s+)?(?:every|each)\s+(?:period\s+of\s+)?\Z|\bat\s+intervals\s+of\s+(?:not\s+more\s+than\s+)?\Z",
    re.IGNORECASE,
)
_RHYTHMS = {
    ("weeks", 1): "weekly", ("weeks", 2): "fortnightly", ("months", 1): "monthly", ("months", 3): "quarterly",
    ("quarters", 1): "quarterly", ("months", 6): "half-yearly", ("months", 12): "annually", ("years", 1): "annually",
}  # fmt: skip


def _rhythm(text: str, mark: Mark) -> Mark:
    """ "every three months" is no length but a rhythm: cues read "quarterly"."""
    start, end, _, found = mark
    value = found.value if found else None
    if not isinstance(value, values.Duration) or value.amount is None:
        return mark
    every = _EVERY.search(text, max(0, start - 40), start)
    word = _RHYTHMS.get((value.unit, int(value.amount))) if every and value.amount == int(value.amount) else None
    return (every.start(), end, word, None) if every and word else mark


# an anniversary is a length where something goes on until then; on others something is done
_GOES_ON_UNTIL = re.compile(
    r"\b(?:until|till|before|to|through|than|by|(?:end|expire|lapse|terminate|cease|run\s+out)s?\b(?:[^.;]|\.(?=\d)){0,220}\b(?:on|at|upon|with))"
    r"\s+(?:the|its)\s+\Z",
    re.IGNORECASE,
)


def _until_anniversaries(text: str) -> list[Mark]:
    """ "until the third anniversary of": the ordinal gives three years; the word "anniversary" stays for cues.

    So does "until the end of the third contract year", all of it.
    """
    return [
        (
            found.start,
            _ordinal_ends(text, found),
            _slot(found),
            found,
        )
        for found in values.find_anniversaries(text)
        if _GOES_ON_UNTIL.search(text, max(0, found.start - 250), found.start)
    ]


def _ordinal_ends(text: str, found: values.Found) -> int:
    """Where the words end that give the length: the ordinal before "anniversary", or all of "the end of Year 3"."""
    said = text[found.start : found.end]
    return found.start + len(re.split(r"[\s-]", said, maxsplit=1)[0]) if "annivers" in said.lower() else found.end


def _alone_in_cells(text: str, sentences: Iterable[Sentence], marks: list[Mark]) -> Iterator[Mark]:
    """A bare number that is all of a cell counts what its row names ("| Rounds | 2 |"); in a sentence it may number it."""
    starts = {mark[0] for mark in marks}
    for row in sentences:
        for start, end in cells(text, row)[1:] if row.row else ():
            if start not in starts and text[start:end].isdigit() and end - start < 4:
                found = values.find(text[start:end])[0].moved(start)
                yield start, end, _slot(found), found


@lru_cache(maxsize=50_000)
def _word(said: str) -> str:
    """How cues spell a word: in lower case, with straight apostrophes."""
    return said.lower().replace("’", "'")


def _slot(found: values.Found) -> str:
    return SLOTS.get(found.type, SLOTS["number"])


def keys_of(words: list[str]) -> frozenset[str]:
    """What tells cheaply whether a cue can match any of these words."""
    return frozenset().union(*map(_keys_of_word, set(words)))


@lru_cache(maxsize=50_000)
def _keys_of_word(word: str) -> tuple[str, ...]:
    """A word, and what a cue may ask for in its stead: its slot, or its first letters and those of its parts."""
    if "\ue000" <= word[0] <= "\ue01f":
        return word, word[0]
    return word, word[:4], word[:3], *(part[:4] for part in word.split("-")[1:])


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (start, start))
    return any(s < end and start < e for s, e in taken[max(0, at - 1) : at + 2])


_Named = tuple[int, int, str]  # from, to, the slot of a party
_BEFORE_A_NAME = re.compile(r"(?<![\w-])(?:[Tt]he |THE )?\Z")


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
        # what stands before a name is looked at after the name is found: a pattern that begins with letters runs fast
        one = re.compile(f"(?:{'|'.join(_broken(n) for n in sorted(names, key=len, reverse=True))})" + r"(?![\w$€£-])")
        whole = {"".join(n.split()): slot for n, slot in names.items()}
        for said in one.finditer(text):
            before = _BEFORE_A_NAME.search(text, max(0, said.start() - 5), said.start())
            if before:
                out.append((before.start(), said.end(), whole["".join(said[0].split())]))
    out += [(m.start(), m.end(), SLOTS[m.lastgroup or "each"]) for m in _BY_PLACE.finditer(in_lower_case(text))]
    out += list(_in_place_of_party(text, parties.each))
    out.sort(key=lambda m: (m[0], -m[1]))
    kept: list[tuple[int, int, str]] = []
    for m in out:
        if not kept or m[0] >= kept[-1][1]:
            kept.append(m)
    return _coordinated(text, kept)


def _in_place_of_party(text: str, words: tuple[str, ...]) -> Iterator[_Named]:
    """The mentions of either party by a word that a draft uses instead of "party": "each Venturer", "no Venturer"."""
    if not words:
        return
    said = re.compile(
        rf"\b(?:(?P<neither>(?:[Nn]either|[Nn]o|[Nn]one)\s+(?:of\s+the\s+)?)|(?P<other>(?:[Tt]he\s+)?(?:[Oo]ther|[Rr]emaining)\s+|(?:[Tt]hat|[Ss]uch)\s+)"
        rf"|(?P<each>(?:(?:[Ee]ach|[Ee]ither|[Bb]oth|[Aa]ny|[Aa]ll|[Ee]very)\s+(?:of\s+)?)?(?:[Tt]he\s+|[Aa]n?\s+)?))(?:{'|'.join(sorted(words, key=len, reverse=True))})\b(?![\w-])"
    )
    for m in said.finditer(text):
        yield m.start(), m.end(), SLOTS[m.lastgroup or "each"]


_PRONOUN = re.compile(
    r"\b(?:(?P<we>[Ww]e|WE|us)|(?P<our>[Oo]urs?|OURS?)|(?P<you>[Yy]ou|YOU)|(?P<your>[Yy]ours?|YOURS?))\b(?!-)"
)
_TOGETHER = re.compile(r"\b(?:together|both|each|all|agree|parties|between\s+us)\b")
_GIVEN = re.compile(
    r"\b(?:to|for|from|send|sends|give|gives|pay|pays|owe|tell|let|ask|show|of|by|with)\s+(?:the\s+)?\Z"
)


def _with_pronouns(text: str, named: list[_Named], we: Side | None) -> list[_Named]:
    """With "we" and "you" as names, where it is known whose they are."""
    if we is None:
        return named
    ours, yours = SLOTS[we], SLOTS[other(we)]
    slots = {"we": ours, "our": ours + "'s", "you": yours, "your": yours + "'s"}
    said = [(m.start(), m.end(), slots[m.lastgroup or "we"]) for m in _PRONOUN.finditer(text)]
    taken = [(start, end) for start, end, _ in named]
    free = [mention for mention in said if not _overlaps(taken, mention[0], mention[1])]
    return _coordinated(text, sorted([*named, *free]))


def _we_beside(text: str, sentences: Iterable[Sentence], named: list[_Named]) -> Side | None:
    """Who "we" are where no words say it: whoever is not the one party that a sentence names beside "you", or gives to.

    Every such sentence of the draft has to say the same.
    """
    votes: set[Side] = set()
    starts = [mention[0] for mention in named]
    for sentence in sentences if _PRONOUN.search(text) else ():
        said = {m.lastgroup for m in _PRONOUN.finditer(text, sentence.start, sentence.end)}
        spoken_of = {"we" for group in said if group in ("we", "our")} | {
            "you" for group in said if group in ("you", "your")
        }
        beside = named[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        sides = {SIDES.get(slot) for _, _, slot in beside}
        if len(spoken_of) != 1 or len(sides) != 1 or _TOGETHER.search(text, sentence.start, sentence.end):
            continue
        side, us = sides.pop(), spoken_of == {"we"}
        if side not in ("customer", "provider") or (
            us and not all(_GIVEN.search(text, max(0, s - 12), s) for s, _, _ in beside)
        ):
            continue
        votes.add(other(side) if us else side)  # type: ignore[arg-type]
    return votes.pop() if len(votes) == 1 else None


_COORDINATED = re.compile(r"\s+(?:and|or|nor|and/or)\s+(?:by\s+)?", re.IGNORECASE)
_NEITHER_OF = re.compile(r"\bneither\s+(?:by\s+)?$", re.IGNORECASE)
_BOTH_OF = re.compile(r"\b(?:either|both|each\s+of)\s+(?:by\s+)?$", re.IGNORECASE)


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
