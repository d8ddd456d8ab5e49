"""What a draft makes of an agreed term: one table, a mechanism a row, quiet cases first."""

from __future__ import annotations

import pytest

import termscan

SHEET = """
deal: Test
agreed_on: 2026-09-14
parties: {{customer: Acme Retail Ltd, provider: Studio North LLC}}
our_side: provider
terms:
  {terms}
leave_to_counsel: [payment.*, deliverables.*, ip.*, liability.*, term.*, general.*]
"""
OPENING = 'SERVICES AGREEMENT\n\nThis Agreement is made between Acme Retail Ltd ("Client") and Studio North LLC ("Agency").\n\n'

KEPT = [
    ("a period in words", "payment: {due: 30 days}", "1. Fees. Each invoice is payable by Client within thirty (30) days of receipt."),
    ("the fifth business day after", "payment: {due: 5 business days}", "1. Payment. Client shall pay each invoice not later than the fifth business day after receipt."),
    ("what is ticked", "ip: {transfer: on payment}", "1. Ownership\n[ ] Client owns the Deliverables as they are created.\n[x] Client owns the Deliverables upon payment of the fees.\n[x] Agency owns its tools."),
    ("a cap behind a defined word", "liability: {cap: 12 months of fees}", '1. "Ceiling" means the fees that Client has paid to Agency in the twelve months before the claim.\n\n2. Liability. Each party\'s total liability under this Agreement shall not exceed the Ceiling.'),
    ("one half of what was paid", "liability: {cap: 50% of fees}", "1. Liability. Agency's total liability shall not exceed one half of the amount paid by Client under this Agreement."),
    ("whose cap, in the sentence of the cap", "liability: {cap_applies_to: provider}", "1. Liability. In no event is Agency liable, whatever the cause may be, for more than USD 50,000 in all."),
    ("the two of several choices that was agreed", "payment: {invoicing: annually}", "1. Invoices. Agency invoices the fees annually in advance."),
    ("silence that counts for nothing", "deliverables: {deemed_acceptance: no}", "1. Acceptance. Neither the site nor any part of it shall be deemed accepted unless Client accepts it in writing."),
    ("silence after a condition that denies", "deliverables: {deemed_acceptance: yes}", "1. Acceptance. If Client sends no comments within ten days, the Deliverable is deemed accepted."),
    ("a level measured over the period agreed", "deliverables: {service_level: 99.8% per month}", "1. Availability. The shop is available for 99.8% of each calendar month."),
    ("a start that the draft defines as agreed", "term: {initial_term: {agreed: 1 year, from: launch of the shop}}", '1. "Go-Live" means the launch of the shop.\n\n2. Term. The initial term of this Agreement is 1 year from Go-Live.'),
    ("a provider of something else", "other: {hosting: Acme pays the hosting provider itself.}", "1. Hosting. Client pays the charges of the hosting provider itself."),
    ("milestones before their value", "payment: {milestones: [{Design: 40%}, {Launch: 60%}]}", "1. Fees. Client shall pay 40% upon approval of the Design; 60% upon Launch of the shop."),
    ("efforts that belong to another duty", "general: {audit: customer}", "1. Audit. Client may audit the books of Agency once a year on 10 days' notice, and shall for its part use reasonable efforts to keep the disturbance small."),
    ("an item read with the words that open its list", "general: {non_solicit: 1 year}", "1. Restrictions\n\n1.1 For one year after the end of this Agreement each party shall:\n\n(a) keep the papers of the other safe.\n\n(b) not solicit the employees of the other party."),
    ("a limit said by a comparison", "other: {users: Client may have at most 40 named users.}", "1. Users. Client may have no more than 40 named users."),
]  # fmt: skip

REOPENED = [
    ("another start", "payment: {due: 30 days}", "1. Payment. Client shall pay each invoice within 30 days after completion of the whole project.", "changed"),
    ("a second value elsewhere", "term: {cure_period: 30 days}", "1. Termination. If a party commits a material breach and does not cure it within 30 days after notice, the other party may terminate.\n\n2. Disputes. A material breach that is not cured within 10 days after notice entitles the other party to terminate.", "unclear"),
    ("a clause set aside by its number", "liability: {indemnity_by: customer}", "1. Indemnity. Client shall indemnify Agency against claims of third parties arising from its content.\n\n2. Notices. Section 1 notwithstanding, Client carries no claim that arises from pictures or from goods sold.", "weakened"),
    ("a duty made a discretion", "payment: {expenses: reimbursed}", "1. Expenses. Client shall, to such extent as it sees fit, reimburse the travel expenses of Agency.", "weakened"),
    ("a word redefined", "deliverables: {deemed_acceptance: yes}", '1. Definitions\n\n"Acceptance" means a paper signed by a director of Client, and no other act, silence or lapse of time shall amount to it.\n\n2. Acceptance. If Client does not reject a Deliverable within ten days it is deemed accepted.', "weakened"),
    ("a rule for both laid on one", "general: {assignment: with consent}", "1. Assignment. Agency shall not assign this Agreement without the prior written consent of Client.", "changed"),
    ("a cap for one side given to both", "liability: {cap_applies_to: provider}", "1. Liability. Neither party's total liability under this Agreement shall exceed USD 50,000.", "changed"),
    ("a milestone moved to another", "payment: {milestones: [{Design: 40%}, {Launch: 60%}]}", "1. Fees. The fees are due as follows: Design: 20%, Launch: 80%.", "changed"),
    ("a denied silence", "deliverables: {deemed_acceptance: yes}", "1. Acceptance. Client shall not be deemed to have accepted a Deliverable merely because it has not rejected it.", "changed"),
    ("words and figures that disagree", "payment: {due: 30 days}", "1. Payment. Client shall pay each invoice within thirty (45) days of receipt.", "unclear"),
    ("a denial in plain words", "other: {portfolio: Agency may show the finished designs in its portfolio.}", "1. Portfolio. Agency may not show the finished designs in its portfolio.", "changed"),
    ("a period that opens a list", "general: {non_solicit: 1 year}", "1. Restrictions\n\n1.1 For three years after the end of this Agreement each party shall:\n\n(a) keep the papers of the other safe.\n\n(b) not solicit the employees of the other party.", "changed"),
    ("a value beside the clause it belongs to", "other: {lead: Ana Ruiz leads the project and Agency gives 20 days' notice before it replaces her.}", "1. Team. The project lead of Agency for the whole project is Ana Ruiz. Agency gives Client 45 days' notice before it replaces her.", "changed"),
    ("somebody else does it", "other: {backups: Agency makes a copy of the shop's data every night.}", "1. Copies. Client makes a copy of the shop's data every night.", "changed"),
    ("something done less often", "other: {backups: Agency makes a copy of the shop's data once a day.}", "1. Copies. Agency makes a copy of the shop's data once a week.", "changed"),
    ("a level measured over a longer period", "deliverables: {service_level: 99.8% per month}", "1. Availability. The shop is available for 99.8% of each calendar year.", "changed"),
    ("an exception that is a list", "ip: {background_ip: provider}", "1. Tools. Agency keeps all rights in its tools, except for scripts, models and brushes that Client has seen in use.", "weakened"),
    ("secrecy that ends with the years, not with the deal", "general: {confidentiality: {agreed: 3 years, from: the end of the agreement}}", "1. Confidentiality. The duties of this section continue for 3 years from the Effective Date.", "changed"),
    ("a percentage of something else", "payment: {revenue_share: {agreed: 5%, of: gross sales}}", "1. Revenue. Agency receives 5% of the profit of the shop.", "changed"),
    ("a promise moved into the recitals", "other: {photographs: Acme supplies all product photographs of its range.}", "RECITALS\n\nA. Client intends to supply the product photographs of its range.\n\n1. Services. Agency shall build the shop with due care.", "weakened"),
    ("nothing at all", "general: {governing_law: Delaware}", "1. Payment. Client shall pay each invoice within 30 days of receipt, and Agency thanks Client for it.", "missing"),
]  # fmt: skip


def row(tmp_path, terms: str, clauses: str):
    sheet = tmp_path / "terms.yaml"
    sheet.write_text(SHEET.format(terms=terms), encoding="utf-8")
    return termscan.review("draft.txt", sheet, data=(OPENING + clauses).encode()).terms[0]


@pytest.mark.parametrize(("terms", "clauses"), [c[1:] for c in KEPT], ids=[c[0] for c in KEPT])
def test_it_keeps(tmp_path, terms, clauses):
    assert row(tmp_path, terms, clauses).verdict == "kept"


@pytest.mark.parametrize(("terms", "clauses", "verdict"), [c[1:] for c in REOPENED], ids=[c[0] for c in REOPENED])
def test_it_finds(tmp_path, terms, clauses, verdict):
    found = row(tmp_path, terms, clauses)
    assert found.verdict == verdict
    assert bool(found.evidence) == (verdict != "missing")
