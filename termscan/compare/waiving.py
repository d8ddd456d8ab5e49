"""Waivers: which findings our side lets pass on a given day. They stay in the review and no longer decide its verdict."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from typing import Protocol, TypeVar

from ..model import Waiver
from ..termsheet import Waived


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=Named)


def waivers(agreed: Sequence[Waived], found: Collection[str], today: datetime.date) -> tuple[Waiver, ...]:
    """Each waiver of the sheet, with what it does to a draft that has the findings of these ids.

    A waiver holds through the day it names, and counts as expired from the next.
    """
    return tuple(
        Waiver(
            one.finding,
            one.reason,
            one.by,
            one.until.isoformat(),
            "idle" if one.finding not in found else "in force" if today <= one.until else "expired",
        )
        for one in agreed
    )


def standing(found: Sequence[N], waived: Sequence[Waiver]) -> tuple[N, ...]:
    """The findings that no waiver in force silences."""
    silent = {one.finding for one in waived if one.state == "in force"}
    return tuple(one for one in found if one.id not in silent)
