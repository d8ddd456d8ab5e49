"""Every report of the made-up review is, to the letter, the one that was looked at last."""

from __future__ import annotations

import pytest
from goldens import FOLDER, texts

MADE = texts()


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_report_is_as_it_was_looked_at(name):
    golden = FOLDER / name
    assert golden.is_file(), "no golden file; look at the report, then run `python tests/reports/goldens.py`"
    assert MADE[name] == golden.read_bytes().decode("utf-8")


def test_every_golden_file_has_its_report():
    assert {file.name for file in FOLDER.iterdir()} == set(MADE)
