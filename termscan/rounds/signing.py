"""The last look before signing: a checklist of what must not be in a draft that is to be signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..compare import Matter
from ..compare.faults.amounts import blanks
from ..compare.faults.references import missing_exhibits
from ..compare.faults.signing import signature_blocks, signature_page
from ..compare.novelty import short
from ..model import SEVERITIES, Ask, Change, Check, DraftFault, Evidence, Severity, TermRow
from ..outline import Outline

Stretch = tuple[int, int]

MOST = 8  # places that one line of the checklist shows

_BLANK = re.compile(
    r"_{3,}|\[\s*[●•*#_…\s]*\]|[●•]{1,}(?=\s*\])|\bT\.?B\.?[DCA]\b|\[(?:insert|date|amount|name|to be)[^\]]{0,60}\]",
    re.IGNORECASE,
)
# what must still happen before the draft binds, as deal lawyers write it (conditions precedent, approvals)
_OPEN = re.compile(
    r"\b(?:subject to (?:the )?(?:prior |final |formal )?(?:approval|consent|review|confirmation|ratification)s? (?:of|by) (?:the |its |our |their )?(?:\w+['’]s )?(?:board|management|shareholders?|counsel|legal|investors?|lenders?|committee|parent)"
    r"|subject to (?:the )?(?:\w+['’]s )?(?:board|management|shareholders?['’]?|legal|final|internal) (?:approval|consent|review|sign-?off)"
    r"|subject to contract|conditional (?:up)?on|conditioned (?:up)?on|contingent (?:up)?on (?:the )?(?:closing|approval|financing|execution|signing|completion)"
    r"|to be (?:agreed|determined|confirmed|negotiated|finali[sz]ed)(?! (?:from time|in each|in the|by the parties from))|under (?:discussion|negotiation))\b",
    re.IGNORECASE,
)
_LINE = re.compile(r"(?im)\b(?P<what>name|title|capacity|position)[ \t]*:[ \t]*(?P<says>[^\n|]{0,80})")
_EMPTY = re.compile(r"[\s_.…\-\[\]●•]*$")
_SIGNING = "The signature blocks name the right parties, and who signs for them as what"


def checklist(
    matter: Matter,
    rows: Sequence[TermRow],
    asks: Sequence[Ask],
    defects: Sequence[DraftFault],
    changes: Sequence[Change] | None,
    fail_on: Severity,
) -> tuple[Check, ...]:
    """Every line of the checklist, passed or not.

    Args:
        changes: the differences to the last agreed draft; None where there is none to compare with.
    """
    outline = matter.reading.outline
    read = dict(outline.document.read)
    return (
        _terms(rows, asks, defects, fail_on),
        _last_draft(changes),
        _count("No comments are left in the file", read.get("comments", 0), "comment"),
        _count("No tracked changes are left in the file", read.get("tracked changes", 0), "tracked change"),
        _found("No blanks", outline, _blanks(matter), "a blank"),
        _found("Every exhibit is there", outline, [f.spans[0] for f in missing_exhibits(matter)], "it is not attached"),
        _signatures(matter),
        _found("No condition is still open", outline, _spans(_OPEN, outline), "still open"),
        _whole(outline),
    )


def _terms(rows: Sequence[TermRow], asks: Sequence[Ask], defects: Sequence[DraftFault], fail_on: Severity) -> Check:
    bad = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    named = [r.term for r in rows if r.severity in bad] + [a.ask for a in asks if a.severity in bad]
    named += [d.fault for d in defects if d.severity in bad]
    says = f"Open: {', '.join(dict.fromkeys(named))}." if named else "All agreed terms are kept."
    return Check("The agreed terms are kept, and nothing else was asked", not named, says)


def _last_draft(changes: Sequence[Change] | None) -> Check:
    what = "The draft is the last agreed draft, word for word"
    if changes is None:
        return Check(what, True, "No earlier draft was given to compare with.")
    count = len(changes)
    heavy = sum(c.substantive for c in changes)
    says = (
        f"{count} {'difference' if count == 1 else 'differences'}, {heavy} of substance." if count else "No difference."
    )
    return Check(what, not count, says, tuple(e for c in changes[:MOST] for e in c.evidence[:1]))


def _count(what: str, count: int, called: str) -> Check:
    return Check(what, not count, f"{count} {called}{'' if count == 1 else 's'}." if count else "None.")


def _found(what: str, outline: Outline, spans: Sequence[Stretch], called: str) -> Check:
    shown = tuple(outline.evidence(*s) for s in spans[:MOST])
    said = "; ".join(f'{_place(e)}: "{short(e.quote, 60)}"' for e in shown)
    more = f" and {len(spans) - MOST} more" if len(spans) > MOST else ""
    return Check(
        what,
        not spans,
        f"{said}{more} ({called})." if spans else "None found." if what.startswith("No") else "All are.",
        shown,
    )


def _place(shown: Evidence) -> str:
    return (
        f"section {shown.section}" if shown.section and shown.section[0].isdigit() else shown.section or "the opening"
    )


def _spans(pattern: re.Pattern[str], outline: Outline) -> list[Stretch]:
    return [m.span() for m in pattern.finditer(outline.document.text)]


def _blanks(matter: Matter) -> list[Stretch]:
    """Blanks, but for the lines to sign on; a tick box that is not ticked is none."""
    start, end = signature_page(matter.text)
    boxes = matter.reading.outline.boxes
    spans = {f.spans[0] for f in blanks(matter)} | set(_spans(_BLANK, matter.reading.outline))
    return sorted(s for s in spans if not (start <= s[0] < end or any(b[0] <= s[0] < b[1] for b in boxes)))


def _signatures(matter: Matter) -> Check:
    """Both parties are named where they sign, and who signs for them, and as what."""
    outline, text = matter.reading.outline, matter.text
    start, end = signature_page(text)
    if start == end:
        return Check(_SIGNING, False, "No signature block was found.")
    wrong = list(_unnamed(matter, text[start:]))
    strange = list(signature_blocks(matter))
    empty = [m for m in _LINE.finditer(text, start) if _EMPTY.match(m["says"])]
    wrong += [f.about for f in strange] + [f"{m['what'].capitalize()} is empty" for m in empty]
    spans = [f.spans[0] for f in strange] + [m.span() for m in empty]
    shown = tuple(outline.evidence(*s) for s in spans[:MOST])
    return Check(_SIGNING, not wrong, f"{'; '.join(dict.fromkeys(wrong))}." if wrong else "Both are named.", shown)


def _unnamed(matter: Matter, block: str) -> Iterator[str]:
    said = " ".join(block.lower().replace(",", " ").replace(".", " ").split())
    for side, agreed in (("customer", matter.sheet.customer), ("provider", matter.sheet.provider)):
        found = getattr(matter.reading.outline.parties, side)
        names = [n for n in (agreed.name, *agreed.called, found.name, *found.called) if n]
        if not any(" ".join(n.lower().replace(",", " ").replace(".", " ").split()) in said for n in names):
            yield f"{names[0] if names else 'The ' + side} is not named where it signs"


def _whole(outline: Outline) -> Check:
    skipped = [s for s in outline.document.skipped if s.what != "table of contents"]
    said = "; ".join(f"{s.what} ({s.where})" for s in skipped[:MOST])
    return Check(
        "Everything in the file could be read", not skipped, f"Not read: {said}." if said else "Nothing was left out."
    )
