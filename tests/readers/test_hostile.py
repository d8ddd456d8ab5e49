"""Hostile files, and files that hide words: read or refused with the right reason, in time, and nothing is left behind."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hostile import CASES, CLAUSE, SECRET, Case, word

from termscan.errors import DraftError
from termscan.readers import pdf_ocr, read

TABLE = (Path(__file__).parents[2] / "benchmarks" / "files.md").read_text(encoding="utf-8")
ROWS = {row[0]: row for line in TABLE.splitlines() if len(row := line.strip("| ").split(" | ")) == 5}
SECONDS = 30  # far more than any takes alone, for machines with other work


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_hostile_file_is_read_or_refused(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr(pdf_ocr, "is_there", lambda: False)
    began = time.monotonic()
    try:
        draft = read(case.name, data=case.make())
    except DraftError as refused:
        assert case.outcome == "refused", str(refused)
        assert case.says in str(refused) and "\n" not in str(refused)
    else:
        assert case.outcome == "read"
        assert "shall pay" in draft.text and SECRET not in draft.text
        assert [hidden.words for hidden in draft.hidden] == ([case.says] if case.says else [])
    assert time.monotonic() - began < SECONDS
    assert list(tmp_path.iterdir()) == []


def test_there_are_enough_of_them_and_no_name_twice() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 30


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_table_of_files_has_it_as_somebody_looked_at_it(case: Case) -> None:
    _, result, _, _, checked = ROWS[f"made/{case.name}"]
    assert result.startswith(case.outcome) and checked.startswith("right")


def test_a_file_that_changes_while_it_is_read_is_read_as_it_was_opened(tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(word())
    before = read(file)
    file.write_bytes(b"something else, shorter")
    assert before.text == CLAUSE and before.sha256 != read(file).sha256
