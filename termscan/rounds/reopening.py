"""What the changes of a round do to each agreed term: kept, or reopened, and by which change.

A term that was kept stays kept while no change of substance bears on it, whatever its new wording; a change of substance
that bears on a term reopens it, whatever its new wording still seems to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from .. import values
from ..compare.matter import Harmed, Judgement, Matter, Span, other_side, protects
from ..compare.novelty import capital, short
from ..compare.rows import row
from ..compare.scalars import harmed_by
from ..compare.stance import harms
from ..model import Ask, Evidence, TermRow, Verdict, Was
from ..termsheet import Term
from .atoms import parts
from .bearing import Bearing
from .differing import Passage

SURE = 5.0  # from which a provision that came in bears on a term
LIKELY = 2.8  # the same for a passage that stood there before
CERTAIN = 4.2  # the same for words that by themselves state something that nobody agreed
MAY = 1.5  # the same for a mention of it with a term that stays kept
VOUCHED = 3.0  # weight that a change must have where the new draft, read by itself, still says there what was agreed
COLLATERAL = 2.5  # how much less a change may bear on a term than on another that it also seems to reopen
STILL = 3.5  # how surely a change must bear on a term for a finding elsewhere to be put down to it
_READ_EXACTLY = (values.DateValue, values.Duration, values.Money, values.Percent)


@dataclass
class _Round:
    """A round while it is judged: which passage was put down to which terms."""

    bearing: Bearing
    passages: Sequence[Passage]
    now: Mapping[str, TermRow]
    asks: Sequence[Ask]
    by_passage: dict[int, list[str]] = field(default_factory=dict)


def reopen(
    bearing: Bearing, passages: Sequence[Passage], now: Sequence[TermRow], asks: Sequence[Ask] = ()
) -> tuple[tuple[TermRow, ...], dict[int, tuple[str, ...]]]:
    """The rows of the new draft in the light of the old one, and for each passage the terms that it bears on.

    Args:
        now: the rows of the new draft, judged by itself.
        asks: what the new draft asks by itself and the old one did not.
    """
    this = _Round(bearing, passages, {r.term: r for r in now}, asks)
    substantive = [i for i, p in enumerate(passages) if p.substantive]
    for i in substantive:
        this.by_passage[i] = _flagged(this, passages[i])
    for i in substantive:
        if not this.by_passage[i]:
            this.by_passage[i] = _best(this, passages[i])
    rows = tuple(_row(this, term, this.now[term.name]) for term in bearing.new.sheet.terms)
    return rows, {i: tuple(names) for i, names in this.by_passage.items() if names}


def _flagged(this: _Round, passage: Passage) -> list[str]:
    """The terms that the new draft by itself no longer keeps, for a reason that stands in this passage.

    Where several terms seem to fall by one change, those on which it bears much less than on another do not.
    """
    names = [
        name
        for name, r in this.now.items()
        if r.verdict != "kept"
        and this.bearing.was[name].verdict == "kept"
        and (_stands_in(this, name, passage) or _gives(passage, r.found))
    ]
    if len(names) < 2:
        return names
    scores = {t.name: s for s, t in this.bearing.scores(passage) if t.name in names}
    return [n for n in names if scores[n] >= max(scores.values()) - COLLATERAL]


def _stands_in(this: _Round, name: str, passage: Passage) -> bool:
    return _overlaps(this.bearing.new, this.now[name].evidence, passage.pair.new) or _overlaps(
        this.bearing.old, this.bearing.was[name].evidence, passage.pair.old
    )


def _gives(passage: Passage, found: str | None) -> bool:
    """Whether the value that the new draft now gives a term came in with this passage."""
    came = {a.key for a in passage.difference.gained if a.sort == "value"}
    said = values.find(found) if found and came else []
    return any(f.value is not None and came.intersection(parts(f.value)) for f in said)


def _overlaps(matter: Matter, shown: Sequence[Evidence], sentences: Sequence[int]) -> bool:
    spans = [matter.sentence_span(i) for i in sentences]
    return any(s < e.end and e.start < end for e in shown for s, end in spans)


def _best(this: _Round, passage: Passage) -> list[str]:
    score, term = this.bearing.scores(passage)[0]
    if (score < CERTAIN or not passage.pair.old) and _asks(this, passage):
        return []
    if not passage.pair.new and _merged(this, term.name, passage):
        return []
    least = LIKELY if passage.pair.old else SURE
    return [term.name] if score >= least and not _holds(this, term.name, passage) else []


def _holds(this: _Round, name: str, passage: Passage) -> bool:
    """Whether a term that the new draft by itself keeps holds against a change: a rewording, or the point made again."""
    now, diff = this.now[name], passage.difference
    if now.verdict != "kept":
        return False
    if not passage.pair.old:
        return _overlaps(this.bearing.new, now.evidence, passage.pair.new)
    proven = [n for n, r in this.bearing.was.items() if _overlaps(this.bearing.old, r.evidence, passage.pair.old)]
    if diff.weight < VOUCHED and proven and all(_vouched(this, n, passage) for n in proven):
        return True
    if not (diff.lost and diff.gained and _vouched(this, name, passage)):
        return False
    return diff.weight < VOUCHED or _same_value(this, name, passage)


def _same_value(this: _Round, name: str, passage: Passage) -> bool:
    """Whether a value went and another came where the draft by itself still reads the agreed one: it is put another way."""
    agreed = next(t.agreed for t in this.bearing.new.sheet.terms if t.name == name)
    diff = passage.difference
    replaced = diff.has("value") and any(a.sort == "value" for a in diff.lost)
    return replaced and isinstance(agreed, _READ_EXACTLY) and this.now[name].found == this.bearing.was[name].found


def _merged(this: _Round, name: str, gone: Passage) -> bool:
    """Whether a term is kept by another passage that was put in other words: what was taken out was merged into it."""
    row = this.now[name]
    others = (p for p in this.passages if p is not gone and p.pair.new)
    return row.verdict == "kept" and any(_overlaps(this.bearing.new, row.evidence, p.pair.new) for p in others)


def _asks(this: _Round, passage: Passage) -> bool:
    """Whether all that changed is words that came in and state something that nobody agreed: an ask, no nibble."""
    came = [h.new for h in passage.hunks if h.new[1] > h.new[0]]
    if not came or any(h.old[1] > h.old[0] for h in passage.hunks):
        return False
    matter = this.bearing.new
    agreed = {t.kind for t in matter.sheet.terms}
    others = [s for name in matter.reading.statements if name not in agreed for s in matter.statements(name)]
    if any(start <= e.start < end for a in this.asks for e in a.evidence for start, end in came):
        return True
    return any(not s.weak and s.start < end and start < s.end for s in others for start, end in came)


def _vouched(this: _Round, name: str, passage: Passage) -> bool:
    """Whether the new draft by itself proves a term by this very passage, as the old one did."""
    now, was = this.now[name], this.bearing.was[name]
    return (
        now.verdict == was.verdict == "kept"
        and _overlaps(this.bearing.new, now.evidence, passage.pair.new)
        and _overlaps(this.bearing.old, was.evidence, passage.pair.old)
    )


def _row(this: _Round, term: Term, now: TermRow) -> TermRow:
    was = this.bearing.was[term.name]
    if was.verdict == "kept":
        now = _since_kept(this, term, was, now)
    elif now.verdict == "kept" and term.name in this.bearing.by_round and not _borne(this, term):
        now = _as_it_was(this, was)
    return replace(now, was=Was(was.verdict, was.found), trend=_trend(was.verdict, now.verdict))


def _since_kept(this: _Round, term: Term, was: TermRow, now: TermRow) -> TermRow:
    """A term that was kept in the round before."""
    if now.verdict != "kept":
        return _as_changed(this, term, was, now) if _borne(this, term) else _unchanged(this, term, was)
    causes = [this.passages[i] for i, names in this.by_passage.items() if term.name in names]
    if causes and now.severity is None:
        return _reopened(this, term, was, causes[0])
    near = next((p for p in this.passages if p.substantive and _near(this, term, p)), None)
    if near is None:
        return now
    place = this.bearing.new.place(near.at)
    return replace(now, message=f"{now.message} {capital(place)} changed beside it, as it seems without touching this.")


def _as_changed(this: _Round, term: Term, was: TermRow, now: TermRow) -> TermRow:
    """A term that the new draft by itself does not keep, called by what was done to the passage that proved it.

    What still stands there, in other words, is not missing; a blank is a blank; a limit put beside it weakens it.
    """
    proof = was.evidence
    cause = next(
        (
            this.passages[i]
            for i, names in this.by_passage.items()
            if term.name in names and _overlaps(this.bearing.old, proof, this.passages[i].pair.old)
        ),
        None,
    )
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


def _near(this: _Round, term: Term, passage: Passage) -> bool:
    """Whether a change that was not put down to a term stands in the passage that proves it, or speaks of it."""
    if _overlaps(this.bearing.old, this.bearing.was[term.name].evidence, passage.pair.old):
        return True
    score, best = this.bearing.scores(passage)[0]
    return best.name == term.name and score >= MAY


def _as_it_was(this: _Round, was: TermRow) -> TermRow:
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


def _borne(this: _Round, term: Term) -> bool:
    """Whether any change of substance bears on a term that the new draft no longer seems to keep."""
    return any(
        term.name in this.by_passage[i] or (not this.by_passage[i] and this.bearing.score(p, term) >= STILL)
        for i, p in enumerate(this.passages)
        if p.substantive
    )


def _unchanged(this: _Round, term: Term, was: TermRow) -> TermRow:
    """Nothing of substance changed, so that the new words keep what the old ones kept."""
    matter = this.bearing.new
    spans: list[Span] = []
    for e in was.evidence:
        place = this.bearing.carried.place(e.start, e.end)
        if place is not None:
            spans.append((e.role, *place))
    judged = Judgement("kept", was.found, tuple(spans), was.message, in_agreed_words=was.severity is None)
    return row(matter, term, matter.kind(term.kind), judged)


def _reopened(this: _Round, term: Term, was: TermRow, cause: Passage) -> TermRow:
    matter = this.bearing.new
    kind = matter.kind(term.kind)
    return row(matter, term, kind, _judgement(this, term, was, cause))


def _judgement(this: _Round, term: Term, was: TermRow, cause: Passage) -> Judgement:
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


def _spans(this: _Round, term: Term, was: TermRow, cause: Passage) -> Iterator[Span]:
    """The words that changed; before them, where they stand elsewhere, those that still say what was agreed."""
    own = [this.bearing.carried.place(e.start, e.end) for e in was.evidence]
    if not cause.pair.old:
        yield from (("states", *place) for place in own[:1] if place is not None)
    sentence = this.bearing.new.sentence_span(cause.pair.new[0])
    shown = [s for s in cause.new_spans if s[1] > s[0]] or [sentence]
    yield from (("limits" if not cause.pair.old else "states", *s) for s in shown[:4])


def _verdict(this: _Round, term: Term, cause: Passage) -> Verdict:
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


def _other_value(this: _Round, term: Term, cause: Passage, harmed: Harmed) -> tuple[str | None, Harmed]:
    kind = this.bearing.new.kind(term.kind)
    for i in cause.pair.new:
        for found in this.bearing.new.reading.masked[i].values.values():
            here = any(s <= found.start < e for s, e in cause.new_spans)
            if here and found.value is not None and kind is not None and type(found.value) is type(term.agreed):
                said = harmed_by(term, kind, found.value)
                return values.canonical(found.value), said if said != "both" else harmed
    return None, harmed
