"""The JSON Schemas hold what termscan really writes, and the term sheets that ship with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from termscan import schemas
from termscan.cli import cli

SAMPLES = Path(__file__).parent.parent / "sample_contracts"
CONSULTING = SAMPLES / "consulting"


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schemas.text(name)))


def mistakes(name: str, value: Any) -> list[str]:
    return [f"{e.json_path}: {e.message}" for e in validator(name).iter_errors(value)]


def output(*arguments: object) -> str:
    return CliRunner().invoke(cli, [str(a) for a in arguments]).stdout


@pytest.mark.parametrize("name", schemas.NAMES)
def test_each_schema_is_one_and_is_printed_as_it_stands(name):
    Draft202012Validator.check_schema(json.loads(output("schema", name)))
    assert output("schema", name) == schemas.text(name)


@pytest.mark.parametrize("draft", ["draft-faithful.txt", "draft-nibbled.txt"])
def test_a_review_of_the_sample_is_as_its_schema_says(draft):
    shown = output("review", CONSULTING / draft, "--terms", CONSULTING / "terms.yaml", "--format", "json")
    assert mistakes("review", json.loads(shown)) == []


def test_the_clauses_of_every_sample_are_as_their_schema_says():
    shown = output("extract", SAMPLES, "--format", "jsonl").splitlines()
    assert shown and [m for line in shown for m in mistakes("clauses", json.loads(line))] == []


def test_every_line_of_a_scan_is_as_its_schema_says(tmp_path):
    for name in ("draft-nibbled.txt", "terms.yaml"):
        (tmp_path / name).write_bytes((CONSULTING / name).read_bytes())
    (tmp_path / "damaged.docx").write_bytes(b"PK\x03\x04 no zip")
    lines = [json.loads(line) for line in output("scan", tmp_path, "--format", "jsonl").splitlines()]
    assert [one["schema"] for one in lines] == ["termscan.error/1", "termscan.review/1"]
    assert [m for one in lines for m in mistakes(one["schema"].split(".")[1].split("/")[0], one)] == []


@pytest.mark.parametrize("sheet", sorted(SAMPLES.rglob("*terms.yaml")), ids=lambda p: p.parent.name)
def test_the_term_sheets_that_ship_are_as_their_schema_says(sheet):
    assert mistakes("terms", as_json(sheet.read_text(encoding="utf-8"))) == []


SHEET = "parties: {customer: A, provider: {name: B, also_called: [Agency]}}\nour_side: customer\nterms:\n  "


@pytest.mark.parametrize(
    "terms",
    [
        "payment: {due: 30 days}",
        "payment: {milestones: [{Design: 30%}, {Launch: 70%}]}",
        "payment: {rate: [{Senior: USD 150 per hour}]}",
        "term: {cure_period: [{agreed: 5 days, for: non-payment}, {agreed: 30 days, for: other breach}]}",
        "liability: {cap: {agreed: 100% of fees, accept: at most 150% of fees, priority: must, value_to_us: 40}}",
        "deliverables: {revisions: 2, deemed_acceptance: yes}",
        "other: {pilot_exit: Customer may cancel after the pilot.}",
        "general: {assignment: {agreed: with consent, except: [affiliates, merger], note: see mail}}",
    ],
)
def test_what_the_format_allows_the_schema_allows(terms):
    assert mistakes("terms", as_json(SHEET + terms)) == []


@pytest.mark.parametrize(
    ("sheet", "says"),
    [
        (f"{SHEET}payment: {{due: {{agreed: 30 days, prio: must}}}}", "$.terms.payment.due"),
        (f"{SHEET}payment: {{due: {{agreed: 30 days, priority: high}}}}", "$.terms.payment.due"),
        (f"{SHEET}payment: {{due: {{priority: must}}}}", "$.terms.payment.due"),
        (f"{SHEET}payment: 30 days", "$.terms.payment"),
        ("our_side: seller\nterms: {}\nparties: {customer: A, provider: B}", "$.our_side"),
        ("terms: {}\nour_side: customer", "$: 'parties' is a required property"),
    ],
)
def test_what_the_format_refuses_the_schema_refuses(sheet, says):
    found = mistakes("terms", as_json(sheet))
    assert found and any(m.startswith(says) for m in found)


def as_json(sheet: str) -> Any:
    """A sheet as an editor sees it: dates are words."""
    return json.loads(json.dumps(yaml.safe_load(sheet), default=str))
