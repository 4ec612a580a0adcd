"""The names of documents in a text, as one language marks them, and what a name tells of who is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolebook.language.wordlist import Section

STANDINGS = "department", "leader"
_ASIDE = re.compile(r"\s*[（(][^（）()]*[）)]\s*$")


class Names:
    """How one language marks and ends names."""

    def __init__(self, page: Section, names: Section) -> None:
        self._written: tuple[str, str] = tuple(page.values["title"])
        self._read: tuple[str, str] = tuple(page.values.get("title_read", self._written))
        before, after = map(re.escape, self._read)
        self._titles = re.compile(f"{before}([^{before}{after}]+){after}" if before else "(?!)()")
        self._standings = {name: names.ends(name) for name in STANDINGS}

    def titled(self, name: str) -> str:
        """Return a document's name in the marks the language writes; as it is where it writes none."""
        before, after = self._written
        return f"{before}{name}{after}"

    def unmarked(self, text: str, name: str) -> str:
        """Return a text in which a name stands without marks."""
        before, after = self._read
        return text.replace(f"{before}{name}{after}", name)

    def is_titled(self, text: str) -> bool:
        """Tell whether a text is the name of a document and nothing else, by its marks."""
        return bool(self._titles.fullmatch(text))

    def titles(self, text: str) -> list[str]:
        """Return the names of documents in a text that stand in marks."""
        return self._titles.findall(text)

    def titles_at(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where the names of documents stand in a text, without their marks."""
        yield from (match.span(1) for match in self._titles.finditer(text))

    def without(self, text: str) -> str:
        """Return a text without the names of documents in it."""
        return self._titles.sub("", text)

    def standing(self, name: str) -> str:
        """Return what a name says of who is called so: one of `STANDINGS`, "" for any other post."""
        bare = _ASIDE.sub("", name)
        return next((standing for standing, ends in self._standings.items() if ends.search(bare)), "")
