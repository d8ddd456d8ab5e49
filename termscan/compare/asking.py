"""What is seen of a sentence that may ask for something nobody agreed: the signs for odds that were learnt from cases."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..extract.burden import burdened
from ..extract.masking import SIDES, SLOTS
from ..extract.statements import CompiledKind
from ..odds import spoken_of, topics
from ..rulebook import AskRule, Kind
from .lexicon import content
from .matter import Matter
from .mentions import Mention, beyond_custom, customary, mentions, quiet
from .propositions import clauses

TELLS, SOUNDS = 10.0, 0.7  # how much a sentence must speak for a kind that no rule finds in it, to be looked at
TOLD = 0.15  # the same for the odds of what a piece of it speaks of
TOLD_OF_FEW = 0.05  # the same where a few kinds alone are looked for
LONG, MOST = 150, 4  # words of a sentence, and things of one sort in it, beyond which more tell no more
_SAYS = {
    name: re.compile(rf"(?<!\S)(?:{words})(?!\S)")
    for name, words in {
        "duties": r"shall|will|must|agrees?|undertakes?|(?:is|are) to|bears?",
        "rights": r"may|can|entitled|rights?|option|free",
        "denials": rf"not|no|never|neither|nor|cannot|without|none|nobody|refrains?|abstains?|{SLOTS['neither']}",
        "exceptions": r"except|unless|other than|save|provided|excluding",
        "limits": r"only|solely|exclusively|alone",
        "others": r"others?|another|else|elsewhere|similar|like|competing|competitors?|anyone|anybody|own",
        "comparisons": r"lower|lowest|less|least|higher|highest|better|best|more|most|above|below|favou?rable",
        "sanctions": r"failing|fails?|breach|default|late|delay|overdue|penalty|liquidated|damages|indemnify",
    }.items()
}
_VALUE = re.compile(f"[{''.join(SLOTS[s] for s in ('duration', 'money', 'percent', 'number', 'date', 'multiple'))}]")
_AMOUNT = re.compile(f"[{''.join(SLOTS[s] for s in ('money', 'percent', 'multiple'))}]")
_PARTY = re.compile(f"[{''.join(SIDES)}]")
_TOPICS = ("payment", "deliverables", "ip", "liability", "term", "general")


@dataclass(frozen=True)
class Candidate:
    """A sentence that may ask for a kind, and the words in it by which a rule finds that, if one does."""

    kind: Kind
    rule: AskRule
    sentence: int
    mention: Mention | None


def unsettled(matter: Matter, rules: Mapping[str, Kind]) -> Iterator[tuple[CompiledKind, AskRule]]:
    """The kinds, or the traps, of which the sheet says nothing."""
    agreed = {t.kind for t in matter.sheet.terms}
    for name, kind in rules.items():
        compiled = matter.compiled(name)
        if name not in agreed and kind.ask and compiled and not matter.sheet.left_to_counsel(name):
            yield compiled, kind.ask


def candidates(matter: Matter, of: Container[str] | None = None) -> Iterator[tuple[Candidate, dict[str, float]]]:
    """Every sentence that may ask for a kind of which cases are known, and which the sheet leaves open, with all that is seen of it.

    Args:
        of: the kinds to look for, where not all: those that were agreed to be none.
    """
    known = {name: kind for name, kind in matter.rulebook.kinds.items() if name in topics()}
    kinds = {compiled.kind.name: (compiled, rule) for compiled, rule in unsettled(matter, known)}
    wanted = [name for name in kinds if of is None or name in of]
    found = {name: _by_sentence(matter, *kinds[name]) for name in wanted}
    draft = {"open kinds": len(kinds), "settled": len(matter.placed) / max(1, len(matter.rulebook.kinds)),
             "we pay": matter.sheet.our_side == "customer", "agreed none": of is not None}  # fmt: skip
    for index in range(len(matter.reading.masked)):
        if matter.recital(matter.sentence_span(index)[0]):
            continue
        own = frozenset(content(matter.sentence_text(index))) - matter.party_concepts
        spoken, sounds = spoken_of(own), matter.heard(own)
        told, whole = matter.subjects(index)
        looked_at = {
            name
            for name in wanted
            if index in found[name]
            or spoken.get(name, 0.0) >= TELLS
            or sounds.get(name, 0.0) >= SOUNDS
            or told.get(name, 0.0) >= (TOLD if of is None else TOLD_OF_FEW)
        }
        if not looked_at:
            continue
        sentence = draft | _of_sentence(matter, index)
        heard = {"topic": spoken, "sounds": sounds, "told": told}
        settled = {what: max((odds.get(n, 0.0) for n in matter.placed), default=0.0) for what, odds in heard.items()}
        for name in sorted(looked_at):
            compiled, rule = kinds[name]
            said = found[name].get(index, [])
            signs = {
                **sentence,
                **_of_mentions(matter, compiled, said),
                "told as a whole": whole.get(name, 0.0),
                "customary": customary(matter, compiled, index),
                "topical": matter.topical(name, index),
                "statements": min(MOST, len(matter.statements(name))),
                "weak": any(s.weak for s in matter.statements(name) if s.sentence == index),
                "group": _TOPICS.index(name.split(".")[0]),
            }
            for what, odds in heard.items():
                own_odds = odds.get(name, 0.0)
                signs |= {what: own_odds, f"{what} beyond": own_odds - settled[what], f"settled {what}": settled[what],
                          f"{what} rank": sum(p > own_odds for p in odds.values())}  # fmt: skip
            yield Candidate(compiled.kind, rule, index, said[0] if said else None), signs


def _by_sentence(matter: Matter, compiled: CompiledKind, rule: AskRule) -> dict[int, list[Mention]]:
    out: dict[int, list[Mention]] = {}
    for m in mentions(matter, compiled, rule):
        out.setdefault(m.sentence, []).append(m)
    return out


def _of_sentence(matter: Matter, index: int) -> dict[str, float]:
    """What is seen of a sentence, whatever it may ask for."""
    words = matter.reading.masked[index].words
    bound = burdened(words, 0, len(words))
    stated = matter.stated_in(index)
    denied = [clause.denied for clause in clauses(matter.sentence_text(index)) if clause.concepts]
    return {
        **{name: min(MOST, len(said.findall(words))) for name, said in _SAYS.items()},
        "values": min(MOST, len(_VALUE.findall(words))),
        "amounts": min(MOST, len(_AMOUNT.findall(words))),
        "parties": min(MOST, len(_PARTY.findall(words))),
        "words": min(LONG, words.count(" ") + 1),
        "place": index / len(matter.reading.masked),
        "first": not any(True for _ in matter.beside(index, -1)),
        "last": not any(True for _ in matter.beside(index, 1)),
        "bound": 0.0 if bound is None else 0.5 if bound == "both" else 1.0 if bound == matter.sheet.our_side else -1.0,
        "denied": sum(denied) / max(1, len(denied)),
        "denied first": denied[:1] == [True],
        "states": len(stated),
        "states settled": sum(name in matter.placed for name, _ in stated),
    }


def _of_mentions(matter: Matter, compiled: CompiledKind, found: Sequence[Mention]) -> dict[str, float]:
    """What a rule finds in a sentence of its kind, and whom that binds."""
    ours = matter.sheet.our_side
    return {
        "mentions": min(MOST, len(found)),
        "signs": sum(m.by_sign for m in found),
        "states it": any(not m.by_sign for m in found),
        "binds us": any(m.binds == ours for m in found),
        "binds both": any(m.binds == "both" for m in found),
        "binds them": any(m.binds not in (ours, "both") for m in found),
        "quiet": any(quiet(matter, compiled, m) for m in found),
        "beyond custom": any(beyond_custom(matter, compiled, m) for m in found),
    }
