"""Conditions, exceptions and softenings in the words around a statement: where they stand and what sort they are.

Whether one of them takes something that was agreed is judged in `conditions`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Sort = Literal["exception", "condition", "softening"]

# Connectives that open a qualifier, by what they do to the rule they follow; where two would match, the first. The lists
# are those of drafting manuals (Adams, A Manual of Style for Contract Drafting, on exceptions, conditions and efforts;
# Burnham on "provided that"). What looks like one and is none stands behind `(?!`.
_EVER = r"(?:from time to time |at any time |then |may |reasonably |in good faith )*"
# A duty to try is not a duty to do, whatever stands between: "will, where it can, endeavour to"
_DUTY = r"(?:will|shall|must|agrees? to|undertakes? to|(?:is|are) to)"
_BETWEEN = r"(?:,[^,;.]{2,110},| (?:\w+ly|always|also|then|itself|in good faith|at all times|from time to time)\b)*"
_TRY = (
    r"(?:endeavou?r|try|attempt|seek|aim|strive|intend|hope|propose|plan|expect|wish|consider|explore|be (?:willing|prepared|disposed)|be guided by"
    r"|(?:use|make|exert|apply) [^,;.]{0,30}?(?:efforts?|endeavou?rs?|attempts?)|work towards?"
    r"|give (?:\w+ ){0,2}?consideration|have (?:\w+ )?regard|bear in mind|do (?:what|all that) it (?:\w+ )?can|normally|ordinarily|generally|usually|as a rule)"
)
_OPENS: tuple[tuple[Sort, tuple[str, ...]], ...] = (
    ("softening", (
        r"(?:at|in) [^,;.]{0,30}?\b(?:option|election|discretion)",
        r"in (?:its|his|her|their|the)[^,;.]{0,30}?(?:opinion|judgment|judgement)",
        r"if [^,;.]{2,40}? so (?:requests?|allows?|permits?|orders?|directs?)|(?:if|where|when(?:ever)?) [^,;.]{2,40}? so (?:elects?|chooses?|wishes|decides)(?! to\b)",
        r"(?:should|if|when(?:ever)?) (?:it|he|she|they) (?:is|are|be|feels?) so (?:minded|inclined|disposed)",
        r"(?:should|if|where|when(?:ever)?) [^,;.]{2,40}? (?:so (?:desires?|wish(?:es)?)|(?:is|are|be) (?:so )?(?:agreeable|willing|minded))|(?:should|if|where) [^,;.]{2,40}? (?:considers?|thinks?|finds?|deems?) [^,;.]{0,30}?(?:reasonable|prudent|convenient|expedient|worthwhile)",
        r"so far as (?:its|their|his|her) [^,;.]{0,40}? (?:agrees?|leaves? room|allows?)|whatever [^,;.]{0,50}? (?:thinks?|considers?|deems?|finds?) (?:prudent|fit|proper|right)|invites? [^,;.]{2,40}? to consider",
        r"as an? (?:gesture|act|matter|token) of (?:goodwill|good will|grace|courtesy|kindness)|if (?:it|he|she|they) so (?:chooses?|wish(?:es)?|prefers?|likes?|decides?|elects?)(?! to\b)",
        r"(?:is|are|be) (?:not )?(?:ordinarily|normally|generally|usually) (?:to be )?(?:expected|intended|meant|supposed)|(?:does|do) not (?:\w+ ){0,3}intend to",
        r"(?:where|if|when|as|in ?so ?far as|to the extent(?: that)?) [^,;.]{0,40}?\b(?:affairs|engagements|business|conditions|circumstances|workload|staffing|resources|time|schedules?|capacity|budgets?|availability|commitments|operations|stocks?|calendar|diary)\b[^,;.]{0,40}? (?:permits?|allows?)",
        r"(?:present|current) intention|(?:it is|it being) (?:not )?[^,;.]{0,30}?\bintention to",
        r"(?:best|reasonable|commercially reasonable|reasonable commercial|commercial|good faith|diligent|all reasonable) (?:efforts|endeavou?rs)",
        r"(?:sees?|thinks?|deems?|considers?|finds?) (?:it )?(?:fit|appropriate|necessary|proper|advisable)",
        rf"{_DUTY}{_BETWEEN} {_TRY}(?! (?:itself |themselves )?(?:bound|obliged))",
        r"to the satisfaction of|satisfactory to|may elect|(?:so )?elects?(?! (?:not|otherwise)\b)|may choose|endeavou?rs?|with a view to|aims? to",
        r"(?:where|if|when|as far as) (?:it is |reasonably )?(?:practicable|feasible|convenient)|(?:where|if|when) time (?:allows|permits)|target(?:ed)? (?=(?:response|repair|resolution|time|level|uptime|availability)\b)",
        rf"as (?:it|he|she|they) {_EVER}(?:sees?|thinks?|deems?|decides?|elects?|wish(?:es)?|chooses?|determines?)(?! [^,;.]{{0,25}}\bto be (?:due|necessary)\b)",
        r"to the extent (?:that )?(?:its|their|his|her|the [a-z]+'s) [^,;.]{0,30}?(?:allows?|permits?)",
        r"from time to time (?:elect|determine|decide|allow|permit)|as (?:its|their|his|her) [^,;.]{0,30}?(?:allows?|permits?)",
        rf"to (?:the|such) extent (?:as |that )?(?:it|he|she|they) {_EVER}(?:sees?|deems?|thinks?|may|determines?|chooses?)",
        r"(?:in )?so ?far as (?:this |that |it )?(?:is |may be )?(?:practicable|possible|reasonable|convenient|[^,;.]{0,30}?(?:polic(?:y|ies)|practices?|circumstances|resources|staffing))",
        r"consider(?:s|ing)? (?:in good faith|favou?rabl[ey]|any request)|in good faith (?:discuss|consider|seek|try|talk)|discuss in good faith",
        r"look(?:s|ing)? favou?rably",
        r"(?:is |are )?(?:presently |currently |at present )?(?:only )?estimated(?: at| to be)?|not (?:intended to be )?binding",
        r"indicative(?: only)?|for (?:guidance|information|planning) (?:purposes )?only",
    )),
    ("exception", (
        r"except(?:ing)?(?: that| for| as| where| when| while| if| to the extent| in)?|sav(?:e|ing)(?: that| for| as| where| in| only| to)?(?= )(?! [^;.]{0,200}?\bharmless\b)",
        r"unless(?! and until\b)|other than|excluding|exclusive of|with the exception of|(?<!separate\sand\s)apart from|not including|rather than|instead of|in lieu of|(?<!fall\s)(?<!falls\s)(?<!fell\s)(?<!falling\s)short of",
        r"(?:not|without) counting(?! towards)|leaving (?:aside|out of account)|disregarding|(?<=\d,\s)less(?= (?:any|all|such|whatever|what)\b)",
        r"but not(?! (?:limited|need|be|only|restricted|necessarily|exceeding|more|less|later|earlier)\b)|though not(?= (?:for|to(?! the exclusion\b)|in|where|when|if)\b)",
        r"do(?:es)? not (?:apply|extend|include|keep)|(?:shall|will) not (?:apply|extend)|(?<!\bis\s)(?<!\bare\s)not being",
        r"or, (?:in (?:the case of|the event of|an?|any)|as regards|where|if|for) |or in the case of",
    )),
    ("condition", (
        r"provided(?:,? (?:however|further|always))?,? (?:that|however)|provided(?= (?:the|such|no|each|it|they|he|she)\b)|on (?:the )?condition that",
        r"if and (?:only|to the extent|when)|only (?:if|when|where|after|upon|to the extent|in so ?far|for|with)|(?:but )?only (?:as|to)",
        r"(?<!as\s)to the extent|so (?:far|long) as|as long as|in ?so ?far as|insofar as|for (?:as|so) long as|subject to|contingent (?:up)?on|conditional (?:up)?on",
        r"so (?:given|made|timed) as to|to expire (?:only )?(?:on|at|with)|(?:expiring|taking effect) (?:only )?(?:on|at|with) the",
        r"within the limits? of|as regards|(?:but )?only (?:as regards|with respect to)|so far as (?:it )?(?:concerns|regards|relates to)",
        r"once(?! (?:a|an|per|each|every|in|only|the term|again)\b)|unless and until|not before|not earlier than|as soon as|(?<!either\s)while",
    )),
)  # fmt: skip
_OPEN = re.compile(
    "|".join(rf"(?P<{sort}>\b(?:{'|'.join(words)})\b)" for sort, words in _OPENS).replace(" ", r"\s+"), re.IGNORECASE
)
# "except for models, methods and tools that …": the commas of a short list close nothing
_LISTED = r"(?!\s+(?:shall|will|may|must|is|are)\s)(?:\s+[a-z'’-]+){1,3}(?:,(?:\s+[a-z'’-]+){1,3}){0,4},?\s+(?:and|or)\s+(?!(?:shall|will|may|is|are|in|to|on|at|by|not|the|if|any)\b)[a-z]"
# "Mill, Inc. has", "Mill S.A. is": the comma and the stop in a firm's name close nothing
_FIRM = r"(?:(?-i:Inc|LLC|L\.L\.C|Ltd|Limited|Corp|Co|S\.A|SA|S\.p\.A|GmbH|AG|PLC|plc|N\.V|B\.V|L\.P|LP|LLP))"
_NAME_GOES_ON = (
    r"(?<=Inc\.|Ltd\.|S\.A\.|N\.V\.|B\.V\.|L\.P\.)\s(?-i:[a-z])|(?<=Corp\.)\s(?-i:[a-z])|(?<=Co\.)\s(?-i:[a-z])"
)
# a bracket that closes what was opened before, not the letter of a section: "Section 4.1(c)"
_BRACKET = r"(?<!\(\w)(?<!\(\w\w)(?<!\(\w\w\w)\)"
_CLOSE = re.compile(
    rf";|\.(?!\w|{_NAME_GOES_ON})|,(?!\d|\s\d+\.\d|\s(?:however|if any|that|which|and without)\b|\s{_FIRM}\b|{_LISTED})|{_BRACKET}|—| – "
)


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A stretch of a sentence that takes from what the rest of it gives."""

    sort: Sort
    start: int  # in the draft
    end: int
    words: str
    opener: str  # the connective itself: "at its sole discretion"

    @property
    def body(self) -> str:
        """What follows the connective: the case excepted, or the condition."""
        return self.words[len(self.opener) :]


def qualifiers(text: str, start: int, end: int) -> list[Qualifier]:
    """The qualifiers in a stretch of the draft, each to the next comma, bracket or connective."""
    chunk = text[start:end]
    opened = list(_OPEN.finditer(chunk))
    out = []
    for i, m in enumerate(opened):
        limit = opened[i + 1].start() if i + 1 < len(opened) else len(chunk)
        stop = _CLOSE.search(chunk, m.end() + 1)
        close = stop.start() if stop else len(chunk)
        if stop and close - m.end() < 12 and stop[0] == ",":  # "provided, however, that": the words come after
            again = _CLOSE.search(chunk, stop.end())
            close = again.start() if again else len(chunk)
        sort: Sort = m.lastgroup  # type: ignore[assignment]
        if sort == "exception" and m.start() > 0:
            close = max(close, _to_the_end(chunk, m.end()))
        at = min(close, max(limit, m.end()))
        out.append(Qualifier(sort, start + m.start(), start + at, chunk[m.start() : at], m[0]))
    apart = (m for pattern in (_EXCEPTED, _SET_APART) for m in pattern.finditer(chunk))
    return out + [Qualifier("exception", start + m.start("case"), start + m.end(), m["case"], "") for m in apart]


def set_apart(text: str, start: int, end: int) -> Qualifier | None:
    """What a sentence sets apart from the rule to which it points back: "posters are not comprised in that sum"."""
    m = _SET_APART.match(text[start:end])
    return Qualifier("exception", start + m.start("case"), start + m.end(), m["case"], "") if m else None


# "motors and pumps excepted": the case stands before the word that takes it out
_EXCEPTED = re.compile(
    r"[,;(]\s*(?P<case>[^;(),.]{4,160}?)\s+(?:(?<!not )excepted|(?<!is )(?<!are )(?<!be )excluded)\b(?=\s*(?:[,;.)]|$))",
    re.IGNORECASE,
)
_RULE = r"(?:this|that|such|said|these|those|it|the (?:fee|price|sum|cap|limit|ceiling|warranty|licen[cs]e|indemnity|exclusion|amount|total|maximum|minimum|restriction)s?)"
# "doors and tiles being outside this warranty", "posters not counting towards the ceiling": case first, then what leaves it out
_SET_APART = re.compile(
    rf"(?:^\W*|(?<![^\s]\d),\s+|[;(:]\s*|(?:\bthat\s+))(?P<case>(?:(?!\b(?:shall|will|may|must|provided|if)\b|,\s+(?:but|it being)\b)[^;().]){{4,200}}?),?\s+(?:(?:(?:is|are|being|falls?|falling|lies?|lying|stands?)\s+(?:(?:outside|beyond|excluded\s+from|exempt\s+from)(?:\s+the\s+scope)?(?:\s+of)?))"
    rf"|(?:(?:is|are|being|does|do)\s+)?not\s+(?:being\s+|to\s+be\s+)?(?:count(?:ing|ed)?|comprised|included|covered|subject|comprehended)\s+(?:towards?|in|by|within|under|to|against))\s+{_RULE}\b",
    re.IGNORECASE,
)
_LAST = re.compile(
    rf"[;:]|\((?!\w{{1,3}}\))|{_BRACKET}|\.(?!\w)|\b(?:shall|will|may|must|agrees?|provided|in which case)\b|$",
    re.IGNORECASE,
)
LONGEST = 260  # characters of an exception that is read over its commas


def _to_the_end(chunk: str, at: int) -> int:
    """Where an exception ends that nothing but the full stop follows: its commas part its own cases; else 0."""
    stop = _LAST.search(chunk, at)
    return stop.start() if stop and stop[0] in ("", ".", ";") and stop.start() - at < LONGEST else 0
