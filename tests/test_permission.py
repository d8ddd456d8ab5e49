"""Whether an act is allowed, prohibited or tied to consent, whatever the act is and however a sentence says so."""

from __future__ import annotations

import pytest

from termscan.extract.permission import permission

CASES = [
    ("neither way: it only speaks of the act", "the sublet of rooms is described in annex b", None),
    ("a power", "tenant may sublet the flat", "allowed"),
    ("a freedom", "tenant is free to sublet the flat to whom it likes", "allowed"),
    ("a power without consent", "tenant may sublet the flat without the landlord's consent", "allowed"),
    ("a power with or without consent", "tenant may sublet the flat with or without permission", "allowed"),
    ("consent that is not needed", "tenant may sublet and the landlord's consent is not required", "allowed"),
    ("a denied restriction", "nothing in this lease prevents tenant to sublet the flat", "allowed"),
    ("a denial that ends before the power", "tenant shall not smoke but it may sublet the flat", "allowed"),
    ("a denial", "tenant shall not sublet the flat", "prohibited"),
    ("a denial in the passive", "tenant agrees that any sublet is prohibited", "prohibited"),
    ("a denial before a list", "tenant shall not keep dogs or sublet the flat", "prohibited"),
    ("a denial that consent lifts", "tenant shall not sublet the flat without the prior consent of landlord", "with consent"),
    ("a denial with unless", "tenant shall not sublet the flat unless landlord has approved it", "with consent"),
    ("consent before the denial", "except with landlord's approval tenant shall not sublet the flat", "with consent"),
    ("a power that needs consent", "tenant may sublet the flat subject to the approval of landlord", "with consent"),
    ("an act that requires consent", "any sublet requires landlord's written permission", "with consent"),
    ("who was approved", "tenant may sublet to persons whom landlord has approved", "with consent"),
    ("nobody has to be asked", "tenant may without having to ask landlord sublet the flat", "allowed"),
    ("consent far behind the denial", "tenant shall not sublet the flat " + "or a room or a bed in it by the day or by the week " * 5 + "without the prior consent of landlord", "with consent"),
    ("a denial long before some other agreement", "tenant shall not sublet the flat " + "or a room or a bed in it by the day or by the week " * 5 + "as was agreed", "prohibited"),
    ("consent far before the denial", "unless landlord has agreed to it in writing " + "or a law or a court or the town so orders " * 5 + "tenant shall not sublet the flat", "with consent"),
    ("consent after a long unless", "no sublet of the flat " + "or a room or a bed in it by the day or by the week " * 4 + "shall begin unless landlord has first said in plain words and in writing that it agrees", "with consent"),
    ("one that agrees not to", "as a tenant he specifically agrees not to sublet the flat", "prohibited"),
    ("consent in another clause of the list", "tenant may sublet the flat ; dogs need the consent of landlord", "allowed"),
]  # fmt: skip


def test_an_act_does_not_reach_over_its_clause():
    words = "tenant shall not sublet the flat without consent ; provided that tenant may without consent let the garden"
    assert permission(words, words.index("sublet"), len(words)) == "with consent"


@pytest.mark.parametrize(("words", "says"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_it_reads(words, says):
    at = words.index("sublet")
    assert permission(words, at, at + len("sublet")) == says
