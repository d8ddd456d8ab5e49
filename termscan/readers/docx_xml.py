"""The names of WordprocessingML and the few questions every part of the DOCX reader asks of its tree."""

from __future__ import annotations

from typing import Any

Element = Any  # an lxml element; python-docx gives its own subclasses, which no stub describes
Marks = dict[str, Element]  # what properties such as `w:pPr` hold, by tag

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
VML = "{urn:schemas-microsoft-com:vml}"

_VAL = f"{W}val"
_OFF = frozenset({"0", "false", "off", "none"})


def value(parent: Element | None, path: str) -> str | None:
    """The `w:val` of a child, given by its path of local names ("numPr/numId"), or None."""
    child = inner(parent, path)
    return None if child is None else child.get(_VAL)


def number(parent: Element | None, path: str) -> int | None:
    """The `w:val` of a child as a whole number; None where it is missing or no number."""
    return whole(inner(parent, path))


def whole(element: Element | None) -> int | None:
    """The `w:val` of an element as a whole number; None where it is missing or no number."""
    text = None if element is None else element.get(_VAL)
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def inner(parent: Element | None, path: str) -> Element | None:
    """A child by its path of local names, or None."""
    found = parent
    for name in path.split("/"):
        tag = W + name
        for child in () if found is None else found:  # faster than `find`: properties are few, and stand first
            if child.tag == tag:
                found = child
                break
        else:
            return None
    return found


def marks_of(properties: Element | None) -> Marks:
    """What properties hold, all at once: faster than `inner` where more than two of them are asked for."""
    return {} if properties is None else {mark.tag: mark for mark in properties}


def switch(parent: Element | None, path: str) -> bool | None:
    """An on/off property such as `w:vanish`; None where it is not said."""
    child = inner(parent, path)
    return None if child is None else is_on(child)


def is_on(element: Element) -> bool:
    """Whether an on/off property that is there is on: without a value it is."""
    return str(element.get(f"{W}val", "1")).lower() not in _OFF


def chosen(alternate: Element) -> Element | None:
    """The branch of `mc:AlternateContent` that is read: Word writes the same words into both.

    The first choice is what today's Word shows; the fallback counts only where the choice holds no words.
    """
    branches = [*alternate.findall(f"{MC}Choice"), *alternate.findall(f"{MC}Fallback")]
    worded = (b for b in branches if next(b.iter(f"{W}t", f"{W}numFmt", f"{MATH}t"), None) is not None)
    return next(worded, branches[0] if branches else None)
