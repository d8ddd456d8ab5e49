"""How words are to be understood, where a clause says so without defining them in the usual way.

Words in small letters and without quotation marks are told their reach as well: "a course is 'completed' once …", "for the
purposes of Section 4 gross income is …", "references to the handover are to …", "a lease to a tenant is no sale within the
meaning of Section 6". What the draft defines in the usual way is read in `definitions`, what stands beside the agreed words
in `glosses`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..rulebook import Kind
from ..termsheet import Term
from .agreed_cases import excepted
from .citations import citations
from .definitions import AROUND, NARROWS, turns_on
from .glosses import STOCK
from .lexicon import content, phrases
from .matter import Judgement, Matter, protects
from .novelty import novel, short, weakened
from .stance import harms
from .well_known import well_known

NEWS = 3  # words of a stipulation that nothing explains
SHARE = 0.3  # their share of its words
OPENS = 35  # characters of a plain definition in which it is said how much of the word it holds
BESIDE = 25  # characters about the agreed words in which a word is surely one of theirs

_HERE = r"(?:this|these|the|that|such|any|all)?\s*(?:(?:Agreement|Contract|Sections?|Articles?|Clauses?|Paragraphs?|Schedules?|Exhibits?|Annex|Appendix|provisions?|above|foregoing|sections?|paragraphs?|clauses?)\b(?:\s+\d[\w.()]*(?:(?:,|\s+and|\s+or)\s+\d[\w.()]*)*)?)"
# says what a word is, and not what is done with the thing
_IS = (
    r"(?:means?|meaning|includes?|takes? in|covers?|comprises?|extends? to|excludes?|do(?:es)? not (?:include|cover|extend)|stands? for|denotes?|refers? to"
    r"|(?:shall|will) (?:mean|include|comprise|cover|exclude|refer)|(?:is|are|shall be|will be)(?: only| not)? (?:an?|the|any|all|only|those|such|one|what|whatever|where|when|whenever|taken|deemed|understood|reckoned|considered (?:as|to)|regarded|construed|read|limited|confined)"
    r"|(?:shall|will|is|are)\b[^.;]{0,90}?\b(?:be taken|be deemed|be understood|be regarded|be reckoned) (?:to|as|only))\b"
)
_ASIDE = r"(?:,[^;.]{0,70}?,|\s*\([^()]{0,60}\))?,?\s*"
_STIPULATES = tuple(
    (signs, phrases(p))
    for signs, p in (
        # `"month" means …`, `"affiliate" of Buyer includes …`
        (('"', "“"), rf"[\"“](?P<name>[a-z][^\"”“.;]{{1,60}}),?[\"”](?:\s+of\s+\w+)?{_ASIDE}{_IS}"),
        # `"Handover" (in whatever case it is written) shall be taken to occur …`
        (('"', "“"), rf"[\"“](?P<name>[A-Z][^\"”“.;]{{1,60}}),?[\"”]{_ASIDE}(?:shall|will|is|are)\b[^.;]{{0,90}}?\bbe (?:taken|deemed|understood|regarded|reckoned)\b"),
        # `a course is "completed", wherever that word stands, when …`
        (('"', "“"), rf"\b(?:is|are|be|been|counts? as)\s+[\"“](?P<name>[a-z][^\"”“.;]{{1,60}}),?[\"”]{_ASIDE}(?:only\s+)?(?:where|when|whenever|if|once|unless)\b"),
        # "for the purposes of Section 4, gross income is …"
        (("or the purpose", "or purpose", "or all purpose", "n this", "n Section", "n Article", "n Clause"), rf"(?:^|(?<=[;.(]\s)|(?<=\())(?:[\s\n(]*)(?:For (?:the |all )?purposes? of {_HERE}|In {_HERE}),?\s+(?:(?:the|an?|any|each|every|all)\s+)?(?P<name>[A-Za-z][\w' ’-]{{2,60}}?),?\s+{_IS}"),
        # "where Section 4 speaks of costs borne by Buyer, …"
        (("speak", "refer", "mention"), rf"\b[Ww]here(?:ver|soever)?\s+(?:in\s+)?{_HERE}\s+(?:speaks?|refers?|mentions?)(?:\s+(?:of|to))?\s+(?:the\s+)?(?P<name>[^,.;]{{3,60}}),"),
        # "references to the handover are to …"
        (("eferences",), rf"\b[Rr]eferences?\s+(?:in\s+{_HERE}\s+)?to\s+(?:(?:the|an?|any)\s+)?(?P<name>[\w' -]{{3,50}}?)\s+(?:are|is|mean|means|(?:shall|will) (?:be|mean))\b"),
    )
)  # fmt: skip
# "is no sale within the meaning of Section 6": the case stands before the word
_CLASSES = phrases(
    r"\b(?:is|are|being|constitutes?|amounts? to|counts? as|be)\s+(?:not|no|(?:deemed|considered|regarded|treated|taken|classed|counted)(?: (?:not )?(?:to be|as))?)\s+(?:an?\s+|the\s+)?(?P<name>(?!as |to be |an? |the |suitable|fit\b|available|sufficient|necessary|required|used|intended|adequate|appropriate)[a-z][\w' -]{3,60}?),?\s+(?:(?:within the meaning of|for (?:the |all )?purposes? of|in the sense of)\s+(?=[Tt]h[ei]s|(?:[Ss]ection|[Aa]rticle|[Cc]lause|[Pp]aragraph|[Ss]chedule|[Ee]xhibit)s?\b)|in that sense\b)"
)
# the same the other way round: "is, for the purposes of Section 6, neither a sale nor a gift"
_CLASSES_ASIDE = phrases(
    r"\b(?:is|are|be|being|counts?|ranks?|constitutes?|amounts? to),? for (?:the |all )?purposes? of (?:[Tt]h[ei]s|[Ss]ections?|[Aa]rticles?|[Cc]lauses?|[Pp]aragraphs?|[Ss]chedule|[Ee]xhibit)\b[^,;]{0,40}, (?:(?:to be|as|not|no|neither|deemed|regarded|taken|treated|considered|only|merely|an?|the) )*(?P<name>[A-Za-z][\w'’ -]{3,60}?)(?=[,.;:]| (?:nor|or|and|of|if|when|where|once|in)\b|$)"
)
_PLAINLY = phrases(r"\W*(?:(?:shall|will) )?(?:means?|includes?)\b")
_PART = phrases(r"\bthe (?:part|portion|share|fraction) of\b", re.IGNORECASE)
# what no name of a thing has in it
_NO_NAME = phrases(
    r"\b(?:shall|will|may|must|can|which|nothing|whatever|solely|only|following|references?|and (?:that|this)|headings?|words?|terms|statutes?|laws?|gender|singular|plural|party|parties)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Stipulation:
    """A word, the sentence that says how it is to be understood, where in it that is said, and the whole clause."""

    name: str
    words: frozenset[str]
    sentence: int
    start: int
    end: int
    first: int
    last: int
    plain: bool  # "x means y", as any definition has it


def check(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """A stipulation that gives a word of the agreed clause another reach; None where none does."""
    if kind is not None and kind.beside:
        return None  # the kind beside it answers
    proof = [s for _, s, _ in kept.spans]
    clauses = [_about(matter, i, kept, AROUND) for i in governing]
    beside = [_about(matter, i, kept, BESIDE) for i in governing]
    for s in matter.once("stipulations", lambda: tuple(_stipulated(matter))):
        wanted = s.words - matter.party_concepts
        if s.sentence in governing or not wanted or not any(wanted <= words for words in clauses):
            continue
        if not (turns_on(matter, term, kind, s.name) or any(wanted <= words for words in beside)):
            continue
        usual, here = well_known(s.name), _holds(matter, s, proof)
        if s.plain and not (here or usual or _narrows(matter.text, s)):
            continue
        if not novel(matter.text[s.start : s.end], known | (usual or frozenset()) | STOCK | wanted, NEWS, SHARE):
            continue
        if here is False or excepted(matter, term, kind, matter.text[s.first : s.last]):
            continue
        if harms(matter, s.first, s.last, protects(term, kind)) is False:
            continue
        message = f'{matter.place(s.first)} says how "{s.name}" is to be understood: "{short(matter.text[s.first : s.last])}".'
        return weakened(term, kind, kept, s.first, s.last, message, role="defines")
    return None


def _narrows(text: str, s: _Stipulation) -> bool:
    """Whether a plain definition begins by holding less than its word; far into it, exceptions are the custom."""
    end = min(s.end, s.start + OPENS)
    return NARROWS.search(text, s.start, end) is not None or _PART.search(text, s.start, end) is not None


def _about(matter: Matter, index: int, kept: Judgement, reach: int) -> frozenset[str]:
    """The concepts of a sentence within so many characters of the words that count in it."""
    start, end = matter.sentence_span(index)
    spans = [(s, e) for _, s, e in kept.spans if s < end and start < e]
    if not spans:
        return frozenset()
    first, last = min(s for s, _ in spans) - reach, max(e for _, e in spans) + reach
    return frozenset(content(matter.text[max(start, first) : min(end, last)]))


_THIS_ONE = phrases(
    r"\b(?:this|the present) (?:section|article|clause|paragraph|definition|sub-?section)\b", re.IGNORECASE
)


def _holds(matter: Matter, s: _Stipulation, proof: Sequence[int]) -> bool | None:
    """Whether a stipulation names the clause of the term as one in which it holds; None where it names none."""
    until = s.start if s.plain else s.last  # what a definition goes on to name is only a part of what it says
    named = [c for c in citations(matter, s.first, until) if c.stretches and c.clause and not c.own]
    if named:
        return any(c.reaches(at) for c in named for at in proof)
    if _THIS_ONE.search(matter.text, s.first, s.last):
        here = _article(matter, s.first)
        return None if any(_article(matter, at) == here for at in proof) else False
    return None


def _article(matter: Matter, offset: int) -> str:
    """The number of the article in which an offset stands: 7 of 7.2(a)."""
    number = matter.reading.outline.section_at(offset).number or ""
    return re.split(r"[.(]", number)[0]


def _stipulated(matter: Matter) -> Iterator[_Stipulation]:
    defined = {(d.sentence, d.name) for d in matter.reading.outline.definitions}
    for index in range(len(matter.reading.masked)):
        start, end = matter.sentence_span(index)
        words = matter.text[start:end]
        for name, at, first, last, plain in _in_sentence(words):
            if (index, name) not in defined and not _NO_NAME.search(name):
                opens = max(words.rfind(";", 0, at), words.rfind("\n\n", 0, at)) + 1
                stop = words.find(";", max(at, first))
                until = stop if stop >= 0 else len(words)
                span = (start + first, start + min(last, until), start + opens, start + until)
                yield _Stipulation(name, frozenset(content(name)), index, *span, plain)


def _in_sentence(words: str) -> Iterator[tuple[str, int, int, int, bool]]:
    """The words of which a sentence says how they are to be understood, where they stand, where that is said, and whether plainly."""
    for n, (signs, pattern) in enumerate(_STIPULATES):
        for m in pattern.finditer(words) if any(sign in words for sign in signs) else ():
            yield (
                m["name"].strip(),
                m.start("name"),
                m.end("name"),
                len(words),
                n == 0 or _PLAINLY.match(words, m.end("name")) is not None,
            )
    for m in _CLASSES.finditer(words) if "meaning of" in words or "urpose" in words or "sense" in words else ():
        yield m["name"].strip(), m.start("name"), 0, m.start(), False
    for m in _CLASSES_ASIDE.finditer(words) if "urpose" in words else ():
        yield m["name"].strip(), m.start("name"), 0, m.start(), False
