"""Every key of a term, from the sheet to the row of the review; quiet cases first."""

from __future__ import annotations

import pytest

import termscan
from termscan import rulebook, termsheet
from termscan.errors import TermSheetError

SHEET = """
deal: Test
parties: {{customer: Acme Retail Ltd, provider: Studio North LLC}}
our_side: {ours}
terms:
  {terms}
{rest}
"""
OPENING = 'SERVICES AGREEMENT\n\nThis Agreement is made between Acme Retail Ltd ("Client") and Studio North LLC ("Agency").\n\n'
COUNSEL = "leave_to_counsel: [payment.*, deliverables.*, ip.*, liability.*, term.*, general.*]"
LAW = "9. This Agreement is governed by the laws of Delaware."

DUE = "1. Payment. Client shall pay each invoice within {} days of receipt of the invoice."
ASSIGNS = "1. Assignment. Neither party may assign this Agreement without the prior written consent of the other{}."
OWNS = "1. Ownership. Client shall own the Deliverables{}."
CURES = (
    "1. Termination. Client or Agency may terminate this Agreement if the other:\n\n"
    "(a) fails to pay an undisputed invoice and does not pay it within {} days after notice of the non-payment; or\n\n"
    "(b) commits any other material breach and does not cure it within {} days after notice of the breach."
)
INSURED = "1. Insurance. Agency shall carry professional liability insurance of at least {}."

# (name, terms, clauses): the draft keeps every term
KEPT = [
    # accept
    ("a value that is accepted", "payment: {due: {agreed: 30 days, accept: 45 days}}", DUE.format(45)),
    ("the bound itself", "payment: {due: {agreed: 30 days, accept: at most 45 days}}", DUE.format(45)),
    ("better than the bound asks", "payment: {due: {agreed: 30 days, accept: at most 45 days}}", DUE.format(20)),
    ("between two bounds", "deliverables: {revisions: {agreed: 2, accept: between 1 and 3}}", "1. Agency includes three rounds of revisions."),
    ("at least", 'liability: {insurance: {agreed: "USD 2,000,000", accept: "at least USD 1,000,000"}}', INSURED.format("USD 1,500,000")),
    ("a multiple within its bound", "liability: {cap: {agreed: 100% of fees, accept: at most 150% of fees}}", "1. Liability. Each party's total liability shall not exceed 125% of the fees paid under this Agreement."),
    # by
    ("the party that was agreed", 'liability: {insurance: {agreed: "USD 2,000,000", by: provider}}', INSURED.format("USD 2,000,000")),
    ("a ban on the one that agreed to it", "general: {publicity: {agreed: with consent, by: provider}}", "1. Publicity. Agency shall not use Client's name in a press release without Client's prior written consent."),
    # from
    ("the start that was agreed", "payment: {due: {agreed: 30 days, from: the end of the month of the invoice}}", "1. Payment. Client shall pay each invoice within 30 days after the end of the month of the invoice."),
    ("a customary start", "payment: {due: 30 days}", DUE.format(30)),
    # for
    ("each of two periods", "term: {cure_period: [{agreed: 5 days, for: non-payment}, {agreed: 30 days, for: other breach}]}", CURES.format(5, 30)),
    ("the one that the sheet names of two", "term: {cure_period: {agreed: 5 days, for: non-payment}}", CURES.format(5, 30)),
    # of
    ("a share of what was agreed", "payment: {revenue_share: {agreed: 10%, of: net revenue}}", "1. Revenue. Agency receives 10% of the net revenue of the shop."),
    # except
    ("no exception at all", "general: {assignment: {agreed: with consent, except: none}}", ASSIGNS.format("")),
    ("a customary exception", "general: {assignment: with consent}", ASSIGNS.format(", except to a successor to all or substantially all of its business")),
    ("an exception that was agreed", "ip: {ownership: {agreed: customer, except: [photographs by freelancers]}}", OWNS.format(", except for photographs made by freelancers")),
    ("the only exception", "general: {assignment: {agreed: with consent, except: only a successor by merger}}", ASSIGNS.format(", except to its successor by merger")),
    # text
    ("a kind in plain words", "ip: {licence: {text: Agency may go on using its own fonts.}}", "1. Fonts. Agency may go on using its own fonts."),
]  # fmt: skip

# (name, terms, clauses, row, verdict)
REOPENED = [
    ("past the bound", "payment: {due: {agreed: 30 days, accept: at most 45 days}}", DUE.format(46), "payment.due", "changed"),
    ("below the bound", 'liability: {insurance: {agreed: "USD 2,000,000", accept: "at least USD 1,000,000"}}', INSURED.format("USD 900,000"), "liability.insurance", "changed"),
    ("outside of both bounds", "deliverables: {revisions: {agreed: 2, accept: between 1 and 3}}", "1. Agency includes five rounds of revisions.", "deliverables.revisions", "changed"),
    ("in other days than the bound has", "payment: {due: {agreed: 30 days, accept: at most 45 days}}", "1. Payment. Client shall pay each invoice within 45 business days of receipt of the invoice.", "payment.due", "changed"),
    ("the other party insured", 'liability: {insurance: {agreed: "USD 2,000,000", by: provider}}', "1. Insurance. Client shall carry liability insurance of at least USD 2,000,000.", "liability.insurance", "missing"),
    ("the other party bound", "general: {publicity: {agreed: with consent, by: provider}}", "1. Publicity. Client shall not use Agency's name in a press release without Agency's prior written consent.", "general.publicity", "changed"),
    ("another start than agreed", "payment: {due: {agreed: 30 days, from: receipt of invoice}}", "1. Payment. Client shall pay each invoice within 30 days after the approval of the work by its board.", "payment.due", "changed"),
    ("the periods exchanged", "term: {cure_period: [{agreed: 5 days, for: non-payment}, {agreed: 30 days, for: other breach}]}", CURES.format(15, 30), "term.cure_period[non-payment]", "changed"),
    ("a customary exception that was ruled out", "general: {assignment: {agreed: with consent, except: none}}", ASSIGNS.format(", except to an affiliate or to a successor to all or substantially all of its business"), "general.assignment", "weakened"),
    ("another exception than the only one", "general: {assignment: {agreed: with consent, except: only a successor by merger}}", ASSIGNS.format(", except to an affiliate, a subcontractor or a lender"), "general.assignment", "weakened"),
    ("an exception beside the agreed one", "ip: {ownership: {agreed: customer, except: [photographs by freelancers]}}", OWNS.format(", except for source code, sketches and templates"), "ip.ownership", "weakened"),
    ("a share of something else", "payment: {revenue_share: {agreed: 10%, of: net revenue}}", "1. Revenue. Agency receives 10% of the profit of the shop after all costs and taxes.", "payment.revenue_share", "changed"),
]  # fmt: skip

# priority -> severity of a change against us, of a neutral one, of a missing term
PRIORITIES = [("must", "blocker", "blocker"), ("important", "high", "high"), ("tradeable", "medium", "medium")]

# (name, the term as written, what is wrong)
REFUSED = [
    ("a bound of another type", "payment: {due: {agreed: 30 days, accept: at most 5%}}", "payment.due, accept"),
    ("a priority that is none", "payment: {due: {agreed: 30 days, priority: high}}", "priority is 'high'"),
    ("a party that is none", 'liability: {insurance: {agreed: "USD 5,000", by: agency}}', "by is 'agency'"),
    ("a walk-away point of another type", "payment: {due: {agreed: 30 days, walk_away: USD 5}}", "payment.due, walk_away"),
    ("a worth beyond a hundred", "payment: {due: {agreed: 30 days, value_to_us: 130}}", "value_to_us"),
    ("a worth in words", "payment: {due: {agreed: 30 days, value_to_us: much}}", "value_to_us"),
    ("a key that is none", "payment: {due: {agreed: 30 days, accepted: 45 days}}", "Did you mean accept"),
    ("an amount cut by its comma", "payment: {total_fee: {agreed: USD 24,502, priority: must}}", 'in quotes: `agreed: "USD 24,502"`'),
    ("words cut by their comma", "term: {initial_term: {agreed: 3 years, from: signing or first use, whichever is later}}", 'in quotes: `from: "signing or first use, whichever is later"`'),
    ("no agreed value", "payment: {due: {accept: 45 days}}", "has no agreed value"),
    ("repetitions that nothing tells apart", "term: {cure_period: [{agreed: 5 days}, {agreed: 30 days}]}", "told apart"),
    ("repetitions told apart by the same words", "term: {cure_period: [{agreed: 5 days, for: breach}, {agreed: 9 days, for: breach}]}", "told apart"),
    ("exceptions that are no words", "ip: {ownership: {agreed: customer, except: {fonts: yes}}}", "except"),
]  # fmt: skip

NEW = "2. Audit. Client may audit the books of Agency at any time.\n\n3. Insurance. Agency shall carry liability insurance of at least USD 900,000."
BOTH_BOUND = (
    "2. Staff. Neither party shall solicit the employees of the other for one year after the end of this Agreement."
)


def sheet(tmp_path, terms: str, rest: str = COUNSEL, ours: str = "provider"):
    path = tmp_path / "terms.yaml"
    path.write_text(SHEET.format(terms=terms, rest=rest, ours=ours), encoding="utf-8")
    return path


def review(tmp_path, terms: str, clauses: str, rest: str = COUNSEL, ours: str = "provider"):
    data = f"{OPENING}{clauses}\n\n{LAW}\n".encode()
    return termscan.review("draft.txt", sheet(tmp_path, terms, rest, ours), data=data)


@pytest.mark.parametrize(("terms", "clauses"), [k[1:] for k in KEPT], ids=[k[0] for k in KEPT])
def test_the_draft_keeps(tmp_path, terms, clauses):
    rows = review(tmp_path, terms, clauses).terms
    assert {row.term: row.verdict for row in rows} == {row.term: "kept" for row in rows}


@pytest.mark.parametrize(
    ("terms", "clauses", "term", "verdict"), [r[1:] for r in REOPENED], ids=[r[0] for r in REOPENED]
)
def test_the_draft_reopens(tmp_path, terms, clauses, term, verdict):
    rows = review(tmp_path, terms, clauses).terms
    assert {row.term: row.verdict for row in rows if row.verdict != "kept"} == {term: verdict}


@pytest.mark.parametrize(("terms", "problem"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_the_sheet_is_refused_at_its_line(tmp_path, terms, problem):
    with pytest.raises(TermSheetError) as refused:
        termsheet.load(sheet(tmp_path, terms), rulebook.load())
    assert problem in str(refused.value) and "terms.yaml:6:" in str(refused.value)


@pytest.mark.parametrize(
    ("written", "day"), [("2026-11-02", "2026-11-02"), ('"2026-11-02"', "2026-11-02"), ("'2026-11-02'", "2026-11-02")]
)
def test_a_day_may_stand_in_quotation_marks(tmp_path, written, day):
    said = termsheet.load(sheet(tmp_path, "payment: {due: 30 days}", f"agreed_on: {written}"), rulebook.load())
    assert said.agreed_on is not None and said.agreed_on.isoformat() == day


def test_what_is_no_day_is_refused(tmp_path):
    with pytest.raises(TermSheetError, match="2026-13-02 is no date"):
        termsheet.load(sheet(tmp_path, "payment: {due: 30 days}", 'agreed_on: "2026-13-02"'), rulebook.load())


def test_what_is_accepted_is_kept_with_a_note_that_says_how_it_differs(tmp_path):
    [row] = review(tmp_path, "payment: {due: {agreed: 30 days, accept: at most 45 days}}", DUE.format(45)).terms
    assert (row.verdict, row.found, row.severity) == ("kept", "45 days", "note")
    assert "45 days" in row.message and "30 days" in row.message


def test_what_is_agreed_has_no_severity(tmp_path):
    [row] = review(tmp_path, "payment: {due: {agreed: 30 days, accept: at most 45 days}}", DUE.format(30)).terms
    assert (row.verdict, row.severity) == ("kept", None)


@pytest.mark.parametrize(("priority", "changed", "missing"), PRIORITIES)
def test_priority_makes_the_severity(tmp_path, priority, changed, missing):
    terms = f"payment: {{due: {{agreed: 30 days, priority: {priority}}}}}"
    against, gone = review(tmp_path, terms, DUE.format(60)), review(tmp_path, terms, "1. Thanks. Client thanks Agency.")
    assert [r.severity for r in (*against.terms, *gone.terms)] == [changed, missing]


def test_a_change_for_us_is_a_note_whatever_its_priority(tmp_path):
    terms = "payment: {due: {agreed: 30 days, priority: must}}"
    [row] = review(tmp_path, terms, DUE.format(10)).terms
    assert (row.direction, row.severity) == ("for us", "note")


def test_a_note_is_shown_with_the_row(tmp_path):
    [row] = review(tmp_path, "payment: {due: {agreed: 30 days, note: we pay our people at 45}}", DUE.format(60)).terms
    assert row.note == "we pay our people at 45"


def test_rows_of_a_repeated_kind_are_told_apart_by_for_by_or_from(tmp_path):
    terms = (
        "term: {cure_period: [{agreed: 5 days, for: non-payment}, {agreed: 30 days, for: other breach}]}\n"
        "  liability: {insurance: [{agreed: USD 5, by: provider}, {agreed: USD 9, by: customer}]}\n"
        "  payment: {due: [{agreed: 5 days, from: signature}, {agreed: 30 days, from: receipt of invoice}]}"
    )
    assert [t.name for t in termsheet.load(sheet(tmp_path, terms), rulebook.load()).terms] == [
        "term.cure_period[non-payment]",
        "term.cure_period[other breach]",
        "liability.insurance[provider]",
        "liability.insurance[customer]",
        "payment.due[signature]",
        "payment.due[receipt of invoice]",
    ]


def test_a_list_with_labels_is_one_value(tmp_path):
    terms = "payment: {milestones: [{Design: 30%}, {Launch: 70%}]}"
    [term] = termsheet.load(sheet(tmp_path, terms), rulebook.load()).terms
    assert (term.name, term.agreed_text) == ("payment.milestones", "Design: 30%, Launch: 70%")


def test_each_row_of_a_repeated_kind_is_shown_where_it_stands(tmp_path):
    terms = "term: {cure_period: [{agreed: 5 days, for: non-payment}, {agreed: 30 days, for: other breach}]}"
    first, second = review(tmp_path, terms, CURES.format(5, 30)).terms
    assert "5 days" in first.evidence[0].quote and "30 days" in second.evidence[0].quote


def test_a_walk_away_point_and_a_worth_are_read_and_change_no_verdict(tmp_path):
    terms = "payment: {due: {agreed: 30 days, walk_away: 60 days, value_to_us: 40}}"
    [term] = termsheet.load(sheet(tmp_path, terms), rulebook.load()).terms
    assert (term.walk_away, term.value_to_us) == ("60 days", 40.0)
    assert review(tmp_path, terms, DUE.format(45)).terms[0].verdict == "changed"


# ---- what was never agreed ----------------------------------------------------------------------------------------

TERMS = "general: {governing_law: Delaware}"
ASKED = [
    ("a kind that binds us", "", NEW, {"general.audit", "liability.insurance"}),
    ("a kind left to counsel by name", "leave_to_counsel: [general.audit]", NEW, {"liability.insurance"}),
    ("kinds left to counsel by wildcard", "leave_to_counsel: [general.*, liability.*]", NEW, set()),
    ("all kinds left to counsel by wildcard", "leave_to_counsel: ['*.audit', '*.insurance']", NEW, set()),
    ("what binds both, where only what is unusual asks", "unlisted: customary", BOTH_BOUND, set()),
    ("what binds both, where everything asks", "unlisted: ask", BOTH_BOUND, {"general.non_solicit"}),
    ("what is left to counsel, where everything asks", "unlisted: ask\nleave_to_counsel: [general.non_solicit]", BOTH_BOUND, set()),
]  # fmt: skip


@pytest.mark.parametrize(("rest", "clauses", "asks"), [a[1:] for a in ASKED], ids=[a[0] for a in ASKED])
def test_the_draft_asks_for(tmp_path, rest, clauses, asks):
    found = {a.ask for a in review(tmp_path, TERMS, clauses, rest).asks if not a.ask.startswith("trap.")}
    assert found == asks


def test_what_binds_the_other_side_is_no_ask(tmp_path):
    assert review(tmp_path, TERMS, NEW, "", ours="customer").asks == ()


@pytest.mark.parametrize("name", ["general.audits", "generel.*"], ids=["a name", "a wildcard"])
def test_a_kind_that_is_none_cannot_be_left_to_counsel(tmp_path, name):
    with pytest.raises(TermSheetError, match="no kind of term"):
        termsheet.load(sheet(tmp_path, TERMS, f"leave_to_counsel: ['{name}']"), rulebook.load())
