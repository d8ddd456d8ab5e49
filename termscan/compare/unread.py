"""Parts of the draft that nobody could read: what they say of a term, nobody knows."""

from __future__ import annotations

from .. import values
from ..termsheet import Term
from .matter import Judgement, Matter

_SHOWN = 3  # parts that a message names


def settle(matter: Matter, term: Term, judged: Judgement) -> Judgement:
    """What is not found in a draft with parts that could not be read is unclear, whether it was to be there or not to be."""
    unread = matter.reading.outline.document.unread
    silent = judged.verdict == "missing" or (values.is_absent(term.agreed) and not judged.spans)
    if not (unread and silent):
        return judged
    more = f" and {len(unread) - _SHOWN} more" if len(unread) > _SHOWN else ""
    where = ", ".join(part.where for part in unread[:_SHOWN]) + more
    return Judgement("unclear", None, (), f"Not found in what could be read, and not all could be: {where}.")
