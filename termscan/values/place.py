"""Places of law and venue: `Delaware`, `England and Wales`, `New York County, New York`.

Order to read in: `read`, which goes from part to part of prose; `parse`, which takes whatever a person writes;
`compare`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from termscan.values.place_names import ABBREVIATED, ADJECTIVES, CITIES, LIES_IN, SAME_PLACE
from termscan.values.reading import Reading, Relation

LIKE = "Delaware or England and Wales"

_STYLE = re.compile(
    r"(?:the\s+)?(?:(?:Federal\s+)?(?:State|Commonwealth|Province|Republic|Kingdom|Principality|Grand\s+Duchy|Territory)"
    r"|(?P<city>City))\s+of\s+(?:the\s+)?",
    re.IGNORECASE,
)
_WORD = r"(?:[A-Z][a-z]+|St\.|[A-Z]{3,}\b)"
_COUNTY = re.compile(
    rf"(?:the\s+)?(?:City\s+and\s+)?County\s+of\s+(?P<of>{_WORD}(?:\s+{_WORD}){{0,2}})"
    rf"|(?!The\s|This\s|Such\s|Any\s|Said\s)(?P<name>{_WORD}(?:\s+{_WORD}){{0,2}}?)\s+(?P<kind>County|COUNTY|Parish|PARISH)\b"
)
_TOWN = re.compile(rf"{_WORD}(?:\s+{_WORD})?")
_NEXT = re.compile(r"(?:,\s*(?:and\s+)?|\s+in\s+|\s*\((?=[^()]{2,30}\)))(?:in\s+)?(?:the\s+)?")
_LAW = re.compile(
    r"\s+(?:(?:civil|commercial|substantive|state|federal|domestic)\s+)?(?:law|laws|courts?|judges?|tribunals?)\b", re.I
)
_ADJECTIVE = re.compile(rf"(?:{'|'.join(re.escape(name) for name in sorted(ADJECTIVES, key=len, reverse=True))})\b")
_ENDS = re.compile(r"(?![\w-]|\s+(?:[Dd]ollars?|Street|Avenue|Ave|Road|Drive|Boulevard|Blvd|Lane|Plaza)\b)")
_KEY = re.compile(r"[^\W\d_]+(?:\.[A-Z]\.?)*")

_NOT_IN_PROSE = {
    "US",
    "EU",
    "World",
    "Global",
    "Globally",
    "Worldwide",
    "Europe",
    "Asia",
    "Africa",
    "GLOBAL",
    "WORLDWIDE",
    "Chad",  # people, and towns of the United States, are named so more often than the countries are
    "Jordan",
    "Palestine",
    "DRC",
}
_NAMES: dict[str, str] = {name: name for name in LIES_IN} | SAME_PLACE
_NAMES |= {name.upper(): place for name, place in _NAMES.items()}
_FOLDED = {name.casefold(): place for name, place in _NAMES.items()}


def _by_first_word() -> dict[str, list[list[str]]]:
    """The words of each name by its first word, the longest name first."""
    by_first: dict[str, list[list[str]]] = {}
    for name in sorted((name for name in _NAMES if name[0].isupper()), key=len, reverse=True):
        key = _KEY.match(name)
        if key and not {name, name.capitalize()} & _NOT_IN_PROSE:
            by_first.setdefault(key[0], []).append(name.split())
    return by_first


_BY_FIRST = _by_first_word()
_STYLES = {"State", "Commonwealth", "Province", "County", "City", "Parish", "Republic", "Kingdom", "Principality"}
# the words at which prose may begin to name a place
FIRST_WORDS = frozenset(
    {*_BY_FIRST, *(name.split()[0] for name in ADJECTIVES), *_STYLES, *(style.upper() for style in _STYLES)}
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place from the narrowest part to the widest that is said: ("New York County", "New York")."""

    parts: tuple[str, ...]


def read(text: str, at: int, after: int = 0) -> Reading[Place] | None:
    """A place whose name is recognised at an offset of prose, where names are capitalised.

    It may begin before that, though not before `after`: with its article, with the city before its state ("in Austin,
    Texas"), with the name before "County".
    """
    adjective = _ADJECTIVE.match(text, at)
    if adjective and (_LAW.match(text, adjective.end()) or adjective[0] == text):
        return Reading(Place((ADJECTIVES[adjective[0]],)), at, adjective.end())
    if text.startswith(("County", "COUNTY", "Parish"), at):
        at = _county_begins(text, at, after)
    found = _from_part_to_part(text, at)
    return _with_town(text, found, after) if found else None


def _from_part_to_part(text: str, at: int) -> Reading[Place] | None:
    first = _part(text, at)
    if first is None:
        return None
    (name, end), parts = first, [first[0]]
    while joint := _NEXT.match(text, end):
        further = _part(text, joint.end())
        if further is None or not _lies_in(name, further[0]):
            break
        name, end = further
        end += text.startswith(")", end) and text[joint.start() : joint.end()].strip() == "("
        parts += [name] if name not in parts else []
    return Reading(Place(tuple(parts)), at, end)


def _lies_in(narrow: str, wide: str) -> bool:
    """Whether the second of two names may be where the first lies, rather than one more place of a list."""
    if wide in CITIES or wide.endswith((" County", " Parish")):
        return False
    return narrow == wide or narrow in CITIES or narrow not in LIES_IN or wide in _chain((narrow,))


def _part(text: str, at: int) -> tuple[str, int] | None:
    """One name at an offset, and where it ends."""
    county = _COUNTY.match(text, at)
    if county:
        return f"{_titled(county['of'] or county['name'])} {(county['kind'] or 'County').capitalize()}", county.end()
    style = _STYLE.match(text, at)
    # "Republic of Georgia" is not the state of Georgia, and names that mean a person alone mean a place with a style
    known = _known(text, at) or (_known(text, style.end()) if style else None)
    if known or not style or not style["city"]:
        return (_city(known[0]), known[1]) if known and style and style["city"] else known
    town = _TOWN.match(text, style.end())
    return (_titled(town[0]), town.end()) if town else None


def _city(name: str) -> str:
    return "New York City" if name == "New York" else name


def _titled(name: str) -> str:
    words = name.split()
    return " ".join(word.capitalize() if word.isupper() else word for word in words)


def _known(text: str, at: int) -> tuple[str, int] | None:
    key = _KEY.match(text, at)
    for words in _BY_FIRST.get(key[0], ()) if key else ():
        end = _end_of(text, at, words)
        if end and _ENDS.match(text, end):
            return _NAMES[" ".join(words)], end
    return None


def _end_of(text: str, at: int, words: list[str]) -> int:
    """Where a name of these words ends that stands at an offset, or 0; between them may be any white space."""
    for word in words:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(word, at):
            return 0
        at += len(word)
    return at


_COUNTY_BEFORE = re.compile(r"(?:[A-Z][a-z]+\s+|St\.\s+){1,3}\Z")
_BEGINS = re.compile(
    r"(?:(?<=\bin\s)|(?<=\bof\s)|(?<=\bat\s)|\A)(?P<town>[A-Z][a-z]+(?:\s+[A-Z][a-z]+){0,2}),\s+(?:the\s+)?\Z|[Tt]he\s+\Z"
)


def _county_begins(text: str, at: int, after: int) -> int:
    before = _COUNTY_BEFORE.search(text, max(after, at - 40), at)
    return before.start() if before else at


def _with_town(text: str, found: Reading[Place], after: int) -> Reading[Place]:
    before = _BEGINS.search(text, max(after, found.start - 40), found.start)
    if before is None or found.value is None:
        return found
    town = before["town"]
    value = Place((town, *found.value.parts)) if town and town not in found.value.parts else found.value
    return Reading(value, before.start(), found.end)


def parse(text: str) -> Place | None:
    """A place as a person writes it, known or not, or None where the words can be none ("30 days")."""
    plain = " ".join(text.split())
    said = re.sub(r"\s+laws?$", "", re.sub(r"^(?:the\s+)?laws?\s+of\s+", "", plain, flags=re.IGNORECASE))
    if not re.fullmatch(r"[^\W\d_][^\d_;:!?()\[\]]{1,80}", said):
        return None
    adjective = ADJECTIVES.get(said[:1].upper() + said[1:])
    if adjective and said != plain:
        return Place((adjective,))
    whole = _FOLDED.get(said.casefold())
    names = [whole] if whole else [_name(part) for part in re.split(r",\s*(?:and\s+)?|\s+in\s+(?=the\s|[A-Z])", said)]
    parts = tuple(dict.fromkeys(name for name in names if name))
    return Place(parts) if parts and all(part[0].isalpha() for part in parts) else None


def _name(said: str) -> str:
    said = re.sub(r"^(?:the\s+)?(?:City\s+and\s+)?County\s+of\s+(?P<name>.+)", r"\g<name> County", said, flags=re.I)
    bare = re.sub(r"^the\s+", "", said, flags=re.IGNORECASE)
    style = _STYLE.match(bare)
    plain = bare[style.end() :] if style else bare
    known = next((name for one in (said, bare, plain) if (name := _FOLDED.get(one.casefold()))), None)
    name = known or ABBREVIATED.get(plain) or plain
    return _city(name) if style and style["city"] else name


def canonical(value: Place) -> str:
    return ", ".join(value.parts)


_A_COUNTY = re.compile(r"\s(?:County|Province|Prefecture|District|Municipality)\Z")


def _chain(parts: tuple[str, ...]) -> list[str]:
    """Places and everything that they are known to lie in, narrowest first; a county of no known place goes by its bare name."""
    chain = [*parts]
    for said in parts:
        bare = _A_COUNTY.sub("", said)
        if bare not in LIES_IN and bare not in chain:
            chain.append(bare)
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
    chain = _chain(narrow.parts)
    return all(part in chain for part in wide.parts)


_OF_STATES = ("United States", "Canada", "Australia")  # whose states have laws and courts of their own


def is_country(value: Place) -> bool:
    """Whether a place is a whole country, and not a state or a town of one."""
    name = value.parts[-1]
    return len(value.parts) == 1 and name in LIES_IN and name not in CITIES and LIES_IN[name] not in _OF_STATES


_LAW_OF = {"England": "England and Wales", "Wales": "England and Wales"}


def _law(value: Place) -> str:
    """The state, province or country whose law and courts a place has."""
    chain = [_LAW_OF.get(part, part) for part in _chain(value.parts)]
    return next((part for part in chain if part in LIES_IN and part not in CITIES), chain[-1])


def compare(agreed: Place, found: Place) -> Relation:
    """A city or county and the state that it lies in are the `same`; a wider place (the country for its state) is
    `more`, a narrower one `less`.
    """
    wider, narrower = covers(found, agreed), covers(agreed, found)
    if wider or narrower:
        return "same" if (wider and narrower) or _law(agreed) == _law(found) else "more" if wider else "less"
    return "different"
