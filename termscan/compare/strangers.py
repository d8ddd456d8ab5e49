"""A stranger in the list, much the same in every contract, of what is no secret.

Such a list is known by its customary items, wherever it stands: what is public, was known before, comes from somebody
else or is found independently (Restatement (Third) of Unfair Competition, sections 39 to 43). An item that is none of
them, and that the sheet does not except, was put there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..extract.masking import SIDES
from ..rulebook import Kind
from ..termsheet import Term
from .agreed_cases import paired
from .cases import LEADS_UP
from .lexicon import content
from .matter import Judgement, Matter
from .novelty import explained, short, weakened
from .qualifiers import Qualifier

NEWS, SHARE = 3, 0.4  # words of a stranger that nothing explains, and their share of it
MOST = 0.66  # share of the items that must be customary
LONGEST = 4000  # characters of a list


_SORTS = tuple(
    re.compile(rf"(?i)\b(?:{sort})")
    for sort in (
        r"public|general(?:ly)? (?:known|available)",
        r"independent|developed (?:by|without)",
        r"already|prior to|previous|known|possess|before",
        r"third (?:part|person)|sources?\b|acquired|obtained from",
        r"laws?\b|court|subpoena|regulat|government|legal|exchange|judicial|required to",
        r"consent|approv|authori|permi|waive|releas|designated|marked|identified|writing|inspect|reverse|enforc|defend|obvious",
        r"without (?:any )?(?:obligation|restriction|duty|breach)|not subject",
    )
)
_PUBLIC, _OTHERS, LEAST = 0, {1, 2, 3}, 2  # no list without the first, and so many of the others
_MARKED = re.compile(
    r"(?:[;,:]|\b(?:and|or|nor))?\s*\((?:[a-hx-z]|i{1,3}|iv|v|vi{1,3}|ix|\d{1,2})\.?\)\s+|;\s*(?:and\s|or\s|nor\s)?\s*"
)


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """An item among what a kept secrecy does not cover that is none of the customary ones; None where there is none."""
    if kind is None or kind.name != "general.confidentiality":
        return None
    for items in _lists(matter, term):
        sorts = [{i for i, s in enumerate(_SORTS) if s.search(matter.text, *item)} for item in items]
        told = [i for i, sort in enumerate(sorts) if sort]
        every = set().union(*sorts)
        if _PUBLIC not in every or len(every & _OTHERS) < LEAST:
            continue
        among = range(told[0], min(told[-1] + 2, len(items)))
        found = next((items[i] for i in among if not sorts[i] and _is_new(matter, term, kind, *items[i])), None)
        if found is not None and len(told) >= MOST * len(among):
            message = f'An item that nobody agreed stands in the list: "{short(matter.text[slice(*found)])}".'
            return weakened(term, kind, kept, *found, message)
    return None


def _lists(matter: Matter, term: Term) -> Iterator[list[tuple[int, int]]]:
    """The lists that speak of a term's kind: the marked parts of a sentence and of the list items that go on with it."""
    sentences, masked = matter.reading.outline.sentences, matter.reading.masked
    index = 0
    while index < len(masked):
        first, start = index, sentences[index].start
        index += 1
        while index < len(masked) and masked[index].borrowed and sentences[index].end - start < LONGEST:
            index += 1
        if any(matter.topical(term.kind, i) >= 1 for i in range(first, index)):
            yield [item for i in range(first, index) for item in _items(matter.text, *matter.sentence_span(i))]


# what follows the last item speaks of the list
_OF_THE_LIST = re.compile(
    r"\s*(?:provided|however|it (?:being|is)|in (?:which|each|any|all)|except|the|but|nor|where|such|this|if|for|as|these|any|each|information)\b",
    re.IGNORECASE,
)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    cuts = [(start, start), *(m.span() for m in _MARKED.finditer(text, start, end)), (end, end)]
    parts = ((a[1], b[0]) for a, b in pairwise(cuts) if b[0] - a[1] > 5)
    yield from (part for part in parts if not _OF_THE_LIST.match(text, part[0]))


def _is_new(matter: Matter, term: Term, kind: Kind | None, start: int, end: int) -> bool:
    """Whether an item says enough that neither the sheet nor the list explains."""
    item = Qualifier("exception", start, end, matter.text[start:end], "")
    words = [w for w in content(item.words) if w not in LEADS_UP and w not in matter.party_concepts]
    known = explained(matter, term, kind)
    masked = matter.reading.masked[matter.sentence_at(start)]
    first, last = masked.locate(start, end)
    if not any(SIDES.get(c) in ("customer", "provider") for c in masked.words[first:last]):
        return False  # a case of its own kind is any contract's; one that names who profits by it was put there
    new = sum(w not in known for w in words)
    return new >= NEWS and new >= SHARE * len(words) and not paired(matter, term, kind, item, LEADS_UP)
