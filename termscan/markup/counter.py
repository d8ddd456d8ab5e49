"""A counter-draft in the making: the edits that take words out of a draft, put others in their place, or add a clause."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from .. import values
from ..model import Block, Evidence
from ..outline import Sentence
from ..reports.findings import Finding
from ..termsheet import Term
from .places import Places

_SHORT = 200  # characters of a sentence that says one thing
_MOST_OF_IT = 0.4  # of a longer sentence: where the evidence is less, a new sentence would lose other things
_LEFT_OUT = "Intentionally left blank."  # keeps a clause's number, on which others may count
_DECIMAL = re.compile(r"(?:section |clause )?\d", re.IGNORECASE)
_STEM = 6  # letters
_BACK = re.compile(r"\b(?:[Tt]h(?:e|is|at|ese|ose)|[Ss]uch|[Aa]ny such) ([a-z]{6,})")
_JOINED_BEFORE = re.compile(r"[,;(]\s+(?:(?:and|but|or)\s+)?$")
_JOINS_ON = re.compile(
    r"(?:except|excluding|provided|unless|subject to|save|other than|but|and|or|less|to the extent|only if|if)\b",
    re.IGNORECASE,
)
_JOINS = re.compile(r"[,;]?\s+(?:and|but|or)\s+$|[,;]\s+$|\s+$")


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of the draft: other words for `start` to `end`, a paragraph struck out, or one added after it."""

    start: int
    end: int
    words: str = ""
    how: Literal["words", "strike paragraph", "add paragraph"] = "words"
    like: tuple[int, int] | None = None  # the paragraph whose form an added one takes


Proposal = tuple[Edit, ...]


@dataclass(frozen=True)
class Counter:
    """A reviewed draft with what its edits are made from."""

    places: Places
    terms: dict[str, Term]  # by the name of the row

    @property
    def text(self) -> str:
        return self.places.draft.text

    def agreed_words(self, finding: Finding) -> str | None:
        """A sentence that says what was agreed, with the names that the draft has for the parties."""
        term = self.terms.get(finding.name)
        words = finding.restore
        if words is not None and term is not None and term.of and isinstance(term.agreed, values.Percent):
            words = words.replace(term.agreed_text, f"{term.agreed_text} of {term.of}", 1)
        if words is None and term is not None and isinstance(term.agreed, values.Text):
            words = term.agreed_text.strip().rstrip(".") + "."
        if words is None:
            return None
        for side in ("customer", "provider"):
            words = self._naming(side).sub(self.called(side).replace("\\", ""), words)
        return words[0].upper() + words[1:]

    def called(self, side: str) -> str:
        """What the draft calls a party most often, with "the" where it has it."""
        text, names = self.text, self.party_names(side)
        name = max(
            filter(None, names), key=lambda n: len(re.findall(rf"(?<!\w){re.escape(n)}(?!\w)", text)), default=side
        )
        whole = len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text))
        return f"the {name}" if 2 * len(re.findall(rf"\b[Tt]he {re.escape(name)}(?!\w)", text)) > whole else name

    def names_in(self, side: str, start: int, end: int) -> list[re.Match[str]]:
        """Where a side is named in a stretch of the draft, with "the" before its name."""
        return list(self._naming(side).finditer(self.text, start, end))

    def _naming(self, side: str) -> re.Pattern[str]:
        names = sorted(filter(None, self.party_names(side)), key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:[Tt]he )?(?:{'|'.join(map(re.escape, names))})(?!\w)" if names else r"(?!)")

    def party_names(self, side: str) -> tuple[str, ...]:
        """Every name of a side."""
        return next(((p.name, *p.called) for s, p in self.places.review.parties if s == side), ())

    # ---- edits -------------------------------------------------------------------------------------------------------

    def without(self, start: int, end: int) -> Proposal:
        """The draft without a clause of a sentence, and without what joined it to the words before; else nothing."""
        text = self.text
        if not self._is_clause(start, end):
            return ()
        sentence = self.places.sentence_at(start)
        if sentence is not None and start <= sentence.start:
            while end < sentence.end and text[end].isspace():
                end += 1
            return (Edit(start, end),)
        joint = _JOINS.search(text, max(0, start - 8), start)
        return (Edit(joint.start() if joint else start, end),)

    def _is_clause(self, start: int, end: int) -> bool:
        """Whether the sentence still is one without these words."""
        sentence = self.places.sentence_at(start)
        opens = sentence is not None and start <= sentence.start
        joined = _JOINED_BEFORE.search(self.text, max(0, start - 12), start) or _JOINS_ON.match(self.text, start)
        closes = re.match(r"\s*(?:[.;,)]|$)", self.text[end : end + 8])
        return bool((opens or joined) and closes)

    def without_sentence(self, evidence: Evidence) -> Proposal:
        """The draft without the sentence of this evidence; a clause that is nothing else keeps its number."""
        sentence, block = self.places.sentence_at(evidence.start), self.places.block_at(evidence.start)
        if sentence is None or block is None or sentence.row:
            return ()
        items = [b for b in self.places.blocks_of(sentence) if b.start > block.start and sentence.start >= block.start]
        struck = tuple(Edit(b.start, b.end, how="strike paragraph") for b in items)
        start, end = self.places.whole(sentence, block)
        while (follower := self.places.sentence_at(end + 1)) is not None and self._rests_on(follower, sentence, block):
            end = min(follower.end, block.end)
            start = self.places.whole(replace(sentence, end=end), block)[0]
        if start > block.start or end < block.end:
            while end < block.end and self.text[end] == " ":
                end += 1
            return (Edit(start, end), *struck)
        if _DECIMAL.match(self.text, block.start) and (self.places.goes_on_after(block) or not block.label):
            return (Edit(self.places.after_number(block), block.end, _LEFT_OUT), *struck)
        return (Edit(block.start, block.end, how="strike paragraph"), *struck)

    def _rests_on(self, follower: Sentence, sentence: Sentence, block: Block) -> bool:
        """Whether a sentence of the same paragraph speaks of what one before it brought up ("the inspection")."""
        if not sentence.start < follower.start < block.end:
            return False
        brought_up = {word[:_STEM] for word in re.findall(r"\b[a-z]{6,}", self.text[sentence.start : sentence.end])}
        back = _BACK.findall(self.text[follower.start : min(follower.end, block.end)])
        return any(word[:_STEM] in brought_up for word in back)

    def instead_of_sentence(self, evidence: Evidence, words: str) -> Proposal:
        """The sentence of this evidence exchanged for another."""
        sentence, block = self.places.sentence_at(evidence.start), self.places.block_at(evidence.start)
        if sentence is None or block is None or sentence.row or sentence.end > block.end:
            return ()  # of a list the items would be left without a head
        length = sentence.end - sentence.start
        if length > _SHORT and evidence.end - evidence.start < _MOST_OF_IT * length:
            return ()
        return (Edit(max(sentence.start, block.start), min(sentence.end, block.end), words),)

    def added(self, finding: Finding, words: str) -> Proposal:
        """A new paragraph with these words at the end of the section where they fit."""
        place = self.places.fitting(finding)
        if place is None:
            return ()
        like = (place.like.start, place.like.end)
        return (Edit(place.after.start, place.after.end, place.number + words, "add paragraph", like),)
