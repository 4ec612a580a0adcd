"""Links that authors wrote into lines: led from files to pages, as MkDocs leads those of Markdown, and looked at.

A line stands on the page of its record and, pulled by a checklist, on others. All these are in folders of one depth, so
that `../about.md` and `../roles/porter.md` mean the same on each of them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote, unquote

from mkdocs.structure.files import Files

from rolebook.errors import Problem
from rolebook.theme.links import HandwrittenPage, Targets, faults
from rolebook.theme.page import HandbookPage

_LINK = re.compile(r'<a href="([^"#?:]*)([^"]*)" rel="noopener noreferrer">')
"""What inline Markdown makes of a link; the sanitiser gives it its `rel`, and no link of ours has that."""


class LineLinks:
    """The links in the lines of all pages; what is wrong with them is told when all there is to lead to is known."""

    def __init__(self, files: Files, docs: Path) -> None:
        self.files, self.docs = files, docs
        self._pages: list[HandwrittenPage] = []

    def lead(self, page: HandbookPage) -> None:
        """Let the links of a page lead to pages, if it has any."""
        made = page.made
        written: dict[str, str] = {}
        if 'rel="noopener' not in made.body:
            return

        def led(match: re.Match[str]) -> str:
            path, rest = unescape(match[1]), unescape(match[2])
            source = posixpath.normpath(posixpath.join(posixpath.dirname(made.markdown), unquote(path)))
            if path and (file := self.files.get_file_from_path(source)):
                there = quote(posixpath.relpath(file.dest_uri, posixpath.dirname(made.path) or "."))
                written[there + rest] = path + rest
                return match[0].replace(f'"{match[1]}', f'"{escape(there)}', 1)
            return match[0]

        body = _LINK.sub(led, made.body)
        page.made = replace(made, body=body)
        source = self.docs / made.source
        text = source.read_text("utf-8", "replace") if made.source and source.is_file() else ""
        links = "".join(match[0] for match in _LINK.finditer(body))
        name = f"{self.docs.name}/{made.source or made.markdown}"
        self._pages.append(HandwrittenPage(name, made.markdown, made.path, text, links, written))

    def faults(self, targets: Targets) -> Iterator[Problem]:
        """Yield the links that lead nowhere."""
        for page in self._pages:
            yield from faults(page, targets)
