"""Agreed that nobody is bound to deal with one side alone, to keep out of a trade or to leave people alone, and a draft that binds one.

The cues of those kinds read the clauses that drafters write under their headings. A bar that is slipped in among other
words has a closed stock of turns of its own: "from Maker only", "to no other firm", "refrains from bringing out".
"""

from __future__ import annotations

import re
from typing import cast

from ..extract.masking import ONE_SIDE, SIDES
from ..model import Side
from ..rulebook import Kind
from ..termsheet import Term
from .matter import Judgement, Matter, other_side
from .novelty import brought_in

_TRADES = r"(?:b[uo]y|bought|purchas|obtain|order(?!ly)|sourc|procur|tak|suppl|s[eo]ll|sold|deliver|carri|ship|market|distribut|provid|render|deal|work|engag|employ|appoint|retain|hir|promot|endors|lend|lent|serv|licen[cs]|ma[dk][ei]|pack|manufactur|perform|appear|look|turn|secur|arrang|design|produc|creat|writ|act)\w*"
_LEAD = r"(?:by|from|to|through|with|for)"
_NOBODY = r"(?:nobody|no one|no-one|none|nowhere|no other)"
_FIRM = r"(?:firms?|compan(?:y|ies)|persons?|customers?|clients?|suppliers?|carriers?|vendors?|makers?|manufacturers?|sources?|brands?|lines?|products?|agents?|agenc(?:y|ies)|providers?|distributors?|dealers?|publishers?|sellers?|buyers?|consultants?|contractors?|advisers?|advisors?|banks?|brokers?|houses?|parties|party)"
_OTHERS = (
    rf"(?:others|anyone else|anybody else|another|(?:any )?other (?:\S+ ){{0,2}}?(?:{_FIRM}|[a-z]+(?:ers|ors|ists)))"
)
_BUT = r"(?:but|except|save|other than|besides|apart from)"
# "from Maker and from nobody else", "to no other firm", "for nobody but Maker", "not given to others", "look to Maker alone"
_EXCLUSIVE = re.compile(
    rf"(?<!\S){_TRADES}(?: (?!not|no|nor|may|disclos\S*)[^\s;]+){{0,8}}? (?:{_LEAD} {ONE_SIDE} (?:alone|only|exclusively|solely|and (?:{_LEAD} )?{_NOBODY})|(?:only|solely|exclusively|alone) (?:from|to|through|with) {ONE_SIDE})(?!\S)(?! (?:if|when|where|after|upon|as|to the extent|in accordance|at|on))"
    rf"|(?<!\S){_TRADES}(?: (?!not|no|nor|may)[^\s;]+){{0,12}}? (?:{_LEAD}|and(?: [^\s;]+){{0,8}}?) no other (?:\S+ ){{0,2}}?{_FIRM}(?!\S)(?! (?:than|except|save|but|shall|will|may|has|have|is|are))"
    rf"|(?<!\S){_TRADES}(?: (?!not|no|nor|may)[^\s;]+){{0,10}}? {_LEAD} (?:{_NOBODY}|no (?:\S+ ){{0,2}}?{_FIRM}) {_BUT} {ONE_SIDE}"
    rf"|(?<!\S)(?:not|nor|never|neither)(?: [^\s;]+){{0,12}}? {_TRADES}(?: (?!disclos\S*)[^\s;]+){{0,10}}? {_LEAD} (?:anyone|anybody|any (?:\S+ ){{0,2}}?{_FIRM}) {_BUT} {ONE_SIDE}"
    rf"|(?<!\S)(?:is|are|be) not (?:to be )?(?:given|awarded|let|offered|entrusted|sold|supplied|licensed|allotted|leased) to {_OTHERS}(?!\S)"
    rf"|(?<!\S)none of (?:it|them|which|these|those|such)(?: [^\s;]+){{0,4}}? {_TRADES} (?:by|from|to|through|with) {_OTHERS}(?!\S)"
    rf"|{ONE_SIDE} alone (?:among|of all)(?!\S)"
)
_STARTS = r"(?:bring\S* out|launch|market|offer|sell|develop|produc|carry\S* on|compet|set\S* up|runn?|open|operat|engag|deal|work|tak\S* part|becom\S* (?:interested|involved)|invest|publish|releas|hold\S*)\S*"
_IN_A_TRADE = r"(?:business|trade|product|line|program|programme|service|firm|company|enterprise|shop|market|field|undertaking|venture|rival|competitor|compet\S+)s?"
_KEEPS_OUT = re.compile(
    rf"(?<!\S)(?:refrain|abstain|desist|forbear)\S*(?: [^\s;]+){{0,22}}? (?:from )?{_STARTS}(?: [^\s;]+){{0,8}}? {_IN_A_TRADE}(?!\S)"
    rf"|(?<!\S)(?:stay|remain)\S* (?:clear |out |away )(?:of|from)(?: [^\s;]+){{0,8}}? {_IN_A_TRADE}(?!\S)"
    rf"|(?<!\S)keep(?:s|ing)?(?: (?:however|meanwhile|therefore))?(?: (?:until|for|during|while|up to|throughout|so long as|as long as)(?: [^\s;]+){{1,10}}?)? (?:out|clear|away)(?: (?:until|for|during|while|up to|throughout)(?: [^\s;]+){{1,10}}?)? (?:of|from) (?!(?:the )?(?:reach|sight|premises|court|hands|trouble|harm|way|date))"
    rf"|(?<!\S)(?:shall|will|must|to) (?:\S+ )?(?:run|operate|open|launch|own|publish|market|sell|bring out|carry on|set up|offer|develop|hold) no (?:\S+ ){{1,4}}?(?:of (?:its|their|his|her) own|of (?:that|the same|a like|such) (?:kind|sort)|(?:that|which) competes?|for (?:itself|himself|themselves))(?!\S)"
    rf"|(?<!\S)(?:shall|will|must)(?: [^\s;]+){{0,3}}? (?:neither|not) (?:\S+ ){{0,4}}?(?:carry on|set up|run|open|bring out|launch|own|hold (?:an|any) interest in|be (?:interested|concerned) in|invest in)(?: [^\s;]+){{0,8}}? (?:a|any|another|such) (?:\S+ ){{0,3}}?{_IN_A_TRADE}(?!\S)"
)
_PEOPLE = r"(?:staff|employees?|personnel|people|workers?|customers?|clients?|distributors?|agents?|members?|contractors?|contacts?|accounts|suppliers?|them|others|any of (?:them|its))"
_DRAWS = r"(?:draw|lure|entic|tempt|coax|wean|win|poach|lead|pull|steer|divert|court|woo|approach|headhunt|hir|recruit|take on|induc|persuad)\S*"
_LEAVES_ALONE = re.compile(
    rf"(?<!\S)(?:not|neither|never|nor|no attempt to|refrain\S* from|abstain\S* from|desist\S* from)(?: [^\s;]+){{0,5}}? {_DRAWS}(?: [^\s;]+){{0,3}}? {_PEOPLE}(?!\S)(?: [^\s;]+){{0,12}}? (?:away|to|into|off|elsewhere|over|for itself|employ\S*|service|leave)(?!\S)"
    rf"|(?<!\S)(?:shall|will|must)(?: [^\s;]+){{0,2}}? {_DRAWS} neither {_PEOPLE}"
    rf"|(?<!\S)(?:leav(?:e|es|ing)|left)(?: [^\s;]+){{0,3}}? {_PEOPLE}(?: [^\s;]+){{0,10}}? (?:alone|where they are|in place|undisturbed|in peace)(?!\S)"
    rf"|(?<!\S)(?:{_PEOPLE}|persons)(?: [^\s;]+){{0,22}}? (?:be|being|are|to be) left (?:alone|where they are|undisturbed|in peace)(?!\S)"
)
_BARS = {
    "deliverables.exclusivity": _EXCLUSIVE,
    "general.non_compete": _KEEPS_OUT,
    "general.non_solicit": _LEAVES_ALONE,
}
_NAMED = re.compile(rf"(?P<who>{ONE_SIDE})(?!'s)")
_FAVOURED = re.compile(rf"(?:{_LEAD}|but|except|save|than|from) (?P<who>{ONE_SIDE})(?!'s)|(?P<alone>{ONE_SIDE}) alone")


def bound_after_all(matter: Matter, term: Term, kind: Kind) -> Judgement | None:
    """A bar of the kind that was agreed to be none, in words that no cue reads; None where there is none."""
    bar = _BARS.get(kind.name)
    for index, masked in enumerate(matter.reading.masked) if bar else ():
        m = bar.search(masked.words)  # type: ignore[union-attr]
        if m is None or matter.recital(matter.sentence_span(index)[0]):
            continue
        span = masked.span(*m.span())
        if _of_another(matter, kind, index, *span):
            continue
        return brought_in(matter, *span, _bound(matter, kind, masked.words, m))
    return None


def _bound(matter: Matter, kind: Kind, words: str, m: re.Match[str]) -> Side:
    """Who is bound: not he with whom alone it is dealt, else the one named last before the bar; ours, where nobody is."""
    favoured = list(_FAVOURED.finditer(m[0])) if kind.name == "deliverables.exclusivity" else []
    if favoured:
        return other_side(cast(Side, SIDES[favoured[-1]["who"] or favoured[-1]["alone"]]))
    named = [SIDES[n["who"]] for n in _NAMED.finditer(words[: m.end()])]
    return cast(Side, named[-1]) if named else matter.sheet.our_side


def _of_another(matter: Matter, kind: Kind, index: int, start: int, end: int) -> bool:
    """Whether these words of a sentence state a kind that the sheet has settled: "disclose to no other person" is secrecy."""
    return any(
        name in matter.placed and name != kind.name and s.start < end and start < s.end
        for name, s in matter.stated_in(index)
    )
