"""Build cases that others wrote, so that the scorer can take them.

    TERMSCAN_SHARED=../shared python benchmarks/cases.py newer DIRECTORY
    python3 ../shared/bench/score.py --cases DIRECTORY --command .venv/bin/termscan

`rounds` and `newer` have sheets and edits; the contracts, of CUAD v1 (The Atticus Project, CC BY 4.0), lie in the shared
folder, and `bench/build.py` there makes the drafts. Eight cases of `newer` (UNREAD) are to stay unread, and nothing is
learnt from them: their figures alone may be looked at.
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
    *("atmos-transport", "clickstream-app-development", "fastfood-franchise", "ibio-development", "iovance-alliance"),
    *("liquidmetal-development", "reeds-development", "sporthaley-endorsement"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", choices=("rounds", "newer"))
    parser.add_argument("directory", type=Path)
    parser.add_argument("--unread", action="store_true", help="only those that nobody has read")
    asked = parser.parse_args()
    for kept, source in kept_in(asked.cases):
        if not asked.unread or kept.name in UNREAD:
            build(kept, source, asked.directory)


def kept_in(group: str) -> list[tuple[Path, str]]:
    """The cases of `rounds` or `newer`: the folder of each, and the file of its contract."""
    sources = yaml.safe_load((HERE / group / "sources.yaml").read_text(encoding="utf-8"))
    return [(HERE / group / name, source) for name, source in sorted(sources.items())]


def learnt_from() -> list[tuple[Path, str]]:
    """The cases from which models may learn."""
    return [*kept_in("rounds"), *((kept, source) for kept, source in kept_in("newer") if kept.name not in UNREAD)]


def build(kept: Path, source: str, directory: Path) -> Path:
    """A case with its contract, drafts and labels, in a folder of its own below a directory."""
    case = directory / kept.name
    shutil.copytree(kept, case, dirs_exist_ok=True)
    shutil.copy(SHARED / "corpus/cuad/txt" / source, case / "source.txt")
    subprocess.run([sys.executable, SHARED / "bench" / "build.py", case], check=True, stdout=subprocess.DEVNULL)
    return case


if __name__ == "__main__":
    main()
