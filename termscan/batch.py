"""Many drafts: which they are, which term sheet is whose, one row for each in the order given."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields
from fnmatch import fnmatch
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from . import cache as caching
from . import workers
from .cache import Cache
from .errors import DraftError, TermscanError, unforeseen
from .model import Severity
from .outcome import Outcome, Unread
from .readers import Revisions

FORMATS = (".docx", ".pdf", ".txt")
# imported once for all processes
PRELOADED, COMPARING, ROUNDS = (f"{__package__}.{name}" for name in ("preloaded", "pipeline", "rounds.comparing"))

# What is read of the same bytes depends on these: they recognise pages and open old drafts where they are there.
_PROGRAMS = ("tesseract", "soffice", "libreoffice")
_LIBRARIES = (
    "pytesseract",
    "numpy",
    "pypdfium2",
    "pdfplumber",
    "pdfminer",
    "docx",
    "lxml",
    "charset_normalizer",
    "markdown_it",
)
_NEXT_TIME = re.compile(
    r"took longer than|too long to open|could not read its picture|pictures in which no words were recognised"
)  # in what a reader says of a part that it may read the next time, given more time or a mended Tesseract


@dataclass(frozen=True, slots=True)
class Job:
    """One draft to read, and against what; without a term sheet it is inventoried."""

    draft: Path
    terms: Path | None = None
    rules: tuple[Path, ...] = ()
    fail_on: Severity = "high"
    debug: bool = False
    as_terms: bool = False  # inventoried as a term sheet to start from
    previous: Path | None = None  # the draft of the round before
    revisions: Revisions = "accept"
    password: str | None = field(default=None, repr=False)


def drafts_below(folder: Path, include: Sequence[str] = ()) -> list[Path]:
    """The drafts below a folder in path order: those of our formats, and those that match a pattern by name or path."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not path.name.startswith("~$")  # Word's mark that it has the draft open
        and ((path.suffix.lower() in FORMATS and not _is_sheet(path)) or _matches(path, folder, include))
    )


def _is_sheet(path: Path) -> bool:
    """Whether a file is a term sheet as people have it, beside the same one in our format."""
    called = path.stem == "terms" or path.stem.endswith(".terms")
    return called and path.with_suffix(".yaml").is_file()


def _matches(path: Path, folder: Path, patterns: Sequence[str]) -> bool:
    names = (path.name, path.relative_to(folder).as_posix())
    return any(fnmatch(name, pattern) for name in names for pattern in patterns)


def sheet_of(draft: Path, top: Path) -> Path | None:
    """The term sheet beside a draft, else the nearest one above it up to the top folder."""
    beside = draft.with_name(f"{draft.stem}.terms.yaml")
    if beside.is_file():
        return beside
    for folder in (draft.parent, *draft.parent.parents):
        if (folder / "terms.yaml").is_file():
            return folder / "terms.yaml"
        if folder == top:
            break
    return None


def before(draft: Path, folder: Path, previous: Path | None) -> Path | None:
    """The draft of the round before: that of the same relative path in a folder, or the one file given for all."""
    return previous / draft.relative_to(folder) if previous is not None and previous.is_dir() else previous


def run(
    jobs: Sequence[Job], at_once: int | None = None, cache: Cache | None = None, limits: workers.Limits | None = None
) -> Iterator[Outcome]:
    """What became of each draft, in the order given; a draft that cannot be read, or not within the limits, is an `Unread`.

    With a cache, an unchanged draft is not read again; one that could not be read, or not in time, is tried again.
    """
    if len(jobs) < 2 and cache is None and limits is None:
        yield from map(one, jobs)
        return
    keys: dict[Job, bytes] = {}
    ahead = [PRELOADED]
    if any(job.terms for job in jobs):
        ahead.append(COMPARING)
    if any(job.previous for job in jobs):
        ahead.append(ROUNDS)

    def known(job: Job) -> Outcome | None:
        if cache is not None:
            with suppress(OSError):
                keys[job] = caching.key(_parts(job))
                if outcome := cache.get(keys[job]):
                    return cast(Outcome, outcome)
        workers.prepare(*ahead)
        return None

    at_once = min(at_once or os.cpu_count() or 1, len(jobs) or 1)
    limits = limits or workers.Limits()
    for job, outcome, was_known in workers.in_order(one, died, jobs, at_once, known, limits, late, _bytes):
        key = keys.pop(job, None)
        if cache is not None and key and not was_known and _lasts(outcome) and _same(job, key):
            cache.put(key, outcome)
        yield outcome


def _bytes(job: Job) -> int:
    """How large a draft is, which says roughly how long it takes."""
    with suppress(OSError):
        return job.draft.stat().st_size
    return 0


def _lasts(outcome: Outcome) -> bool:
    """Whether the same draft would be read no further the next time."""
    return not isinstance(outcome, Unread) and not any(_NEXT_TIME.search(part.why) for part in outcome.draft.skipped)


def _same(job: Job, key: bytes) -> bool:
    """Whether nothing changed while the draft was read."""
    with suppress(OSError):
        return caching.key(_parts(job)) == key
    return False


def _parts(job: Job) -> list[object]:
    """All that an outcome comes from."""
    return [*(getattr(job, each.name) for each in fields(job)), _surroundings()]


@lru_cache(maxsize=1)
def _surroundings() -> str:
    """Which programs and libraries there are to read with, each by its file, which is quicker than asking it."""
    programs = (shutil.which(name) for name in _PROGRAMS)
    libraries = (spec.origin if (spec := find_spec(name)) else None for name in _LIBRARIES)
    return repr([_stamp(Path(file).resolve()) if file else None for file in (*programs, *libraries)])


def _stamp(file: Path) -> tuple[str, int, int]:
    about = file.stat()
    return str(file), about.st_size, about.st_mtime_ns


def one(job: Job) -> Outcome:
    """What became of one draft; raises nothing."""
    try:
        if job.terms is None:
            from . import understanding

            return understanding.extract(
                job.draft, rules=job.rules, as_terms=job.as_terms, revisions=job.revisions, password=job.password
            )
        from . import pipeline

        return pipeline.review(
            job.draft,
            job.terms,
            rules=job.rules,
            fail_on=job.fail_on,
            previous=job.previous,
            revisions=job.revisions,
            password=job.password,
        )
    except TermscanError as known:
        return Unread(str(job.draft), known)
    except MemoryError:
        return died(job)
    except Exception as fault:  # a fault of ours in one draft must not take the others down
        return Unread(str(job.draft), unforeseen(fault, str(job.draft), debug=job.debug))


def died(job: Job) -> Outcome:
    """What to say of a draft whose process ended without an answer."""
    problem = "stopped the program that read it (it crashed, or needed too much memory)"
    hint = "Save the draft anew, or as a PDF, and try again; `--memory` allows it more."
    return Unread(str(job.draft), DraftError(problem, path=str(job.draft), hint=hint))


def late(job: Job) -> Outcome:
    """What to say of a draft that was not read in time."""
    hint = "Give the contract alone, or more time with `--timeout`."
    return Unread(str(job.draft), DraftError("took too long to read", path=str(job.draft), hint=hint))
