"""New asks of a round: what came in, belongs to no agreed term, and binds our side."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from ..compare import Matter
from ..compare.lexicon import content
from ..compare.novelty import short
from ..compare.rows import short_id
from ..compare.stance import harms
from ..model import Ask, Evidence, TermRow
from ..rulebook import Kind
from .differing import Passage
from .hunks import Hunk, Stretch

_LAYS_DOWN = re.compile(
    r"(?i)\b(?:shall|will|must|may|can|cannot|agrees?|undertakes?|represents?|warrants?|confirms?|guarantees?|waives?|lapses?|"
    r"belongs?|vests?|(?:is|are) (?:to|entitled|obliged|bound|liable|responsible|deemed|allowed|credited)|provided that|without)\b"
)
UNNAMED = "trap.new_provision"  # what no kind nor trap covers
HEAVY = 3.0  # weight of a change in a passage that stood there before, from which what was put in may be an ask
FEWEST = 2  # words with a meaning that an ask has
HEARD = 0.25  # likeness to a kind's vocabulary from which the ask bears its name


def asks_of(
    rows: Sequence[TermRow],
    old: Sequence[Ask],
    now: Sequence[Ask],
    new: Matter,
    passages: Sequence[Passage],
    settled: Container[int],
) -> tuple[Ask, ...]:
    """The asks of the new draft: those that it raises by itself where the old one did or where something changed in
    substance, and whatever else came in that binds our side.

    Args:
        settled: the passages that surely bear on an agreed term.
    """
    before = {a.ask for a in old}
    agreed = [e for r in rows if r.verdict == "kept" for e in r.evidence]
    kept = [a for a in now if a.ask in before or any(_in(new, a.evidence, p) for p in passages if p.substantive)]
    more = [
        ask
        for i, p in enumerate(passages)
        if p.substantive and i not in settled and not any(_in(new, a.evidence, p) for a in kept)
        if p.pair.old or not _in(new, agreed, p)  # the words that say what was agreed are no ask
        for ask in _ask(new, p)
    ]
    return tuple(sorted([*kept, *more], key=lambda a: a.evidence[0].start))


def _in(matter: Matter, shown: Sequence[Evidence], passage: Passage) -> bool:
    spans = [matter.sentence_span(i) for i in passage.pair.new]
    return any(s < e.end and e.start < end for e in shown for s, end in spans)


def _ask(matter: Matter, passage: Passage) -> Iterator[Ask]:
    came = _came(matter, passage)
    if came is None:
        return
    start, end = came
    ours = matter.sheet.our_side
    harmed = harms(matter, start, end, ours)
    if harmed is False or (harmed is None and not _binds(matter, passage)):
        return
    kind = _kind(matter, passage, start, end)
    name = kind.name if kind else UNNAMED
    if kind is not None and matter.sheet.left_to_counsel(name):
        return
    proof = matter.reading.outline.evidence(start, end)
    words = short(matter.text[start:end])
    yield Ask(
        id=short_id("A", name, " ".join(proof.quote.split()).lower()),
        ask=name,
        direction="against us",
        severity=kind.ask.severity if kind and kind.ask else "medium",
        message=f'New in this round: "{words}".',
        why=kind.why.get(ours) if kind else None,
        question=f"This is new since the last round ({kind.says if kind else words}); may we take it out or talk about it?",
        evidence=(proof,),
    )


def _binds(matter: Matter, passage: Passage) -> bool:
    """Whether words that came in lay down anything: a duty, a right, an amount. A bare statement of fact does not."""
    words = " ".join(matter.text[s:e] for s, e in passage.new_spans)
    return bool(_LAYS_DOWN.search(words)) or passage.difference.has("value")


def _came(matter: Matter, passage: Passage) -> Stretch | None:
    """The new words of a passage where they were put in, not put for others: a sentence, or some words more."""
    if passage.pair.old and passage.difference.weight < HEAVY:
        return None
    came = [h.new for h in passage.hunks if len(content(matter.text[h.new[0] : h.new[1]])) >= FEWEST and _put_in(h)]
    return max(came, key=lambda span: span[1] - span[0], default=None)


def _put_in(hunk: Hunk) -> bool:
    return (hunk.old[1] - hunk.old[0]) * 4 <= hunk.new[1] - hunk.new[0]


def _kind(matter: Matter, passage: Passage, start: int, end: int) -> Kind | None:
    """The kind of which the new words speak: one that a rule finds stated there, else the one they sound most like."""
    agreed = {t.kind for t in matter.sheet.terms}
    book = {**matter.rulebook.kinds, **matter.rulebook.traps}
    for name, kind in book.items():
        stated = [s for s in matter.statements(name) if not s.weak and s.start < end and start < s.end]
        if stated and name not in agreed:
            return kind
    heard = matter.heard(frozenset(content(matter.text[start:end])))
    open_ = [n for n in matter.vocabulary if n not in matter.placed]
    best = max(open_, key=lambda n: heard.get(n, 0.0), default=None)
    return book[best] if best is not None and heard.get(best, 0.0) >= HEARD else None
