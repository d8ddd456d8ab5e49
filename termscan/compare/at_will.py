"""An end at will in words that no cue reads: "Maker may lay its office down at the close of any year, and need state no reason".

Two parts make one, in whatever order: an act that ends the contract, and that whoever does it need have no reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import phrases
from .matter import Judgement, Matter
from .novelty import brought_in
from .stance import loser

NEAR = 200  # characters between the act and that it needs no reason

_ENDS = phrases(
    r"\b(?:terminat\w+|w(?:ind|ound)(?:s|ing)? up|release (?:itself|himself|herself|themselves)|la(?:y|id)(?:s|ing)? down|withdraw\w*|br(?:ing|ought)s?\b[^.;]{1,60}? to an? (?:end|close)"
    r"|(?<!the )(?<!at )end(?:s|ed)?(?! of\b)|leaves?|quits?|cancel\w*|resign\w*|step(?:s|ped)? (?:down|back|out))\b",
    re.IGNORECASE,
)
_NO_REASON = r"(?:causes?|reasons?|grounds?|explanation)"
_AT_WILL = phrases(
    rf"\b(?:without (?:stating|giving|showing|naming|having|assigning|needing|offering) (?:\w+ )?{_NO_REASON}|(?:stat|giv|nam|show|assign|need|offer)(?:e|es|s|ing)? no {_NO_REASON}|no {_NO_REASON} (?:being|need|is) \w+"
    r"|(?:thinks?|sees?|deems?) (?:it )?(?:fit|proper)|in (?:its|his|her|their) own judge?ment|free to do (?:so|this|that)|free to do in|at (?:its|his|her|their) pleasure"
    r"|(?:no longer|not) (?:appears?|serves?|suits?)\b|(?:that|if|when|whenever|as) (?:it|he|she|they) (?:so )?(?:wish|prefer|like|choose|please|desire|want)(?:e?s)?\b|(?<!if )(?<!if it )so wish(?:es)?)\b",
    re.IGNORECASE,
)
# what is ended must be the contract, and not for cause; what a forbearance or a renewal ends is another matter
_CONTRACT = phrases(
    r"\b(?:agreement|contract|appointment|engagement|services|schedule|plan|hereunder|herefrom|them|itself|arrangement|relationship)\b",
    re.IGNORECASE,
)
_FOR_CAUSE = phrases(
    r"\b(?:breach\w*|default\w*|insolven\w*|bankrupt\w*|fails?|failure|renew\w*|cured?|infring\w*|proceedings)\b",
    re.IGNORECASE,
)


def check(matter: Matter, term: Term, kind: Kind) -> Judgement | None:
    """An end at will in a draft of which it was agreed that nobody has one; None where there is none."""
    if kind.name != "term.convenience":
        return None
    for start, end in _ends_at_will(matter):
        return brought_in(matter, start, end, loser(matter, start, end))
    return None


def _ends_at_will(matter: Matter) -> Iterator[tuple[int, int]]:
    """The sentences that let somebody end the contract without a reason."""
    for index in range(len(matter.reading.masked)):
        start, end = matter.sentence_span(index)
        wills = tuple(_AT_WILL.finditer(matter.text, start, end))
        if (
            wills
            and _CONTRACT.search(matter.text, start, end)
            and not _FOR_CAUSE.search(matter.text, start, end)
            and any(
                max(w.start(), e.start()) - min(w.end(), e.end()) < NEAR
                for w, e in product(wills, _ENDS.finditer(matter.text, start, end))
            )
            and not matter.recital(start)
        ):
            yield start, end
