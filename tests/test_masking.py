"""What masking makes of lengths that say how often, of anniversaries that say how long, and of "including" at large."""

from __future__ import annotations

import pytest

from termscan.extract.masking import SLOTS, Masker
from termscan.model import Document, PartyName
from termscan.outline import outline

LENGTH = SLOTS["duration"]

MASKED = [
    ("a length stays a length", "They shall wait for three months.", f"they shall wait for {LENGTH}"),
    ("every so many days", "They shall meet every 45 days.", f"they shall meet every {LENGTH}"),
    ("every three months", "They shall pay every three (3) months.", "they shall pay quarterly"),
    ("each period", "They shall pay for each period of twelve months.", "they shall pay annually"),
    ("at intervals", "They shall meet at intervals of two weeks.", "they shall meet fortnightly"),
    ("an anniversary on which something is done", "They shall meet on the second anniversary of it.", "they shall meet on the second anniversary of it"),
    ("until an anniversary", "They shall wait until the second anniversary of it.", f"they shall wait until the {LENGTH} anniversary of it"),
    ("including, at large", "They shall bring tools (including, but not limited to, saws).", "they shall bring tools including saws"),
    ("includes, at large", "Tools include, without limitation, saws.", "tools include saws"),
    ("a limit by itself", "Tools are not limited to saws.", "tools are not limited to saws"),
    ("what ends on one", "The duty ends on the 4th anniversary of it.", f"the duty ends on the {LENGTH} anniversary of it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), [c[1:] for c in MASKED], ids=[c[0] for c in MASKED])
def test_a_sentence_is_masked(text: str, words: str) -> None:
    whole = outline(Document("d.txt", "", "text", text))
    (sentence,) = whole.sentences
    assert Masker(whole).mask(sentence).words == words


MONEY, NUMBER = SLOTS["money"], SLOTS["number"]
CUSTOMER, PROVIDER = SLOTS["customer"], SLOTS["provider"]
GROVE, QUAY = PartyName("Grove Ltd", ("Customer",)), PartyName("Quay Inc", ("Provider",))

ROWS = [
    ("labels with their values", "| Parcel | Blue |\n| Hire | 2 years |\n| Warning | 30 days |", [f"hire {LENGTH}", f"warning {LENGTH}"]),
    ("a first row with a value", "| Price | USD 5 |\n| Deposit | USD 2 |", [f"deposit {MONEY}"]),
    ("a first row that says something", "| Who pays | Grove is late |\n| Stamps | Customer |", [f"stamps {CUSTOMER}"]),
    ("nothing alike below", "| Matter | Amount |\n| Stamps | USD 2 |\n| Colour | grey |\n| Parcel | blue |", [f"stamps {MONEY}", "colour grey", "parcel blue"]),
    ("a price list", "| Phase | Fee |\n| Painting | USD 6 |\n| Drying | USD 1 |", [f"phase painting {MONEY}", f"phase drying {MONEY}"]),
    ("who owns what", "| Thing | Owner |\n| Sheds | Customer |\n| Boats | Provider |", [f"thing sheds owner {CUSTOMER}", f"thing boats owner {PROVIDER}"]),
    ("how much each", "| Party | Highest amount |\n| Customer | USD 4 |\n| Provider | none |\n| Provider | USD 5 |", [f"party {CUSTOMER} highest amount {MONEY}", f"party {PROVIDER} highest amount none", f"party {PROVIDER} highest amount {MONEY}"]),
    ("a count in a cell", "| Included | Quantity |\n| Sketches | 3 |", [f"included sketches quantity {NUMBER}"]),
    ("three columns", "| Step | Doer | Speed |\n| Painting | Provider | 3 days |", [f"step painting doer {PROVIDER} speed {LENGTH}"]),
    ("an empty corner", "| | Deadline |\n| Painting | 3 days |", [f"painting deadline {LENGTH}"]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "words"), [c[1:] for c in ROWS], ids=[c[0] for c in ROWS])
def test_a_row_is_read_with_the_heads_of_its_columns(table: str, words: list[str]) -> None:
    whole = outline(Document("d.txt", "", "text", table + "\n"), GROVE, QUAY)
    masker = Masker(whole)
    assert [masker.mask(row).words for row in whole.sentences[1:]] == words


def test_what_a_row_borrows_is_no_part_of_its_evidence() -> None:
    text = "| Thing | Owner |\n| Sheds | Customer |\n"
    whole = outline(Document("d.txt", "", "text", text), GROVE, QUAY)
    masked = Masker(whole).mask(whole.sentences[1])
    start, end = masked.span(0, len(masked.words))
    assert text[start:end] == "Sheds | Customer"
    assert masked.words[slice(*masked.locate(start, end))] == f"sheds owner {CUSTOMER}"


def test_a_passage_without_words_is_read_as_none() -> None:
    text = "1. Delivery. One box is ticked.\n\n[x] by cart\n\n[ ] by boat, which Grove pays"
    whole = outline(Document("d.txt", "", "text", text))
    masked = [Masker(whole).mask(s) for s in whole.sentences]
    assert "" in [m.words for m in masked]
    assert [len(m.words.split()) for m in masked] == [len(m.spans) for m in masked]
