"""Draw docs/review.svg, the README's picture: the sample's review as a terminal shows it.

python docs/picture.py
"""

from __future__ import annotations

import os
import re
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

import termscan
from termscan.reports import Page, write_review

WIDTH = 96
LINES = 75  # the answer, the scorecard and the worst finding
SAMPLE = Path("sample_contracts") / "webshop"


def main() -> None:
    os.chdir(Path(__file__).parent.parent)  # the picture names paths as the README does
    review = termscan.review(SAMPLE / "nibbled.docx", terms=SAMPLE / "terms.yaml")
    shown = write_review("rich", review, Page(WIDTH, styled=True, colour=True)).splitlines()[:LINES]
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text.from_ansi("\n".join(shown)))
    svg = console.export_svg(title="termscan review nibbled.docx --terms terms.yaml", unique_id="termscan")
    local = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S)  # no font from the network: the reader's own will do
    local = local.replace("Fira Code, monospace", "Menlo, Consolas, DejaVu Sans Mono, monospace")
    Path("docs/review.svg").write_text(local, encoding="utf-8")


if __name__ == "__main__":
    main()
