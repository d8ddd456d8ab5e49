"""The value of a kind in the words of a point: what its type asks for, read from words rather than from a field."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from .. import values
from ..rulebook import Kind
from .pieces import Heard
from .scalars import parsed, scalars

_BOTH = re.compile(r"(?i)\b(?:both|either|each|mutual\w*|two-way|every party|all parties)\b")
_EACH_OWN = re.compile(
    r"(?i)\beach\b[^.;]{0,30}\bown\b|\beach (?:side|party)?\s*(?:keeps|retains|owns)\b|\bits own\b|\btheir own\b"
)
_JOINT = re.compile(r"(?i)\bjoint(?:ly)?\b|\bco-own\w*|\bshared\b")
_ALL_FEES = re.compile(
    r"(?i)(?:(?:capped|limited) (?:at|to) )?(?:the |total |all |our |their |project |annual )*(?:fees|price|fee|contract value)(?: paid(?: and payable)?(?: under the (?:contract|agreement))?)?"
)
_NONE = re.compile(
    r"(?i)(?:none|nil|no|not any|not required|not needed|not given|no such \w+|agreed:? none|none agreed|zero|never)[.!]*"
)
_PLAIN_CHOICES: tuple[tuple[str, str], ...] = (
    ("with consent", r"\b(?:consent|approv\w+|permission|(?:if|when|once|unless) [\w ]{0,30}agrees?|by agreement|ask(?:ed|s|ing)? first|sign-?off|in writing)\b"),
    ("reimbursed with approval", r"\b(?:approv\w+|agreed in advance|pre-?agreed|consent|sign(?:ed)?[- ]?off|agreed first|ok(?:'?d|ayed)|in advance)\b"),
    ("by agreement", r"\b(?:by agreement|only if [\w ]{0,30}agree\w*|no auto\w*|not auto\w*|(?:by|on) mutual \w+|if (?:both|the parties|we both)[\w ]* agree|in writing|manual\w*|new agreement)\b"),
    ("prohibited", r"\b(?:prohibited|not (?:allowed|permitted)|forbidden|banned|none|never|(?:may|must|can|shall) ?not|cannot|can't|not (?:assignable|transferable)|no)\b"),
    ("automatic", r"\b(?:auto\w*|roll(?:s|ing)?(?: over| on)?|evergreen)\b"),
    ("included", r"\b(?:included|inclusive|in the (?:fee|price)|no (?:extra|expenses)|at (?:provider|supplier)'s cost|all[- ]in)\b"),
    ("reimbursed", r"\b(?:reimburs\w+|at cost|refunded|recharged|passed on|paid back)\b"),
    ("allowed", r"\b(?:allowed|permitted|free|freely|may|can|ok|okay|yes|fine)\b"),
    ("excluded", r"\b(?:plus (?:VAT|tax\w*|sales tax|GST)|on top|extra|excluded|exclusive|not included|added)\b"),
    ("yes", r"\b(?:yes|silence (?:is|means|counts as|=) (?:acceptance|approval|consent)|deemed (?:accepted|acceptance|approved)|is acceptance|no (?:answer|reply|response|comments?) (?:is|means|counts))\b"),
    ("no", r"\b(?:no|not|never)\b"),
    ("courts", r"\bcourts?\b"),
    ("mediation first", r"\bmediat\w+\b"),
    ("arbitration", r"\barbitrat\w+\b|\b(?:ICC|LCIA|AAA|JAMS)\b"),
    ("on payment", r"\b(?:on|upon|after|once|when|until)\b[^.;]{0,25}\b(?:pa(?:id|yment|ys)|settled)\b|\bpaid for\b"),
    ("on acceptance", r"\b(?:on|upon|after|once|when)\b[^.;]{0,20}\baccept\w+"),
    ("on delivery", r"\b(?:on|upon|after|once|when)\b[^.;]{0,20}\bdeliver\w+"),
    ("on creation", r"\b(?:on creation|as (?:it is )?(?:created|made)|immediately|from the start|from day one|work for hire)\b"),
    ("written", r"\b(?:writing|written|signed|change (?:order|note)s?)\b"),
    ("non-refundable", r"\b(?:non-?refundable|no refunds?|not refunded)\b"),
    ("pro rata", r"\bpro[- ]?rat\w+\b"),
    ("loser pays", r"\bloser\b|\blosing\b|\bprevailing\b"),
    ("each its own", r"\b(?:each|own)\b"),
    ("delivered", r"\b(?:delivered|handed over|included|gets?|receives?)\b"),
    ("escrow", r"\bescrow\b"),
    ("waived", r"\bwaive\w*\b"),
)  # fmt: skip
NEGATED = {"payment.refunds": "non-refundable", "term.renewal": "by agreement", "ip.source_code": "not delivered", "payment.taxes": "included"}  # fmt: skip


def negated(kind: Kind) -> values.Value | None:
    """What "no …" says of a kind: none of it, or the listed word for that."""
    word = NEGATED.get(kind.name) or next(
        (c for c in ("prohibited", "no", "non-refundable") if c in kind.allowed), "none"
    )
    return parsed(kind, word)


def is_none(words: str) -> bool:
    return bool(_NONE.fullmatch(words.strip()))


def valued(kind: Kind, words: str, heard: Heard) -> values.Value | None:
    """The party, choice or list that words under a kind's label say; None where they say none."""
    if is_none(words):
        return negated(kind)
    if "multiple" in kind.types and _ALL_FEES.fullmatch(words):
        return parsed(kind, "100% of fees")
    whole = parsed(kind, words) if "list" not in kind.type and kind.type != "text" else None
    if whole is not None and placeless(whole):
        return whole
    found = (_BY_TYPE[name](kind, words, heard) for name in kind.types if name in _BY_TYPE)
    return next((value for value in found if value is not None), None)


def placeless(value: values.Value) -> bool:
    """Whether a value stands in no one place of a sentence, as a sum or a period does."""
    return isinstance(value, (values.PartyValue, values.Choice, values.ListValue, values.Absent, values.Multiple))


def _party(kind: Kind, words: str, heard: Heard) -> values.Value | None:
    if _EACH_OWN.search(words) and "background" in kind.name:
        return parsed(kind, "each")
    if _JOINT.search(words):
        return parsed(kind, "joint")
    sides = list(dict.fromkeys(heard.sides()))
    if _BOTH.search(words) or "both" in sides:
        return parsed(kind, "both")
    if len(sides) == 1:
        return parsed(kind, sides[0])
    return None


def _choice(kind: Kind, words: str, heard: Heard) -> values.Value | None:
    """A listed word, or what is commonly said for it; with its length where the kind takes one."""
    length = next((f for f in scalars(words) if f.type == "duration"), None) if "duration" in kind.types else None
    for word in sorted(kind.allowed, key=len, reverse=True):
        if len(word) > 3 and re.search(rf"(?i)(?<![\w-]){re.escape(word)}(?![\w-])", words):
            return _with_length(kind, word, length)
    for word, said in _PLAIN_CHOICES:
        if word in kind.allowed and re.search(said, words, re.IGNORECASE):
            return _with_length(kind, word, length)
    return None


def _with_length(kind: Kind, word: str, length: values.Found | None) -> values.Value | None:
    value = parsed(kind, word)
    if isinstance(value, values.Choice) and length is not None and isinstance(length.value, values.Duration):
        return replace(value, length=length.value) if word == "automatic" else value
    return value


def _list(kind: Kind, words: str, heard: Heard) -> values.Value | None:
    if kind.items:
        stated = [s.value for s in heard.statements if s.kind == kind.name and isinstance(s.value, values.ListValue)]
        listed = [i for v in stated for i in v.items]
        named = [i for i in kind.items if re.search(rf"(?i)(?<![\w-]){re.escape(i)}s?(?![\w-])", words)]
        both = list(dict.fromkeys([*listed, *named]))
        return parsed(kind, both) if both else None
    if re.search(r"(?i)\b(?:shall|will|may|must|can|should)\b", words):
        return None  # a sentence, no list
    parts = [p.strip(" .,()") for p in re.split(r"\s*[,;/•]\s*(?:and )?|\s+and\s+", words)]
    parts = [p for p in parts if p]
    return parsed(kind, parts) if parts and all(len(p.split()) <= 12 for p in parts) else None


_BY_TYPE: dict[str, Callable[[Kind, str, Heard], values.Value | None]] = {
    "party": _party,
    "choice": _choice,
    "list": _list,
}
