"""What sets a clock going: the event that a start names, how late it comes, and in whose hand it lies.

"Receipt of the invoice", "an invoice that Client has received" and "the date on which the invoice reaches Client" are one
event; "approval of the invoice" is another, comes later, and lies in the hand of whoever approves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .lexicon import phrases


@dataclass(frozen=True, slots=True)
class Event:
    """An event that may start a period: its name, how late in the usual course it comes (0 first), and how it is said."""

    name: str
    late: int
    said: re.Pattern[str]


def _event(name: str, late: int, *said: str) -> Event:
    return Event(name, late, phrases(rf"\b(?:{'|'.join(said)})\b", re.IGNORECASE))


def _over(period: str) -> str:
    """A period that is over: "the end of each calendar month", "once the month has closed", "month-end"."""
    last = r"(?:end|close|closing|expiry|expiration|termination|conclusion|last\s+(?:business\s+)?day)"
    return (
        rf"{last}\s+of\s+(?:[a-z]+\s+){{0,4}}?{period}\b|{period}(?:[- ]end|['’]s\s+end)"
        rf"|{period}(?:\s+(?:in\s+question|concerned))?\s+(?:(?:has|have|is|was|shall\s+have)\s+)?(?:ended|closed|expired|elapsed|over|ends|closes|expires)"
    )


# In the usual course of a deal: signature, delivery, invoice, receipt, approval, due date, payment, end. Where two events
# begin at the same word the first of the table is meant.
EVENTS: tuple[Event, ...] = (
    _event("end of the month", 3, _over("month")),
    _event("end of the quarter", 4, _over("quarter")),
    _event("end of the year", 5, _over("year"), r"first\s+day\s+of\s+(?:the\s+)?(?:[a-z]+\s+){0,2}?year(?:\s+(?:following|after))?"),
    _event("signature", 0, r"effective\s+date(?!\s+of\s+(?:\w+\s+)?(?:terminat|expir|notice|cancel|renew|change))", "sign(?:s|ed|atures?|ings?)", "execut(?:ed|ion)", r"date\s+(?:of\s+this\s+agreement|hereof|first\s+written)"),
    _event("the end of the agreement", 6, "terminat(?:ion|es?|ed)", r"the\s+end(?!\s+of)", r"its\s+end(?:ing)?", r"(?:expiry|expiration|end)\s+of\s+(?:this|the)\s+(?:agreement|contract|term|engagement|deal)", r"(?:(?<!following )it|(?:this|the)\s+(?:agreement|contract|term))\s+(?:(?:has|is|was|shall\s+have)\s+)?(?:ends|ended|expires|expired|over)"),
    _event("notice", 1, "notices?", "notif(?:y|ies|ied|ication)", r"(?:requests?|reminders?|written\s+demands?)"),
    _event("receipt", 2, "receipts?", "receiv(?:es?|ed|ing)", "reach(?:es|ed)?", "arriv(?:al|es|ed)", "gets?", "getting", "got", r"c(?:ame|omes?|oming)\s+(?:to\s+hand|in)", "obtain(?:s|ed|ing)?"),
    _event("approval", 4, "approv(?:al|es?|ed|ing)", "confirm(?:ation|s|ed|ing)?", "acknowledg(?:e?ment|es|ed|ing)", "ratif(?:ies|ied|ication)", "clear(?:s|ed|ance)", "authori[sz](?:es|ed|ation)", "verif(?:ies|ied|ication)", "certif(?:ies|ied|ication)", "releases?", "released", "reconcil(?:es?|ed|iation)", "sign-off", "validat(?:es?|ed|ion)", "audit(?:ed)?", r"satisf(?:ied|action)"),
    _event("acceptance", 4, "accept(?:s|ed|ance|ing)"),
    _event("resolution", 5, "resol(?:ution|ves?|ved)", "settle(?:d|ment)", "adjudicat(?:ed|ion)", "judgment"),
    _event("completion", 4, "complet(?:ion|es?|ed|ing)", "finish(?:es|ed)?", "conclu(?:des|ded|sion)", r"discharg(?:es|ed|ing)"),
    _event("delivery", 1, "deliver(?:y|s|ed|ing)", "ship(?:ment|ped|s|ping)", "hand(?:over|ed over)", "provision"),
    _event("dispatch", 0, r"des?patch(?:es|ed)?", r"(?:pass(?:es|ed)?|hand(?:s|ed)?(?: over)?|given|transfer(?:red)?)\s+(?:[a-z]+\s+){0,2}?to\s+(?:the\s+|a\s+|its\s+)?(?:first\s+)?(?:carrier|courier|haulier|forwarder)", r"leav(?:es|ing)\s+(?:the\s+)?(?:works|factory|warehouse|dock|port)", "transmi(?:ts|tted|ssion)", "load(?:ed|ing)"),
    _event("order", 0, r"plac(?:ing|es|ed)\s+(?:of\s+)?(?:the\s+|an?\s+|its\s+)?(?:[a-z]+\s+)?orders?", r"order(?:ed|ing)"),
    _event("payment", 5, "payments?", "paid", "mone?y(?:s|ies)?", "pays", "collect(?:s|ed|ion)", "remit(?:s|ted|tance)"),
    _event("funding", 5, "financing", "funding", "closing", "fund(?:s|ed)"),
    _event("the claim", 1, r"aris(?:es?|en|ing)", "arose", r"accru(?:al|es?|ed)", r"occurr(?:ence|ed|ing)|occurs?", r"discover(?:y|s|ed)"),
    _event("due date", 3, r"due(?:\s+date)?", "maturity"),
    _event("issue", 0, "issu(?:e|es|ed|ance)", "sent", "sending", r"(?<!effective )dated?", "bears", "submi(?:ssion|ts?|tted)", "present(?:s|ed|ation)", "mail(?:ed|ing)", "invoic(?:es?|ed|ing)"),
    _event("purchase", 1, r"purchas(?:es?|ed|ing)(?!\s+(?:orders?|price))", "buy(?:s|ing)?", "bought"),
    _event("launch", 4, "launch(?:es|ed)?", "go[- ]live", "goes live", "publi(?:shed|cation)"),
)  # fmt: skip
_THE_DATE = phrases(
    r"\s*(?:the\s+)?(?:date|day|time|moment)\b(?:\s+(?:of|on\s+which|when|that|at\s+which|which|in\s+which)\b)?", re.I
)


# what somebody has done or what has happened, said by a verb that is in no row of the table: an event of its own
_DEED = phrases(
    r"(?<!that )(?<!which )(?<!who )(?:\b(?:has|have|had|having|was|were)\s+(?:(?:been|so|first|duly|actually|itself|already|finally)\s+){0,2}|\bfirst\s+)"
    r"(?P<verb>(?!end|expir|elaps|pass|laps|begun|commenc|becom|need|call)[a-z]*(?:ed|made|given|gone|done|taken|left|put|set|become|begun|written|drawn|shown|found|met|sold|bought))\b",
    re.IGNORECASE,
)
_LIGHT = phrases(r"(?:given|made|taken|done|put|set)\b", re.IGNORECASE)
_AFTER_ALL = 4  # how late what is in no row of the table comes: nobody does it before the invoice is there


def event(words: str) -> Event | None:
    """The event that words name, by the first of them that names one; None where none does."""
    after = _THE_DATE.match(words)
    rest = words[after.end() :] if after else words
    found = [(m.start(), rank, e) for rank, e in enumerate(EVENTS) if (m := e.said.search(rest))]
    deed = _DEED.search(rest)
    if deed and _LIGHT.match(deed["verb"]) and any(at > deed.end() for at, _, _ in found):
        deed = None  # "has given notice": the noun says what was done
    if deed and not any(e.said.match(rest, deed.start("verb")) for e in EVENTS):
        found.append((deed.start("verb"), len(EVENTS), Event(deed["verb"].lower(), _AFTER_ALL, _DEED)))
    found.sort(key=lambda x: x[:2])
    # "the invoice that Client has received": the invoice only names what is received
    acts = [x for x in found if x[2].name != "issue" or "invoice" not in rest[x[0] : x[0] + 8].lower()]
    first = next((e for _, _, e in [*acts, *found]), None)
    # receipt of a notice or of money: the notice, the payment starts the period, however it travels
    travels = next((e for _, _, e in found if e.name in ("notice", "payment")), None)
    return travels if first and travels and first.name in ("receipt", "issue", "delivery") else first


def events(starts: tuple[str, ...]) -> tuple[Event, ...]:
    """The events that several starts name, and each of one that names several ("receipt, or acceptance if later")."""
    parts = [part for start in starts for part in (start, *_OR.split(start))]
    return tuple(dict.fromkeys(e for e in (event(part) for part in parts) if e is not None))


_OR = re.compile(r",|\b(?:or|and)\b")


_PAIRS = tuple(
    (re.compile(rf"\b(?:{a})\b", re.IGNORECASE), re.compile(rf"\b(?:{b})\b", re.IGNORECASE))
    for a, b in (("first", "last"), ("next|following", "same"), ("start|beginning|commencement|opening", "end|close|expiry|expiration"), ("earlier|earliest", "later|latest"), ("before", "after"))
)  # fmt: skip


def opposite(ours: str, theirs: str) -> bool:
    """Whether a start is at the other end of what was agreed: the last showing for the first, the same quarter for the next."""
    for one, other in (pair for a, b in _PAIRS for pair in ((a, b), (b, a))):
        here = one.search(ours) and not other.search(ours)
        if here and other.search(theirs) and not one.search(theirs):
            return True
    return False
