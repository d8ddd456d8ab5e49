"""What an element of a page looks like, as far as it decides whether anybody sees its words: its styles and attributes.

The cascade of CSS 2.2 (chapter 6), of the few properties that hide words; a page that is dark all over is as good as a white one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

Element = Any  # an lxml element
Colour = tuple[float, float, float]

WHITE: Colour = (1, 1, 1)
HIDDEN = "hidden in the page"
INVISIBLE = "invisible in the page"
_ALIKE = 24 / 255
_TINY = 3.0  # points
_FAR = 2000  # pixels to the left or above, where no window reaches
_POINTS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0}
_NAMED_SIZES = {"xx-small": 7, "x-small": 7.5, "small": 10, "medium": 12, "large": 13.5, "x-large": 18, "xx-large": 24}
_LENGTH = re.compile(r"(-?[\d.]+)\s*([a-z%]*)")
_MEDIA = re.compile(r"(?i)\b(?:screen|all)\b")
_CLIPPED = re.compile(r"\(\s*(?:100%|0(?:px|%)?)\s*(?:\)|at\b)|inset\(\s*(?:5\d|[6-9]\d)%\s*\)")
_SHRUNK = re.compile(r"scale\w*\(\s*0(?:\.0\d*)?\s*[,)]")
_HIDING = frozenset((
    "display", "visibility", "opacity", "color", "background", "background-color", "background-image", "font-size",
    "position", "left", "top", "text-indent", "height", "width", "max-height", "overflow", "clip", "clip-path",
    "mso-hide", "list-style", "list-style-type", "text-decoration", "text-decoration-line", "white-space",
    "font-family", "font-weight", "transform",
))  # fmt: skip

Style = dict[str, str]


class Look(NamedTuple):
    """How the words of an element are seen; None as `behind` is a background that we cannot tell."""

    how: str | None = None  # how they are hidden
    colour: Colour = (0, 0, 0)
    behind: Colour | None = WHITE
    points: float = 12.0
    font: str | None = None
    bold: bool = False
    underlined: bool = False
    kept: bool = False  # blanks and line ends are kept

    @property
    def unseen(self) -> str | None:
        """How the page hides words that stand here, or None where it shows them."""
        if self.how:
            return self.how
        if 0 <= self.points < _TINY:
            return f"only {self.points:g} points high"
        if self.behind is None or not _alike(self.colour, self.behind):
            return None
        return "white on white" if _alike(self.behind, WHITE) else "in the colour of its background"


class Styles:
    """What the style sheets of a page declare for each of its elements, as far as it bears on what is seen."""

    def __init__(self, root: Element) -> None:
        self._declared: dict[Element, Style] = {}
        rules = [rule for sheet in root.iter("style") for rule in _rules(sheet.text or "")]
        if rules:
            self._match(root, rules)

    def of(self, element: Element) -> Style:
        """The declarations that hold for an element: of the page's sheets, and its own."""
        own = element.get("style")
        found = self._declared.get(element, {}) | (_declared(own) if own else {})
        return found | {name[:-1]: value for name, value in found.items() if name.endswith("!")}

    def _match(self, root: Element, rules: Iterable[tuple[str, Style]]) -> None:
        import cssselect2

        matcher = cssselect2.Matcher()
        for selector, style in rules:
            try:
                for compiled in cssselect2.compile_selector_list(selector):
                    matcher.add_selector(compiled, style)
            except cssselect2.SelectorError:
                continue  # of a browser's own
        for wrapped in cssselect2.ElementWrapper.from_html_root(root).iter_subtree():
            found: Style = {}
            for *_, style in sorted(matcher.match(wrapped), key=lambda match: match[:2]):
                found |= style
            if found:
                self._declared[wrapped.etree_element] = found


def _rules(sheet: str) -> Iterator[tuple[str, Style]]:
    import tinycss2

    for rule in tinycss2.parse_stylesheet(sheet.replace("<!--", "").replace("-->", ""), True, True):
        if rule.type == "qualified-rule":
            if style := _style_of(tinycss2.parse_blocks_contents(rule.content, True, True)):
                yield tinycss2.serialize(rule.prelude), style
        elif _is_for_screens(rule):
            yield from _rules(tinycss2.serialize(rule.content))


def _is_for_screens(rule: Any) -> bool:
    media = rule.type == "at-rule" and rule.lower_at_keyword == "media" and rule.content is not None
    return media and _MEDIA.search(" ".join(token.serialize() for token in rule.prelude)) is not None


def _declared(own: str) -> Style:
    import tinycss2

    return _style_of(tinycss2.parse_blocks_contents(own, True, True))


def _style_of(declarations: Iterable[Any]) -> Style:
    """Declarations by their names; one that is marked as important has a name of its own, and the last word."""
    import tinycss2

    return {
        each.lower_name + "!" * each.important: tinycss2.serialize(each.value).strip().lower()
        for each in declarations
        if each.type == "declaration" and each.lower_name in _HIDING
    }


def looked(above: Look, element: Element, style: Style) -> Look:
    """How the words of an element are seen; `above` is the look of the one that it stands in."""
    points = _points(style.get("font-size"), above.points)
    colour = _colour(style.get("color") or element.get("color" if element.tag == "font" else "text"))
    return Look(
        _how(element, style, points) if not above.how or _undone(above, style) else above.how,
        above.colour if colour is None else colour,
        _behind(above.behind, element, style),
        points,
        (style.get("font-family") or element.get("face") or above.font or "").split(",")[0].strip("'\" ") or None,
        above.bold or element.tag in ("b", "strong", "th") or style.get("font-weight", "") in ("bold", "700", "bolder"),
        above.underlined or element.tag == "u" or "underline" in _decoration(style),
        above.kept or element.tag in ("pre", "textarea") or style.get("white-space", "").startswith("pre"),
    )


def _undone(above: Look, style: Style) -> bool:
    """Invisible words may have visible ones in them; those of an element that is not displayed stay away."""
    return above.how == INVISIBLE and style.get("visibility") == "visible"


def _decoration(style: Style) -> str:
    return style.get("text-decoration", "") + style.get("text-decoration-line", "")


def _how(element: Element, style: Style, points: float) -> str | None:
    if element.get("hidden") is not None or style.get("display") == "none" or style.get("mso-hide") == "all":
        return HIDDEN
    if style.get("opacity") in ("0", "0.0", "0%"):
        return HIDDEN
    if _CLIPPED.search(style.get("clip-path", "")) or _SHRUNK.search(style.get("transform", "")):
        return HIDDEN
    if style.get("visibility") in ("hidden", "collapse"):
        return INVISIBLE
    if style.get("position") in ("absolute", "fixed") and (
        "(0" in style.get("clip", "").replace(" ", "")
        or any(_points(style.get(edge), points) < -_FAR * 0.75 / 2 for edge in ("left", "top"))
    ):
        return "outside the page"
    if _points(style.get("text-indent"), 0) < -_FAR * 0.75 / 2:
        return "outside the page"
    if "hidden" in style.get("overflow", "") and any(
        edge in style and _points(style[edge], points) == 0 for edge in ("height", "width", "max-height")
    ):
        return HIDDEN
    return None


def _behind(above: Colour | None, element: Element, style: Style) -> Colour | None:
    if "url(" in style.get("background", "") + style.get("background-image", "") or element.get("background"):
        return None
    painted = style.get("background-color") or style.get("background")
    for word in [*(painted or "").split(), painted or "", element.get("bgcolor") or ""]:
        colour = _colour(word)
        if colour is not None:
            return colour
    return above


def _colour(said: str | None) -> Colour | None:
    """A colour as CSS or an attribute says it; None where it says none, or one that shows through."""
    if not said:
        return None
    import tinycss2.color3

    try:
        found = tinycss2.color3.parse_color(said) or tinycss2.color3.parse_color(f"#{said}")
    except (ValueError, OverflowError):
        return None
    if found is None or isinstance(found, str) or found.alpha < 0.5:
        return None
    return found.red, found.green, found.blue


def _points(said: str | None, above: float) -> float:
    """A length in points; one that is not understood is that of the element above."""
    if said in _NAMED_SIZES:
        return _NAMED_SIZES[said]
    found = _LENGTH.match(said or "")
    if not found:
        return above
    try:
        size, unit = float(found[1]), found[2]
    except ValueError:
        return above
    if unit in ("em", "rem", "ex", "%"):
        return size * above / (100 if unit == "%" else 2 if unit == "ex" else 1)
    return size * _POINTS.get(unit, 1.0 if size == 0 else 0.75)


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(a - b) <= _ALIKE for a, b in zip(one, other))
