"""Finds every typed value in contract prose.

Order to read in: `find`, which looks at each place where a value might begin (`_STARTS`); the readers for what begins
there (`_READERS`, and `_NAMES_OF_VALUES` for capitalised words); last the plain numbers, which are what is left when
nothing better fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from termscan.values import amounts, blanks, caps, date, duration, money, percent, place
from termscan.values.found import Found
from termscan.values.kinds import Value
from termscan.values.number import Number
from termscan.values.reading import Reading, in_lower_case

_TIME = (
    r"(?:single\s+|full\s+|calendar\s+|business\s+|working\s+)?(?:minute|hour|day|week|month|quarter|year|fortnight)\b"
)
_COUNTED = r"(?:half|hundred|thousand|million|dozen)\b"
_NUMBER_WORDS = frozenset([*amounts.UNITS, *amounts.ROUND, "half"])
_LOWER = "|".join(sorted({*_NUMBER_WORDS, "quarter"}, key=len, reverse=True))
_NTH = "|".join(sorted(date.NTH_WORDS, key=len, reverse=True))
# what such words begin with is looked at before all of them; "an", "net", "state", "city", "province" are the rest
_FIRST = "".join(sorted({word[0] for word in (*_NUMBER_WORDS, "quarter", *date.NTH_WORDS)} | set("ancpst")))
# Two scans, each of a shape that `re` runs fast: from a set of characters, and from the boundaries of words. One with
# both would be six times slower. `_begin` sees to it that the first breaks into no word.
_SIGNS = re.compile(
    rf"[A-Z0-9{money.FIRST_SIGNS}½¼¾\[_*●•<](?:(?<=[A-Z])(?P<name>[A-Za-zÀ-ÖØ-öø-ÿ]*(?:\.[A-Z]\.?)*)|(?<=\d)(?P<digit>\d*)|"
    r"(?<=[_*])(?P<blank>[_* ]+)|(?P<sign>))"
)
_WORDS = re.compile(
    rf"\b(?=[{_FIRST}])(?:(?:{_NTH})\b(?=\s*\(|\s+(?:[Cc]alendar\s+|[Bb]usiness\s+|[Ww]orking\s+|[Bb]anking\s+)?[Dd]ay|\s+of\s)|(?:{_LOWER})\b|an?(?=\s+(?:{_COUNTED}|{_TIME}))"
    r"|twice\b|thrice\b|net(?=[\s-]+\w)|(?:state|commonwealth|province|city|county)(?=\s+of\s+[A-Z]))"
)
_Reader = Callable[[str, int, int], Found | None]  # takes the text, where a value may begin, and where the last ended


def find(text: str, start: int = 0, end: int | None = None) -> list[Found]:
    """Every typed value in `text[start:end]`, in order and without overlap; offsets count from the text's start."""
    stretch = text[start:end]
    found = caps.join(stretch, list(_singly(stretch)))
    return [one.moved(start) for one in found] if start else found


def _singly(text: str) -> Iterator[Found]:
    done = 0
    for at, read in _begin(text):
        found = read(text, at, done) if at >= done else None
        if found:
            done = found.end
            yield found


def _begin(text: str) -> list[tuple[int, _Reader]]:
    """The places where a value may begin, in order, each with what can read it."""
    places: list[tuple[int, _Reader]] = []
    for match in _SIGNS.finditer(text):
        kind = match.lastgroup or "sign"
        read = _NAMES_OF_VALUES.get(match[0]) if kind == "name" else _READERS[kind]
        if read:
            places.append((match.start(), read))
    for match in _WORDS.finditer(text):
        places.append((match.start(), _LOWER_WORDS[match[0]]))
    places.sort(key=_where)
    return [
        place for place in places if place[0] == 0 or not text[place[0] - 1].isalnum() or not text[place[0]].isalnum()
    ]


def _where(place: tuple[int, _Reader]) -> int:
    return place[0]


def find_open_ended(text: str, start: int = 0, end: int | None = None) -> list[Found]:
    """The lengths without an amount ("in perpetuity", "for the term of this Agreement"), which `find` leaves out.

    They are apart because most such words state no length of time: "a perpetual licence", "during the Term, Customer
    shall …". Ask for them where a duration is looked for.
    """
    found = duration.OPEN_ENDED.finditer(text, start, len(text) if end is None else end)
    return [Found("duration", duration.open_ended(match), match.start(), match.end()) for match in found]


_BY_THE_YEAR = re.compile("anniversar|year", re.IGNORECASE)
_ANNIVERSARY, _BEFORE = "anniversary", 60  # characters before the word, within which its number stands


def find_anniversaries(text: str, start: int = 0, end: int | None = None) -> list[Found]:
    """The lengths that end on an anniversary ("until its third anniversary": 3 years), or with the third year of
    several, which `find` leaves out.

    They are apart because these are days as well: "on each anniversary". Ask for them where a length is meant.
    """
    end = len(text) if end is None else end
    if not _BY_THE_YEAR.search(text, start, end):
        return []  # most sentences have none, and the ordinals before one stand everywhere
    low = in_lower_case(text)
    found = sorted(
        [*_anniversaries(low, start, end), *duration.END_OF_YEAR.finditer(low, start, end)], key=re.Match.start
    )
    return [Found("duration", duration.anniversary(match), match.start(), match.end()) for match in found]


def _anniversaries(low: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Each anniversary with its number before it; looked for from the word back, for numbers stand everywhere."""
    at = low.find(_ANNIVERSARY, start, end)
    while at >= 0:
        after = at + len(_ANNIVERSARY)
        yield from duration.ANNIVERSARY.finditer(low, max(start, at - _BEFORE), min(after, end))
        start, at = after, low.find(_ANNIVERSARY, after, end)


def _of(kind: str, reading: Reading[Value] | None) -> Found | None:
    if reading is None:
        return None
    return Found(
        kind, reading.value, reading.start, reading.end, reading.words_say, reading.blank, reading.redacted, reading.low
    )


# ---- what begins with a number or a blank ----------------------------------------------------------------------------

_MAY_BE_DATE = re.compile(r"\d{1,4}(?:[-/.]\d|_|\s?(?:st|nd|rd|th|t\sh)\b|\s+(?:day|of\s|[A-Z][a-z]{2}|[A-Z]{3,9}\b))")


def _at_digit(text: str, at: int, done: int) -> Found | None:
    if text[at - 1 : at] == "." and not text[max(0, at - 2) : at - 1].isalnum():
        at -= 1  # ".5%"
    nth = _nth_day(text, at) or _day_so_many(text, at, done)
    if nth:
        return nth
    dated = _of("date", date.read(text, at)) if _MAY_BE_DATE.match(text, at) else None
    return dated or _counted(text, at, done)


def _at_word(text: str, at: int, done: int) -> Found | None:
    return _counted(text, at, done)


_FOLLOWING = percent.FOLLOWING | money.FOLLOWING | duration.FOLLOWING
_AHEAD = re.compile(r"[)\]]?[\s-]*\(?\s*(?P<word>[\w.]+|.)")


def _counted(text: str, at: int, done: int) -> Found | None:
    """A value that begins with an amount: what follows the amount says of which type."""
    amount = amounts.read(text, at)
    if amount is None:
        return _of("duration", duration.read_unnumbered(text, at))
    bare = percent.read_bare(text, amount)
    if bare:
        return _of("percent", bare)
    ahead = _AHEAD.match(text, amount.end)
    word = ahead["word"] if ahead else ""
    said = word.lower().rstrip(".") if word[:1].isalpha() else ""
    if said and said not in _FOLLOWING and "%" not in text[at : amount.end]:
        return _plain(text, amount)
    found = (
        _of("percent", percent.read(text, at, amount))
        or (_of("money", money.read(text, at, amount)) if not said or said in money.FOLLOWING else None)
        or _of("duration", duration.read(text, at, amount))
    )
    if found and found.low and _REFERENCE.search(text, max(0, at - 60), at):
        return None  # "Section 4 or thirty days": the section is no part of it
    return _with_bracket(text, found, done) if found else _plain(text, amount)


def _with_bracket(text: str, found: Found, done: int) -> Found:
    """Takes in the bracket before "(30) days" and "[thirty] days", whose other half stands inside the value."""
    inside = text[found.start : found.end]
    for opens, closes in ("()", "[]"):
        if found.start > done and text[found.start - 1] == opens and inside.count(closes) > inside.count(opens):
            return replace(found, start=found.start - 1)
    return found


# "within a year" is a length; "twice a year" is a rhythm, and "not a business day" a day of the calendar
_BEFORE_A_LENGTH = re.compile(
    r"(?:\b(?:within|for|of|after|least|most|than|exceed|exceeding|over|under|before|about|up\s+to|be|is|only|or|and|"
    r"lasts?|lasting|runs?|until|another)\s+|\A)\Z",
    re.IGNORECASE,
)
# so is what goes by ("once a year has passed") and what somebody has notice of ("a fortnight's notice")
_AFTER_A_LENGTH = re.compile(
    r"\s+(?:has|have|had|shall\s+have)\s+(?:passed|elapsed|expired|gone\s+by|run)\b"
    r"|(?:\s+(?:prior|advance|written|previous)){0,3}\s+(?:notice|warning)\b",
    re.IGNORECASE,
)


def _at_article(text: str, at: int, done: int) -> Found | None:
    found = _counted(text, at, done)
    if found is None or found.type != "duration" or text[at : found.end].lower().endswith("half"):
        return found
    meant = _BEFORE_A_LENGTH.search(text, max(0, at - 12), at) or _AFTER_A_LENGTH.match(text, found.end)
    return found if meant else None


_OFTEN = {"twice": Decimal(2), "thrice": Decimal(3)}
# "may be called for twice"; "twice a year" is a rhythm, "twice the fees" a multiple
_NO_RHYTHM = re.compile(
    r"\s*(?:[.,;:)]|\Z|\s(?:for|at\s+no|at\s+\w+['’]s|without|free|before|after|and|or|only|during|in\s+all|"
    r"in\s+total|altogether)\b(?!\s+(?:the\s+amount|as|that)\b))",
    re.IGNORECASE,
)


def _at_often(text: str, at: int, done: int) -> Found | None:
    word = text[at : at + 6].rstrip()
    if word.lower() not in _OFTEN:
        word = text[at : at + 5]
    counts = _NO_RHYTHM.match(text, at + len(word))
    return Found("number", Number(_OFTEN[word.lower()]), at, at + len(word)) if counts else None


def _at_net(text: str, at: int, done: int) -> Found | None:
    return _of("duration", duration.read_unnumbered(text, at))


def _at_nth(text: str, at: int, done: int) -> Found | None:
    return _nth_day(text, at) or _of("date", date.read(text, at))


_NTH_DAY = re.compile(
    rf"(?:(?P<word>{_NTH})|(?P<digits>\d{{1,3}})\s?(?:st|nd|rd|th))(?:\s*\(\s*\d{{1,3}}\s?(?:st|nd|rd|th)?\s*\))?"
    r"\s+(?:calendar\s+|(?P<business>business|working|banking)\s+)?day\b(?=\s+(?:(?:next|immediately|that|which)\s+)?"
    r"(?:after|following|from|thereafter|follows?|later|counted|counting|before|prior|preceding)\b)",
    re.IGNORECASE,
)


def _nth_day(text: str, at: int) -> Found | None:
    """ "not later than the fifth business day after delivery" gives five business days."""
    m = _NTH_DAY.match(text, at)
    if m is None:
        return None
    count = date.nth(m["word"]) if m["word"] else int(m["digits"])
    return Found("duration", duration.Duration(Decimal(count), "days", bool(m["business"])), m.start(), m.end())


_DAY_N = re.compile(r"\b(?P<business>(?:business|working)\s+)?day\s+(?P<digits>\d{1,3})(?![\w.,/-]*\d)", re.IGNORECASE)
_BY_DAY = re.compile(r"\b(?:by|until|before|than|through)\s+\Z", re.IGNORECASE)
_DAY_ON = re.compile(r"\s+(?:at\s+the\s+latest|at\s+most|after|following|from|counted|counting)\b")
_OF_A_MONTH = re.compile(r"\s+of\s+(?:the|each|every|that|such|any|a)\s+(?:\w+\s+)?(?:month|quarter|year|week)\b")


def _day_so_many(text: str, at: int, done: int) -> Found | None:
    """ "by day 30", "on day 30 after receipt" give thirty days, as "the thirtieth day after" does."""
    back = max(done, at - 6)
    begin = back + text[back:at].lower().rfind("day")
    if begin < back:
        return None
    before = _BUSINESS_BEFORE.search(text, max(done, begin - 10), begin)
    m = _DAY_N.match(text, before.start() if before else begin)
    if m is None or m.start("digits") != at or _OF_A_MONTH.match(text, m.end()):
        return None
    if not (_BY_DAY.search(text, max(0, m.start() - 9), m.start()) or _DAY_ON.match(text, m.end())):
        return None
    days = duration.Duration(Decimal(m["digits"]), "days", bool(m["business"]))
    return Found("duration", days, m.start(), m.end())


_BUSINESS_BEFORE = re.compile(r"\b(?:business|working)\s+\Z", re.IGNORECASE)


def _at_sign(text: str, at: int, done: int) -> Found | None:
    if text[at] in "[<●•":
        return _at_blank(text, at, done)
    return _of("money", money.read(text, at)) or _counted(text, at, done)


def _at_blank(text: str, at: int, done: int) -> Found | None:
    if blanks.A_BLANK.match(text, at) is None:
        return None
    return _of("date", date.read(text, at)) or _counted(text, at, done)


# ---- what begins with a capital --------------------------------------------------------------------------------------

_A_CAPITAL = re.compile(rf"An?\s+(?={_COUNTED}|{_TIME})", re.IGNORECASE)


def _at_place(text: str, at: int, done: int) -> Found | None:
    return _of("place", place.read(text, at, done))


def _at_currency(text: str, at: int, done: int) -> Found | None:
    return _of("money", money.read(text, at)) or _at_place(text, at, done)


def _at_capital_word(text: str, at: int, done: int) -> Found | None:
    return _at_nth(text, at, done) or _counted(text, at, done)


def _at_capital_article(text: str, at: int, done: int) -> Found | None:
    return _at_article(text, at, done) if _A_CAPITAL.match(text, at) else _at_currency(text, at, done)


def _reading(words: Iterable[str], reader: _Reader) -> dict[str, _Reader]:
    return dict.fromkeys(words, reader)


def _both_cases(words: Iterable[str], reader: _Reader) -> dict[str, _Reader]:
    return _reading((form for word in words for form in (word.capitalize(), word.upper())), reader)


_NAMES_OF_VALUES: dict[str, _Reader] = (
    _reading(place.FIRST_WORDS, _at_place)
    | _reading(money.FIRST_WORDS, _at_currency)
    | _reading(date.MONTH_WORDS, _at_nth)
    | _both_cases(date.NTH_WORDS, _at_nth)
    | _both_cases(_NUMBER_WORDS, _at_capital_word)
    | _both_cases(("a", "an"), _at_capital_article)
    | _both_cases(("net",), _at_net)
    | _both_cases(("twice", "thrice"), _at_often)
    | _reading(("TBD", "TBC"), _at_blank)
)

# ---- plain numbers and plain blanks ----------------------------------------------------------------------------------

_REFERENCE = re.compile(
    r"(?:\b(?:section|sec|article|art|clause|paragraph|para|subsection|subparagraph|sub-?clause|exhibit|schedule|"
    r"appendix|annex|attachment|part|rule|item|number|no|nos|chapter|title|form|page|phase|version|amendment|addendum|"
    r"statement\s+of\s+work|sow|regulation|directive|act|code|suite|room|floor|unit|box|building|bldg|apt|level|tier|"
    r"stage|step|order|ISO|IEC|SOC|PCI|incoterms|fiscal|year|calendar|ext|telephone|tel|fax|phone|zip)"
    r"(?:s|\(s\))?\b\.?|§+|#)\s*(?:[\w.()-]{1,9}(?:,\s*|,?\s+(?:and|or|to|through|&)\s+|\s*[-–]\s*))*\Z",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*(?:[(][a-z0-9]{1,4}[)]|[.:/]\d|[-–/'’.]?[A-Za-z]|['’]\d)")
_COUNTS = re.compile(
    r"(?:[^\S\n]+\n?[^\S\n]*|\n[^\S\n]*)(?!a\.m|p\.m|o['’]clock|(?:am|pm|st|nd|rd|th|in|for|of|at|on|to|and|or|by|is|are|shall|"
    r"will|may|if|that|the|this|which|as|with|under|from|upon|after|before|when|where|has|have|was|were|be|but|not|above|below)\b)"
    r"[a-z]{2}"
)  # fmt: skip
# "600,000 Acme shares": of whose make or issue they are
_COUNTS_A_MAKE = re.compile(
    r"\s+(?:[A-Z][\w&.’'-]*\s+){1,3}(?:[a-z]+\s+)?(?:shares?|units?|options?|warrants?|copies|tons?|tonnes?|barrels|bottles|cases|crates|seats|users|licen[cs]es|tokens|points|tickets)\b"
)
_SAID = re.compile(r"(?<!\d\s)\b(?:is|are|be|of|to|than|exceed|exceeding|equals?|least|most|only|total)\s*\Z", re.I)
_TIMES = re.compile(r"\s*(?:x\b|×|times\b)")
# "one" is a pronoun as often as a number
_NO_COUNT = re.compile(
    r"\s*(?:of|or|and|as|another|such|side|hand|time|who|which|that|way|the|to|is|party|parties|for)\b|\s*\Z",
    re.IGNORECASE,
)
_WORD_GOES_ON = re.compile(r"[-–][a-z]|\s*-?\s*thirds?\b", re.IGNORECASE)
_BEFORE_A_COUNT = ("", " ", "\n", "\t", "\u00a0", "(", '"', "“")


def _plain(text: str, amount: Reading[Decimal]) -> Found | None:
    if amount.value is None:
        return Found("blank", None, amount.start, amount.end, blank=True, redacted=amount.redacted)
    said = text[amount.start : amount.end]
    if not (_is_count if said[0].isdigit() and "(" not in said else _is_word)(text, amount, said):
        return None
    if _REFERENCE.search(text, max(0, amount.start - 60), amount.start):
        return None
    words_say = None if amount.words_say is None else Number(amount.words_say)
    value = Number(amount.value)
    return Found("number", value, amount.start, amount.end, words_say, amount.blank, amount.redacted)


def _is_count(text: str, amount: Reading[Decimal], digits: str) -> bool:
    """Whether bare digits count something, rather than number a section, a street or a year."""
    if digits == text:
        return True
    if _TIMES.match(text, amount.end):
        return True
    if text[max(0, amount.start - 1) : amount.start] not in _BEFORE_A_COUNT or "." in digits or digits.startswith("0"):
        return False
    if re.fullmatch(r"(?:19|20)\d\d|\d{5,}", digits):
        return False  # a year, a postal code
    if amount.start and not text[text.rfind("\n", 0, amount.start) + 1 : amount.start].strip(" \t("):
        return False  # the number of a paragraph
    if _COUNTS.match(text, amount.end) or ("," in digits and _COUNTS_A_MAKE.match(text, amount.end)):
        return True
    return bool(not _GOES_ON.match(text, amount.end) and _SAID.search(text, max(0, amount.start - 12), amount.start))


def _is_word(text: str, amount: Reading[Decimal], said: str) -> bool:
    if "(" in said or "[" in said or said == text:
        return True
    if said[0].isupper() and re.match(r"\s+[A-Z]", text[amount.end : amount.end + 4]):
        return False  # a name: "Two Rivers"
    if said.lower() in ("one", "half", "zero", "quarter") and _NO_COUNT.match(text, amount.end):
        return False
    return not _WORD_GOES_ON.match(text, amount.end)


_READERS: dict[str, _Reader] = {"digit": _at_digit, "sign": _at_sign, "blank": _at_blank}
_LOWER_WORDS: dict[str, _Reader] = (
    _reading(date.NTH_WORDS, _at_nth)
    | _reading({*_NUMBER_WORDS, "quarter"}, _at_word)
    | _reading(("a", "an"), _at_article)
    | _reading(("state", "commonwealth", "province", "city", "county"), _at_place)
    | _reading(("net",), _at_net)
    | _reading(("twice", "thrice"), _at_often)
)
