"""What the YAML parser complains of, for somebody who does not know YAML."""

from __future__ import annotations

from typing import Any

from ..errors import Fault

_QUOTE_IT = "Put the text in quotes."
_SYNTAX = (
    ("mapping values are not allowed", 'a second ":" in the line, or a line that is indented wrongly', _QUOTE_IT),
    ("could not find expected ':'", 'a line without ":"', 'Write "name: value", and indent longer text.'),
    ("unexpected end of stream", "a quote that is never closed", "Close it."),
    ("unexpected document separator", "a quote that is never closed", "Close it."),
    ("did not find expected ',' or '}'", "a { that is not closed, or text behind a quote", "Close it with }."),
    ("did not find expected ',' or ']'", "a [ that is not closed, or text behind a quote", "Close it with ]."),
    ("did not find expected '-' indicator", "a line that is not indented like the list it stands in", None),
    ("block sequence entries are not allowed", 'a "-" where no list can begin', "Put the list on lines of its own."),
    ("did not find expected key", "a line that is not indented like its neighbours, or text behind a quote", None),
    ("did not find expected node content", "nothing stands where a value should", "Close every { and [."),
    ("expected hexdecimal", 'a "\\" inside double quotes', "Use single quotes."),
    ("unknown escape character", 'a "\\" inside double quotes', "Use single quotes."),
    ("alphabetic or numeric character", "text that begins with * or &", _QUOTE_IT),
    ("found undefined tag handle", "text that begins with !", _QUOTE_IT),
    ("did not find expected tag", "text that begins with !", _QUOTE_IT),
    ("block scalar", 'a "|" or ">" with other text behind it', _QUOTE_IT),
    ("comment or line break", 'a "|" or ">" with other text behind it', _QUOTE_IT),
    ("directive", "a line that begins with %", _QUOTE_IT),
    ("nesting depth", "lists and mappings are nested too deep", None),
)


def _opens(said: str) -> bool:
    return "quoted scalar" in said or "flow" in said


def syntax_fault(error: Any, text: str) -> Fault:
    """What the parser says, for somebody who does not know YAML."""
    said = f"{getattr(error, 'context', None) or ''}; {getattr(error, 'problem', None) or error}"
    mark = getattr(error, "problem_mark", None)
    begun = getattr(error, "context_mark", None)
    if begun is not None and mark is not None and begun.line < mark.line and _opens(said):
        mark = begun  # where a quote or bracket opens tells more than where the missing end was noticed
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    if "cannot start any token" in said:
        lines = text.split("\n")
        character = lines[line - 1][column - 1 : column] if line <= len(lines) else ""
        if character == "\t":
            return Fault(line, column, "a tab between words", "Use spaces.")
        return Fault(line, column, f'text that begins with "{character}"', _QUOTE_IT)
    for words, problem, hint in _SYNTAX:
        if words in said:
            return Fault(line, column, problem, hint)
    return Fault(line, column, f"not YAML ({said.strip('; ')})", _QUOTE_IT)
