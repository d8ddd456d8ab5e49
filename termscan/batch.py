"""Many drafts: which they are, which term sheet is whose, workers in parallel, one row for each in path order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from . import review as pipeline
from .errors import TermscanError
from .model import Severity
from .reports.json import clauses_object, error_object, review_object

FORMATS = (".docx", ".pdf", ".txt")


def scan(
    folder: Path, terms: Path | None, include: Sequence[str], rules: Sequence[Path], fail_on: Severity, jobs: int | None
) -> Iterator[dict[str, Any]]:
    """Review every draft below a folder; one object each, in path order."""
    drafts = sorted(p for p in folder.rglob("*") if p.is_file() and (p.suffix.lower() in FORMATS or any(fnmatch(p.name, i) for i in include)))
    work = [(d, _sheet(d, folder) or terms, tuple(rules), fail_on) for d in drafts]
    yield from _run(_one, work, jobs)


def extract(drafts: Iterable[Path], rules: Sequence[Path], jobs: int | None = None) -> Iterator[dict[str, Any]]:
    """Read every draft without a term sheet; one object each, in the order given."""
    yield from _run(_one, [(d, None, tuple(rules), "high") for d in drafts], jobs)


def summary(row: dict[str, Any]) -> str:
    """One line on a draft, for the screen."""
    path = row["draft"]["path"]
    if "error" in row:
        return f"could not be read  {path}: {row['error']}\n"
    if "verdict" not in row:
        return f"no term sheet      {path}: {len(row['clauses'])} clauses\n"
    open_terms = [t["term"] for t in row["terms"] if t["verdict"] != "kept"]
    return f"{row['verdict']:18} {path}: {', '.join(open_terms) or 'all terms kept'}; {len(row['asks'])} new asks\n"


def inventory(row: dict[str, Any]) -> str:
    """The clauses of a draft, for the screen."""
    if "error" in row:
        return summary(row)
    lines = [f"{row['draft']['path']}"]
    for c in row["clauses"]:
        e = c["evidence"][0]
        lines.append(f"  {c['kind']:34} {c['value'] or '–':24} {e['section'] or ''}  {' '.join(e['quote'].split())[:70]}")
    return "\n".join(lines) + "\n"


def _run(job: Any, work: list[Any], jobs: int | None) -> Iterator[dict[str, Any]]:
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


def _one(work: tuple[Path, Path | None, tuple[Path, ...], Severity]) -> dict[str, Any]:
    draft, terms, rules, fail_on = work
    try:
        if terms is None:
            return clauses_object(pipeline.extract(draft, rules=rules))
        return review_object(pipeline.review(draft, terms, rules=rules, fail_on=fail_on))
    except TermscanError as e:
        return error_object(str(draft), str(e), e.hint)
    except Exception as e:
        return error_object(str(draft), f"could not be understood ({type(e).__name__})", None)
