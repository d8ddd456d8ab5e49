"""What went wrong, where in which file, and how to mend it. Imports nothing of termscan."""

from __future__ import annotations

from dataclasses import dataclass


class TermscanError(Exception):
    """An input that cannot be used.

    `str()` gives one line: the file, the place in it where there is one, what is wrong, and how to mend it.

    Args:
        problem: what is wrong, as a short clause without a full stop.
        path: the file as the user named it, or None.
        line, column: one-based position in that file, or None.
        hint: how to mend it, as a short imperative sentence, or None.
    """

    def __init__(
        self,
        problem: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
    ) -> None:
        self.problem, self.path, self.line, self.column, self.hint = problem, path, line, column, hint
        super().__init__(problem)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        said = f"{place}: {self.problem}" if place else self.problem
        return f"{said}. {self.hint}" if self.hint else said

    def __reduce__(self) -> tuple[object, ...]:  # workers hand errors back to the batch
        return (_rebuild, (type(self), self.problem, self.path, self.line, self.column, self.hint))


def _rebuild(
    kind: type[TermscanError],
    problem: str,
    path: str | None,
    line: int | None,
    column: int | None,
    hint: str | None,
) -> TermscanError:
    return kind(problem, path=path, line=line, column=column, hint=hint)


class DraftError(TermscanError):
    """A draft that cannot be read: empty, damaged, encrypted, no contract, or of the wrong type."""


class PasswordNeeded(DraftError):
    """A draft that is encrypted, and was given without its password."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake in a YAML file that a person wrote (a term sheet or a rule pack)."""

    line: int
    column: int
    problem: str
    hint: str | None = None


class TermSheetError(TermscanError):
    """A term sheet with mistakes; `faults` has them all, in the order of the file, and `str()` a line for each."""

    def __init__(self, path: str, faults: tuple[Fault, ...]) -> None:
        first = faults[0]
        super().__init__(first.problem, path=path, line=first.line, column=first.column, hint=first.hint)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(
            str(TermscanError(f.problem, path=self.path, line=f.line, column=f.column, hint=f.hint))
            for f in self.faults
        )

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (self.path, self.faults))


class RuleError(TermSheetError):
    """A rule pack with mistakes, told as those of a term sheet are."""


def unforeseen(fault: BaseException, path: str | None = None, *, debug: bool = False) -> TermscanError:
    """A fault of ours as an error to show. It names only the fault's type: its message may quote the contract.

    With `debug`, the traceback goes to standard error.
    """
    if debug:
        import traceback

        traceback.print_exception(fault)
    hint = "Please report this, with what `--debug` shows but without the draft."
    return DraftError(
        f"could not be dealt with; this is a fault of termscan ({type(fault).__name__})", path=path, hint=hint
    )
