"""What a word of the agreed clause is said to be, what passes for having done it, and consent that nobody gives."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("headings that define no law", "general: {governing_law: Oregon}", "1. Law. This Agreement is governed by the laws of Oregon. The headings of this Agreement serve the reader and shall not be deemed to state the law that governs it."),
    ("a party that is either of them", "liability: {cap_applies_to: both}", "1. Liability. The total liability of each Protected Party under this Agreement is limited to the fees paid in the year of the claim. \"Protected Party\" means Buyer or Studio."),
    ("a working day as everybody knows it", "payment: {due: 10 business days}", "1. Payment. Buyer shall pay each invoice within 10 business days of its receipt. Here a 'business day' is any day from Monday to Friday on which banks are open."),
    ("a gloss of what the protected side brings about", "deliverables: {delivery: {agreed: 8 weeks, from: order}}", "1. Ovens. Studio shall deliver the ovens within eight weeks of the order. Ovens are 'delivered' when Buyer has received them."),
    ("consent that is never presumed", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement without the other's written consent. No consent shall be deemed given unless it is in writing."),
    ("a duty met as the sheet has it", "liability: {insurance: {agreed: 'USD 500,000', by: provider}}", "1. Insurance. Studio shall maintain liability insurance of USD 500,000. It satisfies this requirement by insurance."),
    ("a gloss that holds as much as any word", "payment: {revenue_share: {agreed: '7%', of: gross receipts}}", "1. Share. Buyer shall pay Studio 7% of the Gross Receipts, meaning all money of every kind that its shops take, without deduction."),
    ("silence that was agreed to be no acceptance", "deliverables: {deemed_acceptance: no}", "1. Ovens. Buyer inspects the ovens within ten days; failure of Buyer to inspect, or to tell of faults, shall not constitute acceptance of the ovens."),
    ("background in the name of a thing", "ip: {background_ip: each}", "1. Recipes. Background IP is and remains the property of the party contributing it."),
    ("a liability that is not held to a sum", "liability: {cap: none}", "1. Liability. Recovery by either party shall not be confined to the price of the ovens or any other sum."),
    ("a price that is not charged", "other: {keys: 'Studio hands over the keys of the ovens at no extra charge.'}", "1. Keys. Studio hands over the keys of the ovens to Buyer and may not invoice anything for it."),
    ("costs of the payee in a clause beside", "payment: {deposit: {agreed: 'USD 2,000', from: signature}}", "1. Deposit. In view of the costs which Studio must bear before the fair, Buyer shall, on signature of this Agreement, pay Studio a deposit of USD 2,000."),
    ("a time to contest that binds nobody to contest", "payment: {dispute_window: 40 days}", "1. Invoices. Buyer may dispute any invoice in good faith no later than forty days from its receipt."),
    ("silence of whoever is not asked", "general: {publicity: with consent}", "1. Publicity. Neither party shall issue a press release without the approval of the other. Where the printer has not replied within a week, Studio reminds it."),
    ("silence that counts as a yes, as agreed", "other: {proofs: 'Buyer has five days to reject a proof; if it says nothing the proof counts as accepted.'}", "1. Proofs. Buyer has five days to reject a proof. If Buyer says nothing in those five days, it shall be deemed to have accepted the proof."),
    ("a notice that counts when the post has taken it", "term: {renewal_notice: 60 days}", "1. Term. This Agreement renews automatically for a year unless either party gives notice of non-renewal at least 60 days before the end.\n\n2. Ovens. The parties keep a list.\n\n3. Notices. Every notice sent by registered mail is deemed given on the tenth day after it was posted."),
]  # fmt: skip

REOPENED = [
    ("either party that is one of them", "liability: {cap_applies_to: both}", "1. Liability. The total liability of each Protected Party under this Agreement is limited to the fees paid in the year of the claim. \"Protected Party\" means Studio and its bakers.", "weakened"),
    ("a working day of somebody's own", "payment: {due: 10 business days}", "1. Payment. Buyer shall pay each invoice within 10 business days of its receipt. Here a 'business day' is a market day, on which alone the purser of Buyer sits at the till.", "weakened"),
    ("an event that the one who owes brings about", "deliverables: {delivery: {agreed: 8 weeks, from: order}}", "1. Ovens. Studio shall deliver the ovens within eight weeks of the order. Ovens are 'delivered' when Studio has told Buyer so.", "weakened"),
    ("an insurance that is none", "liability: {insurance: {agreed: 'USD 500,000', by: provider}}", "1. Insurance. Studio shall maintain liability insurance of USD 500,000. It satisfies this requirement by keeping a purse of silver coins in its mill.", "weakened"),
    ("a duty said to be done by less", "deliverables: {support: 12 months}", "1. Support. Studio shall support the ovens' software for 12 months. That duty is deemed discharged once a leaflet hangs beside the ovens.", "weakened"),
    ("consent given by doing it", "deliverables: {subcontracting: with consent}", "1. Helpers. Studio shall not subcontract the baking without the prior written consent of Buyer. That consent is deemed granted as soon as a helper has begun.", "weakened"),
    ("agreement that nobody voiced", "term: {renewal: by agreement}", "1. Term. This Agreement is renewed only if both parties agree. A party is deemed to agree to it where it has sent no letter by midsummer.", "weakened"),
    ("approval by the one who spends", "payment: {expenses: reimbursed with approval}", "1. Travel. Buyer shall reimburse expenses that it has approved in advance. An expense is regarded as approved if Studio finds it useful.", "weakened"),
    ("a claim said to be known from the first day", "liability: {claim_period: {agreed: 12 months, from: discovery of the claim}}", "1. Claims. A claim must be brought within twelve months of its discovery. A claim is taken to have been discovered when the first oven was lit, whoever knew of it.", "weakened"),
    ("profits that the proviso makes direct loss", "liability: {excluded_losses: [indirect, lost profits]}", "1. Liability. Neither party is liable for indirect loss or lost profits, provided that loss of profit from burnt loaves shall be treated as direct loss.", "weakened"),
    ("what nobody has commented on may be used", "general: {publicity: {agreed: with consent, by: customer}}", "1. Publicity. Buyer shall not publish any press release without the prior written consent of Studio. Releases on which Studio has not commented within three days may be published as sent.", "weakened"),
    ("silence that counts as a no", "other: {proofs: 'Buyer has five days to reject a proof; if it says nothing the proof counts as accepted.'}", "1. Proofs. Buyer has five days to reject a proof. If Buyer says nothing in those five days, it shall be deemed not to have accepted the proof.", "changed"),
    ("silence that counts as an objection", "other: {proofs: 'Buyer has five days to reject a proof; if it says nothing the proof counts as accepted.'}", "1. Proofs. Buyer has five days to reject a proof. If Buyer says nothing in those five days, this shall be deemed to be an objection to the proof.", "changed"),
    ("a notice that counts a quarter later", "term: {renewal_notice: 60 days}", "1. Term. This Agreement renews automatically for a year unless either party gives notice of non-renewal at least 60 days before the end.\n\n2. Ovens. The parties keep a list.\n\n3. Post. A notice under section 1 shall be deemed given on the first day of the quarter that follows its arrival.", "weakened"),
    ("a notice that waits until the other has agreed to it", "term: {convenience_notice: 30 days}", "1. End. Either party may terminate this Agreement for convenience on 30 days' notice.\n\n2. Ovens. The parties keep a list.\n\n3. Post. Notice of termination for convenience takes effect only once the other baker has agreed to it.", "weakened"),
]  # fmt: skip


test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
