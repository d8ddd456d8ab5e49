"""What is deemed to have happened, whether it did or not: "an invoice is received on the date that it bears".

A period that runs from an event runs from elsewhere once another clause says when the event counts as having happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .. import values
from ..rulebook import Kind
from ..termsheet import Term
from .citations import citations
from .lexicon import concepts, content, phrases
from .matter import Harmed, Judgement, Matter, protects
from .novelty import capital, novel, short, weakened
from .stance import harms

CASE = 180  # characters before "is none" in which the case is described
SUBJECT = 90  # characters before an event in which it is said to what it happens
NEWS = 2  # words of a fiction that nothing explains

_HAPPENS = phrases(
    r"\b(?:deemed|taken|regarded|treated|considered|counts?|has been|have been|is|are|shall be|will be) (?:as |to be |to have been )?(?P<event>received|accepted|delivered|given|served|approved|completed|made|discovered|known|occurred|incurred|arisen|accrued|begun|commenced|issued|signed|paid)\b"
    r"[^.;]{0,40}?\b(?:on|upon|when|at|from|as of|as soon as|only|once)\b",
    re.IGNORECASE,
)

_LATE = phrases(r"(?i)\b(?:only|until|unless|once|not before|as soon as)\b")


def check(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """A clause that says what counts, or when it counts as having happened, and so moves a kept term; else None."""
    return (
        _counts_as_none(matter, term, kind, governing, known, kept)
        or _happens(matter, term, kind, governing, known, kept)
        or _told_late(matter, term, kind, governing, kept)
        or _dated(matter, term, kind, governing, kept)
        or _undone(matter, term, kind, governing, kept)
    )


# a case said to be beyond all cure; "if it is incapable of cure" only allows for such cases
_BEYOND = phrases(
    r"\b(?:(?:shall|will|is|are) (?:\w+ ){0,2}?(?:be )?(?:deemed|considered|regarded|treated|taken|agreed)|counts?|(?:shall|will) be|(?<!if such breach )(?<!if it )(?<!which )(?<!that )is|are)\b[^.;]{0,60}?"
    r"\b(?:incapable of (?:being )?(?:cure|remed)\w*|not (?:be )?(?:capable|susceptible) of (?:being )?(?:cure|remed)\w*|(?:does|do) not admit of (?:cure|remedy)|beyond (?:cure|remedy)|incurable|irremediable)",
    re.IGNORECASE,
)
# what was to be an excluded loss, said to be a direct one
_RECLASSED = phrases(
    r"\b(?:counts?|(?:is|are|be|being) (?:classed|regarded|treated|deemed|considered|counted|taken)|class|classes|ranks?|deemed)\b[^.;]{0,40}?\b(?:as |to be )?direct (?:loss|losses|damage|damages)\b"
    r"|\b(?:profits?|revenues?|loss|losses|damages?|business)\b[^.;]*?\b(?:reckoned|classed|regarded|treated|deemed|considered|counted|ranked|held|taken) (?:as|to be) direct(?=[.;,]|\s+(?:and|for|under|in)\b|$)"
    r"|\b(?:is|are|shall be) (?:not|no) (?:damages?|loss|losses) of (?:these|this|that|such) (?:types?|kinds?|sorts?)\b",
    re.IGNORECASE,
)
_UNDOES = {  # by kind: words elsewhere that undo it, and what they say
    "term.cure_period": (_BEYOND, "says of some breaches that they cannot be cured"),
    "liability.excluded_losses": (_RECLASSED, "says of some losses that they are none of the excluded ones"),
}
_ALLOWS_FOR = phrases(r"\b(?:if|where|unless|in case|in the event|to the extent)\b[^.;,]{0,60}$", re.IGNORECASE)


def _undone(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement
) -> Judgement | None:
    """A clause that says of some cases that what was agreed does not hold for them, in the words of the kind."""
    undoes, says = _UNDOES.get(kind.name if kind is not None else "", (None, ""))
    for index in range(len(matter.reading.masked)) if undoes else ():
        start, end = matter.sentence_span(index)
        said = max((e for _, s, e in kept.spans if start <= s < end), default=start)  # before it, the rule itself
        m = undoes.search(matter.text, said, end) if undoes else None
        if m and not _ALLOWS_FOR.search(matter.text[start : m.start()]):
            message = f'{matter.place(start)} {says}: "{short(matter.text[start:end])}".'
            return weakened(term, kind, kept, start, end, capital(message), role="overrides")
    return None


# "for the purposes of Section 4 the date of an invoice is the day on which Buyer has checked the goods"
_IS_THE_DAY = phrases(
    r"\b(?:date|day|time|receipt|delivery|acceptance|issue) of (?:an?|the|any|each|every)?\s*(?P<what>\w+) (?:is|means|shall be|shall mean|(?:is|shall be) (?:taken|deemed|understood) to be|counts as) the (?:day|date|time|moment) (?:on|at|upon|when|from)",
    re.IGNORECASE,
)


def _dated(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement
) -> Judgement | None:
    """A clause that says which day is the date of that from which a kept period runs."""
    if not isinstance(term.agreed, values.Duration):
        return None
    starts = [term.start] if term.start else list(kind.customary_from) if kind is not None else []
    wanted = concepts(starts)
    for index, m in matter.once("said to be the day", lambda: tuple(_days_said(matter))) if starts else ():
        start, end = matter.sentence_span(index)
        if index not in governing and set(content(m["what"])) & wanted - matter.party_concepts:
            message = f'{matter.place(start)} says which day that is from which the time runs: "{short(matter.text[start:end])}".'
            return weakened(term, kind, kept, start, end, capital(message), role="overrides")
    return None


# "a sale of a brand is no transfer in that sense", "shall not be regarded as an assignment for the purposes of Section 4"
_COUNTS = r"(?:(?:shall|will|does|do|is|are) not (?:be )?(?:regarded|treated|deemed|considered|taken|counted|count|constitute|amount to|qualify|rank)\b(?: as| to be)?|being (?:no|none)\b)"
_SENSE = r"\b(?:within the meaning of|for (?:the )?purposes? of|in (?:that|this|the above|such) sense|as used in)\b"
_IS_NONE = phrases(
    rf"\b(?:{_COUNTS}(?P<what>(?![^.;]{{0,40}}\bwaiver)[^.;]{{2,90}}?)(?:{_SENSE}|(?=[.;]|$))"
    rf"|(?:it|the parties) (?:being|is|are) (?:understood|agreed|clear) that [^.;]{{2,160}}?\b(?:is|are|shall be) (?:not|no)\b(?P<said>[^.;]{{2,60}})"
    rf"|(?:is|are|being|shall be|will be) (?:not|no)\b(?P<thing>[^.;]{{2,90}}?){_SENSE})",
    re.IGNORECASE,
)


_SAYS_NOT = phrases(r"\b(?:no|not|none|nor|never)\b", re.IGNORECASE)


def _counts_as_none(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """A case that is said to be none of what the term speaks of, though a reader would take it for one."""
    sentences = matter.reading.outline.sentences
    homes = {sentences[i].section for i in governing}
    proof = [s for _, s, _ in kept.spans]
    agreed = concepts([term.agreed_text, *((kind.says,) if kind is not None else ())])
    wanted = (agreed | (matter.key_words(term.kind) if kind is not None else frozenset())) - matter.party_concepts
    for index, m in matter.once("said to be none", lambda: tuple(_said_to_be_none(matter))):
        start, end = matter.sentence_span(index)
        near = index in governing or sentences[index].section in homes
        named = any(c.reaches(s) for c in citations(matter, m.start(), end) for s in proof)
        if not (near or named):
            continue
        if term.kind == "deliverables.deemed_acceptance" and values.canonical(term.agreed) == "no":
            continue  # that it is no acceptance was agreed
        if kind is None and index in governing and _SAYS_NOT.search(term.agreed_text):
            continue  # the plain words themselves say of something that it is none
        told = m.start() if m["said"] else max(start, m.start() - CASE)
        case = matter.text[told : m.start("said") if m["said"] else m.start()]
        if not wanted & set(content(m["what"] or m["said"] or m["thing"])) or not novel(
            case, known, 1 if named else NEWS, 0.3
        ):
            continue
        if harms(matter, start, end, protects(term, kind)) is False:
            continue
        message = f'{matter.place(start)} says what counts as none of it: "{short(matter.text[told : m.end()])}".'
        return weakened(term, kind, kept, told, m.end(), capital(message), role="overrides")
    return None


def _days_said(matter: Matter) -> Iterator[tuple[int, re.Match[str]]]:
    for index in range(len(matter.reading.masked)):
        m = _IS_THE_DAY.search(matter.text, *matter.sentence_span(index))
        if m:
            yield index, m


# what every contract says of itself: headings that define nothing, a copy that is no notice
_OF_ITSELF = re.compile(r"\b(?:headings?|captions?|titles|copy|copies)\b[^.;]*$", re.IGNORECASE)


def _said_to_be_none(matter: Matter) -> Iterator[tuple[int, re.Match[str]]]:
    for index in range(len(matter.reading.masked)):
        start, end = matter.sentence_span(index)
        for m in _IS_NONE.finditer(matter.text, start, end):
            if not _OF_ITSELF.search(matter.text[start : m.start()]):
                yield index, m


def _happens(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """Another clause that says when the event counts as having happened from which a kept period runs."""
    if not isinstance(term.agreed, values.Duration):
        return None
    starts = [term.start] if term.start else list(kind.customary_from) if kind is not None else []
    for index in range(len(matter.reading.masked)) if starts else ():
        start, end = matter.sentence_span(index)
        m = _HAPPENS.search(matter.text, start, end)
        if (
            m is None
            or index in governing
            or not _of(matter, starts, matter.text[max(start, m.start() - SUBJECT) : m.start()], m["event"])
        ):
            continue
        if novel(matter.text[start:end], known | _STOCK, NEWS, 0.25):
            message = f'{matter.place(start)} says when that counts as having happened from which the time runs: "{short(matter.text[start:end])}".'
            found = weakened(term, kind, kept, start, end, capital(message), role="overrides")
            late = _LATE.search(matter.text, start, end) is not None
            return found if late or kind is None else replace(found, harmed=_bound(kind))
    return None


# "a notice under Section 9 counts as given on the first day of the quarter after next"
_NOTICE_COUNTS = phrases(
    r"\bnotices?\b(?:(?!\b(?:which termination|such termination|by written)\b)(?:[^.;]|\.\d)){0,140}?\b(?:takes? effect|(?:is|are|be) (?:only )?(?:deemed|taken|regarded|treated|considered) (?:to (?:be|have been) )?(?:given|effective|received|served|made)|counts? as (?:given|received|served)|(?:is|be|becomes?) effective)\b"
    r"(?P<when>[^.;]{0,120})",
    re.IGNORECASE,
)
# later than any mail takes, or when the one who gets it chooses
_LONG_AFTER = phrases(
    r"\b(?:first day of|(?:months?|quarters?|years?) (?:after|following|from|have)|(?:\w+tieth|\w+teenth|tenth|\d{2,}th) day|(?:\d{2,}|ten|\w+teen|\w+ty)(?:\W+\d+\W+)? days|only [^.;]{0,40}(?:acknowledged|agreed|accepted|confirmed)|when (?:the|an?) [^.;,]{2,60} (?:carried out|completed|finished))\b",
    re.IGNORECASE,
)
_POSTED = phrases(r"\b(?:mail\w*|post\w*|couriers?|fax\w*|facsimile|deposit\w*|transmi\w+|e-?mail\w*)\b", re.IGNORECASE)


def _told_late(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement
) -> Judgement | None:
    """Another clause by which the notice from which a kept period is counted is given only long after it was sent."""
    if kind is None or not isinstance(term.agreed, values.Duration) or not _NOTICE & matter.key_words(kind.name):
        return None
    proof = [s for _, s, _ in kept.spans]
    for index, m in matter.once("notices that count", lambda: tuple(_notices_that_count(matter))):
        start, end = matter.sentence_span(index)
        named = any(c.reaches(s) for c in citations(matter, start, end) for s in proof)
        if any(f.value == term.agreed for f in values.find(m["when"])):
            continue  # it is the agreed period itself, after which the notice does its work
        if index not in governing and (named or matter.topical(kind.name, index) >= 1):
            message = f'{matter.place(start)} says that a notice counts only later: "{short(m[0])}".'
            return weakened(term, kind, kept, start, end, capital(message), role="overrides")
    return None


def _notices_that_count(matter: Matter) -> Iterator[tuple[int, re.Match[str]]]:
    """Where the draft says when a notice counts, and that is later than the post takes."""
    for index in range(len(matter.reading.masked)):
        start, end = matter.sentence_span(index)
        m = _NOTICE_COUNTS.search(matter.text, start, end)
        if m and _LONG_AFTER.search(m["when"]) and not _POSTED.search(matter.text, start, end):
            yield index, m


def _bound(kind: Kind) -> Harmed:
    """Whom a period binds: who loses when its start is put earlier."""
    return kind.binds if kind.binds in ("customer", "provider") else "both"  # type: ignore[return-value]


_NOTICE = concepts(["notice"])  # when a notice counts as given is said in every contract
_STOCK = concepts(
    [
        "mail mailed post posted courier fax email e-mail delivery days business deposit registered certified personally address",
        "by hand, recorded, sent, second, third, next, following, working",
    ]
)


def _of(matter: Matter, starts: Sequence[str], before: str, event: str) -> bool:
    """Whether the event is that of a start, and befalls the same thing: the receipt, and the invoice."""
    subject, happens = frozenset(content(before)), set(content(event))
    for start in starts:
        wanted = concepts([start]) - matter.party_concepts
        if len(wanted) >= 2 and not wanted & _NOTICE and happens <= wanted and wanted - happens <= subject:
            return True
    return False
