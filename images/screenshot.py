"""Takes the README's screenshot of the built site: `make screenshot`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import chromium

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Write images/home.png."""
    home = ROOT / "site" / "index.html"
    if not home.exists():
        sys.exit("no site: run make site first")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium.launch(playwright, Path(folder))
        page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="zh-CN", color_scheme="light")
        page.goto(home.as_uri())
        page.screenshot(path=ROOT / "images" / "home.png")
        browser.close()


if __name__ == "__main__":
    main()
