"""A point that is no kind of term: what it obliges somebody to is agreed in plain words."""

from __future__ import annotations

import re

from .. import values
from .entry import entry
from .pieces import Heard, Piece
from .terms import OWN, Understood

_OBLIGES = re.compile(
    r"(?i)[\ue010-\ue013](?:'s)? (?:(?:also|only|itself|then|each|always|first) )?"
    r"(?:shall|will|must|may|can|cannot|agrees?|need(?:s)? to|has to|have to|is to|are to|to \w+|\w{3,}s)(?!\w)|"
    r"\b(?:is|are|be) (?:\w+ )?\w+ed by [\ue010-\ue013]|"
    r"\b(?:shall|must|may not|is entitled|has to|no later than|at (?:no|its own) cost)\b"
)
_COURTESY = re.compile(
    r"(?i)^(?:hi|hello|dear|thanks|thank you|best|regards|cheers|please|great|good|looking forward|let me|can you|"
    r"i (?:will|'ll)|as discussed|see you|speak soon|yours|sincerely|kind regards|attached|below|here (?:is|are)|just to|to recap|following)\b"
)
_MODAL = re.compile(r"(?i)\b(?:shall|must|will|may|can)\b")
_FEWEST = 4  # words of a duty
_LONGEST = 8  # words of a courtesy that nobody need be told of


def duty(piece: Piece, ear: Heard) -> Understood | None:
    """A point in plain words as a term of its own, where it obliges somebody."""
    obliges = _OBLIGES.search(ear.masked.words) and len(piece.words.split()) >= _FEWEST
    if (
        not obliges
        or (piece.told and not _MODAL.search(piece.words))
        or _COURTESY.match(piece.words)
        or piece.said.rstrip().endswith("?")
    ):
        return None
    words = " ".join(piece.said.split())
    text = values.parse("text", words if words.endswith((".", "!")) else f"{words}.")
    return entry(piece, f"other.{_name(piece)}", text, {}, OWN)


def courtesy(piece: Piece) -> bool:
    """Whether a piece only greets, thanks or takes leave."""
    return bool(_COURTESY.match(piece.point.words)) and len(piece.words.split()) <= _LONGEST


def _name(piece: Piece) -> str:
    """A name for a point in plain words: its label, else its first telling words."""
    shortest = 2 if piece.point.label else 4
    words = re.findall(r"[a-z]+", (piece.point.label or piece.words).lower())
    return "_".join([word for word in words if len(word) >= shortest][:3]) or "point"
