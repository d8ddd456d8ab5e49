"""Many drafts: which they are, which term sheet is whose, workers in parallel, one row for each in path order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from . import pipeline
from .errors import DraftError, TermscanError
from .model import Severity
from .outcome import Outcome, Unread

FORMATS = (".docx", ".pdf", ".txt")


def scan(
    folder: Path, terms: Path | None, include: Sequence[str], rules: Sequence[Path], fail_on: Severity, jobs: int | None
) -> Iterator[Outcome]:
    """Review every draft below a folder; one object each, in path order."""
    drafts = sorted(
        p
        for p in folder.rglob("*")
        if p.is_file() and (p.suffix.lower() in FORMATS or any(fnmatch(p.name, i) for i in include))
    )
    work = [(d, _sheet(d, folder) or terms, tuple(rules), fail_on) for d in drafts]
    yield from _run(_one, work, jobs)


def extract(drafts: Iterable[Path], rules: Sequence[Path], jobs: int | None = None) -> Iterator[Outcome]:
    """Read every draft without a term sheet; one object each, in the order given."""
    yield from _run(_one, [(d, None, tuple(rules), "high") for d in drafts], jobs)


def _run(job: Any, work: list[Any], jobs: int | None) -> Iterator[Outcome]:
    workers = min(jobs or os.cpu_count() or 1, len(work))
    if workers <= 1:
        yield from map(job, work)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(job, work, chunksize=1)


def _sheet(draft: Path, top: Path) -> Path | None:
    beside = draft.with_name(f"{draft.stem}.terms.yaml")
    if beside.is_file():
        return beside
    for folder in (draft.parent, *draft.parent.parents):
        if (folder / "terms.yaml").is_file():
            return folder / "terms.yaml"
        if folder == top:
            break
    return None


def _one(work: tuple[Path, Path | None, tuple[Path, ...], Severity]) -> Outcome:
    draft, terms, rules, fail_on = work
    try:
        if terms is None:
            return pipeline.extract(draft, rules=rules)
        return pipeline.review(draft, terms, rules=rules, fail_on=fail_on)
    except TermscanError as e:
        return Unread(str(draft), e)
    except Exception as e:  # a fault of ours in one draft must not take the others down
        return Unread(str(draft), DraftError(f"could not be understood ({type(e).__name__})", path=str(draft)))
