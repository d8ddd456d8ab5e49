"""A length without a number, agreed or found: for the term, for ever, or a duty to which the draft sets no end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import values
from ..extract.masking import SLOTS
from ..extract.statements import Statement
from ..termsheet import Term
from .matter import SOUNDS_SURE, Judgement, Matter, Span, kept


def open_ended(matter: Matter, term: Term, stated: Sequence[Statement]) -> Judgement | None:
    """A length without a number ("at all times thereafter", "during the Term") where the kind is spoken of."""
    if not isinstance(term.agreed, values.Duration) or term.agreed.amount is not None:
        return None
    alike = matter.sounds(term)[:4]
    near = [s.sentence for s in stated]
    near += [i for score, i in alike if score >= SOUNDS_SURE - 0.2 or matter.topical(term.kind, i) > 1]
    for index in dict.fromkeys(near):
        start, end = matter.sentence_span(index)
        for found in values.find_open_ended(matter.text, start, end):
            if found.value is not None and values.compare(term.agreed, found.value) == "same":
                return kept(term, (("states", start, end),))
    return _without_end(matter, term, near, [i for score, i in alike if score >= 1])


_DUTY = re.compile(
    r"(?<!\S)(?:shall|will|must|may|agrees?|undertakes?|covenants?)(?: \S+){0,3}? (?:not|never|keep|hold|maintain|treat|preserve|refrain|protect|kept|held|maintained|treated|preserved|protected)(?!\S)"
    r"|(?<!\S)(?:shall|will|must)(?: \S+){0,2}? (?:be|remain|stay)(?: \S+){0,2}? (?:confidential|secret|private)(?!\S)"
    rf"|(?<!\S)(?:{SLOTS['neither']}|nor|no(?: \S+){{1,4}}?) (?:{SLOTS['customer']} |{SLOTS['provider']} |it )?(?:shall|will|may|must)(?!\S)"
    r"|(?<!\S)(?:agrees?|undertakes?|covenants?)(?: \S+){0,24}? (?:keep|hold|maintain|treat|preserve)(?: \S+){0,4}? (?:confidential|secret|confidence|private)(?!\S)"
    r"|(?<!\S)(?:remains?|continues?) (?:in (?:full )?(?:force|effect)|binding)(?: and effect)? (?:after|beyond|following)(?!\S)"
)
_BINDS = re.compile(r"(?<!\S)(?:shall|will|must|agrees?|undertakes?|covenants?|bound|obliged|obligated)(?!\S)")
_BY_WHEN = re.compile(
    r"(?<!\S)(?:within|in|on|upon|every|each|least|not later than|no later than|prior to)(?: the| a| an)? $"
)


_OUTLIVE_IT = ("general.confidentiality",)  # a secret stays one; who may not compete may not while the agreement lasts


def _without_end(matter: Matter, term: Term, near: Sequence[int], said: Sequence[int]) -> Judgement | None:
    """A duty to which the draft sets no end lasts for ever, if it is one of silence; as long as the agreement, if of restraint."""
    words = {i: matter.reading.masked[i].words for i in near}
    duties = [i for i in near if _DUTY.search(words[i]) or (i in said and _BINDS.search(words[i]))]
    homes = {_home(matter, i) for i in duties}
    beside = [i for i in near if _home(matter, i) in homes]  # what sounds like it elsewhere may speak of anything
    agreed_so = getattr(term.agreed, "unit", None) == ("perpetual" if term.kind in _OUTLIVE_IT else "during the term")
    if not agreed_so or not duties or any(_lasts(matter, i) for i in beside):
        return None
    if any(values.find_open_ended(matter.text, *matter.sentence_span(i)) for i in duties):
        return None
    proof: Span = ("states", *matter.sentence_span(duties[0]))
    return Judgement("kept", values.canonical(term.agreed), (proof,), "The draft sets no end to it.")


def _home(matter: Matter, index: int) -> str | None:
    """The number of the whole clause in which a sentence stands ("9" of "9.2(a)"), or else its heading."""
    section = matter.section_of(index)
    number = re.match(r"[^.(]+", (section.number or "").rpartition(", ")[2])
    return number[0] if number else section.heading


_AFTER_THE_END = re.compile(r". (?:after|following|from|of) (?:it|(?:\S+ ){0,2}?(?:end|expir\w+|terminat\w+))(?!\S)")


def _lasts(matter: Matter, index: int) -> bool:
    """Whether a sentence gives something a length, not only a time by which it is done ("within ten days")."""
    masked = matter.reading.masked[index]
    lengths = [at for at, f in masked.values.items() if f.type == "duration"]
    return any(not _BY_WHEN.search(masked.words[:at]) or _AFTER_THE_END.match(masked.words, at) for at in lengths)
