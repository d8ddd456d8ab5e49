"""The same answer every time: no report hangs on the order in which Python keeps its sets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent.parent / "sample_contracts"
CASES = [("a text", "consulting/draft-nibbled.txt"), ("a PDF", "software/nibbled.pdf")]


@pytest.mark.parametrize("draft", [c[1] for c in CASES], ids=[c[0] for c in CASES])
def test_two_processes_say_the_same(draft):
    terms = SAMPLES / Path(draft).parent / "terms.yaml"
    command = [
        sys.executable,
        "-m",
        "termscan",
        "review",
        str(SAMPLES / draft),
        "--terms",
        str(terms),
        "--format",
        "json",
    ]
    said = [
        subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2", "3")
    ]
    assert said[0] and said[0] == said[1] == said[2]
