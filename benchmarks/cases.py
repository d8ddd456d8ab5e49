"""Build cases that others wrote, so that the scorer can take them.

    TERMSCAN_SHARED=../shared python benchmarks/cases.py newer|written DIRECTORY [--unread]
    python3 ../shared/bench/score.py --cases DIRECTORY --command .venv/bin/termscan

`rounds` and `newer` have sheets and edits over contracts of CUAD v1 (The Atticus Project, CC BY 4.0), which lie in the shared
folder; `written` has contracts of our own, over deals between invented parties. `bench/build.py` of the shared folder makes the drafts.
Of UNREAD only the figures may be looked at, and nothing is learnt from them, nor from cases over a contract of the bench.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("TERMSCAN_SHARED") or HERE.parent.parent / "shared")
UNREAD = (
    *("armstrong-intellectual-property", "ecoscience-sponsorship", "fuelcell-development", "integrity-distribution"),
    *("phreesia-alliance", "playboy-content", "tickets-sponsorship", "transphorm-venture"),
    *("agency-sales", "architect", "cleaning-hospital", "contract-manufacturing", "data-licence", "film-production"),
    *("freight-forwarding", "hosting-sla", "it-support-school", "lab-equipment-lease-service", "museum-exhibit"),
    *("podcast-network", "saas-clinic", "software-escrow-licence", "staffing-nurses", "translation-framework"),
)
OF_THE_BENCH = (  # over a contract of which the bench has a case of its own
    *("bnc-hosting", "clickstream-app-development", "ibio-development", "pandion-consulting"),
    *("reeds-development", "webmd-content"),
)
Case = tuple[Path, Path]  # the folder of its sheet and edits, and the file of its contract


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", choices=("rounds", "newer", "written"))
    parser.add_argument("directory", type=Path)
    parser.add_argument("--unread", action="store_true", help="only those that nobody has read")
    asked = parser.parse_args()
    for case in kept_in(asked.cases):
        if not asked.unread or case[0].name in UNREAD:
            build(case, asked.directory)


def kept_in(group: str) -> list[Case]:
    """The cases of `rounds`, `newer` or `written`."""
    if group == "written":
        return [(contract.parent, contract) for contract in sorted((HERE / group).glob("*/source.txt"))]
    sources = yaml.safe_load((HERE / group / "sources.yaml").read_text(encoding="utf-8"))
    return [(HERE / group / name, SHARED / "corpus/cuad/txt" / file) for name, file in sorted(sources.items())]


def learnt_from() -> list[Case]:
    """The cases from which models may learn."""
    later = [case for group in ("newer", "written") for case in kept_in(group)]
    return [*kept_in("rounds"), *(case for case in later if case[0].name not in (*UNREAD, *OF_THE_BENCH))]


def build(of: Case, directory: Path) -> Path:
    """A case with its contract, drafts and labels, in a folder of its own below a directory."""
    kept, contract = of
    case = directory / kept.name
    shutil.copytree(kept, case, dirs_exist_ok=True)
    shutil.copy(contract, case / "source.txt")
    subprocess.run([sys.executable, SHARED / "bench" / "build.py", case], check=True, stdout=subprocess.DEVNULL)
    return case


if __name__ == "__main__":
    main()
