"""DOCX reading: how fast beside python-docx's own walk over paragraphs and tables, on the same files in one run.

    python benchmarks/word.py [--rounds 5]

Looks for `corpus/docx/contracts` under TERMSCAN_SHARED, or under ../shared. Both read the same bytes by turns; the
figure is the median of the ratios of their times, above 1 where termscan is the faster. That of the sum weighs the
files by their length. Ends with 1 where the median is below 1.1 or the sum below 1.
"""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import docx

from termscan.readers.docx import read_docx


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rounds", type=int, default=5)
    rounds = options.parse_args().rounds
    shared = Path(os.environ.get("TERMSCAN_SHARED", Path(__file__).parents[2] / "shared"))
    files = sorted((shared / "corpus" / "docx" / "contracts").glob("*.docx"))
    if not files:
        print(f"no DOCX in {shared}; set TERMSCAN_SHARED", file=sys.stderr)
        return 2
    ratios, walks, reads = [], [], []
    for file in files:
        data = file.read_bytes()
        pairs = [(_seconds(_walk, data), _seconds(_termscan, data)) for _ in range(rounds)]
        ratios.append(median(walked / ours for walked, ours in pairs))
        walks.append(median(walked for walked, _ in pairs))
        reads.append(median(ours for _, ours in pairs))
        print(f"{ratios[-1]:6.2f} times as fast, {reads[-1] * 1000:5.0f} ms  {file.name}")
    whole = sum(walks) / sum(reads)
    print(f"median {median(ratios):.2f}, of the sum {whole:.2f}, least {min(ratios):.2f} of {len(files)} files")
    return 0 if median(ratios) >= 1.1 and whole >= 1 else 1


def _seconds(read: Callable[[bytes], int], data: bytes) -> float:
    gc.collect()  # python-docx leaves circles behind, and whoever reads next would pay for taking them down
    start = time.process_time()
    read(data)
    return time.process_time() - start


def _termscan(data: bytes) -> int:
    return len(read_docx("draft.docx", data).text)


def _walk(data: bytes) -> int:
    """The words of all paragraphs, and of all cells of all tables."""
    document = docx.Document(io.BytesIO(data))
    said = [paragraph.text for paragraph in document.paragraphs]
    said += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return sum(map(len, said))


if __name__ == "__main__":
    sys.exit(main())
