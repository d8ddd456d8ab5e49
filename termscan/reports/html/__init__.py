"""The review as a page of its own: one file, no network, the findings beside the draft's text.

Read in this order: differing (which words differ), pane (the draft's text with its evidence marked), page (what holds a
page together), and the templates beside them.
"""

from __future__ import annotations

from ...model import SEVERITIES, Review
from .. import Page
from .. import wording as say
from ..findings import findings
from .differing import differing
from .page import render
from .pane import paragraphs, spots


def write(review: Review, page: Page) -> str:
    """A whole HTML document."""
    rows = findings(review)
    proofs = [row.evidence for row in rows] + [row.evidence for row in review.terms if row.severity is None]
    proofs += [change.evidence for change in review.changes]
    proofs += [check.evidence for check in review.checklist or ()]
    numbers = spots(shown for proof in proofs for shown in proof)
    verdict, counted = say.answer(review).split(": ", 1)
    return render(
        "review.html",
        review=review,
        good=review.verdict == "ready",
        verdict=verdict,
        counted=counted,
        findings=rows,
        numbers=numbers,
        paragraphs=paragraphs(review.draft, numbers),
        differing=differing,
        severities=[s for s in SEVERITIES if any(row.severity == s for row in rows)],
        topics=list(dict.fromkeys(row.topic for row in rows)),
        verdicts=list(dict.fromkeys(row.verdict for row in rows)),
        ids={row.id for row in rows},
    )
