"""A short run of benchmarks/fuzz.py: whatever becomes of a file on its way, it is read or refused in one line."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from termscan.readers import pdf_ocr

TOP = Path(__file__).parents[2]
_SPEC = importlib.util.spec_from_file_location("fuzz", TOP / "benchmarks" / "fuzz.py")
assert _SPEC and _SPEC.loader
fuzz = importlib.util.module_from_spec(_SPEC)
sys.modules["fuzz"] = fuzz
_SPEC.loader.exec_module(fuzz)

SAMPLES = TOP / "sample_contracts" / "webshop"
NAMES = ("faithful.docx", "nibbled.pdf", "terms.yaml", "terms.docx", "terms.xlsx", "terms.eml")
SOURCES = [*(str(SAMPLES / name) for name in NAMES), *fuzz.made()]


@pytest.fixture(autouse=True)
def ocr_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fuzz run switches recognition off for good."""
    monkeypatch.setattr(pdf_ocr, "is_there", pdf_ocr.is_there)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: Path(source).name)
def test_mutated_files_are_read_or_refused(source: str) -> None:
    outcomes = [fuzz.attempt(fuzz.Mutation(source, seed)) for seed in range(25)]
    assert {outcome.result for outcome in outcomes} <= {"read", "refused"}
    assert max(outcome.seconds for outcome in outcomes) < 20


def test_mutated_old_word_files_are_refused_where_libreoffice_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")
    (tmp_path / "draft.doc").write_bytes(head + bytes(5000))
    outcomes = [fuzz.attempt(fuzz.Mutation(str(tmp_path / "draft.doc"), seed)) for seed in range(50)]
    assert {outcome.result for outcome in outcomes} == {"refused"}


def test_a_mutation_is_the_same_again_and_differs_from_its_source() -> None:
    import random

    data = (TOP / "sample_contracts" / "webshop" / "terms.yaml").read_bytes()
    once, again = (fuzz.mutated(data, random.Random(7), False) for _ in range(2))
    assert once == again != data
