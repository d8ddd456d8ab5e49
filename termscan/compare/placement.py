"""Words that stand where they bind nobody: a recital, a remark, an example, a part that is for information only.

The agreed words may all be there and promise nothing: "WHEREAS the prices are to stay as they are", "(the budget assumes
that travel is billed at half the rate)", "Schedule 2 is for guidance only".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..rulebook import Kind
from ..termsheet import Term
from .citations import Stretch, citations
from .lexicon import phrases
from .matter import Judgement, Matter
from .novelty import capital, short, weakened

REMARK = 160  # characters before the words that count in which a remark may open

# how a sentence opens that states no obligation
_OPENS = phrases(
    r"\W*(?:whereas\b(?![^.;:]{0,90}\bas follows\b)|recital|by way of (?:background|example|illustration)|for (?:example|instance|illustration|information)\b|for the (?:record|reader)|example\b|illustration\b|background\b(?=\W*[:.—–-]|\W+(?:to|for|information)\b)|note\b:?\s*(?:for|this))",
    re.IGNORECASE,
)
_BINDS = phrases(
    r"\b(?:shall|will|must|agrees?|undertakes?|covenants?|may not|is (?:obliged|obligated|required|entitled|bound)|are (?:obliged|obligated|required|entitled|bound)|warrants?|guarantees?)\b",
    re.IGNORECASE,
)
# a sentence that opens so says all that it says, with whatever verb, of what is hoped for or tried out
_SOME = r"(?:(?:current|present|common|joint|mutual|shared|initial|sincere) )?"
_HOPED = r"(?:expectation|hope|aim|wish|desire|plan|goal|ambition|forecast|assumption|belief)"
_OPENS_THE_HOPE = phrases(
    rf"\W*(?:[\d.]+\W+)?(?:it is (?:the |our |their )?{_SOME}{_HOPED}\b[^,;.]{{0,60}}?\bthat\b|the {_SOME}{_HOPED} (?:of the parties |of both parties )?is that\b"
    rf"|(?:the|both) (?:parties|sides) (?:currently |presently |both |jointly )?(?:contemplate|anticipate|expect|envisage|hope|foresee|assume) that\b"
    rf"|(?:as|on) an? (?:\w+ )?(?:non-?binding|indicative|provisional|preliminary|tentative|informal) (?:\w+ )?(?:target|guideline|guide|basis|plan|estimate|forecast|goal|indication|objective)\b"
    rf"|without (?:any )?(?:legal |binding )?(?:obligation|commitment)\b(?! to)|in principle(?: only)?,|(?:only )?as a (?:target|guideline|statement of intent)\b)",
    re.IGNORECASE,
)
# "…, and Maker shall …", "the ovens will be in use all year, therefore Maker will …": the second verb is no longer what is hoped for
_GOES_ON_TO_BIND = phrases(
    rf"[,;] (?:and|but|in which case|whereupon|so that)\b[^;]*?{_BINDS.pattern}|{_BINDS.pattern}[^;]*?,[^;]*?{_BINDS.pattern}|;",
    re.IGNORECASE,
)
# what is only thought, hoped or supposed
_SUPPOSES = phrases(
    r"\b(?:assum(?:es?|ing) that|assumptions?|foresees?|expects?|anticipates?|contemplates?|envisages?|(?:has|have|had) (?:it )?in mind|hopes?|aspires?|aims? (?:at|for|to)|believes?|budgets? for|(?:set|sets|adopt|adopts|fixed|have|has) (?:an?|the) (?:\w+ )?(?:target|goal|estimate|aim|objective) of|"
    r"(?:is|are) (?:\w+ly )?(?:expected|anticipated|intended|hoped|envisaged|planned|thought|contemplated|foreseen|projected|proposed) (?:(?:not )?to|that)|"
    r"current(?:ly)? (?:intention|plan|practice)|presently intends?|at present (?:intends?|plans?)|plans? (?:not )?to|intends? (?:not )?(?:to|that)|in the ordinary course|at (?:the time of )?signing)\b",
    re.IGNORECASE,
)
_BINDS_ANEW = phrases(
    rf"[,;](?![^,;]*\bthat\b)[^,;]*?{_BINDS.pattern}|\b(?:and|but)\b(?![^,;]*\bthat\b)[^,;]*?{_BINDS.pattern.replace('|will', '')}",
    re.IGNORECASE,
)
_OF_A_CASE = phrases(r"\b(?:if|where|when|whenever|unless|should|which|who|that|than)\b[^,;]*$", re.IGNORECASE)
_NO_FORCE = (
    r"(?:(?:is|are|being|be|serves?|given|provided|included|set out|shown|stated)\s+){1,3}(?:only |solely |merely |purely )?(?:(?:for|by way of) (?:reference|information|guidance|convenience|illustration|orientation|discussion|planning)(?: purposes)?\b|"
    r"(?:indicative|illustrative|non-?binding|not (?:legally )?binding|not (?:a )?part of|without (?:legal|contractual) (?:effect|force)))"
    r"|(?:does|do|shall|will) not (?:form (?:a )?part of|bind|create (?:any )?obligation|have (?:any )?(?:legal|contractual|binding) (?:effect|force))|(?:has|have) no (?:legal|contractual|binding) (?:effect|force)"
)
_IS_FOR_INFORMATION = phrases(
    rf"\s*(?:\([^)]*\)\s*)?(?:hereto |hereof |of this Agreement )?(?:{_NO_FORCE})", re.IGNORECASE
)
_THIS_IS = phrases(
    rf"\b(?:this|the following|the above)(?P<part> (?:schedule|annex|exhibit|appendix|attachment|section|clause|paragraph|table|summary|overview|example|page))?\s+(?:{_NO_FORCE})",
    re.IGNORECASE,
)
_WHOLE = ("schedule", "annex", "exhibit", "appendix", "attachment")
_HEADED = phrases(
    r"(?i)\b(?:for (?:information|reference|guidance)|(?:non-?binding|indicative|illustrative|illustration|worked example|examples?|summary only|overview only|background information))\b"
)


def check(matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """A kept term whose words bind nobody where they stand; None where they bind."""
    if not kept.spans:
        return None
    where = [_unbinding(matter, s, e) for _, s, e in kept.spans]
    found = next((w for w in where if w is not None), None)
    if found is None or not all(where):
        return _told_elsewhere(matter, term, kind, governing, kept)
    start, end, why = found
    message = (
        f'{matter.place(start)} has the words, but binds nobody to them: {why} ("{short(matter.text[start:end])}").'
    )
    return weakened(term, kind, kept, start, end, message)


def _unbinding(matter: Matter, start: int, end: int) -> tuple[int, int, str] | None:
    """The words that keep a stretch of the draft from binding, and why; None where it binds."""
    index = matter.sentence_at(start)
    at, stop = matter.sentence_span(index)
    text = matter.text
    section = matter.section_of(index)
    heading = next((h for h in section.headings if _HEADED.search(h)), None)
    if heading is not None:
        return at, stop, f'it stands under "{heading}"'
    opened = _OPENS.match(text, at, stop)
    if opened or matter.recital(start):
        return at, stop, "it is a recital or an example"
    hoped = _OPENS_THE_HOPE.match(text, at, stop)
    if hoped and not _GOES_ON_TO_BIND.search(text, hoped.end(), end):
        return at, stop, "it says what is hoped for, not what is owed"
    clause = _clause_start(text, max(at, start - REMARK), start)
    supposed = _SUPPOSES.search(text, clause, min(stop, end))
    if supposed and not _binds(text, at, supposed, end):
        return clause, min(stop, max(end, supposed.end())), "it says what is supposed, not what is owed"
    return None


def _binds(text: str, at: int, supposed: re.Match[str], end: int) -> bool:
    """Whether words that end at `end` are owed all the same: by a verb before what is supposed, or in a clause after it.

    What stands in its own clause is only supposed: "Maker expects that the work will take a week".
    """
    if _BINDS.search(text, at, supposed.start()) or _OF_A_CASE.search(text, at, supposed.start()):
        return True
    return _BINDS_ANEW.search(text, supposed.end(), max(end, supposed.end())) is not None


def _clause_start(text: str, at: int, before: int) -> int:
    """Where the clause begins in which an offset stands: after the last bracket or semicolon."""
    return max(at, *(text.rfind(mark, at, before) + 1 for mark in "(;"))


def _told_elsewhere(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement
) -> Judgement | None:
    """Another place says that the part where the words stand is for information only."""
    proof = [s for _, s, _ in kept.spans]
    for start, end, stretches in matter.once("for information", lambda: tuple(_for_information(matter))):
        if matter.sentence_at(start) in governing or not all(any(s <= p < e for s, e in stretches) for p in proof):
            continue
        message = f'{matter.place(start)} says that {matter.place(proof[0])} does not bind: "{short(matter.text[start:end])}".'
        return weakened(term, kind, kept, start, end, capital(message), role="overrides")
    return None


def _for_information(matter: Matter) -> Iterator[tuple[int, int, tuple[Stretch, ...]]]:
    """The sentences that say of a part of the draft that it has no force, with the part."""
    for index in range(len(matter.reading.masked)):
        start, end = matter.sentence_span(index)
        for m in _THIS_IS.finditer(matter.text, start, end):
            yield start, min(end, m.end() + REMARK), (_own_part(matter, start, (m["part"] or "").strip().lower()),)
        for cited in citations(matter, start, end):
            if cited.stretches and not cited.own and _IS_FOR_INFORMATION.match(matter.text, cited.end, end):
                yield start, end, cited.stretches


def _own_part(matter: Matter, offset: int, part: str) -> Stretch:
    """The section in which a sentence stands, or its whole schedule."""
    outline = matter.reading.outline
    section = outline.section_at(offset)
    if part in _WHOLE and section.number:
        label = section.number.partition(", ")[0]
        whole = [s for s in outline.sections if (s.number or "").partition(", ")[0] == label]
        return whole[0].start, whole[-1].end
    return section.start, section.end
