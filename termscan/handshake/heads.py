"""Who the parties are, which side is ours, what the deal is called, and on which day it was agreed.

Order to read in: `heads`; then the readers of labelled points (`_LABELLED`), of brackets, and of sentences.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from .. import values
from ..model import PartyName, Side
from ..outline.parties import role_side, short_name
from .introductions import (
    BRACKET,
    BUYS,
    FORM,
    FROM,
    IS,
    NAME,
    ROLE,
    ROLE_BRACKET,
    ROLE_IS,
    SERVES,
    WE_ARE,
    WE_PAY,
    WE_PERFORM,
    alike,
    inside,
    mentions,
    name_at,
    no_name,
    trimmed,
    whose,
)
from .labels import fold
from .pieces import ROLES
from .points import LONGEST_POINT, Point

_DEAL = ("deal", "project", "re", "subject", "transaction", "name of deal", "title", "deal name", "matter", "project name", "engagement")  # fmt: skip
_DATE = ("date", "dated", "agreed on", "date agreed", "date of agreement", "agreed", "date of call", "call date", "meeting date", "handshake", "date of handshake", "settled on", "call", "meeting", "when agreed")  # fmt: skip
_TITLES = ("term sheet", "ts", "heads of terms", "terms", "key terms", "heads of agreement", "summary of terms", "memo", "deal memo", "deal summary")  # fmt: skip
_PARTIES = ("parties", "party", "between", "who", "contracting parties", "the parties", "who is who", "names", "sides")
_OURS = ("our side", "we are", "who we are", "us", "acting for", "we act for", "our role", "ours", "our party", "side", "this is from", "on our side", "prepared for", "we act as")  # fmt: skip
_THEIRS = ("other side", "counterparty", "them", "they are", "their side", "on their side", "opposite side", "counterpart")  # fmt: skip
_PLAIN_TITLE = re.compile(
    r"(?i)^(?:\s*(?:re|fw|fwd|aw|wg)\s*:\s*)*(?:(?:agreed |draft |non-binding |our |summary of |commercial |key |the )*(?:term ?sheet|heads of (?:terms|agreement)|(?:key|main|agreed|commercial|deal)? ?terms|deal (?:memo|summary)|memo(?:randum)?(?: of understanding)?|notes?(?: (?:of|from|after) (?:the |our )?(?:call|meeting))?|what we agreed|summary|recap|ts)\b)?\s*[:–—,-]*\s*(?:for|of|on|:)?\s*"
)
_WHEN = re.compile(
    r"(?i)\b(?:agreed|call|meeting|met|spoke|dated|shook hands|lunch|talk|written down|noted)\b[^.;]{0,60}"
)


@dataclass
class Heads:
    """What was found; `used` are the points that say nothing else, `remarks` what a person should look at."""

    deal: str = ""
    agreed_on: datetime.date | None = None
    customer: PartyName | None = None
    provider: PartyName | None = None
    our_side: Side | None = None
    used: set[int] = field(default_factory=set)
    told: set[int] = field(default_factory=set)  # points that say who is who beside what else they say
    remarks: list[str] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)  # names whose role nothing tells


def heads(points: Sequence[Point], title: str, text: str, name: str) -> Heads:
    """Read the head of a term sheet.

    Args:
        points: its points.
        title: its title or subject, which may name the deal.
        text: all of it.
        name: what to call the deal where nothing does.
    """
    reader = _Reader(points)
    reader.labelled()
    reader.neighbours()
    reader.sentences(text)
    found = reader.found
    found.customer, found.provider = reader.party("customer"), reader.party("provider")
    found.our_side = found.our_side or reader.our_side() or _told_by_verbs(text, found)
    called = _title(title)
    pair = " and ".join(short_name(p.name) for p in (found.customer, found.provider) if p)
    if points and called and called in points[0].said:
        found.told.add(0)
    found.deal = found.deal or called or pair or name
    return found


def is_head(label: str) -> bool:
    """Whether a label is one of the head of a term sheet: a role, the deal, the date."""
    known = (*_DEAL, *_DATE, *_PARTIES, *_OURS, *_THEIRS)
    return fold(label) in known or re.fullmatch(ROLE, label, re.IGNORECASE) is not None


class _Reader:
    def __init__(self, points: Sequence[Point]) -> None:
        self.points, self.found = points, Heads()
        self.names: dict[Side, list[str]] = {"customer": [], "provider": []}
        self.ours: list[str] = []
        self.theirs: list[str] = []
        self.short: dict[str, str] = {}  # what brackets call a name ("Tilda Moreau Consulting LLC (Moreau)")

    # ---- labelled points ---------------------------------------------------------------------------------------------

    def labelled(self) -> None:
        for at, point in enumerate(self.points):
            label = fold(point.label) or (fold(point.headings[-1]) if point.headings else "")
            own = bool(point.label)
            side = _role_of(point) if own else None
            if own and (label in _DEAL or (label in _TITLES and at == 0)):
                self.found.deal = _title(point.words) or point.words
                self.found.used.add(at)
            elif label in _DATE and own and self.date(point.words):
                self.found.used.add(at)
            elif label in _OURS:
                self.ours.append(point.words)
                self.found.used.add(at)
            elif label in _THEIRS:
                self.theirs.append(point.words)
                self.found.used.add(at)
            elif label in _PARTIES:
                self.introduced(point.words, all_of_it=True)
                self.found.used.add(at)
            elif side and len(label.split()) <= 4 and (named := name_at(point.words)):
                own_words = re.split(rf"(?i)[,;] (?=(?:the )?{ROLE}:)", point.words)[0]
                role = re.sub(r"\s*\([^()]*\)", "", point.label)
                self.name(side, named, own_words if role.lower() in _USUAL else f'{own_words} "{role}"')
                if whose(inside(own_words)) == "ours" or re.search(r"\((?:us|we|our side)\)", point.label):
                    self.found.our_side = side
                self.introduced(point.words)
                self.found.used.add(at)

    def neighbours(self) -> None:
        """Beside a party that is named by its role stands the other, whatever its role is called ("Photographer")."""
        for at, point in enumerate(self.points):
            side = role_side(fold(point.label)) if point.label and at in self.found.used else None
            for near in (at + 1, at - 1) if side else ():
                other: Side = "provider" if side == "customer" else "customer"
                beside = self.points[near] if 0 <= near < len(self.points) else Point("", "")
                bare = re.sub(r"\s*\([^()]*\)", "", beside.words)
                if (
                    not self.names[other]
                    and near not in self.found.used
                    and re.fullmatch(r"[A-Z][a-z]+", beside.label)
                    and re.fullmatch(NAME, bare)
                ):
                    self.name(other, bare, f'{beside.words} "{beside.label}"')
                    if whose(inside(beside.words)) == "ours":
                        self.found.our_side = other
                    self.found.used.add(near)

    def date(self, words: str) -> bool:
        dated = [f for f in values.find(words) if f.type == "date" and f.value is not None]
        if not dated:
            return False
        said = words[dated[0].start : dated[0].end]
        numbers = re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{2,4})", said)
        if numbers and int(numbers[1]) <= 12 and int(numbers[2]) <= 12 and numbers[1] != numbers[2]:
            self.found.remarks.append(f"agreed_on: {said} may be read as day or month first; write it like 2026-09-14")
            return True
        try:
            self.found.agreed_on = datetime.date.fromisoformat(values.canonical(dated[0].value))  # type: ignore[arg-type]
        except ValueError:
            return False
        return True

    # ---- brackets and sentences --------------------------------------------------------------------------------------

    def introduced(self, words: str, all_of_it: bool = False) -> None:
        """Names with their roles: "Acme Ltd (customer)", "Acme Ltd as customer", "the client, Acme Ltd"."""
        for m in BRACKET.finditer(words):
            self.bracketed(m["name"], m["inside"])
        for m in ROLE_BRACKET.finditer(words):
            self.name(role_side(m["role"]), m["name"], m[0])
        words = re.sub(r"\s*\([^()]*\)", "", words)
        for m in IS.finditer(words):
            self.name(role_side(m["role"]), m["name"], m[0])
        for m in ROLE_IS.finditer(words):
            if m["name"][0].isupper():
                self.name(role_side(m["role"]), m["name"], m[0])
        if all_of_it and not (self.names["customer"] and self.names["provider"]):
            known = [n for names in self.names.values() for n in names]
            split = [
                name_at(part)
                for part in re.split(r"\s*(?:;|/|\band\b|\n| & (?=[A-Z]\w+ (?:Ltd|Inc|LLC|GmbH)))\s*", words)
            ]
            self.found.unplaced += [n for n in split if n and not any(alike(n, k) for k in known)]

    def bracketed(self, name: str, within: str) -> None:
        within = re.sub(r"(?i)\bour client\b", "", within)  # a lawyer's own side, and the other side of a studio
        roles = [role_side(word) for word in re.split(r"[,;/]| or | and ", within) if role_side(word.strip(" \"“”'‘’"))]
        side = next((s for s in map(role_side, re.findall(ROLE, within, re.I)) if s), roles[0] if roles else None)
        called = [c.strip() for c in re.findall(r"[\"“‘']([^\"”’']{2,40})[\"”’']", within)]
        if side:
            short = [
                p.strip() for p in within.split(",") if p.strip() and p.strip() in name and not role_side(p.strip())
            ]
            self.name(side, name, f"{name} ({within})" + "".join(f' "{p}"' for p in short))
        if not side and within.strip() in name:
            self.short[name] = within.strip()
        if told := whose(within):
            (self.ours if told == "ours" else self.theirs).append(name)
        if not side and called:
            self.found.unplaced.append(name)

    def sentences(self, text: str) -> None:
        for at, point in enumerate(self.points):
            before = self.state()
            if at not in self.found.used:
                self.introduced(point.said)
                self.dated(point)
            self.verbs(point.said)
            if self.state() != before:
                self.found.told.add(at)
        for line in text[:LONGEST_POINT].split("\n\n")[:2]:
            self.verbs(line)

    def state(self) -> tuple[object, ...]:
        return (*map(tuple, self.names.values()), tuple(self.ours), self.found.agreed_on, self.found.our_side)

    def dated(self, point: Point) -> None:
        m = _WHEN.search(point.words) if not point.label else None
        names = [n[0] for n in self.names.values() if n]
        if self.found.agreed_on is None and (m or (names and all(n in point.words for n in names))):
            self.date(point.words[m.start() if m else 0 :])

    def verbs(self, line: str) -> None:
        for m in SERVES.finditer(line):
            self.weakly("provider", m["name"])
            self.weakly("customer", m["other"])
        for m in BUYS.finditer(line):
            self.weakly("customer", m["name"])
            self.weakly("provider", m["other"] or "")
        for m in FROM.finditer(line):
            self.both(m["name"], m["other"])
        for m in WE_ARE.finditer(line):
            self.ours.append(m["who"] or m["also"] or m["role"])

    def both(self, customer: str, provider: str) -> None:
        """Both roles told by one verb, where nothing else tells them and one of the names is that of a company."""
        company = re.search(rf"{FORM}$", f"{customer}\n{provider}", re.MULTILINE)
        if not self.names["customer"] and not self.names["provider"] and company:
            self.name("customer", customer, customer)
            self.name("provider", provider, provider)

    def weakly(self, side: Side, name: str) -> None:
        """A role told by a verb counts where the name was introduced, and nothing else told its role."""
        near = next((n for n in self.found.unplaced if alike(n, name)), None)
        if near and not self.names[side] and role_side(name) is None:
            self.name(side, near, name)

    def name(self, side: Side | None, name: str, said: str) -> None:
        name = trimmed(name)
        other: Side = "provider" if side == "customer" else "customer"
        if side is None or len(name) < 2 or no_name(name):
            return
        if any(alike(name, n) for n in self.names[other][:1]):
            return
        if not self.names[side]:
            self.names[side].append(name)
            self.names[side] += [c for c in re.findall(r"[\"“]([^\"”]{2,40})[\"”]", said) if not no_name(c)]
            if whose(inside(said)) == "ours":
                self.found.our_side = self.found.our_side or side
        elif not any(alike(name, n) for n in self.names[side]):
            return
        self.found.unplaced = [n for n in self.found.unplaced if not alike(n, name)]

    # ---- what comes of it --------------------------------------------------------------------------------------------

    def party(self, side: Side) -> PartyName | None:
        names = self.names[side]
        other: Side = "provider" if side == "customer" else "customer"
        if not names and self.names[other] and len(self.found.unplaced) == 1:
            names = self.found.unplaced  # of two names, that of the other role
            self.found.unplaced = []
        if not names:
            return None
        names = [*names, *(short for name, short in self.short.items() if alike(name, names[0]))]
        called = [trimmed(re.sub(r"(?i)^the ", "", c)) for c in names[1:]]
        return PartyName(names[0], tuple(c for c in dict.fromkeys(called) if c != names[0]))

    def our_side(self) -> Side | None:
        for said, ours in ((self.ours, True), (self.theirs, False)):
            for words in said:
                side = self.side_of(words)
                if side:
                    return side if ours else "provider" if side == "customer" else "customer"
        return None

    def side_of(self, words: str) -> Side | None:
        words = words.rstrip(" .")
        roles = {s for w in re.findall(rf"\b{ROLE}\b", words, re.I) if (s := role_side(w))}
        if len(roles) == 1:
            return roles.pop()
        named: list[Side] = [
            side
            for side in ("customer", "provider")
            for n in self.names[side][:1]
            if alike(n, words) or mentions(words, n)
        ]
        return named[0] if len(named) == 1 else None


def _told_by_verbs(text: str, found: Heads) -> Side | None:
    """Which side wrote "pays us" or "we pay"; None where nothing, or both, tell."""
    perform, pay = WE_PERFORM.search(text), WE_PAY.search(text)
    ours = re.search(r"(?i)\b(?:we|us|our)\b", text)
    if not ours or bool(perform) == bool(pay):
        return None
    m = perform or pay
    assert m is not None
    if not re.search(r"(?i)\b(?:us|we|our|they|their)\b", m[0]):
        return None
    found.remarks.append(f'our_side was told from "{m[0]}"; correct it if that is wrong')
    return "provider" if perform else "customer"


_USUAL = {role.lower() for roles in ROLES.values() for role in roles}
_CUSTOMERS = ("brand", "authority", "council", "employer", "hirer", "company")
_PROVIDERS = ("creator", "artist", "photographer", "author", "writer", "translator", "builder", "composer", "speaker", "trainer", "influencer", "architect", "engineer", "surveyor")  # fmt: skip


def _role_of(point: Point) -> Side | None:
    """The side that a point's label gives to the name in it; what stands in brackets behind the name tells better."""
    label = fold(re.sub(r"\([^()]*\)", "", point.label))
    bracketed = re.findall(rf"\b{ROLE}\b", " ".join(re.findall(r"\(([^()]*)\)", point.words)), re.IGNORECASE)
    told: Side | None = "customer" if label in _CUSTOMERS else "provider" if label in _PROVIDERS else role_side(label)
    return (role_side(bracketed[0]) if len(bracketed) == 1 and told else None) or told


def _title(title: str) -> str:
    """A title without what only says that it is a term sheet."""
    bare = _PLAIN_TITLE.sub("", title.strip(), count=1).strip(" :–—-.")
    bare = re.sub(r"^\(([^()]*)\)$", r"\1", re.sub(r"(?i)^(?:w/|with) ?", "", bare))
    bare = re.sub(
        r"(?i)[\s,:–—-]+(?:term ?sheet|heads of terms|(?:agreed |key )?terms|as agreed|recap|what (?:we|was) (?:agreed|shook hands on|settled))$",
        "",
        bare,
    )
    return bare if 2 < len(bare) <= 80 and not bare.endswith((".", ":")) else ""
