"""Conditions, exceptions, limits and softenings beside an agreed term: which of them cost the side that it protects.

A qualifier takes nothing where the sheet, the kind or custom accounts for it, or where it serves the side that the term
protects. Each case of a list of exceptions is judged for itself: one agreed case excuses no other beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import values
from ..extract.masking import SIDES
from ..rulebook import Kind
from ..termsheet import Term
from .agreed_cases import paired
from .cases import LEADS_UP, NAME, TYPED, cases_of, fresh_values, is_news
from .hangs_on import FREELY, allows_another_act, contributed, gives_back, of_one_item
from .lexicon import concepts, content
from .matter import Judgement, Matter, of_a_forum, protects
from .novelty import explained, short, topical, weakened
from .qualifiers import Qualifier, Sort, qualifiers, set_apart
from .softenings import softens
from .stance import harms
from .wills import as_they_order, in_their_hand, in_their_papers, in_their_view, or_as_they_say, said_by_them

AFTERWARDS = 40  # characters after the words that count, within which a softening still belongs to them
NEAR_BEFORE, NEAR_AFTER = 200, 260  # characters before and after them within which any other qualifier does

AGAIN = 0.15  # the share of the agreed words from which a proviso speaks of the same thing

_SAYS: dict[Sort, str] = {
    "exception": 'The words are there, but with an exception that was not agreed: "{words}".',
    "condition": 'The words are there, but only on a condition that was not agreed: "{words}".',
    "softening": 'The words are there, but no longer as a firm promise: "{words}".',
}
# As much as the purpose needs, or what another place says: there it is judged
_ELSEWHERE = re.compile(
    r"unless\s+[^,;.]{0,60}?\b(?:terminat|end|extend|renew|prolong|cancel|cut\s+short|shorten)\w*\b[^,;.]{0,60}?\b(?:under|pursuant\s+to|in\s+accordance\s+with|as\s+provided)\b[^,;.]{0,20}\b(?:this|section|article|clause|paragraph)\b|"
    r"except\s+as\s+expressly\s+(?:granted|licensed|permitted)\b|"
    r"to\s+the\s+extent\s+(?:reasonably\s+)?(?:necessary|required|needed|permitted|applicable|(?:not\s+in)?consistent)\b"
    r"|(?:except|save|only)\s+(?:as|to\s+the\s+extent)\s+(?:\w+\s+){0,2}(?:provided|set\s+(?:forth|out)|permitted|stated|specified|described|agreed)\b"
    r"|(?:except|save|unless)\s+(?:as|where|when|if|to\s+the\s+extent)?\s*(?:that\s+)?(?:this|the)\s+(?:agreement|contract)\s+(?:\w+\s+){0,2}(?:says?|provides?|states?|specifies)\s+otherwise"
    r"|(?:except|save)\s+that\s+[^,;.]{0,30}?(?:may|can)\s+(?:assign|transfer)\s+(?:its|the|any)\s+rights?\s+to\s+(?:receive\s+)?(?:any\s+)?(?:amounts|payments?|sums|monies)\b"  # UCC 9-406(d)
    r"|(?:except|save|unless)\s+(?:where\s+)?there\s+(?:is|are)\s+[^,;.]{0,40}?\b(?:in|under)\s+this\s+(?:agreement|contract)"
    r"|(?:except|save|unless)\b[^,;.]{0,40}?\b(?:otherwise|contrary|opposite|differently)\b[^,;.]{0,40}?\b(?:this|the)\s+(?:agreement|contract)\b"
    r"|(?:except|save)\s+as\s+[^,;.]{0,50}?\b(?:modified|amended|varied|changed)\b[^,;.]{0,30}?\bthis\s+(?:section|agreement|clause|article)\b"
    r"|subject\s+to\s+[^;.]{0,60}?\b(?:bankruptcy|insolvency|creditors)"  # the reservation of every opinion on a contract
    r"|provided(?:,?\s+however)?,?\s+that\s+[^;.]{0,90}?\b(?:continue|remain)s?\s+(?:to\s+be\s+)?(?:governed|bound)\b"
    r"|subject\s+to\s+(?:\w+\s+){0,4}(?:this\s+agreement|sections?|clauses?|articles?|paragraphs?|the\s+foregoing|applicable\s+law)\b",
    re.IGNORECASE,
)
# What a rule is subject to is judged where that stands, save somebody's will or means
_SUBJECT_TO = re.compile(r"subject\s+to\b", re.IGNORECASE)
_WILL_OR_MEANS = re.compile(
    r"\b(?:approv\w+|consents?|agreement|acceptance|confirmation|satisf\w+|discretion|decisions?|determination|polic(?:y|ies)|availab\w+|capacity|resources|funds|funding|financing)\b",
    re.IGNORECASE,
)


def beside(
    matter: Matter, term: Term, kind: Kind | None, index: int, known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """What a qualifier in one governing sentence takes from a kept term; None where nothing does."""
    for q in relevant(matter, *matter.sentence_span(index), kept, whose=kind is not None and bool(kind.party_is)):
        if kind is not None and q.sort == "exception" and _states_it(kept, q):
            continue
        if (kept.sure or q.sort == "softening") and takes(matter, term, kind, q, known):
            message = _SAYS[q.sort].replace("{words}", short(q.words))
            return weakened(term, kind, kept, q.start, q.end, message)
    for _, said, ends in kept.spans if kept.sure else ():
        other = or_as_they_say(matter, term, kind, said, ends) if matter.sentence_at(said) == index else None
        if other is not None:
            message = f'The words are there, but one side may put another in their place: "{short(matter.text[slice(*other)])}".'
            return weakened(term, kind, kept, *other, message)
    return _after(matter, term, kind, index, known, kept)


def _states_it(kept: Judgement, q: Qualifier) -> bool:
    """Whether it is the very place that states the term: "except for a breach of secrecy, neither side is liable …"."""
    return any(q.start <= s < q.end or s < q.start < e < q.end for _, s, e in kept.spans)


# A sentence that takes back what the one before it gives: "This does not apply where …"
_TAKES_BACK = re.compile(
    r"(?:However,?\s+)?(?:this|the\s+(?:foregoing|preceding|previous|above)|such|the\s+same|it)\b[^.;]{0,60}?"
    r"\b(?:does|do|shall|will)\s+not\s+(?:apply|extend|be\s+(?:due|payable|available|owed))\b",
    re.IGNORECASE,
)


def _after(
    matter: Matter, term: Term, kind: Kind | None, index: int, known: frozenset[str], kept: Judgement
) -> Judgement | None:
    """What the next sentence of the same section takes back, where it says that the one before does not apply."""
    after = next(matter.beside(index, 1), None)
    if after is None:
        return None
    start, end = matter.sentence_span(after)
    m = _TAKES_BACK.match(matter.text, start, end)
    q = Qualifier("condition", start, end, matter.text[start:end], m[0]) if m else set_apart(matter.text, start, end)
    if q is None or not takes(matter, term, kind, q, known):
        return None
    message = f'The words are there, but the next sentence takes some of it back: "{short(q.words)}".'
    return weakened(term, kind, kept, start, end, message)


def relevant(matter: Matter, start: int, end: int, kept: Judgement, *, whose: bool = False) -> Iterator[Qualifier]:
    """The qualifiers of a sentence that belong to the words that count; in a long sentence only those near them.

    Args:
        whose: the term says whose something is, and no list of cases is any of its business.
    """
    spans = [(s, e) for _, s, e in kept.spans if s < end and start < e]
    found = qualifiers(matter.text, start, end)
    for q in found:
        said = start if whose else max((e for _, e in spans), default=end)
        if q.sort != "softening" and (of_one_item(matter, said, start, end, q) or gives_back(found, q)):
            continue
        if q.sort == "softening" and not any(q.start < e + AFTERWARDS for _, e in spans):
            continue  # it softens another duty, later in the sentence
        if q.sort == "softening" and all(q.end < s and _OTHER_RULE.search(matter.text, q.end, s) for s, _ in spans):
            continue  # it softens the rule to which this one is the exception
        if any(
            abs(q.start - e) < NEAR_AFTER
            or abs(s - q.end) < NEAR_BEFORE
            or s <= q.start < e
            or _same_clause(matter, e, q)
            for s, e in spans
        ):
            yield q


_OTHER_RULE = re.compile(r";|\b(?:unless|except|provided|save)\b", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(r";|(?<!which )(?<!that )(?<!who )\b(?:shall|will|may|must|agrees?)\b", re.IGNORECASE)


def _same_clause(matter: Matter, end: int, q: Qualifier) -> bool:
    """Whether a qualifier that ends a long sentence still belongs to the words that end at `end`."""
    return q.sort != "softening" and end <= q.start and not _NEXT_CLAUSE.search(matter.text, end, q.start)


def accounted(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether a qualifier only points elsewhere, has what was agreed in it, or takes out what the law demands."""
    agreed = _has_its_value(matter, term, kind, q) or _is_its_scope(matter, term, q)
    return bool(_ELSEWHERE.match(q.words)) or agreed or _by_law(kind, q)


def takes(matter: Matter, term: Term, kind: Kind | None, q: Qualifier, known: frozenset[str]) -> bool:
    """Whether a qualifier takes something that nobody agreed from the side that the term protects."""
    if q.sort == "softening":
        return softens(matter, term, kind, q)
    if (
        in_their_hand(matter, term, kind, q)
        or in_their_view(matter, term, kind, q)
        or in_their_papers(matter, term, kind, q)
        or as_they_order(matter, term, kind, q)
        or _once_done(matter, kind, q, known)
        or _for_one_alone(matter, term, kind, q)
    ):
        return True
    if kind is None and said_by_them(matter, q):
        return True
    if _ELSEWHERE.match(q.words) or _has_its_value(matter, term, kind, q) or _is_its_scope(matter, term, q):
        return False
    if _frees(matter, term, kind, q, known) or _elsewhere_too(matter, kind, q):
        return True
    if _by_law(kind, q):
        return False
    if _SUBJECT_TO.match(q.words) and not _WILL_OR_MEANS.search(q.body):
        return False
    if q.sort == "condition" and allows_another_act(matter, kind, q.start, q.end):
        return False
    if harms(matter, q.start, q.end, protects(term, kind)) is False and not _undoes(matter, term, q):
        return False
    if _is_none_of_those(matter, term, kind, q):
        return True
    if not fresh_values(matter, q.start, q.end) and (
        paired(matter, term, kind, q, LEADS_UP) or contributed(matter, term, kind, q)
    ):
        return kind is not None and _one_more(matter, term, kind, q, known)
    if kind is None and q.sort == "condition" and not _TAKES_BACK.match(q.words):
        if _says_it_again(matter, term, q) or _in_its_own_words(matter, q):
            return False
        known = explained(matter, term, kind, customary=False)
    of_it = concepts(x for x in (term.scope, term.of) if x)
    topic = topical(term, kind) | of_it if q.sort == "exception" else frozenset()
    return any(is_news(matter, q.sort, s, e, known, topic) for s, e in cases_of(q))


# "only once Buyer has handed in a certificate", "if and to the extent that Maker has been paid by its own customers"
_DONE = re.compile(
    rf"[{''.join(SIDES)}] (?:has|have|shall have|will have) (?:(?:first|already|previously|duly|itself|actually|fully|also|been) )*(?!complied|consented|agreed|approved|performed)[a-z]+(?:ed|en|id|ne|et|lt|nt|ld|st)(?!\S)"
)


def _once_done(matter: Matter, kind: Kind | None, q: Qualifier, known: frozenset[str]) -> bool:
    """Whether a condition is that a party has done something first of which neither the sheet nor custom knows."""
    if kind is None or q.sort != "condition":
        return False
    if not matter.search(_DONE, q.start, q.end):
        return False
    words = [w for w in content(q.body) if w not in matter.party_concepts]
    return 2 * sum(w not in known for w in words) >= len(words) > 1


def _by_law(kind: Kind | None, q: Qualifier) -> bool:
    """Whether what a qualifier takes out is what the law itself demands, which no contract can keep whole."""
    return not of_a_forum(kind) and _BY_LAW.search(q.body) is not None


_BY_LAW = re.compile(
    r"\b(?:required|requires?|compelled|obliged|duty|duties|imposed|demanded|ordered|prohibited|forbidden)\b(?:\s+[\w-]+){0,4}?\s+(?:by|under|of|pursuant\s+to)\s+(?:[\w-]+\s+){0,3}?(?:laws?|statutes?|regulations?|court|regulators?|authorit(?:y|ies)|stock\s+exchange)\b",
    re.IGNORECASE,
)


def _says_it_again(matter: Matter, term: Term, q: Qualifier) -> bool:
    """Whether a proviso goes over what the sheet says in plain words: it is part of what was agreed, not a condition of it."""
    agreed = concepts([term.agreed_text]) - matter.party_concepts
    return len(agreed & set(content(q.body))) >= AGAIN * len(agreed)


_FEW = 3  # words of a condition, from which their being the contract's own says something


def _in_its_own_words(matter: Matter, q: Qualifier) -> bool:
    """Whether the contract uses every word of a condition elsewhere too: then it speaks of what the contract is about."""
    words = set(content(q.body))
    return len(words) >= _FEW and all(matter.spread[w] > 1 for w in words)


def _one_more(matter: Matter, term: Term, kind: Kind, q: Qualifier, known: frozenset[str]) -> bool:
    """Whether a list of cases has, beside one that the sheet excepts, a last one that nothing explains."""
    *_, (start, end) = cases_of(q)
    last = Qualifier(q.sort, start, end, matter.text[start:end], "")
    news = is_news(matter, q.sort, start, end, known, topical(term, kind))
    return start > q.start + len(q.opener) and news and not paired(matter, term, kind, last, LEADS_UP)


def _is_none_of_those(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether a list of exceptions has a case that is none of those which the sheet lists."""
    if q.sort != "exception" or not term.exceptions:
        return False
    _, *cases = cases_of(q)
    agreed = concepts([*term.exceptions, *(kind.customary_except if kind else ())])
    common = LEADS_UP | matter.party_concepts | matter.key_words(term.kind)  # "a sales tax" is no "tax on its income"
    said = [set(content(NAME.sub(" ", matter.text[s:e]))) - common for s, e in cases]
    whole = [bool(_A_CASE.match(matter.text, s, e)) for s, e in cases]  # "shareholder or equity" are halves of one
    return any(words & agreed for words in said) and any(
        ok and len(words) > 1 and not words & agreed for ok, words in zip(whole, said, strict=True)
    )


_A_CASE = re.compile(
    r"\s*(?:for|in|where|when|if|to|from|under|by|on|with|as|arising|any|such|those|claims?|losses|damages?)\b",
    re.IGNORECASE,
)


def _is_its_scope(matter: Matter, term: Term, q: Qualifier) -> bool:
    """Whether an exception is all that a term is agreed for: "may work for anybody except rivals" of a bar agreed for them."""
    scope = concepts([term.scope or ""]) - LEADS_UP - matter.party_concepts
    return q.sort == "exception" and len(scope) > 1 and scope <= set(content(q.body))


def _has_its_value(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether a sum, share or length that a term names, or an exception to it, stands in a qualifier: it was agreed."""
    said = [*term.exceptions, *([term.agreed_text] if kind is None or q.sort == "condition" else ())]
    ours = [f.value for words in said for f in values.find(words) if f.type in TYPED and f.value is not None]
    theirs = (f.value for _, f in matter.founds if q.start <= f.start and f.end <= q.end and f.value is not None)
    return any(values.compare(a, b) == "same" for b in theirs for a in ours)


def _frees(matter: Matter, term: Term, kind: Kind | None, q: Qualifier, known: frozenset[str]) -> bool:
    """Whether a proviso allows a party, in a case of its own, the very act that the term restrains."""
    if kind is None or not kind.acts or q.sort == "softening":
        return False
    m = matter.search(FREELY, q.start, q.end)
    if m is None or SIDES[m[0][0]] == protects(term, kind):
        return False
    act = concepts(w.replace("*", " ") for w in kind.needs)
    case = [w for w in content(q.body) if w not in act | matter.party_concepts | LEADS_UP]
    return act & set(content(q.body)) != frozenset() and 2 * sum(w not in known for w in case) > len(case)


def _elsewhere_too(matter: Matter, kind: Kind | None, q: Qualifier) -> bool:
    """Whether an exception to a place names another place: "save for section 3, to which the law of Ohio applies"."""
    if kind is None or kind.type != "place" or q.sort != "exception":
        return False
    _, last = matter.sentence_span(matter.sentence_at(q.start))
    end = last if q.opener.endswith("that") else q.end  # with a verb of its own, behind its commas
    inside = (f for _, f in matter.founds if q.start <= f.start and f.end <= end and f.type == "place")
    return _RULES.search(matter.text, q.start, end) is not None and any(
        f.value and not matter.mentions(f.value) for f in inside
    )


_RULES = re.compile(r"\b(?:shall|will|is|are|apply|applies|govern\w*)\b", re.IGNORECASE)


def _undoes(matter: Matter, term: Term, q: Qualifier) -> bool:
    """Whether an exception is one to what the sheet itself excepts: "at Buyer's cost, save where …"."""
    spared = concepts(term.exceptions) - matter.party_concepts
    return q.sort == "exception" and bool(spared & set(content(q.body)))


_AS_REGARDS = re.compile(
    r"or,\s+in\b|(?:or\W+)?(?:so\s+far\s+as|as\s+regards|only\s+as\s+regards|in\s+the\s+case\s+of)", re.IGNORECASE
)


def _for_one_alone(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether a rule agreed for both is limited to one of them: "as regards information of Client, for three years"."""
    mutual = kind is not None and (term.by == "both" or (term.by is None and kind.binds in ("each", "both")))
    if not mutual or not _AS_REGARDS.match(q.opener):
        return False
    masked = matter.reading.masked[matter.sentence_at(q.start)]
    first, last = masked.locate(q.start, q.end)
    named = {SIDES[c] for c in masked.words[first:last] if c in SIDES}
    return len(named) == 1 and named <= {"customer", "provider"}
