"""HTML in other characters: its texts are rewritten, its ids and addresses are not."""

from __future__ import annotations

import re

from rolebook.language.derived import Rewrite

SAID = {"alt", "aria-label", "content", "label", "placeholder", "title"} | {
    f"data-{name}" for name in ("label", "revisions", "shifts", "title", "words")
}
"""Attributes whose values are read or heard: HTML's own, and those of our pages that the front end shows."""
_MARKUP = re.compile(
    r"(<(?:script|style)\b.*?</(?:script|style)\s*>|<!--.*?-->|<[!/]?[a-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)",
    re.I | re.S,
)
_ATTRIBUTE = re.compile(r"((?<=\s)([^\s=<>\"'/]+)\s*=\s*)(\"[^\"]*\"|'[^']*')")
_KEPT = re.compile(r"<(?:code|pre)\b|<[a-z][^>]*\stranslate=[\"']?no\b", re.I)
_NAME = re.compile(r"<(/?)([a-z][^\s/>]*)", re.I)
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def rewritten(html: str, rewrite: Rewrite) -> str:
    """Return a page or a part of one with everything that people read or hear in it rewritten.

    Those are its texts, but for code and what is marked translate="no", and the attributes in SAID. Ids, addresses and
    all other attributes stay.
    """
    pieces = _MARKUP.split(html)  # texts at even places, tags at odd ones
    kept: list[str] = []
    """the elements we are in, from the outermost that is to stay as it is"""
    for n, piece in enumerate(pieces):
        if n % 2 == 0:
            if not kept and not piece.isascii():
                pieces[n] = rewrite(piece)
        elif kept or _KEPT.match(piece):
            _enter_or_leave(piece, kept)
        elif not piece.isascii():
            pieces[n] = _ATTRIBUTE.sub(lambda m: m[1] + rewrite(m[3]) if m[2].lower() in SAID else m[0], piece)
    return "".join(pieces)


def _enter_or_leave(tag: str, kept: list[str]) -> None:
    """Follow a tag into an element or out of one."""
    name = _NAME.match(tag)
    if not name or name[2].lower() in _VOID or tag.endswith("/>"):
        return
    if not name[1]:
        kept.append(name[2].lower())
    elif name[2].lower() in kept:
        while kept.pop() != name[2].lower():
            pass  # an element without its end tag ends with the one around it
