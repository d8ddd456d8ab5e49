"""The cue language of the rules, compiled to regular expressions over masked sentences.

`pay* .... within {value}` reads: a word that begins with "pay", anything up to thirty words, "within", and the value of
the kind. See CONTRIBUTING.md for the whole language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from .masking import SLOTS

_PARTY = "[" + "".join(SLOTS[k] for k in ("customer", "provider", "each", "neither", "other")) + "](?:'s)?"
_VALUES = {
    "duration": SLOTS["duration"], "money": SLOTS["money"], "percent": "[" + SLOTS["percent"] + SLOTS["multiple"] + "]",
    "number": SLOTS["number"], "date": SLOTS["date"], "place": SLOTS["place"],
    "multiple": "[" + SLOTS["multiple"] + SLOTS["money"] + SLOTS["percent"] + "]",
}  # fmt: skip
_NAMED = SLOTS["customer"] + SLOTS["provider"]
_PARTY_KEYS = frozenset(SLOTS[k] for k in ("customer", "provider", "each", "neither", "other"))
# a gap may be up to so many words; straight after a party it does not run over another: what follows is said of this one
_GAPS = {"..": "(?:[^ ;]+ ){0,4}?", "...": "(?:[^ ;]+ ){0,12}?", "....": "(?:[^ ]+ ){0,30}?"}
_BEGINS = r"(?<!\S)"
_PIECE = re.compile(r"\s*(\.{2,4}|\{\w+\}|\(|\)\??|\||[^\s(){}|]+)")
_END = ""  # stands behind the last piece
_CLOSING = frozenset([")", ")?", "|", _END])
_NO_WORD = frozenset(["(", *_CLOSING, *_GAPS])
_SLOT_OF_TYPE = {
    "money": "money",
    "percent": "percent",
    "duration": "duration",
    "multiple": "multiple",
    "number": "number",
    "date": "date",
    "place": "place",
    "party": "party",
}


class CueError(ValueError):
    """A cue that does not follow the cue language; `str()` says what is wrong with it."""


@dataclass(frozen=True)
class Cue:
    """One compiled cue. `needs` are sets of keys of which a sentence must have one each before the pattern is tried.

    The pattern is for words that have a space after each, the last one too.
    """

    source: str
    pattern_source: str
    needs: tuple[frozenset[str], ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.pattern_source)

    def possible(self, keys: frozenset[str]) -> bool:
        """Whether a sentence with these keys can match at all."""
        for need in self.needs:  # noqa: SIM110 (asked of every cue in every sentence: twice as fast as any)
            if need.isdisjoint(keys):
                return False
        return True

    def search(self, words: str) -> re.Match[str] | None:
        """The first match in masked words."""
        return self.pattern.search(words + " ")

    def finditer(self, words: str) -> Iterator[re.Match[str]]:
        """Every match in masked words."""
        return self.pattern.finditer(words + " ")


def compile_cue(source: str, types: Sequence[str] = ()) -> Cue:
    """Compile one cue.

    Args:
        source: the cue as the rule has it.
        types: the value types of its kind, which say what `{value}` stands for.

    Raises:
        CueError: an unknown slot, an unclosed parenthesis, or nothing to match.
    """
    parser = _Parser(source.strip(), types)
    pattern, needs = parser.sequence(first=True, top=True)
    if not needs:
        raise CueError(f'"{source}" has no word or slot that must be there')
    return Cue(source, pattern, tuple(sorted(needs, key=rarity)))


class _Parser:
    """Recursive descent over the pieces of a cue. Every element matches with the space after it."""

    def __init__(self, source: str, types: Sequence[str]) -> None:
        self.source, self.types = source, types
        self.pieces = [*_PIECE.findall(source), _END]
        self.at = 0
        self.has_value = False

    def sequence(self, first: bool, top: bool = False) -> tuple[str, list[frozenset[str]]]:
        """The pattern and needs of what comes next, up to the end of it; `first` says that a match begins with it.

        A match begins with a whole word. That is looked at behind the first word and not before it: a pattern that
        begins with its letters is found several times as fast.
        """
        out: list[str] = []
        needs: list[frozenset[str]] = []
        after_party = False
        while (piece := self.pieces[self.at]) not in _CLOSING:
            self.at += 1
            if first and not out and (piece in _GAPS or (piece == "(" and self.optional())):
                first = False
                out.append(_BEGINS)
            if piece in _GAPS:
                out.append(
                    _GAPS[piece].replace("[^ ", "[^ " + _NAMED) if after_party and piece != ".." else _GAPS[piece]
                )
            elif piece == "(":
                inner, need, optional = self.group(first and not out)
                out.append(f"(?:{inner})?" if optional else inner)
                needs += [] if optional or not need else [need]
            elif piece.startswith("{"):
                pattern, keys = self.slot(piece[1:-1])
                out.append(pattern + " ")
                needs.append(keys)
                after_party = keys <= _PARTY_KEYS
                continue
            else:
                pattern, key = _word(piece, first and not out)
                out.append(pattern)
                needs += key
            after_party = False
        if top and piece != _END:
            raise CueError(f'"{self.source}" has a "{piece}" without its "("')
        return "".join(out), needs

    def optional(self) -> bool:
        """Whether the parenthesis that has just been opened may be left out."""
        depth = 1
        for piece in self.pieces[self.at :]:
            depth += (piece == "(") - (piece in (")", ")?"))
            if depth == 0:
                return bool(piece == ")?")
        return False

    def group(self, first: bool) -> tuple[str, frozenset[str] | None, bool]:
        """A parenthesis with alternatives; the keys of which one must be there, or None when an alternative has none."""
        branches: list[str] = []
        keys: set[str] = set()
        all_keyed = True
        while True:
            pattern, needs = self.alternative(first)
            branches.append(pattern)
            if needs:
                keys |= min(needs, key=rarity) if len(needs) > 1 else needs[0]
            else:
                all_keyed = False
            piece = self.pieces[self.at]
            self.at += 1
            if piece == _END:
                raise CueError(f'"{self.source}" lacks a ")"')
            if piece != "|":
                break
        return "(?:" + "|".join(branches) + ")", frozenset(keys) if all_keyed else None, piece == ")?"

    def alternative(self, first: bool) -> tuple[str, Sequence[frozenset[str]]]:
        """The pattern and needs of one alternative, which mostly is a word alone."""
        piece = self.pieces[self.at]
        if piece in _NO_WORD or piece[0] == "{" or self.pieces[self.at + 1] not in _CLOSING:
            return self.sequence(first)
        self.at += 1
        return _word(piece, first)

    def slot(self, name: str) -> tuple[str, frozenset[str]]:
        if name == "value":
            names = [_SLOT_OF_TYPE[t] for t in self.types if t in _SLOT_OF_TYPE]
            if not names:
                raise CueError(
                    f'"{self.source}" has {{value}}, but a kind of type {" or ".join(self.types)} takes it from its words'
                )
            patterns = [_slot_pattern(n) for n in names]
            keys = frozenset(c for n in names for c in _slot_keys(n))
            label = "" if self.has_value else "?P<value>"
            self.has_value = True
            return f"({label}" + "|".join(patterns) + ")", keys
        if name not in (*_VALUES, *SLOTS, "party", "any"):
            raise CueError(f'"{self.source}" has an unknown slot {{{name}}}')
        return _slot_pattern(name), _slot_keys(name)


# what stands in most sentences of a contract; a cue that asks for one of them would be brought up by nearly all
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "a all an and any are as at be but by for from has have if in is it its may no not of on or other shall such that "
        "the this to under upon which will with within without",
    )
) | {SLOTS["customer"], SLOTS["provider"]}


@cache
def rarity(need: frozenset[str]) -> tuple[int, int, int]:
    """Sorts first what the fewest sentences have: no common words, few keys, and long words, which are rarer."""
    return len(need & _COMMON), len(need), -min(len(key) for key in need)


def _slot_pattern(name: str) -> str:
    if name == "party":
        return _PARTY
    if name in _VALUES:
        inner = _VALUES[name]
        return f"(?:{inner}|{SLOTS['blank']})" if name != "number" else f"[{inner}{SLOTS['blank']}]"
    return SLOTS[name] + r"(?:'s)?"


def _slot_keys(name: str) -> frozenset[str]:
    if name == "party":
        return frozenset(SLOTS[k] for k in ("customer", "provider", "each", "neither", "other"))
    if name in _VALUES:
        return frozenset([*re.findall("[\ue000-\ue01f]", _VALUES[name]), SLOTS["blank"]])
    return frozenset([SLOTS[name]])


@cache
def _word(piece: str, first: bool) -> tuple[str, tuple[frozenset[str], ...]]:
    """A word of a cue as a pattern, and as a need the key that a sentence that has it has too."""
    word = piece.lower().replace("’", "'").strip(',:."')
    if not word or word == "*":
        raise CueError(f'"{piece}" is no word')
    stem = word.removesuffix("*")
    letters = re.escape(stem)
    pattern = rf"{letters}(?<!\S{letters})" if first else letters
    if stem != word:
        return pattern + "[^ ;]* ", (frozenset([stem[:4]]),) if len(stem) >= 3 else ()
    return pattern + " ", (frozenset([word]),)
