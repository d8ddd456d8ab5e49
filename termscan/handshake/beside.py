"""What a term says beside its value: from when, of what, for what, by whom."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .. import values
from ..compare.start_words import named as start_named
from ..extract.masking import SIDES
from ..rulebook import Kind
from .pieces import Heard

_OF = re.compile(
    r"\s*(?:of|on)\s+(?:all\s+|any\s+)?(?P<of>[^,;.()]+?)(?=\s+(?:if|when|where|for(?! the (?:rest|remain\w+|balance))|as|per|from|to|payable|due on|at|is|are|plus)\b|[,;.()]|$)",
    re.I,
)
_FOR = re.compile(
    r"\s*(?:['’] notice)?\s*(?:for|in case of|in the case of|if|to (?:cure|remedy|fix)|on|when)\s+(?:the\s+|a\s+|any\s+)?(?P<for>[^,;.()]+)",
    re.I,
)
_BEFORE = re.compile(r"(?P<for>[\w' -]{3,40}?)\s*[:–—-]?\s*$")
# what may stand between a period and its start: "30 days' testing from delivery", "10 days to pay after a reminder"
_BETWEEN = re.compile(
    r"['’]?\s*(?:(?:prior |written |free )*(?:notice|testing|credit|support|cover|warranty|guarantee|time|payment)|to \w+(?: it)?|for (?:testing|review))?(?=\s+(?:from|after|following|upon|of)\b)",
    re.I,
)
_FEES = re.compile(
    r"(?i)(?:the |total |overall |agreed |project |contract |fixed |all |whole )*(?:fees?|price|sum|amount|value|total|contract)"
)
_BY_WORDS = re.compile(r"(?i)\b(?:by|for)\s*$")
BY = ("liability.insurance", "general.publicity", "general.non_solicit", "general.non_compete", "general.assignment", "deliverables.subcontracting")  # fmt: skip


def beside(
    kind: Kind, value: values.Value, span: tuple[int, int] | None, words: str, heard: Heard
) -> Mapping[str, str]:
    """The keys of a term that its sentence gives: `from` of periods, `of` of shares, `by` of what one side owes."""
    out: dict[str, str] = {}
    if span and isinstance(value, values.Duration) and (start := _start(words, span[1])):
        out |= {"except": f"only after {start}"} if _FIRST_TERM.fullmatch(start) else {"from": start}
    if span and isinstance(value, values.Percent) and value.over is None and (of := _of(words, span[1])):
        out["of"] = of
    if span and isinstance(value, values.Number) and (scope := _scope(words, span[1])):
        out["for"] = scope
    if span and isinstance(value, (values.Percent, values.Money)) and (m := _IF.match(words, span[1])):
        out["except"] = m["if"].strip()
    if kind.name in BY and (by := _by(kind, heard)):
        out["by"] = by
    if kind.name == "term.cure_period" and span and (m := _FOR_BREACH.match(words, span[1])):
        out["for"] = m["for"].strip()
        out.pop("from", None)
    return out


# "on 3 months' notice after the first year" says when notice may be given, not from when it runs
_FIRST_TERM = re.compile(r"(?:the )?(?:first|initial|minimum|fixed) (?:\w+ )?(?:years?|term|period|months?)", re.I)
_ENDED = re.compile(
    r"(?i)(\b(?:ends|expires|is over|terminates|finishes)\b).*"
)  # "after the engagement ends work for …"
_IF = re.compile(r"\s*,?\s*(?P<if>(?:if|where|when) [^.;,]+)", re.I)
_FOR_BREACH = re.compile(
    r"\s*(?:for|in case of) (?:a |an |any )?(?P<for>(?:non-?payment|other (?:breach|default)|late payment|anything else|all else|everything else|other)[\w ]{0,20})",
    re.I,
)


def _start(words: str, at: int) -> str | None:
    """What a period runs from; a place where a possessive ("30 days' notice") stands between names none."""
    skipped = _BETWEEN.match(words, at)
    place = start_named(words, skipped.end() if skipped else at)
    said = _ENDED.sub(r"\1", words[slice(*place)].strip(" ,")) if place else ""
    return (
        said
        if said and not values.find(said[:4]) and not said.lower().startswith(("notice", "the fees", "fees"))
        else None
    )


def _of(words: str, at: int) -> str | None:
    m = _OF.match(words, at)
    said = m["of"].strip() if m else ""
    plain = re.sub(r"(?i)^the ", "", said)
    return (
        said
        if said
        and not _FEES.fullmatch(said)
        and plain.lower() not in ("time", "the time", "month", "each month", "signature", "signing")
        else None
    )


def _scope(words: str, at: int) -> str | None:
    m = re.match(
        r"\s*(?:rounds?|sets?|iterations?)?\s*(?:of (?:revisions?|changes|amends|corrections|feedback))?\s*(?:on|for|to|of)\s+(?:the\s+|each\s+)?(?P<for>[^,;.()]+)",
        words[at:],
        re.I,
    )
    said = m["for"].strip() if m else ""
    return (
        said
        if said and not re.match(r"(?i)(?:changes|revisions?|amends|corrections|feedback|us|them)\b", said)
        else None
    )


def scope_of(words: str, span: tuple[int, int], earlier: int, later: int) -> str | None:
    """What one of several values of a kind applies to: the words after it, else those before it."""
    m = _FOR.match(words[:later], span[1])
    if m:
        return _bare(m["for"])
    before = re.split(r"[,;]", words[earlier : span[0]])[-1]
    before = re.sub(r"(?i)\s*(?:is|are|within|in|of|has|have|gets?|and|but|then|:|-|–)+\s*$", "", before)
    found = _BEFORE.search(before)
    return _bare(found["for"]) if found and found["for"].strip() else None


def _bare(said: str) -> str | None:
    said = re.sub(r"(?i)\s+(?:and|or|but|then|in)\s*$|^(?:and|but|then|or)\s+", "", said.strip(" ,;:")).strip()
    return said or None


def _by(kind: Kind, heard: Heard) -> str | None:
    """The one side of which the piece speaks, not as of somebody else's consent or thing; none where the kind has its own."""
    words = heard.masked.words[heard.begin() :].split(" ")
    told = {SIDES.get(word) for before, word in zip(["", *words], words) if SIDES.get(word) and before not in _NOT_BY}
    side = told.pop() if len(told) == 1 else None
    if kind.binds in ("customer", "provider") and side != kind.binds:
        return None
    return side if side in ("customer", "provider") else None


_NOT_BY = ("with", "without", "of", "from", "to", "against", "unless", "if")
