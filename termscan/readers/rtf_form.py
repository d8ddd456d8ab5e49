"""What holds of the words of an RTF group, and the control words that change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

_DEFAULT_SIZE = 24  # half points


@dataclass(frozen=True, slots=True)
class Form:
    """What holds in a group: of characters, and of the paragraph."""

    hidden: bool = False
    colour: int = 0
    behind: int = 0
    size: int = _DEFAULT_SIZE
    font: int | None = None
    underlined: bool = False
    bold: bool = False
    bytes_after: int = 1  # that stand for a Unicode character, for readers that know none
    deleted: bool = False
    inserted: bool = False
    author: int | None = None
    when: int | None = None
    style: int = 0
    level: int | None = None
    depth: int | None = None
    shade: int = 0
    in_table: bool = False

    def plain(self) -> Form:
        """The characters as at the start."""
        return Form(
            bytes_after=self.bytes_after, style=self.style, level=self.level, depth=self.depth, shade=self.shade,
            in_table=self.in_table,
        )  # fmt: skip


def level_of(said: int | None) -> int | None:
    """The level of a heading; 9 is none."""
    return said if said is not None and 0 <= said < 9 else None


def _on(number: int | None) -> bool:
    return number != 0


FORMS: dict[str, Callable[[Form, int | None], Form]] = {
    **dict.fromkeys(("highlight", "chcbpat", "cb"), lambda form, n: replace(form, behind=n or 0)),
    **dict.fromkeys(("ul", "uld", "uldash", "uldb", "ulth", "ulw"), lambda form, n: replace(form, underlined=_on(n))),
    "ulnone": lambda form, n: replace(form, underlined=False),
    "plain": lambda form, n: form.plain(),
    "pard": lambda form, n: replace(form, style=0, level=None, depth=None, shade=0, in_table=False),
    "v": lambda form, n: replace(form, hidden=_on(n)),
    "b": lambda form, n: replace(form, bold=_on(n)),
    "cf": lambda form, n: replace(form, colour=n or 0),
    "fs": lambda form, n: replace(form, size=_DEFAULT_SIZE if n is None else n),
    "f": lambda form, n: replace(form, font=n),
    "uc": lambda form, n: replace(form, bytes_after=max(0, min(1 if n is None else n, 100))),
    "deleted": lambda form, n: replace(form, deleted=_on(n)),
    "revised": lambda form, n: replace(form, inserted=_on(n)),
    "revauth": lambda form, n: replace(form, author=n),
    "revdttm": lambda form, n: replace(form, when=n),
    "s": lambda form, n: replace(form, style=n or 0),
    "outlinelevel": lambda form, n: replace(form, level=level_of(n)),
    "ilvl": lambda form, n: replace(form, depth=max(0, n or 0)),
    "cbpat": lambda form, n: replace(form, shade=n or 0),
    "intbl": lambda form, n: replace(form, in_table=True),
}
