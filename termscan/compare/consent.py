"""Consent that was agreed, and what a draft makes of it: given away in advance, not needed after all, presumed from silence,
or free to be refused where the sheet says that it may not be refused without reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .. import values
from ..extract.burden import burdened
from ..extract.masking import SIDES
from ..rulebook import Kind
from ..termsheet import Term
from .conditions import takes
from .lexicon import concepts, content, phrases
from .matter import Judgement, Matter
from .novelty import novel, short, weakened
from .qualifiers import Qualifier

DENIED = 12  # characters before a consent within which it is denied

_WORD = r"(?:consents?|approvals?|permission|agreement)"
_SILENT = r"silence|failure to (?:respond|reply|object|answer)|(?:does not|do not|fails to|fail to|has not|have not|raised? no|makes? no|made no|no) (?:respond\w*|repl\w+|objection\w*|object\w*|answer\w*|refus\w+|rejection\w*)|unless (?:[\w’']+ ){1,6}?(?:objects?|refuses?|rejects?|declines?|replies|responds?|answers?)"
_GIVEN_AWAY = phrases(
    rf"\b{_WORD},? (?:\w+ ){{0,6}}?(?:(?:is|are|shall be|being|has been) )?(?:hereby |already |herewith )?(?:given|granted) (?:in respect|in advance|to|for|hereby|now)\b"
    rf"|\bhereby (?:consents?|approves?|agrees?) to (?:any|every|each|the|an?) (?:\w+ ){{0,3}}?(?:assignment|transfer|disclosure|use|subcontract\w*)"
    rf"|\b{_WORD} (?:(?:is|are|shall|will) )?(?:not (?:be )?(?:needed|required|necessary)|dispensed with)"
    rf"|\bno (?:such |further |prior )?{_WORD} (?:(?:is|are|shall be|will be) )?(?:needed|required|necessary)",
    re.IGNORECASE,
)
_SILENCE = phrases(
    rf"\b(?:{_SILENT})\b[^.;]{{0,160}}?\b(?:taken|deemed|treated|regarded|counts?|considered|constitutes?|presumed)\b[^.;]{{0,40}}?\b(?:{_WORD}|approved|consented|agreed)\b"
    rf"|\b{_WORD}\b[^.;]{{0,120}}?\b(?:taken|deemed|treated|regarded|considered|presumed) (?:as |to be |to have been )?(?:given|granted|obtained)\b[^.;]{{0,80}}?\b(?:{_SILENT})\b",
    re.IGNORECASE,
)
# a consent that nobody need give: "shall be deemed given upon …", "shall be deemed to agree to it"
_FICTION = r"(?:deemed|presumed|treated as|regarded as|taken)"
_DEEMED = phrases(
    rf"\b{_WORD}\b[^.;]{{0,60}}?\b{_FICTION} (?:\w+ ){{0,4}}?(?:given|granted|obtained)\b"
    rf"|\b{_FICTION} (?:(?:to|have|having|as|been|be|so) ){{0,4}}(?:agreed?|consent(?:ed)?|approved?)\b",
    re.IGNORECASE,
)
# who is asked has kept silent, and the thing goes on all the same: "what Client has not commented on may be used"
_KEPT_SILENT = r"(?:silence|silent|(?:has|have|hears?|heard|having) (?:heard )?nothing|nothing (?:is|has been|was) heard|no (?:answer|reply|objection|comment|response)|(?:has|have|does|do|did) not (?:\w+ ){0,2}?(?:comment|respon|repl|object|answer|react|refus|reject)\w*|fail\w* to (?:respond|reply|object|answer|comment))"
_GOES_ON = phrases(
    rf"\b{_KEPT_SILENT}\b[^.;]{{0,160}}?\b(?:{_WORD}\b[^.;]{{0,20}}?\b(?:being|is|are|shall be|to be) (?:thereby |then )?(?:presumed|deemed|taken|assumed|implied)|may (?:then |thereupon )?(?:be (?:used|published|issued|released|implemented|made)|go (?:live|ahead|out)|proceed|take place))",
    re.IGNORECASE,
)
_DENIED = phrases(r"\b(?:not|no|nor|never|neither)\b", re.IGNORECASE)
_SAYS_SO = phrases(
    r"\b(?:silen\w*|deemed|counts?|object\w*|no answer|hears? nothing|taken|(?:is|are) (?:then )?approved)\b",
    re.IGNORECASE,
)
_AT_WILL = phrases(
    r"\b(?:withh\w+|refus\w+|denied|deny|declin\w+|give)\b[^.;]{0,40}?\b(?:as (?:it|he|she|they) (?:sees?|thinks?) fit|(?:sole|absolute|own|free|full) discretion|for (?:any|no)(?: or no)? reason|without (?:giving |stating )?(?:any )?reasons?|at (?:its|their|his|her) (?:pleasure|will))"
    r"|\b(?:at liberty|free) to (?:give|grant|withhold|refuse|deny)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?i)reasonabl|arbitrar|good\s+(?:reason|cause|ground)|(?:without|fair|sound|just)\s+(?:reason|cause|ground)|undu[el]|capricious|bad\s+faith"
)


def check(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """What takes an agreed consent away again; None where it stands or none was agreed."""
    asked = isinstance(term.agreed, values.Choice) and term.agreed.word == "with consent"
    if kind is None or not asked:
        return _presumed(matter, term, kind, governing, kept)
    places = list(dict.fromkeys(_around(matter, governing)))
    for index in places:
        found = _by_silence(matter, term, kind, index, kept)
        if found is not None:
            return found
        start, end = matter.sentence_span(index)
        m = _GIVEN_AWAY.search(matter.text, start, end)
        if m and takes(
            matter, term, kind, Qualifier("exception", m.start(), end, matter.text[m.start() : end], m[0]), known
        ):
            message = (
                f'Consent was agreed to be needed; here it is given away: "{short(matter.text[m.start() : end])}".'
            )
            return weakened(term, kind, kept, m.start(), end, message)
    return _refused_freely(matter, term, kind, places, kept) or _let_elsewhere(
        matter, term, kind, governing, known, kept
    )


CASE_NEWS, CASE_SHARE = 2, 0.3  # words of a case that nothing explains, and their share of it
_WITHOUT = phrases(
    rf"\bwithout (?:such |any |that |(?:[\w’']+ ){{0,2}}){_WORD}\b|\b{_WORD}(?: of \w+)? (?:is|are|shall|will) not (?:be )?(?:needed|required|necessary)\b",
    re.IGNORECASE,
)


def _let_elsewhere(
    matter: Matter, term: Term, kind: Kind, governing: Sequence[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """Another sentence that lets one side do in a case of its own what was to need consent."""
    for s in matter.statements(term.kind):
        lets = isinstance(s.value, values.Choice) and s.value.word == "allowed"
        if not lets or s.weak or s.sentence in governing or matter.recital(s.start):
            continue
        masked = matter.reading.masked[s.sentence]
        if term.by in ("customer", "provider") and burdened(masked.words, *masked.locate(s.start, s.end)) == term.by:
            continue  # it lets the other side, which never had to ask
        _, end = matter.sentence_span(s.sentence)
        if term.by in ("customer", "provider") and _whose_leave(matter, s.start, end) == {"customer", "provider"} - {
            term.by
        }:
            continue  # the side that the term does not bind may do as it likes
        if _WITHOUT.search(matter.text, s.start, end) and novel(
            matter.text[s.start : end], known, CASE_NEWS, CASE_SHARE
        ):
            message = f'{matter.place(s.start)} lets it be done without consent: "{short(matter.text[s.start : end])}".'
            return weakened(term, kind, kept, s.start, end, message, role="overrides")
    return None


_LEAVE = re.compile(
    rf"(?P<who>[{''.join(SIDES)}]) (?:may|can|(?:is|shall be) (?:free|entitled))(?!\S)|(?<!\S)by (?P<by>[{''.join(SIDES)}])(?!\S)"
)


def _whose_leave(matter: Matter, start: int, end: int) -> set[str]:
    """Who may do what a stretch allows: "Maker may assign", "may be assigned by Maker"."""
    masked = matter.reading.masked[matter.sentence_at(start)]
    first, last = masked.locate(start, end)
    return {SIDES[m["who"] or m["by"]] for m in _LEAVE.finditer(masked.words, first, last)}


_CONSENT = concepts(["consent"])


def _presumed(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement
) -> Judgement | None:
    """A consent that a term in other words asks for, "by agreement" or in plain words, and that silence is to replace."""
    by_agreement = isinstance(term.agreed, values.Choice) and "agreement" in term.agreed.word
    never_deemed = term.kind == "deliverables.deemed_acceptance" and term.agreed_text == "no"
    asked = by_agreement or never_deemed or _CONSENT & set(content(term.agreed_text))
    if not asked or _SAYS_SO.search(term.agreed_text):
        return None
    places = list(_around(matter, governing))
    if never_deemed:
        places += [i for i in range(len(matter.reading.masked)) if matter.topical(term.kind, i) >= 1]
    found = (_by_silence(matter, term, kind, i, kept) for i in dict.fromkeys(places))
    return next((f for f in found if f is not None), None)


def _by_silence(matter: Matter, term: Term, kind: Kind | None, index: int, kept: Judgement) -> Judgement | None:
    start, end = matter.sentence_span(index)
    m = _SILENCE.search(matter.text, start, end) or _GOES_ON.search(matter.text, start, end)
    says = "silence counts as consent"
    if m is None:
        m, says = _DEEMED.search(matter.text, start, end), "it is deemed to be given"
        if m is None or _DENIED.search(matter.text, max(start, m.start() - DENIED), m.end()):
            return None
    message = f'Consent was agreed to be needed; here {says}: "{short(m[0])}".'
    return weakened(term, kind, kept, m.start(), m.end(), message)


def _around(matter: Matter, governing: Sequence[int]) -> Iterator[int]:
    """The sentences of the clause, and the next ones of its section."""
    for index in governing:
        yield from matter.beside(index, 0, 1, 2)


def _refused_freely(matter: Matter, term: Term, kind: Kind, places: Sequence[int], kept: Judgement) -> Judgement | None:
    """A consent that the sheet says may not be refused without reason, and that the draft lets be refused at will."""
    if not any(_REASON.search(x) for x in (*term.exceptions, term.note or "", term.agreed_text)):
        return None
    spans = [matter.sentence_span(i) for i in _on_consent(matter, kind, places)]
    at_will = next((m for span in spans if (m := _AT_WILL.search(matter.text, *span))), None)
    if at_will:
        end = matter.sentence_span(matter.sentence_at(at_will.start()))[1]
        message = f'Consent was not to be refused without reason; here it may be: "{short(matter.text[at_will.start() : end])}".'
        return weakened(term, kind, kept, at_will.start(), at_will.end(), message)
    if any(_REASON.search(matter.text, *span) for span in spans):
        return None
    says = "Consent is needed as agreed, but nothing says any more that it may not be refused without reason."
    return weakened(term, kind, kept, *matter.sentence_span(places[0]), says) if places else None


def _on_consent(matter: Matter, kind: Kind, places: Sequence[int]) -> list[int]:
    """The sentences at these places, then those of their sections or of the kind that speak of a consent."""
    sentences = matter.reading.outline.sentences
    sections = {sentences[i].section for i in places}
    return list(
        dict.fromkeys(
            (
                *places,
                *(
                    i
                    for i, sentence in enumerate(sentences)
                    if _CONSENT & matter.sentence_concepts(i)
                    and (sentence.section in sections or matter.topical(kind.name, i) >= 1)
                ),
            )
        )
    )
