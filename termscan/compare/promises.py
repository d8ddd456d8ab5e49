"""What plain words promise outright, and the draft in a softer voice; what they leave free, and the draft ties up.

A sheet in the negotiator's words says "they pay for it" or "we may do it". The draft says the same of an aim, a wish, a
liberty or a case ("is not ordinarily expected to", "being at liberty to", "may, where the weather is fine,"): drafters
have a hundred phrases for it, and each takes the promise away. What softens must stand with words of the agreed clause,
and that clause must be free of such words itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..extract.masking import ONE_SIDE, SIDES
from ..termsheet import Term
from .lexicon import content, phrases
from .matter import Judgement, Matter
from .novelty import short, with_more
from .propositions import actors, clauses, denies, speakers

NEAR = 2  # places of those that say it as likely that are read for a case put into a right
AROUND = (-3, -2, -1, 0, 1, 2, 3)  # sentences of the section among which a measure may be said
FEW = 2  # new words that make a case one of its own
NEW = 0.6  # their share of the words of the case

_OFTEN = r"(?:ordinarily|normally|usually|generally|typically|as a rule|in general|in principle|for the most part|in most cases|mostly)"
_NOW = r"(?:at present|presently|currently|for the time being|for now|as things stand|at this time|as of now)"
_WISH = r"(?:intend|expect|hope|plan|propose|anticipate|wish|aim|contemplate|envisage)"
_ABLE = r"(?:practicable|possible|feasible|convenient|practical|workable|achievable|reasonable|appropriate)"
# what lets or hinders, none of it the law's or the contract's
_SUITS = r"(?:(?:where|if|as|when|whenever|so far as|as far as|insofar as|to the extent(?: that)?) (?!(?:the )?(?:law|laws|contract|agreement|applicable))[^,;.]{2,50}? (?:so )?(?:permits?|allows?|leaves? room|makes? it possible)(?= *[,;.:]| shall| will|$))"
SOFT = phrases(
    rf"\b(?:(?:being |be |is |are )?at liberty (?:to|not to)|as (?:it|he|she|they) (?:thinks?|sees?) (?:fit|right|proper|best)"
    rf"|(?:is|are|be) not {_OFTEN}|not {_OFTEN}|{_OFTEN},? expected (?:not )?to|{_OFTEN} (?:shall|will)|(?:shall|will),? {_OFTEN}"
    rf"|(?:do|does|is|are|have|has)(?: not)? {_NOW}(?: not)? (?:{_WISH}s?|{_WISH}ing|(?:an?|any|no) (?:intention|plan))|{_NOW},? (?:{_WISH}s|no (?:intention|plan)s?)"
    rf"|(?:do|does) not {_WISH} to|(?:has|have) no (?:present |current )?(?:intention|plans?) (?:of|to)"
    rf"|(?:hopes?|aims?|seeks?|strives?|aspires?|endeavou?rs?) to|(?:with|having) the (?:aim|intention|hope|goal|object) of|it is (?:hoped|intended|expected|envisaged|contemplated|planned|anticipated|the aim) that|(?:is|are) (?:meant|intended|hoped|planned|envisaged|designed) to"
    rf"|(?:shall|will|must|agrees? to) (?:[a-z]+ly )?(?:seek|endeavou?r|aim|strive|try|attempt|work towards?|consider|explore|look into|have regard|pay regard|bear in mind|encourage|give (?:due |reasonable |serious )?(?:thought|consideration))"
    rf"|(?:submit|make|put|bring|lay)(?: [a-z]+){{0,8}}? (?:a |an )?(?:proposal|motion|suggestion|recommendation) (?:to|that|for)|(?:shall|will) (?:propose|recommend|suggest)(?: to)?"
    rf"|(?:where|wherever|whenever|if|when|as far as|so far as|insofar as) (?:it is |this is |that is )?(?:reasonably |commercially |technically |operationally )?{_ABLE}(?! (?:to|for|law))"
    rf"|{_SUITS}|so far as (?!(?:the )?(?:law|applicable))[^,;.]{{2,40}} (?:considers?|thinks?|deems?|finds?|judges?)(?: it| this| that)?(?: of)? (?:use|useful|fit|worthwhile|sensible|prudent|helpful|necessary|expedient|advisable)"
    rf"|(?:best|reasonable|commercial(?:ly reasonable)?|good[- ]faith|all due|diligent) (?:efforts|endeavou?rs)|(?:due|reasonable|proper|appropriate) (?:regard|consideration)|best[- ]efforts basis"
    rf"|in the first (?:place|instance|line)|subject to (?:availability|capacity|its (?:own )?(?:other )?(?:commitments|priorities|needs|budget))|budget(?:s)? permitting|(?:time|space|weather|capacity|staffing|funds) (?:permitting|allowing)"
    rf"|where the (?:parties|two|sides) so agree|if so agreed|(?:if|as|when) (?:it|he|she|they) (?:so )?(?:wish(?:es)?|choos(?:e|es)|prefers?|likes?|pleases?|elects?)"
    rf"|so far as (?:(?:it is|they are|actually|so) )?(?:recovered|reimbursed|received|collected|covered)|if and when (?:it |they )?(?:is |are |has been |have been )?(?:recovered|reimbursed|received|collected|paid))\b",
    re.IGNORECASE,
)
# what of the agreed words is itself soft, open or a case: then another such phrase says nothing new
OPEN = phrases(
    r"\b(?:try|tries|aims?|seeks?|strive\w*|endeavou?r\w*|attempt\w*|effort\w*|best|reasonabl\w+|sensibl\w+|possible|practicable|practical|feasible|convenien\w+|intend\w*|plan\w*|hope\w*|expect\w*|foresee\w*|estimate\w*|target\w*|goal|normal\w*|usual\w*|ordinar\w+|general\w*|mostly|as a rule|consider\w*|permit\w*|allow\w*|object\w*|as far as|so far as|where it|could|should|want\w*|wish\w*|likes?|choos\w+|chosen|pleas\w+|fit|discretion|option|depend\w*|prefer\w*|suits?|propos\w+|talk\w*|discuss\w*)\b",
    re.IGNORECASE,
)
_IN_A_CASE = re.compile(
    r"(?:\b(?:if|when|whenever|where|should|unless|once|who|which|notice|whether)\b[^,;.]{0,60}|\b(?:not|no|nor|neither)\b[^,;.]{0,12})$",
    re.IGNORECASE,
)
_OWN_CHOICE = re.compile(
    r"(?i)\b(?:liberty|thinks?|sees?|wish|choos|prefer|like|please|elect)"
)  # of one who may, no news
_EFFORT = re.compile(
    r"(?i)effort|endeavou?r|attempt|seek|try|strive|regard|consider|able\b|possible"
)  # one as good as another
_FAR = 220  # characters behind a softening among which stands what it softens


class Softer(NamedTuple):
    """A stretch of a sentence that takes a promise away, and what is said of it."""

    start: int
    end: int
    message: str


def check(matter: Matter, term: Term, near: list[int]) -> Judgement | None:
    """What softens or ties up what was agreed in plain words, in the places that say it; None where nothing does."""
    spoken = speakers(matter, term.agreed_text)
    agreed = " ".join((term.agreed_text, *term.exceptions))
    for rank, index in enumerate(near[:NEAR]):
        start, end = matter.sentence_span(index)
        text, words = matter.text[start:end], matter.reading.masked[index].words
        found = _a_case(agreed, text)
        if rank == 0:
            found = (
                found
                or softer(term.agreed_text, agreed, text)
                or tied(spoken, agreed, text, words, _around(matter, index))
            )
        if found is not None:
            says = short(with_more(text, found.start, found.end) if found.end else text)
            message = f'{found.message}: "{says}".'
            return Judgement("weakened", None, (("states", start, end),), message, "both")
    return None


def _around(matter: Matter, index: int) -> str:
    """A sentence with those of its section near it."""
    return " ".join(matter.sentence_text(i) for i in matter.beside(index, *AROUND))


def softer(words: str, agreed: str, text: str) -> Softer | None:
    """A softening of what a clause of the agreed words promises outright."""
    parts = [c for c in clauses(words) if len(c.concepts) >= 1]
    whole = set(content(agreed))
    for m in SOFT.finditer(text):
        softened = content(text[m.start() : m.end() + _FAR].partition(";")[0])
        if _IN_A_CASE.search(text[: m.start()]) or not whole & set(softened):
            continue
        meant = max(parts, key=lambda c: len(c.concepts & set(softened)), default=None)
        if meant is None or not meant.concepts & set(softened) or OPEN.search(meant.words):
            continue
        if _OWN_CHOICE.search(m[0]) and (_FREE.search(meant.words) or len(meant.concepts & set(softened)) < FEW):
            continue
        if (_OWN_CHOICE.search(m[0]) or _EFFORT.search(m[0])) and OPEN.search(agreed):
            continue
        return Softer(m.start(), m.end(), "The words are there, but no longer as a firm promise")
    return None


# ---- duties and rights ---------------------------------------------------------------------------------------------

_FREE = phrases(
    r"(?i)\b(?:may|can|free|rights?|option|allowed|permitted|entitled|choos\w+|decid\w+|alone|discretion|if|own|owns|keeps|up to|opts?|likes?|wish\w*|need not|power|say|business)\b"
)
_MAY_DO = phrases(
    r"(?i)\b(?:may|can|free|rights?|option|allowed|permitted|entitled|choos\w+|decid\w+|up to (?:it|him|her|them|us)|business alone|need not)\b"
)
_MUST = phrases(r"(?i)\b(?:must|shall|has to|have to|is bound to|owes|undertakes)\b")
_GETS = re.compile(r"(?i)\b(?:gets?|receives?|earns?|takes?|owns?|keeps?|holds?|has|have|collects?|enjoys?)\b")
_MAY = re.compile(
    rf"(?P<who>{ONE_SIDE})(?: [a-z]+ly| also| then| thereupon)? may (?!not(?!\S)|only(?!\S)|be(?!\S)|have(?!\S)|exceed|become)(?![^;]{{0,90}} only (?:with|if|when|where|after|on|upon|by|for|to) )"
)
_RIGHT_AND_DUTY = phrases(
    r"\b(?:right|power|authority|option),? (?:\w+ )?(?:and|as well as|together with|coupled with)(?: (?:also|shall have|has))?,? (?:the |an? )?(?:corresponding )?(?:obligation|duty|responsibility)\b",
    re.IGNORECASE,
)
_RIGHT_NO_DUTY = phrases(
    r"\b(?:right|power|authority|option),? but (?:not|is under no|has no|without)(?: (?:the|an?|any))? (?:obligation|duty|responsibility)\b"
    r"|\bwithout (?:thereby |however )?(?:being|becoming) (?:obliged|obligated|bound|required) to\b"
    r"|\bbut (?:shall|will|is|are) (?:not be|not|under no) (?:obliged|obligated|required|bound|obligation|duty)\b",
    re.IGNORECASE,
)
_HANGS = re.compile(
    r"(?:does|do|shall|will|has|have|did) not (?:\S+ly )?(?:so )?(?:elect(?:ed)?|choose|chosen|wish(?:ed)?|decided?|prefer(?:red)?|opt(?:ed)?|object(?:ed)?)(?: (?:to|otherwise))?(?!\S)"
    r"|(?:raises?|raised|has|have|having) no objections?(?!\S)"
)
_OPEN_TO_WILL = phrases(
    r"(?i)\b(?:unless|object\w*|elect\w*|choos\w*|chosen|wish\w*|want\w*|decid\w*|opt\w*|refus\w*|say\w* no|veto)\b"
)
_PRO_RATA = phrases(
    r"(?i)\b(?:pro-?rat\w+|pro rat\w+|in (?:the same )?proportion|proportion\w*|in step with|rat(?:e)?abl[ey]|in the (?:same )?ratio)\b"
)
_BY_MEASURE = phrases(
    r"(?i)\b(?:pro-?rat\w+|pro rat\w+|proportion\w*|rat(?:e)?abl[ey]|ratios?|percent\w*|extent|equal\w*|shares?|shared|likewise|multipl\w+|diem|divided|fraction|half|thereof|unused|unexpired|remaining|remainder|balance|allocat\w+|apportion\w*|correspond\w*|respective\w*|step|same|all other|each)\b"
)


_DEFINES = re.compile(r"(?i)\bmeans?\b")


def tied(spoken: str, agreed: str, text: str, words: str, around: str) -> Softer | None:
    """A duty that has become a choice, or a choice a duty; what hangs on a will, or has lost the measure agreed for it."""
    if not _FREE.search(spoken) and not _GETS.search(spoken) and not denies(spoken):
        m = _only_may(spoken, words)
        if m is not None:
            return Softer(0, 0, f"Agreed was that the {SIDES[m['who']]} does it; in the draft it only may")
        m = _RIGHT_NO_DUTY.search(text)
        if m is not None:
            return Softer(m.start(), m.end(), "Agreed was a duty; the draft has a right and no duty")
    m = (
        _RIGHT_AND_DUTY.search(text)
        if _MAY_DO.search(spoken) and not _MUST.search(spoken) and not _RIGHT_AND_DUTY.search(agreed)
        else None
    )
    if m is not None:
        return Softer(m.start(), m.end(), "Agreed was a right; the draft makes of it a duty as well")
    if _HANGS.search(words) and not _OPEN_TO_WILL.search(_but_at_will(agreed)):
        return Softer(0, 0, "It hangs on what somebody wants, which was not agreed")
    if _PRO_RATA.search(agreed) and not _BY_MEASURE.search(around) and not _DEFINES.search(text):
        return Softer(0, 0, "Agreed was a measure by proportion, of which the draft says nothing")
    return None


def _but_at_will(agreed: str) -> str:
    """The agreed words without "as it sees fit", which leaves something to its own side alone."""
    return re.sub(r"(?i)\bas (?:it|he|she|they) (?:sees?|thinks?) fit\b", "", agreed)


def _only_may(spoken: str, words: str) -> re.Match[str] | None:
    """The "may" of the one side that was to do it, in a sentence that lays no duty on it."""
    acting = {side for _, side in actors(spoken.lower())}
    m = _MAY.search(words) if len(acting) == 1 and acting <= {"customer", "provider"} else None
    if m is None or SIDES[m["who"]] not in acting:
        return None
    duty = rf"{m['who']}(?: \S+){{0,4}}? (?:shall|will|must|agrees|undertakes|covenants|(?:is|be) (?:obliged|required|bound))(?!\S)"
    return None if re.search(duty, words) else m


# "may, where the roof is dry, store its tools there"
_ASIDE = phrases(
    r"\b(?:may|can|(?:is|are) (?:free|entitled|allowed|permitted) to|has the right to),? (?:only )?(?:where|if|when|once|provided(?: that)?|whenever|to the extent(?: that)?|so far as|in case|in the event(?: that)?|subject to|after|unless|upon|on|for so long as|as long as|should)\b(?P<case>[^;:.()]{8,200}?),\s+(?P<act>[^;:.]{3,})",
    re.IGNORECASE,
)


def _a_case(agreed: str, text: str) -> Softer | None:
    """A right that the draft gives only in a case of which the sheet knows nothing, put between "may" and the act."""
    return next(_new_cases(set(content(agreed)), text), None)


def _new_cases(agreed: set[str], text: str) -> Iterator[Softer]:
    for m in _ASIDE.finditer(text):
        case = content(m["case"])
        new = sum(w not in agreed for w in case)
        if agreed & set(content(m["act"])) and new >= max(FEW, NEW * len(case)):
            yield Softer(m.start(), m.end("case"), "Agreed was that it is free to; in the draft it is only in a case")
