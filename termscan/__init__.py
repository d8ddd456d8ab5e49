"""termscan: does this draft say what we shook hands on?

>>> import termscan
>>> review = termscan.review("draft.docx", terms="terms.yaml")   # doctest: +SKIP
>>> review.verdict                                               # doctest: +SKIP
'not ready'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .model import Review
    from .pipeline import extract, review
    from .readers import read
    from .termsheet import TermSheet

__version__ = "0.1.0"
__all__ = ["Review", "TermSheet", "__version__", "extract", "read", "review"]

_HOME = {"Review": "model", "read": "readers", "extract": "pipeline", "review": "pipeline", "TermSheet": "termsheet"}


def __getattr__(name: str) -> Any:
    """Load the pipeline only when it is used: the command line's help must come at once."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_HOME[name]}", __name__), name)
