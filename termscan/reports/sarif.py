"""The review for machines that collect findings: SARIF 2.1.0.

The format: OASIS, Static Analysis Results Interchange Format Version 2.1.0, 27 March 2020. Offsets, lines and columns
count in the text that `termscan text DRAFT` prints, which for a text draft is the draft itself.
"""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from .. import __version__
from ..model import Document, Evidence, Review, Severity
from . import Page
from . import wording as say
from .findings import Finding, findings
from .json import coverage_object
from .lines import line_and_column

LEVELS: dict[Severity, str] = {
    "blocker": "error",
    "high": "error",
    "medium": "warning",
    "low": "note",
    "note": "note",
}
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
Object = dict[str, Any]


def write(review: Review, page: Page) -> str:
    """One run with a result for each finding, indented for the eye."""
    found = findings(review)
    names = sorted({_rule(one) for one in found})
    run: Object = {
        "tool": {"driver": {"name": "termscan", "version": __version__, "rules": [{"id": name} for name in names]}},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(review.draft.path)}, "hashes": {"sha-256": review.draft.sha256}}],
        "invocations": [_reading(review.draft)],
        "results": [_result(one, names.index(_rule(one)), review.draft) for one in found],
        "properties": {"verdict": review.verdict, "coverage": coverage_object(review.draft)},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding, index: int, draft: Document) -> Object:
    told: Object = {
        "ruleId": _rule(finding),
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": " ".join(say.clean(said) for said in (finding.message, finding.question) if said)},
        "locations": [_location(finding.evidence[0] if finding.evidence else None, draft)],
        "partialFingerprints": {"termscan/1": finding.id},
        "properties": {"verdict": finding.verdict, "severity": finding.severity, "direction": finding.direction},
    }
    if len(finding.evidence) > 1:
        told["relatedLocations"] = [
            {"id": number, **_location(shown, draft), "message": {"text": say.LABELS[shown.role]}}
            for number, shown in enumerate(finding.evidence[1:], 1)
        ]
    if finding.silent and finding.waiver:
        told["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": say.waiver_said(finding.waiver)}
        ]
    return told


def _reading(draft: Document) -> Object:
    """What was not read, as SARIF has it: an error is what leaves the results incomplete (3.58.6), and no success (3.20.14)."""
    left_out = [
        {
            "level": "error" if part.unread else "note",
            "message": {"text": f"Not read: {said}."},
            "locations": [_location(None, draft)],
        }
        for part, said in zip(draft.skipped, say.skipped_said(draft))
    ]
    return {"executionSuccessful": not draft.unread, "toolExecutionNotifications": left_out}


def _location(shown: Evidence | None, draft: Document) -> Object:
    physical: Object = {"artifactLocation": {"uri": _uri(draft.path), "index": 0}}
    if shown is None:
        return {"physicalLocation": physical}
    line, column = line_and_column(draft.text, shown.start)
    last, end = line_and_column(draft.text, shown.end)
    physical["region"] = {
        "startLine": line,
        "startColumn": column,
        "endLine": last,
        "endColumn": end,
        "charOffset": shown.start,
        "charLength": shown.end - shown.start,
        "snippet": {"text": shown.quote},
    }
    return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": say.place(shown)}]}


def _rule(finding: Finding) -> str:
    return finding.name.split("[")[0]


def _uri(path: str) -> str:
    return quote(PurePath(path).as_posix())
