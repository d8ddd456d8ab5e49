"""The words that the reports share: the answer in one line, places, verdicts, the order of findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Protocol, TypeVar

from ..model import SEVERITIES, Document, Evidence, Review, Role, Severity, TermRow, Tracked, Waiver

LABELS: dict[Role, str] = {
    "states": "Draft says",
    "overrides": "Overridden",
    "limits": "Limited by",
    "defines": "Defined as",
    "conflicts": "But also",
}
"""How the words of the draft are introduced, by the part that they play."""

FORMATS = {
    "docx": "Word", "doc": "old Word", "pdf": "PDF", "odt": "OpenDocument", "rtf": "RTF", "html": "web page",
    "markdown": "Markdown", "email": "e-mail", "text": "text",
}  # fmt: skip
_UNSEEN = {
    **dict.fromkeys((*range(32), *range(127, 160)), " "),  # escape codes in a draft must not reach the terminal
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200B, 0xFEFF)),  # nor turn the line's direction
}


class Weighed(Protocol):
    """Anything with an id and a severity."""

    @property
    def id(self) -> str: ...

    @property
    def severity(self) -> Severity | None: ...


W = TypeVar("W", bound=Weighed)


# ---- the answer ------------------------------------------------------------------------------------------------------


def answer(review: Review) -> str:
    """READY or NOT READY, and how many of what, in one line."""
    silent = silenced(review)
    asks = sum(ask.id not in silent for ask in review.asks)
    faults = sum(fault.id not in silent for fault in review.faults)
    parts = [*_terms_said(review.terms, silent)]
    parts += [counted(asks, "new ask")] if asks else []
    parts += [counted(faults, "drafting fault")] if faults else []
    parts += [f"{len(silent)} waived"] if silent else []
    return f"{review.verdict.upper()}: {', '.join(parts)}"


def silenced(review: Review) -> set[str]:
    """The ids of the findings that a waiver in force silences."""
    return {waiver.finding for waiver in review.waivers if waiver.state == "in force"}


def _terms_said(rows: tuple[TermRow, ...], silent: Collection[str]) -> list[str]:
    standing = Counter(_standing(row) for row in rows if row.id not in silent)
    parts = [f"{standing[what]} {what}" for what in ("reopened", "left open", "better for us") if standing[what]]
    if not parts and silent:
        return [f"{counted(standing['kept'], 'agreed term')} kept"]
    if not parts:
        return [f"all {len(rows)} agreed terms kept" if len(rows) != 1 else "the agreed term kept"]
    number, what = parts[0].split(" ", 1)
    return [f"{number} of {counted(len(rows), 'term')} {what}", *parts[1:]]


def _standing(row: TermRow) -> str:
    if row.verdict == "kept":
        return "kept"
    if row.verdict not in ("changed", "weakened"):
        return "left open"
    return "better for us" if row.direction == "for us" else "reopened"


def weights(review: Review) -> str:
    """How many findings of each severity, worst first: "1 blocker, 3 high, 1 note"."""
    silent = silenced(review)
    weighed: tuple[Weighed, ...] = (*review.terms, *review.asks, *review.faults)
    found = Counter(one.severity for one in weighed if one.id not in silent)
    return ", ".join(
        f"{found[s]} {s}" if s not in ("blocker", "note") else counted(found[s], s) for s in SEVERITIES if found[s]
    )


def worst_first(found: Iterable[W]) -> list[W]:
    """By severity; within one severity in the order given."""
    return sorted(found, key=lambda one: SEVERITIES.index(one.severity or "note"))


def reported(review: Review) -> list[TermRow]:
    """The terms that are not kept, worst first."""
    return worst_first(row for row in review.terms if row.verdict != "kept")


def kept_with_note(review: Review) -> list[TermRow]:
    """The terms that are kept, though not in the words agreed, or only as it seems."""
    return [row for row in review.terms if row.verdict == "kept" and row.severity is not None]


def verdict_said(row: TermRow) -> str:
    """ "changed against us", "missing", "kept in other words", "kept, as it seems"."""
    if row.verdict == "kept":
        return "kept, as it seems" if not row.outright else "kept in other words" if row.otherwise else "kept"
    if row.verdict in ("missing", "unclear") or row.direction in (None, "neutral"):
        return row.verdict
    return f"{row.verdict} {row.direction}"


def waiver_said(waiver: Waiver) -> str:
    """ "waived by Jo until 2026-12-31: the client pays early anyway"."""
    ended = " (expired: it counts again)" if waiver.state == "expired" else ""
    return clean(f"waived by {waiver.by} until {waiver.until}: {waiver.reason}") + ended


def waivers_said(review: Review) -> list[str]:
    """A line for each waiver that touches this draft: "payment.due (T-3f9a2c), waived by Jo until 2026-12-31: …"."""
    names = {row.id: row.term for row in review.terms} | {ask.id: ask.ask for ask in review.asks}
    names |= {fault.id: fault.fault for fault in review.faults}
    touching = [waiver for waiver in review.waivers if waiver.state != "idle"]
    return [f"{clean(names[waiver.finding])} ({waiver.finding}), {waiver_said(waiver)}" for waiver in touching]


# ---- the draft's own words -------------------------------------------------------------------------------------------


def clean(text: str) -> str:
    """Text on one line that is safe to print: white space folded, nothing that moves a cursor or turns a line."""
    return " ".join(text.translate(_UNSEEN).split())


def clip(text: str, most: int) -> str:
    """At most so many characters, cut between words."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(" ,;") + "…"


def place(shown: Evidence) -> str:
    """ "Section 4.2, Invoices, page 3": what of it the draft has."""
    section = clean(shown.section or "")
    heading = clean(shown.heading or "")
    parts = [
        f"Section {section}" if section[:1].isdigit() else section,
        heading if heading.lower() != section.lower() else "",
        f"page {shown.page}" if shown.page else "",
        f"read from a picture, {shown.confidence:.0%} sure" if shown.confidence is not None else "",
    ]
    return ", ".join(part for part in parts if part) or "before the first section"


def tracked_said(tracked: Tracked | None) -> str:
    """ "inserted by J. Roe on 2026-09-20", or nothing."""
    if tracked is None:
        return ""
    by = f" by {clean(tracked.author)}" if tracked.author else ""
    return f"{tracked.change}{by}{f' on {clean(tracked.date)[:10]}' if tracked.date else ''} (tracked change)"


def stopped(words: str) -> str:
    """Words with a full stop; "Acme, Inc." brings its own."""
    return words if words.endswith(".") else words + "."


def parties_said(review: Review) -> str:
    """ "provider Studio North LLC (us) and customer Acme Retail Ltd"."""
    named = sorted(review.parties, key=lambda party: party[0] != review.our_side)
    return " and ".join(
        f"{side} {clean(party.name) or '(not named)'}{' (us)' if side == review.our_side else ''}"
        for side, party in named
    )


# ---- coverage --------------------------------------------------------------------------------------------------------


_ONE = {"text boxes": "text box"}


def read_said(draft: Document) -> str:
    """ "12 pages, 5,120 words, 2 tables, 1 footnote"."""
    return ", ".join(
        f"{count:,} {_ONE.get(what, what.removesuffix('s')) if count == 1 else what}"
        for what, count in draft.counted
        if count
    )


def skipped_said(draft: Document) -> list[str]:
    """A line for each part that was not read: "image, page 3: no text and no OCR"."""
    return [clean(f"{part.what}, {part.where}: {part.why}") for part in draft.skipped]


def coverage_said(draft: Document) -> list[str]:
    """What was read, then a line for each part that was not, or that nothing was left out."""
    left_out = [f"Not read: {part}." for part in skipped_said(draft)]
    return [f"Read: {read_said(draft)}.", *(left_out or ["Nothing was left out."])]


def counted(number: int, noun: str) -> str:
    """ "1 ask", "2 asks"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
