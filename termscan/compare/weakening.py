"""What takes an agreed term away again: qualifiers beside it, overrides far from it, definitions under it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..extract.masking import SIDES
from ..rulebook import Kind
from ..termsheet import Term
from . import starts
from .lexicon import concepts, content
from .matter import Judgement, Matter, protects
from .qualifiers import Qualifier, qualifiers

NOVEL_WORDS = 3  # words that nothing explains, from which a qualifier counts as new
AFTERWARDS = 40  # characters after the words that count, within which a softening still belongs to them
NOVEL_SHARE = 0.6  # their share of its words

# Qualifiers seen in contracts of every sort, which take nothing that was agreed.
_CUSTOMARY = concepts(
    [
        "otherwise agreed in writing, otherwise provided herein, expressly stated, set forth in this agreement",
        "applicable law requires, permitted by law, extent permitted by law, maximum extent, required by law",
        "earlier terminated in accordance with its terms, early termination, expiration or termination of this agreement",
        "prior written notice, written consent not unreasonably withheld or delayed, mutual written agreement of the parties",
        "effective date, execution date, date hereof, signature, commencement",
        "force majeure, reasonable control, good faith, reasonable, reasonably, material, materially",
        "invalid, unenforceable, held, amended, waived, in writing signed by",
        "necessary, appropriate, event, occurs, result, connection, obligation, right, rights, remedy, perform, performance",
    ]
)
_ONE = r"(?:\d+(?:\.(?:\d+|[a-z]\b))*|[IVXL]+)(?:\([a-z0-9]+\))*"
_NUMBER = rf"(?:[Ss]ections?|[Cc]lauses?|[Aa]rticles?|[Pp]aragraphs?|§§?)\s*({_ONE}(?:(?:,| and| or| to)\s*{_ONE})*)"
# what sets another clause aside, with the number of that clause: "notwithstanding Section 4", "Section 4 does not apply"
_SETS_ASIDE = re.compile(
    rf"\b(?i:notwithstanding|despite|in spite of|regardless of|irrespective of|without regard to|in lieu of|in place of|"
    rf"instead of|supersedes?|prevails? over|takes? precedence over|overrides?|as an exception to|by way of exception (?:to|from)|"
    rf"sets? aside|departing from|derogat\w+ from|whatever|no matter what|not having|without)\b"
    rf"[^.;,]{{0,70}}?(?<!this )\b{_NUMBER}"
    rf"|(?<!this )\b{_NUMBER}[^.;]{{0,90}}?\b(?:not(?! (?:be|been) (?:unreasonably|withheld))|never|only|no longer|cease\w*|lapse\w*|notwithstanding|is without effect|yields?|gives? way|"
    rf"(?:is|are) (?:set aside|subject to|replaced|suspended|waived))\b"
)
_EACH_NUMBER = re.compile(_ONE)


def check(matter: Matter, term: Term, kind: Kind | None, kept: Judgement) -> Judgement | None:
    """Look for what takes away a term whose words are there; None where nothing does."""
    governing = sorted({matter.sentence_at(s) for _, s, _ in kept.spans})
    known = explained(matter, term, kind)
    answers_itself = kind is None or not (kind.beside and kind.party_is)  # else the kind beside it answers
    for index in governing if answers_itself else ():
        found = _beside(matter, term, kind, index, known, kept)
        if found:
            return found
    return (
        starts.check(matter, term, kind, kept, known)
        or _redefined(matter, term, kind, governing, known, kept)
        or _far(matter, term, kind, governing, known, kept)
    )


def explained(matter: Matter, term: Term, kind: Kind | None) -> frozenset[str]:
    """The concepts that the sheet, the kind and custom account for."""
    said = [
        term.agreed_text,
        term.scope or "",
        term.start or "",
        term.of or "",
        term.note or "",
        *term.exceptions,
        term.kind.split(".")[1].replace("_", " "),
    ]
    known = concepts(said) | _CUSTOMARY | matter.party_concepts
    if kind is not None:
        if not term.only_exceptions and not term.no_exceptions:
            known |= concepts(kind.customary_except)
        known |= concepts(kind.customary_from) if not term.start else frozenset()
        known |= concepts(re.sub(r"[*{}().|]", " ", w) for w in (*kind.needs, *kind.headings))
    return known


def _beside(
    matter: Matter, term: Term, kind: Kind | None, index: int, known: frozenset[str], kept: Judgement
) -> Judgement | None:
    start, end = matter.sentence_span(index)
    for q in _relevant(matter, start, end, kept):
        if _takes(matter, term, kind, q, known):
            words = " ".join(q.words.split())
            message = f'The words are there, but with a limit that was not agreed: "{_short(words)}".'
            return _weakened(matter, term, kind, kept, q.start, q.end, message)
    return None


def _relevant(matter: Matter, start: int, end: int, kept: Judgement) -> Iterable[Qualifier]:
    """In a long sentence only the qualifiers near the words that count."""
    spans = [(s, e) for _, s, e in kept.spans if s < end and start < e]
    for q in qualifiers(matter.text, start, end):
        if q.sort == "softening" and not any(q.start < e + AFTERWARDS for _, e in spans):
            continue  # it softens another duty, later in the sentence
        if any(abs(q.start - e) < 260 or abs(s - q.end) < 200 or s <= q.start < e for s, e in spans):
            yield q


def _takes(matter: Matter, term: Term, kind: Kind | None, q: Qualifier, known: frozenset[str]) -> bool:
    if q.sort == "softening":
        return not _own_choice(matter, term, kind, q) and not concepts([*term.exceptions, term.agreed_text]) & concepts(
            [q.opener]
        )
    return _novel(q.words, known, NOVEL_WORDS, NOVEL_SHARE)


def _novel(text: str, known: frozenset[str], least: int, share: float) -> bool:
    """Whether so many words of a text, and such a share of them, are explained by nothing."""
    words = content(text)
    novel = sum(w not in known for w in words)
    return novel >= least and novel >= share * len(words)


def _own_choice(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """A discretion of the side that the term protects takes nothing from it."""
    side = protects(term, kind)
    if side not in ("customer", "provider"):
        if kind is not None:
            return False
        side = matter.sheet.our_side
    return _holder(matter, q) == side


def _holder(matter: Matter, q: Qualifier) -> str | None:
    """Whose discretion it is: the party that its own words name ("at Client's option"), else the last named before it."""
    masked = matter.reading.masked[matter.sentence_at(q.start)]
    reach = q.start + len(q.opener)
    named = [
        SIDES[word[0]]
        for word, (start, _) in zip(masked.words.split(" "), masked.spans, strict=True)
        if word and word[0] in SIDES and start < reach
    ]
    return named[-1] if named else None


_NARROWS = re.compile(
    r"\b(?:only|alone(?! or)|but not(?! limited| necessarily)|and not|not including|so far as|so much (?:only )?of|that part of|no other|wherever|where used|takes in)\b"
)


def _redefined(
    matter: Matter, term: Term, kind: Kind | None, governing: list[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """A word that the agreed clause uses may be defined so narrowly, or so widely, that the clause means something else."""
    used = concepts(matter.text[s:e] for _, s, e in kept.spans)
    for d in matter.reading.outline.definitions:
        name = frozenset(content(d.name))
        if d.sentence in governing or not name <= used or name <= matter.party_concepts:
            continue
        text = matter.sentence_text(d.sentence)
        m = _NARROWS.search(text)
        if not m or not name & known:
            continue
        if _novel(text[m.start() : m.start() + 160], known, NOVEL_WORDS, 0.4):
            start, end = matter.sentence_span(d.sentence)
            message = f'"{d.name}", on which this rests, is defined so that it means something else: "{_short(text[m.start() :])}".'
            return _weakened(matter, term, kind, kept, start, end, message, role="defines")
    return None


def _far(
    matter: Matter, term: Term, kind: Kind | None, governing: list[int], known: frozenset[str], kept: Judgement
) -> Judgement | None:
    numbers = {n for i in governing if (n := matter.section_of(i).number)}
    for index in range(len(matter.reading.masked)):
        if index in governing:
            continue
        text = matter.sentence_text(index)
        cites = {n for m in _SETS_ASIDE.finditer(text) for g in m.groups() if g for n in _EACH_NUMBER.findall(g)}
        about = term.kind.startswith("other.") or matter.topical(term.kind, index) >= 1
        if not cites & (_with_parents(numbers) if about else numbers):
            continue
        if _novel(text, known, 2, 0.25):
            start, end = matter.sentence_span(index)
            own = matter.place(kept.spans[0][1]) if kept.spans else "the agreed words"
            message = f'{matter.place(start).capitalize()} sets aside what {own} says: "{_short(text)}".'
            return _weakened(matter, term, kind, kept, start, end, message, role="overrides")
    return None


def _with_parents(numbers: set[str]) -> set[str]:
    out = set(numbers)
    for n in numbers:
        while "(" in n:
            n = n[: n.rindex("(")]
            out.add(n)
    return out


def _weakened(
    matter: Matter,
    term: Term,
    kind: Kind | None,
    kept: Judgement,
    start: int,
    end: int,
    message: str,
    role: str = "limits",
) -> Judgement:
    states = tuple(s for s in kept.spans[:1])
    harmed = protects(term, kind)
    return Judgement("weakened", kept.found, (*states, (role, start, end)), message, harmed)  # type: ignore[arg-type]


def _short(words: str, limit: int = 140) -> str:
    words = " ".join(words.split())
    return words if len(words) <= limit else words[: words.rfind(" ", 0, limit)] + " …"
