"""Signs: words that together bring up a kind of term, in whatever order a drafter puts them.

A cue reads a sentence from left to right; a point that nobody agreed is seldom put in the usual words. A sign is a list
of cues joined by `&`, all of which stand near the first: `(hire|employ*) & (employee*|staff) & (not|never)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from .burden import Burdened, burdened
from .cues import Cue, compile_cue
from .masking import Masked

Span = tuple[int, int]

NEAR = 150  # characters of masked words (about twenty-five words) within which the parts of a sign stand by its first

# words that only sound like a bar, a limit or a rival: no part of a sign stands in them
_SAYS_NOTHING = re.compile(
    r"(?<!\S)(?:(?:but (?:is |are )?|is |are )?not (?:be )?limited to|without (?:any )?limitation|whether or not|in order to|competent|competence|not later than)(?!\S)"
)
BESIDE = 40  # characters on either side of a sign that may still take it back


@dataclass(frozen=True)
class Sign:
    """The compiled parts of a sign, the act first, and whom it binds: a role, or `either` where the words must say."""

    source: str
    binds: str
    parts: tuple[Cue, ...]

    def possible(self, keys: frozenset[str]) -> bool:
        """Whether a sentence with these keys can bear the sign at all."""
        return all(p.possible(keys) for p in self.parts)

    def spans(self, words: str) -> Iterator[tuple[Span, Span]]:
        """Every act of the sign with all parts near it: where the act stands, and where the whole."""
        words = _SAYS_NOTHING.sub(lambda m: "-" * len(m[0]), words)
        for act in self.parts[0].finditer(words):
            spans = [act.span(), *(near for p in self.parts[1:] if (near := _nearest(p, words, act.span())))]
            if len(spans) == len(self.parts):
                yield act.span(), (min(s for s, _ in spans), max(e for _, e in spans))


def _nearest(part: Cue, words: str, act: Span) -> Span | None:
    start, end = act
    first = words.rfind(" ", 0, max(0, start - NEAR)) + 1
    found = [(first + m.start(), first + m.end()) for m in part.finditer(words[first : end + NEAR])]
    return min(found, key=lambda span: max(start - span[1], span[0] - end), default=None)


class Signed(NamedTuple):
    """A sign as a sentence bears it: whom it binds, and where its words stand in the masked sentence."""

    binds: Burdened
    start: int
    end: int
    sign: Sign


def signed(kind: Signs, sentence: Masked) -> Iterator[Signed]:
    """The signs of a kind that a sentence bears and that burden somebody: who inspects here may have to admit there."""
    for sign in kind.signs:
        if sign.possible(sentence.keys):
            for act, whole in sign.spans(sentence.words):
                if quieted(kind, sentence.words, *whole):
                    continue
                binds = burdened(sentence.words, *act) if sign.binds == "either" else sign.binds
                if binds is not None:
                    yield Signed(binds, *whole, sign)  # type: ignore[arg-type]


def quieted(kind: Signs, words: str, start: int, end: int) -> bool:
    """Whether words in or beside a passage say that it burdens nobody."""
    return any(c.search(words[max(0, start - BESIDE) : end + BESIDE]) for c in kind.quiet)


class Signs(Protocol):
    """What of a compiled kind is needed here."""

    @property
    def signs(self) -> tuple[Sign, ...]: ...

    @property
    def quiet(self) -> tuple[Cue, ...]: ...


def compile_signs(signs: Mapping[str, tuple[str, ...]]) -> tuple[Sign, ...]:
    """Compile the signs of a rule, by whom they bind.

    Raises:
        CueError: a part that does not follow the cue language.
    """
    return tuple(
        Sign(source, binds, tuple(compile_cue(part) for part in source.split(" & ")))
        for binds, sources in signs.items()
        for source in sources
    )
