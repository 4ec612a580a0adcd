"""Which forms a text names: their titles and aliases, found in any number of texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rolebook.language.wordlist import is_whole, small
from rolebook.model.named_form import NamedForm


class FormNames:
    """The names of forms. Capitals count for nothing, and no name is part of a longer word: a log in a catalogue."""

    def __init__(self, forms: Iterable[NamedForm]) -> None:
        self._forms: dict[str, NamedForm] = {}
        for form in forms:
            for name in (form.title, *form.aliases):
                self._forms.setdefault(small(name), form)
        # How names begin, and how long those are that begin so, longest first: a scan then skips the rest.
        lengths: dict[str, set[int]] = {}
        for name in self._forms:
            lengths.setdefault(name[:2], set()).add(len(name))
        for start, found in lengths.items():
            if start[0] in self._forms:
                found.add(1)  # a name of one character, where the longer ones that begin so do not fit
        self._starts = re.compile("|".join(map(re.escape, sorted(lengths, key=len, reverse=True))) or "(?!)")
        self._found: dict[str, tuple[tuple[int, int, NamedForm], ...]] = {}
        self._lengths = {start: tuple(sorted(known, reverse=True)) for start, known in lengths.items()}

    def found(self, text: str) -> tuple[tuple[int, int, NamedForm], ...]:
        """Return the forms a text names, as (start, end, form), of names that begin together the longest."""
        if text not in self._found:  # a line is looked at for its page, for lookup and for what refers to what
            self._found[text] = tuple(self._search(small(text)))
        return self._found[text]

    def _search(self, text: str) -> Iterator[tuple[int, int, NamedForm]]:
        position = 0
        while match := self._starts.search(text, position):
            position = match.start() + 1
            for length in self._lengths[match[0]]:
                end = match.start() + length
                form = self._forms.get(text[match.start() : end])
                if form and is_whole(text, match.start(), end):
                    position = end
                    yield match.start(), end, form
                    break
