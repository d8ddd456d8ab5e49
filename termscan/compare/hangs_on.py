"""To what a qualifier belongs, where that is not the agreed words: an item of a list, another rule, another act, its own doing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..extract.masking import SIDES, SLOTS
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import concepts, content
from .matter import Matter, protects
from .qualifiers import Qualifier

FREELY = re.compile(rf"[{''.join(SIDES)}] (?:may|can|is free to|shall be free to|is entitled to|need not)(?!\S)")


_ITEM = re.compile(r"(?:^|[\s(])\(?(?:[a-hj-z]|i{1,3}|iv|vi{0,3}|ix|x)\)\s", re.IGNORECASE)


def of_one_item(matter: Matter, said: int, start: int, end: int, q: Qualifier) -> bool:
    """Whether a qualifier stands in one item of a list behind the words that count, which end at `said`: it limits that item alone.

    Behind the last item it may limit them all, save where it goes on about what that item alone speaks of.
    """
    items = [m.start() for m in _ITEM.finditer(matter.text, said, end)]
    own = [at for at in items if at < q.start]
    if not own or any(at >= q.end for at in items):
        return bool(own)
    spoken = set(content(matter.text[own[-1] : q.start])) - set(content(matter.text[start : own[0]]))
    return bool((spoken - matter.party_concepts) & set(content(q.body)))


def gives_back(found: Sequence[Qualifier], q: Qualifier) -> bool:
    """Whether a qualifier limits the one it grows out of: "provided that Maker shall not use the name, except as allowed"."""
    outer = (o for o in found if o.end == q.start and o.sort != "softening")
    return q.sort == "exception" and any(_RULE.search(o.words) for o in outer)


_RULE = re.compile(r"\b(?:shall|will|may|must)\b", re.IGNORECASE)


def allows_another_act(matter: Matter, kind: Kind | None, start: int, end: int) -> bool:
    """Whether a proviso allows something else than the act that a term restrains: it takes nothing from the restraint."""
    if kind is None or not kind.acts:
        return False
    act = concepts([*(w.replace("*", " ") for w in kind.needs), "rights, interest, benefit"])
    freed = matter.search(FREELY, start, end)
    return freed is not None and not act & set(content(matter.text[start:end]))


_BASED_ON = re.compile(
    r"to\s+the\s+extent\s+(?:that\s+)?(?:it|they|the\s+same|(?:such|the|any|those)\s+\w+)\s+(?:(?:is|are)\s+)?(?:based\s+(?:up)?on|aris(?:es?|ing)|relat(?:es?|ing)|alleg(?:es?|ing))\b",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    rf"(?<!\S)(?:supplied|furnished|provided|delivered|contributed|created|specified|directed|caused|made available) by (?:or on behalf of )?(?P<who>[{''.join(SIDES)}{SLOTS['other']}]|them(?!\S)|it(?!\S)|the other(?!\S))"
)


def contributed(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether an exception to an indemnity is what the indemnified party itself put in, which is customary."""
    if kind is None or kind.party_is != "bound" or "indemnity" not in kind.name:
        return False
    if q.sort == "condition":
        return _BASED_ON.match(q.words) is not None  # what the claims are about, not when they are answered for
    m = matter.search(_CONTRIBUTED, q.start, q.end)
    return m is not None and (protects(term, kind) == "both" or SIDES.get(m["who"]) in (None, protects(term, kind)))
