"""The round trip of counter-drafts: what tracked changes restore comes back kept, and rejecting them changes nothing.

    python benchmarks/counter.py DIR [--case NAME ...] [--layout typed|listed]

Writes the bench's nibbled drafts as Word files below DIR (as same_answer.py does; those that are there are kept), marks each
up with --counter, and reads the result twice: with all tracked changes accepted, and with all of them rejected. Looks for
`bench` under TERMSCAN_SHARED, or under ../shared. Ends with 1 where a restored term is not kept or a text has changed.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from pathlib import Path

from as_word import write

from termscan import readers, rulebook, termsheet, values
from termscan.markup import markup
from termscan.model import Review
from termscan.pipeline import review

_VALUES = (values.Money, values.Percent, values.Duration, values.Multiple, values.Number, values.DateValue)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("folder", type=Path, help="where the drafts go, and are kept for the next run")
    options.add_argument("--case", action="append", help="only these cases")
    options.add_argument("--layout", choices=("typed", "listed"), default="listed")
    asked = options.parse_args()
    bench = Path(os.environ.get("TERMSCAN_SHARED", Path(__file__).parents[2] / "shared")) / "bench"
    counts: Counter[str] = Counter()
    for case in sorted((bench / "cases").iterdir()):
        if asked.case and case.name not in asked.case:
            continue
        for text in sorted((case / "drafts").glob("nibbled-*.txt")):
            draft = asked.folder / f"docx-{asked.layout}" / case.name / f"{text.stem}.docx"
            if not draft.is_file():
                write(text.read_text(encoding="utf-8"), draft, asked.layout)
            counts += round_trip(draft, case / "terms.yaml")
        print(f"  {case.name}: {counts['restored']} of {counts['reopened']} so far", file=sys.stderr)
    return _told(counts)


def round_trip(draft: Path, terms: Path) -> Counter[str]:
    """Counts of one draft: terms that are not kept, restored, and kept in the result; the same for value terms alone."""
    sheet = termsheet.load(terms, rulebook.load())
    before = review(draft, sheet)
    made = markup(draft, sheet, counter=True, author="A. Benchmark")
    after = review(draft, sheet, data=made.content)
    counts: Counter[str] = Counter(drafts=1)
    valued = {term.name for term in sheet.terms if isinstance(term.agreed, _VALUES)}
    kept = _kept(after)
    for row in before.terms:
        better = row.direction == "for us" and row.verdict in ("changed", "weakened")
        if row.verdict == "kept" or better:
            continue
        for what in ("", *(["value "] if row.term in valued else [])):
            counts[f"{what}reopened"] += 1
            counts[f"{what}restored"] += row.term in made.restored
            counts[f"{what}kept"] += row.term in made.restored and row.term in kept
    counts["asks"] += len(before.asks)
    counts["asks out"] += sum(ask.ask in made.restored for ask in before.asks)
    counts["lost"] += len(_kept(before) - kept)
    rejected = readers.read(draft, data=made.content, revisions="reject").text
    counts["same"] += rejected == readers.read(draft, revisions="reject").text
    return counts


def _kept(found: Review) -> set[str]:
    return {row.term for row in found.terms if row.verdict == "kept"}


def _told(counts: Counter[str]) -> int:
    for what in ("value ", ""):
        name = "value terms" if what else "all terms"
        print(f"{name:12} {counts[what + 'reopened']:5} reopened {counts[what + 'restored']:5} restored", end=" ")
        print(f"{counts[what + 'kept']:5} of them come back kept")
    print(f"{'asks':12} {counts['asks']:5} new {counts['asks out']:10} taken out")
    print(
        f"rejecting all gives the same text in {counts['same']} of {counts['drafts']} drafts; {counts['lost']} kept terms lost"
    )
    good = counts["kept"] == counts["restored"] and counts["same"] == counts["drafts"] and not counts["lost"]
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
