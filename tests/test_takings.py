"""What a draft gives with one hand and takes with the other: consent, fictions, deductions, sides, starts, plain words."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("both parties named in one breath are each of them", "general: {assignment: prohibited}", "1. Assignment. Neither Buyer nor Studio may assign this Agreement."),
    ("either of them by name", "term: {convenience: both}", "1. End. This Agreement may be terminated at any time and without cause by Buyer or by Studio on written notice."),
    ("a denial with a subject of two words", "general: {assignment: {agreed: with consent, by: provider}}", "1. Assignment. No right or obligation hereunder may be assigned by Studio unless Buyer has given its written consent."),
    ("a phrase broken over two lines", "liability: {excluded_losses_apply_to: both}", "1. Liability. In no event shall either\nparty be liable to the other for indirect or consequential damages."),
    ("a secrecy without an end", "general: {confidentiality: perpetual}", "1. Secrecy. Each party shall keep the other's Confidential Information secret and shall not disclose it to anybody."),
    ("an anniversary for a length", "term: {initial_term: 2 years}", "1. Term. The initial term of this Agreement begins on its date and ends on the second anniversary of it."),
    ("a choice between two ways to do it", "liability: {ip_indemnity_by: provider}", "1. Claims. Studio shall defend, or at its option settle, any claim against Buyer that the Deliverables infringe a copyright, and indemnify Buyer."),
    ("a choice that says when the rule holds", "payment: {revenue_share: 4%}", "1. Royalty. If Buyer elects to sell prints, it shall pay Studio a royalty of 4% of the net sales of them."),
    ("consent that is not needed where it was agreed so", "general: {assignment: {agreed: with consent, except: [sale of the business]}}", "1. Assignment. Neither party may assign this Agreement without the other's written consent. No such consent shall be required for the sale of its business."),
    ("a refusal that needs a reason, in other words", "general: {assignment: {agreed: with consent, except: [consent not unreasonably withheld]}}", "1. Assignment. Neither party may assign this Agreement without the other's written consent, which may not be refused without good cause."),
    ("what is no waiver is nothing of ours", "ip: {ownership: customer}", "1. Ownership. Buyer owns the Deliverables. A delay in using a right of ownership shall not be deemed a waiver of it."),
    ("usual deductions", "payment: {revenue_share: {agreed: 4%, of: net sales}}", "1. Royalty. Buyer shall pay Studio a royalty of 4% of net sales, that is of gross sales less returns, discounts and taxes."),
    ("an agreed way out that sets the end aside", "term: {end: 2027-05-31, convenience: customer}", "1. Term. This Agreement ends on May 31, 2027.\n\n2. Way out. Notwithstanding section 1, Buyer may terminate this Agreement at any time without cause by written notice."),
    ("a bound in the dress of a denial", "other: {reprints: Studio reprints a menu up to three times.}", "1. Reprints. Studio reprints a menu, not to exceed three times."),
    ("whom a sponsor names is not who acts", "other: {extra: Buyer may approve or refuse any further illustrator.}", "1. Illustrators. Buyer may approve or refuse any further illustrator proposed by Studio."),
    ("that date is the date just named", "term: {initial_term: {agreed: 5 years, from: the day of signature}}", "1. Term. This Agreement takes effect on the day of signature and has an initial term of 5 years, reckoned from that date."),
    ("a length that a party's notice may cut", "term: {initial_term: 2 years}", "1. Term. The initial term of this Agreement is two years, unless one of the parties terminates it by registered letter with proof of receipt."),
    ("a best effort at something else in another part of the sentence", "other: {samples: Studio bakes the samples of every menu at its own cost.}", "1. Service. Studio will use its best efforts to answer letters swiftly; Studio bakes the samples of every menu at its own cost."),
    ("a secrecy that lasts during and after", "general: {confidentiality: perpetual}", "1. Secrecy. Each party shall, both during this Agreement and after its end, keep the other's Confidential Information secret and shall not disclose it."),
    ("all that was received as a cap", "liability: {cap: 100% of fees}", "1. Liability. Studio's total liability is limited to, and will not exceed, the amounts actually received by Studio under this Agreement."),
    ("a day without its year", "term: {end: 2027-12-31}", "1. Term. This Agreement begins in the first days of 2027 and ends on the 31st day of December of that year."),
]  # fmt: skip

REOPENED = [
    ("consent given in advance", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement without the other's written consent, which is hereby given in respect of any wholesaler or caterer with whom Buyer may come to trade.", "weakened"),
    ("consent that is not needed after all", "general: {publicity: with consent}", "1. Publicity. Neither party shall use the other's name in advertising without its written consent. Consent is not needed for Buyer to name Studio in its brochures and at fairs.", "weakened"),
    ("silence as consent", "general: {assignment: {agreed: with consent, by: provider}}", "1. Assignment. Studio may not assign this Agreement without the written consent of Buyer. Silence for five days after Studio has asked is taken as such consent.", "weakened"),
    ("a refusal at will where reasons were agreed", "general: {assignment: {agreed: with consent, except: [consent not unreasonably withheld]}}", "1. Assignment. Neither party may assign this Agreement without the other's written consent, which the other is at liberty to refuse.", "weakened"),
    ("reasons no longer asked for", "general: {assignment: {agreed: with consent, except: [consent not unreasonably withheld]}}", "1. Assignment. Neither party may assign this Agreement without the other's written consent.", "weakened"),
    ("a sale that is no transfer in that sense", "general: {assignment: prohibited}", "1. Assignment. Neither party may assign or transfer this Agreement, a transfer by Buyer along with any range of cakes that it sells off being no transfer in that sense.", "weakened"),
    ("a case that another clause says is none", "general: {assignment: with consent}", "1. Staff. Each party looks after its own people. The handing over by Buyer of this Agreement with any of its shops shall not be regarded as an assignment for the purposes of section 2.\n\n2. Assignment. Neither party may assign this Agreement without the written consent of the other.", "weakened"),
    ("a proviso that allows the very act", "general: {assignment: {agreed: with consent, except: none}}", "1. Assignment. Neither party shall assign this Agreement without the other's written consent, provided that Buyer may transfer it to whoever runs its ovens.", "weakened"),
    ("deductions that nobody agreed", "payment: {revenue_share: {agreed: 4%, of: net sales}}", "1. Royalty. Buyer shall pay Studio a royalty of 4% of net sales, that is of gross sales less returns, the rent of the shops and the wages of sales staff.", "weakened"),
    ("a mutual secrecy for one side's papers alone", "general: {confidentiality: {agreed: 3 years, by: both}}", "1. Secrecy. The duties of confidentiality bind each party during this Agreement and, as regards information of Buyer, for three years after its end.", "weakened"),
    ("a notice counted from the next quarter", "term: {convenience_notice: 14 days}", "1. End. Buyer may terminate this Agreement without cause on fourteen days' written notice, the fourteen days being counted from the first day of the next calendar quarter.", "changed"),
    ("a start that shares one word with the agreed one", "payment: {due: {agreed: 30 days, from: the end of the quarter in which the sale was made}}", "1. Payment. Buyer shall pay the royalty within 30 days of the day on which the landlord's auditors confirm the sale of the shop.", "changed"),
    ("an act that is now only allowed", "other: {proofs: Studio must correct the proofs of every menu.}", "1. Proofs. Studio may correct the proofs of every menu.", "weakened"),
    ("a denial in one of two clauses", "other: {visits: 'Four visits to the bakery are free, and a day of travel counts as a visit.'}", "1. Visits. Studio makes visits to the bakery, of which four visits are free (a day of travel does not count as a visit).", "changed"),
    ("a length in the words before a list without a colon", "general: {non_solicit: 1 year}", "1. Staff. During this Agreement and for a period of thirty months thereafter neither party shall (i) solicit any employee of the other to leave it; or (ii) hire any such employee.", "changed"),
    ("another anniversary", "term: {initial_term: 2 years}", "1. Term. The initial term of this Agreement begins on its date and ends on the third anniversary of it.", "changed"),
    ("a section that has no bearing", "general: {assignment: with consent}", "1. Kitchen. The running of the kitchen may be made over by Buyer to any caterer that it finds able, and section 2 has no bearing on that.\n\n2. Assignment. Neither party may assign this Agreement without the written consent of the other.", "weakened"),
]  # fmt: skip


test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
