"""What became of drafts in earlier scans, so that an unchanged draft is not read twice.

An outcome is kept under everything that it comes from: the bytes of the draft, of its term sheet, of rules and earlier
draft, the options, and termscan's own code. So it is never out of date, and a scan that was broken off goes on where it stopped.
"""

from __future__ import annotations

import datetime
import os
import pickle
import sqlite3
import sys
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from . import __version__

_FORM = "1"  # of the keys and the values
_MOST = 50_000  # outcomes that are kept; the oldest go first
_Key = bytes


def folder() -> Path:
    """Where outcomes are kept: the user's own folder for what can be made anew (XDG Base Directory Specification)."""
    named = os.environ.get("XDG_CACHE_HOME") or (os.environ.get("LOCALAPPDATA") if sys.platform == "win32" else None)
    return Path(named) / "termscan" if named else Path.home() / ".cache" / "termscan"


def key(parts: Sequence[object]) -> _Key:
    """The key of an outcome that comes from these parts; of a path count its name and what is in the file or folder.

    Raises:
        OSError: a file that cannot be read.
    """
    told = sha256(f"{_FORM} {__version__} {_code()}".encode())
    for part in parts:
        told.update(b"\0" + repr(part).encode())
        for file in _files(part):
            told.update(sha256(file.read_bytes()).digest())
            told.update(_day(file))
    return told.digest()


def _files(part: object) -> Iterator[Path]:
    if isinstance(part, tuple):
        yield from (file for one in part for file in _files(one))
    elif isinstance(part, Path):
        yield from sorted(file for file in part.rglob("*.y*ml")) if part.is_dir() else [part]


def _day(file: Path) -> bytes:
    """The day, for a term sheet with waivers: they run out."""
    runs_out = file.suffix in (".yaml", ".yml") and b"waivers" in file.read_bytes()
    return datetime.date.today().isoformat().encode() if runs_out else b""


@lru_cache(maxsize=1)
def _code() -> str:
    """The state of termscan's own files, so that a changed rule or module makes every outcome anew."""
    here = Path(__file__).parent
    files = (
        file for top in (here, here.parent / "rules") for file in top.rglob("*") if file.suffix in (".py", ".yaml")
    )
    stamps = sorted((str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files)
    return sha256(repr(stamps).encode()).hexdigest()


class Cache:
    """Outcomes in one file, each as soon as it is there. A cache that cannot be used is an empty one, never an error."""

    def __init__(self, place: Path | None = None) -> None:
        self._base: sqlite3.Connection | None = None
        place = place or folder()
        try:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._base = sqlite3.connect(place / "outcomes.sqlite3", timeout=5, isolation_level=None)
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = OFF")
            self._base.execute("CREATE TABLE IF NOT EXISTS outcome (key BLOB PRIMARY KEY, value BLOB)")
            self._base.execute("DELETE FROM outcome WHERE rowid <= (SELECT max(rowid) FROM outcome) - ?", (_MOST,))
        except (OSError, sqlite3.Error):
            self._base = None

    def get(self, key: _Key) -> object | None:
        """What was kept under a key, or None."""
        if self._base is None:
            return None
        try:
            found = self._base.execute("SELECT value FROM outcome WHERE key = ?", (key,)).fetchone()
            return pickle.loads(zlib.decompress(found[0])) if found else None
        except Exception:  # a damaged value is made anew, whatever it says
            return None

    def put(self, key: _Key, value: object) -> None:
        """Keep a value under a key."""
        if self._base is not None:
            try:
                kept = zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1)
                self._base.execute("INSERT OR REPLACE INTO outcome (key, value) VALUES (?, ?)", (key, kept))
            except (sqlite3.Error, pickle.PicklingError):
                self._base = None  # full, locked or read-only: go on without


def clear(place: Path | None = None) -> int:
    """Remove all that was kept; how many bytes that was."""
    freed = 0
    for file in (place or folder()).glob("outcomes.sqlite3*"):
        freed += file.stat().st_size
        file.unlink()
    return freed
