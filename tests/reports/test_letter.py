"""The letter that goes to the other side: what it says of each difference, in what order, and what it never tells them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from factories import (
    a_draft,
    a_fault,
    a_full_review,
    a_kept_row,
    a_missing_row,
    a_ready_review,
    a_review,
    a_row,
    words_of,
)
from goldens import DEALS, SAMPLES, letters

import termscan
from termscan import pipeline, rulebook, termsheet
from termscan.cli import cli
from termscan.model import PartyName, Waiver
from termscan.reports import Page, write_letter
from termscan.reports.letter import Letter, compose, left_out
from termscan.reports.letter.phrases import CLAUSES, TITLES, WAYS

LETTERS = letters()
OF_SAMPLES = [f"letter-{deal}-{Path(draft).stem}.txt" for deal, drafts in SAMPLES.items() for draft in drafts]
DUE = words_of("within sixty (60) days of receipt")
CAP = words_of("Each party's liability is limited to the fees paid", section="7.1", heading="Cap")
ELSEWHERE = {"section": "Schedule 3, 6", "heading": "Availability"}


def points(letter: Letter):
    return [point for part in letter.parts for point in part.points]


def said_of(row) -> str:
    [point] = points(compose(a_review(row)))
    return f"{point.title} ({point.place}): {point.says} {point.wording or ''}".strip()


# what became of the term -> what the letter says
SAID = [
    (
        "another figure",
        a_row(),
        "Time for payment (section 4.2): The draft says 60 days; we agreed 30 days. Could we go back to that? "
        "Client shall pay each invoice within 30 days after receipt of the invoice.",
    ),
    (
        "gone",
        a_missing_row(restore="Client has 10 business days after delivery to accept."),
        "Acceptance period (None): We could not find this in the draft. Could it go back in, for instance like this? "
        "Client has 10 business days after delivery to accept.",
    ),
    (
        "gone, and no clause for it",
        a_missing_row(restore=None),
        "Acceptance period (None): We could not find this in the draft; we agreed 10 business days. Could it go back in?",
    ),
    (
        "another beginning",
        a_row(found="30 days", message='The value is as agreed, but it runs from "receipt"; agreed was: from delivery.', restore=None),
        "Time for payment (section 4.2): The figure (30 days) is right; what differs is when it begins: “within sixty (60) "
        "days of receipt”. Could it run from delivery, as we had it?",
    ),
    (
        "another beginning than a rule's clause has",
        a_row(found="30 days", message='It runs from "receipt"; agreed was: from delivery.'),
        "Time for payment (section 4.2): The figure (30 days) is right; what differs is when it begins: “within sixty (60) "
        "days of receipt”. Could it run from delivery, as we had it?",
    ),
    (
        "another beginning, and a clause that has the agreed one",
        a_row(found="30 days", message='It runs from "approval"; agreed was: from receipt of invoice.'),
        "Time for payment (section 4.2): The figure (30 days) is right; what differs is when it begins: “within sixty (60) "
        "days of receipt”. Could it run from receipt of invoice, as we had it? "
        "Client shall pay each invoice within 30 days after receipt of the invoice.",
    ),
    (
        "a blank",
        a_row(verdict="unclear", found=None),
        "Time for payment (section 4.2): A blank is left here: “within sixty (60) days of receipt”. Could we fill in 30 days?",
    ),
    (
        "two places",
        a_row(verdict="unclear", found="30 days or 60 days", evidence=(DUE, words_of("sixty", role="conflicts", **ELSEWHERE))),
        "Time for payment (section 4.2): We find two answers (30 days or 60 days), one here and one in Schedule 3, "
        "paragraph 6. Could both say 30 days?",
    ),
    (
        "words and figure apart",
        a_row(verdict="unclear", found="30 days or 60 days"),
        "Time for payment (section 4.2): The draft gives two figures in one breath: “within sixty (60) days of receipt”. "
        "Could it say 30 days?",
    ),
    (
        "set aside elsewhere",
        a_row("liability.cap", verdict="weakened", evidence=(CAP, words_of("Client shall pay", role="overrides", **ELSEWHERE))),
        "Cap on liability (section 7.1): This is as we agreed (30 days), but Schedule 3, paragraph 6 sets it aside in part: "
        "“Client shall pay”. Could that sentence come out?",
    ),
    (
        "an exception",
        a_row("liability.cap", verdict="weakened", evidence=(CAP, words_of("Client shall pay", role="limits"))),
        "Cap on liability (section 7.1): What we agreed (30 days) is there, with an addition: “Client shall pay”. Could we do without it?",
    ),
    (
        "another meaning",
        a_row("liability.cap", verdict="weakened", evidence=(CAP, words_of("Client shall pay", role="defines", section="1.1"))),
        "Cap on liability (section 7.1): The words are as agreed (30 days), but much now turns on the definition in section 1.1: "
        "“Client shall pay”. Could we bring it back into line?",
    ),
    (
        "no longer a promise",
        a_row("other.records", agreed="Acme gives access.", verdict="weakened", restore=None),
        "Records (section 4.2): The draft puts it this way: “Client shall pay each invoice within sixty (60) days "
        "of receipt”. Could it be the firm commitment that we had? Acme gives access.",
    ),
    (
        "the other party",
        a_row("liability.ip_indemnity_by", agreed="each", found="provider"),
        "Indemnity for infringement (section 4.2): The draft has “Client shall pay each invoice within sixty (60) "
        "days of receipt”. Could it say this instead, as agreed? Each party shall indemnify the other against third-party "
        "claims that what it supplied infringes the rights of others.",
    ),
    (
        "what we agreed to do without",
        a_row("general.non_compete", agreed="none", found="2 years", restore="For none thereafter."),
        "Competing work (section 4.2): We had agreed to do without it, and the draft has “Client shall pay each "
        "invoice within sixty (60) days of receipt”. Could it come out?",
    ),
    (
        "a kind of one's own",
        a_row("payment.travel_days[trains]", agreed="2", found="1", restore=None),
        "Travel days (trains) (section 4.2): The draft says 1; we agreed 2. Could we go back to that?",
    ),
]  # fmt: skip


def test_a_draft_that_keeps_everything_gets_thanks_and_no_points():
    letter = compose(a_ready_review())
    assert letter.parts == () and "every point of it is there" in letter.opening[0]


@pytest.mark.parametrize(("row", "words"), [s[1:] for s in SAID], ids=[s[0] for s in SAID])
def test_a_difference_is_told_asked_and_mended(row, words):
    assert said_of(row) == words


QUIET = [
    ("kept in other words", a_kept_row(severity="note", message="45 days is within what we accept.")),
    ("better for us", a_row(direction="for us", severity="note")),
    ("waived", a_row(id="T-waived")),
]


@pytest.mark.parametrize("row", [q[1] for q in QUIET], ids=[q[0] for q in QUIET])
def test_a_letter_does_not_speak_of_what_we_let_pass(row):
    waiver = Waiver("T-waived", "fine", "Jo", "2030-01-01", "in force")
    assert points(compose(a_review(row, waivers=(waiver,)))) == []


def test_what_is_left_out_is_told_to_us():
    waiver = Waiver("T-waived", "fine", "Jo", "2030-01-01", "in force")
    review = a_review(*(row for _, row in QUIET), a_row("payment.deposit"), waivers=(waiver,))
    assert left_out(review) == ["payment.due, better for us", "payment.due, waived"]


def test_a_waived_ask_and_a_waived_fault_stay_out():
    given = tuple(Waiver(i, "fine", "Jo", "2030-01-01", "in force") for i in ("A-90c1d7", "F-11e0b2"))
    review = a_full_review(waivers=given)
    assert {part.heading for part in compose(review).parts} == {"Payment", "The work"}


def test_a_fault_in_words_that_a_point_already_deals_with_is_not_told_twice():
    apart = a_fault(evidence=(words_of("Governing law"),))
    assert [p.heading for p in compose(a_review(a_row(), faults=(a_fault(),))).parts] == ["Payment"]
    [*_, part] = compose(a_review(a_row(), faults=(apart,))).parts
    assert part.heading == "Points of drafting" and part.points[0].says.endswith(" Could this be put right?")


def test_must_haves_come_first_and_so_do_their_topics():
    rows = (
        a_row("payment.deposit"),
        a_row("ip.transfer", priority="tradeable"),
        a_row("ip.ownership", priority="must"),
    )
    letter = compose(a_review(*rows))
    assert [part.heading for part in letter.parts] == ["Rights in the work", "Payment"]
    assert [point.title for point in letter.parts[0].points] == ["Ownership of the work", "Transfer of rights"]


@pytest.mark.parametrize("form", ["txt", "md"])
def test_nothing_of_ours_is_told(form):
    secret = "our freelancers wait"
    review = a_full_review()
    review = replace(review, terms=tuple(replace(t, note=secret, why=secret) for t in review.terms))
    text = str(write_letter(form, review, Page())).lower()
    ours = [
        secret,
        "blocker",
        "high",
        "severity",
        "important",
        "nibble",
        "against us",
        "terms.yaml",
        "draft-v2",
        "termscan",
    ]
    assert not [word for word in (*ours, *(t.id.lower() for t in review.terms)) if word in text]


@pytest.mark.parametrize("name", OF_SAMPLES)
def test_a_letter_on_a_sample_is_polite_and_asks(name):
    text = " ".join(LETTERS[name].split())
    accusing = r"\b(?:nibbl\w*|trick\w*|sneak\w*|violat\w*|unacceptable|demand\w*|wrong\w*|must|failed?|you (?:changed|removed|added))\b"
    assert not re.findall(accusing, re.sub(r"“[^”]*”", "", text), re.I)
    assert not re.search(r"\b[a-z]+\.[a-z_]+\b|\b[TAF]-[0-9a-f]{6}\b|\bNone\b|[{}]", text)


@pytest.mark.parametrize("name", OF_SAMPLES)
def test_a_letter_on_a_sample_says_no_sentence_twice(name):
    text = re.sub(r"“[^”]*”", "…", " ".join(LETTERS[name].split()))
    asked = Counter(s.strip() for s in re.findall(r"[A-Z][^.?!]*\?", text))
    assert [one for one, times in asked.items() if times > 1] == []


@pytest.mark.parametrize("deal", SAMPLES)
def test_every_point_of_a_sample_is_a_question_with_its_place(deal):
    found = termscan.review(DEALS / deal / SAMPLES[deal][0], terms=DEALS / deal / "terms.yaml")
    told = points(compose(found))
    assert len(told) >= 10
    assert all(point.says.endswith("?") for point in told)
    assert all(point.place or "not" in point.says or "dropped" in point.says for point in told)


FEW = [a_kept_row(f"payment.{name}") for name in ("due", "deposit")]
MANY = [
    a_kept_row(f"deliverables.{name}")
    for name in ("warranty", "support", "scope", "delivery", "revisions", "key_people")
]


@pytest.mark.parametrize(
    ("kept", "other", "thanks"),
    [
        ([], 2, "14 September 2026."),
        (FEW, 0, "every point of it is there. We appreciate the care you took."),
        (FEW, 2, "and 2 of the 4 points are there just as we left them: the time for payment and the deposit. We appreciate"),
        (FEW[:1], 4, "and were glad to find the time for payment just as we left it. We appreciate that."),
        ([a_kept_row("liability.insurance", agreed="none")], 4, "14 September 2026."),
        ([*FEW, *MANY], 2, "8 of the 10 points are there just as we left them, among them the time for payment, the deposit, "),
        ([*FEW, *MANY], 9, "were glad to find a good number of points just as we left them, among them the time for payment,"),
    ],
    ids=["nothing kept", "all kept", "half", "one of many", "agreed as none", "most", "some"],
)  # fmt: skip
def test_what_was_kept_is_thanked_for(kept, other, thanks):
    rows = (*kept, *(a_row(f"term.t{number}") for number in range(other)))
    assert thanks in compose(a_review(*rows)).opening[0]


@pytest.mark.parametrize(
    ("party", "greeting"),
    [
        (PartyName("Acme Retail Ltd"), "Dear Acme Retail team,"),
        (PartyName("Lanternfish Systems, Inc."), "Dear Lanternfish Systems team,"),
        (PartyName("Jane Roe"), "Dear Jane Roe,"),
        (PartyName(""), "Hello,"),
    ],
)
def test_who_is_greeted(party, greeting):
    review = replace(a_review(), parties=(("customer", party), a_review().parties[1]))
    assert compose(review).greeting == greeting


@pytest.mark.parametrize(
    ("text", "place"),
    [("as Section 3 and section 4 say", "section 4.2"), ("as clause 3 and Clause 4 say", "clause 4.2")],
)
def test_places_are_called_what_the_draft_calls_them(text, place):
    draft = a_draft(f"{a_draft().text}\n{text}")
    assert points(compose(a_review(a_row(), draft=draft)))[0].place == place


def test_a_page_is_cited_once_at_the_head_of_a_point():
    shown = (words_of("sixty", page=4), words_of("Invoices", role="conflicts", section="Schedule 2, 4", page=5))
    row = a_row(verdict="unclear", found="30 days or 60 days", evidence=shown)
    assert "(section 4.2, page 4): " in said_of(row) and "one in Schedule 2, paragraph 4. " in said_of(row)
    assert "(page 4): " in said_of(a_row(evidence=(words_of("sixty", section=None, heading=None, page=4),)))


def test_ways_of_saying_take_turns():
    rows = [a_row(f"payment.{name}") for name in "abcde"]
    says = [point.says for point in points(compose(a_review(*rows)))]
    assert len(set(says)) == len(rows)


def test_every_way_of_asking_is_a_question():
    assert [way for ways in WAYS.values() for way in ways if not way.endswith("?")] == []


def test_titles_and_clauses_are_of_kinds_that_there_are():
    book = rulebook.load()
    assert not {*TITLES, *CLAUSES} - {*book.kinds, *book.traps}


HEAD = (
    'SERVICES AGREEMENT between Acme Retail Ltd (the "Client") and Studio North LLC (the "Provider").\n\n'
    "1. Provider shall perform the services described in Exhibit A with due care, and Client shall pay for them.\n\n"
)


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, says in CLAUSES.items() for value in says])
def test_a_clause_of_the_letter_says_what_was_agreed(kind, value, tmp_path):
    clause = CLAUSES[kind][value].format(customer="the Client", provider="the Provider")
    topic, name = kind.split(".")
    sheet = tmp_path / "terms.yaml"
    sheet.write_text(
        "deal: d\nparties: {customer: Acme Retail Ltd, provider: Studio North LLC}\nour_side: provider\n"
        f"terms:\n  {topic}:\n    {name}: {value}\n",
        encoding="utf-8",
    )
    terms = termsheet.load(sheet, rulebook.load())
    draft = f"{HEAD}2. {clause[0].upper()}{clause[1:]}\n".encode()
    [row] = pipeline.review("draft.txt", terms, data=draft).terms
    assert (row.verdict, row.message if row.verdict != "kept" else "") == ("kept", "")


# ---- the files -------------------------------------------------------------------------------------------------------


def letter(*more: str):
    deal = DEALS.parent / "tests" / "short_deal"
    return CliRunner().invoke(
        cli, ["letter", str(deal / "draft-nibbled.txt"), "--terms", str(deal / "terms.yaml"), *more]
    )


def test_the_letter_goes_to_the_screen_as_text():
    done = letter()
    assert done.exit_code == 0 and done.output.startswith("Subject: ")


def test_one_letter_many_files(tmp_path):
    begins = {"a.txt": b"Subject: ", "a.md": b"# ", "a.docx": b"PK"}
    done = letter(*(part for name in begins for part in ("-o", str(tmp_path / name))))
    assert (done.exit_code, done.output) == (0, "")
    assert {f.name: f.read_bytes()[: len(begins[f.name])] for f in tmp_path.iterdir()} == begins


def test_a_letter_is_not_written_as_what_it_is_not(tmp_path):
    done = letter("-o", str(tmp_path / "a.pdf"))
    assert done.exit_code == 2 and ".docx" in done.output and not [*tmp_path.iterdir()]


def test_the_word_file_names_its_writers_and_no_program():
    word = docx.Document(BytesIO(write_letter("docx", a_full_review(), Page())))  # type: ignore[arg-type]
    about = word.core_properties
    assert (about.author, about.comments) == ("Studio North LLC", "")
    assert about.title == "Acme web shop rebuild: the draft agreement"
