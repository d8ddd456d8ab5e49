"""Whom "we" and "you" stand for: what the draft says of it, and what it leaves open."""

from __future__ import annotations

import pytest

from termscan.extract.masking import SLOTS, Masker
from termscan.model import Document, PartyName
from termscan.outline import outline

GROVE, QUAY = PartyName("Grove Ltd", ("Buyer",)), PartyName("Quay Inc", ("Maker",))
C, P, EACH = SLOTS["customer"], SLOTS["provider"], SLOTS["each"]

CASES = [
    ("nobody says who we are", "We wrap the boats.", "we wrap the boats"),
    ("we all", "We work together, and Maker paints.", f"we work together and {P} paints"),
    ("both are named beside us", "We pack what Maker sends to Buyer.", f"we pack what {P} sends to {C}"),
    ("two sentences that differ", "You tell Maker. You tell Buyer.", f"you tell {P}"),
    ("two explanations that differ", 'We, Maker, paint. "We" means Buyer.', f"we {P} paint"),
    ("the country in capitals", 'Quay Inc ("we") ships to the US.', f"{P} {P} ships to the us"),
    ("either of us", "Either of us may stop.", f"{EACH} may stop"),
    ("you and we", "You and we may stop.", f"{EACH} may stop"),
    ("a bracket behind a name", 'Quay Inc ("we", "us") paints. You pay us.', f"{P} {P} {P} paints"),
    ("in other words", "We, Maker, paint your boat.", f"{P} {P} paint {C}'s boat"),
    ("in brackets", "You (Buyer) pay our bills.", f"{C} {C} pay {P}'s bills"),
    ("by a definition", '"You" and "your" mean the Buyer. We paint.', f"{C} and {C}'s mean {C}"),
    ("you beside one party", "You may ask Maker for paint.", f"{C} may ask {P} for paint"),
    ("we give something to one party", "We send Buyer the key.", f"{P} send {C} the key"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_sentence_is_masked(text: str, words: str) -> None:
    whole = outline(Document("d.txt", "", "text", text), GROVE, QUAY)
    assert Masker(whole).mask(whole.sentences[0]).words == words


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Quay Inc paints.", None),
        ("We paint.", None),
        ('Grove Ltd, a company of Leeds ("we"), and Quay Inc ("you") agree.', "customer"),
        ("This is between Grove Ltd (the “Buyer” or “you”) and Quay Inc (the “Maker”, “we” or “us”).", "provider"),
        ('"We" means Grove Ltd. "Us" means Quay Inc.', None),
    ],
)
def test_the_draft_says_who_we_are(text: str, side: str | None) -> None:
    assert outline(Document("d.txt", "", "text", text), GROVE, QUAY).parties.we == side
