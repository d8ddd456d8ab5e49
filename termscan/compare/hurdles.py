"""What the draft puts before plain words, or beside them: another event first, another purpose, somebody of one's choice.

"Within a day of hearing of it" and "within a day after the board has confirmed it" promise different days; "only for the
fair" and "for the fair and its other business" allow different things. What has to happen first has a verb of its own that
stands nowhere in the sheet.
"""

from __future__ import annotations

import re

from ..termsheet import Term
from .lexicon import content, phrases
from .matter import Judgement, Matter
from .novelty import short

_DEEDS = r"(?:confirm|approv|accept|determin|verif|validat|conclud|complet|finish|satisf|certif|investigat|review|examin|evaluat|assess|reconcil|audit|clear)"
_DEED = r"(?:settlement|payment|discharge|receipt|satisfaction|completion|approval|execution|confirmation|acceptance|clearance|verification|inspection|reconciliation|certification|evaluation)"
# "after the board has confirmed", "once its own inquiries have been completed", "after concluding its review"
_FIRST = phrases(
    rf"\b(?:after|once|until|when|as soon as) [^,;.]{{0,40}}? (?:has|have|shall have|will have|had) (?:[a-z]+ly |first |been |so )*(?P<done>{_DEEDS}\w*)"
    rf"|\b(?:after|upon|on|following) (?P<doing>{_DEEDS})\w*ing\b",
    re.IGNORECASE,
)
# "upon the end of the lease and settlement of every invoice"
_AND_FIRST = phrases(
    rf"\b(?:upon|on|after|following|once) [^,;.]{{3,80}}? and (?:the |full |prior |final |complete |due )*(?P<deed>{_DEED}) (?:of|by|from)\b",
    re.IGNORECASE,
)
_TIMED = phrases(
    r"(?i)\b(?:within|after|when|whenever|once|as soon as|at once|immediately|promptly|soon|by|days?|hours?|weeks?|months?|ends?|over)\b"
)
_ONLY = phrases(r"(?i)\b(?:only|nothing else|nobody else|no other|alone|solely|exclusively)\b")
# "solely for the fair" become "for the fair and its other business", "in the first place"
_MORE = phrases(
    r"\b(?:in the first (?:place|instance|line)|primarily|mainly|principally|chiefly|predominantly|first and foremost|above all|among other (?:things|purposes)|inter alia"
    r"|and (?:[\w-]+['’]s |its |their )?other (?:work|business|purposes?|customers?|clients?|projects?|services|products|matters|affairs|uses?|activities|needs)"
    r"|as well as (?:for |to |in )?(?:any|all|its|their) other)\b",
    re.IGNORECASE,
)
# "or such other baker as the board may approve"; where notices or money go is nobody's loss
_OR_SUCH = phrases(
    r"\bor (?:such|any|another|some)(?: other| further)?(?: (?!party|person|address|account|place|date|time|manner|form|terms?|currency|bank)[\w-]+){1,4}? (?:as|which|that|whom) [^,;.]{0,60}?\b(?:approves?|designates?|determines?|selects?|decides?|chooses?|appoints?|thinks?|deems?|considers?|names?|nominates?)\b",
    re.IGNORECASE,
)
_PICKED = phrases(
    r"(?i)\b(?:approv\w+|consent\w*|agree\w*|choos\w*|chosen|choice|pick\w*|decid\w*|nam(?:e|es|ed)|another|say\w*|tells?|told|sees?|likes?|wish\w*|wants?)\b"
)


def check(matter: Matter, term: Term, near: list[int]) -> Judgement | None:
    """What stands before or beside what was agreed in plain words, in the place that says it; None where nothing does."""
    start, end = matter.sentence_span(near[0])
    agreed = " ".join((term.agreed_text, *term.exceptions))
    found = first(agreed, matter.text[start:end]) or more(agreed, matter.text[start:end])
    if found is None:
        return None
    message, m = found
    return Judgement("weakened", None, (("states", start, end),), f'{message}: "{short(m[0])}".', "both")


def first(agreed: str, text: str) -> tuple[str, re.Match[str]] | None:
    """Something that has to be done first, of which the sheet has no word."""
    if not _TIMED.search(agreed):
        return None
    known = set(content(agreed))
    for m in (*_FIRST.finditer(text), *_AND_FIRST.finditer(text)):
        named = m.groupdict()
        deed = named.get("done") or named.get("doing") or named.get("deed") or ""
        if not _concepts(deed) & known:
            return "Something has to happen first that was not agreed", m
    return None


def _concepts(deed: str) -> set[str]:
    """What a deed means, also where only the root of its verb is known."""
    return set(content(f"{deed} {deed}e {deed}y"))


def more(agreed: str, text: str) -> tuple[str, re.Match[str]] | None:
    """Another purpose where there was to be one only, or somebody else whom one side picks."""
    m = _MORE.search(text) if _ONLY.search(agreed) and not _MORE.search(agreed) else None
    if m is not None:
        return "Agreed was this only; the draft has more", m
    m = None if _PICKED.search(agreed) else _OR_SUCH.search(text)
    return ("The draft lets somebody put another in its place", m) if m else None
