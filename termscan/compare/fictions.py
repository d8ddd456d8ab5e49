"""What is deemed to have happened, whether it did or not: "an invoice is received on the date that it bears".

A period that runs from an event runs from elsewhere once another clause says when the event counts as having happened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import concepts, content, phrases
from .matter import Harmed, Judgement, Matter
from .novelty import capital, novel, short, weakened

SUBJECT = 90  # characters before an event in which it is said to what it happens
NEWS = 2  # words of a fiction that nothing explains

_HAPPENS = phrases(
    r"\b(?:deemed|taken|regarded|treated|considered|counts?|has been|have been|is|are|shall be|will be) (?:as |to be |to have been )?(?P<event>received|accepted|delivered|given|served|approved|completed|made)\b"
    r"[^.;]{0,40}?\b(?:on|upon|when|at|from|as of|as soon as|only|once)\b",
    re.IGNORECASE,
)

_LATE = phrases(r"(?i)\b(?:only|until|unless|once|not before|as soon as)\b")


def check(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """Another clause that says when the event counts as having happened from which a kept period runs."""
    if not isinstance(term.agreed, values.Duration):
        return None
    starts = [term.start] if term.start else list(kind.customary_from) if kind is not None else []
    for index in range(len(matter.reading.masked)) if starts else ():
        start, end = matter.sentence_span(index)
        m = _HAPPENS.search(matter.text, start, end)
        if (
            m is None
            or index in governing
            or not _of(matter, starts, matter.text[max(start, m.start() - SUBJECT) : m.start()], m["event"])
        ):
            continue
        if novel(matter.text[start:end], known | _STOCK, NEWS, 0.25):
            message = f'{matter.place(start)} says when that counts as having happened from which the time runs: "{short(matter.text[start:end])}".'
            found = weakened(term, kind, kept, start, end, capital(message), role="overrides")
            late = _LATE.search(matter.text, start, end) is not None
            return found if late or kind is None else replace(found, harmed=_bound(kind))
    return None


def _bound(kind: Kind) -> Harmed:
    """Whom a period binds: who loses when its start is put earlier."""
    return kind.binds if kind.binds in ("customer", "provider") else "both"  # type: ignore[return-value]


_NOTICE = concepts(["notice"])  # when a notice counts as given is said in every contract
_STOCK = concepts(
    [
        "mail mailed post posted courier fax email e-mail delivery days business deposit registered certified personally address",
        "by hand, recorded, sent, second, third, next, following, working",
    ]
)


def _of(matter: Matter, starts: Sequence[str], before: str, event: str) -> bool:
    """Whether the event is that of a start, and befalls the same thing: the receipt, and the invoice."""
    subject, happens = frozenset(content(before)), set(content(event))
    for start in starts:
        wanted = concepts([start]) - matter.party_concepts
        if len(wanted) >= 2 and not wanted & _NOTICE and happens <= wanted and wanted - happens <= subject:
            return True
    return False
