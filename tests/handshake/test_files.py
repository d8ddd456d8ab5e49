"""The files that term sheets come in: what is read of each, and which are refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from readers.tiny_pdf import lines, pdf
from typed_sheets import imported, shown

from termscan import rulebook, termsheet, understanding
from termscan.errors import TermscanError
from termscan.handshake import Told, is_ours, make, paper

ROWS = [
    ("Customer", "Acme Retail Ltd"),
    ("Provider", "Studio North LLC (us)"),
    ("Fee", "GBP 86,400"),
    ("Payment", "30 days from receipt of invoice"),
    ("Law", "England and Wales"),
]
WANTED = ["general.governing_law England and Wales", "payment.due 30 days (from receipt of invoice)", "payment.total_fee GBP 86,400"]  # fmt: skip
LINES = "\n".join(f"{label}: {words}" for label, words in ROWS)


def word_table() -> bytes:
    document = Document()
    table = document.add_table(rows=0, cols=2)
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    return saved(document.save)


def word_bullets() -> bytes:
    document = Document()
    for label, words in ROWS:
        document.add_paragraph(f"{label}: {words}", style="List Bullet")
    return saved(document.save)


def workbook(rows: list[tuple[object, ...]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book.save)


def saved(save: Callable[[io.BytesIO], None]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


MAIL = f"From: a@b.example\nTo: c@d.example\nSubject: Re: Web shop\nMIME-Version: 1.0\nMessage-ID: <1@b.example>\n\nHi,\n\n{LINES}\n\nBest,\nA\n\nOn 1 May 2026 B wrote:\n> Fee: GBP 99,999\n"
FILES = {
    "terms.docx with a table": word_table(),
    "terms.docx with bullets": word_bullets(),
    "terms.xlsx": workbook([("Point", "Agreed"), *ROWS]),
    "terms.xlsx without headings": workbook(list(ROWS)),
    "terms.csv": "\n".join(f'{label},"{words}"' for label, words in ROWS).encode(),
    "terms.csv with semicolons": "\n".join(f"{label};{words}" for label, words in ROWS).encode(),
    "terms.md": "\n".join(["# Terms", "", "| Point | Agreed |", "|---|---|", *(f"| **{a}** | {b} |" for a, b in ROWS)]).encode(),
    "terms.eml": MAIL.encode(),
    "terms.txt": LINES.encode(),
    "terms.txt in two columns": "\n".join(f"{label:20}{words}" for label, words in ROWS).encode(),
    "terms.pdf": pdf(lines(LINES)),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data"), FILES.items(), ids=FILES)
def test_the_same_points_come_out_of_every_format(name, data):
    book, matcher = understanding.rules_of(())
    made = make(paper.read(name.split()[0], data), book, matcher)
    assert sorted(map(shown, made.sheet.terms)) == WANTED
    assert (made.sheet.customer.name, made.sheet.our_side) == ("Acme Retail Ltd", "provider")


def test_a_format_is_known_by_its_content_and_not_by_its_name():
    book, matcher = understanding.rules_of(())
    made = make(paper.read("terms.docx", FILES["terms.xlsx"]), book, matcher)
    assert sorted(map(shown, made.sheet.terms)) == WANTED


def test_what_an_earlier_mail_said_is_not_read_and_that_is_told():
    book, matcher = understanding.rules_of(())
    made = make(paper.read("terms.eml", FILES["terms.eml"]), book, matcher)
    assert "99,999" not in made.text and "earlier mails" in made.text and made.sheet.deal == "Web shop"


def test_further_columns_say_what_else_would_do_and_how_much_it_matters():
    rows = [
        ("No", "Point", "Agreed", "Priority", "We would accept", "Remarks"),
        (1, "Payment", "30 days", "must", "45 days", "they always pay late"),
        (2, "Uptime", 0.995, "low", None, "except planned maintenance"),
        (3, "Delivery", date(2027, 3, 1), None, None, None),
        (4, "Warranty", "90 days", None, None, None),
    ]
    book, matcher = understanding.rules_of(())
    made = make(paper.read("terms.xlsx", workbook(rows)), book, matcher, Told(our_side="customer"))
    assert [shown(t) for t in made.sheet.terms] == [
        "payment.due 30 days (accept at most 45 days, priority must)",
        "deliverables.delivery 2027-03-01",
        "deliverables.warranty 90 days",
    ]
    assert made.sheet.terms[0].note == "they always pay late"


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 60_000_000)
    return out.getvalue()


def with_entities() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>')
    return out.getvalue()


HOSTILE = {
    "an empty file": (b"", "empty"),
    "half a workbook": (FILES["terms.xlsx"][:2000], "damaged"),
    "a workbook without sheets": (saved(lambda f: zipfile.ZipFile(f, "w").writestr("xl/workbook.xml", "x")), "damaged"),
    "a workbook that unpacks without end": (bomb(), "unpacks to more"),
    "a workbook with entities": (with_entities(), "entities"),
    "bytes": (bytes(range(256)) * 20, "text"),
    "spaces": (b"   \n\n  ", "no words"),
    "a novel": (b"It was the best of times. " * 2000, "too long for a term sheet"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "picture"),
}


@pytest.mark.parametrize(("data", "why"), HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_is_no_term_sheet_is_refused_in_one_line(data, why):
    with pytest.raises(TermscanError) as refused:
        paper.read("terms.xlsx", data)
    assert why in str(refused.value) and "\n" not in str(refused.value)


OURS = {
    "ours": (b"deal: x\nparties:\n  customer: A\nour_side: customer\nterms: {}\n", "a.txt", True),
    "broken, but called so": (b"PK\x03\x04", "a.yaml", True),
    "a list of points": (b"Parties: A and B\nTerms: net 30\n", "a.txt", False),
    "a Word file": (FILES["terms.docx with a table"], "a.docx", False),
}


@pytest.mark.parametrize(("data", "name", "ours"), OURS.values(), ids=OURS)
def test_a_sheet_in_our_format_is_told_from_others(data, name, ours, tmp_path: Path):
    (tmp_path / name).write_bytes(data)
    assert is_ours(tmp_path / name) == ours


ENDLESS = {"sums": "USD 1,000 " * 1900, "digits": "1" * 50_000, "names": "Aa & " * 1900, "labels": "fee 1, " * 1900}


@pytest.mark.parametrize("line", ENDLESS.values(), ids=ENDLESS)
def test_a_line_without_end_is_left_out_and_said(line):
    made = imported(line, Told(our_side="customer"))
    assert made.left_out == 1 and "too long for a point" in made.text


# ---- whatever stands in it -------------------------------------------------------------------------------------------

BOOK = rulebook.load()
WORDS = st.sampled_from(
    [
        "fee",
        "fees",
        "payment",
        "net",
        "30",
        "45",
        "days",
        "%",
        "USD",
        "£",
        "1,000",
        "cap",
        "liability",
        "of",
        "the",
        "fees",
        "no",
        "none",
        "both",
        "either",
        "client",
        "we",
        "they",
        "must",
        "(must)",
        "except",
        "unless",
        "TBC",
        "?",
        ":",
        "-",
        "–",
        ";",
        ",",
        ".",
        "|",
        ">",
        "#",
        "**",
        '"',
        "'",
        "{",
        "}",
        "[",
        "]",
        "&",
        "*",
        "!",
        "@",
        "yes",
        "null",
        "~",
        "\\",
        "we'd",
        "accept",
        "law",
        "Delaware",
        "2026-13-45",
        "IP",
        "on",
        "acceptance",
        "Customer:",
        "Provider:",
        "Our",
        "side:",
        "for",
        "the",
        "lawyers",
    ]
)
LINE = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
SHEET = st.one_of(st.lists(LINE, min_size=1, max_size=12).map("\n".join), st.text(min_size=1, max_size=200))


@settings(max_examples=150, deadline=None)
@given(SHEET)
def test_whatever_is_typed_the_sheet_is_valid_or_the_file_is_refused(text):
    try:
        made = imported(text, Told(our_side="customer"))
    except TermscanError:
        return
    assert termsheet.parse("again", made.text, BOOK).terms == made.sheet.terms
    assert made.understood == len(made.sheet.terms)
