"""What an agreed word means and what an agreed thing is, said by another sentence: purposes, names and references."""

from __future__ import annotations

from wordings import two_tests

TERM = "1. Term. The initial term of this Agreement is two years from the effective date.\n\n"
SECRETS = "1. Secrets. Each party shall keep the other's confidential information secret for five years after the end of this Agreement.\n\n2. Ovens. The parties keep a list of ovens.\n\n"
RATE = "1. Rate. Buyer shall pay Studio a rate of EUR 90 per hour.\n\n"
SHARE = "1. Share. Buyer shall pay Studio a revenue share of 10% of gross sales.\n\n2. Ovens. The parties keep a list of ovens.\n\n"
KEPT = [
    ("a part of the term by its name", "term: {initial_term: 2 years}", TERM + "2. Start. In the first six months of the initial term Studio bakes at the old mill."),
    ("so many days of a day", "term: {initial_term: 2 years}", '1. Term. The initial term of this Agreement is two years from its launch (the "Launch Date").\n\n2. Sign. Studio hangs up its sign within ten days of the Launch Date.'),
    ("a rate of somebody else's", "payment: {rate: 'EUR 90 per hour'}", RATE + "2. Mill. The miller lets the wheel at a rate of EUR 12 per month."),
    ("what else survives with the clause", "general: {confidentiality: 5 years}", SECRETS + "3. End. Section 1 survives the end, and the ovens are handed back within two months after it."),
    ("for the purposes of another clause", "general: {confidentiality: 5 years}", SECRETS + "3. Lists. For the purposes of section 2 an oven with a secret door counts as two ovens."),
    ("control as contracts define it", "term: {change_of_control: both}", '1. Control. Either party may terminate this Agreement upon a Change of Control of the other.\n\n2. Words. "Change of Control" means the acquisition by any person of more than half of the voting shares of a party, a merger, or the sale of substantially all of its assets.'),
    ("a word stipulated for another clause", "payment: {revenue_share: 10%}", SHARE + "2. Fairs. Studio bakes for the fairs.\n\n3. Words. For the purposes of section 2, gross sales are what the mayor's clerk has counted on the eve of Lent."),
    ("how many and of what gender", "payment: {revenue_share: 10%}", SHARE + "3. Words. In this Agreement, words in the singular include the plural, and references to a statute are to it as amended or re-enacted by Parliament."),
    ("a word defined as all contracts do", "payment: {rate: 'EUR 9 per month'}", "1. Rate. Buyer shall pay Studio a rate of EUR 9 per month.\n\n2. Words. In this Agreement a \"month\" means a calendar month of the civil year by which the town counts its fairs."),
    ("what is done with the thing", "payment: {revenue_share: 10%}", SHARE + "3. Books. In this Agreement, gross sales are entered every Monday in the brown ledger under the counter."),
    ("a bracket that denies nothing of it", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement (which is not for sale) without the other's written consent."),
]  # fmt: skip
REOPENED = [
    ("the length of the thing by its name", "term: {initial_term: 2 years}", TERM + "2. Ovens. Studio heats the ovens during the three years that are the term of this Agreement.", "unclear"),
    ("the fee by its name", "payment: {rate: 'EUR 90 per hour'}", RATE + "2. Papers. Where anything is reckoned by time, the hourly rate shall be EUR 80.", "unclear"),
    ("a fee that the draft has named", "payment: {total_fee: 'USD 9,000'}", '1. Fee. Buyer shall pay Studio a total fee of USD 9,000 (the "Baking Fee").\n\n2. Taxes. Each party reports the Baking Fee, being USD 8,000, to its tax office.', "unclear"),
    ("a duty bound by an anniversary elsewhere", "general: {confidentiality: 5 years}", SECRETS + "3. End. Buyer is not bound by section 1 beyond the first anniversary of the end of this Agreement.", "unclear"),
    ("a clause that outlives the rest for less", "general: {confidentiality: 5 years}", SECRETS + "3. End. Section 2 survives the end, as does section 1, but for three months only.", "unclear"),
    ("for the purposes of its clause", "general: {confidentiality: 5 years}", SECRETS + "3. Lists. For the purposes of section 1 confidential information is what has been stamped by a notary.", "weakened"),
    ("as its words are used", "other: {loaves: Studio takes back the unsold loaves at half their price.}", '1. Loaves. Studio takes back the unsold loaves at half their price.\n\n2. Ovens. The parties keep a list of ovens.\n\n3. Fairs. Loaves that were shown at a fair are not "unsold loaves" as those words are used in section 1.', "weakened"),
    ("a bracket that does not count some", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement to any other person (a cousin or a shop of one's own not counting as another) without the other's written consent.", "weakened"),
    ("a start that somebody regards as come", "term: {initial_term: {agreed: 12 months, from: launch}}", '1. Term. The initial term of this Agreement is twelve months from the Launch.\n\n2. Words. "Launch" means the day from which Buyer regards the ovens as having won the trust of the whole street.', "weakened"),
    ("such of them as", "deliverables: {exclusivity: provider}", '1. Bread. Studio shall not bake for Competitors of Buyer.\n\n2. Words. "Competitors" means such of the shops of the town as sell rye bread on Sundays and have no garden.', "weakened"),
    ("a word stipulated for its clause", "payment: {revenue_share: 10%}", SHARE + "3. Words. For the purposes of section 1, gross sales are what is left once the wages, the rent of the shop and the miller have been paid.", "weakened"),
    ("a word in small letters, wherever it stands", "payment: {rate: 'EUR 9 per month'}", "1. Rate. Buyer shall pay Studio a rate of EUR 9 per month.\n\n2. Ovens. Studio heats the ovens.\n\n3. Words. In section 1, \"month\" means the time between one new moon and the one after the next.", "weakened"),
    ("a thing that is so called once", "payment: {rate: 'EUR 9 per baked loaf'}", "1. Rate. Buyer shall pay Studio a rate of EUR 9 per baked loaf.\n\n2. Ovens. Studio heats the ovens.\n\n3. Words. A loaf is \"baked\", wherever that word stands, only when a guest of Buyer has eaten it and left a tip.", "weakened"),
    ("where a clause speaks of it", "payment: {revenue_share: 10%}", SHARE + "3. Words. Where section 1 speaks of gross sales, only coins put into the tin box by strangers are meant.", "weakened"),
    ("what references to it are to", "payment: {revenue_share: 10%}", SHARE + "3. Words. References in this Agreement to gross sales are to the coins that strangers have put into the tin box.", "weakened"),
    ("a case that is none of it in its meaning", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement without the other's written consent.\n\n2. Ovens. Studio heats the ovens. Handing the whole bakery over to a cousin or a circus is not to be treated as an assignment within the meaning of section 1.", "weakened"),
    ("a change of control by few shares", "term: {change_of_control: both}", '1. Control. Either party may terminate this Agreement upon a Change of Control of the other.\n\n2. Words. "Change of Control" means a merger, or the acquisition by any person of 5% or more of the voting shares of a party.', "weakened"),
    ("a change of control that is none", "term: {change_of_control: both}", '1. Control. Either party may terminate this Agreement upon a Change of Control of the other.\n\n2. Words. "Change of Control" means any journey of a founder beyond the river, a new sign over the door, or a different miller.', "weakened"),
    ("a word of it with a meaning of its own", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement without the other's written consent, except to its affiliates, meaning anybody with whom it has ever traded in flour or in horses.", "weakened"),
]  # fmt: skip

test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
