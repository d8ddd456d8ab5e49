"""An agreed value in the manner in which the draft writes its own: "thirty (30) days" for "sixty (60) days"."""

from __future__ import annotations

import re
from decimal import Decimal

from .. import values
from ..values import amounts

_BY_WORD = {**amounts.UNITS, **amounts.ROUND}
_WORDS = {number: word for word, number in reversed(_BY_WORD.items()) if word not in ("fourty", "ninty")}
_SPELLED_OUT = re.compile(r"([A-Za-z-]+(?: [A-Za-z-]+)?) ?\((\d+)\)")
_SIGNS = {"$": "USD", "£": "GBP", "€": "EUR"}
_PERCENT_SPELLED_OUT = re.compile(r"[A-Za-z-]+(?: [A-Za-z-]+)?( per ?cent) ?\(\d+%\)")
_LARGEST = 100  # in words; beyond it drafters differ


def number_in_words(number: int) -> str | None:
    """ "thirty-five"; None where it is no number from 0 to 100."""
    if not 0 <= number <= _LARGEST:
        return None
    if number == _LARGEST:
        return "one hundred"
    if number in _WORDS:
        return _WORDS[number]
    return f"{_WORDS[number - number % 10]}-{_WORDS[number % 10]}"


def in_the_manner_of(shown: str, agreed: values.Value, agreed_text: str) -> str:
    """The agreed value as the draft would write it where it now says something else.

    Args:
        shown: what the draft says there, "sixty (60) Business Days'" say.
        agreed: the agreed value.
        agreed_text: the same as the term sheet has it, which is the answer where nothing better is known.
    """
    if isinstance(agreed, values.Money):
        return _money(shown, agreed, agreed_text)
    if isinstance(agreed, values.Duration) and agreed.amount is not None:
        return _duration(shown, agreed, agreed_text)
    if isinstance(agreed, values.Percent) and agreed.amount is not None:
        return share_in_the_manner_of(shown, agreed.amount) + agreed_text.partition("%")[2]
    if isinstance(agreed, values.Number) and agreed.amount is not None:
        return _counted(shown, agreed.amount, agreed_text)
    return agreed_text


def share_in_the_manner_of(shown: str, percent: Decimal) -> str:
    """ "one hundred per cent (100%)" for "fifty per cent (50%)", "100%" for "50%"."""
    spelled = _PERCENT_SPELLED_OUT.match(shown)
    words = number_in_words(int(percent)) if percent == int(percent) else None
    return f"{words}{spelled[1]} ({percent:f}%)" if spelled and words else f"{percent:f}%"


def _money(shown: str, agreed: values.Money, agreed_text: str) -> str:
    sign = next((s for s, currency in _SIGNS.items() if shown.startswith(s) and currency == agreed.currency), None)
    return agreed_text.replace(f"{agreed.currency} ", sign, 1) if sign else agreed_text


def _duration(shown: str, agreed: values.Duration, agreed_text: str) -> str:
    amount, _, unit = agreed_text.partition(" ")
    if not amount.isdecimal():
        return agreed_text
    capital = re.search(r"(Business |Working )?[A-Z]\w+$", shown.rstrip("'’"))
    if capital and (agreed.business or not capital[1]):
        unit = unit.title()  # "Business Days", where they are defined
    owner = shown[-1] if shown[-1] in "'’" else ""
    return f"{_counted(shown, Decimal(amount), amount)} {unit}{owner}"


def _counted(shown: str, amount: Decimal, plain: str) -> str:
    spelled = _SPELLED_OUT.search(shown)
    words = number_in_words(int(amount)) if amount == int(amount) else None
    if spelled is None or words is None:
        return plain
    return f"{words.capitalize() if spelled[1][0].isupper() else words} ({int(amount)})"
