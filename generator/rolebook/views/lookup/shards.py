"""An index that is too large to be fetched at once, in files: how many there are, all titles, then the lines.

The browser puts together what it has (frontend/src/core/lookup/shards.ts): titles alone, or with some of the lines.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rolebook.views import paths
from rolebook.views.lookup import wire
from rolebook.views.lookup.entries import Group

WHOLE = 25_000
"""The most lines of an index in one file: it is unpacked at once and takes about half a megabyte of the wire."""
SIZE = 200_000
"""Bytes of text in a file, about."""


def files(groups: Sequence[Group], words: wire.Words) -> Iterator[tuple[str, bytes]]:
    """Yield the index: one file, or of very many lines the parts of it and what says which pages are in which."""
    if sum(len(group.entries) for group in groups) <= WHOLE:
        yield paths.LOOKUP, wire.script(groups, words)
        return
    shards = list(_cut(groups))
    firsts, first = [], 0
    for shard in shards:
        firsts.append(first)
        first += len(shard)
    bare = [[replace(group, entries=group.entries[:1]) for group in shard] for shard in shards]
    titles = {**wire.header(groups, words), "sections": [wire.section(some, words) for some in bare]}
    written = [(paths.lookup_part("titles"), wire.assigned("window.rolebookLookupTitles", titles))]
    for n, shard in enumerate(shards):
        lines = wire.section(shard, words)
        lines["pages"] = [page[2] for page in lines["pages"]]
        name = f"(window.rolebookLookupLines=window.rolebookLookupLines||{{}})[{n}]"
        written.append((paths.lookup_part(str(n)), wire.assigned(name, lines)))
    digest = hashlib.sha256(b"".join(content for _, content in written)).hexdigest()[:12]
    head = {"version": wire.VERSION, "digest": digest, "firsts": firsts}
    yield paths.LOOKUP, wire.assigned(f"window.{wire.NAME}", head)
    yield from written


def _cut(groups: Sequence[Group]) -> Iterator[list[Group]]:
    """Yield pages as they stand, so many that their text is about as long as a file may be."""
    shard: list[Group] = []
    size = 0
    for group in groups:
        own = sum(len(entry.text.encode()) for entry in group.entries)
        if shard and size + own > SIZE:
            yield shard
            shard, size = [], 0
        shard.append(group)
        size += own
    yield shard
