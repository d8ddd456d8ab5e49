"""What holds only where one side pleases: "should Maker so prefer", "where it thinks this sensible", "if the board of Buyer is content".

A promise that hangs on nothing but the will of the one who gave it is none (Corbin on Contracts, on illusory promises).
What the term's own side may please takes nothing from it, nor does a choice that the sheet names.
"""

from __future__ import annotations

import re

from ..extract.masking import SIDES, SLOTS
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import concepts
from .matter import Judgement, Matter, protects
from .novelty import said, short, weakened
from .propositions import actors
from .wills import relying

NEAR = 240  # masked characters between the words that count and the condition
_ONE = f"{SLOTS['customer']}{SLOTS['provider']}"
_OPENS = r"(?:if|where|when|whenever|should|provided(?: that)?|(?:in )?so far as|insofar as|to the extent(?: that)?|as far as)"
_WHO = rf"(?P<who>[{_ONE}](?:'s (?:own )?(?:board|management|directors|\S+ committee))?|it|he|she|they)"
_LED = r"(?:the )?(?:board(?: of directors)?|management|directors|chairman|president|\S+ committee) of "
_ASIDE = r"(?: (?:then|so|itself|has|have|had|shall|will|may|is|be|are|by|in its|sole|own|absolute|discretion|judgment|opinion|still|at that time|on reflection))*?"
_WILL = (
    r"(?: so (?:wish|choose|elect|prefer|resolve|decide|desire|determine|agree)\w*"
    r"| (?:think|find|consider|deem|judge|regard|believe|see)s? (?:(?:this|that|it|them|the same|such|so|to be|fit|proper|right|good|reason|cause|as|be) ?){0,3}(?!to(?!\S))"
    r"| (?:content|agreeable|willing|minded|inclined|disposed|satisfied|happy|prepared)(?!\S)"
    r"| confirmed (?:its|their|his|her) (?:wish|will|intention)"
    r"| (?:wish|prefer|like|please|choose|elect|desire)(?:s|es)?(?= (?:shall|will|may|must|be)(?!\S)| ;|$))"
)
_PLEASES = re.compile(rf"(?<!\S){_OPENS} (?:{_LED})?{_WHO}{_ASIDE}{_WILL}")
_OF_ANOTHER = ("term.renewal_notice",)  # said in the sentence of another kind, on which the condition bears
_CHOICE = concepts(
    ["choice choose select prefer wish option discretion judgment consider elect consent approve satisfied"]
)


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """A kept term with a condition of the other side's mere will; None where there is none, or it was agreed."""
    if _CHOICE & said(term) or (kind is not None and (kind.type == "place" or kind.name in _OF_ANOTHER)):
        return None
    served = protects(term, kind) if kind is not None else relying(matter, term) or matter.sheet.our_side
    for index in sorted({matter.sentence_at(s) for _, s, _ in kept.spans}):
        masked = matter.reading.masked[index]
        if kind is None and ";" in masked.words:
            continue  # of the items of a list, nobody knows which one the plain words mean
        ends = [masked.locate(s, e) for _, s, e in kept.spans if matter.sentence_at(s) == index]
        for m in _PLEASES.finditer(masked.words):
            acting = _last(masked.words[: m.start()])
            who = SIDES.get(m["who"][0]) or acting
            own = served not in ("customer", "provider") and who == acting  # a right of both is a choice of each
            if who in ("customer", "provider") and who != served and not own and _by(masked.words, m, ends):
                start, end = masked.span(*m.span())
                return weakened(
                    term,
                    kind,
                    kept,
                    start,
                    end,
                    f'It holds only where the {who} pleases: "{short(matter.text[start:end])}".',
                )
    return None


def _by(words: str, m: re.Match[str], ends: list[tuple[int, int]]) -> bool:
    """Whether a condition stands near the words that count, and in the same item of a list."""
    gaps = (words[e : m.start()] if e <= m.start() else words[m.end() : s] for s, e in ends)
    return any(len(gap) < NEAR and ";" not in gap for gap in gaps)


def _last(words: str) -> str | None:
    """Who acts last before a pronoun."""
    acting = [side for _, side in actors(words)]
    return acting[-1] if acting else None
