"""How an agreement goes on after its term: by itself, when both agree, or as one side alone pleases.

The words "renew for one year" stand in all three; what tells them apart is on whose act the verb hangs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from .. import values
from ..extract.masking import SIDES
from ..model import Side
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import phrases
from .matter import Judgement, Matter, other_side
from .splits import of_the_term

_TURNS = r"(?:renew|extend|prolong|continu|lengthen|extension)\w*"
_ANY = f"[{''.join(SIDES)}]"
# "Client may, if it is satisfied, extend", "has the option of renewing", "at Client's election be renewed"
_WISH = r"(?:(?:sole|own|free|absolute|written|prior|express|timely) ){0,2}(?:option|election|discretion|choice|request|instance)"
# what goes on, and nothing of what stops it
_ON = r"(?: (?!not(?!i)|unless|except|until|terminat|cancel|expir|end|stop)\S+){0,9}?"
_WILL = re.compile(
    rf"(?P<who>{_ANY})(?:'s {_WISH}(?: (?!not)\S+){{0,4}}? {_TURNS}"
    rf"|(?: (?!not|shall|will|must)\S+){{0,9}}? (?:may|can|elects to|chooses to|(?:option|right|entitled|privilege|freedom)(?: to| of)?)(?: (?!not)\S+){{0,9}}? {_TURNS})(?!\S)"
    rf"|(?<!\S)(?:at|by|upon) the {_WISH} of (?P<his>{_ANY})(?: (?!not)\S+){{0,9}}? {_TURNS}(?!\S)"
    rf"|(?<!\S){_TURNS}(?: (?!not)\S+){{0,9}}? (?:at|by|upon) the {_WISH} of (?P<theirs>{_ANY})"
)
# "may be renewed by Client", "may be extended by written notice from Client", "it being for Client to extend"; not "by both", nor "by Client and Agency"
_PAPER = r"(?:notice|notification|letter|election|declaration|decision|resolution|act|request|message|statement|instruction|order)"
_BY_ONE = re.compile(
    rf"(?<!\S)(?:may|can|shall|will)(?: (?!not)\S+){{0,3}}? be {_TURNS}(?: (?!not|unless|until|by)[^\s;]+){{0,4}}? (?:by|on|upon|through)"
    rf"(?: (?:(?:a|an|the|its|simple|timely|written|prior|unilateral|express|single|mere) ){{0,3}}{_PAPER}(?: to (?:that|this) effect)? (?:from|of|by|given by|sent by|made by|issued by))? (?P<who>{_ANY})(?:'s (?:(?:written|prior|simple|timely|sole|own) ){{0,2}}{_PAPER})?(?! (?:and|or|with|together|jointly|acting)(?!\S))(?!'s)"
    rf"|(?<!\S)(?:being|is|be|shall|falls?|lies?) (?:(?:up|left|open) )?(?:for|to|with|in the hands of) (?P<up>{_ANY}){_ON} to {_TURNS}(?!\S)"
)
_AGREES = r"(?:resolv|agree|consent|confirm|approv|decid|elect|choos|wish|desir|so determin|so request|sign|accept)\w*"
# what an agreement that goes on by itself does not wait for: "if both so resolve", "provided that Client has confirmed its wish"
_WAITS = re.compile(
    rf"(?<!\S)(?:if|where|when|should|once|provided(?: that)?|only (?:if|where|when)|subject to|upon) (?:(?!not|no|fail|{_ANY})\S+ ){{0,6}}?(?P<who>{_ANY})(?: (?!not|no|nor|fail)\S+){{0,4}}? {_AGREES}(?!\S)(?! not| otherwise| to (?:terminate|end|cancel))"
)
_MAY_BE = re.compile(rf"(?<!\S)(?:may|can)(?: \S+){{0,2}}? be {_TURNS}")
_RUNS_ON = re.compile(
    rf"^(?:(?!not|no|nor|neither|never|only|none|nothing|may)\S+ )*?(?:shall|will|is|are)(?: (?!not|only|never)\S+){{0,3}}? {_TURNS}(?: (?!only|not)\S+){{0,12}}? unless(?: \S+){{0,5}}? agree"
)
# it goes on "from month to month", or "remains in force"
_TURN = re.compile(
    rf"(?<!\S)(?:{_TURNS}|(?P<unit>day|week|month|quarter|year) to (?P=unit)|(?:remain|stay|be|run)s? (?:on|(?:\S+ )?in (?:full )?(?:force|effect)))(?!\S)"
)
_UNLESS = re.compile(r"(?<!\S)(?:unless|except|save|otherwise)(?!\S)")


def at_will(matter: Matter, term: Term, kind: Kind, places: Iterable[tuple[int, int]]) -> Judgement | None:
    """What was to come about by itself, or by agreement of both, and now hangs on what one of them wishes; else None.

    Args:
        places: where the draft says that the agreement goes on.
    """
    for start, end in places if _goes_on(term, kind) else ():
        masked = matter.reading.masked[matter.sentence_at(start)]
        last = masked.locate(start, end)[1]
        stop = masked.words.find(";", last)
        m = _WILL.search(masked.words, 0, last) or _BY_ONE.search(
            masked.words, 0, stop if stop >= 0 else len(masked.words)
        )
        side = SIDES[m[m.lastgroup or "who"]] if m else None
        if side in ("customer", "provider"):
            found = f"at the {side}'s option"
            message = f"It is now for the {side} alone to decide; agreed was: {term.agreed_text}."
            return Judgement("changed", found, (("states", start, end),), message, other_side(cast(Side, side)))
    return None


def turned(matter: Matter, term: Term, kind: Kind, places: Iterable[tuple[int, int]]) -> Judgement | None:
    """What was to come about by itself and now waits for somebody's agreement, or the other way round; else None."""
    for start, end in places if _goes_on(term, kind) else ():
        words = matter.reading.masked[matter.sentence_at(start)].words
        found = _the_other_way(words, automatic=term.agreed_text.startswith("automatic"))
        if found:
            message = f"The agreement now goes on {found}; agreed was: {term.agreed_text}."
            return Judgement("changed", found, (("states", start, end),), message, "both")
    return None


# "for successive six-month periods", "a further term of", "renewed for"
_FOR_SO_LONG = phrases(
    r"\b(?:successive|consecutive|additional|further|renewal|renewed|like|another|extended|extension|continue|prolonged)(?: (?:for|terms?|periods?|of|an?|by|on|in|from|basis|successive|consecutive|additional|further)){0,5}[ -]\Z",
    re.IGNORECASE,
)
_BEFORE = 60  # characters before a length in which it is said that the agreement goes on for so long


def another_length(matter: Matter, term: Term, kind: Kind, places: Iterable[tuple[int, int]]) -> Judgement | None:
    """A turn of another length than agreed, where no cue reads a length with the choice; None where there is none."""
    agreed = getattr(term.agreed, "length", None)
    if agreed is None:
        return None
    for start, _ in places:
        founds = matter.reading.masked[matter.sentence_at(start)].values.values()
        lengths = [f for f in founds if isinstance(f.value, values.Duration)]
        if any(values.compare(agreed, f.value) == "same" for f in lengths if f.value is not None):
            continue
        for f in lengths:
            if _FOR_SO_LONG.search(matter.text[max(0, f.start - _BEFORE) : f.start]) and not of_the_term(term, f.value):
                found = f"{term.agreed_text.split()[0]} {values.canonical(f.value)}"  # type: ignore[arg-type]
                message = f"The agreement now goes on for {values.canonical(f.value)} at a time; agreed was: {term.agreed_text}."  # type: ignore[arg-type]
                return Judgement("changed", found, (("states", f.start, f.end),), message, "both")
    return None


def _goes_on(term: Term, kind: Kind) -> bool:
    """Whether a kind says how an agreement goes on, and the sheet that neither side alone decides it."""
    return "by agreement" in kind.choices and term.by not in ("customer", "provider")


def _the_other_way(words: str, *, automatic: bool) -> str | None:
    """By agreement what was to go on by itself, or the other way round."""
    if not automatic:
        return "by itself" if _RUNS_ON.search(words) else None
    turn = _TURN.search(words)
    stop = _UNLESS.search(words, turn.end()) if turn else None
    waits = _WAITS.search(words, 0, stop.start() if stop else len(words)) if turn else None
    if waits:
        return "only when somebody agrees to it"
    return "only by leave" if _MAY_BE.search(words) and not stop and "automatic" not in words else None
