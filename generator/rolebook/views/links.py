"""Links of lines that lead to nothing."""

from __future__ import annotations

from collections.abc import Container, Iterator

from rolebook.errors import Message, Problem
from rolebook.model.handbook import Handbook
from rolebook.model.inline import spans
from rolebook.views import paths


def problems(handbook: Handbook, made: Container[str]) -> Iterator[Problem]:
    """Yield every link of a line that leads to nothing; `made` are the paths of the site."""
    for line in handbook.lines.values():
        for span in spans(line.item.text):
            if span.kind != "link" or not (
                found := paths.target(handbook.source(line.address), handbook.files, span.href)
            ):
                continue
            path, anchor = found
            if path not in made or not paths.has(handbook, path, anchor):
                place = handbook.place(line.record.address, (*line.path, "text"))
                yield place.problem(Message("link-to-no-page", link=span.href))
