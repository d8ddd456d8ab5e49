"""What every process that reads drafts needs, imported once in the process that they are made from.

Nothing of the house imports this module: `batch` names it.
"""

from __future__ import annotations

from contextlib import suppress

import pypdfium2  # noqa: F401

from . import understanding
from .errors import TermscanError
from .readers import docx, pdf  # noqa: F401

with suppress(TermscanError):  # a mistake in the rules is told by each draft in its turn
    understanding.prepare()
