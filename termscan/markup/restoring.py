"""What would bring the agreed words back: for a finding, the edits to try, those that keep most of the draft first.

Each is only a proposal. Whether the draft then says what was agreed, `proving` finds out by reviewing it again.
Order to read in: `proposals`, then `_BY_VERDICT` at the end, which says what is tried when.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from .. import values
from ..model import Evidence, Review
from ..readers.docx_symbols import TICKED, UNTICKED
from ..reports.findings import Finding
from ..termsheet import Term
from .counter import Counter, Edit, Proposal
from .drafting import in_the_manner_of, share_in_the_manner_of

_SOFT = re.compile(
    r"\b(?:(?:use|make|exercise)\s+(?:(?:its|all|commercially|reasonable|best|good[- ]faith|diligent)\s+)+(?:efforts|endeavours)\s+to\s+"
    r"|(?:endeavour|attempt|try|seek|aim)\s+to\s+)",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r",?\s+(?:and no other|but|except|excluding|provided|unless|subject to|save|only|other than|less|if and only|to the extent|until)\b"
    r"|;\s+|,\s+(?:and|or|which|where|if)\b|\s+\(",
    re.IGNORECASE,
)
_FEWEST_LEFT = 6  # words of a definition
_MODALITIES: dict[str, tuple[tuple[str, str], ...]] = {  # by what was agreed: what stands there, and what for it
    "yes": ((r"\bdeemed rejected\b", "deemed accepted"), (r"\bnot be deemed accepted\b", "be deemed accepted"), (r"\bshall not\b", "shall")),
    "no": ((r"\bdeemed accepted\b", "not deemed accepted"),),
    "allowed": ((r"\b(?:shall|may|must|will) not\b", "may"),),
    "prohibited": ((r"\bmay\b(?! not)", "shall not"),),
    "with consent": ((r"\bmay\b(?! not)", "may, with the other party’s prior written consent,"),),
    "waived": ((r"\b(?:retains?|keeps?|reserves?)\b", "waives"),),
}  # fmt: skip
_UNIT = re.compile(r"\b(?:day|week|month|quarter|year)\b")
_NEAR = 30  # characters in which a period follows its percentage
_STOPS = re.compile(r"[,;.)](?=\s|$)|\s+(?:and|or|but|if|unless)\b")
MOST_TRIED = 8  # proposals for one finding


def concerns(finding: Finding) -> bool:
    """Whether the agreed words are to be restored: not where they are kept, nor where the draft is better for us."""
    better = finding.direction == "for us" and finding.verdict in ("changed", "weakened")
    return finding.verdict in _BY_VERDICT and not better


def proposals(counter: Counter, finding: Finding) -> list[Proposal]:
    """The edits to try for a finding, each whole by itself; none where nothing can be restored by rule."""
    ways = _BY_VERDICT[finding.verdict]
    tried = dict.fromkeys(p for way in ways for p in way(counter, finding) if p)
    return list(islice(tried, MOST_TRIED))


def asked_again(counter: Counter, finding: str, tried: Proposal, after: Review) -> Proposal | None:
    """The same edits with those for the next place that asks for it; a review names one place at a time.

    Args:
        finding: the id of an ask.
        after: the review of the draft with the edits that were tried.
    """
    before = {ask.id: ask.ask for ask in counter.places.review.asks}
    more: list[Edit] = []
    for evidence in (
        e for ask in after.asks if ask.ask == before.get(finding) and ask.id not in before for e in ask.evidence
    ):
        at = counter.text.find(evidence.quote)
        if at >= 0 and counter.text.count(evidence.quote) == 1:
            more += counter.without_sentence(replace(evidence, start=at, end=at + len(evidence.quote)))
    longer = tuple(dict.fromkeys((*tried, *more)))
    return longer if len(longer) > len(tried) else None


# ---- ways to restore -------------------------------------------------------------------------------------------------


def _agreed_value(counter: Counter, finding: Finding) -> Iterator[Proposal]:
    """The agreed value where the draft has another one or a blank, all words round it kept."""
    term = counter.terms.get(finding.name)
    if term is None:
        return
    edits = [_exchanges(counter, term, e) for e in finding.evidence if e.role in ("states", "conflicts", "limits")]
    singly = [edit for some in edits for edit in some]
    if sum(bool(some) for some in edits) > 1:
        yield tuple(some[0] for some in edits if some)
    for edit in singly:
        yield (edit,)


def _exchanges(counter: Counter, term: Term, evidence: Evidence) -> list[Edit]:
    """In the evidence, else in the rest of its sentence."""
    sentence, text = counter.places.sentence_at(evidence.start), counter.text
    for end in (evidence.end, sentence.end if sentence else evidence.end):
        found = values.find(text, evidence.start, end)
        edits = [edit for one in found if (edit := _period(text, one, term) or exchange(text, one, term))]
        if edits:
            return edits
    return []


def _period(text: str, found: values.Found, term: Term) -> Edit | None:
    """The agreed period where only that differs and stands apart: "99.8% of each calendar year"."""
    if (
        not isinstance(term.agreed, values.Percent)
        or not isinstance(found.value, values.Percent)
        or not term.agreed.per
    ):
        return None
    if found.value.amount != term.agreed.amount or found.value.per == term.agreed.per:
        return None
    unit = _UNIT.search(text, found.end, found.end + _NEAR)
    return Edit(unit.start(), unit.end(), term.agreed.per) if unit and unit[0] != term.agreed.per else None


def exchange(text: str, found: values.Found, term: Term) -> Edit | None:
    """The value that was found, written as agreed; None where it is the agreed one or of another sort."""
    agreed = term.agreed
    differs = found.blank or found.words_say is not None or found.value != agreed
    shown = text[found.start : found.end]
    if isinstance(agreed, values.Multiple):
        caps = found.type in ("multiple", "money") and agreed != values.UNLIMITED
        return _multiple(text, found, term, agreed) if differs and caps else None
    if isinstance(agreed, values.Money) and found.type == "multiple":
        return Edit(found.start, found.end, term.agreed_text)
    if (
        not differs
        or shown in (TICKED, UNTICKED)
        or (found.type != "blank" and not isinstance(agreed, values.TYPES[found.type].value))
    ):
        return None
    words = in_the_manner_of(shown, agreed, term.agreed_text)
    per = re.search(r"\s+per\s+\w+$", shown) if found.blank else None
    kept = per[0] if per and " per " not in words else ""
    return Edit(found.start, found.end, words + kept)


def _multiple(text: str, found: values.Found, term: Term, agreed: values.Multiple) -> Edit:
    """Of "100% of the fees of the last 12 months" the share or the time, whichever alone differs; else the whole."""
    parts = {part.type: part for part in found.parts}
    share, time = parts.get("percent"), parts.get("duration")
    fees = f"of {term.of or 'the fees'}"
    if agreed.months is not None and not term.of:
        fees = f"of the fees for the {agreed.months:f} months before the claim"
    words = f"{agreed.percent:f}% {fees}" if agreed.percent is not None else term.agreed_text
    whole = Edit(found.start, found.end, term.agreed_text if agreed.parts else words)
    if agreed.parts or not isinstance(found.value, values.Multiple):
        return whole
    if share is not None and agreed.percent is not None and found.value.months == agreed.months:
        return Edit(share.start, share.end, share_in_the_manner_of(text[share.start : share.end], agreed.percent))
    if time is not None and agreed.months is not None and found.value.percent == agreed.percent:
        months = values.Duration(agreed.months, "months")
        shown = text[time.start : time.end]
        return Edit(time.start, time.end, in_the_manner_of(shown, months, values.canonical(months)))
    return whole


def _agreed_start(counter: Counter, finding: Finding) -> Iterator[Proposal]:
    """The agreed start of a period, where the period itself is as agreed."""
    term, text = counter.terms.get(finding.name), counter.text
    for evidence in finding.evidence if term is not None else ():
        for found in values.find(text, evidence.start, evidence.end):
            if term is None or found.value != term.agreed or found.end >= evidence.end:
                continue
            tail = finding.restore.partition(term.agreed_text)[2].rstrip(".") if finding.restore else ""
            start = f" from {term.start}" if term.start else re.split(r"[,;.]| and ", tail)[0]
            stop = _STOPS.search(text, evidence.end)
            for end in (stop.start() if stop else evidence.end, evidence.end) if start else ():
                yield (Edit(found.end, end, start),)


def _agreed_party(counter: Counter, finding: Finding) -> Iterator[Proposal]:
    """The agreed party where the draft names another, and the other names of the sentence to match."""
    term = counter.terms.get(finding.name)
    sentence = counter.places.sentence_at(finding.evidence[0].start) if finding.evidence else None
    if term is None or sentence is None or not isinstance(term.agreed, values.PartyValue):
        return
    agreed, block = term.agreed_text.strip().lower(), counter.places.block_at(finding.evidence[0].start)
    end = min(sentence.end, block.end) if block else sentence.end
    named = [(m, side) for side in ("customer", "provider") for m in counter.names_in(side, sentence.start, end)]
    named.sort(key=lambda found: found[0].start())
    if agreed in ("both", "each"):
        yield tuple(_mutual(counter.text, named))
    elif agreed in ("customer", "provider"):
        other = {"customer": counter.called("provider"), "provider": counter.called("customer")}
        yield tuple(Edit(m.start(), m.end(), _like(m[0], other[side])) for m, side in named)


def _mutual(text: str, named: list[tuple[re.Match[str], str]]) -> Iterator[Edit]:
    """ "The Studio shall indemnify the Client" as "Each party shall indemnify the other party"."""
    for at, (found, side) in enumerate(named):
        owner = re.match(r"['’]s?", text[found.end() :])
        end = found.end() + (len(owner[0]) if owner else 0)
        if at == 0:
            first = "each party" if text.startswith((" shall", " will", " agrees"), found.end()) else "either party"
            yield Edit(found.start(), found.end(), _like(found[0], first))
        elif side == named[0][1]:
            yield Edit(found.start(), end, "its" if owner else "it")
        else:
            yield Edit(found.start(), found.end(), "the other party")


def _like(shown: str, words: str) -> str:
    """Words with a capital where those that they stand for begin a sentence: "The Client" for "The Studio"."""
    return words[0].upper() + words[1:] if shown.startswith("The ") else words


def _no_soft_words(counter: Counter, finding: Finding) -> Iterator[Proposal]:
    """A firm promise again: "supply" for "use reasonable efforts to supply"."""
    for evidence in finding.evidence:
        sentence = counter.places.sentence_at(evidence.start)
        if sentence is None:
            continue
        edits = tuple(Edit(m.start(), m.end()) for m in _SOFT.finditer(counter.text, sentence.start, sentence.end))
        yield edits
        yield edits[:1]


def _no_limit(counter: Counter, finding: Finding) -> Iterator[Proposal]:
    """The words that limit a term taken out, all together, then one by one."""
    taken = [counter.without(e.start, e.end) for e in finding.evidence if e.role == "limits"]
    if len(taken) > 1:
        yield tuple(edit for some in taken for edit in some)
    yield from taken


def _no_override(counter: Counter, finding: Finding) -> Iterator[Proposal]:
    """The sentence that overrides a term, or says otherwise in a second place, taken out."""
    for role in ("overrides", "conflicts", "limits"):
        taken = [counter.without_sentence(e) for e in finding.evidence if e.role == role]
        if len(taken) > 1:
            yield tuple(edit for some in taken for edit in some)
        yield from taken


def _no_turn(counter: Counter, finding: Finding) -> Iterator[Proposal]:
    """The sentence up to where it turns: a definition without "and no other act shall amount to …". The shortest cut first."""
    for evidence in finding.evidence:
        if evidence.role in ("defines", "limits"):
            for turn in reversed(list(_TURNS.finditer(evidence.quote))):
                if len(evidence.quote[: turn.start()].split()) >= _FEWEST_LEFT:
                    yield (Edit(evidence.start + turn.start(), evidence.end),)


def _agreed_modality(counter: Counter, finding: Finding) -> Iterator[Proposal]:
    """ "may not" for "may", "deemed accepted" for "deemed rejected": the few words on which a choice turns."""
    term = counter.terms.get(finding.name)
    agreed = term.agreed_text.strip().lower() if term is not None and isinstance(term.agreed, values.Choice) else ""
    for evidence in finding.evidence[:1]:
        sentence = counter.places.sentence_at(evidence.start)
        for start in (evidence.start, sentence.start if sentence else evidence.start):
            for said, instead in _MODALITIES.get(agreed, ()):
                found = re.compile(said).search(counter.text, start, evidence.end)
                yield (Edit(found.start(), found.end(), instead),) if found else ()


def _agreed_sentence(counter: Counter, finding: Finding) -> Iterator[Proposal]:
    """The restoring sentence for the one that says something else."""
    words = counter.agreed_words(finding)
    stating = [e for e in finding.evidence if e.role in ("states", "conflicts")]
    for evidence in stating if words else ():
        yield counter.instead_of_sentence(evidence, words or "")


def _agreed_paragraph(counter: Counter, finding: Finding) -> Iterator[Proposal]:
    """The restoring sentence as a new paragraph: where the draft is silent, or says it only where it does not bind."""
    words = counter.agreed_words(finding)
    stands = [counter.places.parts.section_at(e.start).placement for e in finding.evidence]
    if words and "body" not in stands:
        yield counter.added(finding, words)


def _out(counter: Counter, finding: Finding) -> Iterator[Proposal]:
    """The words that nobody agreed taken out: the clause of a sentence if they are no more, else the sentence."""
    whole = [counter.without_sentence(e) for e in finding.evidence]
    if len(whole) > 1:
        yield tuple(dict.fromkeys(edit for some in whole for edit in some))
    for evidence in finding.evidence:
        sentence = counter.places.sentence_at(evidence.start)
        if sentence is not None and evidence.start > sentence.start:
            yield counter.without(evidence.start, evidence.end)
        yield counter.without_sentence(evidence)


def _out_if_none_agreed(counter: Counter, finding: Finding) -> Iterator[Proposal]:
    term = counter.terms.get(finding.name)
    if term is not None and values.is_absent(term.agreed):
        yield from _out(counter, finding)


_Way = Callable[[Counter, Finding], Iterator[Proposal]]
_BY_VERDICT: dict[str, tuple[_Way, ...]] = {
    "changed": (
        _agreed_value, _agreed_start, _agreed_party, _agreed_modality, _out_if_none_agreed, _no_override, _agreed_sentence,
    ),
    "weakened": (_no_soft_words, _no_limit, _no_override, _no_turn, _agreed_paragraph, _agreed_sentence),
    "unclear": (_agreed_value, _no_override, _agreed_sentence),
    "missing": (_agreed_paragraph,),
    "new": (_out,),
}  # fmt: skip
