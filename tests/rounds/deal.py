"""A small deal, clause by clause, from which the rounds of the tests are made."""

from __future__ import annotations

from dataclasses import replace

from termscan import pipeline, rulebook, termsheet
from termscan.compare import Matter, compare
from termscan.extract import matcher, read_statements
from termscan.extract.statements import Reading
from termscan.outline import outline
from termscan.readers import read
from termscan.rounds import Answer
from termscan.rounds.attributing import Attribution
from termscan.rounds.comparing import attribute

TERMS = """
deal: Orchard survey
parties: {customer: Orchard Foods Ltd, provider: Plumb & Line LLC}
our_side: provider
terms:
  payment:
    due: 30 days
    late_interest: 1% per month
  liability:
    cap: USD 50,000
  term:
    initial_term: 2 years
    convenience_notice: 60 days
  general:
    confidentiality: 3 years
    governing_law: Delaware
leave_to_counsel: [deliverables.*, ip.*]
"""

OPENING = (
    'Survey Agreement\n\nThis Agreement is between Orchard Foods Ltd (the "Client") and Plumb & Line LLC '
    '(the "Surveyor"), effective 1 May 2026.'
)
CLAUSES = {
    "1. Services": "The Surveyor shall survey the orchards of the Client and report on each of them.",
    "2. Payment": "The Client shall pay each invoice within thirty (30) days after receipt.",
    "3. Interest": "Amounts that are overdue bear interest at 1% per month.",
    "4. Liability": "The total liability of the Surveyor under this Agreement shall not exceed USD 50,000.",
    "5. Term": "This Agreement has an initial term of two (2) years from its effective date.",
    "6. Termination": "Either party may terminate this Agreement for convenience on sixty (60) days' written notice.",
    "7. Confidentiality": "Each party shall keep the other's confidential information secret for three (3) years after the end of this Agreement.",
    "8. Law": "This Agreement is governed by the laws of Delaware.",
}


def draft(changed: dict[str, str] | None = None, clauses: dict[str, str] | None = None) -> str:
    """The agreement with some of its clauses said otherwise, by heading; an empty text takes a clause out."""
    every = {**(clauses or CLAUSES), **(changed or {})}
    return "\n\n".join([OPENING, *(f"{heading}. {words}" for heading, words in every.items() if words)]) + "\n"


def numbered(clauses: dict[str, str], first: int = 1) -> dict[str, str]:
    """The clauses counted anew in their order."""
    return {f"{n}. {heading.split('. ')[1]}": words for n, (heading, words) in enumerate(clauses.items(), first)}


def sheet() -> termsheet.TermSheet:
    from pathlib import Path
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "terms.yaml"
        path.write_text(TERMS, encoding="utf-8")
        return replace(termsheet.load(path, rulebook.load()), path="terms.yaml")


SHEET = sheet()
BOOK = rulebook.load()
RULES = matcher(BOOK)


def reading(text: str) -> Reading:
    document = read("draft.txt", data=text.encode())
    return read_statements(outline(document, SHEET.customer, SHEET.provider), RULES)


def attribution(old: str, new: str) -> Attribution:
    """Both drafts judged by themselves, and what is seen of each change between them."""
    answers = []
    for text in (old, new):
        matter = Matter(SHEET, reading(text), BOOK)
        rows, asks, _ = compare(matter)
        answers.append(Answer(matter, rows, asks))
    return attribute(*answers)


def sentence(words: str) -> Reading:
    """One sentence of the deal, read in its agreement, so that its parties are known."""
    return reading(f"{OPENING}\n\n1. Clause. {words}\n")


def write(folder, **texts: str):
    """Drafts as files of a folder."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "terms.yaml").write_text(TERMS, encoding="utf-8")
    return folder


def review(tmp_path, old: str, new: str, **more):
    """The new draft against the sheet and the old draft."""
    folder = write(tmp_path, old=old, new=new)
    return pipeline.review(folder / "new.txt", folder / "terms.yaml", previous=folder / "old.txt", **more)
