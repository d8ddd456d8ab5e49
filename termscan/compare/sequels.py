"""What the next sentence takes back: a freedom, an end, a waiver or a turn that follows the agreed words.

A drafter who leaves the agreed sentence whole takes it back in the one after: "This covenant lapses on termination", "Maker
may nevertheless put the delivery off", "it is under no duty to do so". Such a sentence is known by what points back
(this, such, it, the thing itself) and by what contrasts (however, nevertheless): Halliday and Hasan, Cohesion in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from .. import values
from ..extract.masking import SIDES
from ..rulebook import Kind
from ..termsheet import Term
from .citations import Citation, clauses_named
from .hangs_on import allows_another_act
from .lexicon import content, phrases
from .matter import Harmed, Judgement, Matter, Span, other_side, protects
from .novelty import novel, said, short, weakened
from .overrides import is_agreed
from .stance import harms

NEXT = (1, 2)  # how far after the agreed sentence, in its section, something is taken back
NEWS = 2  # words of such a sentence that nothing explains
SHARE = 0.2  # their share of its words
SUBJECT = 6  # words before "may be withdrawn by" that say what may
CLAUSE = 900  # characters up to which what is named is one clause, and its number says which

_WHO = f"(?P<who>[{''.join(SIDES)}])"
_ASIDE = r"(?: (?:however|nevertheless|nonetheless|also|always|then|still|yet|hereby|thereupon|irrevocably|at any time|at all times|from time to time|by notice|in writing|instead|in \S+ (?:\S+ )?discretion|at \S+ (?:\S+ )?(?:discretion|option)|(?:and )?without \S+(?: \S+){0,3}|on notice|upon notice))*"
_MAY = r"(?:may|can|(?:is|are|shall be|remains|be) (?:free|at liberty|entitled|permitted|allowed) to|reserves the right to|has the right to)"
_UNDO = (
    r"(?:postpone|defer|delay|put|extend|prolong|discontinue|withdraw|suspend|stop|cease|interrupt|omit|drop|skip|decline|refuse|reject|revoke|rescind|recall|retract|cancel|alter|change|vary|modify|amend|remove|"
    r"release itself|close|shorten|reduce|lower|curtail|limit|substitute|replace|disregard|ignore|proceed|depart|deviate|dispense|waive|avoid|escape)"
)
# what one side is free to do after all, and what says that it is after all
_FREED = re.compile(rf"{_WHO}{_ASIDE} {_MAY}{_ASIDE} (?!not |be |have |rely |only )(?P<verb>{_UNDO}(?!\S))?")
_ALL_THE_SAME = phrases(
    r"\b(?:instead of|in lieu of|all the same|none ?the ?less|nevertheless|however|even so|nothing in (?:this|the))\b",
    re.IGNORECASE,
)
# the same, with what is undone named by what was agreed, or by a mere "that figure"
_POWER = re.compile(
    rf"{_WHO}{_ASIDE} {_MAY}(?: (?!(?:not|and|be|have|rely|only|shall|will|must|may|can)(?!\S))[^\s;]+){{0,16}}? (?P<verb>{_UNDO}|declare|nullify|annul|raise|increase|return)(?P<object>(?: [^\s;]+){{1,4}})"
    rf"|(?<!\S)(?:may|can)(?: [^\s;]+){{0,3}}? be (?P<undone>(?:{_UNDO}|raise|increase|lift)(?:d|ed|led)|withdrawn)(?: [^\s;]+){{0,6}}? by (?P<by>[{''.join(SIDES)}])(?!'s)"
)
_THAT = re.compile(r" (?:(?:either|both|all|any) of )?(?:this|that|these|those|such|said|it|them|either)(?!\S)")
_RELEASED = re.compile(
    rf"{_WHO}(?: \S+){{0,2}}? (?:is|are|shall be|will be){_ASIDE} (?:released|freed|discharged|relieved|excused)(?!\S)"
)
# "is under no duty to do so", "without being bound to"
_NO_DUTY = re.compile(
    rf"(?:{_WHO}(?: \S+){{0,4}}? |it |he |they |nobody |no party )(?:(?:is|are|be|being|shall be) )?(?:under no (?:duty|obligation)|not (?:obliged|obligated|bound|required)|bound to none|have no (?:duty|obligation)|has no (?:duty|obligation))(?!\S)"
    r"|(?<!\S)without (?:being )?(?:bound|obliged|any obligation|obligation) (?:to|so)"
)
# what the protected side gives away again: its right, its consent, the thing itself
_WAIVED = re.compile(
    rf"{_WHO}{_ASIDE} (?:waives?|assigns?|gives? (?:that|such|its|this) (?:\S+ )?(?:consent|approval)|consents? to (?:any|every|all)|renounces?)(?!\S)"
)
# "this covenant shall cease", "all such obligations fall away on termination"
_ENDS = re.compile(
    r"(?:^|(?<= ))(?:this|these|that|those|such|it|they|(?P<plain>the))(?P<thing>(?: \S+){0,6}?) (?:(?:shall|will|does|do|is|are|may) )?"
    r"(?:ceases?|lapses?|falls? away|ha(?:ve|s) no (?:effect|application|force)|not bind|(?:be )?of no (?:effect|force)|(?:be )?without effect|(?:be )?suspended|reverts?|comes? to an end|(?(plain)(?!)|(?:expires?|ends|(?:shall|will|may) (?:expire|end))))(?!\S)"
)
_TURN = phrases(
    r"\b(?:however|nevertheless|none ?the ?less|even so|all the same|(?:notwithstanding|despite|in spite of) (?:this|that|the (?:foregoing|above)|such|any))\b",
    re.IGNORECASE,
)
_POINTS = phrases(r"\s*(?:this|these|that|those|such|it|the same|the said)\b", re.IGNORECASE)
_CASE = phrases(
    r"\s*(?:any (?:attempt|purported|attempted)|unless|if|where|when|whenever|should|upon|in (?:the )?(?:event|case)|once|after)\b",
    re.IGNORECASE,
)
# a new clause goes on with nothing
_NUMBERED = phrases(r"\s*(?:\(?\w{1,4}[.)]|\d[\d.]*\s|(?:article|section|clause|schedule|exhibit)\b)", re.IGNORECASE)
# a remedy against somebody's default, and what the law itself demands, are customary
_DEFAULT = phrases(
    r"\b(?:fails?|failure|breach\w*|defaults?|delinquent|overdue|unpaid|insolven\w*|bankrupt\w*|non-?payment|violat\w+|force majeure|third part\w+|(?<!implied by )law)\b",
    re.IGNORECASE,
)
_BUT = phrases(
    r"[;,] but\b|[;,] it being (?:agreed|understood|noted|acknowledged)(?: and agreed)?,?(?: however,?)? that\b|[;,](?: and)? (?=(?:nobody|no (?:party|consequence|failure))\b)",
    re.IGNORECASE,
)
# what is said of the agreed words: that they are no promise, or that nothing follows where it is not kept
_HOPE = r"(?:estimates?|forecasts?|targets?|goals?|aims?|aspirations?|ambitions?|guidelines?|aids?|indications?|projections?|expectations?|hopes?|intentions?|approximations?|statements? of (?:intent|intention))"
_IS_A_HOPE = phrases(
    rf"(?:^|\b(?:that|and) )\s*(?:this|that|these|those|the|such|it|they)(?: (?:foregoing|said|same|above))?(?: [\w-]+){{0,3}}? (?:is|are|being|shall be|represents?|constitutes?|serves? as|(?:is|are) (?:given|meant|intended|set|stated) as) (?:only |merely |no more than |nothing more than )*(?:[\w’'-]+ ){{0,4}}?{_HOPE}(?! (?:of|for)\b)\b"
    r"|\bno (?:consequences?|sanctions?|penalt(?:y|ies)) (?:shall |will )?(?:attach|follow|arise|flow)\w*\b"
    r"|\b(?P<no>no )?failure to (?:reach|meet|attain|achieve|hit|keep|observe|do)\b[^.;,]{0,40}? (?:shall|will|is|does) (?(no)|not )(?:[\w-]+ ){1,4}?(?:breach|default)\b",
    re.IGNORECASE,
)


_MAY_END = phrases(
    r"\b(?:may|can|(?:has|have) the right to|(?:is|are) entitled to)\s+(?:\w+ ){0,3}?(?:terminate|cancel|end)\b",
    re.IGNORECASE,
)


_MEANS = phrases(r"[\"”’] (?:shall |will )?(?:means?|has the meaning|refers? to|includes?)\b", re.IGNORECASE)
_WITH_ALL_ELSE = phrases(
    r"\b(?:terminates?|ends?|expires?|ceases?|lapses?)\b[^,;.]{0,40}? (?:upon|on|with|at|automatically upon) (?:the |any )?(?:earlier )?(?:expiration|expiry|termination|end)(?: or (?:earlier )?(?:expiration|expiry|termination|end))? (?:of|hereof) ?(?:this agreement|the agreement|this contract|the term)?",
    re.IGNORECASE,
)
_LASTING = phrases(r"\b(?:perpetual|irrevocabl[ey]|forever|surviv\w+|outlast\w*|after|beyond)\b", re.IGNORECASE)


def _outlasts(term: Term) -> bool:
    """Whether a term is of those that the end of the contract would cut short."""
    return not term.kind.startswith("ip.licence") or _LASTING.search(term.agreed_text) is not None


def check(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """A sentence, or the rest of one, after the agreed words that takes them back; None where none does."""
    if kind is None:
        return None  # plain words say what they say, and what follows is as likely another matter
    harmed = protects(term, kind)
    lasts = isinstance(term.agreed, values.Duration) and term.kind.startswith("term.")
    for index in governing:
        own = (frozenset(content(matter.sentence_text(index))) | said(term)) - matter.party_concepts
        for start, end in chain(_rest(matter, index, kept.spans), _next(matter, index, governing)):
            words = matter.text[start:end]
            if (
                matter.recital(start)
                or is_agreed(matter, term, matter.sentence_at(start))
                or (lasts and _MAY_END.search(words))
            ):
                continue  # how long something lasts is one matter, and who may end it before that another
            if term.kind == "term.renewal" and _POWER.search(_masked(matter, start, end)):
                continue  # whether it renews is for whoever may give notice of that
            if _MEANS.search(words) or (_WITH_ALL_ELSE.search(words) and not _outlasts(term)):
                continue  # what a word means is judged among the definitions; a right ends with the contract that gives it
            if allows_another_act(matter, kind, start, end):
                continue
            if takes_back(matter, start, end, own, harmed) and (
                novel(words, known, NEWS, SHARE) or _plainly(matter, start, end, own)
            ):
                message = f'The words are there, but what follows takes some of it back: "{short(words)}".'
                return weakened(term, kind, kept, start, end, message, role="overrides")
    return _from_afar(matter, term, kind, governing, known, kept)


def _from_afar(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """A sentence elsewhere that takes the term back, and names its clause by number instead of following it."""
    own = frozenset(c for i in governing for c in content(matter.sentence_text(i))) | said(term)
    own -= matter.party_concepts
    proof = [s for _, s, _ in kept.spans]
    for index, cited in clauses_named(matter):
        if (
            index in governing
            or is_agreed(matter, term, index)
            or not any(e - s <= CLAUSE and s <= at < e for s, e in cited.stretches for at in proof)
        ):
            continue
        start, end = _around(matter, index, cited)
        words = matter.text[start:end]
        if takes_back(matter, start, end, own, protects(term, kind), named=True) and (
            novel(words, known, NEWS, SHARE) or _plainly(matter, start, end, own)
        ):
            message = f'{matter.place(start)} takes back some of what {matter.place(proof[0])} gives: "{short(words)}".'
            return weakened(term, kind, kept, start, end, message, role="overrides")
    return None


def _around(matter: Matter, index: int, cited: Citation) -> tuple[int, int]:
    """The part of a sentence, between semicolons, that names a clause: what another part frees has to do with that one."""
    start, end = matter.sentence_span(index)
    before, after = matter.text.rfind(";", start, cited.start), matter.text.find(";", cited.end, end)
    return before + 1 if before >= 0 else start, after + 1 if after >= 0 else end


def _rest(matter: Matter, index: int, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """What a sentence goes on to say after the words that count, behind a "but"."""
    start, end = matter.sentence_span(index)
    last = max((e for _, s, e in spans if start <= s and e < end), default=end)
    m = _BUT.search(matter.text, last, end)
    if m:
        yield m.end(), end


def _next(matter: Matter, index: int, governing: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The next sentences of the same clause."""
    for after in matter.beside(index, *NEXT):
        start, end = matter.sentence_span(after)
        if _NUMBERED.match(matter.text, start, end):
            return
        if after not in governing:
            yield start, end


def takes_back(
    matter: Matter, start: int, end: int, own: frozenset[str], harmed: Harmed, *, named: bool = False
) -> bool:
    """Whether a stretch takes something back from the side that a term protects.

    Args:
        own: what the agreed words speak of.
        named: it names their clause by its number, so that there is no doubt of what it speaks.
    """
    hope = _IS_A_HOPE.search(matter.text[start:end])
    if hope:
        return harms(matter, start + hope.start(), start + hope.end(), harmed) is not False
    if _DEFAULT.search(matter.text, start, end):
        return False
    turn = _TURN.search(matter.text, start, end) is not None
    words = _masked(matter, start, end)
    power = _power(words, own)
    if not (
        turn
        or (power and power["verb"])
        or _POINTS.match(matter.text, start, end)
        or own & frozenset(content(matter.text[start:end]))
    ) or (_CASE.match(matter.text, start, end) and not turn):
        return False
    ends = _ENDS.search(words)
    if ends and (named or turn or ends["plain"] is None or own & frozenset(content(ends["thing"]))):
        return True
    if power:
        return SIDES[power["who"] or power["by"]] != harmed
    freed = _FREED.search(words)
    if freed and not (freed["verb"] or _ALL_THE_SAME.search(matter.text, start, end)):
        freed = None  # it may do something beside
    found = freed or _RELEASED.search(words) or _NO_DUTY.search(words)
    if found:
        return found["who"] is None or SIDES[found["who"]] != harmed or (turn and harmed == "both")
    given = _WAIVED.search(words)
    return given is not None and harmed in ("customer", "provider") and SIDES[given["who"]] != other_side(harmed)


def _plainly(matter: Matter, start: int, end: int, own: frozenset[str]) -> bool:
    """Whether a stretch that takes something back does so in so many words, however few of them are news."""
    words = _masked(matter, start, end)
    return bool(_power(words, own) or _RELEASED.search(words) or _ENDS.match(words.lstrip()))


def _power(words: str, own: frozenset[str]) -> re.Match[str] | None:
    """Where masked words give one side the power to undo what was agreed: "may replace that figure", "may be raised by"."""
    for m in _POWER.finditer(words):
        thing = m["object"] if m["verb"] else " ".join(words[: m.start()].split()[-SUBJECT:])
        if own & frozenset(content(thing)) or (m["verb"] and _THAT.match(thing)):
            return m
    return None


def _masked(matter: Matter, start: int, end: int) -> str:
    masked = matter.reading.masked[matter.sentence_at(start)]
    first, last = masked.locate(start, end)
    return masked.words[first:last]
