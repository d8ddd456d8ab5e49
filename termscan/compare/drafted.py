"""What a term would have to be agreed as for a draft to keep it: its value, and what the draft says beside the value.

A review reads a period with its start, and a rule with its exceptions. A term sheet written from a draft has to say
these too, or the draft would reopen its own terms. Each term is therefore judged as in a review; where it is not kept,
what the judgement objects to becomes a key of the term, until it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .. import values
from ..extract.statements import Reading
from ..model import Clause
from ..rulebook import Kind, Rulebook
from ..termsheet import Term, TermSheet
from . import judge
from .bases import bases
from .matter import Judgement, Matter
from .start_words import named
from .tariffs import tariffs

MOST_AMENDED = 4  # keys written for one term; a term that needs more is none that a person would write so
LONGEST = 160  # characters of an exception that a person would still write
UNWRITABLE = "the value cannot be written as a term"

_SHARE = re.compile(r"(\S+%.*?) of (.+)")


def drafted(clauses: Iterable[Clause], reading: Reading, rulebook: Rulebook) -> tuple[Clause, ...]:
    """The clauses of a draft kind by kind; the first of each kind is completed (`beside`) or doubted (`doubt`)."""
    parties = reading.outline.parties
    sheet = TermSheet("", "", None, parties.customer, parties.provider, "provider", ())
    blank = Matter(sheet, reading, rulebook)
    by_kind: dict[str, list[Clause]] = {}
    for clause in clauses:
        by_kind.setdefault(clause.kind, []).append(clause)
    stated = {name: _surest_first(blank, found) for name, found in by_kind.items()}
    stated |= {name: [clause, *stated.get(name, ())] for name, clause in _tabled(blank)}
    written = {name: term for name, found in stated.items() if (term := _term(found[0], rulebook.kinds[name]))}
    matter = _with(sheet, written, reading, rulebook)
    amended = {name: _with_base(matter, _amended(matter, term)) for name, term in written.items()}
    matter = _with(sheet, amended, reading, rulebook)  # what one term mentions explains another
    judged = {name: judge(matter, term) for name, term in amended.items()}
    firsts = [_completed(found[0], amended.get(name), judged.get(name)) for name, found in stated.items()]
    return tuple(c for first in firsts for c in (first, *stated[first.kind][1:]))


def _tabled(matter: Matter) -> Iterator[tuple[str, Clause]]:
    """The terms that a table of the draft states as a whole, where the draft keeps them so."""
    for name, said, start in tariffs(matter):
        index = matter.sentence_at(start)
        clause = Clause(name, said, (matter.reading.outline.evidence(*matter.sentence_span(index)),))
        term = _term(clause, matter.rulebook.kinds[name])
        if term is not None and judge(matter, term).verdict == "kept":
            yield name, clause


def _judge(matter: Matter, term: Term) -> Judgement:
    """What the draft makes of a term that stands in the sheet in place of the one of that name."""
    terms = tuple(term if t.name == term.name else t for t in matter.sheet.terms)
    return judge(replace(matter, sheet=replace(matter.sheet, terms=terms)), term)


def _surest_first(matter: Matter, found: list[Clause]) -> list[Clause]:
    """The clauses of one kind: first the one with a value that bears most on it, the others in the draft's order."""
    valued = [c for c in found if c.value is not None]
    if not valued:
        return found

    def bears(clause: Clause) -> float:
        value = _value(matter.rulebook.kinds[clause.kind], clause.value or "")
        term = Term(clause.kind, clause.kind, value or values.parse("text", clause.kind), "")
        return matter.bears(term, matter.sentence_at(clause.evidence[0].start))

    first = max(valued, key=bears)  # of equals the first in the draft
    return [first, *(c for c in found if c is not first)]


def _with(sheet: TermSheet, terms: dict[str, Term], reading: Reading, rulebook: Rulebook) -> Matter:
    return Matter(replace(sheet, terms=tuple(terms.values())), reading, rulebook)


def _term(clause: Clause, kind: Kind) -> Term | None:
    """A clause as a term of a sheet, or None where its value cannot be written as one."""
    said = clause.value or ""
    value = _value(kind, said)
    share = _SHARE.fullmatch(said) if value is None else None
    if share:
        value = _value(kind, share[1])
    if value is None:
        return None
    return Term(clause.kind, clause.kind, value, values.canonical(value), of=share[2] if share else None)


def _value(kind: Kind, said: str) -> values.Value | None:
    try:
        return values.parse(kind.type, said, choices=kind.allowed, items=tuple(kind.items))
    except ValueError:
        return None


def _amended(matter: Matter, term: Term) -> Term:
    """A term with the keys that make the draft keep it; as it was, where no keys do."""
    best = term
    for _ in range(MOST_AMENDED):
        judged = _judge(matter, best)
        if judged.verdict == "kept":
            return best
        tries = list(_amendments(matter, best, judged))
        better = next((t for t in tries if _judge(matter, t).verdict == "kept"), None)
        if better is not None:
            return better
        further = next((t for t in tries if t.exceptions != best.exceptions), None)
        if further is None:
            break
        best = further
    return term


def _amendments(matter: Matter, term: Term, judged: Judgement) -> Iterator[Term]:
    """The term with one key more: each of those that could answer the judgement, the plainest first."""
    kind = matter.rulebook.kinds[term.kind]
    for words in _starts(matter, term, judged):
        yield replace(term, start=words)
    for side in ("customer", "provider"):
        if term.by is None:
            yield replace(term, by=side)
    for role, start, end in judged.spans:
        words = " ".join(matter.text[start:end].split()).strip(" ,;:“”\"'")
        if role in ("limits", "overrides", "defines") and words not in term.exceptions and len(words) <= LONGEST:
            yield replace(term, exceptions=(*term.exceptions, words))
    found = _value(kind, judged.found) if judged.verdict == "changed" and judged.found else None
    if found is not None and found != term.agreed:
        yield replace(term, agreed=found, agreed_text=values.canonical(found))


def _starts(matter: Matter, term: Term, judged: Judgement) -> Iterator[str]:
    """What the draft counts a period from, where the judgement shows it."""
    if not isinstance(term.agreed, values.Duration) or term.start is not None:
        return
    for _, found in matter.founds:
        if any(s <= found.start and found.end <= e for _, s, e in judged.spans):
            place = named(matter.text, found.end)
            if place is not None:
                yield " ".join(matter.text[place[0] : place[1]].split())


def _with_base(matter: Matter, term: Term) -> Term:
    """A term with what a period runs from, or a percentage is taken of, where the draft names it and keeps it so."""
    judged = _judge(matter, term)
    if judged.verdict != "kept":
        return term
    tries = [replace(term, start=words) for words in _starts(matter, term, judged)]
    if isinstance(term.agreed, values.Percent) and (term.of, term.agreed.per, term.agreed.over) == (None, None, None):
        tries += [replace(term, of=" ".join(matter.text[a:b].split())) for a, b in bases(matter, judged)]
    return next((t for t in tries if _judge(matter, t).verdict == "kept"), term)


def _completed(clause: Clause, term: Term | None, judged: Judgement | None) -> Clause:
    """A clause with what its term says beside the value, or with the reason why no term could be written."""
    if term is None or judged is None:
        return replace(clause, doubt=UNWRITABLE)
    if judged.verdict != "kept":
        return replace(clause, doubt=judged.message)
    keys = {"from": term.start, "by": term.by, "of": term.of}
    said = tuple((key, (words,)) for key, words in keys.items() if words)
    listed = (("except", term.exceptions),) if term.exceptions else ()
    return replace(clause, value=term.agreed_text, beside=(*said, *listed))
