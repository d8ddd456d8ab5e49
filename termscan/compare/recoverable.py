"""Losses that were to be excluded for everybody, and that the draft gives back to one side.

"Neither party answers for lost profits (other than those of Maker while the line stands still)" excludes them for the
other side alone. A loss has an owner, and an exclusion for both that names one owner among its exceptions is one-sided.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..extract.masking import SLOTS
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import content
from .matter import Judgement, Matter
from .novelty import said, short, weakened

_ONE = rf"[{SLOTS['customer']}{SLOTS['provider']}](?: ?'?s)?"
_LOSS = r"(?:profits?|revenues?|goodwill|good will|sales|margins?|savings|business|production|interruption|loss of use|income|custom)"
_NEVER_LIABLE = r"(?:(?:shall|will|be|is|are) (?:\S+ )?liable|in no event|neither|no event)"  # the rule itself
_ON = rf"(?:(?!{_NEVER_LIABLE})[^\s;]+ )"
# "does not apply to the revenue that Maker forgoes", "except Maker's loss of business"
_TAKEN_OUT = re.compile(
    rf"(?<!\S)(?:except|save|other than|excluding|apart from|but not|unless|(?:not|neither)(?: however)? (?:apply|extend|limit|exclude|affect|include|cover)) (?:{_ON}){{0,60}}?"
    rf"(?:{_ONE} (?:{_ON}){{0,6}}?{_LOSS}(?!\S)|{_LOSS} (?:{_ON}){{0,6}}?(?:by|of|to|which|that|for) {_ONE}(?!\S))"
)
# "the profits so lost being recoverable", "shall recover in full"
_RECOVERABLE = re.compile(
    rf"(?<!\S){_LOSS} (?:(?!not|no|nor|neither)[^\s;]+ ){{0,25}}?(?:(?:being|be|is|are|remains?) (?:nonetheless |nevertheless |fully |always )?recoverable|(?:may|shall|can) recover|be (?:made good|compensated|reimbursed))(?!\S)"
)
_LOST = re.compile(r"(?<!\S)(?:lost|lose|loses|losing|loss of|losses of|forgo\S*|forego\S*)(?!\S)")
NEXT = (0, 1, 2)  # sentences of the section from the exclusion on that go on about it


def check(matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """What gives an excluded loss back to one side; None where nothing does, or the sheet itself speaks of it."""
    if kind is None or kind.name != "liability.excluded_losses":
        return None
    near = {i for g in governing for i in matter.beside(g, *NEXT)}
    for index, masked in enumerate(matter.reading.masked):
        m = _RECOVERABLE.search(masked.words) if index in near or _LOST.search(masked.words) else None
        m = m or (_TAKEN_OUT.search(masked.words) if index in near else None)
        if m is None:
            continue
        start, end = masked.span(*m.span())
        if not set(content(matter.text[start:end])) - said(term):
            continue
        message = f'The losses are excluded, but some are given back: "{short(matter.text[start:end])}".'
        return weakened(term, kind, kept, start, end, message)
    return None
