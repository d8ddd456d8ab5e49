"""Draw docs/review-page.png and docs/portfolio-page.png, the README's pictures of the HTML pages, in headless Chromium.

python docs/pages.py   (needs the `browser` extra, Pillow and Chromium)
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

SCREEN = {"width": 1240, "height": 860}
WIDE = {"width": 1600, "height": 1010}  # shows most columns of the matrix
COLOURS = 240  # enough for text and a few tints, and a third of the file
DEALS = Path("sample_contracts")
DOCS = Path("docs")


def main() -> None:
    os.chdir(Path(__file__).parent.parent)  # the pictures name paths as the README does
    with tempfile.TemporaryDirectory() as made, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        review(browser, Path(made))
        portfolio(browser, Path(made))
        browser.close()


def review(browser: Browser, made: Path) -> None:
    """The web shop's worst findings, with the words of the first shown in the draft."""
    deal = DEALS / "webshop"
    page = opened(browser, made / "review.html", "review", deal / "nibbled.docx", "--terms", deal / "terms.yaml")
    finding = page.locator(".finding").first
    finding.locator("a[data-spot]").last.click()
    page.evaluate("scrollTo(0, document.querySelector('.panes').getBoundingClientRect().top + scrollY - 8)")
    taken(page, DOCS / "review-page.png")


def portfolio(browser: Browser, made: Path) -> None:
    """All drafts of the sample deals, and one that cannot be read."""
    folder = made / "deals"
    shutil.copytree(DEALS, folder, ignore=shutil.ignore_patterns("*.md"))
    (folder / "software" / "annex.pdf").write_bytes(b"%PDF-1.4 broken off")
    page = opened(browser, made / "all.html", "scan", folder)
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    page.locator("header .quiet").evaluate("e => { e.textContent = e.textContent.replace(/in \\S+/, 'in deals/'); }")
    taken(page, DOCS / "portfolio-page.png")


def opened(browser: Browser, file: Path, *words: object) -> Page:
    subprocess.run([sys.executable, "-m", "termscan", *map(str, words), "-o", str(file)], check=False)
    page = browser.new_page(viewport=SCREEN, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(file.as_uri())
    return page


def taken(page: Page, file: Path) -> None:
    page.screenshot(path=file)
    Image.open(file).convert("RGB").quantize(COLOURS).save(file, optimize=True)


if __name__ == "__main__":
    main()
