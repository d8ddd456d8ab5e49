"""What the changes of a round do to each agreed term: kept, or reopened, and by which change.

A term that was kept stays kept while no change of substance bears on it, whatever its new wording; a change of substance
that bears on a term reopens it, whatever its new wording still seems to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from .. import values
from ..compare.matter import Harmed, Judgement, Matter, Span, other_side, protects
from ..compare.novelty import capital, short
from ..compare.rows import row
from ..compare.scalars import harmed_by
from ..compare.stance import harms
from ..model import TermRow, Verdict, Was
from ..termsheet import Term
from .attributing import Attribution, overlaps
from .differing import Passage


def reopen(this: Attribution) -> tuple[TermRow, ...]:
    """The rows of the new draft in the light of the changes that were put down to each term."""
    return tuple(_row(this, term, this.now[term.name]) for term in this.bearing.new.sheet.terms)


def _row(this: Attribution, term: Term, now: TermRow) -> TermRow:
    was = this.bearing.was[term.name]
    if was.verdict == "kept":
        now = _since_kept(this, term, was, now)
    elif now.verdict == "kept" and term.name in this.bearing.by_round and not this.borne(term.name):
        now = _as_it_was(this, was)
    elif now.verdict != "kept" and (cause := next(iter(this.causes(term.name)), None)) and _opened_again(was, now):
        if now.verdict == was.verdict:
            again = _reopened(this, term, was, cause)
            now = replace(again, message=f"{again.message} It was open before: {now.message}")
        return replace(now, was=Was(was.verdict, was.found), trend="reopened")
    return replace(now, was=Was(was.verdict, was.found), trend=_trend(was.verdict, now.verdict))


def _opened_again(was: TermRow, now: TermRow) -> bool:
    """Whether what this round did to a term that was open before is another nibble at it, and no move on the open point.

    It is where the term reads as it did, and where the agreed value that still stood there is gone.
    """
    as_it_did = (was.verdict, was.found) == (now.verdict, now.found) and was.verdict != "missing"
    return as_it_did or (was.verdict == "weakened" and now.verdict != "weakened")


def _since_kept(this: Attribution, term: Term, was: TermRow, now: TermRow) -> TermRow:
    """A term that was kept in the round before."""
    if now.verdict != "kept":
        return _as_changed(this, term, was, now) if this.borne(term.name) else _unchanged(this, term, was)
    causes = this.causes(term.name)
    if causes and not now.otherwise:
        return _reopened(this, term, was, causes[0])
    near = this.near(term.name)
    if near is None:
        return now
    place = this.bearing.new.place(near.at)
    return replace(now, message=f"{now.message} {capital(place)} changed beside it, as it seems without touching this.")


def _as_changed(this: Attribution, term: Term, was: TermRow, now: TermRow) -> TermRow:
    """A term that the new draft by itself does not keep, called by what was done to the passage that proved it.

    What still stands there, in other words, is not missing; a blank is a blank; a limit put beside it weakens it.
    """
    places = (p for p in this.causes(term.name) if overlaps(this.bearing.old, was.evidence, p.pair.old))
    cause = next(places, None)
    if cause is None or not cause.pair.new:
        return now
    diff, taken_out = cause.difference, all(new[0] == new[1] for new in cause.new_spans)
    limited = any(diff.has(sort) for sort in ("softening", "exception", "condition"))
    told = (
        (now.verdict == "missing" and not taken_out)
        or (now.verdict != "unclear" and (diff.has("blank") or diff.has("mismatch")))
        or (now.verdict == "changed" and limited and not any(a.sort in ("value", "party") for a in diff.lost))
    )
    return _reopened(this, term, was, cause) if told else now


def _as_it_was(this: Attribution, was: TermRow) -> TermRow:
    """Nothing of substance changed on a term that an earlier round reopened: it is as open as it was."""
    new, carried = this.bearing.new.reading.outline, this.bearing.carried
    places = [(e.role, carried.place(e.start, e.end)) for e in was.evidence]
    shown = tuple(new.evidence(*place, role) for role, place in places if place is not None)
    return replace(was, evidence=shown)


Trend = Literal["reopened", "restored", "still open", "settled"]


def _trend(was: Verdict, now: Verdict) -> Trend:
    if was == "kept":
        return "settled" if now == "kept" else "reopened"
    return "restored" if now == "kept" else "still open"


def _unchanged(this: Attribution, term: Term, was: TermRow) -> TermRow:
    """Nothing of substance changed, so that the new words keep what the old ones kept."""
    matter = this.bearing.new
    spans: list[Span] = []
    for e in was.evidence:
        place = this.bearing.carried.place(e.start, e.end)
        if place is not None:
            spans.append((e.role, *place))
    judged = Judgement(
        "kept", was.found, tuple(spans), was.message, in_agreed_words=not was.otherwise, outright=was.outright
    )
    return row(matter, term, matter.kind(term.kind), judged)


def _reopened(this: Attribution, term: Term, was: TermRow, cause: Passage) -> TermRow:
    matter = this.bearing.new
    kind = matter.kind(term.kind)
    return row(matter, term, kind, _judgement(this, term, was, cause))


def _judgement(this: Attribution, term: Term, was: TermRow, cause: Passage) -> Judgement:
    matter = this.bearing.new
    kind = matter.kind(term.kind)
    if cause.lower:
        start, end = cause.new_spans[0]
        message = f"{matter.place(cause.at)} is {cause.lower}: what was agreed no longer stands where it binds."
        return Judgement("weakened", was.found, (("states", start, end),), capital(message), protects(term, kind))
    if not cause.pair.new:
        gone = short(" ".join(this.bearing.old.text[s:e] for s, e in cause.old_spans))
        return Judgement("missing", None, (), f'The words that said so were taken out: "{gone}".')
    spans = tuple(_spans(this, term, was, cause))
    verdict: Verdict = _verdict(this, term, cause)
    found, harmed = was.found, protects(term, kind)
    if verdict == "changed":
        found, harmed = _other_value(this, term, cause, harmed)
        if found is None and this.still_says(term):  # another value of the clause: who loses by it is not known
            found, harmed = was.found, "nobody"
    said = short(" ".join(matter.text[s:e] for s, e in cause.new_spans if e > s))
    gone = short(" ".join(this.bearing.old.text[s:e] for s, e in cause.old_spans if e > s))
    message = (
        f'"{gone}" became "{said}".'
        if said and gone
        else f'New beside it: "{said}".'
        if said
        else f'Taken out: "{gone}".'
    )
    if harmed == "both":
        harmed = _loser(matter, cause)
    return Judgement(verdict, found, spans, capital(f"{matter.place(cause.at)} is not what it was: {message}"), harmed)


def _loser(matter: Matter, cause: Passage) -> Harmed:
    """Whom the new words harm, where the term itself protects neither side more than the other."""
    ours = matter.sheet.our_side
    start, end = max(cause.new_spans, key=lambda s: s[1] - s[0])
    harmed = harms(matter, start, end, ours)
    return "both" if harmed is None else ours if harmed else other_side(ours)


def _spans(this: Attribution, term: Term, was: TermRow, cause: Passage) -> Iterator[Span]:
    """The words that changed; before them, where they stand elsewhere, those that still say what was agreed."""
    own = [this.bearing.carried.place(e.start, e.end) for e in was.evidence]
    if not cause.pair.old:
        yield from (("states", *place) for place in own[:1] if place is not None)
    sentence = this.bearing.new.sentence_span(cause.pair.new[0])
    shown = [s for s in cause.new_spans if s[1] > s[0]] or [sentence]
    yield from (("limits" if not cause.pair.old else "states", *s) for s in shown[:4])


def _verdict(this: Attribution, term: Term, cause: Passage) -> Verdict:
    diff = cause.difference
    if diff.has("blank") or diff.has("mismatch"):
        return "unclear"
    if not cause.pair.old:
        return "weakened"
    if any(d.sentence in cause.pair.new for d in this.bearing.new.reading.outline.definitions if d.how != "hereby"):
        return "weakened"
    if diff.has("softening"):
        return "weakened"
    if diff.has("value") or any(a.sort in ("value", "often") for a in diff.lost) or diff.has("often"):
        return "changed"
    if this.bearing.new.recital(cause.at):
        return "weakened"
    if any(diff.has(sort) for sort in ("exception", "condition", "only")):
        return "weakened"
    inserted = all(o[0] == o[1] for o in cause.old_spans)
    return "weakened" if inserted else "changed"


def _other_value(this: Attribution, term: Term, cause: Passage, harmed: Harmed) -> tuple[str | None, Harmed]:
    kind = this.bearing.new.kind(term.kind)
    for i in cause.pair.new:
        for found in this.bearing.new.reading.masked[i].values.values():
            here = any(s <= found.start < e for s, e in cause.new_spans)
            if here and found.value is not None and kind is not None and type(found.value) is type(term.agreed):
                said = harmed_by(term, kind, found.value)
                return values.canonical(found.value), said if said != "both" else harmed
    return None, harmed
