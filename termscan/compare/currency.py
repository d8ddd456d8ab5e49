"""Sums whose sign or unit several currencies share: "$3,000,000" in a draft for a sheet in Canadian dollars."""

from __future__ import annotations

import re
from dataclasses import replace

from .. import values
from .matter import Matter

# a sign or a unit that several currencies share
_SHARED = re.compile(r"[$£¥]|\b(?:dollars?|pounds?)\b", re.IGNORECASE)


def in_its_currency(
    matter: Matter, ours: values.Value, theirs: values.Value | None, found: values.Found
) -> values.Value | None:
    """A value of the draft with its sums in the agreed currency, where the draft names no other by its own name."""
    if isinstance(ours, values.Money) and isinstance(theirs, values.Money):
        return _sum(matter, ours, theirs, found)
    if isinstance(ours, values.Multiple) and isinstance(theirs, values.Multiple):
        agreed = next((p for p in ours.parts if isinstance(p, values.Money)), None)
        if agreed is not None:
            parts = tuple(_sum(matter, agreed, p, found) if isinstance(p, values.Money) else p for p in theirs.parts)
            return replace(theirs, parts=parts)
    return theirs


def _sum(matter: Matter, ours: values.Money, theirs: values.Money, found: values.Found) -> values.Money:
    shared = set(values.signs(ours.currency)) & set(values.signs(theirs.currency))
    if ours.currency == theirs.currency or not shared or not _SHARED.search(matter.text, found.start, found.end):
        return theirs
    code = theirs.currency
    if matter.once(f"names {code}", lambda: values.names_currency(matter.text, code)):
        return theirs
    return replace(theirs, currency=ours.currency)
