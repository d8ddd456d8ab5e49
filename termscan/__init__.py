"""termscan: does this draft say what we shook hands on?

>>> import termscan
>>> review = termscan.review("draft.docx", terms="terms.yaml")   # doctest: +SKIP
>>> review.verdict                                               # doctest: +SKIP
'not ready'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .model import Clauses, Review
    from .pipeline import review
    from .readers import read
    from .termsheet import TermSheet
    from .understanding import extract as clauses

__version__ = "0.1.0"
__all__ = ["Clauses", "Review", "TermSheet", "__version__", "clauses", "read", "review"]

_HOME = {
    "Clauses": ("model", "Clauses"),
    "Review": ("model", "Review"),
    "TermSheet": ("termsheet", "TermSheet"),
    "clauses": ("understanding", "extract"),  # `extract` is the package that it is made of
    "read": ("readers", "read"),
    "review": ("pipeline", "review"),
}


def __getattr__(name: str) -> Any:
    """Load the pipeline only when it is used: the command line's help must come at once."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, known_as = _HOME[name]
    return getattr(import_module(f".{module}", __name__), known_as)
