"""Reports: one module a format, looked up here. A report sees only the model."""

from __future__ import annotations

from collections.abc import Callable

from ..model import Review
from . import json, markdown

REPORTS: dict[str, Callable[[Review], str]] = {"json": json.render, "md": markdown.render, "rich": markdown.render}
