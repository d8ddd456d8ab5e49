"""For one side what was agreed for both, for both what was agreed for one, and by whom it is done: terms in plain words.

"Each side may end it" and "Buyer may end it" differ by a word, as do "Buyer alone decides" and "Buyer and Maker decide".
"""

from __future__ import annotations

import re
from typing import cast

from ..extract.masking import ONE_SIDE, SIDES, SLOTS
from ..model import Side
from ..termsheet import Term
from .lexicon import content, phrases
from .matter import Judgement, Matter, other_side
from .novelty import short
from .propositions import actors, speakers

NEAR = 2  # places of those that say it as likely in which the two may stand together

_C, _P = SLOTS["customer"], SLOTS["provider"]
_BOTH_NAMED = f"[{SLOTS['each']}{SLOTS['neither']}{SLOTS['other']}]"
# the sheet speaks of both of them, and names neither
_OF_BOTH = phrases(
    r"(?i)\b(?:each|either|both|neither)(?: one)?(?: (?:side|sides|party|parties|company|companies|of (?:them|us|the two)|partner|partners)\b|(?= (?:may|can|shall|will|must|keeps?|bears?|pays?|owns?|gives?|lets?|tells?|agrees?|uses?|gets?|has|have|is|are)\b))"
    r"|\bthe (?:two(?: (?:sides|parties|of them))?|sides|parties)\b"
)
_EITHER_THING = phrases(r"(?i)\b(?:either|both) [^.;,]{0,40} (?:or|and)\b(?! (?:may|shall|can|will|must)\b)")
# the draft speaks of both, in whatever words
_SPEAKS_OF_BOTH = re.compile(
    rf"{_BOTH_NAMED}|(?<!\S)(?:mutual\w*|jointly|both|each|either|neither|respective\w*|other|parties|party|reciprocal\w*|one another|together|its successors|two)(?!\S)"
)


def check(matter: Matter, term: Term, near: list[int]) -> Judgement | None:
    """Another circle of those whom plain words concern; None where it is the same, or nobody knows."""
    spoken = speakers(matter, term.agreed_text)
    for rank, index in enumerate(near[:NEAR]):
        words = matter.reading.masked[index].words
        found = (for_one(spoken, words) or by_the_other(spoken, words)) if rank == 0 else None
        found = found or for_two(spoken, words)
        if found is not None:
            start, end = matter.sentence_span(index)
            message = f'{found}: "{short(matter.text[start:end])}".'
            return Judgement("changed", None, (("states", start, end),), message, "both")
    return None


def for_one(spoken: str, words: str) -> str | None:
    """What was agreed for both sides, and only one of them does or is spared."""
    if not _OF_BOTH.search(spoken) or _EITHER_THING.search(spoken) or re.search(ONE_SIDE, spoken):
        return None
    if _SPEAKS_OF_BOTH.search(words):
        return None
    acting = {side for _, side in actors(words)}
    if len(acting) == 1:
        return f"Agreed was that it holds for both; the draft says it of the {acting.pop()} alone"
    return None


_ALONE = phrases(
    r"(?i)\b(?:alone|by itself|by himself|by herself|on its own|solely|sole|exclusive\w*|only|no one else|nobody else)\b"
)
_SETTLES = r"(?:determine|decide|choose|select|approve|elect|appoint|set|fix|control|manage|direct|instruct|designate|nominate|conclude|consider|find|resolve|bear|share|pay|own|hold|retain|run)"
_TWO = re.compile(
    rf"(?:{_C} and {_P}|{_P} and {_C}|{SLOTS['each']})(?: (?:shall|will|must|may|each|both|jointly|together|so|have|mutually|thereof|in equal shares|equally|by agreement))*(?: \S+ly)? {_SETTLES}(?!\S)"
    rf"|(?:determined|decided|chosen|selected|approved|appointed|set|fixed|controlled|managed|designated|nominated|borne|shared|paid|owned|held|run)(?: jointly| together| in equal shares| equally)? by (?:{_C} and {_P}|{_P} and {_C}|{SLOTS['each']})(?!\S)"
    rf"|(?:{_BOTH_NAMED}|(?<!\S)the parties) (?:shall |will |must |may )?(?:jointly|together|mutually) {_SETTLES}(?!\S)"
)
_SHARED = phrases(
    r"(?i)\b(?:each|both|either|neither|the two|sides|parties|mutual\w*|joint\w*|together|equal\w*|half|halves|share|shared|split|agree[sd]?|agreed|settle|talk\w*)\b"
)


def for_two(spoken: str, words: str) -> str | None:
    """What one side alone was to decide, bear or have, and the draft gives to the two of them."""
    named = {c for c in spoken if c in SIDES}
    if not named or _SHARED.search(spoken) or re.search(f"{_C} and {_P}|{_P} and {_C}", spoken):
        return None
    m = _TWO.search(words)
    if m is None or not (_ALONE.search(spoken) or (_PAYS if _BORNE.search(m[0]) else _DECIDES).search(spoken)):
        return None
    return "Agreed was that one side does it; the draft says it of both"


_DECIDES = phrases(
    r"(?i)\b(?:decid\w+|choos\w+|determin\w+|picks?|select\w*|controls?|runs?|appoints?|names?|rules on|has the (?:final|last) (?:say|word)|own|owns|holds)\b"
)
_PAYS = phrases(r"(?i)\b(?:pays?|bears?|costs?|expense|bill|meets|borne|paid)\b")
_BORNE = re.compile(r"(?<!\S)(?:bear|pay|share|borne|paid|shared)(?!\S)")
_PICKS = r"(?:determined|decided|chosen|selected|picked|appointed|named|nominated|designated|approved|retained|engaged|set|fixed|put|drawn up|prepared|signed|paid|borne|provided|supplied|kept|held|owned|issued)"
_BY = re.compile(rf"{_PICKS} (?:\S+ly |in writing |first |from time to time )?by (?:the )?(?P<who>{ONE_SIDE})(?!'s)")


def by_the_other(spoken: str, words: str) -> str | None:
    """What is picked, paid or kept by one side in the sheet, and by the other alone in the draft."""
    agreed = {SIDES[m["who"]] for m in _BY.finditer(spoken.lower())}
    said = list(_BY.finditer(words))
    doers = {SIDES[m["who"]] for m in said}
    if len(agreed) != 1 or len(doers) != 1 or agreed & doers or not agreed <= {"customer", "provider"}:
        return None
    side = cast(Side, agreed.pop())
    if other_side(side) not in doers or not set(content(spoken)) & set(content(words[: said[0].start()])):
        return None
    return f"Agreed was that it is done by the {side}; in the draft by the {other_side(side)}"
