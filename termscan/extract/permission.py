"""Whether an act is allowed, prohibited, or asks for consent: how any sentence says so, whatever the act is.

What is read is the modality of the verb (may, shall not, is free to), the reach of a denial, and the consent that
lifts it ("shall not … without consent" asks for consent; "may … without consent" does not). The distinctions are
those of drafting manuals (Adams, A Manual of Style for Contract Drafting, on discretion and prohibition).
"""

from __future__ import annotations

import re
from typing import Literal

from .masking import SLOTS

Permission = Literal["allowed", "with consent", "prohibited"]

REACH = 160  # characters of masked words on either side of the act within which a modal or a consent belongs to it
MODAL = 90  # characters before the act within which its modal stands
_CONSENT = r"(?:consents?|consented|approvals?|approved|approves?|permission|authori[sz]ation|authori[sz]ed|agreement in writing|agreed|agrees(?! not)|agree(?! not)|written agreement|agreement|leave|sign-off|go-ahead|opts? in|opt-in|say-so|blessing)"
_DENIED = re.compile(
    rf"(?<!\S)(?:{SLOTS['neither']}|not|never|neither|nor|no|nobody|cannot|prohibited from|forbidden to|forbidden from|barred from|refrain(?:s|ed)? from|refuses? to|abstains? from|without the right to|out of|waives?)(?!\S)"
)
# denials that deny a restriction, or belong to something else: "nothing prevents", "is not obliged", "not unreasonably withheld"
_DENIES_NOTHING = re.compile(
    r"(?<!\S)(?:nothing \S+(?: \S+){0,4} (?:prevents?|prohibits?|restricts?|limits?|stops?|keeps?)|not (?:be )?(?:prevented|prohibited|restricted|precluded|limited|barred|obliged|required|obligated)(?: (?:from|to))?|"
    r"not (?:be )?unreasonably|not (?:exceed|later|less|more|only)|no (?:later|less|more|longer than|consent|approval|permission|event|case|cost|charge|fee)|whether or not|not including|but not limited|not limited)"
)
_MAY = re.compile(
    r"(?<!\S)(?:may|can|might|free to|free and|at liberty to|entitled to|right to|rights to|permitted to|allowed to|authori[sz]ed to|licen[cs]e to|permission to|reserves? the right|agrees? that|consents? to|lets|allows?|permits?|authori[sz]es|allowed|permitted|freely|unrestricted|prevents?|prohibits?|restricts?|prevented|restricted|precluded)(?!\S)"
)
_BARRED = re.compile(
    r"^[^;]{0,90}?(?<!\S)(?:(?:is|are|be|shall be|being) )?(?:prohibited|forbidden|excluded|barred|not allowed|not permitted|not to|null|void|none|(?:shall|may|will|can|must|is|are|be) not)(?!\S)"
)
_LIFTED = re.compile(
    rf"(?<!\S)(?:without|unless|except|absent|only|save|subject to|prior|with|upon|on|after|until|requires?|required|needs?|needed|first|provided|if|conditional|approved|as|who|whom|which|that|before) [^;]{{0,110}}?(?<!\S){_CONSENT}(?!\S)"
    rf"|(?<!\S){_CONSENT} [^;]{{0,60}}?(?:is|are|be|comes?|being) (?:\S+ ){{0,2}}?(?:required|needed|necessary|given|obtained|had|before|first)"
)
# the same at either far end of a long clause, where looser words may belong to anything
_LIFTED_FAR = re.compile(
    rf"(?<!\S)(?:without|unless|until|except (?:with|upon|by|on|after)|save with|only (?:with|upon|on|after)) (?:[^;\s]+ ){{0,12}}?{_CONSENT}(?!\S)"
)
_NEEDED = re.compile(
    rf"(?<!\S)(?:requires?|needs?|subject to|only (?:with|upon|on|after|if|where)) (?:[^;\s]+ ){{0,12}}?(?<!no )(?<!not ){_CONSENT}(?!\S)"
)
# a clause of its own, with a subject: "but it may", "and Client shall"; not "may, or shall have the power to"
_PARTY = "".join(SLOTS[who] for who in ("customer", "provider", "each", "other"))
_GOES_ON = re.compile(
    rf"(?<!\S)(?:(?:but|however) (?:\S+ ){{0,3}}?|(?:and|or) (?:[{_PARTY}]|it|they|he|she|such) (?:\S+ ){{0,2}}?)(?:may|shall|will|can|must)(?!\S)"
)
_NOT_NEEDED = re.compile(
    rf"(?<!\S)(?:with or without|without|no|needs no|regardless of|irrespective of) (?:[^;\s]+ ){{0,8}}?{_CONSENT}(?!\S)"
    rf"|(?<!\S){_CONSENT} [^;]{{0,40}}?not (?:be )?(?:being )?(?:required|needed|necessary)"
    r"|(?<!\S)without (?:having to |first |the need to ){0,2}(?:ask|asking|consult|consulting)(?!\S)"
)


def permission(words: str, start: int, end: int) -> Permission | None:
    """What a masked sentence makes of an act that stands at these offsets; None where it says neither.

    Args:
        words: the masked sentence.
        start, end: the act's words in it.
    """
    clause = words.find(";", start, end)
    end = clause if clause >= 0 else end  # an act does not reach over the clause in which it begins
    first = words.rfind(";", 0, start) + 1
    stop = words.find(";", end)
    before = words[max(first, start - REACH) : end]  # with the act's own words: "rights .. may not be .. assigned"
    after = words[end : min(stop if stop >= 0 else len(words), end + REACH)]
    said = words[start:end] + after
    denied = _denied(before) or (bool(_BARRED.match(said)) and not _DENIES_NOTHING.search(said[: MODAL + end - start]))
    around = before + after
    if not denied:
        if _NOT_NEEDED.search(around) and not _NEEDED.search(around):
            return "allowed"
        if _LIFTED.search(around):
            return "with consent"
        return (
            "allowed"
            if _MAY.search(before[-MODAL - (end - start) :]) or _MAY.match(after.lstrip()) or _MAY.search(after[:40])
            else None
        )
    whole = words[first : stop if stop >= 0 else len(words)]
    return "with consent" if _LIFTED.search(around) or _LIFTED_FAR.search(whole) else "prohibited"


def _denied(before: str) -> bool:
    """Whether a denial stands before the act and reaches it: no modal without one comes between."""
    clear = _DENIES_NOTHING.sub(lambda m: "." * len(m[0]), before)
    denials = [m.end() for m in _DENIED.finditer(clear)]
    if not denials:
        return False
    return not _GOES_ON.search(clear[denials[-1] :])
