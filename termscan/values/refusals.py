"""What to say to somebody whose value cannot be read: what is wrong, how to write it, and the word that was meant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from termscan.values import party
from termscan.values.choice import fold

# the article is for the sentence "… is not a duration"
_CALLED = {
    "money": "money",
    "percent": "a percentage",
    "multiple": "a multiple of the fees",
    "labelled": "a list of labels",
    "absent": "none",
}
_USUAL_WORDS = (
    *("days", "weeks", "months", "years", "business days", "quarters", "hours"),
    *("during the term", "perpetual", "unlimited"),
    *party.WORDS,
)
_ANY_WORDS = {"text", "place", "list"}  # types whose words we cannot know


class Refusal:
    """Words of refusal for a kind of the types `names`, each written like `like[name]`, with its listed choices."""

    def __init__(self, names: Sequence[str], like: Mapping[str, str], choices: Sequence[str] = ()) -> None:
        self.names, self.like, self.choices = names, like, choices

    def of(self, words: str) -> str:
        """Refuses words that are none of the types."""
        if "choice" in self.names and self.choices:
            others = [name for name in self.names if name != "choice"]
            either = f" or {_called(others)} ({' or '.join(self.like[name] for name in others)})" if others else ""
            return f"{words!r} is not one of: {', '.join(self.choices)}{either}{_meant(words, self.choices)}"
        meant = "" if _ANY_WORDS & set(self.names) else _meant(words, _USUAL_WORDS)
        return f"{words!r} is not {_called(self.names)}; write it like {self._like()}{meant}"

    def of_shape(self, shape: str) -> str:
        """Refuses a YAML list or mapping where the kind takes none."""
        return f"{shape} is not {_called(self.names)}; write it like {self._like()}"

    def of_nothing(self) -> str:
        return f"there is no value; write it like {self._like()}"

    def _like(self) -> str:
        likes = [" or ".join(self.choices) if name == "choice" else self.like[name] for name in self.names]
        return ", or ".join(like for like in likes if like)


def _called(names: Sequence[str]) -> str:
    return " or ".join(_CALLED.get(name) or f"a {name}" for name in names)


def _meant(words: str, known: Sequence[str]) -> str:
    """The right word that was most likely meant, as a question."""
    from rapidfuzz import fuzz, process  # only where something is wrong

    said = re.sub(r"^[\d.,\s]+", "", words)
    best = process.extractOne(said, known, scorer=fuzz.ratio, processor=fold, score_cutoff=60) if said else None
    return f"; did you mean {best[0]!r}?" if best else ""
