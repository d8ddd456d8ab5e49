"""What every command shares: how faults are told, where the answer goes, how wide it is, the progress bar."""

from __future__ import annotations

import functools
import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from .errors import PasswordNeeded, TermscanError, unforeseen

if TYPE_CHECKING:
    from .model import Document, Stage
    from .reports import Page

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])
INTERRUPTED = 130  # as shells count it: 128 and the number of the signal
UNUSABLE = 2
_PACKAGED = (".docx", ".doc", ".odt", ".pdf", ".xlsx", ".xls")  # what plain text under such a name would only damage


class Frame(click.Group):
    """A group of commands in which every fault is a line on standard error and an exit code, never a traceback."""

    def main(self, *args: Any, **extra: Any) -> Any:
        extra["standalone_mode"] = False
        try:
            code = super().main(*args, **extra)
        except click.ClickException as fault:
            if type(fault).__name__ == "NoArgsIsHelpError":  # newer releases of click only
                click.echo(fault.format_message())
                sys.exit(UNUSABLE)
            code = _told(_usage(fault))
        except click.Abort:  # at a question, as for a password
            click.echo("Interrupted.", err=True)
            code = INTERRUPTED
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(INTERRUPTED)
        except TermscanError as fault:
            ctx.exit(_told(str(fault)))
        except BrokenPipeError:  # who reads our output has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(UNUSABLE)
        except Exception as fault:
            ctx.exit(_told(str(unforeseen(fault, ctx.meta.get("draft"), debug=bool(ctx.params.get("debug"))))))


def _told(words: str) -> int:
    click.echo(words, err=True)
    return UNUSABLE


def _usage(fault: click.ClickException) -> str:
    words = " ".join(fault.format_message().split()).rstrip(".")
    command = fault.ctx.command_path if isinstance(fault, click.UsageError) and fault.ctx else "termscan"
    return f"{words}. `{command} --help` shows how it is called."


def remember(ctx: click.Context, _: click.Parameter, draft: str) -> str:
    """Keep the name of the draft, so that a fault of ours can say with which it came."""
    ctx.meta["draft"] = draft
    return draft


def asking_for_password(command: F) -> F:
    """The same command; where a draft turns out to be encrypted and somebody sits at a terminal, it asks and starts again."""

    @functools.wraps(command)
    def asking(*args: Any, password: str | None, **options: Any) -> Any:
        try:
            return command(*args, password=password, **options)
        except PasswordNeeded as needed:
            if not answers():
                raise
            secret = click.prompt(f"Password of {needed.path}", hide_input=True, err=True)
        return command(*args, password=secret, **options)

    return cast(F, asking)


def parts_told(draft: Document | Stage) -> list[TermscanError]:
    """A line on standard error for each part of a draft that could not be read."""
    told: list[TermscanError] = []
    for part in draft.unread:
        place = part.where if part.what in part.where else f"{part.what} {part.where}"
        told.append(TermscanError(f"not all of it could be read: {place}, {part.why}", path=draft.path))
        click.echo(str(told[-1]), err=True)
    return told


def answers() -> bool:
    """Whether somebody sits at a terminal who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def page(output: Path | None, quiet: bool = False) -> Page:
    """How wide and how colourful the screen is; a file and a pipe get plain text."""
    from .reports import Page

    screen = output is None and sys.stdout.isatty()
    colour = screen and not os.environ.get("NO_COLOR")
    return Page(min(shutil.get_terminal_size().columns, 120), styled=screen, colour=colour, brief=quiet)


def form_of(form: str | None, output: Path | None, known: Collection[str], otherwise: str = "rich") -> str:
    """The format asked for, else the one that the output file's ending names, else the one for the screen."""
    from .reports import OF_ENDING

    ending = output.suffix.lower() if output else ""
    named = OF_ENDING.get(ending, "")
    if form is None and named not in known and ending in _PACKAGED:
        endings = ", ".join(each for each, of in OF_ENDING.items() if of in known)
        raise click.UsageError(f"no {ending} file is written here; the endings are {endings}")
    return form or (named if named in known else otherwise)


def write(pieces: Iterable[str | bytes], output: Path | None) -> None:
    """Write the answer to the screen piece by piece, or to a file that takes its name when it is whole."""
    if output is None:
        for piece in pieces:
            if isinstance(piece, bytes) and sys.stdout.isatty():
                raise TermscanError("this format is no text for a screen", hint="Write it to a file: `-o FILE`.")
            click.echo(piece, nl=False)
        return
    try:
        _write_file(pieces, Path(os.path.realpath(output)))
    except OSError as fault:
        raise TermscanError(
            f"cannot be written ({fault.strerror})", path=str(output), hint="Name another file."
        ) from None


def place(output: str | None, form: str | None) -> Path | None:
    """Where the answer goes; in a folder, to its first page."""
    if output is None or not (output.endswith(("/", os.sep)) or Path(output).is_dir()):
        return Path(output) if output else None
    if form not in (None, "html"):
        raise click.UsageError(f"{output} is a folder, which takes a page (--format html); name a file for {form}")
    return Path(output) / "index.html"


def with_reviews(outcomes: Iterable[T], output: Path) -> Iterator[T]:
    """The same outcomes, each review written to a page of its own as it passes, in a folder beside the output file."""
    folder = output.with_name(reviews_of(output))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise TermscanError(f"cannot be made ({fault.strerror})", path=str(folder), hint="Name another file.") from None
    return _each_on_its_page(outcomes, folder)


def _each_on_its_page(outcomes: Iterable[T], folder: Path) -> Iterator[T]:
    from .model import Review
    from .reports import Page, write_review
    from .reports.html.portfolio import name_of_review

    for outcome in outcomes:
        if isinstance(outcome, Review):
            write([write_review("html", outcome, Page())], folder / name_of_review(outcome.draft.path))
        yield outcome


def reviews_of(output: Path) -> str:
    """The name of the folder with the reviews, beside a page over many drafts."""
    return f"{output.stem}-reviews"


def _write_file(pieces: Iterable[str | bytes], output: Path) -> None:
    device = output.exists() and not output.is_file()
    part = output if device else output.with_name(f".{output.name}.part")
    try:
        with part.open("wb") as file:
            for piece in pieces:
                file.write(piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace"))
        if not device:
            part.replace(output)
    finally:
        if not device:
            part.unlink(missing_ok=True)


def watched(results: Iterator[T], total: int, quiet: bool) -> Iterator[T]:
    """The same results, with a progress bar while they come, where a person watches."""
    if quiet or total < 2 or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(results, "Reading", total=total, console=Console(stderr=True), transient=True)
