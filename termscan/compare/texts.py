"""Terms in plain words: taken apart into who, what, how much and whether, and compared part by part."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from .. import values
from ..termsheet import Term
from .lexicon import content
from .matter import Judgement, Matter
from .scalars import mismatch, same

LARGE = 1000  # from which a plain number is a figure of the deal
SAME_CLAUSE = 2  # shared concepts from which a clause says the same as the term, or the opposite
SPEAKS_OF_IT = 0.27  # weighted share of the term's words that a place must have to speak of the term


def judge(matter: Matter, term: Term, about: str | None = None) -> Judgement:
    """Find the place that speaks of the term, then compare its values and its negation with the agreed words."""
    words = about or " ".join(x for x in (term.agreed_text, term.scope, term.of) if x)
    places = passages(matter, words)
    if not places:
        return Judgement("missing", None, (), f"The draft says nothing of it; agreed was: {term.agreed_text}")
    wanted = [f for f in values.find(term.agreed_text) if f.value is not None]
    return _compare(matter, term, places, wanted)


def passages(matter: Matter, words: str) -> list[tuple[float, int]]:
    """Sentences that speak of these words, best first, with the weighted share of the words that each has."""
    wanted = Counter(content(words))
    for c in matter.party_concepts:
        wanted.pop(c, None)
    if not wanted:
        return []
    n = len(matter.reading.masked)
    weight = {
        c: math.log((n + 1) / (1 + sum(c in matter.sentence_concepts(i) for i in range(n)))) + 0.1 for c in wanted
    }
    total = sum(weight.values())
    scored = []
    for i in range(n):
        have = matter.sentence_concepts(i)
        share = sum(w for c, w in weight.items() if c in have) / total
        if share >= SPEAKS_OF_IT and not matter.recital(matter.sentence_span(i)[0]):
            scored.append((share, i))
    return sorted(scored, key=lambda x: (-x[0], x[1]))


def _compare(matter: Matter, term: Term, places: Sequence[tuple[float, int]], wanted: list[values.Found]) -> Judgement:
    top = places[0][0]
    near = [i for share, i in places if share >= 0.6 * top][:6]
    around = {j for i in near[:2] for j in (i, i + 1, i + 2) if j < len(matter.reading.masked)}
    around |= {i for _, i in places}
    proof = [("states", *matter.sentence_span(near[0]))]
    for w in wanted:
        here = [
            (i, f)
            for i in sorted(around, key=lambda i: (i not in near, i))
            for f in matter.reading.masked[i].values.values()
            if (f.type == w.type and f.value is not None) or f.blank
        ]
        hit = [(i, f) for i, f in here if f.value is not None and same(w.value, f.value)]  # type: ignore[arg-type]
        if hit:
            i, f = hit[0]
            if f.words_say is not None:
                return mismatch(f, matter, term)
            if ("states", *matter.sentence_span(i)) not in proof:
                proof.append(("states", *matter.sentence_span(i)))
            continue
        first = [(i, f) for i, f in here if i == near[0]]
        blank = [(i, f) for i, f in first if f.blank and not f.redacted]
        if blank:
            f = blank[0][1]
            agreed = values.canonical(w.value) if w.value is not None else "a value"
            message = f"A blank stands where {agreed} was agreed."
            return Judgement("unclear", None, (("states", f.start, f.end),), message)
        told = [(i, f) for i, f in first if f.value is not None and _telling(w) and _telling(f)]
        if told:
            f = told[0][1]
            if f.words_say is not None:
                return mismatch(f, matter, term)
            found = values.canonical(f.value)  # type: ignore[arg-type]
            message = f"The draft says {found} where {values.canonical(w.value)} was agreed."  # type: ignore[arg-type]
            return Judgement("changed", found, (("states", f.start, f.end), *proof[:1]), message, "both")  # type: ignore[arg-type]
    flipped = _flipped(matter, term, near[0])
    if flipped is not None:
        start, end = flipped
        says = "denies" if denies(matter.text[start:end]) else "no longer denies"
        quote = " ".join(matter.text[start:end].split())
        return Judgement(
            "changed", None, (("states", start, end),), f'The draft {says} what was agreed: "{quote}".', "both"
        )
    return Judgement("kept", None, tuple(proof[:3]), "The draft says so.")  # type: ignore[arg-type]


def _telling(found: values.Found) -> bool:
    """Whether another value in its place is news: a small plain number may count anything ("two copies")."""
    amount = getattr(found.value, "amount", None)
    return found.type != "number" or (amount is not None and amount >= LARGE)


_DENIES = re.compile(
    r"(?i)\b(?:(?:not|no|cannot)(?! (?:more|less|later|earlier|fewer|longer|exceed|higher|lower|greater|only)\b)|never|neither|nor|none|nobody|nothing|refrains?|prohibited|forbidden|free (?:of|from)|exempt)\b"
)
_CLAUSE = re.compile(r"[;:.,]|\b(?:but|except|unless|provided|if|although|whereas|save)\b")


def denies(text: str) -> bool:
    """Whether a text denies, whatever its verb."""
    return bool(_DENIES.search(text))


def _flipped(matter: Matter, term: Term, index: int) -> tuple[int, int] | None:
    """The clause of a sentence that says what was agreed with a "not" too many, or too few; None where none does."""
    agreed = [c for c in _clauses(term.agreed_text, 0) if content(c[2])]
    if len(agreed) != 1:
        return None  # of several clauses each may have its own denial
    words = set(content(term.agreed_text)) - matter.party_concepts
    start, end = matter.sentence_span(index)
    shared = [(len(words & set(content(said))), s, e, said) for s, e, said in _clauses(matter.text[start:end], start)]
    most, s, e, said = max(shared, key=lambda c: c[0])
    enough = most >= SAME_CLAUSE and most >= 0.6 * len(words)
    return (s, e) if enough and denies(said) != denies(term.agreed_text) else None


def _clauses(text: str, base: int) -> list[tuple[int, int, str]]:
    """The clauses of a text, roughly: up to each comma, stop or connective."""
    cuts = [0, *(m.start() for m in _CLAUSE.finditer(text) if m.start()), len(text)]
    return [(base + a, base + b, text[a:b]) for a, b in pairwise(cuts)]
