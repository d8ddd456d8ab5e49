"""What a point says beside its value: how much it matters, what else would do, exceptions, and doubt.

These words are taken out of the point, so that what is left is the agreed value and its sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..model import Priority

_VALUE = r"(?P<value>(?:[A-Z]{3} ?|[$€£] ?)?\d[\d,.]*(?:\s?%)?(?:\s+(?!is\b|are\b|would\b|at\b|if\b|but\b|and\b|ok\b|fine\b|too\b)[\w' -]{1,24}?)?)"
_END = r"(?=\s*(?:[).,;]|$|\bif\b|\bbut\b|\bat a\b|\band\b|\btoo\b|\bas well\b|\binstead\b))"
_BOUND = r"(?P<bound>at most|at least|up to|down to|no more than|no less than|max(?:imum)?|min(?:imum)?|as (?:far|high|low|little|much) as|not (?:under|below|over|above))?\s*"
_ACCEPT = (
    re.compile(
        rf"[(,;–—-]?\s*(?:but )?(?:(?:we|i)(?:'d| would| could| can| will|'ll| might)?|could|would|can|will) (?:also |still |even |go as far as to )*"
        rf"(?:accept|live with|take|go(?: up| down)? to|stretch to|agree to|settle for|sign(?: at| for)?|tolerate|do) {_BOUND}{_VALUE}{_END}\)?",
        re.I,
    ),
    re.compile(
        rf"[(,;–—-]?\s*(?:but )?{_BOUND}{_VALUE} (?:is|would be|would also be|are) (?:also |still )?(?:ok(?:ay)?|fine|acceptable|alright|all right|workable)(?: (?:too|as well|with us|for us|by us))?{_END}\)?",
        re.I,
    ),
    re.compile(
        rf"[(,;–—-]?\s*(?:fall-?back|acceptable|accept(?:able range)?|would do|will accept|tolerance|at a push|at a pinch|if pushed|worst case)\s*:?\s*{_BOUND}{_VALUE}{_END}\)?",
        re.I,
    ),
    re.compile(
        rf"[(,;–—-]?\s*{_VALUE} (?:at a push|at a pinch|if pushed|at the outside|if we must|acceptable)\)?", re.I
    ),
)
_WALK = re.compile(
    r"[(,;–—-]?\s*(?:we )?(?:walk(?:[ -]?away)?|no deal|not sign)(?:(?: (?:at|if|from|beyond|above|below|under|over|past))+|\s*:)\s*(?P<value>[^.;)]+)\)?",
    re.I,
)
_PRIORITIES: tuple[tuple[Priority, re.Pattern[str]], ...] = (
    (
        "must",
        re.compile(
            r"[\[(,;–—-]*\s*\b(?:(?:this |it |that )?(?:is |'s )?(?:an? )?(?:absolute )?(?:must[- ]haves?|non[- ]negotiable|not negotiable|deal[- ]?breaker|red line|critical|essential)(?: for us| to us)?(?: point)?|must(?=\s*(?:[).,;\]!]|$)))\s*!*[)\]]?",
            re.I,
        ),
    ),
    (
        "tradeable",
        re.compile(
            r"[\[(,;–—-]*\s*\b(?:(?:this |it )?(?:is |'s )?(?:an? )?(?:nice[- ]to[- ]haves?|trade?able|negotiable|give[- ]?away|bargaining chip|flexible|low priority|something to (?:give|trade)|nice\b(?=\s*[)\];,.]|\s*$))(?: for us)?|(?:we )?(?:can|could) (?:be (?:given|traded)(?: away)?|give (?:this|it)(?: (?:away|up))?|trade (?:this|it)(?: away)?|let (?:this|it) go|concede(?: this)?|drop this))\s*[)\]]?",
            re.I,
        ),
    ),
    (
        "important",
        re.compile(
            r"[\[(,;–—-]*\s*\b(?:this is |it's )?(?:quite |very )?important\b(?! (?:employee|data|person))\s*[)\]]?",
            re.I,
        ),
    ),
)
_COLUMN: tuple[tuple[Priority, str], ...] = (
    ("must", r"\b(?:must|high|critical|essential|non|red|key|1|a|yes|y|x)\b|^!+$|^\*{3}$"),
    ("tradeable", r"\b(?:nice|low|trad\w+|flex\w*|give|could|3|c)\b"),
    ("important", r"\b(?:important|medium|normal|2|b|should)\b"),
)
_DOUBTS = re.compile(
    r"\b(?:tb[acd]|to be (?:confirmed|agreed|decided|discussed|determined|settled|negotiated|clarified)|not (?:yet |fully |quite )?(?:agreed|settled|decided)|(?:still|left) open|"
    r"open (?:point|issue|question)|unclear|undecided|probably|maybe|perhaps|i (?:think|believe|guess)|we think|not sure|unsure|roughly|approx(?:\.|imately)?|ballpark|"
    r"(?:they|he|she|client|customer|vendor|supplier|provider|other side)(?: still)? (?:wants?|asks?|asked|propos\w+|wanted|pushed|push|insists?|suggest\w*)|we(?: had)? (?:propos\w+|want|wanted|asked|suggest\w*|said|offered|prefer)|"
    r"under discussion|pending|(?:need|have|needs) to (?:check|confirm|come back|ask)|or so|ish|if i remember|check with|as far as i (?:recall|remember)|around (?=[\d$€£])|about (?=[\d$€£])|somewhere|either \S+ or \S+ (?:days|months|years|percent))\b"
    r"|\?\s*[)\].]*\s*$|\?\?|~\s?\d|\[(?:●|•|_+|\.+|tb\w)?\]|_{3,}|\bXX+\b",
    re.I,
)
CONSENT = re.compile(
    r"\b(?:agree[sd]?|consents?|approv\w+|permission|sign-?off|asked first|ok from|written ok|asks first|asking first)\b",
    re.I,
)
_EXCEPT = re.compile(
    r"[,;(–—-]?\s*\b(?P<lead>except(?:ing|ions?)?(?:\s*:)?(?: for| that| in| where| when)?|other than|save (?:for|that|in)|apart from|excluding|excludes|but not(?: for| to| in)?|not counting|with the exception of|carve[- ]?outs?(?:\s*:| for)?|"
    r"unless|provided(?: that)?|so long as|as long as|subject to|only if|only where|only when|only for|not if)\s+(?P<words>[^.;]+)",
    re.I,
)
_NOTICE = re.compile(r"\bnotice\b", re.I)  # "renews unless one gives three months' notice" states that notice
_STAYS = ("unless", "provided", "so long", "as long", "subject to", "only", "not if")


@dataclass(frozen=True, slots=True)
class Remarks:
    """What was taken out of a point; `accept` and `walk_away` are still words, not yet a bound."""

    priority: Priority | None = None
    accept: str | None = None
    walk_away: str | None = None
    doubt: str | None = None
    exceptions: tuple[str, ...] = ()


def remarks(words: str) -> tuple[str, Remarks]:
    """A point without its remarks, and the remarks."""
    doubt = _DOUBTS.search(words)
    found = Remarks(doubt=doubt[0].strip() if doubt else None)
    for pattern in _ACCEPT:
        m = pattern.search(words)
        if m:
            bound = " ".join((m.groupdict().get("bound") or "").lower().split())
            found = replace(found, accept=f"{_BOUNDS.get(bound, '')} {m['value'].strip(' -')}".strip())
            words = _without(words, m)
            found = replace(found, doubt=d[0].strip() if (d := _DOUBTS.search(words)) else None)
            break
    if m := _WALK.search(words):
        found, words = replace(found, walk_away=m["value"].strip()), _without(words, m)
    for priority, pattern in _PRIORITIES:
        if m := pattern.search(words):
            found, words = replace(found, priority=priority), _without(words, m)
            break
    return words.strip(" ,;–—-"), found


_BOUNDS = {
    **dict.fromkeys(("at most", "up to", "no more than", "max", "maximum", "as far as", "as high as", "as much as", "not over", "not above"), "at most"),
    **dict.fromkeys(("at least", "down to", "no less than", "min", "minimum", "as low as", "as little as", "not under", "not below"), "at least"),
}  # fmt: skip


def priority_of(cell: str) -> Priority | None:
    """What a cell of a priority column says."""
    return next((p for p, pattern in _COLUMN if re.search(pattern, cell.strip(), re.I)), None)


def exceptions(words: str) -> tuple[str, tuple[str, ...]]:
    """A sentence without its exceptions and conditions, and these as a term sheet lists them.

    "only with consent" and the like are no exception but the agreed choice, and stay; so does a notice that stops a renewal.
    """
    m = _EXCEPT.search(words)
    if m is None or CONSENT.search(m["words"]) or (_NOTICE.search(m["words"]) and m["lead"].lower().startswith(_STAYS)):
        return words, ()
    lead, listed = m["lead"].lower(), m["words"].strip(" ,()")
    if lead.startswith(_STAYS):
        return _without(words, m).strip(" ,;("), (f"{m['lead'].lower()} {listed}",)
    parts = [part.strip(" ,()") for part in re.split(r"\s*[,/]\s*(?:and |or )?|\s+(?:and|or)\s+", listed)]
    return _without(words, m).strip(" ,;("), tuple(part for part in parts if part)


def _without(words: str, m: re.Match[str]) -> str:
    left, right = words[: m.start()].rstrip(" ,;(–—-"), words[m.end() :].lstrip(" ,;)–—-")
    joint = "" if right.startswith((".", ",", ";")) else "; " if left and right else ""
    return f"{left}{joint}{right}".strip()
