"""How a sentence treats a clause that it names: whether it takes something from it, or only points to it.

Most references point: "as set forth in Section 4", "pursuant to Section 9", "Section 12 shall survive". What takes something
away makes the clause the subject of what it says ("Section 5 shall be no reason to"), denies a party what stands there
("shall not be bound by Section 8"), or says how it is to be read ("for the purposes of Section 2").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from .citations import Citation, citations
from .lexicon import phrases
from .matter import Matter

AROUND = 110  # characters before and after a reference that say how it is meant
LONGEST = 420  # characters after a reference in which it is said what that one is limited to

# what sets aside the reference that follows it
_BEFORE = phrases(
    r"\b(?:notwithstanding|despite|in spite of|regardless of|irrespective of|without regard to|whatever|no matter what|in lieu of|in place of|"
    r"instead of|supersed\w+|(?:prevails?|precedence) over|overrid\w+|exceptions? (?:to|from)|derogat\w+ (?:from|of)|depart\w+ from|sets? aside|"
    r"disregard\w*|displac\w+|disappl\w+|not having|without(?!(?:\s+in\s+any\s+way)?\s+(?:limit|prejudic|derogat|affect|lessen|waiv|reduc|diminish)))\b"
    r"(?P<between>[^.;,]{0,70})$",
    re.IGNORECASE,
)
# what stands between such words and the reference when it is not the reference that they set aside: an end under it, or what
# it says is to be kept ("notwithstanding the foregoing and except as provided in Section 7")
_SPARES = phrases(
    r"\b(?:except\w*|save|subject to|whether|as (?:otherwise )?(?:provided|set (?:out|forth)|agreed|permitted)|(?:terminat|expir|cancel)\w*[^.;,]*\b(?:under|pursuant to|in accordance with|by virtue of))\b",
    re.IGNORECASE,
)
_PURPOSES = phrases(r"\bfor (?:the )?purposes? of (?:\w+ ){0,3}$", re.IGNORECASE)
_LIMITS = phrases(
    r"\b(?:only|alone|solely|no (?:notice|payment|claim|act|other)|not (?:until|before|unless|count\w*|includ\w*)|(?:is|are|shall be) (?:reckoned|counted|disregarded|left out)|leaves? out)\b",
    re.IGNORECASE,
)
# how a clause is to be read, at the head of a sentence
_READ = phrases(
    r"^\W*(?:(?:in (?:reading|applying|reckoning|computing|the application of|the reckoning of)|as (?:to|regards|respects)|with (?:regard|respect) to|in (?:relation|regard) to) (?:\w+ ){0,4}?(?:under |of |in )?)$",
    re.IGNORECASE,
)
# "nothing in Section 5 prevents Agency from"; "the limit of Section 9 is doubled for"
_NOTHING_IN = phrases(
    r"\b(?:nothing|neither|no part|no provision)\s+(?:\w+\s+){0,3}?(?:in|of|under)\s+$", re.IGNORECASE
)
_HINDERS = phrases(
    r"[^.;,]{0,60}?\b(?:prevent|limit|preclud|restrict|prohibit|stop|hinder|keep|bar|forbid|oblig|requir|reach|extend|touch|cover|catch|compel|commit|entitl|debar|disentitl|deter|inhibit|impede|constrain)(?:s|es|e|ing)?\b|[^.;,]{0,60}?\bstands? in the way\b",
    re.IGNORECASE,
)
# "does not attract the period allowed by Section 7"; "shall give no notice under Section 11 while": what it gives is not given
_NOT_UNDER = phrases(
    r"\b(?:(?:shall|will|may|must|does|do|can)(?:\s+not|not)\s+(?:attract|enjoy|have|carry|trigger|engage|give|serve|exercise|invoke|rely|claim|use|call|benefit|demand|make|bring|qualify)"
    r"|(?:shall|will|may|must|does|do|can|has|have)\s+(?:attract|enjoy|have|carry|give|serve|exercise)?\s*no\s+(?:right|notice|period|claim|benefit|remedy|time))\b"
    r"[^.;,]{0,60}?\b(?:under|pursuant to|allowed by|allowed in|given by|given in|granted by|granted in|provided (?:for )?(?:by|in)|of|upon|on)\s+(?:the\s+(?:first|second|last|third)\s+(?:sentence|limb|part|paragraph)\s+of\s+)?$",
    re.IGNORECASE,
)
# "nor may Agent have recourse to Section 5", "shall not be bound by Section 10", "is relieved of what it owes under Section 4"
_DENIED = phrases(
    r"\b(?:not|nor|never|no|nobody|neither|cannot|without|rather than)\b[^.;]{0,60}?\b(?:recourse to|resort(?:ing)? to|invok(?:e|ing)|rel(?:y|ying) (?:up)?on|bound by|held to|confined to|"
    r"avail(?:ing)? (?:itself|himself|themselves|herself) of|open to \w+ under|entitled (?:to \w+ )?under|answerable under|await(?:ing)?|wait(?:ing)? for|apply(?:ing)?|observ(?:e|ing)|comply(?:ing)? with)\s+(?:[^.;,]{0,30}?\b(?:under|of|in|by) )?$",
    re.IGNORECASE,
)
# what may stand between a reference and its verb
_CALLED = (
    r"\s*(?:[(\[][^)\]]{0,60}[)\]]\s*)?(?:(?:above|below|hereof|hereto|of (?:this|the) [A-Z]\w*(?: [A-Z]\w*)?)\s*)?"
)
# "is neither counted towards the sum in Section 9"
_NOT_HELD = phrases(
    r"(?<!which )(?<!that )(?:\b(?:is|are|be) not|\b(?:shall|will) not be|\bneither|\bnor) (?:\w+ )?(?:counted|held|bound|reckoned|governed|measured|caught|confined|reached|restrained|touched|reduced|charged|credited)\b[^.;]{0,60}\b(?:in|under|of|by|to|towards?|against)\s+$",
    re.IGNORECASE,
)
# what a clause gives is what is spoken of: "the licence granted in Section 2 shall", "a notice under Section 9 is"
_ITS_THING = phrases(
    r"(?:^|[;:])\W*(?:\(\w+\)\s*)?(?:(?:for|while|until|as long|so long|to|in)\b[^.;,]{3,110}, )?\b(?!if\b|where\b|when\b|unless\b|upon\b|nothing\b|except\b|subject\b)(?:(?!\b(?:shall|will|may|must|is|are|can|not|with|upon|subject)\b)[^.;,:]){2,90}\b(?:under|in|of|by)\s*$",
    re.IGNORECASE,
)
# and what is said of that: that it is less, or not what it was
_IS_LESS = phrases(
    rf"{_CALLED}(?:included,? )?(?:(?:shall|will|may|can|is|are|has|have) (?:(?:\w+ly|however|also|then|thereby|likewise|in turn) )?(?:be )?(?:been )?"
    r"(?:reckoned|regarded|treated|counted|suspended|reduced|made over|halved|postponed|lowered|void|lost|forfeited|credited|withheld|confined|restricted|deferred|delayed|stayed|held (?:back|over)|extinguished|released|discharged|exhausted|spent"
    r"|conditional|dependent|contingent|severable|deducted|set off|offset|netted|capped|abated|curtailed|varied|waived|shortened|extended|exercisable only|open only|available only|out of reach|in abeyance|not (?!limited|affected|exclusive|in limitation|intended)\w+|no longer|(?:ceas|laps|rest|wait|abat)(?:e|s)?)"
    r"|(?:rests?|waits?|lapses?|abates?|opens? (?:only|up)?|closes?|falls? away|sleeps?|hangs? (?:up)?on|depends? (?:up)?on|turns? (?:up)?on|stands? (?:over|back|suspended|still)|ceases?|arises? only|does not arise|do not arise|reaches? no|go(?:es)? no))\b",
    re.IGNORECASE,
)
# "Section 9 not standing in the way", "Section 10 creates no duty"
_HAS_NO = phrases(
    rf"{_CALLED}(?:(?:not (?!includ|count|exceed)\w+ing|(?:standing|stepping|drawing) (?:back|aside|down)|giving way|yielding|ceding|having (?:no|been)|had (?:not|never))\b|(?:creat|impos|confer|grant|afford|plac)(?:s|es) (?:no|nothing)\b)",
    re.IGNORECASE,
)
_BY_SO_MUCH = phrases(
    r"\s*(?:(?:above|below|hereof)\s+)?(?:shall|will|is|are)\b[^.;]{0,40}?\b(?:doubled?|halved?|trebled?|reduced|increased|raised|lowered|extended|shortened|suspended|(?:two|three|four|five|six|ten|half) times)\b",
    re.IGNORECASE,
)
# what takes a case out of the clause named after it: "are excepted from Section 5", "shall not count towards the sum in Section 5"
_LEFT_OUT = phrases(
    r"\b(?:(?:excepted|exempt(?:ed)?|taken out|carved out)(?= (?:from|of))|left out(?: of account)?|(?:forms?|forming|makes?) no part|(?:falls?|falling|lies?|lying|is|are|stands?|remains?|being) (?:outside|beyond|no part|not (?:a )?part|free))"
    r"\b(?: [^.;]{0,60}?\b(?:from|of|in|into|towards?|by|under|against))?\s+(?:[^.;,]{0,40}?\b(?:of|in|under|by)\s+)?$",
    re.IGNORECASE,
)
_RELATIVE = phrases(
    r"\b(?:which|that|who|if|unless|where|when|as)(?: \w+){0,4} $", re.IGNORECASE
)  # it only says which are meant
# "nor shall Section 5 hinder Agent", "as though Section 5 had not been written", "whether or not Section 13 leaves time"
_INVERTED = phrases(
    r"\b(?:(?:nor|neither|never) (?:shall|will|does|do|may|is|are|can)|as (?:if|though)|whether or not)\s+(?:[^.;,]{0,30}?\b(?:of|in|under)\s+)?$",
    re.IGNORECASE,
)
# what follows from a breach of a clause keeps it
_BREACH = phrases(
    r"\b(?:violat\w+|breach\w*|contraven\w+|infring\w+|contrary to|non-?compl\w+|fail(?:s|ed|ure)?|default\w*|disregard)\b[^.;]{0,70}$",
    re.IGNORECASE,
)
# what a clause only describes is another thing: "the goods set forth in Section 2"
_POINTS = phrases(
    r"\b(?:set (?:out|forth)|described|defined|provided|specified|contemplated|identified|listed|required|permitted|referred to|referenced|pursuant|accordance|according|subject|consistent|compliance)\b[^.;,]{0,12}$",
    re.IGNORECASE,
)
# what sets aside the reference before it; a clause that does not affect or exceed another keeps it whole
_KEEPS = r"(?:be |been )?(?:unreasonably|limited to|withheld|affect\w*|prejudice\w*|impair\w*|waive\w*|relieve\w*|exceed\w*|construed|deemed|be less|be more|exclusive|(?:intended|meant) to be)"
_AFTER = phrases(
    rf"{_CALLED}(?:, [^,;.]{{5,90}}, )?(?:(?:likewise|also|however|equally|therefore|accordingly|further|in turn|moreover) )?(?:,?\s*(?:to the contrary )?notwithstanding\b"
    r"|(?:is|are|shall be) (?:\w+ )?without prejudice\b"
    rf"|(?:not )?being\b|(?:(?:shall|will|does|do|did|may|can|is|are|must|limitations?|restrictions?|obligations?)\s+){{1,2}}(?:\w+ly )?(?:(?:not|never|no longer)(?! {_KEEPS})|(?:be \w+ )?only\b|cease|lapse|yield|give way)"
    r"|(?:shall have|will have|has|have) no (?:bearing|application|effect|force)\b|ceases?\b|lapses?\b|yields?\b|gives? way|(?:shall|is to|are to|must|will) be (?:read|construed|understood|taken) (?:accordingly|(?:, [^;.]{0,120}, )?as if|as though|so as)|(?:is|are|shall be|will be|being) (?:without effect|not engaged|set aside|replaced|suspended|waived|superseded|disregarded))",
    re.IGNORECASE,
)
# what is not usually said of a clause: that it survives, applies, governs or sets something forth is
_CUSTOMARY = r"(?:\w+ly |also |always )*(?:(?:surviv|remain|continu|govern|control|prevail|outlast|outlive|endur|includ|contain|describ|specif|requir|terminat|expir|inure|constitut)\w*|appl(?:y|ies|icable)(?! (?:equally|also|only|likewise|as if|as though|instead))|set|bind|not|be(?! (?:no|nothing)\b)|have)\b"
_TOLD = phrases(
    rf"{_CALLED}(?:(?:provides|allows|gives|names|fixes|sets|speaks|requires|mentions|grants)(?: for)? )?(?:to \w+(?: (?:and|or) \w+)? )?"
    rf"(?:(?:shall|will|may|must|can|does) (?!{_CUSTOMARY})|(?:is|are) (?:from then|only|thereby|(?:\w+ )?(?:counted|reckoned|measured))\b"
    r"|(?:leaves?|yields?|starts?|begins?|runs?|counts?|extends?|covers?|stops?|abates?|stands?|holds?|operates?|becomes?|reverts?|goes|passes|falls?|appl(?:y|ies) (?:equally|only|likewise|as if|as though))\b)",
    re.IGNORECASE,
)

# "outright": set aside in so many words; "denied": something of it does not hold, which may be one of the exceptions that it
# has anyhow ("Section 7 does not apply to …"); "told": something is said of it that is not usually said of a clause
Manner = Literal["outright", "denied", "told"]


def set_aside(matter: Matter) -> Iterator[tuple[int, Citation, Manner]]:
    """Every reference of the draft from which something is taken where it stands: its sentence, itself, and how."""
    for index in range(len(matter.reading.masked)):
        start, end = matter.sentence_span(index)
        for cited in citations(matter, start, end):
            manner = None if cited.own else _manner(matter, index, cited)
            if manner is not None:
                yield index, cited, manner


def _manner(matter: Matter, index: int, cited: Citation) -> Manner | None:
    start, end = matter.sentence_span(index)
    if _opened(matter, start, cited):
        return "outright"
    before = matter.text[max(start, cited.start - AROUND) : cited.start]
    after = matter.text[cited.end : min(end, cited.end + AROUND)]
    said = _AFTER.match(after)
    if said and not (_BREACH.search(before) and "notwithstanding" not in said[0].lower()):
        return "denied"
    if _read_for(matter, start, end, cited):
        return "denied"
    told = (_TOLD.match(after) and not points(before)) or (
        _IS_LESS.match(after) and _ITS_THING.search(before) and not _BREACH.search(before)
    )
    return "told" if told and cited.clause else None


def _read_for(matter: Matter, start: int, end: int, cited: Citation) -> bool:
    """ "For the purposes of Section 2, a notice counts only if …": another clause says what that one means."""
    before = matter.text[start : cited.start]
    if _PURPOSES.search(before):
        return bool(_LIMITS.search(matter.text[cited.end : min(end, cited.end + LONGEST)]))
    return bool(cited.numbers) and len(before) < AROUND // 2 and bool(_READ.match(before))


def _opened(matter: Matter, start: int, cited: Citation) -> bool:
    """Whether the words before a reference set it aside."""
    before = matter.text[max(start, cited.start - AROUND) : cited.start]
    return (
        _sets_aside(before)
        or (bool(cited.numbers) and _outdone(before, matter.text[cited.end : cited.end + AROUND]))
        or _not_under(before)
        or (bool(cited.numbers) and _denied(before))
        or (_NOTHING_IN.search(before) is not None and _HINDERS.match(matter.text, cited.end) is not None)
        or (
            bool(cited.numbers)
            and (_BY_SO_MUCH.match(matter.text, cited.end) or _HAS_NO.match(matter.text, cited.end)) is not None
        )
    )


# "if Buyer does not exercise its option under Section 4" tells a case, and takes nothing
_IF = phrases(
    r"\b(?:if|where|when|whenever|unless|until|should|in the event(?: that)?|in case)\b[^.;,]*$", re.IGNORECASE
)


def _not_under(before: str) -> bool:
    """Whether the words that lead up to a reference deny what it gives."""
    m = _NOT_UNDER.search(before)
    return m is not None and _IF.search(before[: m.start()]) is None


def _denied(before: str) -> bool:
    """Whether the words that lead up to a reference say that it does not hold: for somebody, for a case, or at all."""
    out = _LEFT_OUT.search(before)
    return (
        _DENIED.search(before) is not None
        or _NOT_HELD.search(before) is not None
        or _INVERTED.search(before) is not None
        or (out is not None and _RELATIVE.search(before[: out.start()]) is None)
    )


# "may name an earlier day than Section 7 allows", "over and above the sums in Section 4"
_BEYOND = phrases(
    r"(?<!no )(?<!not )\b(?:earlier|later|sooner|longer|shorter|more|less|fewer|greater|smaller|higher|lower|larger|wider|narrower)\b[^.;,]{0,60}? than (?:(?:is|are|as|that|those|what|the) )?(?:[\w-]+ ){0,3}?$"
    r"|\b(?:over and above|on top of|(?:goes?|counts?|tells?) (?:to (?:reduce|lower|shorten|exhaust|diminish)|against|towards?))\b[^.;,]{0,50}$",
    re.IGNORECASE,
)
# "Maker alone may invoke Section 4"; "may call on Section 4 only once …"
_CALLS_ON = phrases(
    r"\b(?:may|can|shall|will|(?:is|are) (?:entitled|free) to)\b(?:,? (?:however|then|also|only|itself|alone|in that case))*,? (?:invoke|call (?:up)?on|rely (?:up)?on|exercise|resort to|have recourse to|have resort to|avail \w+ of|claim under|proceed under|make use of|use|appeal to)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
_ALONE = phrases(r"\b(?:alone|only|nobody but|none but)\b", re.IGNORECASE)
_ONLY_THEN = phrases(r"[^.;]{0,30}?\b(?:only|not before|no earlier than|but not)\b", re.IGNORECASE)


def _outdone(before: str, after: str) -> bool:
    """Whether a sentence goes beyond what a clause gives, or lets one side alone, or in one case alone, call on it."""
    m = _CALLS_ON.search(before)
    one = m is not None and (_ALONE.search(before) or _ONLY_THEN.match(after)) is not None
    return one or _BEYOND.search(before) is not None


def _sets_aside(before: str) -> bool:
    """Whether the words that lead up to a reference set it aside, and not something else beside it."""
    m = _BEFORE.search(before)
    return m is not None and _SPARES.search(m["between"]) is None


def points(before: str) -> bool:
    """Whether the words that lead up to a reference make it a mere pointer, or tell what follows from its breach."""
    return _BREACH.search(before) is not None or _POINTS.search(before) is not None
