"""The reports of one made-up review, to be compared with the files beside this one.

They are written anew only on purpose, by `python tests/reports/goldens.py`; look at the difference before it is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
from factories import a_draft, a_full_review, a_kept_row, a_missing_row, a_row, an_ask, at, clauses_of, words_of

import termscan
from termscan import __version__, reports
from termscan.errors import DraftError
from termscan.model import Change, Comparison, History, Review, Stage, TermPath, Waiver, Was
from termscan.outcome import Unread
from termscan.reports import Page

FOLDER = Path(__file__).with_name("goldens")
SAMPLES = {
    "webshop": ("nibbled.docx", "faithful.docx"),
    "software": ("nibbled.pdf",),
    "consulting": ("draft-nibbled.txt",),
}
DEALS = Path(__file__).parent.parent.parent / "sample_contracts"
ENDINGS = {form: ending for ending, form in reports.OF_ENDING.items() if form not in ("docx", "xlsx")}  # others: .txt


def the_review() -> Review:
    """Every kind of finding, one waived; the round before, and a change since."""
    draft = a_draft(path="drafts/draft v2.txt", format="text")
    before = (words_of("sixty (60) days"),)
    change = Change("reworded", True, ("payment.due",), None, "30 days became 60 days.", before, before)
    ask = an_ask(id="A-111111", ask="trap.step-in", severity="low", message="New: the client may step in.")
    return replace(
        a_full_review(draft=draft),
        terms=(
            a_row(was=Was("kept", "30 days"), trend="reopened", note="our freelancers wait"),
            a_missing_row(priority="must", severity="blocker"),
            *a_full_review().terms[2:],
        ),
        asks=(an_ask(), ask),
        waivers=(
            Waiver("A-90c1d7", "we work for nobody else", "Jo", "2026-12-31", "in force"),
            Waiver("A-111111", "until the board met", "Jo", "2026-01-31", "expired"),
            Waiver("T-000000", "of an earlier draft", "Jo", "2026-12-31", "idle"),
        ),
        previous=a_draft(path="draft-v1.txt", format="text"),
        changes=(change,),
    )


def the_history() -> History:
    """A term that was reopened, one that was restored, an ask that went and one that stayed."""
    back = TermPath("payment.due", "30 days", "changed → restored in round 2", (a_row(), a_kept_row("payment.due")))
    lost = TermPath("term.kill_fee", "15%", "kept → reopened in round 2", (a_kept_row(), a_missing_row()))
    asks = ((an_ask(), 1, 2), (an_ask("trap.step-in"), 2, None))
    return History("Acme web shop", "terms.yaml", (Stage("one.txt", 1), Stage("two.txt", 0)), (back, lost), asks)


def the_comparison() -> Comparison:
    """Two drafts that differ in one place."""
    review = the_review()
    return Comparison(review.draft, a_draft(path="draft-v1.txt", format="text"), review.changes)


def letters() -> dict[str, str]:
    """The letters on the sample deals."""
    return {
        f"letter-{deal}-{Path(draft).stem}.txt": str(
            reports.write_letter(
                "txt", termscan.review(DEALS / deal / draft, terms=DEALS / deal / "terms.yaml"), Page()
            )
        )
        for deal, drafts in SAMPLES.items()
        for draft in drafts
    }


def made() -> dict[str, str | bytes]:
    """Every format of every table, by table and format."""
    page, review = Page(), the_review()
    read = [at("b.txt", clauses_of()), Unread("c.pdf", DraftError("is empty", path="c.pdf", hint="Ask."))]
    said: dict[str, str | bytes] = {}
    said |= {f"review-{form}": reports.write_review(form, review, page) for form in reports.REVIEW}
    said |= {f"letter-{form}": reports.write_letter(form, review, page) for form in reports.LETTER}
    said |= {f"scan-{form}": joined(reports.write_scan(form, [review, *read], page)) for form in reports.SCAN}
    said |= {f"extract-{form}": joined(reports.write_extract(form, read[:1], page)) for form in reports.EXTRACT}
    said |= {f"comparison-{f}": reports.write_comparison(f, the_comparison(), page) for f in reports.COMPARISON}
    said |= {f"history-{form}": reports.write_history(form, the_history(), page) for form in reports.HISTORY}
    said["scan-html-beside"] = joined(reports.write_scan("html", [review, *read], Page(beside="deals-reviews")))
    return said


def joined(pieces: Iterable[str | bytes]) -> str | bytes:
    """The pieces of a report in one."""
    first, *others = pieces
    return first if isinstance(first, bytes) else "".join((first, *map(str, others)))


def shown(report: str | bytes) -> str:
    """A report as text: a Word file by its paragraphs and their styles, a workbook by its sheets and rows."""
    if isinstance(report, str):
        return report.replace(f'"version": "{__version__}"', '"version": "VERSION"')
    if b"word/document.xml" in report:
        return "".join(f"[{p.style.name}] {p.text}\n" for p in docx.Document(BytesIO(report)).paragraphs)  # type: ignore[union-attr]
    sheets = openpyxl.load_workbook(BytesIO(report)).worksheets
    rows = ((sheet.title, *row) for sheet in sheets for row in sheet.iter_rows(values_only=True))
    return "".join(" | ".join("" if cell is None else str(cell) for cell in row) + "\n" for row in rows)


def texts() -> dict[str, str]:
    """Every report by the name of its file."""
    named = {f"{name}{ENDINGS.get(name.split('-')[1], '.txt')}": shown(report) for name, report in made().items()}
    return named | letters()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="")
