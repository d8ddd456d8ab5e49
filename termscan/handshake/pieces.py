"""The sentences of points, read by the same cues that read drafts.

A point is cut into pieces, one statement each; every piece becomes a section of its own with the point's label for its
heading, so that a cue reads "Warranty: 90 days" as it reads the clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..extract.masking import SIDES, Masked
from ..extract.statements import Matcher, Statement, read_statements
from ..model import Document, PartyName, Side
from ..outline import Outline, Parties, Section, Sentence
from .points import Point
from .remarks import Remarks, exceptions, remarks
from .shorthand import written_out

_STOP = re.compile(
    r"(?<=[\w)%\"”'][.!])\s+(?=[A-Z(\"“])|\s*;\s*|(?<=[\w)%])\?\s+(?=[A-Z])|(?<=[a-z)]\.)\s+(?=[€£$]?\d)"
)
_ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|No|e\.g|i\.e|incl|excl|approx|max|min|vs|etc|St|Mr|Ms|Dr)\.$")
ROLES: dict[Side, tuple[str, ...]] = {
    "customer": ("Customer", "Client", "Licensee", "Buyer", "Purchaser", "Subscriber"),
    "provider": ("Provider", "Supplier", "Vendor", "Licensor", "Consultant", "Contractor", "Agency", "Developer", "Seller", "Studio", "Freelancer", "Designer"),
}  # fmt: skip


_PRONOUNS = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (
            r"\b(?:[Ee]ither|[Bb]oth|[Ee]ach|[Aa]ny)(?: one)? of us\b|\b[Ww]e both\b|\b[Bb]oth (?:of )?(?:you and (?:us|we)|us and you)\b",
            "either side",
        ),
        (r"\b[Nn]either of us\b", "neither side"),
        (r"\b[Ww]e(?:'(?:ll|re|ve|d))?\b|\b[Uu]s\b(?!\$)", "{ours}"),
        (r"\b[Oo]urs\b|\b[Oo]ur\b", "{ours}'s"),
        (r"\b[Tt]hey(?:'(?:ll|re|ve|d))?\b|\b[Yy]ou(?:'(?:ll|re|ve|d))?\b", "{theirs}"),
        (
            r"\b[Tt]heirs\b|\b[Yy]ours?\b|\b[Tt]heir(?= (?:own|fees|price|invoices|people|staff|data|consent|approval|insurer|tools|libraries|methods|name|logo|side|work)\b)",
            "{theirs}'s",
        ),
        (r"\b(?<=to )them\b", "{theirs}"),
    )
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One statement of a point: its words as written out, without its remarks, and what was taken out of them."""

    point: Point
    label: str
    words: str
    remarks: Remarks
    said: str  # as its writer put it, with names for "we" and "they"
    first: bool = True
    whole: str | None = None  # its words with the exceptions, where some were taken out
    raw: str = ""  # as its writer put it
    told: bool = False  # it only says who is who, or when it was agreed
    by: Side | None = None  # the side that stands before its colon ("Supplier: £1m")


@dataclass(frozen=True, slots=True)
class Heard:
    """What the cues make of a piece; offsets of the statements' values count in its words."""

    statements: tuple[Statement, ...]
    masked: Masked
    offset: int  # where the words begin in the text that was read

    def begin(self) -> int:
        """Where the piece's own words begin among the masked ones."""
        return self.masked.locate(self.offset, self.offset + 1)[0] if self.masked.words else 0

    def sides(self) -> list[str]:
        """The parties that the piece's words speak of, in order: "customer", "provider", "both"."""
        return [SIDES[c] for c in self.masked.words[self.begin() :] if SIDES.get(c) not in (None, "none")]


@dataclass(frozen=True, slots=True)
class Joints:
    """Where words may be parted: whether words begin a statement of their own, are one list, or are a known label."""

    begins: Callable[[str], bool]
    listed: Callable[[str], bool]
    known: Callable[[str], bool]


def pieces(point: Point, label: str, named: Named, joints: Joints) -> Iterator[Piece]:
    """A point's pieces; a piece of remarks alone ("We could live with 45.") belongs to the piece before it."""
    held: Piece | None = None
    for own, by, part in _labelled(label, point.words, named, joints):
        rest, beside = remarks(written_out(part))
        rest = named.spelt(rest)
        if held and not any(c.isalnum() for c in rest):
            held = _joined(held, beside, part)
            continue
        bare, excepted = exceptions(rest)
        if held and excepted and not any(c.isalnum() for c in bare):
            held = _joined(held, Remarks(exceptions=excepted), part)
            continue
        if held:
            yield held
        said = named.spelt(part)
        held = Piece(
            point,
            own,
            bare.rstrip(" .!"),
            replace(beside, exceptions=excepted),
            f"{'Customer' if by == 'customer' else 'Provider'}: {said}" if by else said,
            held is None,
            rest if excepted else None,
            by=by,
            raw=part,
        )
    if held:
        yield held


def _parts(words: str) -> Iterator[str]:
    """The sentences of a point, without their full stops."""
    at, depth = 0, 0
    for m in _STOP.finditer(words):
        depth = words.count("(", at, m.start()) - words.count(")", at, m.start())
        if depth > 0 or _ABBREVIATED.search(words[at : m.start()][-8:]):
            continue
        if part := words[at : m.start()].strip(" ;"):
            yield part
        at = m.end()
    if rest := words[at:].strip(" ;"):
        yield rest


_INNER = re.compile(r"(?P<label>[A-Z][\w &/'-]{1,40}):\s+(?P<words>.+)", re.DOTALL)


def _labelled(label: str, words: str, named: Named, joints: Joints) -> Iterator[tuple[str, Side | None, str]]:
    """The clauses of a point, each with its label: its own ("Breach: 15 days to cure") or that of the point.

    A clause may also have the side that it speaks of before its colon ("Supplier: £1m. Customer: unlimited.").
    """
    sentences = [words] if joints.listed(words) else list(_parts(words))
    first = sentences[0] if sentences else ""
    for one in sentences:
        inner = None if joints.listed(one) else _INNER.fullmatch(one)
        side = named.side(inner["label"]) if inner else None
        known = inner is not None and joints.known(inner["label"])
        own = inner["label"] if inner and known and not side else label
        rest = inner["words"] if inner and (known or side) else one
        for at, clause in enumerate([rest] if joints.listed(one) else _clauses(rest, joints.begins)):
            apart = own == label and (at > 0 or one is not first) and joints.begins(clause)
            yield "" if apart else own, side, clause


def _clauses(sentence: str, begins: Callable[[str], bool]) -> Iterator[str]:
    """A sentence parted at the commas after which another statement begins."""
    at = 0
    for m in re.finditer(r",\s+(?:and |but )?|\s+-+\s+|\s+[–—]\s+", sentence):
        open_bracket = sentence.count("(", at, m.start()) > sentence.count(")", at, m.start())
        if not open_bracket and sentence[at : m.start()].strip() and begins(sentence[m.end() :]):
            yield sentence[at : m.start()].strip()
            at = m.end()
    yield sentence[at:].strip()


def _joined(piece: Piece, more: Remarks, said: str) -> Piece:
    mine = piece.remarks
    both = Remarks(
        more.priority or mine.priority,
        more.accept or mine.accept,
        more.walk_away or mine.walk_away,
        more.doubt or mine.doubt,
        (*mine.exceptions, *more.exceptions),
    )
    return replace(piece, remarks=both, said=f"{piece.said}; {said}")


@dataclass(frozen=True, slots=True)
class Named:
    """The parties as the sheet names them, and which of them says "we"; None where nothing tells."""

    customer: PartyName
    provider: PartyName
    writer: Side | None

    def spelt(self, words: str) -> str:
        """Words with the parties' names for "we" and "our", "you" and "they"."""
        if self.writer is None:
            return words
        ours, theirs = (_short(p) for p in self._ordered())
        for pattern, said in _PRONOUNS:
            words = pattern.sub(said.format(ours=_literal(ours), theirs=_literal(theirs)), words)
        return words

    def side(self, words: str) -> Side | None:
        """The side that words name, and nothing else."""
        parties = self.parties()
        pairs: tuple[tuple[Side, PartyName], ...] = (("customer", parties.customer), ("provider", parties.provider))
        for side, party in pairs:
            if re.sub(r"(?i)^the ", "", words.strip()).lower() in {n.lower() for n in (party.name, *party.called)}:
                return side
        return None

    def _ordered(self) -> tuple[PartyName, PartyName]:
        pair = (self.customer, self.provider)
        return pair if self.writer == "customer" else (pair[1], pair[0])

    def parties(self) -> Parties:
        """Both sides with the roles that term sheets give them, beside their names."""
        return Parties(self._called("customer"), self._called("provider"))

    def _called(self, side: Side) -> PartyName:
        party = self.customer if side == "customer" else self.provider
        other = self.provider if side == "customer" else self.customer
        foreign = {c.lower() for c in (other.name, *other.called)}
        roles = [form for role in ROLES[side] if role.lower() not in foreign for form in (role, role.lower())]
        return PartyName(party.name, tuple(dict.fromkeys((*party.called, *_shorter(party.name), *roles))))


def _literal(name: str) -> str:
    return name.replace("\\", "")


def _short(party: PartyName) -> str:
    return party.called[0] if party.called else (_shorter(party.name) or (party.name,))[0]


def _shorter(name: str) -> tuple[str, ...]:
    """A name without its legal form, and its first words where they tell it ("Harbour Lane" of Harbour Lane Foods, Inc.)."""
    from ..outline.parties import short_name

    short = short_name(name)
    words = short.split()
    parts = [
        " ".join(words[:size]) for size in range(len(words), 1, -1) if words[size - 1] not in ("&", "and", "of", "the")
    ]
    first = words[0] if words else ""
    telling = len(words) < 2 or (
        len(first) > 3 and first.lower() not in ("the", "first", "new", "north", "south", "east", "west")
    )
    last = words[-1] if len(words) > 1 and words[-1].lower() in _BODIES else ""
    return tuple(n for n in (*parts, first if telling else "", last, last.lower()) if n)


# what a public body or an institution is called for short
_BODIES = (
    "council",
    "university",
    "bank",
    "trust",
    "hospital",
    "school",
    "institute",
    "museum",
    "foundation",
    "ministry",
    "college",
    "society",
    "association",
    "club",
    "authority",
    "board",
    "church",
)


def heard(all_pieces: Sequence[Piece], named: Named, matchers: Sequence[Matcher]) -> list[Heard]:
    """Every piece as the cues read it."""
    text, sections, sentences, offsets = "", [], [], []
    for piece in all_pieces:
        lead = f"{piece.label or 'Point'}: "  # a number that opens a line would be that of a paragraph
        start, offset = len(text), len(text) + len(lead)
        text += f"{lead}{piece.words}.\n\n"
        end = len(text) - 2
        headings = (piece.label,) if piece.label else ()
        sections.append(Section(start, end, None, piece.label or None, headings, 1, "body", start))
        sentences.append(Sentence(start, end, len(sections) - 1))
        offsets.append(offset)
    document = Document("", "", "text", text)
    outline = Outline(document, tuple(sections), tuple(sentences), named.parties(), ())
    by_piece: list[list[Statement]] = [[] for _ in all_pieces]
    for matcher in matchers:
        reading = read_statements(outline, matcher)
        for name, stated in reading.statements.items():
            for statement in () if name.startswith("trap.") else stated:
                by_piece[statement.sentence].append(statement)
    return [Heard(tuple(s), m, o) for s, m, o in zip(by_piece, reading.masked, offsets, strict=True)]
