"""A PDF is read as a person reads its pages: paragraphs, columns and table rows, without what only furnishes the page."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest
from tiny_pdf import PICTURE, Field, Note, Word, grid, lines, pdf

from termscan.errors import DraftError
from termscan.model import Document
from termscan.readers import pdf_ocr, read
from termscan.readers.pdf_lines import Piece, ticks_in_place

PROSE = (
    "Client shall pay each undisputed invoice within thirty days after it has received the\n"
    "invoice, and shall tell Studio in writing of any amount that it disputes, and why it does\n"
    "so, before that time has passed."
)


def blocks(*pages: Sequence[Word | Field | str]) -> list[str]:
    draft = read("draft.pdf", data=pdf(*pages))
    return [draft.text[b.start : b.end] for b in draft.blocks]


PARAGRAPHS = [
    ("the lines of a paragraph are joined", lines(PROSE), [PROSE.replace("\n", " ")]),
    (
        "a gap parts paragraphs",
        lines(f"{PROSE}\n\n{PROSE}"),
        [PROSE.replace("\n", " ")] * 2,
    ),
    (
        "a clause number begins a paragraph without any gap",
        lines(f"1. {PROSE}\n2. {PROSE}\n2.1 {PROSE}"),
        [f"{n} " + PROSE.replace("\n", " ") for n in ("1.", "2.", "2.1")],
    ),
    (
        "a number that a reference wraps onto a line begins none",
        lines(f"{PROSE[:85]} as set out in Section\n4.2 Payment of this Agreement, which goes on."),
        [f"{PROSE[:85]} as set out in Section 4.2 Payment of this Agreement, which goes on.".replace("\n", " ")],
    ),
    (
        "an amount at the start of a line begins none",
        lines(PROSE.replace("within thirty days", "within thirty\n(30) days")),
        [PROSE.replace("within thirty days", "within thirty (30) days").replace("\n", " ")],
    ),
    (
        "a heading is a paragraph of its own",
        lines(f"1. Payment\n{PROSE}"),
        ["1. Payment", PROSE.replace("\n", " ")],
    ),
    (
        "a number set apart from its clause gets a blank",
        [Word(72, 720, "1.1"), Word(86.5, 720, "Fees. Client shall pay.")],
        ["1.1 Fees. Client shall pay."],
    ),
    (
        "every option with its box begins a paragraph",
        lines(
            "Payment process\n[ x ] Pay by invoice, and never in any other way\n( ) Automatic payment from an account"
        ),
        [
            "Payment process",
            "[ x ] Pay by invoice, and never in any other way",
            "( ) Automatic payment from an account",
        ],
    ),
    (
        "a line that was written last is read where it stands",
        [*lines("is read as the second one.", y=708), *lines("The first line of the page,", y=720)],
        ["The first line of the page, is read as the second one."],
    ),
    (
        "an item after the last and begins one",
        lines(PROSE[:-1].replace(" before", " (a) before") + "; and\n(b) in English."),
        [PROSE[:-1].replace(" before", " (a) before").replace("\n", " ") + "; and", "(b) in English."],
    ),
    (
        "each line to be filled in is one",
        lines("Signed for Studio:\nName: ____\nTitle: ____\nSigned for Client:\nName: ____"),
        ["Signed for Studio:", "Name: ____", "Title: ____", "Signed for Client:", "Name: ____"],
    ),
    (
        "a title in large letters goes over two lines",
        [Word(150, 740, "Build and Support of the", 18), Word(190, 718, "Web Shop", 18), *lines(PROSE, y=680)],
        ["Build and Support of the Web Shop", PROSE.replace("\n", " ")],
    ),
    ("a typed underline is left out", lines("PAYMENT\n-------\nClient shall pay."), ["PAYMENT", "Client shall pay."]),
    (
        "a blank to be filled in stays",
        lines("Client shall pay within ____ days."),
        ["Client shall pay within ____ days."],
    ),
]


@pytest.mark.parametrize(("page", "expected"), [c[1:] for c in PARAGRAPHS], ids=[c[0] for c in PARAGRAPHS])
def test_paragraphs(page: list[Word], expected: list[str]) -> None:
    assert blocks(page) == expected


HYPHENS = [
    ("a broken word is joined", "Client may terminate for conve-\nnience.", "for convenience."),
    (
        "a first part that takes a hyphen keeps it",
        "Studio grants a non-\nexclusive licence.",
        "a non-exclusive licence.",
    ),
    ("a number keeps its hyphen", "Either party may end it with a 30-\nday notice.", "a 30-day notice."),
    (
        "a word that stands whole elsewhere is joined",
        "No underwriting.\nClient pays the under-\nwriting.",
        "the underwriting.",
    ),
    (
        "a word with its hyphen elsewhere keeps it",
        "A royalty-free licence.\nStudio grants a royalty-\nfree licence.",
        "grants a royalty-free licence.",
    ),
    ("two words of the draft keep it", "The work is made for hire.\nIt is work-\nmade.", "It is work-made."),
    (
        "a dash between blanks stays",
        "Studio shall deliver -\nwithout delay - the work.",
        "deliver - without delay - the",
    ),
    ("a name keeps its hyphen", "This is with Meyer-\nSchmidt GmbH.", "with Meyer-Schmidt GmbH."),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in HYPHENS], ids=[c[0] for c in HYPHENS])
def test_hyphens_at_line_ends(text: str, expected: str) -> None:
    assert expected in " ".join(blocks(lines(text)))


NOUNS = ("drawings", "samples", "reports", "photographs", "recordings", "models")


def clause(number: int) -> str:
    """A clause in words that no other clause has, on nine lines."""
    noun = NOUNS[number - 1]
    return "\n".join(
        (
            f"{number}. Studio shall hand over the {noun} that were ordered for phase {number} when the",
            f"phase ends. Should any {noun} be late, Studio shall tell Client at once and name",
            f"the day on which the {noun} will be ready. Client shall look at all {noun} within",
            f"five days. Where {noun} are not as ordered, Studio shall mend such {noun} free of",
            f"charge. Client keeps {noun} that it has paid for, and may use {noun} without limit",
            f"in time. Studio may show {noun} to others only where Client has agreed to it. The",
            f"price of all {noun} is part of the fees. No {noun} are handed to third parties",
            f"before payment. Lost {noun} are replaced by the party that had the {noun} in its",
            f"keeping. On the end of this Agreement all {noun} are given back.",
        )
    )


def furnished(number: int) -> list[Word]:
    """A page with a running head, a footer, a page number and a clause of its own."""
    return [
        Word(72, 760, "Services Agreement - Confidential", 8),
        *lines(clause(number)),
        Word(72, 40, "Studio North Ltd.", 8),
        Word(300, 40, f"Page {number} of 6", 8),
        Word(300, 25, "Source: STUDIO NORTH LTD, 10-K, 3/4/2005", 8),
    ]


CLAUSES = [clause(n).replace("\n", " ") for n in range(1, 7)]


def test_running_heads_footers_and_page_numbers_are_left_out() -> None:
    assert blocks(*map(furnished, range(1, 7))) == CLAUSES


MARGINS: list[tuple[str, Callable[[int], Word]]] = [
    ("a bare number", lambda n: Word(300, 40, str(n))),
    ("a number between dashes", lambda n: Word(300, 40, f"- {n} -")),
    ("a Roman number", lambda n: Word(300, 40, ("i", "ii", "iii", "iv", "v", "vi")[n - 1])),
    ("a number after the name of a schedule", lambda n: Word(300, 40, f"Schedule A-{n}")),
    ("a number in the midst of a page, as in filings of older pages", lambda n: Word(300, 400, f"-{n + 3}-")),
    ("a head on every second page", lambda n: Word(72, 760, ("Services Agreement", "Studio North Ltd.")[n % 2])),
]


@pytest.mark.parametrize("furniture", [c[1] for c in MARGINS], ids=[c[0] for c in MARGINS])
def test_what_only_furnishes_the_page_is_left_out(furniture: Callable[[int], Word]) -> None:
    assert blocks(*([*lines(clause(n)), furniture(n)] for n in range(1, 7))) == CLAUSES


def test_a_short_page_between_the_feet_of_older_pages_stays() -> None:
    """Each of its lines stands beside four feet, and is still said but once."""
    foot = "Source: STUDIO NORTH LTD, 10-K, 3/4/2005"
    exhibit = "Exhibit B\n\nFees\n\nThe yearly fee shall be five thousand dollars."
    text = read(
        "draft.pdf", data=pdf(lines(f"{PROSE}\n\n-2-\n\n{foot}\n\n{exhibit}\n\n-3-\n\n{foot}"), lines(clause(2)))
    ).text
    assert "five thousand dollars" in text and "Exhibit B" in text and "Source" not in text


RECURRING = [
    ("signatures", "By: /s/ A. Halpern"),
    ("an address line below two others", "Trust A\n\nat Main Street\n\nNew York, New York"),
    ("a redaction", "[***]"),
]


@pytest.mark.parametrize("words", [c[1] for c in RECURRING], ids=[c[0] for c in RECURRING])
def test_words_that_recur_in_the_text_stay(words: str) -> None:
    heads = ("One", "Two", "Three", "Four", "Five", "Six")
    pages = [lines(f"Schedule {heads[n - 1]}\n\nhere is {NOUNS[n - 1]}\n\n{words}\n\n{clause(n)}") for n in range(1, 7)]
    text = read("draft.pdf", data=pdf(*pages)).text
    assert text.count(words.split("\n")[-1]) == 6


def test_a_form_that_is_the_same_on_every_page_stays() -> None:
    text = read("draft.pdf", data=pdf(*[lines(PROSE + "\nThe end of it.\nAnd more.")] * 4)).text
    assert text.count("before that time has passed.") == 4


def test_a_paragraph_goes_on_over_the_page_and_past_the_page_number() -> None:
    first, second, third = PROSE.split("\n")
    draft = read(
        "draft.pdf",
        data=pdf([*lines(f"{first}\n{second}"), Word(300, 40, "1")], [*lines(third), Word(300, 40, "2")]),
    )
    assert draft.text == PROSE.replace("\n", " ") + "\n"
    assert [draft.page_at(draft.text.index(w)) for w in ("Client", "does", "so, before")] == [1, 1, 2]


def test_boxes_written_before_the_words_of_their_line_stand_where_the_page_shows_them() -> None:
    said, lefts = "☐ ☒ by card by wire", {0: 72, 2: 150, 4: 84, 7: 95, 12: 162, 15: 173}
    piece = Piece(said, 0, len(said), (72, 700, 300, 710))
    shown = ticks_in_place(piece, lambda at: (lefts[at], 700, lefts[at] + 5, 710))
    assert shown.text == "☐ by card ☒ by wire"


def test_a_paragraph_in_capitals_goes_on_over_the_page() -> None:
    full, last = PROSE.upper().rsplit("\n", 1)
    first, second = lines(f"{full},\n{full}", y=120), lines(f"{full},\n{last}")
    assert blocks(first, second) == [f"{full}, {full} {full}, {last}".replace("\n", " ")]


def test_the_page_of_every_clause_is_right() -> None:
    draft = read("draft.pdf", data=pdf(*map(furnished, range(1, 7))))
    assert [
        draft.page_at(draft.text.index("be late, Studio", draft.text.index(f"{n}. Studio"))) for n in range(1, 7)
    ] == [1, 2, 3, 4, 5, 6]


LEFT = "\n".join(f"left column line {n:02d} with some more words" for n in range(1, 11))
RIGHT = "\n".join(f"right column line {n:02d} with some more words" for n in range(1, 11))
ROWS = [w for pair in zip(lines(LEFT), lines(RIGHT, x=330)) for w in pair]
COLUMNS = [
    ("written column after column", [*lines(LEFT), *lines(RIGHT, x=330)]),
    ("written line by line across the gutter", ROWS),
    ("the right column written first", [*lines(RIGHT, x=330), *lines(LEFT)]),
]


@pytest.mark.parametrize("page", [c[1] for c in COLUMNS], ids=[c[0] for c in COLUMNS])
def test_two_columns_are_read_one_after_the_other(page: list[Word]) -> None:
    heading = Word(72, 750, "A HEADING THAT SPANS BOTH OF THE COLUMNS AND THE GUTTER THAT LIES BETWEEN")
    words = " ".join(read("draft.pdf", data=pdf([heading, *page])).text.split())
    assert words == " ".join([heading.text, *LEFT.split(), *RIGHT.split()])


CELLS = [(x, low, wide, high) for low, high in ((675, 30), (645, 30), (610, 35)) for x, wide in ((72, 218), (290, 210))]
RULED = [
    ("a stroke for each rule", grid([72, 290, 500], [705, 675, 645, 610])),
    ("a box for each cell", "\n".join("{} {} {} {} re S".format(*cell) for cell in CELLS)),
    (
        "cells in a colour of their own",
        "0.9 g " + "\n".join("{} {} {} {} re f".format(*cell) for cell in CELLS) + " 0 g",
    ),
    (
        "corners that a stroke goes round and closes",
        "\n".join(f"{x} {y} m {x + w} {y} l {x + w} {y + h} l {x} {y + h} l s" for x, y, w, h in CELLS),
    ),
    (
        "heights counted from the top down",
        f"q 1 0 0 -1 0 792 cm {grid([72, 290, 500], [87, 117, 147, 182])} Q",
    ),
]


@pytest.mark.parametrize("rules", [c[1] for c in RULED], ids=[c[0] for c in RULED])
def test_a_ruled_table_is_read_as_rows_in_its_place_however_it_is_drawn(rules: str) -> None:
    cells = [
        *(Word(80, y, t) for y, t in ((690, "Milestone"), (660, "Design"), (630, "Launch of"), (618, "the site"))),
        *(Word(300, y, t) for y, t in ((690, "Amount"), (660, "EUR 5,000"), (630, "EUR 9,000"))),
    ]
    page = [
        *lines("Fees are due as follows:", y=730),
        rules,
        *cells,
        *lines("Taxes are added.", y=580),
    ]
    draft = read("draft.pdf", data=pdf(page))
    assert [(b.style, draft.text[b.start : b.end]) for b in draft.blocks] == [
        ("body", "Fees are due as follows:"),
        ("row", "| Milestone | Amount |"),
        ("row", "| Design | EUR 5,000 |"),
        ("row", "| Launch of the site | EUR 9,000 |"),
        ("body", "Taxes are added."),
    ]
    assert draft.read == (("tables", 1),)


UNRULED = [
    ("a grid whose rules are drawn across the words", grid([60, 150, 270, 560], [730, 715, 705, 640])),
    ("a frame around a paragraph", grid([60, 560], [730, 640])),
    ("lines that underline words", "72 718 m 200 718 l S\n72 694 m 200 694 l S\n72 682 m 200 682 l S"),
]


def set_out(*rows: tuple[str, ...], columns: Sequence[float] = (72, 300, 430), y: float = 620) -> list[Word]:
    """Words in columns, without any rule."""
    return [Word(x, y - 14 * n, cell) for n, row in enumerate(rows) for x, cell in zip(columns, row) if cell]


ALIGNED = [
    (
        "names beside each other, as those who sign stand",
        set_out(
            ("Acme Ltd", "Studio LLC"),
            ("By: ____", "By: ____"),
            ("Name: Ann", "Name: Bo"),
            ("Title: CEO", "Title: CFO"),
        ),
        [],
    ),
    (
        "a table of contents",
        set_out(("Definitions", "2"), ("Services", "4"), ("Fees and payment", "7"), ("Term", "11"), columns=(72, 430)),
        [],
    ),
    (
        "an address beside another",
        set_out(("Acme Ltd", "Studio LLC"), ("12 Hanover Square", "9 Mill Lane"), ("London W1S 1HP", "Leeds LS1 4AP")),
        [],
    ),
    (
        "two lines are too few",
        set_out(("Beta", "May 1, 2027", "USD 40,000"), ("Launch", "July 1, 2027", "USD 50,000")),
        [],
    ),
    (
        "milestones, of which one takes two lines",
        set_out(
            ("Milestone", "Due", "Amount"),
            ("Design approved by the Customer in writing,", "March 1, 2027", "USD 30,000"),
            ("and its comments answered",),
            ("Launch", "July 1, 2027", "USD 50,000"),
        ),
        [
            "| Milestone | Due | Amount |",
            "| Design approved by the Customer in writing, and its comments answered | March 1, 2027 | USD 30,000 |",
            "| Launch | July 1, 2027 | USD 50,000 |",
        ],
    ),
    (
        "rates written column by column",
        sorted(set_out(("Uptime", "Credit"), ("97% to 99%", "20%"), ("95% to 97%", "35%")), key=lambda word: word.x),
        ["| Uptime | Credit |", "| 97% to 99% | 20% |", "| 95% to 97% | 35% |"],
    ),
]


@pytest.mark.parametrize(("table", "rows"), [c[1:] for c in ALIGNED], ids=[c[0] for c in ALIGNED])
def test_a_table_of_figures_needs_no_rules(table: list[Word], rows: list[str]) -> None:
    page = [*lines(PROSE), *table, *lines(PROSE, y=500)]
    draft = read("draft.pdf", data=pdf(page))
    assert [draft.text[b.start : b.end] for b in draft.blocks if b.style == "row"] == rows


def test_a_row_that_goes_on_over_the_page_is_one_row() -> None:
    def ruled(y: float, *rows: tuple[str, str]) -> list[Word | Field | str]:
        words = [Word(x, y - 20 * n, cell) for n, row in enumerate(rows) for x, cell in zip((80, 250), row) if cell]
        return [grid((72, 240, 500), [y + 14 - 20 * n for n in range(len(rows) + 1)]), *words]

    first = [*lines(PROSE), *ruled(600, ("Term", "Three years"), ("Fees", "USD 40,000 a year, of which half is due"))]
    second = [*ruled(720, ("", "on signature"), ("Notice", "60 days")), *lines(PROSE, y=600)]
    rows = [line for line in blocks(first, second) if line.startswith("|")]
    assert rows == [
        "| Term | Three years |",
        "| Fees | USD 40,000 a year, of which half is due on signature |",
        "| Notice | 60 days |",
    ]


def test_a_row_goes_on_over_the_page_though_its_last_column_has_no_words_there() -> None:
    above = [
        (80, 600, "Delay"),
        (200, 600, "A day of it costs"),
        (80, 580, "Notice"),
        (200, 580, "30 days, given"),
        (350, 600, "1%"),
    ]
    below = [(200, 720, "in writing"), (80, 700, "Term"), (200, 700, "Two years")]
    pages = [
        [grid((72, 190, 340, 500), (y + 14, y - 6, y - 26)), *(Word(*word) for word in words)]
        for y, words in ((600, above), (720, below))
    ]
    rows = [
        line for line in blocks([*lines(PROSE), *pages[0]], [*pages[1], *lines(PROSE, y=600)]) if line.startswith("|")
    ]
    assert rows == [
        "| Delay | A day of it costs | 1% |",
        "| Notice | 30 days, given in writing | |",
        "| Term | Two years |",
    ]


def test_tables_side_by_side_keep_their_cells_where_lines_stand_on_one_height() -> None:
    left = [("Length", "Two years"), ("Seats", "Forty"), ("Start", "1 May 2027")]
    right = [("Year 1", "USD 400"), ("Year 2", "USD 300"), ("Year 3", "USD 200")]
    page: list[Word | str] = [*lines("Order form", y=740)]
    for x, rows in ((72, left), (320, right)):
        page.append(grid((x, x + 90, x + 190), [714 - 20 * n for n in range(len(rows) + 1)]))
    for n in range(3):  # a producer that writes all that stands on one height in one go
        page += [Word(x, 700 - 20 * n, cell) for x, cell in zip((80, 170, 328, 418), (*left[n], *right[n]))]
    rows = [line for line in blocks(page) if line.startswith("|")]
    assert rows == [f"| {a} | {b} |" for a, b in (*left, *right)]


CUT_IN_A_CELL = [
    ("the last letter of a word", ("Subscriptio", "n"), "Subscription"),
    ("the last digits of an amount", ("USD 117,00", "0.00"), "USD 117,000.00"),
    ("two digits of an amount", ("USD 84,5", "00"), "USD 84,500"),
    ("two numbers, each whole", ("5,000", "20"), "5,000 20"),
]


@pytest.mark.parametrize(("cell", "read_as"), [c[1:] for c in CUT_IN_A_CELL], ids=[c[0] for c in CUT_IN_A_CELL])
def test_what_did_not_fit_into_a_narrow_cell_is_put_together(cell: tuple[str, str], read_as: str) -> None:
    words = [
        Word(80, 690, "Fee"),
        Word(160, 690, cell[0]),
        Word(160, 678, cell[1]),
        Word(80, 650, "Days"),
        Word(160, 650, "30"),
    ]
    rows = [line for line in blocks([grid((72, 150, 230), (705, 670, 640)), *words]) if line.startswith("|")]
    assert rows == [f"| Fee | {read_as} |", "| Days | 30 |"]


@pytest.mark.parametrize("drawing", [c[1] for c in UNRULED], ids=[c[0] for c in UNRULED])
def test_lines_that_form_no_grid_make_no_table(drawing: str) -> None:
    assert blocks([drawing, *lines(PROSE)]) == [PROSE.replace("\n", " ")]


FIELDS = [
    (
        "an amount in the blank that was left for it",
        [Word(72, 700, "Client shall pay within"), Field(185, 699, "45"), Word(230, 700, "days.")],
        ["Client shall pay within 45 days."],
    ),
    (
        "tick boxes before their words",
        [Field(72, 699, True), Word(120, 700, "Net 30"), Field(72, 679, False), Word(120, 680, "Net 60")],
        ["[x] Net 30", "[ ] Net 60"],
    ),
    ("a field that nobody filled in", [Word(72, 700, "Client shall pay."), Field(200, 699, "")], ["Client shall pay."]),
]


@pytest.mark.parametrize(("page", "expected"), [c[1:] for c in FIELDS], ids=[c[0] for c in FIELDS])
def test_form_fields_are_read_where_they_stand(page: list[Word | Field], expected: list[str]) -> None:
    assert blocks(page) == expected


SCANNED = [
    ("a picture alone", [PICTURE]),
    ("a picture with a page number on it", [PICTURE, Word(300, 40, "2")]),
]


@pytest.fixture
def without_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_ocr, "is_there", lambda: False)


@pytest.mark.parametrize("page", [c[1] for c in SCANNED], ids=[c[0] for c in SCANNED])
def test_a_page_that_is_a_picture_is_told(page: list[Word | str], without_ocr: None) -> None:
    draft = read("draft.pdf", data=pdf(lines(PROSE), page, []))
    assert [(s.what, s.where, s.unread) for s in draft.skipped] == [("page", "page 2", True)]
    assert draft.skipped[0].why.startswith("no text and no OCR; to read it, install termscan[ocr]")
    assert len(draft.pages or ()) == 3


NOTES = [
    ("a link", Note("Link"), 0, []),
    ("a remark", Note("Text", "Too long?"), 1, []),
    ("a line through words, which still stand", Note("StrikeOut"), 1, ["strike-out"]),
    ("words typed over the page", Note("FreeText", "sixty days"), 1, ["comment"]),
]


@pytest.mark.parametrize(("note", "count", "told"), [c[1:] for c in NOTES], ids=[c[0] for c in NOTES])
def test_what_readers_put_over_a_page_is_kept_apart(note: Note, count: int, told: list[str]) -> None:
    draft = read("draft.pdf", data=pdf([*lines(PROSE), note]))
    assert draft.text == PROSE.replace("\n", " ") + "\n"
    assert dict(draft.read).get("comments", 0) == count
    assert [s.what for s in draft.skipped] == told


def test_words_at_an_angle_are_told_once_for_all_their_pages() -> None:
    stamp = "q 0.7 0.7 -0.7 0.7 200 200 cm BT /F 40 Tf (DRAFT) Tj ET Q"
    draft = read("draft.pdf", data=pdf(*[[*lines(PROSE), stamp]] * 2))
    assert "DRAFT" not in draft.text
    assert [(s.what, s.where, s.unread) for s in draft.skipped] == [("slanted text", "pages 1 to 2", False)]


def test_a_page_of_few_words_in_a_drawn_frame_is_no_picture() -> None:
    frame = [f"{n} {n} 5 5 re S" for n in range(200)]
    draft = read(
        "draft.pdf",
        data=pdf(
            lines(PROSE),
            [*lines("This page holds no more than these few words, and a note to say that it does."), *frame],
        ),
    )
    assert draft.skipped == ()


ENCRYPTED = pdf(lines(PROSE), password="open sesame")
REFUSED = [
    ("encrypted, no password given", ENCRYPTED, None, "encrypted. Give its password with --password."),
    ("encrypted, the wrong password", ENCRYPTED, "close sesame", "the password does not open it."),
    ("cut off after its first bytes", pdf(lines(PROSE))[:60], None, "damaged, or no PDF."),
    ("bytes that only begin like a PDF", b"%PDF-1.7\n" + bytes(range(256)) * 8, None, "damaged, or no PDF."),
    (
        "a scan",
        pdf([PICTURE], [PICTURE]),
        None,
        "has no text, only pictures of it. Install termscan[ocr] and Tesseract",
    ),
    ("an empty page", pdf([]), None, "has no text."),
    ("nothing but page numbers", pdf(*[[Word(300, 40, f"Page {n} of 3")] for n in (1, 2, 3)]), None, "has no text."),
]


@pytest.mark.parametrize(("data", "password", "words"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_what_cannot_be_read_is_refused_in_one_line(
    data: bytes, password: str | None, words: str, without_ocr: None
) -> None:
    with pytest.raises(DraftError) as refused:
        read("draft.pdf", data=data, password=password)
    assert str(refused.value).startswith("draft.pdf: ")
    assert words in str(refused.value) and "\n" not in str(refused.value)


def test_the_password_opens_an_encrypted_pdf() -> None:
    draft: Document = read("draft.pdf", data=ENCRYPTED, password="open sesame")
    assert draft.text == PROSE.replace("\n", " ") + "\n"


def test_a_password_that_is_not_needed_does_no_harm() -> None:
    plain = pdf(lines(PROSE))
    assert read("draft.pdf", data=plain, password="open sesame").text == read("draft.pdf", data=plain).text


def test_damage_anywhere_never_ends_in_a_traceback() -> None:
    whole = pdf(*[[*furnished(n), grid([72, 290, 500], [705, 675, 645])] for n in range(1, 4)])
    chance = random.Random(7)
    for at in range(0, len(whole), 97):
        for broken in (whole[:at] + chance.randbytes(24) + whole[at + 24 :], whole[:at]):
            try:
                read("draft.pdf", data=broken)
            except DraftError as refused:
                assert "\n" not in str(refused)


def drawn(words: str, before: str = "", y: float = 600, size: float = 10, x: float = 72, mode: int = 0) -> str:
    """Words as drawing code, with whatever colour stands before them."""
    return f"q {before} BT {mode} Tr /F {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET Q"


def picture(x: float, y: float, wide: float, high: float) -> str:
    return f"q {wide} 0 0 {high} {x} {y} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"


BOX = "q {} rg 60 590 300 30 re f Q"
UNSEEN = [
    ("white words", [drawn("secret", "1 1 1 rg")], "white on white"),
    ("nearly white words", [drawn("secret", "0.98 g")], "white on white"),
    ("words as dark as their box", [BOX.format("0 0 0.4"), drawn("secret", "0 0 0.4 rg")], "background"),
    ("words of one point", [drawn("secret", size=1)], "only 1.0 points"),
    ("words beside the page", [drawn("secret", x=-300)], "outside the page"),
    ("words drawn without ink and no scan", [drawn("secret", mode=3)], "without ink"),
    ("words under a picture", [drawn("secret"), picture(60, 590, 100, 30)], "behind a picture"),
]


@pytest.mark.parametrize(("drawing", "how"), [c[1:] for c in UNSEEN], ids=[c[0] for c in UNSEEN])
def test_words_that_no_eye_sees_are_told_and_not_read(drawing: list[str], how: str) -> None:
    draft = read("draft.pdf", data=pdf([*lines(PROSE), *drawing]))
    assert draft.text.split() == PROSE.split()
    assert [(h.words, how in h.how) for h in draft.hidden] == [("secret", True)]
    assert draft.text[: draft.hidden[0].at].endswith("passed.")


SEEN = [
    ("black words", [drawn("Fees are due")]),
    ("grey words", [drawn("Fees are due", "0.6 g")]),
    ("white words in a dark box", [BOX.format("0 0 0.4"), drawn("Fees are due", "1 g")]),
    ("white words on a picture", [picture(60, 590, 100, 30), drawn("Fees are due", "1 g")]),
    ("white letters with a black outline", [drawn("Fees are due", "1 g 0 G", mode=2)]),
    ("black words in a white box", [BOX.format("1 1 1"), drawn("Fees are due")]),
    ("small print of five points", [drawn("Fees are due", size=5)]),
]


@pytest.mark.parametrize("drawing", [c[1] for c in SEEN], ids=[c[0] for c in SEEN])
def test_words_that_every_eye_sees_are_read(drawing: list[str]) -> None:
    draft = read("draft.pdf", data=pdf([*lines(PROSE), *drawing]))
    assert "Fees are due" in draft.text
    assert draft.hidden == ()


@pytest.mark.parametrize("scan_last", [True, False], ids=["under the scan", "over the scan"])
def test_the_recognised_words_of_a_scan_are_read(scan_last: bool) -> None:
    scan = picture(0, 0, 612, 792)
    words = [drawn(line, y=700 - 12 * n, mode=0 if scan_last else 3) for n, line in enumerate(PROSE.split("\n"))]
    draft = read("draft.pdf", data=pdf([*words, scan] if scan_last else [scan, *words]))
    assert draft.text.split() == PROSE.split()
    assert draft.hidden == ()
