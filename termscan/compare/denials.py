"""What the draft says is so, and then denies: "Spare keys are sold without any warranty", "It is not the case that …".

The agreed words are there, for a part or in name, and a clause beside them denies the very thing that they promise; or
a denial that stands before them takes in all that they say. A denial of what was never promised (more of it, anything
before a day) takes nothing, nor does one of what the sheet or custom excepts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import values
from ..extract.masking import SIDES, SLOTS
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import concepts, content, phrases
from .matter import Judgement, Matter, other_side, protects, side_of
from .novelty import denied, short, weakened
from .propositions import denies
from .remainders import clause_end, goes_on, promises_an_amount
from .stance import harms

_WORD = r"(?:(?!(?:for|of|to|in|by|on|at|than|other|further|additional|extra|more|later|event|case|way)\b)[\w’'-]+\s+)"
_CLAIM = r"(?:(?:rights?|dut(?:y|ies)|obligations?|entitlement|claims?)\s+(?:to|of|for)\s+)"
_VERB = r"(?:shall|will|does|do|is|are|need|may|can)"
# "without any right to contest it", "need not be returned", "insurance of the stock is not required"
_DENIES = phrases(
    rf"\b(?:no|without)\s+(?P<thing>{_WORD}{{0,2}}?{_CLAIM}?{_WORD}?[\w’'-]+)"
    rf"|\b{_VERB}\s+(?:not|no\s+longer)\s+(?:be\s+)?(?P<act>[\w’'-]+)"
    rf"|\b(?P<what>(?:[\w’'-]+\s+){{1,5}}){_VERB}\s+not\s+(?:be\s+)?(?:apply|bind|required|provided|given|due|owed|payable|available|guaranteed|granted)\b",
    re.IGNORECASE,
)
_UNTIL = phrases(r"\b(?:until|unless|before|except|earlier|sooner)\b", re.IGNORECASE)
_NOT_SO = phrases(
    r"\bit is not (?:\w+ )?(?:the case|true|so|agreed|intended|understood|the intention\b[^,;.]{0,25}) that\b"
    r"|(?<!says )(?<!said )(?<!hears )(?<!heard )\bnothing\b[^;.]{0,60}?\b(?:shall|is to|may|will|can) be (?:read|construed|taken|understood|deemed|interpreted) (?:as|to)\b"
    r"|\bthere is no (?:agreement|understanding) (?:that|to)\b|\b(?:have|has) not agreed (?:that|to|on)\b",
    re.IGNORECASE,
)
_TAKES_LIABILITY_AWAY = ("liability.", "ip.")  # topics in which a denial is as likely the very thing agreed


def check(matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """A denial of what a kept term promises; None where there is none."""
    if kind is None:
        return None
    outright = _outright(matter, term, kind, governing) or _no_duty(matter, term, kind, kept)
    if outright is not None:
        return outright
    if kind.party_is == "served":
        return None
    return _from_before(matter, term, kind, kept) or _beside(matter, term, kind, governing, kept)


NEAR = 12  # words behind a denial that may say what is denied after all: "before May", "except for cause"

_SIDE = f"[{SLOTS['customer']}{SLOTS['provider']}{SLOTS['each']}]"
_MODAL = r"(?:shall|will|may|must|can|does|do|is|are|should)"
_NOT_TO = re.compile(
    rf"(?P<who>{_SIDE})(?: (?!{_MODAL} )[a-z]+){{0,6}} (?:{_MODAL}(?: [a-z]+)? (?:not|never)|cannot) (?P<act>[a-z]+(?: [a-z]+){{0,4}})"
    rf"|(?<!\S)(?:{_MODAL} (?:not|never)|cannot) (?:be )?(?P<done>[a-z]+(?: [a-z]+){{0,5}}) (?:by|in|of|with|to) (?P<whom>{_SIDE})"
)
_LETS = re.compile(r"(?:permit|allow|let|admit|grant|give|make available|open)\b")  # who lets, serves the other side
_GETS = re.compile(r"(?:acquir|obtain|gain|claim|contest|challeng)\w*\b")  # "acquires no title to the marks of"
_ELSE = re.compile(
    r"(?<!\S)(?:until|unless|before|except|earlier|sooner|without|save|only|more|less|higher|lower|rather|alone|due|because|grounds?|all|every|always|necessarily|twice|again|second|unreasonably)(?!\S)"
)


def _outright(matter: Matter, term: Term, kind: Kind, governing: Sequence[int]) -> Judgement | None:
    """The right or the duty that one side was to have, denied to that very side: "Studio may not end this agreement at will"."""
    compiled = matter.compiled(kind.name) if isinstance(term.agreed, values.PartyValue) else None
    if compiled is None or compiled.needs is None or kind.beside or "no duty" in kind.traits:
        return None
    agreed = side_of(term.agreed)
    for index in governing:
        words = matter.reading.masked[index].words
        for m in _NOT_TO.finditer(words):
            side, act = SIDES[m["who"] or m["whom"]], m["act"] or m["done"]
            if agreed in ("customer", "provider") and (side == other_side(agreed)) != bool(_LETS.match(act)):  # type: ignore[arg-type]
                continue
            refused = " ".join([act, *words[m.end() :].split(" ", NEAR)[:NEAR]])
            if not compiled.needs.search(f" {refused if _LETS.match(act) else act} "):
                continue
            if _ELSE.search(refused) or _GETS.match(act):
                continue  # it is denied for a part or for a time, and else it is so; or of what is the other side's
            return denied(matter, term, kind, *matter.reading.masked[index].span(*m.span()))
    return None


# "Buyer shall not be obliged to pay within 30 days": the length of a duty that nobody has
_NOT_OBLIGED = re.compile(
    rf"{_SIDE}(?: (?!{_MODAL} )[a-z]+){{0,3}} (?:(?:{_MODAL} not be|(?:is|are) not) (?:obliged|obligated|required|bound|liable|expected)|(?:has|have|(?:shall|will) have) no (?:obligation|duty)|(?:is|are|shall be|will be) under no (?:obligation|duty)|need not) (?P<to>(?:to |[a-z]+ ){{1,6}}?)"
)
_NEXT = re.compile(r"[;:]|(?<!\S)(?:and|but|if|where)(?!\S)")  # what opens another clause
CLAUSE = 90  # masked characters between such a denial and the value that it takes in


def _no_duty(matter: Matter, term: Term, kind: Kind, kept: Judgement) -> Judgement | None:
    """A side that owes nothing within the agreed time or up to the agreed sum, in the clause of that very value."""
    if not promises_an_amount(term, kind):
        return None
    for _, said, ends in kept.spans[:1]:
        masked = matter.reading.masked[matter.sentence_at(said)]
        first, last = masked.locate(said, ends)
        for m in _NOT_OBLIGED.finditer(masked.words, max(0, first - CLAUSE), last):
            if not (_ELSE.search(masked.words, m.start("to")) or _NEXT.search(masked.words, m.start("to"), first)):
                return denied(matter, term, kind, *masked.span(*m.span()))
    return None


def _from_before(matter: Matter, term: Term, kind: Kind, kept: Judgement) -> Judgement | None:
    """A denial that opens the sentence and takes in the agreed words."""
    for _, said, ends in kept.spans if not kind.name.startswith(_TAKES_LIABILITY_AWAY) else ():
        start, end = matter.sentence_span(matter.sentence_at(said))
        m = _NOT_SO.search(matter.text, start, ends)
        if m:
            message = f'The words are there, and the draft denies them: "{short(matter.text[m.start() : end])}".'
            return weakened(term, kind, kept, m.start(), end, message)
    return None


def _beside(matter: Matter, term: Term, kind: Kind, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """A clause behind the agreed words that denies the thing or the act on which their kind turns."""
    compiled = matter.compiled(kind.name)
    if compiled is None or compiled.needs is None or not promises_an_amount(term, kind):
        return None
    excused, turns_on = concepts([*term.exceptions, *kind.customary_except]), matter.key_words(kind.name)
    for index in governing:
        start, _ = matter.sentence_span(index)
        if denies(matter.text[start : max(e for _, _, e in kept.spans)]):
            continue
        for first, last in goes_on(matter, index, governing, kept):
            for m in _DENIES.finditer(matter.text, first, last):
                thing = m[m.lastgroup or 0].lower()
                if (
                    not any(content(n[0]) for n in compiled.needs.finditer(thing))
                    or "|" in matter.text[first : m.start()]
                ):
                    continue  # it speaks of another matter, or of another row
                end = clause_end(matter, m.end(), last)
                words = [w for w in content(matter.text[m.start() : end]) if w not in turns_on]
                if _UNTIL.search(matter.text, m.start(), end) or 2 * sum(w in excused for w in words) > len(words):
                    continue
                if harms(matter, m.start(), end, protects(term, kind)) is not False:
                    message = f'The words are there, and what follows denies them: "{short(matter.text[first:end])}".'
                    return weakened(term, kind, kept, first, end, message)
    return None
