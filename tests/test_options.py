"""Tick boxes: which options are ruled out."""

from __future__ import annotations

import pytest

from termscan.outline.options import boxes

CASES = [
    ("nothing ticked rules nothing out", "[ ] On payment\n[ ] On creation", []),
    ("a line that is not ticked", "[ ] On payment\n[x] On creation", ["[ ] On payment"]),
    ("round brackets, with room inside", "( x ) Monthly\n(   ) Yearly", ["(   ) Yearly"]),
    ("signs of a form", "☒ Monthly\n☐ Yearly", ["☐ Yearly"]),
    ("a cell of a table", "| Fees | [ ] Fixed | [x] Hourly |", ["[ ] Fixed "]),
    ("options in one cell", "| Fees | Choose: [ x ] Hourly [ ] Fixed |", ["[ ] Fixed "]),
    ("options in small letters", "Payment: [x] net 30 [ ] net 60", ["[ ] net 60"]),
    ("the first of options in small letters", "Fees rise: [ ] never [x] with the index", ["[ ] never "]),
    ("a blank in a sentence is no option", "[x] Within [ ] days of receipt", []),
    ("nor one that a unit follows", "[x] Support, [ ] hours a month", []),
    ("nor one for a name", "[x] Signed by [ ] on behalf of Client", []),
    (
        "the tenth item of a list is no tick",
        "(ix) crates; or (x) pallets.\nWhat is left out is marked [ ] AND a star.",
        [],
    ),
    ("nor is the one behind (w)", "(w) crates, and (x) pallets.\n[ ] By cart", []),
    ("empty brackets far from any tick", "[x] Monthly\nThe sum (being [ ] in all) is due.", []),
]


@pytest.mark.parametrize(("text", "ruled_out"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_what_is_not_ticked_is_ruled_out(text, ruled_out):
    assert [text[s:e] for s, e in boxes(text)[1]] == ruled_out
