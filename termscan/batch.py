"""Many drafts: which they are, which term sheet is whose, one row for each in the order given."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from . import workers
from .errors import DraftError, TermscanError, unforeseen
from .model import Severity
from .outcome import Outcome, Unread

FORMATS = (".docx", ".pdf", ".txt")


@dataclass(frozen=True, slots=True)
class Job:
    """One draft to read, and against what; without a term sheet it is inventoried."""

    draft: Path
    terms: Path | None = None
    rules: tuple[Path, ...] = ()
    fail_on: Severity = "high"
    debug: bool = False


def drafts_below(folder: Path, include: Sequence[str] = ()) -> list[Path]:
    """The drafts below a folder in path order: those of our formats, and those that match a pattern by name or path."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not path.name.startswith("~$")  # Word's mark that it has the draft open
        and (path.suffix.lower() in FORMATS or _matches(path, folder, include))
    )


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


def run(jobs: Sequence[Job], at_once: int | None = None) -> Iterator[Outcome]:
    """What became of each draft, in the order given; a draft that cannot be read is an `Unread`."""
    if len(jobs) < 2:
        yield from map(one, jobs)
    else:
        yield from workers.in_order(one, died, jobs, at_once or os.cpu_count() or 1)


def one(job: Job) -> Outcome:
    """What became of one draft; raises nothing."""
    from . import pipeline

    try:
        if job.terms is None:
            return pipeline.extract(job.draft, rules=job.rules)
        return pipeline.review(job.draft, job.terms, rules=job.rules, fail_on=job.fail_on)
    except TermscanError as known:
        return Unread(str(job.draft), known)
    except Exception as fault:  # a fault of ours in one draft must not take the others down
        return Unread(str(job.draft), unforeseen(fault, str(job.draft), debug=job.debug))


def died(job: Job) -> Outcome:
    """What to say of a draft whose process ended without an answer."""
    problem = "stopped the program that read it (it crashed, or needed too much memory)"
    hint = "Save the draft anew, or as a PDF, and try again."
    return Unread(str(job.draft), DraftError(problem, path=str(job.draft), hint=hint))
