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
from .hangs_on import FREELY, allows_another_act, contributed, gives_back, of_one_item
from .lexicon import concepts, content
from .matter import Judgement, Matter, other_side, protects
from .novelty import explained, short, topical, weakened
from .qualifiers import Qualifier, Sort, qualifiers, set_apart
from .stance import harms
from .wills import holder, in_their_hand, in_their_view, own_choice, said_by_them

AFTERWARDS = 40  # characters after the words that count, within which a softening still belongs to them
NEAR_BEFORE, NEAR_AFTER = 200, 260  # characters before and after them within which any other qualifier does

AGAIN = 0.15  # the share of the agreed words from which a proviso speaks of the same thing

# From how many unexplained words, and which share of all its words, a qualifier is news
_NEWS: dict[Sort, tuple[tuple[int, float], ...]] = {
    "exception": ((2, 0.66), (3, 0.6)),
    "condition": ((2, 0.75), (3, 0.6)),
    "softening": (),
}
_VALUE_COUNTS = 2  # a period, sum or share that the sheet does not name counts as so many words
_SAYS: dict[Sort, str] = {
    "exception": 'The words are there, but with an exception that was not agreed: "{words}".',
    "condition": 'The words are there, but only on a condition that was not agreed: "{words}".',
    "softening": 'The words are there, but no longer as a firm promise: "{words}".',
}
# Words that carry no case of their own: they only lead up to it, count it, or point elsewhere.
LEADS_UP = concepts(
    [
        "arising, attributable, based, collectively, related, relation, respect, claims, cases, circumstances, instances, respects, thereof",
        "appropriate, permitted, specified, described, stated, mentioned, listed, contained, applies, apply, made, making",
        "promptly, timely, directly, indirectly, solely, just, none, need, needed, enable, allow, well, least, long, far, once, since",
        "twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety, hundred, thousand, million, two, three, four, five, six",
        "seven, eight, nine, ten, twelve, fifteen, day, days, dollar, dollars, months, years, hours, weeks, issue, articles",
        "anyone, anybody, somebody, give, gives, giving, leave, leaves, issued, receipt, benefit, whatever, reason, reasons, thing, things, proper, extent, provided, after, before, during, time, conditions, part",
    ]
)
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
_LISTED = re.compile(r",?\s+(?:or|and/or|nor)\s+|,\s+|;\s*|\s*\(?\b(?:ii|iii|iv|v|b|c|d)\)\s+")
_TYPED = ("duration", "money", "percent", "multiple")


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


_POWER = re.compile(r"\b(?:may|can|has the right to|is free to)\b")


def accounted(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether a qualifier only points elsewhere, has what was agreed in it, or takes out what the law demands."""
    agreed = _has_its_value(matter, term, kind, q) or _is_its_scope(matter, term, q)
    return bool(_ELSEWHERE.match(q.words)) or agreed or _by_law(kind, q)


def takes(matter: Matter, term: Term, kind: Kind | None, q: Qualifier, known: frozenset[str]) -> bool:
    """Whether a qualifier takes something that nobody agreed from the side that the term protects."""
    if q.sort == "softening":
        if _one_of_two(matter, term, q) or _in_a_case(matter, q) or _to_settle(kind, q):
            return False
        if kind is None and _POWER.search(term.agreed_text):
            return False  # what somebody may do is his choice
        said = concepts([*term.exceptions, term.agreed_text]) - matter.party_concepts
        if kind is None and not said & set(content(_part(matter, q))):
            return False  # it softens another matter of a sentence that says many
        if _ENDS_IT.match(q.body) and term.kind.startswith("term.") and not _asks_leave(matter, term, kind, q):
            return False  # whose it is to end the agreement may well choose
        if term.kind.startswith("term.convenience") and (_CHOICE.search(q.opener) or _OPINION.match(q.opener)):
            return False  # to end it without a reason is nothing else
        return not own_choice(matter, term, kind, q) and not said & concepts([q.opener])
    if (
        in_their_hand(matter, term, kind, q)
        or in_their_view(matter, term, kind, q)
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
    if not _fresh_values(matter, q.start, q.end) and (
        paired(matter, term, kind, q, LEADS_UP) or contributed(matter, term, kind, q)
    ):
        return kind is not None and _one_more(matter, term, kind, q, known)
    if kind is None and q.sort == "condition" and not _TAKES_BACK.match(q.words):
        if _says_it_again(matter, term, q) or _in_its_own_words(matter, q):
            return False
        known = explained(matter, term, kind, customary=False)
    of_it = concepts(x for x in (term.scope, term.of) if x)
    topic = topical(term, kind) | of_it if q.sort == "exception" else frozenset()
    return any(_news(matter, q.sort, s, e, known, topic) for s, e in _cases(q))


def _by_law(kind: Kind | None, q: Qualifier) -> bool:
    """Whether what a qualifier takes out is what the law itself demands, which no contract can keep whole."""
    places = kind is not None and (kind.type == "place" or kind.name == "general.disputes")
    return not places and _BY_LAW.search(q.body) is not None


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
    *_, (start, end) = _cases(q)
    last = Qualifier(q.sort, start, end, matter.text[start:end], "")
    news = _news(matter, q.sort, start, end, known, topical(term, kind))
    return start > q.start + len(q.opener) and news and not paired(matter, term, kind, last, LEADS_UP)


def _is_none_of_those(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether a list of exceptions has a case that is none of those which the sheet lists."""
    if q.sort != "exception" or not term.exceptions:
        return False
    _, *cases = _cases(q)
    agreed = concepts([*term.exceptions, *(kind.customary_except if kind else ())])
    said = [set(content(_NAME.sub(" ", matter.text[s:e]))) - LEADS_UP - matter.party_concepts for s, e in cases]
    whole = [bool(_A_CASE.match(matter.text, s, e)) for s, e in cases]  # "shareholder or equity" are halves of one
    return any(words & agreed for words in said) and any(
        ok and len(words) > 1 and not words & agreed for ok, words in zip(whole, said, strict=True)
    )


_A_CASE = re.compile(
    r"\s*(?:for|in|where|when|if|to|from|under|by|on|with|as|arising|any|such|those|claims?|losses|damages?)\b",
    re.IGNORECASE,
)


def _asks_leave(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether it is the other side whose choice it is: "Maker may, if Owner is agreeable, end it"."""
    side = protects(term, kind)
    return side in ("customer", "provider") and holder(matter, q) == other_side(side)


_ENDS_IT = re.compile(r",?\s*(?:to\s+)?(?:terminate|cancel|end|rescind)\b", re.IGNORECASE)
_PARTS = re.compile(r"[;•]|\.\s|\n\s*\n|\s[o*-]\s")


def _part(matter: Matter, q: Qualifier) -> str:
    """The part of a sentence in which a qualifier stands: what it is that it softens."""
    start, end = matter.sentence_span(matter.sentence_at(q.start))
    before = [m.end() for m in _PARTS.finditer(matter.text, start, q.start)]
    after = _PARTS.search(matter.text, q.start, end)
    return matter.text[before[-1] if before else start : after.start() if after else end]


_OR = re.compile(r"\b(?:or|either)\b", re.IGNORECASE)


def _one_of_two(matter: Matter, term: Term, q: Qualifier) -> bool:
    """A choice between ways to do it softens nothing: "defend, or at its option settle", "at its option, repair or replace"."""
    start, _ = matter.sentence_span(matter.sentence_at(q.start))
    lead = matter.text[max(start, q.start - 12) : q.start].lower().split()
    choice = _CHOICE.search(q.opener)
    chosen = choice and _OR.search(term.agreed_text) and _OR.search(q.body)
    return lead[-1:] == ["or"] or bool(chosen or (choice and _YES_OR_NO.search(matter.text, start, q.start)))


# who is asked may say no: "approve or reject each draft, in its discretion"
_YES_OR_NO = re.compile(
    r"\b(?:accept|approve|grant|give|allow)\s+or\s+(?:reject|disapprove|refuse|decline|deny|withhold)\b[^;.]*$",
    re.IGNORECASE,
)


def _to_settle(kind: Kind | None, q: Qualifier) -> bool:
    """Whether it is an attempt to settle a dispute, which nobody can promise to be more than one."""
    return kind is not None and kind.name == "general.disputes" and _SETTLES.match(q.body) is not None


_SETTLES = re.compile(
    r"\s+to\s+(?:(?!arbitrat)[^,;.]){0,40}?\b(?:settle|resolve|meet|negotiate|mediate)\b(?![^;.]*\barbitrat)",
    re.IGNORECASE,
)
_CASE = re.compile(r"\b(?:if|whether|where|when|whenever|should|once|in\s+the\s+event)\s[^,;.]*$", re.IGNORECASE)


_CHOICE = re.compile(r"\b(?:option|election|discretion|elects?|chooses?|choose|choice)\b", re.IGNORECASE)


def _in_a_case(matter: Matter, q: Qualifier) -> bool:
    """A choice inside a condition says when the rule holds, and softens it not: "if Client elects to go on, it pays …"."""
    start, _ = matter.sentence_span(matter.sentence_at(q.start))
    case = None if _OPINION.match(q.opener) else _CASE.search(matter.text[start : q.start])
    if _FAILS.search(matter.text, start, q.start):
        return True  # a want of efforts is a breach
    if _EXCEPTS_FIRST.match(matter.text[start : q.start]) and not _MODAL.search(
        matter.text, start, q.start + len(q.opener)
    ):
        return True  # it belongs to the exception with which the sentence begins
    return case is not None and not _AMID.search(matter.text[start : start + case.start()])


_FAILS = re.compile(r"\bfail(?:s|ed|ure)?\s+to\s+(?:use|make|exert)\s+(?:\w+\s+)?$", re.IGNORECASE)
_EXCEPTS_FIRST = re.compile(r"\W*(?:\d[\d.]*\s+)?(?:other\s+than|except|save|unless|apart\s+from)\b", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:shall|will|may|must|can|agrees?)\b", re.IGNORECASE)
_OPINION = re.compile(
    r"(?:thinks?|sees?|considers?|deems?|judges?|finds?)\b", re.IGNORECASE
)  # no case: what somebody wants
# "may, where the Board sees fit, be set": what breaks into the very promise softens it
_AMID = re.compile(r"\b(?:may|shall|will|should|must|can)\b,?\s*$", re.IGNORECASE)


def _is_its_scope(matter: Matter, term: Term, q: Qualifier) -> bool:
    """Whether an exception is all that a term is agreed for: "may work for anybody except rivals" of a bar agreed for them."""
    scope = concepts([term.scope or ""]) - LEADS_UP - matter.party_concepts
    return q.sort == "exception" and len(scope) > 1 and scope <= set(content(q.body))


def _has_its_value(matter: Matter, term: Term, kind: Kind | None, q: Qualifier) -> bool:
    """Whether a sum, share or length that a term names, or an exception to it, stands in a qualifier: it was agreed."""
    said = [*term.exceptions, *([term.agreed_text] if kind is None or q.sort == "condition" else ())]
    ours = [f.value for words in said for f in values.find(words) if f.type in _TYPED and f.value is not None]
    theirs = (f.value for _, f in matter.founds if q.start <= f.start and f.end <= q.end and f.value is not None)
    return any(values.compare(a, b) == "same" for b in theirs for a in ours)


def _frees(matter: Matter, term: Term, kind: Kind | None, q: Qualifier, known: frozenset[str]) -> bool:
    """Whether a proviso allows a party, in a case of its own, the very act that the term restrains."""
    if kind is None or not kind.acts or q.sort == "softening":
        return False
    masked = matter.reading.masked[matter.sentence_at(q.start)]
    m = FREELY.search(masked.words, *masked.locate(q.start, q.end))
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


# what goes on about the case before is none of its own: ", stating the reason", ", at least a week ahead", ", which must"
_MORE_OF_IT = re.compile(
    r"\s*(?:(?!being\b|arising\b|existing\b)[a-z]{3,}ing\b|which\b|who\b|whose\b|in\s+(?:which|that|such)\s+(?:case|event)\b|at\s+least\b|not\s+(?:less|later|more|earlier)\b|no\s+(?:less|later|fewer)\b|prior\s+to\b|before\b|after\b|by\s+(?:the\s+)?(?:\d|earlier\b|later\b))"
)


def _cases(q: Qualifier) -> Iterator[tuple[int, int]]:
    """Where the whole of a qualifier stands, without its connective; then each case of a list of exceptions."""
    first = q.start + len(q.opener)
    yield first, q.end
    cuts = list(_LISTED.finditer(q.words, len(q.opener))) if q.sort == "exception" else []
    if cuts:
        edges = [first, *(q.start + at for m in cuts for at in m.span()), q.end]
        cases = zip(edges[::2], edges[1::2], strict=True)
        yield from ((s, e) for s, e in cases if not _MORE_OF_IT.match(q.words, s - q.start))


def _news(matter: Matter, sort: Sort, start: int, end: int, known: frozenset[str], topic: frozenset[str]) -> bool:
    """Whether so much of a stretch is explained by nothing that it is news; words of the topic explain no exception to it."""
    text = _PEOPLE.sub(" ", matter.text[start:end])
    words = content(_NAME.sub(" ", text))
    words = [w for w in words if w not in LEADS_UP and w not in matter.party_concepts]
    fresh = _VALUE_COUNTS * _fresh_values(matter, start, end)
    new = sum(w not in known for w in words) + fresh
    total = sum(w not in topic for w in words) + fresh + _names(matter, text)
    blamed = sort == "exception" and new == total > 0 and _acts(matter, start, end)
    return blamed or any(new >= least and new >= share * total for least, share in _NEWS[sort])


_PERSON = r"(?:affiliates|subsidiaries|members|directors|officers|employees|personnel|agents|representatives|successors|assigns|shareholders|managers|contractors|attorneys|advisors|licensors|parent)"
# a party with its people is one party: "Client, its affiliates and their respective officers and agents"
_PEOPLE = re.compile(
    rf"(?:(?:[,;]|\b(?:and|or)\b|\b(?:its|their|his|her|the|respective|each|of)\b|\s)*\b{_PERSON}\b){{2,}}",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][a-z]+(?:[-\s]+[A-Z][a-z]+)*\b")


def _names(matter: Matter, text: str) -> int:
    """How many names stand in a text (Service Order, Approved Content), the parties' aside: what the contract is about."""
    return sum(not set(content(m[0])) <= matter.party_concepts for m in _NAME.finditer(text))


_ACT = re.compile(
    rf"[{''.join(SIDES)}] (?:ha[sd]|ha[sd]|does|did|is|was|may|shall|will|fails?|makes?|[a-z]+(?:es|ed))(?!\S)"
)


def _acts(matter: Matter, start: int, end: int) -> bool:
    """Whether a stretch says what a party does or does not do: "except where Client has not observed section 2"."""
    masked = matter.reading.masked[matter.sentence_at(start)]
    first, last = masked.locate(start, end)
    return _ACT.search(masked.words, first, last) is not None


def _fresh_values(matter: Matter, start: int, end: int) -> int:
    """How many periods, sums and shares stand there that the sheet names nowhere."""
    found = (f for _, f in matter.founds if start <= f.start and f.end <= end and f.type in _TYPED)
    return sum(
        f.value is not None and not matter.mentions(f.value) and not _AT_MOST.search(matter.text[start : f.start])
        for f in found
    )


# that an exception goes no further makes it smaller: "maintenance of no more than four hours"
_AT_MOST = re.compile(
    r"\b(?:no\s+more\s+than|not\s+exceeding|at\s+most|up\s+to|no\s+longer\s+than)\s+\Z", re.IGNORECASE
)
