"""Plain words and what the draft makes of them: opposites of the trade, softer voices, another circle of those concerned."""

from __future__ import annotations

import pytest
from wordings import two_tests

from termscan.compare.contrasts import clock_times, opposite

KEPT = [
    ("net as agreed", "other: {bonus: 'Studio earns a bonus of one crate of cakes when the net profit of the shop doubles.'}", "1. Bonus. Studio shall earn a bonus of one crate of cakes when the net profit of the shop doubles, whatever its gross turnover."),
    ("interest-free by another word", "other: {deposit: 'The deposit for the oven goes back to Studio without interest when the oven is returned.'}", "1. Deposit. When the oven is returned, Buyer shall refund the deposit for the oven to Studio free of interest."),
    ("the same hours by the other clock", "other: {baking: 'Studio fires the ovens of the bakery from 8 pm to 5 am only.'}", "1. Baking. Studio shall fire the ovens of the bakery from 20:00 to 5:00 only."),
    ("equal shares said as halves", "other: {filters: 'The two split the cost of the flour filters equally.'}", "1. Filters. The parties shall bear the cost of the flour filters half each."),
    ("both, as each of them", "other: {logo: 'Each side may show the logo of the bakery fair on its van.'}", "1. Logo. Either party may show the logo of the bakery fair on its van."),
    ("a choice of one's own", "other: {flour: 'Studio may name, as it sees fit, a second mill for the flour.'}", "1. Flour. Studio may, as it thinks fit, name a second mill for the flour."),
    ("an attempt that was agreed", "other: {dust: 'Studio tries to keep the dust of the mill out of the shop.'}", "1. Dust. Studio shall use reasonable efforts to keep the dust of the mill out of the shop."),
    ("a duty among things one may do", "other: {signs: 'Studio paints the signs of the shop in green.'}", "1. Signs. Studio shall paint the signs of the shop in green, and may also paint its vans."),
    ("a right in the case that was agreed", "other: {terrace: 'When the terrace is dry Studio may set up its oven there.'}", "1. Terrace. Studio may, when the terrace is dry, set up its oven there."),
    ("a right and no duty of a right", "other: {thieves: 'It is for Studio to decide whether to sue whoever copies the recipes.'}", "1. Copies. Studio shall have the right, but not the obligation, to sue whoever copies the recipes."),
    ("an estimate that binds nobody", "other: {dates: 'The dates of the baking plan are estimates and bind nobody.'}", "1. Dates. The dates of the baking plan are estimates only and are not binding on the parties."),
    ("none as agreed", "other: {crumb: 'A cake that fails to rise is no breach; Studio bakes each cake with reasonable care.'}", "1. Cakes. Studio shall bake each cake with reasonable care. The failure of a cake to rise does not constitute a breach of this Agreement."),
    ("an exception that was agreed in other words", "other: {ovens: 'The ovens of the bakery run all day but for normal upkeep and storms.'}", "1. Ovens. The ovens of the bakery shall run all day, normal maintenance and unforeseen storms or floods excepted."),
    ("a share by proportion", "other: {short: 'When flour runs short, Studio cuts what Buyer gets only in proportion to its other customers.'}", "1. Shortage. When flour runs short, Studio shall reduce what Buyer gets ratably with its other customers."),
]  # fmt: skip
KEPT += [
    ("a deed that was agreed", "other: {fall: 'Studio tells Buyer of a broken oven within a day after it has examined it.'}", "1. Ovens. Studio shall tell Buyer of a broken oven within a day after Studio has examined it."),
    ("somebody picked as agreed", "other: {mill: 'The flour comes from the old mill or from another that Studio picks.'}", "1. Flour. The flour shall come from the old mill or such mill as Studio may designate."),
    ("only, and nothing more", "other: {van: 'Studio may use the van of Buyer only for the fair and the market.'}", "1. Van. Studio may use the van of Buyer solely for the fair and the market, and for no other business."),
    ("the same count in digits", "other: {bakers: 'Studio trains five bakers of Buyer at the fair, twice a year.'}", "1. Training. Studio shall train up to 5 bakers of Buyer at the fair, two times per year."),
]  # fmt: skip
REOPENED = [
    ("a deed that comes first", "other: {fall: 'Studio tells Buyer of a broken oven within a day of hearing of it.'}", "1. Ovens. Studio shall tell Buyer of a broken oven within a day after the guild has confirmed the same.", "weakened"),
    ("a settlement that comes first", "other: {books: 'Studio hands back the recipe books promptly when the fair ends.'}", "1. Books. Upon the end of the fair and settlement of every bill, Studio shall promptly hand back the recipe books.", "weakened"),
    ("another purpose", "other: {van: 'Studio may use the van of Buyer only for the fair and the market.'}", "1. Van. Studio may use the van of Buyer for the fair and the market and its other business.", "weakened"),
    ("somebody picked", "other: {chef: 'The plan lives only as long as the head baker of the fair bakes; when the baker stops, it ends.'}", "1. Plan. The plan shall end if the fair is no longer served by the head baker or such successor baker as the board of Studio may approve.", "weakened"),
    ("fewer bakers", "other: {bakers: 'Studio trains five bakers of Buyer at the fair.'}", "1. Training. Studio shall train up to three bakers of Buyer at the fair.", "changed"),
    ("once for twice", "other: {sweep: 'Studio sweeps the chimney of the bakery twice a year.'}", "1. Chimney. Studio shall sweep the chimney of the bakery once in each calendar year.", "changed"),
    ("a later order", "other: {jar: 'Buyer gets a jar of yeast free with the first order of flour.'}", "1. Yeast. Buyer shall get a jar of yeast free with the third order of flour.", "changed"),
    ("gross where it was net", "other: {bonus: 'Studio earns a bonus of one crate of cakes when the net profit of the shop doubles.'}", "1. Bonus. Studio shall earn a bonus of one crate of cakes when the gross profit of the shop doubles.", "changed"),
    ("with interest", "other: {deposit: 'The deposit for the oven goes back to Studio without interest when the oven is returned.'}", "1. Deposit. When the oven is returned, Buyer shall refund the deposit for the oven to Studio together with accrued interest.", "changed"),
    ("any negligence where it was gross", "other: {care: 'Studio answers for spoilt dough only where it was grossly negligent.'}", "1. Dough. Studio shall answer for spoilt dough only where it was negligent.", "changed"),
    ("day for night", "other: {baking: 'Studio fires the ovens of the bakery from 8 pm to 5 am only.'}", "1. Baking. Studio shall fire the ovens of the bakery from 8 a.m. to 5 p.m. only.", "changed"),
    ("another day of the week", "other: {fair: 'Studio brings the cakes to the fair every Tuesday and Friday.'}", "1. Fair. Studio shall bring the cakes to the fair every Tuesday and Saturday.", "changed"),
    ("at its leisure", "other: {lamps: 'Buyer swaps a broken lamp of the counter at once.'}", "1. Lamps. Buyer shall swap a broken lamp of the counter in due course.", "changed"),
    ("two thirds for a half", "other: {filters: 'The two split the cost of the flour filters half and half.'}", "1. Filters. The parties shall share the cost of the flour filters, Studio as to two thirds and Buyer as to the rest.", "changed"),
    ("counted by the cake", "other: {extra: 'Studio gets its tasting fee again for every further day of the fair.'}", "1. Fair. Studio shall be entitled to its tasting fee again for each additional visitor to the fair.", "changed"),
    ("advice for a ruling", "other: {judge: 'What the guild of bakers rules on a spoilt cake is binding.'}", "1. Cakes. What the guild of bakers rules on a spoilt cake shall be advisory.", "changed"),
    ("one of both", "other: {leaving: 'If the fair closes in its first year, each side may end the baking plan in writing.'}", "1. Leaving. If the fair closes in its first year, Buyer may end the baking plan in writing.", "changed"),
    ("both of one", "other: {stop: 'Studio alone decides when the test of the new oven stops.'}", "1. Test. The test of the new oven goes on until Buyer and Studio determine that the test of the oven stops.", "changed"),
    ("named by the other", "other: {price: 'Buyer pays for a spoilt cake what a baker picked by Studio puts on it.'}", "1. Spoilt cakes. Buyer shall pay for a spoilt cake the price put on it by a baker chosen by Buyer.", "changed"),
    ("an intention", "other: {tax: 'Buyer takes no city tax off the cake money.'}", "1. Tax. Buyer does not at present intend to take city tax off the cake money.", "weakened"),
    ("an expectation", "other: {heat: 'The oven of the bakery is never cooler than 200 degrees at noon.'}", "1. Heat. The oven of the bakery is not ordinarily expected to be cooler than 200 degrees at noon.", "weakened"),
    ("a liberty", "other: {help: 'Studio helps at the cake fair, and Buyer repays what the help costs it.'}", "1. Fair. Studio shall help at the cake fair, Buyer being at liberty to reimburse Studio for the costs of such help.", "weakened"),
    ("what comes back first", "other: {cake: 'Buyer pays the real price of a wedding cake that burns.'}", "1. Fire. Buyer shall pay the full price, so far as it is recovered from an insurer, of a wedding cake that burns.", "weakened"),
    ("a may in the place of a duty", "other: {friends: 'Buyer makes the recipes known to new shops, cafes and guests in the valley.'}", "1. Friends. Buyer may also introduce the recipes to new shops, cafes and guests in the valley.", "weakened"),
    ("a case put into a right", "other: {protest: 'Studio may contest any new price list of the flour mill.'}", "1. Prices. Studio may, where the guild has been warned of it within a fortnight, contest such new price list of the flour mill.", "weakened"),
    ("a duty made of a right", "other: {thieves: 'It is for Studio to decide whether to sue whoever copies the recipes.'}", "1. Copies. Studio shall have the right, and the obligation, to sue whoever copies the recipes.", "weakened"),
    ("what somebody wants", "other: {closing: 'The baking plan ends by itself once the lease of the bakery is over.'}", "1. End. The baking plan ends automatically once the lease of the bakery is over, provided that Buyer has raised no objection.", "weakened"),
    ("a share with no measure", "other: {short: 'When flour runs short, Studio cuts what Buyer gets only in proportion to its other customers.'}", "1. Shortage. When flour runs short, Studio shall reduce what Buyer gets until the flour is back.", "weakened"),
]  # fmt: skip

test_it_keeps, test_it_reopens = two_tests(KEPT, REOPENED)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("from 8 p.m. to 5 a.m.", {(20, 0), (5, 0)}),
        ("between 12:30 am and noon", {(0, 30), (12, 0)}),
        ("at 17:45 sharp, or midnight", {(17, 45), (0, 0)}),
        ("in section 8.2 for 5 days", set()),
    ],
)
def test_times_of_day_are_read(text, times) -> None:
    assert clock_times(text) == times


OPPOSITES = [
    ("net revenue", "gross revenue"),
    ("paid in advance", "paid in arrears"),
    ("exclusive rights", "non-exclusive rights"),
    ("told in writing", "told orally"),
    ("a non-refundable sum", "a refundable sum"),
    ("the board is unanimous", "a majority of the board"),
    ("audited accounts", "unaudited accounts"),
    ("an irrevocable licence", "a licence that may be revoked at any time"),
    ("secured by the van", "unsecured"),
    ("voting shares", "non-voting shares"),
    ("new parts", "reconditioned parts"),
    ("permanent shelves", "temporary shelves"),
    ("a voluntary course", "a mandatory course"),
    ("the cheapest carrier", "the most expensive carrier"),
    ("at wholesale prices", "at retail prices"),
    ("plus VAT", "inclusive of VAT"),
    ("each for its own share severally", "jointly and severally"),
    ("promptly", "at its earliest convenience"),
    ("on weekdays", "at weekends"),
]


@pytest.mark.parametrize(("agreed", "text"), OPPOSITES)
def test_opposites_of_the_trade(agreed, text) -> None:
    assert opposite(agreed, text) is not None
    assert opposite(agreed, agreed) is None
    assert opposite(text, text) is None
    assert opposite(agreed, f"{agreed}, {text}") is None, "a draft that has both says the agreed one"
