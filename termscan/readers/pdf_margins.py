"""What stands on a page but is no part of the contract: running heads and footers, page numbers, line numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from .pdf_lines import Line

_EDGE = 6  # lines from the top and from the bottom among which running heads and footers are looked for
_FEW = 3  # lines that a page without any text of its own may have
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxl]+", re.I)
_PAGE_NUMBER = re.compile(
    r"(?:page|pg\.?|p\.|seite)\s*:?\s*(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s*(?:of|/)\s*\d{1,4}",
    re.I,
)
_DASHED = re.compile(r"[-–—]\s?\d{1,3}\s?[-–—]")
_LONE_NUMBER = re.compile(r"[-–—~\[(\s]*(\d{1,3}|[ivxl]{1,6})[-–—~\])\s]*")
_SIGNED = re.compile(r"(?:By|Name|Title|Date|Its)\s*:|/s/|__")  # a signature block repeats, and is no running head
_EDGAR_FOOTER = re.compile(r"Source: .{1,120}, (?:[\w/ -]{1,12}, )?\d{1,2}/\d{1,2}/\d{4}")


def without_margins(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each page without running heads, footers, page numbers and numbers of lines."""
    bare = _without_numbers([_without_line_numbers(list(page)) for page in pages])
    repeated = _repeated(bare)
    kept = [[line for at, line in enumerate(page) if (n, at) not in repeated] for n, page in enumerate(bare)]
    return kept if any(kept) else bare  # where all is alike, nothing only furnishes the page


def _furniture(line: Line) -> bool:
    text = line.text
    if text.startswith("Source: "):
        return _EDGAR_FOOTER.fullmatch(text) is not None
    return len(text) < 24 and (_DASHED.fullmatch(text) or _PAGE_NUMBER.fullmatch(text.strip("-–— |"))) is not None


def _may_repeat(text: str) -> bool:
    """Whether a line could be a running head at all: not so a signature block or a redaction alone in its line."""
    return len(text) <= 160 and not _SIGNED.search(text) and re.search(r"[^\W_]", text) is not None


def _key(line: Line) -> str:
    text = _DIGITS.sub("#", line.text.casefold()).strip("-–— |")
    return "#" if _ROMAN.fullmatch(text) else text


def _edges(page: Sequence[Line]) -> list[tuple[int, bool]]:
    """The lines nearest to the top and to the bottom by height: index in the page, whether at the top."""
    by_height = sorted((at for at, line in enumerate(page) if not line.row), key=lambda at: -page[at].bottom)
    half = (len(by_height) + 1) // 2
    top, bottom = by_height[: min(_EDGE, half)], by_height[-min(_EDGE, len(by_height) - half) :]
    return [(at, True) for at in top] + [(at, False) for at in bottom if at not in top]


def _repeated(pages: Sequence[Sequence[Line]]) -> set[tuple[int, int]]:
    """Lines at the edge of a page that stand there on other pages too, page numbers apart, at about the same place."""
    places: dict[tuple[str, bool], list[tuple[int, int]]] = defaultdict(list)
    edges = [_edges(page) for page in pages]
    for number, page in enumerate(pages):
        for at, top in edges[number]:
            if _may_repeat(page[at].text):
                places[_key(page[at]), top].append((number, at))
    written = sum(bool(page) for page in pages)
    drop: set[tuple[int, int]] = set()
    for found in places.values():
        found = _with_steady_numbers(pages, found)
        numbers = {number for number, _ in found}
        if len(numbers) < max(2, min(3, written), written // 4):
            continue
        ranks = Counter(edges[n].index((at, True)) if (at, True) in edges[n] else edges[n].index((at, False)) - len(edges[n])
                        for n, at in found)  # fmt: skip
        # Pages that end early have their footers higher, but in the same order from below.
        if _steady([pages[n][at] for n, at in found]) or ranks.most_common(1)[0][1] >= max(3, written // 2):
            drop.update(found)
    return _outermost(edges, drop)


def _outermost(edges: Sequence[list[tuple[int, bool]]], drop: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Of the lines to drop those with at most one line beyond them that stays: what lies deeper is text that recurs.

    A page that would lose all of its lines, as a form on every page would, keeps them unless they are very few.
    """
    kept: set[tuple[int, int]] = set()
    for number, edge in enumerate(edges):
        bottom = [(at, top) for at, top in reversed(edge) if not top]
        if len(edge) > _FEW and all((number, at) in drop for at, _ in edge):
            continue
        for side in ([(at, top) for at, top in edge if top], bottom):
            staying = 0
            for at, _ in side:
                staying += (number, at) not in drop
                if staying < 2 and (number, at) in drop:
                    kept.add((number, at))
    return kept


def _with_steady_numbers(pages: Sequence[Sequence[Line]], found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those lines of a group whose numbers are the same on most pages, or count up with the pages."""
    numbers = {(n, at): [int(d) for d in _DIGITS.findall(pages[n][at].text)] for n, at in found}
    for place in range(len(numbers[found[0]])):
        same = Counter(values[place] for values in numbers.values())
        counting = Counter(values[place] - n for (n, _), values in numbers.items())
        usual, offset = same.most_common(1)[0][0], counting.most_common(1)[0][0]
        numbers = {k: v for k, v in numbers.items() if v[place] == usual or v[place] - k[0] == offset}
    return list(numbers)


def _steady(lines: Sequence[Line]) -> bool:
    """Whether most of the lines stand at one height; footers of pages that end early need not."""
    heights = sorted(line.bottom for line in lines)
    middle = heights[len(heights) // 2]
    near = sum(abs(height - middle) < 6.0 for height in heights)
    return near * 2 > len(heights)


def _without_numbers(pages: list[list[Line]]) -> list[list[Line]]:
    """Drops page numbers, and numbers that stand alone in a line and count up by one through the draft.

    Filings made from typewritten pages carry the old page numbers, heads and footers in the midst of their new pages.
    """
    furniture = {(n, at) for n, page in enumerate(pages) for at, line in enumerate(page) if _furniture(line)}
    lone = [
        (n, at, int(match[1]))
        for n, page in enumerate(pages)
        for at, line in enumerate(page)
        if len(line.text) < 12 and (match := _LONE_NUMBER.fullmatch(line.text)) and match[1].isdigit() and not line.row
    ]
    drop = furniture | {(n, at) for n, at, _ in _count_up(pages, lone)}
    rest = [[at for at in range(len(page)) if (n, at) not in furniture] for n, page in enumerate(pages)]
    drop |= {(n, at) for n, at, value in lone if at in (rest[n][:1] + rest[n][-1:]) and abs(value - n) <= 2}
    if not drop:
        return pages
    drop |= _beside(pages, drop)
    return [[line for at, line in enumerate(page) if (n, at) not in drop] for n, page in enumerate(pages)]


def _beside(pages: list[list[Line]], numbers: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """The running heads and footers that stand right before or behind three or more of the page numbers."""
    runs = [[(n, at + step * far) for far in range(1, 5)] for n, at in numbers for step in (-1, 1)]
    runs = [[(n, at) for n, at in run if 0 <= at < len(pages[n]) and (n, at) not in numbers] for run in runs]
    # each line once, however many numbers it stands beside
    often = Counter(pages[n][at].text.casefold() for n, at in {place for run in runs for place in run})
    drop: set[tuple[int, int]] = set()
    for run in runs:
        for n, at in run:
            line = pages[n][at]
            if often[line.text.casefold()] < 3 or line.row or not _may_repeat(line.text):
                break
            drop.add((n, at))
    return drop


def _count_up(pages: list[list[Line]], lone: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The longest chain of numbers that grow by one and stand at least ten lines apart; none below three."""
    before = [0]
    for page in pages:
        before.append(before[-1] + len(page))
    best: list[tuple[int, int, int]] = []
    chains: dict[int, list[tuple[int, int, int]]] = {}
    for number, at, value in lone:
        chain = chains.get(value - 1, [])
        if chain and before[number] + at - before[chain[-1][0]] - chain[-1][1] < 10:
            chain = []
        chains[value] = [*chain, (number, at, value)]
        best = max(best, chains[value], key=len)
    return best if len(best) >= 3 else []


def _without_line_numbers(page: list[Line]) -> list[Line]:
    """Drops the numbers that count the lines of a page in its margin, alone or before the text of their line."""
    if len(page) < 8:
        return page
    leading = [re.match(r"(\d{1,3})(?:\s+|$)", line.text) for line in page]
    counted = [(at, int(match[1])) for at, match in enumerate(leading) if match]
    steps = [b - a for (_, a), (_, b) in pairwise(counted)]
    step = max(set(steps), key=steps.count) if steps else 0
    regular = steps.count(step)
    if step not in (1, 5, 10) or regular < 7 or regular < 0.8 * len(steps) or len(counted) * step < 0.6 * len(page):
        return page
    numbered = {at for at, _ in counted}
    bare = [line._replace(text=line.text[leading[at].end() :]) if at in numbered else line  # type: ignore[union-attr]
            for at, line in enumerate(page)]  # fmt: skip
    return [line for line in bare if line.text]
