"""A plain "not" in the words that keep a term: "This Agreement shall not renew automatically", "is not hereby granted".

The rules look for the words by which a thing is said, and most of them read over a "not" between these words or before
them. So whatever keeps a term that is no denial itself is read once more with the "not" left out: where it then says the
same, nothing in the rule asked for the "not", and the draft denies what was agreed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import values
from ..extract.cues import Cue
from ..extract.masking import SIDES
from ..extract.statements import Statement
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import concepts, content, phrases
from .lists import items_of
from .matter import Judgement, Matter
from .novelty import denied, short
from .passages import share_of, wanted
from .propositions import denies
from .saying import words_of

FAR = 20  # words from the "not" to those that keep the term, in one clause with them
BEFORE = 14  # words before it in which a clause opens that tells only which thing is meant: "a claim which is not …"
ENOUGH = 0.25  # of the words that were agreed: what a clause must have of them for its "not" to deny them
BEHIND = 9  # words behind it in which stands what is left: "not more than once a year"

_NOT = re.compile(r"(?<!\S)(?:shall|will|may|must|(?P<fact>does|do|is|are))(?: [a-z]+)?(?P<no> not| never)(?= )")
_WHICH = re.compile(
    r"(?<!\S)(?:if|unless|where|when|whenever|that|which|who|whose|whether|event|case|until|extent|while|neither|nor|no)(?!\S)"
)
_ANOTHER_CLAUSE = re.compile(
    r"(?<!\S)(?:shall|will|may|must|but|which|that|who|if|unless|until|before|where|when|provided|except|because|;|whether|"
    rf"and [{''.join(SIDES)}])(?!\S)"
)
# what is left of a thing that is denied in part
_IN_PART = re.compile(
    r"(?<!\S)(?:until|unless|before|except|earlier|sooner|without|save|more|less|higher|lower|rather|because|grounds?|twice|"
    r"again|second|unreasonably|exceed|other|otherwise|greater|later|prior)(?!\S)"
    r"|^ (?:be |in |for |at )?(?:only|merely|all|every|always|necessarily|solely|alone|due|limited|just|includ\w+|cover|contain)(?!\S)"
)
# "not renewed of itself" leaves the ways in which somebody does something
_OF_ITSELF = re.compile(r"(?<!\S)(?:automatic(?:ally)?|tacitly|(?:of|by) itself|of its own accord)(?!\S)")
# words of a sheet that leave a part undone without a "not"
_ONLY = phrases(r"(?i)\b(?:unless|until|except|only|before|outside|other than|off|secret|confidential)\b")
# acts that take nothing from what was agreed when they are denied: what an owner forbids, what leaves a duty as it is
_TAKES_NOTHING = re.compile(
    r"(?:be )?(?:differ|deviate|vary|depart|extend beyond|go beyond|apply|relieved?|affect(?:ed)?|limit(?:ed)?|prevent|preclude|impair(?:ed)?|"
    r"liable|responsible|use|copy|disclose|remove|contest|challenge|acquire|claim|assert|register|infringe)(?!\S)"
)
_BY_DENYING = {"left undone", "said by denying"}
_SAYS_NO = re.compile(r"\b(?:not|no|never|neither|without|none|nor|cannot|only|nothing|prohibited)\b|\bnon-")


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """The agreed thing, denied where it is said; None where it is not."""
    if kind is None or kind.acts or kind.beside or _BY_DENYING.intersection(kind.traits):
        return None
    named = isinstance(term.agreed, values.Choice | values.ListValue)
    if named and _SAYS_NO.search(term.agreed_text):
        return None
    if not kept.spans or not (kept.outright or isinstance(term.agreed, values.ListValue)):
        return None
    measured = not (named or isinstance(term.agreed, values.PartyValue))  # "is not cured within 30 days" tells when
    _, start, end = kept.spans[0]
    index = matter.sentence_at(start)
    masked = matter.reading.masked[index]
    first, last = masked.locate(start, end)
    items = concepts(items_of(term.agreed)) if isinstance(term.agreed, values.ListValue) else None
    for m in _NOT.finditer(masked.words, 0, last):
        if (
            not (measured and m["fact"])
            and _denied_outright(masked.words, m, term)
            and (_names(masked.words, m, items) if items else _reaches(matter, term, masked.words, m, first, last))
            and not _asked_for(matter, term, index, start, m)
        ):
            return denied(matter, term, kind, *masked.span(m.start(), max(m.end(), last)))
    return None


def in_plain_words(matter: Matter, term: Term, index: int) -> Judgement | None:
    """What was agreed in plain words that deny nothing, denied in the clause of a sentence that has enough of them."""
    if denies(term.agreed_text) or _ONLY.search(term.agreed_text):
        return None
    masked = matter.reading.masked[index]
    for m in _NOT.finditer(masked.words):
        if not _denied_outright(masked.words, m, term):
            continue
        clause = _ANOTHER_CLAUSE.split(masked.words[: m.start()])[-1], _ANOTHER_CLAUSE.split(masked.words[m.end() :])[0]
        behind = " ".join(clause[1].split()[:FAR])
        weights = wanted(matter, words_of(term))
        if share_of(weights, frozenset(content(f"{clause[0]} {behind}"))) >= ENOUGH:
            said = masked.span(m.start(), m.end() + len(behind))
            message = f'The draft denies what was agreed: "{short(matter.text[slice(*said)])}".'
            return Judgement("changed", None, (("states", *said),), message, "both")
    return None


def _denied_outright(words: str, m: re.Match[str], term: Term) -> bool:
    """Whether a "not" stands in a main clause, and denies all of what follows."""
    if _WHICH.search(" ".join(words[: m.start()].split()[-BEFORE:])):
        return False
    behind = " " + " ".join(words[m.end() :].split()[:BEHIND])
    clause = behind.partition(";")[0]
    if _TAKES_NOTHING.match(clause.strip()):
        return False
    if _OF_ITSELF.search(clause):
        return bool(_OF_ITSELF.search(term.agreed_text))
    return not _IN_PART.search(clause)


def _reaches(matter: Matter, term: Term, words: str, m: re.Match[str], first: int, last: int) -> bool:
    """Whether the words from `first` to `last` stand in one clause with a "not", behind it or about it."""
    about = m.end() > first
    clause, *others = _ANOTHER_CLAUSE.split(words[m.end() : last if about else first])
    compiled = matter.compiled(term.kind)
    if others and about and compiled is not None and compiled.needs is not None:
        return compiled.needs.search(f" {clause} ") is not None
    return not others and len(clause.split()) <= FAR


def _names(words: str, m: re.Match[str], items: frozenset[str]) -> bool:
    """Whether the clause behind a "not" has most of the items of a list."""
    clause = _ANOTHER_CLAUSE.split(words[m.end() :])[0]
    return 2 * len(items.intersection(content(clause))) > len(items)


def _asked_for(matter: Matter, term: Term, index: int, start: int, m: re.Match[str]) -> bool:
    """Whether the rule by which the words were read needs their "not"."""
    read = [
        s
        for s in matter.statements(term.kind)
        if s.sentence == index and s.start <= start < s.end and s.value in (None, term.agreed)
    ]
    without = m.string[: m.start("no")] + m.string[m.end("no") :]
    return any(not cue.search(without) for s in read for cue in _cues(matter, s))


def _cues(matter: Matter, s: Statement) -> Iterator[Cue]:
    compiled = matter.compiled(s.kind)
    if compiled is not None:
        every = (*compiled.cues, *compiled.weak, *(c for cues in compiled.choices.values() for c in cues))
        yield from (c for c in every if c.source == s.cue)
