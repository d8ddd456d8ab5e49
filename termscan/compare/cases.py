"""The cases of a qualifier, and which of them are news: what neither the sheet nor custom accounts for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..extract.masking import SIDES
from .lexicon import concepts, content
from .matter import Matter
from .qualifiers import Qualifier, Sort

# From how many unexplained words, and which share of all its words, a qualifier is news
_NEWS: dict[Sort, tuple[tuple[int, float], ...]] = {
    "exception": ((2, 0.66), (3, 0.6)),
    "condition": ((2, 0.75), (3, 0.6)),
    "softening": (),
}
_VALUE_COUNTS = 2  # a period, sum or share that the sheet does not name counts as so many words
TYPED = ("duration", "money", "percent", "multiple")
# Words that carry no case of their own: they only lead up to it, count it, or point elsewhere.
LEADS_UP = concepts(
    [
        "arising, attributable, based, collectively, related, relation, respect, claims, cases, circumstances, instances, respects, thereof",
        "appropriate, permitted, specified, described, stated, mentioned, listed, contained, applies, apply, made, making",
        "promptly, timely, directly, indirectly, solely, just, none, need, needed, enable, allow, well, least, long, far, once, since",
        "twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety, hundred, thousand, million, two, three, four, five, six",
        "seven, eight, nine, ten, twelve, fifteen, day, days, dollar, dollars, months, years, hours, weeks, issue, articles",
        "anyone, anybody, somebody, give, gives, giving, leave, leaves, issued, receipt, benefit, whatever, reason, reasons, thing, things, proper, extent, provided, after, before, during, time, conditions, part",
    ]
)
_LISTED = re.compile(r",?\s+(?:or|and/or|nor)\s+|,\s+|;\s*|\s*\(?\b(?:ii|iii|iv|v|b|c|d)\)\s+")


# what goes on about the case before is none of its own: ", stating the reason", ", at least a week ahead", ", which must"
_MORE_OF_IT = re.compile(
    r"\s*(?:(?!being\b|arising\b|existing\b)[a-z]{3,}ing\b|which\b|who\b|whose\b|in\s+(?:which|that|such)\s+(?:case|event)\b|at\s+least\b|not\s+(?:less|later|more|earlier)\b|no\s+(?:less|later|fewer)\b|prior\s+to\b|before\b|after\b|by\s+(?:the\s+)?(?:\d|earlier\b|later\b))"
)


def cases_of(q: Qualifier) -> Iterator[tuple[int, int]]:
    """Where the whole of a qualifier stands, without its connective; then each case of a list of exceptions."""
    first = q.start + len(q.opener)
    yield first, q.end
    cuts = list(_LISTED.finditer(q.words, len(q.opener))) if q.sort == "exception" else []
    if cuts:
        edges = [first, *(q.start + at for m in cuts for at in m.span()), q.end]
        cases = zip(edges[::2], edges[1::2], strict=True)
        yield from ((s, e) for s, e in cases if not _MORE_OF_IT.match(q.words, s - q.start))


def is_news(matter: Matter, sort: Sort, start: int, end: int, known: frozenset[str], topic: frozenset[str]) -> bool:
    """Whether so much of a stretch is explained by nothing that it is news; words of the topic explain no exception to it."""
    text = _PEOPLE.sub(" ", matter.text[start:end])
    words = content(NAME.sub(" ", text))
    words = [w for w in words if w not in LEADS_UP and w not in matter.party_concepts]
    fresh = _VALUE_COUNTS * fresh_values(matter, start, end)
    new = sum(w not in known for w in words) + fresh
    total = sum(w not in topic for w in words) + fresh + _names(matter, text)
    blamed = sort == "exception" and new == total > 0 and _acts(matter, start, end)
    return blamed or any(new >= least and new >= share * total for least, share in _NEWS[sort])


_PERSON = r"(?:affiliates|subsidiaries|members|directors|officers|employees|personnel|agents|representatives|successors|assigns|shareholders|managers|contractors|attorneys|advisors|licensors|parent)"
# a party with its people is one party: "Client, its affiliates and their respective officers and agents"
_PEOPLE = re.compile(
    rf"(?:(?:[,;]|\b(?:and|or)\b|\b(?:its|their|his|her|the|respective|each|of)\b|\s)*\b{_PERSON}\b){{2,}}",
    re.IGNORECASE,
)
NAME = re.compile(r"\b[A-Z][a-z]+(?:[-\s]+[A-Z][a-z]+)*\b")


def _names(matter: Matter, text: str) -> int:
    """How many names stand in a text (Service Order, Approved Content), the parties' aside: what the contract is about."""
    return sum(not set(content(m[0])) <= matter.party_concepts for m in NAME.finditer(text))


_ACT = re.compile(
    rf"[{''.join(SIDES)}] (?:ha[sd]|ha[sd]|does|did|is|was|may|shall|will|fails?|makes?|[a-z]+(?:es|ed))(?!\S)"
)


def _acts(matter: Matter, start: int, end: int) -> bool:
    """Whether a stretch says what a party does or does not do: "except where Client has not observed section 2"."""
    masked = matter.reading.masked[matter.sentence_at(start)]
    first, last = masked.locate(start, end)
    return _ACT.search(masked.words, first, last) is not None


def fresh_values(matter: Matter, start: int, end: int) -> int:
    """How many periods, sums and shares stand there that the sheet names nowhere."""
    found = (f for _, f in matter.founds if start <= f.start and f.end <= end and f.type in TYPED)
    return sum(
        f.value is not None and not matter.mentions(f.value) and not _AT_MOST.search(matter.text[start : f.start])
        for f in found
    )


# that an exception goes no further makes it smaller: "maintenance of no more than four hours"
_AT_MOST = re.compile(
    r"\b(?:no\s+more\s+than|not\s+exceeding|at\s+most|up\s+to|no\s+longer\s+than)\s+\Z", re.IGNORECASE
)
