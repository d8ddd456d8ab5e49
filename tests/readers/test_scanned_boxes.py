"""Tick boxes of scans: where they are in the picture of a page, whether they are ticked, and where they stand in its text."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageFilter
from tiny_pdf import Word, grid, lines, pdf

from termscan.pipeline import review
from termscan.readers import pdf_ocr, read

np = pytest.importorskip("numpy", reason="the extra termscan[ocr] is not installed")
from termscan.readers.pdf_boxes import TickBox, painted_over, tick_boxes  # noqa: E402

needs_tesseract = pytest.mark.skipif(
    not pdf_ocr.is_there(), reason="Tesseract, or the extra termscan[ocr], is not installed"
)
DOTS = 300 / 72  # pixels a point, as for Tesseract
MARK = re.compile(r"\[(.)\]")
STROKES = {  # in tenths of the side, from the lower left corner
    " ": "",
    "x": "2 2 m 8 8 l 2 8 m 8 2 l S",
    "X": "-1 -1 m 11 11 l -1 11 m 11 -1 l S",  # beyond all corners
    "v": "2 5 m 4 2 l 11 12 l S",  # a check mark that stands out
    "#": "2 2 6 6 re f",
    "0": "0 0 10 10 re f",
    ".": "4.4 4.4 1.1 1.1 re f",  # dust, or a faint mark
    ">": "2 2 m 8 5 l 2 8 l S",
}


def box(x: float, y: float, side: float, mark: str = " ", rule: float = 0.7) -> str:
    """A box with its lower left corner at a place; strokes are as wide as a pen."""
    tenth = side / 10
    frame = f"{rule} w {x} {y} {side} {side} re S"
    return f"q {frame} {tenth} 0 0 {tenth} {x} {y} cm {0.9 / tenth} w {STROKES[mark]} Q"


def row(
    text: str, *, y: float, x: float = 60, size: float = 11, side: float = 9, rule: float = 0.7
) -> list[Word | str]:
    """A line in which "[x]" is a box with a mark of STROKES."""
    out: list[Word | str] = []
    for at, part in enumerate(MARK.split(text)):
        if at % 2:
            out.append(box(x, y - 0.1 * size, side, part, rule))
            x += side
        elif part:
            out.append(Word(x + (size * 0.3 if part[0] == " " else 0), y, part.strip(), size))
            x += size * 0.56 * len(part)
    return out


def rows(*texts: str, y: float = 700, step: float = 34, **how: float) -> list[Word | str]:
    return [part for n, text in enumerate(texts) for part in row(text, y=y - step * n, **how)]


def picture(page: list[Word | str], *, lean: float = 0, blur: float = 0, noise: float = 0, dpi: int = 300) -> Any:
    """A page as a scanner of so many dots an inch gives it, at the size at which it is recognised."""
    drawn = pypdfium2.PdfDocument(pdf(page))[0].render(scale=dpi / 72, grayscale=True).to_pil()
    drawn = drawn.rotate(lean, Image.Resampling.BICUBIC, fillcolor=255)
    drawn = drawn.filter(ImageFilter.GaussianBlur(blur))
    if noise:
        chance = np.random.default_rng(7)
        shades = np.asarray(drawn) + chance.normal(0, noise, (drawn.height, drawn.width))
        shades[chance.random(shades.shape) < 0.001] = 0  # dust
        drawn = Image.fromarray(shades.clip(0, 255).astype("uint8"))
    return drawn.resize((round(612 * DOTS), round(792 * DOTS)), Image.Resampling.BICUBIC)


def scan(page: list[Word | str], **how: float) -> bytes:
    out = io.BytesIO()
    picture(page, **how).save(out, "PDF", resolution=300)
    return out.getvalue()


def seen(drawn: Any) -> str:
    """The boxes of a picture from top to bottom: x for a ticked one, o for an empty one, ? for one that may be either."""
    return "".join(("x" if found.ticked else "o") if found.sure else "?" for found in tick_boxes(drawn, DOTS))


# ---- pages without boxes ---------------------------------------------------------------------------------------------

PROSE = (
    "1. Fees. The Client shall pay the Agency a fee of USD 120,000 for the work. HE WILL, IF ILL.\n"
    "The fee is payable within thirty (30) days after receipt of the invoice [or later] (a) (b) (c)."
)
LETTERS = "O D Q B 0 8 H N M n m u o b d p q g a e E Z S G C II [] [ ] 1 l i t 4 6 9 @ % & # | ( ) { } ODQB80 HHnnmm"
ROUND = "q 200 500 m 210 500 210 510 200 510 c 190 510 190 500 200 500 c S Q"
WITHOUT = [
    ("prose", lines(PROSE)),
    *((f"letters of {size} points", lines(LETTERS, x=20, size=size)) for size in (8, 10, 12, 16, 20, 28)),
    ("a table", [*lines("Fee\nTerm", x=75, y=690, step=30), grid([72, 290, 500], [705, 675, 645])]),
    ("a table of square cells", [grid([72, 84, 96, 108, 120], [700, 688, 676, 664])]),
    ("a row of cells for the characters of a date", [grid([72, 84, 96, 108, 120], [700, 688])]),
    ("boxes side by side for the characters of a date", [box(72 + 14 * n, 600, 12, mark) for n, mark in enumerate(" x  ")]),
    ("blanks to write on", [*lines("Name: ____________  Title: ___", y=700), "100 650 m 112 650 l S 100 638 m 112 638 l S"]),
    ("a frame round a paragraph", [*lines(PROSE), "60 690 500 50 re S"]),
    ("square bullets", [*lines("Hosting\nSupport", y=600, step=20), "60 600 6 6 re f", "60 580 6 6 re f"]),
    ("a logo that is a black square", ["60 700 18 18 re f", *lines("ACME", x=90, y=705)]),
    ("a round button", [ROUND, *lines("net 30", x=220, y=502)]),
    ("a box of which a side is missing", ["100 600 m 100 610 l 110 610 l 110 600 l S"]),
    ("a box too flat", ["100 600 14 9 re S"]),
    ("nothing", []),
]  # fmt: skip


@pytest.mark.parametrize("page", [c[1] for c in WITHOUT], ids=[c[0] for c in WITHOUT])
@pytest.mark.parametrize(
    "how", [{}, {"lean": 1, "blur": 0.7, "noise": 15, "dpi": 200}], ids=["a clean scan", "a poor scan"]
)
def test_nothing_else_is_taken_for_a_box(page: list[Word | str], how: dict[str, float]) -> None:
    assert seen(picture(page, **how)) == ""


# ---- pages with boxes ------------------------------------------------------------------------------------------------

WITH = [
    ("an empty box", "[ ] net 30", "o"),
    ("a cross inside", "[x] net 30", "x"),
    ("a cross beyond the corners", "[X] net 30", "x"),
    ("a check mark that stands out", "[v] net 30", "x"),
    ("an arrow head", "[>] net 30", "x"),
    ("a square inside is a tick beside an empty box", "[#] net 30 [ ] net 60", "xo"),
    ("a box full of ink is a tick beside an empty one", "[0] net 30 [ ] net 60", "xo"),
    ("dust, or a faint mark", "[.] net 30", "?"),
    ("two alternatives on one line", "Payment: [x] net 30 [ ] net 60", "xo"),
    ("a box behind its words", "Renewal [x]", "x"),
]


@pytest.mark.parametrize(("line", "told"), [c[1:] for c in WITH], ids=[c[0] for c in WITH])
def test_a_box_is_seen_and_its_tick(line: str, told: str) -> None:
    assert seen(picture(rows(line, side=10))) == told


SCANS = [
    ("clean", {}),
    ("leaning to the left", {"lean": 1}),
    ("leaning to the right", {"lean": -1}),
    ("blurred", {"blur": 1.5}),
    ("noisy", {"noise": 25}),
    ("coarse", {"dpi": 200}),
    ("coarse, leaning, blurred and noisy", {"dpi": 200, "lean": 1, "blur": 0.7, "noise": 15}),
]


@pytest.mark.parametrize("how", [c[1] for c in SCANS], ids=[c[0] for c in SCANS])
def test_boxes_of_every_size_are_seen_in_any_scan(how: dict[str, float]) -> None:
    sides = (6.5, 8, 10, 12, 16, 20)
    page = [part for n, side in enumerate(sides) for part in row("[ ] 30 [x] 60 [v] 90", y=700 - 60 * n, side=side)]
    marked = [(box.ticked, box.sure) for box in sorted(tick_boxes(picture(page, **how), DOTS), key=lambda b: b.left)]
    assert len(marked) == 3 * len(sides) and all(sure for _, sure in marked)
    assert [ticked for ticked, _ in marked] == [False] * len(sides) + [True] * 2 * len(sides)


@pytest.mark.parametrize("rule", [0.5, 1, 1.5])
def test_a_box_is_seen_whatever_its_rule(rule: float) -> None:
    assert seen(picture(rows("[ ] net 30", "[x] net 60", side=9, rule=rule))) == "ox"


def test_a_box_in_the_cell_of_a_table_is_seen_and_the_cell_is_not() -> None:
    assert seen(picture([*rows("[x] net 30", "[ ] net 60", x=80), grid([72, 200], [720, 690, 655])])) == "xo"


def test_a_box_stands_where_it_was_drawn() -> None:
    (found,) = tick_boxes(picture([box(100, 600, 10)]), DOTS)
    edges = (found.left / DOTS, 792 - found.bottom / DOTS, found.right / DOTS, 792 - found.top / DOTS)
    assert edges == pytest.approx((100, 600, 110, 610), abs=0.6)


def test_what_is_painted_over_is_paper_and_the_rest_stays() -> None:
    drawn = picture(rows("[x] net 30"))
    clean = painted_over(drawn, tick_boxes(drawn, DOTS))
    assert seen(clean) == "" and seen(drawn) == "x"
    right = slice(round(75 * DOTS), None)
    assert np.array_equal(np.asarray(clean)[:, right], np.asarray(drawn)[:, right])


# ---- their place in the text ---------------------------------------------------------------------------------------------

READ = [
    ("a box before its words", ["[x] The Agreement renews for one year."], ["[x] The Agreement renews for one year."]),
    ("alternatives on a line", ["Payment: [x] net 30 [ ] net 60"], ["Payment: [x] net 30 [ ] net 60"]),
    ("a box behind its words", ["The Agreement renews [v]"], ["The Agreement renews [x]"]),
    ("options one below the other", ["[ ] Hourly fees", "[v] Fixed fee"], ["[ ] Hourly fees", "[x] Fixed fee"]),
    ("a line without a box", ["The fee is payable on time."], ["The fee is payable on time."]),
    ("a box that may be either is empty", ["[.] The Agreement renews."], ["[ ] The Agreement renews."]),
]


@needs_tesseract
@pytest.mark.parametrize(("drawn", "told"), [c[1:] for c in READ], ids=[c[0] for c in READ])
def test_a_box_stands_in_the_text_where_it_stands_on_the_page(drawn: list[str], told: list[str]) -> None:
    assert read("scan.pdf", data=scan(rows(*drawn, side=8))).text.split("\n\n") == [*told[:-1], told[-1] + "\n"]


@needs_tesseract
def test_a_box_that_stands_beside_no_words_is_left_out() -> None:
    page = [*rows("The fee is payable on time."), box(300, 300, 10)]
    assert read("scan.pdf", data=scan(page)).text == "The fee is payable on time.\n"


@needs_tesseract
def test_a_line_is_as_doubtful_as_its_box() -> None:
    draft = read("scan.pdf", data=scan(rows("[.] The Agreement renews.", "[x] The fee is fixed.")))
    at, other = draft.text.index("renews"), draft.text.index("fixed")
    assert (draft.confidence(at, at + 6) or 1) <= 0.3 < 0.6 < (draft.confidence(other, other + 5) or 0)


BESIDE = [  # words from left to right with their left and right edge; the box is from 100 to 110
    ("between two words", [("net", 60, 90), ("later", 120, 160)], "net [x] later"),
    ("before the only word", [("later", 120, 160)], "[x] later"),
    ("behind the only word", [("net", 60, 90)], "net [x]"),
    ("the end of a tick is no word", [("net", 60, 90), ("‘", 110, 112), ("later", 120, 160)], "net [x] later"),
    ("a sign that means something stays", [("$", 113, 118), ("500", 121, 140)], "[x] $ 500"),
    ("what was recognised across it is parted", [("30.—Net", 82, 134)], "30 [x] Net"),
    ("words on another line are not beside it", [], ""),
]


@pytest.mark.parametrize(("words", "told"), [c[1:] for c in BESIDE], ids=[c[0] for c in BESIDE])
def test_a_box_finds_its_place_between_the_words(words: list[tuple[str, float, float]], told: str) -> None:
    above = pdf_ocr._Word((0,), "Fees", (100, 130, 130, 138), 0.9)
    line = [pdf_ocr._Word((1,), text, (left, 100, right, 108), 0.9) for text, left, right in words]
    placed = pdf_ocr._with_boxes([above, *line], [TickBox(100, 692, 110, 702, ticked=True)], height=800, scale=1)
    assert " ".join(word.text for word in placed) == f"Fees {told}".strip()


DEAL = """\
deal: Hosting
parties: {customer: Harbour Foods Ltd, provider: Moreau Hosting LLC}
our_side: provider
terms:
  payment:
    due: 30 days
"""
COVER = """\
HOSTING AGREEMENT

This Agreement is made between Harbour Foods Ltd (the Customer) and Moreau Hosting LLC (the Provider).

The Customer shall pay each invoice as ticked."""


WITHIN = "The Customer shall pay each invoice within {} days after receipt."


@needs_tesseract
@pytest.mark.parametrize(
    ("drawn", "verdict", "found"),
    [
        (["Payment: [x] net 30 [ ] net 60"], "kept", "30 days"),
        (["[v] " + WITHIN.format(30), "[ ] " + WITHIN.format(60)], "kept", "30 days"),
        (["[ ] " + WITHIN.format(30), "[v] " + WITHIN.format(60)], "changed", "60 days"),
    ],
    ids=["on one line", "what was agreed is ticked", "another time is ticked"],
)
def test_a_review_goes_by_what_is_ticked_on_the_scan(
    drawn: list[str], verdict: str, found: str, tmp_path: Path
) -> None:
    (sheet := tmp_path / "terms.yaml").write_text(DEAL, encoding="utf-8")
    page = [*lines(COVER, x=60, y=720, size=11, step=14), *rows(*drawn, y=640)]
    (due,) = review("scan.pdf", sheet, data=scan(page)).terms
    assert (due.verdict, due.found) == (verdict, found)
