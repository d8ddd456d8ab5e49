"""What of a PDF was read and what was not, page by page, and how sure the recognition is of what was a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..model import Recognised, Skipped
from .invisible import INSIDE
from .pdf_lines import Line
from .pdf_notes import Notes
from .pdf_ocr import FEWEST_SURE, MISSING, NOTHING, Recognition
from .pdf_sight import Unseen
from .pdf_tables import Table
from .wording import short

_BROKEN = "the words over its scan are broken; to have it read anew, install termscan[ocr] and Tesseract"


class Page(NamedTuple):
    """A page as it was read."""

    lines: list[Line]
    grid: bool  # it has rules that may be those of a table
    picture: bool  # it has a picture that may hold words
    damaged: bool = False
    scan: bool = False  # the picture is most of it
    unseen: tuple[tuple[Unseen, str], ...] = ()  # hidden words, and the line above them
    slanted: tuple[str, ...] = ()  # words at an angle
    aside: bool = False  # a picture stands beside its words
    layered: bool = False  # its words are those that somebody's recognition put over a scan
    broken: bool = False  # and they are no words
    tables: tuple[Table, ...] = ()
    notes: Notes = Notes()


def skipped(
    pages: Sequence[Page],
    kept: Sequence[Sequence[Line]],
    count: int,
    most: int,
    starts: Sequence[int],
    recognised: dict[int, Recognition],
    without: dict[int, str],
) -> tuple[Skipped, ...]:
    """What of a PDF was not read as contract text, and why.

    Args:
        pages, kept: every page as it was read, and the lines of it that are contract text.
        count, most: how many pages the file has, and how many are read at most.
        starts: where in the text each page starts.
        recognised, without: what was recognised of pages that are pictures; of the others, why nothing was.
    """
    whole: dict[int, str] = {}  # pages that were not read, and why
    for number, (page, lines) in enumerate(zip(pages, kept)):
        if page.damaged:
            whole[number] = "damaged"
        elif number in without:
            whole[number] = _BROKEN if page.broken else without[number]
        elif number in recognised and recognised[number].mean < FEWEST_SURE:
            whole[number] = f"the recognition is only {recognised[number].mean:.0%} sure of its words"
        elif page.picture and not lines and number not in recognised:
            whole[number] = MISSING
    out = [Skipped("page", pages_said(run), why, unread=why != NOTHING, at=starts[run[0]]) for run, why in _runs(whole)]
    if count > len(pages):
        where, why = f"pages {len(pages) + 1} to {count}", f"more than {most} pages"
        out.append(Skipped("page", where, why, unread=True, at=starts[-1]))
    for number, page in enumerate(pages, 1):
        for unseen, _ in page.unseen:
            if unseen.how != INSIDE:
                out.append(Skipped("hidden text", f"page {number}", f"nobody sees it, it is {unseen.how}"))
        for words in page.notes.written:
            why = f"a reader typed it over the page, and it is no part of its text: “{short(words)}”"
            out.append(Skipped("comment", f"page {number}", why))
        if page.notes.struck:
            why = "a reader struck words out with a mark; they are read, for the text still has them"
            out.append(Skipped("strike-out", f"page {number}", why))
    beside = [n for n, page in enumerate(pages) if page.aside and n not in recognised and n not in whole]
    if beside:
        out.append(Skipped("image", pages_said(beside), "words in a picture are not read"))
    slanted: dict[str, list[int]] = {}
    for number, page in enumerate(pages):
        if words := " ".join(page.slanted):
            slanted.setdefault(words, []).append(number)
    for words, numbers in slanted.items():
        why = f"it stands at an angle, as a stamp does: “{short(words)}”"
        out.append(Skipped("slanted text", pages_said(numbers), why))
    return tuple(out)


def _runs(pages: dict[int, str]) -> Iterator[tuple[list[int], str]]:
    """Pages that follow each other and were left out for the same reason."""
    run: list[int] = []
    for number in sorted(pages):
        if run and (number != run[-1] + 1 or pages[number] != pages[run[0]]):
            yield run, pages[run[0]]
            run = []
        run.append(number)
    if run:
        yield run, pages[run[0]]


def pages_said(numbers: Sequence[int]) -> str:
    """ "page 3", "pages 3 to 7" or "pages 3, 5, 8", counted from 1."""
    if len(numbers) == 1:
        return f"page {numbers[0] + 1}"
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"pages {numbers[0] + 1} to {numbers[-1] + 1}"
    return f"pages {', '.join(str(number + 1) for number in numbers)}"


def recognitions(pages: dict[int, Recognition], text: str, starts: Sequence[int]) -> Iterator[Recognised]:
    """How sure the recognition is of each stretch, from where a line is found to where the next one is."""
    for number, page in sorted(pages.items()):
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        at, sure = starts[number], page.mean
        for line, own in zip(page.lines, page.sure):
            found = text.find(line.text, at, end + len(line.text))
            if found < 0:
                continue
            if found > at:
                yield Recognised(at, found, sure)
            at, sure = found, own
        if end > at:
            yield Recognised(at, end, sure)
