"""Who marks a draft, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Pen:
    """Whose marks they are, and the time that they bear, in UTC."""

    author: str
    at: datetime

    @property
    def word_date(self) -> str:
        """As Word writes it: "2026-09-14T08:00:00Z"."""
        return self.at.strftime("%Y-%m-%dT%H:%M:%SZ")

    @property
    def pdf_date(self) -> str:
        """As a PDF has it: "D:20260914080000Z"."""
        return self.at.strftime("D:%Y%m%d%H%M%SZ")
