"""The reports of one made-up review, to be compared with the files beside this one.

They are written anew only on purpose, by `python tests/reports/goldens.py`; look at the difference before it is kept.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from factories import a_draft, a_full_review, a_kept_row, a_missing_row, a_row, an_ask, at, clauses_of, words_of

from termscan import __version__
from termscan.errors import DraftError
from termscan.model import Change, History, Review, Stage, TermPath, Waiver, Was
from termscan.outcome import Unread
from termscan.reports import Page, write_history, write_review, write_scan

FOLDER = Path(__file__).with_name("goldens")
REVIEWS = {"html": "html", "csv": "csv", "sarif": "sarif", "junit": "xml", "github": "txt", "md": "md", "json": "json"}
SCANS = {"html": "html", "csv": "csv", "jsonl": "jsonl"}


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


def texts() -> dict[str, str]:
    """Every report by the name of its file."""
    review, page = the_review(), Page()
    outcomes = [review, at("b.txt", clauses_of()), Unread("c.pdf", DraftError("is empty", path="c.pdf", hint="Ask."))]
    made = {f"review-{form}.{ending}": str(write_review(form, review, page)) for form, ending in REVIEWS.items()}
    made |= {
        f"scan-{form}.{ending}": "".join(map(str, write_scan(form, outcomes, page))) for form, ending in SCANS.items()
    }
    made["history-html.html"] = write_history("html", the_history(), page)
    return {
        name: re.sub(rf'"version": "{re.escape(__version__)}"', '"version": "VERSION"', text)
        for name, text in made.items()
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="")
