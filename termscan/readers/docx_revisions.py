"""Tracked changes, settled in the tree before anything is read: what is gone goes, what stays keeps its mark.

Accepted, `w:del` and `w:moveFrom` go, and `w:ins` and `w:moveTo` stay in the tree, so that the words under them can be
told apart. Rejected, it is the other way round, and formatting that a change replaced comes back.
"""

from __future__ import annotations

from dataclasses import dataclass

from .docx_xml import MATH, Element, W, inner, switch

_IN_PROPERTIES = frozenset(
    {f"{W}rPr", f"{W}trPr", f"{W}numPr", f"{MATH}ctrlPr", f"{W}tcPr"}
)  # a mark there wraps nothing
_BETWEEN = ("bookmark", "comment", "move", "proofErr", "perm", "customXml")  # how markers between paragraphs begin


@dataclass(frozen=True, slots=True)
class _Gone:
    """What is gone: the wrappers of text, and the mark of a table cell."""

    wrappers: tuple[str, str]
    cell: str


_GONE = {
    "accept": _Gone((f"{W}del", f"{W}moveFrom"), f"{W}cellDel"),
    "reject": _Gone((f"{W}ins", f"{W}moveTo"), f"{W}cellIns"),
}
_RESTORED = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}


def settle(root: Element, revisions: str) -> int:
    """Carry out the tracked changes of a part, in place; returns how many there were.

    Args:
        root: the tree of the document, the footnotes or the endnotes.
        revisions: "accept" or "reject".
    """
    gone = _GONE[revisions]
    marks = list(root.iter(*(tag for g in _GONE.values() for tag in (*g.wrappers, g.cell))))
    if not marks and revisions == "accept":
        return 0
    if revisions == "reject":
        _restore_formatting(root)
    merging = [p for p in root.iter(f"{W}p") if _marked(inner(p, "pPr/rPr"), gone)]
    _remove_rows_and_cells(root, gone)
    for wrapper in list(root.iter(*gone.wrappers)):
        if wrapper.getparent().tag not in _IN_PROPERTIES:
            _drop(wrapper)
    if revisions == "reject":
        for text in list(root.iter(*_RESTORED)):
            text.tag = _RESTORED[text.tag]
    _join(merging)
    return len(marks)


def join_hidden_marks(root: Element) -> None:
    """Join each paragraph whose mark is hidden (a style separator) with the next, as Word shows them in one line."""
    ends = (v.getparent().getparent().getparent() for v in root.iter(f"{W}vanish") if _is_of_a_mark(v))
    _join([p for p in dict.fromkeys(ends) if switch(p, "pPr/rPr/vanish") and _shows_words(p)])


def _is_of_a_mark(vanish: Element) -> bool:
    form = vanish.getparent().getparent()
    return form is not None and form.tag == f"{W}pPr" and form.getparent().tag == f"{W}p"


def inserted(row: Element) -> Element | None:
    """The tracked change that inserted a table row, or None."""
    return inner(row, "trPr/ins")


def _marked(properties: Element | None, gone: _Gone) -> bool:
    return properties is not None and any(properties.find(tag) is not None for tag in gone.wrappers)


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _remove_rows_and_cells(root: Element, gone: _Gone) -> None:
    for row in list(root.iter(f"{W}tr")):
        if _marked(row.find(f"{W}trPr"), gone):
            _drop(row)
    for mark in list(root.iter(gone.cell)):
        _drop(mark.getparent().getparent())


def _restore_formatting(root: Element) -> None:
    """Bring back the properties that a tracked change of formatting replaced: numbering and hidden text are such."""
    for change in list(root.iter(f"{W}pPrChange", f"{W}rPrChange")):
        now, before = change.getparent(), next(iter(change), None)
        if now is None or before is None or now.tag != before.tag:
            continue
        kept = [
            c for c in now if c.tag in (f"{W}rPr", f"{W}sectPr", *_GONE["accept"].wrappers, *_GONE["reject"].wrappers)
        ]
        now[:] = [*before, *kept]
    for mark in list(root.iter(f"{W}ins")):
        if mark.getparent().tag == f"{W}numPr":
            _drop(mark.getparent())


def _join(open_ended: list[Element]) -> None:
    """Join each of these paragraphs with the next one. The first that shows words gives the whole its form."""
    waiting = dict.fromkeys(open_ended)
    for first in open_ended:
        if first not in waiting:
            continue
        chain = [first]
        while chain[-1] in waiting:
            del waiting[chain[-1]]
            following = _next_paragraph(chain[-1])
            if following is None:
                break
            chain.append(following)
        _merge(chain)


def _merge(chain: list[Element]) -> None:
    whole = chain[0]
    shown = next((p for p in chain if _shows_words(p)), None)
    if shown is None and len(chain) == 1:
        _drop(whole)
        return
    form, own = (chain[-1] if shown is None else shown).find(f"{W}pPr"), whole.find(f"{W}pPr")
    if own is not None:
        whole.remove(own)
    if form is not None:
        whole.insert(0, form)
    for paragraph in chain[1:]:
        whole.extend([c for c in paragraph if c.tag != f"{W}pPr"])
        _drop(paragraph)


def _next_paragraph(paragraph: Element) -> Element | None:
    following = paragraph.getnext()
    while following is not None and _is_marker(following):
        following = following.getnext()
    return following if following is not None and following.tag == f"{W}p" else None


def _is_marker(element: Element) -> bool:
    return not isinstance(element.tag, str) or (element.tag.removeprefix(W).startswith(_BETWEEN) and len(element) == 0)


def _shows_words(paragraph: Element) -> bool:
    texts = paragraph.iter(f"{W}t", f"{MATH}t", f"{W}sym", f"{W}drawing", f"{W}fldSimple")
    return any(
        x.tag not in (f"{W}t", f"{MATH}t") or (x.text and not switch(x.getparent(), "rPr/vanish")) for x in texts
    )
