"""A term sheet by question and answer: each answer is checked at once, and enter passes on to the next question."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from itertools import groupby

import click
from rapidfuzz import process

from . import values
from .reports.terms import flow, scalar
from .rulebook import Kind, Rulebook

# The usual terms by topic: kind, question, an answer as it may be typed.
USUAL = (
    ("payment.total_fee", "What is paid in all?", "USD 10,000"),
    ("payment.rate", "What does an hour, a month or a unit cost?", "USD 120 per hour"),
    ("payment.deposit", "What is paid before the work begins?", "30%"),
    ("payment.due", "When is an invoice payable?", "30 days"),
    ("payment.late_interest", "What does late payment cost?", "1.5% per month"),
    ("payment.expenses", "Who bears expenses?", "reimbursed with approval"),
    ("deliverables.delivery", "When is the work delivered?", "2027-03-01"),
    ("deliverables.acceptance_period", "How long may the customer test it?", "10 business days"),
    ("deliverables.revisions", "How many rounds of changes are included?", "2"),
    ("deliverables.warranty", "How long is the work warranted?", "90 days"),
    ("ip.ownership", "Who owns the work?", "customer"),
    ("ip.transfer", "When do the rights pass?", "on payment"),
    ("ip.background_ip", "Who keeps what each had before?", "each"),
    ("liability.cap", "What is the most that a party can be liable for?", "100% of fees"),
    ("liability.excluded_losses", "Which losses need nobody make good?", "indirect, consequential, lost profits"),
    ("liability.insurance", "What insurance must be carried?", "USD 1,000,000"),
    ("term.initial_term", "How long does the agreement run?", "12 months"),
    ("term.renewal", "Does it renew?", "by agreement"),
    ("term.convenience", "Who may end it without a reason?", "both"),
    ("term.convenience_notice", "With what notice?", "30 days"),
    ("term.cure_period", "How long has a party to put a breach right?", "30 days"),
    ("general.governing_law", "Whose law governs?", "Delaware"),
    ("general.confidentiality", "How long does confidentiality last after the end?", "2 years"),
    ("general.assignment", "May the agreement be passed on?", "with consent"),
    ("general.non_compete", "How long may a party not compete?", "none"),
)
TOPICS = {
    "payment": "Payment",
    "deliverables": "The work",
    "ip": "Rights in the work",
    "liability": "Liability",
    "term": "Beginning and end",
    "general": "General",
}
HELLO = """\
Answer with what was agreed, as you would write it; enter passes on; `none` says that it was agreed that there is none.
Ctrl-C leaves without writing anything."""


def interview(rulebook: Rulebook) -> str:
    """Ask for a term sheet on the terminal.

    Questions and refusals go to standard error, so that the sheet can go to standard output.

    Returns:
        The term sheet as YAML, valid under `terms check`.

    Raises:
        click.Abort: the user breaks off.
    """
    _say(HELLO)
    head = list(_head())
    agreed = dict(_usual(rulebook))
    agreed |= _more(rulebook)
    must = _listed("Which of these are non-negotiable?", "payment.due, ip.*", lambda name: _one_of(name, tuple(agreed)))
    left = _listed(
        "What is left to the lawyers?", "general.venue, deliverables.*", lambda n: _one_of(n, _names(rulebook))
    )
    lines = [*head, "", *_terms(agreed, must)]
    return "".join(f"{line}\n" for line in (*lines, *(["", f"leave_to_counsel: [{', '.join(left)}]"] if left else [])))


def _head() -> Iterator[str]:
    deal = _ask("What is the deal called?", "Acme web shop rebuild")
    if deal:
        yield f"deal: {scalar(deal)}"
    agreed_on = _ask("On which day was it agreed?", "2026-09-14", _date)
    if agreed_on:
        yield f"agreed_on: {agreed_on}"
    yield "parties:"
    for side, does, like in (
        ("customer", "who pays", "Acme Retail Ltd"),
        ("provider", "who does the work", "Studio North LLC"),
    ):
        name = _ask(f"Who is the {side} ({does})?", like, needed=True)
        called = _ask(f"What else is {name} called?", "Acme, the Shop")
        also = (
            f", also_called: [{', '.join(flow(c.strip()) for c in called.split(',') if c.strip())}]" if called else ""
        )
        yield f"  {side}: {{name: {flow(name)}{also}}}"
    side = _ask(
        "Which side are we?", "customer or provider", lambda said: _one_of(said, ("customer", "provider")), True
    )
    yield f"our_side: {side}"


def _usual(rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    for topic, questions in groupby(USUAL, key=lambda asked: asked[0].split(".")[0]):
        _say(f"\n{TOPICS[topic]}")
        for name, question, like in questions:
            said = _ask(question, like, _value_of(rulebook.kinds[name]))
            if said:
                yield name, said


def _more(rulebook: Rulebook) -> dict[str, str]:
    """Further kinds by name, and points in plain words, until there is no more."""
    _say("\nAnything else")
    out: dict[str, str] = {}
    while name := _ask(
        "Another kind of term? (`termscan rules list` shows them)",
        "general.audit",
        lambda n: _one_of(n.replace("*", ""), tuple(rulebook.kinds)),  # one at a time
    ):
        kind = rulebook.kinds[name]
        said = _ask(
            f"{name}: {kind.says}?",
            kind.allowed[0] if kind.allowed else values.TYPES[kind.types[0]].like,
            _value_of(kind),
        )
        if said:
            out[name] = said
    while words := _ask("A point in plain words?", "Customer may cancel after the pilot on 14 days' notice."):
        out[_new_name(words, out)] = words
    return out


def _terms(agreed: dict[str, str], must: list[str]) -> Iterator[str]:
    yield "terms:" if agreed else "terms: {}"
    order = [*TOPICS, "other"]
    for topic, names in groupby(sorted(agreed, key=lambda n: order.index(n.split(".")[0])), lambda n: n.split(".")[0]):
        yield f"  {topic}:"
        for name in names:
            firm = any(fnmatchcase(name, pattern) for pattern in must)
            said = f"{{agreed: {flow(agreed[name])}, priority: must}}" if firm else scalar(agreed[name])
            yield f"    {name.split('.', 1)[1]}: {said}"


# ---- one question -------------------------------------------------------------------------------------------------


def _ask(question: str, like: str, check: Callable[[str], str] = str, needed: bool = False) -> str:
    """The answer as it will be written; empty where the question was passed over, which `needed` does not let happen.

    Args:
        check: returns the answer as it is to be written, or raises ValueError with the reason why it cannot be.
    """
    while True:
        said = " ".join(click.prompt(f"{question} (such as {like})", default="", show_default=False, err=True).split())
        if not said and not needed:
            return ""
        if not said:
            _say("  This has to be answered.")
            continue
        try:
            return check(said)
        except ValueError as reason:
            _say(f"  {reason}")


def _listed(question: str, like: str, check: Callable[[str], str]) -> list[str]:
    """An answer of several names, parted by commas."""

    def each(said: str) -> str:
        return ", ".join(check(part.strip()) for part in said.split(",") if part.strip())

    said = _ask(question, like, each)
    return said.split(", ") if said else []


def _value_of(kind: Kind) -> Callable[[str], str]:
    """What checks the value of a kind, and writes it as the formats do."""

    def check(said: str) -> str:
        given = {"choices": kind.allowed, "items": tuple(kind.items)}
        return values.canonical(values.parse(kind.type, said, **given))

    return check


def _date(said: str) -> str:
    try:
        return str(datetime.date.fromisoformat(said))
    except ValueError:
        raise ValueError(f"{said} is no date; write it like 2026-09-14.") from None


def _one_of(said: str, names: tuple[str, ...]) -> str:
    """A name, or a wildcard that names some ("deliverables.*")."""
    if any(fnmatchcase(name, said) for name in names):
        return said
    near = process.extractOne(said, names, score_cutoff=55)
    raise ValueError(f"{said} is none of them." + (f" Did you mean {near[0]}?" if near else ""))


def _names(rulebook: Rulebook) -> tuple[str, ...]:
    return (*rulebook.kinds, "other.point")


def _new_name(words: str, taken: dict[str, str]) -> str:
    """A name for a point in plain words: its first telling words."""
    telling = [w for w in re.findall(r"[a-z]+", words.lower()) if len(w) > 3][:3] or ["point"]
    name = "other." + "_".join(telling)
    return name if name not in taken else f"{name}_{len(taken)}"


def _say(words: str) -> None:
    click.echo(words, err=True)
