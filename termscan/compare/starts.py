"""What starts the clock: a period that runs from something else than agreed is another period.

"Within 30 days after receipt of the invoice" and "within 30 days after its approval" give the same number and not the
same term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .. import values
from ..extract.masking import SIDES
from ..rulebook import Kind
from ..termsheet import Term
from .events import EVENTS, Event, event, events, opposite
from .lexicon import concepts, content
from .matter import Harmed, Judgement, Matter, other_side
from .measures import the_other_way
from .sameness import same
from .start_words import LONGEST, named, words_of

_BEGINNING = concepts(["effective date, date of this agreement, date hereof, signature, execution, commencement"])
ALIKE = 0.34  # share of its words that an agreed start must have in common with the draft's to be the same
_BY_ITSELF = 3  # how late an event may come (`Event.late`) that is not another than "the date of the order"


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement, known: frozenset[str]) -> Judgement | None:
    """A kept period whose draft names a start that is neither agreed nor customary; None where the start is right."""
    if kind is None or isinstance(term.agreed, values.Text):
        return _in_plain_words(matter, term, kept)
    if not isinstance(term.agreed, values.Duration):
        return None
    agreed = (term.start,) if term.start else kind.customary_from
    if not concepts(agreed):
        return None
    idle = _set_at_naught(matter, term, agreed, kept)
    if idle is not None:
        return idle
    for found, (start, end) in (*_starts(matter, term, kept), *_said_again(matter, term, kept)):
        if values.compare(term.agreed, found.value) in ("more", "less") and kept.in_agreed_words:  # type: ignore[arg-type]
            continue  # another length in the same words
        which = _LATER.match(matter.text, start) or _EARLIER.match(matter.text, start)
        other = which is not None and the_other_way(which[0], term.start or "")
        if other or any(_another(matter, term, agreed, *place, known) for place in _each(matter.text, start, end)):
            hurt = _harmed(matter, term, kind, agreed, start, end)
            return moved(matter, kept, found.start, start, end, agreed[0], hurt)
    return None


def _starts(matter: Matter, term: Term, kept: Judgement) -> Iterator[tuple[values.Found, tuple[int, int]]]:
    """The periods among the words that count, each with the place where its start is named."""
    governing = {matter.sentence_at(s) for _, s, _ in kept.spans}
    shown = [f for _, f in matter.founds if any(s <= f.start and f.end <= e for _, s, e in kept.spans)]
    periods = [f for f in shown if isinstance(f.value, values.Duration)]
    alike = (f for i, f in matter.founds if i in governing and f.value is not None and same(term.agreed, f.value))
    for found in periods or alike:
        if isinstance(found.value, values.Duration):
            beside = (named(matter.text, found.end), _before(matter, found.start)) if kept.sure or term.start else ()
            for place in (*beside, _counted(matter, found.end)):
                if place is not None:
                    yield found, place


# "whether or not it has been delivered", "regardless of when the invoice came", "and not from their sale"
_IDLE = re.compile(
    r"(?:\bwhether\s+or\s+not|\b(?:regardless|irrespective)\s+of(?:\s+(?:when|whether|the\s+date))?|\bwhenever(?!\s+(?:it|he|they|either)\b)|\bno\s+matter\s+when|\b(?:and|but)\s+not\s+(?:from|after|upon)|\brather\s+than\s+(?:from|after|upon))\s+(?P<what>[^.;]{4,120})",
    re.IGNORECASE,
)


def _set_at_naught(matter: Matter, term: Term, agreed: tuple[str, ...], kept: Judgement) -> Judgement | None:
    """A period of which the draft says that the agreed start makes no difference: it runs from something else."""
    ours, wanted = {e.name for e in events(agreed[:1])}, concepts(agreed[:1])
    for found, _ in _starts(matter, term, kept):
        m = _IDLE.search(matter.text, found.end, matter.sentence_span(matter.sentence_at(found.start))[1])
        told = event(m["what"]) if m else None
        same = told is not None and told.name in ours if ours else m and wanted <= set(content(m["what"]))
        if m and same:
            return moved(matter, kept, found.start, *m.span(), agreed[0], "both", "it runs ")
    return None


_STOP = re.compile(r"[.;]\s")
# what joins a second start to the first: "from delivery or, if Buyer so wishes, 30 days from the order"
_OR_ELSE = re.compile(r"[^.;]{0,110}?\b(?:or|but)\b[^.;]{0,110}", re.IGNORECASE)


def _said_again(matter: Matter, term: Term, kept: Judgement) -> Iterator[tuple[values.Found, tuple[int, int]]]:
    """The agreed length where it is said once more, beside the first or by another statement, and its start there."""
    governing = {matter.sentence_at(s) for _, s, _ in kept.spans}
    most = max((matter.bears(term, i) for i in governing), default=0.0)
    stated = [s for s in matter.statements(term.kind) if s.found is not None]
    again = {s.found.start for s in stated if s.found and (not s.weak or matter.bears(term, s.sentence) > most)}
    for index, found in matter.founds:
        shown = any(s < found.end and found.start < e for _, s, e in kept.spans)
        if shown or found.value is None or values.compare(term.agreed, found.value) != "same":
            continue
        place = named(matter.text, found.end)
        between = [matter.text[slice(*sorted((e, found.start)))] for _, _, e in kept.spans if index in governing]
        beside = any(_OR_ELSE.fullmatch(words) for words in between)
        speaks = not matter.has(term, "many") and (found.start in again or any(not _STOP.search(w) for w in between))
        if place and (beside or (speaks and _told(matter, *place))) and not matter.recital(found.start):
            yield found, place


_POINTS = r"(?:which|such|that|this|the|said|it|these|those)(?:\s+(?:said|same))?(?:\s+[a-z]+){0,2}?"
_BEGINS_TO_RUN = (
    r"(?:count(?:ed|s)?|reckoned|computed|measured|calculated|runs?|running|begins?|begun|beginning|starts?|started|starting|commences?|commenced|commencing|accrues?)"
    r"(?:\s+to\s+(?:run|accrue|count))?(?:\s+only)?"
)
# "seven days, counted from the end of the quarter"; "which period shall begin to run on the last day of the year"
_COUNTED = re.compile(
    rf"(?:^|[,;.]\s+|\band\s+)(?:{_POINTS}\s+(?:shall\s+|will\s+|is\s+|are\s+|does\s+|to\s+|be\s+|being\s+|deemed\s+|taken\s+|have\s+|been\s+)*|(?:to\s+be\s+))?"
    rf"{_BEGINS_TO_RUN}\s*(?:,[^,;.]{{3,60}},)?\s+(?=(?P<on>on|with|at|as\s+of)\b|from\b|upon\b|once\b|when\b|after\b)",
    re.IGNORECASE,
)
# "the first of such days being that on which …"
_FIRST_DAY = re.compile(
    r"\bthe\s+first\s+(?:of\s+(?:such|the|those|these)\s+(?:days|months|weeks|years)|(?:day|month)\s+of\s+(?:such|the|that)\s+(?:period|notice|time))\s+(?:being|is|shall\s+be|to\s+be)\s+(?:that\s+|the\s+(?:day|one)\s+)?(?=(?:on|in|of)\s+which\b|following\b|after\b)",
    re.IGNORECASE,
)
# "commencing with the first full month" says which payment is the first of many
_SERIES = re.compile(
    r"(?:with|on|from|in)\s+the\s+(?:first|next)\s+(?:full\s+)?(?:calendar\s+)?(?:quarter|month|year|week)",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\s*(?:it\b|(?:that|this|such|the|the\s+said|these|those|for\s+all)\s+(?:[a-z]+\s+){0,2}?(?:period|time|term|days?|months?|years?|deadline|duration|length|disclosures?)\b)",
    re.IGNORECASE,
)


def _counted(matter: Matter, at: int) -> tuple[int, int] | None:
    """Where a start is named later in the sentence of a period, or in the next one where that points back to it."""
    index = matter.sentence_at(at)
    places = [(at, matter.sentence_span(index)[1])]
    nexts = (matter.sentence_span(i) for i in matter.beside(index, 1))
    places += [span for span in nexts if _POINTING.match(matter.text, *span)]
    for start, end in places:
        first = _FIRST_DAY.search(matter.text, start, end)
        if first:
            return words_of(matter.text, first.end(), first.end() + LONGEST)
        m = _COUNTED.search(matter.text[start:end])
        if m and not _SERIES.match(matter.text, start + m.end()):
            on = start + m.end("on") if m["on"] else None
            return words_of(matter.text, on, on + LONGEST) if on else named(matter.text, start + m.end())
    return None


# "commencing on delivery and continuing for ninety days"
_CONTINUING = re.compile(
    r"\b(?:commenc|beginn|start|runn)ing\s+(?:on|from|upon|with|at)\s+(?P<start>[^;.]{3,200}?),?\s+and\s+(?:continu|runn|last|extend|end)ing\s+(?:for\s+)?(?:an?\s+(?:period|term)\s+of\s+)?\Z",
    re.IGNORECASE,
)


def _before(matter: Matter, at: int) -> tuple[int, int] | None:
    """Where a start is named before its period."""
    first, _ = matter.sentence_span(matter.sentence_at(at))
    m = _CONTINUING.search(matter.text[first:at])
    return words_of(matter.text, first + m.start("start"), first + m.end("start")) if m else None


def moved(
    matter: Matter,
    kept: Judgement,
    at: int,
    start: int,
    end: int,
    agreed: str,
    hurt: Harmed,
    lead: str = "it runs from ",
) -> Judgement:
    """The agreed value, with the words at `start` to `end` that make it run from elsewhere."""
    words = " ".join(matter.text[start:end].split())
    message = f'The value is as agreed, but {lead}"{words}"; agreed was: from {agreed}.'
    return Judgement("changed", kept.found, (("states", min(at, start), max(at, end)),), message, hurt)


def _another(matter: Matter, term: Term, agreed: tuple[str, ...], start: int, end: int, known: frozenset[str]) -> bool:
    """Whether a start is another than those agreed: another event, or, where none is named, words that nothing explains."""
    wanted = concepts(agreed)
    if _points_back(matter, wanted, start, end) or any(_word_for_word(matter.text[start:end], a) for a in agreed):
        return False
    if term.start and _not_signed(term.start) and opposite(term.start, matter.text[start:end]):
        return True
    told, named_events = _told(matter, start, end), events(agreed)
    if told is not None and named_events:
        return told.name not in {e.name for e in named_events} and not _goes_on(matter, named_events, start, end)
    if meant(matter, start, end) & wanted:
        return False
    if named_events and _usual_elsewhere(matter, term, wanted, start, end):
        return True
    own = event(matter.text[start:end])
    same = own is not None and concepts([own.name]) & wanted  # "the disclosure", "once disclosed"
    said = frozenset(content(matter.text[start:end])) - matter.party_concepts
    telling = said - _EVERY if told is not None else said  # "the date" is common to any two starts
    shared = sum(any(_of_one_root(a, b) for b in wanted) for a in telling)
    alike = shared and (shared >= ALIKE * len(said) or (term.start and shared >= ALIKE * len(wanted)))
    told_alike = alike and own not in EVENTS  # "has held the interview", of the agreed interview
    if own is not None and own.late > _BY_ITSELF and term.start and not (named_events or same or told_alike):
        return True
    news_to = known - _BEGINNING if term.start and not wanted & _BEGINNING else known
    return bool(said) and not alike and len(said - news_to) >= max(1, len(said) // 2)


def _word_for_word(said: str, agreed: str) -> bool:
    return " ".join(said.lower().split()).removeprefix("the ") == " ".join(agreed.lower().split()).removeprefix("the ")


def _not_signed(start: str) -> bool:
    told = event(start)
    return told is None or told.name != "signature"


def _usual_elsewhere(matter: Matter, term: Term, wanted: frozenset[str], start: int, end: int) -> bool:
    """Whether a start is another one that is usual for the kind: secrecy from each disclosure, and not from the end."""
    kind = matter.kind(term.kind)
    said = frozenset(content(matter.text[start:end])) - matter.party_concepts - _EVERY
    usual = concepts(kind.customary_from) if kind is not None and term.start else frozenset[str]()
    return bool(said) and said <= usual and not said & wanted


_EVERY = concepts(["each, every, any, such, date, day, time"])
ROOT = 6  # letters that two words must begin with alike to be of one root: "countersigned", "countersignature"


def _of_one_root(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= ROOT and longer.startswith(shorter))


def _points_back(matter: Matter, wanted: frozenset[str], start: int, end: int) -> bool:
    """Whether a start only points to what was named before, or to the date that the contract itself bears."""
    if _THAT.match(matter.text, start, end):
        return True
    if _BEARS.match(matter.text, start, end):
        return bool(wanted & _BEGINNING)
    m = _SUCH.match(matter.text, start, end)
    return m is not None and set(content(m[0])) <= wanted


_SUCH = re.compile(r"(?:that|such|this|its|their|the\s+said|the\s+same|the\s+aforesaid)\s+[a-z]+\Z", re.IGNORECASE)
# "the date set out below", "the date first stated on the cover page"
_BEARS = re.compile(
    r"(?:the\s+)?(?:date|day)\s+(?:first\s+)?(?:set\s+(?:forth|out)|written|stated|shown|given|appearing|entered)\s+(?:first\s+)?(?:[a-z]+\s+){0,3}?(?:above|below|hereto|herein|page|beginning|head|end|signatures?)\b",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"(?:that|such|this|the\s+said|the\s+same|the\s+aforesaid)\s+(?:date|day|time|event|moment)\b", re.IGNORECASE
)


def _told(matter: Matter, start: int, end: int) -> Event | None:
    """The event of a start; where its first words name none, that of the rest of its clause ("the right to sue arises")."""
    stop = re.compile(r"[;.()]|$").search(matter.text, end, end + LONGEST)
    return event(matter.text[start:end]) or event(matter.text[start : stop.start() if stop else end])


# what is said of the thing named: "the date such invoice | is received", "all the papers that are needed | have reached it"
_VERB = re.compile(r"(?:to\s+be\s+[a-z]+\s+)?(?:is|are|was|were|has|have)\s+(?:been\s+)?[a-z]+\b", re.IGNORECASE)


def _goes_on(matter: Matter, agreed: Sequence[Event], start: int, end: int) -> bool:
    """Whether what a start names is only the thing, and the verb behind it tells of the agreed event."""
    own = event(matter.text[start:end])
    if own is not None and own.name != "issue":
        return False
    m = _VERB.match(matter.text, end + 1, end + LONGEST)
    return m is not None and any(e.said.search(m[0]) for e in agreed)


def _harmed(matter: Matter, term: Term, kind: Kind, agreed: tuple[str, ...], start: int, end: int) -> Harmed:
    """Who loses by another start: a later one makes the period longer; else the side in whose hand it does not lie."""
    told, before = event(matter.text[start:end]), events(agreed)
    if told is None or not before or told.late == before[0].late:
        return _in_whose_hand(matter, start, end)
    later, earlier = (
        "customer" if "customer" in (r or "") else "provider" if r else None for r in (kind.higher, kind.lower)
    )
    longer: Harmed = later or "both"  # type: ignore[assignment]
    shorter: Harmed = earlier or "both"  # type: ignore[assignment]
    return longer if told.late > before[0].late else shorter


def _in_plain_words(matter: Matter, term: Term, kept: Judgement) -> Judgement | None:
    """A period that a term in plain words names with its start, and the draft with another, or with a later one too."""
    agreed_events = {e.name for e in events(tuple(term.agreed_text.split()))}
    for index in sorted({matter.sentence_at(s) for _, s, _ in kept.spans}) if agreed_events else ():
        first, last = matter.sentence_span(index)
        later = _LATER.search(matter.text, first, last)
        for start, end in _each(matter.text, *later.span()) if later else ():
            if later and _elsewhere(matter, term, agreed_events, start, end):
                words = " ".join(matter.text[start:end].split())
                message = f'The draft waits for "{words}" too, of which the sheet says nothing.'
                return Judgement("changed", kept.found, (("states", later.start(), end),), message, "both")
    for ours in values.find(term.agreed_text):
        place = named(term.agreed_text, ours.end) if ours.type == "duration" and ours.value is not None else None
        told = event(term.agreed_text[slice(*place)]) if place else None
        for found, (start, end) in _starts(matter, term, kept) if told else ():
            if found.value == ours.value and told and _elsewhere(matter, term, {told.name}, start, end):
                hurt = _in_whose_hand(matter, start, end)
                return moved(matter, kept, found.start, start, end, term.agreed_text[slice(*place)], hurt)  # type: ignore[misc]
    return None


_LATER = re.compile(
    r"(?:upon\s+|on\s+|after\s+|from\s+)?the\s+(?:later|latest|last)(?:\s+to\s+occur)?\s+of\b:?", re.IGNORECASE
)
_EARLIER = re.compile(_LATER.pattern.replace("later|latest|last", "earlier|earliest|first"), re.IGNORECASE)
_ONE_OF_THEM = re.compile(r"\s*(?:\([a-z]{1,4}\)|,|;|\b(?:and|or)\b)\s*(?:(?:and|or)\b)?", re.IGNORECASE)


def _each(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The events that a start waits for: of "the later of" several each one, else the one that is named."""
    later = _LATER.match(text, start)
    if later is None:
        yield start, end
        return
    stop = re.compile(r"[.;]|\n\s*\n|,\s+(?:the|[A-Z])|$").search(text, later.end(), later.end() + 2 * LONGEST)
    at, last = later.end(), stop.start() if stop else later.end() + 2 * LONGEST
    for m in _ONE_OF_THEM.finditer(text, later.end(), last):
        if m.start() - at > 2:
            yield at, m.start()
        at = m.end()
    if last - at > 2:
        yield at, last


_ARRIVES = {"issue", "delivery", "receipt", "notice"}  # what one sends the other receives: one event in plain words
_DATE_OF = re.compile(r"\A(?:the\s+)?(?:effective\s+)?(?:date|day)\s+(?:of|on\s+which)\s+", re.IGNORECASE)
_HEAD = re.compile(r"\s(?:of|at\s+which|on\s+which|in\s+which|which|that|by|for)\s", re.IGNORECASE)


def _elsewhere(matter: Matter, term: Term, agreed: set[str], start: int, end: int) -> bool:
    """Whether the words of a start name another event, or a thing of which the agreed sentence says nothing."""
    words = matter.text[start:end]
    theirs = event(words)
    if theirs is not None:
        return theirs.name not in agreed and not (theirs.name in _ARRIVES and agreed & _ARRIVES)
    told = _told(matter, start, end)
    if told is not None and told.name in agreed:
        return False  # "a reasonable time | for delivery has passed"
    head = _HEAD.split(_DATE_OF.sub("", words), maxsplit=1)[0]
    said = frozenset(content(head)) - matter.party_concepts
    return bool(said) and not said & frozenset(content(term.agreed_text)) and not _THAT.match(words)


def meant(matter: Matter, start: int, end: int) -> frozenset[str]:
    """What the defined words in a stretch of the draft mean ("the Effective Date")."""
    words = matter.text[start:end]
    used = (d for d in matter.reading.outline.definitions if d.name in words)
    return frozenset(c for d in used for c in matter.sentence_concepts(d.sentence))


def _in_whose_hand(matter: Matter, start: int, end: int) -> Harmed:
    """Who loses by a start that one party brings about: the other one; both, where it is in nobody's hand."""
    masked = matter.reading.masked[matter.sentence_at(start)]
    words = zip(masked.words.split(), masked.spans, strict=True)
    sides = {SIDES.get(word[0]) for word, (s, _) in words if word and start <= s < end and word[0] in SIDES}
    side = sides.pop() if len(sides) == 1 else None
    return other_side(side) if side in ("customer", "provider") else "both"  # type: ignore[arg-type]
