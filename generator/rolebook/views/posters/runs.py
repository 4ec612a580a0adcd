"""A line of HTML as the runs a sheet is set from."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from markupsafe import Markup


class _Runs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[list[Any]] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.depth += tag in ("strong", "em")

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag in ("strong", "em")

    def handle_data(self, data: str) -> None:
        self.found.append([data, int(self.depth > 0)])


def runs(html: Markup) -> list[list[Any]]:
    """Return a line of clean HTML as [[words, 1 where they stand out]]."""
    parser = _Runs()
    parser.feed(str(html))
    parser.close()
    return parser.found
