"""A value and where it stands in the text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from termscan.values.kinds import Value


@dataclass(frozen=True, slots=True)
class Found:
    """A value in `text[start:end]`.

    `type` is "money", "percent", "duration", "multiple", "date", "number", "place" or "blank". `value` is None where a
    blank or a redaction stands for it; with `blank` and a value, only one of words and digits is filled in.
    `words_say` is the other reading where words and digits disagree, `low` the lower end of a range ("five to ten
    days"). `parts` are the values that a multiple is made of ("100% of the fees": the percentage).
    """

    type: str
    value: Value | None
    start: int
    end: int
    words_say: Value | None = None
    blank: bool = False
    redacted: bool = False
    low: Value | None = None
    parts: tuple[Found, ...] = ()

    def moved(self, by: int) -> Found:
        """The same, in a text that has so many characters more before it."""
        parts = tuple(part.moved(by) for part in self.parts)
        return replace(self, start=self.start + by, end=self.end + by, parts=parts)
