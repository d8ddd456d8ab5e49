"""Build cases that others wrote, so that the scorer can take them.

    TERMSCAN_SHARED=../shared python benchmarks/cases.py newer DIRECTORY
    python3 ../shared/bench/score.py --cases DIRECTORY --command .venv/bin/termscan

`rounds` and `newer` have sheets and edits; the contracts, of CUAD v1 (The Atticus Project, CC BY 4.0), lie in the shared
folder, and `bench/build.py` there makes the drafts. Nothing is learnt from `newer`, and eight of its cases (UNREAD) are to
stay unread: their figures alone may be looked at.
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
    sources = yaml.safe_load((HERE / asked.cases / "sources.yaml").read_text(encoding="utf-8"))
    for name, source in sources.items():
        if not asked.unread or name in UNREAD:
            build(HERE / asked.cases / name, source, asked.directory)


def build(kept: Path, source: str, directory: Path) -> Path:
    """A case with its contract, drafts and labels, in a folder of its own below a directory."""
    case = directory / kept.name
    shutil.copytree(kept, case, dirs_exist_ok=True)
    shutil.copy(SHARED / "corpus/cuad/txt" / source, case / "source.txt")
    subprocess.run([sys.executable, SHARED / "bench" / "build.py", case], check=True, stdout=subprocess.DEVNULL)
    return case


if __name__ == "__main__":
    main()
