"""A right that has shrunk to a plea, a ruling to advice, the one court to one of several: the agreed words without their force.

"The winner recovers its costs" and "the winner may ask the court to consider its costs" have the same words; so have an
arbitration whose award binds and one whose award is an opinion. What decides is who has the last word on it
(Restatement (Second) of Contracts, section 2, comment e, on illusory promises; FAA, 9 U.S.C. 2 and 9, on awards that bind).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .. import values
from ..extract.masking import ANYBODY, SLOTS
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import concepts
from .matter import Judgement, Matter
from .novelty import said, short, weakened

_JUDGE = (
    r"(?:court|tribunal|judge|arbitrators?|arbitral tribunal|arbitration tribunal|panel|arbiter|umpire|mediator|expert)"
)
_WHOM = (
    rf"(?:(?:the|that|such|any|a|competent|its|their|sole|board|directors|management|of) ){{0,4}}(?:{_JUDGE}|{ANYBODY})"
)
_ASKS = r"(?:asks?|requests?|invites?|petition|begs?|beseech|urges?|propose to|suggest to|recommend to|move|appeal to|apply to|plead (?:with|before)|call (?:up)?on|submit to|raise with|put it to)"
_WEIGHS = r"(?:consider\w*|weigh|reflect|think about|look into|examine whether|take (?:\S+ ){0,3}?into (?:account|consideration)|bear in mind|have regard|give (?:\S+ ){0,2}?(?:thought|consideration))"
# "may ask the arbitrator to let it recover", "may request Maker to confirm in writing", "may apply to the court for"
_PLEA = re.compile(
    rf"(?<!\S)(?:may|can|is (?:free|entitled|at liberty) to|shall be (?:free|entitled|at liberty) to)(?: (?!not|be)[^\s;]+){{0,4}}? {_ASKS} {_WHOM}(?: [^\s;]+){{0,3}}? (?:to|for|that|whether|about)(?!\S)"
    rf"|(?<!\S)(?:may|can|will|shall|must|to)(?: (?!not|be)[^\s;]+){{0,4}}? {_ASKS}(?: [^\s;]+){{0,4}}? to {_WEIGHS}(?!\S)"
    rf"|(?<!\S)(?:may|can|will|shall) (?:be )?{_WEIGHS} (?:\S+ ){{0,3}}?(?:request|application|plea|claim|award|awarding|letting|allowing|granting|ordering|whether)(?!\S)"
)
# "if the court in its discretion so allows", "so far as the arbitrators think just"
_BY_GRACE = re.compile(
    rf"(?<!\S)(?:if|where|when|should|(?:in )?so far as|to the extent(?: that)?|as far as|unless) (?:the |a |such |that |any )?{_JUDGE}(?: [^\s;]+){{0,5}}? (?:so )?(?:allows?|permits?|sees|thinks?|considers?|deems?|finds?|inclined|minded|disposed|pleases?|wish(?:es)?|chooses?|agrees?|directs? otherwise|decides? otherwise)(?!\S)"
)
# an award that binds nobody
_ADVICE = re.compile(
    r"(?<!\S)(?:advisory|non-?binding|nonbinding|consultative|indicative|recommendatory|optional|voluntary) (?:\S+ ){0,2}?(?:arbitrat\S+|awards?|decisions?|opinions?|rulings?|procedures?|proceedings?)(?!\S)"
    r"|(?<!\S)(?:arbitrat\S+|awards?|decisions?|rulings?|determinations?|outcomes?|results?|findings?)(?: (?!not|no)[^\s;]+){0,8}? (?:(?:shall|will|is|are|being|to|be|may)(?: (?:have|only|merely|be|of|an?|the|for|as))* )"
    r"(?:advisory|non-?binding|nonbinding|(?:a |the )?(?:recommendations?|guidance|advice|opinion)|persuasive|consultative|taken into (?:account|consideration)|considered by|weighed by|not (?:be |to be |being )?(?:binding|final|enforceable|compulsory))(?!\S)"
    r"|(?<!\S)(?:awards?|decisions?|rulings?|determinations?|results?)(?: [^\s;]+){0,4}? (?:shall|will|does|do) not (?:\S+ )?bind(?!\S)"
)
_PREVENTS = re.compile(
    r"(?<!\S)(?:mediat\S+|expert|conciliat\S+|escalat\S+)(?!\S)"
)  # of these nobody expects that they bind
# settled there only where somebody does not mind it, or would rather: "may, unless one of them objects, be settled"
_SETTLED = r"be (?:\S+ ){0,2}?(?:settled|resolved|determined|decided|submitted|referred|adjudicated|arbitrated|brought|put|heard)(?!\S)"
_IF = r"(?:if|where|when|should|provided|unless|with|subject to|at|upon|once|in so far as|so far as)"
_WILLING = r"(?:agree[sd]?|agreement|objects?|wish(?:es)?|prefers?|chooses?|elects?|consents?|willing|minded|likes?|desires?|option|election|discretion|choice|thinks?|considers?|sees|content|raises? no)"
_IF_WILLING = re.compile(
    rf"(?<!\S)(?:may|can) {_IF}(?: [^\s;]+){{1,12}}? {_WILLING}(?: [^\s;]+){{0,5}}? {_SETTLED}"
    rf"|(?<!\S)(?:may|can) {_SETTLED}(?: (?!which|that)[^\s;]+){{0,12}}? {_IF}(?: [^\s;]+){{1,6}}? (?:then )?(?:so )?{_WILLING}(?!\S)"
)
# "in Ohio, or in any other court that is competent", "without prejudice to Maker's right to sue elsewhere"
_ELSEWHERE = re.compile(
    r"(?<!\S)(?:or|and)(?: also| equally| alternatively)? (?:(?:in|before|to|at) )?(?:any|such|every|another|all|whatever|whichever|some)(?: other)? (?:\S+ ){0,3}?(?:courts?|forum|tribunal|jurisdiction|place|venue)(?: \S+){0,8}? (?:competent|jurisdiction|choos\S+|chosen|prefer\S*|convenient|elect\S*|select\S*|sees|wish\S*|assets|established|domicil\S+|business)(?!\S)"
    r"|(?<!\S)(?:without prejudice to|not (?:exclude|prevent|preclude|restrict|limit|affect)|nothing (?:\S+ ){0,4}?(?:prevent|preclude|restrict|limit|stop)s?)(?: [^\s;]+){0,5}? (?:right|from|liberty|freedom|power)(?: [^\s;]+){0,5}? (?:sue|suing|proceed\S*|bring\S*|commenc\S*|institut\S*|action|litigat\S*)(?: [^\s;]+){0,8}? (?:elsewhere|(?:any|another|other)(?: other)? (?:\S+ ){0,2}?(?:courts?|place|jurisdictions?|forum|venue|country|state))(?!\S)"
)
# "may be brought in Ohio" where a suit was to be brought there; "no suit may be brought elsewhere" and "only there" are as good
_MAY_SUE = re.compile(
    rf"(?<!\S)(?:actions?|suits?|proceedings?|claims?|lawsuits?|litigation|disputes?|complaints?|party|parties|{ANYBODY})(?: (?!not|no|may|shall|will|must|which)[^\s;]+){{0,14}}? may (?:also |then |equally )?(?:be (?:brought|instituted|commenced|filed|heard|litigated|tried|settled|taken|laid|pursued|started|resolved)|bring|institute|commence|file|sue|start)(?!\S)"
)
_NOWHERE_ELSE = re.compile(
    r"(?<!\S)(?:no|not|nor|never|neither|nowhere|only|exclusive(?:ly)?|sole(?:ly)?|alone|elsewhere|anywhere|must|shall|irrevocabl[ey])(?!\S)"
)
# a breach that is beyond cure because the other side thinks so
_THINKS_INCURABLE = re.compile(
    r"(?<!\S)(?:considers?|deems?|thinks?|believes?|finds?|regards?|judges?|opinion|judgment|view|satisfied|determines?)(?: (?!cured|remedied)[^\s;]+){0,8}? (?:incurable|irremediable|irreparable|(?:not|in)(?: be)? ?(?:capable|susceptible)? ?(?:of )?(?:cure|cured|curable|remed\S+)|cannot be (?:cured|remedied|made good)|(?:beyond|past) (?:cure|remedy|repair))(?!\S)"
)
# an attempt at a cure in place of the cure: "nor its cure taken in hand", "intends to complete the cure in due course"
_CURE_BEGUN = re.compile(
    r"(?<!\S)(?:nor|or)(?: (?:the|its|a|any|such|that|been|has|have|is))* (?:cure|remedy|correction|repair)(?: [^\s;]+){0,3}? (?:begun|started|commenced|taken in hand|under way|attempted|planned|promised)(?!\S)"
    r"|(?<!\S)(?:intends?|proposes?|plans?|hopes?|expects?|promises?) to (?:complete|finish|cure|remedy|correct|effect)(?!\S)"
    r"|(?<!\S)(?:cured|remedied|corrected|cure|correction) (?:[^\s;]+ ){0,6}?in due course(?!\S)"
)
_AT_MOST = re.compile(
    rf"(?<!\S)(?:up to|at most|(?:a |the )?maximum of|(?:not|no) more than|not exceeding|as much as) (?:an? (?:amount|sum|total|fee) of )?{SLOTS['money']}"
)
_RELIEF = re.compile(
    r"(?<!\S)(?:injunct\S+|equitable|interim|provisional|urgent|conservatory|enforce\S*|judgment|relief)(?!\S)"
)
_MAYBE = re.compile(r"(?i)\b(?:non-?exclusive|may|other courts?|elsewhere|up\s+to|at\s+most|ceiling|maximum)\b")
_BEGUN = re.compile(
    r"(?i)\b(?:begun|begins?|started|starts?|commenced|under\s+way|diligen\w+|longer|another|extended|more)\b"
)
_OPINION = concepts(["opinion think consider judgment believe view"])
_ASKED = concepts(["ask request propose apply consider petition invite discretion"])
_WILL = concepts(["choice choose wish option prefer object agree consent discretion elect"])


def check(matter: Matter, term: Term, kind: Kind | None, governing: Sequence[int], kept: Judgement) -> Judgement | None:
    """What leaves a kept right, award or court without its force; None where nothing does, or the sheet says so itself."""
    if kind is None:
        return None
    places = _places(matter, term, governing)
    bound = any(_NOWHERE_ELSE.search(matter.reading.masked[i].words) for i in places)
    for index in places:
        masked = matter.reading.masked[index]
        for pattern, unless, says in _losses(matter, term, kind):
            m = pattern.search(masked.words)
            if m is None or (unless is not None and unless.search(masked.words)) or (pattern is _MAY_SUE and bound):
                continue
            start, end = masked.span(*m.span())
            return weakened(term, kind, kept, start, end, f'{says}: "{short(matter.text[start:end])}".')
    return None


def _places(matter: Matter, term: Term, governing: Sequence[int]) -> list[int]:
    """The sentences that keep a term, and the others that state its kind and bear on it as much."""
    least = max((matter.bears(term, i) for i in governing), default=0.0)
    stated = (s.sentence for s in matter.statements(term.kind) if not s.weak and not matter.recital(s.start))
    return list(dict.fromkeys([*governing, *(i for i in stated if matter.bears(term, i) >= least)]))


def _losses(matter: Matter, term: Term, kind: Kind) -> Iterator[tuple[re.Pattern[str], re.Pattern[str] | None, str]]:
    """The ways in which a term of this shape loses its force: what says so, unless the sentence says something else, and why."""
    known, court = said(term), "courts" in kind.traits
    of_either = isinstance(term.agreed, values.Choice) and kind.binds == "both" and not court
    if (of_either or kind.party_is == "served") and not _ASKED & known:
        yield _PLEA, None, "The right has become a request on which somebody else decides"
    if of_either and not _ASKED & known:
        yield _BY_GRACE, None, "It now depends on what somebody else thinks of it"
    if court and term.agreed_text == "arbitration":
        yield _ADVICE, _PREVENTS, "The award no longer binds"
        if not _WILL & known:
            yield _IF_WILLING, None, "It is settled so only where somebody is willing"
    if court and kind.type == "place":
        yield _ELSEWHERE, _RELIEF, "Other courts are open beside the agreed ones"
        if not _MAYBE.search(" ".join((*term.exceptions, term.note or ""))):
            yield _MAY_SUE, _NOWHERE_ELSE, "A suit may be brought there, and anywhere else"
    if kind.name == "term.cure_period":
        if not _OPINION & known:
            yield _THINKS_INCURABLE, None, "Whether a breach can be cured is for one side to think"
        if not _BEGUN.search(" ".join((*term.exceptions, term.note or ""))):
            yield _CURE_BEGUN, None, "An attempt at a cure now counts as a cure"
    if (
        "paid" in kind.traits
        and isinstance(term.agreed, values.Money)
        and not _MAYBE.search(" ".join((*term.exceptions, term.note or "", term.scope or "")))
    ):
        yield _AT_MOST, None, "The sum has become the most that is paid"
