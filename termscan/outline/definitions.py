"""Defined terms of a draft: what a capitalised word stands for, and where that is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from .sentences import Sentence

BEFORE = 400  # characters before `(the "Services")` that may say what it means
LONGEST_HEADING = 90  # characters of the number and heading of an item
MARK = 10  # characters at the beginning of a sentence in which the number of an item may stand
ITEMS = 30  # items of a list that may belong to a definition

# "means" says what a word is; "reads" how it is to be read, there or elsewhere; "hereby" names what was just said; "row"
# is the label of a cover page
How = Literal["means", "reads", "hereby", "row"]

_READS = r"takes? in|takes? only|stands? for|extends? to|covers|read as|understood as|construed as|regarded as|treated as|reckoned|refers? (?:only|solely) to"
_VERB = (
    r"(?:shall |will |is |are |also |only |to be |be )*(?:hereby )?(?:mean|means|meaning|have the meaning|has the meaning|refers? to|referred to|include|includes|"
    rf"defined|denotes?|taken to|comprises?|do(?:es)? not include|excludes?|(?P<reads>{_READS}))\b"
).replace(" ", r"\s+")
# between a word and what it means may stand where that holds: `"Compensation", where used in Section 12, refers only to …`
_WHERE = r"(?P<where>,?\s*(?:however|where(?:ver)?|when(?:ever)?|as|in|for)\b[^.;\"“”]{0,80}?,?)?\s*"
_MEANS = re.compile(
    r"[\"“]\s*\**(?P<name>[A-Z][^\"”“*]{1,60}?),?\**\s*[\"”](?:\s*(?:or|and|,)\s*[\"“][^\"”]{1,60}[\"”])*(?:\s*\([^)]{0,60}\))?,?\s*"
    + _WHERE
    + _VERB
)
_EVERYWHERE = re.compile(r"\bas\b.*\b(?:herein|hereunder|in this|in the)\b|\bcontext\b")
# a word without quotation marks, told how it is to be read: "China, wherever mentioned, takes in …", "Wherever this
# Agreement speaks of the charges paid, recurring charges alone are reckoned"; with the letters of which it has some
_READ = (
    (
        re.compile(
            r"(?:^|(?<=[.;] ))(?:The (?:term|word|expression) )?(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}),? (?:wherever|where|whenever|when|as) (?:it is |they are )?(?:used|mentioned|named|spoken of)\b[^.;,]{0,50},? "
            + _VERB
        ),
        ("used", "mentioned", "named", "spoken"),
    ),
    (
        re.compile(
            r"\b(?:[Ww]here|[Ww]herever|[Ww]henever) (?:in )?(?:this|the) (?:Agreement|Contract|Schedule|Section|Clause)\b[^.;,]{0,20}? (?:looks? to|speaks? of|refers? to|mentions?|uses?|names?|requires?) (?P<name>[^,.;]{3,60}),"
        ),
        ("here in", "here the", "here this", "henever", "herever"),
    ),
)
# a gloss in a bracket: "any affiliate (which, as used herein, includes …)"
_GLOSS = re.compile(
    r"\b(?P<name>[A-Za-z][a-z-]{3,}) \((?:a |that |this |the )?(?:which|term|word|expression)\b(?=[^()]{0,40}\b(?:used|here|term|word|expression|purposes?)\b|(?<=term)|(?<=word)|(?<=expression))[^()]{0,60}?"
    rf"\b(?:includes?|means?|excludes?|does not include|(?:{_READS}))\b"
)
_HEREBY = re.compile(
    r"\((?P<about>(?:[^()\"“]|\([ivx\da-zA-Z]{1,4}\)){0,140}?)[\"“](?P<name>[A-Z][^\"”“]{1,60}?),?[\"”][^)]{0,80}\)"
)
_INTRODUCES = re.compile(
    r"(?:^|\b)(?:hereinafter|hereafter|collectively|each|together|the|individually|referred to as|being|as|in|or|and|\s|,)*$"
)
_ITEM = re.compile(r"\(?\b(?:[a-z]{1,4}|\d{1,2})\)\s")
# a row of a cover page, `| General Cap | USD 50,000 |`, or its label on a line of its own
_LABEL = re.compile(
    r"^(?:\|\s*[\"“]?(?P<cell>[A-Z][A-Za-z ]{2,40})[\"”]?\s*\||(?P<line>[A-Z][a-z]+(?: [A-Z][a-z]+){0,4})[ \t]*\n)"
)


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term and the sentence that defines it (`sentence` is an index into the sentences).

    `start` and `end` are the words that say what it means, in the draft: those after "means", or those before
    `(the "Services")`.
    """

    name: str
    sentence: int
    start: int
    end: int
    how: How = "means"


def definitions(text: str, all_sentences: tuple[Sentence, ...]) -> tuple[Definition, ...]:
    """Every defined term, in order: `"Fees" means …`, `the services (the "Services")`, a row of a cover page."""
    return tuple(d for index in range(len(all_sentences)) for d in _of(text, index, all_sentences))


def _of(text: str, index: int, all_sentences: tuple[Sentence, ...]) -> Iterator[Definition]:
    sentence = all_sentences[index]
    base, words = sentence.start, text[sentence.start : sentence.end]
    label = _LABEL.match(words)
    if label:
        yield Definition((label["cell"] or label["line"]).strip(), index, base + label.end(), sentence.end, "row")
    if "“" in words or '"' in words:
        means = list(_MEANS.finditer(words))
        for m, after in zip_longest(means, means[1:]):
            end = base + after.start() if after else _with_items(text, index, all_sentences)
            how: How = "reads" if m["reads"] or (m["where"] and not _EVERYWHERE.search(m["where"])) else "means"
            yield Definition(m["name"].strip(" ,"), index, base + m.end("name"), end, how)
        yield from _introduced(words, base, index)
    for pattern, signs in _READ:
        for m in pattern.finditer(words) if any(sign in words for sign in signs) else ():
            yield Definition(m["name"], index, base + m.end("name"), sentence.end, "reads")
    for m in _GLOSS.finditer(words) if "(" in words else ():
        close = words.find(")", m.end())
        end = base + close if close >= 0 else sentence.end
        yield Definition(m["name"], index, base + m.end("name") + 1, end, "reads")


def _introduced(words: str, base: int, index: int) -> Iterator[Definition]:
    """`the services described in Schedule 1 (the "Services")`: what stands before the bracket, back to the last one."""
    at = 0
    for m in _HEREBY.finditer(words):
        if _INTRODUCES.search(m["about"]):
            before = max(at, words.rfind(". ", at, m.start()) + 1, m.start() - BEFORE)
            yield Definition(m["name"].strip(" ,"), index, base + before, base + m.end(), "hereby")
            at = m.end()


def _with_items(text: str, index: int, all_sentences: tuple[Sentence, ...]) -> int:
    """The end of a definition: of the list after it, where it ends with a colon."""
    end = all_sentences[index].end
    if text[end - 1] != ":":
        return end
    headed = False  # the sentence before was only the heading of an item
    for follows in all_sentences[index + 1 : index + ITEMS]:
        opens = text[end : follows.start] + text[follows.start : follows.start + MARK]
        if follows.start - end > LONGEST_HEADING or not (headed or _ITEM.search(opens)):
            break
        headed = follows.end - follows.start <= LONGEST_HEADING // 2 and bool(_ITEM.search(opens))
        end = follows.end
    return end
