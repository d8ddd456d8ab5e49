"""Who may, who must and who is asked: what both sides were to have alike, and a yes that became a word of telling."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("either side at any time", "term: {convenience: both}", "1. End. This Agreement may be terminated by either party at any time on 30 days' notice."),
    ("each side named, and for both alike", "term: {convenience: both}", "1. End. This Agreement may be terminated by Buyer or by Studio for any reason upon 30 days' notice to the other."),
    ("an exception for either", "general: {assignment: {agreed: with consent, except: [affiliates]}}", "1. Assignment. Neither party may assign this Agreement without the written consent of the other. Either party may assign this Agreement to its affiliates."),
    ("an exception for each, one after the other", "general: {assignment: {agreed: with consent, except: [affiliates]}}", "1. Assignment. Neither party may assign this Agreement without the written consent of the other. Buyer may assign this Agreement to its affiliates. Studio may assign this Agreement to its affiliates."),
    ("an exception that the sheet makes for one", "general: {assignment: {agreed: with consent, except: [Studio to its affiliates]}}", "1. Assignment. Neither party may assign this Agreement without the written consent of the other, but Studio may assign this Agreement to its affiliates."),
    ("consent, and notice of it", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement without the consent of the other, to be asked for by written notice."),
    ("notice to affiliates beside a consent", "deliverables: {subcontracting: with consent}", "1. Help. Studio shall not subcontract the work without Buyer's approval, and shall inform Buyer of the name of each subcontractor."),
    ("at whose cost the sheet says", "general: {audit: {agreed: customer, except: [at Buyer's own cost]}}", "1. Books. Buyer may audit the books of Studio once a year, at Buyer's sole expense."),
    ("a cost shared out as agreed", "general: {audit: {agreed: customer, except: [at Buyer's own cost]}}", "1. Books. Buyer may audit the books of Studio once a year. Each audit is at Buyer's expense, but the travel of its own staff shall be borne by Studio."),
    ("a writing of both", "deliverables: {change_control: written}", "1. Changes. This Agreement may only be amended in writing, signed by Buyer and by Studio."),
    ("a writing of whom it binds", "deliverables: {change_control: written}", "1. Changes. No amendment of this Agreement binds a party unless it is in writing and signed by the party to be charged."),
    ("a written agreement of both to go on", "term: {renewal: by agreement}", "1. Term. The Term may be extended by written agreement of the parties."),
    ("notice against going on, of what goes on by itself", "term: {renewal: automatic 1 year}", "1. Term. This Agreement shall be renewed automatically for one year at a time unless ended by written notice from Buyer or Studio."),
]  # fmt: skip
REOPENED = [
    ("one at will, the other for cause", "term: {convenience: both}", "1. End. This Agreement may be terminated by Studio for any reason, or by Buyer for good cause, upon 30 days' notice to the other.", "changed"),
    ("the one now, both later", "term: {convenience: both}", "1. End. This Agreement runs until terminated by Studio or, once two years have run, by either party upon 30 days' notice.", "weakened"),
    ("the other only if it is let", "general: {audit: both}", "1. Books. Studio and, so far as the head baker concurs, Buyer may audit the books of the joint bakery in business hours.", "changed"),
    ("a right of one, a case for the other", "general: {audit: both}", "1. Books. Buyer may audit the books of Studio at any time, and Studio may audit the books of Buyer if the bank so asks.", "changed"),
    ("an exception for one alone", "general: {assignment: {agreed: with consent, except: [affiliates, merger]}}", "1. Assignment. Neither party may assign this Agreement without the written consent of the other; provided that Studio may assign this Agreement without such consent to its affiliates or in a merger.", "weakened"),
    ("an exception that goes to the other", "general: {assignment: {agreed: with consent, except: [Studio to its affiliates]}}", "1. Assignment. Neither party may assign this Agreement without the written consent of the other. Buyer may assign this Agreement without consent to its affiliates.", "weakened"),
    ("without telling", "deliverables: {subcontracting: with consent}", "1. Help. Studio shall not subcontract the work to any third party without informing Buyer.", "changed"),
    ("without a notice first", "deliverables: {subcontracting: with consent}", "1. Help. Studio shall not engage any subcontractor without first notifying Buyer in writing.", "changed"),
    ("upon written advice", "general: {assignment: {agreed: with consent, by: provider}}", "1. Assignment. Studio shall have the right, upon written advice to Buyer, to assign all or part of its interest in this Agreement.", "changed"),
    ("after consulting", "general: {publicity: {agreed: with consent, by: provider}}", "1. Press. Studio shall issue no press release about this Agreement without having consulted Buyer.", "changed"),
    ("at one's written notice", "term: {renewal: by agreement}", "1. Term. The Term may be extended by written notice from Buyer.", "changed"),
    ("it being for one to extend", "term: {renewal: by agreement}", "1. Term. The parties shall meet in spring, it being for Studio, by notice to Buyer, to extend the Term for a further year.", "changed"),
    ("extended by one", "term: {renewal: by agreement}", "1. Term. The Term may be extended by Studio, for as long as it may determine.", "changed"),
    ("at the cost of the other", "general: {audit: {agreed: customer, except: [at Buyer's own cost]}}", "1. Books. Buyer may audit the books of Studio once a year, at Studio's expense.", "weakened"),
    ("a cost borne by the other", "general: {audit: {agreed: customer, except: [Buyer bears the cost]}}", "1. Books. Buyer may audit the books of Studio once a year. The cost of each audit is borne solely by Studio.", "weakened"),
    ("costs of the one who is in the wrong, one named", "general: {attorneys_fees: loser pays}", "1. Costs. Studio, when in violation of any of this Agreement, agrees to pay to Buyer all court fees and attorneys' fees of Buyer.", "changed"),
    ("a writing of one, that the other gets", "deliverables: {change_control: written}", "1. Changes. This Agreement may only be amended by an instrument in writing executed by Studio and sent to Buyer.", "changed"),
    ("no warranties of one, agreed for both", "liability: {warranty_disclaimer: {agreed: yes, by: both}}", "1. Warranties. Studio makes no warranties of any kind, express or implied, and disclaims any warranty of fitness for a particular purpose.", "changed"),
]  # fmt: skip

test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
