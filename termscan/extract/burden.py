"""Whom a passage burdens: who owes, who is barred, and who has to suffer what the other may do.

The party is the subject of the modal verb that governs the act, or stands after "by" in the passive. A duty or a
prohibition burdens the subject, a right or a release burdens the other side (Hohfeld's correlatives: a privilege of
the one is a no-right of the other).
"""

from __future__ import annotations

import re
from typing import Literal

from .masking import SLOTS

Burdened = Literal["customer", "provider", "both"]

_WHO = "".join(SLOTS[s] for s in ("customer", "provider", "each", "neither"))
_NAMED: dict[str, Burdened] = {SLOTS["customer"]: "customer", SLOTS["provider"]: "provider"}
_OTHER: dict[str, Burdened] = {"customer": "provider", "provider": "customer"}
_MODAL = (
    r"(?:shall|will|would|must|may|might|can|cannot|agrees?|undertakes?|covenants?|promises|warrants?|represents?|"
    r"guarantees?|confirms?|acknowledges?|bears?|waives?|releases?|renounces|grants?|gives|makes|keeps?|reserves?|holds|"
    r"answers|carries|maintains|backs|pays|owns|retains|lowers|credits|submits|assigns|is|are|has|have|need|needs|"
    r"should|remains|enjoys|does|accepts|forfeits|owes)"
)
# a party after a preposition or as an owner is no subject: "the staff of Client may", "Client's staff may"
_NO_SUBJECT = (
    r"(?<!\bby )(?<!\bto )(?<!\bof )(?<!\bfrom )(?<!\bwith )(?<!\bfor )(?<!\bagainst )(?<!\bupon )(?<!\bthan )"
)
_SUBJECT = re.compile(
    rf"(?:{_NO_SUBJECT}(?P<who>[{_WHO}])|(?<!\S)(?:it|he|she|they))"
    rf"(?: (?:to (?:have|be)|(?!{_MODAL}\b)[^\s;{_WHO}]+)){{0,14}}? (?P<modal>{_MODAL})(?!\S)(?P<rest>(?: \S+){{0,7}})"
)
_PASSIVE = re.compile(
    # "may not approach anybody employed by Client", "auditors who are named by Client": there it is no subject either
    rf"(?<!\S)(?<!\bwho )(?<!\bwhich )(?<!\bthat )(?P<modal>shall|will|must|may|can|cannot|is|are)"
    rf"(?P<rest>(?:(?<=is)|(?<=are)|(?: [^\s;{_WHO}]+){{0,3}}? be)(?: [^\s;{_WHO}]+){{1,8}}?) by (?:the )?(?P<who>[{_WHO}])(?!')"
)
_RIGHT = re.compile(r"^(?:may|might|can|reserves?|keeps?|retains|enjoys|owns|holds)$")
_OF_RIGHT = re.compile(
    r"^ (?:(?:also|always|further|then|thereupon|at any time|solely|alone|hereby) )*(?:be |have |not be |never be |has |not )?(?:entitled|free|at liberty|permitted|allowed|authori[sz]ed|"
    r"(?:an? |the |full |sole |exclusive |absolute )*(?:right|option|power|privilege|choice|free hand)|own|owner|receive|liable|responsible|accountable|answerable|answer|obliged|obligated|required|bound|no (?:liability|obligation|duty|responsibility))(?!\S)"
)
_DUTY_WORDS = re.compile(
    r"(?<!\S)(?:liable|responsible|accountable|answerable|answer|obliged|obligated|required|bound)(?!\S)"
)
_NO_DUTY = re.compile(r"(?<!\S)no (?:liability|obligation|duty|responsibility)(?!\S)")
_DENIED = re.compile(r"^(?: \S+){0,2}? (?:not|never|no|in no|at no|neither|nor|only)(?!\S)")


# "Developer hands over the files": the present tense of an undertaking, straight before the act
_PRESENT = re.compile(rf"{_NO_SUBJECT}(?P<who>[{_WHO}]) (?:[^\s;{_WHO}]+ ){{0,2}}$")
# "nothing in this Section shall prevent Client from": a right of the party named
_SPARED = re.compile(
    rf"(?<!\S)nothing (?:\S+ ){{0,6}}?(?:prevents?|restricts?|limits?|precludes?|stops?|bars?|keeps?|hinders?) (?P<who>[{_WHO}]) from "
)
_GOVERNED = 60  # characters after a modal within which a party is its object rather than the subject of another verb
_ANY_SUBJECT = re.compile(rf"{_NO_SUBJECT}(?P<who>[{_WHO}])(?!')")


def burdened(words: str, start: int, end: int) -> Burdened | None:
    """Whom the act at `start` to `end` of masked words burdens; None where no party governs it."""
    spared = next((m for m in _SPARED.finditer(words) if m.end() <= start + 1), None)
    if spared and spared["who"] in _NAMED:
        return _OTHER[_NAMED[spared["who"]]]
    passive = next((m for m in _PASSIVE.finditer(words) if m.start() < end + 60 and m.end() > start), None)
    if passive:
        return _of(passive["who"], passive)
    governing = max((m for m in _SUBJECT.finditer(words, 0) if m.start() < end), key=lambda m: m.start(), default=None)
    present = _PRESENT.search(words[:start])
    if present and (governing is None or present.start() - governing.start() > _GOVERNED):
        return _NAMED.get(present["who"], "both")
    if governing is None:
        return None
    who = governing["who"] or _meant(words[: governing.start()])
    return _of(who, governing) if who else None


def _meant(before: str) -> str | None:
    """The party that "it" or "they" stands for: the last subject before."""
    subjects = [m["who"] for m in _ANY_SUBJECT.finditer(before)]
    return subjects[-1] if subjects else None


def _of(party: str, m: re.Match[str]) -> Burdened:
    who = _NAMED.get(party)
    if who is None:
        return "both"
    return _OTHER[who] if _is_right(m["modal"], m["rest"]) else who


def _is_right(modal: str, rest: str) -> bool:
    """Whether modal and what follows give the subject something: "may", "is entitled to", "shall not be liable"."""
    denied = bool(_DENIED.match(rest)) or modal == "cannot"
    if _NO_DUTY.search(rest):
        return True
    said = _OF_RIGHT.match(rest) or (denied and _DUTY_WORDS.search(rest))
    if said:
        return denied == bool(_DUTY_WORDS.search(rest))
    return bool(_RIGHT.match(modal)) and not denied
