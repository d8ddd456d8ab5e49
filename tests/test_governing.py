"""Which words govern: definitions put in place, overrides from afar, words that bind nobody, places that disagree.

One table for each mechanism, quiet cases first.
"""

from __future__ import annotations

import pytest

import termscan

SHEET = """
deal: Test
agreed_on: 2026-09-14
parties: {{customer: Harbour Foods Ltd, provider: Pixel Forge LLC}}
our_side: {side}
terms:
  {terms}
leave_to_counsel: [payment.*, deliverables.*, ip.*, liability.*, term.*, general.*]
"""
OPENING = 'AGREEMENT\n\nThis Agreement is made between Harbour Foods Ltd ("Client") and Pixel Forge LLC ("Agency").\n\n'

SERVE = "1. Services. Agency performs the services that Client orders.\n\n"
PAY = "1. Payment. Client shall pay each invoice within 30 days of receipt.\n\n"
CURE = "2. Termination. If a party commits a material breach and does not cure it within 30 days after written notice, the other party may terminate this Agreement.\n\n"
CAP = "2. Liability. Agency's total liability under this Agreement shall not exceed USD 50,000.\n\n"
SHARE = "1. Royalty. Client shall pay Agency a royalty of 10% of Net Revenue.\n\n"
ASSIGN = "2. Assignment. Neither party may assign this Agreement without the prior written consent of the other, except to an Affiliate.\n\n"
OWN = "2. Ownership. Client owns all Deliverables and all intellectual property rights in them.\n\n"

DEFINED_QUIETLY = [
    ("a definition as everybody writes it", "payment: {revenue_share: {agreed: 10%, of: Net Revenue}}", SHARE + '2. Definitions. "Net Revenue" means all amounts received by Client from sales of the Game, including subscriptions.'),
    ("an affiliate is who controls or is controlled", "general: {assignment: with consent}", SERVE + ASSIGN + '5. Definitions. "Affiliate" means any entity that directly or indirectly controls, is controlled by or is under common control with a party, where control means more than fifty percent of the voting shares.'),
    ("a narrow definition of a word that the term does not turn on", "term: {cure_period: 30 days}", CURE + '5. Definitions. "Manual" means only the printed handbook that was shipped with the first crate of scanners.'),
    ("costs, of which a profit is always free", "payment: {revenue_share: {agreed: 10%, of: profits from the Game}}", "1. Share. Client shall pay Studio 10% of profits from the Game (gross revenues less costs directly incurred in generating them)."),
    ("a word defined for another section alone", "payment: {revenue_share: {agreed: 10%, of: Net Revenue}}", SHARE + '2. Definitions. "Net Revenue" means all amounts received by Client from sales of the Game.\n\n3. Marketing. "Net Revenue", where used in Section 4, refers only to what remains after the rebates of the wholesale partners.\n\n4. Reports. Client shall report on marketing each quarter.'),
    ("what each side had before", "ip: {ownership: customer}", SERVE + OWN + '6. Definitions. "Background Materials" means materials that a party made before, or makes independently of, the Services.'),
    ("a narrowing that the sheet names", "payment: {revenue_share: {agreed: 10%, of: Net Revenue, except: refunds and sales taxes}}", SHARE + '2. Definitions. "Net Revenue" means all amounts received by Client from sales of the Game, but not refunds or sales taxes.'),
]  # fmt: skip

REDEFINED = [
    ("only what is left of it", "payment: {revenue_share: {agreed: 10%, of: Net Revenue}}", SHARE + '9. Definitions. "Net Revenue" means only what remains with Client once its marketing, hosting and platform costs are met.'),
    ("two definitions down", "payment: {revenue_share: {agreed: 10%, of: Net Revenue}}", SHARE + '8. Definitions. "Net Revenue" means all Game Receipts of a quarter.\n\n9. Further words. "Game Receipts" means sums taken for the Game itself, but not for seasonal passes, bundles or cosmetic upgrades.'),
    ("told how to read it, far away", "payment: {revenue_share: {agreed: 10%, of: Net Revenue}}", SHARE + '2. Definitions. "Net Revenue" means all amounts received by Client.\n\n7. Notices. "Net Revenue", where used in Section 1, refers only to receipts from the web store in its first season.'),
    ("without quotation marks", "ip: {territory: [Norway]}", "1. Licence. Agency grants Client a licence to use the Game in the territory of Norway.\n\n9. General. Norway, wherever mentioned, takes in every country whose market is served from the Oslo warehouse."),
    ("wherever this Agreement speaks of it", "liability: {cap: {agreed: 100% of fees, of: fees paid by Client}}", "1. Liability. Agency's total liability shall not exceed 100% of the fees paid by Client under this Agreement.\n\n2. Fees. Wherever this Agreement speaks of the fees paid, maintenance fees alone are counted, and neither setup nor licence fees."),
    ("a gloss in a bracket", "payment: {revenue_share: {agreed: 10%, of: receipts of the Game}}", "1. Royalty. Client shall pay Agency a royalty of 10% of the receipts (which word, as used here, stands for what is banked from the first season) of the Game."),
    ("an affiliate who is none", "general: {assignment: {agreed: with consent, except: affiliates}}", SERVE + ASSIGN + '9. Definitions. "Affiliate" means any entity under common control with a party, and any reseller, lender, franchisee or sales partner with whom it has dealings.'),
    ("background that is made now", "ip: {ownership: customer}", SERVE + OWN + '6. Definitions. "Background Materials" means materials that Agency had before the Effective Date, all templates and connectors written in the course of the Services, and its trade marks.'),
    ("the other side's own drawn in", "ip: {background_ip: provider}", "5. Tools. Agency's pre-existing tools remain the property of Agency and are no Work Product. Client owns the Work Product.\n\n9. Definitions. \"Work Product\" means what Agency makes for Client, together with Agency's own tools that are built into it."),
    ("each of several reckoned apart", "liability: {cap: 12 months of fees}", '1. Liability. Agency\'s total liability shall not exceed the Cap.\n\n2. Definitions. "Cap" means the fees paid in the twelve months before the incident concerned, each incident being reckoned separately from the others.'),
]  # fmt: skip

SET_ASIDE_QUIETLY = [
    ("without limiting it", "term: {cure_period: 30 days}", SERVE + CURE + "9. Injunctions. Without limiting Section 2, either party may ask a court for an injunction against the misuse of its trade secrets."),
    ("in favour of the side that the term protects", "liability: {cap: 'USD 50,000'}", SERVE + CAP + "9. Data. Section 2 notwithstanding, Client shall restore its lost databases, servers and backups at its own expense."),
    ("another clause of that number in an annex below", "term: {cure_period: 30 days}", SERVE + CURE + "9. Warrants. Despite Article 2 below, the holder may not sell warrants to brokers.\n\n10. Holders. Warrants are kept by the registrar."),
    ("what the sheet excepts", "liability: {cap: {agreed: 'USD 50,000', except: [breach of confidentiality, personal injury]}}", SERVE + CAP + "9. Exceptions. Section 2 does not apply to a breach of confidentiality or to personal injury."),
    ("a clause that yields nothing", "term: {cure_period: 30 days}", SERVE + CURE + "9. Survival. Section 2 shall not be construed as a waiver of accrued rights."),
]  # fmt: skip

SET_ASIDE = [
    ("by its number, put first", "term: {cure_period: 30 days}", SERVE + CURE + "9. Hosting. Notwithstanding Section 2, Agency may shut the portal at once where a monthly dashboard falls behind schedule."),
    ("by its number, put last", "ip: {ownership: customer}", SERVE + OWN + "9. Engines. The rendering engine and the shaders, Section 2 notwithstanding, stay with Agency."),
    ("whatever it may provide", "general: {assignment: with consent}", SERVE + ASSIGN + "9. Sale of business. Whatever Section 2 may provide, Agency may at any time make this Agreement over to a lender or franchise partner."),
    ("two numbers at once", "term: {cure_period: 30 days}", SERVE + CURE + "9. Statements. Sections 1 and 2 shall not avail Agency until the annual reconciliation of pallets has been countersigned."),
    ("in a bracket", "liability: {cap: 'USD 50,000'}", SERVE + CAP + "9. Study. Agency performs the field study (it being understood that clause 2 does not limit Agency's liability for the sampling campaign)."),
    ("of a letter within it", "payment: {due: 30 days}", "1. Payment. (a) Client shall pay each invoice within 30 days of receipt. (b) Client shall state the purchase order on each remittance.\n\n9. Rollout. Despite Section 1(a), invoices for shelving wait for the completion of the store rollout."),
    ("for the purposes of it", "term: {renewal: automatic, renewal_notice: 60 days}", "1. Term. This Agreement renews automatically for terms of one year unless either party gives 60 days notice of non-renewal.\n\n9. Post. For the purposes of Section 1, a notice counts only if it reaches the Leeds depot by courier in March."),
    ("from a schedule", "term: {cure_period: 30 days}", SERVE + CURE + "9. Signature. The parties sign below.\n\nSCHEDULE A\n\n1. Uptime. In place of the period in Section 2 of the Agreement, an outage of the kiosk network must be repaired by midnight."),
    ("whatever else is said", "ip: {transfer: on payment}", "1. Rights. All rights in the Deliverables pass to Client on payment of the fees.\n\n2. Exit. Whatever other clauses may provide, all rights in the Deliverables pass to Client on delivery."),
    ("the foregoing", "liability: {cap: 'USD 50,000'}", SERVE + "2. Liability. Agency's total liability under this Agreement shall not exceed USD 50,000. The foregoing shall not limit the liability of Agency for spoiled shipments, cooling failures or warehouse thefts."),
]  # fmt: skip

BINDING = [
    ("an expectation beside a promise", "payment: {due: 30 days}", "1. Payment. The parties expect monthly invoices. Client shall pay each invoice within 30 days of receipt."),
    ("headings for reference only", "payment: {due: 30 days}", PAY + "9. Headings. The section headings in this Agreement are for reference purposes only."),
    ("another schedule for guidance", "payment: {due: 30 days}", PAY + "9. Forms. Schedule B is for guidance only.\n\nSCHEDULE B\n\n1. Forms. The invoice form is shown here."),
    ("obligations that a buyer assumes", "term: {cure_period: 30 days}", "2. Termination. If a party commits a material breach and does not cure it within 30 days after written notice, or a court assumes jurisdiction of its assets, the other party may terminate this Agreement."),
]  # fmt: skip

NOT_BINDING = [
    ("supposed, in a bracket", "other: {travel: Travel time is billed at half the hourly rate.}", "1. Travel. (The budget of Client assumes that travel time is billed at half the hourly rate.)"),
    ("a recital in the middle", "other: {freeze: Storage prices do not rise for one year from the date of the agreement.}", "1. Services. Agency shall store the goods of Client.\n\nWHEREAS, Agency foresees that storage prices do not rise for one year from the date of the agreement."),
    ("by way of background", "general: {assignment: with consent}", SERVE + "2. Assignment. By way of background, neither party would assign this Agreement without the prior written consent of the other."),
    ("told from afar", "term: {cure_period: 30 days}", SERVE + CURE + "9. Headings. The headings and the period set out in Section 2 are for reference purposes only."),
    ("a schedule that is illustrative", "payment: {rate: USD 120 per hour}", "1. Fees. Client shall pay for the Services. Schedule A is illustrative and binds neither party.\n\nSCHEDULE A\n\n1. Rates. The hourly rate of Agency is USD 120 per hour."),
    ("under a heading that says so", "payment: {due: 30 days}", "1. Services. Agency shall serve Client.\n\n2. Worked Example\n\nClient pays each invoice within 30 days of receipt."),
]  # fmt: skip

TABLE = "| Phase | Fee |\n| Sketches | USD 12,000 |\n| Build | USD 30,000 |\n| {} | USD {} |\n\n"

AGREEING = [
    ("a table that adds up", "payment: {total_fee: 'USD 42,000'}", "1. Fees. The total fee is USD 42,000.\n\n" + TABLE.format("Total", "42,000")),
    ("a period counted from the clause named", "payment: {due: 30 days}", PAY + "2. Suspension. Where an invoice that is due under Section 1 is still open after 20 days more, Agency may suspend the services."),
    ("when a notice counts as given", "term: {cure_period: 30 days}", SERVE + CURE + "3. Notices. A notice is deemed received on the third day after posting."),
    ("two notices, one of them on the sheet", "term: {cure_period: [{agreed: 30 days, for: other breach}, {agreed: 5 days, for: non-payment}]}", SERVE + CURE + "3. Non-payment. If Client fails to pay and does not cure the breach within 5 days after notice, Agency may terminate this Agreement."),
]  # fmt: skip

DISAGREEING = [
    ("parts that do not make the total", "payment: {total_fee: 'USD 45,000'}", "1. Fees. The total fee is USD 45,000.\n\n" + TABLE.format("Total", "45,000")),
    ("a total in the text that its parts do not make", "payment: {total_fee: 'USD 42,000'}", "1. Fees. The total fee is USD 24,000.\n\n" + TABLE.format("All together", "42,000")),
    ("given another length by its number", "general: {non_compete: 2 years}", "1. Competition. For a period of two years after the end of this Agreement, Agency shall not compete with Client.\n\n2. Survival. Of these, the undertaking in Section 1 shall run for five years."),
    ("a second notice period", "term: {cure_period: 30 days}", SERVE + CURE + "3. Escalation. A material breach that is not cured within 7 days after notice entitles the other party to terminate this Agreement."),
]  # fmt: skip

CLASH = (
    SERVE
    + CURE
    + "3. Precedence. {}\n\nSCHEDULE B\n\n1. Breach. If a party commits a material breach and does not cure it within 10 days after notice, the other party may terminate this Agreement."
)
RANKS = [
    ("the body over the schedules", "In case of any conflict between this Agreement and a Schedule, this Agreement shall prevail.", "kept"),
    ("the schedule over the body", "Where they are inconsistent, Schedule B shall prevail over the body of this Agreement.", "changed"),
    ("a list, first things first", "The documents apply in the following order of precedence: (a) the Schedules; (b) these terms and conditions.", "changed"),
    ("nothing said of it", "Schedules are part of this Agreement.", "unclear"),
    ("another schedule ranked", "In case of conflict Schedule C shall prevail over Schedule D.", "unclear"),
]  # fmt: skip
FICTIONS = [
    ("an invoice received before it came", "payment: {due: {agreed: 30 days, from: receipt of the invoice}}", "An invoice is received by Client on the date printed at its head.", "for us"),
    ("an invoice received once somebody says so", "payment: {due: {agreed: 30 days, from: receipt of the invoice}}", "An invoice counts as received only when the depot manager has countersigned its delivery sheets.", "against us"),
]  # fmt: skip


def row(tmp_path, terms: str, clauses: str, side: str = "provider", which: int = 0):
    sheet = tmp_path / "terms.yaml"
    sheet.write_text(SHEET.format(terms=terms, side=side), encoding="utf-8")
    return termscan.review("draft.txt", sheet, data=(OPENING + clauses).encode()).terms[which]


@pytest.mark.parametrize(
    ("terms", "clauses"),
    [c[1:] for c in (*DEFINED_QUIETLY, *SET_ASIDE_QUIETLY, *BINDING, *AGREEING)],
    ids=[c[0] for c in (*DEFINED_QUIETLY, *SET_ASIDE_QUIETLY, *BINDING, *AGREEING)],
)
def test_it_leaves_the_term_alone(tmp_path, terms, clauses):
    assert row(tmp_path, terms, clauses).verdict == "kept"


@pytest.mark.parametrize(("terms", "clauses"), [c[1:] for c in REDEFINED], ids=[c[0] for c in REDEFINED])
def test_a_definition_moves_the_clause(tmp_path, terms, clauses):
    found = row(tmp_path, terms, clauses)
    assert (found.verdict, found.evidence[-1].role) == ("weakened", "defines")
    assert found.evidence[0].role == "states" and found.evidence[0].quote != found.evidence[-1].quote


@pytest.mark.parametrize(("terms", "clauses"), [c[1:] for c in SET_ASIDE], ids=[c[0] for c in SET_ASIDE])
def test_a_clause_is_set_aside(tmp_path, terms, clauses):
    found = row(tmp_path, terms, clauses, which=terms.count(",") if "renewal_notice" in terms else 0)
    assert (found.verdict, found.evidence[-1].role) == ("weakened", "overrides")
    assert "sets aside" in found.message or "whatever" in found.message


@pytest.mark.parametrize(("terms", "clauses"), [c[1:] for c in NOT_BINDING], ids=[c[0] for c in NOT_BINDING])
def test_words_that_bind_nobody(tmp_path, terms, clauses):
    found = row(tmp_path, terms, clauses)
    assert found.verdict == "weakened"
    assert "bind" in found.message


@pytest.mark.parametrize(("terms", "clauses"), [c[1:] for c in DISAGREEING], ids=[c[0] for c in DISAGREEING])
def test_two_places_disagree(tmp_path, terms, clauses):
    found = row(tmp_path, terms, clauses)
    assert (found.verdict, found.evidence[-1].role) == ("unclear", "conflicts")
    assert " or " in found.found


@pytest.mark.parametrize(("rule", "verdict"), [c[1:] for c in RANKS], ids=[c[0] for c in RANKS])
def test_the_draft_says_which_place_governs(tmp_path, rule, verdict):
    found = row(tmp_path, "term: {cure_period: 30 days}", CLASH.format(rule))
    assert found.verdict == verdict
    assert ("prevails over" in found.message) == (verdict != "unclear")
    assert any(e.quote in rule for e in found.evidence) == (verdict != "unclear")


@pytest.mark.parametrize(("terms", "clause", "direction"), [c[1:] for c in FICTIONS], ids=[c[0] for c in FICTIONS])
def test_what_is_deemed_to_have_happened(tmp_path, terms, clause, direction):
    found = row(tmp_path, terms, PAY.replace("of receipt", "of receipt of the invoice") + "2. Post. " + clause)
    assert (found.verdict, found.direction, found.evidence[-1].role) == ("weakened", direction, "overrides")
