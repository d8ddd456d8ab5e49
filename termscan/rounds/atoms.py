"""A passage as the atoms of what it says: values, parties, modality, negation, qualifiers, references and plain concepts.

Number styles, the order of words, the active and the passive voice, and the trade's synonyms are gone from them, so that
two wordings of one rule have the same atoms. The sorts follow the categories of contract language in Adams, A Manual of
Style for Contract Drafting (obligation, discretion, prohibition, condition, exception).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from .. import values
from ..compare.lexicon import EMPTY, concept
from ..extract.masking import SLOTS, Masked
from ..extract.statements import Reading
from ..values import amounts
from .wording import GENERIC, SAME_AS

Sort = Literal["value", "blank", "mismatch", "party", "right", "denial", "exception", "condition", "softening", "only",
               "least", "most", "reference", "often", "each", "degree", "word", "plain",
               "during", "automatic", "after", "money", "confidential", "reasonable", "others", "end", "cure"]  # fmt: skip

_PARTIES = {
    SLOTS["customer"]: "customer",
    SLOTS["provider"]: "provider",
    SLOTS["each"]: "each",
    SLOTS["neither"]: "each",
}
# what stands for one atom though it is several words; the first that matches wins
_PHRASES: tuple[tuple[Sort | None, str], ...] = (
    ("automatic", r"of (?:itself|themselves|(?:its|their) own accord)|without (?:any )?(?:further )?(?:act|action|step|formality)(?: (?:of|by|from) \S+)?"),
    ("after", r"once(?! (?:an?|each|every|per|in|at|only)\b)|as soon as|following(?= (?:the|its|their|his|her|any|an?|each|such|that|this|receipt|delivery|written|notice|completion|expiry|expiration|termination|final|signature|[\ue000-\ue01f]))"),
    ("money", r"(?:all )?(?:(?:taken|added) )*(?:al)?together|in total|in the aggregate|all told"),
    ("confidential", r"(?:not (?:to )?|refrain from |never )(?:disclos(?:e|ing)|divulg(?:e|ing)|reveal(?:ing)?)"),
    (None, r"(?:keep|hold|treat|maintain)(?:s|ing)?(?=(?: (?!and\b)\S+){1,8} (?:strictly )?(?:confidential|secret|in confidence))"),
    ("reasonable", r"unreasonabl[ey]|(?<=[a-z] )(?:without|for) (?:good|valid|reasonable) (?:reason|cause|grounds?)|reasonable grounds?"),
    ("others", r"(?:or|and) (?:any |all |every )?(?:others?(?! (?:party|than)\b)|otherwise)"),
    ("end", r"(?:brings?|brought|bringing|comes?|came|coming|puts?|putting) (?:\S+ ){0,3}?to an end|(?:runs?|ran|run) out|(?:is|are) over"),
    ("cure", r"(?:puts?|putting) (?:\S+ ){0,2}?right|still stands? uncorrected"),
    (None, r"(?:makes?|made|making) good|falls? to be|put(?:s|ting)?|if ever|at all|at any time|have to|has to|had to"),
    ("only", r"to the exclusion of (?:all |any )?others?|and (?:in |by )?no others?|and (?:no one|nobody) else"),
    ("softening", r"for any or no reason|(?:(?:does|do|doing|use|uses|make|makes|its|their|the|every|all|best|utmost|reasonable|commercial|commercially|good faith|diligent) )*(?:best|utmost|every|reasonable|commercial|commercially reasonable) efforts?|do(?:es|ing)? (?:its|their|his|her) (?:utmost|best)|as (?:\S+ )(?:alone )?(?:may )?(?:alone )?chooses?|as (?:\S+ )(?:alone )?(?:sees|thinks) fit"),
    (None, r"(?:and|or|including|but)? ?(?:without limitation|not limited to)|without prejudice to|no matter (?:what|whether|how|which|who|when)|whether or not|for the avoidance of doubt|in no event|under no circumstances|not under any circumstances|regardless of|irrespective of|no(?:ne)? the less"),
    ("during", r"(?:during|throughout|for)(?: the| its| this)* (?:term|life|duration)(?: of (?:this|the) agreement)?|(?:for )?(?:so|as) long as (?:this|the) agreement (?:is in force|is in effect|lasts|runs|continues|remains in (?:force|effect))|while (?:this|the) agreement (?:is in force|is in effect|lasts|runs|continues)"),
    ("most", r"(?:no|not) (?:later|more|longer|greater|higher) than|(?:by|before|until) the (?:end|close|expiry) of|(?:at|as) (?:the )?(?:most|latest|maximum)|(?:shall|will|may|does|do|must|can)? ?not (?:to )?(?:exceed|be more than|be later than|be greater than)|within|up to|maximum(?: of)?|limited to|is the most|are the most|most for which|in excess of|more than|exceeds?|above"),
    ("least", r"(?:no|not) (?:less|fewer|earlier|sooner|lower) than|at (?:the )?(?:least|minimum)|minimum(?: of)?|or (?:longer|more)"),
    ("softening", r"(?:sole |absolute |own |reasonable )*discretion|(?:best|reasonable|commercially reasonable|good faith|diligent|all reasonable) (?:efforts?|endeavou?rs?)|endeavou?rs?|(?:sees?|thinks?|deems?|considers?|finds?) (?:it )?(?:fit|appropriate|necessary|proper|advisable|reasonable)|satisfaction of|satisfactory|may elect|so elects?|elects?|aims? to|targets?|tr(?:y|ies) to|where practicable|when convenient|in the (?:sole |reasonable )*opinion|(?:sole |reasonable )*judge?ment of|estimated?|indicative|good faith"),
    ("exception", r"except(?:ing)?(?: that| for| as| where| when| if| to the extent| in)?|save(?: that| for| as| where| in| only| to)?|other than|excluding|exclusive of|but not|with the exception of|apart from|unless(?: and until)?|short of|rather than|instead of|in lieu of|notwithstanding|despite|in spite of"),
    ("condition", r"provided(?: however| further| always)?(?: that)?|on (?:the )?condition that|to the extent(?: that)?|so (?:far|long) as|as (?:long|far) as|insofar as|subject to|contingent (?:up)?on|conditional (?:up)?on|conditioned (?:up)?on|only (?:if|when|where|after|upon|once)|until|if and"),
    ("only", r"only|solely|exclusively|alone|merely|sole and exclusive"),
    # how bad, how sure or how much it must be: "gross negligence", "a material breach", "its actual knowledge"
    ("degree", r"gross(?:ly)?|wil+ful(?:ly)?|intentional(?:ly)?|deliberate(?:ly)?|knowing(?:ly)?|reckless(?:ly)?|material(?:ly)?|substantial(?:ly)?|significant(?:ly)?|serious(?:ly)?|actual(?:ly)?|direct(?:ly)?|reasonabl[ey]"),
    ("right", r"may|can|(?:is|are|be) (?:entitled|free|permitted|allowed|authori[sz]ed)|(?:has|have|retains?|reserves?) (?:the|a|full|every) (?:[a-z]+ )?(?:right|option|privilege)|at liberty"),
    ("denial", r"not|no|never|neither|nor|none|nothing|nobody|without|cannot|refrains?(?: from)?|refraining(?: from)?|prohibited|forbidden|barred|den(?:y|ies|ied|ying)|fails?|failing|failure|lacks?|outside|disregard(?:ed|ing)?|left aside|immaterial|irrelevant|free of|free from"),
)  # fmt: skip
# these say one word in several
_MEANT = frozenset(["during", "automatic", "after", "money", "confidential", "reasonable", "others", "end", "cure"])
_ATOM = re.compile("|".join(rf"(?P<p{i}>(?<!\S)(?:{words})(?!\S))" for i, (_, words) in enumerate(_PHRASES)))
_OFTEN = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year", "annual": "year", "annually": "year", "annum": "year"}  # fmt: skip
_UNITS = {f"{u}{s}": u for u in ("hour", "day", "week", "month", "quarter", "year") for s in ("", "s", "'s", "s'")}
_NEGATED = re.compile(
    r"(?:non-?|un|in|ir|im)(?=exclu|transf|assign|sublic|refund|solic|revoc|condition|limited|disclos|competit|restrict)"
)
_CITED = re.compile(
    r"(?:sections?|clauses?|articles?|paragraphs?|schedules?|exhibits?|annex(?:es)?|appendix|attachments?|§+)$"
)
_NUMBER = re.compile(r"(?:\d{1,3}|[ivxlc]{1,5}|[a-z])(?:\.\d{1,3})*\.?(?:\([a-z0-9]{1,4}\))*$")


_TELLS = frozenset(["thereafter", "before"])  # words that are empty elsewhere, but not between two rounds
_COUNT = {w: f"{n}" for w, n in {**amounts.UNITS, **amounts.ROUND}.items() if n > 1}
_COUNT |= dict.fromkeys(("half", "one-half", "equally"), "50%")
_RECURS = ("each", "every", "per", "a", "any")


@dataclass(frozen=True, slots=True)
class Atom:
    """One thing that a passage says; `start` and `end` are where, in its draft."""

    sort: Sort
    key: str
    start: int
    end: int


def atoms(reading: Reading, sentences: Sequence[int]) -> list[Atom]:
    """The atoms of some sentences, in order."""
    return [a for i in sentences for a in _of(reading.masked[i])]


def _of(masked: Masked) -> Iterator[Atom]:
    words = masked.words
    if not words:
        return
    ends = [*masked.starts[1:], len(words) + 1]
    done = 0
    for i, (start, stop) in enumerate(zip(masked.starts, ends, strict=True)):
        if start < done:
            continue
        word = words[start : stop - 1]
        m = _ATOM.match(words, start)
        if m:
            sort = _PHRASES[int((m.lastgroup or "p0")[1:])][0]
            done = m.end()
            if sort == "degree":
                yield Atom(sort, meaning(word), *masked.span(start, done))
            elif sort:
                said = "plain" if sort in GENERIC else "word" if sort in _MEANT else sort
                yield Atom(said, sort, *masked.span(start, done))
            continue
        if i == 0 and word.isdigit():  # the number of a clause that the outline left in its sentence
            continue
        before = words[masked.starts[i - 1] : start - 1] if i else ""
        yield from _single(masked, word, before, start, masked.spans[i])


def _single(masked: Masked, word: str, before: str, at: int, span: tuple[int, int]) -> Iterator[Atom]:
    found = masked.values.get(at)
    if found is not None:
        yield from _value(found, span)
    elif word[:1] in _PARTIES:
        yield Atom("party", _PARTIES[word[0]], *span)
        if word[0] == SLOTS["neither"]:
            yield Atom("denial", "denial", *span)
    elif _CITED.match(before) and _NUMBER.match(word) and (len(word) > 1 or word.isdigit() or before[0] in "aes"):
        yield Atom("reference", word.strip("."), *span)
    elif word in _OFTEN or word in _UNITS:
        unit = _OFTEN.get(word) or _UNITS[word]
        if unit != "day" or before in _RECURS or word == "daily":  # "the day on which" says nothing of how often
            yield Atom("often", unit, *span)
    elif word in ("each", "every", "separately", "per"):
        yield Atom("each", "each", *span)
    elif "\ue000" <= word[:1] <= "\ue01f" or not word[:1].isalnum():
        return
    else:
        yield from _word(word, span)


def _word(word: str, span: tuple[int, int]) -> Iterator[Atom]:
    number = _COUNT.get(word)
    if number or word.isdigit():
        yield Atom("value", number or word, *span)
        return
    bare = _NEGATED.sub("", word)
    if bare != word:
        yield Atom("denial", "denial", *span)
    for part in (
        bare.replace("'s", "").replace("'", "").split("-") if "-" in bare else (bare.removesuffix("'s").strip("'"),)
    ):
        if (part in EMPTY and part not in _TELLS) or len(part) < 2:
            continue
        key = meaning(part)
        if key:
            yield Atom("plain" if key in GENERIC else "word", key, *span)


@lru_cache(maxsize=20_000)
def meaning(word: str) -> str:
    """What a word means when two wordings are compared; empty where it carries nothing."""
    same = SAME_AS.get(word)
    return same if same is not None else SAME_AS.get(concept(word), concept(word))


def _value(found: values.Found, span: tuple[int, int]) -> Iterator[Atom]:
    if found.blank or found.value is None:
        yield Atom("blank", "blank", *span)
    if found.value is None:
        return
    for part in parts(found.value):
        yield Atom("often" if part in _UNITS else "value", part, *span)
    if found.low is not None:
        yield Atom("value", f"from {' '.join(parts(found.low))}", *span)
    for stated in (found, *found.parts):
        if stated.words_say is not None:
            yield Atom("mismatch", " ".join(parts(stated.words_say)), *span)


def parts(value: values.Value) -> Iterator[str]:
    """What a value is made of, whatever the order: an amount and how often, a place and its country, two limbs of a cap.

    Years and quarters are counted in months, weeks and days in hours. The number one is left out: it is an article.
    """
    if isinstance(value, values.Duration) and value.amount is not None:
        months, hours = _MONTHS.get(value.unit), _HOURS.get(value.unit)
        counted = f"{float(value.amount * (months or hours or 1)):g}"
        yield f"{counted} {'months' if months else 'business hours' if value.business else 'hours'}"
        return
    said = values.canonical(value)
    if said == "0.5":
        said = "50%"
    for part in _AND.split(said):
        if part and part != "1":
            yield part.strip()


_MONTHS = {"months": Decimal(1), "quarters": Decimal(3), "years": Decimal(12)}
_HOURS = {"minutes": Decimal(1) / 60, "hours": Decimal(1), "days": Decimal(24), "weeks": Decimal(168)}
_AND = re.compile(r"the greater of | and | per |, (?=[A-Z])| of (?=fees)")
