"""What a term sheet leaves to the lawyers ("Not discussed: venue, assignment, all IP")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .labels import Labels, fold
from .points import Point

_COUNSEL = re.compile(
    r"(?i)\b(?:(?:left?|leave|leaving|up) (?:it )?(?:to|for) (?:the )?(?:lawyers|counsel|legal|attorneys)|"
    r"for (?:the )?(?:lawyers|counsel|attorneys)|not (?:yet )?(?:discussed|talked about|negotiated)|lawyers (?:to|will|can)|"
    r"^(?:the )?(?:lawyers|counsel|attorneys)$|(?:the )?(?:lawyers|counsel|legal) (?:draft|sort|settle|handle|decide)|"
    r"to be drafted|leave_to_counsel|did(?:n't| not) (?:discuss|talk about))\b"
)
_JOINTS = re.compile(r"\s*[,;•/\n]\s*(?:and )?|\s+and\s+|(?<=\w)\.\s+|:\s")
_NO_NAMES = re.compile(
    r"(?i)(?:etc|the rest|rest|so on|everything else|is|are|all|these|this|that|we|will be|the usual)"
)
_ALL = re.compile(r"(?i)^(?:everything|anything|all)(?: else)?(?: (?:on|about|of|to do with|around))?(?: the)? ")
_TOPIC = {"intellectual property": "ip", "liabilities": "liability", "deliverable": "deliverables"}


@dataclass(frozen=True, slots=True)
class Counsel:
    """The kinds left to the lawyers, by name or by wildcard, and what was named with them but is no kind."""

    kinds: tuple[str, ...]
    strange: tuple[str, ...]


def left_to_counsel(point: Point, labels: Labels, topics: set[str]) -> Counsel | None:
    """What a point leaves to the lawyers; None where it is about something else.

    Either its heading or label says so, and it lists what; or its words do, and its label says what.
    """
    headed = any(_COUNSEL.search(words) for words in (point.label, *point.headings))
    inside = None if headed else _COUNSEL.search(point.words)
    if not headed and inside is None:
        return None
    if inside:  # "Venue is for the lawyers", "Assignment: left to the lawyers"
        said = f"{point.label}, {point.words[: inside.start()]}, {point.words[inside.end() :]}"
    else:
        said = point.words if _COUNSEL.search(point.label) else f"{point.label}, {point.words}"
    named = [(words, _kinds(words, labels, topics)) for words in _names(said)]
    kinds = tuple(kind for _, found in named for kind in found)
    if inside and not kinds:
        return None
    return Counsel(kinds, () if inside else tuple(words for words, found in named if not found))


def _names(said: str) -> Iterator[str]:
    for part in _JOINTS.split(re.sub(r"\([^)]*\)", " ", said)):
        name = part.strip(" .–—-")
        if sum(c.isalpha() for c in name) > 1 and not _NO_NAMES.fullmatch(name):
            yield name


def _kinds(name: str, labels: Labels, topics: set[str]) -> tuple[str, ...]:
    bare = _ALL.sub("", name)
    topic = fold(bare.removesuffix(".*"))
    topic = _TOPIC.get(topic, topic)
    if (bare != name or name.endswith(".*")) and topic in topics:
        return (f"{topic}.*",)
    return labels.left(bare)
