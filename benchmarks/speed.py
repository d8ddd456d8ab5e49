"""How fast, beside what: PDF text, extraction, a cold start, time against length, memory; all in one run.

    python benchmarks/speed.py [--rounds 5]

Takes real contracts from `corpus/cuad` under TERMSCAN_SHARED, or under ../shared, where they are there, else the
sample contracts. What is compared runs in turn, round after round, so that both see the same load of the machine; a
ratio is the median of its rounds. Within this process seconds are those of the one core that it uses; whole processes
are timed by the clock on the wall. Ends with 1 where a mark is missed. Needs the extra `bench` (spaCy, a yardstick only).
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from statistics import median
from typing import NamedTuple

import as_word
import pdfplumber
import pypdfium2
import spacy

from termscan import pipeline, understanding
from termscan.readers import pdf_ocr, read
from termscan.readers.pdf import read_pdf

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("TERMSCAN_SHARED", ROOT.parent / "shared"))
SHOP = ROOT / "sample_contracts" / "webshop"
PDFS, CONTRACTS, SLOW = 60, 30, 6  # files of each sort; pdfplumber reads one PDF in so many
COPIES = (1, 2, 4, 8)
PAGE = 500  # words
PAGES = 60
LIMIT = 400  # MB


class Figure(NamedTuple):
    """One measurement: what, in words; the value, its mark and whether it is met."""

    what: str
    value: str
    mark: str
    met: bool


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rounds", type=int, default=5, help="how often each comparison is made")
    rounds = options.parse_args().rounds
    met = True
    for part in (pdf_text, extraction, cold_start, length, memory):
        for figure in part(rounds):
            met &= figure.met
            print(f"| {figure.what} | {figure.value} | {figure.mark} | {'yes' if figure.met else 'NO'} |", flush=True)
    return 0 if met else 1


# ---- PDF -------------------------------------------------------------------------------------------------------------


def pdf_text(rounds: int) -> Iterator[Figure]:
    """Pages a second, beside bare pypdfium2 and pdfplumber on the same files; pictures of text are not recognised."""
    pdf_ocr.is_there = lambda: False  # where it is, Tesseract takes seconds a page, and neither yardstick calls it
    files = spread(SHARED / "corpus" / "cuad" / "pdf", "*.pdf", PDFS) or sorted(SHOP.glob("*.pdf"))
    pdfs = [f.read_bytes() for f in files]
    pages = sum(map(bare_pypdfium2, pdfs))
    ours, bare = in_turn(
        rounds, *(lambda way=way: [way(pdf) for pdf in pdfs] for way in (termscan_pdf, bare_pypdfium2))
    )
    few = pdfs[::SLOW]
    ours_few, slow = in_turn(1, *(lambda way=way: [way(pdf) for pdf in few] for way in (termscan_pdf, bare_pdfplumber)))
    ratio, times = median_ratio(bare, ours), median_ratio(slow, ours_few)
    speeds = f"{pages / median(ours):.0f} pages a second, pypdfium2 {pages / median(bare):.0f}"
    yield Figure(f"PDF text, {len(pdfs)} files", f"{speeds}: {ratio:.2f} of it", "at least 0.3", ratio >= 0.3)
    yield Figure(
        f"the same beside pdfplumber, {len(few)} files", f"{times:.0f} times as fast", "at least 20", times >= 20
    )


def termscan_pdf(data: bytes) -> int:
    return len(read_pdf("draft.pdf", data).pages or ())


def bare_pypdfium2(data: bytes) -> int:
    pdf = pypdfium2.PdfDocument(data)
    for page in pdf:
        page.get_textpage().get_text_range()
    return len(pdf)


def bare_pdfplumber(data: bytes) -> int:
    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_text()
        return len(pdf.pages)


# ---- extraction ------------------------------------------------------------------------------------------------------


def extraction(rounds: int) -> Iterator[Figure]:
    """Contracts and words a second of `extract`, warm and on one core, beside spaCy's tokenizer on the same words."""
    texts = [f.read_text(errors="replace") for f in spread(SHARED / "corpus" / "cuad" / "txt", "*.txt", CONTRACTS)]
    texts = texts or [shop_text()] * 3
    tokenize = spacy.blank("en").tokenizer
    contracts = [text.encode() for text in texts]

    def ours() -> None:
        for contract in contracts:
            understanding.extract("draft.txt", data=contract)

    def bare() -> None:
        for text in texts:
            tokenize(text)

    ours(), bare()  # warm
    took, yardstick = in_turn(rounds, ours, bare)
    words, ratio = sum(len(t.split()) for t in texts), median_ratio(yardstick, took)
    speeds = f"{len(texts) / median(took):.1f} contracts, {words / median(took):,.0f} words a second"
    beside = f"spaCy's tokenizer {words / median(yardstick):,.0f}: {ratio:.2f} of it"
    yield Figure(f"extract, {len(texts)} contracts", f"{speeds}, {beside}", "at least 0.25", ratio >= 0.25)


# ---- cold start ------------------------------------------------------------------------------------------------------


def cold_start(rounds: int) -> Iterator[Figure]:
    """Wall time of whole processes, beside a bare `import spacy`; all compiled to bytecode, as an installed package is."""
    draft, sheet = str(SHOP / "faithful.docx"), str(SHOP / "terms.yaml")
    ways = [
        partial(process, *arguments)
        for arguments in (
            ("-m", "termscan", "review", draft, "--terms", sheet),
            ("-m", "termscan", "--help"),
            ("-c", "import spacy"),
        )
    ]
    for compiling in ways:
        compiling()
    review, help_, yardstick = in_turn(max(rounds, 7), *ways, clock=time.perf_counter)
    for what, took, most in (("review of a ten-page DOCX", review, 2.0), ("`termscan --help`", help_, 1 / 3)):
        ratio = median_ratio(took, yardstick)
        value = f"{median(took):.2f} s, `import spacy` {median(yardstick):.2f} s: {ratio:.2f} times"
        yield Figure(f"cold {what}", value, f"at most {most:.2f}", ratio <= most)


def process(*arguments: str) -> str:
    """Run Python once and return what it prints."""
    keeps_bytecode = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, env=keeps_bytecode).stdout


# ---- length and memory -----------------------------------------------------------------------------------------------


def length(rounds: int) -> Iterator[Figure]:
    """Time against length for a contract repeated: on a straight line, eight copies take no more than eight times as long."""
    sheet = SHOP / "terms.yaml"
    for what, run in (
        ("review", lambda data: pipeline.review("draft.txt", sheet, data=data)),
        ("extract", lambda data: understanding.extract("draft.txt", data=data)),
    ):
        drafts = [("\n\n".join([shop_text()] * n)).encode() for n in COPIES]
        took = in_turn(min(rounds, 3), *(lambda run=run, draft=draft: run(draft) for draft in drafts))
        once, most = median(took[0]), median_ratio(took[-1], took[0]) / COPIES[-1]
        times = ", ".join(f"{median(t):.2f}" for t in took)
        value = f"{times} s; the last takes {most:.2f} of {COPIES[-1]} times {once:.2f} s"
        yield Figure(f"{what} of {', '.join(map(str, COPIES))} copies", value, "at most 1.25", most <= 1.25)


def memory(_: int) -> Iterator[Figure]:
    """Peak memory of a process that reviews a draft of sixty pages: as text, as Word file, and as PDF where LibreOffice is."""
    text = shop_text()
    copies = PAGE * PAGES // len(text.split()) + 1
    whole = "\n\n".join([text] * copies)
    with tempfile.TemporaryDirectory() as folder:
        plain, word = Path(folder) / "long.txt", Path(folder) / "long.docx"
        plain.write_text(whole, encoding="utf-8")
        as_word.write(whole, word, "listed")
        words = f"{len(whole.split()):,} words"
        drafts = [(f"text of {words}", plain), (f"Word file of {words}", word)]
        drafts += [(f"PDF of {len(pypdfium2.PdfDocument(f))} pages", f) for f in as_pdf(word)]
        for what, draft in drafts:
            peak = float(process("-c", _PEAK, str(draft), str(SHOP / "terms.yaml")).split()[-1])
            yield Figure(f"peak memory, {what}", f"{peak:.0f} MB", f"under {LIMIT}", peak < LIMIT)


def as_pdf(word: Path) -> Iterator[Path]:
    """The PDF that LibreOffice makes of a Word file, beside it; nothing where it is not installed."""
    if office := shutil.which("soffice"):
        profile = f"-env:UserInstallation={(word.parent / 'profile').as_uri()}"
        convert = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(word.parent), str(word)]
        subprocess.run(convert, check=True, capture_output=True)
        yield word.with_suffix(".pdf")


# Of what Linux counts for a process, `ru_maxrss` starts with what its parent had, which here is more than a review takes.
_PEAK = """
import re, resource, sys
from pathlib import Path
from termscan.cli import cli
try:
    cli.main(["review", sys.argv[1], "--terms", sys.argv[2], "--format", "json"], standalone_mode=False)
except SystemExit as end:
    assert end.code != 2, "it was not reviewed"
status = Path("/proc/self/status")
peak = int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1]) << 10 if status.exists() else None
print()
print((peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / (1 << 20))
"""


# ---- what all parts share --------------------------------------------------------------------------------------------


def in_turn(
    rounds: int, *ways: Callable[[], object], clock: Callable[[], float] = time.process_time
) -> tuple[list[float], ...]:
    """Seconds that each way takes, round after round: of one core's time, which other work on the machine does not lengthen."""
    took: tuple[list[float], ...] = tuple([] for _ in ways)
    for _ in range(rounds):
        for seconds, way in zip(took, ways, strict=True):
            start = clock()
            way()
            seconds.append(clock() - start)
    return took


def median_ratio(above: Sequence[float], below: Sequence[float]) -> float:
    """The median, over the rounds, of one time as a multiple of the other."""
    return median(a / b for a, b in zip(above, below, strict=True))


def spread(folder: Path, pattern: str, count: int) -> list[Path]:
    """So many files of a folder at most, evenly spread over it."""
    files = sorted(folder.glob(pattern))
    return files[:: max(1, len(files) // count)][:count]


def shop_text() -> str:
    return read(SHOP / "faithful.docx").text


if __name__ == "__main__":
    sys.exit(main())
