"""The review as JUnit XML: a test for each agreed term, one for each ask and fault; it fails from the line of the review on."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from ..model import SEVERITIES, Review, Severity
from . import Page
from . import wording as say
from .findings import Finding, findings

_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0 has no way to say them


def write(review: Review, page: Page) -> str:
    """A suite whose failures are what makes the draft not ready, with what was read of it at the foot."""
    found = findings(review)
    raised = {one.id: one for one in found}
    cases = [(row.id, row.term, "terms") for row in review.terms]
    cases += [(ask.id, ask.ask, "asks") for ask in review.asks]
    cases += [(fault.id, fault.fault, "faults") for fault in review.faults]
    failed = sum(_fails(one, review.fail_on) for one in found)
    skipped = sum(one.silent for one in found)
    counts = f'tests="{len(cases)}" failures="{failed}" errors="0" skipped="{skipped}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="termscan" {counts}>',
        f"  <testsuite name={_quoted(review.draft.path)} {counts}>",
        *(_case(name, kind, raised.get(key), review.fail_on) for key, name, kind in cases),
        f"    <system-out>{_quoted(' '.join(say.coverage_said(review.draft)))[1:-1]}</system-out>",
        "  </testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _case(name: str, kind: str, finding: Finding | None, fail_on: Severity) -> str:
    opening = f"    <testcase classname={_quoted(kind)} name={_quoted(name)}"
    if finding is None:
        return f"{opening}/>"
    if finding.silent and finding.waiver:
        return f"{opening}>\n      <skipped message={_quoted(say.waiver_said(finding.waiver))}/>\n    </testcase>"
    if not _fails(finding, fail_on):
        return f"{opening}>\n      <system-out>{_quoted(_told(finding))[1:-1]}</system-out>\n    </testcase>"
    failure = f"<failure type={_quoted(finding.verdict)} message={_quoted(finding.message)}>"
    return f"{opening}>\n      {failure}{_quoted(_told(finding))[1:-1]}</failure>\n    </testcase>"


def _fails(finding: Finding, fail_on: Severity) -> bool:
    return not finding.silent and SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on)


def _told(finding: Finding) -> str:
    quotes = [f"{say.place(shown)}: “{say.clip(say.clean(shown.quote), 420)}”" for shown in finding.evidence]
    return " ".join([finding.severity, say.clean(finding.message), *quotes, say.clean(finding.question or "")]).strip()


def _quoted(text: str) -> str:
    return quoteattr(_UNWRITABLE.sub("�", say.clean(text)), {'"': "&quot;"})
