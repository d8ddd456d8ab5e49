"""A Word draft with comments and tracked changes, its formatting untouched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Block, Document
from ..readers.docx_package import Package, open_package
from ..readers.docx_xml import Element
from .counter import Edit
from .notes import Note
from .pen import Pen
from .word_changes import Changes, Unmarkable
from .word_comments import Comments
from .word_package import comments_of, rewritten
from .word_text import WordText

__all__ = ["Unmarkable", "WordDraft"]


class WordDraft:
    """A draft while it is marked up.

    Args:
        draft: as it was read, for its name and its paragraphs.
        data: its bytes.
        pen: who marks it.
    """

    def __init__(self, draft: Document, data: bytes, pen: Pen) -> None:
        self._data, self._pen, self._draft = data, pen, draft
        self._package: Package = open_package(draft.path, data)
        self._text = WordText(draft.text, open_package(draft.path, data), self._package)
        self._changes = Changes(self._text, pen.author, pen.word_date)
        self._comments: Comments | None = None
        self._added: dict[Edit, Element] = {}

    def change(self, edits: Iterable[Edit]) -> None:
        """Make tracked changes, the last ones first, so that none disturbs the place of another.

        Raises:
            Unmarkable: one stands where no tracked change can be made.
        """
        for edit in sorted(edits, key=lambda e: (e.end, e.start), reverse=True):
            if edit.how == "words":
                self._changes.replace(edit.start, edit.end, edit.words)
            elif edit.how == "strike paragraph":
                self._changes.strike_paragraph(self._block(edit.start, edit.end))
            else:
                after = self._block(edit.start, edit.end)
                like = self._block(*edit.like) if edit.like else after
                self._added[edit] = self._changes.add_paragraph(after, like, edit.words)

    def comment(self, note: Note) -> None:
        """Put a note on its words; where Word can show none there, on the first paragraph that can."""
        places = [
            (note.start, note.end),
            *((b.start, b.end) for b in sorted(self._draft.blocks, key=lambda b: b.start <= note.start)),
        ]
        comments = self._noting()
        next((p for p in places if comments.on_words(*p, note.paragraphs)), None)

    def comment_on(self, added: Edit, paragraphs: Sequence[tuple[str, str]]) -> None:
        """Put a note on a paragraph that was added."""
        insertion = self._added[added]
        self._noting().on_elements(insertion, insertion, paragraphs)

    def written(self) -> bytes:
        """The file."""
        return rewritten(self._data, self._package, self._comments.part if self._comments else None)

    def _noting(self) -> Comments:
        if self._comments is None:
            part = comments_of(self._data, self._package)
            self._comments = Comments(part, self._text, self._pen.author, self._pen.word_date)
        return self._comments

    def _block(self, start: int, end: int) -> Block:
        return next(b for b in self._draft.blocks if (b.start, b.end) == (start, end))
