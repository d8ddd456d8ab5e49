"""Sentences taken apart: clause by clause, who does it, whether it is denied, how often, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ..extract.masking import SIDES
from ..model import Side
from ..outline.parties import short_name
from .lexicon import content, phrases
from .matter import Matter

# what "has not" been done is the case for which a rule holds, and no rule: "may end it where Client has not paid"
_DENIES = phrases(
    r"(?i)\b(?:(?<!that is )(?<!that are )(?<!which is )(?<!which are )(?<!which do )(?<!that do )(?:(?<!has )(?<!have )(?<!had )not|no|cannot)(?! (?:differ|deviate|vary|depart|more|less|later|earlier|fewer|longer|exceed|higher|lower|greater|only|limited to)\b)|never|neither|nor|none|nobody|nothing|refrains?|prohibited|forbidden|barred|precluded|closed to|off[ -]limits|free (?:of|from)(?! (?:charge|cost)s?\b)|exempt)\b"
)
_CUT = phrases(r"[;:.,()]|\b(?:but|except|unless|provided|if|although|whereas|save)\b")
# "once a day", "each week", "monthly": how often, by the unit that is counted
_OFTEN = phrases(
    r"(?i)\b(?:(?:a|an|per|each|every)[ -](?P<unit>hour|day|week|month|quarter|year)|(?P<adverb>hour|week|month|quarter|year)ly|(?P<daily>daily)|(?P<annual>annually|per annum))\b"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a sentence; offsets count in the text it was taken from."""

    start: int
    end: int
    words: str
    concepts: frozenset[str]

    @property
    def denied(self) -> bool:
        return denies(self.words)

    @property
    def often(self) -> frozenset[str]:
        """The units by which it says how often: day, week, month."""
        return often(self.words)


def often(text: str) -> frozenset[str]:
    """The units by which a text says how often: day, week, month."""
    return frozenset(m["unit"] or m["adverb"] or ("day" if m["daily"] else "year") for m in _OFTEN.finditer(text))


def denies(text: str) -> bool:
    """Whether a text denies, whatever its verb."""
    return bool(_DENIES.search(text))


def clauses(text: str, base: int = 0, *, without: Iterable[str] = ()) -> list[Clause]:
    """The clauses of a text, roughly: up to each comma, stop or connective. `without`: concepts that only name a party."""
    cuts = [0, *(m.start() for m in _CUT.finditer(text) if m.start()), len(text)]
    names = frozenset(without)
    return [Clause(base + a, base + b, text[a:b], frozenset(content(text[a:b])) - names) for a, b in pairwise(cuts)]


# A party acts where a verb of duty, right or fact follows it within few words; in the passive where "by" stands before it.
_ACTS = r"(?:\s+(?!by\b)[a-z]+){0,2}?\s+(?:shall|will|must|may|can|is|are|agrees?|undertakes?|has|have|bears?|pays?|keeps?|carr(?:y|ies)|controls?|decides?|owns?|gives?|gets?|provides?|[a-z]{3,}s)\b"
_ACTOR = re.compile(
    rf"(?<!\bof )(?<!\bto )(?<!\bby )(?<!\bfor )(?<!\bwith )(?<!\bfrom )(?P<subject>[{''.join(SIDES)}]){_ACTS}"
)
# "identified by Client" only tells which one is meant; who acts stands behind a form of "be"
_AGENT = re.compile(
    rf"\b(?:be|is|are|was|were|been|being)(?: [a-z]+){{1,6}}? by (?:the )?(?P<agent>[{''.join(SIDES)}])(?!'s)"
)
_RELATIVE = re.compile(r"\b(?:that|which|whom) $")
_MODAL = re.compile(r"(?:shall|will|must|may|can|agrees?|undertakes?)$")


def actors(masked: str) -> list[tuple[int, str]]:
    """Who acts in a masked stretch: the side, and where it stands. An agent ("paid by Client") counts, its patient does not."""
    agents = [(m.start(), SIDES[m["agent"]]) for m in _AGENT.finditer(masked)]
    subjects = (
        m for m in _ACTOR.finditer(masked) if _MODAL.search(m[0]) or not _RELATIVE.search(masked[: m.start("subject")])
    )
    return agents or [(m.start(), SIDES[m["subject"]]) for m in subjects]


# "the hosting provider" and "end customers" are nobody's role; before one stands none of their words but such as these
_BEFORE_ROLE = re.compile(
    r"\b(?:an?|all|also|and|any|as|at|because|both|but|by|each|either|every|for|from|if|in|it|may|nor|of|on|only|or|shall|so|"
    r"than|that|the|then|these|this|those|to|unless|when|whenever|where|which|while|will|with) $"
)


def _short_for(name: str) -> list[str]:
    """What a person calls a company for short, in lower case: "Fenwick & Lowe" for Fenwick & Lowe Homeware Limited."""
    words = short_name(name).lower().split()
    return [" ".join(words[:n]) for n in range(len(words) - 1, 0, -1) if len(words[n - 1]) > 2]


def speakers(matter: Matter, text: str) -> str:
    """A text of the sheet with one mark for each party that it names, by name, by role, or as us and them."""
    who = matter.reading.outline.parties
    ours: Side = matter.sheet.our_side
    named: dict[str, str] = {}
    for side, party, given in (
        ("customer", who.customer, matter.sheet.customer),
        ("provider", who.provider, matter.sheet.provider),
    ):
        for name in (party.name, *party.called, given.name, *given.called, side):
            if name:
                named[name.lower()] = side
        for name in _short_for(given.name):
            named.setdefault(name, side)
    named |= dict.fromkeys(("we", "us"), ours)
    one = re.compile(
        r"(?i)(?<![\w-])(?:the )?("
        + "|".join(re.escape(n) for n in sorted(named, key=len, reverse=True))
        + r")(?![\w-])"
    )
    slot = {side: mark for mark, side in SIDES.items()}

    def mark(m: re.Match[str]) -> str:
        before = text[: m.start()]
        noun = before[-1:] == " " and before[-2:-1].islower() and not _BEFORE_ROLE.search(before)
        others = m[0] in ("customer", "provider") and noun
        return m[0] if others else slot[named[m[1].lower()]]

    return one.sub(mark, text)
