"""Two words that exclude each other: what was agreed in plain words by the one, and the draft says by the other.

Net profit and gross profit, with interest and without it, 8 pm and 8 am: a reader of contracts knows these pairs, and so
few words change that a sentence still says all the rest of what was agreed. A draft that has both words may say the
agreed one somewhere in the sentence, and is left alone; so is a sheet that has both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..termsheet import Term
from .lexicon import content, phrases
from .matter import Judgement, Matter
from .novelty import short, with_more

NEAR = 2  # places of those that say it as likely in which the other word counts

_TAXES = r"(?: \w+){0,3}? (?:tax|taxes|vat|duties|levies)\b"
_NOON, _HALF_DAY = 12, 12  # hours


class Contrast(NamedTuple):
    """Words that say a thing, and those that say the opposite; `back`: the second may as well have been agreed."""

    one: re.Pattern[str]
    other: re.Pattern[str]
    back: bool


def _pair(one: str, other: str, *, back: bool = True) -> Contrast:
    return Contrast(phrases(one, re.IGNORECASE), phrases(other, re.IGNORECASE), back)


_PAIRS = (
    _pair(r"\bnet(?:s|ted|ting)?\b(?! of\b)", r"\bgross(?! (?:neglig|careless|misc|fault|breach|error))"),
    _pair(
        r"\bgross(?:ly)? (?:neglig|careless|fault|misconduct|breach|error)\w*",
        r"(?<!gross )(?<!grossly )\b(?:neglig\w+|careless\w*)",
    ),
    _pair(
        r"\b(?:without|no|free of|not bear(?:ing)?(?: any)?|bears? no|bearing no)(?: any)? interest\b|\binterest[- ]free",
        r"\b(?:with|plus|together with|bears|bearing)(?: (?:the|any|all|accrued|statutory|default))* interest\b|\binterest-bearing\b|\binterest (?:it has|(?:that )?has) (?:borne|earned|accrued)",
    ),
    _pair(
        rf"\b(?:plus|exclusive of|exclud\w+|not includ\w+|before|on top of|without|net of){_TAXES}",
        rf"\b(?:inclusive of|(?<!not )includ\w+|after){_TAXES}",
    ),
    _pair(
        r"(?<!not )(?<!non-)(?<!not be )\bbinding\b|\bbinds\b",
        r"\b(?:advisory|non-?binding|not(?: be)? binding|(?:a|as) (?:mere )?recommendation|persuasive|purely indicative)\b",
    ),
    _pair(r"(?<!non-)(?<!non)(?<!not )\bexclusive(?:ly)?\b(?! of)", r"\b(?:non-?exclusive(?:ly)?|not exclusive)\b"),
    _pair(r"(?<!jointly and )\bseverally\b(?! and jointly)|\beach for (?:itself|its own)\b", r"\bjoint(?:ly)? and several(?:ly)?\b"),
    _pair(
        r"\b(?:in writing|written|writes?)\b",
        r"\b(?:oral(?:ly)?|by word of mouth|verbal(?:ly)?|by telephone|in conversation)\b",
    ),
    _pair(r"\b(?:in advance|up front|prepa(?:y|ys|id|yment))\b", r"\b(?:in arrears?|in retrospect|after the event)\b"),
    _pair(r"\b(?:non-?refundable|not refund\w+)\b", r"(?<!non-)(?<!not )(?<!not be )\b(?:refundable|be refunded)\b"),
    _pair(
        r"\b(?:non-?transferable|not (?:be )?transfer\w+)\b",
        r"(?<!non-)(?<!not )(?<!not be )\b(?:transferable|be transferred)\b",
        back=False,
    ),
    _pair(
        r"\b(?:irrevocabl[ey]|perpetual(?:ly)?|for ever|forever|for good)\b",
        r"(?<!ir)\brevocabl[ey]\b|\b(?:revoked|withdrawn|ended|terminated) at (?:any time|will|pleasure)\b",
        back=False,
    ),
    _pair(r"\b(?:unanimous(?:ly)?|unanimity)\b", r"\b(?:majority|casting vote)\b"),
    _pair(r"(?<!un)\baudited\b", r"\b(?:unaudited|not audited|not been audited)\b"),
    _pair(r"(?<!un)\binsured\b", r"\b(?:uninsured|not insured)\b"),
    _pair(r"(?<!un)\bsecured\b", r"\bunsecured\b"),
    _pair(r"(?<!non-)\bvoting\b", r"\bnon-voting\b"),
    _pair(r"(?<!un)\bconditional(?:ly)?\b", r"\bunconditional(?:ly)?\b"),
    _pair(r"(?<!non-)(?<!not )\bcumulative\b", r"\b(?:non-cumulative|not cumulative)\b"),
    _pair(
        r"\b(?:brand[- ]new|new (?:ones?|parts?|goods|units?|machines?|equipment))\b",
        r"\b(?:second-hand|refurbished|reconditioned|rebuilt|used (?:ones?|parts?|goods|units?|machines?|equipment))\b",
    ),
    _pair(r"\bpermanent(?:ly)?\b", r"\btemporar(?:y|ily)\b"),
    _pair(r"\bvoluntar(?:y|ily)\b", r"(?<!not )\b(?:compulsory|mandatory|obligatory)\b"),
    _pair(r"\bdomestic(?:ally)?\b", r"\b(?:foreign|abroad|overseas|worldwide)\b", back=False),
    _pair(r"\b(?:anonymous(?:ly)?|anonymi[sz]ed)\b", r"\b(?:by name|identif(?:ied|iable)|personali[sz]ed)\b", back=False),
    # soon, and at leisure
    _pair(
        r"\b(?:at once|immediate(?:ly)?|soon|prompt(?:ly)?|straight ?away|right away|without (?:undue )?delay|forthwith|quickly|speedily)\b",
        r"\b(?:in due course|(?:earliest |own )?convenience|with the next|at (?:the|its|their) next|in good time|from time to time|periodically|eventually|in the ordinary course|as and when|when time (?:allows|permits)|at (?:the|its) leisure|sooner or later|at some point)\b",
        back=False,
    ),
    # shares
    _pair(
        r"\b(?:equal(?:ly)?|half and half|half-and-half|fifty[- ]fifty|50[/:-]50|in halves|half each|half of it each|even(?:ly)? split|split evenly|(?:shared|share|split|divide) (?:it )?evenly)\b",
        r"\b(?:(?:one|two|three|four|seven)[- ](?:thirds?|quarters|fourths|fifths?|tenths|sixths?|eighths?)|(?:a|one) quarter(?! (?:of (?:a|the) year|year))|a third (?:of|to|by|and)|lion's share|greater part|larger part|by far the)\b",
        back=False,
    ),
    _pair(
        r"\b(?:two|three|four)[- ](?:thirds|quarters|fourths|fifths|tenths)\b|\bone[- ](?:third|quarter|fourth|fifth|tenth)\b",
        r"\b(?:equal (?:shares|parts)|equally|half and half|in halves|half each)\b",
        back=False,
    ),
    # how much of it
    _pair(
        r"\b(?:first|first of all|before (?:anything|everything|all) else|ahead of (?:all|everything))\b",
        r"\b(?:last of all|after all (?:other|others)|behind all|ranking behind|subordinated?)\b",
        back=False,
    ),
    _pair(r"\bnearest\b", r"\bfarthest|furthest\b"),
    _pair(r"\b(?:cheapest|lowest|least expensive)\b", r"\b(?:dearest|highest|most expensive)\b"),
    _pair(r"\b(?:oldest|earliest)\b", r"\b(?:newest|latest|most recent)\b"),
    _pair(r"\b(?:inbound|incoming|into the)\b", r"\b(?:outbound|outgoing)\b", back=False),
    _pair(r"\bwholesale\b", r"\bretail\b"),
    _pair(r"\b(?:debit(?:s|ed)?)\b", r"\b(?:credit(?:s|ed)?)\b"),
    _pair(r"\b(?:minority)\b", r"\b(?:majority)\b"),
    _pair(r"\b(?:working|business|office|opening) hours\b", r"\b(?:outside|out of) (?:\w+ )?(?:working|business|office|opening) hours\b|\bat any hour\b"),
    _pair(r"\bweekdays?\b", r"\bweekends?\b"),
)  # fmt: skip


def check(matter: Matter, term: Term, near: list[int]) -> Judgement | None:
    """The opposite of what was agreed in plain words, in the places that say it; None where none has it."""
    agreed = " ".join((term.agreed_text, *term.exceptions))
    for index in near[:NEAR]:
        start, end = matter.sentence_span(index)
        found = opposite(agreed, matter.text[start:end])
        if found is not None:
            message = f'Agreed was "{found.agreed}"; the draft says the opposite: "{short(found.says)}".'
            return Judgement("changed", None, (("states", start, end),), message, "both")
    return None


class Opposite(NamedTuple):
    """A word of the sheet and the one that the draft has in its stead."""

    agreed: str
    says: str


def opposite(agreed: str, text: str) -> Opposite | None:
    """The first word of a text that says the opposite of an agreed one which the text has nowhere."""
    return next((x for find in (_contrasts, _clock, _weekdays, _counted) for x in find(agreed, text)), None)


def _contrasts(agreed: str, text: str) -> Iterator[Opposite]:
    for pair in _PAIRS:
        for one, other in ((pair.one, pair.other), (pair.other, pair.one))[: 1 + pair.back]:
            wanted = one.search(agreed)
            if wanted is None or other.search(agreed) or one.search(text):
                continue
            says = other.search(text)
            if says is not None:
                yield Opposite(wanted[0], with_more(text, *says.span()))


_CLOCK = re.compile(
    r"(?i)\b(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap])\.?\s?m\b|\b(?P<name>noon|midday|midnight)\b"
    r"|\b(?P<of24>[01]?\d|2[0-3]):(?P<past>[0-5]\d)\b(?!\s*[ap]\.?\s?m)"
)


def clock_times(text: str) -> frozenset[tuple[int, int]]:
    """The times of day that a text names, as hour and minute: 8 pm is (20, 0)."""
    return frozenset(_hour(m) for m in _CLOCK.finditer(text))


def _hour(m: re.Match[str]) -> tuple[int, int]:
    if m["name"]:
        return (0 if "night" in m["name"].lower() else _NOON), 0
    if m["of24"]:
        return int(m["of24"]), int(m["past"])
    return int(m["hour"]) % _NOON + (_HALF_DAY if m["half"].lower() == "p" else 0), int(m["minute"] or 0)


def _clock(agreed: str, text: str) -> Iterator[Opposite]:
    """Another time of day, where the draft names times of day and lacks the agreed one."""
    wanted, said = clock_times(agreed), clock_times(text)
    first = _CLOCK.search(text)
    if wanted and first and not wanted <= said:
        named = _CLOCK.search(agreed)
        yield Opposite(named[0] if named else "", with_more(text, *first.span()))


_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")


def _weekdays(agreed: str, text: str) -> Iterator[Opposite]:
    """Other days of the week, none of which was agreed or all of which lack an agreed one."""
    wanted, said = set(_WEEKDAY.findall(agreed)), set(_WEEKDAY.findall(text))
    m = _WEEKDAY.search(text)
    if wanted and m and not (wanted <= said or said <= wanted):
        yield Opposite(", ".join(x[0] for x in _WEEKDAY.finditer(agreed)), with_more(text, *m.span()))


_FURTHER = r"(?:further|additional|extra|full|started|begun|complete|commenced)"
# "for every further day", "per extra crate": what is counted beyond the first
_TIME = r"(?:hour|shift|session|morning|evening|night|day|week|weekend|month|quarter|season|year)"
_COUNTED = phrases(rf"\b(?:per|each|every)(?: {_FURTHER})+ (?P<thing>{_TIME})\b", re.IGNORECASE)
_EACH_ONE = phrases(rf"\b(?:per|each|every)(?: {_FURTHER})* (?P<thing>[a-z]+)\b", re.IGNORECASE)


def _counted(agreed: str, text: str) -> Iterator[Opposite]:
    """Something else counted than was agreed: each further event where it was each further day."""
    wanted = _COUNTED.search(agreed)
    said = _EACH_ONE.search(text)
    if wanted and said and not set(content(wanted["thing"])) & set(content(text)):
        yield Opposite(wanted[0], with_more(text, *said.span()))
