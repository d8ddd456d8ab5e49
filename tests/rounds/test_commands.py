"""Rounds on the command line: compare, history, review with an earlier round, the last look, a folder."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from termscan.cli import cli

from .deal import draft, write

LAW = {"8. Law": "This Agreement is governed by the laws of Nevada."}
SOFT = {"8. Law": "The laws of Delaware govern this Agreement."}
SIGNED = "\n\nIN WITNESS WHEREOF the parties have executed this Agreement.\n\nOrchard Foods Ltd\nBy: ____\nName: Ada Quince\nTitle: Director\n\nPlumb & Line LLC\nBy: ____\nName: Bo Medlar\nTitle: Partner\n"


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path, v1=draft(), v2=draft(LAW), v3=draft(SOFT))


def call(*arguments: object):
    return CliRunner().invoke(cli, [str(a) for a in arguments])


def told(schema: str, *arguments: object) -> dict[str, object]:
    """The JSON that a command writes, which must be as its schema says."""
    said = json.loads(call(*arguments, "--format", "json").stdout)
    shape = json.loads((files("termscan.schemas") / f"{schema}.json").read_text(encoding="utf-8"))
    Draft202012Validator(shape).validate(said)
    return said


@pytest.mark.parametrize(
    ("new", "code", "says"),
    [
        ("v1", 0, "0 changes of substance, 0 of wording only"),
        ("v3", 0, "0 changes of substance, 1 of wording only"),
        ("v2", 1, "1 change of substance, 0 of wording only"),
        ("gone", 2, ""),
    ],
)
def test_compare_answers_by_its_exit_code(folder, new, code, says):
    done = call("compare", folder / "v1.txt", folder / f"{new}.txt")
    assert done.exit_code == code and done.stdout.startswith(says)


def test_compare_names_the_terms_where_it_has_a_sheet(folder):
    said = told("comparison", "compare", folder / "v1.txt", folder / "v2.txt", "--terms", folder / "terms.yaml")
    assert [c["terms"] for c in said["changes"]] == [["general.governing_law"]]
    assert [c["terms"] for c in told("comparison", "compare", folder / "v1.txt", folder / "v2.txt")["changes"]] == [[]]


def test_compare_as_markdown_shows_both_sides(folder):
    said = call("compare", folder / "v1.txt", folder / "v2.txt", "--format", "md").stdout
    assert "- Before: “Delaware”" in said and "- Now: “Nevada”" in said


def test_history_tells_the_path_of_a_term(folder):
    rounds = [folder / f"v{n}.txt" for n in (1, 2, 2, 3)]
    said = told("history", "history", *rounds, "--terms", folder / "terms.yaml")
    paths = {t["term"]: t["path"] for t in said["terms"]}
    assert paths["general.governing_law"] == "kept → reopened in round 2 → restored in round 4"
    assert paths["payment.due"] == "kept"
    assert [r["nibbles"] for r in said["rounds"]] == [0, 1, 1, 0]


def test_history_tells_when_asks_came_and_went(folder):
    staff = {"9. Staff": "For two years after the end the Surveyor shall not hire any employee of the Client."}
    (folder / "v4.txt").write_text(draft(staff), encoding="utf-8")
    said = told("history", "history", *(folder / f"v{n}.txt" for n in (1, 4, 3)), "--terms", folder / "terms.yaml")
    assert [(a["ask"], a["came"], a["went"]) for a in said["asks"]] == [("general.non_solicit", 2, 3)]


def test_history_on_the_screen(folder):
    done = call("history", folder / "v1.txt", folder / "v2.txt", "--terms", folder / "terms.yaml")
    assert done.exit_code == 1 and done.stdout.startswith("Nibbles: round 1: 0, round 2: 1.")


def test_a_review_with_an_earlier_round_is_as_its_schema_says(folder):
    said = told(
        "review", "review", folder / "v2.txt", "--terms", folder / "terms.yaml", "--previous", folder / "v1.txt"
    )
    assert {t["trend"] for t in said["terms"]} == {"settled", "reopened"} and len(said["changes"]) == 1
    assert "changes" not in told("review", "review", folder / "v2.txt", "--terms", folder / "terms.yaml")


def test_a_folder_is_compared_with_the_folder_before(folder, tmp_path):
    before = tmp_path / "before"
    before.mkdir()
    for name in ("v1", "v2", "v3"):
        (before / f"{name}.txt").write_text(draft(), encoding="utf-8")
    now = write(tmp_path / "before" / "..", v1=draft(), v2=draft(LAW), v3=draft(SOFT))
    lines = call("scan", now, "--previous", before, "--format", "jsonl").stdout.splitlines()
    said = [json.loads(line) for line in lines]
    assert {s["schema"] for s in said} <= {"termscan.review/1", "termscan.error/1"}
    assert any(len(s.get("changes", ())) == 1 for s in said)


FINAL = [
    ("a clean draft", draft() + SIGNED, 0, ""),
    ("a blank", draft({"2. Payment": "The Client shall pay within [●] days after receipt."}) + SIGNED, 1, "No blanks"),
    (
        "a condition",
        draft({"9. Start": "This Agreement is subject to board approval."}) + SIGNED,
        1,
        "No condition is still open",
    ),
    (
        "a missing exhibit",
        draft({"9. Fees": "The fees are set out in Exhibit B."}) + SIGNED,
        1,
        "Every exhibit is there",
    ),
    ("nobody named to sign", draft() + SIGNED.replace("Bo Medlar", "____"), 1, "The signature blocks"),
    (
        "somebody else signs",
        draft() + SIGNED.replace("Plumb & Line LLC", "Plumb Holdings Inc"),
        1,
        "The signature blocks",
    ),
    ("no place to sign", draft(), 1, "The signature blocks"),
    ("another wording", draft(SOFT) + SIGNED, 1, "The draft is the last agreed draft"),
]


@pytest.mark.parametrize(("text", "code", "line"), [c[1:] for c in FINAL], ids=[c[0] for c in FINAL])
def test_the_last_look(tmp_path, text, code, line):
    folder = write(tmp_path, last=draft() + SIGNED, new=text)
    call_ = (
        "review",
        folder / "new.txt",
        "--terms",
        folder / "terms.yaml",
        "--previous",
        folder / "last.txt",
        "--final",
    )
    failed = [c["check"] for c in told("review", *call_)["checklist"] if not c["passed"]]
    assert call(*call_).exit_code == code
    assert (any(check.startswith(line) for check in failed)) if line else not failed
