"""Who writes to whom, what the draft calls the parties, and how its places are cited."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model import Evidence, PartyName, Review, Side
from .. import wording as say

_FORMS = re.compile(
    r"(?:,?\s+(?:Inc|Incorporated|Ltd|Limited|LLC|LLP|LP|Co|Company|Corp|Corporation|GmbH|AG|SA|S\.A|NV|N\.V|BV|B\.V|plc|PLC|"
    r"Pty|SE|Oy|AB|KG|SARL|S\.r\.l|SpA|S\.p\.A)\.?)+$"
)
_WITHIN = re.compile(r"^(.*[^\d\s.,].*), (\d[\w.()]*)$")  # "Schedule 3, 6"


@dataclass(frozen=True, slots=True)
class Names:
    """What the letter calls people and places.

    `called` has for each side how the draft's sentences name it ("the Studio"), `aliases` every other name for it, and
    `division` what the draft calls its own parts ("clause" or "section").
    """

    greeting: str
    ours: str
    called: dict[Side, str]
    aliases: dict[Side, tuple[str, ...]]
    division: str

    def place(self, shown: Evidence, paged: bool = False) -> str:
        """ "clause 4.2", "Schedule 3, paragraph 6"; with its page where that is wanted, or nothing else is known."""
        section, heading = say.clean(shown.section or ""), say.clean(shown.heading or "")
        within = _WITHIN.match(section)
        said = f"{within[1]}, paragraph {within[2]}" if within else section
        if section[:1].isdigit():
            said = f"{self.division} {section}"
        page = f"page {shown.page}" if shown.page else ""
        if not said and heading:
            said = f"“{heading.capitalize() if heading.isupper() else heading}”"
        return f"{said}, {page}" if said and page and paged else said or page or "the opening"

    def in_draft_words(self, clause: str) -> str:
        """A suggested clause with the parties named as the draft names them, whatever they are called in it."""
        for side, name in self.called.items():
            known = "|".join(map(re.escape, sorted((*self.aliases[side], side), key=len, reverse=True)))
            clause = name.join(re.split(rf"\{{{side}\}}|(?<![\w{{])(?:[Tt]he )?(?:{known})(?![\w}}])", clause))
        return clause[:1].upper() + clause[1:]

    def in_value(self, value: str) -> str:
        """A value with the parties named: "30 days, the Studio only"."""
        for side, name in self.called.items():
            value = name.join(re.split(rf"\b{side}\b", value))
        return say.clean(value)


def named(review: Review) -> Names:
    """The names for a letter on this review."""
    parties = dict(review.parties)
    other: Side = "customer" if review.our_side == "provider" else "provider"
    text = review.draft.text
    return Names(
        greeting=_greeting(parties.get(other)),
        ours=say.clean(parties[review.our_side].name) if review.our_side in parties else "",
        called={side: _called(party, side, text) for side, party in parties.items()},
        aliases={side: tuple(n for n in (*party.called, party.name) if n) for side, party in parties.items()},
        division=max(("section", "clause"), key=lambda word: len(re.findall(rf"(?i)\b{word}s? \d", text))),
    )


def _greeting(party: PartyName | None) -> str:
    name = say.clean(party.name) if party else ""
    short = _FORMS.sub("", name)
    return f"Dear {short} team," if short != name else f"Dear {name}," if name else "Hello,"


def _called(party: PartyName, side: Side, text: str) -> str:
    """The name that the draft uses most, with its article where the draft has one: "the Client"."""
    known = party.called or ((party.name,) if party.name else ())
    if not known:
        return f"the {side.capitalize()}"
    name = max(known, key=lambda one: len(re.findall(rf"\b{re.escape(one)}\b", text)))
    bare = len(re.findall(rf"\b{re.escape(name)}\b", text))
    return f"the {name}" if 2 * len(re.findall(rf"\b[Tt]he {re.escape(name)}\b", text)) > bare else name
