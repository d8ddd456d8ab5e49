"""What was agreed in plain words: said in the draft in other words, or only spoken of there."""

from __future__ import annotations

import pytest
from wordings import OPENING, SHEET

import termscan

CLAUSES = """1. Ovens
1.1 Studio shall deliver six deck ovens (the "Ovens") to the bakery at Mill Street no later than 1 March 2027.
1.2 Studio shall install the Ovens outside Buyer's opening hours and shall leave the premises swept clean.
1.3 Old ovens of Buyer shall be removed and disposed of by Studio without separate charge.
1.4 Title to an Oven passes to Buyer upon payment of its price in full; risk passes on delivery.

2. Service
2.1 Studio shall visit the bakery twice in each calendar year to inspect the Ovens and shall hand Buyer a written report within ten days of each visit.
2.2 If an Oven fails on a working day, an engineer of Studio shall be on site within eight hours of Buyer's telephone call.
2.3 For as long as a failed Oven is out of operation for more than two days, Studio shall lend Buyer a replacement oven of similar size free of charge.
2.4 Spare parts shall be kept available by Studio for ten years following delivery of the last Oven.
2.5 Only engineers certified by the guild of oven builders may work on the Ovens.

3. Training
3.1 Studio shall train up to five bakers of Buyer for one day on the use of the Ovens.
3.2 Further training days are provided at EUR 600 each.

4. Price and payment
4.1 The price of each Oven is EUR 14,000 plus value added tax.
4.2 Buyer shall pay forty percent on signature, forty percent on delivery and the remainder upon acceptance.
4.3 Should Buyer order more than ten ovens within two years, the price of every further oven is reduced by eight percent.
4.4 Buyer may withhold payment of any invoice that it disputes in good faith until the dispute has been resolved.

5. Recipes and data
5.1 The baking programmes which Buyer enters into the Ovens remain its own, and Studio shall not disclose them to other customers.
5.2 Studio may read operating data of the Ovens remotely solely for the purposes of maintenance.

6. Publicity
6.1 Buyer shall permit Studio to bring prospective customers to the bakery on two mornings a year, on one week's notice.
6.2 Neither party may use the other's logo without its prior written consent.

7. Term and end
7.1 The service obligations run for five years from delivery and renew for one year at a time unless either party gives three months' notice.
7.2 If Buyer closes the bakery at Mill Street, it may terminate the service obligations at the end of any month.
7.3 At the end of this Agreement Studio shall transfer to Buyer all service records of the Ovens.

8. General
8.1 Disputes shall first be submitted to mediation before the chamber of crafts.
8.2 Neither party is responsible for delay caused by strike, fire or flood.
8.3 This Agreement may be amended only in writing signed by both parties.
8.4 Notices shall be sent by registered mail to the address stated above.
"""

SAID = [
    "They take the old ovens away, and that costs us nothing extra.",
    "Two inspections a year, each followed by a report in writing within 10 days.",
    "When an oven breaks down on a working day, somebody is there within 8 hours of our call.",
    "We get a loan oven for nothing if a repair takes more than two days.",
    "They keep spares for 10 years after the last delivery.",
    "Nobody works on the ovens who has no certificate from the guild.",
    "They train five of our bakers for a day.",
    "Orders beyond ten ovens in two years cost us 8% less.",
    "We need not pay a bill while we dispute it in good faith.",
    "Our baking programmes stay ours and they tell no other customer.",
    "They read the data of the ovens only for maintenance.",
    "They may show our bakery to their customers two mornings a year if they tell us a week before.",
    "If we shut Mill Street we can end the service at any month's end.",
    "We get all the service records when the contract ends.",
    "Quarrels go to mediation at the chamber of crafts first.",
]
UNSAID = [
    "The ovens run on gas as well as on electricity.",
    "A baker of ours may watch every repair.",
    "Our name is on the door of every oven.",
    "The noise of an oven stays under 60 decibels.",
    "They pay for the flour that is spoilt when an oven breaks down.",
    "They test every oven for a full day before it leaves the works.",
    "We may paint the ovens in our colours.",
    "Their engineers wear hairnets and overshoes in the bakery.",
    "An apprentice of theirs works with us for a month each summer.",
    "They insure the ovens on the way.",
    "The manuals are in Polish as well as English.",
]


def reviewed(folder, agreed, sheet=SHEET, more=""):
    """The draft, with more clauses, against a sheet of the customer's with these words: other.t0, other.t1, …"""
    terms = ", ".join(f't{i}: "{words}"' for i, words in enumerate(agreed))
    sheet = sheet.format(terms=f"other: {{{terms}}}").replace("our_side: provider", "our_side: customer")
    (folder / "terms.yaml").write_text(sheet, encoding="utf-8")
    (folder / "draft.txt").write_text(OPENING + CLAUSES + more, encoding="utf-8")
    return termscan.review(folder / "draft.txt", folder / "terms.yaml")


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    """The row of every term above, after one review against a sheet with all of them."""
    agreed = [*SAID, *UNSAID]
    return dict(zip(agreed, reviewed(tmp_path_factory.mktemp("ovens"), agreed).terms, strict=True))


@pytest.mark.parametrize("words", SAID)
def test_what_is_said_in_other_words_is_kept(rows, words):
    assert rows[words].verdict == "kept", rows[words].message


@pytest.mark.parametrize("words", UNSAID)
def test_what_is_only_spoken_of_is_missing(rows, words):
    assert rows[words].verdict == "missing", rows[words].message
    assert not rows[words].evidence


def test_the_nearest_place_is_named(rows):
    message = rows["Their engineers wear hairnets and overshoes in the bakery."].message
    assert message.startswith("The draft does not say so; closest to it comes section 2")


@pytest.mark.parametrize(
    ("agreed", "asked"),
    [
        ("An oven is EUR 14,000 and value added tax on top.", False),
        ("They train five of our bakers for a day.", True),
    ],
)
def test_what_was_agreed_in_plain_words_is_no_ask(tmp_path, agreed, asked):
    asks = {ask.ask for ask in reviewed(tmp_path, [agreed], SHEET.replace("payment.*, ", "")).asks}
    assert ("payment.taxes" in asks) is asked


def test_another_sentence_of_the_kind_still_asks(tmp_path):
    agreed = "We pay 40% on signature, 40% on delivery and the rest on acceptance."
    more = "\n9. Deposit\n9.1 Buyer shall leave a deposit of EUR 20,000 with Studio as security for the Ovens.\n"
    asks = reviewed(tmp_path, [agreed], SHEET.replace("payment.*, ", ""), more).asks
    [deposit] = [ask for ask in asks if ask.ask == "payment.deposit"]
    assert "EUR 20,000" in deposit.evidence[0].quote
