"""What the eye sees and what the file says must be the same, or the review says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_docx import a_docx, p, r

from termscan.model import Review
from termscan.pipeline import review

SHEET = Path(__file__).parents[2] / "sample_contracts" / "consulting" / "terms.yaml"
DRAFT = (SHEET.parent / "draft-faithful.txt").read_text(encoding="utf-8")
LOOK_ALIKE = "\u0421"  # a Cyrillic letter


def reviewed_word(*more: str) -> Review:
    body = "".join(p(line.replace("&", "&amp;").replace("<", "&lt;")) for line in DRAFT.split("\n") if line.strip())
    return review("draft.docx", SHEET, data=a_docx(body + "".join(more)))


def reviewed_text(text: str) -> Review:
    return review("draft.txt", SHEET, data=text.encode())


def told(found: Review, *faults: str) -> list[str]:
    return [fault.message for fault in found.faults if fault.fault in faults]


def test_a_draft_without_anything_hidden_has_no_such_fault() -> None:
    assert told(reviewed_word(), "hidden-text", "foreign-letters") == []
    assert told(reviewed_text(DRAFT), "hidden-text", "foreign-letters") == []


@pytest.mark.parametrize(
    "words",
    ["the café’s naïve façade", "Łódź and Ústí", "5 µm wide", "Ελλάς and Москва", "α and β rays", "the Θ(n) bound"],
)
def test_names_and_signs_of_other_scripts_pass_for_nothing(words: str) -> None:
    assert told(reviewed_text(f"{DRAFT}\n\nThe parties know of {words}.\n"), "foreign-letters") == []


def test_a_hidden_sentence_is_a_fault_with_its_words_and_no_contract_text() -> None:
    found = reviewed_word(p(r("The end.") + r(" The fee doubles each year.", '<w:color w:val="FFFFFF"/>')))
    (message,) = told(found, "hidden-text")
    assert "The fee doubles each year." in message
    assert "white on white" in message
    assert "doubles" not in found.draft.text
    assert found.verdict == "not ready"


def test_a_letter_that_passes_for_another_is_a_fault() -> None:
    (message,) = told(reviewed_text(DRAFT.replace("Contract", f"{LOOK_ALIKE}ontract", 1) + f"\n\nThe {LOOK_ALIKE}lient pays.\n"),
                      "foreign-letters")[-1:]  # fmt: skip
    assert f"{LOOK_ALIKE}lient" in message


def test_a_number_parted_by_nothing_is_a_fault() -> None:
    found = reviewed_text(f"{DRAFT}\n\nThis holds for 3\u200b0 days.\n")
    assert "30" in told(found, "hidden-text")[0]
    assert "for 30 days" in found.draft.text
