"""Costs that a price covers or that are paid back, listed one by one on the sheet, of which the draft has lost some.

"Travel, lodging and meals" that has become "travel" still says that costs are reimbursed. A cost of which no word is
left in the whole draft was struck out; one that stands elsewhere, or under another name, was not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import EMPTY, concept, phrases, stem
from .matter import Judgement, Matter, protects

LEAST, LONGEST = 3, 3  # items that make a list, and words that make an item of it
_PARTS = phrases(r"(?i)\s*(?:[,;/&]|\band\b|\bor\b|\bas well as\b)\s*")
# what follows such a word says when or whose, and is no item
_TRAILS = phrases(
    r"(?i)\b(?:when|if|where|to|for|of|in|at|on|by|with|from|that|which|during|under|as|while|not|than|after|before|until|who|it|is|are|may|over|above|against|its|her|his|their)\b"
)
_WORD = re.compile(r"[a-z][a-z'-]+")
_LOOSE = frozenset(
    map(
        stem,
        ["reasonable", "actual", "direct", "necessary", "own", "prior", "written", "documented", "proper", "other"],
    )
)


def check(matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """An item of a list of costs that is gone from a draft which has others of them; None where none is."""
    if kind is None or not kind.name.startswith("payment.") or not isinstance(term.agreed, values.Choice):
        return None
    items = _items(term.scope or "")
    here = {stem(w) for i in governing for w in _words(matter.sentence_text(i))}
    said = [i for i in items if any(stem(w) in here for w in i)]
    if len(items) < LEAST or not said:
        return None
    used = {stem(w) for i in said for w in i}
    left = {w for w in _words(matter.text) if stem(w) not in used}
    stems, meant = {stem(w) for w in left}, {concept(w) for w in left}
    lost = [i for i in items if i not in said]
    if not lost or any(stem(w) in stems or concept(w) in meant for i in lost for w in i):
        return None
    gone = ", ".join(" ".join(i) for i in lost)
    return Judgement("changed", None, kept.spans[:1], f"Gone from the draft: {gone}.", protects(term, kind))


def _items(scope: str) -> list[list[str]]:
    """The items of a list, each as its words that carry meaning."""
    heads = (_TRAILS.split(part)[0].lower() for part in _PARTS.split(scope))
    items = ([w for w in _WORD.findall(head) if w not in EMPTY and stem(w) not in _LOOSE] for head in heads)
    return [i for i in items if 0 < len(i) <= LONGEST]


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))
