"""Another place that states the same kind with another value: whether the two disagree, or each is for a case of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .. import values
from ..extract.masking import SLOTS
from ..extract.statements import Statement
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import content, phrases
from .matter import Judgement, Matter, Span, best
from .novelty import CUSTOMARY, capital, said
from .sameness import relies_on, same

CLOSE = 1.7  # how much less a second statement may bear on a term and still contradict the first
SPEAKS_OF_IT = 0.5  # how much of what the first says of the sheet's `for`, `from` and `of` a second must say: else it is of something else
STRANGE = 0.25  # share of its words from which a second statement speaks of something of which the first does not
FEW = 2  # such words that are never too many
NEWS = 2  # words of a case of which the agreed statement and the sheet say nothing, from which it is a case of its own


def rival(
    matter: Matter, term: Term, kind: Kind, equal: Sequence[Statement], stated: Sequence[Statement]
) -> Judgement | None:
    """Another place that says the same thing with another value, which nothing on the sheet explains.

    A contract has many prices and rates: of money only what speaks of the very same thing contradicts the agreed sum.
    """
    if isinstance(term.agreed, values.Percent):
        equal, stated = [_share(s) for s in equal], [_share(s) for s in stated]
    first = best(equal, matter, term)
    if isinstance(first.value, values.Money) and "one sum" not in kind.traits:
        return None
    least, fits = matter.bears(term, first.sentence), matter.fit(term, first.sentence)
    for s in stated:
        if s.value is None or not _contradicts(matter, term, first, s):
            continue
        if any(o.sentence == s.sentence and ";" in matter.text[slice(*sorted((o.start, s.start)))] for o in equal):
            continue  # it stands beside the agreed one, for a case of its own
        near = s.sentence != first.sentence and matter.bears(term, s.sentence) >= least - (0 if first.weak else CLOSE)
        if near and isinstance(term.agreed, values.Money) and not alike(matter, term, kind, first, s):
            continue
        if (
            near
            and matter.fit(term, s.sentence) >= fits * SPEAKS_OF_IT
            and not _on_top(matter, s)
            and (not in_its_own_case(matter, term, first.sentence, s) or _more_its_own(matter, term, first, s))
        ):
            return disagree(matter, term, kind, ("states", first.start, first.end), s)
    return None


MORE_ITS_OWN = 1.0  # by how much more a place must bear on a term to be its own, whatever case it is for


def _more_its_own(matter: Matter, term: Term, first: Statement, s: Statement) -> bool:
    """Whether a second statement is of the very matter that the sheet names (`for`, `from`), and so more than the first is."""
    more = matter.bears(term, s.sentence) >= matter.bears(term, first.sentence) + MORE_ITS_OWN
    return bool(term.scope) and more and matter.fit(term, s.sentence) >= max(1.0, matter.fit(term, first.sentence))


# what a sentence hangs on, and holds for alone; "even where" it holds for whatever is the case
CASE = re.compile(
    r"(?<!\S)(?<!even )(?:if|where|when|whenever|unless|until|upon|except|provided|save|subject to|in case|in the event|in the case|should|other than|only)(?!\S)"
)


# of a thing, which is not the thing, or of a sum: "the other USD 300,000"
_A_PART = re.compile(
    rf"(?<!\S)(?:(?:cop(?:y|ies)|parts?|portions?|extracts?) of|(?:other|remaining|further) {SLOTS['money']})(?!\S)"
)


def alike(matter: Matter, term: Term, kind: Kind, first: Statement, s: Statement) -> bool:
    """Whether a second statement speaks of nothing of which the first does not, and of no case of its own."""
    if s.sentence in matter.beside(first.sentence, -1, -2):
        return False  # the agreed one is the exception to what stands before it
    masked = matter.reading.masked[s.sentence]
    start, end = masked.locate(s.start, s.end)
    if CASE.search(masked.words[:start]) or CASE.search(masked.words[end:]) or _A_PART.search(masked.words):
        return False
    known = said(term) | CUSTOMARY | matter.party_concepts | matter.key_words(kind.name)
    known |= matter.sentence_concepts(first.sentence)
    if not isinstance(s.value, values.PartyValue):  # else the words that say who has it say as well what it is
        known |= set(content(matter.text[s.start : s.end]))
    words = content(matter.sentence_text(s.sentence))
    return sum(w not in known for w in words) <= max(FEW, STRANGE * len(words))


def another_law(
    matter: Matter, term: Term, kind: Kind, agreed: tuple[int, int], other: Sequence[Statement]
) -> Judgement | None:
    """Another place that a statement names, where the agreed one stands in words that no cue reads."""
    for s in other if isinstance(term.agreed, values.Place) else ():
        apart = s.sentence != matter.sentence_at(agreed[0]) and isinstance(s.value, values.Place)
        if apart and s.value is not None and not matter.mentions(s.value) and not lies_in(term.agreed, s.value):
            return disagree(matter, term, kind, ("states", *agreed), s)
    return None


def disagree(matter: Matter, term: Term, kind: Kind, agreed: Span, other: Statement | values.Found) -> Judgement:
    """What is made of a draft that says in one place what was agreed, and in another place another value."""
    says = values.canonical(other.value)  # type: ignore[arg-type]
    message = f"{matter.place(agreed[1])} says {term.agreed_text}, {matter.place(other.start)} {says}."
    spans: tuple[Span, ...] = (agreed, ("conflicts", other.start, other.end))
    found = f"{values.canonical(term.agreed)} or {says}"
    return Judgement("unclear", found, spans, capital(message), relies_on(term, kind, other.value))  # type: ignore[arg-type]


def _contradicts(matter: Matter, term: Term, first: Statement, s: Statement) -> bool:
    """Whether a statement says for sure what neither the agreed value nor anything else on the sheet allows."""
    if s.value is None or s.weak or type(s.value) is not type(first.value) or same(term.agreed, s.value):
        return False
    if matter.mentions(s.value) or (term.accept and values.within(term.accept, s.value)):
        return False
    if getattr(term.agreed, "per", None) is not None and getattr(s.value, "per", None) is None:
        return False  # a share of something, not a rate for a time
    if isinstance(s.value, values.Place) and any(p.search(_before(matter, s)) for p in (_ENFORCED, _WITHIN)):
        return False
    return not matter.said_of_another(term.kind, s) and not lies_in(term.agreed, s.value)


# where a judgment is enforced is not where the dispute is heard
_ENFORCED = phrases(r"\b(?:judge?ments?|awards?)\b[^;.]{0,140}\benforced\b[^;.]{0,80}$", re.IGNORECASE)
# "the courts of the State of Delaware in and for Kent County": a place within the one just named
_WITHIN = phrases(r"[A-Z][a-z]+,? in and for(?: the)? $")


def _before(matter: Matter, s: Statement) -> str:
    """What a sentence says before the value that a statement reads in it."""
    first, _ = matter.sentence_span(s.sentence)
    return matter.text[first : s.found.start if s.found is not None else s.start]


def lies_in(agreed: values.Value, found: values.Value) -> bool:
    """Whether a place is one in which the agreed one lies: "the law of Canada" beside that of Ontario."""
    both = isinstance(agreed, values.Place) and isinstance(found, values.Place)
    return both and values.canonical(agreed) != values.canonical(found) and values.compare(agreed, found) == "more"


_MORE = phrases(r"\b(?:additional|further|another|extra|one or more|successive)(?: period of)? $", re.IGNORECASE)
_EXTENDED = phrases(r"\b(?:extend|prolong|renew)\w*\b[^;.]{0,80}$", re.IGNORECASE)


def _share(s: Statement) -> Statement:
    """A statement of a share of the fees with the bare percentage, as most say it."""
    share = s.value.percent if isinstance(s.value, values.Multiple) and s.value.months is None else None
    return replace(s, value=values.Percent(share)) if share is not None else s


def _on_top(matter: Matter, s: Statement) -> bool:
    """Whether a length is added to another, or a day is that of an extension: "for an additional six months", "extended through May 2027"."""
    if s.found is None:
        return False
    if isinstance(s.value, values.DateValue):
        return _EXTENDED.search(_before(matter, s)) is not None
    return _MORE.search(matter.text[max(0, s.found.start - 30) : s.found.start]) is not None


# what opens the case for which a sentence speaks, up to its comma
_CASE = phrases(
    r"(?<!only )\b(?:if|where|whenever|when|should|in the (?:event|case) (?:of|that)|in case(?: of)?|for (?:all|any|every|each)|following|upon|after|once|with respect to|in respect of|as regards)\b(?P<case>[^,;.]{8,240})",
    re.IGNORECASE,
)


def in_its_own_case(matter: Matter, term: Term, agreed: int, s: Statement) -> bool:
    """Whether a sentence gives its length for a case that it names before it, and that the sentence of the agreed value is not about.

    A law, a court or a day for some cases only contradicts the one agreed for all.
    """
    if not isinstance(term.agreed, values.Duration):
        return False
    start, _ = matter.sentence_span(s.sentence)
    last = s.found.start if s.found is not None else s.start
    known = said(term) | CUSTOMARY | matter.party_concepts | matter.sentence_concepts(agreed)
    cases = (set(content(m["case"])) for m in _CASE.finditer(matter.text, start, max(start, last)))
    return any(case - known and len(case - known) >= min(NEWS, len(case) / 2) for case in cases)
