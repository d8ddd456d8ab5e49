"""What was one side's own and falls to the other: "whatever is built into the Site becomes Client's property".

The clause that says who owns stays as it was, and another one lets what is owned change hands, by an event or by a name
(accession, as the law of property calls it). A sentence does so that says from when it is the other's, or among whose
things it is reckoned.
"""

from __future__ import annotations

import re

from ..extract.masking import SIDES, SLOTS
from ..rulebook import Kind
from ..termsheet import Term
from .matter import Judgement, Matter
from .novelty import short, weakened
from .sides import named

_ONE = f"([{SLOTS['customer']}{SLOTS['provider']}])"
_GOES = r"(?:vests?|belongs?|owned|passe?s|property|title|accrues?|falls?)(?: alone| solely| exclusively)? (?:in|to|by|with|of)"
_WHEN = r"(?:once|upon|as soon as|when|until|thereupon|thereby|after)"
_BE = r"(?:shall|will|be|is|are|becomes?|the|sole|exclusive|also|then)"
_FALLS = tuple(
    re.compile(rf"(?<!\S){pattern}")
    for pattern in (
        rf"{_GOES} {_ONE}(?: alone| solely)? (?:{_WHEN}|from)(?!\S)",
        rf"(?:{_WHEN}|from then) (?:[^\s;]+ ){{1,6}}?(?:{_BE} ){{0,4}}{_GOES} {_ONE}(?!\S)",
        rf"belongs? (?:{_WHEN}|from) (?:[^\s;]+ ){{1,5}}?to {_ONE}(?!\S)",
        rf"(?:becomes?|counts?|reckoned|counted|comprised|forms?) (?:as |among |part |of |in |the |to |be ){{0,4}}property of {_ONE}(?!\S)",
        rf"(?:becomes?|counts?|reckoned|counted|comprised|forms?) (?:as |among |part |of |in |the |to |be ){{0,4}}{_ONE}(?:'s)? (?:\S+ )?(?:property|content|data|ip|background|materials?|technology|inventions?|intellectual)(?!\S)",
        rf"{_ONE} (?:is|becomes|shall be|shall become) (?:from then on|thereupon|thenceforth|thereafter) (?:its|the|their) (?:sole )?owner(?!\S)",
        rf"as {_ONE}'s (?:own|sole) property(?!\S)",
    )
)


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """Another sentence by which something of what one side owns, or each, comes to be the other's; None where there is none."""
    if kind is None or "owned" not in kind.traits:
        return None
    agreed = named(term.agreed)
    stated = {matter.sentence_at(start) for _, start, _ in kept.spans}
    for index, masked in enumerate(matter.reading.masked):
        if index in stated:
            continue
        found = next((m for falls in _FALLS for m in falls.finditer(masked.words)), None)
        if found is not None and (len(agreed) > 1 or SIDES[found[1]] not in agreed) and _means(matter, term, index):
            span = matter.sentence_span(index)
            message = (
                f'{matter.place(span[0])} lets it fall to the {SIDES[found[1]]}: "{short(matter.text[slice(*span)])}".'
            )
            return weakened(term, kind, kept, *masked.span(*found.span()), message, role="overrides")
    return None


def _means(matter: Matter, term: Term, index: int) -> bool:
    """Whether a sentence bears on this term as much as on any other of the sheet about who owns: data are not know-how."""
    owned = (t for t in matter.sheet.terms if matter.has(t, "owned"))
    return matter.bears(term, index) >= max(matter.bears(t, index) for t in owned)
