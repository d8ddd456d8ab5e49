"""`termscan terms new`: the starter where nobody can be asked, questions and answers where somebody can."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from termscan import console, rulebook, termsheet
from termscan.cli import cli
from termscan.interview import TOPICS, USUAL

PARTIES = {"customer (who pays)": "Acme Retail Ltd", "provider (who does the work)": "Studio North, Inc."}
ASKED = {**PARTIES, "Which side": "provider"}

ENTERS = [""] * 60

# what is asked -> what is answered, and what the sheet then says
UNDERSTOOD = [
    ("an amount", "What is paid in all", "$120,000", "payment.total_fee", "USD 120,000"),
    ("a length of time", "When is an invoice payable", "30 days", "payment.due", "30 days"),
    ("agreed that there is none", "What insurance", "none", "liability.insurance", "none"),
    ("a list", "Which losses", "indirect, lost profits", "liability.excluded_losses", "indirect, lost profits"),
    ("words in plain English", "A point in plain words", "The pilot is free: no fee.", "other.pilot_free", None),
    ("a kind that is not asked for", "Another kind of term", "general.audit", "general.audit", "customer"),
]

# what is asked -> an answer that is refused, and the reason
REFUSED = [
    ("a number without a currency", "What is paid in all", "120000", "has no currency"),
    ("a number without a unit", "When is an invoice payable", "30", "has no unit"),
    ("a party that is none", "Who owns the work", "the designer", "designer"),
    ("a day that is none", "On which day was it agreed", "last week", "is no date"),
    ("a side that is none", "Which side", "the seller", "is none of them"),
    ("a kind that is none", "Another kind of term", "general.audti", "Did you mean general.audit?"),
    ("a term that was not agreed", "non-negotiable", "payment.due", "is none of them"),
    ("a kind that nobody can leave", "left to the lawyers", "venues", "general.venue?"),
]


def interviewed(tmp_path: Path, answers: dict[str, str | list[str]], *arguments: str) -> tuple[Result, list[str]]:
    """A run in which each question that has one of these words is answered so, one answer after the other, and the others are passed over."""
    given: list[str] = []
    left = {asked: list(said) if isinstance(said, list) else [said] for asked, said in {**ASKED, **answers}.items()}
    while True:
        typed = "".join(f"{answer}\n" for answer in [*given, *ENTERS])
        done = CliRunner().invoke(cli, ["terms", "new", "--ask", *arguments], input=typed)
        questions = re.findall(r"[^\n]*?\(such as [^\n]*?\): ", done.output)
        due = [
            (at, said)
            for at, question in enumerate(questions)
            for asked, said in left.items()
            if at >= len(given) and said and asked in question
        ]
        if not due:
            return done, given
        at, said = due[0]
        given += [*[""] * (at - len(given)), said.pop(0)]
        for written in (Path(a) for a in arguments if a.startswith("/")):
            written.unlink(missing_ok=True)  # what a run with fewer answers wrote


def sheet_of(tmp_path: Path, answers: dict[str, str | list[str]]) -> termsheet.TermSheet:
    path = tmp_path / "terms.yaml"
    done, _ = interviewed(tmp_path, answers, "-o", str(path))
    assert done.exit_code == 0, done.output
    return termsheet.load(path, rulebook.load())


@pytest.mark.parametrize("arguments", [[], ["--starter"]], ids=["nobody at a terminal", "the flag"])
def test_the_starter_is_written_and_nothing_asked(arguments):
    done = CliRunner().invoke(cli, ["terms", "new", *arguments])
    assert done.exit_code == 0 and done.output.startswith("# A term sheet")


def test_the_flag_wins_at_a_terminal(monkeypatch):
    monkeypatch.setattr(console, "answers", lambda: True)
    assert CliRunner().invoke(cli, ["terms", "new", "--starter"]).output.startswith("# A term sheet")


def test_somebody_at_a_terminal_is_asked(monkeypatch):
    monkeypatch.setattr(console, "answers", lambda: True)
    assert "What is the deal called?" in CliRunner().invoke(cli, ["terms", "new"], input="\n").output


def test_enter_passes_over_everything_but_the_parties_and_our_side(tmp_path):
    sheet = sheet_of(tmp_path, {})
    assert (sheet.customer.name, sheet.provider.name, sheet.our_side) == (*PARTIES.values(), "provider")
    assert sheet.terms == () and sheet.leave_to_counsel == ()


def test_the_questions_go_topic_by_topic(tmp_path):
    asked = [name.split(".")[0] for name, _, _ in USUAL]
    assert [t for i, t in enumerate(asked) if t not in asked[:i]] == list(TOPICS)
    assert all(asked[i] == t or t not in asked[:i] for i, t in enumerate(asked) if i == 0 or asked[i - 1] != t)


@pytest.mark.parametrize(("name", "question", "like"), USUAL, ids=[u[0] for u in USUAL])
def test_the_answer_that_a_question_suggests_is_understood(name, question, like, tmp_path):
    [term] = sheet_of(tmp_path, {question: like}).terms
    assert term.name == name


@pytest.mark.parametrize(
    ("question", "said", "name", "agreed"), [u[1:] for u in UNDERSTOOD], ids=[u[0] for u in UNDERSTOOD]
)
def test_an_answer_becomes_a_term(question, said, name, agreed, tmp_path):
    [term] = sheet_of(tmp_path, {question: said, "general.audit: who": "customer"}).terms
    assert (term.name, term.agreed_text) == (name, agreed or said)


@pytest.mark.parametrize(("question", "said", "reason"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_an_answer_that_cannot_be_used_is_refused_with_the_reason_and_asked_again(question, said, reason, tmp_path):
    done, given = interviewed(tmp_path, {question: [said, ASKED.get(question, "")]})
    again = [line for line in re.split(r"(?<=\): )|\n", done.output) if question in line]
    assert done.exit_code == 0 and reason in done.output and len(again) >= 2 and said in given


def test_what_is_non_negotiable_and_what_is_left_to_the_lawyers(tmp_path):
    sheet = sheet_of(
        tmp_path,
        {
            "What is paid in all": "USD 9,000",
            "When is an invoice payable": "30 days",
            "non-negotiable": "payment.due",
            "left to the lawyers": "general.venue, deliverables.*",
        },
    )
    assert {t.name: t.priority for t in sheet.terms} == {"payment.total_fee": "important", "payment.due": "must"}
    assert sheet.left_to_counsel("deliverables.scope") and not sheet.left_to_counsel("general.audit")


def test_the_sheet_goes_to_standard_output_and_the_questions_do_not(tmp_path):
    done, _ = interviewed(tmp_path, {"What is the deal called": "Fish: a study"})
    assert yaml.safe_load(done.stdout)["deal"] == "Fish: a study"


def test_breaking_off_writes_nothing(tmp_path):
    path = tmp_path / "terms.yaml"
    done = CliRunner().invoke(cli, ["terms", "new", "--ask", "-o", str(path)], input="Acme web shop\n")
    assert done.exit_code != 0 and not path.exists()
