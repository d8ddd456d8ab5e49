"""What is said beside the draft's words: what was agreed, what the draft says, why it matters, the question.

The other side may read it. So nothing of our own hand is in it: no priority, no severity, no remark of the term sheet, and
not what we would accept beside what was agreed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ..model import Evidence, Review
from ..reports import wording as say
from ..reports.findings import Finding, findings
from .places import Places

Paragraph = tuple[str, str]  # a lead that is set in bold, and words
LEFT_OPEN = "We have not changed the words here; we would like to find them together with you."
_OBJECT = r"\b(costs?|for|to|leaves?|wins|protects|against|from|with|of|by|gives|binds) you\b"
_OURS = tuple(
    (re.compile(pattern), ours)
    for pattern, ours in (
        (_OBJECT, r"\1 us"), (r"\byourself\b", "ourselves"), (r"\bYour\b", "Our"), (r"\byour\b", "our"),
        (r"\bYou\b", "We"), (r"\byou\b", "we"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Note:
    """A finding's words, and where in the draft's text they belong."""

    start: int
    end: int
    paragraphs: tuple[Paragraph, ...]


def noted(review: Review) -> list[Finding]:
    """The findings that get a note; those that our side lets pass get none."""
    return [finding for finding in findings(review) if not finding.silent]


def notes(found: Sequence[Finding], places: Places, left_open: Collection[str] = ()) -> list[Note]:
    """A note for every finding on the words that prove it, or where they are missing, in the order of the draft.

    Args:
        found: the findings.
        places: the draft.
        left_open: the ids of findings of which a note says that the words could not be restored by rule.
    """
    written = sorted((n for f in found for n in _of(f, places, f.id in left_open)), key=lambda n: (n.start, -n.end))
    joined: list[list[Note]] = []
    for note in written:
        if joined and joined[-1][0].start <= note.start and note.end <= joined[-1][0].end:
            joined[-1].append(note)
        else:
            joined.append([note])
    return [_as_one(alike) for alike in joined]


def paragraphs_of(finding: Finding, left_open: bool = False) -> tuple[Paragraph, ...]:
    """All that is said of a finding."""
    said = [_lead(finding), ("Why it matters:", _in_our_voice(finding.why or "")), ("", _question(finding))]
    said += [("", LEFT_OPEN)] if left_open else []
    return tuple((lead, say.clean(words)) for lead, words in said if words)


def subject(finding: Finding) -> str:
    """ "due", "cure period (non-payment)": what a finding is about, in words."""
    if finding.verdict == "fault":
        return "drafting"
    name = finding.name.split(".", 1)[-1].replace("_", " ")
    return _letters(re.sub(r"\[(.*)\]$", r" (\1)", name))


def _of(finding: Finding, places: Places, left_open: bool) -> Iterator[Note]:
    """The whole note on the words that matter most, and a pointer to it on the others."""
    if not finding.evidence:
        start, end = _where_it_would_stand(finding, places)
        yield Note(start, end, paragraphs_of(finding, left_open))
        return
    main = next((e for e in finding.evidence if e.role != "states"), finding.evidence[0])
    yield Note(main.start, main.end, paragraphs_of(finding, left_open))
    for other in dict.fromkeys(finding.evidence):
        if other is not main and not _overlap(other, main):
            pointer = f"{_capital(subject(finding))}: please see the comment at {say.place(main)}."
            yield Note(other.start, other.end, (("", pointer),))


def _where_it_would_stand(finding: Finding, places: Places) -> tuple[int, int]:
    """The heading of the section in which a missing term fits, else the draft's first line."""
    fits = places.fitting(finding)
    shown = places.heading_of(fits.like.start) if fits else places.draft.blocks[0]
    return shown.start, shown.end


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end


def _lead(finding: Finding) -> Paragraph:
    agreed = say.clean(finding.agreed or "").rstrip(".")
    if finding.verdict == "kept":  # its own message may say what we would accept
        return f"{_topic(finding)}. Agreed: {agreed}.", f"The draft says {finding.found or 'it in other words'}."
    if finding.agreed is not None:
        return f"{_topic(finding)}. Agreed: {agreed}.", finding.message
    if finding.verdict == "new":
        return "Not in our term sheet.", _capital(finding.message.removeprefix("New: "))
    return "A point of drafting.", finding.message


def _topic(finding: Finding) -> str:
    """ "Payment, due"."""
    about = say.clean(subject(finding))
    return _capital(about if finding.topic == "other" else f"{_letters(finding.topic)}, {about}")


def _letters(name: str) -> str:
    """Names of which each letter is a word, in capitals."""
    return re.sub(r"\b(?:ip|ai)\b", lambda found: found[0].upper(), name)


def _in_our_voice(why: str) -> str:
    """What a rule says to our side ("You finance the work"), as our side says it ("We finance the work")."""
    for pattern, ours in _OURS:
        why = pattern.sub(ours, why)
    return why


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _question(finding: Finding) -> str:
    return finding.question or ("Could you correct it?" if finding.verdict == "fault" else "")


def _as_one(alike: list[Note]) -> Note:
    """Notes on the same words, or on some of them, as one; what one has said, the next need not."""
    said: list[Paragraph] = []
    for note in alike:
        if not any(note.paragraphs[0][1].rstrip(".") in words for _, words in said):
            said += note.paragraphs
    return Note(alike[0].start, alike[0].end, tuple(said))
