"""What people call the kinds of term: `labels.yaml`, looked up forgivingly."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

import yaml
from rapidfuzz import fuzz, process

from ..rulebook import Rulebook

SURE, NEAR = 93, 84  # likeness from which a label is taken for a known one, and for perhaps a known one
_NOISE = re.compile(
    r"\b(?:the|a|an|our|your|their|agreed|proposed|general|overall|of the (?:agreement|contract|deal|work)|terms?(?= of)|clause|provisions?|rights?(?= to))\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """The kinds that a label may mean, the likeliest first, and whether it surely is one of theirs."""

    kinds: tuple[str, ...]
    sure: bool


LONGEST = 5  # words of a label at the beginning of a line
_LITTLE = re.compile(
    r"(?:^|(?<=\s))(?:of|a|an|the|for|in|at|on|is|are|s'?|'|per|up|to|only|just|fixed|flat|max|maximum|min|minimum|with|under|by)(?=\s|$)"
)


NOTHING = Named((), False)


@dataclass(frozen=True)
class Labels:
    """Every label with the kinds that it may mean."""

    kinds: Mapping[str, tuple[str, ...]]

    @cached_property
    def telling(self) -> Mapping[str, tuple[str, ...]]:
        """The same by the telling words of each label."""
        return {_telling(label): kinds for label, kinds in reversed(list(self.kinds.items()))}

    def find(self, said: str) -> Named:
        """The kinds that a label means: as it stands, without its brackets, or nearly."""
        for form in _forms(said):
            if form in self.kinds:
                return Named(self.kinds[form], True)
        form = fold(said)
        if not 3 <= len(form) <= 60:
            return NOTHING
        best = process.extractOne(form, self.kinds.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=NEAR)
        if best is None or abs(len(best[0]) - len(form)) > 4:
            return NOTHING
        return Named(self.kinds[best[0]], best[1] >= SURE)

    def within(self, said: str) -> Named:
        """The kinds of a label among longer words ("Fees and invoicing", "Payment / invoices")."""
        whole = self.find(said)
        if whole.kinds:
            return whole
        parts = [p for p in re.split(r"\s*(?:/|&|,|\band\b|\+|\bor\b|;)\s*", re.sub(r"[()]", ",", said)) if p]
        named = [self.find(part) for part in parts] if len(parts) > 1 else []
        kinds = tuple(dict.fromkeys(kind for one in named for kind in one.kinds))
        return Named(kinds, bool(kinds) and all(one.sure for one in named if one.kinds))

    def opening(self, words: str) -> tuple[Named, str]:
        """The label that words begin with ("fee 120k fixed"), the longest there is, and the words after it."""
        said = words.split()
        for size in range(min(LONGEST, len(said) - 1), 0, -1):
            lead = " ".join(said[:size])
            if lead[-1:] not in ",;:.)" and (kinds := self.kinds.get(fold(lead)) or self.kinds.get(_bare(lead))):
                return Named(kinds, True), " ".join(said[size:])
        return NOTHING, words

    def rest(self, words: str, spans: Sequence[tuple[int, int]]) -> Named:
        """The label that is left of words without their values ("2 rounds of revisions", "Delaware law")."""
        left = "".join(c if not any(s <= i < e for s, e in spans) else " " for i, c in enumerate(words))
        form = _telling(left)
        kinds = self.telling.get(form) or self.telling.get(form.removesuffix("s")) if form else None
        return Named(kinds, True) if kinds else NOTHING

    def anywhere(self, words: str) -> tuple[str, ...]:
        """The kinds of every label of two words or more that stands anywhere in words ("as a termination fee")."""
        said = fold(words).split()
        spans = ((at, at + size) for size in range(LONGEST, 1, -1) for at in range(len(said) - size + 1))
        named = (self.kinds.get(" ".join(said[start:end]), ()) for start, end in spans)
        return tuple(dict.fromkeys(kind for kinds in named for kind in kinds))

    def left(self, said: str) -> tuple[str, ...]:
        """The kinds that a label leaves to the lawyers: the one of that name, a whole topic, or all that it may mean."""
        named = self.within(said)
        if not named.sure:
            return ()
        own = fold(said).replace(" ", "_")
        mine = tuple(kind for kind in named.kinds if kind.endswith(f".{own}"))
        topic = {"intellectual_property": "ip"}.get(own, own)
        if not mine and any(kind.startswith(f"{topic}.") for kind in named.kinds):
            return (f"{topic}.*",)
        return mine or named.kinds[:3]


def fold(said: str) -> str:
    """A label in lower case, without signs and without words that say nothing."""
    plain = re.sub(r"[’']", "'", said.lower())
    plain = re.sub(r"[^\w&/'.]+|(?<=\w)/(?=\w)", " ", plain).strip(" .'")
    return " ".join(plain.split())


def _telling(said: str) -> str:
    return fold(_LITTLE.sub(" ", fold(said)))


def _bare(said: str) -> str:
    return " ".join(_NOISE.sub(" ", fold(said)).split())


def _forms(said: str) -> list[str]:
    whole = fold(said)
    bare = fold(re.sub(r"\([^)]*\)", " ", said))
    forms = [whole, bare]
    forms += [" ".join(_NOISE.sub(" ", form).split()) for form in (whole, bare)]
    forms += [form.removesuffix("s") for form in forms] + [f"{form}s" for form in forms]
    return [form for form in dict.fromkeys(forms) if form]


@lru_cache(maxsize=1)
def _listed() -> Mapping[str, tuple[str, ...]]:
    source = files(__package__).joinpath("labels.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return {kind: tuple(labels) for kind, labels in loaded.items()}


def labels(rulebook: Rulebook) -> Labels:
    """The labels of all kinds of a rulebook; a kind that `labels.yaml` does not list answers to its own name."""
    out: dict[str, list[str]] = {}
    for kind in rulebook.kinds:
        own = kind.split(".", 1)[1].replace("_", " ")
        for label in (kind, own, fold(own), *map(fold, _listed().get(kind, ()))):
            out.setdefault(label, []).append(kind)
    named = {label: tuple(dict.fromkeys(kinds)) for label, kinds in out.items()}
    for kind in rulebook.kinds:  # a kind's own name means that kind before all others
        own = fold(kind.split(".", 1)[1].replace("_", " "))
        named[own] = tuple(dict.fromkeys((kind, *named[own])))
    return Labels(named)
