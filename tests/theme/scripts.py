"""What tests of a site in two scripts share: pages, what is read of them, and which script a character belongs to."""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup

from rolebook.language.derived import scripts

SIMPLIFIED, TRADITIONAL = (re.compile(f"[{characters}]") for characters in scripts())
READ = ("title", "alt", "aria-label", "content", "placeholder", "data-title", "data-label", "data-words", "data-shifts")
BELOW = "zh-Hant"


def soup(path: Path) -> BeautifulSoup:
    """Return a page."""
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def read(page: BeautifulSoup) -> str:
    """Return all that is read or heard of a page, but for code and what is marked as no words."""
    for tag in page.select("script, style, code, pre, [translate=no]"):
        tag.decompose()
    heard = [str(tag[name]) for tag in page.find_all(True) for name in READ if name in tag.attrs]
    return " ".join([page.get_text(), *heard])
