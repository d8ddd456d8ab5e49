"""What counts as an ask: who is burdened, what custom accounts for, and what a sheet that was gone through says."""

from __future__ import annotations

import pytest

from termscan.extract.burden import burdened

CUSTOMER, PROVIDER, EACH = "\ue010", "\ue011", "\ue012"


@pytest.mark.parametrize(
    ("words", "act", "expected"),
    [
        ("no staff may be hired", "hired", None),
        (f"{EACH} shall insure its people", "insure", "both"),
        (f"{PROVIDER} shall not be liable for lost profits", "liable", "customer"),
        (f"{PROVIDER} shall insure the works", "insure", "provider"),
        (f"{CUSTOMER} may inspect the books of {PROVIDER}", "inspect", "provider"),
        (f"{CUSTOMER} may not hire the staff of {PROVIDER}", "hire", "customer"),
        (f"{CUSTOMER} is entitled to leave the contract", "leave", "provider"),
        (f"{PROVIDER} hands over the files", "hands over", "provider"),
        (f"where {CUSTOMER} believes a fee to have been lost it may keep back a sum", "keep back", "provider"),
        (f"no engineer shall be taken on by {CUSTOMER}", "taken on", "customer"),
    ],
)
def test_a_passage_burdens_whoever_owes_or_suffers_the_act(words, act, expected):
    at = words.index(act)
    assert burdened(words, at, at + len(act)) == expected


SHEET = """
deal: Garden
parties: {{customer: Acme Retail Ltd, provider: Studio North LLC}}
our_side: {side}
{unlisted}
terms:
  payment: {{total_fee: "USD 9,000"}}
"""
DRAFT = """This Agreement is made between Acme Retail Ltd ("Client") and Studio North LLC ("Provider").

1. Fee. Client shall pay Provider a total fee of USD 9,000.

2. More. {words}
"""


def asked(tmp_path, words, side="provider", unlisted=""):
    from termscan import pipeline

    (tmp_path / "sheet.yaml").write_text(SHEET.format(side=side, unlisted=unlisted), encoding="utf-8")
    (tmp_path / "draft.txt").write_text(DRAFT.format(words=words), encoding="utf-8")
    review = pipeline.review(str(tmp_path / "draft.txt"), str(tmp_path / "sheet.yaml"))
    return {a.ask for a in review.asks}


@pytest.mark.parametrize(
    ("words", "side", "kind"),
    [
        ("Client shall not hire staff of Provider for two years.", "provider", "general.non_solicit"),
        ("Client may set off its claims against any fee.", "customer", "payment.set_off"),
        ("Provider shall hand back the fee if the work is refused.", "customer", "payment.refunds"),
        ("Neither party shall hire the other's staff for two years.", "provider", "general.non_solicit"),
    ],
)
def test_what_burdens_only_the_other_side_or_both_is_no_ask(tmp_path, words, side, kind):
    assert kind not in asked(tmp_path, words, side)


@pytest.mark.parametrize(
    ("words", "side", "kind"),
    [
        ("Client shall not hire staff of Provider for two years.", "customer", "general.non_solicit"),
        ("Client may set off its claims against any fee.", "provider", "payment.set_off"),
        ("Provider shall hand back the fee if the work is refused.", "provider", "payment.refunds"),
        (
            "If anyone obtains a better rate from Provider, Client shall have the benefit.",
            "provider",
            "payment.most_favoured_price",
        ),
        ("Provider shall serve no other firms.", "provider", "deliverables.exclusivity"),
    ],
)
def test_what_burdens_our_side_beyond_custom_is_an_ask(tmp_path, words, side, kind):
    assert kind in asked(tmp_path, words, side)


def test_a_mutual_burden_is_an_ask_where_the_sheet_says_that_all_is(tmp_path):
    words = "Neither party shall hire the other's staff for two years."
    assert "general.non_solicit" in asked(tmp_path, words, unlisted="unlisted: ask")


@pytest.mark.parametrize(
    ("words", "side", "kind"),
    [
        ("If Client closes the garden early, Client shall pay Provider a break fee of USD 2,000.", "customer", "term.kill_fee"),
        ("Should Provider give notice under this clause, Provider shall pay Client a termination fee of USD 2,000.", "provider", "term.kill_fee"),
        ("Sums that Provider has failed to remit when due bear interest at 2% per month.", "provider", "payment.late_interest"),
        ("Sums that Client has failed to pay when due bear interest at 2% per month.", "customer", "payment.late_interest"),
    ],
)  # fmt: skip
def test_whoever_pays_is_bound_whatever_is_usual(tmp_path, words, side, kind):
    other = "customer" if side == "provider" else "provider"
    assert kind in asked(tmp_path, words, side) and kind not in asked(tmp_path, words, other)


RESTRAINTS = [
    ("a trade of its own", "Until two years after the end of this Agreement Provider shall not run any business that sells roses.", "general.non_compete"),
    ("no other carrier", "Client shall move its plants by the vans of Provider and by no other carrier.", "deliverables.exclusivity"),
    ("no more than the least", "Client shall at no time be asked to pay more than the least that Provider charges for like gardens.", "payment.most_favoured_price"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "kind"), [c[1:] for c in RESTRAINTS], ids=[c[0] for c in RESTRAINTS])
def test_a_rule_finds_a_restraint_without_its_usual_words(tmp_path, words, kind):
    from termscan import termsheet
    from termscan.compare import Matter
    from termscan.compare.mentions import mentions
    from termscan.extract import read_statements
    from termscan.outline import outline
    from termscan.understanding import document_of, rules_of

    (tmp_path / "sheet.yaml").write_text(SHEET.format(side="provider", unlisted=""), encoding="utf-8")
    (tmp_path / "draft.txt").write_text(DRAFT.format(words=words), encoding="utf-8")
    book, kinds = rules_of(())
    sheet = termsheet.load(tmp_path / "sheet.yaml", book)
    document = document_of(tmp_path / "draft.txt", None, None)
    matter = Matter(sheet, read_statements(outline(document, sheet.customer, sheet.provider), kinds), book)
    assert list(mentions(matter, kinds.kinds[kind], book.kinds[kind].ask))
