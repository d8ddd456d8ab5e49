"""PDFs beside the text twins of the same contracts: do both yield the same clauses?

    python benchmarks/twins.py [--differing] [--without NAME ...]

Looks for `corpus/cuad/pdf` and `corpus/cuad/txt` under TERMSCAN_SHARED, or under ../shared. A clause is the same where
kind and value are; the share is of all clauses of both readings. Ends with 1 below 0.97.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from pathlib import Path

from termscan.errors import TermscanError
from termscan.model import Clauses
from termscan.understanding import extract

_MARK = 0.97
_Clause = tuple[str, str | None]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--differing", action="store_true", help="list the clauses that only one of both has")
    options.add_argument("--without", action="append", default=[], help="list nothing of files whose name begins so")
    asked = options.parse_args()
    corpus = Path(os.environ.get("TERMSCAN_SHARED", Path(__file__).parents[2] / "shared")) / "corpus" / "cuad"
    files = sorted((corpus / "pdf").glob("*.pdf"))
    if not files:
        print(f"no PDFs in {corpus / 'pdf'}; set TERMSCAN_SHARED", file=sys.stderr)
        return 2
    same = both = 0
    for file in files:
        pdf, text = _clauses(file), _clauses(corpus / "txt" / f"{file.stem}.txt")
        shared = (pdf & text).total()
        same, both = same + 2 * shared, both + pdf.total() + text.total()
        print(f"{shared:4} of {text.total():4} and {pdf.total():4}  {file.stem[:60]}")
        if asked.differing and not file.stem.startswith(tuple(asked.without) or "\0"):
            for side, found in (("text", text - pdf), ("PDF", pdf - text)):
                for (kind, value), _ in found.items():
                    print(f"       only {side}: {kind}: {value}")
    print(f"the same in both: {same / both:.3f} of {both} clauses in {len(files)} contracts")
    return 0 if same >= _MARK * both else 1


def _clauses(file: Path) -> Counter[_Clause]:
    try:
        found: Clauses = extract(file)
    except TermscanError as refused:
        print(f"  refused: {refused}")
        return Counter()
    return Counter((clause.kind, clause.value) for clause in found.clauses)


if __name__ == "__main__":
    sys.exit(main())
