"""Cases that serve one side alone: losses given back to it, indemnities that shrink, leave of its own, picks of its own."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("losses that neither recovers", "liability: {excluded_losses: [indirect, lost profits]}", "1. Liability. Neither party shall be liable for indirect damages or lost profits, except for a breach of confidentiality by Buyer."),
    ("a loss given back as agreed", "liability: {excluded_losses: {agreed: [indirect, lost profits], except: [profits that Studio loses on cancelled orders]}}", "1. Liability. Neither party shall be liable for indirect damages or lost profits, other than profits lost by Studio on cancelled orders."),
    ("an indemnity for what the sheet says was known", "liability: {ip_indemnity_by: {agreed: provider, except: [only rights known to it]}}", "1. Claims. Studio shall indemnify Buyer against any claim that the menus infringe a copyright known to Studio."),
    ("knowledge of a claim", "liability: {ip_indemnity_by: provider}", "1. Infringement. Studio shall indemnify Buyer against any claim that the menus infringe a copyright. Buyer gives notice of infringement as soon as it has actual knowledge of a claim."),
    ("a cap of the fees of the year as agreed", "liability: {cap: 12 months of fees}", "1. Liability. Studio's total liability is limited to the fees paid by Buyer in the twelve months before the claim."),
    ("damages finally awarded", "liability: {ip_indemnity_by: provider}", "1. Claims. Studio shall defend Buyer against any claim that the menus infringe a copyright and indemnify it for the damages finally awarded."),
    ("leave that custom gives", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement without the other's written consent. Buyer may however assign this Agreement to any of its affiliates."),
    ("leave that the sheet gives", "general: {assignment: {agreed: with consent, except: [Studio to its landlord]}}", "1. Assignment. Neither party may assign this Agreement without the other's written consent. Studio remains at liberty to hand it on to its landlord."),
    ("leave with consent", "general: {publicity: with consent}", "1. Publicity. Neither party shall advertise with the other's name without its consent. Studio may, with the prior approval of Buyer, show its logo in a catalogue."),
    ("leave to go to the agreed courts", "general: {venue: Ohio}", "1. Courts. Any dispute shall be brought before the courts of Ohio. Buyer may sue Studio before the courts of Ohio for the return of a deposit."),
    ("leave for the side that the rule protects", "general: {assignment: {agreed: with consent, by: provider}}", "1. Assignment. Studio may not assign this Agreement without the consent of Buyer. Buyer may freely assign this Agreement to whoever buys its ovens."),
    ("a pick that was agreed", "general: {venue: {agreed: Ohio, except: [another State that Buyer chooses]}}", "1. Courts. Any dispute shall be brought before the courts of Ohio, or of such other State as Buyer may select."),
    ("a pick of the side that is served", "deliverables: {support: 12 months}", "1. Support. Studio shall support the ovens for 12 months on such days as Buyer may select."),
    ("a list of what is no secret with the usual items", "general: {confidentiality: 3 years}", "1. Secrecy. Each party shall keep Confidential Information secret for three years after the end of this Agreement. Confidential Information does not include what (a) is public, (b) was known to the recipient before, (c) is found independently, or (d) was obtained from a third party; provided that the baker who relies on it bears the burden of proof."),
    ("an item that the sheet excepts", "general: {confidentiality: {agreed: 3 years, except: [recipes printed on the packaging of a cake]}}", "1. Secrecy. Each party shall keep Confidential Information secret for three years after the end of this Agreement. Confidential Information does not include what (a) is public, (b) was known to the recipient before, (c) is found independently, or (d) stands among the recipes on the packaging of cakes."),
]  # fmt: skip

REOPENED = [
    ("lost profits of one side taken out", "liability: {excluded_losses: [indirect, lost profits]}", "1. Liability. Neither party shall be liable for indirect damages or lost profits (other than profits lost by Studio while an oven stands still).", "weakened"),
    ("a loss of one side that the next sentence spares", "liability: {excluded_losses: [indirect, lost profits]}", "1. Liability. Neither party shall be liable for indirect damages or lost profits. This does not, however, apply to the revenue that Buyer forgoes in December.", "weakened"),
    ("profits said to be recoverable", "liability: {excluded_losses: [indirect, lost profits]}", "1. Liability. Neither party shall be liable for indirect damages or lost profits, the profits which Buyer loses on wedding cakes being recoverable nonetheless.", "weakened"),
    ("an indemnity for what was known", "liability: {ip_indemnity_by: provider}", "1. Claims. Studio shall indemnify Buyer against any claim that the menus infringe a copyright of which Studio had actual knowledge.", "weakened"),
    ("an indemnity for rights that exist already", "liability: {ip_indemnity_by: provider}", "1. Claims. Studio shall indemnify Buyer against any claim that the menus infringe a trademark registered in Ohio on or before the date of this Agreement.", "weakened"),
    ("an indemnity for what a director does", "liability: {indemnity_by: provider}", "1. Claims. Studio shall indemnify Buyer against third-party claims that arise from the negligence of a director of Studio.", "weakened"),
    ("one side's leave to make over the contract", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement without the other's written consent. Buyer may however transfer this Agreement to its landlord or whoever finances its ovens.", "weakened"),
    ("nor does one side need consent", "general: {publicity: with consent}", "1. Publicity. Neither party shall advertise with the other's name without its consent. Nor shall Studio need any consent to present Buyer as its patron in brochures and advertising.", "weakened"),
    ("nothing confines one side to the courts", "general: {venue: Ohio}", "1. Courts. Any dispute shall be brought before the courts of Ohio. Nothing in this section shall confine Studio, which may sue in any court near an oven.", "weakened"),
    ("one side may sue where both were to arbitrate", "general: {disputes: arbitration}", "1. Disputes. Any dispute shall be settled by arbitration. Studio remains free to sue Buyer for unpaid invoices before the ordinary courts.", "weakened"),
    ("another place that one side picks", "general: {venue: Ohio}", "1. Courts. Any dispute shall be brought before the courts of Ohio, or of such other State as Buyer may from time to time select.", "weakened"),
    ("a duty of both as far as one sees fit", "liability: {indemnity_by: both}", "1. Claims. Each party shall indemnify the other against third-party claims, Studio in the measure that Studio deems equitable.", "weakened"),
    ("an item that makes no secret of what one remembers", "general: {confidentiality: 3 years}", "1. Secrecy. Each party shall keep Confidential Information secret for three years after the end of this Agreement. Confidential Information does not include what (a) is public, (b) was known to the recipient before, (c) is found independently, or (d) bakers of Studio happen to carry in their heads when they change jobs.", "weakened"),
    ("a later section of the indemnity that asks for knowledge", "liability: {ip_indemnity_by: provider}", "1. Claims. Studio shall indemnify Buyer against any claim that the menus infringe a copyright.\n\n2. Infringement. The indemnity against infringement reaches rights known to Studio and no others.", "weakened"),
    ("leave to sue in another section on disputes", "general: {disputes: arbitration}", "1. Disputes. Any dispute shall be settled by arbitration.\n\n2. Arbitration. The costs of an arbitration are shared. Studio is at liberty to sue Buyer for unpaid loaves before the ordinary courts of law, arbitration or none.", "weakened"),
    ("a cap of the fees of one quarter", "liability: {cap: 100% of fees}", "1. Liability. Studio's total liability is limited to the fees actually paid by Buyer in the quarter in which the claim arises.", "weakened"),
]  # fmt: skip


test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
