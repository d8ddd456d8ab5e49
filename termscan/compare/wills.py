"""Whose will a qualifier hangs on: a discretion of one's own takes nothing, one of the other side takes all."""

from __future__ import annotations

import re
from typing import cast

from ..extract.masking import SIDES
from ..model import Side
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import concepts, content
from .matter import Harmed, Matter, other_side, protects
from .propositions import actors, speakers
from .qualifiers import Qualifier

REACH = 120  # masked characters of an exception within which it says who says what it is
ITS_BEFORE = 6  # characters before "thinks fit" within which "it" may stand
AFTER_TO = 8  # characters after "satisfactory to" within which the party stands that must be satisfied

# "to the extent that Client agrees": what hangs on somebody's will
_WILL = re.compile(
    rf"(?P<who>[{''.join(SIDES)}]) (?:(?:so|may|shall|will|has|in|its|then) ){{0,2}}(?:agree[ds]?|consent(?:s|ed)?|approve[ds]?|passed|cleared|accepted|confirmed|signed|allows?|permits?|decides?|elects?|chooses?|wishes|considers?|thinks?|deems?|sees|determines?|finds?)(?!\S)"
)


# "subject to the approval of the board of Client", "subject to Client's prior approval"
_ITS_WILL = r"(?:approval|consent|acceptance|satisfaction|confirmation|clearance|endorsement|sign-off)(?!\S)"
_NEEDS_WILL = re.compile(
    rf"{_ITS_WILL} (?:of|by|from) (?:(?:the|its|any|board|directors|management|parent|lenders?|shareholders|of) )*(?P<who>[{''.join(SIDES)}])"
    rf"|(?P<whose>[{''.join(SIDES)}])'s (?:(?:board's|prior|written|express|final|further|reasonable) )*{_ITS_WILL}"
)


def in_their_hand(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether a condition hangs on the will of the side that owes the term, or of one where it protects both, which nobody agreed."""
    side = protects(term, kind) if kind is not None else matter.sheet.our_side
    if q.sort != "condition":
        return False
    m = matter.search(_WILL, q.start, q.end) if side in ("customer", "provider") else None
    m = m or matter.search(_NEEDS_WILL, q.start, q.end)
    if m is None:
        return False
    named = SIDES[m.groupdict().get("whose") or m["who"]]
    return _one_sided(named, side) and not _left_to_a_will(term, kind)


def _left_to_a_will(term: Term, kind: Kind | None) -> bool:
    """Whether the sheet or custom itself leaves it to somebody's consent; of a law, "choice" is another matter."""
    custom = kind.customary_except if kind is not None and kind.type != "place" else ()
    wills = concepts(["consent, choice, decision, discretion"])
    return bool(concepts([*term.exceptions, term.agreed_text, *custom]) & wills)


_PAPERS = r"(?:polic(?:y|ies)|manuals?|handbooks?|guidelines?|price lists?|rate cards?|tariffs?|catalogues?|rules|procedures|instructions|notices?|circulars?|bulletins?)"
_THEIR_PAPERS = re.compile(
    rf"{_PAPERS} (?:\S+ ){{0,3}}?(?:issued|published|made|adopted|updated|posted|maintained|provided|given|circulated|notified) (?:from time to time )?by (?P<who>[{''.join(SIDES)}])"
    rf"|{_PAPERS} of (?P<of>[{''.join(SIDES)}])|(?P<whose>[{''.join(SIDES)}])'s (?:\S+ ){{0,4}}?{_PAPERS}(?!\S)"
)


def in_their_papers(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether an exception or a condition is what a paper says that the other side, or one side alone, writes for itself."""
    if kind is None or q.sort == "softening":
        return False
    m = matter.search(_THEIR_PAPERS, q.start, q.end)
    if m is None or set(content(m[0])) & concepts([*term.exceptions, term.agreed_text, *kind.customary_except]):
        return False
    return _one_sided(SIDES[m["who"] or m["of"] or m["whose"]], protects(term, kind))


def _one_sided(named: str, protected: Harmed) -> bool:
    """Whether a side is the one that owes what protects the other, or any one of both where it protects both."""
    if protected in ("customer", "provider"):
        return named == other_side(protected)
    return named in ("customer", "provider")


# "such as the recipient considers useful", "sums that Client believes to be owed to it"
_VIEW = re.compile(
    rf"(?P<who>[{''.join(SIDES)}]|recipient|party|it|they) (?:(?!not(?!\S))\S+ ){{0,2}}?(?:considers?|believes?|regards?|deems?|thinks?|estimates?|judges?)(?!\S)"
)
_FAIRLY = re.compile(r"\b(?:good\s+faith|reasonabl[ey]|bona\s+fide)\b", re.IGNORECASE)


# how somebody settles a thing alone, and the words before the verb
_SETTLES = r"(?:determine[sd]?|decide[sd]?|direct(?:s|ed)?|elect(?:s|ed)?|chooses?|chosen|specif(?:y|ies|ied)|notif(?:y|ies|ied)|instructs?|requires?|stipulates?|resolves?)"
_FREELY = r"(?:(?:has|may|shall|will|so|otherwise|reasonably|in good faith|in its (?:\S+ )?discretion|from time to time|at any time) ){0,4}"
# "except where Supplier determines otherwise", "unless Supplier otherwise directs"
_ORDERS = re.compile(rf"(?P<who>[{''.join(SIDES)}]) {_FREELY}{_SETTLES}(?! to\b)(?!\S)")


def as_they_order(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether an exception is whatever the side that owes the term, or one side alone of both, orders."""
    if kind is None or q.sort != "exception":
        return False
    m = matter.search(_ORDERS, q.start, q.end)
    return m is not None and _one_sided(SIDES[m["who"]], protects(term, kind)) and not _left_to_a_will(term, kind)


# "or such lower sum as Buyer thinks right"
_OR_SUCH = re.compile(
    rf"(?<!\S)or (?:to |at |for |within |in )?(?:such|any|whatever) (?:(?:other|lesser|lower|smaller|higher|greater|larger|longer|shorter|later|earlier|further) )?(?:\S+ ){{1,3}}?(?:as |that |which )?(?P<who>[{''.join(SIDES)}]) {_FREELY}(?:{_SETTLES}|thinks?|considers?|deems?|fix(?:es)?|sets?|names?|sees?|designates?|wish(?:es)?)(?!\S)"
)
VALUE_NEAR = 60  # masked characters behind a value within which "or such other as" may stand


def or_as_they_say(matter: Matter, term: Term, kind: Kind | None, start: int, end: int) -> tuple[int, int] | None:
    """The words, close behind the agreed value at `start` to `end`, that let one side put another in its place."""
    masked = matter.reading.masked[matter.sentence_at(start)]
    _, last = masked.locate(start, end)
    m = _OR_SUCH.search(masked.words, max(0, last - 1), last + VALUE_NEAR)
    if m is None or kind is None or not _one_sided(SIDES[m["who"]], protects(term, kind)):
        return None
    return masked.span(*m.span())


def in_their_view(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether an exception is whatever the side that owes the term, or each of both, takes it to be."""
    if kind is None or q.sort != "exception" or _FAIRLY.search(q.words):
        return False
    m = matter.search(_VIEW, q.start, q.end)
    side = protects(term, kind)
    both = side not in ("customer", "provider")
    return m is not None and (both or SIDES.get(m["who"]) == other_side(side))  # type: ignore[arg-type]


_SAID_BY = re.compile(
    rf"(?:specified|directed|determined|decided|stated|chosen|prescribed|laid down)(?: \S+){{0,8}}? by (?P<who>[{''.join(SIDES)}])(?!'s)"
)


def said_by_them(matter: Matter, q: Qualifier) -> bool:
    """Whether an exception to plain words is what the other side says it is: "unless otherwise specified by Supplier"."""
    masked = matter.reading.masked[matter.sentence_at(q.start)]
    first, _ = masked.locate(q.start, q.end)
    m = _SAID_BY.search(masked.words, first, first + REACH) if q.sort == "exception" else None
    return m is not None and SIDES[m["who"]] == other_side(matter.sheet.our_side)


def own_choice(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """A discretion of the side that the term protects takes nothing from it."""
    side = protects(term, kind)
    if side not in ("customer", "provider"):
        if kind is not None:
            return kind.party_is == "served"  # a right of both is a choice of each
        side = relying(matter, term) or matter.sheet.our_side
    attempt = kind is None and _SHALL.match(q.opener) is not None  # "… and shall endeavour to": he who acts
    return holder(matter, q, acts=attempt) == side


def relying(matter: Matter, term: Term) -> Side | None:
    """Who relies on a term in plain words: the other one than does it, or who may or gets; None where both act, or nobody."""
    acting = {side for _, side in actors(speakers(matter, term.agreed_text).lower())} & {"customer", "provider"}
    if len(acting) != 1:
        return None
    side = cast(Side, acting.pop())
    return side if _SERVED.search(term.agreed_text) else other_side(side)


_SERVED = re.compile(
    r"(?i)\b(?:may|can|keeps?(?=\s(?:[\w'’%-]+\s){0,4}(?:title|ownership|rights?|control|revenues?|proceeds|profits?|cents?|money|sums?|shares?|fees?|deposits?|cop(?:y|ies)|customers|property|discount|(?:\d+%)))|gets?|receives?|earns?|is\s+(?:free|paid|entitled)|(?:has|holds|enjoys)\s+(?:the\s+|a\s+)?(?:first\s+|prior\s+)?(?:right|refusal|call|option|say))\b"
)  # who keeps what is his has a right; who keeps something ready, secret or in stock has a duty


def holder(matter: Matter, q: Qualifier, *, acts: bool = False) -> str | None:
    """Whose discretion it is: the party that its own words name ("at Client's option"), else the last named before it.

    "Agency's bonus may, where the Board sees fit, …" leaves nothing to Agency: what belongs to a party is not the party.

    Args:
        acts: it is the one who acts, not who was named last.
    """
    masked = matter.reading.masked[matter.sentence_at(q.start)]
    of = _OF.match(q.body)
    reach = q.start + len(q.opener) + (AFTER_TO if _SATISFIED.match(q.opener) or of else 0)
    named = [
        SIDES[word[0]]
        for word, (start, _) in zip(masked.words.split(), masked.spans, strict=True)
        if word and word[0] in SIDES and start < reach and (start >= q.start or len(word) == 1)
    ]
    before = masked.words[: masked.locate(q.start, q.end)[0]]
    if before[-2:-1] in SIDES:
        return SIDES[before[-2]]  # "Owner, in its sole discretion, may"
    opener = matter.text[max(0, q.start - ITS_BEFORE) : q.start] + q.opener
    acting = [side for _, side in actors(before)] if acts or _ITS.search(opener) else []
    return acting[-1] if acting else named[-1] if named else None


_SHALL = re.compile(r"(?:shall|will|must|agrees?|undertakes?)\b", re.IGNORECASE)
_SATISFIED = re.compile(r"(?:to\s+the\s+)?satisf", re.IGNORECASE)
_OF = re.compile(r"\s+of\b", re.IGNORECASE)
_ITS = re.compile(
    r"\b(?:it|its|he|his|she|her|they|their)\b", re.IGNORECASE
)  # the one who acts, not who was named last
