"""How good: the bench's scorer and the corpus scorer, as one row for benchmarks/README.md.

    python benchmarks/quality.py [--jobs 2]

Looks for `bench/score.py` and `corpus/score_cuad.py` under TERMSCAN_SHARED, or under ../shared. Both run the installed
`termscan` on every draft, each a process of its own. Ends with 1 where a mark for this release is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("TERMSCAN_SHARED", ROOT.parent / "shared"))
TERMSCAN = Path(sys.executable).with_name("termscan")
BENCH = ("bench", "score.py")
CORPUS = ("corpus", "score_cuad.py")

# figure, whose it is (a short sheet is the bench with --short), and its mark: at least, at most
FIGURES: tuple[tuple[str, str, float | None, float | None], ...] = (
    ("recall", "bench", 0.65, None),
    ("verdicts", "bench", None, None),
    ("evidence", "bench", None, None),
    ("direction", "bench", None, None),
    ("ask_recall", "bench", None, None),
    ("alarms_faithful", "bench", None, 0.05),
    ("alarms_benign", "bench", None, 0.05),
    ("alarms_nibbled", "bench", None, None),
    ("ready_clean", "bench", None, None),
    ("kept_unproven", "bench", None, 0),
    ("false_asks", "short", None, 6),
    ("macro_f1", "corpus", 0.70, None),
    ("general.governing_law", "corpus", 0.92, None),
    ("term.renewal_notice", "corpus", 0.80, None),
)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--jobs", type=int, default=2, help="drafts at once")
    jobs = str(options.parse_args().jobs)
    if not SHARED.joinpath(*BENCH).is_file():
        print(f"no {'/'.join(BENCH)} in {SHARED}; set TERMSCAN_SHARED", file=sys.stderr)
        return 2
    answers = {
        "bench": scored(BENCH, "--jobs", jobs)["figures"],
        "short": scored(BENCH, "--jobs", jobs, "--short")["figures"],
        "corpus": corpus_figures(scored(CORPUS)),
    }
    found = [(name, answers[of].get(name), least, most) for name, of, least, most in FIGURES]
    print("| date | " + " | ".join(name for name, *_ in found) + " |")
    print("| --- " * (len(found) + 1) + "|")
    print(f"| {date.today()} | " + " | ".join("" if v is None else f"{v:.3f}" for _, v, *_ in found) + " |")
    missed = [name for name, v, least, most in found if not within(v, least, most)]
    print("all marks met" if not missed else f"missed: {', '.join(missed)}")
    return bool(missed)


def scored(scorer: tuple[str, ...], *arguments: str) -> dict[str, Any]:
    """What a scorer writes to its --json file."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "figures.json"
        command = [sys.executable, str(SHARED.joinpath(*scorer)), "--command", str(TERMSCAN), "--json", str(answer)]
        subprocess.run([*command, *arguments], stdout=subprocess.DEVNULL, check=False)
        return dict(json.loads(answer.read_text(encoding="utf-8")))


def corpus_figures(answer: dict[str, Any]) -> dict[str, float]:
    """The corpus scorer gives a kind's values as so many right of so many."""
    shares = {kind: right / of if of else 0.0 for kind, (right, of) in answer["value"].items()}
    return {"macro_f1": answer["macro_f1"], **shares}


def within(value: float | None, least: float | None, most: float | None) -> bool:
    """Whether a figure is known and keeps its mark; a figure without a mark always does."""
    if least is None and most is None:
        return True
    return value is not None and (least is None or value >= least) and (most is None or value <= most)


if __name__ == "__main__":
    sys.exit(main())
