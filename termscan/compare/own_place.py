"""Which place is the term's own, where the agreed value only happens to stand somewhere and no cue reads it there.

"Within 45 days from signing the second director joins the board" is the agreed matter with another number, although a press
release has the agreed 90 days for something else. What tells them apart is what the sheet says the term is for, from and of;
and of two values in one sentence, the case that each is given for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import concepts, content, phrases
from .matter import Judgement, Matter, reopened
from .sameness import harmed_by, mismatch, same

FITS = 0.5  # how much of what the sheet says of a term a sentence must say to be its own place
BETTER = 0.3  # by how much more than the place of the agreed value
FEWEST = 3  # words of the sheet's that must be there


def elsewhere(matter: Matter, term: Term, kind: Kind, loose: Sequence[tuple[float, int, int]]) -> Judgement | None:
    """Another value where the draft speaks of the very matter of a term, whose agreed value stands by something else.

    Args:
        loose: the places of the agreed value, as score and span.
    """
    if not isinstance(term.agreed, values.Duration | values.DateValue | values.Percent):
        return None
    swapped = of_another_case(matter, term, kind, loose[0][1])
    if swapped is not None:
        return swapped
    wanted = concepts(x for x in (term.scope, term.start, term.of) if x) - matter.party_concepts
    here = max(matter.fit(term, matter.sentence_at(start)) for _, start, _ in loose)
    best: tuple[float, int, values.Found] | None = None
    for index, found in matter.founds if len(wanted) >= FEWEST else ():
        fit = matter.fit(term, index)
        if fit < max(FITS, here + BETTER) or fit * len(wanted) < FEWEST or matter.recital(found.start):
            continue
        value = found.value
        if type(value) is not type(term.agreed) or value is None:
            continue
        if matter.mentions(value) and found.words_say is None:
            continue
        if matter.claimed.get((found.start, found.end), term.kind) != term.kind:
            continue
        if best is None or (fit, -found.start) > best[:2]:
            best = fit, -found.start, found
    return _changed(matter, term, kind, best[2]) if best else None


def _changed(matter: Matter, term: Term, kind: Kind, found: values.Found) -> Judgement:
    if found.words_say is not None:
        return mismatch(found, matter, term)
    says = values.canonical(found.value)  # type: ignore[arg-type]
    spans = (("states", found.start, found.end),)
    return Judgement("changed", says, spans, reopened(term, kind, says), harmed_by(term, kind, found.value))  # type: ignore[arg-type]


# the case that a value is given for: "60 days for interruptible service"
_FOR = phrases(
    r"\s*(?:(?:[a-z]+ ){0,3}notice )?(?:for|in the case of|in case of|in respect of|with respect to|as to|as regards|in relation to|where|if|when)\b(?P<case>[^.;]{3,160})",
    re.IGNORECASE,
)


def of_another_case(matter: Matter, term: Term, kind: Kind, at: int) -> Judgement | None:
    """The agreed value given for another case than the term's (`for`), and another value for the term's: "180 days for A and 60 for B"."""
    wanted = concepts([term.scope or ""]) - matter.party_concepts
    index = matter.sentence_at(at)
    alike = [f for f in matter.reading.masked[index].values.values() if type(f.value) is type(term.agreed)]
    alike.sort(key=lambda f: f.start)
    last = matter.sentence_span(index)[1]
    cases: list[tuple[values.Found, frozenset[str]]] = []
    for n, f in enumerate(alike):
        end = alike[n + 1].start if n + 1 < len(alike) else last
        m = _FOR.match(matter.text, f.end, end)
        if m:
            cases.append((f, frozenset(content(m["case"]))))
    own = next(((f, case) for f, case in cases if f.start == at), None)
    if own is None or not wanted:
        return None
    for f, case in cases:
        theirs, ours = wanted & (case - own[1]), wanted & (own[1] - case)
        if f is not own[0] and theirs and not ours and not same(term.agreed, f.value):  # type: ignore[arg-type]
            return _changed(matter, term, kind, f)
    return None
