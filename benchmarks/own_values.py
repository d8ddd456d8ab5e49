"""What a review of a real contract objects to, where the sheet says no more than the values that the contract itself states.

    TERMSCAN_SHARED=../shared python benchmarks/own_values.py [--show CHECK]

Some objections are right, for a careful sheet would say more (since when, for whom, save what). The others are misreadings of contracts that
nobody wrote to measure termscan: a second sum that is none, the date of another agreement, an exception that everybody makes.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from multiprocessing import Pool
from pathlib import Path

from termscan import values
from termscan.compare import compare
from termscan.compare.matter import Matter
from termscan.errors import DraftError
from termscan.extract import read_statements, stated_clauses
from termscan.outline import outline
from termscan.rulebook import Kind
from termscan.termsheet import Term, TermSheet
from termscan.understanding import document_of, rules_of

SHARED = Path(os.environ.get("TERMSCAN_SHARED") or Path(__file__).parents[2] / "shared")
Row = tuple[str, str, str, str, str]  # contract, kind, the value agreed, verdict, message


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--show", help="print the objections to terms whose name begins so")
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    contracts = sorted((SHARED / "corpus/cuad/txt").glob("*.txt"))
    with Pool(asked.jobs) as pool:
        rows = [row for found in pool.imap(_reviewed, contracts) for row in found]
    verdicts = Counter(verdict for *_, verdict, _ in rows)
    kept = verdicts["kept"] / len(rows)
    print(f"{len(contracts)} contracts, {len(rows)} terms, {kept:.3f} of them kept; {dict(verdicts.most_common())}")
    for contract, kind, agreed, verdict, message in rows:
        if asked.show is not None and verdict != "kept" and kind.startswith(asked.show):
            print(f"{contract[:24]} {kind} | {agreed} | {verdict}: {message}")


def _reviewed(contract: Path) -> list[Row]:
    """Every term of a sheet with the first value that a contract states of each kind, and what is made of it."""
    book, kinds = rules_of(())
    try:
        reading = read_statements(outline(document_of(contract, None, None)), kinds)
    except DraftError:
        return []
    terms: dict[str, Term] = {}
    for clause in stated_clauses(reading):
        value = _value(book.kinds[clause.kind], clause.value) if clause.kind not in terms and clause.value else None
        if value is not None:
            terms[clause.kind] = Term(clause.kind, clause.kind, value, values.canonical(value))
    parties = reading.outline.parties
    sheet = TermSheet("", "", None, parties.customer, parties.provider, "customer", tuple(terms.values()))
    rows, _, _ = compare(Matter(sheet, reading, book))
    return [(contract.name, row.term, row.agreed, row.verdict, row.message) for row in rows]


def _value(kind: Kind, said: str) -> values.Value | None:
    try:
        return values.parse(kind.type, said, choices=kind.allowed, items=tuple(kind.items))
    except ValueError:
        return None


if __name__ == "__main__":
    main()
