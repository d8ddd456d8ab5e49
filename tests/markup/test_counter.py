"""Counter-drafts of all sample deals: what was restored comes back kept, and rejecting everything gives back the text.

The samples that are no Word drafts are set as such first, paragraph by paragraph.
"""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import docx
import pytest

from termscan import pipeline, readers
from termscan.markup import Marked, markup
from termscan.markup.drafting import in_the_manner_of, number_in_words
from termscan.markup.restoring import exchange
from termscan.termsheet import Term
from termscan.values import find, parse
from tests.markup.word_marks import text_of

SAMPLES = Path(__file__).parents[2] / "sample_contracts"
NOW = datetime(2026, 10, 20, 9, tzinfo=UTC)
DRAFTS = (
    "webshop/faithful.docx",
    "webshop/nibbled.docx",
    "webshop/rounds/round-1.docx",
    "webshop/rounds/round-3.docx",
    "consulting/draft-nibbled.txt",
    "consulting/rounds/round-3.txt",
    "software/nibbled.pdf",
    "software/rounds/round-2.pdf",
)


def terms_of(draft: str) -> Path:
    return SAMPLES / draft.split("/")[0] / "terms.yaml"


@lru_cache
def as_word(draft: str) -> bytes:
    """A sample as a Word file; lines that were only wrapped are one paragraph."""
    path = SAMPLES / draft
    if path.suffix == ".docx":
        return path.read_bytes()
    text = readers.read(path).text
    if path.suffix == ".txt":
        text = re.sub(r"(?<![\n|])\n(?![\n|])", " ", text)
    written = docx.Document()
    for line in filter(str.strip, text.split("\n")):
        written.add_paragraph(line)
    out = io.BytesIO()
    written.save(out)
    return out.getvalue()


@lru_cache
def countered(draft: str) -> Marked:
    return markup("draft.docx", terms_of(draft), counter=True, author="Ada Kite", data=as_word(draft), now=NOW)


def reviewed(draft: str, data: bytes):
    return pipeline.review("draft.docx", terms_of(draft), data=data)


@pytest.mark.parametrize("draft", DRAFTS)
def test_every_restored_term_comes_back_kept(draft):
    made = countered(draft)
    after = reviewed(draft, made.content)
    verdicts = {row.term: row.verdict for row in after.terms}
    asked = {ask.ask for ask in after.asks}
    assert [name for name in made.restored if verdicts.get(name, "kept") != "kept" or name in asked] == []


@pytest.mark.parametrize("draft", DRAFTS)
def test_nothing_that_was_kept_is_lost_and_nothing_new_is_found(draft):
    before, after = reviewed(draft, as_word(draft)), reviewed(draft, countered(draft).content)
    kept = {row.id for row in before.terms if row.verdict == "kept"}
    assert kept <= {row.id for row in after.terms if row.verdict == "kept"}
    assert {a.id for a in after.asks} <= {a.id for a in before.asks}
    assert {f.id for f in after.faults} <= {f.id for f in before.faults}


@pytest.mark.parametrize("draft", DRAFTS)
def test_rejecting_all_changes_gives_back_the_text(draft):
    assert text_of(countered(draft).content, "reject") == text_of(as_word(draft), "reject")


@pytest.mark.parametrize("draft", DRAFTS)
def test_every_finding_to_restore_is_restored_or_said_to_be_left_open(draft):
    made, before = countered(draft), reviewed(draft, as_word(draft))
    better = {row.term for row in before.terms if row.direction == "for us" and row.verdict in ("changed", "weakened")}
    open_terms = [row.term for row in before.terms if row.verdict != "kept" and row.term not in better]
    assert sorted((*made.restored, *made.left_open)) == sorted((*open_terms, *(a.ask for a in before.asks)))


@pytest.mark.parametrize("draft", ["webshop/nibbled.docx", "consulting/draft-nibbled.txt", "software/nibbled.pdf"])
def test_most_of_a_nibbled_draft_can_be_restored(draft):
    made = countered(draft)
    assert len(made.restored) >= 8 * len(made.left_open)


def test_in_a_faithful_draft_no_agreed_term_is_touched():
    agreed = {row.term for row in reviewed("webshop/faithful.docx", as_word("webshop/faithful.docx")).terms}
    assert not agreed & set(countered("webshop/faithful.docx").restored)


SAID = [  # in webshop/nibbled.docx, clause by clause
    (
        "a value in its own clause",
        "pay each invoice within thirty (30) days of receipt of the invoice, by bank transfer",
    ),
    ("a start", "for a period of ninety (90) days from acceptance."),
    ("a blank", "is available for 99.5% of each calendar month"),
    ("words and digits that disagree", "not less than thirty (30) days’ written notice"),
    ("a unit", "does not pay it within ten (10) days after written notice"),
    ("a party", "Each party shall indemnify the other party against all losses"),
    ("a firm promise", "The Client shall supply all product photographs"),
    ("a definition", "signed by a director of the Client;\n"),
    ("an ask that was a whole clause", "2.5 Intentionally left blank."),
    ("a missing term", "19.5 If the Client terminates early"),
]


@pytest.mark.parametrize("words", [s[1] for s in SAID], ids=[s[0] for s in SAID])
def test_the_counter_draft_says(words):
    assert words in text_of(countered("webshop/nibbled.docx").content)


def test_an_override_is_gone():
    assert "Notwithstanding clause 17.2" not in text_of(countered("webshop/nibbled.docx").content)


# ---- values in the draft's own manner --------------------------------------------------------------------------------

MANNERS = [
    ("duration", "sixty (60) days", "30 days", "thirty (30) days"),
    ("duration", "60 days", "30 days", "30 days"),
    ("duration", "thirty (45) days’", "30 days", "thirty (30) days’"),
    ("duration", "Sixty (60) Business Days", "10 business days", "Ten (10) Business Days"),
    ("duration", "ten (10) Business Days", "10 days", "ten (10) days"),
    ("duration", "three (3) months", "365 days", "365 days"),
    ("duration", "[___] days", "15 days", "15 days"),
    ("duration", "two years", "during the term", "during the term"),
    ("money", "$5,000", "USD 15,000", "$15,000"),
    ("money", "£5,000", "USD 15,000", "USD 15,000"),
    ("number", "three (3)", "2", "two (2)"),
    ("percent", "9%", "5%", "5%"),
    ("percent", "nine percent (9%)", "5%", "five percent (5%)"),
    ("percent", "1.5% per year", "1.5% per month", "1.5% per month"),
]


@pytest.mark.parametrize(("kind", "shown", "agreed", "written"), MANNERS, ids=[f"{m[1]} for {m[2]}" for m in MANNERS])
def test_a_value_is_written_as_the_draft_writes_its_own(kind, shown, agreed, written):
    assert in_the_manner_of(shown, parse(kind, agreed), agreed) == written


CAPS = [
    ("a share", "not exceed 50% of the Fees in all", "100% of fees", "not exceed 100% of the Fees in all"),
    ("a time", "the fees paid in the six (6) months before it", "12 months of fees", "the fees paid in the twelve (12) months before it"),
    ("a sum for a share", "not exceed USD 50,000 in all", "100% of fees", "not exceed 100% of the fees in all"),
    ("a share for a sum", "not exceed 100% of the Fees", "USD 50,000", "not exceed USD 50,000"),
    ("a share for a time", "200% of the Fees", "12 months of fees", "100% of the fees for the 12 months before the claim"),
    ("no cap was agreed", "not exceed USD 50,000 in all", "unlimited", None),
    ("the cap is as agreed", "not exceed 100% of the Fees", "100% of fees", None),
]  # fmt: skip


@pytest.mark.parametrize(("draft", "agreed", "restored"), [c[1:] for c in CAPS], ids=[c[0] for c in CAPS])
def test_a_cap_is_exchanged_in_its_own_clause(draft, agreed, restored):
    term = Term("liability.cap", "liability.cap", parse("money or multiple", agreed), agreed)
    edits = [edit for found in find(draft) if (edit := exchange(draft, found, term))]
    said = [draft[: e.start] + e.words + draft[e.end :] for e in edits]
    assert said == ([] if restored is None else [restored])


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "zero"), (7, "seven"), (20, "twenty"), (40, "forty"), (45, "forty-five"), (100, "one hundred"), (101, None)],
)
def test_numbers_in_words(number, words):
    assert number_in_words(number) == words
