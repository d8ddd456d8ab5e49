"""What the eye sees and what the file says: words that no page shows, letters that pass for others, pages that are pictures.

Look-alikes are those of the Unicode security data (UTS 39, confusables) that Latin letters and digits have in the Greek,
Cyrillic and Armenian scripts; they count only in a word that has Latin letters or digits too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..matter import Matter
from .finding import Finding

_ALIKE = "АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονՕօ"
_PASSING = re.compile(rf"[A-Za-z\d$€£][\w]*[{_ALIKE}]\w*|\b[{_ALIKE}]+[A-Za-z\d]\w*")
_SHOWN = 160  # characters of hidden words in a message


def hidden_words(matter: Matter) -> Iterator[Finding]:
    """Words that the file has and its pages do not show, beside those that stand before them."""
    text = matter.text
    for hidden in matter.reading.outline.document.hidden:
        at = min(hidden.at, len(text))
        start = max(text.rfind("\n", 0, at), text.rfind(". ", 0, at) + 1, at - _SHOWN) + 1
        beside = (start, at) if text[start:at].strip() else (at, min(len(text), at + _SHOWN))
        words = hidden.words if len(hidden.words) <= _SHOWN else hidden.words[:_SHOWN].rsplit(" ", 1)[0] + " …"
        yield Finding("hidden-text", (beside,), f'"{words}"', words, hidden.how)


def unread_parts(matter: Matter) -> Iterator[Finding]:
    """Parts of the file that nobody could read: a draft is not ready while they may say anything."""
    for part in matter.reading.outline.document.unread:
        yield Finding(
            "unread-part",
            (_near(matter, part.at),),
            part.where,
            part.where if part.what in part.where else f"{part.what}, {part.where}",
            part.why,
        )


def recognised_pages(matter: Matter) -> Iterator[Finding]:
    """Pages whose words were read from a picture: each is worth a look at the page itself."""
    document = matter.reading.outline.document
    pages = (*(document.pages or ()), len(document.text))
    for number, (start, end) in enumerate(pairwise(pages)):
        found = [(r.confidence, r.end - r.start) for r in document.recognised if r.start < end and start < r.end]
        if found and end > start:
            sure = sum(confidence * length for confidence, length in found) / sum(length for _, length in found)
            said = f"{sure:.0%}"
            yield Finding(
                "recognised-page", (_near(matter, start),), f"page {number + 1} ({said})", str(number + 1), said
            )


def _near(matter: Matter, at: int) -> tuple[int, int]:
    """A few words at a place, to show where it is."""
    text = matter.text
    start = min(at, len(text))
    start += len(text[start:]) - len(text[start:].lstrip())
    end = text.find("\n", start, start + _SHOWN)
    if start >= len(text):
        start, end = max(0, len(text.rstrip()) - _SHOWN), len(text.rstrip())
    return start, end if end > 0 else min(len(text), start + _SHOWN)


def passing_letters(matter: Matter) -> Iterator[Finding]:
    """Words of Latin letters in which one of another script stands for its look-alike."""
    if matter.text.isascii():
        return
    for found in _PASSING.finditer(matter.text):
        foreign = "".join(dict.fromkeys(c for c in found[0] if c in _ALIKE))
        if not found[0].isascii() and not all(c in _ALIKE for c in found[0] if c.isalpha() and not c.isascii()):
            continue  # a word of that script with a Latin letter in it
        yield Finding("foreign-letters", (found.span(),), f'"{found[0]}"', found[0], foreign)
