"""Mutated drafts and term sheets: every one is read or refused in one line, in time, and nothing else is touched.

    python benchmarks/fuzz.py [--mutations 20000] [--doc 200] [--without-office] [--seed 0] [--seconds 20] [--jobs 2]

Mutates the sample contracts and their term sheets (YAML, Word, spreadsheet, e-mail), a draft in each other format that the
tests make, and the files of `corpus/docx` and `corpus/pdf` under TERMSCAN_SHARED or ../shared where they are. Each mutation is
read in a process of its own kind, with a limit on its time and memory; pictures of text are not recognised. The old .doc files,
made of the Word samples, are fewer, for LibreOffice takes seconds over each, and has a limit of its own; `--without-office` reads
them as where it is not installed. Ends with 1 where one ends in a traceback, a crash or a hang, opens a file to write, calls the
network, or leaves a file or a process behind. What LibreOffice does inside is not watched.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from termscan import handshake, rulebook, termsheet, workers
from termscan.errors import DraftError, TermscanError
from termscan.extract import matcher
from termscan.extract.statements import Matcher
from termscan.readers import doc, read

_LARGEST = 300_000  # bytes of a file that is worth mutating
_MEGABYTES = 3000
_AS_MANY = 8  # times as often as a real file is each made one mutated
_WORDS = (b"", b"\0", b"\xff\xfe", b"<", b">", b"&#x0;", b"]]>", b"999999999999", b"-1", b"%%EOF", b"endobj", b"obj",
          b"R", b"<<", b"/Kids", b"/Length 0", b"w:p", b"w:tbl", b"w:ins", b'w:val="', b"{", b"[", b": ", b"*a", b"&a",
          b"}", b"\\par ", b"\\cell ", b"\\row ", b"\\intbl ", b"\\u-10179?", b"\\bin99999999 ", b"\\'ff", b"<table>", b"<td rowspan=9999>",
          b"<li>", b"<p style='display:none'>", b"<text:list>", b"<text:list-item>", b"\n\n", b"| --- |\n", b"\nContent-Type: message/rfc822\n",
          b"\nContent-Type: multipart/mixed; boundary=x\n", b"--x\n", b"=?utf-9?q?x?=")  # fmt: skip
Way = Callable[[bytearray, random.Random], None]
_PACKAGES = (".docx", ".odt", ".xlsx")
_OLD = ".doc"
_MADE = "made/"


class Mutation(NamedTuple):
    """One mutated file: its source, and the seed from which the same mutation comes again."""

    source: str
    seed: int


class Outcome(NamedTuple):
    """What became of a mutation: "read", "refused", or what went wrong."""

    result: str
    seconds: float
    megabytes: float


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--mutations", type=int, default=20_000)
    options.add_argument("--doc", type=int, default=200, help="so many of .doc files beside them")
    options.add_argument("--without-office", action="store_true", help="as where LibreOffice is not installed")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--seconds", type=float, default=20)
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument("--minutes", type=float, default=60, help="stop after so long, wherever it is")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        old = old_word(Path(folder)) if asked.doc else []
        os.environ["TMPDIR"] = folder  # of the processes that read
        if asked.without_office:
            os.environ["PATH"] = ""
        return run(asked, sources() if asked.mutations else [], old, Path(folder))


def run(asked: argparse.Namespace, files: list[Path], old: list[Path], folder: Path) -> int:
    """Mutate the files and the old Word drafts, and print what became of them; 1 where something is bad."""
    work = [Mutation(str(files[n % len(files)]), asked.seed + n) for n in range(asked.mutations)]
    work += [Mutation(str(old[n % len(old)]), asked.seed + n) for n in range(asked.doc if old else 0)]
    limits = workers.Limits(max(asked.seconds, doc.SECONDS + 10 if old else 0), _MEGABYTES)
    results: Counter[str] = Counter()
    longest, most = (0.0, ""), (0.0, "")
    until = time.monotonic() + 60 * asked.minutes
    began = time.monotonic()
    done = workers.in_order(attempt, _crashed, work, asked.jobs, limits=limits, late=_hung)
    for mutation, outcome, _ in done:
        slow = outcome.seconds > asked.seconds and not mutation.source.endswith(_OLD)
        result = "too slow" if slow else outcome.result
        results[result] += 1
        longest = max(longest, (outcome.seconds, f"{Path(mutation.source).name} seed {mutation.seed}"))
        most = max(most, (outcome.megabytes, Path(mutation.source).name))
        if result not in ("read", "refused"):
            print(f"{result}: {mutation.source} seed {mutation.seed}", flush=True)
        if time.monotonic() > until:
            break
    done.close()
    for behind in left_behind(folder):
        results[f"left {behind}"] += 1
        print(f"left behind: {behind}")
    bad = results.total() - results["read"] - results["refused"]
    print(
        f"{results.total()} mutations of {len(files) + len(old)} files: {results['read']} read, {results['refused']} refused, {bad} bad"
    )
    print(f"{time.monotonic() - began:.0f} s in all")
    print(f"longest {longest[0]:.1f} s ({longest[1]}), most memory of a process {most[0]:.0f} MB")
    return 1 if bad else 0


def sources() -> list[Path]:
    """The files to mutate."""
    top = Path(__file__).parents[1]
    corpus = Path(os.environ.get("TERMSCAN_SHARED", top.parent / "shared")) / "corpus"
    samples = sorted((top / "sample_contracts").rglob("*"))
    found = [*samples, *sorted((corpus / "docx").rglob("*.docx")), *sorted((corpus / "pdf").rglob("*.pdf"))]
    kinds = (".docx", ".pdf", ".yaml", ".xlsx", ".eml")
    real = [f for f in found if f.suffix in kinds and f.is_file() and 0 < f.stat().st_size < _LARGEST]
    return [*real, *(Path(name) for name in made() for _ in range(_AS_MANY))]


def old_word(folder: Path) -> list[Path]:
    """The Word samples in the old format, where LibreOffice is there to make them."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print("no .doc: LibreOffice, which makes them, is not installed")
        return []
    samples = Path(__file__).parents[1] / "sample_contracts" / "webshop"
    call = [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "doc"]
    files = [samples / name for name in ("faithful.docx", "nibbled.docx")]
    subprocess.run([*call, "--outdir", folder, *files], check=True, capture_output=True, timeout=300)
    return sorted(folder.glob(f"*{_OLD}"))


def left_behind(folder: Path) -> list[str]:
    """The temporary files of readers that are still there, and the processes that work on one."""
    commands = [about.read_bytes() for about in Path("/proc").glob("[0-9]*/cmdline") if about.exists()]
    inside = str(folder / "termscan-").encode()
    return [*(each.name for each in folder.glob("termscan-*")), *("a process" for c in commands if inside in c)]


@cache
def made() -> dict[str, bytes]:
    """A draft in each format of which there is no sample, made as the tests make theirs."""
    top = Path(__file__).parents[1]
    sys.path.insert(0, str(top / "tests" / "readers"))
    from test_docx import a_docx, p
    from test_email import attached
    from test_rtf import rtf
    from tiny_odt import odt

    text = (top / "sample_contracts" / "consulting" / "draft-faithful.txt").read_text(encoding="utf-8")
    lines = [line.strip() for line in text.split("\n") if line.strip()][:60]
    marked = [line.replace("&", "&amp;").replace("<", "&lt;") for line in lines]
    table = "<table><tr><td>Stage<td rowspan=2>Share<tr><td>Design</table><ol><li>One<ul><li>Two</ul></ol>"
    rows = r"\trowd\cellx1\cellx2\pard\intbl Stage\cell Share\cell\row\pard{\v gone}{\footnote a note}"
    listed = "<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>"
    return {
        f"{_MADE}draft.odt": odt("".join(f"<text:p>{line}</text:p>" for line in marked) + listed),
        f"{_MADE}draft.rtf": rtf("".join(f"{line}\\par " for line in lines if line.isascii()) + rows),
        f"{_MADE}draft.html": f"<html><body>{''.join(f'<p>{line}</p>' for line in marked)}{table}</body></html>".encode(),
        f"{_MADE}draft.md": (
            "# A draft\n\n## Fees\n\n" + "\n\n".join(lines) + "\n\n| a | b |\n| --- | --- |\n"
        ).encode(),
        f"{_MADE}draft.txt": text.encode(),
        f"{_MADE}draft.eml": attached(("draft.docx", a_docx("".join(map(p, marked)))), ("draft.txt", text.encode())),
    }


def attempt(mutation: Mutation) -> Outcome:
    """Reads one mutated file; raises nothing."""
    source, random_ = Path(mutation.source), random.Random(mutation.seed)
    original = made()[mutation.source] if mutation.source.startswith(_MADE) else source.read_bytes()
    data = mutated(original, random_, source.suffix in _PACKAGES, _IN_PLACE if source.suffix == _OLD else _WAYS)
    is_sheet = source.stem == "terms" or source.suffix == ".yaml"
    _without_ocr()
    touched = _touched()
    touched.clear()
    start = time.perf_counter()
    try:
        (_read_sheet if is_sheet else _read_draft)(source.name, data)
        result = "read"
    except TermscanError as refusal:
        several = isinstance(refusal, DraftError) and "\n" in str(refusal)  # a sheet's mistakes are told all at once
        result = "refused in more than one line" if several else "refused"
    except Exception as fault:
        result = f"traceback ({type(fault).__name__})"
    took = time.perf_counter() - start
    result = f"touched {touched[0]}" if touched else result
    return Outcome(result, took, _peak())


def mutated(data: bytes, random_: random.Random, package: bool, ways: Sequence[Way] | None = None) -> bytes:
    """The file with some of its bytes changed; of a package mostly those of a member's content."""
    if package and random_.random() < 0.8:
        try:
            return _member_mutated(data, random_)
        except (zipfile.BadZipFile, zlib.error, KeyError, OSError):
            pass
    out = bytearray(data)
    for _ in range(random_.choice((1, 1, 2, 5, 20))):
        random_.choice(ways or _WAYS)(out, random_)
    return bytes(out)


def _member_mutated(data: bytes, random_: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        main = [n for n in names if n.startswith(("word/", "xl/", "content")) and n.endswith(".xml")]
        chosen = random_.choice(main or names)
        for name in names:
            content = old.read(name)
            new.writestr(name, mutated(content, random_, False) if name == chosen else content)
    return out.getvalue()


def _flip(data: bytearray, random_: random.Random) -> None:
    if data:
        data[random_.randrange(len(data))] = random_.randrange(256)


def _cut(data: bytearray, random_: random.Random) -> None:
    at = random_.randrange(len(data) + 1)
    del data[at : at + random_.choice((1, 10, 100, 10_000))]


def _repeat(data: bytearray, random_: random.Random) -> None:
    at = random_.randrange(len(data) + 1)
    data[at:at] = data[at : at + random_.choice((5, 50, 500))] * random_.choice((1, 2, 50))


def _insert(data: bytearray, random_: random.Random) -> None:
    at = random_.randrange(len(data) + 1)
    data[at:at] = random_.choice(_WORDS)


def _number(data: bytearray, random_: random.Random) -> None:
    """A digit becomes many: offsets, lengths, counts and references."""
    digits = [at for at in random_.choices(range(len(data)), k=200) if data[at : at + 1].isdigit()] if data else []
    if digits:
        at = random_.choice(digits)
        data[at : at + 1] = random_.choice((b"0", b"9", b"-1", b"65536", b"4294967296"))


def _overwrite(data: bytearray, random_: random.Random) -> None:
    """Some bytes become others, and nothing moves."""
    at, length = random_.randrange(len(data) + 1), random_.choice((2, 4, 16, 512))
    data[at : at + length] = random_.choice((b"\0", b"\xff", random_.randbytes(1))) * len(data[at : at + length])


_WAYS: tuple[Way, ...] = (_flip, _cut, _repeat, _insert, _number)
_IN_PLACE: tuple[Way, ...] = (*(_flip, _overwrite) * 4, _cut, _insert)  # a file in sectors is lost once they move


def _read_draft(name: str, data: bytes) -> None:
    from termscan.outline import outline

    outline(read(name, data=data))


def _read_sheet(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / name
        sheet.write_bytes(data)
        if handshake.is_ours(sheet):
            termsheet.load(sheet, _rules()[0])
        else:
            handshake.read(sheet, *_rules(), handshake.Told(our_side="provider"))


@cache
def _rules() -> tuple[rulebook.Rulebook, Matcher]:
    book = rulebook.load()
    return book, matcher(book)


def _without_ocr() -> None:
    from termscan.readers import pdf_ocr

    pdf_ocr.is_there = lambda: False  # a mutation is to take milliseconds, and Tesseract is no part of this


@cache
def _touched() -> list[str]:
    """Every file opened to write, and every call of the network, since it was last cleared in this process."""
    heard: list[str] = []
    allowed = tempfile.gettempdir()

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith("socket.") or (event == "open" and _writes(arguments, allowed)):
            heard.append(f"{event} {arguments[0]}")

    sys.addaudithook(hear)
    return heard


def _writes(arguments: tuple[Any, ...], allowed: str) -> bool:
    path, mode, flags = str(arguments[0]), arguments[1], arguments[2]
    if "__pycache__" in path or path.startswith(allowed) or path == os.devnull:
        return False
    return bool(set(mode or "") & set("wax+")) or bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _peak() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _crashed(mutation: Mutation) -> Outcome:
    return Outcome("crash", 0, 0)


def _hung(mutation: Mutation) -> Outcome:
    return Outcome("hang", 0, 0)


if __name__ == "__main__":
    sys.exit(main())
