"""A piece into terms: which of its values belongs to which kind.

Order to read in: `Reader.read`; then the parts of it in their order: what is denied, price lists, values that stand in
one place, and parties, choices and lists.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .. import values
from ..extract.statements import Statement
from ..rulebook import Kind
from .beside import beside, scope_of
from .claims import Claimants, Claims
from .entry import entry
from .labels import Labels
from .pieces import Heard, Piece
from .price_lists import per_period, per_unit, price_list
from .remarks import CONSENT
from .scalars import parsed, read_as, scalars
from .terms import CUE, ENOUGH, LABEL, OWN, Left, Understood
from .valued import is_none, negated, placeless, valued

_NO = re.compile(
    r"(?i)(?:there (?:is|will be) )?no (?!later|more|less|longer|fewer|one|answer|reply|comments?)(?P<what>[\w' -]{2,50})"
)
_CONDITIONED = re.compile(r"\d|\b(?:without|unless|except|until|before|if)\b")
_MOST_AFTER = 5  # words after what is denied ("no AI training on any of our data")
_LAYERED = ("payment.invoicing", "general.disputes")  # "quarterly in advance", "mediation first, then the courts"
_PER_PERIOD = ("payment.late_interest", "payment.price_increase")
_BARE = frozenset(("number", "duration", "date", "money"))
_PLACELESS = frozenset(("party", "choice", "list", "multiple"))
_ONE_OF = re.compile(r"(?i)\b(?:less|lesser|lower|greater|higher) of (?:the )?$")  # "the lesser of 3% and the index"
_Span = tuple[int, int]


@dataclass(frozen=True)
class Reader:
    """Reads pieces against all kinds."""

    claimants: Claimants

    @property
    def kinds(self) -> Mapping[str, Kind]:
        return self.claimants.kinds

    @property
    def labels(self) -> Labels:
        return self.claimants.labels

    def read(self, piece: Piece, ear: Heard) -> tuple[list[Understood], list[Left]]:
        """The terms that a piece states, and its values and figures that are in none."""
        denied = self._denied(piece)
        if denied:
            return [entry(piece, *denied, {}, OWN)], []
        claims = self.claimants.of(piece, ear)
        listed, taken = self._listed(piece, claims)
        placed, left = self._placed(piece, ear, claims, taken)
        stated = {t.kind for t in placed}
        terms = [*listed, *placed, *_of_label(list(self._placeless(piece, ear, claims, stated)), claims)]
        best = max((t.score for t in terms), default=0.0)
        terms = _with_lengths([t for t in terms if t.score >= ENOUGH or best < ENOUGH or t.placed])
        return terms, [*left, *(_unread(piece) if listed or placed else ()), *_unlisted(piece, terms, self.kinds)]

    # ---- what is denied ----------------------------------------------------------------------------------------------

    def _denied(self, piece: Piece) -> tuple[str, values.Value] | None:
        """ "No non-compete", or "none" under a label."""
        if piece.label and is_none(piece.words):
            return self._none_of(self.labels.within(piece.label).kinds)
        m = _NO.match(piece.words)
        if m is None or _CONDITIONED.search(piece.words):
            return None
        words = m["what"].split()
        for size in range(len(words), max(0, len(words) - _MOST_AFTER - 1), -1):
            kinds = self.labels.find(" ".join(words[:size])).kinds
            if kinds:
                return self._none_of(kinds)
        return None

    def _none_of(self, kinds: Sequence[str]) -> tuple[str, values.Value] | None:
        value = negated(self.kinds[kinds[0]]) if kinds else None
        return (kinds[0], value) if value is not None else None

    # ---- price lists -------------------------------------------------------------------------------------------------

    def _listed(self, piece: Piece, claims: Claims) -> tuple[list[Understood], list[_Span]]:
        """Milestones and rates with labels, and the words that they take."""
        prices = price_list(piece.words)
        if prices is None:
            return [], []
        strength = claims.strength
        milestones = strength.get("payment.milestones", 0.0)
        if prices.shares:
            kind = "payment.milestones" if milestones or prices.whole else None
        elif prices.per_unit:
            kind = "payment.rate" if "payment.rate" in strength else None
        else:
            kind = "payment.milestones" if milestones >= ENOUGH else None
        value = parsed(self.kinds[kind], prices.said()) if kind is not None and kind in self.kinds else None
        if kind is None or value is None:
            return [], []
        score = max(strength.get(kind, 0.0), LABEL)
        return [entry(piece, kind, value, {}, score)], [(prices.start, prices.end)]

    # ---- values that stand in one place ------------------------------------------------------------------------------

    def _placed(
        self, piece: Piece, ear: Heard, claims: Claims, taken: Sequence[_Span]
    ) -> tuple[list[Understood], list[Left]]:
        """Each typed value to the kind with the best claim to it."""
        given: dict[str, list[tuple[values.Found, float]]] = defaultdict(list)
        terms: list[Understood] = []
        left: list[Left] = []
        for found in scalars(piece.words):
            if any(found.start < end and start < found.end for start, end in taken):
                continue
            fit = self._fit(piece, ear, claims, found)
            if fit:
                best = max(fit, key=lambda kind: fit[kind])
                given[best].append((found, fit[best]))
            elif price := _price_of_its_own(piece, found):
                terms.append(price)
            elif _to_be_told(piece, found):
                left.append(_untold(piece, piece.words[found.start : found.end]))
        if not given and not taken and piece.first:
            terms += self._bare(piece, claims)
        return [*terms, *(t for kind, claimed in given.items() for t in self._several(piece, ear, kind, claimed))], left

    def _fit(self, piece: Piece, ear: Heard, claims: Claims, found: values.Found) -> dict[str, float]:
        """The claims to a value, of the kinds that take such a value."""
        able = (k for k in claims.strength if read_as(self.kinds[k], found, piece.words) is not None)
        fit = {kind: claims.to(kind, found, piece, ear) for kind in able}
        if isinstance(found.value, values.Money) and getattr(found.value, "per", None) and "payment.total_fee" in fit:
            fit.setdefault("payment.rate", claims.strength["payment.total_fee"])  # "a fee of £650 per day"
        return {kind: claim for kind, claim in fit.items() if claim > 0} or self.claimants.anywhere(piece, found)

    def _bare(self, piece: Piece, claims: Claims) -> Iterator[Understood]:
        """A value that stands alone under its label ("Revisions: 2"), as it would in a term sheet of ours."""
        for kind in sorted(claims.strength, key=lambda k: -claims.strength[k]):
            rule = self.kinds[kind]
            value = parsed(rule, piece.words) if _BARE & set(rule.types) else None
            if value is not None and not placeless(value):
                yield entry(piece, kind, value, {}, OWN)
                return

    def _several(
        self, piece: Piece, ear: Heard, kind: str, claimed: Sequence[tuple[values.Found, float]]
    ) -> Iterator[Understood]:
        """The values that one kind has in a piece: one, several told apart by what they are for, or a doubt."""
        terms = [self._scalar(piece, ear, kind, found, claim) for found, claim in claimed]
        scopes = [t.keys.get("for") for t in terms] if kind != "term.cure_period" else _scopes(piece, claimed)
        told = list(dict.fromkeys(values.canonical(t.value) for t in terms))
        if len(told) == 1 or kind == "general.governing_law":
            yield terms[0]
        elif all(scopes) and len(set(scopes)) == len(scopes):
            for term, scope in zip(terms, scopes, strict=True):
                keys = {key: said for key, said in term.keys.items() if key != "from"}
                yield replace(term, keys={**keys, "for": scope or ""})
        else:
            yield replace(terms[0], doubt=f"says {' or '.join(told)}")

    def _scalar(self, piece: Piece, ear: Heard, kind: str, found: values.Found, claim: float) -> Understood:
        rule = self.kinds[kind]
        value = read_as(rule, found, piece.words)
        assert value is not None
        part = next((p for p in found.parts if p.value == value), found)  # "15% of the fees" as 15%, of the fees
        keys = beside(rule, value, (part.start, part.end), piece.words, ear)
        if kind in _PER_PERIOD and isinstance(value, values.Percent):
            value = per_period(value, piece.words[found.end :])
        if kind == "payment.rate" and isinstance(value, values.Money):
            value = per_unit(value, f"{piece.label} {piece.words}")
        term = replace(entry(piece, kind, value, keys, claim), placed=True)
        if _ONE_OF.search(piece.words[: found.start]):
            return replace(term, doubt=f"says more than {values.canonical(value)}")
        if found.low is not None:
            return replace(term, doubt=f"says {values.canonical(found.low)} to {values.canonical(value)}")
        return replace(term, doubt="words and digits disagree") if found.words_say is not None else term

    # ---- parties, choices and lists ----------------------------------------------------------------------------------

    def _placeless(self, piece: Piece, ear: Heard, claims: Claims, stated: set[str]) -> Iterator[Understood]:
        """What the cues read, else what the words under the label say."""
        called = {k for k in (*claims.named.kinds, *claims.inside.kinds) if self._may_name(k, stated)}
        for kind, claim in claims.strength.items():
            rule = self.kinds[kind]
            if not _PLACELESS & set(rule.types) or ("multiple" in rule.types and kind in stated):
                continue
            said = [s for s in ear.statements if s.kind == kind and s.value is not None and not s.weak]
            said = [s for s in said if s.value is not None and placeless(s.value)]
            value = _joined(said, piece.words) if said else valued(rule, piece.words, ear) if kind in called else None
            if value is not None and placeless(value):
                term = entry(piece, kind, value, beside(rule, value, None, piece.words, ear), claim)
                yield replace(term, doubt=term.doubt or _at_odds(said, value))

    def _may_name(self, kind: str, stated: set[str]) -> bool:
        """Whether the words under a label may name the party of a kind: not where they speak of another ("back in 30 days")."""
        return (
            "party" not in self.kinds[kind].types
            or not stated
            or any(kind.startswith(s) or s.startswith(kind) for s in stated)
        )


def _at_odds(said: Sequence[Statement], value: values.Value) -> str | None:
    """The doubt where cues read several of a kind's listed words ("inclusive of expenses, exclusive of VAT")."""
    words = [s.value.word for s in said if isinstance(s.value, values.Choice)]
    layered = bool(said) and said[0].kind in _LAYERED
    told = not layered and isinstance(value, values.Choice) and value.word != "with consent" and len(set(words)) > 1
    return f"says {' or '.join(dict.fromkeys(words))}" if told else None


def _scopes(piece: Piece, claimed: Sequence[tuple[values.Found, float]]) -> list[str | None]:
    """What each of several periods is for."""
    starts = [*(found.start for found, _ in claimed[1:]), len(piece.words)]
    ends = [0, *(found.end for found, _ in claimed)]
    places = zip(claimed, ends, starts, strict=False)
    return [scope_of(piece.words, (found.start, found.end), end, start) for (found, _), end, start in places]


def _price_of_its_own(piece: Piece, found: values.Found) -> Understood | None:
    """A price per unit under a label of its own ("Maintenance: USD 72,000 per year")."""
    price = found.value
    if not isinstance(price, values.Money) or not getattr(price, "per", None) or not piece.point.label:
        return None
    return entry(piece, "payment.rate", values.Labelled(((piece.label, price),)), {}, LABEL)


def _to_be_told(piece: Piece, found: values.Found) -> bool:
    """Whether a value that nothing claims is worth telling: not where it stands in the condition of another."""
    counted = found.value is not None and any(c.isdigit() for c in values.canonical(found.value))
    return (counted or found.type == "place") and found.type != "number" and not _in_condition(piece.words, found)


def _in_condition(words: str, found: values.Found) -> bool:
    """Whether a value stands in the condition of another ("50% if within 7 days of the shoot")."""
    others = (f for f in scalars(words) if isinstance(f.value, (values.Percent, values.Money)))
    return any(re.match(r"\s*,?\s*(?:if|where|when)\b[^.;,]*$", words[f.end : found.start]) for f in others)


def _unread(piece: Piece) -> Iterator[Left]:
    """Figures that are part of no value ("split 40/60") are told, so that nobody takes them for understood."""
    spans = [(f.start, f.end) for f in scalars(piece.words)]
    for m in re.finditer(r"\S*\d\S*", piece.words) if spans else ():  # without any, the words are one value
        if not any(m.start() < end and start < m.end() for start, end in spans):
            yield _untold(piece, m[0].strip(",.;()"))


def _unlisted(piece: Piece, terms: Sequence[Understood], kinds: Mapping[str, Kind]) -> Iterator[Left]:
    """The items of an enumeration that its list does not have ("unlimited for injury and fraud": only fraud is known)."""
    lists = [t.value.items for t in terms if isinstance(t.value, values.ListValue) and kinds[t.kind].items]
    known = {word[:5].lower() for items in lists for item in items for word in re.findall(r"[^\W\d_]{4,}", item)}
    parts = re.split(r"\s*[,;]\s*(?:and |or )?|\s+(?:and|or)\s+|\bfor\b", piece.words) if lists else []
    for part in parts[1:]:
        words = re.findall(r"[^\W\d_]{4,}", part)
        if words and len(words) < 4 and not any(word[:5].lower() in known for word in words):
            yield _untold(piece, part.strip(" .()"))


def _untold(piece: Piece, figure: str) -> Left:
    return Left(piece.point.said, piece.point.where, f'nothing tells what "{figure}" is for')


def _of_label(terms: list[Understood], claims: Claims) -> list[Understood]:
    """Without the parties that a cue reads for another kind than the one that the label names."""
    terms = _indemnities(terms, claims)
    named = claims.named.kinds if claims.named.sure else ()
    mine = {t.value for t in terms if t.kind in named and t.score >= ENOUGH and isinstance(t.value, values.PartyValue)}
    return [t for t in terms if t.kind in named or t.kind.endswith("applies_to") or t.value not in mine]


def _indemnities(terms: list[Understood], claims: Claims) -> list[Understood]:
    """Of the general indemnity and that for infringement, the one that a piece means: "licensor for IP" is the second."""
    both = {"liability.indemnity_by", "liability.ip_indemnity_by"}
    if not both <= {t.kind for t in terms}:
        return terms
    strength = claims.strength
    other = "liability.indemnity_by" if strength["liability.ip_indemnity_by"] >= CUE else "liability.ip_indemnity_by"
    return [t for t in terms if t.kind != other]


def _with_lengths(terms: list[Understood]) -> list[Understood]:
    """A choice and a length of the same kind as one value ("automatic, a year at a time")."""
    notices = [t.value for t in terms if t.kind.endswith("notice")]
    terms = [_without_notice(t, notices) for t in terms]
    chosen = {t.kind for t in terms if isinstance(t.value, values.Choice)}
    lengths = {t.kind: t.value for t in terms if isinstance(t.value, values.Duration) and t.kind in chosen}
    return [_lengthened(t, lengths.get(t.kind)) for t in terms if t.kind not in lengths or t.value != lengths[t.kind]]


def _without_notice(term: Understood, notices: Sequence[values.Value]) -> Understood:
    """A choice whose length is that of the notice: "renews each year unless one gives 60 days' notice" renews for a year."""
    value = term.value
    if isinstance(value, values.Choice) and value.length is not None and value.length in notices:
        return replace(term, value=replace(value, length=None))
    return term


def _lengthened(term: Understood, length: values.Duration | None) -> Understood:
    if length is None or not isinstance(term.value, values.Choice) or term.value.word != "automatic":
        return term
    return replace(term, value=replace(term.value, length=length))


def _joined(stated: Sequence[Statement], words: str) -> values.Value:
    """The value of the statements of one kind; lists are one list, and "not without consent" is "with consent"."""
    told = [s.value for s in stated if s.value is not None]
    consent = next((v for v in told if isinstance(v, values.Choice) and v.word == "with consent"), None)
    if consent is not None and CONSENT.search(words):
        return consent
    items = [item for v in told if isinstance(v, values.ListValue) for item in v.items]
    return values.ListValue(tuple(dict.fromkeys(items))) if items else told[0]
