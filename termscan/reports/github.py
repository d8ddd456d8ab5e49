"""The review as annotations of GitHub Actions: a line for each finding, which the service shows beside the draft.

The format: GitHub, "Workflow commands for GitHub Actions" (`::error file=…,line=…,title=…::message`).
"""

from __future__ import annotations

from ..model import Document, Review, Severity
from . import Page
from . import wording as say
from .findings import Finding, findings
from .lines import line_and_column

LEVELS: dict[Severity, str] = {
    "blocker": "error",
    "high": "error",
    "medium": "warning",
    "low": "notice",
    "note": "notice",
}


def write(review: Review, page: Page) -> str:
    """The annotations, worst first, then what was read and the answer, a line each; a waived finding is a notice."""
    lines = [_line(one, review.draft) for one in findings(review)]
    answer = "notice" if review.verdict == "ready" else "error"
    lines.append(_coverage(review.draft))
    return "\n".join([*lines, f"::{answer} title=termscan::{_message(say.answer(review))}"]) + "\n"


def _line(finding: Finding, draft: Document) -> str:
    level = "notice" if finding.silent else LEVELS[finding.severity]
    title = f"{finding.name}: {finding.said} ({finding.severity})"
    place = f"file={_property(draft.path)}"
    if finding.evidence and draft.format == "text":  # only there are the lines of the text those of the file
        line, _ = line_and_column(draft.text, finding.evidence[0].start)
        place += f",line={line}"
    where = f" ({say.place(finding.evidence[0])})" if finding.evidence else ""
    waived = f" {say.waiver_said(finding.waiver)}." if finding.silent and finding.waiver else ""
    said = f"{finding.message}{where}{waived} {finding.question or ''}".strip()
    return f"::{level} {place},title={_property(title)}::{_message(said)}"


def _coverage(draft: Document) -> str:
    """One line, for the service shows ten of a kind; a warning where a part may say anything."""
    level = "warning" if draft.unread else "notice"
    title = "not all of it could be read" if draft.unread else "what was read"
    return f"::{level} file={_property(draft.path)},title={title}::{_message(' '.join(say.coverage_said(draft)))}"


def _message(text: str) -> str:
    return say.clean(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
