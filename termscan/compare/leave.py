"""Leave given to one side by name to do what an agreed restraint keeps it from: "Maker may, for its part, sue in Ohio".

A rule for both sides, or one that binds a side, loses that side where the clause goes on to free it (Adams, A Manual of
Style for Contract Drafting: language of discretion). What the sheet excepts, or custom, is no such leave.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .. import values
from ..extract.masking import ONE_SIDE, SIDES
from ..rulebook import Kind
from ..termsheet import Term
from .agreed_cases import paired
from .cases import LEADS_UP
from .lexicon import phrases
from .matter import Judgement, Matter, protects
from .novelty import novel, short, weakened
from .qualifiers import Qualifier

NEXT = (0, 1, 2, 3)  # sentences of the section, from the one that restrains, in which leave is given
REACH = 260  # masked characters after a leave within which it says what is allowed
HEADED = 2  # how sure a sentence speaks of a kind whose words it has, under the kind's own heading
NEWS, SHARE = 2, 0.4  # words of a leave that nothing explains, and their share of it
NEWS_PLAIN, SHARE_PLAIN = 1, 0.2  # of one that says in so many words that the restraint does not hold

_ASIDE = r"(?: (?:\S+ly|however|itself|also|always|then|still|yet|too|instead|though|at any time|consent or no consent|for its part|(?:and|or) (?:any of )?its affiliates))*"
_FREE = re.compile(
    rf"(?P<may>{ONE_SIDE}){_ASIDE} (?:may|can|could|(?:is|are|be|remains?) (?:\S+ )?(?:free|at liberty|entitled|permitted|allowed)|needs? (?:no|not)|(?:has|have|reserves|retains|keeps) the (?:\S+ )?(?:right|liberty|option)(?! of first))(?! not| neither)(?!\S)"
    rf"|(?:right|liberty|freedom|leave|option) of (?P<right>{ONE_SIDE}) to(?!\S)"
)
_NOT_KEPT = re.compile(
    rf"(?<!\S)(?:nothing|no provision|not|nor)(?: \S+){{0,8}}? (?:prevent|hinder|confine|restrict|preclude|oblige|bar|stop|limit|keep|require)\S* (?P<nothing>{ONE_SIDE})(?!\S)"
    rf"|(?<!\S)nor(?: \S+){{0,5}}? (?:required|needed|necessary|asked)(?: \S+){{0,3}}? (?:where|when|if|for|from|of|by) (?P<needless>{ONE_SIDE})(?!\S)"
    rf"|(?<!\S)(?:nor|neither) (?:shall|will|need|does) (?P<nor>{ONE_SIDE})(?: \S+){{0,2}}? (?:need|require|be required|be bound|be obliged|be confined)(?!\S)"
)
_WITH_CONSENT = phrases(
    r"\b(?:with|subject to|upon|after|only|obtain\w*|having)\b[^.;]{0,50}\b(?:consent|approv\w+|permission|agreed|agrees)\b",
    re.IGNORECASE,
)
_ALL_THE_SAME = phrases(
    r"\b(?:without|no consent|not (?:be |being )?(?:required|needed)|freely|(?:simple|mere|upon) notice|at liberty|sees fit|prefers|elects|however|instead)\b",
    re.IGNORECASE,
)


def check(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """A clause that frees one side by name from what a kept term restrains; None where there is none."""
    if kind is None or not _restrains(term, kind):
        return None
    side = protects(term, kind)
    for index in dict.fromkeys((*(i for g in governing for i in matter.beside(g, *NEXT)), *_headed(matter, term))):
        masked = matter.reading.masked[index]
        for m, plain in _leaves(masked.words):
            stop = masked.words.find(";", m.end())
            last = min(stop if stop >= 0 else len(masked.words), m.end() + REACH)
            q = _stretch(matter, *masked.span(m.start(), last))
            plain = plain or _ALL_THE_SAME.search(q.words) is not None
            if SIDES[m[m.lastgroup or 0]] == side or not _is_news(kind, q.words, known, plain):
                continue
            if not _of_the_act(matter, term, kind, masked.words[m.start() : last], q.words):
                continue
            if not _WITH_CONSENT.search(q.words) and not paired(matter, term, kind, q, LEADS_UP):
                message = f'The words are there, but one side has leave of its own: "{short(q.words)}".'
                return weakened(term, kind, kept, q.start, q.end, message)
    return None


def _headed(matter: Matter, term: Term) -> Iterator[int]:
    """The sentences under the headings of courts and disputes: who may sue elsewhere is said in any of them."""
    for index in range(len(matter.reading.masked)) if matter.has(term, "courts") else ():
        if matter.topical(term.kind, index) >= HEADED:
            yield index


def _stretch(matter: Matter, start: int, end: int) -> Qualifier:
    """A leave as an exception to the rule from which it frees."""
    return Qualifier("exception", start, end, matter.text[start:end], "")


def _is_news(kind: Kind, words: str, known: frozenset[str], plain: bool) -> bool:
    """Whether a leave says something of its own; who is bound to one partner may well be allowed many other things."""
    if plain:
        return novel(words, known, NEWS_PLAIN, SHARE_PLAIN)
    return kind.name != "deliverables.exclusivity" and novel(words, known, NEWS, SHARE)


_COURT = re.compile(
    r"(?<!\S)(?:courts?|su(?:e|ing)|litigat\S*|judicial|proceed\S*|jurisdictions?|forum|city|place)(?!\S)"
)


def _restrains(term: Term, kind: Kind) -> bool:
    """Whether a term keeps somebody from something: from an act without consent, from other courts, from other partners."""
    if kind.acts:
        return isinstance(term.agreed, values.Choice) and term.agreed.word in ("with consent", "prohibited")
    return kind.name in ("general.venue", "deliverables.exclusivity") or (
        kind.name == "general.disputes" and term.agreed_text == "arbitration"
    )


def _of_the_act(matter: Matter, term: Term, kind: Kind, masked: str, words: str) -> bool:
    """Whether a leave speaks of what the term restrains; of courts, of others than those agreed."""
    if "courts" in kind.traits:
        here = [f.value for f in values.find(words) if f.type == "place"]
        return _COURT.search(masked) is not None and term.agreed not in here
    compiled = matter.compiled(kind.name)
    return compiled is not None and compiled.needs is not None and compiled.needs.search(masked) is not None


def _leaves(words: str) -> Iterator[tuple[re.Match[str], bool]]:
    yield from ((m, True) for m in _NOT_KEPT.finditer(words))
    yield from ((m, False) for m in _FREE.finditer(words))
