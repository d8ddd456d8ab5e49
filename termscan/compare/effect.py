"""The day on which a contract takes effect, where the draft hangs it on something that has yet to happen."""

from __future__ import annotations

from .. import values
from ..termsheet import Term
from .events import event
from .lexicon import phrases
from .matter import Judgement, Matter
from .starts import words_of

# "this Lease shall come into force only once the bank has approved it"
_TAKES_EFFECT = phrases(
    r"(?i)\b(?:this|the) (?:agreement|contract|lease|licen[cs]e|engagement|retainer|order)\b[^.;,]{0,40}?\b(?:shall |will )?"
    r"(?:(?:becomes?|is|be) (?:effective|operative|binding)|(?:comes?|enters?) into (?:force|effect|operation)|takes? effect)"
    r" (?:only )?(?:on|upon|from|as of|as from|when|once|after|following|if and when) (?P<start>[^;.]{4,160})"
)
# what every contract waits for: that it is signed, sealed and delivered
_SIGNED = phrases(
    r"(?i)\b(?:sign(?:s|ed|ature|atures|ing)?|execut\w+|counterparts?|seal(?:s|ed)?|deliver(?:y|ed) (?:of|to each|by)|effective date|commencement date|start date|hereof|above|below)\b"
)


def check(matter: Matter, term: Term, kept: Judgement) -> Judgement | None:
    """A contract that was to start on a day, and in the draft starts once something has come about; None where it does not."""
    if term.kind != "term.start" or not isinstance(term.agreed, values.DateValue) or term.start or term.exceptions:
        return None
    for m in _TAKES_EFFECT.finditer(matter.text):
        place = words_of(matter.text, *m.span("start"))
        told = matter.text[slice(*place)] if place else ""
        dated = any(f.type == "date" for f in values.find(m["start"]))
        if place and event(told) and not dated and not _SIGNED.search(m["start"]) and not matter.recital(m.start()):
            message = f'The agreement takes effect on "{" ".join(told.split())}"; agreed was {term.agreed_text}.'
            return Judgement("changed", kept.found, (("states", m.start(), place[1]),), message, "both")
    return None
