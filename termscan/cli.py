"""The command line: options in, pipeline, report out, exit code; no logic."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from . import __version__, console
from .errors import TermscanError

if TYPE_CHECKING:
    from .termsheet import TermSheet

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T", str, Path)
_NEW_OBJECTS = 20_000  # between two searches for garbage: what a start builds, hundreds of thousands, stays
_SEVERITIES = ("blocker", "high", "medium", "low", "note")
_folder = click.Path(exists=True, file_okay=False, path_type=Path)
_rules = click.option("--rules", "rules", multiple=True, type=_folder, help="A folder with rules of your own.")
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
_outputs = click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file, in the format of its ending, instead of the screen; may be given several times.",
)
_quiet = click.option("-q", "--quiet", is_flag=True, help="The answer alone: no details, no progress bar.")
_unheard = click.option("-q", "--quiet", is_flag=True, hidden=True, expose_value=False)  # nothing to leave out
_jobs = click.option("--jobs", type=click.IntRange(1), help="How many drafts to read at the same time.")
_draft = click.argument("draft", callback=console.remember)
_revisions = click.option(
    "--revisions",
    type=click.Choice(("accept", "reject")),
    default="accept",
    show_default=True,
    help="Read tracked changes of a Word draft as accepted, or take them back.",
)


def _password(command: F) -> F:
    """The option, and the question for it on a terminal where a draft turns out to be encrypted."""
    option = click.option("--password", help="The password of an encrypted PDF; asked for where there is a terminal.")
    return option(console.asking_for_password(command))


def _format(*forms: str) -> Callable[[F], F]:
    return click.option(
        "--format", "form", type=click.Choice(forms), help="How to show the answer; without it, by the output's ending."
    )


@click.group(cls=console.Frame, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="termscan")
@click.option("--debug", is_flag=True, hidden=True, help="Show the traceback of a fault of termscan.")
def cli(debug: bool) -> None:
    """Does this draft say what you shook hands on?

    Give termscan the other side's draft and the term sheet you agreed; it shows for every term whether the draft keeps it.

    Example: termscan review draft.docx --terms terms.yaml
    """


@cli.command()
@_draft
@click.option("--terms", required=True, help="The agreed term sheet.")
@click.option("--previous", help="The draft of the round before: what changed since, and which terms that reopens.")
@click.option(
    "--final", is_flag=True, help="The last look before signing: a checklist, and the exit code is its answer."
)
@_format("rich", "json", "md", "html", "csv", "xlsx", "sarif", "junit", "github")
@_outputs
@_fail_on
@_rules
@_revisions
@_password
@_quiet
def review(
    draft: str,
    terms: str,
    previous: str | None,
    final: bool,
    form: str | None,
    outputs: tuple[Path, ...],
    fail_on: Any,
    rules: tuple[Path, ...],
    revisions: Any,
    password: str | None,
    quiet: bool,
) -> None:
    """Compare a DRAFT ("-" for standard input) with the agreed term sheet.

    Exit code: 0 ready, 1 not ready, 2 a file that cannot be used.

    Example: termscan review draft.docx --terms terms.yaml
    """
    from .pipeline import review as run
    from .reports import REVIEW, write_review

    if form and len(outputs) > 1:
        raise click.UsageError("with several output files, each takes its format from its ending; leave --format out")
    found = run(
        draft,
        _agreed(terms, rules),
        rules=rules,
        fail_on=fail_on,
        data=_given(draft),
        password=password,
        previous=previous,
        revisions=revisions,
        final=final,
    )
    for output in outputs or (None,):
        shape = console.form_of(form, output, REVIEW)
        console.write([write_review(shape, found, console.page(output, quiet))], output)
    sys.exit(0 if found.verdict == "ready" else 1)


@cli.command()
@_draft
@click.option("--terms", required=True, help="The agreed term sheet.")
@_format("txt", "md", "docx")
@_outputs
@_rules
@_revisions
@_password
@_quiet
def letter(
    draft: str,
    terms: str,
    form: str | None,
    outputs: tuple[Path, ...],
    rules: tuple[Path, ...],
    revisions: Any,
    password: str | None,
    quiet: bool,
) -> None:
    """Write a friendly note to the other side: where a DRAFT differs from what you agreed, and words to bring it back.

    It tells them none of your notes, reasons and limits, and nothing that you waived or that came out better for you.
    Exit code: 0 written, 2 a file that cannot be used.

    Example: termscan letter draft.docx --terms terms.yaml -o letter.docx
    """
    from .pipeline import review as run
    from .reports import LETTER, write_letter
    from .reports.letter import left_out

    if form and len(outputs) > 1:
        raise click.UsageError("with several output files, each takes its format from its ending; leave --format out")
    found = run(draft, _agreed(terms, rules), rules=rules, data=_given(draft), password=password, revisions=revisions)
    for output in outputs or (None,):
        shape = console.form_of(form, output, LETTER, otherwise="txt")
        console.write([write_letter(shape, found, console.page(output))], output)
    left = left_out(found)
    if left and not quiet:
        click.echo(f"Left out of the letter: {'; '.join(left)}.", err=True)


@cli.command()
@_draft
@click.option("--terms", required=True, help="The agreed term sheet.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The marked-up copy: .docx of a Word draft, .pdf of a PDF.",
)
@click.option("--counter", is_flag=True, help="Restore the agreed words by tracked changes, where that can be proved.")
@click.option("--author", help="In whose name; without it, in that of our side in the term sheet.")
@_rules
@_password
@_quiet
def markup(
    draft: str,
    terms: str,
    output: Path,
    counter: bool,
    author: str | None,
    rules: tuple[Path, ...],
    password: str | None,
    quiet: bool,
) -> None:
    """Write a copy of a DRAFT with a note on the words of every finding: what was agreed, why it matters, the question.

    With --counter, a Word draft also gets tracked changes that restore the agreed words. Each is made only where a second
    review finds that the term is then kept. A finding that you waived gets neither.
    Exit code: 0 written, 2 a file that cannot be used.

    Example: termscan markup draft.docx --terms terms.yaml -o marked-up.docx
    """
    from .markup import check_output
    from .markup import markup as mark

    check_output(draft, output, (Path(terms),))
    made = mark(
        draft,
        _agreed(terms, rules),
        counter=counter,
        author=author,
        rules=rules,
        data=_given(draft),
        password=password,
        suffix=output.suffix,
    )
    console.write([made.content], output)
    if not quiet:
        click.echo(made.said)


@cli.command()
@click.argument("folder", type=_folder)
@click.option("--terms", type=click.Path(path_type=Path), help="The term sheet of drafts that have none beside them.")
@click.option(
    "--previous",
    type=click.Path(exists=True, path_type=Path),
    help="The folder with the drafts of the round before, by the same names; or one draft for all.",
)
@_format("rich", "jsonl", "csv", "html", "xlsx")
@click.option("--include", multiple=True, metavar="PATTERN", help="Take files that match this pattern too.")
@click.option("--no-cache", is_flag=True, help="Read every draft anew, and keep nothing for the next scan.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=120, help="Seconds that one draft may take.  [120]")
@click.option("--memory", type=click.IntRange(min=256), default=4000, help="Megabytes that one draft may take.  [4000]")
@_jobs
@click.option(
    "-o",
    "--output",
    "place",
    metavar="FILE",
    help="Write to this file, in the format of its ending, instead of the screen. A page (.html, or a folder for its "
    "index.html) gets a folder beside it with the review of each draft.",
)
@_fail_on
@_rules
@_revisions
@_password
@_quiet
@click.pass_context
def scan(
    ctx: click.Context,
    folder: Path,
    terms: Path | None,
    previous: Path | None,
    form: str | None,
    include: tuple[str, ...],
    no_cache: bool,
    timeout: float,
    memory: int,
    jobs: int | None,
    place: str | None,
    fail_on: Any,
    rules: tuple[Path, ...],
    revisions: Any,
    password: str | None,
    quiet: bool,
) -> None:
    """Review every draft below a FOLDER, each against the term sheet beside it.

    Exit code: 0 all ready, 1 some not ready, 2 some could not be read.

    Example: termscan scan deals/ --format jsonl
    """
    from . import batch, workers
    from .cache import Cache
    from .reports import SCAN, write_scan

    output = console.place(place, form)
    if rules or terms is not None:  # a mistake in what all drafts share is told once, before any is read
        from . import rulebook, termsheet

        book = rulebook.load(rules)
        if terms is not None and _agreed(terms, rules) is terms:
            termsheet.load(terms, book)
    drafts = [d for d in batch.drafts_below(folder, include) if terms is None or d.resolve() != terms.resolve()]
    if not drafts:
        raise TermscanError(
            "has no .docx, .pdf or .txt file", path=str(folder), hint="`--include PATTERN` takes others."
        )
    work = [
        batch.Job(
            d,
            batch.sheet_of(d, folder) or terms,
            rules,
            fail_on,
            _debug(ctx),
            previous=batch.before(d, folder, previous),
            revisions=revisions,
            password=password,
        )
        for d in drafts
    ]
    limits = workers.Limits(timeout, memory)
    seen = _Seen(console.watched(batch.run(work, jobs, None if no_cache else Cache(), limits), len(work), quiet))
    form = console.form_of(form, output, SCAN)
    page = console.page(output, quiet)
    if form == "html" and output is not None:
        shown = console.with_reviews(seen, output)
        console.write(write_scan(form, shown, replace(page, beside=console.reviews_of(output))), output)
    else:
        console.write(write_scan(form, seen, page), output)
    sys.exit(2 if seen.unread else 1 if seen.not_ready else 0)


@cli.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@_format("rich", "jsonl", "terms")
@_jobs
@_output
@_rules
@_revisions
@_password
@_quiet
@click.pass_context
def extract(
    ctx: click.Context,
    paths: tuple[Path, ...],
    form: str | None,
    jobs: int | None,
    output: Path | None,
    rules: tuple[Path, ...],
    revisions: Any,
    password: str | None,
    quiet: bool,
) -> None:
    """Show all that termscan understands of drafts (files or folders), without a term sheet.

    `--format terms` writes a term sheet to start from.

    Example: termscan extract draft.docx
    """
    from . import batch, rulebook
    from .reports import EXTRACT, write_extract

    rulebook.load(rules)
    drafts = [d for path in paths for d in (batch.drafts_below(path) if path.is_dir() else [path])]
    form = console.form_of(form, output, EXTRACT)
    if form == "terms" and len(drafts) != 1:
        raise click.UsageError(f"a term sheet comes from one draft, not from {len(drafts)}")
    asked = batch.Job(
        Path(), rules=rules, debug=_debug(ctx), as_terms=form == "terms", revisions=revisions, password=password
    )
    work = [replace(asked, draft=d) for d in drafts]
    seen = _Seen(console.watched(batch.run(work, jobs), len(work), quiet))
    console.write(write_extract(form, seen, console.page(output, quiet)), output)
    if form == "terms" and seen.unread:
        raise seen.unread[0]
    sys.exit(2 if seen.unread else 0)


@cli.command()
@click.argument("old")
@click.argument("new", callback=console.remember)
@click.option("--terms", help="The agreed term sheet: each change then says on which terms it bears.")
@_format("rich", "json", "md")
@_output
@_rules
@_revisions
@_password
@_quiet
def compare(
    old: str,
    new: str,
    terms: str | None,
    form: str | None,
    output: Path | None,
    rules: tuple[Path, ...],
    revisions: Any,
    password: str | None,
    quiet: bool,
) -> None:
    """Show what changed from the OLD draft to the NEW one, substance apart from wording.

    Exit code: 0 nothing of substance, 1 something, 2 a file that cannot be used.

    Example: termscan compare draft-v1.docx draft-v2.docx --terms terms.yaml
    """
    from .pipeline import compare_two
    from .reports import COMPARISON, write_comparison

    found = compare_two(
        old,
        new,
        _agreed(terms, rules) if terms else None,
        rules=rules,
        data=_given(new),
        password=password,
        revisions=revisions,
    )
    form = console.form_of(form, output, COMPARISON)
    console.write([write_comparison(form, found, console.page(output, quiet))], output)
    unread = [*console.parts_told(found.draft), *console.parts_told(found.previous)]
    sys.exit(1 if unread or any(c.substantive for c in found.changes) else 0)


@cli.command()
@click.argument("drafts", nargs=-1, required=True)
@click.option("--terms", required=True, help="The agreed term sheet.")
@_format("rich", "json", "html")
@_output
@_rules
@_revisions
@_password
@_quiet
def history(
    drafts: tuple[str, ...],
    terms: str,
    form: str | None,
    output: Path | None,
    rules: tuple[Path, ...],
    revisions: Any,
    password: str | None,
    quiet: bool,
) -> None:
    """Show every term's path over the rounds, from the first of the DRAFTS to the last.

    Exit code: 0 every term is kept in the last draft, 1 not, 2 a file that cannot be used.

    Example: termscan history draft-v1.docx draft-v2.docx draft-v3.docx --terms terms.yaml
    """
    from .pipeline import follow
    from .reports import HISTORY, write_history

    found = follow(drafts, _agreed(terms, rules), rules=rules, password=password, revisions=revisions)
    form = console.form_of(form, output, HISTORY)
    console.write([write_history(form, found, console.page(output, quiet))], output)
    unread = [told for stage in found.rounds for told in console.parts_told(stage)]
    sys.exit(0 if not unread and all(t.rows[-1].verdict == "kept" for t in found.terms) else 1)


@cli.command()
@_draft
@_revisions
@_password
@_output
@_unheard
def text(draft: str, revisions: Any, password: str | None, output: Path | None) -> None:
    """Print the plain text of a DRAFT; the offsets of findings count in it.

    Exit code: 0 all of it, 1 a part could not be read, 2 a file that cannot be used.

    Example: termscan text draft.docx
    """
    from . import readers

    found = readers.read(draft, data=_given(draft), password=password, revisions=revisions)
    console.write([found.text], output)
    sys.exit(1 if console.parts_told(found) else 0)


@cli.command()
@click.argument("name", type=click.Choice(["review", "clauses", "terms", "error", "comparison", "history"]))
@_output
@_unheard
def schema(name: str, output: Path | None) -> None:
    """Print the JSON Schema of a format.

    Example: termscan schema review
    """
    from . import schemas

    console.write([schemas.text(name)], output)


@cli.group()
def terms() -> None:
    """Work on term sheets."""


@terms.command()
@click.argument("file")
@_rules
@_quiet
def check(file: str, rules: tuple[Path, ...], quiet: bool) -> None:
    """Check a term sheet and say what is wrong with it, line by line.

    Example: termscan terms check terms.yaml
    """
    from . import rulebook, termsheet

    sheet = termsheet.load(file, rulebook.load(rules))
    if not quiet:
        click.echo(f"{file}: {len(sheet.terms)} {'term' if len(sheet.terms) == 1 else 'terms'}, all understood.")


@terms.command("import")
@click.argument("file")
@click.option(
    "--our-side", type=click.Choice(("customer", "provider")), help="Which side is ours, where the file does not say."
)
@click.option("--customer", metavar="NAME", help="Who pays, where the file does not say.")
@click.option("--provider", metavar="NAME", help="Who does the work, where the file does not say.")
@_output
@_rules
@_quiet
def import_sheet(
    file: str,
    our_side: Any,
    customer: str | None,
    provider: str | None,
    output: Path | None,
    rules: tuple[Path, ...],
    quiet: bool,
) -> None:
    """Make a term sheet of one in Word, PDF, Markdown, a spreadsheet (.xlsx, .csv) or an e-mail (.eml).

    What is not sure stands in remarks (#) for you to settle, and so does what was left out.

    Example: termscan terms import agreed.docx -o terms.yaml
    """
    from .handshake import Told
    from .pipeline import import_terms

    if output is not None and output.exists():
        raise TermscanError("is there already", path=str(output), hint="Name a file that does not exist yet.")
    made = import_terms(file, rules=rules, told=Told(our_side, customer, provider))
    console.write([made.text], output)
    click.echo("\n".join((f"{made.notice}.", *made.remarks)), err=True)


@terms.command()
@click.option(
    "--ask/--starter",
    default=None,
    help="Ask question by question, or write the starter; without either, ask where there is a terminal.",
)
@_output
@_rules
@_unheard
def new(ask: bool | None, output: Path | None, rules: tuple[Path, ...]) -> None:
    """Write a term sheet: question by question on a terminal, else one to start from, with remarks.

    Example: termscan terms new -o terms.yaml
    """
    if output is not None and output.exists():
        raise TermscanError("is there already", path=str(output), hint="Name a file that does not exist yet.")
    if ask or (ask is None and console.answers()):
        from . import rulebook
        from .interview import interview

        console.write([interview(rulebook.load(rules))], output)
        return
    from importlib.resources import files

    console.write([files(__package__).joinpath("starter.yaml").read_text(encoding="utf-8")], output)


@cli.group()
def rules() -> None:
    """Look at the kinds of term that termscan knows."""


@rules.command("list")
@_rules
@_unheard
def list_rules(rules: tuple[Path, ...]) -> None:
    """List every kind of term and what it means."""
    from . import rulebook

    book = rulebook.load(rules)
    for name, kind in {**book.kinds, **book.traps}.items():
        click.echo(f"{name:36} {kind.type:20} {kind.says}")


@rules.command()
@click.argument("kind")
@_rules
@_unheard
def show(kind: str, rules: tuple[Path, ...]) -> None:
    """Show how one KIND of term is recognised."""
    from . import rulebook

    book = rulebook.load(rules)
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
@_quiet
def test(only: str, rules: tuple[Path, ...], quiet: bool) -> None:
    """Try the examples of every rule, or of those whose name begins with ONLY."""
    from . import rulebook
    from .extract import selftest

    bad = selftest.run(rulebook.load(rules), only)
    said = [] if quiet and not bad else [f"{len(bad)} examples fail." if bad else "All examples hold."]
    console.write([f"{line}\n" for line in (*bad, *said)], None)
    sys.exit(1 if bad else 0)


@cli.group()
def cache() -> None:
    """What `scan` keeps, so that an unchanged draft is not read twice."""


@cache.command()
@_quiet
def clear(quiet: bool) -> None:
    """Remove all that was kept.

    Example: termscan cache clear
    """
    from .cache import clear as remove

    freed = remove()
    if not quiet:
        click.echo(f"{freed / 1_000_000:.1f} MB removed." if freed else "Nothing was kept.")


class _Seen:
    """Outcomes as they pass to the report, remembered by what they mean for the exit code."""

    def __init__(self, outcomes: Iterable[Any]) -> None:
        self._outcomes, self.unread, self.not_ready = outcomes, list[TermscanError](), False

    def __iter__(self) -> Iterator[Any]:
        from .model import Clauses
        from .outcome import Unread

        for outcome in self._outcomes:
            if isinstance(outcome, Unread):
                self.unread.append(outcome.error)
            elif isinstance(outcome, Clauses):
                self.unread += console.parts_told(outcome.draft)
            self.not_ready |= getattr(outcome, "verdict", None) == "not ready"
            yield outcome


def _agreed(terms: T, rules: tuple[Path, ...]) -> T | TermSheet:
    """The term sheet as it was given; one that is not in our format is made into it, and how well is told."""
    from .handshake import is_ours
    from .pipeline import import_terms

    if is_ours(terms):
        return terms
    made = import_terms(terms, rules=rules)
    click.echo(f"{made.notice}; `termscan terms import` shows them.", err=True)
    return made.sheet


def _given(draft: str) -> bytes | None:
    return sys.stdin.buffer.read() if draft == "-" else None


def _debug(ctx: click.Context) -> bool:
    return bool(ctx.find_root().params.get("debug"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line in a process of its own."""
    gc.set_threshold(_NEW_OBJECTS)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # JSON is UTF-8 everywhere; a name that is not UTF-8 is shown escaped
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="backslashreplace")
    cli.main(args=list(arguments) if arguments is not None else None, prog_name="termscan")
