"""Lines to look up in any number: the handbook's own, then new ones put together from its clauses."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from itertools import chain

from rolebook.kinds import KINDS
from rolebook.language.export import browser_tables
from rolebook.language.script import fold
from rolebook.language.strings import Strings
from rolebook.language.synonyms import reduced
from rolebook.model.address import derived_id
from rolebook.model.handbook import Handbook
from rolebook.views.lookup import wire
from rolebook.views.lookup.entries import HEADING, LINE, PAGES, TITLE, Entry, Group, groups

A_PAGE = 25
_CLAUSE = re.compile("[，。；、：（）]")


def entries(handbook: Handbook, count: int) -> list[Group]:
    """Return `count` lines in groups, or with 0 the handbook's own; every call the same."""
    if not count:
        return [*groups(handbook, Strings())]
    found, left = [], count
    for group in chain(groups(handbook, Strings()), _recombined(handbook)):
        kept = group.entries[:left]
        found.append(Group(group.address, group.kind, kept, group.aliases, group.posts))
        left -= len(kept)
        if not left:
            break
    return found


def _recombined(handbook: Handbook) -> Iterator[Group]:
    """Yield ever more pages of lines of the length people write, none of them twice."""
    chance = random.Random(20261123)
    clauses = [c for line in handbook.lines.values() for c in _CLAUSE.split(line.item.text) if 3 <= len(c) <= 24]
    titles = [record.title for record in handbook.records.values()]
    page = 0
    while True:
        made = [Entry("", f"{chance.choice(titles)}（{page + 1}）", TITLE)]
        for n in range(A_PAGE - 1):
            if n % 8 == 0:
                made.append(Entry(f"part-{n}", f"{chance.choice(clauses)[:8]}（{n}）", HEADING))
                continue
            text = "，".join(chance.choices(clauses, k=chance.randint(1, 4))) + "。"
            made.append(Entry(derived_id(text), text, LINE))
        yield Group(f"roles/page-{page}", "roles", tuple(made))
        page += 1


def script(handbook: Handbook, found: list[Group]) -> bytes:
    """Return the index of lookup over these groups, and the tables of its language."""
    t = Strings()
    kinds = {kind: t(f"lookup.kind_words_{kind}") for kind in (*KINDS, PAGES)}
    tables = f"window.rolebookLanguage={json.dumps(browser_tables(t.language))};\n".encode()
    own = [str(group) for group in handbook.synonyms]
    text = fold("\n".join(words for group in found for entry in group.entries for words in (entry.text, *entry.also)))
    general = [*reduced(t.language, text, [(*group.words, *group.finds) for group in handbook.synonyms])]
    return wire.script(found, wire.Words(kinds, own, general=general)) + tables
