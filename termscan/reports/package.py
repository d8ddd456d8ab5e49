"""Office files that are the same whenever they are written: their parts bear a date, and the programs that write them the hour."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DATE = (2000, 1, 1, 0, 0, 0)
_SAVED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def undated(file: bytes) -> bytes:
    """The same package, every part dated alike."""
    made = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            words = old.read(part)
            if part.filename == "docProps/core.xml":
                words = _SAVED.sub(rb"\g<1>2000-01-01T00:00:00Z", words)
            new.writestr(ZipInfo(part.filename, _DATE), words, ZIP_DEFLATED)
    return made.getvalue()
