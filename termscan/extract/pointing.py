"""Statements in two sentences: one says what there is, the next, which points back at it, how much or how long.

"Sums paid late bear interest. It comes to 1% a month.": the second sentence has the value of what the first states.
"Buyer may leave at any time. The same right belongs to Maker.": the second gives to the other what the first gives to one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from .. import values
from .masking import SIDES, Masked
from .statement import Statement

# a word that points back, alone or with what it points at; an agreement, a section or a party is no such thing
_POINTS = re.compile(
    r"(?:and |but |in each case )?(?:(?P<alone>this|that|these|those|it|they|the same)"
    r"|(?P<noun>(?:this|that|these|those|such|such an?|the same|the said|the foregoing|the) [^\s;\ue000-\ue01f]+(?: [^\s;\ue000-\ue01f]+)?))"
    r" (?:(?:shall|will|is to|are to|does|do|also|however|in turn|accordingly|itself) ){0,3}"
    r"(?P<extent>applies|apply|lasts?|ends?|ceases?|continues?|outlasts?|outlives?|survives?|runs?|endures?|expires?|lapses?|"
    r"binds?|holds?|extends?|amounts?|comes?|equals?|stands?|remains?|is|are|be|totals?|accrues?|must)(?!\S)"
)
_OF_ITSELF = re.compile(
    r"(?<!\S)(?:agreement|contract|section|clause|article|schedule|party|parties|paragraph|exhibit|deed|term|notice)(?!\S)"
)
# what a sentence may be called that states a duty, a right or a sum, whatever its words are
_CALLED = re.compile(
    r"(?<!\S)(?:rights?|obligations?|duty|duties|prohibition|restrictions?|undertaking|covenant|promise|commitment|ban|bar|"
    r"restraint|limitation|limit|ceiling|cap|maximum|period|sum|amount|figure|percentage|rate|interest|charge|fee|levy|"
    r"discount|liability|protection|warranty|guarantee|licence|license|option|entitlement)(?!\S)"
)
_SAME_FOR_OTHER = re.compile(
    r"(?:and )?(?:the )?(?:same|like|identical|equal|corresponding|reciprocal) (?:right|rights|freedom|power|option|entitlement|"
    r"duty|obligation|restriction|prohibition|promise|undertaking)?(?: \S+){0,3}? ?(?:belongs|belong|applies|apply|goes|is|are|extends|holds|rests|lies|falls)"
    r"(?: \S+){0,4}? (?P<one>[\ue010\ue011])"
    r"|(?P<two>[\ue010\ue011]) (?:(?:shall|will|also|likewise) ){0,2}(?:has|have|enjoys?|is under|owes?|bears?|gives?) (?:the|a|an) "
    r"(?:same|like|identical|equal|corresponding|reciprocal) (?:right|rights|freedom|power|option|duty|obligation|restriction|promise|undertaking)"
)


def pointed(
    stated: Mapping[str, Iterable[Statement]], masked: tuple[Masked, ...], types: Mapping[str, tuple[str, ...]]
) -> list[Statement]:
    """The statements that a sentence completes for the one before it, where no sentence says all by itself.

    Args:
        stated: what cues found, by kind.
        types: the types of value of each kind.
    """
    claimed = {(s.found.start, s.found.end) for found in stated.values() for s in found if s.found}
    out: list[Statement] = []
    for kind, found in stated.items():
        sure = [s for s in found if not s.weak]
        if "party" in types[kind]:
            out += [both for s in sure[-1:] if len(sure) == 1 and (both := _for_the_other(s, masked))]
        elif sure and all(s.value is None and s.found is None for s in found):
            completed = (_completed(s, masked, types[kind], claimed) for s in sure)
            out += [s for s in completed if s is not None][:1]
    return out


def points_back(masked: tuple[Masked, ...], index: int) -> bool:
    """Whether a sentence gives the extent of something that the sentence before names."""
    points = _POINTS.match(masked[index].words) if index and masked[index].values else None
    return points is not None and bool(points["alone"] or _means(points["noun"], masked[index - 1]))


def _completed(
    s: Statement, masked: tuple[Masked, ...], types: tuple[str, ...], claimed: set[tuple[int, int]]
) -> Statement | None:
    if s.sentence + 1 >= len(masked):
        return None
    after = masked[s.sentence + 1]
    points = _POINTS.match(after.words) if points_back(masked, s.sentence + 1) else None
    if points is None:
        return None
    fit = [
        (at, f)
        for at, f in after.values.items()
        if f.type in types and f.value is not None and at > points.start("extent")
    ]
    if len(fit) != 1 or (
        points["extent"] in ("is", "are", "be", "must") and (fit[0][1].start, fit[0][1].end) in claimed
    ):
        return None
    start, end = after.span(0, fit[0][0] + 1)
    found = fit[0][1]
    return replace(s, value=found.value, found=found, sentence=s.sentence + 1, start=start, end=end)


def _means(noun: str, before: Masked) -> bool:
    """Whether a noun with "this" or "such" before it is what the sentence before is about."""
    if _OF_ITSELF.search(noun):
        return False
    if _CALLED.search(noun) and not noun.startswith("the "):
        return True
    spoken_of = set(before.words.split())
    return any(word in spoken_of for word in noun.split()[1:] if word not in ("same", "said", "foregoing", "of"))


def _for_the_other(s: Statement, masked: tuple[Masked, ...]) -> Statement | None:
    if s.sentence + 1 >= len(masked):
        return None
    after = masked[s.sentence + 1]
    same = _SAME_FOR_OTHER.match(after.words)
    side = SIDES.get(same["one"] or same["two"]) if same else None
    if same is None or side is None or s.value is None or s.value == values.parse("party", side):
        return None
    start, end = after.span(*same.span())
    return replace(s, value=values.parse("party", side), found=None, sentence=s.sentence + 1, start=start, end=end)
