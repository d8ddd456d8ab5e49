"""Places of law and venue: `Delaware`, `England and Wales`, `New York County, New York`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from termscan.values.place_names import ABBREVIATED, ADJECTIVES, CITIES, LIES_IN, SAME_PLACE
from termscan.values.reading import Reading, Relation

LIKE = "Delaware or England and Wales"

_STYLE = r"(?:the\s+)?(?:(?:State|Commonwealth|Province|Republic|Kingdom|City|County|Cities|Principality|Federal\s+Republic|Grand\s+Duchy|Territory|Emirate)\s+of\s+(?:the\s+)?)"
_ADDED = r"(?:[\s,]+(?:in|and)?\s*)"


# the words at which prose may begin to name a place
FIRST_WORDS = frozenset(
    {re.split(r"\W", name)[0] for name in (*LIES_IN, *SAME_PLACE, *ADJECTIVES) if name[0].isupper()}
    | {name.split()[0].upper() for name in LIES_IN}
    | {
        "State",
        "Commonwealth",
        "Province",
        "County",
        "City",
        "Republic",
        "Kingdom",
        "U.S.",
        "U.K.",
        "U.S.A.",
        "N.Y.",
        "St",
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place from the narrowest part to the widest that is said: ("New York County", "New York")."""

    parts: tuple[str, ...]


@cache
def _known() -> dict[str, str]:
    """What a known place may be called, to its name."""
    return {name: name for name in LIES_IN} | SAME_PLACE


@cache
def _folded() -> dict[str, str]:
    return {name.casefold(): place for name, place in _known().items()}


@cache
def _name() -> str:
    names = sorted((name for name in _known() if name[0].isupper()), key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)


@cache
def _prose() -> re.Pattern[str]:
    word = r"(?:[A-Z][a-z]+|St\.)"
    known = rf"(?:{_name()})(?![\w-]|['’]s)"
    county = rf"(?:(?:County\s+of|City\s+and\s+County\s+of)\s+{word}(?:\s+{word}){{0,2}}|{word}(?:\s+{word}){{0,2}}\s+(?:County|Parish))"
    upper = known.upper().replace(r"\S+", r"\s+").replace("(?![\\W-]|['’]S)", "(?!\\w)")
    return re.compile(
        rf"(?P<style>{_STYLE})?(?:(?P<county>{county})|(?P<name>{known}|{upper})|(?P<city>{word}(?:\s+{word})?)(?=,\s+{_STYLE}?(?:{known})))"
        rf"(?P<county2>\s+County)?"
        rf"(?P<more>(?:(?:,|\s+in)\s+(?:and\s+)?{_STYLE}?(?:{county}|{known}))*)"
        rf"|(?P<adjective>{'|'.join(ADJECTIVES)})(?=\s+(?:law|laws|courts?)\b)"
    )


def read(text: str, at: int) -> Reading[Place] | None:
    """A place that starts at an offset of prose, where names are capitalised."""
    match = _prose().match(text, at)
    if match is None:
        return None
    if match["adjective"]:
        return Reading(Place((ADJECTIVES[match["adjective"]],)), at, match.end())
    return Reading(Place(_parts(match[0])), at, match.end())


_COUNTY_BEFORE = re.compile(r"(?:[A-Z][a-z]+\s+|St\.\s+){1,3}\Z")
_BEGINS = re.compile(
    r"(?:[Tt]he\s+)\Z|(?:(?<=\bin\s)|(?<=\bof\s)|(?<=\bat\s))(?:[A-Z][a-z]+\s+){0,2}[A-Z][a-z]+,\s+(?:the\s+)?\Z"
)


def read_county(text: str, at: int, after: int) -> Reading[Place] | None:
    """The place whose word "County" stands at an offset, with its name, which begins after the offset `after`."""
    before = _COUNTY_BEFORE.search(text, max(after, at - 40), at) if text.startswith(("County", "Parish"), at) else None
    return read(text, before.start()) if before else None


def with_city(text: str, found: Reading[Place], after: int) -> Reading[Place]:
    """A place with its article, and with the city before its state ("in Austin, Texas")."""
    before = _BEGINS.search(text, max(after, found.start - 40), found.start)
    if before is None:
        return found
    city = _CITY.search(before[0])
    parts = (city[0], *found.value.parts) if city and found.value and city[0] not in found.value.parts else ()
    return Reading(Place(parts) if parts else found.value, before.start(), found.end)


_CITY = re.compile(r"[A-Z].*?(?=,)")


def _parts(text: str) -> tuple[str, ...]:
    whole = _folded().get(" ".join(text.split()).casefold())
    if whole:
        return (whole,)
    parts: list[str] = []
    for said in re.split(r",\s*(?:and\s+)?|\s+in\s+(?=the\s|[A-Z])", text):
        name = _part(said)
        if name and name not in parts:
            parts.append(name)
    return tuple(parts)


def _part(said: str) -> str:
    said = re.sub(r"^(?:City\s+and\s+)?County\s+of\s+(?P<name>.+)", r"\g<name> County", " ".join(said.split()))
    plain = re.sub(rf"^(?:{_STYLE}|the\s+)", "", said, flags=re.IGNORECASE).strip()
    city = re.match(r"(?:the\s+)?City\s+of\s", said, re.IGNORECASE)
    name = _folded().get(said.casefold()) or _folded().get(plain.casefold()) or ABBREVIATED.get(plain) or plain
    return f"{name} City" if city and name == "New York" else name


def parse(text: str) -> Place | None:
    """A place as a person writes it, known or not, or None where the words can be none ("30 days")."""
    said = re.sub(r"\s+(?:law|laws)$", "", re.sub(r"^(?:the\s+)?laws?\s+of\s+", "", text.strip(), flags=re.IGNORECASE))
    if not re.fullmatch(r"[^\W\d_][^\d_;:!?()\[\]]{1,80}", said):
        return None
    adjective = ADJECTIVES.get(said[:1].upper() + said[1:])
    parts = (adjective,) if adjective and said != text.strip() else _parts(said)
    return Place(parts) if parts and all(part[0].isalpha() for part in parts) else None


def canonical(value: Place) -> str:
    return ", ".join(value.parts)


def _chain(value: Place) -> list[str]:
    """The place and everything that it is known to lie in, narrowest first."""
    chain = [*value.parts]
    for said in value.parts:
        parent = LIES_IN.get(said, "")
        while parent:
            if parent not in chain:
                chain.append(parent)
            parent = LIES_IN.get(parent, "")
    return chain


def covers(wide: Place, narrow: Place) -> bool:
    """Whether a place lies in another, or is it: the United States cover Delaware, and the world covers both."""
    if wide.parts == ("Worldwide",):
        return True
    chain = _chain(narrow)
    return all(part in chain for part in wide.parts)


_LAW_OF = {"England": "England and Wales", "Wales": "England and Wales"}


def _law(value: Place) -> str:
    """The state, province or country whose law and courts a place has."""
    chain = [_LAW_OF.get(part, part) for part in _chain(value)]
    return next((part for part in chain if part in LIES_IN and part not in CITIES), chain[-1])


def compare(agreed: Place, found: Place) -> Relation:
    """A city or county and the state that it lies in are the `same`; a wider place (the country for its state) is
    `more`, a narrower one `less`.
    """
    if agreed.parts == found.parts:
        return "same"
    wider, narrower = covers(found, agreed), covers(agreed, found)
    if wider or narrower:
        return "same" if (wider and narrower) or _law(agreed) == _law(found) else "more" if wider else "less"
    return "different"
