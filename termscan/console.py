"""What every command shares: how faults are told, where the answer goes, how wide it is, the progress bar."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .errors import TermscanError, unforeseen

if TYPE_CHECKING:
    from .reports import Page

T = TypeVar("T")
INTERRUPTED = 130  # as shells count it: 128 and the number of the signal
UNUSABLE = 2


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


def answers() -> bool:
    """Whether somebody sits at a terminal who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def page(output: Path | None, quiet: bool = False) -> Page:
    """How wide and how colourful the screen is; a file and a pipe get plain text."""
    from .reports import Page

    screen = output is None and sys.stdout.isatty()
    colour = screen and not os.environ.get("NO_COLOR")
    return Page(min(shutil.get_terminal_size().columns, 120), styled=screen, colour=colour, brief=quiet)


def form_of(form: str | None, output: Path | None, known: Iterable[str]) -> str:
    """The format asked for, else the one that the output file's ending names, else the one for the screen."""
    from .reports import OF_ENDING

    by_ending = OF_ENDING.get(output.suffix.lower(), "rich") if output else "rich"
    return form or (by_ending if by_ending in known else "rich")


def write(pieces: Iterable[str | bytes], output: Path | None) -> None:
    """Write the answer to the screen piece by piece, or to a file that takes its name when it is whole."""
    if output is None:
        for piece in pieces:
            if isinstance(piece, bytes) and sys.stdout.isatty():
                raise TermscanError("a spreadsheet is no text for a screen", hint="Write it to a file: `-o FILE`.")
            click.echo(piece, nl=False)
        return
    try:
        _write_file(pieces, Path(os.path.realpath(output)))
    except OSError as fault:
        raise TermscanError(
            f"cannot be written ({fault.strerror})", path=str(output), hint="Name another file."
        ) from None


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
