"""The exceptions that the sheet itself makes, found again in the draft though it says them in other words.

"Unless Maker caused it" and "except to the extent that it is due to the negligence of Maker, its staff or agents" are one
exception. No count of words tells that; that there is one of them on either side, about the same thing, does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..extract.masking import SIDES
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import concepts, content
from .matter import Matter
from .novelty import CUSTOMARY, topical
from .propositions import speakers
from .qualifiers import Qualifier, qualifiers

# "trademarks stay outside", "after tax and freight", "but for storms", "strikes apart": an exception in the words of every day
_PLAINLY = re.compile(
    r"(?P<before>[^;.]*?)\b(?:(?:stays?|remains?|is|are|falls?)\s+(?:outside|out|exempt|excluded)|aside|apart(?!\s+from))\b|\b(?:outside|beyond|after|net\s+of|without|but\s+for|barring|short\s+of)\b(?P<after>[^;.]*)",
    re.IGNORECASE,
)
# whose doing it is that takes a case out
_DOING = re.compile(
    r"\b(?:own|fault|doing|caus\w+|due\s+to|negligen\w+|breach\w*|fail\w*|acts?|omissions?|default\w*)\b|['’]s\b",
    re.IGNORECASE,
)


def paired(matter: Matter, term: Term, kind: Kind | None, q: Qualifier, empty: frozenset[str]) -> bool:
    """Whether an exception or condition of the draft is one that the sheet makes, about the same thing or the same doer.

    Args:
        empty: words that tell of no case.
    """
    about = concepts(x for x in (term.scope, term.start, term.of) if x)
    topic = about | topical(term, kind) | matter.party_concepts | empty | CUSTOMARY
    theirs = frozenset(content(_whole(matter, q))) - topic
    return any(theirs & (concepts([ours]) - topic) or _same_doer(matter, q, ours) for ours in _agreed(term, kind))


def excepted(matter: Matter, term: Term, kind: Kind | None, words: str) -> bool:
    """Whether a passage far from the term, which says much beside, brings in a case that the sheet itself excepts.

    One word in common tells nothing of so long a passage: it must have most of what the sheet says of the case.
    """
    topic = topical(term, kind) | matter.party_concepts | CUSTOMARY
    theirs = frozenset(content(words))
    cases = (concepts([ours]) - topic for ours in term.exceptions)
    return any(len(case) > 1 and 2 * len(case & theirs) > len(case) for case in cases)


def _whole(matter: Matter, q: Qualifier) -> str:
    """A qualifier, or the exception inside which it stands: "except the first order, paid once the port is open"."""
    start, _ = matter.sentence_span(matter.sentence_at(q.start))
    outer = [o for o in qualifiers(matter.text, start, q.start) if o.sort == "exception"]
    inside = q.sort == "condition" and outer and not _APART.search(matter.text, outer[-1].end, q.start)
    return matter.text[outer[-1].start : q.end] if inside else q.words


_APART = re.compile(r"[;.]|\b(?:shall|will|may|must)\b", re.IGNORECASE)


def _agreed(term: Term, kind: Kind | None) -> Iterator[str]:
    """What the sheet excepts, or makes a condition, each in its own words."""
    yield from term.exceptions
    if kind is None:
        text = term.agreed_text
        yield from (q.body for q in qualifiers(text, 0, len(text)) if q.sort != "softening")
        yield from (m["before"] or m["after"] or "" for m in _PLAINLY.finditer(text))


def _same_doer(matter: Matter, q: Qualifier, ours: str) -> bool:
    """Whether both except what the same party does: "unless that is its own doing", "save for a fault of Maker"."""
    if q.sort != "exception" or not _DOING.search(q.body):
        return False
    masked = matter.reading.masked[matter.sentence_at(q.start)]
    first, last = masked.locate(q.start, q.end)
    theirs = {SIDES[c] for c in masked.words[first:last] if c in SIDES}
    mine = {SIDES[c] for c in speakers(matter, ours) if c in SIDES}
    return len(theirs) == 1 and (theirs == mine or (not mine and _OWN.search(ours) is not None))


_OWN = re.compile(r"\b(?:its?|their|his|her)\s+own\b", re.IGNORECASE)
