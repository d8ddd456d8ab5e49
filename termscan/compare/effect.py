"""The day on which a contract takes effect, where the draft hangs it on something that has yet to happen, or leaves it open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import values
from ..termsheet import Term
from .events import event
from .lexicon import phrases
from .matter import Judgement, Matter

_DEAL = r"(?:agreement|contract|lease|licen[cs]e|engagement|retainer|order|deed|instrument|arrangement|franchise)"
_WAITS = r"(?:only )?(?:on|upon|from|as of|as from|with effect from|when|once|after|following|if and when|(?:not )?(?:until|before|unless(?: and until)?))"
_TAKES_EFFECT = (
    r"(?:(?:becomes?|is|are|be|being) (?:fully )?(?:effective|operative|in force|in effect|of (?:any|no) (?:force|effect)(?: (?:and|or) effect)?|without (?:force|effect))"
    r"|(?:comes?|enters?|goes?) into (?:force|effect|operation|being)|takes? effect|begins? to (?:run|bind|apply|have effect))"
)
_HANGS_ON = (
    r"(?:is|are|shall be|will be|being) (?:conditional|conditioned|contingent|dependent) (?:up)?on|hangs on|depends on"
)
# "this Lease shall come into force only once the bank has approved it"
_EFFECT = phrases(
    rf"(?i)\b(?:this|the|one and the same) {_DEAL}(?P<between>\b[^.;]{{0,240}}?)\b{_TAKES_EFFECT} {_WAITS} (?!time to time)(?P<start>[^.;]{{4,200}})"
    rf"|\b(?:(?:the )?effectiveness of )?this {_DEAL} (?:{_HANGS_ON}) (?P<hangs>[^.;]{{4,200}})"
    rf"|\b(?:Effective|Commencement|Start(?:ing)?) Date[\"”']{{0,2}}\)?,? (?:means|shall mean|is|shall be) (?P<means>the (?:later|date|day|first)\b[^.;]{{4,200}})"
)
# what takes effect by itself, and not with the contract
_ANOTHER_THING = phrases(
    r"(?i)\b(?:terminat\w+|amend\w+|modif\w+|chang\w+|notices?|waivers?|assign\w*|renew\w*|exten\w+|prices?|rates?|supplement\w*|addend\w+|provisions?|sections?|articles?|clauses?|paragraphs?|schedules?|which event)\b"
)
# what every contract waits for: that it is signed, sealed and delivered
_SIGNED = phrases(
    r"(?i)\b(?:sign(?:s|ed|ature|atures|ing)?|execut\w+|counterparts?|seal(?:s|ed)?|deliver(?:y|ed) (?:of|to each|by)|effective date|commencement date|start date|hereof|above|below)\b"
)
_IN_BRACKETS = re.compile(r"\([^)]*\)?")  # what the day is called
_NOT_EARLIER = phrases(
    r"(?i)\b(?:not (?:before|earlier|sooner)|no (?:earlier|sooner)|later of|latest of|at the earliest|or,? if later|such later|whichever is (?:the )?later)\b"
)
_WHEN = phrases(r"(?i)(?:the )?(?:date|day|time|moment)\b[^.;]{0,60}?\b(?:on|at|from) which\b|\b(?:when|once)\b")
# a day left open: "with effect from [date to be agreed] (the “Effective Date”)"
_OPEN = phrases(
    r"(?i)\b(?:effect(?:ive)?|force|commenc\w+|begin\w*|starts?|starting|made|entered into|dated)(?: (?:as )?(?:of|from|on|at|upon|this|the)){0,3} "
    r"(?P<blank>_{3,}[^.;()]{0,20}|\[(?!\W*\*)[^\]]{0,50}(?:to be|tb[acd]\b|insert|date|day|●|•|_)[^\]]{0,50}\]|\[[\s_●•.]*\])[,\s]*\((?:the |hereinafter |this )?[\"“']?(?:Effective|Commencement|Start(?:ing)?) Date"
)


def check(matter: Matter, term: Term, kept: Judgement) -> Judgement | None:
    """A contract that was to start on a day, and in the draft starts once something has come about; None where it does not."""
    if term.kind != "term.start" or not isinstance(term.agreed, values.DateValue) or term.start or term.exceptions:
        return None
    for start, end, told in _effects(matter):
        if not matter.recital(start):
            message = f'The agreement takes effect on "{told}"; agreed was {term.agreed_text}.'
            return Judgement("changed", kept.found, (("states", start, end),), message, "both")
    m = _OPEN.search(matter.text)
    if m:
        message = f"A blank stands in {matter.place(m.start())} where {term.agreed_text} was agreed."
        return Judgement("unclear", None, (("states", m.start(), m.end()),), message)
    return None


def _effects(matter: Matter) -> Iterator[tuple[int, int, str]]:
    """Where the draft says that it takes effect with something that has yet to happen, and what that is."""
    for m in _EFFECT.finditer(matter.text):
        group = "start" if m["start"] else "hangs" if m["hangs"] else "means"
        if _ANOTHER_THING.search(m["between"] or "") or _SIGNED.search(_IN_BRACKETS.sub("", m[group])):
            continue
        dated = any(f.type == "date" for f in values.find(m[group]))
        told = event(m[group]) is not None or _WHEN.match(m[group]) is not None
        if told and (not dated or _NOT_EARLIER.search(m[group])):
            yield m.start(group), m.end(), " ".join(m[group].split())
