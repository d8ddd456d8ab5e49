"""How good: the bench's scorer and the corpus scorer, against the floors in floors.toml (a ratchet: raise them with each step).

    python benchmarks/quality.py [--jobs 2]

Looks for `bench/score.py` and `corpus/score_cuad.py` under TERMSCAN_SHARED, or under ../shared. Both run the installed
`termscan` on every draft, each a process of its own. Ends with 1 where a figure is more than 0.01 worse than its floor.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("TERMSCAN_SHARED", ROOT.parent / "shared"))
TERMSCAN = Path(sys.executable).with_name("termscan")
BENCH = ("bench", "score.py")
CORPUS = ("corpus", "score_cuad.py")

FLOORS = Path(__file__).with_name("floors.toml")
GIVE = 0.01  # so much worse than its floor a figure may be: scorers round, and rules trade a case for another
# a figure that is better the lower it is; of every other a lower one is worse
LOW_IS_GOOD = (
    "alarms_faithful",
    "alarms_benign",
    "alarms_nibbled",
    "false_asks",
    "change_noise",
    "kept_unproven",
    "bad_quotes",
    "unanswered",
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
        "previous": scored(BENCH, "--jobs", jobs, "--previous")["figures"],
        "corpus": corpus_figures(scored(CORPUS)),
    }
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    found = [
        (name, of, answers[of].get(name), floor)
        for of, floors_of in floors.items()
        for name, floor in floors_of.items()
    ]
    print("| figure | floor | " + str(date.today()) + " |\n| --- | --- | --- |")
    for name, of, value, floor in found:
        print(f"| {name}, {of} | {floor:.3f} | {'not given' if value is None else f'{value:.3f}'} |")
    missed = [name for name, _, value, floor in found if not holds(name, value, floor)]
    print("no figure is below its floor" if not missed else f"below the floor: {', '.join(missed)}")
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


def holds(name: str, value: float | None, floor: float) -> bool:
    """Whether a figure is known and no more than GIVE worse than its floor."""
    if value is None:
        return False
    return value <= floor + GIVE if name in LOW_IS_GOOD else value >= floor - GIVE


if __name__ == "__main__":
    sys.exit(main())
