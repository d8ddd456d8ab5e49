"""What is kept outright, and what only seems to be: a note asks the reader to look at the place that comes closest."""

from __future__ import annotations

import pytest
from wordings import OPENING, SHEET, row

import termscan

LOGO = "general: {publicity: with consent}"
OVENS = "other: {ovens: Studio lends Buyer an oven for nothing while its own ovens are being mended.}"

OUTRIGHT = [
    ("a choice that a rule reads", LOGO, "1. Publicity. Neither party shall use the other's name in publicity without its prior written consent."),
    ("a side that a rule reads", "general: {audit: customer}", "1. Books. Buyer may audit the books of Studio once a year."),
    ("a value that a rule reads", "payment: {due: 30 days}", "1. Payment. Buyer shall pay each invoice within 30 days of receipt."),
    ("plain words that the draft nearly has", OVENS, "1. Ovens. While the ovens of Buyer are being mended, Studio shall lend it an oven free of charge."),
]  # fmt: skip

SEEMS = [
    ("a choice that no rule reads", LOGO, "1. Press. The press hears of this Agreement by a release that both parties have signed off."),
    ("a side that no rule reads", "ip: {background_ip: provider}", "1. Recipes. Studio's recipes, methods and know-how from before this Agreement stay its property."),
    ("one side alone, in a word or two", "deliverables: {exclusivity: provider}", "1. Bakers. In the fair week Studio bakes for nobody else, so that Buyer is its exclusive customer there."),
    ("plain words of which the draft has some", OVENS, "1. Ovens. Buyer's own ovens are mended by Studio. Buyer may lend its ovens to others."),
]  # fmt: skip


@pytest.mark.parametrize(("terms", "clauses"), [c[1:] for c in OUTRIGHT], ids=[c[0] for c in OUTRIGHT])
def test_said_outright_needs_no_note(tmp_path, terms, clauses):
    found = row(tmp_path, terms, clauses)
    assert (found.verdict, found.severity, found.outright) == ("kept", None, True), found.message


@pytest.mark.parametrize(("terms", "clauses"), [c[1:] for c in SEEMS], ids=[c[0] for c in SEEMS])
def test_what_only_seems_kept_is_a_note_that_names_the_place(tmp_path, terms, clauses):
    found = row(tmp_path, terms, clauses)
    assert (found.verdict, found.severity, found.outright) == ("kept", "note", False), found.message
    assert found.message == "No clause says so in plain terms; section 1 comes closest, please read it."
    assert found.evidence


def test_a_change_reopens_what_only_seemed_kept(tmp_path):
    before, now = SEEMS[1][2], SEEMS[1][2].replace("stay its property", "pass to Buyer")
    (tmp_path / "terms.yaml").write_text(SHEET.format(terms=SEEMS[1][1]), encoding="utf-8")
    for name, clauses in (("one.txt", before), ("two.txt", now)):
        (tmp_path / name).write_text(OPENING + clauses, encoding="utf-8")
    found = termscan.review(tmp_path / "two.txt", tmp_path / "terms.yaml", previous=tmp_path / "one.txt").terms[0]
    assert (found.verdict != "kept", found.trend) == (True, "reopened")


def test_a_renumbered_place_that_only_seems_to_say_it_is_still_a_note(tmp_path):
    (tmp_path / "terms.yaml").write_text(SHEET.format(terms=SEEMS[0][1]), encoding="utf-8")
    for name, clauses in (("one.txt", SEEMS[0][2]), ("two.txt", "1. Weather. It rains.\n\n2" + SEEMS[0][2][1:])):
        (tmp_path / name).write_text(OPENING + clauses, encoding="utf-8")
    found = termscan.review(tmp_path / "two.txt", tmp_path / "terms.yaml", previous=tmp_path / "one.txt").terms[0]
    assert (found.verdict, found.severity, found.trend) == ("kept", "note", "settled")
    assert found.message.startswith("No clause says so in plain terms; section 2 comes closest, please read it.")
