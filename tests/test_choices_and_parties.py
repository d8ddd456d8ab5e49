"""Choices and parties: a choice denied or made twice, a right that is none, a rule for both that spares one of them."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("changes in writing alone", "deliverables: {change_control: written}", "1. Changes. Changes to the scope need a written change order signed by both parties."),
    ("an informal change that is as good as a written one", "deliverables: {change_control: informal}", "1. Changes. Changes to the scope may be agreed by e-mail or orally."),
    ("a customer that may set off", "payment: {set_off: {agreed: allowed, by: customer}}", "1. Set-off. Buyer may set off against any invoice whatever Studio owes to it."),
    ("whoever wins", "general: {attorneys_fees: loser pays}", "1. Fees. In any suit between Buyer and Studio the prevailing party shall recover its attorneys' fees, be it Buyer, if it prevails, or Studio, if it prevails."),
    ("both named in capitals", "liability: {excluded_losses_apply_to: both}", "1. LIABILITY. NEITHER BUYER NOR STUDIO SHALL BE LIABLE FOR INDIRECT OR CONSEQUENTIAL DAMAGES."),
    ("the other's indemnity in the passive", "liability: {indemnity_by: both}", "1. Indemnity. Buyer shall indemnify and hold harmless Studio and its staff against claims of third parties that arise from its negligence.\n\n2. Cover. Buyer, with its officers and staff, shall be indemnified and held harmless by Studio against claims of third parties that arise from its negligence."),
    ("the other's indemnity by way of a burden", "liability: {indemnity_by: both}", "1. Indemnity. Buyer shall indemnify and hold harmless Studio and its staff against claims of third parties that arise from its negligence.\n\n2. Cover. It falls to Studio to indemnify Buyer and its staff, and to hold them harmless, against claims of third parties that arise from its negligence."),
    ("each one's own, in words of no cue", "ip: {background_ip: each}", "1. Property. Studio shall own and hereby retains all right and title in Studio background technology.\n\n2. Property. Buyer shall own and hereby retains all right and title in Buyer background technology."),
    ("the one whose consent is asked is named first", "general: {assignment: {agreed: with consent, by: customer}}", "1. Assignment. Only if Studio has first consented in writing may Buyer assign this Agreement."),
    ("another word for each of three choices", "deliverables: {subcontracting: allowed}", "1. Subcontracting. Studio may use subcontractors.\n\n2. Secrets. Neither party shall disclose the notices or the background of the other to a third party without written consent."),
    ("a reason in the next sentence but two", "general: {assignment: {agreed: with consent, except: [consent not unreasonably withheld]}}", "1. Assignment. Neither party may assign this Agreement without the prior written consent of the other. An assignment binds the successor. It is to be notified. It is to be dated. Consent shall not be unreasonably withheld."),
    ("a provider that may assign freely", "general: {assignment: {agreed: allowed, by: provider}}", "1. Assignment. Studio may freely assign this Agreement to anyone."),
    ("a right to audit", "general: {audit: customer}", "1. Audit. Buyer may inspect and audit the books of Studio once a year."),
    ("each indemnifies the other", "liability: {indemnity_by: both}", "1. Indemnity. Each party shall indemnify and hold harmless the other against claims of third parties."),
    ("one section alone says who bears taxes", "payment: {taxes: excluded}", "1. Taxes. All fees are exclusive of taxes, which Buyer pays.\n\n2. Records. Studio keeps its tax receipts for three years."),
    ("two sections of one mind", "payment: {refunds: non-refundable}", "1. Payments. All fees are non-refundable.\n\n2. Refunds. Sums once paid are not refunded."),
    ("a case of its own", "payment: {refunds: non-refundable}", "1. Payments. The fees paid are non-refundable.\n\n2. Refunds. If Studio burns the proofs, it shall refund all fees paid in full."),
    ("both sides are bound and stay so", "general: {assignment: prohibited}", "1. Assignment. Neither party may assign this Agreement. Nothing in this section relieves Buyer from paying the fees."),
    ("a rule that no side is bound to disclose", "liability: {excluded_losses_apply_to: both}", "1. Liability. Neither party is liable to the other for indirect or consequential damages. Buyer shall pay the fees in full."),
    ("one may ask a court for urgent help", "general: {disputes: arbitration}", "1. Disputes. Any dispute shall be settled by arbitration. Nothing in this section shall prevent Studio from seeking an injunction."),
    ("consent, and a proviso that lets both do it in one case", "general: {assignment: {agreed: with consent, except: [sale of the business]}}", "1. Assignment. Save as this Agreement says, neither this Agreement nor any right under it may be assigned or otherwise transferred by either party without the prior written consent of the other; provided, however, that either party may assign this Agreement without such consent to a buyer of its business."),
    ("what is the other's is denied to each alike", "ip: {background_ip: each}", "1. Marks. Nothing herein shall be construed as a grant to Buyer of any right, title or interest in the marks, copyrights and background technology of Studio.\n\n2. Marks. Likewise, nothing herein shall be construed as a grant to Studio of any right, title or interest in the marks, copyrights and background technology of Buyer."),
    ("one who never had to ask need not ask", "general: {assignment: {agreed: with consent, by: customer}}", "1. Assignment. This Agreement may not be assigned by Buyer without the prior written consent of Studio.\n\n2. Studio. This Agreement may be assigned by Studio without the consent of Buyer to any bank that lends on its kiln and presses."),
    ("mediation, and arbitration if it fails", "general: {disputes: mediation first}", "1. Talks. For a month the mediation of the dispute is in the hands of the guild of bakers.\n\n2. Disputes. A dispute that has not been resolved under section 1 will be determined by arbitration."),
    ("one thing that is paid back beside expenses in the fee", "payment: {expenses: included}", "1. Kilns. Should Buyer ask for a second kiln, it shall reimburse Studio for the expenses of that kiln.\n\n2. Work. Studio carries out the work."),
    ("the other, and equally this one", "term: {convenience: both}", "1. End. This Agreement may be terminated at any time and without cause by Buyer, and equally by Studio, on written notice."),
    ("no sub-contractor before consent", "deliverables: {subcontracting: with consent}", "1. Staff. No subcontractor may set foot in the kitchen until Buyer has approved it."),
    ("neither from the one nor from the other", "liability: {excluded_losses_apply_to: both}", "1. Liability. Consequential loss can be claimed neither from Studio nor from Buyer, profit lost included."),
    ("one ends it by notice, and the other by electing to give it", "term: {convenience: both}", "1. Termination. This Agreement may be ended in two ways:\n\n(a) by Buyer, should it wish, upon a month's notice to Studio;\n\n(b) by Studio electing to serve on Buyer, with the last proofs, a month's notice."),
    ("an end in listed cases alone", "term: {convenience: none}", "1. Early end. Buyer can cancel this Agreement upon written notice to Studio, in the following cases: a fire, or a flood."),
    ("acceptance of a changed rule", "deliverables: {deemed_acceptance: 'no'}", "1. Acceptance. Nothing is accepted but in writing.\n\n2. Rules. Use of the site after a rule is new constitutes acceptance of the change."),
    ("ended whenever either pleases", "term: {convenience: both}", "1. End. This Agreement may be brought to an end whenever Buyer or Studio so wishes. A termination by Buyer without cause takes effect a month after notice."),
    ("the provider's own social security", "payment: {taxes: excluded}", "1. Taxes. All fees are exclusive of taxes.\n\n2. Taxes. Studio will be responsible for all of its taxes, withholding and social security."),
    ("source code handed out not more than a week later", "ip: {source_code: delivered}", "1. Source code. Once Buyer has paid, not more than a week later Studio shall hand out a copy of the source code. Buyer shall not have any right to develop other software with the source code."),
    ("both are freed alike", "general: {disputes: mediation first}", "1. Disputes. The parties shall first submit any dispute to mediation before they sue. Nothing in this section shall restrain Buyer or Studio from talking to its own lawyers."),
]  # fmt: skip

REOPENED = [
    ("a writing that is not needed", "deliverables: {change_control: written}", "1. Changes. Changes to the scope may be agreed orally or by e-mail and need not be set down in writing.", "changed"),
    ("the other side may set off", "payment: {set_off: {agreed: allowed, by: customer}}", "1. Set-off. Studio may set off against any refund whatever Buyer owes to it.", "changed"),
    ("the other side may assign", "general: {assignment: {agreed: allowed, by: customer}}", "1. Assignment. Studio may freely assign this Agreement to anyone without Buyer's consent.", "changed"),
    ("no right to audit", "general: {audit: customer}", "1. Books. Studio keeps books and records of the proofs; Buyer has no right to audit or examine those books and records.", "missing"),
    ("no duty to indemnify", "liability: {indemnity_by: both}", "1. Indemnity. Neither party has any part in this. Neither party shall have an obligation to indemnify or hold harmless the other against claims of third parties.", "missing"),
    ("a bar for one and leave for the other", "payment: {set_off: prohibited}", "1. Set-off. Studio shall pay all sums without set-off or counterclaim. Buyer may set off against the fees whatever Studio owes to it.", "changed"),
    ("taxes on top, and within the price", "payment: {taxes: excluded}", "1. Taxes. The fees are exclusive of value added tax.\n\n2. Price. The prices include all taxes and duties.", "unclear"),
    ("money that comes back and does not", "payment: {refunds: non-refundable}", "1. Payments. All fees are non-refundable.\n\n2. Refunds. Studio shall refund all fees in full.", "unclear"),
    ("a section that does not bind one of them", "general: {assignment: prohibited}", "1. Assignment. Neither party may assign this Agreement. This section does not bind Buyer.", "changed"),
    ("nothing restrains one of them", "general: {disputes: mediation first}", "1. Disputes. The parties shall first submit any dispute to mediation. Nothing in this section shall restrain Studio.", "changed"),
    ("a proviso that binds one of them alone", "general: {assignment: with consent}", "1. Assignment. This Agreement binds the parties and their successors, provided that Studio shall not assign this Agreement without the prior written consent of Buyer.", "changed"),
    ("one whose liability is unlimited", "liability: {cap_applies_to: both}", "1. Liability. The total liability of each party is limited to the fees paid, the liability of Studio being unlimited.", "changed"),
    ("the same right is not given to one", "term: {change_of_control: both}", "1. Control. Either party may terminate this Agreement upon a change of control of the other. Buyer shall have no such right.", "changed"),
    ("one is not bound by it", "liability: {excluded_losses_apply_to: both}", "1. Liability. Neither party is liable to the other for indirect or consequential damages. Studio is not bound by this section.", "changed"),
    ("one may go to law at once", "general: {disputes: mediation first}", "1. Disputes. The parties shall first submit any dispute to mediation. Buyer may sue at any time without any prior mediation.", "changed"),
    ("only one of them, if it wins", "general: {attorneys_fees: loser pays}", "1. Fees. In any suit Studio, if it is the prevailing party, shall recover its attorneys' fees.", "changed"),
    ("only if one of them wins", "general: {attorneys_fees: loser pays}", "1. Fees. Should Buyer be the prevailing party in any suit, its attorneys' fees are paid by the other.", "changed"),
    ("renewal at the election of one", "term: {renewal: automatic 1 year}", "1. Term. This Agreement shall be renewed at the election of Studio for further terms of one year each.", "changed"),
    ("the other only thinks of indemnity", "liability: {indemnity_by: both}", "1. Indemnity. Buyer shall indemnify and hold harmless Studio and its staff against claims of third parties that arise from its negligence.\n\n2. Cover. Studio will consider whether to indemnify Buyer and its staff against claims of third parties that arise from its negligence.", "changed"),
    ("consent unless one objects", "general: {publicity: with consent}", "1. Publicity. Neither party shall issue a press release without the approval of the other. Approval shall be deemed given unless Buyer objects within two days.", "weakened"),
    ("one of them may refuse at will", "general: {assignment: {agreed: with consent, except: [consent not unreasonably withheld]}}", "1. Assignment. Neither party may assign this Agreement without the prior written consent of the other. An assignment binds the successor. It is to be notified. It is to be dated. Studio shall not unreasonably withhold its consent, whereas Buyer may give or refuse its consent as it sees fit.", "weakened"),
    ("another defends than was agreed", "liability: {ip_indemnity_by: provider}", "1. Infringement. A claim that the menus infringe the rights of others is told to Studio, and Buyer, being closest to it, shall defend it at its own cost.", "missing"),
]  # fmt: skip


test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
