"""How well maintained libraries read the values of contracts: the tables of tests/values, beside termscan itself.

    pip install python-dateutil dateparser datefinder word2number text2num num2words numerizer price-parser money-parser \
        quantulum3 pytimeparse isodate durations-nlp pint babel pycountry us
    python benchmarks/values.py [--misses]

Each library is imported only if it is there. It is asked for what it knows: money counts without "per month", a
percentage without its benchmark, a date by the parts that are said, a month as any length from 28 to 31 days. Business
days are no days. The tables are termscan's own, so it has nearly all of them right; the last lines turn that round, and
let termscan read what babel and num2words write.
"""

from __future__ import annotations

import argparse
import functools
import importlib.metadata
import importlib.util
import itertools
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from packaging.requirements import Requirement

from termscan import values

# each kind, with a first phrase to read
_FIRST = {
    "money": "$5",
    "percent": "5%",
    "duration": "30 days",
    "date": "2026-12-01",
    "number": "two",
    "place": "Texas",
}
KINDS = tuple(_FIRST)
_DAYS = {"hours": (1 / 24, 1 / 24), "days": (1, 1), "weeks": (7, 7), "months": (28, 31), "quarters": (84, 93), "years": (336, 372)}  # fmt: skip
Span = tuple[int, int, Any]
Parse = Callable[[str], Any]
Find = Callable[[str], list[Span]]


class Readers(NamedTuple):
    """What a library has: a reading of a phrase, and maybe one of the values in a sentence."""

    parse: Parse
    find: Find | None = None


@dataclass(frozen=True)
class Sentence:
    text: str
    marked: list[Span]  # of the kind asked for
    others: list[Span]


def _in(module: str) -> Any:
    return importlib.import_module(module)


# ---- the cases -------------------------------------------------------------------------------------------------------


@functools.cache
def _tables() -> tuple[Any, Any, Any, Any]:
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "values"))
    return _in("test_parse"), _in("test_prose"), _in("test_spoken_values"), _in("test_properties")


@functools.cache
def phrases(kind: str) -> list[tuple[str, Any]]:
    """Each phrase with the value that it says."""
    written, _, _, properties = _tables()
    said = [(phrase, phrase) for of, phrase in written.KEPT_AS_WRITTEN if of == kind]
    said += [(phrase, value) for _, of, phrase, value in written.OTHER_SPELLINGS if of == kind]
    cases = [(phrase, values.parse(kind, value)) for phrase, value in said]
    for sentence in sentences(kind):
        if "overdue amount" not in sentence.text:  # whose period stands outside the phrase
            cases += [(sentence.text[start:end], value) for start, end, value in sentence.marked]
    if kind == "number":
        drawn = random.Random(1).choices(range(1, 10_000), k=150) + random.Random(2).choices(range(10**4, 10**9), k=50)
        cases += [(properties._in_words(number), values.Number(Decimal(number))) for number in drawn]
    endless = ("perpetual", "during the term")
    return list(dict.fromkeys(case for case in cases if getattr(case[1], "unit", None) not in endless))


@functools.cache
def sentences(kind: str) -> list[Sentence]:
    """The marked sentences that hold a value of a kind, and those that hold no value at all."""
    _, prose, spoken, _ = _tables()
    found = [_sentence(marked, kind) for _, marked, _ in (*prose.FOUND, *spoken.SPOKEN)]
    return [one for one in found if one.marked] + [Sentence(text, [], []) for _, text in prose.QUIET]


def _sentence(marked: str, kind: str) -> Sentence:
    text = re.sub("[⟨⟩]", "", marked)
    spans = [(m.start() - 2 * n, m.end() - 2 * n - 2) for n, m in enumerate(re.finditer("⟨[^⟩]*⟩", marked))]
    read = {(one.start, one.end): one for one in values.find(text)}  # the tests hold that these are what is expected
    all_ = [(*span, read[span].value) for span in spans]
    mine = [one for one in all_ if read[one[:2]].type == kind]
    return Sentence(text, mine, [one for one in all_ if one not in mine])


def right(expected: Any, got: Any) -> bool:
    """Whether a library's reading is the value, as far as it can say it."""
    if got is None or isinstance(got, values.Value):
        return bool(got == expected)
    match expected:
        case values.Money():
            amount, currency = got
            same = amount is not None and abs(amount - expected.amount) < Decimal("0.001")
            return same and currency in (expected.currency, "any")
        case values.DateValue():
            said = zip((expected.year, expected.month, expected.day), (got.year, got.month, got.day))
            return all(part in (None, theirs) for part, theirs in said)
        case values.Duration():
            low, high = _DAYS[expected.unit]
            amount = float(expected.amount or 0)
            return not expected.business and low * amount - 0.01 <= got <= high * amount + 0.01
        case values.Percent() | values.Number():
            return expected.amount is not None and abs(Decimal(str(got)) - expected.amount) < Decimal("0.0001")
        case values.Place():
            return expected.parts == (got,)
    return False


# ---- the libraries ---------------------------------------------------------------------------------------------------


def _days(length: Any) -> float:
    return float(length.total_seconds() if isinstance(length, timedelta) else length) / 86_400


def _dateparser() -> Readers:
    search = _in("dateparser.search").search_dates
    settings = {"PARSERS": ["absolute-time"]}  # without it, "thirty days" is a date

    def find(text: str) -> list[Span]:
        found: list[Span] = []
        for words, day in search(text, languages=["en"], settings=settings) or []:
            at = text.find(words, found[-1][1] if found else 0)  # it gives no offsets
            found += [(at, at + len(words), day)] if at >= 0 else []
        return found

    return Readers(lambda text: _in("dateparser").parse(text, languages=["en"], settings=settings), find)


def _datefinder() -> Readers:
    read = _in("datefinder").find_dates

    def find(text: str) -> list[Span]:
        found = read(text, source=True, index=True)
        return [(span[0] + len(words) - len(words.lstrip()), span[1], day) for day, words, span in found]

    return Readers(lambda text: next(read(text), None), find)


class _Word(NamedTuple):
    """A token as text2num wants it."""

    match: re.Match[str]

    def text(self) -> str:
        return self.match[0]

    def nt_separated(self, previous: _Word) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def _text2num() -> Readers:
    library = _in("text_to_num")

    def find(text: str) -> list[Span]:
        words = [_Word(match) for match in re.finditer(r"\w+|[^\w\s]", text)]
        found = library.find_numbers(words, "en")
        return [(words[one.start].match.start(), words[one.end - 1].match.end(), one.value) for one in found]

    return Readers(lambda text: library.text2num(text, "en"), find)


def _num2words() -> Readers:
    write = _in("num2words").num2words
    said = {write(number).replace(",", ""): number for number in range(10_000)}  # the only way back
    return Readers(lambda text: said.get(text.replace(",", "")))


def _price_parser() -> Readers:
    def parse(text: str) -> Any:
        price = _in("price_parser").Price.fromstring(text)
        sample: Any = values.parse("money", f"{price.currency} 1")  # "$" is USD for us, and here too
        return None if price.amount is None else (price.amount, sample.currency)

    return Readers(parse)


def _babel() -> Readers:
    """Its names and symbols of currencies and its formats of numbers; it has no reader of money."""
    english, parse_decimal = _in("babel").Locale("en"), _in("babel.numbers").parse_decimal
    code = {symbol.lower(): of for of, symbol in english.currency_symbols.items()}
    for of, name in english.currencies.items():
        plurals = english._data["currency_names_plural"].get(of, {}).values()
        code |= dict.fromkeys((of.lower(), name.lower(), *(plural.lower() for plural in plurals)), of)
    longest = sorted(code, key=len, reverse=True)

    def parse(text: str) -> Any:
        said = text.lower()
        name = next(name for name in longest if said.startswith(name) or said.endswith(name))
        digits = said.removeprefix(name) if said.startswith(name) else said.removesuffix(name)
        return parse_decimal(digits.strip(), locale="en"), code[name]

    return Readers(parse)


def _quantulum(kind: str) -> Readers:
    read, units = _in("quantulum3.parser").parse, _in("quantulum3.load").units("en_US").names
    days = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.4, "year": 365}

    def value(quantity: Any) -> Any:
        unit = units[quantity.unit.dimensions[0]["base"]] if quantity.unit.dimensions else None
        if unit and kind == "money" and unit.entity.name == "currency":
            return Decimal(str(quantity.value)), unit.currency_code
        if unit and kind == "percent" and unit.name in ("percentage", "basis point"):
            return quantity.value / (1 if unit.name == "percentage" else 100)
        return quantity.value * days[unit.name] if unit and kind == "duration" and unit.name in days else None

    def find(text: str) -> list[Span]:
        found = [(*quantity.span, value(quantity)) for quantity in read(text)]
        return [one for one in found if one[2] is not None]

    return Readers(lambda text: find(text)[0][2], find)


def _pint(unit: str, before: Callable[[str], str] = str) -> Readers:
    units = _in("pint").UnitRegistry()
    return Readers(lambda text: units(before(text)).to(unit).magnitude)


def _pycountry() -> Readers:
    countries, states = _in("pycountry").countries, _in("pycountry").subdivisions

    def parse(text: str) -> Any:
        try:
            return countries.lookup(text).name
        except LookupError:
            return states.lookup(text).name

    return Readers(parse)


def _us() -> Readers:
    lookup = _in("us").states.lookup
    return Readers(lambda text: getattr(lookup(text), "name", None))


def _babel_places() -> Readers:
    names = set(_in("babel").Locale("en").territories.values())
    return Readers(lambda text: text if text in names else None)


LIBRARIES: dict[str, dict[str, Callable[[], Readers]]] = {
    "money": {
        "price-parser": _price_parser,
        "money-parser": lambda: Readers(lambda text: (_in("money_parser").price_dec(text), "any")),
        "quantulum3": lambda: _quantulum("money"),
        "babel": _babel,
    },
    "percent": {"quantulum3": lambda: _quantulum("percent"), "pint": lambda: _pint("percent")},
    "duration": {
        "pytimeparse": lambda: Readers(lambda text: _days(_in("pytimeparse").parse(text))),
        "isodate": lambda: Readers(lambda text: _days(_in("isodate").parse_duration(text))),
        "durations-nlp": lambda: Readers(lambda text: _in("durations_nlp").Duration(text).to_days()),
        "pint": lambda: _pint("day"),
        "text2num, pint": lambda: _pint("day", lambda text: str(_in("text_to_num").alpha2digit(text, "en"))),
        "quantulum3": lambda: _quantulum("duration"),
    },
    "date": {
        "python-dateutil": lambda: Readers(_in("dateutil.parser").parse),
        "dateparser": _dateparser,
        "datefinder": _datefinder,
        "isodate": lambda: Readers(_in("isodate").parse_date),
    },
    "number": {
        "word2number": lambda: Readers(_in("word2number.w2n").word_to_num),
        "text2num": _text2num,
        "num2words": _num2words,
        "numerizer": lambda: Readers(lambda text: Decimal(_in("numerizer").numerize(text))),
    },
    "place": {"pycountry": _pycountry, "us": _us, "babel": _babel_places},
}


def _ours(kind: str) -> Readers:
    return Readers(functools.partial(values.parse, kind), functools.partial(_found, kind))


def _found(kind: str, text: str) -> list[Span]:
    return [(one.start, one.end, one.value) for one in values.find(text) if one.type == kind]


# ---- measuring -------------------------------------------------------------------------------------------------------


def alone(kind: str, parse: Parse) -> tuple[list[str], list[str]]:
    """What a library makes of phrases: its share of the right ones, of how many of other kinds; and its misses."""
    cases = phrases(kind)
    read = [_quietly(parse, said) for said, _ in cases]
    missed = [f"{said!r}: {got}" for (said, value), got in zip(cases, read) if not right(value, got)]
    others = [said for other in KINDS if other not in (kind, "number") for said, _ in phrases(other)]
    taken = sum(_quietly(parse, said) is not None for said in others)
    return [f"{len(cases) - len(missed)}/{len(cases)}", f"{taken}/{len(others)}"], missed


def found_by(kind: str, find: Find) -> list[str]:
    """What a library finds in sentences: rightly, with the very offsets, and where nothing stands."""
    marked = overlapping = exact = false = 0
    for sentence in sentences(kind):
        found = _quietly(find, sentence.text) or []
        marked += len(sentence.marked)
        for start, end, value in sentence.marked:
            good = [one for one in found if one[0] < end and start < one[1] and right(value, one[2])]
            overlapping += bool(good)
            exact += any(one[:2] == (start, end) for one in good)
        stands = [*sentence.marked, *sentence.others]
        false += sum(not any(one[0] < end and start < one[1] for start, end, _ in stands) for one in found)
    return [f"{overlapping}/{marked}", f"{exact}/{marked}", str(false)]


def _quietly(read: Callable[[str], Any], said: str) -> Any:
    try:
        return read(said)
    except Exception:  # each library has refusals of its own
        return None


def _times(read: Callable[[str], Any], ours: Callable[[str], Any], said: list[str]) -> str:
    """How many times as long a library takes as termscan: the best of five rounds of each, in turn."""
    best = {read: float("inf"), ours: float("inf")}
    for reader in (read, ours) * 5:
        began = time.perf_counter()
        for one in said:
            _quietly(reader, one)
        best[reader] = min(best[reader], time.perf_counter() - began)
    ratio = best[read] / best[ours]
    return f"× {ratio:.2g}" if ratio < 10 else f"× {ratio:.0f}"


def _first(kind: str, name: str) -> float:
    """Milliseconds until a library has read its first phrase, in a process of its own that has termscan's values."""
    run = [sys.executable, "-W", "ignore", __file__, "--first", kind, name]
    return min(float(subprocess.run(run, capture_output=True, text=True, check=True).stdout) for _ in range(3))


def _megabytes(name: str) -> float:
    """What a package takes on disk with all that it needs. Raises ImportError where it is not installed."""
    waiting, known, size = name.split(", "), set(), 0
    while waiting:
        package = waiting.pop()
        if package.lower() not in known:
            known.add(package.lower())
            installed = importlib.metadata.distribution(package)
            size += sum(file.size or 0 for file in installed.files or [])
            needs = [Requirement(line) for line in installed.requires or []]
            waiting += [one.name for one in needs if not one.marker or one.marker.evaluate({"extra": ""})]
    return size / 1e6


# ---- the other way round ---------------------------------------------------------------------------------------------


def _written_by_num2words() -> Iterator[tuple[str, str, str, Any]]:
    """What it is, of which kind, the phrase, and the value that it says."""
    write = _in("num2words").num2words
    for number in range(1, 20_000):
        yield "numbers to 20,000", "number", write(number), values.Number(Decimal(number))
    for day in range(1, 32):
        yield "ordinal days", "date", f"{write(day, to='ordinal')} day of May 2027", values.DateValue(2027, 5, day)


def _written_by_babel() -> Iterator[tuple[str, str, str, Any]]:
    names, numbers = _in("babel").Locale("en").territories, _in("babel.numbers")
    days = [date(2026, 1, 1) + timedelta(days) for days in range(0, 730, 5)]
    for locale, form, day in itertools.product(("en_US", "en_GB", "en_AU", "en_CA"), ("long", "medium"), days):
        value = values.DateValue(day.year, day.month, day.day)
        yield "dates in four kinds of English", "date", _in("babel.dates").format_date(day, form, locale=locale), value
    countries = [code for code in names if code.isalpha() and numbers.get_territory_currencies(code)]
    currencies = sorted({currency for code in countries for currency in numbers.get_territory_currencies(code)})
    forms = {"code": "¤¤ #,##0", "symbol": "¤#,##0", "English name": "#,##0 ¤¤¤"}
    for (what, form), currency in itertools.product(forms.items(), currencies):
        said = numbers.format_currency(1_234_567, currency, form, locale="en", currency_digits=False)
        yield f"every country's money by its {what}", "money", said, values.Money(Decimal(1_234_567), currency)
    for code in countries:
        yield "countries and territories", "place", names[code], values.Place((names[code],))


def read_back(written: Iterable[tuple[str, str, str, Any]]) -> None:
    for what, group in itertools.groupby(written, key=lambda one: one[0]):
        cases = list(group)
        wrong = [said for _, kind, said, value in cases if _found(kind, said) != [(0, len(said), value)]]
        some = f", not {'; '.join(wrong[:: max(1, len(wrong) // 5)][:5])}" if wrong else ""
        print(f"    {what}: {len(cases) - len(wrong)} of {len(cases)} are read{some}")


# ---- the report ------------------------------------------------------------------------------------------------------

_HEAD = "kind|library|right alone|other kinds taken|time|right in sentences|with the offsets|where nothing is|time|first, ms|MB"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--misses", action="store_true", help="also the phrases that each library misses")
    options.add_argument("--first", nargs=2, help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.first:
        kind, name = asked.first
        began = time.perf_counter()
        _quietly(LIBRARIES[kind][name]().parse, _FIRST[kind])
        print(1000 * (time.perf_counter() - began))
        return 0
    print(f"| {_HEAD.replace('|', ' | ')} |", "| --- " * 11 + "|", sep="\n")
    for kind in KINDS:
        _row(kind, "termscan", _ours(kind), "–", "–")
        for name, load in LIBRARIES[kind].items():
            try:
                size = _megabytes(name)
            except ImportError:
                print(f"| {kind} | {name} | not installed |")
                continue
            missed = _row(kind, name, load(), f"{_first(kind, name):.0f}", f"{size:.1f}")
            print(*(f"    {one}" for one in missed if asked.misses), sep="\n", end="\n" * asked.misses)
    for name, written in (("num2words", _written_by_num2words), ("babel", _written_by_babel)):
        there = importlib.util.find_spec(name) is not None
        print(f"\nWhat {name} writes, found by termscan:" if there else f"\n{name} not installed")
        read_back(written() if there else ())
    return 0


def _row(kind: str, name: str, library: Readers, *more: str) -> list[str]:
    ours = _ours(kind)
    figures, missed = alone(kind, library.parse)
    cells = [kind, name, *figures, _times(library.parse, ours.parse, [said for said, _ in phrases(kind)])]
    if library.find:
        cells += found_by(kind, library.find)
        cells.append(_times(library.find, functools.partial(_found, kind), [one.text for one in sentences(kind)]))
    else:
        cells += ["–"] * 4
    print("|", " | ".join([*cells, *more]), "|", flush=True)
    return missed


if __name__ == "__main__":
    sys.exit(main())
