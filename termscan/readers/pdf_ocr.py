"""Scans: the words of a page that is only a picture, recognised by Tesseract where it is there (the extra `termscan[ocr]`).

Tesseract gives words with their places and how sure it is of each; they become lines as those of any page, in points on the upright
page, so that columns, paragraphs and running heads are found as everywhere. Tick boxes are looked for first and painted
over (pdf_boxes); they stand between the words as in any draft: "[x]" or "[ ]".
"""

from __future__ import annotations

import os
import statistics
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from .docx_symbols import TICKED, UNTICKED
from .pdf_boxes import TickBox, painted_over, tick_boxes
from .pdf_gutters import column_after_column
from .pdf_lines import Box, Line, Piece, clean
from .pdf_order import in_reading_order

MISSING = "no text and no OCR; to read it, install termscan[ocr] and Tesseract (Debian: tesseract-ocr)"
NOTHING = "no words were recognised in its picture"
LATE = "recognising its words took longer than {seconds} seconds"
FAILED = "Tesseract could not read its picture; check that it has its English data (Debian: tesseract-ocr-eng)"
MANY = "more than {pages} pages to recognise"
MOST_PAGES = 200  # that are recognised in one draft
SECONDS = 60  # a page takes 2 to 5
FEWEST_SURE = 0.5  # below, nobody can rely on what was recognised

_DOTS = 300 / 72  # pixels a point: what Tesseract was trained on
_MOST_PIXELS = 25_000_000
_LANGUAGE = "eng"
_SPLINTERS = frozenset("'`´‘’“”\"°^~-–—_/\\|,.;:")  # what the end of a tick is taken for
_IN_GAP = "-–—_."  # what a gap within a word is taken for
_DOUBTFUL = 0.3  # how sure a line is in which a box may be ticked or not
_FEWEST = 6  # lines of a column
_MOSTLY = 0.7  # share of the lines of a page in two columns that stand in one of them


class Recognition(NamedTuple):
    """The lines of a page in reading order, and how sure Tesseract is of each, from 0 to 1."""

    lines: tuple[Line, ...]
    sure: tuple[float, ...]

    @property
    def mean(self) -> float:
        letters = [len(line.text) for line in self.lines]
        return sum(s * n for s, n in zip(self.sure, letters)) / sum(letters)


class _Word(NamedTuple):
    """A word and its place in points on the upright page."""

    line: tuple[int, ...]  # Tesseract's own: block, paragraph and line
    text: str
    box: Box
    sure: float


def recognise(pdf: Any, numbers: Sequence[int]) -> tuple[dict[int, Recognition], dict[int, str]]:
    """Read pages that are pictures.

    Returns:
        What was recognised by page number from 0, and of the other pages why nothing was.
    """
    if not is_there():
        return {}, dict.fromkeys(numbers, MISSING)
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # Tesseract's threads wait for each other longer than they work
    found: dict[int, Recognition] = {}
    without = dict.fromkeys(numbers[MOST_PAGES:], MANY.format(pages=MOST_PAGES))
    for number in numbers[:MOST_PAGES]:
        try:
            found[number] = _page(pdf[number])
        except RuntimeError as fault:  # what pytesseract raises, over the time too
            without[number] = LATE.format(seconds=SECONDS) if "timeout" in str(fault) else FAILED
    empty = [number for number, page in found.items() if not page.lines]
    for number in empty:
        del found[number]
        without[number] = NOTHING
    return found, without


def is_there() -> bool:
    """Whether pages can be recognised here."""
    try:
        import numpy  # noqa: F401
        import pytesseract

        pytesseract.get_tesseract_version()
    except (ImportError, OSError, SystemExit):
        return False
    return True


def _page(page: Any) -> Recognition:
    import pytesseract

    width, height = page.get_size()
    scale = min(_DOTS, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    try:
        picture = page.render(scale=scale, grayscale=True).to_pil()
    finally:
        page.close()
    boxes = tick_boxes(picture, scale)
    clean = painted_over(picture, boxes)
    clean.format = "PPM"  # how it is handed over: to pack it as PNG takes a fifth of the recognition
    told = pytesseract.image_to_data(clean, lang=_LANGUAGE, output_type=pytesseract.Output.DICT, timeout=SECONDS)
    return _lines(_with_boxes(list(_words(told, height, scale)), boxes, height, scale))


def _words(told: dict[str, list[Any]], height: float, scale: float) -> Iterator[_Word]:
    for at, said in enumerate(told["text"]):
        text, sure = clean(str(said)), float(told["conf"][at])
        if text and sure >= 0:
            place = tuple(int(told[name][at]) for name in ("block_num", "par_num", "line_num"))
            left, top, width, high = (float(told[name][at]) / scale for name in ("left", "top", "width", "height"))
            yield _Word(place, text, (left, height - top - high, left + width, height - top), sure / 100)


def _with_boxes(words: list[_Word], boxes: Sequence[TickBox], height: float, scale: float) -> list[_Word]:
    """The words with each tick box before or behind the nearest word of its height; a box beside none is no option.

    A box of which nobody can tell whether it is ticked stands as empty, for a tick rules other options out; its line is
    then as doubtful as its box.
    """
    doubted = set()
    for box in boxes:
        place = box.left / scale, height - box.bottom / scale, box.right / scale, height - box.top / scale
        words = [part for word in words for part in _round_box(word, place)]
        near = [(_distance(word.box, place), at) for at, word in enumerate(words) if _is_level(word.box, place)]
        if near:
            _, at = min(near)
            beside = words[at]
            as_high = (place[0], beside.box[1], place[2], beside.box[3])  # as its line, however large it is
            behind = place[0] + place[2] > beside.box[0] + beside.box[2]
            words.insert(at + behind, beside._replace(text=TICKED if box.ticked else UNTICKED, box=as_high))
            if not box.sure:
                doubted.add(beside.line)
    return [w._replace(sure=min(w.sure, _DOUBTFUL)) if w.line in doubted else w for w in words]


def _round_box(word: _Word, box: Box) -> list[_Word]:
    """What of a word stands left and right of a box: nothing of a sign that is the end of a tick which stands out, and
    two parts of what was recognised across the gap that the box leaves."""
    if word.text in _SPLINTERS and _distance(word.box, box) < box[2] - box[0]:
        return []
    left, bottom, right, top = word.box
    if not (_is_level(word.box, box) and left < box[0] < box[2] < right):
        return [word]
    cut = round(len(word.text) * ((box[0] + box[2]) / 2 - left) / (right - left))
    before, behind = word.text[:cut].rstrip(_IN_GAP), word.text[cut:].lstrip(_IN_GAP)
    parts = (before, (left, bottom, box[0], top)), (behind, (box[2], bottom, right, top))
    return [word._replace(text=text, box=place) for text, place in parts if text]


def _is_level(word: Box, box: Box) -> bool:
    return min(word[3], box[3]) - max(word[1], box[1]) > 0.5 * min(word[3] - word[1], box[3] - box[1])


def _distance(word: Box, box: Box) -> float:
    """How far a word is from a box: from side to side, and from the middle of one line to that of the other."""
    return max(word[0] - box[2], box[0] - word[2]) + abs(word[1] + word[3] - box[1] - box[3]) / 2


def _lines(words: Sequence[_Word]) -> Recognition:
    """The lines as they lie on the page, put into reading order by the same code as those of any page."""
    if not words:
        return Recognition((), ())
    tall = statistics.median(word.box[3] - word.box[1] for word in words)
    segments = [_Segment(list(line)) for _, line in groupby(words, key=lambda word: word.line)]
    gutter = _gutter(segments)
    pieces: list[Piece] = []
    sure: list[float] = []
    for segment in _level(segments, gutter):
        text = " ".join(word.text for word in segment.words)
        pieces.append(Piece(text, len(sure), len(sure) + 1, _as_high(segment.box, tall)))
        sure.append(segment.sure)
    ordered = pieces if gutter is None else column_after_column(pieces, {}, gutter)
    lines = in_reading_order(ordered)
    return Recognition(tuple(lines), tuple(_sure(line, pieces, sure) for line in lines))


class _Segment(NamedTuple):
    """Words that Tesseract holds for one line."""

    words: list[_Word]

    @property
    def box(self) -> Box:
        boxes = [word.box for word in self.words]
        lefts, bottoms, rights, tops = zip(*boxes)
        return min(lefts), min(bottoms), max(rights), max(tops)

    @property
    def letters(self) -> int:
        return sum(len(word.text) for word in self.words)

    @property
    def sure(self) -> float:
        return sum(word.sure * len(word.text) for word in self.words) / self.letters


def _gutter(segments: Sequence[_Segment]) -> float | None:
    """Where two columns of prose part; the labels and values of a table do not fill theirs."""
    placed = [(segment.box, segment.letters) for segment in segments]
    best: tuple[int, float] | None = None
    for x in {round(box[0]) for box, _ in placed}:
        left = [(box, letters) for box, letters in placed if box[2] <= x]
        right = [(box, letters) for box, letters in placed if box[0] >= x - 2]
        beside = len(left) + len(right)
        if min(len(left), len(right)) < _FEWEST or beside < _MOSTLY * len(placed):
            continue
        if _fills(left) and _fills(right):
            best = max(best or (0, 0.0), (beside, x - 2))
    return best[1] if best else None


def _fills(side: Sequence[tuple[Box, int]]) -> bool:
    widths = [box[2] - box[0] for box, _ in side]
    return statistics.median(n for _, n in side) >= 18 and statistics.median(widths) >= 0.7 * max(widths)


def _level(segments: Sequence[_Segment], gutter: float | None) -> Iterator[_Segment]:
    """Parts that stand on one line, as one: Tesseract takes the cells of a table for blocks of their own."""
    found: list[_Segment] = []
    for segment in sorted(segments, key=lambda each: -each.box[3]):
        box = segment.box
        for at, there in enumerate(found):
            low, high = max(box[1], there.box[1]), min(box[3], there.box[3])
            apart = box[0] >= there.box[2] or there.box[0] >= box[2]
            parted = gutter is not None and (box[0] < gutter) != (there.box[0] < gutter)
            if apart and not parted and high - low > 0.5 * min(box[3] - box[1], there.box[3] - there.box[1]):
                found[at] = _Segment(sorted([*there.words, *segment.words], key=lambda word: word.box[0]))
                break
        else:
            found.append(segment)
    yield from found


def _as_high(box: Box, tall: float) -> Box:
    """Lines of one height: a picture knows no font, only letters with and without strokes up and down."""
    left, bottom, right, top = box
    return (left, top - 1.3 * tall, right, top) if 0.6 * tall < top - bottom < 2 * tall else box


def _sure(line: Line, pieces: Iterable[Piece], sure: Sequence[float]) -> float:
    """How sure the letters are that stand in a line, on average."""
    inside = [
        sure[p.start]
        for p in pieces
        if p.box[1] < (line.bottom + line.top) / 2 < p.box[3] and p.box[0] < line.right and line.left < p.box[2]
    ]
    return sum(inside) / len(inside) if inside else 0.0
