"""What names an agreed clause by its number and takes something from it, and what only sounds like that; ordinary definitions."""

from __future__ import annotations

from wordings import two_tests

CURE = "term: {cure_period: {agreed: 30 days, for: material breach}}"
CURES = "1. Cure. A party may terminate this Agreement if the other commits a material breach and does not cure it within thirty days of written notice.\n\n2. Kilns."
OWNS = "ip: {ownership: customer}"
OWNED = "1. Ownership. All glazes made under this Agreement shall be owned by Buyer.\n\n2. Kilns."
COURTS = "general: {disputes: arbitration}"
ARBITRATED = (
    "1. Disputes. Any dispute arising out of this Agreement shall be settled by binding arbitration.\n\n2. Kilns."
)
DUE = "payment: {due: 30 days}"
PAID = "1. Payment. Buyer shall pay each invoice within 30 days after its receipt.\n\n2. Kilns."

KEPT = [
    ("a right that is not used", CURE, f"{CURES} If Buyer does not exercise its right under Section 1, Studio shall go on firing the kiln."),
    ("money under a clause, and its currency", DUE, f"{PAID} Amounts under Section 1 shall be paid in euros."),
    ("an end other than by a clause", CURE, f"{CURES} Whoever leaves other than in accordance with Section 1 shall hand back the keys of the kiln."),
    ("a clause that holds as well", OWNS, f"{OWNED} Buyer may call on Section 1 in any court."),
    ("a definition that holds what it holds", OWNS, '1. Glazes. "Glaze" means a coating that concerns only the colour, texture or hardness of pottery.\n\n2. Shop. The shop opens at nine. It closes at five.\n\n3. Ownership. All Glazes made under this Agreement shall be owned by Buyer.'),
    ("made alone or with others", OWNS, '1. Works. "Works" means every vase first thrown by Studio under this Agreement, solely or jointly with others. All Works shall be owned by Buyer.'),
    ("a word for the purposes of the contract", OWNS, f"{OWNED} Receipts of the shop are treated as Gross Receipts for the purpose of this Agreement."),
    ("the foregoing, of another matter", "deliverables: {subcontracting: allowed}", "1. Work. Studio may subcontract any part of the Services. Each party shall keep what it learns of the other's glazes secret. The foregoing shall not apply to what is publicly known."),
    ("what was agreed to be none", "other: {cracks: 'Falling short of the hoped-for glaze is no breach.'}", "1. Cracks. Failure to reach the desired glaze under an order does not constitute a breach of contract."),
]  # fmt: skip
REOPENED = [
    ("its period rests", CURE, f"{CURES} The period under Section 1 rests while the kiln is cold and the potter is abroad.", "weakened"),
    ("undertakings are confined", "liability: {indemnity_by: provider}", "1. Indemnity. Studio shall indemnify Buyer against all claims of third parties arising from the vases.\n\n2. Kilns. Studio's undertakings in Section 1 are confined to claims arising from cracks that its master potter had seen.", "weakened"),
    ("it likewise does not extend", "liability: {indemnity_by: provider}", "1. Indemnity. Studio shall indemnify Buyer against all claims of third parties arising from the vases.\n\n2. Kilns. Section 1 likewise does not extend to claims arising from vases glazed to a recipe of Buyer.", "weakened"),
    ("nothing in it reaches a thing", OWNS, f"{OWNED} Nothing in Section 1 reaches recipes, moulds and stamps of general use, which Studio shall own.", "weakened"),
    ("it stands back", COURTS, f"{ARBITRATED} Claims for unpaid firings may be brought before the court of Studio's choosing, Section 1 standing back to that extent.", "weakened"),
    ("nothing in it keeps one from the courts", COURTS, f"{ARBITRATED} Nothing in Section 1 shall keep Studio from taking any matter that concerns the kilns before a court of its choosing.", "weakened"),
    ("called on only then", CURE, f"{CURES} Buyer may, however, rely on the cure period of Section 1 only once a court has found that the breach was meant.", "weakened"),
    ("an earlier day than it allows", DUE, f"{PAID} The acknowledgment of Studio may name an earlier day for payment of an invoice than Section 1 allows, and that day then binds.", "weakened"),
    ("a limit that a side has in hand", OWNS, '1. Glazes. "Glaze" means only such coatings as Studio has designated in its private ledger of firings. All Glazes made under this Agreement shall be owned by Buyer.', "weakened"),
]  # fmt: skip

test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)
