"""The outline of a draft: its sections, sentences, parties and definitions.

Read in this order: numbers (which digits begin a section), sections, sentences, parties, definitions.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from ..model import Document, Evidence, PartyName, Role
from .definitions import Definition, definitions
from .options import Span, boxes
from .parties import Parties, parties
from .sections import Section, sections
from .sentences import Sentence, sentences

__all__ = ["Definition", "Outline", "Parties", "Section", "Sentence", "outline"]

LONGEST_QUOTE = 800  # characters; evidence that goes on for longer proves nothing


@dataclass(frozen=True)
class Outline:
    """A draft cut into its parts."""

    document: Document
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    parties: Parties
    definitions: tuple[Definition, ...]
    boxes: tuple[Span, ...] = ()  # tick boxes
    ruled_out: tuple[Span, ...] = ()  # options that are not ticked

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sections]

    def section_at(self, offset: int) -> Section:
        """The section in which an offset stands."""
        return self.sections[max(0, bisect_right(self._starts, offset) - 1)]

    def evidence(self, start: int, end: int, role: Role = "states") -> Evidence:
        """Words of the draft as evidence, cut to what a reader can take in."""
        text = self.document.text
        end = min(end, start + LONGEST_QUOTE)
        while end > start and text[end - 1].isspace():
            end -= 1
        section = self.section_at(start)
        tracked = next((t for t in self.document.tracked if t.start < end and start < t.end), None)
        page = self.document.page_at(start)
        sure = self.document.confidence(start, end)
        return Evidence(role, section.number, section.heading, page, text[start:end], start, end, tracked, sure)


def outline(document: Document, customer: PartyName | None = None, provider: PartyName | None = None) -> Outline:
    """Cut a draft into its parts; the parties' names are those of the term sheet, where there is one."""
    all_sections = sections(document)
    ticks, ruled_out = boxes(document.text)
    all_sentences = sentences(document.text, all_sections, ticks, ruled_out)
    who = parties(document.text, customer, provider)
    return Outline(
        document, all_sections, all_sentences, who, definitions(document.text, all_sentences), ticks, ruled_out
    )
