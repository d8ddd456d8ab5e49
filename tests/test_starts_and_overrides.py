"""Starts, softenings, overrides and other places: what sets a clock going, and what stands elsewhere in the draft."""

from __future__ import annotations

from wordings import two_tests

KEPT = [
    ("an invoice that has been received", "payment: {due: {agreed: 30 days, from: receipt of the invoice}}", "1. Payment. Buyer shall pay each invoice within 30 days after Buyer has received it."),
    ("notice that has been given", "term: {cure_period: {agreed: 20 days, from: written notice}}", "1. Breach. Either party may end this Agreement for a breach that is not cured within 20 days after the other has given it written notice of it."),
    ("a month that has ended", "payment: {due: {agreed: 15 days, from: the end of the month}}", "1. Royalty. Buyer shall pay the royalty within 15 days after the month in question has ended."),
    ("receipt of the invoice, or of the bread if that is later", "payment: {due: {agreed: 30 days, from: 'the invoice date, or the date of delivery if that is later'}}", "1. Payment. Buyer shall pay each invoice within 30 days from the invoice date or from delivery, whichever is later."),
    ("what one sends the other receives", "other: {tasting: Buyer has seven days from receiving a menu to object to it.}", "1. Tasting. Buyer has seven days from the submission of a menu to object to it."),
    ("the circumstances of the law", "deliverables: {support: 12 months}", "1. Support. Studio shall support the ovens' software for 12 months, to the extent that the law permits."),
    ("whose election it is", "term: {change_of_control: customer}", "1. Control. Upon a change of control of Studio this Agreement shall, at the election of Buyer, terminate at once."),
    ("a term that renews unless somebody chooses otherwise", "term: {renewal: automatic}", "1. Term. This Agreement shall renew automatically for a further year unless Buyer elects not to renew it."),
    ("the agreed value a sentence later", "payment: {total_fee: 'USD 41,000'}", "1. Fee. Buyer shall pay Studio a fixed fee for the fitting of the shops. It comes to USD 41,000."),
    ("what a party has received, as a cap", "liability: {cap: 100% of fees}", "1. Liability. In no case is Studio liable for a sum greater than that which Buyer has actually paid to Studio."),
    ("a cap in the months of an adjective", "liability: {cap: 6 months of fees}", "1. Liability. Studio's liability is limited to the total amount that Studio actually received in the preceding six-month period."),
    ("a unit behind two adjectives", "payment: {rate: 'USD 40 per cake'}", "1. Price. Buyer shall pay a rate of USD 40 per finished, decorated cake."),
    ("a party with its people is one party", "liability: {indemnity_by: {agreed: provider, except: [negligence of the customer or its people]}}", "1. Indemnity. Studio shall indemnify Buyer against third-party claims, unless they arise out of the negligence of Buyer, its affiliates and their respective directors, officers, employees and agents."),
    ("the agreed limit in the dress of a proviso", "other: {butter: 'Buyer pays for the butter, at most USD 900 a month.'}", "1. Butter. Buyer pays for the butter, provided that the whole of it shall not exceed USD 900 a month."),
    ("what the contract says otherwise is judged there", "term: {convenience: both}", "1. End. Save where this Agreement expressly says otherwise, either party may terminate this Agreement at any time without cause."),
    ("a denial in another part of the sentence", "other: {recipes: Studio may not bake the house bread for others.}", "1. Bread. Studio shall not, be it for money or for nothing, bake the house bread for others."),
    ("customers that are not regular", "other: {letters: Studio answers letters about anything else within two days.}", "1. Letters. Studio answers letters about matters that are not urgent within two days."),
    ("a party named before the one that may", "general: {audit: customer}", "1. Audit. Provided that Studio has had a week's notice, Buyer is entitled to go through Studio's books."),
    ("a breach that may be beyond cure", "term: {cure_period: 30 days}", "1. Breach. Either party may terminate this Agreement for a breach that is not cured within 30 days of notice.\n\n2. Remedies. If a breach is incapable of cure, the parties shall talk."),
    ("interest from the due date", "payment: {late_interest: 1% per month}", "1. Interest. Overdue amounts bear interest at 1% per month, accruing daily from the date on which payment was due."),
    ("silence that the sheet knows", "other: {menus: A menu to which Buyer does not object within a week counts as approved.}", "1. Menus. A menu to which Buyer has made no objection within one week shall be taken to have been approved."),
    ("a clause that only moves dates", "other: {keys: Buyer gives Studio the keys of the shops within two weeks.}", "1. Keys. Buyer shall give Studio the keys of the shops within two weeks.\n\n2. Delay. If Buyer is late in doing what section 1 requires, the dates in Exhibit A are extended by the time lost."),
]  # fmt: skip

REOPENED = [
    ("a deed that no table names", "payment: {due: {agreed: 30 days, from: invoice date}}", "1. Payment. Invoices are payable 30 days after Buyer has stamped the invoice concerned as correct.", "changed"),
    ("goods that have passed customs", "payment: {due: {agreed: 30 days, from: the invoice}}", "1. Payment. Buyer shall pay within thirty days after the invoiced ovens have cleared customs.", "changed"),
    ("acceptance of an order instead of its date", "deliverables: {delivery: {agreed: 3 days, from: date of the order}}", "1. Delivery. Studio shall deliver the bread within three days of its acceptance of the order.", "changed"),
    ("the later of two events, one of them new", "payment: {due: {agreed: 30 days, from: receipt of the invoice}}", "1. Payment. Buyer shall pay within 30 days of the later of receipt of the invoice and the opening of the last shop.", "changed"),
    ("in plain words, the later of two", "other: {fee: Buyer pays the entry fee when it signs.}", "1. Fee. Upon the later of the signature of this Agreement and the opening of the first shop Buyer shall pay the entry fee.", "changed"),
    ("a start named before its period", "deliverables: {warranty: {agreed: 90 days, from: delivery}}", "1. Warranty. Studio warrants that, commencing from the date on which it first offered the oven for sale and continuing for 90 days, the ovens are free of defects.", "changed"),
    ("in plain words, another start", "other: {tins: For nine months after the end of the deal Buyer may sell the tins that bear the studio's name.}", "1. Tins. For a period of nine months reckoned from the last baking day Buyer may sell the tins that bear the studio's name.", "changed"),
    ("days that begin to run much later", "term: {convenience_notice: 60 days}", "1. End. Either party may terminate this Agreement without cause upon sixty days prior written notice, those days beginning to run, where the notice is Studio's, at the end of the calendar year in which it is given.", "changed"),
    ("where the circumstances allow", "other: {price: The bakery does not sell the pies dearer than the cakes.}", "1. Pies. The pies should, where market conditions permit, not be sold dearer than the cakes.", "weakened"),
    ("should he be so minded", "other: {visits: Buyer visits the kitchens four times a year.}", "1. Visits. Buyer may, should it be so minded, visit the kitchens four times a year.", "weakened"),
    ("efforts to keep something open", "other: {hours: Studio keeps the shops open from seven to seven.}", "1. Hours. Studio shall use commercially reasonable efforts to keep the shops open from seven to seven.", "weakened"),
    ("what breaks into a promise", "other: {bonus: The yearly bonus is 10% of the fee.}", "1. Bonus. The yearly bonus may, where the directors of Buyer see fit, be set at 10% of the fee.", "weakened"),
    ("renewal as one side wishes", "term: {renewal: automatic 1 year}", "1. Term. Buyer may, if it is content with the bread, extend this Agreement for a further year.", "changed"),
    ("renewal at one side's election", "term: {renewal: automatic}", "1. Term. This Agreement may at Buyer's election be renewed for a further term.", "changed"),
    ("nothing in a clause prevents", "deliverables: {exclusivity: customer}", "1. Bread. Buyer shall buy its bread exclusively from Studio.\n\n2. Orders. The parties keep a list.\n\n3. Markets. Nothing in section 1 prevents Buyer from filling the orders of any shop with which it dealt before.", "weakened"),
    ("a clause made three times as large", "liability: {insurance: {agreed: 'USD 500,000', by: provider}}", "1. Insurance. Studio shall maintain liability insurance of USD 500,000.\n\n2. Feasts. Where three shops take part in one feast, the cover called for by section 1 shall, for that feast, be three times the amount stated there.", "weakened"),
    ("a clause set aside, whomever that serves", "general: {non_compete: {agreed: 1 year, by: provider}}", "1. Restraint. Studio shall not compete with Buyer for one year after the end of this Agreement.\n\n2. Field. Notwithstanding the period stated in section 1, Studio shall stay out of the rye trade for as long as Buyer grinds rye.", "weakened"),
    ("another statement of the term set aside", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement without the other's written consent.\n\n2. Shops. To that end, and whatever section 1 may provide, Buyer may at any time make over this Agreement to any buyer of a shop.", "weakened"),
    ("a list that leaves out what it means by other words", "liability: {excluded_losses: [indirect, special, consequential, loss of use, lost profits, interruption of business]}", "1. Liability. Neither party is liable for indirect, special or consequential damages, nor for loss of use or interruption of business.\n\n2. Taxes. Buyer is not liable for taxes on the profits of Studio.", "changed"),
    ("interest that waits for a reminder", "payment: {late_interest: 1% per month}", "1. Interest. Overdue amounts bear interest at 1% per month. Interest accrues daily as from the fifteenth day after a written reminder has reached Buyer.", "changed"),
    ("a breach beyond cure", "term: {cure_period: 30 days}", "1. Breach. Either party may terminate this Agreement for a breach that is not cured within 30 days of notice.\n\n2. Logo. A loaf sold without the logo shall be deemed a breach incapable of cure, and Buyer may terminate this Agreement forthwith.", "weakened"),
    ("the day that is the date of an invoice", "payment: {due: {agreed: 30 days, from: invoice date}}", "1. Payment. Buyer shall pay each invoice within 30 days of its date.\n\n2. Checks. For the purposes of section 1, the date of an invoice is the day on which Buyer has counted the loaves.", "weakened"),
    ("silence for consent, said the other way about", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement without the other's written consent, which is taken to have been given where the other has not objected within three days.", "weakened"),
    ("silence for an approval in plain words", "other: {menus: No menu is printed before Buyer has approved it.}", "1. Menus. No menu is printed before Buyer has approved it. A menu to which Buyer has raised no objection within a day shall be taken to have been approved.", "weakened"),
    ("each side its own notice, by whom", "term: {renewal_notice: 1 year}", "1. Term. This Agreement renews automatically unless notice of non-renewal is given by Studio with one year, or by Buyer with sixty days.", "changed"),
    ("in one case another period, in a bracket", "term: {cure_period: 60 days}", "1. Breach. Either party may terminate this Agreement if a breach remains uncured for sixty (60) days (or, if Studio is the party in breach, fifteen (15) days) following notice.", "changed"),
    ("what the other side may specify", "other: {oven: The bread is baked in the stone oven.}", "1. Oven. Unless otherwise specified by Buyer from time to time, the bread is baked in the stone oven.", "weakened"),
    ("a view is no promise", "other: {pies: The pies meet or beat the recipes.}", "1. Pies. The pies shall be baked with a view to meeting or beating the recipes.", "weakened"),
]  # fmt: skip

test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
