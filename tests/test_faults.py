"""Drafting faults: what is a fault, what is none, how severe it is, and that many of one sort are told as one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termscan import rulebook
from termscan.extract import selftest
from termscan.model import DraftFault
from termscan.pipeline import review

SHEET = """
deal: Garden house
parties: {customer: Birchwood Garden Ltd, provider: Larch & Daughters LLC}
our_side: provider
terms:
  payment: {due: {agreed: 30 days, priority: must}}
"""
OPENING = (
    'This Agreement is made between Birchwood Garden Ltd (the "Client") and Larch & Daughters LLC (the "Builder").\n\n'
)
CLAUSES = """1. Work. 1.1 The Builder shall build the garden house that the Client has chosen. 1.2 The Builder shall bring its own tools.

2. Payment. 2.1 The Client shall pay each invoice within thirty (30) days of receipt. 2.2 The Builder shall send an invoice each month.

3. End. 3.1 The Client may end this Agreement on notice, and the Builder shall then leave the garden tidy. 3.2 Sections 1.2, 2.1 and 3.1 stay in force, as do Section 1.1 and Section 2.2.

"""


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("deal") / "terms.yaml"
    path.write_text(SHEET, encoding="utf-8")
    return path


def faults(sheet: Path, more: str, clauses: str = CLAUSES) -> tuple[DraftFault, ...]:
    return review("draft.txt", sheet, data=f"{OPENING}{clauses}{more}\n".encode()).faults


QUIET = [
    ("a sound draft", ""),
    ("words and digits that agree", "4. Notice. 4.1 Notice is given ten (10) days ahead."),
    ("a blank for the day of signing", "Signed for the Builder\n\nBy: ________\nDate: ________"),
    ("a line of asterisks across the page", "4. Rest. 4.1 This is all.\n\n* * * * *\n\nBuilder's notes follow."),
    ("what is to be determined by something", "4. Wood. 4.1 The colour is to be determined by the Client."),
    ("a reference to a clause of a statute", "4. Law. 4.1 Section 19 of the Housing Act applies, and so does Section 365(n) of the Code."),
    ("a reference to a clause of another agreement", "4. Lease. 4.1 Section 88 of the Lease stays as it is."),
    ("a reference to a letter of a clause", "4. Rest. 4.1 Section 2.1(a) holds."),
    ("a schedule that is attached", "4. Plan. 4.1 The plan is in Schedule 1.\n\nSchedule 1\n\nA house of four walls and a roof."),
    ("a schedule attached in running text", "4. Plan. 4.1 The plan is in Annex B. 7 ANNEX B THE PLAN A house."),
    ("an exhibit of another agreement", "4. Lease. 4.1 See Exhibit C to the Lease."),
    ("a form of the exchange regulator", "4. Rest. 4.1 The Client files Schedule 13D."),
    ("a term that is defined in quotation marks", '4. Wood. 4.1 "Timber" means oak. The Timber is dry. The Timber is old. Such Timber is kept.'),
    ("a term that is a label", "4. Wood. 4.1 The Timber is dry. The Timber is old. Such Timber is kept.\n\nTimber: oak"),
    ("a term that is used in small letters too", "4. Wood. 4.1 The Timber is dry. The Timber is old. Such Timber is timber."),
    ("a name that is no term", "4. Where. 4.1 The House of Lords, the House of Lords and the United Kingdom."),
    ("definitions that stand elsewhere", "4. Wood. 4.1 Capitalized terms not defined here have the meaning of the Lease. The Timber is dry. The Timber is old. Such Timber is kept."),
    ("a definition that says it again", '4. Wood. 4.1 "Timber" means oak that is dry and old. 4.2 "Timber" means dry and old oak.'),
    ("a definition with an exclusion of its own", '4. Wood. 4.1 "Timber" means oak that is dry and has been kept. 4.2 "Timber" does not include bark, twigs or leaves.'),
    ("a defined period that is repeated", '4. Wait. 4.1 "Drying Time" means ten days. 4.2 A Drying Time of 10 days is observed.'),
    ("a company of the group", "4. Group. 4.1 Birchwood Garden GmbH, an affiliate, may watch. 4.2 Birchwood Garden Ltd pays."),
    ("a party in capitals and as owner", "4. Shout. 4.1 BIRCHWOOD GARDEN LTD pays. Birchwood Garden's dog barks."),
    ("an act like a role", "4. Rest. 4.1 What is Built stays. The Builders' yard is near. The Build is long."),
    ("another role that is explained", '4. Rest. 4.1 The carpenter (the "Supplier") helps. The Supplier shall deliver.'),
    ("both have signed", "IN WITNESS WHEREOF the parties have signed.\n\nBirchwood Garden Ltd\nBy: /s/ A. Birch\nName: A. Birch\n\nLarch & Daughters LLC\nBy: /s/ L. Larch\nName: L. Larch"),
    ("nobody has signed yet", "IN WITNESS WHEREOF the parties have signed.\n\nBirchwood Garden Ltd\nBy: ________\n\nLarch & Daughters LLC\nBy: ________"),
]  # fmt: skip


@pytest.mark.parametrize("more", [c[1] for c in QUIET], ids=[c[0] for c in QUIET])
def test_it_lets_pass(sheet, more):
    assert [(f.fault, f.message) for f in faults(sheet, more)] == []


FAULTY = [
    ("words and digits that disagree", "4. Notice. 4.1 Notice is given ten (15) days ahead.", "number-mismatch", "10 days and 15 days"),
    ("a blank in a clause", "4. Notice. 4.1 Notice is given ____ days ahead.", "blank", "____ days"),
    ("a blank in a schedule after the signatures", "Signed for the Builder\n\nBy: ________\n\nSchedule 1\n\nThe roof weighs [●] kilograms.", "blank", "[●]"),
    ("a note to the drafter", "4. Notice. 4.1 [Drafting note: ask Anna.] Notice is given.", "placeholder", "Drafting note"),
    ("a point put off", "4. Colour. 4.1 The price of the paint is not yet agreed.", "placeholder", "not yet agreed"),
    ("what was struck out on purpose", "4. Paint. 4.1 The paint costs [***] per bucket.", "redaction", "[***]"),
    ("a clause that is not there", "4. Rest. 4.1 Section 7.4 comes first.", "dangling-reference", "section 7.4"),
    ("an article in roman numerals that is not there", "4. Rest. 4.1 Article IX comes first.", "dangling-reference", "section 9"),
    ("an exhibit that is not there", "4. Plan. 4.1 The house is drawn in Exhibit B.", "missing-exhibit", "Exhibit B"),
    ("a schedule in quotation marks that is not there", '4. Plan. 4.1 The house is drawn in Schedule "2" hereto.', "missing-exhibit", "Schedule 2"),
    ("a phrase that nothing defines", "4. Wood. 4.1 The Oak Timber is dry. 4.2 All Oak Timber is kept.", "undefined-term", "Oak Timber"),
    ("a word that nothing defines", "4. Wood. 4.1 The Timber is dry. The Timber is old. Such Timber is kept.", "undefined-term", "Timber"),
    ("a term defined in two ways", '4. Wood. 4.1 "Timber" means oak that is dry and has been kept. 4.2 "Timber" means whatever grows in the forest of the neighbours.', "doubly-defined-term", "Timber"),
    ("a term that one clause reads otherwise", '4. Wood. 4.1 "Timber" means oak that is dry and old. 4.2 "Timber", where used in Section 1, refers only to planks.', "defined-term-sense", "Timber"),
    ("a defined period given another length", '4. Wait. 4.1 "Drying Time" means ten days. 4.2 A Drying Time of 30 days is observed.', "defined-term-sense", "it is 10 days"),
    ("a party's name with letters turned round", "4. Name. 4.1 Birchwood Garden sings. Birchwood Garden hums. Birchwood Garden sleeps. Birchwodo Garden wakes.", "party-name", "Birchwodo Garden"),
    ("a role with a letter left out", "4. Name. 4.1 The Buider may rest.", "party-name", "Buider"),
    ("a party in another legal form", "4. Name. 4.1 Birchwood Garden Ltd pays. 4.2 Birchwood Garden LLC pays.", "party-name", "Birchwood Garden LLC"),
    ("one signs and the other does not", "IN WITNESS WHEREOF the parties have signed.\n\nBirchwood Garden Ltd\nBy: /s/ A. Birch\n\nLarch & Daughters LLC\nBy: ________", "signature-block", "one signature is filled in, another is not"),
    ("one gives its name and the other does not", "IN WITNESS WHEREOF the parties have signed.\n\nBirchwood Garden Ltd\nBy: ____\nName: A. Birch\n\nLarch & Daughters LLC\nBy: ____\nName:", "signature-block", "one name is filled in, another is not"),
    ("somebody signs who is no party", "IN WITNESS WHEREOF the parties have signed.\n\nBirchwood Garden Ltd\nBy: /s/ A. Birch\n\nSpruce Holdings Inc.\nBy: /s/ S. Spruce", "signature-block", "Spruce Holdings Inc"),
]  # fmt: skip


@pytest.mark.parametrize(("more", "fault", "says"), [c[1:] for c in FAULTY], ids=[c[0] for c in FAULTY])
def test_it_finds(sheet, more, fault, says):
    found = [f for f in faults(sheet, more) if f.fault == fault]
    assert len(found) == 1, faults(sheet, more)
    assert says in found[0].message


def test_a_role_left_over_from_another_contract_is_told(sheet):
    often = " ".join(f"1.{i} The Client shall water the tree." for i in range(3, 10))
    found = faults(sheet, f"{often}\n\n4. Rest. 4.1 In winter the Buyer shall pay for the heating.")
    assert [(f.fault, f.evidence[0].quote) for f in found] == [("party-name", "Buyer")]


# ---- how severe, and how many ----------------------------------------------------------------------------------------


def test_a_fault_apart_from_every_term_is_as_severe_as_its_rule(sheet):
    (found,) = faults(sheet, "4. Notice. 4.1 Notice is given ten (15) days ahead.")
    assert found.severity == rulebook.load().faults["number-mismatch"].severity == "medium"


def test_a_fault_in_the_words_of_a_term_is_as_severe_as_that_term_unclear(sheet):
    worse = CLAUSES.replace("thirty (30) days of receipt", "thirty (45) days of receipt")
    (found,) = faults(sheet, "", worse)
    assert (found.fault, found.severity) == ("number-mismatch", "blocker")


def test_a_lost_reference_in_the_words_of_a_term_is_as_severe_as_that_term_unclear(sheet):
    worse = CLAUSES.replace("shall pay each invoice", "shall pay, as Section 9.9 says, each invoice")
    (found,) = faults(sheet, "", worse)
    assert (found.fault, found.severity) == ("dangling-reference", "blocker")


@pytest.mark.parametrize("count", [3, 7, 40])
def test_many_exhibits_that_are_missing_are_one_finding(sheet, count):
    said = " ".join(f"4.{i} The stone is as in Exhibit {i}." for i in range(1, count + 1))
    (found,) = faults(sheet, f"4. Stones. {said}")
    assert found.fault == "missing-exhibit" and "Exhibit 1, Exhibit 2, Exhibit 3" in found.message
    assert ("more" in found.message) == (count > 6)


def test_two_exhibits_that_are_missing_are_two_findings(sheet):
    found = faults(sheet, "4. Stones. 4.1 The stone is as in Exhibit A. 4.2 The moss is as in Exhibit B.")
    assert [f.message for f in found] == [f"Exhibit {x} is referred to, but not attached." for x in "AB"]


def test_most_references_lead_nowhere_where_numbers_cannot_be_read(sheet):
    plain = "The Builder shall build the house. The Client shall pay each invoice within thirty (30) days of receipt.\n"
    found = faults(sheet, "Section 5.1, Section 6.2 and Section 7.3 come first.", plain)
    assert [f for f in found if f.fault == "dangling-reference"] == []


# ---- the rules -------------------------------------------------------------------------------------------------------


FAULT_RULES = rulebook.load().faults


@pytest.mark.parametrize("name", FAULT_RULES)
def test_the_examples_of_a_fault_hold(name):
    assert selftest.failures(FAULT_RULES[name]) == []


@pytest.mark.parametrize("name", FAULT_RULES)
def test_no_pattern_of_a_fault_is_idle(name):
    assert selftest.idle_patterns(FAULT_RULES[name]) == []


@pytest.mark.parametrize("name", FAULT_RULES)
def test_a_fault_says_what_it_is_and_how_severe(name):
    assert FAULT_RULES[name].says and FAULT_RULES[name].message


# ---- whatever the numbers --------------------------------------------------------------------------------------------


@given(first=st.integers(1, 30), second=st.integers(1, 30))
def test_digits_are_a_fault_just_where_they_differ_from_the_words(sheet, first, second):
    words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()  # noqa: SIM905
    words += [f"twenty-{w}" for w in words[:9]] + ["thirty"]
    found = faults(sheet, f"4. Notice. 4.1 Notice is given {words[first - 1]} ({second}) days ahead.")
    assert [f.fault for f in found] == ["number-mismatch"] * (first != second)


@given(number=st.integers(1, 30))
def test_a_reference_leads_somewhere_just_where_there_is_such_a_clause(sheet, number):
    found = faults(sheet, f"4. Rest. 4.1 Section {number} comes first.")
    assert [f.fault for f in found] == ["dangling-reference"] * (number > 4)
