"""A finding that our side lets pass is silent and in sight; an expired waiver counts again."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from termscan import pipeline, schemas
from termscan.cli import cli
from termscan.reports import Page, write_review

DEAL = Path(__file__).parent / "short_deal"
DRAFT = DEAL / "draft-nibbled.txt"
TODAY = datetime.date(2026, 11, 26)


def sheet(folder: Path, *waivers: str) -> Path:
    """The short deal's term sheet with waivers."""
    lines = "".join(f"\n  - {waiver}" for waiver in waivers)
    path = folder / "terms.yaml"
    path.write_text((DEAL / "terms.yaml").read_text(encoding="utf-8") + f"\nwaivers:{lines}\n", encoding="utf-8")
    return path


def waiver(finding: str, until: str = "2026-12-31") -> str:
    return f"{{finding: {finding}, reason: they pay early, by: Jo, until: {until}}}"


def found() -> list[str]:
    """The ids of all findings of the draft."""
    review = pipeline.review(DRAFT, DEAL / "terms.yaml")
    return [row.id for row in review.terms if row.severity] + [one.id for one in (*review.asks, *review.faults)]


def test_a_sheet_without_waivers_says_nothing_of_them():
    review = pipeline.review(DRAFT, DEAL / "terms.yaml")
    assert "waivers" not in json.loads(str(write_review("json", review, Page())))


@pytest.mark.parametrize(
    ("until", "state"), [("2026-11-27", "in force"), ("2026-11-26", "in force"), ("2026-11-25", "expired")]
)
def test_a_waiver_holds_through_its_day(tmp_path, until, state):
    review = pipeline.review(DRAFT, sheet(tmp_path, waiver(found()[0], until)), today=TODAY)
    assert [one.state for one in review.waivers] == [state]


def test_a_waiver_of_another_draft_is_idle(tmp_path):
    assert pipeline.review(DRAFT, sheet(tmp_path, waiver("T-000000")), today=TODAY).waivers[0].state == "idle"


@pytest.mark.parametrize(("until", "verdict"), [("2026-12-31", "ready"), ("2026-01-31", "not ready")])
def test_a_draft_whose_every_finding_is_waived_is_ready_until_the_waivers_expire(tmp_path, until, verdict):
    review = pipeline.review(DRAFT, sheet(tmp_path, *(waiver(one, until) for one in found())), today=TODAY)
    assert review.verdict == verdict


@pytest.mark.parametrize("form", ["rich", "md", "json", "html", "csv", "sarif", "junit", "github"])
def test_a_waived_finding_is_still_shown(tmp_path, form):
    review = pipeline.review(DRAFT, sheet(tmp_path, waiver(found()[0])), today=TODAY)
    text = str(write_review(form, review, Page(120)))
    assert review.terms[0].term in text and "Jo" in text


def test_the_answer_counts_what_is_waived_apart(tmp_path):
    review = pipeline.review(DRAFT, sheet(tmp_path, *map(waiver, found())), today=TODAY)
    answer = str(write_review("rich", review, Page(brief=True)))
    assert answer.startswith("READY: ") and f"{len(found())} waived" in answer and "reopened" not in answer


def test_the_review_with_waivers_is_as_its_schema_says(tmp_path):
    review = pipeline.review(DRAFT, sheet(tmp_path, waiver(found()[0])), today=TODAY)
    told = json.loads(str(write_review("json", review, Page())))
    jsonschema.Draft202012Validator(json.loads(schemas.text("review"))).validate(told)
    assert told["waivers"][0]["state"] == "in force" and len(told["terms"]) == len(review.terms)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{finding: T-1, reason: x, by: Jo}", "no until"),
        ("{finding: T-1, reason: x, by: Jo, until: soon}", "no date"),
        ("{finding: T-1, reson: x, by: Jo, until: 2026-12-31}", "reason"),
        ("{reason: x, until: 2026-12-31}", "no finding and no by"),
        ("just words", "a waiver"),
    ],
)
def test_a_waiver_with_a_mistake_is_told_with_its_line(tmp_path, written, said):
    path = sheet(tmp_path, written)
    done = CliRunner().invoke(cli, ["terms", "check", str(path)])
    line = path.read_text(encoding="utf-8").splitlines().index(f"  - {written}") + 1
    assert done.exit_code == 2 and said in done.output and f":{line}:" in done.output
