"""The same answer whichever way a draft arrives: the bench's drafts as Word and as PDF, scored beside the text.

    python benchmarks/same_answer.py DIR [--case NAME ...]

DIR receives the drafts, DIR/docx-typed/CASE/DRAFT.docx and so on: Word with typed numbers and with Word's own lists,
PDF in one column and in two. PDFs are made by LibreOffice (`soffice`) from the Word files. Looks for `bench` under
TERMSCAN_SHARED, or under ../shared; its score.py does the scoring. Ends with 1 where a figure lies more than 0.02 apart.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from as_word import write

_APART = 0.02
_WAYS = (("docx-typed", "typed", ".docx"), ("docx-listed", "listed", ".docx"),
         ("pdf-one", "listed", ".pdf"), ("pdf-two", "columns", ".pdf"))  # fmt: skip
_COUNTED = ("false_asks",)  # per draft, not a share


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("folder", type=Path, help="where the drafts go, and are kept for the next run")
    options.add_argument("--case", action="append", help="only these cases")
    options.add_argument("--command", default=str(Path(sys.executable).with_name("termscan")))
    options.add_argument("--only", action="append", choices=[w[0] for w in _WAYS], help="only these ways")
    asked = options.parse_args()
    bench = Path(os.environ.get("TERMSCAN_SHARED", Path(__file__).parents[2] / "shared")) / "bench"
    cases = [c for c in sorted((bench / "cases").iterdir()) if not asked.case or c.name in asked.case]
    ways = [w for w in _WAYS if not asked.only or w[0] in asked.only]
    for name, layout, suffix in ways:
        _make(cases, asked.folder / name, layout, suffix)
    with tempfile.TemporaryDirectory() as chosen:
        for case in cases:
            (Path(chosen) / case.name).symlink_to(case)
        figures = {"text": _score(bench, chosen, asked.command, None, ".txt")}
        for name, _, suffix in ways:
            figures[name] = _score(bench, chosen, asked.command, asked.folder / name, suffix)
    return _told(figures)


def _make(cases: list[Path], folder: Path, layout: str, suffix: str) -> None:
    """The drafts of all cases below a folder; those that are there already are kept."""
    drafts = [d for case in cases for d in sorted((case / "drafts").glob("*.txt"))]
    wanted = {d: folder / d.parent.parent.name / f"{d.stem}{suffix}" for d in drafts}
    missing = {d: target for d, target in wanted.items() if not target.is_file()}
    if suffix == ".docx":
        for draft, target in missing.items():
            write(draft.read_text(encoding="utf-8"), target, layout)
        return
    with tempfile.TemporaryDirectory() as between:
        for draft, target in missing.items():
            write(draft.read_text(encoding="utf-8"), Path(between) / f"{target.parent.name}__{draft.stem}.docx", layout)
        sources = sorted(Path(between).glob("*.docx"))
        for at in range(0, len(sources), 40):
            profile = f"-env:UserInstallation=file://{between}/profile"
            convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", between]
            subprocess.run([*convert, *map(str, sources[at : at + 40])], check=True, capture_output=True)
        for target in missing.values():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(Path(between) / f"{target.parent.name}__{target.stem}.pdf", target)


def _score(bench: Path, cases: str, command: str, files: Path | None, suffix: str) -> dict[str, float]:
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        argv = [sys.executable, str(bench / "score.py"), "--cases", cases, "--command", command, "--json", out.name]
        argv += ["--files", str(files), "--suffix", suffix] if files else []
        subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)
        scored = json.loads(Path(out.name).read_text())
    if scored["figures"]["unanswered"]:
        sys.exit(f"not every draft was answered: {'; '.join(scored['notes'])[:300]}")
    for note in scored["notes"]:
        print(f"! {files.name if files else 'text'}: {note}", file=sys.stderr)
    return {figure: value for figure, value in scored["figures"].items() if value is not None}


def _told(figures: dict[str, dict[str, float]]) -> int:
    print(f"{'':16}" + "".join(f"{name:>13}" for name in figures))
    far = 0
    for figure, text in figures["text"].items():
        values = [found.get(figure, 0.0) for found in figures.values()]
        apart = [abs(value - text) > _APART for value in values]
        far += sum(apart)
        print(f"{figure:16}" + "".join(f"{v:12.3f}{'*' if a else ' '}" for v, a in zip(values, apart)))
    print(f"{far} figures lie more than {_APART} apart (*)" if far else f"all figures lie within {_APART}")
    return 1 if far else 0


if __name__ == "__main__":
    sys.exit(main())
