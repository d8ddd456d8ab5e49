"""A party by another name: misspelt, in another legal form, or by a role that nobody in this contract has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from ...model import PartyName
from ...outline.parties import role_side, short_name
from ..matter import Matter
from .finding import Finding, Stretch

SHORTEST = 6  # letters of a name from which a slip of one can be told
SLIPS = 2  # letters that may differ in a name of several words
RARE = 4  # so many times rarer than the right name a wrong one is
USUAL = 5  # times that a name stands in the draft before another counts as wrong

_FORM = r"(?:Incorporated|Inc|Limited|Ltd|LLC|L\.L\.C|LLP|L\.L\.P|Corporation|Corp|Company|Co|GmbH|AG|S\.?A|N\.V|B\.V|plc|PLC|Pty|S\.r\.l)"
_SAME_FORM = {"inc": "incorporated", "ltd": "limited", "corp": "corporation", "co": "company"}
_KIN = re.compile(r"(?i)affiliat|subsidiar|parent|division|formerly|successor|d/b/a|doing business|predecessor|branch")
_WORD = r"[A-Z][\w&-]*"
_ACTS = re.compile(
    r"(?P<before>\S*)\s(?:[Tt]he )?(?P<role>[A-Z][a-z]{4,})(?=(?:['’]s [a-z]| (?:shall|will|may|must|agrees|warrants|represents|acknowledges)\b))"
)


def party_names(matter: Matter) -> Iterator[Finding]:
    """Every name that is nearly a party's, and every role that is no party's."""
    who = matter.reading.outline.parties
    mine = [p for p in (who.customer, who.provider) if p.name]
    for party in mine:
        others = {n.lower() for p in mine for n in (p.name, short_name(p.name), *p.called)}
        yield from _misspelt(matter.text, party, others)
        yield from _other_form(matter.text, party)
    yield from _other_role(matter.text, mine)


def _misspelt(text: str, party: PartyName, known: set[str]) -> Iterator[Finding]:
    for name in dict.fromkeys((short_name(party.name), *party.called)):
        words = name.split()
        if len(name) < SHORTEST or not name[0].isupper():
            continue
        like = re.compile(rf"(?<![\w-]){_WORD}" + rf"\s+{_WORD}" * (len(words) - 1) + r"(?![\w-])")
        wrong: dict[str, list[Stretch]] = defaultdict(list)
        right = 0
        for m in like.finditer(text):
            said = " ".join(m[0].split())
            right += said.lower() == name.lower()
            if _slip(said, name) and said.lower() not in known:
                wrong[said].append(m.span())
        for said, spans in wrong.items():
            if right >= RARE * len(spans) and not re.search(rf"\b{re.escape(said.lower())}\b", text):
                yield Finding("party-name", tuple(spans), said, said, name)


def _slip(said: str, name: str) -> bool:
    """Whether a word is a name with a letter wrong, and not merely another form of it ("Developed", "Licensees")."""
    one, other = said.lower(), name.lower()
    if one.rstrip("s") == other.rstrip("s") or one[0] != other[0] or abs(len(one) - len(other)) > SLIPS:
        return False
    several = " " in name
    if not several and one[: len(other) - 2] == other[:-2]:
        return False
    return OSA.distance(one, other) <= (SLIPS if several and len(other) >= 2 * SHORTEST else 1)


def _other_form(text: str, party: PartyName) -> Iterator[Finding]:
    """ "Studio North LLC" that is Studio North Ltd elsewhere; a company of the group is another matter."""
    short = short_name(party.name)
    forms: dict[str, list[re.Match[str]]] = defaultdict(list)
    if short == party.name or len(short) < SHORTEST // 2:
        return
    named = re.compile(r"(?<![\w-])" + r"\s+".join(map(re.escape, short.split())) + rf",?\s+(?P<form>{_FORM})\b\.?")
    for m in named.finditer(text):
        form = m["form"].lower().replace(".", "")
        around = text[max(0, m.start() - 80) : m.end() + 80]
        longer = re.search(r"\b(?!AND|BETWEEN|BY|AMONG|THE)[A-Z][\w&]* \Z", text[max(0, m.start() - 30) : m.start()])
        if not _KIN.search(around) and not longer:
            forms[_SAME_FORM.get(form, form)].append(m)
    if len(forms) < 2:
        return
    usual = max(forms, key=lambda f: (len(forms[f]), -forms[f][0].start()))
    for form, found in forms.items():
        if form != usual and form != "company":
            a, b = found[0][0], forms[usual][0][0]
            yield Finding("party-name", (*(m.span() for m in found), forms[usual][0].span()), a, a, b)


def _other_role(text: str, mine: list[PartyName]) -> Iterator[Finding]:
    """ "Vendor shall …" in a contract between a Client and an Agency: left over from another contract."""
    acting: dict[str, list[Stretch]] = defaultdict(list)
    for m in _ACTS.finditer(text):
        if not m["before"][:1].isupper() and role_side(m["role"]):
            acting[m["role"]].append(m.span("role"))
    for role, spans in acting.items():
        usual = [
            n for p in mine for n in p.called if role_side(n) == role_side(role) and n in acting and n[:4] != role[:4]
        ]
        most = max(usual, key=lambda n: len(acting[n]), default=None)
        if most is None or _introduced(text, role) or len(acting[most]) < max(USUAL, RARE * len(spans)):
            continue
        yield Finding("party-name", (*spans, acting[most][0]), role, role, most)


def _introduced(text: str, role: str) -> bool:
    """Whether anything says who that is: `(the "Vendor")`, `Vendor:`, `| Vendor |`, "a vendor" among others."""
    return bool(
        re.search(
            rf"[\"“'‘](?:the )?{role}s?,?[\"”'’]|\b{role}s?\s*[:|]|\b{role.lower()}\b|\b(?:a|an|any|each|other|such) {role}\b",
            text,
        )
    )
