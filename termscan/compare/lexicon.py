"""Words as meanings: stems, the words that carry none, and the trade's synonyms.

Used to tell whether an exception, condition or limit in a draft is one that the sheet names or that is customary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

# Words that carry no meaning of their own in a contract, with those of every clause ("agreement", "hereunder").
EMPTY = frozenset(
    [
        "a",
        "about",
        "above",
        "accordance",
        "according",
        "additional",
        "against",
        "agreement",
        "agreements",
        "all",
        "also",
        "among",
        "amongst",
        "an",
        "and",
        "another",
        "any",
        "applicable",
        "are",
        "article",
        "as",
        "at",
        "be",
        "because",
        "become",
        "been",
        "before",
        "being",
        "below",
        "between",
        "both",
        "but",
        "by",
        "can",
        "case",
        "cases",
        "clause",
        "clauses",
        "contract",
        "contractual",
        "could",
        "did",
        "do",
        "does",
        "done",
        "each",
        "either",
        "else",
        "event",
        "events",
        "extent",
        "every",
        "following",
        "for",
        "foregoing",
        "forth",
        "from",
        "further",
        "given",
        "had",
        "has",
        "have",
        "having",
        "he",
        "her",
        "hereby",
        "herein",
        "hereinafter",
        "hereof",
        "hereto",
        "hereunder",
        "herewith",
        "him",
        "his",
        "how",
        "however",
        "i",
        "if",
        "in",
        "including",
        "include",
        "includes",
        "included",
        "into",
        "is",
        "it",
        "its",
        "itself",
        "less",
        "like",
        "limitation",
        "made",
        "make",
        "makes",
        "making",
        "manner",
        "matter",
        "may",
        "means",
        "might",
        "more",
        "moreover",
        "most",
        "must",
        "neither",
        "no",
        "nor",
        "not",
        "of",
        "on",
        "one",
        "only",
        "or",
        "other",
        "others",
        "otherwise",
        "our",
        "out",
        "over",
        "paragraph",
        "part",
        "particular",
        "parties",
        "party",
        "per",
        "person",
        "persons",
        "place",
        "pursuant",
        "purpose",
        "purposes",
        "regard",
        "regarding",
        "relating",
        "respect",
        "respective",
        "respectively",
        "same",
        "section",
        "sections",
        "set",
        "shall",
        "she",
        "should",
        "so",
        "so-called",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "thereafter",
        "thereby",
        "therefor",
        "therefore",
        "therein",
        "thereof",
        "thereto",
        "thereunder",
        "these",
        "they",
        "this",
        "those",
        "through",
        "thus",
        "time",
        "times",
        "to",
        "too",
        "under",
        "until",
        "up",
        "upon",
        "us",
        "use",
        "used",
        "very",
        "was",
        "way",
        "we",
        "were",
        "what",
        "whatever",
        "when",
        "where",
        "whereas",
        "whereby",
        "whether",
        "which",
        "while",
        "who",
        "whole",
        "whom",
        "whose",
        "will",
        "with",
        "within",
        "without",
        "would",
        "you",
        "your",
        "exhibit",
        "schedule",
        "attachment",
        "annex",
        "appendix",
        "first",
        "second",
        "third",
        "et",
        "al",
        "etc",
        "ie",
        "eg",
        "hereafter",
        "said",
        "aforesaid",
        "deemed",
        "take",
        "taken",
        "takes",
        "effect",
        "effective",
        "provision",
        "provisions",
        "terms",
        "provided",
        "provide",
        "provides",
        "unless",
        "except",
        "save",
        "subject",
        "notwithstanding",
    ]
)
_GROUPS = """
money monies moneys funds
assign assignment transfer transferable novate delegate convey makeover
affiliate subsidiary parent group controlled
merger merge consolidation amalgamation successor acquisition acquire acquirer takeover reorganization reorganisation restructuring sale sold sell buyer purchaser substantially assets business
consent approval approve permission authorization authorisation authorize authorise agree agreed sign signed
law legal statute statutory regulation regulatory court judicial governmental subpoena compelled require required mandatory
misconduct willful wilful wilfully willfully intentional deliberate
negligence negligent grossly gross
fraud fraudulent
confidential confidentiality confidence secret secrecy disclosure disclose nondisclosure proprietary
indemnity indemnify indemnification indemnities harmless
defend defence defense
notice notify notification notified written writing tell tells told inform informs informed
dispute disputed contest contested question challenge
pay paid payment payable remit settle owed owing due
fee fees charge charges price prices compensation remuneration rate rates cost costs expense expenses
invoice bill statement billing invoiced
terminate termination end ends ended cancel cancellation expire expiry expiration cease
breach default violation violate fail failure noncompliance
cure remedy remedied correct correction cured curable incurable
customer client licensee company buyer
provider supplier consultant contractor licensor vendor developer
infringement infringe infringing misappropriation
intellectual property patent copyright trademark trade invention inventions
death bodily personal injury physical
employee employees staff personnel worker workers
public publicly generally known domain
independently develop developed independent
receive receipt received arrive arrived arrival reach reached
deliver delivery delivered supply supplied furnish
accept acceptance accepted sign-off
work product deliverable deliverables results
background pre-existing preexisting prior existing earlier
third-party third open-source
reasonable reasonably
tax taxes withholding duties
renew renewal extend extension extended renewed
begin start commence commencement beginning
term duration period
year years annual annually yearly
month months monthly
quarter quarterly quarters
audit inspect inspection examine examination records books
hours normal usual regular business
insurance insured coverage insurer policy
injunction injunctive equitable relief
arbitration arbitrator arbitral
damage damages loss losses liability liabilities
data information
hire employ solicit engage recruit
compete competing competitor competitive competition
subcontract subcontractor subcontractors
travel lodging hotel subsistence
limit limited cap capped maximum ceiling
software product products program system
site sites website web
survive survival outlive outlast
retain retention keep kept
stop discontinue suspend suspension halt interrupt
allow permit permitted let
forbid prohibit prohibited ban
choose elect election select selection option choice
send sent mail dispatch transmit transmission
email electronic
answer respond response reply
help assist assistance aid
ask asks asked asking request requests demand
repair fix mend
refuse reject decline refusal
advertise advertising advertisement promote promotion promotional marketing
copy copies reproduce reproduction duplicate
immediately promptly forthwith straightaway
replace replacement substitute substitution
train training teach instruct instruction
meet meeting meetings
visit visits attend attendance
store storage warehouse stock inventory
ship shipping shipment freight carriage transport transportation
install installation set-up setup
test testing trial
recall withdraw withdrawal
technical technically technology technologies technological
decide decides decided decision determine determines determination discretion
refund refunds refunded repay repayment reimburse reimbursement
lend loan
country countries territory
worldwide world global globally
leave leaves departure depart
photo photograph photographs picture pictures
""".strip().splitlines()
_THIRD_PARTY = re.compile(r"\bthird[\s-]+part(?:y|ies)\b")
_WORD = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
_SUFFIXES = ("ations", "ation", "ments", "ment", "ingly", "ings", "ing", "edly", "ies", "ied", "ers", "er", "ors", "or", "ances", "ance", "ences", "ence", "ities", "ity", "ively", "ive", "ables", "able", "ibly", "ible", "ions", "ion", "ally", "als", "al", "ates", "ated", "ate", "ed", "es", "ly", "y", "e", "s")  # fmt: skip


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its ending: "assignment", "assigned" and "assigns" are all "assign". Short words stay whole."""
    word = word.removesuffix("'s").strip("'")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            return word[: -len(suffix)]
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith("ss") else word


@cache
def _concepts() -> dict[str, str]:
    out: dict[str, str] = {}
    for line in _GROUPS:
        words = line.split()
        for word in words:
            out.setdefault(stem(word), stem(words[0]))
    return out


_SPACE = re.compile(r"(\(\?<[!=][^)]*\))|(?<![\[\\]) (?![*+?{\]])")  # a look-behind has to keep its width


def phrases(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression whose every space is any white space: a draft breaks its lines where it likes."""
    return re.compile(_SPACE.sub(lambda m: m[1].replace(" ", r"\s") if m[1] else r"\s+", pattern), flags)


@lru_cache(maxsize=20_000)
def concept(word: str) -> str:
    """What a word means: its stem, or that of the first of its synonyms."""
    s = stem(word)
    return _concepts().get(s, s)


def content(text: str) -> list[str]:
    """The concepts of the words of a text that carry meaning, in order. Numbers and slots are left out."""
    words = _THIRD_PARTY.sub("third-party", text.lower().replace("’", "'"))
    return [concept(w) for w in _WORD.findall(words) if w not in EMPTY and len(w) > 1]


def concepts(texts: Iterable[str]) -> frozenset[str]:
    """All concepts of several texts."""
    return frozenset().union(*map(_concepts_of, texts))


@lru_cache(maxsize=10_000)
def _concepts_of(text: str) -> frozenset[str]:
    """The same phrases of rules and sheets are asked for again and again."""
    return frozenset(content(text))
