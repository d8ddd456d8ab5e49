"""What sets an agreed clause aside and what only names it; what a definition narrows; whom a sign of an ask burdens."""

from __future__ import annotations

import pytest
from wordings import OPENING, two_tests

import termscan
from termscan.extract.burden import burdened

CUSTOMER, PROVIDER = "\ue010", "\ue011"
CURE = "1. Breach. Either party may terminate this Agreement for a breach that is not cured within 30 days of notice.\n\n2. Ovens. The parties keep a list of ovens.\n\n"

KEPT = [
    ("the foregoing set aside, not the clause that is kept beside it", "term: {cure_period: 30 days}", CURE + "3. Storms. Notwithstanding the foregoing and except as otherwise provided in section 1 above, should a storm carry off the roof, the mill may be let to a stranger."),
    ("whether somebody ends it there or not", "term: {cure_period: 30 days}", CURE + "3. Mill. The mill is let to a stranger regardless of whether Buyer elects to terminate this Agreement under section 1."),
    ("what survives an end under the clause", "term: {cure_period: 30 days}", CURE + "3. Mill. Notwithstanding any termination under section 1, Buyer keeps the millstones it has bought."),
    ("a remedy beside others", "term: {cure_period: 30 days}", CURE + "3. Remedies. The remedy in section 1 is not intended to be exclusive and stands beside every other remedy that the baker's guild allows."),
    ("without limiting in any way", "deliverables: {exclusivity: customer}", "1. Sale. Buyer shall buy its bread exclusively from Studio.\n\n2. Name. Without in any way limiting section 1, Studio lets Buyer show the name of the mill on the carts."),
    ("another term of the clause that is set aside", "term: {renewal: automatic 1 year, renewal_notice: 60 days}", "1. Term. This Agreement renews automatically for successive periods of one year unless either party gives notice of non-renewal at least 60 days before the end.\n\n2. Ovens. The parties keep a list of ovens.\n\n3. Notice. For the purposes of section 1, a notice of non-renewal counts only if it reaches the bakery by pigeon."),
    ("events that end it before its time", "term: {initial_term: 5 years}", "1. Term. This Agreement has an initial term of five years.\n\n2. End. Notwithstanding section 1 above, this Agreement may be terminated upon the occurrence of any of the following events:"),
    ("one promise of the two, whatever other papers say", "liability: {indemnity_by: both}", "1. Indemnity. Each party shall indemnify the other against claims of third parties.\n\n2. Mill papers. Notwithstanding any provision of the mill papers to the contrary, Studio shall indemnify Buyer against the miller's taxes."),
    ("a limit that the sheet names for another term", "deliverables: {exclusivity: customer}\n  ip: {territory: {agreed: [worldwide], except: [Ireland, lightships off Ireland]}}", "1. Words. \"Territory\" means all countries of the world with the exception of Ireland and lightships off Ireland.\n\n2. Sale. Buyer shall buy the pies that it sells in the Territory exclusively from Studio."),
    ("what points to the clause", "term: {cure_period: 30 days}", CURE + "3. Mould. Where a loaf is mouldy, the dairy's ruling pursuant to section 1 will be read to both bakers by the miller."),
    ("a clause that survives", "term: {cure_period: 30 days}", CURE + "3. After. Section 1 shall survive the sale of the mill to a stranger."),
    ("what follows from a breach of the clause", "term: {renewal_notice: 60 days}", "1. Term. This Agreement renews automatically unless either party gives notice of non-renewal at least 60 days before the end.\n\n2. Ovens. The parties keep a list.\n\n3. Late. A pigeon that arrives in violation of the period required by section 1 shall not be fed."),
    ("a clause of another contract", "term: {cure_period: 30 days}", CURE + "3. Mill. Section 1 of the Mill Lease shall give way to the wishes of the miller's aunt whenever the river freezes."),
    ("what a clause leaves out anyhow", "deliverables: {exclusivity: customer}", "1. Bread. Buyer shall buy its bread exclusively from Studio.\n\n2. Ovens. The parties keep a list.\n\n3. Cakes. Studio charges the miller's price for cakes that are not counted as bread under section 1."),
    ("a word defined where it points to", "deliverables: {exclusivity: customer}", "1. Sale. Buyer shall buy exclusively from Studio what is called \"Loaves\", as further described in Schedule A [list of loaves] attached hereto."),
    ("what is not held to the clause, told by the way", "term: {cure_period: 30 days}", CURE + "3. Mill. Buyer repairs the sails which are not governed by section 1 at a price that the miller's aunt names."),
    ("a thing of the clause that stays what it is", "term: {cure_period: 30 days}", CURE + "3. Mill. A notice under section 1 shall be in writing and shall be read to both bakers by the miller."),
    ("what a clause leaves out", "term: {cure_period: 30 days}", CURE + "3. Words. \"Mould\" is what gives rise to the time under section 1, not counting the blue veins of a cheese from the miller's aunt."),
]  # fmt: skip
REOPENED = [
    ("the clause itself set aside", "term: {cure_period: 30 days}", CURE + "3. Mould. Notwithstanding section 1, Buyer may terminate at once where a loaf is mouldy.", "weakened"),
    ("whatever the clause says", "term: {cure_period: 30 days}", CURE + "3. Mould. Where a loaf is mouldy, termination takes effect on the spot, whatever is provided in section 1.", "weakened"),
    ("a clause that is to be no reason", "term: {cure_period: 30 days}", CURE + "3. Mould. Buyer may leave the moment a loaf is mouldy, and section 1 shall be no reason to wait for fresh dough.", "weakened"),
    ("a case left out of the clause", "deliverables: {exclusivity: customer}", "1. Bread. Buyer shall buy its bread exclusively from Studio.\n\n2. Ovens. The parties keep a list.\n\n3. Fairs. Rolls that Buyer sells at a fair are excepted from section 1 and may come from strangers.", "weakened"),
    ("a case that does not count there", "deliverables: {exclusivity: customer}", "1. Bread. Buyer shall buy its bread exclusively from Studio.\n\n2. Ovens. The parties keep a list.\n\n3. Fairs. Bread for a fair, which strangers may bake, shall not be counted as bread within the meaning of section 1.", "weakened"),
    ("what stands outside the clause", "deliverables: {exclusivity: customer}", "1. Bread. Buyer shall buy its bread exclusively from Studio.\n\n2. Ovens. The parties keep a list.\n\n3. Fairs. Bread that is sold at a fair stands outside section 1 and may come from strangers.", "weakened"),
    ("as though the clause were not there", "deliverables: {exclusivity: customer}", "1. Bread. Buyer shall buy its bread exclusively from Studio.\n\n2. Ovens. The parties keep a list.\n\n3. Fairs. For the days of a fair Buyer shops with strangers as though section 1 had not been agreed.", "weakened"),
    ("a clause that does not hinder", "deliverables: {exclusivity: customer}", "1. Bread. Buyer shall buy its bread exclusively from Studio.\n\n2. Ovens. The parties keep a list.\n\n3. Fairs. Nor shall section 1 hinder Buyer from shopping with strangers on the days of a fair.", "weakened"),
    ("a clause that lays nothing on a party", "liability: {indemnity_by: both}", "1. Indemnity. Each party shall indemnify the other against claims of third parties.\n\n2. Ovens. The parties keep a list.\n\n3. Fairs. Section 1 creates no obligation of Studio where the stall at a fair was built by strangers.", "weakened"),
    ("an aside between a clause and its verb", "liability: {indemnity_by: both}", "1. Indemnity. Each party shall indemnify the other against claims of third parties.\n\n2. Ovens. The parties keep a list.\n\n3. Fairs. What Studio owes under section 1, so far as it goes beyond the ovens, does not extend to stalls that strangers built.", "weakened"),
    ("a clause with nothing to rely on", "term: {cure_period: 30 days}", CURE + "3. Mould. Nor may Studio, once a loaf is mouldy, have recourse to section 1.", "weakened"),
    ("a clause to be read in another light", "deliverables: {exclusivity: customer}", "1. Bread. Buyer shall buy its bread exclusively from Studio.\n\n2. Fairs. Buyer may sell at a fair what strangers bake, and item 1 shall be read accordingly.", "weakened"),
    ("nothing in a clause read as preventing", "deliverables: {exclusivity: customer}", "1. Bread. Buyer shall buy its bread exclusively from Studio.\n\n2. Ovens. The parties keep a list.\n\n3. Fairs. Nothing in section 1 shall be read as preventing Buyer from buying bread of any stranger at a fair.", "weakened"),
    ("a clause not engaged, in brackets", "general: {assignment: with consent}", "1. Assignment. Neither party may assign this Agreement without the other's written consent.\n\n2. Words. \"Buyer\" includes any cousin to whom Buyer hands over this Agreement, section 1 not being called upon thereby.", "weakened"),
    ("a clause by a number that the draft has lost", "liability: {excluded_losses: [lost profits, indirect]}", "Liability\n\nNeither party is liable for lost profits or indirect damages.\n\nOvens\n\nProfits which Buyer loses while an oven is cold will be made good by Studio, section 9(d) notwithstanding.", "weakened"),
    ("how a clause is to be counted", "general: {non_solicit: 1 year}", "1. Bakers. Neither party shall solicit the other's bakers for one year after the end of this Agreement.\n\n2. Ovens. The parties keep a list.\n\n3. Days. The year in section 1 runs from the last morning on which a guest ate rye bread.", "weakened"),
    ("another value for what a clause says", "term: {convenience_notice: 60 days}", "1. End. Either party may terminate this Agreement without cause upon 60 days' notice.\n\n2. Ovens. The parties keep a list.\n\n3. Pigeons. Whatever is sent is taken to arrive by noon (in the case of a notice that Studio gives under section 1, a hundred and ten days later).", "weakened"),
    ("the term that the passage speaks of", "term: {renewal_notice: 60 days, renewal: automatic 1 year}", "1. Term. This Agreement renews automatically for successive periods of one year unless either party gives notice of non-renewal at least 60 days before the end.\n\n2. Ovens. The parties keep a list of ovens.\n\n3. Notice. For the purposes of section 1, a notice of non-renewal counts only if it reaches the bakery by pigeon.", "weakened"),
    ("whether or not the clause leaves time", "term: {cure_period: 30 days}", CURE + "3. Fairs. Studio may close the agreement where Buyer is late at a fair, and this whether or not section 1 would have left it time to mend matters.", "weakened"),
    ("the clause not standing in the way", "term: {cure_period: 30 days}", CURE + "3. Fairs. Studio may, section 1 not standing in the way, close the bakery on the day on which a loaf turns out mouldy.", "weakened"),
    ("the clause gives no time", "term: {cure_period: 30 days}", CURE + "3. Fairs. Where the mouldy loaf was sold at a fair, section 1 affords nothing to the baker who sold it.", "weakened"),
    ("as though the clause had not been written", "term: {cure_period: 30 days}", CURE + "3. Fairs. A mouldy loaf sold at a fair lets Studio close the bakery as though section 1 had not been written.", "weakened"),
    ("what is not held to the clause", "liability: {cap: 100% of fees}", "1. Liability. Studio's liability is limited to the fees paid under this Agreement.\n\n2. Ovens. The parties keep a list.\n\n3. Fairs. What Studio owes for a tent that fell is neither counted towards nor held down by the ceiling in section 1.", "weakened"),
    ("a thing of the clause that becomes less", "term: {kill_fee: 'EUR 9,000'}", "1. End. If Buyer terminates this Agreement early without cause, it shall pay Studio an early termination fee of EUR 9,000.\n\n2. Ovens. The parties keep a list.\n\n3. Sums. Any sum to which Studio becomes entitled under section 1 shall be reckoned net of the flour that it had from the miller's aunt.", "weakened"),
]  # fmt: skip

test_it_is_kept, test_it_is_reopened = two_tests(KEPT, REOPENED)


@pytest.mark.parametrize(
    ("words", "act", "expected"),
    [
        (f"{CUSTOMER} shall not approach any baker employed by {PROVIDER}", "approach", "customer"),
        (f"{CUSTOMER} shall not approach anybody who is employed by {PROVIDER}", "approach", "customer"),
        (f"{PROVIDER} shall admit auditors named by {CUSTOMER} to its books", "admit", "provider"),
        (f"no baker shall at any time be approached by {CUSTOMER}", "approached", "customer"),
        (f"the books are kept open by {CUSTOMER}", "kept open", "customer"),
    ],
)
def test_who_is_named_within_the_object_is_not_the_subject(words, act, expected):
    at = words.index(act)
    assert burdened(words, at, at + len(act)) == expected


SHEET = """
deal: Test
parties: {customer: Birch Lane Bakeries Ltd, provider: Copper Kettle Studio LLC}
our_side: provider
unlisted: ask
terms:
  payment: {total_fee: "EUR 900"}
"""
ASKS = [
    ("a bar with a hiring beside it", "general.non_solicit", True, "For one year after the end Studio shall not approach any person employed by Buyer with an offer of a post."),
    ("a look into the books, the duty to let it happen", "general.audit", True, "Studio shall open its books and ledgers to the accountants of Buyer whenever Buyer wishes to go through the books."),
    ("a competent miller is no competitor", "general.non_compete", False, "Studio shall not bake on Sundays and shall at all times employ a competent miller."),
    ("not limited to is no want of a limit", "liability.uncapped", False, "Studio shall be liable for burnt loaves, including, but not limited to, burnt crusts."),
    ("a petition against the debtor", "liability.claim_period", False, "Studio makes any assignment to creditors, or any petition in bankruptcy is filed against it and any such proceeding is not dismissed within 60 days."),
    ("an untrue warranty as an event of default", "deliverables.warranty", False, "Studio is in default where it fails to perform, or any warranty made by Studio is untrue and stays so for 30 days."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "asked", "clause"), [c[1:] for c in ASKS], ids=[c[0] for c in ASKS])
def test_a_burden_is_asked_about_and_boilerplate_is_not(tmp_path, kind, asked, clause):
    (tmp_path / "terms.yaml").write_text(SHEET, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(f"{OPENING}1. Clause. {clause}", encoding="utf-8")
    review = termscan.review(tmp_path / "draft.txt", tmp_path / "terms.yaml")
    assert (kind in [a.ask for a in review.asks]) == asked


LIMITS = [
    ("a lower limit of its own", "three (3)", "against us"),
    ("a higher limit of its own", "sixty (60)", "for us"),
]


@pytest.mark.parametrize(("months", "direction"), [c[1:] for c in LIMITS], ids=[c[0] for c in LIMITS])
def test_a_cap_set_aside_by_another_harms_whoever_the_other_harms(tmp_path, months, direction):
    sheet = (
        SHEET.replace("our_side: provider", "our_side: customer")
        + "  liability: {cap: {agreed: 24 months of fees, by: provider}}\n"
    )
    clause = (
        "1. Cap. The total liability of Studio shall not exceed the fees paid in the twenty-four (24) months before the claim.\n\n"
        f"2. Fires. Whatever section 1 says, the liability of Studio for a fire does not exceed the fees paid for the {months} months before it."
    )
    (tmp_path / "terms.yaml").write_text(sheet, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(f"{OPENING}{clause}", encoding="utf-8")
    row = next(
        r for r in termscan.review(tmp_path / "draft.txt", tmp_path / "terms.yaml").terms if r.term == "liability.cap"
    )
    assert (row.verdict != "kept", row.direction) == (True, direction)
