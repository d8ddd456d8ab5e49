"""PDF reading: how near to the text twins of real contracts.

    python benchmarks/pdf.py [--worst 5]

Looks for `corpus/cuad/pdf` and `corpus/cuad/txt` under TERMSCAN_SHARED, or under ../shared. Similarity is the share of
words in common in order (Indel), once as they stand, once with quotes and dashes of one kind and without EDGAR's source
lines, which the reader leaves out on purpose. How fast it is, benchmarks/speed.py says.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path
from statistics import median

from rapidfuzz.distance import Indel

from termscan.readers.pdf import read_pdf

_PLAIN = str.maketrans("“”‘’–—\u037e", "\"\"''--;")
_SOURCE = re.compile(r"Source: .{1,120}, \d{1,2}/\d{1,2}/\d{4}")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--worst", type=int, default=5, help="how many of the least similar files to list")
    worst = options.parse_args().worst
    corpus = Path(os.environ.get("TERMSCAN_SHARED", Path(__file__).parents[2] / "shared")) / "corpus" / "cuad"
    files = sorted((corpus / "pdf").glob("*.pdf"))
    if not files:
        print(f"no PDFs in {corpus / 'pdf'}; set TERMSCAN_SHARED", file=sys.stderr)
        return 2
    scores = sorted(_similarity(file, corpus / "txt" / f"{file.stem}.txt") for file in files)
    for name, place in (("folded", 0), ("as it stands", 1)):
        values = [score[place] for score in scores]
        print(f"similarity, {name}: median {median(values):.4f}, least {min(values):.4f} of {len(values)} files")
    for folded, strict, stem in scores[:worst]:
        print(f"  {folded:.4f} {strict:.4f} {stem[:70]}")
    return 0


def _similarity(pdf: Path, twin: Path) -> tuple[float, float, str]:
    read, expected = read_pdf(pdf.name, pdf.read_bytes()).text, twin.read_text(errors="replace")
    return _same_words(_folded(read), _folded(expected)), _same_words(read, expected), pdf.stem


def _folded(text: str) -> str:
    return _SOURCE.sub(" ", text.translate(_PLAIN))


def _same_words(one: str, other: str) -> float:
    numbers: dict[str, int] = {}
    first, second = ([numbers.setdefault(w, len(numbers)) for w in text.split()] for text in (one, other))
    return Indel.normalized_similarity(first, second)


if __name__ == "__main__":
    sys.exit(main())
