"""How fast a folder is scanned, beside what it takes pypdf to extract the same text, and how fast it is scanned again.

    python benchmarks/scan.py [FOLDER] [--drafts 1000]

FOLDER holds PDF drafts; without, `corpus/cuad/pdf` under TERMSCAN_SHARED, or under ../shared, where it is there. The three are
timed in turn, five rounds, each as a process of its own by the clock on the wall, and the figures are the medians. Then a folder
of so many drafts is made of the samples, scanned twice, and its memory watched; of its second scan most is the writing of a page
for each draft. Ends with 1 where a mark is missed.
Needs pypdf (a yardstick only; termscan does not import it).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("TERMSCAN_SHARED", ROOT.parent / "shared"))
DEAL = ROOT / "tests" / "short_deal"
ROUNDS = 5
MARK = 0.2  # of the first scan's time, at most, for the second
FLAT = 1.5  # times the memory of a hundredth of the drafts, at most, for all


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("folder", nargs="?", type=Path, default=SHARED / "corpus" / "cuad" / "pdf")
    options.add_argument("--drafts", type=int, default=1000)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as kept:
        os.environ["XDG_CACHE_HOME"] = kept
        met = [real(given.folder)] if given.folder.is_dir() else []
        met += [many(given.drafts)]
    return 0 if all(met) else 1


def real(folder: Path) -> bool:
    """Real drafts, first without the cache and beside pypdf, then with it."""
    scan(folder)
    took: dict[str, list[float]] = {"pypdf": [], "anew": [], "again": []}
    for _ in range(ROUNDS):
        pages, theirs = timed(lambda: pages_read_by_pypdf(folder))
        took["pypdf"].append(theirs)
        took["anew"].append(timed(lambda: scan(folder, "--no-cache"))[1])
        took["again"].append(timed(lambda: scan(folder))[1])
    theirs, ours, again = (median(seconds) for seconds in took.values())
    ratio = median(anew / pypdf for anew, pypdf in zip(took["anew"], took["pypdf"]))
    print(f"{pages} pages: pypdf alone {theirs:.1f} s, scan without cache {ours:.1f} s ({ratio:.2f} of it)", end="")
    print(f", again {again:.2f} s ({again / ours:.2f} of that)", flush=True)
    return ratio < 1 and again < ours * MARK


def pages_read_by_pypdf(folder: Path) -> int:
    """How many pages there are, each with its text extracted."""
    done = subprocess.run([sys.executable, "-c", _PYPDF, str(folder)], capture_output=True, text=True, check=True)
    return int(done.stdout)


_PYPDF = """
import sys
from pathlib import Path
from pypdf import PdfReader
files = Path(sys.argv[1]).rglob("*.pdf")
print(sum(len([page.extract_text() for page in PdfReader(file).pages]) for file in files))
"""


def many(drafts: int) -> bool:
    """Many small drafts: the second scan, and the memory of the first beside that of a hundredth of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "terms.yaml").write_bytes((DEAL / "terms.yaml").read_bytes())
        text = (DEAL / "draft-nibbled.txt").read_text(encoding="utf-8")
        for number in range(drafts):
            if number == drafts // 100:
                few = scan(folder)
            (folder / f"{number:06}.txt").write_text(f"{text}\nNo. {number}\n", encoding="utf-8")
        all_of_them, first = timed(lambda: scan(folder))
        _, again = timed(lambda: scan(folder))
    print(
        f"{drafts} drafts: {first:.1f} s, again {again:.1f} s; memory {few:.0f} MB for a hundredth, {all_of_them:.0f} MB for all"
    )
    return all_of_them < few * FLAT


def scan(folder: Path, *more: str) -> float:
    """Scan a folder to a page; the most memory that the main process took, in MB."""
    with tempfile.TemporaryDirectory() as pages:  # the page, and beside it those of its drafts
        command = [sys.executable, "-c", _WATCHED, "scan", str(folder), "-q", "-o", f"{pages}/all.html", *more]
        done = subprocess.run(command, capture_output=True, text=True)
    return float(done.stderr.rsplit("peak ", 1)[1]) / 1000


_WATCHED = """
import atexit, resource, sys
atexit.register(lambda: print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr))
from termscan.cli import main
main()
"""


def timed(what):
    """What it gives, and the seconds that it takes."""
    began = time.perf_counter()
    return what(), time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
