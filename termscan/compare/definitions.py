"""Definitions as substitution: a clause says what its defined words say, wherever those are defined.

A kept clause is read with the words it uses put in their place, and the words that those use in turn. A definition that
holds less than the word says (a limit, an exception, somebody's opinion), or that draws in what is the other side's
own, has moved the meaning of a clause that nobody touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from .. import values
from ..extract.masking import SIDES, SLOTS
from ..outline import Definition
from ..rulebook import Kind
from ..termsheet import Term
from .citations import citations
from .lexicon import concepts, content, phrases
from .matter import Judgement, Matter, protects
from .novelty import novel, said, short, weakened
from .well_known import well_known

DEPTH = 3  # definitions that rest on definitions are followed so far
NAMED_IN_PASSING = 90  # characters before `(the "Services")`
QUOTES = '"”’), '  # what may stand between a defined word and its meaning
AROUND = 400  # characters of a long sentence, on either side of the words that count, that a clause is taken to be
REACH = 160  # characters after a limit that belong to it
NEWS = 2  # words of a limit that nothing explains
READ_AS = 3  # the same where a clause of its own says how a word is to be read
SHARE = 0.35  # their share of its words

# what makes a definition hold less than its word
NARROWS = phrases(
    r"\b(?:only|(?:solely|exclusively)(?! (?:and|own|owned|responsible|liable|by))|merely|alone(?! or)|but not(?! limited| necessarily)|and not(?! limited)|not including|not counting|no other|none but|so far as|in so far as|insofar as|so much (?:only )?of|"
    r"that part of|such part of|the balance of|what(?:ever)? remains|in the (?:sole |reasonable )?(?:opinion|judgment|judgement|view) of|"
    r"(?<!\bas )(?:regards|considers|thinks)|such of\b(?! the foregoing)|not being|neither|"
    r"(?:classed|classified|certified) (?:as|by)|(?:a|an|each|every) \w+ being|reckoned|separately|(?:for the purposes? of) (?:this )?[Ss]ection)\b",
    re.IGNORECASE,
)
# of these every draft has its own: a definition so limited is the ordinary one, unless a side has the limit in its hand
_ORDINARY = phrases(r"(?:only|solely|exclusively|merely|alone)$", re.IGNORECASE)
_MEANS = re.compile(
    r"\b(?:means?|includes?|comprises?|is|are|refers? to)\s+$", re.IGNORECASE
)  # "means only": all of it is so limited
_CHOOSES = re.compile(
    rf"(?:{SLOTS['customer']}|{SLOTS['provider']}) (?:has|have|may) "
    rf"|(?:{SLOTS['customer']}|{SLOTS['provider']})(?: \S+){{0,3}}? (?:approv|certif|designat|select|determin|consider|accept|confirm|choos|elect|decid|nominat|notif|regard|think|thinks|declar|recogni[sz])\w*"
    rf"|(?:approved|certified|designated|selected|determined|accepted|confirmed|chosen|named|recogni[sz]ed)(?: \S+){{0,3}}? by (?:{SLOTS['customer']}|{SLOTS['provider']})"
)
# what most definitions have, so that more of it must be news
_EXCEPTS = phrases(
    r"\b(?:exclud\w+|exclusive of|other than|except\w*|save (?:for|where|in|as|only|to)|with the exception of|do(?:es)? not (?:include|extend|cover))\b",
    re.IGNORECASE,
)
# `"Delivery Date" for a batch means …`: its only definition, and not another reading of it
_EACH_OF = phrases(r"[\"”’,\s]*for (?:an?|any|each|every|all)\b", re.IGNORECASE)
# what a filing with the SEC says of its omissions, at the foot of a page: no word of a definition
_LEGEND = phrases(
    r"(?:\[\*+\]\s*=?\s*)?\b(?:confidential treatment\b[^.;]{0,60}\brequested|certain (?:confidential )?information\b[^.;]{0,60}\bomitted)\b",
    re.IGNORECASE,
)
# what draws more into a definition than its word says
_WIDENS = phrases(
    r"\b(?:together with|as well as|takes? in|and (?:also )?(?:each|every|all|any|whatever)|including|includes?|or (?:held|used|owned)|whatever)\b",
    re.IGNORECASE,
)
_OWN = phrases(
    r"\b(?:own|built|incorporated|embodied|embedded|pre-?existing|prior|background|earlier|already)\b", re.IGNORECASE
)
_BEFORE_NOW = phrases(r"(?i)\b(?:pre-?existing|background|prior|existing|reserved|excluded)\b")
_MADE_NOW = phrases(
    r"\b(?:made|written|created|developed|produced|prepared|conceived|arising|generated|built)\s+(?:by \w+ )?(?:in the course of|under|during|in performing|in the performance of|for the purposes? of|in connection with|pursuant to)\s+(?:this|the|any|a|its)?\s*(?:\w+ )?(?:Agreement|Services?|SOW|Statements? of Work|Work|Project|Order)",
    re.IGNORECASE,
)
_NOT_MADE_NOW = phrases(
    r"(?i)\b(?:not|other than|except|exclud\w+|independent\w*|prior|before|outside|without|unless|into|improvement\w*|modif\w+|deriv\w+|enhance\w+)\b"
)
_LISTED = phrases(r"(?:\b(?:\w+ed|made|written|built)\b,?\s*(?:or |and )?)+$")  # "not made, developed or [created …]"
_DRAWN = 3  # words that go beyond those
FEW_SHARES = 10  # percent of a company that controls nothing


# "as further described in Schedule 2"
_POINTS = phrases(
    r"\W*(?:shall |will )?(?:has the meaning |have the meaning |is |are |as )?(?:further |more fully |otherwise )?(?:defined|described|set (?:out|forth)|specified|given|listed|named)\b[^.;,]{0,20}\b(?:in|on|by) (?:the |its |this )?(?:attached )?(?:Schedule|Exhibit|Annex|Appendix|Attachment|Section|Clause|Article|Order)\b[^.;,]{0,90}\W*$",
    re.IGNORECASE,
)


# "means Maker and its affiliates"
_MEANS_A_SIDE = re.compile(
    rf"\s*(?:(?:shall|will|only|solely) )*(?:means?|refers? to|includes?|is|denotes?|covers) (?:(?:only|solely|exclusively) )*[{SLOTS['customer']}{SLOTS['provider']}](?= (?:and|or|with|including|alone|only|itself|when|where|in|as|acting|but)(?!\S)| *$)(?! (?:or|and|and/or) [{''.join(SIDES)}])"
)


def check(
    matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """A definition that moves what a kept clause says; None where none does."""
    if isinstance(term.agreed, (values.Place, values.DateValue)):
        return None  # a place or a date means itself
    clauses = [_clause(matter, i, kept) for i in governing]
    proof = [s for _, s, _ in kept.spans]
    for d in _one_side_alone(matter, clauses) if _is_mutual(term, kind) else ():
        message = f'"{d.name}" in {matter.place(proof[0])} is one side alone: "{short(matter.text[d.start : d.end].lstrip(QUOTES))}".'
        return weakened(term, kind, kept, *_shown(matter, d, d.start, d.end), message, role="defines")
    if _hangs_on_owner(term):
        found = _swallowed(matter, term, kind, kept)
        if found is not None:
            return found
    for d, root in _in_place(matter, term, clauses, proof):
        twist = _drawn_in(matter, term, kind, d) if _hangs_on_owner(term) else None
        if twist is None and (
            (turns_on(matter, term, kind, root) and (d.name == root or turns_on(matter, term, kind, d.name)))
            or (d.how == "reads" and _holds_here(matter, term, d, kept))
        ):
            if kind is None and root != d.name:
                continue  # plain words say what they say; only those they use themselves are put in place
            twist = _narrowed(matter, d, known, strictly=kind is None and not _agreed(matter, term, root))
        if twist is None or _holds_here(matter, term, d, kept) is False:
            continue
        start, end = twist
        own = matter.place(kept.spans[0][1]) if kept.spans else "the clause"
        message = f'"{d.name}", on which {own} rests, is given another meaning in {matter.place(d.start)}: "{short(matter.text[start:end].lstrip(QUOTES))}".'
        return weakened(term, kind, kept, *_shown(matter, d, start, end), message, role="defines")
    return None


def _is_mutual(term: Term, kind: Kind | None) -> bool:
    """Whether a term was agreed for both sides alike."""
    agreed = values.canonical(term.agreed) if isinstance(term.agreed, values.PartyValue) else term.by
    return kind is not None and (agreed in ("both", "each") or (agreed is None and kind.binds in ("both", "each")))


def _one_side_alone(matter: Matter, clauses: Sequence[str]) -> Iterator[Definition]:
    """The words of a clause that sound like either party and are defined as one of them: "a Protected Party"."""
    who = matter.reading.outline.parties
    own = {n for p in (who.customer, who.provider) for n in (p.name, *p.called)}
    for d in matter.reading.outline.definitions:
        if d.how in ("means", "reads") and d.name not in own and any(named(d.name).search(c) for c in clauses):
            masked = matter.reading.masked[d.sentence]
            first, last = masked.locate(d.start, d.end)
            if _MEANS_A_SIDE.match(masked.words[first:last]):
                yield d


def _swallowed(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """What each side had before stays its own; a definition of that which takes in what is made now swallows the rule."""
    if term.kind != "ip.ownership":
        return None
    for d in matter.reading.outline.definitions:
        if d.how in ("row", "hereby") or not _BEFORE_NOW.search(d.name):
            continue
        for m in _MADE_NOW.finditer(matter.text, d.start, d.end):
            clause = _LISTED.sub("", matter.text[max(d.start, m.start() - 80) : m.start()])
            if _NOT_MADE_NOW.search(re.split(r"[,;:]", clause)[-1]):
                continue
            start, end = m.start(), m.end()
            words = short(matter.text[matter.text.rfind(" ", d.start, max(d.start + 1, start - 60)) + 1 : end])
            message = f'"{d.name}", which is kept apart from what is made, takes in what is made under this agreement: "{words}".'
            return weakened(term, kind, kept, *_shown(matter, d, start, end), message, role="defines")
    return None


def _shown(matter: Matter, d: Definition, start: int, end: int) -> tuple[int, int]:
    """The words to show: from the defined word on where that is not long, else what twists it."""
    name = matter.text.rfind(d.name, max(0, d.start - len(d.name) - 4), d.start)
    opens = name - 1 if name > 0 and matter.text[name - 1] in '"“' else name
    whole = opens if name >= 0 else d.start
    return (whole, end) if end - whole <= AROUND else (start, end)


def _in_place(
    matter: Matter, term: Term, clauses: Sequence[str], proof: Sequence[int]
) -> Iterator[tuple[Definition, str]]:
    """The definitions of the words that a clause or the sheet uses, and of the words that those use, nearest first.

    Each comes with the word of the clause from which the way led to it. A row of a cover page states a term itself and
    is left out.
    """
    seen: set[int] = set()
    texts = [(clause, "") for clause in clauses]
    for depth in range(DEPTH):
        found: list[tuple[Definition, str]] = []
        for d in matter.reading.outline.definitions:
            if d.start in seen or d.how == "row" or _only_a_party(matter, d):
                continue
            pattern = named(d.name)
            root = next((root or d.name for text, root in texts if pattern.search(text)), None)
            if root is None and depth == 0 and (_agreed(matter, term, d.name) or _names_clause(matter, d, proof)):
                root = d.name
            if root is not None:
                seen.add(d.start)
                found.append((d, root))
        yield from found
        texts = [(matter.text[d.start : d.end], root) for d, root in found]


def _names_clause(matter: Matter, d: Definition, proof: Sequence[int]) -> bool:
    """ "The services stated in clause 2.2": a word defined by the clause itself."""
    return d.how == "means" and any(c.reaches(at) for c in citations(matter, d.start, d.end) for at in proof)


def _only_a_party(matter: Matter, d: Definition) -> bool:
    """A word that names a party, or its part in a clause ("the Indemnified Party"), unless it is told how to read it."""
    who = matter.reading.outline.parties
    names = {n for p in (who.customer, who.provider) for n in (p.name, *p.called)}
    return d.how != "reads" and (d.name in names or d.name.endswith(("Party", "Parties")))


def _agreed_words(term: Term) -> frozenset[str]:
    return concepts([term.agreed_text, *(x for x in (term.scope, term.start, term.of) if x)])


_OBJECT = concepts(["services, work, agreement, deliverables, software, products"])  # of the contract as a whole
_TIME = concepts(["day, days, date, month, quarter, year, period, term, start, commencement"])


def turns_on(matter: Matter, term: Term, kind: Kind | None, name: str) -> bool:
    """Whether a term turns on a word: the sheet uses it, or its head is a word of the kind, "Revenue" in "Net Revenue".

    A length of time turns on what starts and counts it, not on what is done in it.
    """
    if _agreed(matter, term, name):
        return True
    if well_known(name) is not None:
        return kind is None or bool(set(_own_words(matter, name)) & (said(term) | matter.key_words(term.kind)))
    head = set(_own_words(matter, name)[-1:])
    if kind is None:
        return bool(head & (_agreed_words(term) - _OBJECT))
    time = isinstance(term.agreed, values.Duration)
    return bool(head & ((_agreed_words(term) - _OBJECT) | (_TIME if time else matter.key_words(term.kind))))


def _agreed(matter: Matter, term: Term, name: str) -> bool:
    """Whether the sheet itself uses a defined word."""
    words = frozenset(_own_words(matter, name)) - _OBJECT
    return bool(words) and words <= _agreed_words(term) | _kind_words(term)


def _kind_words(term: Term) -> frozenset[str]:
    """The words of a kind's name: "Acceptance" matters to deemed_acceptance, in whatever form the clause uses it.

    A length of time says how long, whatever its name: an acceptance period is as long as before.
    """
    plain = term.kind.startswith("other.") or isinstance(term.agreed, values.Duration)
    return frozenset() if plain else concepts([term.kind.split(".")[1].replace("_", " ")])


def _own_words(matter: Matter, name: str) -> list[str]:
    """The concepts of a defined word; of one in plain words ("the charges paid by Customer") without the parties."""
    return [c for c in content(name) if name[0].isupper() or c not in matter.party_concepts]


_HOLDS_IN = phrases(r"(?:\bused(?: only)? in|\bpurposes? of|^\s*in|, in)\s+(?:this\s+)?$", re.IGNORECASE)


def _holds_here(matter: Matter, term: Term, d: Definition, kept: Judgement) -> bool | None:
    """Whether a definition that holds in some sections only ("where used in Section 12") holds where the term is stated.

    None where it says nothing of it, or where it names a wrong section but the draft has no other definition of the word.
    """
    start, _ = matter.sentence_span(d.sentence)
    stated = [s for _, s, _ in kept.spans] + [s.start for s in matter.statements(term.kind) if not s.weak]
    for cited in citations(matter, start, d.end):
        if cited.stretches and _HOLDS_IN.search(matter.text[max(start, cited.start - 30) : cited.start]):
            here = any(cited.reaches(s) for s in stated)
            return None if not here and cited.end <= d.start and _alone(matter, d) else here
    return None


def _alone(matter: Matter, d: Definition) -> bool:
    return sum(other.name == d.name for other in matter.reading.outline.definitions) == 1


@lru_cache(maxsize=4000)
def named(name: str) -> re.Pattern[str]:
    """A defined word in use: with its capitals, in the singular or plural; a glossed word as it stands."""
    singular = re.sub(r"\(s\)$|(?<=[a-z]{3})s$", "", name)
    plural = singular[:-1] + "ies" if singular.endswith("y") else None
    words = r"\s+".join(re.escape(w) for w in singular.split()) + r"(?:s|es)?"
    return phrases(rf"(?<![\w-])(?:{words}{'|' + re.escape(plural) if plural else ''})(?![\w-])")


def _clause(matter: Matter, index: int, kept: Judgement) -> str:
    start, end = matter.sentence_span(index)
    spans = [(s, e) for _, s, e in kept.spans if s < end and start < e] or [(start, start)]
    return matter.text[max(start, min(s for s, _ in spans) - AROUND) : min(end, max(e for _, e in spans) + AROUND)]


def _narrowed(matter: Matter, d: Definition, known: frozenset[str], strictly: bool = False) -> tuple[int, int] | None:
    """The words of a definition that hold less, or otherwise, than its word says; `strictly`: plain exceptions aside."""
    text = whole = _LEGEND.split(matter.text[d.start : d.end], 1)[0]
    if d.how == "hereby":  # named in passing: only the words just before the name are its meaning
        text = text[max(0, len(text) - NAMED_IN_PASSING) :].rsplit(")", 1)[-1]
    base = d.start + len(whole) - len(text)
    if _POINTS.match(text):
        return None  # what it means is said there
    usual = well_known(d.name)
    if usual is not None:
        drawn = novel(text, known | usual, _DRAWN, 0.3) or _a_few_shares(matter, d)
        return (d.start, d.end) if drawn else None
    said_of_it = d.how == "reads" and not (_EACH_OF.match(text) and _alone(matter, d))
    if said_of_it and _news(text, known | _places(matter, d), READ_AS):
        return d.start, d.end
    known |= _limits(matter) | _places(matter, d)
    for limits, least in ((NARROWS, NEWS),) if strictly else ((NARROWS, NEWS), (_EXCEPTS, NEWS + 1)):
        for m in limits.finditer(text):
            end = _until(text, m.end())
            ordinary = d.how != "reads" and _ORDINARY.match(m[0]) and not _MEANS.search(text[: m.start()])
            if ordinary and not _chosen(matter, d, base + m.start(), base + end):
                continue
            if _news(text[m.start() if limits is NARROWS else m.end() : end], known, least):
                return base + m.start(), base + end
    return None


def _chosen(matter: Matter, d: Definition, start: int, end: int) -> bool:
    """Whether a limit of a definition is what one of the sides makes it."""
    masked = matter.reading.masked[d.sentence]
    first, last = masked.locate(start, end)
    return _CHOOSES.search(masked.words[first:last]) is not None


def _a_few_shares(matter: Matter, d: Definition) -> bool:
    """Whether a share of which the sheet knows nothing, and with which nobody controls a company, is to pass for control."""
    inside = (f for f in matter.reading.masked[d.sentence].values.values() if d.start <= f.start < d.end)
    shares = [f.value for f in inside if isinstance(f.value, values.Percent)]
    return any(v.amount is not None and v.amount <= FEW_SHARES and not matter.mentions(v) for v in shares)


_PLACES = phrases(r"(?i)\b(?:territor(?:y|ies)|region|area|countr(?:y|ies)|market)$")
_NAME = phrases(r"(?<![.;:] )\b[A-Z][A-Za-z-]+")


def _limits(matter: Matter) -> frozenset[str]:
    """The limits that the sheet names anywhere: a word that it limits for one term is limited wherever it is used."""
    return concepts(x for t in matter.sheet.terms for x in (t.scope, *t.exceptions) if x)


def _places(matter: Matter, d: Definition) -> frozenset[str]:
    """What a territory may say of itself: the names of places, and what the sheet says of territories."""
    if not _PLACES.search(d.name):
        return frozenset()
    agreed = [t.agreed_text for t in matter.sheet.terms if t.kind == "ip.territory"]
    return _limits(matter) | concepts([*agreed, *_NAME.findall(matter.text, d.start, d.end)])


def _hangs_on_owner(term: Term) -> bool:
    return isinstance(term.agreed, values.PartyValue) and term.kind.startswith("ip.")


def _drawn_in(matter: Matter, term: Term, kind: Kind | None, d: Definition) -> tuple[int, int] | None:
    """The words of a definition that draw in what is the protected side's own."""
    text = matter.text[d.start : d.end]
    for m in _WIDENS.finditer(text):
        end = _until(text, m.end())
        if _owned(matter, term, kind, d.start + m.start(), d.start + end):
            return d.start + m.start(), d.start + end
    return None


_STOP = re.compile(r"[()]|[;.](?=\s|$)|\n\s*\n")


def _news(words: str, known: frozenset[str], least: int) -> bool:
    """Whether so many different words, and enough of them, are explained by nothing."""
    said_here = set(content(words))
    return len(said_here - known) >= max(least, SHARE * len(said_here))


def _until(text: str, at: int) -> int:
    """Where what a connective opens comes to its end: its clause, or the bracket in which it stands."""
    opened = 0
    for m in _STOP.finditer(text, at, at + REACH):
        opened += {"(": 1, ")": -1}.get(m[0], 0)
        if opened < 0 or m[0] not in "()":
            return m.start()
    return min(len(text), at + REACH)


def _owned(matter: Matter, term: Term, kind: Kind | None, start: int, end: int) -> bool:
    """Whether these words speak of something of the protected side's: "whatever of Contractor's is built into it"."""
    protected = protects(term, kind)
    marks = {m[0].lower() for m in _OWN.finditer(matter.text[start:end])}
    if len(marks) != 1:
        return len(marks) > 1  # "each Prior Invention incorporated in it" is somebody's own, whoever is named
    masked = matter.reading.masked[matter.sentence_at(start)]
    owners = {
        SIDES[w[0]]
        for w, (s, e) in zip(masked.words.split(), masked.spans, strict=True)
        if s < end and start < e and w and w[0] in SIDES and w.endswith("'s")
    }
    return protected in owners if protected in ("customer", "provider") else bool(owners & {"customer", "provider"})
