"""A term sheet in our format, written from what was understood; what is not sure stands in remarks.

What is written is checked as `terms check` checks it; a line that would not pass becomes a remark.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .. import termsheet, values
from ..errors import TermSheetError
from ..model import PartyName, Side
from ..reports.terms import flow, scalar
from ..reports.wording import clean, clip
from ..rulebook import Rulebook
from .heads import Heads
from .terms import Left, Understood
from .understanding import Understanding

TOPICS = ("payment", "deliverables", "ip", "liability", "term", "general", "other")
_WIDE = 90  # characters of the file's own words in a remark
HEAD = """\
# Made from {name}. Behind each term stand the words that it comes from.
# Lines that begin with # are not sure, or were left out: settle them, then run `termscan terms check`.
"""


@dataclass(frozen=True)
class Written:
    """The sheet, and what is in it."""

    text: str
    understood: int
    unsure: int
    left_out: int


def write(name: str, heads: Heads, side: Side, found: Understanding, quoted: int, rulebook: Rulebook) -> Written:
    """The sheet as YAML that passes `terms check`."""
    terms, doubts = list(found.terms), list(found.doubts)
    while True:
        lines, at = _lines(name, heads, side, terms, doubts, found, quoted)
        text = "".join(f"{line}\n" for line in lines)
        try:
            termsheet.parse(name, text, rulebook)
        except TermSheetError as error:
            bad = {at[f.line]: f for f in error.faults if f.line in at}
            if not bad:  # what the sheet itself is made of: not reached by any file we know
                raise
            doubts += [replace(terms[i], doubt=f.problem) for i, f in bad.items()]
            terms = [term for i, term in enumerate(terms) if i not in bad]
            continue
        return Written(text, len(terms), len(doubts), len(found.left) + (1 if quoted else 0))


def _lines(
    name: str,
    heads: Heads,
    side: Side,
    terms: Sequence[Understood],
    doubts: Sequence[Understood],
    found: Understanding,
    quoted: int,
) -> tuple[list[str], dict[int, int]]:
    """The lines of the sheet, and which term each line number holds."""
    out = [*HEAD.format(name=clean(name)).splitlines(), *_head(heads, side), ""]
    at: dict[int, int] = {}
    out.append("terms:" if terms else "terms: {}")
    topics = sorted(
        {t.kind.split(".")[0] for t in (*terms, *doubts)}, key=lambda t: (TOPICS.index(t) if t in TOPICS else 99, t)
    )
    for topic in topics:
        mine = [(i, t) for i, t in enumerate(terms) if t.kind.startswith(f"{topic}.")]
        out.append(f"  {topic}:" if mine else f"  # {topic}:")
        grouped: dict[str, list[tuple[int, Understood]]] = defaultdict(list)
        for i, term in mine:
            grouped[term.kind].append((i, term))
        for kind, group in grouped.items():
            for line, i in _kind(kind, group):
                out.append(line)
                at[len(out)] = i
        out += [_doubtful(t) for t in doubts if t.kind.startswith(f"{topic}.")]
    if found.counsel:
        out += ["", f"leave_to_counsel: [{', '.join(map(flow, found.counsel))}]"]
    return [*out, *_left(found.left, quoted)], at


def _head(heads: Heads, side: Side) -> Iterator[str]:
    yield f"deal: {scalar(clean(heads.deal))}"
    if heads.agreed_on:
        yield f"agreed_on: {heads.agreed_on.isoformat()}"
    yield "parties:"
    for role, party in (("customer", heads.customer), ("provider", heads.provider)):
        yield (
            f"  {role}: {_party(party)}"
            if party
            else f"  {role}: the {role}  # the file does not name the {role}: put the name here"
        )
    yield f"our_side: {side}"
    yield from (f"# {clean(remark)}" for remark in heads.remarks)


def _party(party: PartyName) -> str:
    if not party.called:
        return scalar(clean(party.name))
    return f"{{name: {_quoted(party.name)}, also_called: [{', '.join(map(_quoted, party.called))}]}}"


def _kind(kind: str, group: Sequence[tuple[int, Understood]]) -> Iterator[tuple[str, int]]:
    name = kind.split(".", 1)[1]
    if len(group) == 1:
        i, term = group[0]
        yield f"    {_name(name)}: {_value(term)}{_because(term)}", i
        return
    yield f"    {_name(name)}:", group[0][0]
    for i, term in group:
        yield f"      - {_mapping(term, _keys(term))}{_because(term)}", i


def _name(name: str) -> str:
    return (
        name
        if re.fullmatch(r"[a-z][a-z0-9_]*", name)
        and name not in ("yes", "no", "on", "off", "null", "true", "false", "y", "n")
        else _quoted(name)
    )


def _value(term: Understood) -> str:
    keys = _keys(term)
    return _mapping(term, keys) if keys else _agreed(term.value, scalar)


def _agreed(value: values.Value, plain: object = None) -> str:
    if isinstance(value, values.Labelled):
        pairs = (
            f"{{{_quoted(label)}: {_quoted(values.canonical(values.Labelled(((label, entry),))).rpartition(': ')[2])}}}"
            for label, entry in value.entries
        )
        return f"[{', '.join(pairs)}]"
    if isinstance(value, values.ListValue):
        return f"[{', '.join(map(_quoted, value.items))}]"
    words = clean(values.canonical(value))
    return scalar(words) if plain else _quoted(words)


def _keys(term: Understood) -> Mapping[str, str]:
    """The further keys of a term as YAML, in the order of the format's page; a bound that cannot be read is left to a note."""
    out: dict[str, str] = {}
    notes = [term.note] if term.note else []
    for key in ("accept", "walk_away"):
        said = term.keys.get(key)
        if said:
            bound = _bound(str(said), term.value) if key == "accept" else str(said)
            if bound:
                out[key] = _quoted(bound)
            else:
                notes.append(f"{key.replace('_', ' ')}: {said}")
    if term.priority and term.priority != "important":
        out["priority"] = term.priority
    for key in ("by", "from", "for", "of"):
        if term.keys.get(key):
            out[key] = _quoted(str(term.keys[key]))
    listed = term.keys.get("except")
    if isinstance(listed, tuple) and listed:
        out["except"] = f"[{', '.join(map(_quoted, listed))}]"
    if notes:
        out["note"] = _quoted("; ".join(notes))
    return out


def _mapping(term: Understood, keys: Mapping[str, str]) -> str:
    return f"{{agreed: {_agreed(term.value)}{''.join(f', {key}: {said}' for key, said in keys.items())}}}"


_UNITS = re.compile(r"[\d.,]+\s*(?P<unit>.*)")


def _bound(said: str, agreed: values.Value) -> str | None:
    """Words for what would still be signed as a bound: the agreed value's sign and unit where none is said, and its direction."""
    words = " ".join(said.split()).strip(" .,;()")
    lead = next((b for b in ("at most", "at least", "between") if words.lower().startswith(b)), "")
    words = (
        re.sub(r"(?i)^(?:up to|no more than|max(?:imum)?\.?)\s+", "", words) if not lead else words[len(lead) :].strip()
    )
    lead = lead or ("at most" if re.match(r"(?i)(?:up to|no more than|max)", said.strip()) else "")
    if lead == "between":
        return f"between {words}"
    value = _like(words, agreed)
    if value is None:
        return None
    if not lead:
        lead = {"more": "at most", "less": "at least"}.get(values.compare(agreed, value), "")
    return f"{lead} {values.canonical(value)}".strip()


def _like(words: str, agreed: values.Value) -> values.Value | None:
    """A value of the same sort as another, with its unit where the words have only a number."""
    spelt = values.canonical(agreed)
    tries = [words]
    if re.fullmatch(r"[\d.,]+%?(?:\s*k)?", words):
        tries.append(re.sub(r"\d[\d,.]*%?", words, spelt, count=1))
    for said in tries:
        found = [f for f in values.find(said) if f.value is not None and type(f.value) is type(agreed)]
        if len(found) == 1:
            return found[0].value
    return None


def _because(term: Understood) -> str:
    said = clip(clean(term.said), _WIDE)
    place = f"{term.where}: " if term.where else ""
    return f"  # {place}{said}"


def _doubtful(term: Understood) -> str:
    name = term.kind.split(".", 1)[1]
    return f"    # {_name(name)}: {clip(_value(term), 200)}  # not sure, {clip(clean(term.doubt or ''), 120)}; {term.where}: {clip(clean(term.said), _WIDE)}"


def _left(left: Sequence[Left], quoted: int) -> Iterator[str]:
    if not left and not quoted:
        return
    yield ""
    yield "# Left out:"
    for one in left:
        yield f"#   {one.where}: {clip(clean(one.said), 140)} ({clip(clean(one.why), 80)})"
    if quoted:
        yield f"#   {quoted} lines of earlier mails below the last one, which were not read"


def _quoted(words: str) -> str:
    return flow(clean(words))
