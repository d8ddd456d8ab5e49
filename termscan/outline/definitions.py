"""Defined terms of a draft: what a capitalised word stands for, and where that is said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .sentences import Sentence

_MEANS = re.compile(
    r"[\"“]\s*\**(?P<name>[A-Z][^\"”“*]{1,60}?)\**\s*[\"”](?:\s*(?:or|and|,)\s*[\"“][^\"”]{1,60}[\"”])*(?:\s*\([^)]{0,60}\))?,?\s*(?:as used (?:herein|in this Agreement),?\s*)?"
    r"(?:shall |will |is |are |also )*(?:hereby )?(?:mean|means|have the meaning|has the meaning|refers? to|referred to|include|includes|is defined|be defined|denotes?|be taken to)\b"
)
_HEREBY = re.compile(
    r"\(\s*(?:hereinafter|hereafter|collectively|each,?|together,?|the|individually|referred to as|being|as|\s|,)*[\"“](?P<name>[A-Z][^\"”“]{1,60}?),?[\"”][^)]{0,80}\)"
)
# a row of a cover page, `| General Cap | USD 50,000 |`, or its label on a line of its own
_LABEL = re.compile(
    r"^(?:\|\s*[\"“]?(?P<cell>[A-Z][A-Za-z ]{2,40})[\"”]?\s*\||(?P<line>[A-Z][a-z]+(?: [A-Z][a-z]+){0,4})[ \t]*\n)"
)


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term and the sentence that defines it (`sentence` is an index into the sentences)."""

    name: str
    sentence: int
    start: int
    end: int


def definitions(text: str, all_sentences: tuple[Sentence, ...]) -> tuple[Definition, ...]:
    """Every defined term, in order: `"Fees" means …`, `the services (the "Services")`, a row of a cover page."""
    out = []
    for index, sentence in enumerate(all_sentences):
        words = text[sentence.start : sentence.end]
        label = _LABEL.match(words)
        if label:
            out.append(Definition(label["cell"] or label["line"], index, sentence.start, sentence.end))
        if "“" not in words and '"' not in words:
            continue
        for pattern in (_MEANS, _HEREBY):
            out += [
                Definition(m["name"].strip(" ,"), index, sentence.start, sentence.end) for m in pattern.finditer(words)
            ]
    return tuple(out)
