"""What holds a page together: its template, its style and script in the file itself, and the policy that allows no others."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from .. import wording as say

_SCRIPTS = {"review.html": "review.js", "portfolio.html": "portfolio.js"}


def render(name: str, **values: Any) -> str:
    """A page from its template; every value is escaped."""
    return prepared(name).render(**values, **_own(name))


def pieces(name: str, **values: Any) -> Iterator[str]:
    """The same, piece by piece, for a page too long to hold."""
    stream = prepared(name).stream(**values, **_own(name))
    stream.enable_buffering(200)
    yield from stream


def prepared(name: str) -> Template:
    """The template of a page."""
    return _environment().get_template(name)


def _own(name: str) -> dict[str, Any]:
    style, script = _text("style.css"), _text(_SCRIPTS[name]) if name in _SCRIPTS else ""
    policy = "; ".join(
        (
            "default-src 'none'",
            f"style-src 'sha256-{_hash(style)}'",
            "script-src " + (f"'sha256-{_hash(script)}'" if script else "'none'"),
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return {"policy": policy, "style": Markup(style), "script": Markup(script), "say": say}


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["clean"] = say.clean
    return environment


def _text(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
