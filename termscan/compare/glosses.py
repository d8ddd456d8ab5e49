"""What the next sentence says that a word of the agreed one means: "A 'round' is the correction of one misprint".

A definition of its own clause stands among the definitions (`definitions`). A gloss stands beside the very words it
reads, with or without quotation marks, capitals or a "means", and has no other purpose than to say how far they go.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..extract.masking import SLOTS
from ..rulebook import Kind
from ..termsheet import Term
from .agreed_cases import excepted
from .lexicon import concepts, content, phrases
from .matter import Judgement, Matter, other_side, protects
from .novelty import novel, said, short, weakened
from .stance import harms
from .well_known import well_known

NEAR = (1, 2, -1, -2)  # how far from the agreed sentence a word of it may be glossed, first after it
NEWS = 2  # words of a gloss that nothing explains
SHARE = 0.3  # their share of its words
QUOTES = "\"“'‘"  # a word in them is glossed for sure

_SAYS = r"(?:means?|is|are|exists?|occurs?|happens?|consists? of|includes?|covers?|comprises?|denotes?|refers? to|stands? for|counts? as|extends? to|do(?:es)? not (?:include|cover|extend)|excludes?|(?:shall|will) (?:mean|be|include|comprise|cover|refer|consist))\b"
_QUOTED = r"[\"“'‘](?P<name>\w[^\"”'’.;]{1,50})[\"”'’]"
_GLOSSES = tuple(
    phrases(p)
    for p in (
        rf"{_QUOTED}(?: of \w+)?,? (?:(?:as used |here|in this |for the |for this |Section|Agreement|clause|purpose)[^,;.\"]{{0,40}},? )?(?:\w+ ){{0,2}}?{_SAYS}",
        rf"\b(?:is|are|counts? as|(?:is|are|be) (?:taken|deemed|considered|said) to be|(?:has|have) been) {_QUOTED} (?:when|whenever|if|on|only|once|as soon as|at)\b",
        rf"(?:For (?:this|these|that|such|the) purposes?(?: of [^,;.]{{3,40}})?|In this (?:Agreement|Section|Article|Clause|Paragraph|Schedule|Exhibit|section|clause|paragraph|item|sense|context)(?: \d[\d.]*)?|Here|As used here(?:in)?|In the foregoing),? (?:the |an? |any |each )?[\"“'‘]?(?P<name>[\w' -]{{2,40}}?)[\"”'’]?,? {_SAYS}",
        r"^\s*(?:An? |The |Any |Each |Every )?(?P<name>[\w-]+(?: [\w-]+){0,3}?) (?:is|are|exists?|counts?|means?)\b(?=[^.;]{0,120}\b(?:only (?:if|where|when|such|those|what)|wherever|nothing else|no other|and do not include))",
    )
)
# the same within the sentence: "where 'exclusive' means that …", "by which is meant …", "“Quarter” meaning each month"
_WITHIN = tuple(
    phrases(p)
    for p in (
        rf"\b(?:where|(?:the|which) (?:term|word|expression))?,? {_QUOTED},? (?:shall )?(?:means?|meaning|signif\w+|includes?|(?:being|is|are) (?:limited|used|understood|taken|read)|being)\b",
        r"\b(?:(?:which|this) (?:term|word|expression|requirement|duty|obligation|condition)|by which|which)(?: \w+){0,3}? (?:means|(?:is|are) (?:meant|satisfied|met|fulfilled|discharged|given))\b",
        r"[a-z],? meaning\b(?!s| of)|\bfor which purpose\b|\bfor this purpose\b",
    )
)
# what is to pass for having done it: "satisfies this requirement by …", "that duty is deemed discharged once …"
_DUTY = r"(?:this|that|such|the|its|the foregoing|these|those) (?:requirement|duty|obligation|condition|undertaking|covenant|commitment)s?(?: of [^,;.]{2,30}| (?:hereunder|above))?"
_PASSES = phrases(
    rf"\b(?:satisf(?:y|ies)|meets?|fulfil(?:l|s|ls)?|discharges?|compl(?:y|ies) with|performs?) {_DUTY} (?:by|if|when|once|where|through|whenever)\b"
    rf"|\b{_DUTY} (?:(?:shall|will|to|be|is|are|being|deemed|considered|treated|regarded|taken|as|fully|have|been) )+(?:met|satisfied|fulfilled|discharged|performed|complied with) (?:by|if|when|once|where|on|upon|whenever)\b",
    re.IGNORECASE,
)
# the same among the very words that count
_AMONG = tuple(
    phrases(p)
    for p in (
        # "(a shop of its own not counting as another)", "(by which losses are not to be understood that …)"
        r"\((?=[^()]{0,160}\bnot (?:to be |being |be )?(?:counting|counted|understood|reckoned|regarded|treated|deemed|considered|taken|ranking|included)\b)",
        r"\b(?:to|among|with|under|in) which,?(?: [^;.()]{0,60}?,)? (?:is|are|shall be|will be)(?: also)?(?: to be)? (?:reckoned|counted|included|numbered|added)\b",
        r"[a-z], meaning\b(?!s| of)",
    )
)
# what makes a gloss hold less, or something else, than the word says
_NARROWS = phrases(
    r"\b(?:only|solely|exclusively|merely|alone|single|nothing else|no other|nobody else|none other|no more|and not?|do(?:es)? not|not (?:an?|any|the|in)|no (?=\w)|excluding|excludes?|other than|except|excepted|"
    r"such (?:part|of|portion)|that part|identical|consider(?:s|ed)?|deems?|thinks?|decides?|determines?|whether or not|regardless|irrespective|wherever|as well|without|free to|absence|any (?:calendar|other)|signed|certified|numbered)\b",
    re.IGNORECASE,
)
# what somebody does or has done
_DOES = r" (?:\S+ly )?(?:ha[sd]|is|was|does|may|shall|will|[a-z]+(?:es|ed|[^su]s))(?!\S)"
# what narrows even a word that every contract defines
_ONE_ALONE = re.compile(r"\b(?:only|alone|solely|exclusively)\b", re.IGNORECASE)
# "any and all" holds as much as any word says
_BROAD = phrases(r"\W*(?:shall )?(?:means?|include)?\s*(?:any|all|each|every)\b", re.IGNORECASE)


_HOLDS_ALL = phrases(
    r"\W*(?:any and all|all|everything)\b(?![^;.]*\b(?:only|alone|solely|other than|except|excluding)\b)", re.IGNORECASE
)
# the definitions of every contract: who controls a company, when control of it changes hands, how long a term is
STOCK = concepts(
    [
        "collectively, together, initial, successive, renewal, extension, thereof, term, then-current",
        "control, controlled, controlling, possession, directly or indirectly, of the power to direct or cause the direction of the management and policies",
        "ownership, own, beneficial, voting, securities, shares, stock, equity, interests, outstanding, majority, per cent, percent, fifty",
        "transaction or series of related transactions, merger, consolidation, acquisition, sale of all or substantially all assets, entity, group, securities exchange act, amended, meaning",
        "subsidiary, affiliate, corporation, company, partnership, whether, by contract, or otherwise, common, results, connection",
    ]
)


def check(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """A gloss beside a kept term that gives one of its words another reach; None where none does."""
    known = known | STOCK
    for index in governing:
        own = frozenset(content(matter.sentence_text(index)))
        found = _within(matter, term, kind, index, known, kept) or _passes(matter, term, kind, index, known, kept)
        if found is not None:
            return found
        for near in matter.beside(index, *NEAR):
            if near in governing:
                continue
            start, end = matter.sentence_span(near)
            m = _gloss(matter, start, end, own)
            if m is None:
                continue
            in_hand = matter.text[m.start("name") - 1] in QUOTES and _in_their_hand(matter, term, kind, m, end)
            usual = well_known(m["name"])
            if (
                (usual is not None and not _ONE_ALONE.search(matter.text, m.end("name"), end))
                or _BROAD.match(matter.text, m.end("name") + 1)
                or not (
                    in_hand
                    or _NARROWS.search(matter.text, m.end("name"), end)
                    or _turns(matter, term, kind, m, near > index)
                )
                or excepted(matter, term, kind, matter.text[m.start() : end])
            ):
                continue
            if not in_hand and not novel(
                matter.text[m.end("name") : end],
                known,
                1 if matter.text[m.start("name") - 1] in QUOTES else NEWS,
                SHARE,
            ):
                continue
            if harms(matter, start, end, protects(term, kind)) is False:
                continue
            message = f'"{m["name"]}", a word of it, is then given a meaning of its own: "{short(matter.text[m.start() : end])}".'
            return weakened(term, kind, kept, m.start(), end, message, role="defines")
    return None


def _within(
    matter: Matter, term: Term, kind: Kind | None, index: int, known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """A gloss in the agreed sentence itself, on the words before it."""
    start, end = matter.sentence_span(index)
    said_until = min((e for _, s, e in kept.spans if start <= s < end), default=start)
    said_from = min((s for _, s, _ in kept.spans if start <= s < end), default=start)
    for pattern in (*_WITHIN, *_AMONG):
        m = pattern.search(matter.text, said_from, end)
        if m is None or (pattern in _WITHIN and m.end() < said_until):
            continue
        name = m.groupdict().get("name")
        if name is None and _HOLDS_ALL.match(matter.text, m.end(), end):
            continue  # it says no less than the word
        if name and not set(content(name)) <= set(content(matter.text[start : m.start()])):
            continue  # another word, which is defined behind it
        stop = re.search(r"[;.](?:\s|$)", matter.text[m.end() : end])
        close = m.end() + stop.start() if stop else end
        if (
            novel(matter.text[m.end() : close], known, NEWS, SHARE)
            and harms(matter, m.end(), close, protects(term, kind)) is not False
        ):
            message = f'The words are there, and are then given a meaning of their own: "{short(matter.text[m.start() : close])}".'
            return weakened(term, kind, kept, m.start(), close, message, role="defines")
    return None


def _passes(
    matter: Matter, term: Term, kind: Kind | None, index: int, known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """What the agreed sentence, or the next one, lets pass for the duty in it."""
    for near in matter.beside(index, 0, 1):
        start, end = matter.sentence_span(near)
        m = _PASSES.search(matter.text, start, end)
        if (
            m
            and novel(matter.text[m.end() : end], known, NEWS, SHARE)
            and harms(matter, m.end(), end, protects(term, kind)) is not False
        ):
            message = f'It is said what is to pass for it: "{short(matter.text[m.start() : end])}".'
            return weakened(term, kind, kept, m.start(), end, message, role="defines")
    return None


def _turns(matter: Matter, term: Term, kind: Kind | None, m: re.Match[str], after: bool) -> bool:
    """Whether a term turns on the word glossed after it, so that any meaning may be another."""
    turns = matter.key_words(term.kind) | said(term)
    return after and kind is not None and bool(turns & set(content(m["name"])))


def _in_their_hand(matter: Matter, term: Term, kind: Kind | None, m: re.Match[str], end: int) -> bool:
    """Whether it is for the side that owes the term to bring about what a word of it is said to be: "when Maker has told so"."""
    side = protects(term, kind)
    if kind is None or side not in ("customer", "provider"):
        return False
    masked = matter.reading.masked[matter.sentence_at(m.start())]
    first, last = masked.locate(m.end("name"), end)
    return re.search(SLOTS[other_side(side)] + _DOES, masked.words[first:last]) is not None


def _gloss(matter: Matter, start: int, end: int, own: frozenset[str]) -> re.Match[str] | None:
    """A gloss in a sentence on a word that the agreed one uses, and that is more than the name of a party."""
    for pattern in _GLOSSES:
        m = pattern.search(matter.text, start, end)
        named = frozenset(content(m["name"])) if m else frozenset()
        if m and named <= own and not named <= matter.party_concepts:
            return m
    return None
