"""Term sheets as people type them, imported and shown in short."""

from __future__ import annotations

from termscan import understanding, values
from termscan.handshake import Imported, Told, make, paper
from termscan.handshake.labels import labels
from termscan.handshake.pieces import Named, heard, pieces
from termscan.handshake.points import Point
from termscan.handshake.spoken import spoken
from termscan.handshake.understanding import joints
from termscan.model import PartyName
from termscan.rulebook import Rulebook
from termscan.termsheet import Term

HEAD = """\
Customer: Acme Retail Ltd
Provider: Studio North LLC (we)

"""


def imported(text: str, told: Told | None = None, name: str = "notes.txt") -> Imported:
    book, matcher = understanding.rules_of(())
    return make(paper.read(name, text.encode()), book, matcher, told or Told())


def shown(term: Term) -> str:
    """A term as a short line: its name, its value, and what stands beside it."""
    low, high = (term.accept.low, term.accept.high) if term.accept else (None, None)
    beside = {
        "accept": f"at least {values.canonical(low)}" if low else f"at most {values.canonical(high)}" if high else None,
        "priority": None if term.priority == "important" else term.priority,
        "by": term.by,
        "from": term.start,
        "for": term.scope,
        "of": term.of,
        "except": "; ".join(term.exceptions) or None,
    }
    said = ", ".join(f"{key} {words}" for key, words in beside.items() if words)
    return f"{term.kind} {term.agreed_text}" + (f" ({said})" if said else "")


def masked(said: list[Point], book: Rulebook) -> list[str]:
    """Points as the cues of spoken language see them."""
    named, known = Named(PartyName("Acme Retail Ltd"), PartyName("Studio North LLC"), "provider"), labels(book)
    cut = [piece for p in said for piece in pieces(p, p.label, named, joints(known, book, p.label))]
    return [ear.masked.words for ear in heard(cut, named, (spoken(book),))]
