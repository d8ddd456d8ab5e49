"""Places in a draft: the sentence and paragraph at an offset, the number before it, and where a missing point fits."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from ..model import Block, Document, Review
from ..outline import Outline, Section, Sentence
from ..reports.findings import Finding

_NUMBERED = re.compile(r"(?P<before>(?:Section |Clause )?\(?(?:\d{1,3}\.)*)(?P<last>\d{1,3}|[a-y])(?P<after>[.)]?)\s+")


@dataclass(frozen=True, slots=True)
class Fitting:
    """Where a new paragraph goes: after which one, in the form of which, with which number (none where Word counts)."""

    after: Block
    like: Block
    number: str


@dataclass(frozen=True)
class Places:
    """A reviewed draft in its parts."""

    review: Review
    parts: Outline

    @property
    def draft(self) -> Document:
        return self.review.draft

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.parts.sentences]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [b.start for b in self.draft.blocks]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence in which an offset stands, if any."""
        at = bisect_right(self._sentence_starts, offset) - 1
        found = self.parts.sentences[at] if at >= 0 else None
        return found if found is not None and offset < found.end else None

    def block_at(self, offset: int) -> Block | None:
        """The paragraph or row in which an offset stands, if any."""
        at = bisect_right(self._block_starts, offset) - 1
        found = self.draft.blocks[at] if at >= 0 else None
        return found if found is not None and offset < found.end else None

    def blocks_of(self, sentence: Sentence) -> list[Block]:
        """The paragraphs over which a sentence goes, items of its list and all."""
        first = max(0, bisect_right(self._block_starts, sentence.start) - 1)
        return [b for b in islice(self.draft.blocks, first, None) if sentence.start < b.end and b.start < sentence.end]

    def fitting(self, finding: Finding) -> Fitting | None:
        """Where a point fits that the draft leaves out: after the last clause of the section with the nearest term."""
        near = self._nearest(finding)
        if near is None:
            return None
        start, end = self._top_section(near)
        inside = [b for b in self.draft.blocks if start <= b.start < end and b.style in ("body", "heading")]
        if not inside:
            return None
        depths = {self._depth(b) for b in inside[1:]} - {None, 0}
        depth = min(d for d in depths if d) if depths else 0
        at = max((i for i, b in enumerate(inside) if self._depth(b) == depth), default=0)
        clause = after = inside[at]
        for block in inside[at + 1 :]:
            if (self._depth(block) or 0) <= depth:
                break
            after = block
        if not depth:
            return self._unnumbered(inside)
        numbered = None if clause.label else _NUMBERED.match(self.draft.text, clause.start, clause.end)
        number = f"{numbered['before']}{_next(numbered['last'])}{numbered['after']} " if numbered else ""
        return Fitting(after, clause, number)

    def _unnumbered(self, inside: list[Block]) -> Fitting | None:
        """After a section whose paragraphs have no numbers; one that Word numbers lends no form."""
        plain = next((b for b in reversed(inside) if not b.label and b.style == "body"), None)
        plain = plain or next((b for b in self.draft.blocks if not b.label and b.style == "body"), None)
        return Fitting(inside[0] if len(inside) == 1 else inside[-1], plain, "") if plain else None

    def heading_of(self, offset: int) -> Block:
        """The paragraph that opens the section of the highest level in which an offset stands."""
        return self.block_at(self._top_section(offset)[0]) or self.draft.blocks[0]

    def _depth(self, block: Block) -> int | None:
        """How deep in the section tree a numbered paragraph is; None for one without a number."""
        section = self.parts.section_at(block.start)
        return section.depth if section.start == block.start and section.number else None

    def _nearest(self, finding: Finding) -> int | None:
        names = [row.term for row in self.review.terms]
        here = names.index(finding.name) if finding.name in names else 0
        others = [
            (abs(at - here), e.start)
            for at, row in enumerate(self.review.terms)
            for e in row.evidence[:1]
            if row.term.split(".")[0] == finding.topic and self._is_in_body(e.start)
        ]
        if others:
            return min(others)[1]
        stated = [e.start for row in self.review.terms for e in row.evidence[:1] if self._is_in_body(e.start)]
        return max(stated, default=None)  # near the end stands what stands by itself, as the governing law does

    def _is_in_body(self, offset: int) -> bool:
        block = self.block_at(offset)
        return self.parts.section_at(offset).placement == "body" and block is not None and block.style == "body"

    def _top_section(self, offset: int) -> tuple[int, int]:
        """From where to where the section of the highest level goes in which an offset stands."""
        sections = self.parts.sections
        at = sections.index(self.parts.section_at(offset))
        first = next((i for i in range(at, -1, -1) if sections[i].depth == 0), at)
        last = next((s.start for s in sections[first + 1 :] if s.depth == 0), len(self.draft.text))
        return sections[first].start, last

    def whole(self, sentence: Sentence, block: Block) -> tuple[int, int]:
        """A sentence with the number and heading before it, where it is all that its paragraph says."""
        start, end = max(sentence.start, block.start), min(sentence.end, block.end)
        begins = self.after_number(block)
        section: Section = self.parts.section_at(block.start)
        if section.start == block.start:
            begins = max(begins, section.body)
        return (block.start if start <= begins else start), end

    def after_number(self, block: Block) -> int:
        """Where the words of a paragraph begin, behind its number."""
        if block.label:
            return block.start + len(block.label) + 1
        number = _NUMBERED.match(self.draft.text, block.start, block.end)
        return number.end() if number else block.start

    def goes_on_after(self, block: Block) -> bool:
        """Whether Word numbers a later paragraph by counting this one."""
        at = bisect_right(self._block_starts, block.start)
        return any(b.label for b in self.draft.blocks[at : at + 4] if b.level == block.level)


def _next(number: str) -> str:
    return str(int(number) + 1) if number.isdecimal() else chr(ord(number) + 1)
