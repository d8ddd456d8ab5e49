"""Lines of term sheets as people type them, and the terms that come of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from typed_sheets import HEAD, imported, masked, shown

from termscan import pipeline, rulebook, termsheet
from termscan.handshake import paper
from termscan.handshake.points import points
from termscan.handshake.spoken import spoken


def terms(text: str) -> list[str]:
    return sorted(shown(term) for term in imported(HEAD + text).sheet.terms)


NOTHING: tuple[str, ...] = ()
UNDERSTOOD = {
    # quiet cases: nothing is agreed in them, and nothing may be made up
    "Thanks for the call yesterday.": NOTHING,
    "The client was in a good mood.": NOTHING,
    "Delivery: end of November": NOTHING,
    "Support: round the clock": NOTHING,
    "Interest: statutory rate": NOTHING,
    "Source code: n/a": NOTHING,
    "Liability cap:": NOTHING,
    "Their budget for lunch was 20 percent higher.": NOTHING,
    # money
    "Fee: USD 120,000": ("payment.total_fee USD 120,000",),
    "fee 120k USD fixed": ("payment.total_fee USD 120,000",),
    "Price: £48,000 plus VAT": ("payment.taxes excluded", "payment.total_fee GBP 48,000"),
    "Fees: GBP 950/day": ("payment.rate GBP 950 per day",),
    "Day rate $1,400": ("payment.rate USD 1,400 per day",),
    "Monthly fee: EUR 900": ("payment.rate EUR 900 per month",),
    "Rates: Senior USD 200 per hour, Junior USD 90 per hour": ("payment.rate Senior: USD 200 per hour, Junior: USD 90 per hour",),
    "Maintenance: USD 72,000 per year": ("payment.rate Maintenance: USD 72,000 per year",),
    "Budget cap $56,000": ("payment.not_to_exceed USD 56,000",),
    "Payment: 30% at signing, 40% at beta, 30% at launch": ("payment.milestones Signing: 30%, Beta: 40%, Launch: 30%",),
    "Half is paid on signature and half on go-live.": ("payment.milestones Signature: 50%, Go-live: 50%",),
    "Deposit: 25%": ("payment.deposit 25%",),
    # when it is paid
    "Net 30": ("payment.due 30 days",),
    "Payment terms: Net 45 from receipt of invoice": ("payment.due 45 days (from receipt of invoice)",),
    "They pay within two weeks.": ("payment.due 2 weeks",),
    "Payment: 30 days. We could live with 45.": ("payment.due 30 days (accept at most 45 days)",),
    "Invoices: monthly, 30 days": ("payment.due 30 days", "payment.invoicing monthly"),
    "late: 1.5% pm": ("payment.late_interest 1.5% per month",),
    "Late interest: none": ("payment.late_interest none",),
    "Expenses: at cost w/ prior approval": ("payment.expenses reimbursed with approval",),
    "The price may go up by at most 4% a year.": ("payment.price_increase 4% per year",),
    # the work
    "2 rounds of revisions": ("deliverables.revisions 2",),
    "Revisions: 3 rounds on the logo": ("deliverables.revisions 3 (for logo)",),
    "Acceptance 10 bd, silence = acceptance": ("deliverables.acceptance_period 10 business days", "deliverables.deemed_acceptance yes"),
    "Warranty six months from acceptance": ("deliverables.warranty 6 months (from acceptance)",),
    "90 days warranty, 12 months support": ("deliverables.support 12 months", "deliverables.warranty 90 days"),
    "Uptime: 99.9% except scheduled maintenance": ("deliverables.service_level 99.9% (except scheduled maintenance)",),
    "No exclusivity": ("deliverables.exclusivity none",),
    "No subcontracting w/o approval": ("deliverables.subcontracting with consent",),
    # rights
    "IP to client on full payment, we keep our own tools": ("ip.background_ip provider", "ip.ownership customer", "ip.transfer on payment"),
    "Background IP: each keeps its own": ("ip.background_ip each",),
    "Source code: held in escrow": ("ip.source_code escrow",),
    # liability
    "Cap 100% of fees, no indirect/consequential losses": ("liability.cap 100% of fees", "liability.excluded_losses indirect, consequential"),
    "Liability cap: the fees": ("liability.cap 100% of fees",),
    "Liability limited to £150k or 200% of the fees, whichever is the higher": ("liability.cap the greater of GBP 150,000 and 200% of fees",),
    "Liability: Provider: £1m. Customer: unlimited.": ("liability.cap GBP 1,000,000 (by provider)", "liability.cap unlimited (by customer)"),
    "Insurance: we carry USD 3m": ("liability.insurance USD 3,000,000 (by provider)",),
    "Nothing limits liability for fraud.": ("liability.uncapped fraud",),
    # the end
    "Either of us can walk with 30d notice": ("term.convenience both", "term.convenience_notice 30 days"),
    "Time to cure: 10 days for non-payment, 30 days for other breach": ("term.cure_period 10 days (for non-payment)", "term.cure_period 30 days (for other breach)"),
    "Kill fee 25% of the remaining fee": ("term.kill_fee 25% (of the remaining fee)",),
    "Cancellation: 50% if within 7 days of the shoot": ("term.kill_fee 50% (except if within 7 days of the shoot)",),
    "Renewal: automatic, 1 year at a time": ("term.renewal automatic 1 year",),
    "No renewal": ("term.renewal by agreement",),
    "Term: from 1 Feb 2027 to 31 Jan 2028": ("term.end 2028-01-31", "term.start 2027-02-01"),
    # the rest
    "Delaware law": ("general.governing_law Delaware",),
    "Law and courts: England & Wales": ("general.governing_law England and Wales",),
    "NDA 2y": ("general.confidentiality 2 years",),
    "Assignment: no": ("general.assignment prohibited",),
    "Neither party may assign without consent, except to an affiliate.": ("general.assignment with consent (except to an affiliate)",),
    "No AI training on our data": ("general.ai_training prohibited",),
    "Data: council owns": NOTHING,  # nobody here is a council
    "Data: stays theirs, back within 30 days of the end": ("general.data_ownership customer", "general.data_return 30 days (from the end)"),
    # the same in the words of notes and mails
    "They pay us USD 9,000 in total.": ("payment.total_fee USD 9,000",),
    "We build the site for USD 9,000.": ("payment.total_fee USD 9,000",),
    "The site costs USD 9,000 all in.": ("payment.total_fee USD 9,000",),
    "Price: USD 9,000 including VAT": ("payment.taxes included", "payment.total_fee USD 9,000"),
    "VAT included": ("payment.taxes included",),
    "VAT comes on top": ("payment.taxes excluded",),
    "14 days to pay": ("payment.due 14 days",),
    "Monthly invoices": ("payment.invoicing monthly",),
    "Quarterly invoices": ("payment.invoicing quarterly",),
    "Invoices once a year": ("payment.invoicing annually",),
    "Invoiced in advance": ("payment.invoicing in advance",),
    "They may dispute an invoice within 10 days.": ("payment.dispute_window 10 days",),
    "Travel is included in the fee.": ("payment.expenses included",),
    "The client has 10 days to test.": ("deliverables.acceptance_period 10 days",),
    "Silence is not acceptance.": ("deliverables.deemed_acceptance no",),
    "Ready by 15 March 2027.": ("deliverables.delivery 2027-03-15",),
    "We promise 99.5% uptime.": ("deliverables.service_level 99.5%",),
    "We fix bugs for 6 months.": ("deliverables.warranty 6 months",),
    "Our methods stay ours.": ("ip.background_ip provider",),
    "IP passes on acceptance": ("ip.transfer on acceptance",),
    "IP passes on delivery": ("ip.transfer on delivery",),
    "Indemnity: provider for IP": ("liability.ip_indemnity_by provider",),
    "We give the IP indemnity": ("liability.ip_indemnity_by provider",),
    "If they cancel early they pay 20%.": ("term.kill_fee 20%",),
    "Auto-renewal every year": ("term.renewal automatic",),
    "It renews each year unless somebody gives 60 days' notice.": ("term.renewal automatic", "term.renewal_notice 60 days"),
    "Disputes go to arbitration.": ("general.disputes arbitration",),
    "Arbitration in Oslo": ("general.disputes arbitration", "general.venue Oslo"),
    "Disputes go to the courts.": ("general.disputes courts",),
    "Mediation first": ("general.disputes mediation first",),
    "First mediation, then the courts": ("general.disputes mediation first",),
    "We may use their name once they agree.": ("general.publicity with consent",),
    "The client owns its data.": ("general.data_ownership customer",),
    "They are billed quarterly.": ("payment.invoicing quarterly",),
    "Support for 12 months": ("deliverables.support 12 months",),
    "The client owns everything.": ("ip.ownership customer",),
    "It runs for 2 years.": ("term.initial_term 2 years",),
    "It can be extended if both agree.": ("term.renewal by agreement",),
    "15 days to put a breach right": ("term.cure_period 15 days",),
    # how much a point matters
    "Fee: USD 9,000 (must have)": ("payment.total_fee USD 9,000 (priority must)",),
    "Governing law: Oregon - nice to have": ("general.governing_law Oregon (priority tradeable)",),
    # what is no kind of term
    "Photographs: Acme supplies all product photographs.": ("other.photographs Acme supplies all product photographs.",),
    "Acme shall collect the empty kegs at its own cost.": ("other.acme_shall_collect Acme shall collect the empty kegs at its own cost.",),
}  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), UNDERSTOOD.items(), ids=UNDERSTOOD)
def test_a_line_gives_these_terms(line, wanted):
    assert terms(line) == sorted(wanted)


UNSURE = {
    "Law: New York probably?": "general.governing_law",
    "Liability cap: TBC, 100% of fees?": "liability.cap",
    "Warranty: 3 to 6 months": "deliverables.warranty",
    "Payment: 30 days. They wanted 60, not agreed yet.": "payment.due",
    "Confidentiality: 2 years\nNDA: 5 years": "general.confidentiality",
    "Open points:\n- Warranty: 90 days": "deliverables.warranty",
    "Liability is capped at twice the fees. You need to check with your insurer though.": "liability.cap",
    "Licence: exclusive for 2 years, then non-exclusive": "ip.licence",
}


@pytest.mark.parametrize(("text", "kind"), UNSURE.items(), ids=UNSURE)
def test_what_is_not_sure_stands_in_a_remark(text, kind):
    made = imported(HEAD + text)
    name = kind.split(".")[1]
    assert kind not in {t.kind for t in made.sheet.terms}
    assert [line for line in made.text.splitlines() if line.strip().startswith(f"# {name}: ") and "not sure" in line]
    assert made.unsure >= 1


LEFT_OUT = {
    "Interest: statutory rate": "statutory rate",
    "Price: £75,000, split 40/60": "40/60",
    "Day rate $1,400, max 40 days": "40 days",
    "The office has a nice view.": "nice view",
}


@pytest.mark.parametrize(("text", "words"), LEFT_OUT.items(), ids=LEFT_OUT)
def test_what_is_left_out_is_said(text, words):
    made = imported(HEAD + text)
    foot = made.text.partition("# Left out:")[2]
    assert words in foot and made.left_out == 1


COUNSEL = {
    "For the lawyers: venue, assignment": ("general.venue", "general.assignment"),
    "Not discussed: all IP; what the cap does not limit": ("ip.*", "liability.uncapped"),
    "Left to counsel:\n- disputes\n- key people": ("general.disputes", "deliverables.key_people"),
    "Jurisdiction: left to the lawyers": ("general.venue",),
    "Legal\n- Law: Oregon": (),
}


@pytest.mark.parametrize(("text", "kinds"), COUNSEL.items(), ids=COUNSEL)
def test_what_is_left_to_the_lawyers(text, kinds):
    assert imported(HEAD + text).sheet.leave_to_counsel == kinds


def test_no_cue_of_spoken_language_is_idle():
    said = [
        p
        for text in (*UNDERSTOOD, *UNSURE, *LEFT_OUT)
        for p in points(paper.read("x.txt", (HEAD + text).encode())).points
    ]
    book = rulebook.load()
    words = masked(said, book)
    kinds = spoken(book).kinds.items()
    cues = [(name, c) for name, k in kinds for c in (*k.cues, *(c for of in k.choices.values() for c in of))]
    assert [f"{name}: {cue.source}" for name, cue in cues if not any(cue.search(w) for w in words)] == []


def test_the_sheet_says_from_which_words_each_term_comes():
    assert "revisions: 2  # line 4: two rounds of changes" in imported(HEAD + "two rounds of changes").text


def test_a_sheet_without_a_single_term_is_valid_too():
    made = imported(HEAD + "Thanks for lunch.")
    assert "terms: {}" in made.text and termsheet.parse("x", made.text, rulebook.load()).terms == ()


def test_a_kind_of_ones_own_rules_answers_to_its_name(tmp_path: Path):
    (tmp_path / "own.yaml").write_text(
        'payment.pizza: {type: money, says: what a pizza costs, cues: ["pizza {value}"]}\n'
    )
    sheet = tmp_path / "notes.txt"
    sheet.write_text(HEAD + "Pizza: USD 12\n")
    made = pipeline.import_terms(sheet, rules=[tmp_path])
    assert [shown(t) for t in made.sheet.terms] == ["payment.pizza USD 12"]
