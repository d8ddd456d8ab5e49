"""Party terms: who owns, pays, indemnifies, may terminate. Flips, and "each party" made one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from .. import values
from ..extract.masking import SIDES, SLOTS
from ..extract.statements import Statement
from ..model import Side
from ..rulebook import Kind
from ..termsheet import Term
from .lexicon import content
from .matter import SOUNDS_SURE, Harmed, Judgement, Matter, Span, kept, other_side, reopened, side_of, spans_of, unsaid
from .propositions import denies
from .rivals import alike

_PAIRS: dict[str, set[Side]] = {
    "customer": {"customer"},
    "provider": {"provider"},
    "both": {"customer", "provider"},
    "each": {"customer", "provider"},
    "joint": {"customer", "provider"},
}


def judge(matter: Matter, term: Term, kind: Kind) -> Judgement:
    """Compare the set of parties that the draft names with the one agreed."""
    stated = [s for s in matter.statements(term.kind) if not matter.recital(s.start)]
    agreed = named(term.agreed)
    stated = [s for s in stated if not _excepted(matter, term, agreed, s)] or stated
    telling = [s for s in stated if s.value is not None]
    role = in_one_role(matter, term, stated) if len(agreed) == 2 else None
    if role is not None:
        return role
    if not telling:
        if stated:
            return replace(kept(term, spans_of(stated[:1])), outright=False)
        return (
            _beside(matter, term, kind, agreed)
            or _each_its_own(matter, term, agreed)
            or unsaid(
                matter,
                term,
                lambda index: (
                    _names(matter, agreed, index)
                    and not _sibling(matter, kind, index)
                    and not _of_the_other(matter, kind, agreed, index)
                    and not (len(agreed) == len(_PAIRS["both"]) and _of_one_alone(matter, kind, index))
                ),
            )
        )
    found: set[Side] = set()
    for s in telling:
        found |= named(s.value)
    if agreed <= found:
        proof = _proof(telling, agreed)
        extra = found - agreed
        one = freed(matter, term, proof) if len(agreed) == 2 else None
        if one is not None:
            return one
        if not extra or not _rivals(matter, term, telling, agreed, kind):
            return kept(term, spans_of(proof))
        rival = [s for s in telling if named(s.value) - agreed]
        return _changed(matter, term, kind, found, rival)
    if found < agreed and any(_joined(matter, s) for s in telling):
        return kept(term, spans_of(_proof(telling, found)))
    half = _other_half(matter, term, kind, agreed - found, telling) if found < agreed else None
    if half is not None:
        return kept(term, (*spans_of(_proof(telling, found)), half))
    return _changed(matter, term, kind, found, telling)


_ALIKE = re.compile(
    rf"(?P<who>[{SLOTS['customer']}{SLOTS['provider']}])(?: [^\s;]+){{0,4}}? and (?:equally|likewise|similarly|also|as well|just as well|in like manner|in the same way) (?:by |to |for )?(?P<with>(?!(?P=who))[{SLOTS['customer']}{SLOTS['provider']}])(?!'s)"
    rf"|(?<!\S)neither (?P<of>by|from|to|of|for|on) [{SLOTS['customer']}{SLOTS['provider']}] nor (?P=of) [{SLOTS['customer']}{SLOTS['provider']}](?!\S)"
)


def _joined(matter: Matter, s: Statement) -> bool:
    """Whether the other side is named in the same breath and for the same thing: "by Client, and equally by Agency"."""
    return _ALIKE.search(matter.reading.masked[s.sentence].words) is not None


def _each_its_own(matter: Matter, term: Term, agreed: set[Side]) -> Judgement | None:
    """Two sentences that sound like what each has of its own, one on each side, though no cue reads a party from them."""
    if side_of(term.agreed) != "each":
        return None
    heard: dict[str | None, Span] = {}
    for score, index in matter.sounds(term)[:HEARD_OF]:
        words = matter.reading.masked[index].words
        if score >= SOUNDS_SURE and not denies(words):
            heard.setdefault(_first_side(words), ("states", *matter.sentence_span(index)))
    return kept(term, tuple(heard[s] for s in sorted(agreed))) if agreed <= heard.keys() else None


MIRRORED = 0.5  # share of the rarer words of a clause that the clause for the other side has as well


def _other_half(matter: Matter, term: Term, kind: Kind, lacking: set[Side], telling: list[Statement]) -> Span | None:
    """The clause that says of the other side what one says of the first, in words from which no cue reads it.

    Of what is each one's own it has to name the other side first. A duty of both is not theirs because somebody says
    something like it: the clause has to lay the act itself on the other side.
    """
    each = side_of(term.agreed) == "each"
    if not each and kind.party_is != "bound":
        return None
    mine = {s.sentence for s in telling}
    near = {j for i in mine for j in range(i - FAR, i + FAR + 1)} & set(range(len(matter.reading.masked)))
    for index in sorted((near | {i for _, i in matter.sounds(term)[:HEARD_OF]}) - mine):
        words = matter.reading.masked[index].words
        laid = {_first_side(words)} if each else _laid_on(matter, kind, index)
        if matter.topical(term.kind, index) < 1 or not laid & lacking:
            continue
        said = _matters(matter, index)
        mirrored = [
            i for i in mine if len(said & (w := _matters(matter, i))) >= max(LEAST, MIRRORED * min(len(said), len(w)))
        ]
        # a denial says nothing of the other side, unless both are denied the same: "nothing gives Client any right in …"
        if any(not each or not denies(words) or denies(matter.reading.masked[i].words) for i in mirrored):
            return ("states", *matter.sentence_span(index))
    return None


def _first_side(words: str) -> str | None:
    """Whom a sentence names first, of the two."""
    return next((SIDES[c] for c in words if SIDES.get(c) in _PAIRS["both"]), None)


FAR = 15  # sentences before and after the clause for one side among which that for the other stands
HEARD_OF = 5  # sentences that sound most like the term
LEAST = 4  # words that the two must share


def _matters(matter: Matter, index: int) -> frozenset[str]:
    """The concepts of a sentence's own words, the parties' names aside."""
    return frozenset(content(matter.sentence_text(index))) - matter.party_concepts


def _excepted(matter: Matter, term: Term, agreed: set[Side], s: Statement) -> bool:
    """Whether a statement is the case that the sheet itself excepts ("save the summaries, which belong to both")."""
    said = matter.sentence_concepts(s.sentence)
    wanted = (set(content(x)) - matter.party_concepts for x in term.exceptions)
    return s.value is not None and named(s.value) != agreed and any(len(w) > 1 and w <= said for w in wanted)


def _beside(matter: Matter, term: Term, kind: Kind, agreed: set[Side]) -> Judgement | None:
    """Who is meant, as the sentence says that states the kind beside which this one is said."""
    for s in matter.statements(kind.beside or ""):
        if s.weak or matter.recital(s.start):
            continue
        words = matter.reading.masked[s.sentence].words
        who = next((SIDES[c] for c in words.partition("liab")[0] if c in SIDES), None)
        if who in ("both", "none") and len(agreed) == 1:
            return _changed(matter, term, kind, {"customer", "provider"}, [s])
        if _names(matter, agreed, s.sentence):
            return kept(term, (("states", *matter.sentence_span(s.sentence)),))
    return None


_ONE = f"(?P<who>[{SLOTS['customer']}{SLOTS['provider']}])"
_RULE = r"(?:th(?:is|ese|at|e foregoing)|such|hereof|herein|hereby|section|clause)"
_UNLIMITED = r"(?:\S+ ){0,6}?(?:unlimited|uncapped|without limit|not (?:so )?limited|not (?:be )?excluded)(?!\S)"
# a rule laid on both and taken from one by name: "does not bind X", "X is not bound by this", "X's liability being unlimited"
_FREES = tuple(
    re.compile(rf"(?<!\S){frees}")
    for frees in (
        rf"(?:nothing (?:\S+ ){{0,5}}?(?:shall |will )?|(?:this|foregoing|such|that) (?:\S+ ){{0,3}}?(?:shall|does|do|will) not (?:be \S+ to )?)"
        rf"(?:apply to|bind|binds|restrict|restricts|restrain|restrains|limit|limits|prevent|prevents|extend to|oblige|obliges) (?:any |the |liability |of ){{0,4}}?{_ONE}",
        rf"{_ONE} (?:itself )?(?:is|are|shall|will) not (?:be )?(?:bound|restricted|restrained|limited|subject|affected) (?:by|to) (?:\S+ ){{0,2}}?{_RULE}",
        rf"liability of {_ONE} {_UNLIMITED}",
        rf"{_ONE}'s (?:own )?liability {_UNLIMITED}",
        rf"no (?:such|corresponding|like|similar) (?:right|duty|obligation|restriction|limit\w*) (?:\S+ ){{0,4}}?(?:of|to|on|upon|by|for|with) {_ONE}",
        rf"{_ONE} (?:shall|will|is|has) (?:have |be |under ){{0,2}}no (?:such|corresponding|like|similar) (?:right|duty|obligation|restriction)",
        rf"{_ONE} (?:may|can) (?:\S+ ){{0,8}}?without (?:any )?(?:prior|such|first) (?!(?:written )?(?:consent|approval|notice|permission|written))",
    )
)

_ALSO = re.compile(rf"(?:'s)? (?:or|and|nor) [{''.join(SIDES)}]")
_RELIEF = re.compile(
    r"(?<!\S)(?:injuncti\S+|interim|urgent|equitable|provisional|interlocutory)(?!\S)"
)  # a case of its own


def freed(matter: Matter, term: Term, proof: list[Statement]) -> Judgement | None:
    """A rule for both of which one side is freed by name, in the same sentence or the next of its section."""
    for index in dict.fromkeys(i for s in proof for i in matter.beside(s.sentence, 0, 1)):
        masked = matter.reading.masked[index]
        found = [m for pattern in _FREES for m in pattern.finditer(masked.words)]
        sides = {SIDES[m["who"]] for m in found}
        if len(sides) == 1 and not _RELIEF.search(masked.words) and not _ALSO.match(masked.words, found[0].end("who")):
            side = cast(Side, sides.pop())
            where: Span = ("conflicts", *masked.span(*found[0].span()))
            message = f"Agreed for both sides was {term.agreed_text}; the draft frees the {side} of it."
            spans = (*spans_of(proof[:1]), where)
            return Judgement("changed", f"{term.agreed_text}, not {side}", spans, message, other_side(side))
    return None


_ONE_ALONE = f"[{SLOTS['customer']}{SLOTS['provider']}]"
_ROLE = r"(?:prevail\S*|succe\S+|wins?|winning|victorious|los(?:es|ing|er)|(?:is|are|be|was) the (?:\S+ ){0,2}?(?:party|side|recipient|one)(?! (?:that|which|who)(?!\S)))"
_IN_ROLE = re.compile(
    rf"(?P<who>{_ONE_ALONE})(?: (?!and|or|nor|[{''.join(SIDES)}])[^\s;]+){{0,4}}? (?:if|should|where|when|provided)(?: that)? (?:it|he|she|they)(?: [^\s;]+){{0,3}}? {_ROLE}(?!\S)(?! shall (?:bear|pay|keep) its own)"
    rf"|(?<!\S)(?:if|should|where|when) (?P<he>{_ONE_ALONE})(?: [^\s;]+){{0,3}}? {_ROLE}(?!\S)"
)


def in_one_role(matter: Matter, term: Term, stated: list[Statement]) -> Judgement | None:
    """What either side was to have where its role falls to it, and the draft gives to one by name: "Client, where it is the paying party"."""
    found = {
        SIDES[m["who"] or m["he"]] for s in stated for m in _IN_ROLE.finditer(matter.reading.masked[s.sentence].words)
    }
    if len(found) != 1:
        return None
    side = cast(Side, found.pop())
    message = f"Agreed for both sides was {term.agreed_text}; the draft gives it to the {side} alone."
    return Judgement("changed", f"{term.agreed_text}, {side} only", spans_of(stated[:1]), message, other_side(side))


_WHO = f"(?P<who>[{''.join(SIDES)}])"
# a party with a duty to act, in the active or the passive; "shall be entitled", "shall have" and the like are none
_BOUND = (
    re.compile(
        rf"{_WHO}(?: (?![{''.join(SIDES)}])[^\s;]+){{0,12}}? (?:shall|will|must|agrees? to|undertakes? to) (?!not |be |have |receive )(?P<does>(?:\S+ ){{0,2}}\S+)"
    ),
    re.compile(rf"(?<!\S)(?:shall|will|must|is to|are to) be (?P<does>(?:[^\s;]+ ){{1,5}}?)by {_WHO}(?!'s)"),
    re.compile(rf"(?<!\S)(?:falls?|is|are) (?:up)?(?:on|to|for) {_WHO} to (?P<does>(?:\S+ ){{0,2}}\S+)"),
)


def _laid_on(matter: Matter, kind: Kind, index: int) -> set[str | None]:
    """The sides on whom a sentence lays the act that a kind is about."""
    compiled, words = matter.compiled(kind.name), matter.reading.masked[index].words
    if compiled is None or compiled.needs is None:
        return set()
    return {
        SIDES[m["who"]]
        for pattern in _BOUND
        for m in pattern.finditer(words)
        if any(content(n[0]) for n in compiled.needs.finditer(m["does"]))
    }


def _of_the_other(matter: Matter, kind: Kind, agreed: set[Side], index: int) -> bool:
    """Whether a sentence lays the act that a kind is about on the other side alone."""
    alone = kind.party_is == "bound" and len(agreed) == 1
    return alone and _laid_on(matter, kind, index) == {"customer", "provider"} - agreed


_MAY_OR_FREE = re.compile(
    rf"(?<!of )(?<!to )(?<!by )(?P<who>[{''.join(SIDES)}{SLOTS['other']}])(?: [^\s;]+){{0,2}}? (?:may|can|(?:has|have|shall have|will have) the (?:\S+ )?right|(?:is|are|shall be|will be) entitled)(?! not)(?!\S)"
    rf"|(?<!\S)neither (?P<free>{_ONE_ALONE}) nor (?:any )?(?:of )?(?:its|their)(?!\S)"
)


def _of_one_alone(matter: Matter, kind: Kind, index: int) -> bool:
    """Whether a sentence speaks of what one side alone must or may do, and none near it of the same for the other."""
    alone = _whose(matter, kind, index)
    near = range(max(0, index - FAR), min(index + FAR + 1, len(matter.reading.masked)))
    return len(alone) == 1 and not any(
        _whose(matter, kind, i) - alone for i in near if i != index and matter.topical(kind.name, i) >= 1
    )


def _whose(matter: Matter, kind: Kind, index: int) -> set[str | None]:
    """The one side on whom a sentence lays a duty, or to whom it gives a right or a freedom; empty where it is not one."""
    words = matter.reading.masked[index].words
    if kind.party_is == "bound":
        sides = _laid_on(matter, kind, index)
    else:
        sides = {SIDES.get(m["who"] or m["free"], "both") for m in _MAY_OR_FREE.finditer(words)}
    one = len(sides) == 1 and sides <= _PAIRS["both"] and SLOTS["each"] not in words and SLOTS["neither"] not in words
    return sides if one else set()


def _sibling(matter: Matter, kind: Kind, index: int) -> bool:
    """Whether a sentence says another party term of the same topic, and has no word of this one alone.

    A general indemnity is no indemnity for infringement, unless infringement is spoken of in it.
    """
    topic, said = kind.name.split(".")[0], matter.sentence_concepts(index)
    for name, _ in matter.stated_in(index):
        other = matter.kind(name)
        if other is None or name == kind.name or not name.startswith(f"{topic}.") or other.party_is != kind.party_is:
            continue
        alone = matter.vocabulary[kind.name].keys() - matter.vocabulary[name].keys()
        if not alone & said:
            return True
    return False


def _names(matter: Matter, agreed: set[Side], index: int) -> bool:
    """Whether a sentence names every party agreed, or both at once."""
    words = matter.reading.masked[index].words
    both = any(SLOTS[x] in words for x in ("each", "neither", "other"))
    return both or all(SLOTS[side] in words for side in agreed)


def named(value: values.Value | None) -> set[Side]:
    """The sides that a party value names."""
    return set(_PAIRS.get(values.canonical(value), set())) if value is not None else set()


def _proof(telling: list[Statement], agreed: set[Side]) -> list[Statement]:
    whole = [s for s in telling if named(s.value) == agreed]
    if whole:
        return whole[:1]
    out: list[Statement] = []
    have: set[Side] = set()
    for s in telling:
        if named(s.value) - have:
            out.append(s)
            have |= named(s.value)
    return out


def _rivals(matter: Matter, term: Term, telling: list[Statement], agreed: set[Side], kind: Kind) -> bool:
    """Whether the other party's statements bear on the term as much as those of the agreed one."""
    whole = [matter.bears(term, s.sentence) for s in telling if named(s.value) == agreed]
    others = [matter.bears(term, s.sentence) for s in telling if named(s.value) - agreed]
    if not whole:
        return True
    if _owned_twice(matter, term, telling, agreed, kind):
        return True
    return kind.party_is == "bound" and max(others, default=0) >= max(whole)


def _owned_twice(matter: Matter, term: Term, telling: list[Statement], agreed: set[Side], kind: Kind) -> bool:
    """Whether two places give the same thing to two owners; a duty or a right of one side each may have as well."""
    if not kind.name.endswith("ownership"):
        return False
    first = next(s for s in telling if named(s.value) == agreed)
    others = (s for s in telling if named(s.value) - agreed and s.sentence != first.sentence)
    return any(alike(matter, term, kind, first, s) and alike(matter, term, kind, s, first) for s in others)


def _changed(matter: Matter, term: Term, kind: Kind, found: set[Side], proof: list[Statement]) -> Judgement:
    says = "both" if len(found) == 2 else next(iter(found), "nobody")
    return Judgement(
        "changed", says, spans_of(proof[:2]), reopened(term, kind, says), harmed(named(term.agreed), found, kind)
    )


def harmed(agreed: set[Side], found: set[Side], kind: Kind) -> Harmed:
    """Who loses: a served party that drops out or must share, a bound party that is added."""
    dropped, added = agreed - found, found - agreed
    losers = (
        dropped | {other_side(s) for s in added}
        if kind.party_is != "bound"
        else added | {other_side(s) for s in dropped}
    )
    return losers.pop() if len(losers) == 1 else "both"
