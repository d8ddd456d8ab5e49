"""Single clauses that others wrote: how many that keep a term raise an alarm, how many that do not are caught.

    python benchmarks/clauses.py [FILE...] [--kind PATTERN] [--show]

Each file in `benchmarks/clauses/` lists, for a term as it stands on a sheet, clauses that keep it (`kept`) and clauses that
do not, although they look like it (`not`, with the trick). Their writers knew neither rules nor code. a1 to a4 have been
learnt from since; b1 and b2 too, in part: a new set tells more than they do.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import yaml

import termscan

HERE = Path(__file__).with_name("clauses")
NAMES = {"customer": "Harrow Analytics Ltd", "provider": "Penfold Works Inc."}
TOPICS = ("payment", "deliverables", "ip", "liability", "term", "general")
_CLAUSE = re.compile(r"\s+(?=\d{1,2}\.(?:\d{1,2})? [A-Z“\"])")


@dataclass(frozen=True)
class Case:
    """A clause with the term that it keeps, or that a trick in it reopens."""

    kind: str
    entry: dict[str, Any]
    text: str
    trick: str | None
    verdicts: tuple[str, ...] = ()

    @property
    def sheet(self) -> str:
        topic, name = self.kind.split(".", 1)
        return yaml.safe_dump(
            {
                "deal": "A clause",
                "parties": {side: {"name": name} for side, name in NAMES.items()},
                "our_side": "customer",
                "terms": {topic: {name: self.entry["term"]}},
                "leave_to_counsel": [f"{t}.*" for t in TOPICS],
            },
            allow_unicode=True,
        )

    @property
    def draft(self) -> str:
        called = {"customer": "Customer", "provider": "Provider"} | (self.entry.get("names") or {})
        opening = " and ".join(f'{NAMES[side]} ("{called[side]}")' for side in NAMES)
        text = self.text.replace("… ", "").strip()
        own_numbers = re.match(r"\d{1,2}\.\d{0,2}\s", text) and _CLAUSE.search(text)
        body = _CLAUSE.sub("\n\n", text) if own_numbers else f"1. TERMS\n\n1.1 {text}"
        return f"AGREEMENT\n\nThis Agreement is made between {opening}.\n\n{body}\n"


def cases(files: list[Path], kind: str) -> Iterator[Case]:
    """Every clause of the files whose kind matches."""
    for path in files:
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            if re.search(kind, entry["kind"]):
                yield from (Case(entry["kind"], entry, text, None) for text in entry["kept"])
                yield from (
                    Case(entry["kind"], entry, x["text"], x["trick"], tuple(x["verdicts"])) for x in entry["not"]
                )


def verdict(case: Case) -> tuple[str, str]:
    """What a review of this clause alone says of the term: the verdict, and why."""
    with tempfile.TemporaryDirectory() as folder:
        sheet, draft = Path(folder, "terms.yaml"), Path(folder, "draft.txt")
        sheet.write_text(case.sheet, encoding="utf-8")
        draft.write_text(case.draft, encoding="utf-8")
        row = termscan.review(draft, sheet).terms[0]
    return row.verdict, row.message


def main() -> int:
    """Print the two rates, and the tricks one by one."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("files", nargs="*", type=Path, help="by default all of benchmarks/clauses")
    ap.add_argument("--kind", default="", help="only kinds that match")
    ap.add_argument("--show", action="store_true", help="print each false alarm and each trick that was missed")
    args = ap.parse_args()
    todo = list(cases(args.files or sorted(HERE.glob("*.yaml")), args.kind))
    with Pool(2) as pool:
        found = pool.map(verdict, todo, chunksize=8)
    caught, planted, alarms, right = Counter[str](), Counter[str](), 0, 0
    for case, (said, why) in zip(todo, found, strict=True):
        wrong = (said != "kept") == (case.trick is None)
        if case.trick is None:
            alarms += wrong
        else:
            planted[case.trick] += 1
            caught[case.trick] += not wrong
            right += said in case.verdicts
        if wrong and args.show:
            print(
                f"{case.trick or 'ALARM'} | {case.kind} {case.entry['term']}\n    {' '.join(case.text.split())}\n    {said}: {why}"
            )
    kept, reopened = len(todo) - planted.total(), planted.total()
    print(", ".join(f"{trick} {caught[trick]}/{n}" for trick, n in sorted(planted.items())))
    print(f"false alarms {alarms}/{kept} = {alarms / max(1, kept):.3f}")
    print(
        f"caught {caught.total()}/{reopened} = {caught.total() / max(1, reopened):.3f}, with the right verdict {right / max(1, reopened):.3f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
