"""The term sheet written from a draft: valid, with places, and kept by the draft that it came from."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import a_clause, clauses_of

import termscan
from termscan import rulebook, termsheet, understanding
from termscan.reports.terms import sheet

SAMPLES = Path(__file__).parent.parent.parent / "sample_contracts"
DRAFTS = [
    SAMPLES / "webshop" / "faithful.docx",
    SAMPLES / "webshop" / "nibbled.pdf",
    SAMPLES / "software" / "faithful.pdf",
    SAMPLES / "consulting" / "draft-faithful.txt",
    SAMPLES / "consulting" / "draft-nibbled.txt",
]
HEAD = (
    'SERVICES AGREEMENT between Acme Retail Ltd (the "Client") and Studio North LLC (the "Provider").\n\n'
    "1. Provider shall perform the services described in Exhibit A with due care, and Client shall pay for them.\n\n"
)

# what is beside the value in the draft -> the line of the sheet
WRITTEN = [
    ("a value alone", a_clause(), "due: 60 days"),
    (
        "what a period runs from",
        a_clause(beside=(("from", ("receipt of the invoice",)),)),
        "due: {agreed: 60 days, from: receipt of the invoice}",
    ),
    (
        "one exception",
        a_clause("ip.ownership", "customer", beside=(("except", ("drafts",)),)),
        "ownership: {agreed: customer, except: drafts}",
    ),
    (
        "exceptions with commas",
        a_clause("ip.ownership", "customer", beside=(("except", ("fonts, icons", "drafts")),)),
        'ownership: {agreed: customer, except: ["fonts, icons", drafts]}',
    ),
    (
        "values with labels",
        a_clause("payment.milestones", "Design: 30%, Launch: 70%"),
        "milestones: [{Design: 30%}, {Launch: 70%}]",
    ),
    (
        "an amount in braces",
        a_clause("liability.insurance", "USD 1,000,000", beside=(("by", ("provider",)),)),
        'insurance: {agreed: "USD 1,000,000", by: provider}',
    ),
]

# clause of a draft -> what its sheet says of it, and with which key
READ = [
    ("a start", "Client shall pay each invoice within 45 days after the end of the month.", "payment.due", "from"),
    ("a base", "The cancellation fee is 20% of the unpaid instalments.", "term.kill_fee", "of"),
    (
        "an exception",
        "Provider's total liability under this Agreement shall not exceed 100% of the fees, "
        "except for loss of photographs, negatives and prints entrusted to Provider.",
        "liability.cap",
        "except",
    ),
    (
        "whom it binds",
        "Provider shall not issue a press release about this Agreement.",
        "general.publicity",
        "by",
    ),
]


def checked(tmp_path: Path, words: str) -> termsheet.TermSheet:
    path = tmp_path / "terms.yaml"
    path.write_text(words, encoding="utf-8")
    return termsheet.load(path, rulebook.load())


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda d: f"{d.parent.name} {d.name}")
def test_a_sheet_is_valid_and_its_own_draft_keeps_it(draft, tmp_path):
    terms = checked(tmp_path, sheet(understanding.extract(draft, as_terms=True)))
    reopened = [row.term for row in termscan.review(draft, terms=terms).terms if row.verdict != "kept"]
    assert len(terms.terms) >= 15 and len(reopened) <= 0.03 * len(terms.terms)


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda d: f"{d.parent.name} {d.name}")
def test_every_term_says_where_it_was_found(draft):
    lines = sheet(understanding.extract(draft, as_terms=True)).split("terms:\n", 1)[1].splitlines()
    assert all("  # " in line for line in lines if line.startswith("    ") and not line.lstrip().startswith("#"))


@pytest.mark.parametrize(("clause", "line"), [w[1:] for w in WRITTEN], ids=[w[0] for w in WRITTEN])
def test_a_term_is_written_with_what_stands_beside_it(clause, line, tmp_path):
    words = sheet(clauses_of(clause))
    assert f"    {line}  # " in words and checked(tmp_path, words).terms


@pytest.mark.parametrize(("words", "kind", "key"), [r[1:] for r in READ], ids=[r[0] for r in READ])
def test_a_draft_gives_its_sheet(words, kind, key):
    found = understanding.extract("draft.txt", data=f"{HEAD}2. {words}\n".encode(), as_terms=True)
    [clause] = [c for c in found.clauses if c.kind == kind]
    assert key in dict(clause.beside) and clause.doubt is None


def test_a_term_that_the_draft_does_not_keep_is_a_remark_with_the_reason(tmp_path):
    words = sheet(clauses_of(a_clause(doubt="Section 4 says 60 days, section 9 30 days.")))
    assert "    # due: 60 days  # " in words and "left out: Section 4 says 60 days" in words
    assert checked(tmp_path, words).terms == ()


TABLES = [
    ("shares of a whole", "| Stage | Share |\n| Design | 30% |\n| Launch | 70% |\n| Total | 100% |", "payment.milestones", "Design: 30%, Launch: 70%"),
    ("prices by the hour", "| Who | Price |\n| Senior | $120 per hour |\n| Junior | $80 per hour |", "payment.rate", "Senior: USD 120 per hour, Junior: USD 80 per hour"),
    ("shares of no whole", "| Stage | Share |\n| Design | 30% |\n| Launch | 50% |", "payment.milestones", None),
]  # fmt: skip


@pytest.mark.parametrize(("table", "kind", "value"), [t[1:] for t in TABLES], ids=[t[0] for t in TABLES])
def test_a_table_is_one_term(table, kind, value):
    words = f"{HEAD}2. Fees. Client shall pay the fees of this table, by the hour or in instalments:\n\n{table}\n"
    found = understanding.extract("draft.txt", data=words.encode(), as_terms=True)
    assert next((c.value for c in found.clauses if c.kind == kind and ":" in (c.value or "")), None) == value


def test_a_contradiction_in_the_draft_is_left_out_with_the_reason():
    words = f"{HEAD}2. The initial term of this Agreement is 12 months.\n\n3. The initial term of this Agreement is 18 months.\n"
    found = understanding.extract("draft.txt", data=words.encode(), as_terms=True)
    assert "left out" in sheet(found) and "initial_term: 12 months" in sheet(found)


def test_the_value_under_the_heading_of_its_kind_comes_first():
    words = f"{HEAD}2. Correction. Provider warrants each correction for 10 days.\n\n3. Warranty. Provider warrants the Services for 90 days.\n"
    found = understanding.extract("draft.txt", data=words.encode(), as_terms=True)
    assert next(c.value for c in found.clauses if c.kind == "deliverables.warranty") == "90 days"
