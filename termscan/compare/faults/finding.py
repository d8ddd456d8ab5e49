"""One finding: a fault by its name, the words that prove it, and what its message is filled with."""

from __future__ import annotations

from dataclasses import dataclass

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of the draft before it is weighed.

    `spans` are the faulty words first, then whatever they disagree with, as offsets into the draft. `a` and `b` fill
    the message of the rule; `about` is what the finding is about, by which it is listed where many are told as one.
    """

    fault: str
    spans: tuple[Stretch, ...]
    about: str
    a: str = ""
    b: str = ""
