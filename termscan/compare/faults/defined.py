"""Defined terms gone wrong: used though nothing defines them, defined twice, or used in another sense."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz

from ... import values
from ...outline import Definition
from ..matter import Matter
from .finding import Finding, Stretch

OFTEN = 3  # uses from which a capitalised word counts as a term; two for a phrase
SAME = 70  # likeness, of 100, from which two definitions say the same
SHORTEST = 25  # characters of a definition that says something

_USED = re.compile(
    r"(?<![A-Z]\w)\b(?i:the|such|any|each|all|of|its|their|an?|applicable|every|said|no|these|those)\s+(?P<name>[A-Z][a-z]+(?:-[A-Za-z]+)?+(?: [A-Z][a-z]+(?:-[A-Za-z]+)?){0,3}+)\b(?![™®]|['’.&]?[A-Z]|['’]s [A-Z]|,? (?:Inc|Ltd|LLC|Corp|Act|Code)\b|\s(?:of|and|&|for)\s[A-Z])"
)
_QUOTED = re.compile(r"[\"“'‘*]\s*(?:the\s+)?([A-Z][\w /&’'-]{1,60}?)(?:\(e?s\))?\s*,?\s*[\"”'’*]")
_LABEL = re.compile(r"(?m)^[\s|*•\-(\d.)a-z]*([A-Z][\w /&’'-]{1,50}?)\s*[:.|]|\|\s*([A-Z][\w /&’'-]{1,50}?)\s*(?=\|)")
# names that are nobody's term of art: courts, offices, nets, statutes, the world
_COMMON_WORDS = """
    agreement contract party parties section sections article articles clause clauses exhibit exhibits schedule
    schedules annex appendix attachment addendum amendment january february march april may june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday internet web
    intranet state states government federal court courts board president vice chief officer officers director
    directors chairman secretary treasurer act code law laws rule rules regulation regulations commission department
    congress association arbitration arbitrator tribunal union council university english british american european
    french german canadian chinese japanese indian international national united kingdom north south east west
    eastern western northern southern subsection subsections paragraph paragraphs subparagraph hundred thousand
    million reserve market stock nasdaq medicare medicaid phase statute god lord bank dollar dollars euro sterling
    pounds treasury prime rate libor county city town republic district world wide license licence supreme superior
    civil criminal bankruptcy securities exchange patent trademark copyright office whereas witness hereto page
    table terms conditions general manager managing executive counsel attorney committee shareholders stockholders
    street avenue road floor suite house building center centre drive i ii iii iv v vi vii viii ix x a b c d
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_GIVEN = re.compile(
    r"(?i)\b(?:meaning|given|set forth|set out|defined|described|specified|ascribed|stated|assigned)\b.{0,60}\b(?:in|to|by|on|above|below|herein)\b"
)
_DEFINED_THERE = re.compile(r"\s*\((?:as |each as |which is )?(?:hereinafter |herein |such term is )?defined\b")
# the definitions are those of another agreement
_BORROWED = re.compile(
    r"(?i)\b(?:capitali[sz]ed|defined)\s(?:terms|words)\b[^.]{0,160}\b(?:not|otherwise)\b[^.]{0,80}\b(?:meanings?|definitions?)\b"
)
_SAYS = re.compile(r"\b(?:means?|meaning)\b")
_IS = re.compile(r"\s+(?:of|is|shall be|will be|means)\s+(?:not (?:less|more) than |at least |at most )?")


def undefined(matter: Matter) -> Iterator[Finding]:
    """ "the Deliverables", where nothing says what those are."""
    text = matter.text
    if _BORROWED.search(text):
        return
    known = _known(matter)
    places = {_singular(text[f.start : f.end]).lower() for _, f in matter.founds if f.type == "place"}
    used: dict[str, list[Stretch]] = defaultdict(list)
    for m in _USED.finditer(text):
        if m[0].startswith("of ") and re.search(r"\b[A-Z][\w’']*\s\Z", text[max(0, m.start() - 30) : m.start()]):
            continue  # "House of Leather", "State of Maine": a piece of a name
        used[_singular(m["name"])].append(m.span("name"))
    for name, spans in used.items():
        words = name.split()
        if (
            len(spans) < (OFTEN if len(words) == 1 else 2)
            or _COMMON & {w.lower() for w in words}
            or _said(words, known | places)
        ):
            continue
        lower = re.compile(rf"\b{re.escape(name.lower())}(?:s|es)?\b")
        elsewhere = any(_DEFINED_THERE.match(text, end) for _, end in spans)
        if not elsewhere and not lower.search(text):
            shown = " ".join(text[slice(*spans[0])].split())
            yield Finding("undefined-term", tuple(spans), f'"{shown}"', shown)


def _singular(name: str) -> str:
    name = " ".join(name.split())
    return (
        name[:-3] + "y"
        if name.endswith("ies")
        else name[:-1]
        if name.endswith("s") and not name.endswith("ss")
        else name
    )


def _known(matter: Matter) -> frozenset[str]:
    """Every word that the draft defines, quotes, labels or heads a clause with, and every party; in the singular."""
    outline, text = matter.reading.outline, matter.text
    who = outline.parties
    said = [d.name for d in outline.definitions] + [
        n for p in (who.customer, who.provider) for n in (p.name, *p.called)
    ]
    said += [m[1] for m in _QUOTED.finditer(text)] + [m[1] or m[2] for m in _LABEL.finditer(text)]
    said += [h for s in outline.sections for h in s.headings]
    return frozenset(_singular(n.strip()).lower() for n in said)


def _said(words: list[str], known: frozenset[str]) -> bool:
    """Whether a phrase, its end, or each of its parts is known: "Initial Order Form" where "Order Form" is."""
    lower = [w.lower() for w in words]
    if lower[0] == "non":
        return True
    if any(" ".join(lower[i:]) in known for i in range(len(lower))):
        return True
    return any(" ".join(lower[:i]) in known for i in range(1, len(lower)))


def doubly_defined(matter: Matter) -> Iterator[Finding]:
    """A word with two definitions that say different things."""
    for name, found in _by_name(matter, ("means",)).items():
        first = found[0]
        for other in found[1:]:
            one, two = (_words(matter, d) for d in (first, other))
            if (
                min(len(one), len(two)) >= SHORTEST
                and _SAYS.search(one[:80])
                and _SAYS.search(two[:80])
                and fuzz.token_set_ratio(one, two) < SAME
            ):
                places = f"{matter.place(first.start)}, and again in {matter.place(other.start)}"
                yield Finding("doubly-defined-term", (_whole(other), _whole(first)), f'"{name}"', name, places)
                break


def other_sense(matter: Matter) -> Iterator[Finding]:
    """A defined term that one place reads otherwise, or that is said to be another value than it is defined as."""
    for name, found in _by_name(matter, ("means", "hereby", "row", "reads")).items():
        plain = [d for d in found if d.how in ("means", "hereby")]
        for read in (d for d in found if d.how == "reads" and plain):
            yield Finding(
                "defined-term-sense",
                (_whole(read), _whole(plain[0])),
                f'"{name}"',
                name,
                f"see {matter.place(plain[0].start)}",
            )
        for d in plain[:1]:
            yield from _other_value(matter, name, d)


def _other_value(matter: Matter, name: str, d: Definition) -> Iterator[Finding]:
    """ "an Acceptance Period of thirty days", where the Acceptance Period is defined as ten."""
    if d.how != "means":
        return
    defined = [
        f
        for f in values.find(matter.text[d.start : d.end])
        if f.value is not None and f.type in ("duration", "percent", "money", "date")
    ]
    if len(defined) != 1 or defined[0].value is None:
        return
    for m in re.finditer(rf"\b{re.escape(name)}\b(?=(?P<is>{_IS.pattern}))", matter.text):
        if d.start - len(name) - 4 <= m.start() < d.end:
            continue
        at = m.end() + len(m["is"])
        said = next((f for f in values.find(matter.text[at : at + 60]) if f.start == 0), None)
        if (
            said
            and said.value is not None
            and said.type == defined[0].type
            and values.compare(defined[0].value, said.value) != "same"
        ):
            value = f"it is {values.canonical(defined[0].value)}"
            yield Finding("defined-term-sense", ((m.start(), at + said.end), _whole(d)), f'"{name}"', name, value)


def _by_name(matter: Matter, how: tuple[str, ...]) -> dict[str, list[Definition]]:
    out: dict[str, list[Definition]] = defaultdict(list)
    for d in matter.reading.outline.definitions:
        if d.how in how and not _GIVEN.search(matter.text[d.start : d.end][:160]):
            out[d.name].append(d)
    return out


def _words(matter: Matter, d: Definition) -> str:
    return " ".join(re.findall(r"\w+", matter.text[d.start : d.end].lower()))


def _whole(d: Definition) -> Stretch:
    """A definition with its word, which stands before what it means."""
    return d.start - (0 if d.how == "hereby" else len(d.name)), d.end
