"""What would still be signed: a value, or `at most 45 days`, `at least 6 months`, `between 1 and 3`."""

from __future__ import annotations

from dataclasses import dataclass

from termscan.values.kinds import Value


@dataclass(frozen=True, slots=True)
class Bound:
    """The lowest and the highest value that would do, both included; where both are the same value, only that."""

    low: Value | None = None
    high: Value | None = None
