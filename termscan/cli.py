"""The command line: options in, pipeline, report out, exit code; no logic."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import __version__
from .errors import DraftError, TermscanError

if TYPE_CHECKING:
    from .reports import Page

READ = (".docx", ".pdf", ".txt")
_SEVERITIES = ("blocker", "high", "medium", "low", "note")
_rules = click.option(
    "--rules",
    "rules",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with rules of your own.",
)
_fail_on = click.option(
    "--fail-on",
    type=click.Choice(_SEVERITIES),
    default="high",
    show_default=True,
    help="From which severity on the draft is not ready.",
)
_output = click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead of the screen."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="termscan")
def cli() -> None:
    """Does this draft say what you shook hands on?

    Give termscan the other side's draft and the term sheet you agreed; it shows for every term whether the draft keeps it.

    Example: termscan review draft.docx --terms terms.yaml
    """


@cli.command()
@click.argument("draft")
@click.option("--terms", required=True, help="The agreed term sheet.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["rich", "json", "md"]),
    default="rich",
    show_default=True,
    help="How to show the answer.",
)
@_output
@_fail_on
@_rules
@click.option("--password", help="The password of an encrypted PDF.")
def review(
    draft: str, terms: str, form: str, output: Path | None, fail_on: Any, rules: tuple[Path, ...], password: str | None
) -> None:
    """Compare a DRAFT ("-" for standard input) with the agreed term sheet.

    Example: termscan review draft.docx --terms terms.yaml
    """
    from .pipeline import review as run
    from .reports import write_review

    data = sys.stdin.buffer.read() if draft == "-" else None
    found = run(draft, terms, rules=rules, fail_on=fail_on, data=data, password=password)
    _write(write_review(form, found, _page(output)), output)
    sys.exit(0 if found.verdict == "ready" else 1)


@cli.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--terms", type=click.Path(path_type=Path), help="The term sheet of drafts that have none beside them.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["rich", "jsonl"]),
    default="rich",
    show_default=True,
    help="How to show the answers.",
)
@click.option("--include", multiple=True, help="Also take files that match this pattern.")
@click.option("--jobs", type=click.IntRange(1), default=None, help="How many drafts to read at the same time.")
@_output
@_fail_on
@_rules
def scan(
    folder: Path,
    terms: Path | None,
    form: str,
    include: tuple[str, ...],
    jobs: int | None,
    output: Path | None,
    fail_on: Any,
    rules: tuple[Path, ...],
) -> None:
    """Review every draft below a FOLDER, each against the term sheet beside it.

    Example: termscan scan deals/ --format jsonl
    """
    from . import batch
    from .outcome import Unread
    from .reports import write_scan

    rows = list(batch.scan(folder, terms, include, rules, fail_on, jobs))
    _write("".join(write_scan(form, rows, _page(output))), output)
    bad = any(isinstance(r, Unread) for r in rows)
    sys.exit(2 if bad else 1 if any(getattr(r, "verdict", None) == "not ready" for r in rows) else 0)


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["rich", "jsonl"]),
    default="rich",
    show_default=True,
    help="How to show the clauses.",
)
@_output
@_rules
def extract(paths: tuple[Path, ...], form: str, output: Path | None, rules: tuple[Path, ...]) -> None:
    """Show all that termscan understands of drafts (files or folders), without a term sheet.

    Example: termscan extract draft.docx
    """
    from . import batch
    from .outcome import Unread
    from .reports import write_extract

    rows = list(batch.extract(_files(paths), rules))
    _write("".join(write_extract(form, rows, _page(output))), output)
    sys.exit(2 if any(isinstance(r, Unread) for r in rows) else 0)


@cli.command()
@click.argument("draft")
@click.option("--password", help="The password of an encrypted PDF.")
def text(draft: str, password: str | None) -> None:
    """Print the plain text of a DRAFT; the offsets of findings count in it.

    Example: termscan text draft.docx
    """
    from . import readers

    data = sys.stdin.buffer.read() if draft == "-" else None
    click.echo(readers.read(draft, data=data, password=password).text, nl=False)


@cli.group()
def terms() -> None:
    """Work on term sheets."""


@terms.command()
@click.argument("file")
def check(file: str) -> None:
    """Check a term sheet and say what is wrong with it, line by line.

    Example: termscan terms check terms.yaml
    """
    from . import rulebook, termsheet

    sheet = termsheet.load(file, rulebook.load())
    click.echo(f"{file}: {len(sheet.terms)} terms, all understood.")


@cli.group()
def rules() -> None:
    """Look at the kinds of term that termscan knows."""


@rules.command("list")
def list_rules() -> None:
    """List every kind of term and what it means."""
    from . import rulebook

    book = rulebook.load()
    for name, kind in {**book.kinds, **book.traps}.items():
        click.echo(f"{name:36} {kind.type:20} {kind.says}")


@rules.command()
@click.argument("kind")
def show(kind: str) -> None:
    """Show how one KIND of term is recognised."""
    from . import rulebook

    book = rulebook.load()
    found = {**book.kinds, **book.traps}.get(kind)
    if found is None:
        raise TermscanError(f"{kind} is no kind of term", hint="`termscan rules list` shows them all.")
    for label, lines in (
        ("", (found.says,)),
        ("cues", found.cues),
        ("customary", found.customary_except),
        ("examples", tuple(e.text for e in found.examples)),
    ):
        click.echo("\n".join([f"{label}:" if label else f"{kind} ({found.type})", *(f"  {line}" for line in lines)]))


@rules.command()
@click.argument("only", default="")
@_rules
def test(only: str, rules: tuple[Path, ...]) -> None:
    """Try the examples of every rule, or of those whose name begins with ONLY."""
    from . import rulebook
    from .extract import selftest

    bad = selftest.run(rulebook.load(rules), only)
    click.echo("\n".join([*bad, f"{len(bad)} examples fail." if bad else "All examples hold."]))
    sys.exit(1 if bad else 0)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in READ) if path.is_dir() else [path]


def _page(output: Path | None) -> Page:
    """How wide and how colourful the screen is; a file and a pipe get plain text."""
    from .reports import Page

    screen = output is None and sys.stdout.isatty()
    return Page(
        min(shutil.get_terminal_size().columns, 120), styled=screen, colour=screen and "NO_COLOR" not in os.environ
    )


def _write(words: str, output: Path | None) -> None:
    if output is None:
        click.echo(words, nl=False)
        return
    try:
        output.write_text(words, encoding="utf-8")
    except OSError as e:
        raise TermscanError(f"cannot be written ({e.strerror})", path=str(output)) from None


def main() -> None:
    """Run the command line; a mistake in an input is one line and exit code 2, never a traceback."""
    try:
        cli()
    except TermscanError as e:
        click.echo(str(e), err=True)
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(2)


__all__ = ["DraftError", "cli", "main"]
