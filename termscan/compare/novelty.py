"""Whether words in a draft are news: what neither the sheet, nor the kind, nor custom accounts for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Role
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import concepts, content
from .likeness import likeness
from .matter import Harmed, Judgement, Matter, protects

# Qualifiers seen in contracts of every sort, which take nothing that was agreed.
CUSTOMARY = concepts(
    [
        "otherwise agreed in writing, otherwise provided herein, expressly stated, set forth in this agreement",
        "applicable law requires, permitted by law, extent permitted by law, maximum extent, required by law",
        "earlier terminated in accordance with its terms, early termination, expiration or termination of this agreement",
        "transactions contemplated hereby",
        "prior written notice, written consent not unreasonably withheld or delayed, mutual written agreement of the parties",
        "effective date, execution date, date hereof, signature, commencement",
        "superseded or replaced by a later or future agreement",
        "force majeure, reasonable control, good faith, reasonable, reasonably, material, materially",
        "in the course of, ordinary wear and tear",
        "invalid, unenforceable, held, amended, waived, in writing signed by",
        "necessary, appropriate, event, occurs, occurrence, result, connection, obligation, right, rights, remedy, perform, performance",
    ]
)


def explained(matter: Matter, term: Term, kind: Kind | None, *, customary: bool = True) -> frozenset[str]:
    """The concepts that the sheet, the kind and custom account for.

    Args:
        customary: with what is customary in that of which plain words speak.
    """
    topic = term.kind.split(".")[0]  # "uncapped" says what the cap does not reach
    known = CUSTOMARY | matter.party_concepts
    known = known.union(*(said(t) for t in matter.sheet.terms if t is term or t.kind.split(".")[0] == topic != "other"))
    if kind is None and customary:
        known |= _customs(matter, term)
    if kind is not None:
        if not term.only_exceptions and not term.no_exceptions:
            known |= concepts(kind.customary_except)
        known |= concepts(kind.customary_from) if not term.start else frozenset()
        if not term.only_exceptions and not term.no_exceptions:  # else its very words may open one that was ruled out
            known |= concepts(re.sub(r"[*{}().|]", " ", w) for w in (*kind.needs, *kind.headings))
    return known


ABOUT = 0.35  # likeness of plain words to a kind from which they are about it


def _customs(matter: Matter, term: Term) -> frozenset[str]:
    """The concepts of the exceptions that are customary in what plain words are about."""
    return frozenset().union(*(concepts(k.customary_except) for k in _about(matter, term)))


def _about(matter: Matter, term: Term) -> Iterator[Kind]:
    """The kinds that plain words are about: "each side keeps the other's recipes secret" is confidentiality as well."""
    said_of_it = concepts([term.agreed_text]) - matter.party_concepts
    for kind in matter.rulebook.kinds.values():
        compiled = matter.compiled(kind.name)
        needed = compiled is not None and compiled.needs is not None and compiled.needs.search(term.agreed_text.lower())
        called = concepts([kind.name.split(".")[1].replace("_", " ")]) <= said_of_it
        if needed and (called or likeness(said_of_it, matter.vocabulary.get(kind.name, {})) >= ABOUT):
            yield kind


def topical(term: Term, kind: Kind | None) -> frozenset[str]:
    """The concepts of what a term is about: they stand in the rule as in an exception to it, and tell of neither."""
    if kind is None:
        return frozenset()
    excused = concepts([*kind.customary_except, *kind.customary_from, *term.exceptions]) | CUSTOMARY
    own = concepts(re.sub(r"[*{}().|]", " ", w) for w in (*kind.needs, *kind.headings))
    return (own | concepts([term.agreed_text, term.kind.split(".")[1].replace("_", " ")])) - excused


def said(term: Term) -> frozenset[str]:
    """The concepts of everything that the sheet says of a term."""
    rest = (term.scope, term.start, term.of, term.note, *term.exceptions)
    return concepts([term.agreed_text, term.kind.split(".")[1].replace("_", " "), *(x for x in rest if x)])


def novel(text: str, known: frozenset[str], least: int, share: float) -> bool:
    """Whether so many words of a text, and such a share of them, are explained by nothing."""
    words = content(text)
    unexplained = sum(w not in known for w in words)
    return unexplained >= least and unexplained >= share * len(words)


def weakened(
    term: Term, kind: Kind | None, kept: Judgement, start: int, end: int, message: str, role: Role = "limits"
) -> Judgement:
    """The agreed words are there, and what stands at `start` to `end` takes them away."""
    return Judgement(
        "weakened", kept.found, (*kept.spans[:1], (role, start, end)), capital(message), protects(term, kind)
    )


def denied(matter: Matter, term: Term, kind: Kind, start: int, end: int) -> Judgement:
    """What was agreed, and what stands at `start` to `end` says that it is not so."""
    message = f'Agreed was {term.agreed_text}; the draft denies it: "{short(matter.text[start:end])}".'
    return Judgement("changed", None, (("states", start, end),), message, protects(term, kind))


def brought_in(matter: Matter, start: int, end: int, harmed: Harmed) -> Judgement:
    """What is made of a sentence that has what was agreed to be none."""
    says = f'Agreed was none; {matter.place(start)} has one: "{short(matter.text[start:end])}".'
    return Judgement("changed", "yes", (("states", start, end),), capital(says), harmed)


def capital(message: str) -> str:
    """A message with a capital at its beginning; "section VI" keeps its numerals."""
    return message[:1].upper() + message[1:]


def short(words: str, limit: int = 140) -> str:
    """Words to quote in a message, cut where a reader would have had enough."""
    words = " ".join(words.split())
    return words if len(words) <= limit else words[: words.rfind(" ", 0, limit)] + " …"


def with_more(text: str, start: int, end: int, more: int = 40) -> str:
    """Words to quote together with some that follow, up to the end of the last of them."""
    stop = text.find(" ", end + more)
    return text[start:] if stop < 0 else text[start:stop]
