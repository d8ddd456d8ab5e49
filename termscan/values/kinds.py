"""The typed values together."""

from __future__ import annotations

from termscan.values.absent import Absent
from termscan.values.choice import Choice
from termscan.values.date import DateValue
from termscan.values.duration import Duration
from termscan.values.items import ListValue
from termscan.values.labelled import Labelled
from termscan.values.money import Money
from termscan.values.multiple import Multiple
from termscan.values.number import Number
from termscan.values.party import PartyValue
from termscan.values.percent import Percent
from termscan.values.place import Place
from termscan.values.text import Text

Value = (
    Money
    | Percent
    | Duration
    | Multiple
    | PartyValue
    | Choice
    | DateValue
    | Number
    | ListValue
    | Labelled
    | Place
    | Text
    | Absent
)
