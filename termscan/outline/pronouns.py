"""Whom a draft means by "we" and by "you", where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import PartyName, Side

Span = tuple[int, int]

_OTHER: dict[Side, Side] = {"customer": "provider", "provider": "customer"}
_WORD = r"(?:we|us|our|you|your)"
_QUOTE = r"[\"“”‘’']"
_NEAR = 300  # characters between a name and the bracket that says what it is called
# Harrow Ltd ("we", "us"), the Customer ("you")
_BRACKET = re.compile(rf"\((?=[^()]*{_QUOTE}(?i:(?P<word>{_WORD})){_QUOTE})(?P<inside>[^()]{{2,160}})\)")
# "You" means the Customer; "we", "us" and "our" refer to Harrow
_MEANS = re.compile(
    rf"{_QUOTE}(?i:(?P<word>{_WORD})){_QUOTE}(?:,?\s*(?:and|or)?\s*{_QUOTE}\w+{_QUOTE})*\s+"
    r"(?:(?:shall\s+)?means?|(?:shall\s+)?refers?\s+to|is|are)\s+(?:the\s+)?"
)
# we, the Agency, will; You (Customer) may
_IN_OTHER_WORDS = re.compile(r"\b(?P<word>[Ww]e|us|[Yy]ou)(?:,\s+|\s+\()(?:the\s+)?")
_AFTER_IT = re.compile(r"\s*[,)]")


def we(text: str, customer: PartyName, provider: PartyName) -> Side | None:
    """The side that calls itself "we" (the other is "you"), or None where the draft says nothing of it, or two things."""
    if not re.search(r"\b[Ww]e\b|\b[Yy]ou\b", text):
        return None
    names = _names(customer, provider)
    if not names:
        return None
    any_name = re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")(?![\w-])"
    )
    said = {_we(word, side) for word, side in _said(text, names, any_name)}
    return said.pop() if len(said) == 1 else None


def _names(customer: PartyName, provider: PartyName) -> dict[str, Side]:
    out: dict[str, Side] = {}
    sides: Sequence[tuple[Side, PartyName]] = (("customer", customer), ("provider", provider))
    for side, party in sides:
        out |= {name: side for name in (party.name, *party.called) if name and not re.fullmatch(_WORD, name, re.I)}
    return out


def _said(text: str, names: dict[str, Side], any_name: re.Pattern[str]) -> Iterator[tuple[str, Side]]:
    """Each pronoun that the draft explains, with the side that it stands for."""
    for m in _BRACKET.finditer(text):
        inside = any_name.search(m["inside"])
        before = list(any_name.finditer(text, max(0, m.start() - _NEAR), m.start()))
        name = inside or (before[-1] if before else None)
        if name:
            yield m["word"], names[name[0]]
    for pattern, after in ((_MEANS, None), (_IN_OTHER_WORDS, _AFTER_IT)):
        for m in pattern.finditer(text):
            name = any_name.match(text, m.end())
            if name and (after is None or after.match(text, name.end())):
                yield m["word"], names[name[0]]


def _we(word: str, side: Side) -> Side:
    return _OTHER[side] if word.lower() in ("you", "your") else side


def other(side: Side) -> Side:
    return _OTHER[side]
