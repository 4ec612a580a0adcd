"""The short way: a record that was saved, on its page, without the rest of the site."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from rolebook.errors import HandbookError, Problem
from rolebook.language.strings import Strings
from rolebook.load import load, record_of
from rolebook.load.settings import settings
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.model.record import Record
from rolebook.site import Site
from rolebook.views.page import Page
from rolebook.views.pages import page_of


class Pages:
    """The pages of the records under `docs`, as the site in `folder` shows them."""

    def __init__(self, docs: Path, folder: Path) -> None:
        self.docs, self.folder = docs.resolve(), folder
        self._handbook: Handbook | None = None

    def forget(self) -> None:
        """Let the handbook be read anew before the next short way: more was saved than lines."""
        self._handbook = None

    def read(self) -> None:
        """Read the handbook, if it is not known and can be read."""
        if self._handbook is None:
            try:
                self._handbook = load(self.docs)
            except HandbookError:
                return

    def show(self, saved: Collection[Path]) -> tuple[list[str], list[Problem]] | None:
        """Put records that were saved on their pages; return the addresses of these pages, and what is wrong.

        None where that takes the long way: another title, other files than records, a page that is not as expected.
        """
        self.read()
        if (handbook := self._handbook) is None:
            return None
        known = {self.docs / handbook.source(address): address for address in handbook.records}
        if not all(path in known for path in saved):
            return None
        found: list[Record] = []
        problems: list[Problem] = []
        for path in sorted(saved):
            record, faults = record_of(path, self.docs, handbook.defaults)
            problems += faults
            if record:
                found.append(record)
        if problems:
            return [], problems
        after = handbook.with_records(found)
        shown = [page for record in found if (page := self._put(record.address, handbook, after))]
        self._handbook = after
        return (shown, []) if len(shown) == len(found) else None

    def _put(self, address: Address, before: Handbook, after: Handbook) -> str:
        """Put a page's new lines where its old ones stand; return its address, "" where they stand nowhere."""
        old, new = self._page(address, before), self._page(address, after)
        file = self.folder / new.path
        try:
            html = file.read_text("utf-8")
        except OSError:
            return ""
        if (old.title, old.headings, old.description) != (new.title, new.headings, new.description):
            return ""
        if html.count(old.body) != 1:
            return ""
        file.write_text(html.replace(old.body, new.body), "utf-8", newline="")
        return new.path

    def _page(self, address: Address, handbook: Handbook) -> Page:
        given = settings(self.docs)
        site = Site(given.site_name, Strings(given.language), posters=given.posters, quizzes=given.quizzes)
        return page_of(handbook, site, address)
