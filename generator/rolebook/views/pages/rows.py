"""The lines of a record as list items.

Written out here because a large handbook is mostly lines: a template escapes each of their ten values anew and took
three times as long for the whole of a role's page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from rolebook.language.grammar import Grammar
from rolebook.language.strings import Strings
from rolebook.model.item import Item


def rows(
    address: str, items: Iterable[Item], words: Strings, grammar: Grammar, html: Callable[[Item], Markup]
) -> Markup:
    """Return `<li>` elements with their ids and addresses; `html` gives a line's own words as HTML."""
    label = words("line.never")
    return Markup(
        _rows(escape(address), items, words("line.link"), lambda item: grammar.never_mark(label, item.text), html)
    )


def _rows(
    here: str, items: Iterable[Item], link: str, never: Callable[[Item], str], html: Callable[[Item], Markup]
) -> str:
    written = []
    for item in items:
        name = escape(item.anchor)
        mark = f'<span class="rb-never">{escape(never(item))}</span>' if item.never else ""
        below = _rows(here, item.items, link, never, html) if item.items else ""
        written.append(
            f'<li class="rb-line{" rb-line--never" if item.never else ""}" id="{name}" data-item="{here}#{name}">\n'
            f'<div class="rb-line__text">{mark}{html(item)}</div>\n'
            f'<a class="rb-line__link" href="#{name}" aria-label="{escape(link)}">#</a>\n'
            + (f'<ol class="rb-lines rb-lines--sub" type="a">\n{below}</ol>\n' if below else "")
            + "</li>\n"
        )
    return "".join(written)
