"""What starts the clock: a period that runs from something else than agreed is another period.

"Within 30 days after receipt of the invoice" and "within 30 days after its approval" give the same number and not the
same term.
"""

from __future__ import annotations

import re

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import concepts, content
from .matter import Judgement, Matter

LONGEST = 110  # characters of a draft that may name a start

_START = re.compile(
    r"\s*(?:\([^)]{0,40}\)\s*)?(?:period\s+)?(?P<from>after|from|following|upon|of|as\s+of|beginning\s+(?:on|with|from|upon)|commencing\s+(?:on|with|from|upon)|"
    r"starting\s+(?:on|with|from|upon)|counted\s+from|running\s+from|once|when)\s+(?P<start>[^,;.()]{3,})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:shall|will|may|must|can|is|are|was|and|or|to|for|unless|except|provided|if|without|by\s+giving|in\s+which|whichever)\b|\n\s*\n",
    re.IGNORECASE,
)


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement, known: frozenset[str]) -> Judgement | None:
    """A kept period whose draft names a start that is neither agreed nor customary; None where the start is right."""
    if kind is None or not isinstance(term.agreed, values.Duration):
        return None
    wanted = concepts([term.start]) if term.start else concepts(kind.customary_from)
    if not wanted:
        return None
    for _, found in matter.founds:
        if found.value is None or not any(s <= found.start and found.end <= e for _, s, e in kept.spans):
            continue
        named = _named(matter.text, found.end)
        if named is None:
            continue
        start, end = named
        said = frozenset(content(matter.text[start:end])) - matter.party_concepts
        if said and not said & wanted and len(said - known) >= max(1, len(said) // 2):
            words = " ".join(matter.text[start:end].split())
            agreed = term.start or kind.customary_from[0]
            message = f'The time is as agreed, but it runs from "{words}"; agreed was: from {agreed}.'
            return Judgement("changed", kept.found, (("states", found.start, end),), message, "both")
    return None


def _named(text: str, at: int) -> tuple[int, int] | None:
    """Where the words that name a start stand, after a period that ends at `at`."""
    m = _START.match(text, at, at + LONGEST + 40)
    if not m:
        return None
    stop = _ENDS.search(text, m.start("start"), m.end("start"))
    end = stop.start() if stop else m.end("start")
    end = min(end, m.start("start") + LONGEST)
    while end > m.start("start") and text[end - 1].isspace():
        end -= 1
    return (m.start("start"), end) if end - m.start("start") >= 3 else None
