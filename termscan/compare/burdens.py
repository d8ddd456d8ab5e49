"""On whom a kept term lies: the agreed words under another subject are another bargain.

"Client shall keep the insurance" for "Agency shall keep the insurance" changes no value and no choice. Who bears a term is
read off who acts in its sentence, who pays and to whom, or who refrains (Adams, A Manual of Style for Contract Drafting:
language of obligation and of prohibition has the one who is bound for its subject).
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from .. import values
from ..extract.masking import ONE_SIDE, SIDES, SLOTS
from ..model import Side
from ..rulebook import Kind
from ..termsheet import Term
from .matter import Judgement, Matter, other_side

# kinds whose subject does something, and what
_DOES = {
    "deliverables.warranty": r"warrants?|guarantees?|gives? (?:\S+ )?warranty|repairs?|corrects?|replaces?|remed(?:y|ies)",
    "deliverables.support": r"supports?|maintains?|provides? (?:\S+ ){0,3}?support|renders? (?:\S+ ){0,2}?support",
    "deliverables.delivery": r"delivers?|ships?|suppl(?:y|ies)|hands? over|makes? (?:\S+ ){0,2}?delivery",
    "liability.insurance": r"maintains?|carr(?:y|ies)|obtains?|procures?|keeps?|insures?|takes? out|effects?|holds?",
    "general.data_return": r"returns?|hands? (?:\S+ )?(?:back|over)|delivers?|gives? back|sends? back",
    "ip.source_code": r"delivers?|deposits?|hands? over|gives?|turns? over",
    "deliverables.subcontracting": r"sub-?contracts?|(?:engages?|uses?|employs?|appoints?|retains?) (?:\S+ ){0,3}?sub-?contractors?",
    "ip.transfer": r"assigns?|transfers?|conveys?|cedes?",
    "ip.moral_rights": r"waives?",
    "ip.portfolio_use": r"(?:shows?|displays?|uses?|features?|presents?|publish(?:es)?) (?:\S+ ){0,8}?(?:portfolio|showreel|showcase|samples?|case stud(?:y|ies))",
}
_MARKS = "".join(SIDES)
# what stands behind a preposition is not the subject; between subject and verb stands no other party
_WHO = rf"(?<!\bwhich )(?<!\bof )(?<!\bto )(?<!\bby )(?<!\bfor )(?<!\bwith )(?<!\bfrom )(?P<who>[{_MARKS}])"
_GAP = rf"(?: (?![{_MARKS}]|(?:shall|will|must|may|agrees?|undertakes?|is|are|has|have)(?!\S))\S+)"
_MUST = r"(?:shall|will|must|agrees? to|undertakes? to|is to|has to|covenants? to)"
_MAY = r"(?:may|can|shall|will|must|does|hereby|also|is (?:free|entitled|allowed|permitted) to)"
# what its subject may do or does at once, without a duty
_FREELY = {"deliverables.subcontracting", "ip.transfer", "ip.moral_rights", "ip.portfolio_use"}
_NOT = r"(?!not |have no |never |be (?:entitled|relieved|released|excused|paid|credited))"
_PAYER = re.compile(
    rf"{_WHO}{_GAP}{{0,4}} (?:{_MUST} {_NOT}(?:\S+ ){{0,3}}?(?:pay|reimburse|remit|lodge|deposit|credit|bear|owe|advance)|pays|owes|bears|lodges|deposits)(?!\S)"
)
_PAYEE = re.compile(rf"(?:credited|payable|paid|due|owed) to (?P<who>[{_MARKS}])(?!'s|\S)")
_PAID_BY = re.compile(rf"(?:payable|paid|borne|owed) by (?P<who>[{_MARKS}])(?!'s|\S)")
_LATE = re.compile(
    rf"{_WHO}{_GAP}{{0,3}} (?:has |have )?(?:fail(?:s|ed)?|failing|omits|omitted|neglects) to (?:pay|remit|make)(?!\S)"
)
_REFRAINER = re.compile(
    rf"{_WHO}{_GAP}{{0,8}} (?:(?:shall|will|must|may|does|agrees?|undertakes?|covenants?|promises?|is)(?: \S+){{0,4}}? (?:not|never|no|refrain|keep|hold|maintain|treat|preserve|abstain|barred|prohibited|restrained|bound)|cannot|refrains?|keeps?|stays?|abstains?)(?!\S)"
)


@cache
def _doer(kind: str) -> re.Pattern[str]:
    """Who does what a kind is about: the subject of a duty, of a right, or of the verb itself."""
    if kind in _FREELY:
        return re.compile(
            rf"{_WHO}{_GAP}{{0,5}} (?:{_MAY} (?:not |never |also |hereby ){{0,2}}|{_MUST} |(?=\S+s(?!\S)))(?:{_DOES[kind]})(?!\S)"
        )
    return re.compile(rf"{_WHO}{_GAP}{{0,5}} (?:{_MUST} {_NOT}(?:\S+ ){{0,4}}?)?(?:{_DOES[kind]})(?!\S)")


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """A kept term whose sentence lays it on the other side, or on one side where it was agreed for both; else None."""
    if kind is None or not kept.spans or kept.spans[0][0] != "states":
        return None
    expected, index = term.by or _expected(kind), matter.sentence_at(kept.spans[0][1])
    if expected in ("both", "each"):
        alone = _for_one_alone(matter, term, kind, index)
        if alone is not None:
            message = f"Agreed for both sides; the draft says it of the {alone} alone."
            return Judgement("changed", f"{kept.found}, {alone}", kept.spans, message, "both")
    bearing = _bearing(matter, kind, index)
    if len(bearing) != 1 or not bearing <= {"customer", "provider"}:
        return None
    side: Side = "customer" if "customer" in bearing else "provider"
    if expected in ("customer", "provider") and bearing == {other_side(cast(Side, expected))}:
        message = f"The words are there, but it is the {side} on whom the draft lays it, not the {expected}."
    elif expected in ("both", "each") and "left undone" in kind.traits and not _mirrored(matter, kind, side):
        message = f"Agreed for both sides; the draft lays it on the {side} alone."
    else:
        return None
    return Judgement("changed", f"{kept.found}, {side}", kept.spans, message, side)


def _expected(kind: Kind) -> str | None:
    """On whom a kind lies where the sheet does not say: whom it binds, or who is free to do what it allows."""
    return other_side(cast(Side, kind.binds)) if kind.name == "ip.portfolio_use" else kind.binds


# who may keep an agreement from going on: "unless Client gives notice"
_STOPS = re.compile(
    rf"(?<!\S)unless (?P<who>[{_MARKS}{SLOTS['other']}]|one party|a party)(?: (?:shall|has|have|first|itself|so|then|previously))*(?: \S+)?? (?:gives?|given|provides?|provided|furnish\w+|serves?|delivers?|sends?|notif\w+|informs?|advis\w+|tells?|told|declin\w+|objects?|elects?|cancel\w+|states?|says?)(?!\S)"
)
_EITHER = re.compile(r"(?i)\b(?:either|each|both)\b")
# a length that is said of one side: "three years where they rest on Client", "five years in the case of Agency"
_IN_THE_CASE_OF = re.compile(
    rf"{SLOTS['duration']}(?: [^\s;]+){{0,9}}? (?:in the case of|as regards|so far as concerns|where (?:it|they|these|those|this) (?:rest|lie|fall|bind|concern)s?(?: (?:on|upon|with|to))?) (?P<who>{ONE_SIDE})(?!\S)"
)


def _for_one_alone(matter: Matter, term: Term, kind: Kind, index: int) -> Side | None:
    """The one side of which a sentence says a length or a notice that was agreed for both; None where it says it of both."""
    words = matter.reading.masked[index].words
    named = _sides(_IN_THE_CASE_OF, words) if isinstance(term.agreed, values.Duration) else set()
    if not named and (
        kind.name == "term.renewal_notice"
        or (kind.name == "term.renewal" and _EITHER.search(" ".join(term.exceptions)))
    ):
        named = {SIDES.get(m["who"], "both") for m in _STOPS.finditer(words)}
    return cast(Side, next(iter(named))) if len(named) == 1 and named <= {"customer", "provider"} else None


def payer(matter: Matter, kind: Kind, index: int) -> Side | None:
    """Who pays by a sentence, in a kind whose subject pays; None where it names nobody, or more than one."""
    if "paid" not in kind.traits:
        return None
    words = matter.reading.masked[index].words
    found = _bearing(matter, kind, index) or _sides(_LATE, words)
    return cast(Side, found.pop()) if len(found) == 1 and found <= {"customer", "provider"} else None


def _bearing(matter: Matter, kind: Kind, index: int) -> set[str]:
    """The sides on whom a sentence lays a kind; empty where it names none."""
    words = matter.reading.masked[index].words
    if "paid" in kind.traits:
        found = _sides(_PAYER, words) | _sides(_PAID_BY, words)
        paid = _sides(_PAYEE, words) & {"customer", "provider"}
        return found or {other_side(cast(Side, p)) for p in paid}
    if kind.name in _DOES:
        return _sides(_doer(kind.name), words)
    return _sides(_REFRAINER, words) if "left undone" in kind.traits else set()


def _sides(pattern: re.Pattern[str], words: str) -> set[str]:
    return {SIDES[m["who"]] for m in pattern.finditer(words)}


def _mirrored(matter: Matter, kind: Kind, side: Side) -> bool:
    """Whether another sentence lays the same kind on the other side, or on both."""
    return any(_bearing(matter, kind, i) - {side} for i in {s.sentence for s in matter.statements(kind.name)})
