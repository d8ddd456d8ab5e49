"""What stands beside an agreed term: a table for each mechanism, quiet cases first, in plain English."""

from __future__ import annotations

import pytest

import termscan
from termscan.compare.events import event

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

QUIET = [
    ("a choice whether to end it at all", "term: {cure_period: 30 days}", "1. End. Where a material breach has not been cured, the innocent party may terminate this Agreement at its election after thirty (30) days written notice of the breach."),
    ("a choice whether to go on", "term: {renewal_notice: 60 days}", "1. Term. The term shall, at the election of Client by notice of renewal given at least 60 days before it ends, be renewed for a further year."),
    ("a freedom that ends where the bar is agreed to begin", "deliverables: {exclusivity: {agreed: provider, for: rival bakery chains}}", "1. Exclusivity. Agency shall not be prevented from designing shops for anybody other than rival bakery chains, to which it shall provide nothing during the Term."),
    ("an attempt to settle, which is all that it can be", "general: {disputes: courts}", "1. Disputes. The managers of the parties shall endeavour to meet and settle any dispute. Failing that, all disputes under this Agreement shall be decided by the courts."),
    ("a want of efforts that is a breach", "term: {cure_period: 30 days}", "1. Termination. Client may terminate this Agreement if Agency fails to use its best efforts to promote the shops and such breach is not cured within 30 days after notice."),
    ("courts that are not the only ones", "general: {venue: Delaware}", "1. Courts. The courts of Delaware shall have jurisdiction over all disputes, though not to the exclusion of others."),
    ("an exception that is agreed to the day", "term: {cure_period: {agreed: 30 days, except: [a further 45 days while repairs are under way]}}", "1. Termination. Either party may terminate this Agreement if the other fails to cure a material breach within 30 days after notice or, where mending it takes longer, within 45 more days."),
    ("a choice that is open to who is asked", "other: {silence: Client has five days to refuse a design. If it says nothing the design counts as approved.}", "1. Designs. Client shall within five days approve or reject each design, in its reasonable discretion. If Client says nothing, the design counts as approved."),
    ("an exception that the law requires", "general: {confidentiality: 3 years}", "1. Secrecy. For three years after the end of this Agreement each party keeps the papers of the other confidential, except to the extent that a court or a regulator orders it to disclose them."),
    ("a condition of procedure", "liability: {ip_indemnity_by: provider}", "1. Indemnity. Agency shall defend and indemnify Client against third-party claims that the Deliverables infringe a copyright, provided that Client tells Agency of the claim without delay and leaves the defence to it."),
    ("subject to the terms of the agreement", "ip: {ownership: customer}", "1. Ownership. Subject to the terms of this Agreement, Client owns all right and title in the Deliverables."),
    ("an exception that serves the side the term protects", "general: {non_solicit: {agreed: 1 year, by: provider}}", "1. Staff. For one year after termination Agency shall not solicit the employees of Client, except that Client may allow it in writing."),
    ("amounts disputed in good faith", "payment: {due: 30 days}", "1. Payment. Client shall pay each invoice within 30 days of receipt, except for amounts that it disputes in good faith."),
    ("to the extent permitted by law", "liability: {excluded_losses: [indirect, consequential]}", "1. Liability. To the maximum extent permitted by applicable law, neither party is liable for indirect or consequential damages."),
    ("an agreed exception in other words", "general: {assignment: {agreed: with consent, except: [sale of the business]}}", "1. Assignment. Neither party may assign this Agreement without the prior written consent of the other, except to the purchaser of its business."),
    ("consent not unreasonably withheld", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement without the prior written consent of the other party, which shall not be unreasonably withheld, conditioned or delayed."),
    ("a discretion of the side that is served", "general: {audit: customer}", "1. Audit. Client may, as often as it sees fit, audit the books and records of Agency on ten days' notice."),
    ("the invoice date for its receipt", "payment: {due: 30 days}", "1. Payment. Client shall pay within thirty days from the date of each invoice."),
    ("notice that was given for notice that was received", "term: {cure_period: 30 days}", "1. Termination. Either party may terminate this Agreement if the other commits a material breach and fails to cure it within 30 days after it has been given written notice of the breach."),
    ("including without limitation", "liability: {excluded_losses: [indirect, consequential]}", "1. Liability. Neither party is liable for indirect or consequential damages, including, without limitation, loss of data."),
    ("a number in a condition of renewal that is the notice", "term: {renewal: automatic 1 year}", "1. Term. This Agreement renews automatically for successive terms of one year, unless either party gives the other 60 days' written notice that it does not wish to renew."),
    ("but not limited to", "liability: {indemnity_by: provider}", "1. Indemnity. Agency shall indemnify Client against all claims of third parties, including but not limited to those for injury or death, that arise from its negligence."),
    ("save harmless", "liability: {indemnity_by: provider}", "1. Indemnity. Agency shall indemnify and save harmless Client, its officers and employees against claims of third parties arising from its negligence."),
    ("as otherwise provided elsewhere", "term: {convenience_notice: 30 days}", "1. Termination. Except as otherwise provided in section 2, Client may terminate this Agreement for convenience on 30 days' written notice.\n\n2. Notices are given in writing."),
    ("misuse under a warranty", "deliverables: {warranty: 90 days}", "1. Warranty. For ninety days after delivery Agency warrants that the Deliverables conform to the specifications, except where Client or others have modified or misused them."),
    ("work done up to the end", "term: {convenience_notice: 30 days}", "1. Termination. Client may terminate this Agreement for convenience on 30 days' written notice, provided that it pays for the work done until then."),
    ("background material under ownership", "ip: {ownership: customer}", "1. Ownership. Client owns the Deliverables, with the exception of Agency's pre-existing tools and third-party materials, which are licensed to Client."),
    ("a repeated word of degree", "deliverables: {acceptance_period: 10 business days}", "1. Acceptance. Once a Deliverable has been delivered, Client has ten business days to test and accept or reject it."),
    ("scheduled maintenance", "deliverables: {service_level: 99.5%}", "1. Availability. The service is available 99.5% of each calendar month, excluding scheduled maintenance and outages of the public internet."),
    ("the receipt of money", "ip: {transfer: on payment}", "1. Ownership. All rights in the Deliverables pass to Client once Agency has received payment in full."),
    ("what the cap never covers", "liability: {cap: 'USD 50,000'}", "1. Liability. Except for its indemnification obligations and its gross negligence or wilful misconduct, neither party's total liability shall exceed USD 50,000."),
    ("who stays responsible", "deliverables: {subcontracting: with consent}", "1. Subcontractors. Agency shall not subcontract any part of the work without the prior written consent of Client, provided that Agency remains responsible for its subcontractors."),
    ("a defect of somebody else's making", "deliverables: {warranty: 12 months}", "1. Warranty. Agency warrants the Deliverables for twelve months from acceptance, unless the defect results from accident, neglect or changes made by anyone other than Agency."),
    ("an audit in good order", "general: {audit: customer}", "1. Audit. Upon ten days' prior written notice and no more than once per year, Client may audit Agency's records during normal business hours, provided the audit does not unreasonably interfere with Agency's business."),
    ("an earlier end", "term: {initial_term: 2 years}", "1. Term. This Agreement begins on the Effective Date and continues for two years unless terminated earlier as provided in section 9."),
    ("copies that the law asks for", "general: {data_return: 30 days}", "1. Data. Within thirty days of expiry or termination, Agency shall return or destroy all data of Client, save for copies that the law obliges it to retain."),
]  # fmt: skip

TAKEN = [
    ("a case of its own among agreed ones", "liability: {excluded_losses: {agreed: [indirect, consequential], except: [breach of confidentiality]}}", "1. Liability. Neither party is liable for indirect or consequential damages, except for a breach of confidentiality or late uploading of photographs."),
    ("an exception for a whole group", "general: {non_solicit: 1 year}", "1. Staff. For one year after the end of this Agreement neither party shall solicit the employees of the other, other than illustrators and seasonal workers."),
    ("a floor under the indemnity", "liability: {indemnity_by: provider}", "1. Indemnity. Agency shall indemnify Client against claims of third parties arising from its negligence, to the extent that they exceed USD 40,000 in the aggregate."),
    ("only what is repeated", "liability: {indemnity_by: provider}", "1. Indemnity. Agency shall indemnify Client against claims of third parties arising from its negligence, but only if the same error was pointed out to it twice before."),
    ("efforts where a duty was agreed", "general: {data_return: 30 days}", "1. Data. Within 30 days after the end of this Agreement Agency shall use reasonable endeavours to return the data of Client."),
    ("a wish", "deliverables: {support: 12 months}", "1. Support. Agency aims to support the shop for twelve months after launch."),
    ("in its own judgement", "payment: {expenses: reimbursed}", "1. Expenses. Client shall reimburse such travel expenses of Agency as Client in its judgement considers fair."),
    ("when its budget allows", "payment: {expenses: reimbursed}", "1. Expenses. Client shall, as its budget allows, reimburse Agency's reasonable travel expenses."),
    ("if the other side so chooses", "general: {disputes: arbitration}", "1. Disputes. Any dispute shall, if Client so chooses, be settled by arbitration."),
    ("an estimate", "payment: {total_fee: 'USD 90,000'}", "1. Fees. The total fee for the work is at present estimated at USD 90,000."),
    ("a sentence that follows", "term: {kill_fee: 20%}", "1. Cancellation. If Client cancels the project it shall pay Agency a cancellation fee of 20% of the remaining fees. This does not apply where Client has postponed the launch of its shop."),
    ("an exclusion from availability", "deliverables: {service_level: 99.5%}", "1. Availability. The service is available 99.5% of each calendar month, excluding weekends, evenings and the sale season."),
    ("an own tool kept back", "ip: {ownership: customer}", "1. Ownership. Client owns the Deliverables, save for fonts, page templates and checkout modules drawn or written for the shop."),
    ("once a condition is met", "ip: {portfolio_use: allowed}", "1. Portfolio. Agency may show the Deliverables in its portfolio, as soon as the last of the products pictured has gone out of fashion."),
    ("a confidentiality hole", "general: {confidentiality: 3 years}", "1. Secrecy. For three years after the end of this Agreement each party keeps the information of the other confidential, apart from price lists and sales figures passed to trade analysts."),
    ("unless clause", "deliverables: {key_people: [Ana Ruiz]}", "1. Team. Ana Ruiz leads the project for Agency throughout, unless Agency's staffing plans call for somebody else."),
    ("warranty only under a contract", "deliverables: {warranty: 90 days}", "1. Warranty. For 90 days after delivery Agency warrants that the Deliverables conform to the specifications, so long as Client has bought the maintenance package."),
    ("audit on a condition", "general: {audit: customer}", "1. Audit. Client may audit the books and records of Agency once a year, provided that an accountant has first found a shortfall of 10%."),
    ("cure barred", "term: {cure_period: 30 days}", "1. Termination. If a party commits a material breach and does not cure it within 30 days after notice, the other may terminate, except where Agency has missed a delivery date, in which case no time to cure is given."),
    ("a list of mistakes", "liability: {cap: 'USD 50,000'}", "1. Liability. Agency's total liability under this Agreement shall not exceed USD 50,000, other than for errors in translation and delays in shipping."),
    ("an endeavour", "payment: {expenses: reimbursed}", "1. Expenses. Client will endeavour to reimburse Agency's travel expenses."),
    ("as resources allow", "deliverables: {warranty: 12 months}", "1. Warranty. For twelve months after acceptance Agency shall, to the extent its resources allow, correct defects free of charge."),
    ("an offer that voids the promise", "liability: {indemnity_by: provider}", "1. Indemnity. Agency shall indemnify Client against third-party claims arising from its negligence, save where Client's insurer has offered any payment."),
    ("another job found", "term: {kill_fee: 20%}", "1. Cancellation. If Client cancels, it shall pay Agency a cancellation fee of 20% of the remaining fees, unless Agency has found another customer for the same weeks."),
]  # fmt: skip

OTHER_START = [
    ("payment by the customer's own customer", "payment: {due: 30 days}", "1. Payment. Client shall pay each invoice within 30 days after it has itself been paid by the shopper.", "against us"),
    ("approval by an officer", "payment: {due: {agreed: 30 days, from: receipt of the invoice}}", "1. Payment. Client shall pay each invoice within 30 days after its finance director has approved it.", "against us"),
    ("the end of the quarter", "payment: {due: {agreed: 30 days, from: end of the month}}", "1. Payment. Client shall pay the fees within 30 days after the end of the calendar quarter in which they were earned.", "against us"),
    ("earlier than agreed", "payment: {due: {agreed: 30 days, from: approval of the invoice}}", "1. Payment. Client shall pay each invoice within 30 days of its date.", "for us"),
]  # fmt: skip

LISTS = [
    ("every item in other words", "deliverables: {scope: [page design, shop programming, product photography]}", "1. Services. Agency shall carry out the design of the pages, the programming of the shop and photography of the products.", "kept"),
    ("an item and what belongs to it", "deliverables: {scope: [page design, shop programming, product photography]}", "1. Services. Agency shall perform page design and drawing by hand, shop programming, and product photography.", "kept"),
    ("one more among the agreed", "deliverables: {scope: [page design, shop programming, product photography]}", "1. Services. Agency shall perform page design, shop programming, weekly stock counting in the warehouse, and product photography.", "changed"),
    ("an exclusive licence made another", "ip: {licence: [exclusive, worldwide, perpetual]}", "1. Licence. Agency grants Client a non-exclusive, worldwide and perpetual licence to use the fonts.", "changed"),
    ("an item that is gone", "liability: {excluded_losses: [indirect, consequential, lost profits]}", "1. Liability. Neither party is liable for indirect damages or lost profits.", "changed"),
    ("a freedom that stays whole", "deliverables: {exclusivity: none}", "1. Other work. Agency is free to work for other shops during this Agreement, as long as it keeps Client's papers confidential.", "kept"),
    ("a freedom with a hole in it", "deliverables: {exclusivity: none}", "1. Other clients. Agency is free to work for other clients during this Agreement, other than dealers in posters, prints and picture frames.", "changed"),
]  # fmt: skip

EVENTS = [
    ("receipt of the invoice", "receipt"),
    ("the invoice that Client has received", "receipt"),
    ("the date of the invoice", "issue"),
    ("the day on which the invoice reaches Client", "receipt"),
    ("approval of the invoice by the finance director", "approval"),
    ("the date on which the invoice was confirmed", "approval"),
    ("receipt of written notice of the breach", "notice"),
    ("receipt of payment from the shopper", "payment"),
    ("the effective date of termination", "the end of the agreement"),
    ("the Effective Date", "signature"),
    ("the end of each calendar month", "end of the month"),
    ("the calendar quarter has closed", "end of the quarter"),
    ("the day on which the claim first arose", "the claim"),
    ("the third full moon", None),
]


def row(tmp_path, terms: str, clauses: str):
    sheet = tmp_path / "terms.yaml"
    sheet.write_text(SHEET.format(terms=terms), encoding="utf-8")
    return termscan.review("draft.txt", sheet, data=(OPENING + clauses).encode()).terms[0]


@pytest.mark.parametrize(("terms", "clauses"), [c[1:] for c in QUIET], ids=[c[0] for c in QUIET])
def test_what_takes_nothing_is_not_reported(tmp_path, terms, clauses):
    assert row(tmp_path, terms, clauses).verdict == "kept"


@pytest.mark.parametrize(("terms", "clauses"), [c[1:] for c in TAKEN], ids=[c[0] for c in TAKEN])
def test_what_takes_from_a_term_weakens_it(tmp_path, terms, clauses):
    assert row(tmp_path, terms, clauses).verdict == "weakened"


@pytest.mark.parametrize(("terms", "clauses", "way"), [c[1:] for c in OTHER_START], ids=[c[0] for c in OTHER_START])
def test_another_start_is_another_term(tmp_path, terms, clauses, way):
    found = row(tmp_path, terms, clauses)
    assert (found.verdict, found.direction) == ("changed", way)


@pytest.mark.parametrize(("terms", "clauses", "verdict"), [c[1:] for c in LISTS], ids=[c[0] for c in LISTS])
def test_what_a_list_and_a_freedom_hold(tmp_path, terms, clauses, verdict):
    assert row(tmp_path, terms, clauses).verdict == verdict


@pytest.mark.parametrize(("words", "name"), EVENTS, ids=[e[0] for e in EVENTS])
def test_the_event_that_a_start_names(words, name):
    found = event(words)
    assert (found.name if found else None) == name
