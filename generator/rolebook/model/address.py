"""Addresses: every line of the handbook has one, `folder/record#item`."""

from __future__ import annotations

import binascii
import re
from typing import NamedTuple

from rolebook.model.essence import essence

ID = r"[^\W_](?:[\w-]*[^\W_])?"
"""A record's or an item's id: letters of any script, digits, hyphens and underscores inside."""

_ADDRESS = re.compile(rf"(?:(?P<folder>[a-z]+)/)?(?P<record>{ID})(?:#(?P<item>{ID}))?")
_SILENT = re.compile(r"[\W_]+")
READABLE = 10
"""How many characters of a line its derived id shows."""

PAGE_ANCHORS = frozenset({"call", "control", "named-by", "numbers", "people", "placeholders", "related"})
"""Anchors of headings that pages have by themselves, so that nothing an author writes may have them as its id."""


class Address(NamedTuple):
    """A record, or with `item` one line of it. `folder` is the kind's folder under docs/, as in `roles`."""

    folder: str
    record: str
    item: str = ""

    def __str__(self) -> str:
        return f"{self.folder}/{self.record}" + (f"#{self.item}" if self.item else "")

    @property
    def page(self) -> Address:
        """The record this line stands in."""
        return Address(self.folder, self.record)

    @classmethod
    def parse(cls, text: str, folder: str = "") -> Address | None:
        """Read `roles/bar-attendant#greet`, or `bar-attendant#greet` where `folder` says the kind; else None."""
        match = _ADDRESS.fullmatch(text)
        if not match or not (match["folder"] or folder):
            return None
        return cls(match["folder"] or folder, match["record"], match["item"] or "")


def derived_id(text: str) -> str:
    """Return an id made from what the line says (see `essence`): its first characters, readable, and a digest of it.

    Neither position nor punctuation plays a part, so a line inserted above moves nothing and a comma changes nothing;
    other words give another id. The text is what the author wrote, before it is shown in another script.
    The digest is CRC-16/CCITT, which the browser makes too (frontend/src/core/lookup/essence.ts) and so need not be
    sent. Of different lines that begin alike, one pair in 65,536 gets one id; the checks refuse such a pair.
    """
    said = essence(text)
    words = _SILENT.sub("", said)
    digest = f"{binascii.crc_hqx(said.encode(), 0xFFFF):04x}"
    return f"{words[:READABLE]}-{digest}" if words else digest
