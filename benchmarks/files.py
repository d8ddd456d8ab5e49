"""What becomes of every file: of real ones, and of hostile ones and such that hide words, which the tests make.

    python benchmarks/files.py > benchmarks/files.md

Reads `corpus/docx` and `corpus/pdf` under TERMSCAN_SHARED or ../shared where they are, and the files of tests/readers/hostile.py,
each as `termscan text` does (a password that the corpus tells is given), and prints a table in Markdown. The last column is that of
a person who looked at the file: it is taken from benchmarks/files.md for a file of which the same is said as when it was looked at,
and is "not yet" for any other.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from termscan.errors import DraftError
from termscan.model import Document
from termscan.readers import read

TOP = Path(__file__).parents[1]
TABLE = TOP / "benchmarks" / "files.md"
NOT_YET = "not yet"
_PASSWORDS = {  # as the README of the corpus tells them, by the file's name or its folder's
    "crazyones-encrypted-256.pdf": "password",
    "encrypted-file.pdf": "test",
    "libreoffice-writer-password.pdf": "openpassword",
    "r6-both-passwords.pdf": "foo",
    "encryption": "asdfzxcv",
}


class Row(NamedTuple):
    """A file and what became of it."""

    file: str
    result: str  # "read", "read in part" or "refused"
    reason: str
    words: int
    seconds: float

    @property
    def said(self) -> str:
        return f"| {self.file} | {self.result} | {self.reason} | {self.words or ''} |"


def main() -> int:
    checked = dict(_checked())
    rows = list(_rows())
    counts = {result: sum(row.result == result for row in rows) for result in ("read", "read in part", "refused")}
    print("# What becomes of every file\n")
    print(f"{len(rows)} files: {', '.join(f'{number} {result}' for result, number in counts.items())}. Made by")
    print("`benchmarks/files.py`; the last column is that of a person who looked at the file.\n")
    print("| file | result | reason, or what was told | words | checked |\n| --- | --- | --- | ---: | --- |")
    for row in rows:
        print(f"{row.said} {checked.get(row.said, NOT_YET)} |")
    slowest = max(rows, key=lambda row: row.seconds)
    print(f"slowest: {slowest.file}, {slowest.seconds:.1f} s", file=sys.stderr)
    return 0


def _rows() -> Iterator[Row]:
    corpus = Path(os.environ.get("TERMSCAN_SHARED", TOP.parent / "shared")) / "corpus"
    for file in sorted([*(corpus / "docx").rglob("*.docx"), *(corpus / "pdf").rglob("*.pdf")]):
        yield _row(file.relative_to(corpus).as_posix(), file.read_bytes(), _password(file))
    sys.path.insert(0, str(TOP / "tests" / "readers"))
    from hostile import CASES

    for case in CASES:
        yield _row(f"made/{case.name}", case.make(), None)


def _password(file: Path) -> str | None:
    return _PASSWORDS.get(file.name) or _PASSWORDS.get(file.parent.name)


def _row(name: str, data: bytes, password: str | None) -> Row:
    began = time.perf_counter()
    try:
        draft = _read(Path(name).name, data, password)
    except DraftError as refused:
        said = str(refused).removeprefix(f"{Path(name).name}: ")
        return Row(name, "refused", _plain(said), 0, time.perf_counter() - began)
    result = "read in part" if draft.unread else "read"
    return Row(name, result, _plain(_told(draft)), draft.words, time.perf_counter() - began)


def _read(name: str, data: bytes, password: str | None) -> Document:
    """With the password only where the file needs one."""
    try:
        return read(name, data=data)
    except DraftError:
        if password is None:
            raise
        return read(name, data=data, password=password)


def _told(draft: Document) -> str:
    """What is told of a file that was read: its parts that were not, what is hidden, what was counted."""
    skipped = list(dict.fromkeys(f"{part.what}, {part.where}: {part.why}" for part in draft.skipped))
    inside = [f"parted by nothing: {hidden.words}" for hidden in draft.hidden if "no width" in hidden.how]
    shown = [*skipped[:3], *([f"and {len(skipped) - 3} more"] if len(skipped) > 3 else []), *inside]
    return "; ".join([*shown, *(f"{count} {what}" for what, count in draft.read)])


def _plain(words: str) -> str:
    return " ".join(words.replace("|", "/").split())


def _checked() -> Iterator[tuple[str, str]]:
    """The rows of the table that were looked at, with what was found."""
    for line in TABLE.read_text(encoding="utf-8").splitlines() if TABLE.exists() else ():
        row, bar, found = line.removesuffix(" |").rpartition(" | ")
        if bar and line.startswith("| ") and found not in (NOT_YET, "checked", "---"):
            yield f"{row} |", found


if __name__ == "__main__":
    sys.exit(main())
