"""How many slips made by machine in the very passages that keep a term are seen: the plainest errors, on every contract at hand.

    TERMSCAN_SHARED=../shared python benchmarks/slips.py [--cases DIRECTORY] [--show SLIP]

Each faithful draft is reviewed; in the sentence that keeps a term one thing is altered, and the draft is read and judged
anew: the value doubled, its unit exchanged, a blank for it, its digits at odds with its words; a "not" behind a modal,
the parties exchanged, the sentence gone; a condition or an exception at its end, its duty softened, its beginning that of
a hope. At last the terms in plain words of the next case are looked for in it, which it does not say. Not every slip is
an error (the value may stand elsewhere too, the "not" may fall on another clause, the exception serve the side that the
term protects), so the figures are to be compared with those of before, not with 1; but what is harmless ought to be seen
in none. Beside what is seen stands what is kept only as it seems, with a note to the reader: of the slips, and of the terms
as the draft has them.
"""

from __future__ import annotations

import argparse
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from zlib import crc32

from termscan import termsheet, values
from termscan.compare import Matter, judge, unread
from termscan.compare.matter import Judgement
from termscan.extract import read_statements
from termscan.outline import outline
from termscan.termsheet import Term, TermSheet
from termscan.understanding import document_of, rules_of

SHARED = Path(os.environ.get("TERMSCAN_SHARED") or Path(__file__).parents[2] / "shared")
Slip = tuple[str, int, int, str]  # its name, and what stands instead of which words
WORDED = (values.Text, values.Choice, values.PartyValue, values.ListValue, values.Labelled)
_DOUBLED = {"one": "two", "two": "four", "three": "six", "five": "ten", "six": "twelve", "ten": "twenty", "twelve": "twenty-four",
            "fifteen": "thirty", "thirty": "sixty", "sixty": "one hundred twenty", "ninety": "one hundred eighty"}  # fmt: skip
_WORD = re.compile(rf"(?i)\b(?:{'|'.join(_DOUBLED)})\b(?!-)")
_NUMBER = re.compile(r"(?<![\d.,])\d+(?![\d.,]*\d)")
_UNITS = ((r"\bbusiness days?\b", "days"), (r"\bdays\b", "business days"), (r"\bmonths\b", "weeks"), (r"\bmonth\b", "year"),
          (r"\byears\b", "months"), (r"\byear\b", "month"), (r"\$", "EUR "))  # fmt: skip
_MODAL = re.compile(r"\b(?:shall|will|may|must|is|are)\b(?! not)")
_DUTY = re.compile(r"\b(?:shall|will|must)\b(?! not)")
# put at the end of the sentence; {us} and {them} are the parties as the contract calls them
_AT_THE_END = {
    "condition": (
        ", provided that {us} has first met all of its purchase targets", ", subject to the approval of the board of {them}",
        ", so long as no dispute is then outstanding", ", only once {us} has delivered a certificate to that effect",
        ", if and to the extent that {them} has received the corresponding sums from its own customers",
    ),
    "carve-out": (
        ", except where {them} reasonably determines otherwise", ", but not in relation to renewal orders",
        ", other than during any month in which the volumes ordered fall short of forecast", ", excluding any period of suspension",
        ", save for matters arising from the use of subcontractors", ", except as set out in any operating manual issued by {them}",
    ),
    "harmless": (
        ", in accordance with the terms of this Agreement", ", as provided in this Agreement", " in each case",
        ", each as described herein", " at all times during the Term",
    ),
}  # fmt: skip
# for the last modal of duty in the words that keep the term
_SOFTER = (
    "shall use reasonable efforts to",
    "shall endeavour to",
    "may, at its discretion,",
    "intends to",
    "expects to",
)
_HOPES = (
    "By way of illustration only, ", "The parties contemplate that ", "As a non-binding target, ",
    "It is the current expectation of the parties that ",
)  # fmt: skip
_NUMBERED = re.compile(r"(?:\(?[\dA-Za-z.]{1,6}[.)]\s*)?(?:[A-Z][\w ]{2,40}\.\s+)?")
_ENDS = re.compile(r"[.;:,]?\s*(?:and|or)?\s*$")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=Path, default=SHARED / "bench/cases")
    parser.add_argument("--show", help="print what is not seen of a slip of this name")
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    cases = sorted(c for c in asked.cases.iterdir() if (c / "drafts/faithful.txt").is_file())
    with Pool(asked.jobs) as pool:
        rows = [row for found in pool.imap(_slipped, cases) for row in found]
        rows += [
            row for found in pool.starmap(_unsaid, zip(cases, [*cases[1:], *cases[:1]], strict=True)) for row in found
        ]
    made, noted = Counter(row[0] for row in rows), Counter(row[0] for row in rows if row[3] == "noted")
    seen = Counter(row[0] for row in rows if row[3] not in ("kept", "noted"))
    for slip, n in made.most_common():
        print(f"{slip:16} {seen[slip] / n:.3f}  {seen[slip]}/{n}, noted {noted[slip] / n:.3f}")
    for slip, case, term, verdict, instead in rows:
        if slip == asked.show and verdict in ("kept", "noted"):
            print(f"{case} {term}: {instead!r}")


def _slipped(case: Path) -> list[tuple[str, str, str, str, str]]:
    """Every slip in a case's faithful draft: its name, the case, the term, the verdict, and what was put in."""
    book, _ = rules_of(())
    path = case / "drafts/faithful.txt"
    sheet = termsheet.load(case / "terms.yaml", book)
    matter = _matter(sheet, path, None)
    out = []
    for term in sheet.terms:
        kept = unread.settle(matter, term, judge(matter, term))
        spans = kept.spans if kept.verdict == "kept" else ()
        for name, start, end, instead in _slips(matter, term, spans[0][1], spans[0][2]) if spans else ():
            again = _matter(sheet, path, matter.text[:start] + instead + matter.text[end:])
            out.append((name, case.name, term.name, _called(unread.settle(again, term, judge(again, term))), instead))
        out += [("as it stands", case.name, term.name, _called(kept), "")] if spans else []
    return out


def _unsaid(case: Path, other: Path) -> list[tuple[str, str, str, str, str]]:
    """The terms in plain words of another case, none of which this draft says."""
    book, _ = rules_of(())
    matter = _matter(termsheet.load(case / "terms.yaml", book), case / "drafts/faithful.txt", None)
    terms = (t for t in termsheet.load(other / "terms.yaml", book).terms if isinstance(t.agreed, values.Text))
    judged = ((t, unread.settle(matter, t, judge(matter, t))) for t in terms)
    return [("unsaid", case.name, t.name, _called(j), t.agreed_text) for t, j in judged]


def _called(judged: Judgement) -> str:
    """The verdict; "noted" where the term is kept only as it seems."""
    return "noted" if judged.seems else judged.verdict


def _matter(sheet: TermSheet, path: Path, text: str | None) -> Matter:
    book, kinds = rules_of(())
    document = document_of(path, text.encode() if text is not None else None, None)
    return Matter(sheet, read_statements(outline(document, sheet.customer, sheet.provider), kinds), book)


def _slips(matter: Matter, term: Term, at: int, ends: int) -> Iterator[Slip]:
    """What is altered for a term, in the sentence of the words that keep it."""
    start, end = matter.sentence_span(matter.sentence_at(at))
    sentence = matter.text[start:end]
    yield "deletion", start, end, ""
    if isinstance(term.agreed, values.Text):
        yield "plain words gone", start, end, ""
    yield from _beside(matter, term, start, end, ends)
    if isinstance(term.agreed, WORDED):
        for m in [m for m in _MODAL.finditer(sentence) if m.start() + start < ends][-1:]:
            yield "negation", start + m.start(), start + m.end(), f"{m[0]} not"
        if isinstance(term.agreed, values.Choice | values.PartyValue):
            exchanged = _exchanged(matter, sentence)
            yield from [("exchange", start, end, exchanged)] if exchanged != sentence else []
        return
    found = (f for f in values.find(sentence) if f.value is not None)
    same = next((f for f in found if values.canonical(f.value) == values.canonical(term.agreed)), None)  # type: ignore[arg-type]
    if same is None:
        return
    said = sentence[same.start : same.end]
    for name, instead in (
        ("value", _WORD.sub(lambda m: _DOUBLED[m[0].lower()], _NUMBER.sub(lambda m: str(int(m[0]) * 2), said))),
        ("unit", next((re.sub(old, new, said, count=1) for old, new in _UNITS if re.search(old, said)), said)),
        ("blank", re.sub(r"[A-Za-z-]+ ?\(\s*\d+\s*\)|\d[\d,.]*", "________", said, count=1)),
        ("mismatch", re.sub(r"\(\s*(\d+)\s*\)", lambda m: f"({int(m[1]) + 15})", said, count=1)),
    ):
        if instead != said:
            yield name, start + same.start, start + same.end, instead


def _beside(matter: Matter, term: Term, start: int, end: int, ends: int) -> Iterator[Slip]:
    """What is put beside the words that keep a term, or before them; which of the wordings, the term's name says."""
    sentence = matter.text[start:end]
    close = start + _ENDS.search(sentence).start()  # type: ignore[union-attr]
    who = matter.reading.outline.parties
    ours, theirs = (min((n for n in (p.name, *p.called) if n), key=len) for p in (who.customer, who.provider))
    us, them = (ours, theirs) if matter.sheet.our_side == "customer" else (theirs, ours)
    for name, wordings in _AT_THE_END.items():
        yield name, close, close, _one_of(wordings, term).format(us=us, them=them)
    for m in [m for m in _DUTY.finditer(sentence) if m.start() + start < ends][-1:]:
        yield "softened", start + m.start(), start + m.end(), _one_of(_SOFTER, term)
    first = _NUMBERED.match(sentence).end()  # type: ignore[union-attr]
    if sentence[first : first + 1].isupper():
        yield "hoped", start + first, start + first, _one_of(_HOPES, term)


def _one_of(wordings: Sequence[str], term: Term) -> str:
    """One of some wordings, the same in every run."""
    return wordings[crc32(term.name.encode()) % len(wordings)]


def _exchanged(matter: Matter, sentence: str) -> str:
    """A sentence with the names of the parties exchanged."""
    who = matter.reading.outline.parties
    ours, theirs = ({p.name, *p.called} - {""} for p in (who.customer, who.provider))
    either = sorted(ours | theirs, key=len, reverse=True)
    if not (ours and theirs):
        return sentence
    instead = dict.fromkeys(ours, min(theirs, key=len)) | dict.fromkeys(theirs, min(ours, key=len))
    return re.sub("|".join(rf"\b{re.escape(n)}\b" for n in either), lambda m: instead[m[0]], sentence)


if __name__ == "__main__":
    main()
